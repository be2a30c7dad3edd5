//! A set of criteria as a form: copied from another one, checked by the law, recorded in the ledger.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use law::{
    bodies::BodyKind,
    case::{Answers, Field, FieldKind, fact::hex, form::Checked},
    ch2_external::{
        p11_risk::{self, CriteriaSet, Criterion, Fault as Wrong, Measure, Objective},
        p22_checklist::REQUIREMENTS,
    },
    ch3_internal::p50_findings::SEVERITIES,
};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use store::criteria::NewCriteria;

use super::{changeable, editor, found};
use crate::{
    app::Shared,
    door::Trouble,
    external::scores,
    web::{
        admin,
        case::Crumb,
        error::Failure,
        form::{self, Fault, Offers, Question},
        page::{Page, Visitor, html},
        posted::Posted,
    },
    words::Speaker,
};

#[derive(Template)]
#[template(path = "criteria_form.html")]
struct FormPage {
    page: Page,
    crumbs: Vec<Crumb>,
    title: String,
    lead: String,
    action: String,
    questions: Vec<Question>,
    faults: Vec<Fault>,
    seen: String,
    /// The id of a set that may be taken back.
    removes: String,
}

/// What is asked of a set. Labels are `field-criteria-NAME`.
fn fields(editing: bool) -> Vec<Field> {
    const MOST: i64 = 10_000;
    let number = |name, min| Field::new(name, FieldKind::Number { min, max: MOST });
    let line = |name| Field::new(name, FieldKind::Text(200));
    let date = |name| Field::new(name, FieldKind::Date);
    let kinds: Vec<&'static str> = BodyKind::ALL.iter().map(|kind| kind.word()).collect();
    let measures: Vec<&'static str> = Measure::ALL.iter().map(|measure| measure.word()).collect();
    let objective = vec![Field::choice("kind", "body-kind", &kinds), number("points", 0)];
    let criteria = vec![
        line("id"),
        line("name_kk"),
        line("name_ru"),
        line("name_en"),
        Field::choice("measure", "risk-measure", &measures),
        Field::new("weight", FieldKind::Number { min: 0, max: 1_000_000 }),
        number("cap", 0),
        Field::new("months", FieldKind::Number { min: 0, max: 600 }).optional(),
    ];
    let severities = vec![
        Field::choice("requirement", "checklist", &REQUIREMENTS),
        Field::choice("severity", "severity", &SEVERITIES),
    ];
    let rows = |name, fields, min| Field::new(name, FieldKind::Rows { fields, min });
    let mut all = vec![
        line("id"),
        line("name_kk"),
        line("name_ru"),
        line("name_en"),
        line("basis"),
        date("valid_from"),
        date("valid_to").optional(),
        number("threshold", 0),
        number("most", 0),
        rows("criteria", criteria, 1),
        rows("objective", objective, 0).optional(),
        rows("severities", severities, 0).optional(),
    ];
    if editing {
        all.remove(0);
    }
    all
}

#[derive(Deserialize)]
struct Severity {
    requirement: String,
    severity: String,
}

/// A set as it was sent.
#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    id: String,
    name_kk: String,
    name_ru: String,
    name_en: String,
    basis: String,
    valid_from: Date,
    valid_to: Option<Date>,
    threshold: u32,
    most: u32,
    criteria: Vec<Criterion>,
    objective: Option<Vec<Objective>>,
    severities: Option<Vec<Severity>>,
}

impl Sent {
    fn set(self) -> CriteriaSet {
        let severities: BTreeMap<String, String> =
            self.severities.unwrap_or_default().into_iter().map(|s| (s.requirement, s.severity)).collect();
        CriteriaSet {
            id: self.id,
            name_kk: self.name_kk,
            name_ru: self.name_ru,
            name_en: self.name_en,
            basis: self.basis,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            sample: false,
            threshold: self.threshold,
            most: self.most,
            objective: self.objective.unwrap_or_default(),
            criteria: self.criteria,
            severities,
        }
    }
}

/// A set as answers to the form.
fn answers(set: &CriteriaSet) -> Answers {
    let number = |n: u32| n.to_string();
    let criterion = |c: &Criterion| {
        json!({
            "id": c.id, "name_kk": c.name_kk, "name_ru": c.name_ru, "name_en": c.name_en, "measure": c.measure.word(),
            "weight": number(c.weight), "cap": number(c.cap), "months": c.months.map(|m| m.to_string()),
        })
    };
    let objective = |o: &Objective| json!({"kind": o.kind.word(), "points": number(o.points)});
    let severity = |(r, s): (&String, &String)| json!({"requirement": r, "severity": s});
    Answers::of(json!({
        "id": set.id, "name_kk": set.name_kk, "name_ru": set.name_ru, "name_en": set.name_en, "basis": set.basis,
        "valid_from": set.valid_from, "valid_to": set.valid_to, "threshold": number(set.threshold),
        "most": number(set.most), "criteria": set.criteria.iter().map(criterion).collect::<Vec<_>>(),
        "objective": set.objective.iter().map(objective).collect::<Vec<_>>(),
        "severities": set.severities.iter().map(severity).collect::<Vec<_>>(),
    }))
}

fn offers(words: &Speaker) -> Offers<'_> {
    let (bodies, people, services, files) = Default::default();
    Offers { words, step: "criteria", bodies, people, services, files }
}

/// A form: new, copied from a set, or of a set to be changed.
struct Sheet<'a> {
    visitor: &'a Visitor,
    /// The set that is changed.
    editing: Option<&'a str>,
    /// What the person has seen of it.
    seen: String,
    answers: Answers,
    faults: Vec<Fault>,
}

impl Sheet<'_> {
    async fn show(&self, app: &Shared) -> Result<Response, Failure> {
        let words = &self.visitor.words;
        let fields = fields(self.editing.is_some());
        let title = words.t(if self.editing.is_some() { "criteria-change" } else { "criteria-new" });
        html(&FormPage {
            page: self.visitor.page(app).await?.under("/external"),
            crumbs: vec![Crumb { label: words.t("criteria-title"), href: "/criteria".into() }],
            lead: words.t("criteria-form-lead"),
            action: self.editing.map_or_else(|| "/criteria/new".to_owned(), |id| format!("/criteria/{id}/edit")),
            questions: offers(words).questions(&fields, &self.answers, &self.faults),
            faults: self.faults.clone(),
            seen: self.seen.clone(),
            removes: self.editing.map(|id| format!("/criteria/{id}/remove")).unwrap_or_default(),
            title,
        })
    }
}

#[derive(Deserialize, Default)]
pub struct From {
    #[serde(default)]
    from: String,
}

/// A new set, copied from the one asked for, or from the one in force.
pub async fn blank(State(app): State<Shared>, visitor: Visitor, Query(from): Query<From>) -> Result<Response, Failure> {
    editor(&app, &visitor)?;
    let today = app.clock.today();
    let sets = scores::criteria(&app).await?;
    let copied = sets.iter().find(|set| set.id == from.from).or_else(|| p11_risk::in_force(&sets, today));
    let mut answers = copied.map(answers).unwrap_or_default();
    for name in ["id", "basis", "valid_to"] {
        answers.0.remove(name);
    }
    answers.0.insert("valid_from".into(), today.tomorrow().unwrap_or(today).to_string().into());
    Sheet { visitor: &visitor, editing: None, seen: String::new(), answers, faults: Vec::new() }.show(&app).await
}

pub async fn edit(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    editor(&app, &visitor)?;
    let set = changeable(&app, &visitor, &id).await?;
    let (seen, answers) = (state(&set)?, answers(&set));
    Sheet { visitor: &visitor, editing: Some(&id), seen, answers, faults: Vec::new() }.show(&app).await
}

pub async fn add(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    editor(&app, &visitor)?;
    keep(&app, &visitor, None, &posted).await
}

pub async fn change(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    editor(&app, &visitor)?;
    changeable(&app, &visitor, &id).await?;
    keep(&app, &visitor, Some(&id), &posted).await
}

/// Records the set, or shows the form again with what is wrong.
async fn keep(app: &Shared, visitor: &Visitor, editing: Option<&str>, posted: &Posted) -> Result<Response, Failure> {
    let words = &visitor.words;
    let fields = fields(editing.is_some());
    let entered = form::answers(&fields, &posted.fields);
    let mut faults = Vec::new();
    let set = match entered.check(&fields) {
        Err(errors) => {
            faults = offers(words).faults(&errors);
            None
        }
        Ok(checked) => Some(read(&checked, editing)),
    };
    if let Some(set) = &set {
        faults = set.validate().iter().map(|wrong| fault(words, set, wrong)).collect();
        if editing.is_none() && found(app, &set.id).await.is_ok() {
            faults.push(Fault { field: "id".into(), text: words.t("criteria-id-taken") });
        }
        if editing.is_none() && set.id == "new" {
            faults.push(Fault { field: "id".into(), text: words.t("criteria-id-taken") });
        }
    }
    // What somebody else has changed meanwhile is not overwritten unseen; sent again it is.
    let mut seen = posted.get("seen").to_owned();
    if let Some(id) = editing {
        let now = state(&found(app, id).await?.0)?;
        if now != seen {
            faults.push(Fault { field: "name_kk".into(), text: words.t("criteria-changed-meanwhile") });
            seen = now;
        }
    }
    let Some(set) = set.filter(|_| faults.is_empty()) else {
        let sheet = Sheet { visitor, editing, seen, answers: entered, faults };
        // What was typed comes back with the status of answers that cannot be taken.
        let (status, ..) = Failure::from(Trouble::Wrong(Vec::new())).status();
        return Ok((status, sheet.show(app).await?).into_response());
    };
    let kept = NewCriteria {
        id: set.id.clone(),
        valid_from: set.valid_from,
        valid_to: set.valid_to,
        data: serde_json::to_value(&set).map_err(store::StoreError::from)?,
    };
    store::criteria::put(&app.db, &kept, &admin::edit(app, visitor.signed()?)?).await?;
    visitor.say_next("criteria-saved").await?;
    Ok(Redirect::to(&format!("/criteria/{}", set.id)).into_response())
}

/// By this a set is told from what it was before.
fn state(set: &CriteriaSet) -> Result<String, Failure> {
    Ok(hex(&Sha256::digest(serde_json::to_vec(set).map_err(store::StoreError::from)?)))
}

fn read(checked: &Checked, editing: Option<&str>) -> CriteriaSet {
    let sent: Sent = checked.read();
    let mut set = sent.set();
    if let Some(id) = editing {
        set.id = id.to_owned();
    }
    set
}

/// A fault that the law finds, at its question.
fn fault(words: &Speaker, set: &CriteriaSet, wrong: &Wrong) -> Fault {
    let text = words.t(&format!("criteria-fault-{}", wrong.code));
    let row = |name: &str, at: Option<usize>| at.map(|at| format!("{name}-{at}"));
    // Of two with the same id it is the second that is wrong.
    let criterion =
        row("criteria", set.criteria.iter().rposition(|c| c.id == wrong.at)).filter(|_| !wrong.at.is_empty());
    let kind = row("objective", set.objective.iter().rposition(|o| o.kind.word() == wrong.at));
    let severity = row("severities", set.severities.keys().position(|r| *r == wrong.at));
    let of_criterion = |row: String| match wrong.code {
        "name-empty" => format!("{row}-name_kk"),
        "weight-zero" => format!("{row}-weight"),
        "cap-zero" | "cap-above-most" => format!("{row}-cap"),
        "months-zero" => format!("{row}-months"),
        _ => format!("{row}-id"),
    };
    let of_kind =
        |row: String| if wrong.code == "kind-twice" { format!("{row}-kind") } else { format!("{row}-points") };
    let of_set = || {
        let name = match wrong.code {
            "name-empty" => "name_kk",
            "dates-turned" => "valid_to",
            "threshold-outside" => "threshold",
            "no-criteria" => "criteria",
            _ => "id",
        };
        name.to_owned()
    };
    let field = match wrong.code {
        "kind-twice" => kind.map(of_kind),
        "severity-unknown" => severity.map(|row| format!("{row}-severity")),
        "cap-above-most" => criterion.map(of_criterion).or(kind.map(of_kind)),
        _ => criterion.map(of_criterion),
    };
    let of = if wrong.at.is_empty() { text } else { format!("{}: {text}", named(words, set, wrong)) };
    Fault { field: field.unwrap_or_else(of_set), text: of }
}

/// The criterion, kind of body or requirement a fault is about, in words.
fn named(words: &Speaker, set: &CriteriaSet, wrong: &Wrong) -> String {
    let kind = set.objective.iter().find(|o| o.kind.word() == wrong.at);
    match (set.criterion(&wrong.at), kind) {
        (Some(c), _) => words.lang.pick(&c.name_kk, &c.name_ru, &c.name_en).clone(),
        (None, Some(o)) => words.t(&format!("body-kind-{}", o.kind.word())),
        (None, None) => words.maybe(&format!("checklist-{}", wrong.at)).unwrap_or_else(|| wrong.at.clone()),
    }
}
