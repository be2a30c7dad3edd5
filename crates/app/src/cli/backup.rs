//! `sapa backup`: everything in one file, proven before it counts.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    Outcome,
    here::{Here, say},
    verify,
};
use crate::words::Arg;

#[derive(Args)]
pub(super) struct Backup {
    /// The file to write; one that is there is not written over.
    file: PathBuf,
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

impl Backup {
    pub async fn run(self, here: &Here) -> Outcome {
        let name = self.file.display().to_string();
        if self.file.exists() {
            return Err(here.sentence("cli-file-exists", &name));
        }
        let db = here.open_ready(self.db.as_deref()).await?;
        let trailer = store::backup::dump(&db, &self.file).await?;
        let verdict = store::backup::verify_dump(&self.file)?;
        let rows = i64::try_from(trailer.rows.values().sum::<u64>())?;
        say(here.words.with("cli-backup-done", &[("file", name.into()), ("rows", Arg::Number(rows))]))?;
        say(verify::summary(&here.words, &verdict))?;
        if let Some(broken) = &verdict.broken {
            eprintln!("sapa: {}", verify::sentence(&here.words, broken));
            return Ok(ExitCode::FAILURE);
        }
        Ok(ExitCode::SUCCESS)
    }
}
