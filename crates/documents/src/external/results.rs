//! §24–25: the act on results, the prescription, and the conclusion of a visit without violations.

use super::ControlForm;
use crate::act::{Acquaintance, Objections, Severity};
use crate::head::{Head, Object, Person, Reference, Signature, Span};
use serde::{Deserialize, Serialize};

/// §24: which of the three copies this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ControlCopy {
    /// The first: to legal statistics, electronically.
    Statistics,
    /// The second: to the subject on paper against signature.
    Subject,
    /// The third: stays with the body.
    Control,
}

/// A violation that an inspection found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundViolation {
    /// Number and text of the checklist requirement; the template draws item 8 from them.
    pub item: String,
    pub requirement: String,
    pub severity: Severity,
    pub service: String,
    pub description: String,
    pub count: u32,
    pub evidence: String,
}

/// §24: the act on results, ten items of the Code's art. 152(1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsAct {
    /// Item 2: the body.
    pub head: Head,
    pub copy: ControlCopy,
    /// Item 1: day, time (`16:30`) and place of drawing up.
    pub drawn_on: String,
    pub drawn_at: String,
    pub drawn_place: String,
    /// Item 3.
    pub appointment: Reference,
    /// Item 4.
    pub officers: Vec<Person>,
    /// Item 5.
    pub subject: Object,
    /// The subject's head or representatives who were present.
    pub representatives: Vec<Person>,
    /// Item 6: when, where, and the inspected period.
    pub held: Span,
    pub held_place: String,
    pub period: Span,
    /// Item 7. Blank lines separate paragraphs. Without violations the act notes that (art. 152(7)).
    pub results: String,
    pub violations: Vec<FoundViolation>,
    /// Item 8: the name of the checklist.
    pub checklist: String,
    /// Item 9.
    pub delivered_on: Option<String>,
    pub acquaintance: Acquaintance,
    /// §28.
    pub objections: Option<Objections>,
    /// Item 10.
    pub signatures: Vec<Signature>,
    /// The prescription, certified copies, explanations.
    pub attachments: Vec<String>,
}

/// A violation, what is to be done about it, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrescriptionRow {
    /// Number and text of the checklist requirement.
    pub item: String,
    pub requirement: String,
    pub severity: Severity,
    pub violation: String,
    /// The instruction or recommendation.
    pub instruction: String,
    /// `dd.mm.yyyy`, at least ten calendar days from delivery.
    pub until: String,
}

/// §25: the prescription, nine items of the Code's art. 152-1(2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prescription {
    /// Item 2: the body.
    pub head: Head,
    pub copy: ControlCopy,
    pub form: ControlForm,
    /// Item 1.
    pub drawn_on: String,
    pub drawn_at: String,
    pub drawn_place: String,
    pub appointment: Reference,
    /// The act on results that it is attached to; None after a visit.
    pub results: Option<Reference>,
    /// Item 3.
    pub officers: Vec<Person>,
    /// Item 4.
    pub subject: Object,
    pub representatives: Vec<Person>,
    /// Item 5; the period is that of an inspection.
    pub held: Span,
    pub held_place: String,
    pub period: Option<Span>,
    /// Items 6 and 7.
    pub rows: Vec<PrescriptionRow>,
    /// Item 8.
    pub delivered_on: Option<String>,
    pub acquaintance: Acquaintance,
    /// Item 9.
    pub signatures: Vec<Signature>,
}

/// Code art. 152-1(6): a visit that found nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    pub head: Head,
    pub drawn_on: String,
    pub drawn_at: String,
    pub drawn_place: String,
    pub appointment: Reference,
    pub officers: Vec<Person>,
    pub subject: Object,
    pub representatives: Vec<Person>,
    pub matter: String,
    pub held: Span,
    pub held_place: String,
    /// The name of the checklist, and how many of its requirements were checked.
    pub checklist: String,
    pub checked: u16,
    /// What was looked at and how. Blank lines separate paragraphs.
    pub text: String,
    /// Advice for the future; may be empty.
    pub recommendations: Vec<String>,
    pub delivered_on: Option<String>,
    pub acquaintance: Acquaintance,
    pub signatures: Vec<Signature>,
}
