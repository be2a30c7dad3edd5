//! Steps that wait for somebody though no term runs, as they were at the last commit of their case: a read model.

use law::{
    bodies::BodyId,
    case::{Procedure, step::Awaited},
};
use sqlx::AnyConnection;

use crate::{
    Db, Viewer,
    cases::CaseMeta,
    error::Result,
    row::{Cells, Stored, all, bind, run, sql, stamp},
    scope::{granted, readable_each},
};

/// A waiting step with what a list shows of its case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseAwaited {
    pub step: String,
    pub paragraph: u8,
    pub case: String,
    pub reference: String,
    pub title: String,
    pub procedure: Procedure,
    pub case_body: BodyId,
    pub object: Option<BodyId>,
}

impl Stored for CaseAwaited {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            step: c.text()?,
            paragraph: c.int()?,
            case: c.text()?,
            reference: c.text()?,
            title: c.text()?,
            procedure: c.word(Procedure::parse)?,
            case_body: c.text()?,
            object: c.opt_text()?,
        })
    }
}

/// What waits for the viewer in cases they may read, the longest untouched first.
pub async fn mine(db: &Db, viewer: &Viewer, limit: u32) -> Result<Vec<CaseAwaited>> {
    let query = viewer.sql(concat!(
        "SELECT p.step, p.paragraph, c.id, c.reference, c.title, c.procedure, c.body, c.object \
         FROM (SELECT a.case_id, a.step, a.paragraph, a.last_at FROM awaited a \
         WHERE a.body = $2 AND a.role = $3 AND a.person IN ('', $1) AND ",
        readable_each!("a.case_id"),
        " ORDER BY a.last_at, a.case_id, a.step LIMIT $5) AS p JOIN cases c ON c.id = p.case_id \
         ORDER BY p.last_at, p.case_id, p.step"
    ));
    all(&db.pool, query.bind(i64::from(limit))).await
}

/// Puts these in the place of those the case had.
pub(crate) async fn replace(tx: &mut AnyConnection, case: &CaseMeta, awaited: &[Awaited]) -> Result<()> {
    run(tx, sql("DELETE FROM awaited WHERE case_id = $1").bind(case.id.clone())).await?;
    for a in awaited {
        let query = sql("INSERT INTO awaited (case_id, step, person, body, role, paragraph, last_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)");
        let person = a.user.clone().unwrap_or_default();
        let query = bind!(query; case.id.clone(), a.step, person, a.body.clone(), a.role.word(),
            i64::from(a.paragraph), stamp(case.last_at));
        run(tx, query).await?;
    }
    Ok(())
}
