//! Inspected subjects and half-year lists. Points are in hundredths.

use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use super::Named;

/// A subject under control: its score now and over time, and the checks that the caller may read.
#[derive(Serialize, ToSchema)]
pub struct SubjectFull {
    pub body: Named,
    /// The body that inspects it.
    pub by: Option<Named>,
    /// None where no set of criteria is in force.
    pub score: Option<ScoreShown>,
    /// At the ends of the quarters of the last three years, and today.
    pub history: Vec<PointShown>,
    pub checks: Vec<CheckShown>,
}

#[derive(Serialize, ToSchema)]
pub struct ScoreShown {
    pub criteria: String,
    pub on: Date,
    pub total: u32,
    pub high: bool,
    pub gross: bool,
    pub parts: Vec<PartShown>,
}

#[derive(Serialize, ToSchema)]
pub struct PartShown {
    pub criterion: String,
    pub measure: Option<String>,
    /// In hundredths of its unit.
    pub figure: Option<u64>,
    pub unit: Option<String>,
    pub weight: u32,
    pub cap: u32,
    pub points: u32,
}

#[derive(Serialize, ToSchema)]
pub struct PointShown {
    pub on: Date,
    pub total: u32,
    pub high: bool,
}

#[derive(Serialize, ToSchema)]
pub struct CheckShown {
    pub case: String,
    pub visit: bool,
    pub body: Named,
    pub start: Date,
    pub end: Date,
    /// `drafted`, `appointed`, `started`, `delivered`, `closed` or `abandoned`.
    pub stage: String,
    pub delivered: Option<Date>,
    pub violations: usize,
    /// Violations of its prescription that are not found eliminated.
    pub open: usize,
}

#[derive(Serialize, ToSchema)]
pub struct HalfYearLists {
    /// The latest half-year first.
    pub items: Vec<HalfYearListShown>,
}

#[derive(Serialize, ToSchema)]
pub struct HalfYearListShown {
    pub case: String,
    pub year: i16,
    pub half: u8,
    /// `draft`, `approved`, `registered`, `published` or `abandoned`.
    pub state: String,
    pub approved: Option<Date>,
    pub published: Option<Date>,
    pub entries: Vec<ListEntry>,
}

#[derive(Serialize, ToSchema)]
pub struct ListEntry {
    pub number: u32,
    pub subject: Named,
    /// The body that visits.
    pub by: Named,
    pub month: Option<i8>,
    pub score: u32,
    pub high: bool,
    /// How far its visit has come.
    pub visit: Option<String>,
}
