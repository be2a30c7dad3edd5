//! A body's own workbook: the labels of the form, and nothing of our template.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Formula, Workbook};

use super::*;

#[derive(Clone, Debug)]
pub(super) enum Put {
    Text(String),
    Number(f64),
    Formula(String, String),
    Truth(bool),
    Day(f64),
}

/// Cells as they will be written.
#[derive(Clone, Default)]
pub(super) struct Draft {
    pub cells: BTreeMap<(u32, u16), Put>,
    pub merged: Vec<(u32, u16, u32, u16)>,
    pub name: String,
    /// Where each cell of the form stands.
    pub places: BTreeMap<Place, (u32, u16)>,
    pub rows: BTreeMap<String, u32>,
    pub lines: BTreeMap<(String, String), u32>,
    pub left: u16,
}

pub(super) fn text(text: impl Into<String>) -> Put {
    Put::Text(text.into())
}

fn put(cell: Cell) -> Option<Put> {
    match cell {
        Cell::Unfilled => None,
        Cell::Dash => Some(text("-")),
        Cell::Count(n) => Some(Put::Number(n as f64)),
    }
}

impl Draft {
    /// The sheet as somebody made it up: from this cell on, in this language.
    pub fn new(sheet: &Sheet, lang: Lang, (top, left): (u32, u16)) -> Self {
        let words = words(lang);
        let mut draft = Self { name: "Есеп".into(), left, ..Self::default() };
        let form = sheet.definition();
        let mut row = top;
        let period = words.with("form-head-reporting-value", &[("year", "2026".into()), ("quarter", 3_i64.into())]);
        draft.set((row, left), text(period));
        draft.set((row + 1, left), text(format!("{}: {}", words.t("form-head-index"), sheet.form.index())));
        row += 3;
        let mut columns = None;
        for (at, definition) in form.rows.iter().enumerate() {
            if columns != Some(definition.columns) {
                columns = Some(definition.columns);
                row = draft.heads(row, definition.columns, &words);
            }
            draft.rows.insert(definition.number.into(), row);
            draft.set((row, left), text(format!("{}.", definition.number)));
            let label = words.t(&format!("form-{}-row-{}", sheet.form, definition.number.replace('.', "-")));
            draft.set((row, left + 1), text(label.to_uppercase().replace(' ', "  ")));
            draft.numbers(row, definition, "", &sheet.inputs(at), None);
            row += 1;
            for (key, line) in &sheet.rows[at].lines {
                draft.lines.insert((definition.number.into(), key.word()), row);
                draft.set((row, left + 1), text(&key.first));
                if !key.second.is_empty() {
                    draft.set((row, left + 2), text(&key.second));
                }
                draft.numbers(row, definition, &key.word(), &line.cells, Some(line));
                row += 1;
            }
        }
        draft.set((row + 1, left), text(format!("{}: Министрлік", words.t("form-foot-body"))));
        draft.set((row + 2, left + 3), Put::Number(77_000_000.0));
        draft
    }

    fn heads(&mut self, row: u32, columns: law::ch3_reports::form::Columns, words: &Speaker) -> u32 {
        use law::ch3_reports::form::Columns;
        let left = self.left;
        let months: Vec<String> = (7..=9).map(|m| words.month(m)).chain([words.t("form-all")]).collect();
        match columns {
            Columns::Results => {
                let keys = ["form-provider", "form-service", "form-total", "form-refused", "form-refused-reason"];
                for (column, key) in (left + 1..).zip(keys.iter().chain(&["form-late", "form-late-reason"])) {
                    self.set((row, column), text(words.t(key)));
                }
                row + 1
            }
            Columns::Months => {
                self.set((row, left), text(words.t("form-number")));
                for (column, month) in (left + 3..).zip(&months) {
                    self.set((row, column), text(month));
                }
                row + 1
            }
            Columns::MonthsByPerson => {
                self.set((row, left + 2), text(words.t("excel-system")));
                for (column, month) in (left + 3..).step_by(2).zip(&months) {
                    self.set((row, column), text(month));
                    self.set((row + 1, column), text(words.t("form-natural")));
                    self.set((row + 1, column + 1), text(words.t("form-legal")));
                }
                row + 2
            }
        }
    }

    fn numbers(
        &mut self,
        row: u32,
        definition: &law::ch3_reports::form::Row,
        line: &str,
        inputs: &law::ch3_reports::sheet::Inputs,
        words: Option<&Line>,
    ) {
        let order: &[&str] = match definition.columns.inputs().len() {
            6 => &["m1n", "m1l", "m2n", "m2l", "m3n", "m3l", "qn", "ql"],
            _ if definition.columns.reasons().is_empty() => &["m1", "m2", "m3", "q"],
            _ => &["total", "refused", "refused-reason", "late", "late-reason"],
        };
        for (column, name) in (self.left + 3..).zip(order) {
            let at = (row, column);
            if let Some(reason) = definition.columns.reasons().iter().position(|r| r == name) {
                if let Some(words) = words.map(|l| &l.reasons[reason]).filter(|w| !w.is_empty()) {
                    self.set(at, text(words));
                }
            } else if let Some(put) = put(law::ch3_reports::sheet::of_column(definition, inputs, name)) {
                self.set(at, put);
            }
            self.places.insert(Place::new(definition.number, line, *name), at);
        }
    }

    pub fn set(&mut self, at: (u32, u16), put: Put) {
        self.cells.insert(at, put);
    }

    /// Puts something into a cell of the form, «3.1//m1»; gives its address.
    pub fn at(&mut self, place_text: &str, put: Put) -> String {
        let at = self.places[&place(place_text)];
        self.set(at, put);
        address(at)
    }

    pub fn remove_row(&mut self, row: u32) {
        self.cells.retain(|(r, _), _| *r != row);
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        self.write(&mut book);
        book.save_to_buffer().unwrap()
    }

    pub fn write(&self, book: &mut Workbook) {
        let sheet = book.add_worksheet();
        sheet.set_name(&self.name).unwrap();
        for (row, column, last_row, last_column) in &self.merged {
            sheet.merge_range(*row, *column, *last_row, *last_column, "", &Format::new()).unwrap();
        }
        let day = Format::new().set_num_format("dd.mm.yyyy");
        for ((row, column), put) in &self.cells {
            match put {
                Put::Text(text) => sheet.write_string(*row, *column, text),
                Put::Number(number) => sheet.write_number(*row, *column, *number),
                Put::Formula(formula, result) => {
                    sheet.write_formula(*row, *column, Formula::new(formula).set_result(result))
                }
                Put::Truth(truth) => sheet.write_boolean(*row, *column, *truth),
                Put::Day(number) => sheet.write_number_with_format(*row, *column, *number, &day),
            }
            .unwrap();
        }
    }
}

/// «F17».
pub(super) fn address((row, column): (u32, u16)) -> String {
    format!("{}{}", char::from(b'A' + column as u8), row + 1)
}
