//! Frozen documents: their PDF for those who may read the case, and the page under the short code for anybody.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use law::{
    case::{
        Actor, DocumentKind,
        fact::{DocumentFile, hex},
    },
    ch2_external::p24_disclosure,
};
use sha2::{Digest, Sha256};
use store::blobs::Blob;

use super::{
    error::Failure,
    files::attachment,
    page::{Page, Visitor, html},
    posted::Posted,
};
use crate::{
    app::Shared,
    door::{self, Trouble},
    words::{Arg, Speaker},
};

#[derive(Template)]
#[template(path = "verify.html")]
struct VerifyPage {
    page: Page,
    code: String,
    title: String,
    number: String,
    date: String,
    body: String,
    versions: Vec<Version>,
    may_open: bool,
    case: String,
    result: String,
}

struct Version {
    label: String,
    version: u32,
    files: Vec<FileLine>,
}

/// A copy in a language, as a link names it.
pub struct FileLine {
    pub name: String,
    pub lang: &'static str,
    /// Which copy, where there are several.
    pub copy: String,
    pub digest: String,
}

/// The files of a document.
pub fn file_lines(words: &Speaker, kind: DocumentKind, files: &[DocumentFile]) -> Vec<FileLine> {
    let copy = |f: &DocumentFile| match kind.copies() {
        1 => String::new(),
        _ => words.with("document-copy", &[("copy", Arg::Number(f.copy.into()))]),
    };
    let line = |f: &DocumentFile| FileLine {
        name: f.name(),
        lang: f.language.word(),
        copy: copy(f),
        digest: f.sha256.clone(),
    };
    files.iter().map(line).collect()
}

/// `/documents/CODE/2/kk.pdf`, `/documents/CODE/2/kk-2.pdf` the second copy: for readers of the case.
pub async fn pdf(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((code, version, file)): Path<(String, u32, String)>,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let file = file.strip_suffix(".pdf").ok_or(Failure::NotFound)?;
    let versions = store::documents::document_by_code(&app.db, &code).await?;
    let document = versions.into_iter().find(|d| d.version == version).ok_or(Failure::NotFound)?;
    let found = document.files.iter().find(|f| f.name() == file).ok_or(Failure::NotFound)?;
    let pdf = opened(&app, &signed.actor, &code, document.kind, found).await?.ok_or(Failure::NotFound)?;
    let name = format!("{}-{}-{file}.pdf", document.kind.word(), document.number);
    Ok(attachment(&name, "application/pdf", pdf.bytes))
}

/// A copy of a document with its contents, if this person reads the case and the copy is one for their body (§24).
pub async fn opened(
    app: &Shared,
    actor: &Actor,
    code: &str,
    kind: DocumentKind,
    file: &DocumentFile,
) -> Result<Option<Blob>, Trouble> {
    let viewer = door::viewer(app, actor);
    let Some(row) = store::documents::document(&app.db, &viewer, code).await? else { return Ok(None) };
    let Some(desk) = door::open(app, actor, &row.case).await? else { return Ok(None) };
    if !p24_disclosure::shows(&desk.case, &actor.body, kind, file.copy) {
        return Ok(None);
    }
    Ok(store::documents::pdf(&app.db, &viewer, &file.sha256).await?)
}

/// The document's page under its code: what it is and its digests, nothing of its content.
pub async fn verify(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    show(&app, &visitor, code, String::new()).await
}

/// Holds an uploaded file against the frozen versions.
pub async fn compare(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(code): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let versions = store::documents::document_by_code(&app.db, &code.to_lowercase()).await?;
    let words = &visitor.words;
    let result = match posted.files.first() {
        None => words.t("file-none"),
        Some(file) => {
            let digest = hex(&Sha256::digest(&file.bytes));
            let same = versions.iter().find(|v| v.files.iter().any(|f| f.sha256 == digest));
            match same {
                Some(v) => words.with("verify-same", &[("version", Arg::Number(v.version.into()))]),
                None => words.t("verify-other"),
            }
        }
    };
    show(&app, &visitor, code, result).await
}

async fn show(app: &Shared, visitor: &Visitor, code: String, result: String) -> Result<Response, Failure> {
    let words = &visitor.words;
    let code = code.to_lowercase();
    let found = store::documents::document_by_code(&app.db, &code).await?;
    let mut case = String::new();
    if let Some(signed) = &visitor.signed {
        let row = store::documents::document(&app.db, &door::viewer(app, &signed.actor), &code).await?;
        case = row.map(|r| r.case).unwrap_or_default();
    }
    let first = found.first();
    html(&VerifyPage {
        page: visitor.page(app).await?,
        title: first.map(|d| words.t(&format!("document-{}", d.kind.word()))).unwrap_or_default(),
        number: first.map(|d| d.number.to_string()).unwrap_or_default(),
        date: first.map(|d| words.date(d.on)).unwrap_or_default(),
        body: first.map(|d| app.registry().name(&d.body, words.lang)).unwrap_or_default(),
        versions: found
            .iter()
            .map(|d| Version {
                label: words.with("document-version", &[("version", Arg::Number(d.version.into()))]),
                version: d.version,
                files: file_lines(words, d.kind, &d.files),
            })
            .collect(),
        may_open: !case.is_empty(),
        case,
        result,
        code,
    })
}
