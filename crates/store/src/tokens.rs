//! Keys with which other systems use the API in the name of a grant.

use jiff::Timestamp;
use serde_json::json;

use crate::{
    Db,
    error::{Result, StoreError},
    ledger::{self, Edit},
    row::{Cells, Stored, all, bind, one, run, sql, stamp},
};

/// What a key allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenScope {
    Read,
    Write,
}

impl TokenScope {
    /// The word used in columns.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The scope a word names.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Read, Self::Write].into_iter().find(|s| s.word() == word)
    }
}

/// A key; the key itself is nowhere, only its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: String,
    pub user: String,
    pub grant: String,
    pub name: String,
    pub hash: String,
    pub scope: TokenScope,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
    pub last_used: Option<Timestamp>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, user_id, grant_id, name, hash, scope, created_at, expires_at, revoked_at, last_used FROM tokens ",
            $rest
        )
    };
}

impl Stored for Token {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            user: c.text()?,
            grant: c.text()?,
            name: c.text()?,
            hash: c.text()?,
            scope: c.word(TokenScope::parse)?,
            created_at: c.time()?,
            expires_at: c.time()?,
            revoked_at: c.opt_time()?,
            last_used: c.opt_time()?,
        })
    }
}

/// Adds a key.
///
/// # Errors
/// [`StoreError::Exists`] if the id or the hash is taken.
pub async fn create(db: &Db, token: &Token, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("INSERT INTO tokens (id, user_id, grant_id, name, hash, scope, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    let t = token.clone();
    let query = bind!(query; t.id, t.user, t.grant, t.name, t.hash, t.scope.word(), stamp(t.created_at),
        stamp(t.expires_at));
    run(&mut tx, query).await.map_err(|e| StoreError::or_exists(e, "token"))?;
    let data = json!({ "token": token.id, "user": token.user, "grant": token.grant, "name": token.name,
        "scope": token.scope.word(), "expires": token.expires_at });
    ledger::record(&mut tx, edit, "token-added", &data).await?;
    tx.commit().await?;
    Ok(())
}

/// The keys of a person, newest first.
pub async fn of_user(db: &Db, user: &str) -> Result<Vec<Token>> {
    all(&db.pool, sql(select!("WHERE user_id = $1 ORDER BY created_at DESC, id")).bind(user.to_owned())).await
}

/// The key with this hash, if it is good at this moment.
pub async fn valid(db: &Db, hash: &str, now: Timestamp) -> Result<Option<Token>> {
    let query = sql(select!("WHERE hash = $1 AND revoked_at IS NULL AND expires_at > $2"));
    one(&db.pool, query.bind(hash.to_owned()).bind(stamp(now))).await
}

/// Notes that a key was used.
pub async fn touch(db: &Db, id: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE tokens SET last_used = $2 WHERE id = $1");
    query.bind(id.to_owned()).bind(stamp(now)).execute(&db.pool).await?;
    Ok(())
}

/// Revokes a key of a person.
///
/// # Errors
/// [`StoreError::NotFound`] if the person has no such key, or it is revoked already.
pub async fn revoke(db: &Db, user: &str, id: &str, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("UPDATE tokens SET revoked_at = $3 WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL");
    if run(&mut tx, bind!(query; id.to_owned(), user.to_owned(), stamp(edit.at))).await? == 0 {
        return Err(StoreError::NotFound("token"));
    }
    ledger::record(&mut tx, edit, "token-revoked", &json!({ "token": id, "user": user })).await?;
    tx.commit().await?;
    Ok(())
}
