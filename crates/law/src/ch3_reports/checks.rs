//! The checks between cells: one engine for grid, import, API and signature. Errors stop the signature; a warning needs a
//! comment of the executor.

mod compare;
mod inside;

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    cell::Cell,
    sheet::{Place, Sheet},
};

/// A check by the id that messages and the API use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// A total equals its parts, a row its lines, a quarter its months.
    Sum,
    /// No cell is left unfilled.
    Filled,
    /// Whole numbers from 0.
    Whole,
    /// A part does not exceed the whole.
    Part,
    /// Complaints by channel equal complaints by source.
    Source,
    /// Measures and persons belong to violations; objects to events.
    Violations,
    /// Far from what it was a year and a quarter ago.
    Jump,
    /// Against forms 3-мқ and 4-мқ.
    Cross,
    /// A figure that the system reckoned was entered otherwise.
    Auto,
}

impl Check {
    pub const ALL: [Self; 9] = [
        Self::Sum,
        Self::Filled,
        Self::Whole,
        Self::Part,
        Self::Source,
        Self::Violations,
        Self::Jump,
        Self::Cross,
        Self::Auto,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Filled => "filled",
            Self::Whole => "whole",
            Self::Part => "part",
            Self::Source => "source",
            Self::Violations => "violations",
            Self::Jump => "jump",
            Self::Cross => "cross",
            Self::Auto => "auto",
        }
    }

    pub const fn kind(self) -> Kind {
        match self {
            Self::Sum | Self::Filled | Self::Whole | Self::Part => Kind::Error,
            Self::Source | Self::Violations | Self::Jump | Self::Cross | Self::Auto => Kind::Warning,
        }
    }
}

/// Whether a finding stops the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Error,
    /// Needs a comment.
    Warning,
}

impl Kind {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What a check found, where, and with which values. The sentence is the locale key `check-MESSAGE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub check: Check,
    pub message: &'static str,
    pub place: Place,
    /// What stands there.
    pub value: Cell,
    /// Values of the sentence: numbers, and rows by number.
    pub values: Vec<(&'static str, String)>,
}

/// The sentences of the checks (`check-…`).
pub const MESSAGES: &[&str] = &[
    "sum-parts",
    "sum-lines",
    "sum-months",
    "sum-no-lines",
    "filled",
    "filled-reason",
    "whole-not-a-number",
    "whole-fraction",
    "whole-negative",
    "whole-exponent",
    "whole-too-large",
    "part",
    "part-line",
    "part-results",
    "source",
    "violations-restored",
    "violations-persons",
    "violations-objects",
    "jump",
    "cross-late",
    "cross-refused",
    "auto",
];

impl Finding {
    pub fn kind(&self) -> Kind {
        self.check.kind()
    }

    /// Under which a comment on it is kept: check and place.
    pub fn key(&self) -> String {
        format!("{}/{}/{}/{}", self.check.word(), self.place.row, self.place.line, self.place.column)
    }

    fn new(check: Check, message: &'static str, place: Place, value: Cell) -> Self {
        Self { check, message, place, value, values: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}

/// What forms 3-мқ and 4-мқ say of a service of these providers: how many late, how many refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    pub late: u64,
    pub refused: u64,
}

/// A figure reckoned from the system's own cases and records, and what was entered in its place without a word.
#[derive(Clone, Debug, Default)]
pub struct Beside<'a> {
    /// The whole report of the same quarter of last year, and of the quarter before.
    pub year_ago: Option<&'a Sheet>,
    pub quarter_ago: Option<&'a Sheet>,
    /// By service: what went through the State Corporation, and electronically.
    pub corporation: BTreeMap<String, Elsewhere>,
    pub electronic: BTreeMap<String, Elsewhere>,
    /// Figures the system reckoned.
    pub own: BTreeMap<Place, u64>,
}

/// Everything that is wrong or odd in a report, in the order of the form: what the body entered itself (`own`), and the
/// whole with what came from those below (`whole`, the same where there are none).
pub fn check(own: &Sheet, whole: &Sheet, beside: &Beside) -> Vec<Finding> {
    let mut findings = Vec::new();
    inside::filled(own, &mut findings);
    inside::lines(own, &mut findings);
    inside::results(own, &mut findings);
    compare::parts(whole, &mut findings);
    compare::sources(whole, &mut findings);
    compare::violations(whole, &mut findings);
    compare::jumps(whole, beside, &mut findings);
    compare::cross(whole, beside, &mut findings);
    compare::own_figures(own, beside, &mut findings);
    let form = own.definition();
    findings.sort_by_cached_key(|f| (form.at(&f.place.row), f.place.line.clone(), f.kind()));
    findings
}

pub use inside::{Stated, stated};
