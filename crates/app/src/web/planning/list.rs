//! The entries of a half-year list: whom to visit, who visits, what became of it, and what stands in the way.

use std::collections::{BTreeSet, HashMap, HashSet};

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use law::ch2_external::p10_list::Entry;
use serde::Deserialize;

use super::{approval, list_of, mark, rule};
use crate::{
    app::Shared,
    door,
    external::lists::{self, Around, Conflict, opening},
    registry::Registry,
    web::{
        case::Crumb,
        error::Failure,
        page::{Page, Visitor, html},
        subjects::{history, score::points},
    },
    words::{Arg, Speaker},
};

#[derive(Template)]
#[template(path = "planning_list.html")]
struct ListPage {
    page: Page,
    crumbs: Vec<Crumb>,
    title: String,
    case: String,
    state: String,
    kind: &'static str,
    facts: Vec<(String, String)>,
    why: String,
    due: String,
    lines: Vec<Line>,
    candidates: String,
    drafting: bool,
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

struct Line {
    number: u32,
    subject: String,
    name: String,
    by: String,
    month: String,
    score: String,
    high: bool,
    reason: String,
    visit: String,
    visit_href: String,
    visit_kind: &'static str,
    visit_dates: String,
    draft_href: String,
    conflicts: Vec<Problem>,
}

/// What stands in the way, in words.
struct Problem {
    text: String,
    href: String,
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    const PER_PAGE: usize = 50;
    let (reach, case) = list_of(&app, &visitor, &id).await?;
    let words = &visitor.words;
    let (registry, law, today) = (app.registry(), app.law(), app.clock.today());
    let (Some(opening), Some(list)) = (opening(&case), case.list()) else { return Err(Failure::NotFound) };
    let dossier = lists::around(&app, std::slice::from_ref(&case)).await?;
    let around = Around::of(&dossier);
    let viewer = door::viewer(&app, &visitor.signed()?.actor);
    let name = |entry: &Entry| format!("{}/{}", case.id, entry.number);
    let own: Vec<&Entry> = list.entries.iter().filter(|e| reach.agency || e.by == reach.body).collect();
    let last = own.len().div_ceil(PER_PAGE).max(1);
    let now = asked.page.clamp(1, last);
    let shown: Vec<(&Entry, Vec<Conflict>)> = (own.into_iter().skip((now - 1) * PER_PAGE).take(PER_PAGE))
        .map(|entry| (entry, lists::conflicts(&case, entry, &around, &law, today)))
        .collect();
    let visits = shown.iter().filter_map(|(entry, _)| around.visits(&name(entry)).first());
    let visits = visits.map(|(told, _)| told.case.as_str());
    let others = shown.iter().flat_map(|(_, conflicts)| conflicts).filter_map(Conflict::case);
    let readable = lists::readable(&app, &viewer, visits.chain(others)).await?;
    let names = names(&app, shown.iter().flat_map(|(_, conflicts)| conflicts)).await?;
    let line = |(entry, conflicts): &(&Entry, Vec<Conflict>)| {
        let name = name(entry);
        let visit = around.visits(&name).first();
        let free = visit.is_none_or(|(_, check)| check.abandoned);
        let draft = reach.inspects() && reach.body == entry.by && list.approved.is_some() && free;
        Line {
            number: entry.number,
            subject: if reach.covers(&registry.tree, &entry.subject) { entry.subject.clone() } else { String::new() },
            name: registry.name(&entry.subject, words.lang),
            by: registry.name(&entry.by, words.lang),
            month: entry.month.map(|month| words.month_within(month)).unwrap_or_default(),
            score: points(words, entry.score.total.into()),
            high: entry.score.high,
            reason: entry.reason.clone(),
            visit: visit.map(|(_, c)| words.t(&format!("planning-check-{}", lists::stage(c)))).unwrap_or_default(),
            visit_href: visit.map(|(told, _)| open(&readable, &told.case)).unwrap_or_default(),
            visit_kind: visit.map(|(_, check)| history::mark(check, today)).unwrap_or_default(),
            visit_dates: visit
                .map(|(_, check)| format!("{} – {}", words.date(check.start), words.date(check.end)))
                .unwrap_or_default(),
            draft_href: if draft { super::address("/open/visit", &[("from", &name)]) } else { String::new() },
            conflicts: conflicts.iter().map(|c| problem(words, c, &readable, &names)).collect(),
        }
    };
    let state = lists::state(list);
    let day = |key: &str, day: Option<jiff::civil::Date>| day.map(|day| (words.t(key), words.date(day)));
    let registered = list
        .registered
        .as_ref()
        .map(|(on, reg)| (words.t("planning-registered"), format!("№ {}, {}", reg.number, words.date(*on))));
    let dates = [
        day("planning-opened", list.opened),
        day("planning-approved", list.approved),
        registered,
        day("planning-published", list.published),
        day("planning-abandoned", list.abandoned),
    ];
    let drafting = state == "draft";
    let link = |page: usize| super::address(&format!("/planning/lists/{}", case.id), &[("page", &page.to_string())]);
    html(&ListPage {
        page: visitor.page(&app).await?.under("/external"),
        crumbs: vec![Crumb { label: words.t("nav-planning"), href: "/planning".into() }],
        title: words.half_year(opening.year, opening.half),
        state: words.t(&format!("planning-list-{state}")),
        kind: mark(state),
        facts: dates.into_iter().flatten().collect(),
        why: format!("/cases/{}/duties/{}/why", case.id, rule(opening.half).id()),
        due: approval(&law, opening.year, opening.half).map(|due| words.date(due)).unwrap_or_default(),
        lines: shown.iter().map(line).collect(),
        candidates: match reach.agency && drafting {
            true => super::address("/planning/candidates", &[("list", &case.id)]),
            false => String::new(),
        },
        drafting: drafting && reach.agency && reach.inspects(),
        previous: if now > 1 { link(now - 1) } else { String::new() },
        next: if now < last { link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        case: case.id.clone(),
    })
}

fn open(readable: &HashSet<String>, case: &str) -> String {
    if readable.contains(case) { format!("/cases/{case}") } else { String::new() }
}

/// Names of the officers who have two checks at once.
async fn names<'a>(
    app: &Shared,
    conflicts: impl Iterator<Item = &'a Conflict>,
) -> Result<HashMap<String, store::Words>, Failure> {
    let officer = |conflict: &'a Conflict| match conflict {
        Conflict::Officer(officer, _) => Some(officer),
        _ => None,
    };
    let officers: BTreeSet<&String> = conflicts.filter_map(officer).collect();
    let mut found = HashMap::new();
    for officer in officers {
        if let Some(user) = store::users::get(&app.db, officer).await? {
            found.insert(officer.clone(), user.name);
        }
    }
    Ok(found)
}

fn problem(
    words: &Speaker,
    conflict: &Conflict,
    readable: &HashSet<String>,
    names: &HashMap<String, store::Words>,
) -> Problem {
    let text = match conflict {
        Conflict::Twice(_) => words.t("planning-conflict-twice"),
        Conflict::ShortMonth(days) => words.with("planning-conflict-short-month", &[("days", Arg::Number(*days))]),
        Conflict::MonthOver => words.t("planning-conflict-month-over"),
        Conflict::Officer(officer, _) => {
            let name = names.get(officer).map_or(officer.as_str(), |name| name.get(words.lang.code()));
            words.with("planning-conflict-officer", &[("officer", name.into())])
        }
    };
    Problem { text, href: open(readable, conflict.case().unwrap_or_default()) }
}

/// The short name of a body; its code where it is unknown.
pub fn short(registry: &Registry, words: &Speaker, id: &str) -> String {
    registry.bodies.get(id).map_or_else(|| id.to_owned(), |b| b.short.get(words.lang.code()).to_owned())
}
