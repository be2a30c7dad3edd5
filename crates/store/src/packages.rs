//! What the body for legal statistics is told (§17, §19, §24): put down in the commit that causes it, kept until it is
//! answered, never lost.

use jiff::{Timestamp, civil::Date};
use law::{bodies::BodyId, ch2_external::exchange::PackageKind};
use sqlx::AnyConnection;

use crate::{
    Db, Page, Viewer,
    error::{Result, StoreError},
    row::{Cells, Sql, Stored, all, bind, number, one, run, sql, stamp},
    scope::{granted, readable},
};

/// A package to put down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPackage {
    /// Known to the receiver, for whom the same id is the same package.
    pub id: String,
    /// The fact it tells of.
    pub seq: u32,
    /// Its place among the packages of that fact, from 0.
    pub n: u32,
    pub kind: PackageKind,
    /// The body whose case it is.
    pub body: BodyId,
}

/// How far a package is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Still to be delivered.
    Waiting,
    /// Taken by the receiver, or given as a file; the number is to come.
    Delivered,
    /// Answered with a number.
    Acknowledged,
    /// Turned down: it waits for a person.
    Refused,
}

impl State {
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Delivered, Self::Acknowledged, Self::Refused];

    /// The word in columns, addresses and locale keys (`exchange-state-…`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Acknowledged => "acknowledged",
            Self::Refused => "refused",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.word() == word)
    }
}

/// The receiver's answer: its number and its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub number: String,
    pub on: Date,
}

/// A package as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageRow {
    pub id: String,
    pub case: String,
    pub seq: u32,
    pub n: u32,
    pub kind: PackageKind,
    pub body: BodyId,
    pub created_at: Timestamp,
    pub state: State,
    /// How often it was sent or asked for since a person last had it sent.
    pub attempts: u32,
    pub next_at: Timestamp,
    /// What the last attempt came to, unless all went well; the receiver's own words where it turned the package down.
    pub last_error: Option<String>,
    pub answered: Option<Number>,
    pub delivered_at: Option<Timestamp>,
    /// The number of its case.
    pub reference: String,
}

impl Stored for PackageRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            case: c.text()?,
            seq: c.int()?,
            n: c.int()?,
            kind: c.word(PackageKind::parse)?,
            body: c.text()?,
            created_at: c.time()?,
            state: c.word(State::parse)?,
            attempts: c.int()?,
            next_at: c.time()?,
            last_error: c.opt_text()?,
            answered: match (c.opt_text()?, c.opt_day()?) {
                (Some(number), Some(on)) => Some(Number { number, on }),
                _ => None,
            },
            delivered_at: c.opt_time()?,
            reference: c.text()?,
        })
    }
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "SELECT p.id, p.case_id, p.seq, p.n, p.kind, p.body, p.created_at, p.state, p.attempts, p.next_at, \
             p.last_error, p.answered_number, p.answered_on, p.delivered_at, c.reference \
             FROM packages p JOIN cases c ON c.id = p.case_id WHERE ",
            $($rest),*
        )
    };
}

/// Condition: the package is of the viewer's own body and of a case they may read; administrators look after the line.
macro_rules! looked_after {
    () => {
        concat!(
            "p.body = $2 AND ",
            granted!(),
            " AND ($3 = 'administrator' OR ($3 IN ('inspector', 'leader') AND EXISTS (SELECT 1 FROM case_readers r \
             WHERE r.case_id = p.case_id AND r.body = $2 AND r.role = $3)))"
        )
    };
}

pub(crate) async fn enqueue_in(
    tx: &mut AnyConnection,
    case: &str,
    packages: &[NewPackage],
    now: Timestamp,
) -> Result<()> {
    for p in packages {
        let query =
            sql("INSERT INTO packages (id, case_id, seq, n, kind, body, created_at, state, attempts, next_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $7)");
        let query = bind!(query; p.id.clone(), case.to_owned(), i64::from(p.seq), i64::from(p.n), p.kind.word(),
            p.body.clone(), stamp(now));
        run(tx, query).await.map_err(|e| StoreError::or_exists(e, "package"))?;
    }
    Ok(())
}

/// A number that comes into a case: the package of that kind needs no other answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub kind: PackageKind,
    pub number: Number,
    /// Whether that holds for a package that has not gone out, too: without a line nothing goes out by itself.
    pub unsent: bool,
}

pub(crate) async fn answer_in(tx: &mut AnyConnection, case: &str, recorded: &[Recorded]) -> Result<()> {
    for Recorded { kind, number: Number { number, on }, unsent } in recorded {
        let query = sql("UPDATE packages SET state = 'acknowledged', last_error = NULL, answered_number = $3, \
             answered_on = $4 WHERE case_id = $1 AND kind = $2 AND (state IN ('delivered', 'refused') \
             OR (state = 'waiting' AND CAST($5 AS BIGINT) = 1))");
        let query = bind!(query; case.to_owned(), kind.word(), number.clone(), on.to_string(),
            i64::from(*unsent));
        run(tx, query).await?;
    }
    Ok(())
}

/// Packages whose time has come, the longest waiting first, for the product itself. Those of a case go in their order:
/// what was never taken holds up what came after it.
pub async fn due(db: &Db, now: Timestamp, limit: u32) -> Result<Vec<PackageRow>> {
    let query = sql(select!(
        "p.state IN ('waiting', 'delivered') AND p.next_at <= $1 AND NOT EXISTS (SELECT 1 FROM packages b \
         WHERE b.case_id = p.case_id AND b.state = 'waiting' AND (b.seq < p.seq OR (b.seq = p.seq AND b.n < p.n))) \
         ORDER BY p.next_at, p.id LIMIT $2"
    ));
    all(&db.pool, query.bind(stamp(now)).bind(i64::from(limit))).await
}

/// All packages in a state, oldest first, for the product itself.
pub async fn in_state(db: &Db, state: Option<State>) -> Result<Vec<PackageRow>> {
    let query = sql(select!("($1 IS NULL OR p.state = $1) ORDER BY p.created_at, p.case_id, p.seq, p.n"));
    all(&db.pool, query.bind(state.map(State::word))).await
}

/// A package, for the product itself.
pub async fn load(db: &Db, id: &str) -> Result<Option<PackageRow>> {
    one(&db.pool, sql(select!("p.id = $1")).bind(id.to_owned())).await
}

/// A package the viewer looks after.
pub async fn find(db: &Db, viewer: &Viewer, id: &str) -> Result<Option<PackageRow>> {
    let query = viewer.sql(select!("p.id = $5 AND ", looked_after!()));
    one(&db.pool, query.bind(id.to_owned())).await
}

/// A package of a case that the viewer may read, for its contents.
pub async fn readable_by(db: &Db, viewer: &Viewer, id: &str) -> Result<Option<PackageRow>> {
    let query = viewer.sql(select!("p.id = $5 AND ", looked_after!(), " AND ", readable!("p.case_id")));
    one(&db.pool, query.bind(id.to_owned())).await
}

/// What a list is narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub state: Option<State>,
    pub case: Option<String>,
    /// 1 for the first; 0 is taken as 1.
    pub page: u32,
    /// At most 200; 0 is taken as 50.
    pub per_page: u32,
}

impl Filter {
    fn bind(&self, query: Sql) -> Sql {
        bind!(query; self.state.map(State::word), self.case.clone())
    }
}

macro_rules! listed {
    () => {
        concat!("($5 IS NULL OR p.state = $5) AND ($6 IS NULL OR p.case_id = $6) AND ", looked_after!())
    };
}

/// The packages the viewer looks after, the latest first.
pub async fn list(db: &Db, viewer: &Viewer, filter: &Filter) -> Result<Page<PackageRow>> {
    let page = filter.page.max(1);
    let per_page = if filter.per_page == 0 { 50 } else { filter.per_page.min(200) };
    let rows = viewer.sql(select!(listed!(), " ORDER BY p.created_at DESC, p.id DESC LIMIT $7 OFFSET $8"));
    let rows = filter.bind(rows).bind(i64::from(per_page)).bind(i64::from(page - 1) * i64::from(per_page));
    let items = all(&db.pool, rows).await?;
    let count =
        concat!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM packages p WHERE ", listed!(), " LIMIT $7) AS counted");
    let count = filter.bind(viewer.sql(count)).bind(i64::from(Page::<PackageRow>::MOST) + 1);
    let total = u32::try_from(number(&db.pool, count).await?).unwrap_or(u32::MAX);
    Ok(Page { items, total, page, per_page })
}

/// What an attempt came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody answered, or not as agreed: again at that time.
    Failed {
        why: String,
        next_at: Timestamp,
    },
    /// Taken without a number: it is asked for at that time.
    Delivered {
        next_at: Timestamp,
    },
    Acknowledged(Number),
    /// Turned down, in the receiver's words.
    Refused {
        why: String,
    },
    /// The receiver does not know what it had taken: it is sent again.
    Forgotten,
}

/// Records what an attempt came to; a package that is answered stays so.
pub async fn record(db: &Db, id: &str, outcome: &Outcome, at: Timestamp) -> Result<()> {
    let id = id.to_owned();
    let query = match outcome {
        Outcome::Failed { why, next_at } => {
            let query = sql("UPDATE packages SET attempts = attempts + 1, last_error = $2, next_at = $3 \
                 WHERE id = $1 AND state IN ('waiting', 'delivered')");
            bind!(query; id, why.clone(), stamp(*next_at))
        }
        Outcome::Delivered { next_at } => {
            let query = sql("UPDATE packages SET state = 'delivered', attempts = attempts + 1, last_error = NULL, \
                 next_at = $2, delivered_at = COALESCE(delivered_at, $3) \
                 WHERE id = $1 AND state IN ('waiting', 'delivered')");
            bind!(query; id, stamp(*next_at), stamp(at))
        }
        Outcome::Acknowledged(Number { number, on }) => {
            let query = sql("UPDATE packages SET state = 'acknowledged', attempts = attempts + 1, last_error = NULL, \
                 answered_number = $2, answered_on = $3, delivered_at = COALESCE(delivered_at, $4) \
                 WHERE id = $1 AND state <> 'acknowledged'");
            bind!(query; id, number.clone(), on.to_string(), stamp(at))
        }
        Outcome::Refused { why } => {
            let query = sql("UPDATE packages SET state = 'refused', attempts = attempts + 1, last_error = $2 \
                 WHERE id = $1 AND state IN ('waiting', 'delivered')");
            bind!(query; id, why.clone())
        }
        Outcome::Forgotten => {
            let query = sql("UPDATE packages SET state = 'waiting', next_at = $2, delivered_at = NULL \
                 WHERE id = $1 AND state = 'delivered'");
            bind!(query; id, stamp(at))
        }
    };
    query.execute(&db.pool).await?;
    Ok(())
}

/// Has a package sent again, from now on: one that waits at once, one that was turned down anew.
///
/// # Errors
/// [`StoreError::NotFound`] if the viewer does not look after it, or it is answered.
pub async fn send_again(db: &Db, viewer: &Viewer, id: &str, now: Timestamp) -> Result<()> {
    let mut tx = db.write().await?;
    let query = viewer.sql(concat!(
        "UPDATE packages SET state = CASE WHEN state = 'refused' THEN 'waiting' ELSE state END, attempts = 0, \
         next_at = $6 WHERE id = $5 AND state <> 'acknowledged' \
         AND EXISTS (SELECT 1 FROM packages p WHERE p.id = $5 AND ",
        looked_after!(),
        ")"
    ));
    if run(&mut tx, bind!(query; id.to_owned(), stamp(now))).await? == 0 {
        return Err(StoreError::NotFound("package"));
    }
    tx.commit().await?;
    Ok(())
}

/// The latest package of a kind that a case has caused, for the product itself.
pub async fn last_of(db: &Db, case: &str, kind: PackageKind) -> Result<Option<PackageRow>> {
    let query = sql(select!("p.case_id = $1 AND p.kind = $2 ORDER BY p.seq DESC LIMIT 1"));
    one(&db.pool, query.bind(case.to_owned()).bind(kind.word())).await
}
