//! What cases of external control tell one another: a read model, written with the facts of the case that tells it.

use std::collections::HashMap;

use law::ch2_external::dossier::{Told, What};
use sqlx::AnyConnection;

use crate::{
    Db, Page, Viewer,
    error::Result,
    row::{Cells, Sql, Stored, all, bind, number, run, sql},
    scope::{granted, readable_each},
};

/// What a list of it is narrowed by; everything left empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A word of [`What`].
    pub kind: Option<&'static str>,
    pub body: Option<String>,
    pub subject: Option<String>,
    /// 1 for the first; 0 is taken as 1.
    pub page: u32,
    /// At most 200; 0 is taken as 50.
    pub per_page: u32,
}

impl Stored for Told {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            case: c.text()?,
            item: c.text()?,
            body: c.text()?,
            subject: c.opt_text()?,
            on: c.day()?,
            what: c.json()?,
        })
    }
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!("SELECT t.case_id, t.item, t.body, t.subject, t.on_day, t.data FROM told t WHERE ", $($rest),*)
    };
}

/// Everything told about a subject, for the product itself.
pub async fn of_subject(db: &Db, subject: &str) -> Result<Vec<Told>> {
    let query = sql(select!("t.subject = $1 ORDER BY t.on_day, t.case_id, t.item"));
    all(&db.pool, query.bind(subject.to_owned())).await
}

/// The numbers of the cases that tell of a subject, by case, for the product itself.
pub async fn references(db: &Db, subject: &str) -> Result<HashMap<String, String>> {
    let query =
        sql("SELECT DISTINCT c.id, c.reference FROM told t JOIN cases c ON c.id = t.case_id WHERE t.subject = $1");
    let rows: Vec<(String, String)> = all(&db.pool, query.bind(subject.to_owned())).await?;
    Ok(rows.into_iter().collect())
}

/// What the cases of a body tell, or others tell of it as the one that is to act, for the product itself.
pub async fn of_body(db: &Db, body: &str, kind: Option<&str>) -> Result<Vec<Told>> {
    let query = sql(select!(
        "(t.body = $1 OR t.to_body = $1) AND ($2 IS NULL OR t.kind = $2) ORDER BY t.on_day, t.case_id, t.item"
    ));
    all(&db.pool, query.bind(body.to_owned()).bind(kind.map(str::to_owned))).await
}

/// Everything of a kind, for the product itself.
pub async fn of_kind(db: &Db, kind: &str) -> Result<Vec<Told>> {
    let query = sql(select!("t.kind = $1 ORDER BY t.on_day, t.case_id, t.item"));
    all(&db.pool, query.bind(kind.to_owned())).await
}

/// What one case tells, for the product itself.
pub async fn of_case(db: &Db, case: &str) -> Result<Vec<Told>> {
    all(&db.pool, sql(select!("t.case_id = $1 ORDER BY t.on_day, t.item")).bind(case.to_owned())).await
}

/// Everything told, for the product itself.
pub async fn every(db: &Db) -> Result<Vec<Told>> {
    all(&db.pool, sql(select!("t.case_id <> '' ORDER BY t.on_day, t.case_id, t.item"))).await
}

macro_rules! seen {
    () => {
        concat!(
            "($5 IS NULL OR t.kind = $5) AND ($6 IS NULL OR t.body = $6) AND ($7 IS NULL OR t.subject = $7) AND ",
            readable_each!("t.case_id")
        )
    };
}

impl Filter {
    fn bind(&self, query: Sql) -> Sql {
        bind!(query; self.kind.map(str::to_owned), self.body.clone(), self.subject.clone())
    }
}

/// What the cases tell that the viewer may read, the latest first.
pub async fn seen(db: &Db, viewer: &Viewer, filter: &Filter) -> Result<Page<Told>> {
    let page = filter.page.max(1);
    let per_page = if filter.per_page == 0 { 50 } else { filter.per_page.min(200) };
    let rows = select!(seen!(), " ORDER BY t.on_day DESC, t.case_id DESC, t.item LIMIT $8 OFFSET $9");
    let rows = filter.bind(viewer.sql(rows)).bind(i64::from(per_page));
    let items = all(&db.pool, rows.bind(i64::from(page - 1) * i64::from(per_page))).await?;
    let count = concat!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM told t WHERE ", seen!(), " LIMIT $8) AS counted");
    let count = filter.bind(viewer.sql(count)).bind(i64::from(Page::<Told>::MOST) + 1);
    let total = u32::try_from(number(&db.pool, count).await?).unwrap_or(u32::MAX);
    Ok(Page { items, total, page, per_page })
}

/// The body that is to act on it, other than the one that tells.
fn to_body(what: &What) -> Option<String> {
    match what {
        What::Appeal(appeal) => appeal.handed_to.clone(),
        What::Entry(entry) => Some(entry.by.clone()),
        What::Check(_) | What::Desk(_) => None,
    }
}

/// Puts these in the place of those the case told.
pub(crate) async fn replace(tx: &mut AnyConnection, case: &str, told: &[Told]) -> Result<()> {
    run(tx, sql("DELETE FROM told WHERE case_id = $1").bind(case.to_owned())).await?;
    for t in told {
        let query = sql("INSERT INTO told (case_id, item, kind, body, to_body, subject, on_day, data) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        let query = bind!(query; case.to_owned(), t.item.clone(), t.what.word(), t.body.clone(), to_body(&t.what),
            t.subject.clone(), t.on.to_string(), serde_json::to_string(&t.what)?);
        run(tx, query).await?;
    }
    Ok(())
}
