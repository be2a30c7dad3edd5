//! §53–56: the letter with measures and the plan the object answers it with.

use crate::head::{Addressee, Head, Object, Person, Reference, Signature};
use serde::{Deserialize, Serialize};

/// A measure to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub text: String,
    /// What of the act it follows from, in words; may be empty.
    pub ground: String,
    /// `dd.mm.yyyy`
    pub until: String,
}

/// §53 1): the letter with measures (Шаралар қолдану бар хат).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub head: Head,
    pub addressee: Addressee,
    pub act: Reference,
    pub object: Object,
    pub measures: Vec<Measure>,
    /// §54: five working days after receipt, `dd.mm.yyyy`; None while the day of receipt is not known.
    pub plan_until: Option<String>,
    /// §56: report on the plan, `dd.mm.yyyy`.
    pub report_until: String,
    /// Who prepared it and how to reach them; may be empty.
    pub contacts: String,
    pub signature: Signature,
}

/// §55: a line of the action plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionPlanLine {
    pub measure: String,
    pub executor: Person,
    pub until: String,
    pub completion: String,
}

/// §54–55: the action plan, on the object's own blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionPlan {
    pub head: Head,
    pub addressee: Addressee,
    pub letter: Reference,
    pub object: Object,
    pub lines: Vec<ActionPlanLine>,
    pub signature: Signature,
}
