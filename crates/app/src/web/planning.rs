//! Planning of external control (§10–11): half-year lists and their entries, candidates, checks by month, load of
//! inspectors; and the published lists for anybody.

mod candidates;
mod list;
mod load;
mod months;
mod published;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use jiff::civil::Date;
use law::{
    case::CaseFile,
    ch2_external::p10_list::Opening,
    edition::Law,
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};
use serde::Deserialize;

use super::{
    duties::left,
    error::Failure,
    page::{Page, Visitor, html},
    subjects::reach,
};
use crate::{
    app::Shared,
    door,
    external::{
        lists::{self, Around, opening},
        reach::Reach,
    },
    words::Speaker,
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/planning", get(page))
        .route("/planning/lists/{case}", get(list::page))
        .route("/planning/candidates", get(candidates::page))
        .route("/planning/load", get(load::page))
        .route("/planning/calendar", get(months::page))
        .route("/public/half-year-lists", get(published::page))
}

#[derive(Template)]
#[template(path = "planning.html")]
struct PlanningPage {
    page: Page,
    tab: &'static str,
    lists: Vec<ListLine>,
    due: Vec<DueLine>,
    open_href: String,
    previous: String,
    next: String,
    now: String,
    last: String,
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    page: usize,
}

/// A list of the table.
struct ListLine {
    href: String,
    title: String,
    state: String,
    kind: &'static str,
    entries: usize,
    visited: usize,
    conflicts: usize,
    approved: String,
    late: bool,
    due: String,
    why: String,
    published: String,
}

/// A half-year that has no list yet, and the day by which it is to be approved.
struct DueLine {
    title: String,
    due: String,
    left: String,
    kind: &'static str,
    why: String,
}

/// The rule that says by when the list of a half-year is approved.
fn rule(half: u8) -> RuleId {
    if half == 1 { RuleId::R10_1 } else { RuleId::R10_2 }
}

/// By when a list is approved; none for a year no date can have.
fn approval(law: &Law, year: i16, half: u8) -> Option<Date> {
    due_date(law, rule(half), Start::Year(year), SubjectKind::Other).ok()
}

/// The reckoning of that day.
fn why(year: i16, half: u8) -> String {
    format!("/rules/10?rule={}&year={year}", rule(half).id())
}

/// How a state of a list is marked.
fn mark(state: &str) -> &'static str {
    match state {
        "published" => "done",
        "abandoned" => "ahead",
        _ => "",
    }
}

/// The half-years whose lists come next.
fn coming(today: Date) -> [(i16, u8); 3] {
    let year = today.year();
    [(year, 1), (year, 2), (year + 1, 1)]
}

/// Those of them whose lists are due and are not there.
fn due<'a>(words: &Speaker, law: &Law, today: Date, every: impl Iterator<Item = &'a CaseFile> + Clone) -> Vec<DueLine> {
    let there = |year: i16, half: u8| {
        let mut lists = every.clone().filter(|case| case.list().is_some_and(|list| list.abandoned.is_none()));
        lists.any(|case| opening(case).is_some_and(|o| (o.year, o.half) == (year, half)))
    };
    let over = |year: i16, half: u8| Opening { year, half, criteria: String::new() }.last_day() < today;
    let missing = coming(today).into_iter().filter(|(year, half)| !there(*year, *half) && !over(*year, *half));
    let line = |(year, number): (i16, u8)| {
        let due = approval(law, year, number)?;
        let (left, kind) = left(words, law, today, due);
        Some(DueLine { title: words.half_year(year, number), due: words.date(due), left, kind, why: why(year, number) })
    };
    missing.filter_map(line).collect()
}

async fn page(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    /// Lists of two years.
    const PER_PAGE: usize = 4;
    let (reach, signed) = reach(&app, &visitor)?;
    let words = &visitor.words;
    let (law, today) = (app.law(), app.clock.today());
    let rows = lists::seen(&app, &door::viewer(&app, &signed.actor)).await?;
    let last = rows.len().div_ceil(PER_PAGE).max(1);
    let now = asked.page.clamp(1, last);
    let rows: Vec<_> = rows.into_iter().skip((now - 1) * PER_PAGE).take(PER_PAGE).collect();
    let seen = lists::load(&app, &rows).await?;
    let dossier = lists::around(&app, &seen).await?;
    let around = Around::of(&dossier);
    let line = |case: &CaseFile| {
        let (opening, list) = (opening(case)?, case.list()?);
        let state = lists::state(list);
        let due = approval(&law, opening.year, opening.half)?;
        let name = |number: u32| format!("{}/{number}", case.id);
        let visited = |number: u32| around.visits(&name(number)).iter().any(|(_, c)| c.started.is_some());
        let entries = || list.entries.iter().filter(|e| reach.agency || e.by == reach.body);
        let hindered =
            |e: &law::ch2_external::p10_list::Entry| !lists::conflicts(case, e, &around, &law, today).is_empty();
        Some(ListLine {
            href: format!("/planning/lists/{}", case.id),
            title: words.half_year(opening.year, opening.half),
            state: words.t(&format!("planning-list-{state}")),
            kind: mark(state),
            entries: entries().count(),
            visited: entries().filter(|e| visited(e.number)).count(),
            conflicts: if list.abandoned.is_some() { 0 } else { entries().filter(|e| hindered(e)).count() },
            approved: list.approved.map(|on| words.date(on)).unwrap_or_default(),
            late: list.abandoned.is_none() && list.approved.unwrap_or(today) > due,
            due: words.date(due),
            why: format!("/cases/{}/duties/{}/why", case.id, rule(opening.half).id()),
            published: list.published.map(|on| words.date(on)).unwrap_or_default(),
        })
    };
    let mut open = Vec::new();
    if reach.agency {
        let titles = coming(today).map(|(year, half)| format!("{year}/{half}"));
        let mut others = lists::every(&app).await?;
        others.retain(|row| titles.contains(&row.meta.title) && seen.iter().all(|case| case.id != row.meta.id));
        let others = lists::load(&app, &others).await?;
        open = due(words, &law, today, seen.iter().chain(&others));
    }
    let link = |page: usize| address("/planning", &[("page", &page.to_string())]);
    html(&PlanningPage {
        page: visitor.page(&app).await?.under("/external"),
        tab: "lists",
        lists: seen.iter().filter_map(line).collect(),
        due: open,
        previous: if now > 1 { link(now - 1) } else { String::new() },
        next: if now < last { link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        open_href: if reach.agency && reach.inspects() { "/open/half-year-list".into() } else { String::new() },
    })
}

/// Addresses of this site with their questions.
fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    format!("{path}?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
}

/// The list of a case that this visitor may read.
async fn list_of(app: &Shared, visitor: &Visitor, id: &str) -> Result<(Reach, CaseFile), Failure> {
    let (reach, signed) = reach(app, visitor)?;
    let row = store::cases::find(&app.db, &door::viewer(app, &signed.actor), id).await?.ok_or(Failure::NotFound)?;
    let case = door::load(app, &row).await?;
    if opening(&case).is_some() { Ok((reach, case)) } else { Err(Failure::NotFound) }
}
