//! Pages of external control over a nation's cases, asked by an officer of the Agency and by one of its body in an oblast;
//! and a subject selected into the list that is being drawn up.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use law::{bodies::BodyTree, case::Role, ch2_external::p14_jurisdiction::competent};
use store::{
    Db, Viewer,
    cases::{Filter, list},
    told,
};

use crate::{
    Outcome,
    external::{AGENCY, DRAFT},
    generate::TODAY,
    http::Client,
    server::Server,
    stats::{Dice, Times, ms},
};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const OFFICER: &str = "agency.inspector";
const OBLAST: (&str, &str) = ("td-akmola.inspector", "agency-td-akmola");
/// Most requests for a page, and the longest time.
const MOST: usize = 60;
const LONGEST: Duration = Duration::from_secs(10);
const SELECTED: usize = 12;

pub async fn run(sapa: &str, database: &str) -> Outcome {
    let found = Found::of(database).await?;
    let server = Server::start(sapa, database).await?;
    server.settle().await;
    println!(
        "pages of external control on {}, {} subjects; memory {:.0} MiB:",
        found.engine,
        found.subjects.len(),
        server.memory()
    );
    let mut officer = Client::connect(&server.address).await?;
    officer.sign_in(&format!("{OFFICER}.{}", Role::Inspector.word())).await?;
    let busiest = &found.busiest;
    let asked: Vec<(&str, Vec<String>)> = vec![
        ("subjects, the first page", one("/subjects")),
        ("subjects, page 40", one("/subjects?page=40")),
        ("the subject with most cases", one(&format!("/subjects/{busiest}"))),
        ("any subject", found.subjects.iter().map(|id| format!("/subjects/{id}")).collect()),
        ("score of the subject with most cases", one(&format!("/subjects/{busiest}/score"))),
        ("planning", one("/planning")),
        ("an approved list with its visits", one("/planning/lists/xlist-2026-1")),
        ("candidates of a list", one(&format!("/planning/candidates?list={DRAFT}"))),
        ("load of the inspectors", one("/planning/load")),
        ("calendar of checks", one("/planning/calendar")),
        ("a list about to be opened", one("/open/half-year-list")),
        ("case of the draft of a list", one(&format!("/cases/{DRAFT}"))),
        ("selecting a subject, the form", one(&format!("/cases/{DRAFT}/steps/select-subject"))),
        ("an open appeal", found.open.iter().map(|id| format!("/cases/{id}")).collect()),
        ("an inspection about to be opened", one("/open/inspection")),
        ("appeals, the first page", one("/appeals")),
    ];
    for (name, paths) in asked {
        measure(&mut officer, name, &paths).await?;
    }
    select(&mut officer, &found).await?;
    let mut oblast = Client::connect(&server.address).await?;
    oblast.sign_in(&format!("{}.{}", OBLAST.0, Role::Inspector.word())).await?;
    for (name, path) in [("subjects of an oblast", "/subjects"), ("planning of an oblast", "/planning")] {
        measure(&mut oblast, name, &one(path)).await?;
    }
    println!("  memory after it {:.0} MiB", server.memory());
    Ok(())
}

fn one(path: &str) -> Vec<String> {
    vec![path.to_owned()]
}

/// What there is to ask for.
struct Found {
    engine: &'static str,
    subjects: Vec<String>,
    busiest: String,
    /// Those that the draft does not name.
    free: Vec<String>,
    /// Open appeals of the Agency.
    open: Vec<String>,
}

impl Found {
    async fn of(database: &str) -> Result<Self> {
        let db = Db::open(database, 1).await?;
        let bodies = store::bodies::all_bodies(&db).await?;
        let tree = BodyTree::new(bodies.into_iter().map(|row| row.body));
        let mut subjects: Vec<String> = tree
            .iter()
            .filter(|b| b.exists_on(TODAY) && competent(&tree, &b.id).is_some_and(|by| by != b.id))
            .map(|b| b.id.clone())
            .collect();
        subjects.sort();
        let listed: Vec<_> = told::of_case(&db, DRAFT).await?.into_iter().filter_map(|t| t.subject).collect();
        let free = subjects.iter().filter(|id| !listed.contains(id)).cloned().collect();
        let told = told::scored(&db, &told::Scored::default()).await?;
        let mut many = BTreeMap::new();
        for subject in told.iter().filter_map(|t| t.subject.as_deref()) {
            *many.entry(subject).or_insert(0) += 1;
        }
        let busiest = many.into_iter().max_by_key(|(_, n)| *n).ok_or("nothing is told")?.0.to_owned();
        let viewer = Viewer { user: OFFICER.into(), body: AGENCY.into(), role: Role::Inspector, on: TODAY };
        let procedure = Some(law::case::Procedure::Appeal);
        let filter = Filter { procedure, open: Some(true), per_page: 50, ..Filter::default() };
        let open = list(&db, &viewer, &filter).await?.items.into_iter().map(|row| row.meta.id).collect();
        let engine = db.engine().word();
        db.close().await;
        Ok(Self { engine, subjects, busiest, free, open })
    }
}

async fn measure(client: &mut Client, name: &str, paths: &[String]) -> Outcome {
    let mut dice = Dice(0x9E37_79B9);
    let (mut times, mut bytes, mut failed) = (Vec::new(), 0, 0);
    let until = Instant::now() + LONGEST;
    while times.len() < MOST && (Instant::now() < until || times.is_empty()) {
        let path = &paths[dice.below(paths.len())];
        let begun = Instant::now();
        let answer = client.get(path).await?;
        times.push(begun.elapsed());
        bytes += answer.body.len();
        failed += usize::from(answer.status != 200);
    }
    say(name, Times::of(times), bytes, failed);
    Ok(())
}

fn say(name: &str, times: Times, bytes: usize, failed: usize) {
    let many = times.len().max(1);
    println!(
        "  {name:<38} p50 {:>8.1} ms  p95 {:>8.1} ms  {:>7} B gzip  {many} asked, {failed} failed",
        ms(times.median()),
        ms(times.at(950)),
        bytes / many
    );
}

/// Subjects selected into the draft, one after another: the whole of the step.
async fn select(client: &mut Client, found: &Found) -> Outcome {
    let path = format!("/cases/{DRAFT}/steps/select-subject");
    let (mut times, mut failed) = (Vec::new(), 0);
    for subject in found.free.iter().take(SELECTED) {
        let form = String::from_utf8_lossy(&client.get_plain(&path).await?.body).into_owned();
        let hidden = |name: &str| {
            let (_, rest) = form.split_once(&format!("name=\"{name}\" value=\""))?;
            rest.split_once('"').map(|(value, _)| value)
        };
        let [Some(csrf), Some(version), Some(key)] = ["csrf", "version", "key"].map(hidden) else {
            return Err("the form of selecting a subject is another".into());
        };
        let body = format!("csrf={csrf}&version={version}&key={key}&subject={subject}&month=&reason=bench");
        let begun = Instant::now();
        let answer = client.post(&path, &body).await?;
        times.push(begun.elapsed());
        failed += usize::from(answer.status != 303);
    }
    say("selecting a subject, the step", Times::of(times), 0, failed);
    Ok(())
}
