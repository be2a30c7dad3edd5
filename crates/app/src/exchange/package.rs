//! What a package holds. Its JSON Schema is published: `/api/v1/exchange/schema`, `sapa exchange schema`.

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version of the form of packages.
pub const VERSION: &str = "1";

/// A package for the authorised body for legal statistics. The id is also sent as `Idempotency-Key`: the same id is the same
/// package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Package {
    pub id: String,
    /// Version of this form.
    pub version: String,
    /// When the event was recorded.
    pub created_at: Timestamp,
    /// The control body.
    pub body: Body,
    pub case: Case,
    /// The subject of control; none of a half-year list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// The act of appointment of a check; otherwise the document of the event, if it bears a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// The number under which the check is registered, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<Registration>,
    #[serde(flatten)]
    pub content: Content,
    /// First copies of the documents of the event, in Kazakh and Russian.
    pub documents: Vec<Document>,
}

/// A name in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Names {
    pub kk: String,
    pub ru: String,
}

/// The control body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Body {
    /// Code of the body in the registry.
    pub code: String,
    pub name: Names,
    /// Business identification number; empty where not known.
    pub bin: String,
}

/// The case in the information system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Case {
    pub id: String,
    /// Number within the body and the year.
    pub reference: String,
    /// `half-year-list`, `inspection`, `visit` …
    pub procedure: String,
}

/// The subject of control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    pub code: String,
    pub name: Names,
    /// Business identification number; empty where not known.
    pub bin: String,
    pub address: Names,
    /// Territory of the body in the registry.
    pub territory: String,
}

/// Number and day of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Act {
    pub number: i64,
    pub on: Date,
}

/// The receiver's own number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Registration {
    pub number: String,
    pub on: Date,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum Content {
    /// A half-year list of visits was approved.
    List(List),
    /// The act of appointment was signed, before the start.
    Appointment(Appointment),
    /// The additional act: the term is extended.
    Extension(Change),
    Suspension(Change),
    Resumption(Change),
    /// Other officers take part.
    Officers(Officers),
    /// The act on results was delivered, with the prescription where there is one.
    Results(Results),
    /// The check is over.
    Finished(Change),
}

/// A half-year list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct List {
    pub year: i16,
    /// 1 or 2.
    pub half: u8,
    pub entries: Vec<Entry>,
}

/// A subject to be visited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    pub number: String,
    pub subject: Option<Subject>,
    /// The body that visits.
    pub by: Body,
    /// Points of risk, in hundredths.
    pub score: u32,
}

/// What the act of appointment says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Appointment {
    /// Of an inspection: the ground.
    pub ground: Option<String>,
    /// Number of the document that is the ground, and its day.
    pub reference: Option<String>,
    pub reference_on: Option<Date>,
    pub matter: String,
    /// The acts whose requirements are checked.
    pub acts: Option<String>,
    /// Requirements of the checklist.
    pub requirements: Vec<String>,
    /// The period under check, both days included.
    pub period_from: Option<Date>,
    pub period_to: Option<Date>,
    /// First and last day, both included.
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub officers: Vec<Officer>,
    pub specialists: Vec<Officer>,
    /// `before` the start, or after it: `urgent`, `remote`.
    pub registration: Option<String>,
}

/// Somebody who checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Officer {
    pub name: String,
    pub position: String,
    /// Of a specialist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
}

/// Who takes part from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Officers {
    pub on: Option<Date>,
    pub reason: Option<String>,
    pub officers: Vec<Officer>,
}

/// A change of the term, or its end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The day of the event.
    pub on: Option<Date>,
    pub reason: Option<String>,
    /// Of an extension: its ground, and the last day before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Date>,
    /// First and last day now in force, both included.
    pub start: Option<Date>,
    pub end: Option<Date>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Results {
    pub started: Option<Date>,
    /// The day the act was delivered to the subject.
    pub delivered: Option<Date>,
    pub violations: Vec<Violation>,
    pub prescription: Option<Act>,
}

/// A requirement that was violated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Violation {
    pub number: u32,
    pub requirement: String,
    /// `gross`, `significant`, `insignificant`.
    pub severity: String,
    pub count: u32,
    /// The last day for elimination.
    pub term: Option<Date>,
}

/// A document as a PDF file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    pub kind: String,
    pub number: i64,
    pub on: Date,
    /// `kk` or `ru`.
    pub language: String,
    /// 1 for the first.
    pub copy: u8,
    pub file_name: String,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// The file in base64.
    #[schemars(extend("contentEncoding" = "base64", "contentMediaType" = "application/pdf"))]
    pub base64: String,
}

/// The JSON Schema (2020-12) of packages.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Package);
    schema.insert("$id".into(), "urn:sapa:exchange:package:1".into());
    schema.to_value()
}
