//! The sheet to choose services and providers from, and the hidden sheet that tells our own template.

use law::ch3_reports::sheet::marked;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::{Named, names::shown};
use super::{HIDDEN, Job, MACHINE, looks::Looks};

/// The first line of the list under its heads.
const TOP: u32 = 1;

/// The cells of the list, as a formula names them.
pub(super) fn range(job: &Job, list: &[Named], column: char) -> Option<String> {
    let name = job.labels.words.t("excel-lists");
    let last = TOP as usize + list.len();
    (!list.is_empty()).then(|| format!("='{name}'!${column}${}:${column}${last}", TOP + 1))
}

/// The columns that drop-downs take their lists from.
pub(super) const SERVICES: char = 'C';
pub(super) const PROVIDERS: char = 'F';

pub(super) fn visible(job: &Job, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    let words = job.labels.words;
    sheet.set_name(words.t("excel-lists"))?.protect();
    for (first, list, heads) in [
        (0, &job.services, ["excel-service-code", "excel-service-name", "excel-service-choice"]),
        (3, &job.providers, ["excel-provider-code", "excel-provider-name", "excel-provider-choice"]),
    ] {
        if list.is_empty() && first > 0 {
            continue;
        }
        for (column, (head, width)) in (first..).zip(heads.into_iter().zip([14, 60, 60])) {
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(0, column, words.t(head), &looks.head)?;
        }
        for (row, named) in (TOP..).zip(list) {
            sheet.write_string_with_format(row, first, &named.0, &looks.label)?;
            sheet.write_string_with_format(row, first + 1, &named.1, &looks.label)?;
            sheet.write_string_with_format(row, first + 2, shown(named), &looks.label)?;
        }
    }
    sheet.set_freeze_panes(TOP, 0)?;
    Ok(())
}

/// `lines`: row of the sheet, number of the row, key of the line.
pub(super) fn hidden(job: &Job, sheet: &mut Worksheet, lines: &[(u32, &str, String)]) -> Result<(), XlsxError> {
    sheet.set_name(HIDDEN)?.protect().set_hidden(true);
    let mut row = 0;
    let mut put = |cells: &[&str]| -> Result<(), XlsxError> {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, *text)?;
        }
        row += 1;
        Ok(())
    };
    put(&[MACHINE, "1"])?;
    put(&["form", job.sheet.form.word()])?;
    put(&["quarter", &job.sheet.quarter.to_string()])?;
    if let Some(body) = job.body {
        put(&["body", &body.id, &body.bin])?;
    }
    for (row, number, key) in lines {
        put(&["line", &(row + 1).to_string(), number, &marked(key)])?;
    }
    for (kind, list) in [("service", &job.services), ("provider", &job.providers)] {
        for (code, name) in list {
            put(&[kind, code, name])?;
        }
    }
    Ok(())
}
