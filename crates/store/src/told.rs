//! What cases of external control tell one another: a read model, written with the facts of the case that tells it. There
//! are as many rows as appeals of all years; each reading takes those its page needs, off an index.

use std::collections::HashMap;

use jiff::civil::Date;
use law::ch2_external::dossier::{Told, What};
use sqlx::AnyConnection;

use crate::{
    Db, Page, Viewer,
    error::Result,
    row::{Cells, Sql, Stored, all, bind, number, run, sql},
    scope::{granted, readable, readable_each},
};

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

/// An appeal by the number under which it was registered: the law knows its case alone.
struct Numbered(Told);

impl Stored for Numbered {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let (mut told, reference) = <(Told, String)>::read(c)?;
        if let What::Appeal(appeal) = &mut told.what {
            appeal.number = reference;
        }
        Ok(Self(told))
    }
}

async fn numbered(db: &Db, query: Sql) -> Result<Vec<Told>> {
    Ok(all::<Numbered>(&db.pool, query).await?.into_iter().map(|Numbered(told)| told).collect())
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!("SELECT t.case_id, t.item, t.body, t.subject, t.on_day, t.data FROM told t WHERE ", $($rest),*)
    };
}

macro_rules! select_numbered {
    ($rest:literal) => {
        concat!(
            "SELECT t.case_id, t.item, t.body, t.subject, t.on_day, t.data, c.reference \
             FROM told t JOIN cases c ON c.id = t.case_id WHERE ",
            $rest
        )
    };
}

/// What one case tells, appeals by their numbers, for the product itself.
pub async fn of_case(db: &Db, case: &str) -> Result<Vec<Told>> {
    numbered(db, sql(select_numbered!("t.case_id = $1 ORDER BY t.on_day, t.item")).bind(case.to_owned())).await
}

/// What is told about a subject, without the appeals that weigh nothing, for the product itself.
pub async fn of_subject(db: &Db, subject: &str) -> Result<Vec<Told>> {
    let query = sql(select!("t.subject = $1 AND t.weighs = 1 ORDER BY t.on_day, t.case_id, t.item"));
    all(&db.pool, query.bind(subject.to_owned())).await
}

/// The numbers of the cases that tell of a subject, by case, for the product itself.
pub async fn references(db: &Db, subject: &str) -> Result<HashMap<String, String>> {
    let query =
        sql("SELECT DISTINCT c.id, c.reference FROM told t JOIN cases c ON c.id = t.case_id WHERE t.subject = $1");
    let rows: Vec<(String, String)> = all(&db.pool, query.bind(subject.to_owned())).await?;
    Ok(rows.into_iter().collect())
}

/// Visits of a body on entries of lists that it visits, for the product itself.
pub async fn visits_by(db: &Db, body: &str) -> Result<Vec<Told>> {
    let query = sql(select!(
        "t.body = $1 AND t.kind = 'check' AND t.basis IN (SELECT e.case_id FROM told e WHERE e.to_body = $1 \
         AND e.kind = 'entry') ORDER BY t.on_day, t.case_id"
    ));
    all(&db.pool, query.bind(body.to_owned())).await
}

/// Inspections and visits of a subject, for the product itself.
pub async fn checks_of(db: &Db, subject: &str) -> Result<Vec<Told>> {
    let query = sql(select!("t.subject = $1 AND t.kind = 'check' ORDER BY t.on_day, t.case_id"));
    all(&db.pool, query.bind(subject.to_owned())).await
}

/// What an inspection of a body may rest on, for the product itself: its appeals accepted as a ground, by their numbers,
/// and its prescriptions.
pub async fn grounds_of(db: &Db, body: &str) -> Result<Vec<Told>> {
    let query = sql(select_numbered!("t.body = $1 AND t.ground = 1 ORDER BY t.on_day, t.case_id"));
    numbered(db, query.bind(body.to_owned())).await
}

/// What is told of a body as the one that is to act, for the product itself: appeals handed to it, by their numbers, or
/// entries it visits.
pub async fn to_body(db: &Db, body: &str, kind: &str) -> Result<Vec<Told>> {
    let query = sql(select_numbered!("t.to_body = $1 AND t.kind = $2 ORDER BY t.on_day, t.case_id, t.item"));
    numbered(db, query.bind(body.to_owned()).bind(kind.to_owned())).await
}

/// Checks that rest on a case or on an entry of it, for the product itself.
pub async fn resting_on(db: &Db, case: &str) -> Result<Vec<Told>> {
    all(&db.pool, sql(select!("t.basis = $1 ORDER BY t.on_day, t.case_id")).bind(case.to_owned())).await
}

/// Checks that take days between these two, and entries of lists for them, for the product itself.
pub async fn between(db: &Db, first: Date, last: Date) -> Result<Vec<Told>> {
    let query = sql(select!("t.ends >= $1 AND t.begins <= $2 ORDER BY t.on_day, t.case_id, t.item"));
    all(&db.pool, query.bind(first.to_string()).bind(last.to_string())).await
}

/// Lists that tell entries: those that were not given up, for the product itself.
pub async fn lists(db: &Db) -> Result<Vec<String>> {
    all(&db.pool, sql("SELECT DISTINCT t.case_id FROM told t WHERE t.weighs = 1 AND t.kind = 'entry'")).await
}

/// Checks whose results are not delivered, for the product itself.
pub async fn open_checks(db: &Db) -> Result<Vec<Told>> {
    all(&db.pool, sql(select!("t.open = 1 ORDER BY t.on_day, t.case_id"))).await
}

/// Which subjects, and since when appeals found justified count; what is left empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scored {
    pub territory: Option<String>,
    /// The day itself does not count any more.
    pub since: Option<Date>,
}

/// Everything that scores are reckoned from, for the product itself: all checks and controls without a visit, and of the
/// appeals those found justified since a day.
pub async fn scored(db: &Db, wanted: &Scored) -> Result<Vec<Told>> {
    let since = wanted.since.map(|day| day.to_string()).unwrap_or_default();
    let query = match &wanted.territory {
        None => sql(concat!(
            select!("t.weighs = 1 AND t.kind IN ('check', 'desk')"),
            " UNION ALL ",
            select!("t.justified_on > $1")
        ))
        .bind(since),
        // The appeals come off the index of their days: those of a subject are many more.
        Some(territory) => sql(concat!(
            select!("t.kind IN ('check', 'desk') AND t.subject IN (SELECT b.id FROM bodies b WHERE b.territory = $2)"),
            " UNION ALL ",
            select!("t.justified_on > $1 AND t.subject || '' IN (SELECT b.id FROM bodies b WHERE b.territory = $2)")
        ))
        .bind(since)
        .bind(territory.clone()),
    };
    all(&db.pool, query).await
}

macro_rules! seen {
    () => {
        concat!("t.subject = $5 AND t.kind = $6 AND ", readable_each!("t.case_id"))
    };
}

/// What of a kind is told about a subject that the viewer may read, the latest first; at most 200 on a page.
pub async fn seen(db: &Db, viewer: &Viewer, subject: &str, kind: &str, page: u32, per_page: u32) -> Result<Page<Told>> {
    let (page, per_page) = (page.max(1), per_page.clamp(1, 200));
    let rows = viewer.sql(select!(seen!(), " ORDER BY t.on_day DESC, t.case_id DESC, t.item LIMIT $7 OFFSET $8"));
    let rows = bind!(rows; subject.to_owned(), kind.to_owned(), i64::from(per_page), i64::from(page - 1) * i64::from(per_page));
    let items = all(&db.pool, rows).await?;
    let count = concat!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM told t WHERE ", seen!(), " LIMIT $7) AS counted");
    let count = bind!(viewer.sql(count); subject.to_owned(), kind.to_owned(), i64::from(Page::<Told>::MOST) + 1);
    let total = u32::try_from(number(&db.pool, count).await?).unwrap_or(u32::MAX);
    Ok(Page { items, total, page, per_page })
}

/// Cases about a subject that the viewer may read, without the appeals that weigh nothing.
pub async fn readable_of(db: &Db, viewer: &Viewer, subject: &str) -> Result<Vec<String>> {
    let text = concat!(
        "SELECT DISTINCT t.case_id FROM told t WHERE t.subject = $5 AND t.weighs = 1 AND ",
        readable!("t.case_id")
    );
    all(&db.pool, viewer.sql(text).bind(subject.to_owned())).await
}

/// How many cases about a subject the viewer may not read.
pub async fn elsewhere(db: &Db, viewer: &Viewer, subject: &str) -> Result<i64> {
    let text = concat!(
        "SELECT COUNT(DISTINCT t.case_id) FROM told t WHERE t.subject = $5 AND NOT (",
        readable!("t.case_id"),
        ")"
    );
    number(&db.pool, viewer.sql(text).bind(subject.to_owned())).await
}

/// The body that is to act on it, other than the one that tells.
fn acting(what: &What) -> Option<String> {
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
        let query = bind!(query; case.to_owned(), t.item.clone(), t.what.word(), t.body.clone(), acting(&t.what),
            t.subject.clone(), t.on.to_string(), serde_json::to_string(&t.what)?);
        run(tx, query).await?;
    }
    Ok(())
}
