//! What is said to a report: the executor to a warning or a cell, the receiving side to a cell or to the whole.

use axum::{
    Json,
    extract::{Path, State},
};
use law::ch3_reports::{
    Place, Sheet,
    checks::Kind,
    report::{Comment, Remark},
    sheet::LineKey,
};
use store::reports::talk as said;

use super::{
    super::{
        auth::Caller,
        problem::{Problem, Sent},
        shown::{CommentKept, CommentSent, FieldFault, RemarkSent, RemarkShown, RemarksKept},
    },
    Opened, failure, findings, open, remark, wrong,
};
use crate::{app::Shared, reports, web::error::Failure};

/// Signs of a comment or a remark.
const MOST: usize = 2000;

/// The text as it is kept, or that it is too long.
fn text(caller: &Caller, sent: &str, faults: &mut Vec<FieldFault>) -> String {
    let text = sent.trim().to_owned();
    if text.chars().count() > MOST {
        faults.push(wrong(caller, "text".into(), "too-long", ""));
    }
    text
}

/// What is wrong with the place of a cell, be it entered or a total: which part of it, and why.
fn unknown(sheet: &Sheet, place: &Place) -> Option<(&'static str, &'static str)> {
    let Some((row, cells)) = sheet.row(&place.row) else { return Some(("row", "unknown-row")) };
    let lined = !place.line.is_empty();
    if lined && row.lines().is_none() {
        return Some(("line", "no-lines"));
    }
    let key = LineKey::parse(&place.line);
    if lined && (key.word() != place.line || !cells.lines.contains_key(&key)) {
        return Some(("line", "unknown-line"));
    }
    let reason = lined && row.columns.reasons().contains(&place.column.as_str());
    let column = reason || row.columns.numbers().any(|c| c == place.column);
    (!column).then_some(("column", "unknown-column"))
}

pub async fn comment(
    State(app): State<Shared>,
    caller: Caller,
    Path(case): Path<String>,
    Sent(sent): Sent<CommentSent>,
) -> Result<Json<CommentKept>, Problem> {
    let opened = open(&app, &caller, &case).await?;
    opened.filling()?;
    let filled = reports::in_hand(&app, &opened.meta).await?;
    let place = Place::new(sent.row, sent.line, sent.column);
    let (key, of_place) = match (sent.key.is_empty(), sent.check.as_str()) {
        (false, _) => (sent.key, false),
        (true, "cell") => (place.comment_key(), true),
        (true, check) => (format!("{check}/{}/{}/{}", place.row, place.line, place.column), false),
    };
    let mut faults = Vec::new();
    let text = text(&caller, &sent.text, &mut faults);
    let at_cell = if of_place { Some(place) } else { cell(&key) };
    // What has been said may be taken back though the warning is gone.
    let kept = said::comments(&app.db, &case).await?.iter().any(|c| c.key == key);
    match at_cell {
        _ if kept => {}
        Some(place) => faults.extend(
            unknown(&filled.whole, &place)
                .map(|(field, code)| wrong(&caller, if of_place { field } else { "key" }.into(), code, &place.row)),
        ),
        None => {
            let found = reports::findings(&app, &filled).await?;
            if !found.iter().any(|f| f.kind() == Kind::Warning && f.key() == key) {
                faults.push(wrong(&caller, "key".into(), "unknown-warning", ""));
            }
        }
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults, opened.meta.form.paragraph()));
    }
    let comment = Comment { key: key.clone(), text };
    said::comment(&app.db, &caller.viewer(&app), &case, &comment, app.clock.now()).await.map_err(failure)?;
    let filled = reports::in_hand(&app, &opened.meta).await?;
    let findings = findings(&app, &caller, &opened, &filled).await?;
    Ok(Json(CommentKept { key, edits: filled.edits, findings }))
}

/// The cell that a key names. The name of an information system may have the sign that parts the key.
fn cell(key: &str) -> Option<Place> {
    let (row, rest) = key.strip_prefix("cell/")?.split_once('/')?;
    let (line, column) = rest.rsplit_once('/')?;
    Some(Place::new(row, line, column))
}

/// Whether the caller may remark on it now.
pub(super) fn may(opened: &Opened) -> bool {
    reports::remarks(&opened.desk.actor, &opened.meta, &opened.desk.case)
}

/// For those who may remark what they have not sent yet; of an open report what it came back with.
pub(super) async fn remarks(app: &Shared, opened: &Opened) -> Result<Vec<RemarkShown>, Problem> {
    let meta = &opened.meta;
    let found = if may(opened) {
        said::remarks(&app.db, &meta.case, meta.version).await?
    } else if meta.stage.open() {
        opened.report()?.returns.last().map(|(_, r)| r.remarks.clone()).unwrap_or_default()
    } else {
        Vec::new()
    };
    Ok(found.into_iter().map(remark).collect())
}

pub async fn remarked(
    State(app): State<Shared>,
    caller: Caller,
    Path(case): Path<String>,
    Sent(sent): Sent<RemarkSent>,
) -> Result<Json<RemarksKept>, Problem> {
    let opened = open(&app, &caller, &case).await?;
    if !reports::receives(&opened.desk.actor, &opened.desk.case) {
        return Err(Failure::Forbidden.into());
    }
    if !may(&opened) {
        return Err(Failure::Closed.into());
    }
    let filled = opened.shown(&app, None).await?;
    let mut faults = Vec::new();
    let text = text(&caller, &sent.text, &mut faults);
    let place = Place::new(sent.row, sent.line, sent.column);
    let place = Some(place).filter(|p| *p != Place::new("", "", ""));
    if let Some(place) = &place {
        let fault = unknown(&filled.whole, place);
        faults.extend(fault.map(|(field, code)| wrong(&caller, field.into(), code, &place.row)));
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults, opened.meta.form.paragraph()));
    }
    let remark = Remark { place, text };
    said::remark(&app.db, &caller.viewer(&app), &case, &remark, app.clock.now()).await.map_err(failure)?;
    let remarks = remarks(&app, &opened).await?;
    Ok(Json(RemarksKept { version: opened.meta.version, remarks }))
}
