//! The journal: facts are only added. Each commit adds one link to the chain of all cases.

use jiff::{Timestamp, civil::Date};
use law::case::{Fact, fact::seal};
use sqlx::AnyConnection;

use crate::{
    Db, Viewer,
    error::{Result, StoreError},
    row::{Cells, Stored, all, bind, one, run, sql, stamp},
    scope::{granted, readable},
};

/// A fact as it is stored: the text that the hash seals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFact {
    pub seq: u32,
    pub text: String,
    pub hash: String,
    pub on: Date,
    pub recorded_at: Timestamp,
    /// `FactKind::word()`.
    pub kind: String,
}

impl SealedFact {
    /// Seals a fact.
    pub fn seal(fact: &Fact) -> Self {
        let text = fact.canonical();
        Self {
            seq: fact.seq,
            hash: seal(&text),
            text,
            on: fact.on,
            recorded_at: fact.recorded_at,
            kind: fact.what.word().to_owned(),
        }
    }
}

/// A fact as it comes out of the database or a dump.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    pub case: String,
    pub seq: u32,
    pub kind: String,
    pub on: String,
    pub recorded_at: String,
    pub text: String,
    pub hash: String,
}

/// One link of the chain: a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainRow {
    /// 1, 2, 3 … over all cases.
    pub n: i64,
    pub case: String,
    /// The last fact of the commit, and its hash.
    pub seq: u32,
    pub hash: String,
    pub prev: String,
    pub head: String,
}

/// The head after a commit: SHA-256 over the head before, the case, the number and the hash of its last fact, each on a
/// line of its own.
pub fn head(prev: &str, case: &str, seq: u32, hash: &str) -> String {
    seal(&format!("{prev}\n{case}\n{seq}\n{hash}"))
}

pub(crate) const FACTS: &str =
    "SELECT case_id, seq, kind, on_day, recorded_at, body, hash FROM facts ORDER BY case_id, seq";
pub(crate) const CHAIN: &str = "SELECT n, case_id, seq, hash, prev, head FROM chain ORDER BY n";

impl Stored for FactRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            case: c.text()?,
            seq: c.int()?,
            kind: c.text()?,
            on: c.text()?,
            recorded_at: c.text()?,
            text: c.text()?,
            hash: c.text()?,
        })
    }
}

impl Stored for ChainRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { n: c.int()?, case: c.text()?, seq: c.int()?, hash: c.text()?, prev: c.text()?, head: c.text()? })
    }
}

/// The facts of a case for a viewer who may read it, as text and hash; none otherwise.
pub async fn facts(db: &Db, viewer: &Viewer, case: &str) -> Result<Vec<(String, String)>> {
    let query = viewer.sql(concat!(
        "SELECT f.body, f.hash FROM facts f WHERE f.case_id = $5 AND ",
        readable!("f.case_id"),
        " ORDER BY f.seq"
    ));
    all(&db.pool, query.bind(case.to_owned())).await
}

/// The facts of a case as text and hash, for the product itself.
pub async fn load_facts(db: &Db, case: &str) -> Result<Vec<(String, String)>> {
    let query = sql("SELECT body, hash FROM facts WHERE case_id = $1 ORDER BY seq");
    all(&db.pool, query.bind(case.to_owned())).await
}

/// The ids of all cases that have facts, for the product itself.
pub async fn cases(db: &Db) -> Result<Vec<String>> {
    all(&db.pool, sql("SELECT case_id FROM facts WHERE seq = 1 ORDER BY case_id")).await
}

/// Checks that facts continue a journal of `version` facts.
pub(crate) fn check(case: &str, version: u32, facts: &[SealedFact]) -> Result<()> {
    let wrong = |seq, what| Err(StoreError::Seal { seq, what });
    if facts.is_empty() {
        return wrong(version + 1, "there is none");
    }
    let mut prev: Option<&str> = None;
    for (fact, seq) in facts.iter().zip(version + 1..) {
        let Ok(text) = serde_json::from_str::<Fact>(&fact.text) else {
            return wrong(seq, "it is no fact");
        };
        if (fact.seq, text.seq, &*text.case) != (seq, seq, case) {
            return wrong(seq, "it belongs elsewhere");
        }
        if (text.on, text.recorded_at, text.what.word()) != (fact.on, fact.recorded_at, &*fact.kind) {
            return wrong(seq, "its columns differ from its text");
        }
        if fact.hash != seal(&fact.text) {
            return wrong(seq, "its hash is another");
        }
        if prev.is_some_and(|prev| prev != text.prev) {
            return wrong(seq, "it is sealed to another");
        }
        prev = Some(&fact.hash);
    }
    Ok(())
}

/// Adds checked facts, the first of them sealed to the last one stored.
pub(crate) async fn append(tx: &mut AnyConnection, case: &str, version: u32, facts: &[SealedFact]) -> Result<()> {
    let last = sql("SELECT hash FROM facts WHERE case_id = $1 AND seq = $2");
    let last: Option<String> = one(&mut *tx, last.bind(case.to_owned()).bind(i64::from(version))).await?;
    let first: Fact = serde_json::from_str(&facts[0].text)?;
    if first.prev != last.unwrap_or_default() {
        return Err(StoreError::Seal { seq: first.seq, what: "it is sealed to another" });
    }
    for fact in facts {
        let query = sql("INSERT INTO facts (case_id, seq, kind, on_day, recorded_at, body, hash) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)");
        let f = fact.clone();
        let query = bind!(query; case.to_owned(), i64::from(f.seq), f.kind, f.on.to_string(), stamp(f.recorded_at),
            f.text, f.hash);
        run(tx, query).await?;
    }
    Ok(())
}

/// Adds the link of a commit; the last thing a commit does, for all others wait for it.
pub(crate) async fn link(tx: &mut AnyConnection, case: &str, seq: u32, hash: &str) -> Result<ChainRow> {
    let next = sql("UPDATE heads SET n = n + 1 WHERE name = 'chain' RETURNING n, head");
    let (n, prev): (i64, String) = one(&mut *tx, next).await?.ok_or(sqlx::Error::RowNotFound)?;
    let head = head(&prev, case, seq, hash);
    run(tx, sql("UPDATE heads SET head = $1 WHERE name = 'chain'").bind(head.clone())).await?;
    let row = ChainRow { n, case: case.to_owned(), seq, hash: hash.to_owned(), prev, head };
    let query = sql("INSERT INTO chain (n, case_id, seq, hash, prev, head) VALUES ($1, $2, $3, $4, $5, $6)");
    let r = row.clone();
    run(tx, bind!(query; r.n, r.case, i64::from(r.seq), r.hash, r.prev, r.head)).await?;
    Ok(row)
}

/// When the last commit of all was recorded, for the product itself.
pub async fn last_recorded(db: &Db) -> Result<Option<Timestamp>> {
    let query = sql("SELECT f.recorded_at FROM chain c JOIN facts f ON f.case_id = c.case_id AND f.seq = c.seq \
         ORDER BY c.n DESC LIMIT 1");
    one(&db.pool, query).await
}
