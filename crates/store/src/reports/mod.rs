//! Quarterly reports: how far each is ([`board`]), the cells in hand ([`cells`]), what is said to them ([`talk`]), frozen
//! versions and acceptances ([`versions`]).

pub mod board;
pub mod cells;
pub mod talk;
pub mod versions;

use jiff::civil::Date;
use law::{
    bodies::BodyId,
    ch3_reports::{FormId, report::Stage},
    term::Quarter,
};
use sqlx::AnyConnection;

use crate::{
    error::Result,
    row::{Cells, Stored, bind, run, sql},
};

/// What lists show of a report, as the caller derives it from the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportMeta {
    pub case: String,
    pub form: FormId,
    pub quarter: Quarter,
    pub body: BodyId,
    /// Who accepts it.
    pub receiver: BodyId,
    pub stage: Stage,
    /// The version signed last; 0 before the first.
    pub version: u32,
    /// The version accepted last.
    pub accepted: Option<u32>,
    /// The last day, inclusive.
    pub due: Date,
    pub first_submitted: Option<Date>,
    pub accepted_on: Option<Date>,
}

/// A frozen version with what it contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    pub version: u32,
    pub own: String,
    pub whole: String,
    pub note: String,
    /// Case and version of each part.
    pub parts: Vec<(String, u32)>,
}

/// Everything derived from the facts of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportModel {
    pub meta: ReportMeta,
    /// Bodies that may see how far it is.
    pub watchers: Vec<BodyId>,
    pub versions: Vec<VersionRow>,
}

macro_rules! columns {
    () => {
        "r.case_id, r.form, r.quarter, r.body, r.receiver, r.stage, r.version, r.accepted, r.due, r.first_submitted, \
         r.accepted_on"
    };
}
pub(crate) use columns;

impl Stored for ReportMeta {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            case: c.text()?,
            form: c.word(FormId::parse)?,
            quarter: c.word(|t| t.parse().ok())?,
            body: c.text()?,
            receiver: c.text()?,
            stage: c.word(Stage::parse)?,
            version: c.int()?,
            accepted: c.opt_int()?,
            due: c.day()?,
            first_submitted: c.opt_day()?,
            accepted_on: c.opt_day()?,
        })
    }
}

impl ReportModel {
    /// Puts what was derived in the place of what was there; the count of edits stays.
    pub(crate) async fn replace(&self, tx: &mut AnyConnection) -> Result<()> {
        let query = sql("INSERT INTO reports (case_id, form, quarter, body, receiver, stage, version, accepted, due, \
             first_submitted, accepted_on, edits) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0) \
             ON CONFLICT (case_id) DO UPDATE SET receiver = excluded.receiver, stage = excluded.stage, \
             version = excluded.version, accepted = excluded.accepted, due = excluded.due, \
             first_submitted = excluded.first_submitted, accepted_on = excluded.accepted_on");
        let m = self.meta.clone();
        let day = |d: Option<Date>| d.map(|d| d.to_string());
        let query = bind!(query; m.case.clone(), m.form.word(), m.quarter.to_string(), m.body, m.receiver,
            m.stage.word(), i64::from(m.version), m.accepted.map(i64::from), m.due.to_string(),
            day(m.first_submitted), day(m.accepted_on));
        run(tx, query).await?;
        run(tx, sql("DELETE FROM report_watchers WHERE case_id = $1").bind(m.case.clone())).await?;
        for body in &self.watchers {
            let query = sql("INSERT INTO report_watchers (case_id, body) VALUES ($1, $2)");
            run(tx, query.bind(m.case.clone()).bind(body.clone())).await?;
        }
        for version in &self.versions {
            versions::put(tx, &m.case, version).await?;
        }
        Ok(())
    }
}
