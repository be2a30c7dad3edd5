//! The entries of a half-year list: whom to visit, who visits, what became of it, and what stands in the way.

use std::collections::HashSet;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use law::{case::CaseFile, ch2_external::p10_list::Entry};

use super::{approval, list_of, mark, rule};
use crate::{
    app::Shared,
    door,
    external::{
        lists::{self, Conflict, opening},
        scores,
    },
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

pub async fn page(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    let (reach, case) = list_of(&app, &visitor, &id).await?;
    let words = &visitor.words;
    let (registry, law, today) = (app.registry(), app.law(), app.clock.today());
    let (Some(opening), Some(list)) = (opening(&case), case.list()) else { return Err(Failure::NotFound) };
    let dossier = scores::dossier(&app).await?;
    let viewer = door::viewer(&app, &visitor.signed()?.actor);
    let readable = lists::readable(&app, &viewer, None).await?;
    let names = names(&app, &case, &dossier).await?;
    let shown = list.entries.iter().filter(|e| reach.agency || e.by == reach.body);
    let line = |entry: &Entry| {
        let name = format!("{}/{}", case.id, entry.number);
        let visit = lists::visits(&dossier, &name).into_iter().next();
        let free = visit.is_none_or(|(_, check)| check.abandoned);
        let draft = reach.inspects() && reach.body == entry.by && list.approved.is_some() && free;
        let conflicts = lists::conflicts(&case, entry, &dossier, &law, today);
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
    html(&ListPage {
        page: visitor.page(&app).await?.under("/external"),
        crumbs: vec![Crumb { label: words.t("nav-planning"), href: "/planning".into() }],
        title: words.half_year(opening.year, opening.half),
        state: words.t(&format!("planning-list-{state}")),
        kind: mark(state),
        facts: dates.into_iter().flatten().collect(),
        why: format!("/cases/{}/duties/{}/why", case.id, rule(opening.half).id()),
        due: approval(&law, opening.year, opening.half).map(|due| words.date(due)).unwrap_or_default(),
        lines: shown.map(line).collect(),
        candidates: match reach.agency && drafting {
            true => super::address("/planning/candidates", &[("list", &case.id)]),
            false => String::new(),
        },
        drafting: drafting && reach.agency && reach.inspects(),
        case: case.id.clone(),
    })
}

fn open(readable: &HashSet<String>, case: &str) -> String {
    if readable.contains(case) { format!("/cases/{case}") } else { String::new() }
}

/// Names of the officers who are needed on the page.
async fn names(
    app: &Shared,
    case: &CaseFile,
    dossier: &law::ch2_external::dossier::Dossier,
) -> Result<std::collections::HashMap<String, store::Words>, Failure> {
    let mut found = std::collections::HashMap::new();
    let prefix = format!("{}/", case.id);
    let of_list = dossier.checks().filter(|(_, c)| c.basis.as_ref().is_some_and(|basis| basis.starts_with(&prefix)));
    let officers: HashSet<&String> = of_list.flat_map(|(_, check)| &check.officers).collect();
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
    names: &std::collections::HashMap<String, store::Words>,
) -> Problem {
    let (text, case) = match conflict {
        Conflict::Twice(case) => (words.t("planning-conflict-twice"), case.as_str()),
        Conflict::ShortMonth(days) => {
            (words.with("planning-conflict-short-month", &[("days", Arg::Number(*days))]), "")
        }
        Conflict::MonthOver => (words.t("planning-conflict-month-over"), ""),
        Conflict::Officer(officer, case) => {
            let name = names.get(officer).map_or(officer.as_str(), |name| name.get(words.lang.code()));
            (words.with("planning-conflict-officer", &[("officer", name.into())]), case.as_str())
        }
    };
    Problem { text, href: open(readable, case) }
}

/// The short name of a body; its code where it is unknown.
pub fn short(registry: &Registry, words: &Speaker, id: &str) -> String {
    registry.bodies.get(id).map_or_else(|| id.to_owned(), |b| b.short.get(words.lang.code()).to_owned())
}
