//! One act as PDF: first in a process, further ones, the same again.

use std::time::Instant;

use documents::{Document, Language, sample};

use crate::{
    Outcome,
    stats::{Times, ms},
};

const RUNS: usize = 20;

/// The sample act under a number of its own, so that nothing of it has been set before.
fn act(language: Language, number: usize) -> Document {
    let mut document = Document::Act(sample::act(language));
    document.head_mut().number = Some(number.to_string());
    document
}

pub fn run() -> Outcome {
    let begun = Instant::now();
    let bytes = documents::pdf(&act(Language::Kk, 0), Language::Kk)?.len();
    let first = begun.elapsed();
    println!("an act as PDF/A-2a and PDF/UA-1 ({bytes} bytes), median of {RUNS}, ms:");
    println!("  {:<58} {:>8.1}", "in Kazakh, the first of the process", ms(first));
    let mut number = 0;
    for (name, language, step) in [
        ("in Kazakh, another act each time", Language::Kk, 1),
        ("in Russian, another act each time", Language::Ru, 1),
        ("in Kazakh, the same act again", Language::Kk, 0),
    ] {
        let mut failed = None;
        let times = Times::measure(RUNS, || {
            number += step;
            documents::pdf(&act(language, number), language).map_err(|error| failed = Some(error)).is_ok()
        });
        if let Some(error) = failed {
            return Err(error.into());
        }
        println!("  {name:<58} {:>8.1}", ms(times.median()));
    }
    Ok(())
}
