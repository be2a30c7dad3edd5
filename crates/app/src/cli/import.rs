//! `sapa import`: bodies and services from a file into the registry, all of it or nothing.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use store::Db;

use super::{
    Outcome,
    here::{Here, say},
};
use crate::{
    import::{self, Fault},
    words::Arg,
};

#[derive(Subcommand)]
pub(super) enum Import {
    /// Bodies, CSV or XLSX.
    Bodies(From),
    /// Services, CSV or XLSX.
    Services(From),
}

#[derive(Args)]
pub(super) struct From {
    file: PathBuf,
    /// Check the file and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

impl Import {
    pub async fn run(self, here: &Here) -> Outcome {
        let (Self::Bodies(from) | Self::Services(from)) = &self;
        let name = from.file.display().to_string();
        let bytes = std::fs::read(&from.file).map_err(|_| here.sentence("cli-no-file", &name))?;
        let db = here.open_ready(from.db.as_deref()).await?;
        match self {
            Self::Bodies(_) => {
                let known = store::bodies::all_bodies(&db).await?;
                match import::read_bodies_beside(&name, &bytes, &known) {
                    Err(faults) => report(here, &from.file, &faults),
                    Ok(rows) if from.dry_run => checked(here, rows.len()),
                    Ok(rows) => {
                        done(here, store::bodies::upsert(&db, &rows, &here.edit("sapa import bodies")).await?, &db)
                            .await
                    }
                }
            }
            Self::Services(_) => match import::read_services(&name, &bytes, &store::bodies::tree(&db).await?) {
                Err(faults) => report(here, &from.file, &faults),
                Ok(rows) if from.dry_run => checked(here, rows.len()),
                Ok(rows) => {
                    done(here, store::services::upsert(&db, &rows, &here.edit("sapa import services")).await?, &db)
                        .await
                }
            },
        }
    }
}

/// Every bad cell on a line of its own, in the form that editors jump to.
fn report(here: &Here, file: &Path, faults: &[Fault]) -> Outcome {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    for fault in faults {
        let line = if fault.line == 0 { String::new() } else { format!(":{}", fault.line) };
        let column = if fault.column.is_empty() { String::new() } else { format!(":{}", fault.column) };
        eprintln!("{name}{line}{column}: {}", fault.sentence(&here.words));
    }
    let count = i64::try_from(faults.len())?;
    eprintln!("sapa: {}", here.words.with("cli-import-refused", &[("faults", Arg::Number(count))]));
    Ok(ExitCode::FAILURE)
}

fn checked(here: &Here, rows: usize) -> Outcome {
    say(here.words.with("cli-import-checked", &[("rows", Arg::Number(i64::try_from(rows)?))]))?;
    Ok(ExitCode::SUCCESS)
}

async fn done(here: &Here, changed: u32, db: &Db) -> Outcome {
    db.close().await;
    say(here.words.with("cli-import-done", &[("rows", Arg::Number(changed.into()))]))?;
    Ok(ExitCode::SUCCESS)
}
