//! Published half-year lists, for anybody and without scores (Code art. 141).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;

use crate::{
    app::Shared,
    external::lists::{self, opening},
    web::{
        error::Failure,
        page::{Page, Visitor, html},
    },
};

#[derive(Template)]
#[template(path = "public_lists.html")]
struct PublicListsPage {
    page: Page,
    lists: Vec<List>,
    previous: String,
    next: String,
    now: String,
    last: String,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    page: usize,
}

struct List {
    title: String,
    approved: String,
    published: String,
    registration: String,
    lines: Vec<Line>,
}

struct Line {
    number: usize,
    subject: String,
    by: String,
    month: String,
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    /// Lists of a year.
    const PER_PAGE: usize = 2;
    let words = &visitor.words;
    let registry = app.registry();
    let kept = store::told::lists(&app.db).await?;
    let mut rows = lists::every(&app).await?;
    // What is closed and was not given up is published.
    rows.retain(|row| row.meta.closed_on.is_some() && kept.contains(&row.meta.id));
    let last = rows.len().div_ceil(PER_PAGE).max(1);
    let now = asked.page.clamp(1, last);
    let rows: Vec<_> = rows.into_iter().skip((now - 1) * PER_PAGE).take(PER_PAGE).collect();
    let found = lists::load(&app, &rows).await?;
    let link = |page: usize| super::address("/public/half-year-lists", &[("page", &page.to_string())]);
    let list = |case: &law::case::CaseFile| {
        let (opening, list) = (opening(case)?, case.list()?);
        let title = words.half_year(opening.year, opening.half);
        let name = |id: &str| registry.name(id, words.lang);
        let lines = list.entries.iter().zip(1..).map(|(entry, number)| Line {
            number,
            subject: name(&entry.subject),
            by: name(&entry.by),
            month: entry.month.map(|month| words.month_within(month)).unwrap_or_default(),
        });
        Some(List {
            approved: words.date(list.approved?),
            published: words.date(list.published?),
            registration: list.registered.as_ref().map(|(_, r)| r.number.clone()).unwrap_or_default(),
            lines: lines.collect(),
            title,
        })
    };
    html(&PublicListsPage {
        page: visitor.page(&app).await?,
        lists: found.iter().filter_map(list).collect(),
        previous: if now > 1 { link(now - 1) } else { String::new() },
        next: if now < last { link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
    })
}
