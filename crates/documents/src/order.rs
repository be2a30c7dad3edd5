//! §41–45: the orders of a control event and the notice of its start.

use crate::head::{Addressee, Head, Object, Person, Reference, Signature, Span, Term};
use serde::{Deserialize, Serialize};

/// §41: why a control event is appointed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ground {
    /// An item of the annual plan, approved by `order`.
    AnnualPlan { year: u16, item: String, order: Reference },
    /// An appeal with specific facts.
    Appeal { appeal: Reference, facts: String },
    /// What monitoring of the quality of services found.
    Monitoring { period: String, findings: String },
    /// An instruction of the authorised body for assessment and control of quality.
    Instruction { instruction: Reference, text: String },
}

/// §48: somebody engaged who has no civil-law or labour relations with the object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expert {
    pub person: Person,
    /// `dd.mm.yyyy`, the day of the expert's declaration.
    pub declared_on: String,
}

/// §41–43: the order of appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub head: Head,
    pub ground: Ground,
    pub object: Object,
    pub matter: String,
    /// The period under check.
    pub period: Span,
    pub term: Term,
    pub executors: Vec<Person>,
    pub experts: Vec<Expert>,
    /// Who watches over execution; None when the signer keeps it.
    pub control: Option<Person>,
    pub signature: Signature,
}

/// New dates, given before the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderChange {
    pub head: Head,
    /// The order of appointment that changes.
    pub order: Reference,
    pub object: Object,
    pub reason: String,
    pub before: Term,
    pub after: Term,
    pub control: Option<Person>,
    pub signature: Signature,
}

/// §44: more time, once, on a reasoned proposal of the unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderExtension {
    pub head: Head,
    pub order: Reference,
    pub object: Object,
    /// The unit whose reasoned proposal it is.
    pub unit: String,
    pub proposal: Reference,
    pub reason: String,
    /// The end before the extension, `dd.mm.yyyy`.
    pub ends_before: String,
    pub ends: String,
    /// Added working days, at most ten.
    pub working_days: u16,
    pub control: Option<Person>,
    pub signature: Signature,
}

/// §45: the written notice, not later than three working days before the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub head: Head,
    pub addressee: Addressee,
    pub order: Reference,
    pub object: Object,
    pub matter: String,
    pub period: Span,
    pub term: Term,
    pub executors: Vec<Person>,
    /// What the object is asked to have ready.
    pub documents: Vec<String>,
    pub contacts: String,
    pub signature: Signature,
}
