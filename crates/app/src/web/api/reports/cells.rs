//! Changing cells: what is sent is looked at as a whole first, and kept whole or not at all.

use std::collections::BTreeSet;

use axum::{
    Json,
    extract::{Path, State},
};
use law::ch3_reports::{
    Cell, Place, Sheet,
    form::{Holds, Lines, Row},
    sheet::LineKey,
};
use serde_json::Value;
use store::reports::cells::{Change, Edit, Saved, save};

use super::{
    super::{
        auth::Caller,
        problem::{Problem, Sent},
        shown::{CellSent, CellsKept, CellsSent, ConflictShown, FieldFault, LineSent},
    },
    failure, findings, open, value, words,
};
use crate::{
    app::Shared,
    registry::Registry,
    reports::{self, Filled, labels::Labels},
    words::Arg,
};

/// What can be wrong with a cell or a line, with a text of the note, with what is said: `api-cell-CODE`, and for a text
/// that is no number `check-CODE`.
#[cfg(test)]
pub const CODES: &[&str] = &[
    "unknown-row",
    "unknown-column",
    "unknown-line",
    "derived",
    "twice",
    "not-a-text",
    "too-long",
    "no-lines",
    "unknown-service",
    "unknown-provider",
    "no-system",
    "unknown-heading",
    "no-text",
    "unknown-warning",
];

/// Signs of a reason, of the name of an information system, of a why.
const MOST: (usize, usize, usize) = (1000, 200, 500);

pub async fn keep(
    State(app): State<Shared>,
    caller: Caller,
    Path(case): Path<String>,
    Sent(sent): Sent<CellsSent>,
) -> Result<Json<CellsKept>, Problem> {
    let opened = open(&app, &caller, &case).await?;
    opened.filling()?;
    let before = reports::in_hand(&app, &opened.meta).await?;
    let registry = app.registry();
    let (form, quarter) = (opened.meta.form, opened.meta.quarter);
    let labels = Labels { words: &caller.words, registry: &registry, form, quarter };
    let mut look = Look { registry: &registry, labels, sheet: before.own.clone(), faults: Vec::new() };
    let edit = look.edit(&before, sent);
    if !look.faults.is_empty() {
        return Err(Problem::faults(look.faults, form.paragraph()));
    }
    let nothing = edit.changes.is_empty() && edit.add_lines.is_empty() && edit.remove_lines.is_empty();
    let saved = if nothing {
        Saved { n: before.edits, conflicts: Vec::new() }
    } else {
        save(&app.db, &caller.viewer(&app), &case, &edit, app.clock.now()).await.map_err(failure)?
    };
    let mut conflicts = Vec::new();
    for written in saved.conflicts {
        let who = store::users::get(&app.db, &written.by_user).await?;
        conflicts.push(ConflictShown {
            value: stored(&before.own, &written.place, &written.value),
            row: written.place.row,
            line: written.place.line,
            column: written.place.column,
            n: written.n,
            by: who.map(|u| u.name.get(caller.lang().code()).to_owned()).unwrap_or_default(),
            at: written.at,
        });
    }
    let filled = reports::in_hand(&app, &opened.meta).await?;
    let findings = findings(&app, &caller, &opened, &filled).await?;
    Ok(Json(CellsKept { edits: saved.n, conflicts, findings }))
}

/// A stored value as it is shown.
fn stored(sheet: &Sheet, place: &Place, text: &str) -> Value {
    let reason = sheet.row(&place.row).is_some_and(|(r, _)| is_reason(r, &place.column));
    if reason { words(text) } else { Cell::parse(text).map_or_else(|_| words(text), value) }
}

fn is_reason(row: &Row, column: &str) -> bool {
    row.columns.reasons().contains(&column)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line as it is stored: no sign of its name tells two lines apart that look the same.
fn line(word: &str) -> LineKey {
    match word.split_once('|') {
        Some((first, second)) => LineKey::pair(squeezed(first), squeezed(&second.replace('|', "/"))),
        None => LineKey::service(squeezed(word)),
    }
}

/// What somebody wants to change, while it is looked at.
struct Look<'a> {
    registry: &'a Registry,
    labels: Labels<'a>,
    /// With the lines that would be there.
    sheet: Sheet,
    faults: Vec<FieldFault>,
}

impl Look<'_> {
    /// What really changes.
    fn edit(&mut self, before: &Filled, sent: CellsSent) -> Edit {
        let mut edit = Edit { why: sent.why.trim().to_owned(), way: "api", ..Edit::default() };
        if edit.why.chars().count() > MOST.2 {
            self.wrong("why".into(), None, "too-long", "");
        }
        let mut seen = BTreeSet::new();
        for (at, sent) in sent.remove_lines.iter().enumerate() {
            let field = format!("remove_lines.{at}");
            let Some((row, _)) = self.lines_of(&field, sent) else { continue };
            let key = line(&sent.line);
            if !seen.insert((row.number, key.clone())) {
                self.wrong(field, Some(&Place::new(row.number, key.word(), "")), "twice", "");
            } else if self.place(row).is_some_and(|at| self.sheet.rows[at].lines.remove(&key).is_some()) {
                edit.remove_lines.push((row.number.to_owned(), key));
            }
        }
        for (at, sent) in sent.add_lines.iter().enumerate() {
            let field = format!("add_lines.{at}");
            let Some((row, lines)) = self.lines_of(&field, sent) else { continue };
            let key = line(&sent.line);
            let place = Place::new(row.number, key.word(), "");
            if !seen.insert((row.number, key.clone())) {
                self.wrong(field, Some(&place), "twice", "");
            } else if let Err(code) = self.known(lines, &key) {
                self.wrong(format!("{field}.line"), Some(&place), code, "");
            } else if self.sheet.add_line(row.number, key.clone()) {
                edit.add_lines.push((row.number.to_owned(), key));
            }
        }
        let mut places = BTreeSet::new();
        for (at, sent) in sent.cells.into_iter().enumerate() {
            let Some((place, value)) = self.cell(at, &sent) else { continue };
            if !places.insert(place.clone()) {
                self.wrong(format!("cells.{at}"), Some(&place), "twice", "");
            } else if now(&before.own, &place) != value || edit.touches(&place) {
                edit.changes.push(Change { place, value, seen: sent.seen });
            }
        }
        edit
    }

    fn place(&self, row: &Row) -> Option<usize> {
        self.sheet.definition().at(row.number)
    }

    /// The row of a line, and what its lines stand for.
    fn lines_of(&mut self, field: &str, sent: &LineSent) -> Option<(&'static Row, Lines)> {
        let row = self.sheet.definition().row(&sent.row);
        let lines = row.and_then(Row::lines);
        if lines.is_none() {
            let code = if row.is_none() { "unknown-row" } else { "no-lines" };
            self.wrong(format!("{field}.row"), None, code, &sent.row);
        }
        row.zip(lines)
    }

    /// Whether a line that is not there yet may be.
    fn known(&self, lines: Lines, key: &LineKey) -> Result<(), &'static str> {
        if !self.registry.services.contains_key(key.service_code(lines)) {
            return Err("unknown-service");
        }
        match lines {
            Lines::Service if !key.second.is_empty() => Err("unknown-service"),
            Lines::Service => Ok(()),
            Lines::ServiceAndSystem if key.second.is_empty() => Err("no-system"),
            Lines::ServiceAndSystem if key.second.chars().count() > MOST.1 => Err("too-long"),
            Lines::ServiceAndSystem => Ok(()),
            Lines::ProviderAndService if self.registry.bodies.contains_key(&key.first) => Ok(()),
            Lines::ProviderAndService => Err("unknown-provider"),
        }
    }

    /// The place of a cell and its value as it is stored.
    fn cell(&mut self, at: usize, sent: &CellSent) -> Option<(Place, String)> {
        let field = |name: &str| format!("cells.{at}.{name}");
        let Some(row) = self.sheet.definition().row(&sent.row) else {
            self.wrong(field("row"), None, "unknown-row", &sent.row);
            return None;
        };
        let key = if sent.line.is_empty() { String::new() } else { line(&sent.line).word() };
        let place = Place::new(row.number, key, sent.column.as_str());
        let reason = is_reason(row, &place.column);
        if !self.sheet.is_input(&place) {
            let (name, code) = self.why_not(row, &place);
            self.wrong(field(name), Some(&place), code, "");
            return None;
        }
        let text = match (&sent.value, reason) {
            (Value::Null, _) => String::new(),
            (Value::String(text), true) => squeezed(text),
            (Value::String(text), false) => text.clone(),
            (number @ Value::Number(_), false) => number.to_string(),
            (other, true) => {
                self.wrong(field("value"), Some(&place), "not-a-text", &other.to_string());
                return None;
            }
            (other, false) => other.to_string(),
        };
        if reason {
            if text.chars().count() > MOST.0 {
                self.wrong(field("value"), Some(&place), "too-long", "");
                return None;
            }
            return Some((place, text));
        }
        match Cell::parse(&text) {
            Ok(cell) => Some((place, cell.to_string())),
            Err(why) => {
                let code =
                    ["whole-not-a-number", "whole-fraction", "whole-negative", "whole-exponent", "whole-too-large"]
                        .into_iter()
                        .find(|code| code.strip_prefix("whole-") == Some(why.word()));
                self.wrong(field("value"), Some(&place), code.unwrap_or("whole-not-a-number"), &text);
                None
            }
        }
    }

    /// Why nothing is entered in this cell, and which part of its place says so.
    fn why_not(&self, row: &Row, place: &Place) -> (&'static str, &'static str) {
        let columns = row.columns;
        let input = columns.input(&place.column).is_some();
        if !input && !columns.derived().contains(&place.column.as_str()) && !is_reason(row, &place.column) {
            return ("column", "unknown-column");
        }
        if !input && !is_reason(row, &place.column) {
            return ("column", "derived");
        }
        match (row.holds, place.line.is_empty()) {
            (Holds::Parts(_), true) => ("row", "derived"),
            (Holds::Lines(_), true) if input => ("row", "derived"),
            (Holds::Lines(_), _) => ("line", "unknown-line"),
            (_, _) => ("line", "no-lines"),
        }
    }

    fn wrong(&mut self, field: String, place: Option<&Place>, code: &'static str, found: &str) {
        let words = self.labels.words;
        let key = if code.starts_with("whole-") { format!("check-{code}") } else { format!("api-cell-{code}") };
        let found: String = found.chars().take(40).collect();
        let text = words.with(&key, &[("found", Arg::Text(found))]);
        let detail = place.map_or_else(|| text.clone(), |place| format!("{}: {text}", self.labels.place(place)));
        self.faults.push(FieldFault { field, code: code.to_owned(), detail, values: Default::default() });
    }
}

/// What stands in a cell now, as it is stored.
fn now(sheet: &Sheet, place: &Place) -> String {
    let reason = sheet.row(&place.row).is_some_and(|(r, _)| is_reason(r, &place.column));
    if reason { sheet.reason(place).to_owned() } else { sheet.value(place).to_string() }
}

trait Touches {
    /// Whether lines come or go in the row of this cell: what stands there now is no measure then.
    fn touches(&self, place: &Place) -> bool;
}

impl Touches for Edit {
    fn touches(&self, place: &Place) -> bool {
        self.remove_lines.iter().chain(&self.add_lines).any(|(row, _)| *row == place.row)
    }
}
