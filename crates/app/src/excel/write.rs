//! The workbook of a form and quarter: as the annex prints it, with formulas whose results are written beside them, so
//! that it reads the same without a spreadsheet program.

mod blocks;
mod formulas;
mod lists;
mod looks;

use std::collections::BTreeSet;

use law::ch3_reports::{
    Sheet,
    form::{Columns, Lines},
    sheet::LineKey,
};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Head, Named, layout};
use crate::reports::labels::Labels;
use blocks::Blocks;
use looks::Looks;

/// The name of the hidden sheet, and the word in its first cell.
pub(super) const MACHINE: &str = "sapa-report";
const HIDDEN: &str = "sapa";
/// Lines under a row that nobody has filled yet.
const SPARE: u32 = 15;

/// The workbook cannot be written: a text is longer than a cell of a spreadsheet holds.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be written: {0}")]
pub struct NotWritten(#[from] XlsxError);

/// What is written, and with which lists.
struct Job<'a> {
    labels: &'a Labels<'a>,
    body: Option<&'a Head>,
    sheet: &'a Sheet,
    services: Vec<Named>,
    providers: Vec<Named>,
}

/// The form with what was entered, 15 spare lines under each row with lines, and lists to choose services and providers
/// from. Without lists codes are typed.
///
/// # Errors
/// [`NotWritten`].
pub fn write(
    labels: &Labels,
    body: Option<&Head>,
    sheet: &Sheet,
    services: &[Named],
    providers: &[Named],
) -> Result<Vec<u8>, NotWritten> {
    let (mut used_services, mut used_providers) = (BTreeSet::new(), BTreeSet::new());
    for (row, cells) in sheet.definition().rows.iter().zip(&sheet.rows) {
        let Some(kind) = row.lines() else { continue };
        for key in cells.lines.keys() {
            used_services.insert(key.service_code(kind));
            if kind == Lines::ProviderAndService {
                used_providers.insert(key.first.as_str());
            }
        }
    }
    let lang = labels.words.lang;
    let whole = |known: &[Named], used: BTreeSet<&str>, name: &dyn Fn(&str) -> String| -> Vec<Named> {
        let new = used.into_iter().filter(|code| !known.iter().any(|(c, _)| c == code));
        known.iter().cloned().chain(new.map(|code| (code.to_owned(), name(code)))).collect()
    };
    let job = Job {
        labels,
        body,
        sheet,
        services: whole(services, used_services, &|code| labels.registry.service(code, lang)),
        providers: whole(providers, used_providers, &|id| labels.registry.name(id, lang)),
    };
    Ok(job.workbook()?)
}

impl Job<'_> {
    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        // The same report is the same file, whenever it is written.
        let day = self.sheet.quarter.first_day();
        let made = ExcelDateTime::from_ymd(day.year().unsigned_abs().max(1900), day.month() as u8, day.day() as u8)?;
        let title = self.labels.of_form("title");
        book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
        let looks = Looks::new();
        let main = book.add_worksheet();
        main.set_name(self.sheet.form.index())?;
        let mut blocks = Blocks::new(self, main, &looks);
        blocks.all()?;
        let lines = blocks.lines;
        lists::visible(self, book.add_worksheet(), &looks)?;
        lists::hidden(self, book.add_worksheet(), &lines)?;
        book.save_to_buffer()
    }

    fn is_results(&self) -> bool {
        self.sheet.definition().rows.iter().all(|row| row.columns == Columns::Results)
    }

    /// How the cell of a service or provider shows it.
    fn shown(&self, list: &[Named], code: &str) -> String {
        let known = list.iter().find(|(c, _)| c == code);
        known.map_or_else(|| code.to_owned(), super::names::shown)
    }

    /// Service (or provider) and what stands beside it.
    fn names(&self, kind: Lines, key: &LineKey) -> (String, String) {
        match kind {
            Lines::Service => (self.shown(&self.services, &key.first), String::new()),
            Lines::ServiceAndSystem => (self.shown(&self.services, &key.first), key.second.clone()),
            Lines::ProviderAndService => {
                (self.shown(&self.providers, &key.first), self.shown(&self.services, &key.second))
            }
        }
    }

    /// The last column of the form.
    fn width(&self) -> u16 {
        layout::width(self.sheet.definition())
    }
}
