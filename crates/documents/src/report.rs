//! §63 and annexes 1–4: the quarterly report forms 1-мқ … 4-мқ with their analytical note, as one package.
//!
//! Every word comes as data, so the print says what the screen says.

use crate::{Error, Language, render};
use serde::{Deserialize, Serialize};

/// The template, as errors name it.
const KIND: &str = "report";

/// One report: the form, and where they exist the note and the list of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportPaper {
    /// The title of the file, and the running head from the second page on.
    pub name: String,
    /// «… қағидаларына 1-қосымша», at the top right.
    pub annex: String,
    /// «Нысан»
    pub form_mark: String,
    /// To whom, name, index, periodicity, period, who reports, until when: in the order of the annex.
    pub head: Vec<Line>,
    /// The heading over the table.
    pub data_title: String,
    pub tables: Vec<ReportTable>,
    /// The body, its address, telephone and e-mail.
    pub foot: Vec<Line>,
    pub executor: Signer,
    pub head_person: Signer,
    /// `dd.mm.yyyy`, or blanks to be filled in by hand; a real date is also the date of the file.
    pub date: String,
    /// «М.О.»
    pub seal: String,
    pub note: Option<Note>,
    pub evidence: Option<Evidence>,
    /// Version, digest of what was frozen, address for checking: small print at the foot of every page.
    pub marks: Vec<Line>,
    /// The word across every page of a draft.
    pub draft: Option<String>,
    /// The word in the corner of every page made of demonstration data.
    pub demo: Option<String>,
}

/// `label: value`; a line without a value leaves room for the pen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub label: String,
    pub value: String,
}

/// Sections under one head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTable {
    pub sections: Vec<ReportSection>,
    pub head: TableHead,
}

/// The columns, which repeat on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TableHead {
    /// №, measures, the months, the quarter; then the row «А 1 2 3 4».
    Months { number: String, measures: String, months: String, month_names: Vec<String>, all: String, quarter: String },
    /// The same with each month and the quarter split into natural and legal persons. As in the annex, the title of a
    /// section stands above this head.
    MonthsByPerson {
        number: String,
        measures: String,
        months: String,
        month_names: Vec<String>,
        all: String,
        quarter: String,
        natural: String,
        legal: String,
    },
    /// Forms 3 and 4: №, provider, service, total, refused, reasons, late, reasons.
    Results { labels: Vec<String> },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSection {
    /// «1. …» across the table; empty for none.
    pub title: String,
    pub rows: Vec<ReportRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    pub number: String,
    /// The measure; in forms 3 and 4 the provider.
    pub label: String,
    /// In forms 3 and 4 the service, else empty.
    pub second: String,
    /// A service's line under a row.
    pub line: bool,
    /// A row that sums up others.
    pub total: bool,
    /// As they are shown: digits with thin spaces, «-», or nothing. Cells that are missing stay empty.
    pub cells: Vec<String>,
}

/// A place for a signature, and the signature once it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// «Орындаушы»
    pub label: String,
    pub name: String,
    pub position: String,
    /// How and when they signed; empty leaves a line for the pen.
    pub mark: String,
    /// What stands under the name.
    pub caption: String,
    /// What stands under the signature.
    pub signature_caption: String,
}

/// The analytical note (талдамалық анықтама).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub title: String,
    pub subtitle: String,
    pub sections: Vec<NoteSection>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteSection {
    pub heading: String,
    /// 1 or 2.
    pub depth: u8,
    /// Paragraphs, with a blank line between them.
    pub text: String,
    pub table: Option<SmallTable>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallTable {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The files that go with the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub title: String,
    pub header: Vec<String>,
    /// №, name, size, digest.
    pub rows: Vec<Vec<String>>,
}

/// The report as PDF/A-2a and PDF/UA-1, with the same promises as [`crate::pdf`]; without a date it is PDF/UA-1 only.
pub fn report_pdf(paper: &ReportPaper, language: Language) -> Result<Vec<u8>, Error> {
    render::file(KIND, paper, language)
}

/// The same pages as SVG, for a preview before signing.
pub fn report_svg_pages(paper: &ReportPaper, language: Language) -> Result<Vec<String>, Error> {
    render::previews(KIND, paper, language)
}
