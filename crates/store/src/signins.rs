//! Every attempt to sign in, for the audit; append-only.

use jiff::Timestamp;

use crate::{
    Db,
    error::Result,
    row::{Cells, Stored, all, bind, sql, stamp},
};

/// An attempt to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signin {
    pub id: String,
    pub at: Timestamp,
    /// As typed.
    pub login: String,
    /// The person, where the login is one.
    pub user: Option<String>,
    /// What came of it: a word of the caller's.
    pub outcome: String,
    pub address: String,
    pub agent: String,
}

impl Stored for Signin {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            at: c.time()?,
            login: c.text()?,
            user: c.opt_text()?,
            outcome: c.text()?,
            address: c.text()?,
            agent: c.text()?,
        })
    }
}

/// Records an attempt.
pub async fn record(db: &Db, signin: Signin) -> Result<()> {
    let query = sql("INSERT INTO signins (id, at, login, user_id, outcome, address, agent) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)");
    let Signin { id, at, login, user, outcome, address, agent } = signin;
    bind!(query; id, stamp(at), login, user, outcome, address, agent).execute(&db.pool).await?;
    Ok(())
}

/// The latest attempts, newest first, of one person or of all.
pub async fn latest(db: &Db, user: Option<&str>, limit: u32) -> Result<Vec<Signin>> {
    let query = sql("SELECT id, at, login, user_id, outcome, address, agent FROM signins \
         WHERE $1 IS NULL OR user_id = $1 ORDER BY at DESC, id LIMIT $2");
    all(&db.pool, query.bind(user.map(str::to_owned)).bind(i64::from(limit))).await
}
