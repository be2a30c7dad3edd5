//! The store on both engines: each test runs on SQLite and on PostgreSQL (`scripts/with-postgres.sh`).

mod append_only;
mod backup;
mod commit;
mod external;
mod fixtures;
mod fresh;
mod migrations;
mod outbox;
mod registry;
mod reports;
mod scale;
mod scope;
mod told;
mod users;
mod verify;
