//! A fresh database for each test, of both engines.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AnyConnection, AssertSqlSafe, Connection, Executor};
use store::Db;
use tempfile::TempDir;

/// A database that nobody else uses.
pub struct Fresh {
    pub db: Db,
    pub url: String,
    pub dir: TempDir,
    /// The PostgreSQL database to drop at the end, and where.
    drop: Option<(String, String)>,
}

/// An empty, migrated SQLite file.
pub async fn sqlite() -> Fresh {
    let dir = TempDir::new().unwrap();
    let url = format!("sqlite:{}/сапа 1.db", dir.path().display());
    let db = Db::open(&url, 8).await.unwrap();
    db.migrate().await.unwrap();
    Fresh { db, url, dir, drop: None }
}

/// An empty, migrated PostgreSQL database, where there is a server.
#[expect(clippy::disallowed_methods, reason = "the test runner says where the server is")]
pub async fn postgres() -> Option<Fresh> {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let Ok(server) = std::env::var("SAPA_TEST_POSTGRES_URL") else {
        assert!(std::env::var("SAPA_REQUIRE_POSTGRES").is_err(), "SAPA_TEST_POSTGRES_URL is not set");
        println!("skipped: SAPA_TEST_POSTGRES_URL is not set");
        return None;
    };
    let name = format!("sapa_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    admin(&server, format!("CREATE DATABASE {name} TEMPLATE template0")).await;
    let url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
    let db = Db::open(&url, 8).await.unwrap();
    db.migrate().await.unwrap();
    Some(Fresh { db, url, dir: TempDir::new().unwrap(), drop: Some((server, name)) })
}

async fn admin(server: &str, text: String) {
    sqlx::any::install_default_drivers();
    let mut conn = AnyConnection::connect(server).await.unwrap();
    conn.execute(sqlx::raw_sql(AssertSqlSafe(text))).await.unwrap();
    conn.close().await.unwrap();
}

impl Fresh {
    /// A connection with the rights of the owner.
    pub async fn owner(&self) -> AnyConnection {
        let url = self.url.replace(' ', "%20");
        AnyConnection::connect(&url).await.unwrap()
    }

    /// Runs statements as the owner.
    pub async fn raw(&self, text: impl sqlx::SqlSafeStr) -> Result<(), sqlx::Error> {
        let mut conn = self.owner().await;
        let done = conn.execute(sqlx::raw_sql(text)).await.map(|_| ());
        conn.close().await?;
        done
    }

    pub async fn end(self) {
        self.db.close().await;
        if let Some((server, name)) = self.drop {
            admin(&server, format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

/// Makes `name::sqlite` and `name::postgres` of a test.
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($fresh:ident: &Fresh) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn test($fresh: &crate::fresh::Fresh) $body

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let fresh = crate::fresh::sqlite().await;
                test(&fresh).await;
                fresh.end().await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(fresh) = crate::fresh::postgres().await else { return };
                test(&fresh).await;
                fresh.end().await;
            }
        }
    )*};
}
pub(crate) use both;
