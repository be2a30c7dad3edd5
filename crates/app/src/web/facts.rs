//! Facts told: what the timeline says of each beyond its name.

mod steps;

use law::{
    case::{Fact, FactKind},
    ch2_external::p11_risk::CriteriaSet,
    ch3_reports::report::Signature,
};
use serde_json::Value;

pub use steps::step_of;

use crate::{registry::Registry, words::Speaker};

/// Prefixes of the words that a value of this name stands for.
const WORDED: &[(&str, &str)] = &[
    ("ground", "ground"),
    ("way", "delivery"),
    ("action", "action"),
    ("violation", "violation"),
    ("severity", "severity"),
    ("relation", "relation"),
    ("penalty", "penalty"),
    ("person", "person"),
    ("decisions", "decision"),
    ("correction", "correction"),
    ("form", "form-short"),
    ("ground", "inspection-ground"),
    ("requirement", "checklist"),
    ("requirements", "checklist"),
    ("power", "power"),
    ("article153", "article153"),
    ("secret", "secret"),
    ("obstruction", "obstruction"),
    ("registration", "registration"),
    ("size", "size"),
    ("extension_ground", "extension-ground"),
    ("more_time", "more-time"),
    ("of", "registered"),
    ("source", "appeal-source"),
    ("source", "desk-source"),
    ("channel", "appeal-channel"),
    ("applicant_kind", "applicant-kind"),
    ("outcome", "appeal-outcome"),
    ("outcome", "desk-outcome"),
    ("half", "half"),
];

/// What a fact is told in this order by; the rest follows by name.
const ORDER: &[&str] = &[
    "year",
    "half",
    "criteria",
    "of",
    "number",
    "subject",
    "by",
    "month",
    "ground",
    "reference",
    "reference_on",
    "facts",
    "object",
    "matter",
    "period_from",
    "period_to",
    "start",
    "end",
    "from",
    "to",
    "until",
    "completion",
    "executors",
    "name",
    "organisation",
    "speciality",
    "relation",
    "action",
    "violation",
    "severity",
    "services",
    "description",
    "count",
    "evidence",
    "text",
    "way",
    "prepare",
    "contact",
    "answer_by",
    "place",
    "time",
    "head_name",
    "head_position",
    "present",
    "analysis",
    "results",
    "causes",
    "recommendations",
    "liability",
    "to_name",
    "to_position",
    "decisions",
    "grounds",
    "measure",
    "penalty",
    "person",
    "order",
    "order_on",
    "reason",
];

/// What is not told: it stands elsewhere on the page, or is said by the name of the fact.
const SILENT: &[&str] = &[
    "plan_item",
    "permits",
    "marks",
    "number",
    "rule",
    "to",
    "own",
    "whole",
    "note",
    "parts",
    "comments",
    "phone",
    "email",
    "basis",
    "level",
    "review",
    "score",
    "set",
    "before",
    "follow_up",
    "late",
    "after_follow_up",
];

/// Facts whose number is told: another body gave it, or it says which entry of a list is meant.
const NUMBERED: &[&str] = &[
    "act-registered",
    "list-registered",
    "appeal-forwarding-acknowledged",
    "subject-selected",
    "entry-changed",
    "entry-removed",
];

/// Whether this of a fact is told.
fn told_of(what: &FactKind, name: &str) -> bool {
    !SILENT.contains(&name) || (name == "number" && NUMBERED.contains(&what.word()))
}

/// What facts are told with.
pub struct Teller<'a> {
    pub words: &'a Speaker,
    pub registry: &'a Registry,
    /// The sets of criteria that half-year lists name.
    pub sets: &'a [CriteriaSet],
}

/// Lines of text, and digests of files.
pub fn tell(teller: &Teller, fact: &Fact) -> (Vec<String>, Vec<String>) {
    let (words, registry) = (teller.words, teller.registry);
    let told = serde_json::to_value(&fact.what).unwrap_or_default();
    let mut lines = Vec::new();
    let mut files = Vec::new();
    if let FactKind::ProtectedKept(kept) = &fact.what {
        return (vec![words.t(&format!("secret-{}", kept.secret))], Vec::new());
    }
    if let FactKind::ReportSigned(signature) = &fact.what {
        return (signed(words, registry, signature), signature.evidence.clone());
    }
    if let Some(data) = told.get("data").and_then(Value::as_object) {
        let mut data: Vec<_> = data.iter().filter(|(name, _)| told_of(&fact.what, name)).collect();
        data.sort_by_key(|(name, _)| ORDER.iter().position(|n| n == name).unwrap_or(ORDER.len()));
        for (name, value) in data {
            if name == "files" {
                files.extend(value.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)));
            } else if let Some(text) = say(teller, name, value) {
                let step = step_of(&fact.what).unwrap_or_default();
                let label =
                    words.maybe(&format!("field-{step}-{name}")).unwrap_or_else(|| words.t(&format!("field-{name}")));
                lines.push(format!("{label}: {text}"));
            }
        }
    }
    for flag in ["late", "after_follow_up"] {
        if told.pointer(&format!("/data/{flag}")).and_then(Value::as_bool) == Some(true) {
            lines.push(words.t(if flag == "late" { "fact-came-late" } else { "fact-after-follow-up" }));
        }
    }
    for document in &fact.documents {
        let title = words.t(&format!("document-{}", document.kind.word()));
        lines.push(format!("{title} № {}, {}", document.number, words.date(document.on)));
    }
    (lines, files)
}

/// What the signature of a report is told by.
fn signed(words: &Speaker, registry: &Registry, signature: &Signature) -> Vec<String> {
    let mut lines = vec![words.with("report-version", &[("version", i64::from(signature.version).into())])];
    lines.push(format!("SHA-256: {}", signature.whole));
    if !signature.missing.is_empty() {
        let missing: Vec<String> = signature.missing.iter().map(|b| registry.name(b, words.lang)).collect();
        lines.push(format!("{}: {}", words.t("report-below-missing"), missing.join("; ")));
    }
    lines
}

fn say(teller: &Teller, name: &str, value: &Value) -> Option<String> {
    let (words, registry) = (teller.words, teller.registry);
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::Bool(true) => Some(words.t("yes")),
        Value::Number(n) => Some(match (name, n.as_i64().and_then(|n| i8::try_from(n).ok())) {
            ("month", Some(month @ 1..=12)) => words.month_within(month),
            ("number", _) => format!("№ {n}"),
            _ => worded(words, name, &n.to_string()),
        }),
        Value::String(text) => Some(match (name, text.parse::<jiff::civil::Date>()) {
            (_, Ok(date)) if text.len() == 10 => words.date(date),
            ("object" | "subject" | "to_body" | "by", _) => registry.name(text, words.lang),
            ("criteria", _) => {
                let set = teller.sets.iter().find(|set| &set.id == text);
                set.map_or_else(
                    || text.clone(),
                    |set| words.lang.pick(&set.name_kk, &set.name_ru, &set.name_en).clone(),
                )
            }
            _ => worded(words, name, text),
        }),
        Value::Array(values) if values.is_empty() => None,
        Value::Array(values) => {
            let said = values.iter().filter_map(|v| match v {
                Value::String(code) if name == "services" => Some(registry.service(code, words.lang)),
                other => say(teller, name, other),
            });
            Some(said.collect::<Vec<_>>().join("; "))
        }
        Value::Object(map) => {
            let said = [
                "measure",
                "name",
                "position",
                "organisation",
                "object",
                "text",
                "executor",
                "term",
                "completion",
                "matter",
                "reason",
            ];
            let parts = said.iter().filter_map(|n| say(teller, n, map.get(*n)?));
            Some(parts.collect::<Vec<_>>().join(", "))
        }
    }
}

fn worded(words: &Speaker, name: &str, text: &str) -> String {
    let mut prefixes = WORDED.iter().filter(|(n, _)| *n == name).map(|(_, prefix)| prefix);
    prefixes.find_map(|p| words.maybe(&format!("{p}-{text}"))).unwrap_or_else(|| text.to_owned())
}
