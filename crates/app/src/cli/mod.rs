//! The command line: one file a command.

mod demo;
mod serve;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::{Outside, config::Config};

/// Sapa: state control over the quality of public services.
#[derive(Parser)]
#[command(name = "sapa", version)]
struct Cli {
    /// The settings file; `SAPA_…` variables win over it.
    #[arg(long, global = true, env = "SAPA_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the product until stopped.
    Serve,
    /// Make a demo database, if there is none, and serve it.
    Demo(demo::Demo),
}

/// What a command comes to: an exit code, or a sentence on what went wrong.
type Outcome = Result<ExitCode, Box<dyn std::error::Error>>;

pub fn run(outside: Outside) -> ExitCode {
    let cli = Cli::parse();
    let outcome = Config::read(cli.config.as_deref()).map_err(Into::into).and_then(|config| match cli.command {
        Command::Serve => runtime()?.block_on(serve::run(config, outside)),
        Command::Demo(demo) => runtime()?.block_on(demo.run(config, outside)),
    });
    outcome.unwrap_or_else(|error| {
        eprintln!("sapa: {error}");
        ExitCode::FAILURE
    })
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}
