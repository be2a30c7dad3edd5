//! Which sheet of a workbook holds which form.

use law::{ch3_reports::FormId, edition::Edition};

use super::super::{
    Expect, Fault,
    grid::{Grid, Held, Value},
    words::{Heading, Known},
};

/// How a row of a sheet is called: its number as it may be meant, and its label.
#[derive(Debug, Default)]
pub(super) struct Mark {
    pub number: Option<u32>,
    /// «3.1» that became a number may have been «3.10», and one that became a day «3 October».
    pub numbers: Vec<String>,
    pub label: Option<(u32, String)>,
}

impl Mark {
    pub fn of(grid: &Grid, row: u32, known: &Known, number_column: Option<u32>) -> Self {
        let mut before: Option<(u32, &Held)> = None;
        for (at, held) in grid.row(row) {
            if let Value::Text(text) = &held.value {
                if !known.any(text).is_empty() {
                    let (number, numbers) = before.map(|(at, held)| (at, numbers_of(held))).unzip();
                    return Self { number, numbers: numbers.unwrap_or_default(), label: Some((at, text.clone())) };
                }
                if let Some((number, rest)) = leading(text).filter(|(_, rest)| !known.any(rest).is_empty()) {
                    return Self { number: Some(at), numbers: vec![number], label: Some((at, rest)) };
                }
            }
            before = Some((at, held));
        }
        let found = number_column.and_then(|at| grid.cells.get(&(row, at)).map(|held| (at, numbers_of(held))));
        let (number, numbers) = found.filter(|(_, numbers)| !numbers.is_empty()).unzip();
        Self { number, numbers: numbers.unwrap_or_default(), label: None }
    }

    /// The rows of the form that number and label both mean.
    pub fn rows(&self, form: FormId, known: &Known) -> Vec<usize> {
        let Some((_, label)) = &self.label else { return Vec::new() };
        let definition = form.form(Edition::JULY_2021);
        let mut rows = known.rows(form, label);
        if self.number.is_some() {
            rows.retain(|at| self.numbers.iter().any(|n| n == definition.rows[*at].number));
        }
        rows
    }
}

/// «3.10», «3.10.» and «10.1 .» as they are numbered.
fn numbers_of(held: &Held) -> Vec<String> {
    match &held.value {
        Value::Text(text) => {
            let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            let number = text.replace(',', ".").trim_end_matches('.').to_owned();
            let whole = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
            if whole { vec![number] } else { Vec::new() }
        }
        Value::Number(n) if n.is_finite() => vec![n.to_string(), format!("{n:.2}")],
        Value::Day(_, month, day) => vec![format!("{day}.{month}"), format!("{month}.{day}")],
        _ => Vec::new(),
    }
}

/// «1.1. бақылау …» as number and label.
fn leading(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).filter(|end| *end > 0)?;
    let (number, rest) = text.split_at(end);
    let number = number.trim_end_matches('.');
    (!number.is_empty()).then(|| (number.to_owned(), rest.trim().to_owned()))
}

/// The sheet and its form.
pub(super) fn form<'a>(grids: &'a [Grid], known: &Known, expect: &Expect) -> Result<(FormId, &'a Grid), Fault> {
    let mut found: Vec<(FormId, &Grid)> = Vec::new();
    for grid in grids {
        found.extend(of_grid(grid, known, expect)?.map(|form| (form, grid)));
    }
    if let Some(expected) = expect.form
        && found.iter().any(|(form, _)| *form == expected)
    {
        found.retain(|(form, _)| *form == expected);
    }
    match found.as_slice() {
        [] => Err(Fault::file("no-form-found", "")),
        [(form, _)] if expect.form.is_some_and(|expected| expected != *form) => {
            Err(Fault::file("another-form", form.index()))
        }
        [one] => Ok(*one),
        several => {
            let names: Vec<&str> = several.iter().map(|(_, grid)| grid.name.as_str()).collect();
            Err(Fault::file("several-forms", names.join(", ")))
        }
    }
}

fn of_grid(grid: &Grid, known: &Known, expect: &Expect) -> Result<Option<FormId>, Fault> {
    let mut scores = FormId::ALL.map(|form| (form, 0_usize));
    let (mut provider, mut service) = (false, false);
    let mut indices: Vec<FormId> = Vec::new();
    for row in grid.rows() {
        let mark = Mark::of(grid, row, known, None);
        for (form, score) in &mut scores {
            *score += usize::from(!mark.rows(*form, known).is_empty());
        }
        if mark.label.is_some() {
            continue;
        }
        for (_, held) in grid.row(row) {
            let text = held.text();
            indices.extend(FormId::ALL.into_iter().filter(|f| text.contains(f.index())));
            match known.heading(&text) {
                Some(Heading::Provider) => provider = true,
                Some(Heading::Service) => service = true,
                _ => {}
            }
        }
    }
    // The printed form 4-мқ has a head and lines, and no row with a label.
    let bare = |form: FormId| {
        form == FormId::Electronic && provider && service && (expect.form == Some(form) || indices.contains(&form))
    };
    let enough = |(form, score): &(FormId, usize)| {
        let rows = form.form(Edition::JULY_2021).rows.len();
        *score >= (rows / 4).max(1) || bare(*form)
    };
    let best = scores.iter().filter(|s| enough(s)).map(|(_, score)| *score).max();
    let mut best: Vec<FormId> =
        scores.iter().filter(|s| enough(s) && Some(s.1) == best).map(|(form, _)| *form).collect();
    for sure in [expect.form.as_slice(), &indices] {
        if best.len() > 1 && best.iter().any(|f| sure.contains(f)) {
            best.retain(|f| sure.contains(f));
        }
    }
    match best.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        several => {
            let indices: Vec<&str> = several.iter().map(|f| f.index()).collect();
            Err(Fault::file("several-forms", indices.join(", ")))
        }
    }
}
