//! Published half-year lists, for anybody and without scores (Code art. 141).

use askama::Template;
use axum::{extract::State, response::Response};

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

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let words = &visitor.words;
    let registry = app.registry();
    let every = lists::every(&app).await?;
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
    let lists = every.iter().filter_map(list).collect();
    html(&PublicListsPage { page: visitor.page(&app).await?, lists })
}
