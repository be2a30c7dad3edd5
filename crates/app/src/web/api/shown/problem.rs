//! What went wrong.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use law::case::Fact;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::Named;
use crate::words::Speaker;

/// What went wrong (RFC 9457).
#[derive(Serialize, ToSchema)]
pub struct ProblemShown {
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// A sentence in the language of the request.
    pub detail: String,
    pub code: String,
    /// Paragraph of the Rules that refuses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u8>,
    /// Dates, numbers and codes of the refusal, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<BTreeMap<String, Value>>,
    /// The answer that has to change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong with the answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<FieldFault>>,
    /// Facts since the version sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Vec<Since>>,
    /// How many facts the case has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// What is wrong with one answer or cell.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FieldFault {
    /// `term`, or `measures.2.term` for the third row, or `cells.2.value` for the third cell.
    pub field: String,
    pub code: String,
    pub detail: String,
    pub values: BTreeMap<String, i64>,
}

/// A fact recorded meanwhile.
#[derive(Serialize, ToSchema)]
pub struct Since {
    pub seq: u32,
    pub kind: Named,
    pub on: Date,
    pub recorded_at: Timestamp,
    pub by: String,
}

impl Since {
    pub fn of(words: &Speaker, fact: &Fact) -> Self {
        Self {
            seq: fact.seq,
            kind: Named::word(words, "fact", fact.what.word()),
            on: fact.on,
            recorded_at: fact.recorded_at,
            by: fact.by.name.clone(),
        }
    }
}

/// A code of problems.
#[derive(Serialize, ToSchema)]
pub struct ProblemKind {
    #[serde(rename = "type")]
    pub kind: String,
    pub code: String,
    pub title: String,
}
