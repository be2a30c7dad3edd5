//! Pages over many cases: My work, a case, the list of cases, at one connection and at sixty-four.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use law::case::Role;
use store::{Db, Viewer, cases::Filter};

use crate::{
    Outcome,
    generate::{LARGEST, TODAY},
    http::Client,
    server::Server,
    stats::{Dice, Times, ms},
};

const USER: &str = "justice.executor1";
const ROLE: Role = Role::ResponsibleExecutor;

/// Connections, most requests, longest time.
const LOADS: [(usize, usize, Duration); 2] = [(1, 200, Duration::from_secs(12)), (64, 3000, Duration::from_secs(15))];

pub async fn run(sapa: &str, database: &str) -> Outcome {
    let (engine, ids) = cases(database).await?;
    let server = Server::start(sapa, database).await?;
    let busy = server.settle().await;
    println!(
        "pages on {engine}, first page after {:.0} ms, own work after the start {:.0} s, memory {:.0} MiB:",
        ms(server.first_page),
        busy.as_secs_f64(),
        server.memory()
    );
    let ids = Arc::new(ids);
    for (name, path) in [("My work", "/"), ("case", "/cases/"), ("list of cases", "/cases")] {
        for (connections, most, longest) in LOADS {
            let load =
                Load { address: server.address.clone(), path, ids: ids.clone(), left: AtomicUsize::new(most), longest };
            measure(name, connections, load).await?;
        }
    }
    println!("  memory after it {:.0} MiB", server.memory());
    Ok(())
}

/// Some cases of the person who looks.
async fn cases(database: &str) -> Result<(&'static str, Vec<String>), Box<dyn std::error::Error>> {
    let db = Db::open(database, 1).await?;
    let viewer = Viewer { user: USER.into(), body: LARGEST.into(), role: ROLE, on: TODAY };
    let mut ids = Vec::new();
    for page in [1, 3, 10, 20, 40] {
        let filter = Filter { page, per_page: 200, ..Filter::default() };
        ids.extend(store::cases::list(&db, &viewer, &filter).await?.items.into_iter().map(|row| row.meta.id));
    }
    let engine = db.engine().word();
    db.close().await;
    if ids.is_empty() { Err(format!("{USER} has no cases there").into()) } else { Ok((engine, ids)) }
}

struct Load {
    address: String,
    path: &'static str,
    ids: Arc<Vec<String>>,
    left: AtomicUsize,
    longest: Duration,
}

#[derive(Default)]
struct Run {
    times: Vec<Duration>,
    bytes: usize,
    failed: usize,
}

async fn measure(name: &str, connections: usize, load: Load) -> Outcome {
    let mut clients = Vec::new();
    for _ in 0..connections {
        let mut client = Client::connect(&load.address).await?;
        client.sign_in(&format!("{USER}.{}", ROLE.word())).await?;
        clients.push(client);
    }
    let begun = Instant::now();
    let load = Arc::new(load);
    let tasks: Vec<_> = (1..).zip(clients).map(|(n, client)| tokio::spawn(ask(load.clone(), client, n))).collect();
    let mut all = Run::default();
    for task in tasks {
        let run = task.await??;
        all.times.extend(run.times);
        all.bytes += run.bytes;
        all.failed += run.failed;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let times = Times::of(all.times);
    let many = times.len().max(1);
    println!(
        "  {name:<14} {connections:>3} connections  p50 {:>8.1} ms  p99 {:>8.1} ms  {:>7.1} pages/s  {:>6} B gzip  {many} asked, {} failed",
        ms(times.median()),
        ms(times.at(990)),
        many as f64 / seconds,
        all.bytes / many,
        all.failed
    );
    Ok(())
}

/// One connection: asks until all have been asked, or the time is over.
async fn ask(load: Arc<Load>, mut client: Client, seed: u64) -> std::io::Result<Run> {
    let mut dice = Dice(seed * 0x9E37_79B9);
    let mut run = Run::default();
    let until = Instant::now() + load.longest;
    let next = |left: usize| left.checked_sub(1);
    while Instant::now() < until && load.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).is_ok() {
        let path = match load.path {
            "/cases/" => format!("/cases/{}", load.ids[dice.below(load.ids.len())]),
            path => path.to_owned(),
        };
        let begun = Instant::now();
        let answer = client.get(&path).await?;
        run.times.push(begun.elapsed());
        run.bytes += answer.body.len();
        run.failed += usize::from(answer.status != 200);
    }
    Ok(run)
}
