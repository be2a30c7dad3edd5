//! A sheet as text, one line a row: what is frozen when a report is signed, hashed, and added up again. The same sheet
//! is always the same text.

use std::fmt::Write;

use super::{Inputs, Line, LineKey, RowCells, Sheet};
use crate::ch3_reports::{cell::Cell, form::FormId};
use crate::term::Quarter;

/// The first line of every sheet.
const MARK: &str = "sapa-sheet 1";

/// The text is no sheet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the sheet cannot be read")]
pub struct BadSheet {
    pub line: usize,
}

/// One line of the text: a row, or a line under it.
#[derive(Clone, Copy, Debug)]
pub struct TextLine<'a> {
    /// Row and line as they stand, with the tab between them: what tells cells apart when sheets are added.
    pub key: &'a str,
    /// The input cells, apart by spaces.
    pub cells: &'a str,
    pub reasons: &'a str,
}

impl<'a> TextLine<'a> {
    pub fn row(&self) -> &'a str {
        self.key.split_once('\t').map_or(self.key, |(row, _)| row)
    }

    pub fn line(&self) -> &'a str {
        self.key.split_once('\t').map_or("", |(_, line)| line)
    }
}

/// The lines of a sheet's text, without a look at what they hold.
pub fn lines_of(text: &str) -> impl Iterator<Item = TextLine<'_>> {
    text.lines().skip(3).filter_map(|line| {
        let first = line.find('\t')?;
        let second = first + 1 + line[first + 1..].find('\t')?;
        let rest = &line[second + 1..];
        let (cells, reasons) = rest.split_once('\t').unwrap_or((rest, ""));
        Some(TextLine { key: &line[..second], cells, reasons })
    })
}

impl Sheet {
    /// The sheet as text.
    pub fn text(&self) -> String {
        let mut out = format!("{MARK}\n{}\n{}\n", self.form, self.quarter);
        for (row, cells) in self.definition().rows.iter().zip(&self.rows).filter(|(row, _)| row.is_entered()) {
            let inputs = row.columns.inputs().len();
            let mut write = |line: &str, cells: &Inputs, reasons: Option<&[String; 2]>| {
                let _ = write!(out, "{}\t{line}\t", row.number);
                for (at, cell) in cells[..inputs].iter().enumerate() {
                    let space = if at == 0 { "" } else { " " };
                    let _ = match cell {
                        Cell::Unfilled => write!(out, "{space}?"),
                        cell => write!(out, "{space}{cell}"),
                    };
                }
                if let Some(reasons) = reasons.filter(|_| !row.columns.reasons().is_empty()) {
                    let _ = write!(out, "\t{}\t{}", marked(&reasons[0]), marked(&reasons[1]));
                }
                out.push('\n');
            };
            if cells.lines.is_empty() || cells.own != Inputs::default() {
                write("", &cells.own, None);
            }
            for (key, line) in &cells.lines {
                write(&marked(&key.word()), &line.cells, Some(&line.reasons));
            }
        }
        out
    }

    /// The sheet of a text.
    ///
    /// # Errors
    /// [`BadSheet`] with the first line that is not one of a sheet.
    pub fn read(text: &str) -> Result<Self, BadSheet> {
        let bad = |line: usize| BadSheet { line: line + 1 };
        let mut head = text.lines();
        let form = match (head.next(), head.next().and_then(FormId::parse)) {
            (Some(MARK), Some(form)) => form,
            _ => return Err(bad(0)),
        };
        let quarter: Quarter = head.next().and_then(|q| q.parse().ok()).ok_or(bad(2))?;
        let mut sheet = Self::blank(form, quarter);
        let definition = sheet.definition();
        let mut seen = vec![false; definition.rows.len()];
        for (number, line) in text.lines().enumerate().skip(3) {
            let mut parts = line.split('\t');
            let (Some(row), Some(key), Some(cells)) = (parts.next(), parts.next(), parts.next()) else {
                return Err(bad(number));
            };
            let at = definition.at(row).filter(|at| definition.rows[*at].is_entered()).ok_or(bad(number))?;
            let inputs = inputs(cells, definition.rows[at].columns.inputs().len()).ok_or(bad(number))?;
            let RowCells { own, lines } = &mut sheet.rows[at];
            let row = &definition.rows[at];
            let wrong = if key.is_empty() {
                *own = inputs;
                std::mem::replace(&mut seen[at], true)
            } else {
                let mut line = Line { cells: inputs, ..Line::default() };
                for (reason, _) in line.reasons.iter_mut().zip(row.columns.reasons()) {
                    *reason = parts.next().map(unmarked).unwrap_or_default();
                }
                let key = LineKey::parse(&unmarked(key));
                row.lines().is_none() || key.word().is_empty() || lines.insert(key, line).is_some()
            };
            if wrong || parts.next().is_some() {
                return Err(bad(number));
            }
        }
        Ok(sheet)
    }
}

/// Exactly so many cells.
fn inputs(cells: &str, expected: usize) -> Option<Inputs> {
    let mut inputs = Inputs::default();
    let mut found = 0;
    for text in cells.split(' ') {
        let slot = inputs.get_mut(found).filter(|_| found < expected)?;
        *slot = match text {
            "?" => Cell::Unfilled,
            "-" => Cell::Dash,
            digits if digits.bytes().all(|b| b.is_ascii_digit()) => Cell::Count(digits.parse().ok()?),
            _ => return None,
        };
        found += 1;
    }
    (found == expected).then_some(inputs)
}

/// Words on one line: tabs and line ends are written as signs.
pub fn marked(text: &str) -> String {
    if !text.contains(['\\', '\t', '\n', '\r']) {
        return text.to_owned();
    }
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

/// The words again.
pub fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match (sign, sign == '\\') {
            (_, true) => match signs.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            (sign, false) => out.push(sign),
        }
    }
    out
}
