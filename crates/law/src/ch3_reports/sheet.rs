//! A filled form: what was entered, and what follows from it.

mod text;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    cell::Cell,
    form::{Columns, Form, FormId, Holds, Lines, MOST_INPUTS, Row},
};
use crate::term::Quarter;

pub use text::{BadSheet, TextLine, lines_of, marked, unmarked};

/// The cells of a row or of a line that somebody fills; only as many count as the row has input columns.
pub type Inputs = [Cell; MOST_INPUTS];

/// What a line stands for: a service, a service and an information system, a provider and a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineKey {
    pub first: String,
    pub second: String,
}

impl LineKey {
    pub fn service(code: impl Into<String>) -> Self {
        Self { first: code.into(), second: String::new() }
    }

    pub fn pair(first: impl Into<String>, second: impl Into<String>) -> Self {
        Self { first: first.into(), second: second.into() }
    }

    /// As it is stored and sent: `CODE`, or the two parts with a bar between.
    pub fn word(&self) -> String {
        if self.second.is_empty() { self.first.clone() } else { format!("{}|{}", self.first, self.second) }
    }

    pub fn parse(word: &str) -> Self {
        match word.split_once('|') {
            Some((first, second)) => Self::pair(first, second),
            None => Self::service(word),
        }
    }

    /// The code of the service.
    pub fn service_code(&self, lines: Lines) -> &str {
        match lines {
            Lines::Service | Lines::ServiceAndSystem => &self.first,
            Lines::ProviderAndService => &self.second,
        }
    }
}

/// A line under a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub cells: Inputs,
    /// In the order of the columns of words; «-» where there is nothing to explain.
    pub reasons: [String; 2],
}

/// A row: its own cells, or its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowCells {
    /// What is entered in the row itself; of a row with lines only while it has none.
    pub own: Inputs,
    pub lines: BTreeMap<LineKey, Line>,
}

/// Where a cell stands: row, line, column.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub row: String,
    /// Empty for the row itself.
    pub line: String,
    pub column: String,
}

impl Place {
    /// Under which a comment on the cell is kept.
    pub fn comment_key(&self) -> String {
        format!("cell/{}/{}/{}", self.row, self.line, self.column)
    }

    pub fn new(row: impl Into<String>, line: impl Into<String>, column: impl Into<String>) -> Self {
        Self { row: row.into(), line: line.into(), column: column.into() }
    }
}

/// A form with what was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub form: FormId,
    pub quarter: Quarter,
    /// In the order of the form's rows.
    pub rows: Vec<RowCells>,
}

impl Sheet {
    /// Nothing filled yet.
    pub fn blank(form: FormId, quarter: Quarter) -> Self {
        let rows = form.for_quarter(quarter).rows.len();
        Self { form, quarter, rows: vec![RowCells::default(); rows] }
    }

    pub fn definition(&self) -> &'static Form {
        self.form.for_quarter(self.quarter)
    }

    pub fn row(&self, number: &str) -> Option<(&'static Row, &RowCells)> {
        let form = self.definition();
        form.at(number).map(|at| (&form.rows[at], &self.rows[at]))
    }

    /// The input cells of a row: what was entered, the sum of its lines, the sum of its parts.
    pub fn inputs(&self, at: usize) -> Inputs {
        let row = &self.definition().rows[at];
        let cells = &self.rows[at];
        match row.holds {
            Holds::Numbers => cells.own,
            Holds::Lines(_) if cells.lines.is_empty() => cells.own,
            Holds::Lines(_) => added(cells.lines.values().map(|l| l.cells)),
            Holds::Parts(parts) => {
                added(parts.iter().filter_map(|p| self.definition().at(p)).map(|part| self.inputs(part)))
            }
        }
    }

    /// A number of the form; not filled where there is no such cell.
    pub fn value(&self, place: &Place) -> Cell {
        let form = self.definition();
        let Some(at) = form.at(&place.row) else { return Cell::Unfilled };
        let row = &form.rows[at];
        if place.line.is_empty() {
            return of_column(row, &self.inputs(at), &place.column);
        }
        let line = self.rows[at].lines.get(&LineKey::parse(&place.line));
        line.map_or(Cell::Unfilled, |line| of_column(row, &line.cells, &place.column))
    }

    /// Whether somebody fills this cell: not one that follows from others.
    pub fn is_input(&self, place: &Place) -> bool {
        let form = self.definition();
        let Some(at) = form.at(&place.row) else { return false };
        let row = &form.rows[at];
        let column = row.columns.input(&place.column).is_some();
        match (row.holds, place.line.is_empty()) {
            (Holds::Numbers, true) => column,
            (Holds::Lines(_), true) => column && self.rows[at].lines.is_empty(),
            (Holds::Lines(_), false) => {
                (column || row.columns.reasons().contains(&place.column.as_str()))
                    && self.rows[at].lines.contains_key(&LineKey::parse(&place.line))
            }
            _ => false,
        }
    }

    /// Enters a number; false where nothing is entered there.
    pub fn set(&mut self, place: &Place, cell: Cell) -> bool {
        if !self.is_input(place) {
            return false;
        }
        let form = self.definition();
        let Some(at) = form.at(&place.row) else { return false };
        let Some(column) = form.rows[at].columns.input(&place.column) else { return false };
        let cells = &mut self.rows[at];
        if place.line.is_empty() {
            cells.own[column] = cell;
        } else if let Some(line) = cells.lines.get_mut(&LineKey::parse(&place.line)) {
            line.cells[column] = cell;
        }
        true
    }

    /// Adds a line; what stood in the row itself gives way to it.
    pub fn add_line(&mut self, row: &str, key: LineKey) -> bool {
        let form = self.definition();
        let Some(at) = form.at(row).filter(|at| form.rows[*at].lines().is_some()) else { return false };
        let cells = &mut self.rows[at];
        if cells.lines.contains_key(&key) || key.word().is_empty() {
            return false;
        }
        cells.own = Inputs::default();
        cells.lines.insert(key, Line::default());
        true
    }

    /// The text of a column of words.
    pub fn reason(&self, place: &Place) -> &str {
        let Some((row, cells)) = self.row(&place.row) else { return "" };
        let at = row.columns.reasons().iter().position(|c| *c == place.column);
        let line = cells.lines.get(&LineKey::parse(&place.line));
        at.zip(line).map_or("", |(at, line)| line.reasons[at].as_str())
    }

    /// Enters words; false where none are asked.
    pub fn set_reason(&mut self, place: &Place, text: &str) -> bool {
        let form = self.definition();
        let Some(at) = form.at(&place.row) else { return false };
        let Some(column) = form.rows[at].columns.reasons().iter().position(|c| *c == place.column) else {
            return false;
        };
        let Some(line) = self.rows[at].lines.get_mut(&LineKey::parse(&place.line)) else { return false };
        text.trim().clone_into(&mut line.reasons[column]);
        true
    }

    /// Every input cell of numbers, with what stands in it, in the order of the form.
    pub fn entered(&self) -> impl Iterator<Item = (Place, Cell)> + '_ {
        self.parts().flat_map(|(row, line, cells)| {
            let columns = row.columns.inputs().iter().enumerate();
            columns.map(move |(at, column)| (Place::new(row.number, line.clone(), *column), cells[at]))
        })
    }

    /// Rows and lines in which numbers are entered.
    fn parts(&self) -> impl Iterator<Item = (&'static Row, String, Inputs)> + '_ {
        let rows = self.definition().rows.iter().zip(&self.rows).filter(|(row, _)| row.is_entered());
        rows.flat_map(|(row, cells)| {
            let own = cells.lines.is_empty().then(|| (row, String::new(), cells.own));
            own.into_iter().chain(cells.lines.iter().map(move |(key, line)| (row, key.word(), line.cells)))
        })
    }

    /// Fills every input cell that is not filled with «-», reasons too.
    pub fn fill_rest_with_dashes(&mut self) -> usize {
        let mut filled = 0;
        for (row, cells) in self.definition().rows.iter().zip(&mut self.rows).filter(|(row, _)| row.is_entered()) {
            let inputs = row.columns.inputs().len();
            let mut fill = |cells: &mut Inputs| {
                for cell in cells[..inputs].iter_mut().filter(|c| !c.filled()) {
                    *cell = Cell::Dash;
                    filled += 1;
                }
            };
            if cells.lines.is_empty() {
                fill(&mut cells.own);
            }
            cells.lines.values_mut().for_each(|line| fill(&mut line.cells));
        }
        filled
    }

    /// This sheet with another added, cell by cell: the roll-up of a child into its parent. A row without lines holds
    /// «-» or zero (the checks see to it), so that it adds nothing to the lines of another.
    pub fn add(&mut self, other: &Self) {
        debug_assert_eq!(self.form, other.form);
        for (mine, theirs) in self.rows.iter_mut().zip(&other.rows) {
            for (key, line) in &theirs.lines {
                let sum = mine
                    .lines
                    .entry(key.clone())
                    .or_insert_with(|| Line { cells: Inputs::default(), reasons: line.reasons.clone() });
                add_present(&mut sum.cells, &line.cells);
                for (mine, theirs) in sum.reasons.iter_mut().zip(&line.reasons) {
                    join(mine, theirs);
                }
            }
            add_present(&mut mine.own, &theirs.own);
        }
    }

    /// The sum of many sheets of one form; none of none.
    pub fn total<'a>(sheets: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut sheets = sheets.into_iter();
        let mut total = sheets.next()?.clone();
        for sheet in sheets {
            total.add(sheet);
        }
        Some(total)
    }
}

/// Adds what is there: a cell that one side does not have is no part of the sum.
fn add_present(mine: &mut Inputs, theirs: &Inputs) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        *mine = match (*mine, *theirs) {
            (Cell::Unfilled, cell) | (cell, Cell::Unfilled) => cell,
            (a, b) => a.plus(b),
        };
    }
}

/// Reasons of several sheets one after another, each once; «-» gives way to words.
fn join(mine: &mut String, theirs: &str) {
    match (mine.as_str(), theirs) {
        (_, "" | "-") => {}
        ("" | "-", _) => theirs.clone_into(mine),
        (known, new) if known.split("; ").any(|k| k == new) => {}
        (known, new) => *mine = format!("{known}; {new}"),
    }
}

fn added(parts: impl Iterator<Item = Inputs>) -> Inputs {
    parts
        .reduce(|mut sum, part| {
            for (sum, cell) in sum.iter_mut().zip(part) {
                *sum = sum.plus(cell);
            }
            sum
        })
        .unwrap_or_default()
}

/// A column of a row, entered or derived: the quarter is the sum of its months, of a stock the last of them.
pub fn of_column(row: &Row, inputs: &Inputs, column: &str) -> Cell {
    if let Some(at) = row.columns.input(column) {
        return inputs[at];
    }
    let Some(months) = row.columns.made_of(column) else { return Cell::Unfilled };
    if row.stock {
        return months.last().map_or(Cell::Unfilled, |last| inputs[*last]);
    }
    Cell::sum(months.iter().map(|at| inputs[*at]))
}

/// All numbers of a row or line: those entered, then those that follow.
pub fn numbers(row: &Row, inputs: &Inputs) -> Vec<Cell> {
    row.columns.numbers().map(|column| of_column(row, inputs, column)).collect()
}

/// A count over all that a row says: the sum of its quarter columns, or of the column «total».
pub fn quarter_number(row: &Row, inputs: &Inputs) -> Cell {
    match row.columns {
        Columns::Results => inputs[0],
        columns => Cell::sum(columns.derived().iter().map(|c| of_column(row, inputs, c))),
    }
}
