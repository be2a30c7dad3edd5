//! Measurements of Sapa, one section a command; `bench/run.sh` prepares what they need and runs them.

mod deadlines;
mod external;
mod external_pages;
mod fold;
mod generate;
mod http;
mod load;
mod pdf;
mod registry;
mod reports;
mod scores;
mod server;
mod start;
mod stats;
mod typing;

use std::{error::Error, process::ExitCode};

/// What a section comes to.
type Outcome = Result<(), Box<dyn Error>>;

const USAGE: &str = "usage: sapa-bench deadlines PYTHON SCRIPT
       sapa-bench fold
       sapa-bench pdf
       sapa-bench generate SEED_DATABASE DUMP CASES
       sapa-bench restore DUMP DATABASE
       sapa-bench start SAPA DATABASE
       sapa-bench pages SAPA DATABASE
       sapa-bench nation DATABASE DUMP APPEALS CHECKS
       sapa-bench scores DATABASE [PYTHON SCRIPT]
       sapa-bench external SAPA DATABASE
       sapa-bench reports PYTHON SCRIPT FOLDER BODIES
       sapa-bench typing SAPA DATABASE";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["deadlines", python, script] => deadlines::run(python, script),
        ["fold"] => fold::run(),
        ["pdf"] => pdf::run(),
        ["generate", seed, dump, cases] => wait(generate::run(seed, dump, cases)),
        ["restore", dump, database] => wait(generate::restore(dump, database)),
        ["start", sapa, database] => wait(start::run(sapa, database)),
        ["reports", python, script, folder, bodies] => reports::run(python, script, folder, bodies),
        ["nation", database, dump, appeals, checks] => wait(external::run(database, dump, appeals, checks)),
        ["scores", database] => wait(scores::run(database, None)),
        ["scores", database, python, script] => wait(scores::run(database, Some((python, script)))),
        ["external", sapa, database] => wait(external_pages::run(sapa, database)),
        ["typing", sapa, database] => wait(typing::run(sapa, database)),
        ["pages", sapa, database] => wait(load::run(sapa, database)),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn wait(section: impl Future<Output = Outcome>) -> Outcome {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(section)
}
