//! The load of inspectors: open checks, days booked, the next end, and the weeks ahead.

use std::collections::HashSet;

use askama::Template;
use axum::{extract::State, response::Response};
use law::{calendar::Why, ch2_external::dossier::Dossier};
use store::told;

use super::list::short;
use crate::{
    app::Shared,
    door,
    external::{
        lists,
        load::{self, Officer, Week},
    },
    web::{
        duties::left,
        error::Failure,
        page::{Page, Visitor, html},
        subjects::{number, reach},
    },
    words::Arg,
};

#[derive(Template)]
#[template(path = "planning_load.html")]
struct LoadPage {
    page: Page,
    tab: &'static str,
    /// Whether several bodies are shown.
    many: bool,
    officers: Vec<Line>,
    weeks: Vec<WeekHead>,
    holidays: Vec<String>,
}

struct WeekHead {
    label: String,
    full: String,
    working: String,
    /// Whether a day that would be worked is off.
    short: bool,
}

struct Line {
    name: String,
    body: String,
    count: usize,
    booked: usize,
    next: String,
    left: String,
    kind: &'static str,
    checks: Vec<CheckLine>,
    at_once: String,
    cells: Vec<Cell>,
}

struct CheckLine {
    title: String,
    href: String,
    dates: String,
}

/// A week of an officer.
struct Cell {
    label: String,
    said: String,
    week: String,
    /// `free`, `some`, `full` or `twice`.
    kind: &'static str,
}

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let (reach, signed) = reach(&app, &visitor)?;
    let words = &visitor.words;
    let (registry, law, today) = (app.registry(), app.law(), app.clock.today());
    let dossier = Dossier { told: told::open_checks(&app.db).await?, ..Dossier::default() };
    let mut bodies: Vec<String> = if reach.agency {
        let tree = &registry.tree;
        let own = tree.iter().filter(|b| tree.is_within(&reach.body, &b.id) && b.exists_on(today));
        own.map(|b| b.id.clone()).collect()
    } else {
        vec![reach.body.clone()]
    };
    bodies.sort();
    let officers = load::of_bodies(&app, &bodies, &dossier, &law, today).await?;
    let cases = officers.iter().flat_map(|officer| &officer.checks).map(|(told, _)| told.case.as_str());
    let readable = lists::readable(&app, &door::viewer(&app, &signed.actor), cases).await?;
    let weeks = load::weeks(&law, today);
    let heads: Vec<WeekHead> = weeks.iter().map(|week| head(words, *week)).collect();
    let line = |officer: &Officer| {
        let next = officer.next_end();
        let (left, kind) = next.map(|end| left(words, &law, today, end)).unwrap_or_default();
        Line {
            name: officer.name.get(words.lang.code()).to_owned(),
            body: short(&registry, words, &officer.body),
            count: officer.checks.len(),
            booked: officer.booked,
            next: next.map(|end| words.date(end)).unwrap_or_default(),
            left,
            kind,
            checks: officer
                .checks
                .iter()
                .map(|(told, check)| check_line(words, &registry, &readable, told, check))
                .collect(),
            at_once: match officer.at_once.len() {
                0 => String::new(),
                n => words.with("planning-at-once", &[("count", number(n))]),
            },
            cells: officer
                .weeks
                .iter()
                .zip(&weeks)
                .zip(&heads)
                .map(|((w, week), head)| cell(words, *w, *week, head))
                .collect(),
        }
    };
    let first = weeks.first().map_or(today, |week| week.monday);
    let last = weeks.last().map_or(today, |week| week.sunday());
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(|day| *day <= last);
    let special = days.map(|day| law.calendar.day(day)).filter(|day| !matches!(day.why, Why::Working | Why::Weekend));
    html(&LoadPage {
        page: visitor.page(&app).await?.under("/external"),
        tab: "load",
        many: reach.agency,
        officers: officers.iter().map(line).collect(),
        holidays: special
            .map(|day| format!("{} – {}", words.date(day.date), words.t(&format!("why-{}", day.why.key()))))
            .collect(),
        weeks: heads,
    })
}

fn head(words: &crate::words::Speaker, week: Week) -> WeekHead {
    let (first, last) = (words.date(week.monday), words.date(week.sunday()));
    WeekHead {
        label: first[..5].to_owned(),
        full: format!("{first} – {last}"),
        working: words.with("planning-working-days", &[("days", Arg::Number(week.working))]),
        short: week.working < 5,
    }
}

fn cell(words: &crate::words::Speaker, (booked, checks): (usize, usize), week: Week, head: &WeekHead) -> Cell {
    let kind = match (booked, checks) {
        (0, _) => "free",
        (_, 2..) => "twice",
        (n, _) if i64::try_from(n).unwrap_or(0) >= week.working => "full",
        _ => "some",
    };
    Cell {
        label: if booked == 0 { "–".to_owned() } else { format!("{booked}/{}", week.working) },
        said: words.with("planning-week-said", &[("days", number(booked)), ("checks", number(checks))]),
        week: head.label.clone(),
        kind,
    }
}

fn check_line(
    words: &crate::words::Speaker,
    registry: &crate::registry::Registry,
    readable: &HashSet<String>,
    told: &law::ch2_external::dossier::Told,
    check: &law::ch2_external::dossier::Check,
) -> CheckLine {
    let subject = told.subject.as_deref().map(|id| short(registry, words, id)).unwrap_or_default();
    let kind = words.t(if check.visit { "procedure-visit" } else { "procedure-inspection" });
    CheckLine {
        title: format!("{kind}: {subject}"),
        href: if readable.contains(&told.case) { format!("/cases/{}", told.case) } else { String::new() },
        dates: format!("{} – {}", words.date(check.start), words.date(check.end)),
    }
}
