//! §17, §19: the act of appointment and the additional act.

use super::ControlForm;
use crate::act::Severity;
use crate::head::{Head, Object, Person, Reference, Signature, Span, Term};
use serde::{Deserialize, Serialize};

/// A requirement of the checklist that is to be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedRequirement {
    /// Number in the checklist.
    pub item: String,
    pub text: String,
    pub severity: Severity,
}

/// What the subject did with the act that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Receipt {
    /// Not handed over yet: the page leaves lines for the pen.
    Awaited,
    Received {
        person: Person,
        on: String,
    },
    /// §23: a refusal does not stop the control.
    Refused {
        on: String,
        note: String,
    },
}

/// §17: the act of appointment; twelve items of the Code's art. 145(2) for an inspection, eleven of art. 145(3) for a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentAct {
    /// Items 1 and 2: number, date and body.
    pub head: Head,
    pub form: ControlForm,
    /// Item 3.
    pub officers: Vec<Person>,
    /// Item 4, §16: engaged specialists, consultants and experts.
    pub engaged: Vec<Person>,
    /// Item 5.
    pub subject: Object,
    /// Objects of the subject that are visited.
    pub objects: Vec<String>,
    pub territory: String,
    pub branch: Option<String>,
    /// Item 6.
    pub matter: String,
    /// Item 7.
    pub term: Term,
    /// Item 8: the legal ground, in words.
    pub ground: String,
    /// Acts whose requirements are checked.
    pub legal_acts: Vec<String>,
    pub requirements: Vec<CheckedRequirement>,
    /// Item 9 of an inspection; a visit has none.
    pub period: Option<Span>,
    pub signature: Signature,
    pub receipt: Receipt,
    /// §22: when the subject was acquainted with the checklist, `dd.mm.yyyy`.
    pub checklist_on: Option<String>,
    /// Code art. 146: number and day of the registration with legal statistics.
    pub registration: Option<Reference>,
    /// Why the registration follows the start: urgency, or more than a hundred kilometres.
    pub late_registration: Option<String>,
}

/// Code art. 148(2): the only three grounds of an extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtensionGround {
    ForeignInformation,
    Whereabouts,
    Laboratory,
}

/// §19: the additional act, which extends the term once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdditionalAct {
    pub head: Head,
    pub form: ControlForm,
    /// The act of appointment that is extended.
    pub act: Reference,
    pub subject: Object,
    pub ground: ExtensionGround,
    pub reason: String,
    /// `dd.mm.yyyy`
    pub ends_before: String,
    pub ends: String,
    /// Added working days.
    pub working_days: u16,
    pub registration: Option<Reference>,
    pub signature: Signature,
}
