//! Proof that nothing was changed: the same function for a database and, offline, for a dump.
//!
//! Rows are fed in this order: links of the chain, facts by case, edits, contents, heads.

use std::collections::{HashMap, HashSet};

use futures_util::TryStreamExt;
use jiff::Timestamp;
use law::case::fact::seal;
use serde::Deserialize;
use thiserror::Error;

use crate::{
    Db, blobs,
    error::Result,
    journal::{self, ChainRow, FactRow},
    ledger::LedgerRow,
    row::{Stored, read, sql, stamp},
};

/// What was proven.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub facts: u64,
    pub cases: u64,
    pub commits: u64,
    pub edits: u64,
    pub blobs: u64,
    /// The head of the chain and of the ledger: kept elsewhere, they also prove that nothing was cut off at the end.
    pub head: String,
    pub ledger_head: String,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Flaw {
    #[error("its hash is not that of its contents")]
    Hash,
    #[error("it is not sealed to the one before")]
    Prev,
    #[error("one before it is missing")]
    Gap,
    #[error("it is missing")]
    Missing,
    #[error("its contents say another place")]
    Place,
    #[error("its columns differ from its contents")]
    Columns,
    #[error("the chain of commits has it otherwise")]
    Chain,
    #[error("no commit has sealed it")]
    Unsealed,
    #[error("it cannot be read")]
    Unreadable,
}

/// The first thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Broken {
    #[error("fact {seq} of case {case}: {what}")]
    Fact { case: String, seq: u32, what: Flaw },
    #[error("commit {n}: {what}")]
    Commit { n: i64, what: Flaw },
    #[error("edit {seq}: {what}")]
    Edit { seq: i64, what: Flaw },
    #[error("contents {digest}: {what}")]
    Blob { digest: String, what: Flaw },
    #[error("head of the {name}: {what}")]
    Head { name: String, what: Flaw },
}

/// The outcome: the counts up to the first break, if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub report: Report,
    pub broken: Option<Broken>,
}

impl Verdict {
    /// Whether everything is as it was written.
    pub fn sound(&self) -> bool {
        self.broken.is_none()
    }
}

/// What the proof needs of the text of a fact; kinds that this product does not know are no flaw.
#[derive(Deserialize)]
struct Sealed {
    case: String,
    seq: u32,
    on: String,
    recorded_at: Timestamp,
    prev: String,
    what: Kind,
    #[serde(default)]
    documents: Vec<Document>,
}

#[derive(Deserialize)]
struct Kind {
    kind: String,
    /// Of a signed report: the digests of what it freezes.
    #[serde(default)]
    data: Option<serde_json::Value>,
}

impl Kind {
    fn frozen(&self) -> Vec<String> {
        let data = self.data.as_ref().filter(|_| self.kind == "report-signed");
        let digest = |name| data.and_then(|d| d.get(name)?.as_str()).map(str::to_owned);
        ["own", "whole", "note"].into_iter().filter_map(digest).collect()
    }
}

#[derive(Deserialize)]
struct Document {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    sha256: String,
}

/// The last fact of a commit: its number and hash.
type Link = (u32, String);

/// The case whose facts are coming.
#[derive(Debug)]
struct At {
    case: String,
    /// The fact before: its number and hash.
    seq: u32,
    hash: String,
    /// The links still to be met.
    links: std::vec::IntoIter<Link>,
}

/// Takes rows one by one and stops at the first that is wrong.
#[derive(Debug, Default)]
pub struct Verifier {
    report: Report,
    /// The links of each case whose facts are still to come, by number of the fact.
    links: HashMap<String, Vec<Link>>,
    at: Option<At>,
    wanted: HashSet<String>,
}

impl Verifier {
    /// The next link of the chain.
    pub fn link(&mut self, row: &ChainRow) -> Result<(), Broken> {
        let wrong = |what| Err(Broken::Commit { n: row.n, what });
        if Ok(row.n) != i64::try_from(self.report.commits + 1) {
            return wrong(Flaw::Gap);
        }
        if row.prev != self.report.head {
            return wrong(Flaw::Prev);
        }
        if row.head != journal::head(&row.prev, &row.case, row.seq, &row.hash) {
            return wrong(Flaw::Hash);
        }
        let links = self.links.entry(row.case.clone()).or_default();
        if links.last().is_some_and(|(seq, _)| *seq >= row.seq) {
            return wrong(Flaw::Place);
        }
        links.push((row.seq, row.hash.clone()));
        self.report.head.clone_from(&row.head);
        self.report.commits += 1;
        Ok(())
    }

    /// The next fact.
    pub fn fact(&mut self, row: &FactRow) -> Result<(), Broken> {
        if self.at.as_ref().is_none_or(|at| at.case != row.case) {
            self.end_case()?;
            let links = self.links.remove(&row.case).unwrap_or_default();
            self.at = Some(At { case: row.case.clone(), seq: 0, hash: String::new(), links: links.into_iter() });
            self.report.cases += 1;
        }
        let Some(at) = &mut self.at else {
            return Ok(());
        };
        let wrong = |what| Err(Broken::Fact { case: row.case.clone(), seq: row.seq, what });
        if row.seq != at.seq + 1 {
            return wrong(Flaw::Gap);
        }
        if row.hash != seal(&row.text) {
            return wrong(Flaw::Hash);
        }
        let Ok(text) = serde_json::from_str::<Sealed>(&row.text) else {
            return wrong(Flaw::Unreadable);
        };
        if (&text.case, text.seq) != (&row.case, row.seq) {
            return wrong(Flaw::Place);
        }
        if text.prev != at.hash {
            return wrong(Flaw::Prev);
        }
        let frozen = text.what.frozen();
        if (text.what.kind, text.on, stamp(text.recorded_at))
            != (row.kind.clone(), row.on.clone(), row.recorded_at.clone())
        {
            return wrong(Flaw::Columns);
        }
        match at.links.as_slice().first() {
            None => return wrong(Flaw::Unsealed),
            Some((sealed, hash)) if *sealed == row.seq => {
                if *hash != row.hash {
                    return wrong(Flaw::Chain);
                }
                at.links.next();
            }
            Some(_) => {}
        }
        (at.seq, at.hash) = (row.seq, row.hash.clone());
        self.report.facts += 1;
        self.wanted.extend(text.documents.into_iter().flat_map(|d| d.files).map(|f| f.sha256));
        self.wanted.extend(frozen);
        Ok(())
    }

    fn end_case(&mut self) -> Result<(), Broken> {
        let Some(mut at) = self.at.take() else {
            return Ok(());
        };
        match at.links.next() {
            Some((seq, _)) => Err(Broken::Fact { case: at.case, seq, what: Flaw::Missing }),
            None => Ok(()),
        }
    }

    /// The next administrative edit.
    pub fn edit(&mut self, row: &LedgerRow) -> Result<(), Broken> {
        let wrong = |what| Err(Broken::Edit { seq: row.seq, what });
        if Ok(row.seq) != i64::try_from(self.report.edits + 1) {
            return wrong(Flaw::Gap);
        }
        if row.prev != self.report.ledger_head {
            return wrong(Flaw::Prev);
        }
        if row.hash != row.expected_hash() {
            return wrong(Flaw::Hash);
        }
        self.report.ledger_head.clone_from(&row.hash);
        self.report.edits += 1;
        Ok(())
    }

    /// The next contents.
    pub fn blob(&mut self, digest: &str, bytes: &[u8]) -> Result<(), Broken> {
        if blobs::digest(bytes) != digest {
            return Err(Broken::Blob { digest: digest.to_owned(), what: Flaw::Hash });
        }
        self.wanted.remove(digest);
        self.report.blobs += 1;
        Ok(())
    }

    /// A running head.
    pub fn head(&mut self, name: &str, n: i64, head: &str) -> Result<(), Broken> {
        let (count, last) = match name {
            "chain" => (self.report.commits, &self.report.head),
            _ => (self.report.edits, &self.report.ledger_head),
        };
        if Ok(n) == i64::try_from(count) && head == last {
            Ok(())
        } else {
            Err(Broken::Head { name: name.to_owned(), what: Flaw::Chain })
        }
    }

    /// After the last row.
    pub fn finish(&mut self) -> Result<(), Broken> {
        self.end_case()?;
        if let Some((case, links)) = self.links.iter().min() {
            return Err(Broken::Fact { case: case.clone(), seq: links[0].0, what: Flaw::Missing });
        }
        if let Some(digest) = self.wanted.iter().min() {
            return Err(Broken::Blob { digest: digest.clone(), what: Flaw::Missing });
        }
        Ok(())
    }

    /// The outcome, given what was found.
    pub fn verdict(self, found: Result<(), Broken>) -> Verdict {
        Verdict { report: self.report, broken: found.err() }
    }
}

/// Proves the database as it is at this moment.
///
/// # Errors
/// Only if it cannot be read; what is wrong with it is in the verdict.
pub async fn database(db: &Db) -> Result<Verdict> {
    let mut verifier = Verifier::default();
    let found = feed(db, &mut verifier).await?;
    Ok(verifier.verdict(found))
}

async fn feed(db: &Db, verifier: &mut Verifier) -> Result<Result<(), Broken>> {
    const LEDGER: &str = "SELECT seq, at, actor, what, data, prev, hash FROM ledger ORDER BY seq";
    let mut tx = db.snapshot().await?;
    macro_rules! each {
        ($query:expr, |$row:ident: $type:ty| $check:expr) => {
            let mut rows = sql($query).fetch(&mut *tx);
            while let Some(row) = rows.try_next().await? {
                let $row: $type = read(&row)?;
                if let Err(broken) = $check {
                    return Ok(Err(broken));
                }
            }
            drop(rows);
        };
    }
    each!(journal::CHAIN, |row: ChainRow| verifier.link(&row));
    each!(journal::FACTS, |row: FactRow| verifier.fact(&row));
    each!(LEDGER, |row: LedgerRow| verifier.edit(&row));
    each!("SELECT digest, bytes FROM blobs ORDER BY digest", |row: (String, Bytes)| verifier.blob(&row.0, &row.1.0));
    each!("SELECT name, n, head FROM heads ORDER BY name", |row: (String, (i64, String))| {
        verifier.head(&row.0, row.1.0, &row.1.1)
    });
    Ok(verifier.finish())
}

struct Bytes(Vec<u8>);

impl Stored for Bytes {
    fn read(c: &mut crate::row::Cells<'_>) -> Result<Self> {
        Ok(Self(c.bytes()?))
    }
}
