//! Reading the cells of one line, noting what is wrong with each.

use std::collections::HashMap;

use jiff::civil::Date;
use store::Words;

use super::{Fault, sheet::Line};

/// No name of a body or service is so long: a cell that is has swallowed its neighbours.
const LONGEST: usize = 1000;

/// The cells of one line by the names of their columns.
pub(super) struct Cells<'a> {
    pub line: u64,
    cells: HashMap<&'static str, &'a str>,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Cells<'a> {
    pub fn new(columns: &[&'static str], line: &'a Line, faults: &'a mut Vec<Fault>) -> Self {
        let cells = columns.iter().copied().zip(line.cells.iter().map(String::as_str)).collect();
        let mut cells = Self { line: line.number, cells, faults };
        for column in columns {
            let value = cells.raw(column);
            if value.chars().count() > LONGEST {
                cells.fault(column, "too-long", LONGEST.to_string());
            } else if let Some(odd) = value.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
                cells.fault(column, "control-character", format!("U+{:04X}", u32::from(odd)));
            }
        }
        cells
    }

    pub fn fault(&mut self, column: &str, code: &'static str, value: impl Into<String>) {
        self.faults.push(Fault { line: self.line, column: column.to_owned(), code, value: value.into() });
    }

    fn raw(&self, column: &str) -> &'a str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// What stands there, on one line.
    pub fn text(&self, column: &str) -> String {
        self.raw(column).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What has to stand there.
    pub fn needed(&mut self, column: &'static str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.fault(column, "empty", column);
        }
        text
    }

    pub fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// A stable code: it stands in addresses and files.
    pub fn code(&mut self) -> String {
        let code = self.needed("code");
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_');
        if code.len() > 64 || !code.chars().all(plain) {
            self.fault("code", "code-form", code.clone());
        }
        code
    }

    pub fn name(&mut self) -> Words {
        Words::new(self.needed("name_kk"), self.needed("name_ru"), self.needed("name_en"))
    }

    /// Short names; the full one where there is none.
    pub fn short(&self, name: &Words) -> Words {
        let or = |column, full: &String| self.optional(column).unwrap_or_else(|| full.clone());
        Words::new(or("short_kk", &name.kk), or("short_ru", &name.ru), or("short_en", &name.en))
    }

    /// 2026-03-26 or 26.03.2026.
    pub fn day(&mut self, column: &'static str) -> Option<Date> {
        let text = self.optional(column)?;
        let day = day(&text);
        if day.is_none() {
            self.fault(column, "not-a-date", text);
        }
        day
    }
}

fn day(text: &str) -> Option<Date> {
    if let [day, month, year] = text.split('.').collect::<Vec<_>>()[..] {
        return (year.len() == 4)
            .then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())?;
    }
    (text.len() == 10).then(|| text.parse().ok())?
}
