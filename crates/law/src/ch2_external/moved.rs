//! How a date that a document had set has moved since: by a standstill and an extension (§19), by a decision on more time (§29).

use jiff::civil::Date;

use crate::case::CaseFile;

/// A date, and what set it or moved it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Word of the fact.
    pub by: &'static str,
    pub on: Date,
    pub to: Date,
}

impl Moved {
    /// Facts that set such a date, and those that move it.
    pub const BY: [&'static str; 6] = [
        "inspection-appointed",
        "inspection-resumed",
        "extension-notified",
        "act-registered",
        "results-delivered",
        "more-time-decided",
    ];
}

/// The date of a duty from when it was first set; empty where it has not moved. Duties whose dates move are the delivery (`26`)
/// and the reports on elimination (`30.NUMBER`).
pub fn moved(case: &CaseFile, key: &str) -> Vec<Moved> {
    let number: Option<u32> = key.strip_prefix("30.").and_then(|n| n.parse().ok());
    if case.inspection().is_none() || (number.is_none() && key != "26") {
        return Vec::new();
    }
    let date = |case: &CaseFile| {
        let inspection = case.inspection()?;
        match number {
            Some(number) => inspection.delivered.as_ref().and(inspection.terms.get(&number)).copied(),
            None => inspection.appointed.and(inspection.end_in_force()),
        }
    };
    let mut before = CaseFile::new(&case.id, case.procedure, &case.body);
    let mut found: Vec<Moved> = Vec::new();
    for fact in &case.facts {
        before.apply(fact.clone());
        if let Some(to) = date(&before).filter(|to| found.last().is_none_or(|last| last.to != *to)) {
            found.push(Moved { by: fact.what.word(), on: fact.on, to });
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}
