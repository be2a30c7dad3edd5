//! Browser sessions in the database, so that they survive a restart and can all be ended at once.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use law::case::fact::hex;
use sha2::{Digest, Sha256};
use tower_sessions::{
    SessionStore,
    cookie::time::OffsetDateTime,
    session::{Id, Record},
    session_store::{Error, Result},
};

use crate::app::Shared;

/// Where the session holds whose it is.
pub const USER: &str = "user";

/// The store of sessions. What is stored is a hash of the id: the table alone opens no session.
#[derive(Clone)]
pub struct Sessions {
    db: store::Db,
    now: fn() -> Timestamp,
    /// How long an idle one lasts.
    idle: SignedDuration,
}

impl Sessions {
    pub fn of(app: &Shared) -> Self {
        let idle = SignedDuration::from_hours(app.config.session_hours);
        Self { db: app.db.clone(), now: app.clock.source(), idle }
    }

    fn row(&self, record: &Record) -> Result<store::sessions::Session> {
        let now = (self.now)();
        Ok(store::sessions::Session {
            id: hashed(&record.id),
            user: record.data.get(USER).and_then(|v| v.as_str()).map(str::to_owned),
            data: serde_json::to_string(&record.data).map_err(|e| Error::Encode(e.to_string()))?,
            last_seen: now,
            expires_at: now.checked_add(self.idle).unwrap_or(Timestamp::MAX),
        })
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sessions")
    }
}

fn hashed(id: &Id) -> String {
    hex(&Sha256::digest(id.to_string().as_bytes()))
}

fn backend(error: store::StoreError) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait::async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        store::sessions::create(&self.db, &self.row(record)?).await.map_err(backend)
    }

    async fn save(&self, record: &Record) -> Result<()> {
        store::sessions::save(&self.db, &self.row(record)?).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = store::sessions::load(&self.db, &hashed(id), (self.now)()).await.map_err(backend)?;
        let Some(row) = found else { return Ok(None) };
        let expires = OffsetDateTime::from_unix_timestamp(row.expires_at.as_second())
            .map_err(|e| Error::Decode(e.to_string()))?;
        let data = serde_json::from_str(&row.data).map_err(|e| Error::Decode(e.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date: expires }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        store::sessions::delete(&self.db, &hashed(id)).await.map_err(backend)
    }
}
