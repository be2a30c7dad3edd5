//! `sapa`: only here are clock, environment and entropy touched.

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "the one place that knows the clock")]
fn main() -> ExitCode {
    sapa::cli::run(sapa::Outside { now: jiff::Timestamp::now, entropy })
}

#[expect(clippy::disallowed_methods, reason = "the one place that knows chance")]
fn entropy(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system gives random bytes");
}
