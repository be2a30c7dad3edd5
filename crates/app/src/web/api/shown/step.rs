//! What a step asks, and what came of it.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{DocumentShown, Named, StepOffered};

/// What came of a step.
#[derive(Serialize, ToSchema)]
pub struct Done {
    pub case: String,
    /// How many facts the case has now.
    pub version: u32,
    /// Documents it froze; none where the same request had been made before.
    pub documents: Vec<DocumentShown>,
    pub url: String,
}

/// A step on a case: whether it can be taken, what it asks, what is suggested.
#[derive(Serialize, ToSchema)]
pub struct StepForm {
    #[serde(flatten)]
    pub offer: StepOffered,
    pub lead: String,
    /// How many facts the case has: send it back as `version`.
    pub version: u32,
    pub fields: Vec<FieldShown>,
    /// The answers suggested.
    #[schema(value_type = Object)]
    pub defaults: Value,
}

/// One question of a step.
#[derive(Serialize, ToSchema)]
pub struct FieldShown {
    pub name: String,
    pub label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// `text`, `lines`, `date`, `number`, `choice`, `choices`, `pick`, `picks`, `flag`, `body`, `people`, `services`,
    /// `files` or `rows`.
    pub kind: String,
    pub required: bool,
    #[serde(skip_serializing_if = "Value::is_null")]
    pub default: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Named>,
    /// Questions of each row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(no_recursion)]
    pub fields: Vec<FieldShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_rows: Option<usize>,
}
