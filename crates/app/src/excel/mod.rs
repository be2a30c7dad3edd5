//! The report forms as Excel workbooks: written ([`write`]), read ([`read`], from our template or from a body's own workbook
//! with the same labels), and compared with what is in hand ([`import`]).
//!
//! | module | what |
//! |---|---|
//! | `layout` | which column of the sheet holds which column of the form |
//! | `write` | the workbook: head, tables, formulas, lists, foot |
//! | `unpack`, `parts`, `grid` | a file somebody sent, unpacked within limits, as cells |
//! | `words` | labels and heads in all languages, as they are compared |
//! | `names` | services and providers by code or name |
//! | `read` | finding the form, its rows, lines and columns in the cells |
//! | `import` | what a file would change |

mod grid;
pub mod import;
mod layout;
mod names;
mod parts;
mod read;
mod unpack;
mod words;
mod write;

use std::collections::BTreeMap;

use law::{
    ch3_reports::{
        FormId, Place, Sheet,
        checks::{self, Beside, Check, Finding, Stated},
    },
    term::Quarter,
};

use crate::words::Speaker;

pub use read::read;
pub use write::{NotWritten, write};

/// A code and a name: of a service, of a provider.
pub type Named = (String, String);

/// Whose report it is, for head and foot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub id: String,
    pub bin: String,
    pub name: String,
    pub address: String,
    pub phone: String,
    pub email: String,
}

/// What the reader of a workbook knows before.
#[derive(Clone, Copy)]
pub struct Expect<'a> {
    /// Any language: labels of all three are known.
    pub words: &'a Speaker,
    pub form: Option<FormId>,
    pub quarter: Option<Quarter>,
    pub body: Option<&'a Head>,
    /// All services; without them the list in the file counts, and without that any word.
    pub services: Option<&'a [Named]>,
    pub providers: Option<&'a [Named]>,
}

impl<'a> Expect<'a> {
    /// Nothing is known.
    pub const fn anything(words: &'a Speaker) -> Self {
        Self { words, form: None, quarter: None, body: None, services: None, providers: None }
    }
}

/// What a workbook says.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    pub form: FormId,
    /// None if neither the workbook says it nor it was known.
    pub quarter: Option<Quarter>,
    /// Code and number of the body, of our own template; empty where it does not say.
    pub body: String,
    pub bin: String,
    /// What was entered; of an unknown quarter it has the first with these forms.
    pub sheet: Sheet,
    /// What stands in cells that follow from others, and what is no number at all.
    pub stated: BTreeMap<Place, Stated>,
    /// Where each cell stands: «F17».
    pub cells: BTreeMap<Place, String>,
    pub faults: Vec<Fault>,
}

/// One thing wrong with a workbook. The words are `excel-fault-CODE`.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// One of [`CODES`].
    pub code: &'static str,
    /// «F17»; empty where the whole file is meant.
    pub address: String,
    /// What stands there, or what is missing.
    pub value: String,
}

/// Everything that can be wrong.
pub const CODES: [&str; 20] = [
    "not-a-workbook",
    "too-large",
    "no-form-found",
    "several-forms",
    "another-form",
    "another-quarter",
    "another-body",
    "row-missing",
    "row-twice",
    "row-shifted",
    "unknown-row",
    "unknown-service",
    "service-without-name",
    "line-twice",
    "unknown-provider",
    "system-missing",
    "merged-cells",
    "formula-with-link-outside",
    "columns-missing",
    "stray-value",
];

impl Fault {
    fn new(code: &'static str, address: impl Into<String>, value: impl Into<String>) -> Self {
        Self { code, address: address.into(), value: shortened(value.into()) }
    }

    fn file(code: &'static str, value: impl Into<String>) -> Self {
        Self::new(code, "", value)
    }

    /// What is wrong and what to do, in words.
    pub fn sentence(&self, words: &Speaker) -> String {
        words.with(&format!("excel-fault-{}", self.code), &[("value", self.value.as_str().into())])
    }
}

fn shortened(text: String) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Every finding in what a workbook says, with the address of its cell. A cell that was refused already is not called
/// unfilled as well.
pub fn check(read: &Read) -> Vec<(Finding, String)> {
    let mut findings = checks::stated(&read.sheet, &read.stated);
    let refused = |place: &Place| {
        matches!(read.stated.get(place), Some(Stated::Wrong(..)))
            || read.cells.get(place).is_some_and(|cell| read.faults.iter().any(|f| f.address == *cell))
    };
    let found = checks::check(&read.sheet, &read.sheet, &Beside::default());
    findings.extend(found.into_iter().filter(|f| f.check != Check::Filled || !refused(&f.place)));
    let form = read.sheet.definition();
    findings.sort_by_cached_key(|f| (form.at(&f.place.row), f.place.line.clone(), f.kind()));
    let address = |f: &Finding| read.cells.get(&f.place).cloned().unwrap_or_default();
    findings.into_iter().map(|f| (address(&f), f)).map(|(cell, f)| (f, cell)).collect()
}
