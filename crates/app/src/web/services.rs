//! The register of public services: what each is called, which body is responsible for it, which are permits.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use serde::Deserialize;

use super::{
    error::Failure,
    form::Choice,
    page::{Page, Visitor, html},
};
use crate::{app::Shared, words::Arg};

pub fn routes() -> Router<Shared> {
    Router::new().route("/services", get(list))
}

#[derive(Template)]
#[template(path = "services.html")]
struct ServicesPage {
    page: Page,
    text: String,
    owners: Vec<Choice>,
    categories: Vec<Choice>,
    count: String,
    rows: Vec<Row>,
    filtered: bool,
    previous: String,
    next: String,
    now: String,
    last: String,
}

struct Row {
    code: String,
    name: String,
    owner: String,
    owner_name: String,
    category: String,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    category: String,
    #[serde(default)]
    page: usize,
}

impl Asked {
    fn link(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [("q", &self.q), ("owner", &self.owner), ("category", &self.category), ("page", &page)];
        format!("/services?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    }
}

async fn list(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    const PER_PAGE: usize = 50;
    const MOST: u32 = 100_000;
    visitor.signed()?;
    let words = &visitor.words;
    let registry = app.registry();
    let owner = Some(asked.owner.as_str()).filter(|o| !o.is_empty());
    let mut found = store::services::search(&app.db, &asked.q, owner, MOST).await?;
    match asked.category.as_str() {
        "none" => found.retain(|s| s.permits_category.is_none()),
        "" => {}
        category => found.retain(|s| s.permits_category.is_some_and(|c| c.to_string() == category)),
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let last = found.len().div_ceil(PER_PAGE).max(1);
    let now = asked.page.clamp(1, last);
    let rows = found.into_iter().skip((now - 1) * PER_PAGE).take(PER_PAGE).map(|s| Row {
        name: s.name.get(words.lang.code()).to_owned(),
        owner_name: registry.name(&s.owner, words.lang),
        owner: s.owner,
        category: s.permits_category.map(|c| words.t(&format!("services-category-{c}"))).unwrap_or_default(),
        code: s.code,
    });
    let choice = |value: &str, label: String, asked: &str| Choice {
        chosen: value == asked,
        value: value.into(),
        label,
        hint: String::new(),
    };
    let owners: BTreeSet<&str> = registry.services.values().map(|s| s.owner.as_str()).collect();
    let mut owners: Vec<Choice> =
        owners.into_iter().map(|o| choice(o, registry.name(o, words.lang), &asked.owner)).collect();
    owners.sort_by(|a, b| words.lang.compare(&a.label, &b.label));
    let category = |c: &str| choice(c, words.t(&format!("services-category-{c}")), &asked.category);
    html(&ServicesPage {
        page: visitor.page(&app).await?,
        owners,
        categories: ["1", "2", "none"].map(category).into(),
        count: words.with("services-count", &[("count", Arg::Number(total))]),
        rows: rows.collect(),
        filtered: [&asked.q, &asked.owner, &asked.category].iter().any(|v| !v.trim().is_empty()),
        previous: if now > 1 { asked.link(now - 1) } else { String::new() },
        next: if now < last { asked.link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        text: asked.q,
    })
}
