//! What is said to a report: comments on warnings, remarks of the receiving side, the analytical note.

use jiff::Timestamp;
use law::ch3_reports::{
    report::{Comment, Remark},
    sheet::Place,
};

use super::versions;
use crate::{
    Db, Viewer,
    error::{Result, StoreError},
    row::{Cells, Stored, all, bind, one, run, sql, stamp},
    scope::{granted, readable},
};

impl Stored for Comment {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { key: c.text()?, text: c.text()? })
    }
}

/// A section of the note in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteText {
    pub heading: String,
    pub language: String,
    pub text: String,
}

impl Stored for NoteText {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { heading: c.text()?, language: c.text()?, text: c.text()? })
    }
}

/// Comments of a report, for the product itself.
pub async fn comments(db: &Db, case: &str) -> Result<Vec<Comment>> {
    let query = sql("SELECT key, text FROM report_comments WHERE case_id = $1 ORDER BY key");
    all(&db.pool, query.bind(case.to_owned())).await
}

/// The note of a report in hand, for the product itself.
pub async fn note(db: &Db, case: &str) -> Result<Vec<NoteText>> {
    let query = sql("SELECT heading, language, text FROM report_notes WHERE case_id = $1 ORDER BY heading, language");
    all(&db.pool, query.bind(case.to_owned())).await
}

/// Whether the viewer fills this report, and it is open.
async fn fills(tx: &mut sqlx::AnyConnection, viewer: &Viewer, case: &str) -> Result<()> {
    let query = viewer.sql(concat!(
        "SELECT r.stage FROM reports r WHERE r.case_id = $5 AND r.body = $2 AND $3 = 'report-executor' AND ",
        readable!("r.case_id")
    ));
    let stage: Option<String> = one(&mut *tx, query.bind(case.to_owned())).await?;
    let stage = stage.ok_or(StoreError::NotFound("report"))?;
    let open = law::ch3_reports::report::Stage::parse(&stage).is_some_and(law::ch3_reports::report::Stage::open);
    if open { Ok(()) } else { Err(StoreError::Closed) }
}

/// Says something to a warning; an empty text takes it back.
pub async fn comment(db: &Db, viewer: &Viewer, case: &str, said: &Comment, at: Timestamp) -> Result<()> {
    let mut tx = db.write().await?;
    fills(&mut tx, viewer, case).await?;
    if said.text.trim().is_empty() {
        let query = sql("DELETE FROM report_comments WHERE case_id = $1 AND key = $2");
        run(&mut tx, query.bind(case.to_owned()).bind(said.key.clone())).await?;
    } else {
        let query = sql("INSERT INTO report_comments (case_id, key, text, by_user, at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (case_id, key) DO UPDATE SET text = excluded.text, by_user = excluded.by_user, at = excluded.at");
        let query = bind!(query; case.to_owned(), said.key.clone(), said.text.clone(), viewer.user.clone(), stamp(at));
        run(&mut tx, query).await?;
    }
    bump(&mut tx, case).await?;
    tx.commit().await?;
    Ok(())
}

/// Whoever has read the report to sign it has not read this: it is read again.
async fn bump(tx: &mut sqlx::AnyConnection, case: &str) -> Result<()> {
    run(tx, sql("UPDATE reports SET edits = edits + 1 WHERE case_id = $1").bind(case.to_owned())).await?;
    Ok(())
}

/// Writes sections of the note.
pub async fn write_note(db: &Db, viewer: &Viewer, case: &str, texts: &[NoteText], at: Timestamp) -> Result<()> {
    let mut tx = db.write().await?;
    fills(&mut tx, viewer, case).await?;
    for text in texts {
        let query = sql("INSERT INTO report_notes (case_id, heading, language, text, by_user, at) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (case_id, heading, language) \
             DO UPDATE SET text = excluded.text, by_user = excluded.by_user, at = excluded.at");
        let t = text.clone();
        let query = bind!(query; case.to_owned(), t.heading, t.language, t.text, viewer.user.clone(), stamp(at));
        run(&mut tx, query).await?;
    }
    bump(&mut tx, case).await?;
    tx.commit().await?;
    Ok(())
}

/// Remarks to a version that have not been sent, for those who write them.
pub async fn remarks(db: &Db, case: &str, version: u32) -> Result<Vec<Remark>> {
    let query = sql("SELECT row_no, line, col, text FROM report_remarks WHERE case_id = $1 AND version = $2 \
         ORDER BY row_no, line, col");
    let rows: Vec<RemarkRow> = all(&db.pool, query.bind(case.to_owned()).bind(i64::from(version))).await?;
    Ok(rows.into_iter().map(|r| r.0).collect())
}

struct RemarkRow(Remark);

impl Stored for RemarkRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let place = Place::read(c)?;
        Ok(Self(Remark { place: Some(place).filter(|p| !p.row.is_empty()), text: c.text()? }))
    }
}

/// Remarks something at a cell of the version that lies with the viewer's body; an empty text takes it back.
///
/// # Errors
/// [`StoreError::NotFound`] if it does not lie there.
pub async fn remark(db: &Db, viewer: &Viewer, case: &str, remark: &Remark, at: Timestamp) -> Result<()> {
    let mut tx = db.write().await?;
    let query = viewer.sql(concat!(
        "SELECT r.version FROM reports r WHERE r.case_id = $5 AND r.stage = 'submitted' AND r.body <> $2 AND ",
        readable!("r.case_id")
    ));
    let version: i64 = one(&mut *tx, query.bind(case.to_owned())).await?.ok_or(StoreError::NotFound("report"))?;
    let place = remark.place.clone().unwrap_or_else(|| Place::new("", "", ""));
    if remark.text.trim().is_empty() {
        let query = sql("DELETE FROM report_remarks WHERE case_id = $1 AND version = $2 AND row_no = $3 \
             AND line = $4 AND col = $5");
        run(&mut tx, bind!(query; case.to_owned(), version, place.row, place.line, place.column)).await?;
    } else {
        let query = sql("INSERT INTO report_remarks (case_id, version, row_no, line, col, text, by_user, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (case_id, version, row_no, line, col) \
             DO UPDATE SET text = excluded.text, by_user = excluded.by_user, at = excluded.at");
        let query = bind!(query; case.to_owned(), version, place.row, place.line, place.column,
            remark.text.clone(), viewer.user.clone(), stamp(at));
        run(&mut tx, query).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The text of a frozen sheet or note, for the product itself.
pub async fn frozen(db: &Db, digest: &str) -> Result<Option<String>> {
    versions::text(db, digest).await
}
