//! Sums against a reckoning over a flat list of cells, which knows of the form no more than its numbering.

use proptest::prelude::*;

use super::{Dice, Flat, naive, place, quarter, random};
use crate::ch3_reports::{
    Cell, FormId, Place, Sheet,
    sheet::{LineKey, numbers, quarter_number},
};

/// Rows whose quarter shows the last month.
fn stock(form: FormId, row: &str) -> bool {
    matches!((form, row), (FormId::Central, "10" | "11") | (FormId::Local, "10"))
}

/// Rows with rows under them that are no sum of them.
const NO_SUM: &str = "10";

/// The cells a number is made of: of the row and its lines, or of the rows under it.
fn cells<'a>(flat: &'a Flat, row: &str, line: Option<&str>) -> Vec<&'a (String, String, &'static str, Cell)> {
    let under = format!("{row}.");
    let of = |r: &str| r == row || (row != NO_SUM && r.starts_with(&under));
    flat.iter().filter(|(r, l, ..)| of(r) && line.is_none_or(|line| l == line)).collect()
}

/// The number of a column from those cells.
fn reckon(cells: &[&(String, String, &'static str, Cell)], column: &str, stock: bool) -> Cell {
    let made_of = |input: &str| match (column, stock) {
        ("q", true) => input == "m3",
        ("q", false) => ["m1", "m2", "m3"].contains(&input),
        ("qn", _) => ["m1n", "m2n", "m3n"].contains(&input),
        ("ql", _) => ["m1l", "m2l", "m3l"].contains(&input),
        _ => input == column,
    };
    naive(cells.iter().filter(|(_, _, c, _)| made_of(c)).map(|(.., cell)| cell))
}

fn columns(cells: &[&(String, String, &'static str, Cell)]) -> Vec<&'static str> {
    let of = |column: &str| cells.iter().any(|(_, _, c, _)| *c == column);
    if of("total") {
        vec!["total", "refused", "late"]
    } else if of("m1n") {
        vec!["m1n", "m1l", "m2n", "m2l", "m3n", "m3l", "qn", "ql"]
    } else {
        vec!["m1", "m2", "m3", "q"]
    }
}

fn compare(sheet: &Sheet, flat: &Flat) -> Result<usize, TestCaseError> {
    let mut compared = 0;
    for (at, row) in sheet.definition().rows.iter().enumerate() {
        let lines = sheet.rows[at].lines.keys().map(LineKey::word).map(Some);
        for line in [None].into_iter().chain(lines) {
            let cells = cells(flat, row.number, line.as_deref());
            let word = line.unwrap_or_default();
            let mut all = Vec::new();
            for column in columns(&cells) {
                let expected = reckon(&cells, column, stock(sheet.form, row.number));
                let place = Place::new(row.number, word.clone(), column);
                prop_assert_eq!(sheet.value(&place), expected, "{}: {:?}", sheet.form, place);
                all.push(expected);
                compared += 1;
            }
            let inputs = match word.as_str() {
                "" => sheet.inputs(at),
                word => sheet.rows[at].lines[&LineKey::parse(word)].cells,
            };
            prop_assert_eq!(numbers(row, &inputs), &all[..]);
            let over_all = match all.len() {
                8 => naive(&all[6..]),
                4 => all[3],
                _ => all[0],
            };
            prop_assert_eq!(quarter_number(row, &inputs), over_all);
        }
    }
    Ok(compared)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p60_every_number_is_the_sum_of_what_stands_under_it(seed: u64, form in 0..4_usize, valid: bool) {
        let (sheet, flat) = random(FormId::ALL[form], &mut Dice(seed), valid);
        prop_assert!(compare(&sheet, &flat)? >= 3);
    }

    /// What is entered cell by cell through the door of the sheet is the same sheet.
    #[test]
    fn p60_a_sheet_entered_cell_by_cell_is_the_same(seed: u64, form in 0..4_usize) {
        let (sheet, flat) = random(FormId::ALL[form], &mut Dice(seed), false);
        let mut entered = Sheet::blank(sheet.form, sheet.quarter);
        for (row, line, column, cell) in &flat {
            if !line.is_empty() && entered.row(row).is_some_and(|(_, c)| !c.lines.contains_key(&LineKey::parse(line))) {
                prop_assert!(entered.add_line(row, LineKey::parse(line)));
            }
            prop_assert!(entered.set(&Place::new(row, line, *column), *cell));
        }
        for (row, cells) in sheet.definition().rows.iter().zip(&sheet.rows) {
            for (key, line) in &cells.lines {
                for (column, words) in row.columns.reasons().iter().zip(&line.reasons) {
                    let place = Place::new(row.number, key.word(), *column);
                    prop_assert!(entered.is_input(&place) && entered.set_reason(&place, words));
                    prop_assert_eq!(entered.reason(&place), words.trim());
                }
            }
        }
        for (entered, cells) in entered.rows.iter().zip(&sheet.rows) {
            prop_assert_eq!(entered.own, cells.own);
            let numbers = |c: &crate::ch3_reports::sheet::RowCells| c.lines.iter().map(|(k, l)| (k.clone(), l.cells)).collect::<Vec<_>>();
            prop_assert_eq!(numbers(entered), numbers(cells));
        }
        let listed = |flat: &Flat| flat.iter().map(|(r, l, c, cell)| (Place::new(r, l, *c), *cell)).collect::<Vec<_>>();
        prop_assert_eq!(entered.entered().collect::<Vec<_>>(), listed(&flat));
    }

    #[test]
    fn p60_dashes_fill_what_is_not_filled_and_nothing_else(seed: u64, form in 0..4_usize) {
        let (mut sheet, flat) = random(FormId::ALL[form], &mut Dice(seed), false);
        let unfilled = flat.iter().filter(|(.., c)| !c.filled()).count();
        prop_assert_eq!(sheet.fill_rest_with_dashes(), unfilled);
        prop_assert_eq!(sheet.fill_rest_with_dashes(), 0);
        let dashes = |cell: Cell| if cell.filled() { cell } else { Cell::Dash };
        let expected: Flat = flat.into_iter().map(|(r, l, c, cell)| (r, l, c, dashes(cell))).collect();
        compare(&sheet, &expected)?;
    }
}

#[test]
fn p60_only_what_follows_from_nothing_is_entered() {
    let mut sheet = Sheet::blank(FormId::Central, quarter("2026-Q3"));
    let mut set = |at: &str| sheet.set(&place(at), Cell::Count(1));
    for at in ["1.1//m1", "4//m3", "13.1//m3l", "12.1//m1n", "10//m2"] {
        assert!(set(at), "{at}");
    }
    for at in [
        "1//m1",
        "1.1//q",
        "13//m1n",
        "13.1//qn",
        "13.1//m1",
        "4//m1n",
        "12.1/S1/m1n",
        "4/S1/m1",
        "23//m1",
        "//",
        "4//",
    ] {
        assert!(!set(at), "{at}");
    }
    // A line takes the place of what stood in the row.
    assert!(sheet.add_line("12.1", LineKey::service("S1")) && !sheet.add_line("12.1", LineKey::service("S1")));
    assert_eq!(sheet.value(&place("12.1//m1n")), Cell::Unfilled);
    assert!(!sheet.set(&place("12.1//m1n"), Cell::Count(1)) && sheet.set(&place("12.1/S1/m1n"), Cell::Count(1)));
    for row in ["1", "4", "12", "13.1", "23", ""] {
        assert!(!sheet.add_line(row, LineKey::service("S1")), "{row}");
    }
}

#[test]
fn p60_what_is_not_in_the_form_has_no_number() {
    let (sheet, _) = random(FormId::Central, &mut Dice(7), true);
    for at in ["23//m1", "4//m1n", "4//qn", "12//q", "4/S1/m1", "12.1/no such line/m1n", "4//", "//m1"] {
        assert_eq!(sheet.value(&place(at)), Cell::Unfilled, "{at}");
    }
}

/// The examples of `forms.md`: four states kept apart, a stock shows its last month.
#[test]
fn p60_dashes_zeros_and_stocks() {
    let mut sheet = super::dashed(FormId::Central);
    let value = |sheet: &Sheet, at: &str| sheet.value(&place(at)).to_string();
    assert_eq!([value(&sheet, "1//q"), value(&sheet, "12//ql")], ["-", "-"], "a sum of dashes is a dash");
    sheet.set(&place("1.1//m1"), Cell::Count(0));
    assert_eq!(value(&sheet, "1//q"), "0", "otherwise a dash counts as nothing");
    for (column, number) in [("m1", 40), ("m2", 41), ("m3", 39)] {
        for row in ["10", "10.1", "11", "4"] {
            sheet.set(&Place::new(row, "", column), Cell::Count(number));
        }
    }
    let quarters = ["10", "10.1", "11", "4"].map(|row| value(&sheet, &format!("{row}//q")));
    assert_eq!(quarters, ["39", "120", "39", "120"]);
    sheet.set(&place("10//m3"), Cell::Dash);
    sheet.set(&place("11//m3"), Cell::Unfilled);
    assert_eq!([value(&sheet, "10//q"), value(&sheet, "11//q")], ["-", ""]);
}
