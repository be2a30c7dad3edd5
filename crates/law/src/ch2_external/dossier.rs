//! What cases of external control tell one another. A case tells it by its facts alone ([`told`]); a step reads what is told
//! for its answers, never to decide whether it is offered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::p11_risk::CriteriaSet;
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, file::State},
};

/// One thing that a case tells other cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub case: String,
    /// Empty, or the number of the entry where a case tells several things.
    pub item: String,
    /// The body whose case it is.
    pub body: BodyId,
    pub subject: Option<BodyId>,
    /// The day it belongs to: when the check began, the appeal came, the list was approved.
    pub on: Date,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    Appeal(Appeal),
    Check(Box<Check>),
    Entry(Entry),
    Desk(Desk),
}

impl What {
    /// The word used in columns.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Appeal(_) => "appeal",
            Self::Check(_) => "check",
            Self::Entry(_) => "entry",
            Self::Desk(_) => "desk",
        }
    }
}

/// An appeal of the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// Number and day of its registration.
    pub number: String,
    pub source: String,
    pub anonymous: bool,
    pub services: Vec<String>,
    pub text: String,
    /// `inspection`, `forward`, `internal`, `answer`, once it is decided.
    pub route: Option<String>,
    /// The ground of art. 144(3) on which it was accepted.
    pub ground: Option<String>,
    /// The body to which it was handed (§41) or forwarded (§15), if it is in the registry.
    pub handed_to: Option<BodyId>,
    pub answered: Option<Date>,
    pub justified: bool,
    pub late: bool,
    pub restored: u32,
}

/// An inspection or a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub visit: bool,
    /// Of an inspection: the ground of art. 144(3).
    pub ground: Option<String>,
    /// The appeal, the case of the prescription, or the entry `CASE/NUMBER` of the list that led to it.
    pub basis: Option<String>,
    pub matter: String,
    pub period: Option<(Date, Date)>,
    pub requirements: Vec<String>,
    pub officers: Vec<String>,
    pub start: Date,
    pub end: Date,
    pub appointed: Option<Date>,
    /// Number of the appointment act.
    pub act: Option<i64>,
    pub started: Option<Date>,
    pub delivered: Option<Date>,
    /// Ended without results.
    pub abandoned: bool,
    pub closed: Option<Date>,
    pub violations: Vec<Violated>,
    /// Number and day of the prescription, once it is delivered.
    pub prescription: Option<(i64, Date)>,
}

/// A requirement that a check found violated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violated {
    pub number: u32,
    pub requirement: String,
    pub severity: String,
    pub count: u32,
    pub description: String,
    /// The term of elimination in force.
    pub term: Option<Date>,
    pub eliminated: bool,
    /// Found not eliminated, or the request of §31 left without an answer.
    pub unremedied: bool,
}

/// An entry of a half-year list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub year: i16,
    pub half: u8,
    /// The body that visits (§14).
    pub by: BodyId,
    pub approved: bool,
    /// Points, in hundredths.
    pub score: u32,
    pub reason: String,
}

/// A preventive control without a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    pub matter: String,
    pub violations: Vec<Violated>,
    pub for_visit: bool,
    pub issued: Option<Date>,
}

/// Late services of a provider in a quarter, from its accepted report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lateness {
    pub body: BodyId,
    pub quarter: crate::term::Quarter,
    pub late: u64,
    pub provided: u64,
}

/// What is known around a case of external control.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    pub told: Vec<Told>,
    pub lateness: Vec<Lateness>,
    pub criteria: Vec<CriteriaSet>,
    /// The case (or `CASE/NUMBER`) from which this one is opened, to fill it in.
    pub from: Option<String>,
}

/// A step before which nothing is known of other cases.
pub static NOTHING: std::sync::LazyLock<Dossier> = std::sync::LazyLock::new(Dossier::default);

impl Dossier {
    /// Inspections and visits, each with what it belongs to.
    pub fn checks(&self) -> impl Iterator<Item = (&Told, &Check)> {
        self.told.iter().filter_map(|told| match &told.what {
            What::Check(check) => Some((told, &**check)),
            _ => None,
        })
    }

    pub fn appeals(&self) -> impl Iterator<Item = (&Told, &Appeal)> {
        self.told.iter().filter_map(|told| match &told.what {
            What::Appeal(appeal) => Some((told, appeal)),
            _ => None,
        })
    }

    pub fn entries(&self) -> impl Iterator<Item = (&Told, &Entry)> {
        self.told.iter().filter_map(|told| match &told.what {
            What::Entry(entry) => Some((told, entry)),
            _ => None,
        })
    }

    pub fn desks(&self) -> impl Iterator<Item = (&Told, &Desk)> {
        self.told.iter().filter_map(|told| match &told.what {
            What::Desk(desk) => Some((told, desk)),
            _ => None,
        })
    }

    pub fn check(&self, case: &str) -> Option<(&Told, &Check)> {
        self.checks().find(|(told, _)| told.case == case)
    }
}

impl Told {
    /// `CASE` or `CASE/NUMBER`: how another case names it.
    pub fn name(&self) -> String {
        if self.item.is_empty() { self.case.clone() } else { format!("{}/{}", self.case, self.item) }
    }
}

/// What a case tells others.
pub fn told(case: &CaseFile, bodies: &BodyTree) -> Vec<Told> {
    match &case.state {
        State::Appeal(appeal) => appeal.told(case),
        State::List(list) => list.told(case, bodies),
        State::Inspection(inspection) => inspection.told(case),
        State::Desk(desk) => desk.told(case),
        State::Plan(_) | State::Event(_) | State::Report(_) => Vec::new(),
    }
}
