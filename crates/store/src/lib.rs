//! What Sapa remembers: SQL and nothing but SQL. SQLite by default, PostgreSQL in production.
//!
//! No clock and no randomness: times and ids come in as arguments. Readings of cases take a [`Viewer`] and give nothing
//! without a grant; functions without one are for the product itself and say so.
//!
//! * the journal – [`journal`], [`verify`], [`cases`] (the one way a case is written), [`numbers`];
//! * read models – [`cases`], [`duties`], [`documents`];
//! * reports – [`reports`]: their state, cells, frozen versions;
//! * external control – [`told`], [`criteria`], [`protected`], [`packages`];
//! * matter – [`blobs`], [`files`], [`outbox`];
//! * who and where – [`bodies`], [`services`], [`users`], [`grants`], [`signins`], [`tokens`], [`sessions`];
//! * what administrators change – [`settings`], recorded in the [`ledger`];
//! * the whole – [`backup`].

pub mod awaited;
pub mod backup;
pub mod blobs;
pub mod bodies;
pub mod cases;
pub mod criteria;
mod db;
mod dialect;
pub mod documents;
pub mod duties;
mod error;
pub mod files;
pub mod grants;
pub mod journal;
pub mod ledger;
mod migrations;
pub mod numbers;
pub mod outbox;
pub mod packages;
pub mod protected;
pub mod reports;
mod row;
mod scope;
pub mod services;
pub mod sessions;
pub mod settings;
pub mod signins;
pub mod tokens;
pub mod told;
pub mod users;
pub mod verify;
mod words;

pub use db::Db;
pub use dialect::Engine;
pub use error::{Result, StoreError};
pub use ledger::Edit;
pub use scope::{Page, Viewer};
pub use words::Words;
