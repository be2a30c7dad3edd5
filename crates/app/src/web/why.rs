//! «Why this date?»: the reckoning as a small calendar, skipped days with their reason, the rule, the readings.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use jiff::civil::Date;
use law::{
    ch2_external::moved::{Moved, moved},
    rules::StartsFrom,
    term::Due,
};

use super::{
    error::Failure,
    page::{Page, Visitor, html},
};
use crate::{
    app::Shared,
    door,
    words::{Arg, Speaker},
};

/// What is shown of a date.
pub struct Why {
    pub title: String,
    pub paragraph: String,
    pub weekdays: Vec<String>,
    pub months: Vec<Month>,
    pub result: String,
    pub lines: Vec<String>,
}

pub struct Month {
    pub label: String,
    pub weeks: Vec<Vec<Cell>>,
}

#[derive(Default)]
pub struct Cell {
    pub label: String,
    /// `start`, `counted`, `skipped`, `due` or nothing.
    pub kind: &'static str,
    pub count: String,
    pub note: String,
}

#[derive(Template)]
#[template(path = "why.html")]
struct WhyPage {
    page: Page,
    back: String,
    why: Why,
}

#[derive(Template)]
#[template(path = "why_body.html")]
struct WhyFragment {
    page: Page,
    why: Why,
}

/// The reckoning of a duty's date: a fragment for htmx, a page otherwise.
pub async fn duty(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((case, key)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let desk = door::open(&app, &signed.actor, &case).await?.ok_or(Failure::NotFound)?;
    let duty = desk.case.duties(&desk.law).into_iter().find(|d| d.key == key).ok_or(Failure::NotFound)?;
    let words = &visitor.words;
    let mut why = match &duty.reckoning {
        Some(due) => explain(words, due),
        None => Why {
            title: words.t(&duty.what),
            paragraph: duty.paragraph.to_string(),
            weekdays: Vec::new(),
            months: Vec::new(),
            result: words.date(duty.due),
            lines: vec![words.t("why-set-in-case")],
        },
    };
    let told = |m: &Moved| words.with(&format!("moved-by-{}", m.by), &[("on", m.on.into()), ("to", m.to.into())]);
    let moves: Vec<String> = moved(&desk.case, &key).iter().map(told).collect();
    if !moves.is_empty() {
        // The rule's words name the document that set the first date.
        why.lines.splice(..why.lines.len().min(1), moves);
    }
    let page = visitor.page(&app).await?;
    if headers.contains_key("hx-request") {
        return html(&WhyFragment { page, why });
    }
    html(&WhyPage { page, back: format!("/cases/{case}"), why })
}

/// The reckoning in words and as a calendar.
pub fn explain(words: &Speaker, due: &Due) -> Why {
    let mut lines =
        vec![words.t(&format!("rule-{}-term", due.rule)), words.with("why-from", &[("date", due.from.into())])];
    let mut counted = 0;
    for day in &due.reckoning {
        counted += i64::from(day.counts);
        if !day.counts {
            let why = words.t(&format!("why-{}", day.why.key()));
            lines.push(format!("{}, {}: {why}", words.date(day.date), words.weekday(day.date)));
        }
    }
    for reading in &due.readings {
        lines.push(format!("{reading}: {}", words.t(reading.title_key())));
    }
    let key = if counts_days(due) { "why-result" } else { "why-result-fixed" };
    let result = words.with(
        key,
        &[("date", due.due.into()), ("weekday", words.weekday(due.due).into()), ("days", Arg::Number(counted))],
    );
    Why {
        title: words.t(&format!("rule-{}", due.rule)),
        paragraph: due.paragraph.to_string(),
        weekdays: (1..=7).map(|n| words.t(&format!("weekday-short-{n}"))).collect(),
        months: months(words, due),
        result,
        lines,
    }
}

/// Whether days are counted from the start; otherwise the Rules name the day.
fn counts_days(due: &Due) -> bool {
    due.rule.rule().starts_from() == StartsFrom::Day
}

/// The months of the reckoning, the last ones where there are many.
fn months(words: &Speaker, due: &Due) -> Vec<Month> {
    const MOST: usize = 6;
    let start = counts_days(due).then_some(due.from);
    let days = || due.reckoning.iter().map(|d| d.date).chain(start).chain([due.due]);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    let mut month = first.first_of_month();
    let mut out = Vec::new();
    while month <= last {
        out.push(Month {
            label: format!("{} {}", words.month(month.month()), month.year()),
            weeks: weeks(words, due, month),
        });
        let Ok(next) = month.last_of_month().tomorrow() else { break };
        month = next;
    }
    out.split_off(out.len().saturating_sub(MOST))
}

fn weeks(words: &Speaker, due: &Due, month: Date) -> Vec<Vec<Cell>> {
    let blank = usize::try_from(month.weekday().to_monday_zero_offset()).unwrap_or(0);
    let mut cells: Vec<Cell> = (0..blank).map(|_| Cell::default()).collect();
    for number in 1..=month.days_in_month() {
        let Ok(date) = Date::new(month.year(), month.month(), number) else { continue };
        cells.push(cell(words, due, date));
    }
    let mut weeks = Vec::new();
    while !cells.is_empty() {
        let rest = cells.split_off(cells.len().min(7));
        weeks.push(std::mem::replace(&mut cells, rest));
    }
    if let Some(last) = weeks.last_mut() {
        last.resize_with(7, Cell::default);
    }
    weeks
}

fn cell(words: &Speaker, due: &Due, date: Date) -> Cell {
    let mut cell = Cell { label: date.day().to_string(), ..Cell::default() };
    let counted = due.reckoning.iter().filter(|d| d.counts).position(|d| d.date == date);
    if let Some(at) = counted {
        cell.kind = "counted";
        cell.count = (at + 1).to_string();
        cell.note = words.with("why-nth", &[("n", Arg::Number(i64::try_from(at).unwrap_or(0) + 1))]);
    } else if let Some(day) = due.reckoning.iter().find(|d| d.date == date) {
        cell.kind = "skipped";
        cell.note = words.t(&format!("why-{}", day.why.key()));
    }
    if date == due.from {
        cell.kind = "start";
        cell.note = words.t("why-key-start");
    }
    if date == due.due {
        cell.kind = "due";
        cell.note = words.t("why-key-due");
    }
    cell
}
