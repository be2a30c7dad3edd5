//! The database: opened, migrated, closed.

use sqlx::{
    Any, AnyConnection, AnyPool, Connection, Transaction,
    any::{AnyConnectOptions, install_default_drivers},
};

use crate::{
    dialect::Engine,
    error::{Result, StoreError},
    migrations,
    row::{number, sql},
};

/// The database; clones share its connections.
#[derive(Clone, Debug)]
pub struct Db {
    pub(crate) pool: AnyPool,
    engine: Engine,
    options: AnyConnectOptions,
}

impl Db {
    /// Opens `postgres://…`, `sqlite:PATH` or a bare path (a missing file is made).
    ///
    /// # Errors
    /// [`StoreError::Url`]; [`StoreError::NewerDatabase`] if a newer product has been there; what the engine says.
    pub async fn open(url: &str, max_connections: u32) -> Result<Self> {
        install_default_drivers();
        let (engine, url) = Engine::of(url)?;
        let options: AnyConnectOptions = url.parse().map_err(|_| StoreError::Url(url.clone()))?;
        let pool = engine.pool(max_connections).connect_lazy_with(options.clone());
        let db = Self { pool, engine, options };
        let mut owner = db.owner().await?;
        migrations::refuse_newer(&mut owner, engine).await?;
        owner.close().await?;
        Ok(db)
    }

    /// Brings the schema up to date and gives its version.
    ///
    /// # Errors
    /// [`StoreError::NewerDatabase`], [`StoreError::MigrationChanged`].
    pub async fn migrate(&self) -> Result<i64> {
        let mut owner = self.owner().await?;
        let version = migrations::migrate(&mut owner, self.engine).await?;
        owner.close().await?;
        Ok(version)
    }

    /// The engine behind it.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether it answers, with the schema this product needs.
    ///
    /// # Errors
    /// [`StoreError::NotMigrated`], or what the engine says.
    pub async fn ping(&self) -> Result<()> {
        let newest = sql("SELECT COALESCE(MAX(version), 0) FROM schema_migrations");
        let (database, product) = (number(&self.pool, newest).await?, migrations::newest());
        if database < product { Err(StoreError::NotMigrated { database, product }) } else { Ok(()) }
    }

    /// The version of the schema; 0 before the first migration.
    pub async fn schema_version(&self) -> Result<i64> {
        let mut owner = self.owner().await?;
        let version = migrations::version(&mut owner, self.engine).await?;
        owner.close().await?;
        Ok(version)
    }

    /// Waits for what is running and closes.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A connection with the rights of the owner, outside the pool.
    async fn owner(&self) -> Result<AnyConnection> {
        let mut conn = AnyConnection::connect_with(&self.options).await?;
        self.engine.set_up_owner(&mut conn).await?;
        Ok(conn)
    }

    /// A transaction that is going to write.
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Any>> {
        Ok(self.pool.begin_with(self.engine.begin_write()).await?)
    }

    /// A transaction that sees everything as it is at one moment.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>> {
        Ok(self.pool.begin_with(self.engine.begin_snapshot()).await?)
    }
}
