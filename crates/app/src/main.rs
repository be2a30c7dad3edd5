//! `sapa`: the web product and its command line. Only here are clock, environment and entropy touched.

mod app;
mod cli;
mod clock;
mod config;
mod door;
mod jobs;
mod paper;
mod passwords;
mod readmodel;
mod registry;
mod sessions;
mod web;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(Outside { now: jiff::Timestamp::now, entropy })
}

/// What the rest of the product may know of the world outside.
#[derive(Clone, Copy)]
struct Outside {
    now: fn() -> jiff::Timestamp,
    entropy: fn(&mut [u8]),
}

fn entropy(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system gives random bytes");
}
