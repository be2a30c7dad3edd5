//! `sapa`: only here are clock, environment and entropy touched.

use std::process::ExitCode;

fn main() -> ExitCode {
    sapa::cli::run(sapa::Outside { now: jiff::Timestamp::now, entropy })
}

fn entropy(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system gives random bytes");
}
