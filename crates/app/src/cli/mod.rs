//! The command line: one file a command.

mod backup;
mod calendar;
mod config;
mod deadline;
pub mod demo;
mod exchange;
mod external_past;
mod external_stories;
mod here;
mod import;
mod law;
mod migrate;
mod nation;
mod plausible;
mod rebuild;
mod report;
mod report_stories;
mod restore;
mod serve;
mod stories;
mod user;
mod verify;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{Outside, words::Lang};
use here::Here;

/// Sapa: state control over the quality of public services.
#[derive(Parser)]
#[command(name = "sapa", version)]
struct Cli {
    /// The settings file; `SAPA_…` variables win over it.
    #[arg(long, global = true, env = "SAPA_CONFIG")]
    config: Option<PathBuf>,
    /// The language of what is printed.
    #[arg(long, global = true, env = "SAPA_LANG", value_enum, default_value_t)]
    lang: Lang,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the product until stopped.
    Serve,
    /// Make a demo database, if there is none, and serve it.
    Demo(demo::Demo),
    /// Reckon a deadline, with every day counted and every day skipped.
    Deadline(deadline::Deadline),
    /// Show the working days of a year.
    Calendar(calendar::Calendar),
    /// List the paragraphs of the Rules, or show one and where it lives.
    Law(law::LawPage),
    /// Prove that nothing in the journal was changed.
    Verify(verify::Verify),
    /// Write everything to one file while the product runs.
    Backup(backup::Backup),
    /// Put a backup into an empty database.
    Restore(restore::Restore),
    /// Bring the schema of the database up to date.
    Migrate(migrate::Migrate),
    /// Derive lists and duties of all cases again from the journal.
    Rebuild(rebuild::Rebuild),
    /// Explain every setting.
    Config(config::Settings),
    /// Add, list, lock people.
    #[command(subcommand)]
    User(user::UserCommand),
    /// Take bodies or services from a file into the registry.
    #[command(subcommand)]
    Import(import::Import),
    /// Packages for legal statistics: list, give as files, send.
    #[command(subcommand)]
    Exchange(exchange::Exchange),
    /// Report forms as files: templates, checks, import, export.
    #[command(subcommand)]
    Report(report::Report),
}

/// What a command comes to: an exit code, or a sentence on what went wrong.
type Outcome = Result<ExitCode, Box<dyn std::error::Error>>;

/// The question was wrong, not the answer.
const MISUSE: u8 = 2;

pub fn run(outside: Outside) -> ExitCode {
    let cli = Cli::parse();
    let here = Here::new(cli.config, cli.lang, outside);
    let outcome = match cli.command {
        Command::Deadline(deadline) => deadline.run(&here),
        Command::Calendar(calendar) => calendar.run(&here),
        Command::Law(law) => law.run(&here),
        Command::Config(settings) => settings.run(&here),
        other => here.wait(wait_for(other, &here)),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("sapa: {}", here.tell(error.as_ref()));
        ExitCode::FAILURE
    })
}

/// The commands that need the database.
async fn wait_for(command: Command, here: &Here) -> Outcome {
    match command {
        Command::Serve => serve::run(here.config()?, here.outside).await,
        Command::Demo(demo) => demo.run(here.config()?, here.outside).await,
        Command::Verify(verify) => verify.run(here).await,
        Command::Backup(backup) => backup.run(here).await,
        Command::Restore(restore) => restore.run(here).await,
        Command::Migrate(migrate) => migrate.run(here).await,
        Command::Rebuild(rebuild) => rebuild.run(here).await,
        Command::User(user) => user.run(here).await,
        Command::Import(import) => import.run(here).await,
        Command::Report(report) => report.run(here).await,
        Command::Exchange(exchange) => exchange.run(here).await,
        Command::Deadline(_) | Command::Calendar(_) | Command::Law(_) | Command::Config(_) => Ok(ExitCode::SUCCESS),
    }
}
