//! The schema, step by step: the same steps under the same names for both engines.

use law::case::fact::seal;
use sqlx::{AnyConnection, Connection, Executor};

use crate::{
    dialect::Engine,
    error::{Result, StoreError},
    row::{all, bind, number, sql},
};

/// One step of the schema.
struct Migration {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        &[$(Migration {
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),*]
    };
}

/// All steps; the version of the schema is their number.
const MIGRATIONS: &[Migration] = migrations!["0001_first", "0002_reports", "0003_external", "0004_told"];

impl Migration {
    fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}

/// The version this product needs.
pub(crate) fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The version of a database; 0 before the first migration.
pub(crate) async fn version(conn: &mut AnyConnection, engine: Engine) -> Result<i64> {
    if number(&mut *conn, sql(engine.table_exists()).bind("schema_migrations")).await? == 0 {
        return Ok(0);
    }
    number(&mut *conn, sql("SELECT COALESCE(MAX(version), 0) FROM schema_migrations")).await
}

/// Refuses a database that a newer product has migrated.
pub(crate) async fn refuse_newer(conn: &mut AnyConnection, engine: Engine) -> Result<i64> {
    let (database, product) = (version(conn, engine).await?, newest());
    if database > product { Err(StoreError::NewerDatabase { database, product }) } else { Ok(database) }
}

/// Brings the schema up to date: all steps that are missing, or none.
pub(crate) async fn migrate(conn: &mut AnyConnection, engine: Engine) -> Result<i64> {
    let mut tx = conn.begin_with(engine.begin_write()).await?;
    tx.execute(sqlx::raw_sql(engine.migration_lock())).await?;
    let done = refuse_newer(&mut tx, engine).await?;
    if done == 0 {
        let table =
            "CREATE TABLE schema_migrations (version BIGINT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL)";
        tx.execute(sqlx::raw_sql(table)).await?;
    }
    let applied: Vec<(String, String)> =
        all(&mut *tx, sql("SELECT name, digest FROM schema_migrations ORDER BY version")).await?;
    for (migration, (name, digest)) in MIGRATIONS.iter().zip(&applied) {
        if migration.name != name || &seal(migration.text(engine)) != digest {
            return Err(StoreError::MigrationChanged(name.clone()));
        }
    }
    for (migration, version) in MIGRATIONS.iter().zip(1_i64..).skip(applied.len()) {
        let text = migration.text(engine);
        tx.execute(sqlx::raw_sql(text)).await?;
        let insert = sql("INSERT INTO schema_migrations (version, name, digest) VALUES ($1, $2, $3)");
        bind!(insert; version, migration.name, seal(text)).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok(newest())
}
