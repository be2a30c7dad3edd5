//! What the system's own control events say of rows 1–9 of forms 1-мқ and 2-мқ. A figure is a proposal: the executor sees
//! the list behind it, and whoever enters another number says why.
//!
//! An event counts in the month in which it ended, that is, in which its act was presented. One that was held on
//! an appeal or an instruction is counted with those on the monitoring: only these two grounds have rows.

use jiff::civil::Date;

use crate::{
    bodies::{BodyKind, BodyTree},
    case::{CaseFile, FactKind},
    ch3_internal::p41_grounds::Ground,
    edition::Law,
    term::Quarter,
};

/// Something a case adds to a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// In the numbers of form 1-мқ, which rows 1–9 of form 2-мқ share; rows 16–18 are found by what they are like (`Form::like`).
    pub row: String,
    /// Of a row with lines the service of the line; empty where the row has none, or no service is known.
    pub line: String,
    pub on: Date,
    pub count: u64,
}

/// The input column of a day: none outside the quarter.
pub fn month_column(quarter: Quarter, on: Date) -> Option<&'static str> {
    if Quarter::of(on) != Some(quarter) {
        return None;
    }
    ["m1", "m2", "m3"].get(usize::try_from((on.month() - 1) % 3).ok()?).copied()
}

/// The row of a kind of control object.
fn object_row(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Subordinate => "2.2",
        BodyKind::Provider | BodyKind::StateCorporation => "2.4",
        _ => "2.1",
    }
}

/// What a control event adds to the report of a quarter; what was carried out is seen as on `by`.
pub fn of_event(case: &CaseFile, tree: &BodyTree, by: Date) -> Vec<Counted> {
    let Some(event) = case.event() else { return Vec::new() };
    let mut found = Vec::new();
    let mut add = |row: &str, on: Date, count: u64| {
        if count > 0 {
            found.push(Counted { row: row.replace('-', "."), line: String::new(), on, count });
        }
    };
    if let (Some((ended, _)), Some(appointment)) = (&event.presented, &event.appointment) {
        add(if appointment.ground == Ground::Plan { "1.1" } else { "1.2" }, *ended, 1);
        add(tree.get(&appointment.object).map_or("2.1", |b| object_row(b.kind)), *ended, 1);
        for finding in &event.findings {
            add(&finding.finding.violation, *ended, finding.finding.count.into());
        }
        let late = event.contents.as_ref().and_then(|c| c.late_complaints).unwrap_or(0);
        add("6", *ended, late.into());
    }
    let signed = event.letter_signed.zip(event.letter.as_ref());
    for fact in &case.facts {
        match &fact.what {
            FactKind::LiabilityRecorded(liability) => {
                add(&liability.penalty, fact.on, 1);
                add(&liability.person, fact.on, 1);
            }
            FactKind::RightsRestored(restored) => {
                add("4", fact.on, u64::try_from(restored.findings.len()).unwrap_or(0));
                add("5", fact.on, restored.recipients.into());
            }
            _ => {}
        }
    }
    if let Some((on, letter)) = signed {
        for number in 1..=letter.measures.len() {
            let done = event.settled.get(&number.to_string()).is_some_and(|(day, why)| why.is_none() && *day <= by);
            add(if done { "9.1" } else { "9.2" }, on, 1);
        }
    }
    found
}

/// The rows that [`of_event`] reckons: where a body's events say nothing, the figure is nought.
pub const ROWS: &[&str] = &[
    "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10",
    "4", "5", "6", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "8.1", "8.2", "8.3", "9.1", "9.2",
];

/// What an appeal adds to the report of the body whose case it is, in the month it was received: rows 16.1–16.3 by the way the
/// service was provided, 17.1–17.7 by its source, 18.1–18.3 if the term of its review was over before the review was, as seen on
/// `by`. An appeal is one, whatever it names: it stands in the line of the first service it is about. What is forwarded (§15) is
/// received but not reviewed here, so no term of a review is broken.
pub fn of_appeal(case: &CaseFile, law: &Law, by: Date) -> Vec<Counted> {
    let Some(appeal) = case.appeal() else { return Vec::new() };
    let Some((received, registered)) = &appeal.registration else { return Vec::new() };
    let service = registered.services.first().cloned().unwrap_or_default();
    let one = |row: String, line: &str| Counted { row, line: line.to_owned(), on: *received, count: 1 };
    let channel = registered.channel.replace('-', ".");
    let mut found = vec![one(channel.clone(), &service), one(registered.source.replace('-', "."), "")];
    if appeal.late(law, by) {
        found.push(one(channel.replacen("16", "18", 1), &service));
    }
    found
}

/// The rows that [`of_appeal`] reckons.
pub const APPEAL_ROWS: &[&str] =
    &["16.1", "16.2", "16.3", "17.1", "17.2", "17.3", "17.4", "17.5", "17.6", "17.7", "18.1", "18.2", "18.3"];
