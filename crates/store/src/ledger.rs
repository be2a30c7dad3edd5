//! Administrative edits: who changed what in the registry, among the users, in the settings. Append-only, each sealed to
//! the one before.

use jiff::Timestamp;
use law::case::fact::seal;
use serde_json::{Value, json};
use sqlx::AnyConnection;

use crate::{
    Db,
    error::Result,
    row::{Cells, Stored, all, bind, one, run, sql, stamp},
};

/// Who makes an administrative edit, and when.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The person as JSON: an actor, or the name of the command that was run on the server.
    pub by: Value,
    pub at: Timestamp,
}

/// One recorded edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// 1, 2, 3 …
    pub seq: i64,
    /// As stored, and as sealed.
    pub at: String,
    pub actor: String,
    /// What was done: `body-changed`, `grant-ended`, …
    pub what: String,
    /// The data as JSON text; never a password or its hash.
    pub data: String,
    pub prev: String,
    pub hash: String,
}

impl LedgerRow {
    /// The hash that seals these contents to the edit before.
    pub fn expected_hash(&self) -> String {
        seal(&json!([self.seq, self.at, self.actor, self.what, self.data, self.prev]).to_string())
    }
}

impl Stored for LedgerRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            seq: c.int()?,
            at: c.text()?,
            actor: c.text()?,
            what: c.text()?,
            data: c.text()?,
            prev: c.text()?,
            hash: c.text()?,
        })
    }
}

/// Records an edit in the transaction that makes it.
pub(crate) async fn record(tx: &mut AnyConnection, edit: &Edit, what: &str, data: &Value) -> Result<()> {
    let next = sql("UPDATE heads SET n = n + 1 WHERE name = 'ledger' RETURNING n, head");
    let (seq, prev): (i64, String) = one(&mut *tx, next).await?.ok_or(sqlx::Error::RowNotFound)?;
    let mut row = LedgerRow {
        seq,
        at: stamp(edit.at),
        actor: edit.by.to_string(),
        what: what.to_owned(),
        data: data.to_string(),
        prev,
        hash: String::new(),
    };
    row.hash = row.expected_hash();
    let head = sql("UPDATE heads SET head = $1 WHERE name = 'ledger'").bind(row.hash.clone());
    run(tx, head).await?;
    let insert = sql("INSERT INTO ledger (seq, at, actor, what, data, prev, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    run(tx, bind!(insert; row.seq, row.at, row.actor, row.what, row.data, row.prev, row.hash)).await?;
    Ok(())
}

/// The latest edits, newest first; `before` is the lowest `seq` of the page before.
pub async fn latest(db: &Db, before: Option<i64>, limit: u32) -> Result<Vec<LedgerRow>> {
    let query =
        sql("SELECT seq, at, actor, what, data, prev, hash FROM ledger WHERE seq < $1 ORDER BY seq DESC LIMIT $2");
    all(&db.pool, query.bind(before.unwrap_or(i64::MAX)).bind(i64::from(limit))).await
}
