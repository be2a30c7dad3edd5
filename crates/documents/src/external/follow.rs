//! §29–33: what comes after the prescription.

use super::ControlForm;
use crate::head::{Addressee, Head, Object, Person, Reference, Signature};
use serde::{Deserialize, Serialize};

/// A new term for an item of the prescription, days as `dd.mm.yyyy`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTerm {
    /// Number of the row in the prescription.
    pub item: String,
    pub instruction: String,
    pub before: String,
    pub until: String,
}

/// §29, third part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimeDecision {
    Granted {
        /// What the arguments of the request are worth.
        reasons: String,
        items: Vec<NewTerm>,
    },
    /// Blank lines separate paragraphs.
    Refused { reasons: String },
}

/// §29: the decision on a request for more time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreTimeDecision {
    pub head: Head,
    pub form: ControlForm,
    pub prescription: Reference,
    pub subject: Object,
    pub request: Reference,
    /// The objective reasons the subject gave.
    pub reasons: String,
    /// The measures the subject takes.
    pub measures: Vec<String>,
    pub decision: TimeDecision,
    pub signature: Signature,
}

/// An item of the prescription whose term has passed without a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueItem {
    /// Number of the row in the prescription.
    pub item: String,
    pub instruction: String,
    pub until: String,
}

/// §31: the request for a report on the prescription.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRequest {
    pub head: Head,
    pub addressee: Addressee,
    pub form: ControlForm,
    pub prescription: Reference,
    pub subject: Object,
    pub items: Vec<OverdueItem>,
    pub contacts: String,
    pub signature: Signature,
}

/// §33: materials with signs of a crime go to the competent body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    pub head: Head,
    pub addressee: Addressee,
    pub form: ControlForm,
    /// The act of appointment.
    pub act: Reference,
    pub subject: Object,
    /// The officials in whose actions the signs were found.
    pub officials: Vec<Person>,
    /// Blank lines separate paragraphs.
    pub facts: String,
    pub materials: Vec<String>,
    pub contacts: String,
    pub signature: Signature,
}
