//! `sapa migrate`: the schema this product needs. `sapa serve` does the same when it starts.

use std::process::ExitCode;

use clap::Args;
use store::Db;

use super::{
    Outcome,
    here::{Here, say},
};
use crate::words::Arg;

#[derive(Args)]
pub(super) struct Migrate {
    /// Another database than the one of the settings; an SQLite file is made if it is not there.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

impl Migrate {
    pub async fn run(self, here: &Here) -> Outcome {
        let config = here.config()?;
        let db = Db::open(self.db.as_deref().unwrap_or(&config.database_url), config.database_connections).await?;
        let before = db.schema_version().await?;
        let after = db.migrate().await?;
        let values = [("before", Arg::Number(before)), ("after", Arg::Number(after))];
        say(here.words.with(if before == after { "cli-migrate-none" } else { "cli-migrate-done" }, &values))?;
        Ok(ExitCode::SUCCESS)
    }
}
