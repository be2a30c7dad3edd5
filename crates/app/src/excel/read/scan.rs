//! Row by row through the sheet of a form.

use std::collections::{BTreeMap, BTreeSet};

use law::{
    ch3_reports::{
        Form, FormId, Place, Sheet,
        cell::{Cell, MOST, NotACell},
        checks::Stated,
        form::{Holds, Row},
        sheet::Inputs,
    },
    term::Quarter,
};

use super::{
    super::{
        Expect, Fault, Read,
        grid::{Grid, Held, Value},
        layout::address,
        names::Names,
        words::Known,
    },
    definition,
    find::Mark,
    first_quarter,
    heads::Heads,
    hidden::Hidden,
};

/// Up to here a spreadsheet reckons exactly.
const EXACT: u64 = 1 << 53;

/// The row that lines belong to.
pub(super) struct Current {
    pub at: usize,
    pub label: u32,
    pub columns: Vec<(&'static str, u32)>,
}

pub(super) struct Scan<'a> {
    pub grid: &'a Grid,
    pub known: &'a Known,
    pub form: &'static Form,
    pub hidden: &'a Hidden,
    pub services: Names,
    pub providers: Names,
    pub heads: Heads,
    pub current: Option<Current>,
    pub number: Option<u32>,
    pub sheet: Sheet,
    pub faults: Vec<Fault>,
    stated: BTreeMap<Place, Stated>,
    cells: BTreeMap<Place, String>,
    seen: BTreeSet<usize>,
    /// Rows that a shifted row may have been meant for.
    shifted: BTreeSet<usize>,
    /// Input cells by column and row.
    inputs: BTreeMap<u32, BTreeSet<u32>>,
    /// A row that was refused: what stands under it is refused with it.
    lost: bool,
    /// The only row of a form was taken for begun at its head.
    implied: bool,
    first: Option<u32>,
}

impl<'a> Scan<'a> {
    pub fn new(grid: &'a Grid, known: &'a Known, form: FormId, expect: &Expect, hidden: &'a Hidden) -> Self {
        Self {
            grid,
            known,
            form: definition(form),
            hidden,
            services: Names::new(expect.services, &hidden.services),
            providers: Names::new(expect.providers, &hidden.providers),
            heads: Heads::default(),
            current: None,
            number: None,
            sheet: Sheet::blank(form, first_quarter()),
            faults: Vec::new(),
            stated: BTreeMap::new(),
            cells: BTreeMap::new(),
            seen: BTreeSet::new(),
            shifted: BTreeSet::new(),
            inputs: BTreeMap::new(),
            lost: false,
            implied: false,
            first: None,
        }
    }

    /// Reads all rows; gives the first that belongs to the form.
    pub fn run(&mut self) -> u32 {
        for row in self.grid.rows() {
            let begins = self.grid.row(row).next().map(|(_, held)| held.text()).unwrap_or_default();
            if self.first.is_some() && self.known.is_foot(&begins) {
                break;
            }
            let mark = Mark::of(self.grid, row, self.known, self.number);
            if mark.label.is_none() && self.heads.row(self.grid.row(row), self.known) {
                // The printed form 4-мқ has lines right under its head.
                if self.form.rows.len() == 1 && self.heads.provider.is_some() && self.seen.is_empty() {
                    self.begin(0, self.heads.provider.unwrap_or_default(), row);
                    self.implied = true;
                }
                continue;
            }
            if self.heads.open && self.is_numbering(row) {
                continue;
            }
            let head = std::mem::take(&mut self.heads.open);
            if self.grid.row(row).any(|(_, held)| self.known.is_section(&held.text())) {
                self.heads.open = head;
                (self.current, self.lost) = (None, false);
                continue;
            }
            match mark.rows(self.form.id, self.known).as_slice() {
                [at] => self.row(*at, row, &mark),
                _ => self.other(row, &mark),
            }
        }
        self.first.unwrap_or(u32::MAX)
    }

    /// «А 1 2 3 4» under a head.
    fn is_numbering(&self, row: u32) -> bool {
        let cells: Vec<String> = self.grid.row(row).map(|(_, held)| held.text()).collect();
        let numbers: Vec<i64> = cells.iter().filter_map(|t| t.trim().parse().ok()).collect();
        let short = cells.iter().all(|t| t.trim().chars().count() <= 2);
        short && numbers.len() >= 3 && numbers.windows(2).all(|w| w[1] == w[0] + 1)
    }

    fn row(&mut self, at: usize, row: u32, mark: &Mark) {
        self.number = mark.number.or(self.number);
        let label = mark.label.as_ref().map_or(0, |(column, _)| *column);
        if self.seen.contains(&at) && !std::mem::take(&mut self.implied) {
            self.fault("row-twice", (row, label), self.form.rows[at].number);
            self.lose();
            return;
        }
        self.begin(at, label, row);
        let Some(current) = self.current.take() else { return };
        let definition = &self.form.rows[at];
        let mut own = Inputs::default();
        for (column, at) in &current.columns {
            if definition.columns.reasons().contains(column) {
                if let Some(held) = self.grid.cells.get(&(row, *at)) {
                    self.fault("stray-value", (row, *at), &held.text());
                }
                continue;
            }
            let place = Place::new(definition.number, "", *column);
            let entered = definition.is_entered();
            // A sum may be larger than anything a person enters.
            let most = if definition.holds == Holds::Numbers { MOST } else { EXACT };
            if let Some(cell) = self.number_at(place, (row, *at), entered, most)
                && let Some(input) = definition.columns.input(column)
                && entered
            {
                own[input] = cell;
            }
        }
        self.sheet.rows[at].own = own;
        self.strays(row, label, &current.columns);
        self.current = Some(current);
    }

    /// Makes a row the one that cells and lines belong to.
    fn begin(&mut self, at: usize, label: u32, row: u32) {
        self.first.get_or_insert(row);
        self.seen.insert(at);
        self.lost = false;
        let merged = self.grid.merged.iter().filter(|r| r.from.1 <= label && label <= r.to.1);
        let end = merged.filter(|r| r.from.0 <= row && row <= r.to.0).map(|r| r.to.1).max().unwrap_or(label);
        let lines = self.heads.service.filter(|_| !self.form.rows[at].columns.reasons().is_empty());
        let after = (end + 1).max(lines.map_or(0, |s| s + 1));
        match self.heads.columns(self.form.rows[at].columns, after) {
            Some(columns) => self.current = Some(Current { at, label, columns }),
            None => {
                self.fault("columns-missing", (row, label), self.form.rows[at].number);
                self.lose();
            }
        }
    }

    fn lose(&mut self) {
        (self.current, self.lost) = (None, true);
    }

    /// A row that is none of the form's by number and label both.
    fn other(&mut self, row: u32, mark: &Mark) {
        let numbered = self.form.rows.iter().enumerate().filter(|(_, r)| mark.numbers.iter().any(|n| n == r.number));
        let numbered: Vec<usize> = numbered.map(|(at, _)| at).collect();
        let serial = self.form.rows.iter().any(|r| !r.columns.reasons().is_empty());
        let labelled = mark.label.as_ref().map(|(_, label)| self.known.rows(self.form.id, label)).unwrap_or_default();
        let line = self.current.as_ref().filter(|c| self.form.rows[c.at].lines().is_some());
        let service = line.is_some_and(|c| self.services.knows(&self.grid.text(row, c.label)));
        let is_line = line.is_some();
        if !labelled.is_empty() || (!numbered.is_empty() && !serial && !service && self.first.is_some()) {
            let at = mark.number.or(mark.label.as_ref().map(|(column, _)| *column)).unwrap_or_default();
            self.fault("row-shifted", (row, at), &self.grid.text(row, at));
            self.shifted.extend(numbered.into_iter().chain(labelled));
            self.lose();
        } else if is_line {
            self.line(row);
        } else if !self.lost && self.first.is_some() {
            let number = mark.number.filter(|_| !serial).map(|at| (row, at));
            let value = self.grid.row(row).find(|(_, held)| matches!(held.value, Value::Number(_)));
            if let Some(at) = number.or(value.map(|(at, _)| (row, at))) {
                self.fault("unknown-row", at, &self.grid.text(at.0, at.1));
            }
        }
    }

    pub fn fault(&mut self, code: &'static str, (row, column): (u32, u32), value: &str) {
        self.faults.push(Fault::new(code, address(row, column), value));
    }

    /// Whatever stands behind the labels in a column of no meaning.
    pub fn strays(&mut self, row: u32, label: u32, columns: &[(&'static str, u32)]) {
        let known = |at: u32| columns.iter().any(|(_, c)| *c == at);
        let strays = self.grid.row(row).filter(|(at, _)| *at > label && !known(*at) && Some(*at) != self.number);
        let strays: Vec<(u32, String)> = strays.map(|(at, held)| (at, held.text())).collect();
        for (at, text) in strays {
            self.fault("stray-value", (row, at), &text);
        }
    }

    /// The number that stands there; what is none is noted, and so is what a derived cell says.
    pub fn number_at(&mut self, place: Place, at: (u32, u32), entered: bool, most: u64) -> Option<Cell> {
        let held = self.grid.cells.get(&at);
        self.cells.insert(place.clone(), address(at.0, at.1));
        let input = entered && !matches!(place.column.as_str(), "q" | "qn" | "ql");
        if input {
            self.inputs.entry(at.1).or_default().insert(at.0);
        }
        if input && let Some(held) = held.filter(|h| h.outside) {
            self.fault("formula-with-link-outside", at, &held.text());
            return None;
        }
        match held.map_or(Ok(Cell::Unfilled), |held| cell(held, if input { most } else { EXACT })) {
            Ok(cell) => {
                if !input {
                    self.stated.insert(place, Stated::Cell(cell));
                }
                Some(cell)
            }
            Err((why, text)) => {
                self.stated.insert(place, Stated::Wrong(why, text));
                None
            }
        }
    }

    /// Notes where a cell of words stands.
    pub fn words_at(&mut self, place: Place, at: (u32, u32)) -> String {
        self.cells.insert(place, address(at.0, at.1));
        self.inputs.entry(at.1).or_default().insert(at.0);
        self.grid.text(at.0, at.1)
    }

    pub fn finish(mut self, quarter: Quarter) -> Read {
        for (at, row) in self.form.rows.iter().enumerate() {
            if !self.seen.contains(&at) && !self.shifted.contains(&at) {
                self.faults.push(Fault::file("row-missing", row.number));
            }
            let cells = &mut self.sheet.rows[at];
            if matches!(row.holds, Holds::Lines(_)) && !cells.lines.is_empty() {
                own_follows(row, std::mem::take(&mut cells.own), &mut self.stated);
            }
            for (column, cell) in row.columns.inputs().iter().zip(&mut cells.own).filter(|(_, c)| c.number() > MOST) {
                let wrong = Stated::Wrong(NotACell::TooLarge, std::mem::take(cell).to_string());
                self.stated.insert(Place::new(row.number, "", *column), wrong);
            }
        }
        self.merged();
        self.sheet.quarter = quarter;
        Read {
            form: self.form.id,
            quarter: None,
            body: String::new(),
            bin: String::new(),
            sheet: self.sheet,
            stated: self.stated,
            cells: self.cells,
            faults: self.faults,
        }
    }

    /// Input cells that a merged region hides.
    fn merged(&mut self) {
        let mut found = BTreeSet::new();
        for region in self.grid.merged.iter().filter(|r| r.from < r.to) {
            let columns = self.inputs.range(region.from.1..=region.to.1.max(region.from.1));
            let rows = region.from.0..=region.to.0.max(region.from.0);
            let within =
                columns.flat_map(|(column, at)| at.range(rows.clone()).take(2).map(move |row| (*row, *column)));
            let within: Vec<(u32, u32)> = within.take(2).collect();
            if within.len() > 1 || within.first().is_some_and(|at| *at != region.from) {
                found.insert((region.from, region.to));
            }
        }
        for (from, to) in found {
            let region = format!("{}:{}", address(from.0, from.1), address(to.0, to.1));
            self.fault("merged-cells", from, &region);
        }
    }
}

/// What the row says beside its lines is a sum.
fn own_follows(row: &Row, own: Inputs, stated: &mut BTreeMap<Place, Stated>) {
    for (column, cell) in row.columns.inputs().iter().zip(own) {
        stated.entry(Place::new(row.number, "", *column)).or_insert(Stated::Cell(cell));
    }
}

/// What a cell of a spreadsheet says, as a person would have typed it.
fn cell(held: &Held, most: u64) -> Result<Cell, (NotACell, String)> {
    let text = held.text();
    match &held.value {
        Value::Text(text) => Cell::parse(text).map_err(|why| (why, text.clone())),
        Value::Number(n) if !n.is_finite() => Err((NotACell::NotANumber, text)),
        Value::Number(n) if *n < 0.0 => Err((NotACell::Negative, text)),
        Value::Number(n) if n.fract() != 0.0 => Err((NotACell::Fraction, text)),
        Value::Number(n) if *n > most as f64 => Err((NotACell::TooLarge, text)),
        Value::Number(n) => Ok(Cell::Count(*n as u64)),
        Value::Day(..) | Value::Truth(_) | Value::Error(_) => Err((NotACell::NotANumber, text)),
    }
}
