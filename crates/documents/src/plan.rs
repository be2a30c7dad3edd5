//! §41–42: the annual plan of control events.

use crate::head::{Head, Person, Reference, Signature};
use serde::{Deserialize, Serialize};

/// §41: approved for one year by order of the leadership, not later than 25 December of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnualPlan {
    pub head: Head,
    pub year: u16,
    /// The approving order; None while the plan is a draft.
    pub order: Option<Reference>,
    pub leader: Signature,
    pub lines: Vec<AnnualPlanLine>,
}

/// §42: one question at one object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnualPlanLine {
    pub question: String,
    pub object: String,
    /// When it is held, in words or dates: `06.04.2026 – 17.04.2026`.
    pub dates: String,
    pub completion: String,
    pub executors: Vec<Person>,
    /// The order that added this line after the plan was approved.
    pub supplement: Option<Reference>,
}
