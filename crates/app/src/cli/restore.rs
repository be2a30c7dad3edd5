//! `sapa restore`: a proven backup into an empty database, which is then proven, too.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use store::Db;

use super::{
    Outcome,
    here::{Here, say},
    verify,
};
use crate::words::Arg;

#[derive(Args)]
pub(super) struct Restore {
    /// The backup file.
    file: PathBuf,
    /// Another database than the one of the settings; an SQLite file is made if it is not there.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

impl Restore {
    pub async fn run(self, here: &Here) -> Outcome {
        let name = self.file.display().to_string();
        if !self.file.exists() {
            return Err(here.sentence("cli-no-file", &name));
        }
        let proven = store::backup::verify_dump(&self.file)?;
        if let Some(broken) = &proven.broken {
            eprintln!("sapa: {}", verify::sentence(&here.words, broken));
            eprintln!("sapa: {}", here.words.t("cli-restore-refused"));
            return Ok(ExitCode::FAILURE);
        }
        let config = here.config()?;
        let db = Db::open(self.db.as_deref().unwrap_or(&config.database_url), config.database_connections).await?;
        db.migrate().await?;
        let trailer = store::backup::restore(&db, &self.file).await?;
        let verdict = store::verify::database(&db).await?;
        let rows = i64::try_from(trailer.rows.values().sum::<u64>())?;
        say(here.words.with("cli-restore-done", &[("file", name.into()), ("rows", Arg::Number(rows))]))?;
        say(verify::summary(&here.words, &verdict))?;
        if verdict != proven {
            eprintln!("sapa: {}", here.words.t("cli-restore-differs"));
            return Ok(ExitCode::FAILURE);
        }
        Ok(ExitCode::SUCCESS)
    }
}
