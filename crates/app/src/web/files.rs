//! Evidence: uploaded to a case, known by its digest, stored once, its kind told by its content.

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use law::case::{Actor, CaseFile, Role};
use store::{
    StoreError, Viewer,
    blobs::Blob,
    files::{FileRow, NewFile},
};

use super::{
    error::Failure,
    page::{Signed, Visitor},
    posted::Posted,
};
use crate::{
    app::Shared,
    door::{self, Desk},
};

/// Kinds of content that are taken, with the name endings that may go with each.
const KINDS: &[(&str, &[&str])] = &[
    ("application/pdf", &["pdf"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/tiff", &["tif", "tiff"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("audio/mpeg", &["mp3"]),
    ("video/mp4", &["mp4"]),
];

/// The step whose files are protected material from the first moment (§34).
pub const KEEPS_APART: &str = "keep-protected";

/// The kind of a file by its content; a locale key where it is not taken.
pub fn kind(name: &str, bytes: &[u8]) -> Result<&'static str, &'static str> {
    let found = infer::get(bytes).map(|t| t.mime_type()).ok_or("file-unknown-kind")?;
    let (media, endings) = KINDS.iter().find(|(media, _)| *media == found).ok_or("file-unknown-kind")?;
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
    if endings.contains(&ending.as_str()) { Ok(media) } else { Err("file-other-kind") }
}

/// The name without anything of a path, and without signs that turn the order of what is read.
fn plain(name: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.chars().filter(|c| !c.is_control() && !turns(*c)).take(200).collect()
}

/// Whether this person may put files into a case: not those who only read, and nobody once it is closed.
pub fn admitted(case: &CaseFile, actor: &Actor) -> Result<(), Failure> {
    // What confirms a report is its own body's to attach.
    let others = case.report().is_some() && actor.body != case.body;
    if others || matches!(actor.role, Role::Observer | Role::Analyst) {
        return Err(Failure::Forbidden);
    }
    if case.closed().is_some() { Err(Failure::Closed) } else { Ok(()) }
}

/// Keeps a file with the case and gives its digest; a locale key where it is not taken. Protected material (§34) is a
/// matter of external control.
pub async fn keep(
    app: &Shared,
    signed: &Signed,
    desk: &Desk,
    name: &str,
    bytes: &Bytes,
    protected: bool,
) -> Result<Result<String, &'static str>, Failure> {
    admitted(&desk.case, &signed.actor)?;
    app.limits.upload(&signed.user.id)?;
    let name = plain(name);
    if bytes.len() > app.config.upload_megabytes * 1024 * 1024 {
        return Ok(Err("file-too-large"));
    }
    let media_type = match kind(&name, bytes) {
        Ok(media_type) => media_type,
        Err(key) => return Ok(Err(key)),
    };
    let file = NewFile {
        id: app.random_word(16),
        case: desk.case.id.clone(),
        name,
        media_type: media_type.into(),
        at: app.clock.now(),
        bytes: bytes.to_vec(),
        protected: protected && desk.case.procedure.external(),
    };
    match store::files::attach(&app.db, &door::viewer(app, &signed.actor), file).await {
        Ok(row) => Ok(Ok(row.digest)),
        Err(StoreError::NotFound(_)) => Err(Failure::NotFound),
        Err(StoreError::Closed) => Err(Failure::Closed),
        Err(error) => Err(error.into()),
    }
}

pub async fn upload(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let desk = door::open(&app, &signed.actor, &case).await?.ok_or(Failure::NotFound)?;
    admitted(&desk.case, &signed.actor)?;
    let protected = posted.get("protected") == "true";
    let mut refused = Vec::new();
    for file in &posted.files {
        if let Err(key) = keep(&app, signed, &desk, &file.name, &file.bytes, protected).await? {
            refused.push(format!("{}: {}", plain(&file.name), visitor.words.t(key)));
        }
    }
    if posted.files.is_empty() {
        refused.push(visitor.words.t("file-none"));
    }
    if refused.len() < posted.files.len() {
        visitor.say_next("file-kept").await?;
    }
    if !refused.is_empty() {
        visitor.regret_next(refused.join(" ")).await?;
    }
    Ok(Redirect::to(&format!("/cases/{case}")).into_response())
}

/// A file of a case with its contents, if this viewer may see it. That somebody opens protected material is recorded
/// before it goes out (§34).
pub async fn opened(
    app: &Shared,
    viewer: &Viewer,
    case: &str,
    id: &str,
) -> Result<Option<(FileRow, Blob)>, StoreError> {
    let Some(file) = store::files::get(&app.db, viewer, id).await?.filter(|f| f.case == case) else {
        return Ok(None);
    };
    let Some(content) = store::files::content(&app.db, viewer, id).await? else { return Ok(None) };
    if file.protected {
        let opening = app.random_word(20);
        store::protected::open(&app.db, viewer, &opening, case, &file.digest, app.clock.now()).await?;
    }
    Ok(Some((file, content)))
}

/// The file, always as a download: nothing uploaded is ever shown as a page of this site.
pub async fn download(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((case, id)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let viewer = door::viewer(&app, &signed.actor);
    let (file, content) = opened(&app, &viewer, &case, &id).await?.ok_or(Failure::NotFound)?;
    Ok(attachment(&file.name, &file.media_type, content.bytes))
}

/// An answer that the browser saves.
pub fn attachment(name: &str, media_type: &str, bytes: Vec<u8>) -> Response {
    let encoded: String = name
        .bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"-_.".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{encoded}")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_tells_the_kind_and_the_name_must_agree() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(kind("сурет.PNG", png), Ok("image/png"));
        assert_eq!(kind("сурет.pdf", png), Err("file-other-kind"));
        assert_eq!(kind("a.png", b"<script>"), Err("file-unknown-kind"));
        assert_eq!(kind("a.exe", b"MZ\x90\0"), Err("file-unknown-kind"));
        assert_eq!(plain("../../etc/passwd"), "passwd");
        assert_eq!(plain("a\r\nSet-Cookie: b\u{202e}fdp.png"), "aSet-Cookie: bfdp.png");
    }
}
