//! Cases: the one way they are written ([`commit`]), and the list of them (a read model).

mod around;
mod commit;
mod list;
mod plan;

use jiff::{Timestamp, civil::Date};
use law::{
    bodies::BodyId,
    case::{Procedure, Role, step::Awaited},
    ch2_external::dossier::Told,
    edition::Edition,
};

pub use around::{Around, Scope};
pub use commit::{Commit, CommitError, Committed, Frozen, commit, commit_reports, taken};
pub use list::{Filter, find, find_all, list, of_body_since};
pub use plan::{approved_plan_cases, every_plan_case, plan_entries_used};

use crate::{
    Db, awaited,
    duties::{self, DutyRow},
    error::{Result, StoreError},
    protected,
    reports::ReportModel,
    row::{Cells, Stored, bind, one, run, sql, stamp},
    told,
    words::search_text,
};
use sqlx::AnyConnection;

/// What a list shows of a case, as the caller derives it from the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMeta {
    pub id: String,
    pub procedure: Procedure,
    pub edition: Edition,
    /// The body whose case it is.
    pub body: BodyId,
    /// The body it concerns, once known.
    pub object: Option<BodyId>,
    pub title: String,
    pub opened_on: Date,
    pub closed_on: Option<Date>,
    /// Where it stands: the word of a stop of its rail.
    pub stage: String,
    /// When the last fact was recorded.
    pub last_at: Timestamp,
    /// The plan entry (`CASE/NUMBER`) it was appointed on.
    pub plan_item: Option<String>,
    /// Of an annual plan: the year it is for.
    pub plan_year: Option<i16>,
    /// Of an annual plan: whether it is approved.
    pub plan_approved: bool,
    /// More words to find it by; reference and title are found anyway, and come back with them, in lower case.
    pub search: String,
}

/// Everything that is derived from the facts of a case and kept beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadModel {
    pub case: CaseMeta,
    pub duties: Vec<DutyRow>,
    pub awaited: Vec<Awaited>,
    /// Who may read the case.
    pub readers: Vec<(BodyId, Role)>,
    /// Who is at work on it: its protected material is for them alone (§34).
    pub team: Vec<String>,
    /// What it tells other cases.
    pub told: Vec<Told>,
    /// Of a report: what lists show of it.
    pub report: Option<ReportModel>,
}

impl ReadModel {
    /// Puts what hangs on the row of the case in the place of what was there.
    async fn replace(&self, tx: &mut AnyConnection) -> Result<()> {
        replace_readers(tx, &self.case, &self.readers).await?;
        duties::replace(tx, &self.case.id, &self.duties).await?;
        awaited::replace(tx, &self.case, &self.awaited).await?;
        protected::replace_team(tx, &self.case.id, &self.team).await?;
        told::replace(tx, &self.case.id, &self.told).await?;
        match &self.report {
            Some(report) => report.replace(tx).await,
            None => Ok(()),
        }
    }
}

/// A case in lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Number within the body and the year of opening: `14/2026`.
    pub reference: String,
    /// How many facts it has.
    pub version: u32,
    pub meta: CaseMeta,
}

macro_rules! columns {
    () => {
        "c.reference, c.version, c.id, c.procedure, c.edition, c.body, c.object, c.title, c.opened_on, c.closed_on, \
         c.stage, c.last_at, c.plan_item, c.plan_year, c.plan_approved, c.search"
    };
}
pub(crate) use columns;

impl Stored for CaseRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            reference: c.text()?,
            version: c.int()?,
            meta: CaseMeta {
                id: c.text()?,
                procedure: c.word(Procedure::parse)?,
                edition: c.word(|t| t.parse().ok())?,
                body: c.text()?,
                object: c.opt_text()?,
                title: c.text()?,
                opened_on: c.day()?,
                closed_on: c.opt_day()?,
                stage: c.text()?,
                last_at: c.time()?,
                plan_item: c.opt_text()?,
                plan_year: c.opt_int()?,
                plan_approved: c.flag()?,
                search: c.text()?,
            },
        })
    }
}

/// A case, for the product itself.
pub async fn load(db: &Db, id: &str) -> Result<Option<CaseRow>> {
    let query = sql(concat!("SELECT ", columns!(), " FROM cases c WHERE c.id = $1"));
    one(&db.pool, query.bind(id.to_owned())).await
}

/// Puts what was derived anew from the facts in the place of the read model of a case; reference and facts stay.
///
/// # Errors
/// [`StoreError::NotFound`] if there is no such case with so many facts.
pub async fn replace_read_model(db: &Db, version: u32, model: &ReadModel) -> Result<()> {
    let mut tx = db.write().await?;
    if advance(&mut tx, &model.case, version, version).await?.is_none() {
        return Err(StoreError::NotFound("case"));
    }
    model.replace(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes the row of a case that has `from` facts and is going to have `to`; gives its reference.
async fn advance(tx: &mut AnyConnection, meta: &CaseMeta, from: u32, to: u32) -> Result<Option<String>> {
    let query =
        sql("UPDATE cases SET edition = $3, body = $4, object = $5, title = $6, opened_on = $7, closed_on = $8, \
         version = $9, stage = $10, last_at = $11, plan_item = $12, plan_year = $13, plan_approved = $14, \
         search = reference || ' ' || $15 \
         WHERE id = $1 AND version = $2 RETURNING reference");
    let search = search_text([&*meta.title, &meta.search]);
    let m = meta.clone();
    let query = bind!(query; m.id, i64::from(from), m.edition.id(), m.body, m.object, m.title,
        m.opened_on.to_string(), m.closed_on.map(|d| d.to_string()), i64::from(to), m.stage, stamp(m.last_at),
        m.plan_item, m.plan_year.map(i64::from), i64::from(m.plan_approved), search);
    one(tx, query).await
}

/// Writes the row of a new case of `version` facts; false if there is such a case.
async fn open(tx: &mut AnyConnection, meta: &CaseMeta, reference: &str, version: u32) -> Result<bool> {
    let query =
        sql("INSERT INTO cases (id, procedure, edition, body, object, reference, title, opened_on, closed_on, \
         version, stage, last_at, plan_item, plan_year, plan_approved, search) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT (id) DO NOTHING");
    let search = search_text([reference, &meta.title, &meta.search]);
    let m = meta.clone();
    let query = bind!(query; m.id, m.procedure.word(), m.edition.id(), m.body, m.object, reference.to_owned(),
        m.title, m.opened_on.to_string(), m.closed_on.map(|d| d.to_string()), i64::from(version), m.stage,
        stamp(m.last_at), m.plan_item, m.plan_year.map(i64::from), i64::from(m.plan_approved),
        search);
    Ok(run(tx, query).await? == 1)
}

/// Puts these readers in the place of those the case had.
async fn replace_readers(tx: &mut AnyConnection, meta: &CaseMeta, readers: &[(BodyId, Role)]) -> Result<()> {
    run(tx, sql("DELETE FROM case_readers WHERE case_id = $1").bind(meta.id.clone())).await?;
    for (body, role) in readers {
        let query = sql("INSERT INTO case_readers (case_id, body, role, last_at, procedure, open) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING");
        let query = bind!(query; meta.id.clone(), body.clone(), role.word(), stamp(meta.last_at),
            meta.procedure.word(), i64::from(meta.closed_on.is_none()));
        run(tx, query).await?;
    }
    Ok(())
}
