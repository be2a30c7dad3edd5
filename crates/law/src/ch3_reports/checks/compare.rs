//! Checks that compare places with one another, with earlier reports, with other forms and with the system's own figures.

use super::{Beside, Check, Elsewhere, Finding};
use crate::ch3_reports::{
    cell::Cell,
    form::{Columns, Form, Row},
    sheet::{LineKey, Place, Sheet, quarter_number},
};

/// By channel, in the numbers of form 1-мқ: the row of the part, and the rows that make the whole. Services through the
/// portal and the State Corporation are no part of rows 12 and 13, so that they are compared with forms 3 and 4 alone.
const PARTS: &[(&str, &[&str])] = &[
    ("14.1", &["12.1", "12.2"]),
    ("14.3", &["12.3", "12.4"]),
    ("15.1", &["13.2"]),
    ("15.3", &["13.1"]),
    ("18.1", &["16.1"]),
    ("18.2", &["16.2"]),
    ("18.3", &["16.3"]),
];

fn rows(form: &'static Form, like: &[&str]) -> Vec<(usize, &'static Row)> {
    like.iter().filter_map(|l| form.like(l)).filter_map(|r| form.at(r.number).map(|at| (at, r))).collect()
}

fn numbers(rows: &[(usize, &Row)]) -> String {
    rows.iter().map(|(_, r)| r.number).collect::<Vec<_>>().join(" + ")
}

/// A part never exceeds the whole, in the row and in each service's line.
pub fn parts(sheet: &Sheet, findings: &mut Vec<Finding>) {
    let form = sheet.definition();
    for (part, whole) in PARTS {
        let (Some(&(part, row)), whole) = (rows(form, &[part]).first(), rows(form, whole)) else { continue };
        let sums: Vec<_> = whole.iter().map(|(at, _)| sheet.inputs(*at)).collect();
        let inputs = sheet.inputs(part);
        for (at, column) in row.columns.inputs().iter().enumerate() {
            let sum: u64 = sums.iter().map(|s| s[at].number()).sum();
            // A whole that nobody has filled is said by «filled» already.
            if inputs[at].number() > sum && sums.iter().any(|s| s[at].filled()) {
                let finding = Finding::new(Check::Part, "part", Place::new(row.number, "", *column), inputs[at]);
                findings.push(finding.with("found", inputs[at]).with("whole", sum).with("of", numbers(&whole)));
            }
        }
        if whole.iter().all(|(_, r)| r.lines().is_some()) && row.lines().is_some() {
            by_service(sheet, (part, row), &whole, findings);
        }
    }
}

fn by_service(sheet: &Sheet, (part, row): (usize, &Row), whole: &[(usize, &Row)], findings: &mut Vec<Finding>) {
    if sheet.rows[part].lines.values().all(|l| l.cells.iter().all(|c| c.number() == 0)) {
        return;
    }
    for (key, line) in &sheet.rows[part].lines {
        for (at, column) in row.columns.inputs().iter().enumerate().filter(|(at, _)| line.cells[*at].number() > 0) {
            let provided = |(of, of_row): &(usize, &Row)| -> u64 {
                let same = |other: &LineKey| match of_row.lines() == row.lines() {
                    true => other == key,
                    false => other.first == key.first,
                };
                sheet.rows[*of].lines.iter().filter(|(k, _)| same(k)).map(|(_, l)| l.cells[at].number()).sum()
            };
            let sum: u64 = whole.iter().map(provided).sum();
            if line.cells[at].number() > sum {
                let place = Place::new(row.number, key.word(), *column);
                let finding = Finding::new(Check::Part, "part-line", place, line.cells[at]);
                findings.push(finding.with("found", line.cells[at]).with("whole", sum).with("of", numbers(whole)));
            }
        }
    }
}

/// Complaints by channel equal complaints by source.
pub fn sources(sheet: &Sheet, findings: &mut Vec<Finding>) {
    let form = sheet.definition();
    let [(by_channel, _), (by_source, row)] = rows(form, &["16", "17"])[..] else { return };
    let (channel, source) = (sheet.inputs(by_channel), sheet.inputs(by_source));
    for (at, column) in row.columns.inputs().iter().enumerate() {
        if channel[at].number() != source[at].number() && channel[at].filled() && source[at].filled() {
            let finding = Finding::new(Check::Source, "source", Place::new(row.number, "", *column), source[at]);
            let of = form.rows[by_channel].number;
            findings
                .push(finding.with("found", source[at].number()).with("whole", channel[at].number()).with("of", of));
        }
    }
}

/// Restored at most what was violated; somebody held liable where a penalty was imposed; objects where there were events.
pub fn violations(sheet: &Sheet, findings: &mut Vec<Finding>) {
    let form = sheet.definition();
    let [restored, found, penalties, persons, events, objects] = ["4", "3", "7", "8", "1", "2"].map(|n| form.at(n));
    let (Some(restored), Some(found), Some(penalties), Some(persons), Some(events), Some(objects)) =
        (restored, found, penalties, persons, events, objects)
    else {
        return;
    };
    let mut compare = |row: usize, other: usize, message, odd: fn(u64, u64) -> bool| {
        let (here, there) = (sheet.inputs(row), sheet.inputs(other));
        for (at, column) in form.rows[row].columns.inputs().iter().enumerate() {
            if odd(here[at].number(), there[at].number()) && here[at].filled() && there[at].filled() {
                let place = Place::new(form.rows[row].number, "", *column);
                let finding = Finding::new(Check::Violations, message, place, here[at]);
                let finding = finding.with("found", here[at].number()).with("whole", there[at].number());
                findings.push(finding.with("of", form.rows[other].number));
            }
        }
    };
    compare(restored, found, "violations-restored", |restored, found| restored > found);
    compare(persons, penalties, "violations-persons", |persons, penalties| penalties > 0 && persons == 0);
    compare(objects, events, "violations-objects", |objects, events| events > 0 && objects < events);
}

/// More than five times, or less than a fifth of, what the row was a year ago and a quarter ago, both 20 at least.
pub fn jumps(sheet: &Sheet, beside: &Beside, findings: &mut Vec<Finding>) {
    let (Some(year), Some(quarter)) = (beside.year_ago, beside.quarter_ago) else { return };
    for (at, row) in sheet.definition().rows.iter().enumerate() {
        let Some(column) = row.columns.derived().last().copied().or(row.columns.inputs().first().copied()) else {
            continue;
        };
        let now = quarter_number(row, &sheet.inputs(at));
        let before = [year, quarter].map(|s| quarter_number(row, &s.inputs(at)).number());
        let far = |then: u64| now.number() > then.saturating_mul(5) || now.number().saturating_mul(5) < then;
        if now.filled() && before.iter().all(|then| *then >= 20 && far(*then)) {
            let finding = Finding::new(Check::Jump, "jump", Place::new(row.number, "", column), now);
            findings.push(finding.with("found", now.number()).with("year", before[0]).with("quarter", before[1]));
        }
    }
}

/// Late and refused services through the State Corporation and the portal, against forms 3-мқ and 4-мқ.
pub fn cross(sheet: &Sheet, beside: &Beside, findings: &mut Vec<Finding>) {
    let form = sheet.definition();
    type Of<'a> = &'a std::collections::BTreeMap<String, Elsewhere>;
    let (electronic, corporation): (Of, Of) = (&beside.electronic, &beside.corporation);
    for (like, known, index) in [("14.2", electronic, "4-мқ"), ("14.4", corporation, "3-мқ")] {
        let Some(&(at, row)) = rows(form, &[like]).first() else { continue };
        for (service, there) in known {
            let here = line_quarter(sheet, at, row, service);
            if here != there.late {
                let place = Place::new(row.number, service.clone(), "qn");
                let finding = Finding::new(Check::Cross, "cross-late", place, Cell::Count(here));
                findings.push(finding.with("found", here).with("whole", there.late).with("of", index));
            }
        }
    }
    for (like, known, index) in [("15.2", electronic, "4-мқ"), ("15.4", corporation, "3-мқ")] {
        let Some(&(at, row)) = rows(form, &[like]).first() else { continue };
        for (service, there) in known {
            let here = line_quarter(sheet, at, row, service);
            if here > there.refused {
                let place = Place::new(row.number, service.clone(), "qn");
                let finding = Finding::new(Check::Cross, "cross-refused", place, Cell::Count(here));
                findings.push(finding.with("found", here).with("whole", there.refused).with("of", index));
            }
        }
    }
}

fn line_quarter(sheet: &Sheet, at: usize, row: &Row, service: &str) -> u64 {
    let line = sheet.rows[at].lines.get(&LineKey::service(service));
    line.map_or(0, |line| quarter_number(row, &line.cells).number())
}

/// What the system reckoned and somebody entered otherwise.
pub fn own_figures(sheet: &Sheet, beside: &Beside, findings: &mut Vec<Finding>) {
    for (place, reckoned) in &beside.own {
        let entered = sheet.value(place);
        let results = sheet.row(&place.row).is_some_and(|(r, _)| r.columns == Columns::Results);
        if entered.filled() && entered.number() != *reckoned && !results {
            let finding = Finding::new(Check::Auto, "auto", place.clone(), entered);
            findings.push(finding.with("found", entered.number()).with("whole", *reckoned));
        }
    }
}
