//! Checks of one place: filled, whole, and sums that a file or a message states.

use std::collections::BTreeMap;

use super::{Check, Finding};
use crate::ch3_reports::{
    cell::{Cell, NotACell},
    form::{Columns, Holds},
    sheet::{LineKey, Place, Sheet},
};

/// No cell is left unfilled (items 31 and 30 of the notes).
pub fn filled(sheet: &Sheet, findings: &mut Vec<Finding>) {
    for (place, _) in sheet.entered().filter(|(_, cell)| !cell.filled()) {
        // A row whose numbers stand in lines of providers and services may have none.
        let empty = place.line.is_empty() && sheet.row(&place.row).is_some_and(|(r, _)| r.columns == Columns::Results);
        if !empty {
            findings.push(Finding::new(Check::Filled, "filled", place, Cell::Unfilled));
        }
    }
}

/// a row «name of the service» that says more than nothing has its lines.
pub fn lines(sheet: &Sheet, findings: &mut Vec<Finding>) {
    for (row, cells) in sheet.definition().rows.iter().zip(&sheet.rows) {
        if row.lines().is_none() || !cells.lines.is_empty() {
            continue;
        }
        for (column, cell) in row.columns.inputs().iter().zip(cells.own).filter(|(_, c)| c.number() > 0) {
            let place = Place::new(row.number, "", *column);
            findings.push(Finding::new(Check::Sum, "sum-no-lines", place, cell).with("found", cell));
        }
    }
}

/// Forms 3-мқ and 4-мқ: neither refused nor late exceed the total, and each has its reasons.
pub fn results(sheet: &Sheet, findings: &mut Vec<Finding>) {
    for (row, cells) in sheet.definition().rows.iter().zip(&sheet.rows) {
        if row.columns != Columns::Results {
            continue;
        }
        for (key, line) in &cells.lines {
            for (at, column) in ["refused", "late"].into_iter().enumerate() {
                let (part, total) = (line.cells[at + 1], line.cells[0]);
                let place = Place::new(row.number, key.word(), column);
                if part.number() > total.number() && total.filled() {
                    let finding = Finding::new(Check::Part, "part-results", place, part);
                    findings.push(finding.with("found", part).with("whole", total.number()));
                }
                if part.number() > 0 && matches!(line.reasons[at].as_str(), "" | "-") {
                    let place = Place::new(row.number, key.word(), row.columns.reasons()[at]);
                    findings.push(Finding::new(Check::Filled, "filled-reason", place, part).with("found", part));
                }
            }
        }
    }
}

/// What a file or a message says of a cell that follows from others, or cannot be a cell at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stated {
    Cell(Cell),
    Wrong(NotACell, String),
}

/// Compares what is stated with what follows: totals with their parts, rows with their lines, quarters with months. What
/// is no cell is `whole`.
pub fn stated(sheet: &Sheet, stated: &BTreeMap<Place, Stated>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, said) in stated {
        let (why, text) = match said {
            Stated::Wrong(why, text) => (why, text),
            Stated::Cell(cell) => {
                findings.extend(differs(sheet, place, *cell));
                continue;
            }
        };
        let message = match why {
            NotACell::NotANumber => "whole-not-a-number",
            NotACell::Fraction => "whole-fraction",
            NotACell::Negative => "whole-negative",
            NotACell::Exponent => "whole-exponent",
            NotACell::TooLarge => "whole-too-large",
        };
        findings
            .push(Finding::new(Check::Whole, message, place.clone(), Cell::Unfilled).with("found", shortened(text)));
    }
    findings
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(39).chain(['…']).collect() }
}

fn differs(sheet: &Sheet, place: &Place, said: Cell) -> Option<Finding> {
    let follows = sheet.value(place);
    let (row, cells) = sheet.row(&place.row)?;
    // An empty total states nothing; and «-» and nothing say the same of a sum that has no number.
    if said == follows || !said.filled() || (said.number() == 0 && follows.number() == 0) {
        return None;
    }
    let derived = row.columns.made_of(&place.column).is_some();
    let (message, of) = match row.holds {
        Holds::Parts(parts) if !derived => ("sum-parts", parts.join(" + ")),
        Holds::Lines(_) if !derived && place.line.is_empty() => {
            ("sum-lines", cells.lines.keys().map(LineKey::word).take(3).collect::<Vec<_>>().join(", "))
        }
        _ => ("sum-months", String::new()),
    };
    let finding = Finding::new(Check::Sum, message, place.clone(), said);
    Some(finding.with("found", said).with("expected", follows.number()).with("of", of))
}
