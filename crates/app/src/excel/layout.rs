//! Which column of the sheet holds what.

use law::ch3_reports::form::{Columns, Form};

/// Number, label or service or provider, system or service, first column of numbers.
pub(super) const NUMBER: u16 = 0;
pub(super) const LABEL: u16 = 1;
pub(super) const SECOND: u16 = 2;
pub(super) const FIRST: u16 = 3;

/// The columns of a row in the order of the sheet: words stand beside the numbers they explain.
pub(super) const fn order(columns: Columns) -> &'static [&'static str] {
    match columns {
        Columns::Months => &["m1", "m2", "m3", "q"],
        Columns::MonthsByPerson => &["m1n", "m1l", "m2n", "m2l", "m3n", "m3l", "qn", "ql"],
        Columns::Results => &["total", "refused", "refused-reason", "late", "late-reason"],
    }
}

/// The column of the sheet.
pub(super) fn column(columns: Columns, column: &str) -> u16 {
    order(columns).iter().zip(FIRST..).find(|(c, _)| **c == column).map_or(FIRST, |(_, at)| at)
}

/// The last column of a row, and of the widest row of a form.
pub(super) fn last(columns: Columns) -> u16 {
    order(columns).iter().zip(FIRST..).map(|(_, at)| at).last().unwrap_or(FIRST)
}

pub(super) fn width(form: &Form) -> u16 {
    form.rows.iter().map(|row| last(row.columns)).max().unwrap_or(FIRST)
}

/// «F17», counted from 0.
pub(super) fn address(row: u32, column: u32) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

pub(super) fn letters(column: u32) -> String {
    let (mut out, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        out.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    out.iter().rev().collect()
}

/// Row and column of an address within the limits of a sheet, counted from 0.
pub(super) fn place(address: &str) -> Option<(u32, u32)> {
    let split = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = address.split_at(split);
    if !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        column = column * 26 + u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|l| *l < 26)?) + 1;
    }
    let row: u32 = digits.parse().ok()?;
    ((1..=1_048_576).contains(&row) && column <= 16_384).then(|| (row - 1, column - 1))
}
