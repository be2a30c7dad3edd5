//! What goes wrong, as RFC 9457 problem details: the same failures, statuses and sentences as on the pages.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{FromRequest, FromRequestParts, Path, Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use jiff::SignedDuration;
use law::{
    case::{FieldError, Refusal},
    words::REFUSALS,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    ROOT,
    auth::language,
    shown::{FieldFault, ProblemKind, ProblemShown, Since},
};
use crate::{
    app::Shared,
    door::Trouble,
    web::error::Failure,
    words::{Arg, Lang, Speaker},
};

/// Codes of problems that only the API has: `api-problem-CODE` says what to do.
pub const OWN: &[&str] = &[
    "no-token",
    "read-only",
    "not-json",
    "wrong-parameter",
    "wrong-key",
    "wrong-method",
    "wrong-answers",
    "wrong-id",
    "case-exists",
    "no-file",
    "locked",
];

/// Codes of failures that pages have, too: `error-CODE` and `error-CODE-text`.
pub const SHARED: &[&str] =
    &["not-found", "forbidden", "closed", "too-large", "too-many", "bad", "stale", "busy", "internal"];

/// A failure on its way out; `told` gives it words.
#[derive(Debug)]
pub struct Problem {
    failure: Failure,
    /// One of [`OWN`] in the place of the failure's own code.
    code: Option<&'static str>,
    /// Only where no failure of the pages has the status.
    status: Option<StatusCode>,
    /// Whose steps the fields belong to.
    step: Option<&'static str>,
    /// What is wrong with the cells of a report, in words, and the paragraph that asks for it.
    faults: Option<(Vec<FieldFault>, u8)>,
}

impl Problem {
    pub fn of(failure: impl Into<Failure>) -> Self {
        Self { failure: failure.into(), code: None, status: None, step: None, faults: None }
    }

    pub fn saying(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    /// The step whose questions the wrong answers belong to.
    pub fn at_step(self, step: &'static str) -> Self {
        Self { step: Some(step), ..self }
    }

    pub fn not_found() -> Self {
        Self::of(Failure::NotFound)
    }

    pub fn no_token(path: &str) -> Self {
        Self::of(Failure::SignIn(path.to_owned())).saying("no-token")
    }

    pub fn parameter() -> Self {
        Self::of(Failure::Bad("error-bad-form")).saying("wrong-parameter")
    }

    /// One wrong answer.
    pub fn field(field: &str, code: &'static str) -> Self {
        Self::of(Trouble::Wrong(vec![FieldError { field: field.into(), code, values: Vec::new() }]))
    }

    /// Wrong cells of a report under this paragraph: nothing of what was sent has been kept.
    pub fn faults(faults: Vec<FieldFault>, paragraph: u8) -> Self {
        Self { faults: Some((faults, paragraph)), ..Self::of(Trouble::Wrong(Vec::new())) }
    }

    /// Something that is there already.
    pub fn conflict(code: &'static str) -> Self {
        Self { status: Some(StatusCode::CONFLICT), ..Self::of(Failure::Bad("error-bad-form")).saying(code) }
    }

    /// Too many wrong passwords: none is tried for this long.
    pub fn locked(wait: SignedDuration) -> Self {
        Self::of(Failure::TooMany(u64::try_from(wait.as_secs()).unwrap_or(0) + 1)).saying("locked")
    }

    fn status(&self) -> StatusCode {
        self.status.unwrap_or_else(|| self.failure.status().0)
    }

    fn refusal(&self) -> Option<&Refusal> {
        match &self.failure {
            Failure::Door(trouble) => match &**trouble {
                Trouble::Refused(refusal) => Some(refusal),
                _ => None,
            },
            _ => None,
        }
    }

    fn show(&self, app: &Shared, words: &Speaker) -> ProblemShown {
        let (_, title, text) = self.failure.status();
        let code = self.code.unwrap_or_else(|| title.strip_prefix("error-").unwrap_or(title));
        let mut shown = ProblemShown {
            kind: String::new(),
            title: words.t(title),
            status: self.status().as_u16(),
            detail: self.code.map_or_else(|| words.t(text), |own| words.t(&format!("api-problem-{own}"))),
            code: code.to_owned(),
            paragraph: None,
            values: None,
            field: None,
            errors: None,
            since: None,
            version: None,
        };
        if let Some(refusal) = self.refusal() {
            let registry = app.registry();
            shown.detail = words.refusal(refusal, &|id| registry.known(id, words.lang));
            shown.code = refusal.code.to_owned();
            shown.paragraph = Some(refusal.paragraph);
            shown.values = Some(values(refusal));
            shown.field = refusal.field.map(str::to_owned);
        }
        if let Failure::Door(trouble) = &self.failure {
            match &**trouble {
                Trouble::Wrong(errors) => {
                    shown.code = "wrong-answers".into();
                    shown.title = words.t("ui-error-title");
                    shown.detail = words.t("api-problem-wrong-answers");
                    shown.errors = Some(errors.iter().map(|e| fault(words, self.step, e)).collect());
                }
                Trouble::Stale(case, seen) => {
                    shown.version = u32::try_from(case.facts.len()).ok();
                    let new = case.facts.iter().filter(|f| f.seq > *seen);
                    shown.since = Some(new.map(|f| Since::of(words, f)).collect());
                }
                _ => {}
            }
        }
        if let Some((faults, paragraph)) = &self.faults {
            shown.errors = Some(faults.clone());
            shown.paragraph = Some(*paragraph);
        }
        shown.kind = format!("{ROOT}/problems/{}", shown.code);
        shown
    }
}

/// Values of a refusal by name, as they are: dates, numbers, codes.
pub fn values(refusal: &Refusal) -> BTreeMap<String, Value> {
    let value = |v| serde_json::to_value(v).unwrap_or_default();
    refusal.values.iter().map(|(name, v)| ((*name).to_owned(), value(v))).collect()
}

fn fault(words: &Speaker, step: Option<&str>, error: &FieldError) -> FieldFault {
    let values: Vec<(&str, Arg)> = error.values.iter().map(|(n, v)| (*n, Arg::Number(*v))).collect();
    let text = match error.code {
        "wrong-password" => words.t("sign-wrong-password"),
        code => words.with(&format!("error-{code}"), &values),
    };
    let name = error.field.rsplit('.').next().unwrap_or_default();
    let label = super::fields::label(words, step.unwrap_or_default(), name);
    FieldFault {
        field: error.field.clone(),
        code: error.code.to_owned(),
        detail: label.map_or_else(|| text.clone(), |label| format!("{label}: {text}")),
        values: error.values.iter().map(|(n, v)| ((*n).to_owned(), *v)).collect(),
    }
}

impl<T: Into<Failure>> From<T> for Problem {
    fn from(failure: T) -> Self {
        Self::of(failure)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(failure = ?self.failure, "request failed");
        }
        let mut response = status.into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"sapa\""));
        }
        if let Failure::TooMany(wait) = self.failure {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Gives problems their words, in the language of the request, and says which language an answer is in.
pub async fn told(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let lang = language(request.uri().query(), request.headers());
    let mut response = next.run(request).await;
    if let Some(problem) = response.extensions_mut().remove::<Arc<Problem>>() {
        let shown = problem.show(&app, &app.words.speaker(lang));
        let (parts, _) = response.into_parts();
        response = Json(shown).into_response();
        *response.status_mut() = parts.status;
        for (name, value) in &parts.headers {
            if name != header::CONTENT_LENGTH {
                response.headers_mut().insert(name, value.clone());
            }
        }
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    }
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language, Authorization"));
    response
}

pub async fn nothing() -> Problem {
    Problem::not_found()
}

pub async fn wrong_method() -> Problem {
    let problem = Problem::of(Failure::Bad("error-bad-form")).saying("wrong-method");
    Problem { status: Some(StatusCode::METHOD_NOT_ALLOWED), ..problem }
}

/// Every code a problem can have.
pub fn codes() -> impl Iterator<Item = &'static str> {
    [OWN, SHARED, REFUSALS].into_iter().flatten().copied()
}

/// What a code means: the address a problem's `type` names.
pub async fn kind(
    State(app): State<Shared>,
    speaks: Speaks,
    Path(code): Path<String>,
) -> Result<Json<ProblemKind>, Problem> {
    let code = codes().find(|c| *c == code).ok_or_else(Problem::not_found)?;
    let words = app.words.speaker(speaks.0);
    let key = |prefix: &str, list: &[&str]| list.contains(&code).then(|| format!("{prefix}{code}"));
    let title =
        key("api-problem-", OWN).or_else(|| key("refusal-", REFUSALS)).unwrap_or_else(|| format!("error-{code}"));
    Ok(Json(ProblemKind { kind: format!("{ROOT}/problems/{code}"), code: code.to_owned(), title: words.t(&title) }))
}

/// The language asked for, where no token is needed.
pub struct Speaks(pub Lang);

impl FromRequestParts<Shared> for Speaks {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Problem> {
        Ok(Self(language(parts.uri.query(), &parts.headers)))
    }
}

/// The parameters of a query.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Shared> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        serde_urlencoded::from_str(query).map(Self).map_err(|_| Problem::parameter())
    }
}

/// The body of a request as JSON.
pub struct Sent<T>(pub T);

/// Most bytes of a request in JSON.
const MOST_JSON: usize = 2 * 1024 * 1024;

impl<T: DeserializeOwned> FromRequest<Shared> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, Problem> {
        let bytes = bytes(request, app).await?;
        if bytes.len() > MOST_JSON {
            return Err(Failure::TooLarge.into());
        }
        // No text holds this sign, and no database keeps it.
        let nul = bytes.windows(6).any(|w| w == b"\\u0000");
        let sent = if nul { None } else { serde_json::from_slice(&bytes).ok() };
        sent.map(Self).ok_or_else(|| Problem::of(Failure::Bad("error-bad-form")).saying("not-json"))
    }
}

/// The body of a request.
pub async fn bytes(request: Request, app: &Shared) -> Result<axum::body::Bytes, Problem> {
    axum::body::Bytes::from_request(request, app).await.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Failure::TooLarge.into()
        } else {
            Failure::Bad("error-bad-form").into()
        }
    })
}
