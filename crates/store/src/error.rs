//! What can go wrong in the store.

use thiserror::Error;

/// Result of the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store could not do what was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    #[error("{0:?} is neither a path, nor sqlite:PATH, nor postgres://…")]
    Url(String),
    /// A newer product has been here: this one must not write.
    #[error("the database has schema {database}, this product knows only {product}: install the newer product")]
    NewerDatabase { database: i64, product: i64 },
    #[error("the database has schema {database}, this product needs {product}: migrate it first")]
    NotMigrated { database: i64, product: i64 },
    #[error("migration {0} of the database is not the one of this product")]
    MigrationChanged(String),
    /// A stored value that the product cannot read.
    #[error("column {column} of a row holds {value:?}")]
    Value { column: usize, value: String },
    /// Bytes that do not have the digest they were announced with.
    #[error("contents do not have the digest {0}")]
    Digest(String),
    /// Facts that do not continue the journal of their case.
    #[error("fact {seq} does not continue the journal: {what}")]
    Seal { seq: u32, what: &'static str },
    /// There is no such row, or the viewer may not know of it.
    #[error("no {0}")]
    NotFound(&'static str),
    /// Unique by its nature, and there already.
    #[error("there is such a {0} already")]
    Exists(&'static str),
    /// A closed case is only read.
    #[error("the case is closed")]
    Closed,
    #[error("the database to restore into is not empty")]
    NotEmpty,
    #[error("the dump is damaged: {0}")]
    Dump(String),
    #[error("file: {0}")]
    Io(#[from] std::io::Error),
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl StoreError {
    /// Whether a row that must be unique was there already.
    pub(crate) fn is_duplicate(error: &sqlx::Error) -> bool {
        matches!(error, sqlx::Error::Database(e) if e.is_unique_violation())
    }

    /// Names the thing that was there already, where that is what went wrong.
    pub(crate) fn or_exists(error: sqlx::Error, what: &'static str) -> Self {
        if Self::is_duplicate(&error) { Self::Exists(what) } else { Self::Sql(error) }
    }
}
