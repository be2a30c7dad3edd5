//! §49–51: the act of a control event, with its thirteen items.

use crate::head::{Head, Object, Person, Reference, Signature, Span};
use serde::{Deserialize, Serialize};

/// §49: which of the two copies this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActCopy {
    /// The first copy: to the control object.
    Object,
    /// The second copy: stays with the materials.
    Materials,
}

/// How heavy a violation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Gross,
    Significant,
    Insignificant,
}

/// What was found for a requirement of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    Met,
    Violated,
    NotApplicable,
}

/// A line of item 7.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    /// Row of the report form, `3.2`.
    pub row: String,
    pub kind: String,
    pub service: String,
    /// Number of the checklist requirement, empty where there is none.
    pub item: String,
    pub severity: Option<Severity>,
    pub description: String,
    pub evidence: String,
}

/// A line of item 9.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistLine {
    pub item: String,
    pub requirement: String,
    pub finding: Finding,
}

/// A line of item 10.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    pub text: String,
    /// `dd.mm.yyyy`
    pub until: String,
}

/// A line of item 11.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Liability {
    /// Whom it concerns: name and position.
    pub person: String,
    pub recommendation: String,
}

/// Item 12: what the head of the object did with the act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Acquaintance {
    /// Not presented yet, or no answer yet.
    Awaited,
    Acquainted {
        signature: Signature,
    },
    /// §49: the refusal is marked on the act and does not stop the case.
    Refused {
        on: String,
        note: String,
    },
}

/// Item 12: what somebody present did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PresentMark {
    Signed { signature: Signature },
    Refused { person: Person, note: String },
}

/// §51: objections, attached to the act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objections {
    pub reference: Reference,
    pub summary: String,
    /// Received after the three working days.
    pub late: bool,
}

/// §50: the act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    pub head: Head,
    pub copy: ActCopy,
    /// Item 1: day, time (`16:30`) and place of drawing up.
    pub drawn_on: String,
    pub drawn_at: String,
    pub drawn_place: String,
    /// Item 2.
    pub object: Object,
    pub object_head: Person,
    pub present: Vec<Person>,
    /// Item 3.
    pub order: Reference,
    /// Item 4.
    pub executors: Vec<Person>,
    /// Item 5: when and where it was held and for which period.
    pub held: Span,
    pub held_place: String,
    pub period: Span,
    /// Item 6. Blank lines separate paragraphs here and in items 7 and 8.
    pub analysis: String,
    /// Item 7.
    pub results: String,
    pub violations: Vec<Violation>,
    /// Item 8.
    pub causes: String,
    /// Item 9.
    pub checklist: Vec<ChecklistLine>,
    /// Item 10.
    pub recommendations: Vec<Recommendation>,
    /// Item 11.
    pub liability: Vec<Liability>,
    /// Item 12.
    pub presented_on: Option<String>,
    pub acquaintance: Acquaintance,
    pub present_marks: Vec<PresentMark>,
    pub objections: Option<Objections>,
    /// Item 13.
    pub signatures: Vec<Signature>,
    /// §50, last part: documents, certified copies, written explanations.
    pub attachments: Vec<String>,
}
