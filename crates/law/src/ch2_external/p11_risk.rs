//! §11: risk criteria (Code art. 141): sets with weights, thresholds and validity dates; the score of a subject, each point of
//! which opens to the figures it comes from.
//!
//! `score` – the figures of a subject and their points; here – the criteria as data that the Agency edits.

mod score;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use score::{Figure, Index, Part, Score, Source, candidates, figures};

use crate::bodies::BodyKind;

/// The part of a score that the kind of the body gives; no criterion may have this id.
pub const OBJECTIVE: &str = "objective";

/// A set of criteria, as an act approved it (Code art. 141). Once a list is built on a set its numbers are not edited any
/// more: a new set takes its place from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriteriaSet {
    pub id: String,
    pub name_kk: String,
    pub name_ru: String,
    pub name_en: String,
    /// The act that approved it.
    pub basis: String,
    pub valid_from: Date,
    /// Last day in force, inclusive.
    pub valid_to: Option<Date>,
    /// Shipped as an example; nobody approved it.
    pub sample: bool,
    /// Points from which the degree of risk is high.
    pub threshold: u32,
    /// The most points a subject can have.
    pub most: u32,
    #[serde(default)]
    pub objective: Vec<Objective>,
    pub criteria: Vec<Criterion>,
    /// Severity of the checklist's requirements: a share is of the checked requirements of its severity. A requirement that
    /// is not named here counts in the shares of both severities.
    #[serde(default)]
    pub severities: BTreeMap<String, String>,
}

/// Objective criterion: points for what a body is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    pub kind: BodyKind,
    pub points: u32,
}

/// Subjective criterion: points for what the data say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    pub id: String,
    pub name_kk: String,
    pub name_ru: String,
    pub name_en: String,
    pub measure: Measure,
    /// Hundredths of a point for each unit of the figure: a violation, an appeal, a year, one percent.
    pub weight: u32,
    /// The most points it can give.
    pub cap: u32,
    /// How many months back it looks; without it, over all that is known.
    pub months: Option<u16>,
}

/// What a criterion measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Gross violations in delivered acts of inspections and visits.
    GrossViolations,
    /// Significant requirements violated, in percent of those checked. No share where nothing was checked.
    SignificantShare,
    InsignificantShare,
    /// Prescriptions with something found not eliminated when its term had passed.
    UnremediedPrescriptions,
    /// Appeals answered and found justified.
    JustifiedAppeals,
    /// Late services in percent of those provided, from accepted reports.
    LateServices,
    /// Violations found without a visit (§9).
    DeskViolations,
    /// Controls without a visit that propose one (§9).
    DeskForVisit,
    /// Full years since the last inspection or visit; without any, since the body is in the registry.
    YearsUnchecked,
}

impl Measure {
    pub const ALL: [Self; 9] = [
        Self::GrossViolations,
        Self::SignificantShare,
        Self::InsignificantShare,
        Self::UnremediedPrescriptions,
        Self::JustifiedAppeals,
        Self::LateServices,
        Self::DeskViolations,
        Self::DeskForVisit,
        Self::YearsUnchecked,
    ];

    /// The word used in files and locale keys (`risk-measure-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::GrossViolations => "gross-violations",
            Self::SignificantShare => "significant-share",
            Self::InsignificantShare => "insignificant-share",
            Self::UnremediedPrescriptions => "unremedied-prescriptions",
            Self::JustifiedAppeals => "justified-appeals",
            Self::LateServices => "late-services",
            Self::DeskViolations => "desk-violations",
            Self::DeskForVisit => "desk-for-visit",
            Self::YearsUnchecked => "years-unchecked",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.word() == word)
    }

    /// What its figure counts; words are locale keys `risk-unit-…`.
    pub fn unit(self) -> &'static str {
        match self {
            Self::GrossViolations | Self::DeskViolations => "violations",
            Self::SignificantShare | Self::InsignificantShare | Self::LateServices => "percent",
            Self::UnremediedPrescriptions => "prescriptions",
            Self::JustifiedAppeals => "appeals",
            Self::DeskForVisit => "controls",
            Self::YearsUnchecked => "years",
        }
    }

    /// Every unit once.
    pub const UNITS: [&str; 6] = ["violations", "percent", "prescriptions", "appeals", "controls", "years"];
}

/// What is wrong with a set. Words: `criteria-fault-CODE`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub code: &'static str,
    /// The criterion, or the kind of body, it is about; empty where it is about the set.
    pub at: String,
}

/// Codes of faults, in the order of the alphabet.
pub const FAULTS: [&str; 13] = [
    "cap-above-most",
    "cap-zero",
    "dates-turned",
    "id-empty",
    "id-malformed",
    "id-twice",
    "kind-twice",
    "months-zero",
    "name-empty",
    "no-criteria",
    "severity-unknown",
    "threshold-outside",
    "weight-zero",
];

impl CriteriaSet {
    /// Whether it is in force on a day.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }

    /// Everything that is wrong with it; nothing, and it may be used.
    pub fn validate(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut fault = |wrong: bool, code, at: &str| {
            if wrong {
                faults.push(Fault { code, at: at.to_owned() });
            }
        };
        let empty = |text: &String| text.trim().is_empty();
        fault(empty(&self.id), "id-empty", "");
        fault(!plain(&self.id), "id-malformed", "");
        fault([&self.name_kk, &self.name_ru, &self.name_en, &self.basis].into_iter().any(empty), "name-empty", "");
        fault(self.valid_to.is_some_and(|last| last < self.valid_from), "dates-turned", "");
        fault(self.threshold == 0 || self.threshold > self.most, "threshold-outside", "");
        fault(self.criteria.is_empty(), "no-criteria", "");
        let mut kinds = BTreeSet::new();
        for Objective { kind, points } in &self.objective {
            fault(!kinds.insert(kind.word()), "kind-twice", kind.word());
            fault(*points > self.most, "cap-above-most", kind.word());
        }
        let mut ids = BTreeSet::from([OBJECTIVE]);
        for criterion in &self.criteria {
            let id = criterion.id.as_str();
            fault(empty(&criterion.id), "id-empty", id);
            fault(!plain(id), "id-malformed", id);
            fault(!ids.insert(id), "id-twice", id);
            let names = [&criterion.name_kk, &criterion.name_ru, &criterion.name_en];
            fault(names.into_iter().any(empty), "name-empty", id);
            fault(criterion.weight == 0, "weight-zero", id);
            fault(criterion.cap == 0, "cap-zero", id);
            fault(criterion.cap > self.most, "cap-above-most", id);
            fault(criterion.months == Some(0), "months-zero", id);
        }
        for (requirement, severity) in &self.severities {
            let known = crate::ch3_internal::p50_findings::SEVERITIES.contains(&severity.as_str());
            fault(!known, "severity-unknown", requirement);
        }
        faults
    }

    /// The criterion of that id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == id)
    }
}

/// Small letters, digits and hyphens: it stands in addresses.
fn plain(id: &str) -> bool {
    id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The set in force on a day. An approved set goes before the sample, and of several the one in force from the latest day.
pub fn in_force(sets: &[CriteriaSet], day: Date) -> Option<&CriteriaSet> {
    sets.iter().filter(|set| set.in_force_on(day)).max_by_key(|set| (!set.sample, set.valid_from, &set.id))
}

/// The set shipped with the product, which nobody approved: the sphere's own order is entered in its place.
pub fn sample() -> CriteriaSet {
    serde_json::from_str(include_str!("sample_criteria.json")).expect("the shipped set can be read")
}
