//! The one way a case changes: facts, documents, numbers, messages and read models in one transaction, or none of them.

use jiff::Timestamp;
use law::ch3_reports::Sheet;
use sqlx::AnyConnection;
use thiserror::Error;

use super::{ReadModel, advance, around::Around, open};
use crate::{
    Db, blobs,
    documents::{self, NewDocument},
    error::StoreError,
    files,
    journal::{self, SealedFact},
    numbers::{self, NumberClaim},
    outbox::{self, Notice},
    packages::{self, NewPackage},
    reports::{cells, versions},
    row::{bind, number, one, run, sql},
};

/// Everything a step writes.
#[derive(Clone, Debug)]
pub struct Commit {
    pub model: ReadModel,
    /// How many facts the case had when the step was prepared; 0 opens it.
    pub expected_version: u32,
    pub facts: Vec<SealedFact>,
    pub documents: Vec<NewDocument>,
    /// The number of the document it issues.
    pub number: Option<NumberClaim>,
    /// The same key in the same case (of the same body where it opens one) is taken once.
    pub idempotency_key: Option<String>,
    pub notices: Vec<Notice>,
    /// What the body for legal statistics is told of it.
    pub packages: Vec<NewPackage>,
    /// Registration numbers that come into the case with it.
    pub registered: Vec<packages::Recorded>,
    /// Digests of files of the case that are protected material from now on (§34).
    pub protect: Vec<String>,
    /// Of a signed report: what is frozen by it.
    pub frozen: Option<Frozen>,
    /// What the step has looked at outside the case: if it has changed, the step is prepared anew.
    pub around: Vec<Around>,
    /// Of an accepted report: the version.
    pub accepted: Option<u32>,
    pub now: Timestamp,
}

/// What the signature of a report freezes.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// How many edits the cells had when they were read: with more the step is prepared anew.
    pub edits: i64,
    /// The texts, whose digests the facts hold.
    pub texts: Vec<String>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    pub reference: String,
    /// How many facts the case has now.
    pub version: u32,
    /// The link of the chain, and the head after it.
    pub n: i64,
    pub head: String,
}

/// Why nothing was written.
#[derive(Debug, Error)]
pub enum CommitError {
    /// Somebody was quicker: prepare the step anew.
    #[error("the case has {current_version} facts by now")]
    Stale { current_version: u32 },
    /// The number is not the next one: prepare the document anew.
    #[error("the number is taken")]
    NumberTaken,
    /// The step was taken before: a success for the caller.
    #[error("taken before: case {case}, fact {seq}")]
    Repeated { case: String, seq: u32 },
    #[error(transparent)]
    Db(#[from] StoreError),
}

impl From<sqlx::Error> for CommitError {
    fn from(error: sqlx::Error) -> Self {
        Self::Db(error.into())
    }
}

/// Writes a step.
///
/// # Errors
/// [`CommitError`]; nothing is written then.
pub async fn commit(db: &Db, commit: Commit) -> Result<Committed, CommitError> {
    journal::check(&commit.model.case.id, commit.expected_version, &commit.facts)?;
    let mut tx = db.write().await?;
    let committed = write(&mut tx, &commit).await?;
    tx.commit().await?;
    Ok(committed)
}

/// Writes the whole lives of many reports with their cells in one transaction: for invented data.
///
/// # Errors
/// [`CommitError`]; nothing is written then.
pub async fn commit_reports(db: &Db, reports: &[(Commit, Sheet)]) -> Result<(), CommitError> {
    let mut tx = db.write().await?;
    for (commit, sheet) in reports {
        journal::check(&commit.model.case.id, commit.expected_version, &commit.facts)?;
        write(&mut tx, commit).await?;
        cells::put_sheet(&mut tx, &commit.model.case.id, sheet).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn write(tx: &mut AnyConnection, commit: &Commit) -> Result<Committed, CommitError> {
    let Commit { model, expected_version: before, facts, .. } = commit;
    let case = &model.case;
    let last = facts.last().ok_or(StoreError::NotFound("fact"))?;
    take_key(tx, commit, last.seq).await?;
    let reference = match before {
        0 => {
            let number = numbers::take(tx, &case.body, "case", case.opened_on.year()).await?;
            let reference = format!("{number}/{}", case.opened_on.year());
            open(tx, case, &reference, last.seq).await?.then_some(reference)
        }
        _ => advance(tx, case, *before, last.seq).await?,
    };
    let Some(reference) = reference else {
        let current = sql("SELECT version FROM cases WHERE id = $1").bind(case.id.clone());
        let current_version = u32::try_from(number(tx, current).await?).unwrap_or(u32::MAX);
        return Err(CommitError::Stale { current_version });
    };
    journal::append(tx, &case.id, *before, facts).await?;
    model.replace(tx).await?;
    if let Some(frozen) = &commit.frozen {
        if !cells::unchanged(tx, &case.id, frozen.edits).await? {
            return Err(CommitError::Stale { current_version: *before });
        }
        for text in &frozen.texts {
            blobs::put_in(tx, versions::MEDIA_TYPE, text.as_bytes()).await?;
        }
    }
    if let Some(claim) = &commit.number
        && !numbers::claim(tx, claim).await?
    {
        return Err(CommitError::NumberTaken);
    }
    for document in &commit.documents {
        documents::add(tx, &case.id, document).await?;
    }
    outbox::enqueue_in(tx, &commit.notices, commit.now).await?;
    packages::enqueue_in(tx, &case.id, &commit.packages, commit.now).await?;
    packages::answer_in(tx, &case.id, &commit.registered).await?;
    files::protect(tx, &case.id, &commit.protect).await?;
    let link = journal::link(tx, &case.id, last.seq, &last.hash).await?;
    // Whoever has the link is alone: what others wrote before is seen by now.
    for around in &commit.around {
        if !around.unchanged(tx).await? {
            return Err(CommitError::Stale { current_version: *before });
        }
    }
    if let (Some(version), Some(report)) = (commit.accepted, &model.report) {
        versions::accept(tx, &case.id, version, report.meta.quarter, link.n).await?;
    }
    Ok(Committed { reference, version: last.seq, n: link.n, head: link.head })
}

/// Takes the idempotency key, which stays taken if the commit succeeds.
async fn take_key(tx: &mut AnyConnection, commit: &Commit, seq: u32) -> Result<(), CommitError> {
    let Some(key) = &commit.idempotency_key else {
        return Ok(());
    };
    let scope = match commit.expected_version {
        0 => format!("body:{}", commit.model.case.body),
        _ => format!("case:{}", commit.model.case.id),
    };
    let query = sql("INSERT INTO taken (scope, key, case_id, seq) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING");
    let query = bind!(query; scope.clone(), key.clone(), commit.model.case.id.clone(), i64::from(seq));
    if run(tx, query).await? == 1 {
        return Ok(());
    }
    let query = sql("SELECT case_id, seq FROM taken WHERE scope = $1 AND key = $2");
    let (case, seq): (String, i64) =
        one(tx, query.bind(scope).bind(key.clone())).await?.ok_or(sqlx::Error::RowNotFound)?;
    Err(CommitError::Repeated { case, seq: u32::try_from(seq).unwrap_or(u32::MAX) })
}

/// The case and fact that a key was taken for; `body` is that of a case still to be opened.
pub async fn taken(db: &Db, case: &str, body: &str, key: &str) -> Result<Option<(String, u32)>, StoreError> {
    let query = sql("SELECT case_id, seq FROM taken WHERE key = $1 AND scope IN ($2, $3)");
    let query = query.bind(key.to_owned()).bind(format!("case:{case}")).bind(format!("body:{body}"));
    let found: Option<(String, i64)> = one(&db.pool, query).await?;
    Ok(found.map(|(case, seq)| (case, u32::try_from(seq).unwrap_or(u32::MAX))))
}
