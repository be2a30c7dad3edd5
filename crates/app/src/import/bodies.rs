//! §1: bodies, their place in the tree, their numbers and days.

use std::collections::HashMap;

use jiff::civil::Date;
use law::bodies::{Body, BodyKind, BodyTree, bin_is_valid};
use store::bodies::BodyRow;

use super::{BODY_COLUMNS, Fault, cells::Cells, sheet};

/// Reads a file of bodies and checks it against itself and the registry it is going to.
///
/// # Errors
/// Everything that is wrong with it, in the order of its lines.
pub fn read_bodies(name: &str, bytes: &[u8], existing: &BodyTree) -> Result<Vec<BodyRow>, Vec<Fault>> {
    read(name, bytes, existing, &HashMap::new())
}

/// The same, and no number may belong to another body of the registry.
///
/// # Errors
/// As [`read_bodies`].
pub fn read_bodies_beside(name: &str, bytes: &[u8], existing: &[BodyRow]) -> Result<Vec<BodyRow>, Vec<Fault>> {
    let tree = BodyTree::new(existing.iter().map(|row| row.body.clone()));
    let numbers = existing.iter().filter(|row| !row.bin.is_empty()).map(|row| (row.bin.as_str(), row.body.id.as_str()));
    read(name, bytes, &tree, &numbers.collect())
}

fn read(
    name: &str,
    bytes: &[u8],
    existing: &BodyTree,
    numbers: &HashMap<&str, &str>,
) -> Result<Vec<BodyRow>, Vec<Fault>> {
    let (lines, mut faults) = sheet::lines(name, bytes, &BODY_COLUMNS)?;
    let mut rows: Vec<(u64, BodyRow)> = Vec::new();
    for line in &lines {
        let mut cells = Cells::new(&BODY_COLUMNS, line, &mut faults);
        rows.push((line.number, row(&mut cells)));
    }
    doubles(&rows, numbers, &mut faults);
    places(&rows, existing, &mut faults);
    if faults.is_empty() {
        return Ok(rows.into_iter().map(|(_, row)| row).collect());
    }
    faults.sort_by_key(|fault| (fault.line, BODY_COLUMNS.iter().position(|c| *c == fault.column)));
    Err(faults)
}

fn row(cells: &mut Cells) -> BodyRow {
    let name = cells.name();
    let kind = cells.needed("kind");
    if !kind.is_empty() && BodyKind::parse(&kind).is_none() {
        cells.fault("kind", "unknown-kind", kind.clone());
    }
    let bin = cells.text("bin");
    if !bin.is_empty() && !bin_is_valid(&bin) {
        cells.fault("bin", "bin-wrong", bin.clone());
    }
    if cells.optional("valid_from").is_none() {
        cells.fault("valid_from", "empty", "valid_from");
    }
    let valid_from = cells.day("valid_from").unwrap_or(Date::MIN);
    let valid_to = cells.day("valid_to");
    if let Some(last) = valid_to.filter(|last| *last < valid_from) {
        cells.fault("valid_to", "ends-before-start", last.to_string());
    }
    BodyRow {
        body: Body {
            id: cells.code(),
            kind: BodyKind::parse(&kind).unwrap_or(BodyKind::Provider),
            parent: cells.optional("parent"),
            coordinated_by: cells.optional("coordinated_by"),
            territory: cells.needed("territory"),
            valid_from,
            valid_to,
        },
        bin,
        short: cells.short(&name),
        name,
        address_kk: cells.text("address_kk"),
        address_ru: cells.text("address_ru"),
    }
}

/// No code and no number twice.
fn doubles(rows: &[(u64, BodyRow)], registry: &HashMap<&str, &str>, faults: &mut Vec<Fault>) {
    let (mut codes, mut bins) = (HashMap::new(), HashMap::new());
    let mut fault = |line: u64, column: &str, code, value: String| {
        faults.push(Fault { line, column: column.to_owned(), code, value });
    };
    for (line, row) in rows {
        let code = row.body.id.as_str();
        if let Some(first) = codes.insert(code, *line).filter(|_| !code.is_empty()) {
            fault(*line, "code", "code-twice", format!("{code} ({first})"));
        }
        let bin = row.bin.as_str();
        if let Some(first) = bins.insert(bin, *line).filter(|_| !bin.is_empty()) {
            fault(*line, "bin", "bin-twice", format!("{bin} ({first})"));
        }
    }
    for (line, row) in rows {
        let owner = registry.get(row.bin.as_str()).filter(|owner| **owner != row.body.id);
        // The file may take the number from its old owner.
        if let Some(owner) = owner.filter(|owner| !codes.contains_key(**owner)) {
            fault(*line, "bin", "bin-taken", format!("{} ({owner})", row.bin));
        }
    }
}

/// Every body stands under one that there is, and none above itself.
fn places(rows: &[(u64, BodyRow)], existing: &BodyTree, faults: &mut Vec<Fault>) {
    let tree = BodyTree::new(existing.iter().cloned().chain(rows.iter().map(|(_, row)| row.body.clone())));
    for (line, BodyRow { body, .. }) in rows {
        let mut fault = |column: &str, code, value: &str| {
            faults.push(Fault { line: *line, column: column.to_owned(), code, value: value.to_owned() });
        };
        if let Some(parent) = &body.parent {
            if tree.get(parent).is_none() {
                fault("parent", "unknown-parent", parent);
            } else if tree.above(&body.id).any(|above| above.id == body.id) {
                fault("parent", "loop", parent);
            }
        }
        if let Some(coordinator) = &body.coordinated_by
            && tree.get(coordinator).is_none()
        {
            fault("coordinated_by", "unknown-coordinator", coordinator);
        }
    }
}
