//! The roll-up: sheets added into one, and taken out again. What is added, in whatever order, gives the same sums; a sum
//! remembers how many of its parts held a number and how many «-», so that it is a number, «-» or nothing as the parts
//! make it.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::{
    cell::Cell,
    form::{Form, MOST_INPUTS},
    sheet::{Inputs, Line, LineKey, Sheet, TextLine, lines_of, unmarked},
};

/// A sum of cells that knows its parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub total: u64,
    /// How many parts held a number.
    pub counts: u32,
    /// How many parts held «-».
    pub dashes: u32,
}

impl Sum {
    pub const fn cell(self) -> Cell {
        match self {
            Self { counts: 0, dashes: 0, .. } => Cell::Unfilled,
            Self { counts: 0, .. } => Cell::Dash,
            Self { total, .. } => Cell::Count(total),
        }
    }

    #[inline]
    fn put(&mut self, cell: Cell, sign: Sign) {
        let (total, counts, dashes) = match cell {
            Cell::Unfilled => return,
            Cell::Dash => (0, 0, 1),
            Cell::Count(n) => (n, 1, 0),
        };
        match sign {
            Sign::Plus => {
                self.total += total;
                self.counts += counts;
                self.dashes += dashes;
            }
            Sign::Minus => {
                self.total -= total;
                self.counts -= counts;
                self.dashes -= dashes;
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.total += other.total;
        self.counts += other.counts;
        self.dashes += other.dashes;
    }
}

#[derive(Clone, Copy)]
enum Sign {
    Plus,
    Minus,
}

/// The sums of a row or line, by input column.
pub type Sums = [Sum; MOST_INPUTS];

/// Many sheets of one form as one.
#[derive(Clone, Debug, Default)]
pub struct Rollup {
    /// By row and line, as they stand in the text of a sheet.
    sums: HashMap<Box<str>, Sums, FxBuildHasher>,
    sheets: usize,
}

impl PartialEq for Rollup {
    /// Equal sums; what has been taken out again leaves no trace.
    fn eq(&self, other: &Self) -> bool {
        let live = |r: &Self| {
            let sums = r.sums.iter().filter(|(_, s)| **s != Sums::default());
            sums.map(|(k, s)| (k.clone(), *s)).collect::<std::collections::BTreeMap<_, _>>()
        };
        self.sheets == other.sheets && live(self) == live(other)
    }
}

impl Rollup {
    /// How many sheets are in it.
    pub fn sheets(&self) -> usize {
        self.sheets
    }

    /// Adds a sheet by its text.
    pub fn add(&mut self, text: &str) {
        self.sheets += 1;
        self.put(text, Sign::Plus);
    }

    /// Takes a sheet out that has been added.
    pub fn remove(&mut self, text: &str) {
        self.sheets -= 1;
        self.put(text, Sign::Minus);
    }

    fn put(&mut self, text: &str, sign: Sign) {
        for TextLine { key, cells, .. } in lines_of(text) {
            let sums = match self.sums.get_mut(key) {
                Some(sums) => sums,
                None => self.sums.entry(key.into()).or_default(),
            };
            read_cells(cells, |at, cell| sums[at].put(cell, sign));
        }
    }

    /// This roll-up with another.
    pub fn merge(&mut self, other: &Self) {
        self.sheets += other.sheets;
        for (key, theirs) in &other.sums {
            let mine = match self.sums.get_mut(key) {
                Some(mine) => mine,
                None => self.sums.entry(key.clone()).or_default(),
            };
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                mine.merge(*theirs);
            }
        }
    }

    /// The sums of a row or line.
    pub fn sums(&self, row: &str, line: &str) -> Sums {
        self.sums.get(format!("{row}\t{line}").as_str()).copied().unwrap_or_default()
    }

    /// Rows and lines with their input cells.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &str, Inputs)> {
        self.sums.iter().filter_map(|(key, sums)| {
            let (row, line) = key.split_once('\t')?;
            (*sums != Sums::default()).then(|| (row, line, sums.map(Sum::cell)))
        })
    }

    /// The whole as a sheet.
    pub fn sheet(&self, form: &Form, quarter: crate::term::Quarter) -> Sheet {
        let mut sheet = Sheet::blank(form.id, quarter);
        for (row, line, cells) in self.lines() {
            let Some(at) = form.at(row) else { continue };
            if line.is_empty() {
                sheet.rows[at].own = cells;
            } else {
                let line_cells = Line { cells, ..Line::default() };
                sheet.rows[at].lines.insert(LineKey::parse(&unmarked(line)), line_cells);
            }
        }
        sheet
    }
}

/// Reads the cells of a line of text. Signed sheets are well formed; what is not counts as not filled.
#[inline]
fn read_cells(cells: &str, mut put: impl FnMut(usize, Cell)) {
    let (mut at, mut number, mut cell) = (0, 0_u64, Cell::Unfilled);
    for byte in cells.bytes() {
        match byte {
            b'0'..=b'9' => {
                number = number * 10 + u64::from(byte - b'0');
                cell = Cell::Count(number);
            }
            b'-' => cell = Cell::Dash,
            b' ' => {
                put(at, cell);
                (at, number, cell) = ((at + 1).min(MOST_INPUTS - 1), 0, Cell::Unfilled);
            }
            _ => {}
        }
    }
    put(at, cell);
}
