//! From data to bytes.

use crate::world::{Desk, drawable};
use crate::{Document, Error, Language};
use serde::Serialize;
use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::model::Document as _;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

/// Parts of earlier documents are kept for this many further ones: the letterhead and the words repeat.
const MEMORY: usize = 8;

#[derive(Serialize)]
struct Data<'a, D> {
    language: Language,
    document: &'a D,
}

/// The document as PDF/A-2a and PDF/UA-1: fonts embedded, tagged, with title, language and the document's own date.
/// The same input gives the same bytes.
pub fn pdf(document: &Document, language: Language) -> Result<Vec<u8>, Error> {
    file(document.kind(), document, language)
}

/// The same pages as SVG, for a preview before signing.
pub fn svg_pages(document: &Document, language: Language) -> Result<Vec<String>, Error> {
    previews(document.kind(), document, language)
}

/// `kind` names the template.
pub(crate) fn file(kind: &'static str, document: &impl Serialize, language: Language) -> Result<Vec<u8>, Error> {
    let (paged, json) = set(kind, document, language)?;
    // An archive wants a date; a report that nobody signed yet may have none.
    let dated = matches!(paged.info().date, Smart::Custom(Some(_)));
    let standards: &[PdfStandard] = if dated { &[PdfStandard::A_2a, PdfStandard::Ua_1] } else { &[PdfStandard::Ua_1] };
    let options = PdfOptions {
        ident: Smart::Custom(json),
        creator: Smart::Custom(Some("Sapa".into())),
        standards: PdfStandards::new(standards).map_err(|error| failure(kind, error.message().as_str()))?,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&paged, &options).map_err(|errors| failure_of(kind, &errors));
    comemo::evict(MEMORY);
    bytes
}

pub(crate) fn previews(
    kind: &'static str,
    document: &impl Serialize,
    language: Language,
) -> Result<Vec<String>, Error> {
    let (paged, _) = set(kind, document, language)?;
    let pages = paged.pages().iter().map(|page| typst_svg::svg(page, &SvgOptions::default())).collect();
    comemo::evict(MEMORY);
    Ok(pages)
}

fn set(kind: &'static str, document: &impl Serialize, language: Language) -> Result<(PagedDocument, String), Error> {
    let mut data = serde_json::to_value(Data { language, document })?;
    tidy(&mut data);
    let json = data.to_string();
    let desk = Desk::new(kind, json.clone().into_bytes());
    let paged = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| failure_of(kind, &errors))?;
    Ok((paged, json))
}

/// What stands in the text for a character the font does not have, such as a pictogram pasted from elsewhere.
const NO_GLYPH: char = '□';

/// PDF/A forbids missing glyphs, and an act must not fail because of one.
fn tidy(data: &mut Value) {
    match data {
        Value::String(text) => {
            if !text.chars().all(drawable) {
                *text = text.replace("\r\n", "\n").replace(|character| !drawable(character), &NO_GLYPH.to_string());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(fields) => fields.values_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn failure_of(kind: &'static str, errors: &[SourceDiagnostic]) -> Error {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    failure(kind, &messages.join("; "))
}

fn failure(kind: &'static str, message: &str) -> Error {
    Error::Template { kind, message: message.into() }
}
