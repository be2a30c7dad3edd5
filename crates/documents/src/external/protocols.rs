//! §23, §27: the protocols of obstruction and of refusal to sign.

use super::ControlForm;
use crate::head::{Head, Object, Person, Reference, Signature};
use serde::{Deserialize, Serialize};

/// §23: why a protocol is drawn up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstruction {
    /// The act of appointment was not accepted.
    RefusedAct,
    /// The subject would not be acquainted with the checklist.
    RefusedChecklist,
    /// No access to what the control needs.
    Obstructed,
}

/// §23: what the subject's head or representative did with the protocol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SubjectMark {
    /// Not presented yet: the page leaves a line for the pen.
    Awaited,
    Signed {
        signature: Signature,
    },
    Refused {
        reason: String,
    },
}

/// §23: the protocol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObstructionProtocol {
    pub head: Head,
    pub form: ControlForm,
    pub what: Obstruction,
    /// `dd.mm.yyyy`, `hh:mm`, and where.
    pub on: String,
    pub at: String,
    pub place: String,
    /// The act of appointment.
    pub act: Reference,
    pub subject: Object,
    /// The subject's head or the authorised person.
    pub representative: Person,
    pub description: String,
    /// The written explanation of the subject.
    pub explanation: Option<String>,
    pub signatures: Vec<Signature>,
    pub mark: SubjectMark,
}

/// What a control ends with, and what somebody refused to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    ResultsAct,
    Prescription,
    Conclusion,
}

/// §27: somebody refused to sign the act on results; after a visit, the prescription or the conclusion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalProtocol {
    pub head: Head,
    pub form: ControlForm,
    pub what: Outcome,
    pub on: String,
    pub at: String,
    pub place: String,
    /// Number and day of the unsigned document.
    pub results: Reference,
    pub subject: Object,
    /// Who refused.
    pub refused: Person,
    pub explanation: Option<String>,
    /// Mark of the incoming journal of the subject's chancellery, which keeps a copy of the document.
    pub journal: Option<Reference>,
    pub signatures: Vec<Signature>,
}
