//! §9–12: the half-year list, and the outcome of preventive control without a visit.

use crate::act::Severity;
use crate::head::{Addressee, Head, Object, Signature, Span};
use serde::{Deserialize, Serialize};

/// Code art. 141.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskDegree {
    High,
    NotHigh,
}

/// A subject to be visited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfYearRow {
    pub subject: Object,
    /// The body that visits.
    pub visited_by: String,
    pub degree: RiskDegree,
    /// As it is shown: `74,5`.
    pub score: String,
    /// The criteria that were met.
    pub criteria: Vec<String>,
    pub reason: String,
}

/// §10–11: approved by the Agency's chair or the person acting; it does not change afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfYearList {
    pub head: Head,
    pub year: u16,
    /// 1 or 2.
    pub half: u8,
    pub rows: Vec<HalfYearRow>,
    /// Who approves; the stamp stands at the top.
    pub approval: Signature,
    /// Who prepared it.
    pub prepared: Option<Signature>,
}

/// Code art. 137: what kind of document the outcome is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// анықтама
    Certificate,
    /// қорытынды
    Conclusion,
    /// ұсыным
    Recommendation,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskFinding {
    pub requirement: String,
    pub severity: Severity,
    pub description: String,
}

/// §12: the outcome of preventive control without a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskOutcome {
    pub head: Head,
    pub outcome: OutcomeKind,
    pub addressee: Addressee,
    pub subject: Object,
    pub matter: String,
    pub period: Span,
    /// What was analysed.
    pub sources: Vec<String>,
    pub findings: Vec<DeskFinding>,
    /// What the analysis comes to; blank lines separate paragraphs.
    pub text: String,
    /// How to remedy what was found.
    pub remedies: Vec<String>,
    pub contacts: String,
    pub signature: Signature,
}
