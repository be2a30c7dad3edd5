//! The calendar, paragraphs, procedures.

use jiff::civil::Date;
use law::case::Procedure;
use serde::Serialize;
use utoipa::ToSchema;

use super::{FieldShown, Named};
use crate::words::Speaker;

/// Every day of a year.
#[derive(Serialize, ToSchema)]
pub struct CalendarYear {
    pub year: i16,
    pub days: Vec<DayShown>,
}

/// A day and why it is worked or not.
#[derive(Serialize, ToSchema)]
pub struct DayShown {
    pub date: Date,
    pub working: bool,
    pub why: String,
    pub label: String,
    /// False where the holidays of the year are not settled.
    pub settled: bool,
}

/// A paragraph of the Rules in plain words, and where it lives.
#[derive(Serialize, ToSchema)]
pub struct ParagraphShown {
    pub number: u8,
    pub chapter: u8,
    pub section: Option<u8>,
    pub title: String,
    pub text: String,
    pub deadlines: Vec<RuleShown>,
    /// Steps taken under it, with their procedures.
    pub steps: Vec<StepPlace>,
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct ParagraphList {
    pub items: Vec<ParagraphShown>,
}

/// A deadline rule.
#[derive(Serialize, ToSchema)]
pub struct RuleShown {
    pub id: String,
    pub name: String,
    pub term: String,
    /// `day`, `quarter`, `year` or `document`.
    pub starts_from: String,
    /// `latest` or `earliest`.
    pub bound: String,
    /// Whether a last day off gives way to the next working day.
    pub moves: bool,
    pub readings: Vec<String>,
}

#[derive(Serialize, ToSchema)]
pub struct StepPlace {
    pub procedure: String,
    pub step: Named,
}

/// An order of proceeding with its steps.
#[derive(Serialize, ToSchema)]
pub struct ProcedureShown {
    pub procedure: Named,
    pub steps: Vec<StepDefined>,
}

impl ProcedureShown {
    pub fn name(words: &Speaker, procedure: Procedure) -> Named {
        Named::word(words, "procedure", procedure.word())
    }
}

#[derive(Serialize, ToSchema)]
pub struct ProcedureList {
    pub items: Vec<ProcedureShown>,
}

/// What is always so of a step.
#[derive(Serialize, ToSchema)]
pub struct StepDefined {
    pub step: Named,
    pub lead: String,
    pub paragraph: u8,
    /// Whether it opens a case.
    pub opens: bool,
    pub who: Vec<Entitled>,
    pub signs: bool,
    pub issues: Option<Named>,
    /// Deadline rules whose duties it discharges.
    pub discharges: Vec<String>,
    pub fields: Vec<FieldShown>,
}

/// Who may take a step: a role on the side of the control or of the object.
#[derive(Serialize, ToSchema)]
pub struct Entitled {
    /// `control` or `object`.
    pub side: String,
    pub role: Named,
}
