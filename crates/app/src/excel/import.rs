//! What a workbook would change in a report in hand: for a preview, and to be saved in one edit.

use std::collections::BTreeMap;

use law::ch3_reports::{Place, Sheet, sheet::LineKey};
use store::reports::cells::{Change, Edit, InHand};

use super::Read;

/// The edit, and each cell it changes with what stood there and what will.
#[derive(Clone, Debug)]
pub struct Plan {
    pub edit: Edit,
    pub changes: Vec<(Place, String, String)>,
}

impl Plan {
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.edit.add_lines.is_empty() && self.edit.remove_lines.is_empty()
    }

    /// Lines added and removed.
    pub fn lines(&self) -> usize {
        self.edit.add_lines.len() + self.edit.remove_lines.len()
    }
}

/// What takes the report in hand to what the workbook says: only what differs, and nothing that somebody changed since.
pub fn plan(read: &Read, in_hand: &InHand) -> Plan {
    let (before, after) = (texts(&in_hand.sheet), texts(&read.sheet));
    let add_lines = lines_beyond(&read.sheet, &in_hand.sheet);
    let remove_lines = lines_beyond(&in_hand.sheet, &read.sheet);
    let places: std::collections::BTreeSet<&Place> = before.keys().chain(after.keys()).collect();
    let text = |of: &BTreeMap<Place, String>, place: &Place| of.get(place).cloned().unwrap_or_default();
    let form = read.sheet.definition();
    let differing = places.into_iter().map(|p| (p.clone(), text(&before, p), text(&after, p)));
    let mut changes: Vec<_> = differing.filter(|(_, before, after)| before != after).collect();
    changes.sort_by_cached_key(|(place, ..)| (form.at(&place.row), place.line.clone()));
    // What stands in lines that go, goes with them; what stood in a row gives way to its first line.
    let goes = |place: &Place| !after.contains_key(place);
    let edits = changes.iter().filter(|(place, ..)| !goes(place)).map(|(place, _, value)| Change {
        place: place.clone(),
        value: value.clone(),
        seen: Some(in_hand.written.get(place).copied().unwrap_or_default()),
    });
    let edit = Edit { changes: edits.collect(), add_lines, remove_lines, why: String::new(), way: "import" };
    Plan { edit, changes }
}

/// Every cell that somebody fills, as it is stored.
fn texts(sheet: &Sheet) -> BTreeMap<Place, String> {
    let mut texts: BTreeMap<Place, String> = sheet.entered().map(|(place, cell)| (place, cell.to_string())).collect();
    for (row, cells) in sheet.definition().rows.iter().zip(&sheet.rows) {
        for (key, line) in &cells.lines {
            for (column, reason) in row.columns.reasons().iter().zip(&line.reasons) {
                texts.insert(Place::new(row.number, key.word(), *column), reason.clone());
            }
        }
    }
    texts
}

fn lines_beyond(here: &Sheet, there: &Sheet) -> Vec<(String, LineKey)> {
    let rows = here.definition().rows.iter().zip(here.rows.iter().zip(&there.rows));
    rows.flat_map(|(row, (here, there))| {
        let new = here.lines.keys().filter(|key| !there.lines.contains_key(key));
        new.map(|key| (row.number.to_owned(), key.clone()))
    })
    .collect()
}
