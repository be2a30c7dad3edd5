//! Duties as the law derived them at the last commit of their case: a read model.

use jiff::civil::Date;
use law::{
    bodies::BodyId,
    case::{DutyState, Procedure, Role, step::Taker},
    rules::RuleId,
};
use sqlx::AnyConnection;

use crate::{
    Db, Viewer,
    error::Result,
    row::{Cells, Stored, all, bind, run, sql},
    scope::{granted, readable, readable_each},
};

/// A duty without its reckoning, which the law derives anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyRow {
    /// Unique within the case.
    pub key: String,
    pub rule: Option<RuleId>,
    pub paragraph: u8,
    pub what: String,
    pub detail: String,
    pub body: BodyId,
    pub roles: Vec<Role>,
    pub due: Date,
    pub state: DutyState,
    /// The step that discharges it.
    pub step: String,
    /// Who could take it when the last fact came.
    pub takers: Vec<Taker>,
}

impl DutyRow {
    /// The day it was discharged or lapsed.
    pub fn ended(&self) -> Option<Date> {
        match self.state {
            DutyState::Open => None,
            DutyState::Done(on) | DutyState::Lapsed(on) => Some(on),
        }
    }

    /// Whether it was, or by `today` is, late.
    pub fn late(&self, today: Date) -> bool {
        self.ended().unwrap_or(today) > self.due
    }
}

/// A duty with what a list shows of its case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDuty {
    pub duty: DutyRow,
    pub case: String,
    pub reference: String,
    pub title: String,
    pub procedure: Procedure,
    pub case_body: BodyId,
    pub object: Option<BodyId>,
}

/// Whose duties of the viewer's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those of the viewer's role.
    Mine,
    /// Those of the whole body.
    Body,
}

macro_rules! columns {
    () => {
        "d.key, d.rule, d.paragraph, d.what, d.detail, d.body, d.roles, d.due, d.state, d.ended, d.step, d.takers, \
         c.id, c.reference, c.title, c.procedure, c.body, c.object"
    };
}
pub(crate) use columns;

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "SELECT ",
            $crate::duties::columns!(),
            " FROM duties d JOIN cases c ON c.id = d.case_id WHERE ",
            $($rest),*
        )
    };
}
pub(crate) use select;

impl Stored for DutyRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            key: c.text()?,
            rule: c.opt_text()?.and_then(|id| id.parse().ok()),
            paragraph: c.int()?,
            what: c.text()?,
            detail: c.text()?,
            body: c.text()?,
            roles: c.text()?.split(',').filter_map(Role::parse).collect(),
            due: c.day()?,
            state: match (&*c.text()?, c.opt_day()?) {
                ("done", Some(on)) => DutyState::Done(on),
                ("lapsed", Some(on)) => DutyState::Lapsed(on),
                _ => DutyState::Open,
            },
            step: c.text()?,
            takers: serde_json::from_str(&c.text()?)?,
        })
    }
}

impl Stored for CaseDuty {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            duty: DutyRow::read(c)?,
            case: c.text()?,
            reference: c.text()?,
            title: c.text()?,
            procedure: c.word(Procedure::parse)?,
            case_body: c.text()?,
            object: c.opt_text()?,
        })
    }
}

/// Open duties of the viewer's body in cases the viewer may read, nearest first.
pub async fn my_duties(db: &Db, viewer: &Viewer, scope: Scope, limit: u32) -> Result<Vec<CaseDuty>> {
    let query = viewer.sql(concat!(
        "SELECT ",
        columns!(),
        " FROM (SELECT d.case_id, d.key, d.due FROM duties d \
         WHERE d.body = $2 AND d.state = 'open' AND ',' || d.roles || ',' LIKE $5 AND ",
        readable_each!("d.case_id"),
        " ORDER BY d.due, d.case_id, d.key LIMIT $6) AS p \
         JOIN duties d ON d.case_id = p.case_id AND d.key = p.key JOIN cases c ON c.id = p.case_id \
         ORDER BY p.due, p.case_id, p.key"
    ));
    let roles = match scope {
        Scope::Mine => format!("%,{},%", viewer.role.word()),
        Scope::Body => "%".to_owned(),
    };
    all(&db.pool, query.bind(roles).bind(i64::from(limit))).await
}

/// The duties of a case the viewer may read, nearest first.
pub async fn of_case(db: &Db, viewer: &Viewer, case: &str) -> Result<Vec<CaseDuty>> {
    let query = viewer.sql(select!("d.case_id = $5 AND ", readable!("d.case_id"), " ORDER BY d.due, d.key"));
    all(&db.pool, query.bind(case.to_owned())).await
}

/// All open duties due by a day (inclusive), nearest first, for the product itself.
pub async fn open_duties_all(db: &Db, by: Date) -> Result<Vec<CaseDuty>> {
    let query = sql(select!("d.state = 'open' AND d.due <= $1 ORDER BY d.due, d.case_id, d.key"));
    all(&db.pool, query.bind(by.to_string())).await
}

/// Puts these duties in the place of those the case had.
pub(crate) async fn replace(tx: &mut AnyConnection, case: &str, duties: &[DutyRow]) -> Result<()> {
    run(tx, sql("DELETE FROM duties WHERE case_id = $1").bind(case.to_owned())).await?;
    for duty in duties {
        let query =
            sql("INSERT INTO duties (case_id, key, rule, paragraph, what, detail, body, roles, due, state, ended, \
             late_on_end, step, takers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)");
        let state = match duty.state {
            DutyState::Open => "open",
            DutyState::Done(_) => "done",
            DutyState::Lapsed(_) => "lapsed",
        };
        let roles = duty.roles.iter().map(|r| r.word()).collect::<Vec<_>>().join(",");
        let ended = duty.ended();
        let d = duty.clone();
        let query = bind!(query; case.to_owned(), d.key, d.rule.map(RuleId::id), i64::from(d.paragraph), d.what,
            d.detail, d.body, roles, d.due.to_string(), state, ended.map(|e| e.to_string()),
            i64::from(ended.is_some_and(|e| e > d.due)), d.step, serde_json::to_string(&d.takers)?);
        run(tx, query).await?;
    }
    Ok(())
}
