//! Checks of a month as a calendar: which days each takes, days off marked with their reason.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use jiff::{ToSpan, civil::Date};
use law::{
    calendar::{Day, Why},
    ch2_external::dossier::{Check, Dossier, Told},
};
use serde::Deserialize;
use store::told;

use super::{address, list::short};
use crate::{
    app::Shared,
    door,
    external::lists,
    web::{
        error::Failure,
        page::{Page, Visitor, html},
        subjects::{history, number, reach},
    },
    words::Arg,
};

#[derive(Template)]
#[template(path = "planning_calendar.html")]
struct CalendarPage {
    page: Page,
    tab: &'static str,
    title: String,
    count: String,
    working: String,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Cell>>,
    lines: Vec<Line>,
    previous: String,
    next: String,
    previous_label: String,
    next_label: String,
}

#[derive(Default)]
struct Cell {
    label: String,
    /// Read out with the number of the day.
    full: String,
    /// `off`, `holiday` or nothing.
    kind: &'static str,
    note: String,
    today: bool,
    marks: Vec<Mark>,
    more: String,
}

/// A check on a day.
struct Mark {
    text: String,
    /// Its number in the table below.
    number: usize,
    /// `starts`, `ends` or nothing.
    kind: &'static str,
    said: String,
    href: String,
}

/// A check of the month, in the table below the calendar.
struct Line {
    number: usize,
    href: String,
    title: String,
    subject: String,
    body: String,
    dates: String,
    stage: String,
    kind: &'static str,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    month: String,
}

/// The first day of a month written as 2026-11.
fn month_of(text: &str) -> Option<Date> {
    format!("{}-01", text.trim()).parse().ok()
}

fn shown(first: Date) -> String {
    first.strftime("%Y-%m").to_string()
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (reach, signed) = reach(&app, &visitor)?;
    let words = &visitor.words;
    let (registry, law, today) = (app.registry(), app.law(), app.clock.today());
    let first = month_of(&asked.month).filter(|d| (2021..=2100).contains(&d.year())).unwrap_or(today.first_of_month());
    let last = first.last_of_month();
    let dossier = Dossier { told: told::between(&app.db, first, last).await?, ..Dossier::default() };
    let of_month = dossier.checks().filter(|(told, check)| {
        (reach.agency || told.body == reach.body) && !check.abandoned && check.start <= last && end(check) >= first
    });
    let mut checks: Vec<(&Told, &Check)> = of_month.collect();
    checks.sort_by(|a, b| (a.1.start, &a.0.case).cmp(&(b.1.start, &b.0.case)));
    let cases = checks.iter().map(|(told, _)| told.case.as_str());
    let readable = lists::readable(&app, &door::viewer(&app, &signed.actor), cases).await?;
    let name = |told: &Told| told.subject.as_deref().map(|id| short(&registry, words, id)).unwrap_or_default();
    let href = |told: &Told| {
        if readable.contains(&told.case) { format!("/cases/{}", told.case) } else { String::new() }
    };
    let days: Vec<Date> =
        std::iter::successors(Some(first), |d| d.tomorrow().ok()).take_while(|d| *d <= last).collect();
    let cell = |date: &Date| {
        const MOST: usize = 4;
        let date = *date;
        let day = law.calendar.day(date);
        let (kind, note) = look(words, &day);
        let on = checks.iter().enumerate().filter(|(_, (_, check))| check.start <= date && date <= end(check));
        let mut marks: Vec<Mark> = on
            .map(|(at, (told, check))| {
                let kind = if check.start == date {
                    "starts"
                } else if end(check) == date {
                    "ends"
                } else {
                    ""
                };
                let said = if kind.is_empty() { String::new() } else { words.t(&format!("planning-day-{kind}")) };
                Mark { text: name(told), number: at + 1, kind, said, href: href(told) }
            })
            .collect();
        marks.sort_by_key(|mark| (mark.kind.is_empty(), mark.number));
        let more = marks.len().saturating_sub(MOST);
        marks.truncate(MOST);
        Cell {
            label: date.day().to_string(),
            full: format!("{}, {}", words.date(date), words.weekday(date)),
            kind,
            note,
            today: date == today,
            marks,
            more: if more > 0 { words.with("planning-more", &[("count", number(more))]) } else { String::new() },
        }
    };
    let blank = usize::try_from(first.weekday().to_monday_zero_offset()).unwrap_or(0);
    let mut cells: Vec<Cell> = (0..blank).map(|_| Cell::default()).collect();
    cells.extend(days.iter().map(cell));
    cells.resize_with(cells.len().next_multiple_of(7), Cell::default);
    let mut weeks: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        match weeks.last_mut().filter(|week| week.len() < 7) {
            Some(week) => week.push(cell),
            None => weeks.push(vec![cell]),
        }
    }
    let line = |(at, (told, check)): (usize, &(&Told, &Check))| Line {
        number: at + 1,
        href: href(told),
        title: words.t(if check.visit { "procedure-visit" } else { "procedure-inspection" }),
        subject: told.subject.as_deref().map(|id| registry.name(id, words.lang)).unwrap_or_default(),
        body: short(&registry, words, &told.body),
        dates: format!("{} – {}", words.date(check.start), words.date(end(check))),
        stage: words.t(&format!("planning-check-{}", lists::stage(check))),
        kind: history::mark(check, today),
    };
    let title = |day: Date| format!("{} {}", words.month(day.month()), day.year());
    let (before, after) = (first.saturating_sub(1.month()), first.saturating_add(1.month()));
    let link = |day: Date| address("/planning/calendar", &[("month", &shown(day))]);
    html(&CalendarPage {
        page: visitor.page(&app).await?.under("/external"),
        tab: "calendar",
        title: title(first),
        count: words.with("planning-checks-count", &[("count", number(checks.len()))]),
        working: words.with("planning-working-days", &[("days", Arg::Number(lists::working(&law, first)))]),
        weekdays: (1..=7).map(|n| words.t(&format!("weekday-short-{n}"))).collect(),
        weeks,
        lines: checks.iter().enumerate().map(line).collect(),
        previous: link(before),
        next: link(after),
        previous_label: title(before),
        next_label: title(after),
    })
}

/// The last day a check takes: the day its results were delivered, where that is known.
fn end(check: &Check) -> Date {
    check.delivered.unwrap_or(check.end).max(check.start)
}

fn look(words: &crate::words::Speaker, day: &Day) -> (&'static str, String) {
    match day.why {
        Why::Working => ("", String::new()),
        Why::Weekend => ("off", words.t("why-weekend")),
        Why::TransferredWorking { .. } => ("", words.t("why-transferred-working")),
        why => ("holiday", words.t(&format!("why-{}", why.key()))),
    }
}
