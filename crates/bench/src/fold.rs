//! A case of sixty facts: folded, its duties, and all its steps offered to an executor.

use jiff::civil::Date;
use law::{
    case::{CaseFile, Fact, View, step},
    sample,
};

use crate::{
    Outcome,
    stats::{Times, us},
};

const FACTS: usize = 60;
const RUNS: usize = 2000;

pub fn run() -> Outcome {
    let (case, law, bodies, actor) = sample::control_event(FACTS);
    let texts: Vec<String> = case.facts.iter().map(Fact::canonical).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let view = View {
        case: &case,
        actor: &actor,
        law: &law,
        bodies: &bodies,
        today: case.facts.last().map_or(Date::MIN, |f| f.on),
        people: &[],
        plan: &[],
        dossier: &law::ch2_external::dossier::NOTHING,
        issued: None,
        review: None,
    };
    let read = || -> Vec<Fact> { texts.iter().filter_map(|t| serde_json::from_str(t).ok()).collect() };
    let fold = |facts: Vec<Fact>| CaseFile::fold(&case.id, case.procedure, &case.body, facts);
    let offers = || -> usize {
        let ready = |s: &&&dyn step::Step| matches!(step::offer(**s, &view), step::Offer::Ready);
        case.procedure.steps().iter().filter(ready).count()
    };

    println!(
        "a control event of {} facts ({bytes} bytes of JSON), {} duties, {} steps ({} ready), median of {RUNS}, µs:",
        case.facts.len(),
        case.duties(&law).len(),
        case.procedure.steps().len(),
        offers(),
    );
    let line = |name: &str, times: Times| {
        println!("  {name:<58} median {:>8.1}  p99 {:>8.1}", us(times.median()), us(times.at(990)));
    };
    let mut copies: Vec<Vec<Fact>> = (0..RUNS).map(|_| case.facts.clone()).collect();
    line("fold", Times::measure(RUNS, || fold(copies.pop().unwrap_or_default())));
    line("read from JSON and fold", Times::measure(RUNS, || fold(read())));
    line("duties, each with its reckoning", Times::measure(RUNS, || case.duties(&law)));
    line("offers of all steps", Times::measure(RUNS, offers));
    let all = || {
        let folded = fold(read());
        (folded.duties(&law).len(), offers())
    };
    line("all of it, from JSON", Times::measure(RUNS, all));
    Ok(())
}
