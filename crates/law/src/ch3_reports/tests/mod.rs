//! Tests of the quarterly reports (§60–63): the forms, their sums and checks, the roll-up, the life of a report, the
//! system's own figures.

mod checks;
mod checks_beside;
mod forms;
mod life;
mod life_table;
mod life_walk;
mod own_figures;
mod p63;
mod people;
mod rollup;
mod sums;
mod text;

use super::{
    Cell, FormId, Place, Sheet,
    form::Lines,
    sheet::{Line, LineKey},
};
use crate::term::Quarter;

/// A row of numbers that follows from its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn of<T: Clone>(&mut self, things: &[T]) -> T {
        things[self.roll(things.len())].clone()
    }

    /// One of the four states of a cell, or of the three filled ones.
    fn cell(&mut self, filled: bool) -> Cell {
        match self.roll(if filled { 5 } else { 6 }) {
            0 | 1 => Cell::Dash,
            2 => Cell::Count(0),
            3 => Cell::Count(self.roll(10) as u64),
            4 => Cell::Count(self.roll(1_000_000) as u64),
            _ => Cell::Unfilled,
        }
    }
}

fn quarter(text: &str) -> Quarter {
    text.parse().expect("a quarter")
}

/// A filled cell, as a list has it: row, line, column, content.
type Flat = Vec<(String, String, &'static str, Cell)>;

/// Lines as they may be under a row.
fn key(kind: Lines, dice: &mut Dice) -> LineKey {
    let service = dice.of(&["00101001", "00101002", "00403007", "01201"]);
    match kind {
        Lines::Service => LineKey::service(service),
        Lines::ServiceAndSystem => LineKey::pair(service, dice.of(&["«Е-Әкімдік» АЖ", "a|b", "x\ty", "\\n\n\\"])),
        Lines::ProviderAndService => LineKey::pair(dice.of(&["ministry", "akimat", "notary"]), service),
    }
}

/// A sheet filled by chance, and the same as a list. With `valid`, as it may be signed: every cell filled, and a row
/// «name of the service» without lines says nothing.
fn random(form: FormId, dice: &mut Dice, valid: bool) -> (Sheet, Flat) {
    let mut sheet = Sheet::blank(form, quarter("2026-Q3"));
    let mut flat = Flat::new();
    // Sparse sheets and full ones.
    let lined = dice.roll(4);
    for (row, cells) in sheet.definition().rows.iter().zip(&mut sheet.rows).filter(|(row, _)| row.is_entered()) {
        if let Some(kind) = row.lines().filter(|_| dice.roll(4) < lined) {
            for _ in 0..=dice.roll(3) {
                cells.lines.insert(key(kind, dice), Line::default());
            }
        }
        let columns = row.columns.inputs().iter().enumerate();
        if cells.lines.is_empty() {
            for (at, column) in columns.clone() {
                cells.own[at] = match valid && row.lines().is_some() {
                    true => dice.of(&[Cell::Dash, Cell::Count(0)]),
                    false => dice.cell(valid),
                };
                flat.push((row.number.into(), String::new(), *column, cells.own[at]));
            }
        }
        for (key, line) in &mut cells.lines {
            for (at, column) in columns.clone() {
                line.cells[at] = dice.cell(valid);
                flat.push((row.number.into(), key.word(), *column, line.cells[at]));
            }
            let words = ["", "-", "Жүйе істемеді", "екі\nжол", "a\tb", "\\t", "a; b", "\r\n\\"];
            line.reasons = match row.columns.reasons().is_empty() {
                true => Default::default(),
                false => [dice.of(&words).into(), dice.of(&words).into()],
            };
        }
    }
    (sheet, flat)
}

/// The sum of cells, reckoned as `forms.md` words it.
fn naive<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Cell {
    let cells: Vec<&Cell> = cells.into_iter().collect();
    let numbers: Vec<u64> = cells.iter().filter_map(|c| c.count()).collect();
    if !numbers.is_empty() {
        Cell::Count(numbers.iter().sum())
    } else if cells.is_empty() || cells.contains(&&Cell::Unfilled) {
        Cell::Unfilled
    } else {
        Cell::Dash
    }
}

/// A sheet in which every cell is «-».
fn dashed(form: FormId) -> Sheet {
    let mut sheet = Sheet::blank(form, quarter("2026-Q3"));
    sheet.fill_rest_with_dashes();
    sheet
}

/// «12.1/S1/m1n» as a place.
fn place(text: &str) -> Place {
    let mut parts = text.split('/');
    let mut next = || parts.next().expect("row/line/column");
    Place::new(next(), next(), next())
}

/// Enters numbers, «12.1/S1/m1n 5», with the lines they need; all the rest is «-».
fn filled(form: FormId, numbers: &[&str]) -> Sheet {
    let mut sheet = Sheet::blank(form, quarter("2026-Q3"));
    for entry in numbers {
        let (at, number) = entry.split_once(' ').expect("a place and a number");
        let at = place(at);
        if !at.line.is_empty() {
            sheet.add_line(&at.row, LineKey::parse(&at.line));
        }
        assert!(sheet.set(&at, Cell::parse(number).expect("a cell")), "{entry} is no input");
    }
    sheet.fill_rest_with_dashes();
    sheet
}
