//! What the API shows, as types: answers and their descriptions come from the same place.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use law::{
    bodies::BodyId,
    case::{Duty, DutyState, Fact, Procedure, Refusal, Role},
    term::Due,
};
use serde::Serialize;
use serde_json::Value;
use store::{Words, cases::CaseRow, duties::CaseDuty};
use utoipa::ToSchema;

use super::ROOT;
use crate::{registry::Registry, web, words::Speaker};

/// A word of the law with its name in the language asked for.
#[derive(Serialize, ToSchema)]
pub struct Named {
    pub id: String,
    pub name: String,
}

impl Named {
    /// The word whose name is the locale key `PREFIX-WORD`.
    pub fn word(words: &Speaker, prefix: &str, id: &str) -> Self {
        Self { id: id.into(), name: words.t(&format!("{prefix}-{id}")) }
    }

    pub fn body(registry: &Registry, words: &Speaker, id: &BodyId) -> Self {
        Self { id: id.clone(), name: registry.name(id, words.lang) }
    }

    pub fn roles(words: &Speaker, roles: &[Role]) -> Vec<Self> {
        roles.iter().map(|r| Self::word(words, "role", r.word())).collect()
    }
}

/// A name in the three languages.
#[derive(Serialize, ToSchema)]
pub struct Names {
    pub kk: String,
    pub ru: String,
    pub en: String,
}

impl From<Words> for Names {
    fn from(words: Words) -> Self {
        Self { kk: words.kk, ru: words.ru, en: words.en }
    }
}

/// The person and capacity behind the token.
#[derive(Serialize, ToSchema)]
pub struct Me {
    pub user: String,
    pub name: String,
    pub position: String,
    pub body: Named,
    pub role: Named,
    /// Whether the person acts in place of the head.
    pub acting: bool,
    pub token: TokenShown,
    /// Today as the product sees it; the demo may be ahead.
    pub today: Date,
    /// Edition of the Rules in force.
    pub edition: String,
}

/// The token in use.
#[derive(Serialize, ToSchema)]
pub struct TokenShown {
    pub name: String,
    /// `read` or `write`.
    pub scope: String,
    pub expires_at: Timestamp,
}

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
            values: super::problem::values(refusal),
        }
    }
}

/// Something owed under a paragraph.
#[derive(Serialize, ToSchema)]
pub struct DutyShown {
    /// Unique within the case.
    pub key: String,
    /// The deadline rule; none where the date was set in a document.
    pub rule: Option<String>,
    pub paragraph: u8,
    pub what: Named,
    pub detail: String,
    pub body: Named,
    pub roles: Vec<Named>,
    pub due: Date,
    /// `open`, `done` or `lapsed`.
    pub state: String,
    pub ended_on: Option<Date>,
    /// Late things stay late.
    pub late: bool,
    /// The step that discharges it.
    pub step: String,
    pub reckoning: Option<DueShown>,
}

fn state(state: DutyState) -> String {
    match state {
        DutyState::Open => "open",
        DutyState::Done(_) => "done",
        DutyState::Lapsed(_) => "lapsed",
    }
    .into()
}

impl DutyShown {
    pub fn of(words: &Speaker, registry: &Registry, duty: &Duty, today: Date) -> Self {
        Self {
            key: duty.key.clone(),
            rule: duty.rule.map(|r| r.to_string()),
            paragraph: duty.paragraph,
            what: Named { id: duty.what.clone(), name: words.t(&duty.what) },
            detail: duty.detail.clone(),
            body: Named::body(registry, words, &duty.body),
            roles: Named::roles(words, duty.roles),
            due: duty.due,
            state: state(duty.state),
            ended_on: duty.ended(),
            late: duty.late(today),
            step: duty.step.into(),
            reckoning: duty.reckoning.as_ref().map(DueShown::of),
        }
    }
}

#[derive(Serialize, ToSchema)]
pub struct DutyList {
    pub items: Vec<DutyShown>,
}

/// An open duty with the case it belongs to.
#[derive(Serialize, ToSchema)]
pub struct OwedShown {
    #[serde(flatten)]
    pub duty: DutyShown,
    pub case: String,
    pub reference: String,
    pub procedure: Named,
    pub object: Option<Named>,
    pub url: String,
}

impl OwedShown {
    pub fn of(words: &Speaker, registry: &Registry, owed: CaseDuty, today: Date) -> Self {
        let d = owed.duty;
        Self {
            duty: DutyShown {
                rule: d.rule.map(|r| r.to_string()),
                what: Named { name: words.t(&d.what), id: d.what.clone() },
                body: Named::body(registry, words, &d.body),
                roles: Named::roles(words, &d.roles),
                due: d.due,
                state: state(d.state),
                ended_on: d.ended(),
                late: d.late(today),
                paragraph: d.paragraph,
                key: d.key,
                detail: d.detail,
                step: d.step,
                reckoning: None,
            },
            url: format!("{ROOT}/cases/{}", owed.case),
            case: owed.case,
            reference: owed.reference,
            procedure: Named::word(words, "procedure", owed.procedure.word()),
            object: owed.object.as_ref().map(|id| Named::body(registry, words, id)),
        }
    }
}

/// Open duties, nearest first.
#[derive(Serialize, ToSchema)]
pub struct OwedList {
    pub items: Vec<OwedShown>,
}

/// A due date and how it came about, as the command `sapa deadline` gives it.
#[derive(Serialize, ToSchema)]
pub struct DueShown {
    pub rule: String,
    pub paragraph: u8,
    pub edition: String,
    pub from: Date,
    pub due: Date,
    /// Every day considered, in the order of counting; the last one is `due`.
    pub reckoning: Vec<DayReckoned>,
    /// Readings of the Rules it rests on.
    pub readings: Vec<String>,
}

/// A day of a reckoning.
#[derive(Serialize, ToSchema)]
pub struct DayReckoned {
    pub date: Date,
    pub counts: bool,
    pub why: String,
}

impl DueShown {
    pub fn of(due: &Due) -> Self {
        let days =
            due.reckoning.iter().map(|d| DayReckoned { date: d.date, counts: d.counts, why: d.why.key().into() });
        Self {
            rule: due.rule.to_string(),
            paragraph: due.paragraph,
            edition: due.edition.to_string(),
            from: due.from,
            due: due.due,
            reckoning: days.collect(),
            readings: due.readings.iter().map(ToString::to_string).collect(),
        }
    }
}

/// A frozen version of a legal document.
#[derive(Serialize, ToSchema)]
pub struct DocumentShown {
    pub kind: Named,
    pub number: i64,
    pub on: Date,
    pub version: u32,
    /// Short code under which anybody can check the document.
    pub code: String,
    /// SHA-256 of the PDF in each language.
    pub digest_kk: String,
    pub digest_ru: String,
    pub pdf_kk: String,
    pub pdf_ru: String,
}

impl DocumentShown {
    pub fn of(words: &Speaker, d: &law::case::DocumentRef) -> Self {
        let pdf = |lang: &str| format!("{ROOT}/documents/{}/{}/{lang}.pdf", d.code, d.version);
        Self {
            kind: Named::word(words, "document", d.kind.word()),
            number: d.number,
            on: d.on,
            version: d.version,
            code: d.code.clone(),
            digest_kk: d.digest_kk.clone(),
            digest_ru: d.digest_ru.clone(),
            pdf_kk: pdf("kk"),
            pdf_ru: pdf("ru"),
        }
    }
}

#[derive(Serialize, ToSchema)]
pub struct DocumentList {
    pub items: Vec<DocumentShown>,
}

/// A fact as it was sealed, with the hash that seals it.
#[derive(Serialize, ToSchema)]
pub struct FactShown {
    pub seq: u32,
    pub kind: Named,
    /// The day it happened.
    pub on: Date,
    /// The moment it was written down.
    pub recorded_at: Timestamp,
    pub by: ActorShown,
    /// What the fact says, as the law spells it.
    pub data: Value,
    pub documents: Vec<DocumentShown>,
    /// Hash of the fact before; empty for the first.
    pub prev: String,
    /// SHA-256 of `text`.
    pub hash: String,
    /// The bytes that are stored and hashed; only in the journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Who acted, as they stood then.
#[derive(Serialize, ToSchema)]
pub struct ActorShown {
    pub user: String,
    pub name: String,
    pub position: String,
    pub body: Named,
    pub role: Named,
    pub acting: bool,
}

impl FactShown {
    pub fn of(words: &Speaker, registry: &Registry, fact: &Fact, hash: String, text: Option<String>) -> Self {
        let told = serde_json::to_value(&fact.what).unwrap_or_default();
        let by = &fact.by;
        Self {
            seq: fact.seq,
            kind: Named::word(words, "fact", fact.what.word()),
            on: fact.on,
            recorded_at: fact.recorded_at,
            by: ActorShown {
                user: by.user.clone(),
                name: by.name.clone(),
                position: by.position.clone(),
                body: Named::body(registry, words, &by.body),
                role: Named::word(words, "role", by.role.word()),
                acting: by.capacity == law::case::Capacity::Acting,
            },
            data: told.get("data").cloned().unwrap_or_default(),
            documents: fact.documents.iter().map(|d| DocumentShown::of(words, d)).collect(),
            prev: fact.prev.clone(),
            hash,
            text,
        }
    }
}

/// The facts of a case in their order.
#[derive(Serialize, ToSchema)]
pub struct Journal {
    pub case: String,
    pub items: Vec<FactShown>,
}

/// A file of a case.
#[derive(Serialize, ToSchema)]
pub struct FileShown {
    pub id: String,
    /// SHA-256: by it answers name the file.
    pub digest: String,
    pub name: String,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    pub at: Timestamp,
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct FileList {
    pub items: Vec<FileShown>,
}

/// Files kept with the case, by digest.
#[derive(Serialize, ToSchema)]
pub struct Kept {
    pub digests: Vec<String>,
}

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

/// A body of the registry.
#[derive(Serialize, ToSchema)]
pub struct BodyShown {
    pub id: String,
    pub kind: Named,
    pub name: String,
    pub names: Names,
    pub short: Names,
    pub bin: String,
    pub parent: Option<String>,
    pub coordinated_by: Option<String>,
    pub territory: String,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct BodyList {
    pub items: Vec<BodyShown>,
}

/// A body with its place in the tree.
#[derive(Serialize, ToSchema)]
pub struct BodyFull {
    #[serde(flatten)]
    pub body: BodyShown,
    pub address: String,
    /// From the nearest to the highest.
    pub above: Vec<Named>,
    pub below: Vec<Named>,
    /// Services it is responsible for.
    pub services: Vec<Named>,
}

/// A public service.
#[derive(Serialize, ToSchema)]
pub struct ServiceShown {
    pub code: String,
    pub name: String,
    pub names: Names,
    pub owner: Named,
    /// 1 or 2 where the service is a permit of that category.
    pub permits_category: Option<u8>,
}

#[derive(Serialize, ToSchema)]
pub struct ServiceList {
    pub items: Vec<ServiceShown>,
}

/// A message to the person.
#[derive(Serialize, ToSchema)]
pub struct MessageShown {
    pub id: String,
    pub at: Timestamp,
    pub kind: String,
    pub text: String,
    pub case: Option<String>,
    pub read_at: Option<Timestamp>,
}

#[derive(Serialize, ToSchema)]
pub struct MessageList {
    pub items: Vec<MessageShown>,
    pub unread: i64,
}

/// Every day of a year.
#[derive(Serialize, ToSchema)]
pub struct CalendarYear {
    pub year: i16,
    pub days: Vec<DayShown>,
}

/// A day and why it is worked or not.
#[derive(Serialize, ToSchema)]
pub struct DayShown {
    pub date: Date,
    pub working: bool,
    pub why: String,
    pub label: String,
    /// False where the holidays of the year are not settled.
    pub settled: bool,
}

/// A paragraph of the Rules in plain words, and where it lives.
#[derive(Serialize, ToSchema)]
pub struct ParagraphShown {
    pub number: u8,
    pub chapter: u8,
    pub section: Option<u8>,
    pub title: String,
    pub text: String,
    pub deadlines: Vec<RuleShown>,
    /// Steps taken under it, with their procedures.
    pub steps: Vec<StepPlace>,
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct ParagraphList {
    pub items: Vec<ParagraphShown>,
}

/// A deadline rule.
#[derive(Serialize, ToSchema)]
pub struct RuleShown {
    pub id: String,
    pub name: String,
    pub term: String,
    /// `day`, `quarter`, `year` or `document`.
    pub starts_from: String,
    /// `latest` or `earliest`.
    pub bound: String,
    /// Whether a last day off gives way to the next working day.
    pub moves: bool,
    pub readings: Vec<String>,
}

#[derive(Serialize, ToSchema)]
pub struct StepPlace {
    pub procedure: String,
    pub step: Named,
}

/// An order of proceeding with its steps.
#[derive(Serialize, ToSchema)]
pub struct ProcedureShown {
    pub procedure: Named,
    pub steps: Vec<StepDefined>,
}

impl ProcedureShown {
    pub fn name(words: &Speaker, procedure: Procedure) -> Named {
        Named::word(words, "procedure", procedure.word())
    }
}

#[derive(Serialize, ToSchema)]
pub struct ProcedureList {
    pub items: Vec<ProcedureShown>,
}

/// What is always so of a step.
#[derive(Serialize, ToSchema)]
pub struct StepDefined {
    pub step: Named,
    pub lead: String,
    pub paragraph: u8,
    /// Whether it opens a case.
    pub opens: bool,
    pub who: Vec<Entitled>,
    pub signs: bool,
    pub issues: Option<Named>,
    /// Deadline rules whose duties it discharges.
    pub discharges: Vec<String>,
    pub fields: Vec<FieldShown>,
}

/// Who may take a step: a role on the side of the control or of the object.
#[derive(Serialize, ToSchema)]
pub struct Entitled {
    /// `control` or `object`.
    pub side: String,
    pub role: Named,
}

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

/// What is wrong with one answer.
#[derive(Serialize, ToSchema)]
pub struct FieldFault {
    /// `term`, or `measures.2.term` for the third row.
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
