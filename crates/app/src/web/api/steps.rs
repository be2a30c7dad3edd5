//! Steps: what one asks, and taking it through the same door as the pages.

use axum::{
    Json,
    extract::{FromRequest, Multipart, Path, Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use law::{
    case::{Answers, CaseFile, Procedure, Step, step},
    ch3_reports::p60_signing::case_of,
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    ROOT,
    auth::Caller,
    cases::{offered, open as open_case},
    fields::{self, Offers},
    problem::{self, Asked, Problem, Sent},
    shown::{DocumentShown, Done, Kept, Named, RefusalShown, StepForm, StepOffered},
};
use crate::{
    app::Shared,
    door::{self, Desk},
    web::{
        error::Failure,
        files::{admitted, keep},
        password::{self, Answer, Purpose},
        step::{asked, is_id},
    },
};

/// What a step is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taking {
    #[serde(default)]
    answers: Map<String, Value>,
    /// How many facts the sender saw.
    version: Option<u32>,
    /// Where the step signs.
    password: Option<String>,
}

/// What opens a case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    id: Option<String>,
    #[serde(default)]
    answers: Map<String, Value>,
    password: Option<String>,
}

pub async fn form(
    State(app): State<Shared>,
    caller: Caller,
    Path((case, step)): Path<(String, String)>,
) -> Result<Json<StepForm>, Problem> {
    let desk = open_case(&app, &caller, &case).await?;
    let step = desk.case.procedure.step(&step).ok_or_else(Problem::not_found)?;
    let words = &caller.words;
    let asked = asked(words, &desk, step);
    let files = store::files::of_case(&app.db, &caller.viewer(&app), &case).await?;
    let files: Vec<(String, String)> = files.into_iter().map(|f| (f.digest, f.name)).collect();
    let offer = offered(words, &desk, step).unwrap_or_else(|| over(&caller, &desk, step));
    Ok(Json(StepForm {
        offer,
        lead: words.t(&format!("step-{}-lead", step.id())),
        version: facts(&desk.case),
        fields: fields::show(words, step.id(), &asked, &Offers { people: &desk.people, files: &files }),
        defaults: Value::Object(Answers::defaults(&asked).0),
    }))
}

fn facts(case: &CaseFile) -> u32 {
    u32::try_from(case.facts.len()).unwrap_or(u32::MAX)
}

/// A step that is not in this case (any more): the door says why.
fn over(caller: &Caller, desk: &Desk, step: &dyn Step) -> StepOffered {
    let refusal = match step::take(step, &desk.view(None), &Answers::default()) {
        Err(step::Halt::Refused(refusal)) => Some(RefusalShown::of(&caller.words, &desk.registry, &refusal)),
        _ => None,
    };
    StepOffered {
        step: Named::word(&caller.words, "step", step.id()),
        paragraph: step.paragraph(),
        signs: step.def().signs,
        ready: false,
        refusal,
        url: format!("{ROOT}/cases/{}/steps/{}", desk.case.id, step.id()),
    }
}

pub async fn take(
    State(app): State<Shared>,
    caller: Caller,
    Path((case, step)): Path<(String, String)>,
    headers: HeaderMap,
    Sent(sent): Sent<Taking>,
) -> Result<Json<Done>, Problem> {
    let desk = open_case(&app, &caller, &case).await?;
    let procedure = desk.case.procedure;
    let step = procedure.step(&step).ok_or_else(Problem::not_found)?;
    let request =
        Wanted { procedure, case: &case, step, answers: sent.answers, version: sent.version, password: sent.password };
    Ok(Json(pass(&app, &caller, request, &headers).await?))
}

pub async fn open(
    State(app): State<Shared>,
    caller: Caller,
    Path(procedure): Path<String>,
    headers: HeaderMap,
    Sent(sent): Sent<Opening>,
) -> Result<Response, Problem> {
    let procedure = Procedure::parse(&procedure).ok_or_else(Problem::not_found)?;
    let step = procedure.steps()[0];
    // A body has one report for each form and quarter: its case has an id of its own.
    let report = match procedure {
        Procedure::Report => case_of(&caller.actor().body, &Answers(sent.answers.clone())),
        _ => None,
    };
    let case = match (report, sent.id) {
        (Some(report), Some(id)) if id != report => return Err(Problem::field("id", "not-a-choice")),
        (Some(report), _) => report,
        (None, Some(id)) if !is_id(&id) => {
            return Err(Problem::of(Failure::Bad("error-bad-form")).saying("wrong-id"));
        }
        (None, Some(id)) => id,
        (None, None) => app.random_word(12),
    };
    let taken = match key(&headers)? {
        Some(key) => door::taken(&app, caller.actor(), &case, step.id(), &key).await?,
        None => false,
    };
    if !taken && store::cases::load(&app.db, &case).await?.is_some() {
        return Err(Problem::conflict("case-exists"));
    }
    let request =
        Wanted { procedure, case: &case, step, answers: sent.answers, version: None, password: sent.password };
    let done = pass(&app, &caller, request, &headers).await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, done.url.clone())], Json(done)).into_response())
}

/// A step somebody wants to take.
struct Wanted<'a> {
    procedure: Procedure,
    case: &'a str,
    step: &'static dyn Step,
    answers: Map<String, Value>,
    version: Option<u32>,
    password: Option<String>,
}

/// Through the door.
async fn pass(app: &Shared, caller: &Caller, wanted: Wanted<'_>, headers: &HeaderMap) -> Result<Done, Problem> {
    let step = wanted.step;
    let key = key(headers)?;
    if step.def().signs {
        let given = wanted.password.as_deref().filter(|p| !p.is_empty());
        let given = given.ok_or_else(|| Problem::field("password", "required"))?;
        match password::confirm(app, Purpose::Signature, &caller.origin, &caller.signed, given).await? {
            Answer::Right => {}
            Answer::Wrong => return Err(Problem::field("password", "wrong-password")),
            Answer::Locked(until) => return Err(Problem::locked(until.duration_since(app.clock.now()))),
        }
    }
    let request = door::Request {
        procedure: wanted.procedure,
        case: wanted.case,
        step: step.id(),
        answers: Answers(wanted.answers),
        version: wanted.version,
        key,
    };
    let done =
        door::take(app, caller.actor(), request).await.map_err(|trouble| Problem::of(trouble).at_step(step.id()))?;
    Ok(Done {
        version: done.version,
        documents: done.documents.iter().map(|d| DocumentShown::of(&caller.words, d)).collect(),
        url: format!("{ROOT}/cases/{}", done.case),
        case: done.case,
    })
}

/// The key of the header.
fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let wrong = || Problem::of(Failure::Bad("error-bad-form")).saying("wrong-key");
    let value = value.to_str().map_err(|_| wrong())?.trim();
    if value.is_empty() || value.len() > 100 {
        return Err(wrong());
    }
    Ok(Some(value.to_owned()))
}

#[derive(Deserialize)]
pub struct FileName {
    #[serde(default)]
    name: String,
    #[serde(default)]
    protected: bool,
}

/// Keeps files with a case: a form with files, or the bytes of one with its name in `?name=`.
pub async fn upload(
    State(app): State<Shared>,
    caller: Caller,
    Path(case): Path<String>,
    Asked(asked): Asked<FileName>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = open_case(&app, &caller, &case).await?;
    admitted(&desk.case, caller.actor())?;
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let files = if kind.starts_with("multipart/form-data") {
        parts(request, &app).await?
    } else {
        vec![(asked.name, problem::bytes(request, &app).await?)]
    };
    if files.is_empty() || files.iter().any(|(name, bytes)| name.is_empty() || bytes.is_empty()) {
        return Err(Problem::of(Failure::Bad("file-none")).saying("no-file"));
    }
    let mut digests = Vec::new();
    for (name, bytes) in files {
        match keep(&app, &caller.signed, &desk, &name, &bytes, asked.protected).await? {
            Ok(digest) => digests.push(digest),
            Err("file-too-large") => return Err(Failure::TooLarge.into()),
            Err(key) => return Err(Failure::Bad(key).into()),
        }
    }
    Ok((StatusCode::CREATED, Json(Kept { digests })).into_response())
}

async fn parts(request: Request, app: &Shared) -> Result<Vec<(String, axum::body::Bytes)>, Problem> {
    let bad = || Problem::from(Failure::Bad("error-bad-form"));
    let mut parts = Multipart::from_request(request, app).await.map_err(|_| bad())?;
    let wrong = |error: axum::extract::multipart::MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::from(Failure::TooLarge),
        _ => bad(),
    };
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(wrong)? {
        if let Some(name) = part.file_name().map(str::to_owned) {
            files.push((name, part.bytes().await.map_err(wrong)?));
        }
    }
    Ok(files)
}
