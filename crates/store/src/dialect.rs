//! The only places where the engines differ.

use sqlx::{AnyConnection, Executor, any::AnyPoolOptions};

use crate::{error::Result, error::StoreError};

/// The database engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What each connection of the pool begins with.
const SQLITE_SETUP: &str = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON";
const POSTGRES_SETUP: &str = "SET ROLE sapa_app; SET idle_in_transaction_session_timeout = '10min'";

impl Engine {
    /// The word used in dumps and logs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }

    /// The engine a setting means, and the URL for the driver: `postgres://…`, `sqlite:PATH` or a bare path.
    pub(crate) fn of(url: &str) -> Result<(Self, String)> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok((Self::Postgres, url.to_owned()));
        }
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() || url.contains("://") && !url.starts_with("sqlite:") {
            return Err(StoreError::Url(url.to_owned()));
        }
        Ok((Self::Sqlite, format!("sqlite:{}?mode=rwc", escaped(path))))
    }

    /// Begins a transaction that is going to write.
    pub(crate) const fn begin_write(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// Begins a reading of everything as it is at one moment.
    pub(crate) const fn begin_snapshot(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// Lets a transaction that writes a whole database keep many pages in memory.
    pub(crate) const fn whole(self) -> &'static str {
        match self {
            Self::Sqlite => "PRAGMA cache_size = -262144",
            Self::Postgres => "SELECT 1",
        }
    }

    /// Lets one process migrate at a time; for SQLite the write transaction does.
    pub(crate) const fn migration_lock(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT 1",
            Self::Postgres => "SELECT pg_advisory_xact_lock(7239104)",
        }
    }

    /// Counts the tables named `$1`.
    pub(crate) const fn table_exists(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1",
            Self::Postgres => "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
        }
    }

    /// Names all tables.
    pub(crate) const fn tables(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            }
            Self::Postgres => {
                "SELECT CAST(tablename AS TEXT) AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY name"
            }
        }
    }

    /// Names the columns of the table `$1`, without those that the database reads out of others.
    pub(crate) const fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT name FROM pragma_table_info($1)",
            Self::Postgres => {
                "SELECT CAST(a.attname AS TEXT) AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
                 JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = $1 \
                 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''"
            }
        }
    }

    /// The pool's connections work with no more rights than the product needs.
    pub(crate) fn pool(self, max_connections: u32) -> AnyPoolOptions {
        AnyPoolOptions::new()
            .max_connections(max_connections.max(1))
            .after_connect(move |conn, _| Box::pin(async move { self.set_up(conn).await }))
    }

    async fn set_up(self, conn: &mut AnyConnection) -> Result<(), sqlx::Error> {
        let text = match self {
            Self::Sqlite => SQLITE_SETUP,
            Self::Postgres => POSTGRES_SETUP,
        };
        conn.execute(sqlx::raw_sql(text)).await.map(|_| ())
    }

    /// What the owner's connection, which migrates, begins with.
    pub(crate) async fn set_up_owner(self, conn: &mut AnyConnection) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite => self.set_up(conn).await,
            Self::Postgres => Ok(()),
        }
    }
}

/// A path as the driver's URL wants it: everything but plain characters percent-encoded.
fn escaped(path: &str) -> String {
    use std::fmt::Write;
    path.bytes().fold(String::new(), |mut out, b| {
        if b.is_ascii_alphanumeric() || b"/-_.~:".contains(&b) {
            out.push(char::from(b));
        } else {
            let _ = write!(out, "%{b:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_and_paths() {
        let of = |url| Engine::of(url).unwrap();
        assert_eq!(of("/var/lib/сапа 1.db").1, "sqlite:/var/lib/%D1%81%D0%B0%D0%BF%D0%B0%201.db?mode=rwc");
        assert_eq!(of("sqlite:sapa.db"), (Engine::Sqlite, "sqlite:sapa.db?mode=rwc".to_owned()));
        assert_eq!(of("sqlite:///a/b.db").1, "sqlite:/a/b.db?mode=rwc");
        assert_eq!(of("postgres://h/d").0, Engine::Postgres);
        assert!(Engine::of("mysql://h/d").is_err());
        assert!(Engine::of("").is_err());
    }
}
