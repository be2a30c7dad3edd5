//! The page for anybody: what Sapa is, the check of a document by its code, and the law in the open.

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use serde::Deserialize;

use super::{
    error::Failure,
    form::Fault,
    page::{Page, Visitor, html},
};
use crate::app::Shared;

pub fn routes() -> Router<Shared> {
    Router::new().route("/public", get(page))
}

#[derive(Template)]
#[template(path = "public.html")]
struct PublicPage {
    page: Page,
    code: String,
    error: String,
    faults: Vec<Fault>,
    bodies: usize,
    services: usize,
    paragraphs: usize,
    rules: usize,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    /// The code under a document; absent where nothing was asked.
    code: Option<String>,
}

async fn page(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let words = &visitor.words;
    let entered = asked.code.as_deref().unwrap_or_default().trim().to_owned();
    let code: String = entered.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let written = !code.is_empty() && code.len() <= 40 && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if written {
        return Ok(Redirect::to(&format!("/v/{code}")).into_response());
    }
    let error = match &asked.code {
        None => String::new(),
        Some(_) if entered.is_empty() => words.t("public-code-missing"),
        Some(_) => words.t("public-code-wrong"),
    };
    let faults: Vec<Fault> = Some(error.clone())
        .filter(|e| !e.is_empty())
        .map(|text| Fault { field: "code".into(), text })
        .into_iter()
        .collect();
    let registry = app.registry();
    let today = app.clock.today();
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = html(&PublicPage {
        page: visitor.page(&app).await?,
        code: entered,
        error,
        faults,
        bodies: registry.bodies.values().filter(|b| b.body.exists_on(today)).count(),
        services: registry.services.len(),
        paragraphs: law::paragraphs::ALL.len(),
        rules: law::rules::RULES.len(),
    })?;
    Ok((status, shown).into_response())
}
