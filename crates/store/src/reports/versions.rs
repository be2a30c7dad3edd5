//! Frozen versions of reports, what they contain, and the acceptances in their order.

use law::{bodies::BodyId, ch3_reports::FormId, term::Quarter};
use sqlx::AnyConnection;

use super::VersionRow;
use crate::{
    Db,
    error::Result,
    row::{Cells, Stored, all, bind, one, run, sql},
};

/// The media type of frozen sheets and notes.
pub const MEDIA_TYPE: &str = "text/plain; charset=utf-8";

pub(crate) async fn put(tx: &mut AnyConnection, case: &str, row: &VersionRow) -> Result<()> {
    let version = i64::from(row.version);
    let query = sql("INSERT INTO report_versions (case_id, version, own, whole, note) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (case_id, version) DO UPDATE SET own = excluded.own, whole = excluded.whole, note = excluded.note");
    let r = row.clone();
    run(tx, bind!(query; case.to_owned(), version, r.own, r.whole, r.note)).await?;
    let query = sql("DELETE FROM report_parts WHERE case_id = $1 AND version = $2");
    run(tx, query.bind(case.to_owned()).bind(version)).await?;
    for (part, of) in &row.parts {
        let query = sql("INSERT INTO report_parts (case_id, version, part_case, part_version) VALUES ($1, $2, $3, $4)");
        run(tx, bind!(query; case.to_owned(), version, part.clone(), i64::from(*of))).await?;
    }
    Ok(())
}

/// Notes the acceptance of a version under the link of the chain that holds it.
pub(crate) async fn accept(tx: &mut AnyConnection, case: &str, version: u32, quarter: Quarter, n: i64) -> Result<()> {
    let query = sql("INSERT INTO report_acceptances (case_id, version, n, quarter) VALUES ($1, $2, $3, $4) \
         ON CONFLICT DO NOTHING");
    run(tx, bind!(query; case.to_owned(), i64::from(version), n, quarter.to_string())).await?;
    Ok(())
}

/// An acceptance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    pub n: i64,
    pub case: String,
    pub version: u32,
    pub form: FormId,
    pub body: BodyId,
}

impl Stored for Acceptance {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { n: c.int()?, case: c.text()?, version: c.int()?, form: c.word(FormId::parse)?, body: c.text()? })
    }
}

/// Acceptances by a receiver after the link `n` of the chain, oldest first, for the product itself.
pub async fn accepted_since(db: &Db, quarter: Quarter, receiver: &str, n: i64) -> Result<Vec<Acceptance>> {
    let query = sql("SELECT a.n, a.case_id, a.version, r.form, r.body FROM report_acceptances a \
         JOIN reports r ON r.case_id = a.case_id WHERE a.quarter = $1 AND r.receiver = $2 AND a.n > $3 ORDER BY a.n");
    all(&db.pool, query.bind(quarter.to_string()).bind(receiver.to_owned()).bind(n)).await
}

/// What a body entered itself in one of the versions that a version contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPart {
    pub case: String,
    pub body: BodyId,
    /// The text of its sheet.
    pub text: String,
}

impl Stored for OwnPart {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let (case, body) = (c.text()?, c.text()?);
        let text = String::from_utf8(c.bytes()?).unwrap_or_default();
        Ok(Self { case, body, text })
    }
}

/// A version and all that it contains, each as what its body entered itself: their sum is the whole. For the product
/// itself.
pub async fn own_parts(db: &Db, case: &str, version: u32) -> Result<Vec<OwnPart>> {
    let query = sql("WITH RECURSIVE tree (case_id, version) AS (\
             SELECT v.case_id, v.version FROM report_versions v WHERE v.case_id = $1 AND v.version = $2 \
             UNION ALL SELECT p.part_case, p.part_version FROM report_parts p \
             JOIN tree t ON t.case_id = p.case_id AND t.version = p.version) \
         SELECT t.case_id, r.body, b.bytes FROM tree t JOIN reports r ON r.case_id = t.case_id \
         JOIN report_versions v ON v.case_id = t.case_id AND v.version = t.version \
         JOIN blobs b ON b.digest = v.own ORDER BY t.case_id");
    all(&db.pool, query.bind(case.to_owned()).bind(i64::from(version))).await
}

/// The frozen version of a report, for the product itself.
pub async fn version(db: &Db, case: &str, version: u32) -> Result<Option<VersionRow>> {
    let query = sql("SELECT own, whole, note FROM report_versions WHERE case_id = $1 AND version = $2");
    let found: Option<(String, (String, String))> =
        one(&db.pool, query.bind(case.to_owned()).bind(i64::from(version))).await?;
    let Some((own, (whole, note))) = found else { return Ok(None) };
    let query =
        sql("SELECT part_case, part_version FROM report_parts WHERE case_id = $1 AND version = $2 ORDER BY part_case");
    let parts: Vec<(String, i64)> = all(&db.pool, query.bind(case.to_owned()).bind(i64::from(version))).await?;
    let parts = parts.into_iter().map(|(case, v)| (case, u32::try_from(v).unwrap_or(0))).collect();
    Ok(Some(VersionRow { version, own, whole, note, parts }))
}

/// The text with this digest.
pub(crate) async fn text(db: &Db, digest: &str) -> Result<Option<String>> {
    let blob = crate::blobs::get(db, digest).await?;
    Ok(blob.and_then(|b| String::from_utf8(b.bytes).ok()))
}
