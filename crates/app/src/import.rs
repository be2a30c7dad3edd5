//! Registry files: bodies (§1) and services from CSV or XLSX, read whole and checked whole before anything is changed.
//!
//! Every bad cell is reported by line and column. The words of a fault are `import-fault-CODE`, with its value in them.

mod bodies;
mod cells;
mod services;
mod sheet;

pub use bodies::{read_bodies, read_bodies_beside};
pub use services::read_services;

use crate::words::Speaker;

/// The columns of a file of bodies.
pub const BODY_COLUMNS: [&str; 16] = [
    "code",
    "kind",
    "parent",
    "bin",
    "name_kk",
    "name_ru",
    "name_en",
    "short_kk",
    "short_ru",
    "short_en",
    "territory",
    "coordinated_by",
    "valid_from",
    "valid_to",
    "address_kk",
    "address_ru",
];

/// The columns of a file of services.
pub const SERVICE_COLUMNS: [&str; 6] = ["code", "name_kk", "name_ru", "name_en", "owner", "permits_category"];

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// The line of the file or the row of the sheet, from 1, which is the header; 0 where the whole file is meant.
    pub line: u64,
    /// The name of the column; empty where the whole line is meant.
    pub column: String,
    /// One of [`CODES`].
    pub code: &'static str,
    /// What stands there, or what is missing.
    pub value: String,
}

/// Everything that can be wrong.
pub const CODES: [&str; 23] = [
    "unreadable",
    "not-utf8",
    "no-lines",
    "no-column",
    "unknown-column",
    "column-twice",
    "cell-count",
    "empty",
    "code-form",
    "code-twice",
    "unknown-kind",
    "unknown-parent",
    "unknown-coordinator",
    "loop",
    "bin-wrong",
    "bin-twice",
    "bin-taken",
    "not-a-date",
    "ends-before-start",
    "unknown-owner",
    "not-a-category",
    "too-long",
    "control-character",
];

impl Fault {
    fn file(code: &'static str, value: impl Into<String>) -> Self {
        Self { line: 0, column: String::new(), code, value: value.into() }
    }

    /// What is wrong, in words.
    pub fn sentence(&self, words: &Speaker) -> String {
        words.with(&format!("import-fault-{}", self.code), &[("value", self.value.as_str().into())])
    }
}
