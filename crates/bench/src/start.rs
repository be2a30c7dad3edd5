//! From the start of the process to the first page, and the memory it then holds.

use crate::{
    Outcome,
    server::Server,
    stats::{Times, ms},
};

const RUNS: usize = 7;

pub async fn run(sapa: &str, database: &str) -> Outcome {
    let (mut times, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let server = Server::start(sapa, database).await?;
        times.push(server.first_page);
        memory.push(server.memory());
    }
    let times = Times::of(times);
    memory.sort_by(f64::total_cmp);
    println!("start to the first page (sign-in with all personas), {RUNS} processes:");
    println!("  {:<58} median {:>8.0}  best {:>8.0}", "ms", ms(times.median()), ms(times.best()));
    println!("  {:<58} median {:>8.0}", "resident memory then, MiB", memory[RUNS / 2]);
    Ok(())
}
