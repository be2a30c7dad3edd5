//! The scores of all subjects without the pages around them: what is told read from the database, and the points reckoned
//! from it; DuckDB adds up the same rows.

use std::{
    collections::BTreeMap,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use jiff::ToSpan;
use law::{
    bodies::BodyTree,
    ch2_external::{
        dossier::Dossier,
        p11_risk::{Index, Measure, sample},
        p14_jurisdiction::competent,
    },
};
use store::{Db, told};

use crate::{
    Outcome,
    generate::TODAY,
    stats::{Times, ms},
};

const RUNS: usize = 15;

pub async fn run(database: &str, peer: Option<(&str, &str)>) -> Outcome {
    let db = Db::open(database, 1).await?;
    let bodies = store::bodies::all_bodies(&db).await?;
    let tree = BodyTree::new(bodies.into_iter().map(|row| row.body));
    let set = sample();
    let looks = set.criteria.iter().filter(|c| c.measure == Measure::JustifiedAppeals).filter_map(|c| c.months).max();
    let since = looks.map(|months| TODAY.saturating_sub(i32::from(months).months()));
    let wanted = told::Scored { territory: None, since };
    let (mut read, mut reckoned): (Vec<Duration>, Vec<Duration>) = Default::default();
    let (mut sums, mut rows): (BTreeMap<&str, u64>, usize) = Default::default();
    let subjects: Vec<&str> = tree
        .iter()
        .filter(|b| b.exists_on(TODAY) && competent(&tree, &b.id).is_some_and(|by| by != b.id))
        .map(|b| b.id.as_str())
        .collect();
    for _ in 0..RUNS {
        let begun = Instant::now();
        let dossier = Dossier { told: told::scored(&db, &wanted).await?, ..Dossier::default() };
        read.push(begun.elapsed());
        rows = dossier.told.len();
        let begun = Instant::now();
        let index = Index::of(&dossier);
        let scores: Vec<_> = subjects.iter().map(|id| index.figures(&set, id, &tree, TODAY)).collect();
        reckoned.push(begun.elapsed());
        sums.clear();
        for part in scores.iter().flat_map(|score| &score.parts) {
            if let (Some(measure), Some(figure)) = (part.measure, &part.figure) {
                *sums.entry(measure.word()).or_default() += figure.value / 100;
            }
        }
    }
    let (read, reckoned) = (Times::of(read), Times::of(reckoned));
    println!("scores of {} subjects on {}, {rows} rows read:", subjects.len(), db.engine().word());
    println!("  {:<58} {:>9.1} ms", "read from the database", ms(read.median()));
    println!("  {:<58} {:>9.1} ms", "points of nine criteria with their sources", ms(reckoned.median()));
    db.close().await;
    let Some((python, script)) = peer else { return Ok(()) };
    let sum = |measure: Measure| sums.get(measure.word()).copied().unwrap_or_default().to_string();
    let done = Command::new(Path::new(python))
        .args([script, database, &TODAY.to_string()])
        .args([sum(Measure::GrossViolations), sum(Measure::JustifiedAppeals)])
        .status()?;
    if done.success() { Ok(()) } else { Err("DuckDB failed or has other figures".into()) }
}
