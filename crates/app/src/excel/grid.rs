//! A sheet of a workbook as cells.

use std::collections::{BTreeMap, HashMap};

use jiff::{ToSpan, civil::date};

use super::{
    Fault, layout,
    parts::{Node, Parts, Xml, attribute, ends, is, reaches_outside, unmasked},
    unpack::{broken, too_large},
};

/// Of all sheets together.
const MOST_CELLS: usize = 200_000;
const MOST_TEXT: usize = 24 << 20;
const MOST_MERGED: usize = 20_000;
/// No cell of a spreadsheet holds more.
const LONGEST: usize = 32_767;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(f64),
    /// Year, month, day.
    Day(i16, i8, i8),
    Truth(bool),
    /// `#REF!` and the like.
    Error(String),
}

#[derive(Clone, Debug)]
pub(super) struct Held {
    pub value: Value,
    /// Whether a formula took it from another workbook.
    pub outside: bool,
}

/// A region merged into one cell; both corners belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Region {
    pub from: (u32, u32),
    pub to: (u32, u32),
}

#[derive(Debug, Default)]
pub(super) struct Grid {
    pub name: String,
    /// By row and column from 0; empty cells are left out.
    pub cells: BTreeMap<(u32, u32), Held>,
    pub merged: Vec<Region>,
}

/// How much more may be read.
pub(super) struct Allowance {
    cells: usize,
    text: usize,
}

impl Allowance {
    pub const fn new() -> Self {
        Self { cells: MOST_CELLS, text: MOST_TEXT }
    }

    fn take(&mut self, text: usize) -> Result<(), Fault> {
        self.cells = self.cells.checked_sub(1).ok_or_else(|| too_large(MOST_CELLS.to_string()))?;
        self.text = self.text.checked_sub(text).ok_or_else(|| too_large(MOST_TEXT.to_string()))?;
        Ok(())
    }
}

impl Held {
    /// As a person reads it.
    pub fn text(&self) -> String {
        match &self.value {
            Value::Text(text) | Value::Error(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Day(year, month, day) => format!("{day:02}.{month:02}.{year:04}"),
            Value::Truth(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

impl Grid {
    /// The cells of one row from left to right.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Held)> + Clone {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), held)| (*column, held))
    }

    pub fn text(&self, row: u32, column: u32) -> String {
        self.cells.get(&(row, column)).map(Held::text).unwrap_or_default()
    }

    /// Rows in which anything stands.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }

    pub fn read(name: &str, text: &str, parts: &Parts, allowance: &mut Allowance) -> Result<Self, Fault> {
        let mut grid = Self { name: name.to_owned(), ..Self::default() };
        let mut xml = Xml::new(text);
        let mut shared = HashMap::new();
        let (mut row, mut column) = (0_u32, 0_u32);
        while let Some(node) = xml.next()? {
            let tag = match node {
                Node::Open(tag) => tag,
                Node::Close(tag) if ends(&tag, "row") => {
                    (row, column) = (row.saturating_add(1), 0);
                    continue;
                }
                _ => continue,
            };
            if is(&tag, "row") {
                if let Some(number) = attribute(&tag, "r") {
                    row = number
                        .parse::<u32>()
                        .ok()
                        .filter(|r| (1..=1_048_576).contains(r))
                        .ok_or_else(|| broken(&number))?
                        - 1;
                }
            } else if is(&tag, "c") {
                if let Some(address) = attribute(&tag, "r") {
                    (row, column) = layout::place(&address).ok_or_else(|| broken(&address))?;
                }
                let raw = Raw::read(&mut xml)?;
                let [kind, style] = ["t", "s"].map(|name| attribute(&tag, name));
                let outside = raw.outside(parts, &mut shared);
                if let Some(value) = raw.value(kind.as_deref(), style.as_deref(), parts)? {
                    allowance.take(if let Value::Text(text) = &value { text.len() } else { 0 })?;
                    grid.cells.insert((row, column), Held { value, outside });
                }
                column = column.saturating_add(1);
            } else if is(&tag, "mergeCell") {
                let ends = attribute(&tag, "ref").unwrap_or_default();
                let (from, to) = ends.split_once(':').unwrap_or((&ends, &ends));
                let (Some(from), Some(to)) = (layout::place(from), layout::place(to)) else {
                    return Err(broken(&ends));
                };
                grid.merged.push(Region { from, to });
                if grid.merged.len() > MOST_MERGED {
                    return Err(too_large(grid.merged.len().to_string()));
                }
            }
        }
        Ok(grid)
    }
}

/// A cell as its tags have it.
#[derive(Default)]
struct Raw {
    value: String,
    inline: Option<String>,
    formula: Option<String>,
    /// The number of a formula that several cells share.
    shared: Option<String>,
}

impl Raw {
    /// Reads to the end of the cell.
    fn read(xml: &mut Xml) -> Result<Self, Fault> {
        let mut raw = Self::default();
        let (mut within, mut reading) = ("", false);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(tag) => match tag.local_name().as_ref() {
                    "v" => within = "v",
                    "t" if !reading => within = "t",
                    "rPh" => reading = true,
                    "f" => {
                        within = "f";
                        raw.formula.get_or_insert_default();
                        if attribute(&tag, "t").as_deref() == Some("shared") {
                            raw.shared = attribute(&tag, "si");
                        }
                    }
                    _ => {}
                },
                Node::Words(text) => match within {
                    "v" => raw.value.push_str(&text),
                    "t" => raw.inline.get_or_insert_default().push_str(&text),
                    "f" => raw.formula.get_or_insert_default().push_str(&text),
                    _ => {}
                },
                Node::Close(tag) => match tag.local_name().as_ref() {
                    "c" => return Ok(raw),
                    "rPh" => reading = false,
                    "v" | "t" | "f" => within = "",
                    _ => {}
                },
            }
        }
        Err(broken(""))
    }

    fn outside(&self, parts: &Parts, shared: &mut HashMap<String, bool>) -> bool {
        let Some(formula) = &self.formula else { return false };
        if let Some(index) = &self.shared
            && formula.is_empty()
        {
            return shared.get(index).copied().unwrap_or_default();
        }
        let names = formula.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '\\' | '?')));
        let named = !parts.outside.is_empty() && names.map(str::to_lowercase).any(|n| parts.outside.contains(&n));
        let outside = named || reaches_outside(formula);
        if let Some(index) = &self.shared {
            shared.insert(index.clone(), outside);
        }
        outside
    }

    fn value(self, kind: Option<&str>, style: Option<&str>, parts: &Parts) -> Result<Option<Value>, Fault> {
        let text = |text: String| {
            if text.len() > LONGEST * 4 { Err(too_large(text.len().to_string())) } else { Ok(Some(Value::Text(text))) }
        };
        let raw = self.value.trim();
        Ok(match kind {
            Some("inlineStr") => return self.inline.map_or(Ok(None), |t| text(unmasked(&t))),
            _ if self.value.is_empty() => None,
            Some("str") => return text(unmasked(&self.value)),
            Some("s") => {
                let found = raw.parse::<usize>().ok().and_then(|at| parts.strings.get(at));
                return text(found.ok_or_else(|| broken(raw))?.clone());
            }
            Some("b") => Some(Value::Truth(matches!(raw, "1" | "true"))),
            Some("e") => Some(Value::Error(raw.to_owned())),
            Some("d") => return text(raw.to_owned()),
            _ => {
                let Ok(number) = raw.parse::<f64>() else { return text(self.value) };
                let day = style.and_then(|s| s.parse::<usize>().ok()).and_then(|s| parts.days.get(s));
                let day = day.filter(|day| **day).and_then(|_| day_of(number, parts.since_1904));
                Some(day.unwrap_or(Value::Number(number)))
            }
        }
        .filter(|value| !matches!(value, Value::Text(text) if text.is_empty())))
    }
}

/// The day that a number shows.
fn day_of(number: f64, since_1904: bool) -> Option<Value> {
    let first = if since_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
    let days = (number.is_finite() && (0.0..3_000_000.0).contains(&number)).then_some(number as i64)?;
    let day = first.checked_add(days.days()).ok()?;
    Some(Value::Day(day.year(), day.month(), day.day()))
}
