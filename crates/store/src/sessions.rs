//! Who is signed in where.

use jiff::Timestamp;

use crate::{
    Db,
    error::{Result, StoreError},
    row::{Cells, Stored, bind, one, sql, stamp},
};

/// A session; its id is the hash of what the browser holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: String,
    pub user: Option<String>,
    pub data: String,
    pub expires_at: Timestamp,
    pub last_seen: Timestamp,
}

impl Stored for Session {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { id: c.text()?, user: c.opt_text()?, data: c.text()?, expires_at: c.time()?, last_seen: c.time()? })
    }
}

/// Adds a session.
///
/// # Errors
/// [`StoreError::Exists`] if the id is taken: the caller takes another.
pub async fn create(db: &Db, session: &Session) -> Result<()> {
    let query = sql("INSERT INTO sessions (id, user_id, data, expires_at, last_seen) VALUES ($1, $2, $3, $4, $5)");
    let s = session.clone();
    let query = bind!(query; s.id, s.user, s.data, stamp(s.expires_at), stamp(s.last_seen));
    query.execute(&db.pool).await.map_err(|e| StoreError::or_exists(e, "session"))?;
    Ok(())
}

/// Changes a session, if it is there still: one that was ended meanwhile does not come back.
pub async fn save(db: &Db, session: &Session) -> Result<()> {
    let query = sql("UPDATE sessions SET user_id = $2, data = $3, expires_at = $4, last_seen = $5 WHERE id = $1");
    let s = session.clone();
    bind!(query; s.id, s.user, s.data, stamp(s.expires_at), stamp(s.last_seen)).execute(&db.pool).await?;
    Ok(())
}

/// A session that has not expired.
pub async fn load(db: &Db, id: &str, now: Timestamp) -> Result<Option<Session>> {
    let query = sql("SELECT id, user_id, data, expires_at, last_seen FROM sessions WHERE id = $1 AND expires_at > $2");
    one(&db.pool, query.bind(id.to_owned()).bind(stamp(now))).await
}

/// Ends a session.
pub async fn delete(db: &Db, id: &str) -> Result<()> {
    sql("DELETE FROM sessions WHERE id = $1").bind(id.to_owned()).execute(&db.pool).await?;
    Ok(())
}

/// Signs a person out everywhere, but in the session to `keep`; gives how many sessions ended.
pub async fn delete_for_user(db: &Db, user: &str, keep: Option<&str>) -> Result<u64> {
    let query = sql("DELETE FROM sessions WHERE user_id = $1 AND ($2 IS NULL OR id <> $2)");
    let query = query.bind(user.to_owned()).bind(keep.map(str::to_owned));
    Ok(query.execute(&db.pool).await?.rows_affected())
}

/// Removes expired sessions; gives how many.
pub async fn purge_expired(db: &Db, now: Timestamp) -> Result<u64> {
    let query = sql("DELETE FROM sessions WHERE expires_at <= $1").bind(stamp(now));
    Ok(query.execute(&db.pool).await?.rows_affected())
}
