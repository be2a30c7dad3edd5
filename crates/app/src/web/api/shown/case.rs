//! Cases and what can be done in them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use law::case::Refusal;
use serde::Serialize;
use serde_json::Value;
use store::cases::CaseRow;
use utoipa::ToSchema;

use super::{DocumentShown, DutyShown, FactShown, Named};
use crate::{
    registry::Registry,
    web::{
        self,
        api::{ROOT, problem},
    },
    words::Speaker,
};

/// A case in a list.
#[derive(Serialize, ToSchema)]
pub struct CaseShown {
    pub id: String,
    /// Number within the body and the year of opening.
    pub reference: String,
    pub procedure: Named,
    pub title: String,
    pub body: Named,
    /// The body it concerns, once known.
    pub object: Option<Named>,
    pub stage: Named,
    pub edition: String,
    pub opened_on: Date,
    pub closed_on: Option<Date>,
    /// How many facts it has; send it with a step to be told when somebody acts meanwhile.
    pub version: u32,
    pub url: String,
}

impl CaseShown {
    pub fn of(words: &Speaker, registry: &Registry, row: &CaseRow) -> Self {
        let meta = &row.meta;
        Self {
            id: meta.id.clone(),
            reference: row.reference.clone(),
            procedure: Named::word(words, "procedure", meta.procedure.word()),
            title: web::case::title(words, registry, row),
            body: Named::body(registry, words, &meta.body),
            object: meta.object.as_ref().map(|id| Named::body(registry, words, id)),
            stage: Named { id: meta.stage.clone(), name: words.t(&meta.stage) },
            edition: meta.edition.to_string(),
            opened_on: meta.opened_on,
            closed_on: meta.closed_on,
            version: row.version,
            url: format!("{ROOT}/cases/{}", meta.id),
        }
    }
}

/// One page of cases, the latest changed first.
#[derive(Serialize, ToSchema)]
pub struct CaseList {
    pub items: Vec<CaseShown>,
    /// How many there are; counting stops at 10 000.
    pub total: u32,
    /// Whether there are more than were counted.
    pub capped: bool,
    pub page: u32,
    pub per_page: u32,
}

/// A case with all that follows from its facts.
#[derive(Serialize, ToSchema)]
pub struct CaseFull {
    #[serde(flatten)]
    pub case: CaseShown,
    pub rail: Vec<StopShown>,
    pub steps: Vec<StepOffered>,
    pub duties: Vec<DutyShown>,
    pub documents: Vec<DocumentShown>,
    pub facts: Vec<FactShown>,
}

/// A stop on the path of a procedure.
#[derive(Serialize, ToSchema)]
pub struct StopShown {
    pub stop: Named,
    pub paragraph: u8,
    pub reached: Option<Date>,
    pub now: bool,
}

/// A step this person may see, and whether it can be taken now.
#[derive(Serialize, ToSchema)]
pub struct StepOffered {
    pub step: Named,
    pub paragraph: u8,
    /// Whether the person signs, and so sends the password again.
    pub signs: bool,
    pub ready: bool,
    /// Why not yet, and what would be allowed.
    pub refusal: Option<RefusalShown>,
    pub url: String,
}

/// Why a step is not possible.
#[derive(Serialize, ToSchema)]
pub struct RefusalShown {
    pub paragraph: u8,
    pub code: String,
    pub detail: String,
    /// Dates, numbers and codes of the sentence, by name.
    pub values: BTreeMap<String, Value>,
}

impl RefusalShown {
    pub fn of(words: &Speaker, registry: &Registry, refusal: &Refusal) -> Self {
        Self {
            paragraph: refusal.paragraph,
            code: refusal.code.into(),
            detail: words.refusal(refusal, &|id| registry.known(id, words.lang)),
            values: problem::values(refusal),
        }
    }
}
