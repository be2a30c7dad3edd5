//! §17, §19, §24 with Code art. 146: what the authorised body for legal statistics is told. Each event is one package, put into
//! the outbox with the facts that cause it; what comes back is a registration number.

use serde::{Deserialize, Serialize};

use crate::case::{Fact, FactKind};

/// What a package tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PackageKind {
    /// The half-year list was approved (art. 141).
    List,
    /// The appointment act was signed and is to be registered before the start (§17).
    Appointment,
    /// The additional act: the check is extended (§19).
    Extension,
    Suspension,
    Resumption,
    /// Other officers take part (art. 147(5)).
    Officers,
    /// The first copy of the act on results, with the prescription (§24–25).
    Results,
    /// The check is over.
    Finished,
}

impl PackageKind {
    pub const ALL: [Self; 8] = [
        Self::List,
        Self::Appointment,
        Self::Extension,
        Self::Suspension,
        Self::Resumption,
        Self::Officers,
        Self::Results,
        Self::Finished,
    ];

    /// The word in columns, packages and locale keys (`package-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Appointment => "appointment",
            Self::Extension => "extension",
            Self::Suspension => "suspension",
            Self::Resumption => "resumption",
            Self::Officers => "officers",
            Self::Results => "results",
            Self::Finished => "finished",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}

/// The packages that a fact puts into the outbox.
pub fn packages(fact: &Fact) -> &'static [PackageKind] {
    match fact.what {
        FactKind::ListApproved => &[PackageKind::List],
        FactKind::InspectionAppointed => &[PackageKind::Appointment],
        FactKind::InspectionExtended(_) => &[PackageKind::Extension],
        FactKind::InspectionSuspended(_) => &[PackageKind::Suspension],
        FactKind::InspectionResumed(_) => &[PackageKind::Resumption],
        FactKind::OfficersChanged(_) => &[PackageKind::Officers],
        FactKind::ResultsDelivered(_) => &[PackageKind::Results, PackageKind::Finished],
        FactKind::InspectionAbandoned(_) => &[PackageKind::Finished],
        _ => &[],
    }
}
