//! Planning of external control (§10–11): half-year lists and their entries, candidates, checks by month, load of
//! inspectors; and the published lists for anybody.

mod candidates;
mod list;
mod load;
mod months;
mod published;

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use jiff::civil::Date;
use law::{
    case::CaseFile,
    ch2_external::p10_list::Opening,
    edition::Law,
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

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
        lists::{self, opening},
        reach::Reach,
        scores,
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

/// The half-years whose lists are due next and are not there.
fn due(words: &Speaker, law: &Law, today: Date, every: &[CaseFile]) -> Vec<DueLine> {
    let year = today.year();
    let there = |year: i16, half: u8| {
        let mut lists = every.iter().filter(|case| case.list().is_some_and(|list| list.abandoned.is_none()));
        lists.any(|case| opening(case).is_some_and(|o| (o.year, o.half) == (year, half)))
    };
    let coming = [(year, 1), (year, 2), (year + 1, 1)];
    let over = |year: i16, half: u8| Opening { year, half, criteria: String::new() }.last_day() < today;
    let missing = coming.into_iter().filter(|(year, half)| !there(*year, *half) && !over(*year, *half));
    let line = |(year, number): (i16, u8)| {
        let due = approval(law, year, number)?;
        let (left, kind) = left(words, law, today, due);
        Some(DueLine { title: words.half_year(year, number), due: words.date(due), left, kind, why: why(year, number) })
    };
    missing.filter_map(line).collect()
}

async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let (reach, signed) = reach(&app, &visitor)?;
    let words = &visitor.words;
    let (law, today) = (app.law(), app.clock.today());
    let seen = lists::seen(&app, &door::viewer(&app, &signed.actor)).await?;
    let dossier = scores::dossier(&app).await?;
    let line = |case: &CaseFile| {
        let (opening, list) = (opening(case)?, case.list()?);
        let state = lists::state(list);
        let due = approval(&law, opening.year, opening.half)?;
        let name = |number: u32| format!("{}/{number}", case.id);
        let visited = |number: u32| lists::visits(&dossier, &name(number)).iter().any(|(_, c)| c.started.is_some());
        let entries = || list.entries.iter().filter(|e| reach.agency || e.by == reach.body);
        let hindered =
            |e: &law::ch2_external::p10_list::Entry| !lists::conflicts(case, e, &dossier, &law, today).is_empty();
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
    html(&PlanningPage {
        page: visitor.page(&app).await?.under("/external"),
        tab: "lists",
        lists: seen.iter().filter_map(line).collect(),
        due: if reach.agency { due(words, &law, today, &lists::every(&app).await?) } else { Vec::new() },
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
