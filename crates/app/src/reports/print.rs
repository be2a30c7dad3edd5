//! A report as it is printed: the whole package, whoever asks for it.

use documents::Language;
use law::case::CaseFile;
use store::{files::FileRow, reports::talk::NoteText};

use super::Filled;
use crate::{
    app::Shared,
    door::{self, Trouble},
    paper::{ReportPress, lang_of},
};

/// The package in PDF: form, analytical note, evidence, signatures; a draft where nothing is frozen. Of the files those
/// are named that a signature froze, of a draft all of them.
pub async fn package(
    app: &Shared,
    case: &CaseFile,
    filled: &Filled,
    note: &[NoteText],
    files: Vec<FileRow>,
    language: Language,
) -> Result<Vec<u8>, Trouble> {
    let signed = filled.version.and_then(|v| case.report()?.signature(v));
    let counted = |f: &FileRow| signed.is_none_or(|(_, _, s)| s.evidence.contains(&f.digest));
    let files: Vec<_> = files.into_iter().filter(counted).map(|f| (f.name, f.size, f.digest)).collect();
    let people = door::names(app, case).await?;
    let press = ReportPress {
        words: &app.words.speaker(lang_of(language)),
        registry: &app.registry(),
        case,
        filled,
        people: &people,
        note,
        files: &files,
        demo: app.config.demo,
    };
    let paper = press.paper();
    let drawn = tokio::task::spawn_blocking(move || documents::report_pdf(&paper, language));
    Ok(drawn.await.expect("drawing does not panic")?)
}
