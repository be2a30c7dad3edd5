//! The page of a step: one decision, what the law asks, the document as it will print, what follows.

mod ahead;
mod asked;
mod choices;
mod opening;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use law::case::{
    Answers, CaseFile, FieldKind, Procedure, Refusal,
    step::{self, Offer, Step},
};
use serde::Deserialize;

pub use ahead::preview;
use ahead::{Material, draft, follows, material};
pub use asked::asked;
use choices::{asks, offers};
use opening::Given;
pub use opening::opening;

use super::{
    error::Failure,
    files,
    form::{self, Fault, Question},
    origin::Origin,
    page::{Page, Signed, Visitor, html},
    password::{self, Answer, Purpose},
    posted::Posted,
};
use crate::{
    app::Shared,
    door::{self, Desk, Trouble},
};

#[derive(Template)]
#[template(path = "step.html")]
struct StepPage {
    page: Page,
    label: String,
    case_title: String,
    lead: String,
    law_text: String,
    paragraph: String,
    action: String,
    back: String,
    multipart: bool,
    /// Whether new files can be given as protected material (§34).
    can_protect: bool,
    version: u32,
    key: String,
    questions: Vec<Question>,
    faults: Vec<Fault>,
    refused: Option<String>,
    stale: Vec<String>,
    next: Vec<String>,
    /// What is decided upon: an appeal, a request, a report.
    material: Vec<Material>,
    signs: bool,
    signing: String,
    password_error: String,
    do_label: String,
    preview: Vec<String>,
}

/// What is shown besides the questions.
#[derive(Default)]
struct Shown {
    faults: Vec<Fault>,
    refused: Option<String>,
    /// Nothing can be sent now.
    blocked: bool,
    stale: Vec<String>,
    password_error: String,
    key: Option<String>,
}

/// What a form that opens a case says of it.
#[derive(Deserialize)]
pub struct Opening {
    #[serde(default)]
    procedure: String,
}

/// The page of a step on a case.
pub async fn form(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((case, step)): Path<(String, String)>,
    Query(given): Query<Given>,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let desk = door::open(&app, &signed.actor, &case).await?.ok_or(Failure::NotFound)?;
    let step = desk.case.procedure.step(&step).ok_or(Failure::NotFound)?;
    show_form(&app, &visitor, &desk, step, &given).await
}

async fn show_form(
    app: &Shared,
    visitor: &Visitor,
    desk: &Desk,
    step: &dyn Step,
    given: &Given,
) -> Result<Response, Failure> {
    let mut shown = Shown::default();
    match step::offer(step, &desk.view(None)) {
        Offer::Ready => {}
        Offer::NotYet(r) => shown = Shown { refused: Some(sentence(visitor, desk, &r)), blocked: true, ..shown },
        Offer::Never => return Err(Failure::NotFound),
    }
    let fields = step.fields(&desk.view(None));
    let mut answers = Answers::defaults(&fields);
    for (name, value) in &given.values {
        if fields.iter().any(|f| f.name == name) {
            answers.0.insert(name.clone(), value.as_str().into());
        }
    }
    let status = if shown.refused.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let page = show(app, visitor, desk, step, &answers, shown).await?;
    Ok((status, page).into_response())
}

fn sentence(visitor: &Visitor, desk: &Desk, refusal: &Refusal) -> String {
    let lang = visitor.words.lang;
    let text = visitor.words.refusal(refusal, &|id| desk.registry.known(id, lang));
    format!("§{} {text}", refusal.paragraph)
}

/// Takes the step.
pub async fn take(
    State(app): State<Shared>,
    visitor: Visitor,
    origin: Origin,
    Path((case, step)): Path<(String, String)>,
    Query(opening): Query<Opening>,
    posted: Posted,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?.clone();
    let desk = match door::open(&app, &signed.actor, &case).await? {
        Some(desk) => desk,
        None => {
            let procedure = Procedure::parse(&opening.procedure).filter(|_| is_id(&case)).ok_or(Failure::NotFound)?;
            door::blank(&app, &signed.actor, procedure, &case).await?
        }
    };
    let step = desk.case.procedure.step(&step).ok_or(Failure::NotFound)?;
    let version: u32 = posted.get("version").parse().map_err(|_| Failure::Bad("error-bad-form"))?;
    let fields = step.fields(&desk.view(None));
    let mut answers = form::answers(&fields, &posted.fields);
    // Where the step cannot be taken, the door says why, and nothing is kept.
    let ready = matches!(step::offer(step, &desk.view(None)), Offer::Ready);
    let protected = posted.get("protected") == "true" || step.id() == files::KEEPS_APART;
    for field in fields.iter().filter(|f| ready && matches!(f.kind, FieldKind::Files)) {
        let mut digests: Vec<serde_json::Value> =
            answers.0.get(field.name).and_then(|v| v.as_array()).cloned().unwrap_or_default();
        for file in posted.files.iter().filter(|f| f.field == format!("{}-new", field.name)) {
            match files::keep(&app, &signed, &desk, &file.name, &file.bytes, protected).await? {
                Ok(digest) => digests.push(digest.into()),
                Err(key) => {
                    let fault = Fault {
                        field: format!("{}-new", field.name),
                        text: format!("{}: {}", file.name, visitor.words.t(key)),
                    };
                    answers.0.insert(field.name.into(), digests.into());
                    let shown = Shown { faults: vec![fault], key: posted.some("key"), ..Shown::default() };
                    return refuse(&app, &visitor, &desk, step, &answers, shown, StatusCode::UNPROCESSABLE_ENTITY)
                        .await;
                }
            }
        }
        answers.0.insert(field.name.into(), digests.into());
    }
    let password_error = match step.def().signs {
        true => unsigned(&app, &visitor, &signed, &origin, posted.get("password")).await?,
        false => String::new(),
    };
    if !password_error.is_empty() {
        let shown = Shown { password_error, key: posted.some("key"), ..Shown::default() };
        return refuse(&app, &visitor, &desk, step, &answers, shown, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let request = door::Request {
        procedure: desk.case.procedure,
        case: &case,
        step: step.id(),
        answers: answers.clone(),
        version: Some(version),
        key: posted.some("key"),
    };
    match door::take(&app, &signed.actor, request).await {
        Ok(done) => {
            visitor
                .say_next(
                    visitor
                        .words
                        .with("step-done", &[("step", visitor.words.t(&format!("step-{}", step.id())).into())]),
                )
                .await?;
            Ok(Redirect::to(&format!("/cases/{}", done.case)).into_response())
        }
        Err(trouble) => troubled(&app, &visitor, &signed, desk, step, &answers, trouble, posted.some("key")).await,
    }
}

/// Whether a case may have this id: what forms are given, and what other systems may choose.
pub fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (6..=40).contains(&id.len()) && id.chars().all(plain)
}

/// Why the password does not sign; empty where it does. The demo's personas have a known one.
async fn unsigned(
    app: &Shared,
    visitor: &Visitor,
    signed: &Signed,
    origin: &Origin,
    given: &str,
) -> Result<String, Failure> {
    let words = &visitor.words;
    if given.is_empty() {
        return Ok(words.t("error-required"));
    }
    Ok(match password::confirm(app, Purpose::Signature, origin, signed, given).await? {
        Answer::Right => String::new(),
        Answer::Wrong => words.t("sign-wrong-password"),
        Answer::Locked(until) => words.with("sign-locked", &[("until", words.moment(until).into())]),
    })
}

#[expect(
    clippy::too_many_arguments,
    reason = "everything a page needs to show what went wrong and keep what was typed"
)]
async fn troubled(
    app: &Shared,
    visitor: &Visitor,
    signed: &Signed,
    desk: Desk,
    step: &dyn Step,
    answers: &Answers,
    trouble: Trouble,
    key: Option<String>,
) -> Result<Response, Failure> {
    match trouble {
        Trouble::Refused(refusal) => {
            let text = sentence(visitor, &desk, &refusal);
            let shown = match refusal.field {
                Some(field) => Shown { faults: vec![Fault { field: field.into(), text }], key, ..Shown::default() },
                None => Shown { refused: Some(text), key, ..Shown::default() },
            };
            refuse(app, visitor, &desk, step, answers, shown, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Trouble::Wrong(errors) => {
            let faults = offers(app, visitor, &desk, step).await?.faults(&errors);
            let shown = Shown { faults, key, ..Shown::default() };
            refuse(app, visitor, &desk, step, answers, shown, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Trouble::Stale(case, seen) => {
            let stale = since(visitor, &case, seen);
            let fresh = door::open(app, &signed.actor, &case.id).await?.ok_or(Failure::NotFound)?;
            let mut shown = Shown { stale, ..Shown::default() };
            if let Offer::NotYet(refusal) = step::offer(step, &fresh.view(None)) {
                shown.refused = Some(sentence(visitor, &fresh, &refusal));
            }
            refuse(app, visitor, &fresh, step, answers, shown, StatusCode::CONFLICT).await
        }
        other => Err(other.into()),
    }
}

/// What happened since a person looked.
fn since(visitor: &Visitor, case: &CaseFile, seen: u32) -> Vec<String> {
    let words = &visitor.words;
    let body = visitor.signed.as_ref().map_or("", |s| s.actor.body.as_str());
    let facts = case.told_to(body).into_iter().filter(|f| f.seq > seen);
    facts
        .map(|f| {
            format!("{} – {}, {}", words.t(&format!("fact-{}", f.what.word())), f.by.name, words.moment(f.recorded_at))
        })
        .collect()
}

async fn refuse(
    app: &Shared,
    visitor: &Visitor,
    desk: &Desk,
    step: &dyn Step,
    answers: &Answers,
    shown: Shown,
    status: StatusCode,
) -> Result<Response, Failure> {
    let page = show(app, visitor, desk, step, answers, shown).await?;
    Ok((status, page).into_response())
}

async fn show(
    app: &Shared,
    visitor: &Visitor,
    desk: &Desk,
    step: &dyn Step,
    answers: &Answers,
    shown: Shown,
) -> Result<Response, Failure> {
    let (words, id) = (&visitor.words, &desk.case.id);
    let fields = asked(words, desk, step);
    let offers = offers(app, visitor, desk, step).await?;
    let case_title = match &desk.row {
        Some(row) => format!("№ {} – {}", row.reference, super::case::title(words, &desk.registry, row)),
        None => words.t(&format!("procedure-{}", desk.case.procedure.word())),
    };
    let preview = match (shown.refused.is_none(), draft(app, desk, step, words.lang).await?) {
        (true, Some((_, pages))) => {
            (0..pages).map(|n| format!("/cases/{id}/steps/{}/preview/{n}.svg", step.id())).collect()
        }
        _ => Vec::new(),
    };
    let actor = &desk.actor;
    let capacity = match actor.capacity {
        law::case::Capacity::Acting => words.t("capacity-acting"),
        law::case::Capacity::Head => words.t(&format!("role-{}", actor.role.word())),
    };
    let home = crate::web::case::home(desk.case.procedure);
    let (blocked, mut faults) = (shown.blocked, shown.faults);
    let questions = if blocked { Vec::new() } else { offers.questions(&fields, answers, &faults) };
    if !shown.password_error.is_empty() {
        faults.push(Fault { field: "password".into(), text: shown.password_error.clone() });
    }
    html(&StepPage {
        page: visitor.page(app).await?.under(super::cases::menu(desk.case.procedure)),
        label: words.t(&format!("step-{}", step.id())),
        case_title,
        lead: words.t(&format!("step-{}-lead", step.id())),
        law_text: words.t(&format!("para-{}", step.paragraph())),
        paragraph: step.paragraph().to_string(),
        action: format!("/cases/{id}/steps/{}?procedure={}", step.id(), desk.case.procedure.word()),
        back: if desk.row.is_none() { home.to_owned() } else { format!("/cases/{id}") },
        can_protect: desk.case.procedure.external() && !blocked,
        multipart: asks(&fields, |k| matches!(k, FieldKind::Files)),
        version: u32::try_from(desk.case.facts.len()).unwrap_or(u32::MAX),
        key: shown.key.unwrap_or_else(|| app.random_word(20)),
        questions,
        faults,
        refused: shown.refused,
        stale: shown.stale,
        material: material(words, desk, step),
        next: if blocked { Vec::new() } else { follows(visitor, desk, step) },
        signs: step.def().signs && !blocked,
        signing: words.with("step-signing", &[("name", actor.name.as_str().into()), ("capacity", capacity.into())]),
        password_error: shown.password_error,
        do_label: if blocked { String::new() } else { words.t(&format!("step-{}-do", step.id())) },
        preview,
    })
}
