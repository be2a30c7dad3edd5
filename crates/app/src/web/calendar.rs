//! The working calendar of a year: twelve months, the days off with their reasons, the transfers with their decrees.

use askama::Template;
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use jiff::civil::Date;
use law::calendar::{Calendar, Day, Transfer, Why};

use super::{
    error::Failure,
    page::{Page, Visitor, html},
};
use crate::{
    app::Shared,
    words::{Arg, Speaker},
};

/// The years whose holidays are settled.
const YEARS: std::ops::RangeInclusive<i16> = 2021..=2027;

pub fn routes() -> Router<Shared> {
    Router::new().route("/calendar", get(this_year)).route("/calendar/{year}", get(year))
}

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage {
    page: Page,
    title: String,
    years: Vec<YearLink>,
    sum: String,
    weekdays: Vec<Weekday>,
    months: Vec<Month>,
    transfers: Vec<TransferLine>,
    expected: bool,
}

struct YearLink {
    year: i16,
    current: bool,
}

struct Weekday {
    short: String,
    full: String,
}

struct Month {
    label: String,
    count: String,
    weeks: Vec<Vec<Cell>>,
    reasons: Vec<Reason>,
}

#[derive(Default)]
struct Cell {
    label: String,
    /// `weekend`, `holiday`, `moved`, `off`, `worked` or nothing.
    kind: &'static str,
    /// The sign that says the kind without its colour.
    sign: &'static str,
    note: String,
    today: bool,
}

struct Reason {
    day: String,
    sign: &'static str,
    text: String,
}

struct TransferLine {
    from: String,
    to: String,
    decided: String,
    decree: String,
    href: String,
}

async fn this_year(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let year = app.clock.today().year().clamp(*YEARS.start(), *YEARS.end());
    show(&app, &visitor, year).await
}

async fn year(State(app): State<Shared>, visitor: Visitor, Path(year): Path<String>) -> Result<Response, Failure> {
    let year = year.parse().ok().filter(|y| YEARS.contains(y)).ok_or(Failure::NotFound)?;
    show(&app, &visitor, year).await
}

async fn show(app: &Shared, visitor: &Visitor, year: i16) -> Result<Response, Failure> {
    let words = &visitor.words;
    let law = app.law();
    let today = app.clock.today();
    let days = law.calendar.year(year);
    let working = days.iter().filter(|d| d.working).count();
    let count = |key: &str, n: usize| words.with(key, &[("days", Arg::Number(i64::try_from(n).unwrap_or(0)))]);
    let months = days.chunk_by(|a, b| a.date.month() == b.date.month()).map(|days| Month {
        label: words.month(days[0].date.month()),
        count: count("calendar-working", days.iter().filter(|d| d.working).count()),
        weeks: weeks(words, days, today),
        reasons: days.iter().filter_map(|d| reason(words, d)).collect(),
    });
    html(&CalendarPage {
        page: visitor.page(app).await?,
        title: words.with("calendar-title", &[("year", year.to_string().into())]),
        years: YEARS.map(|y| YearLink { year: y, current: y == year }).collect(),
        sum: format!("{}, {}", count("calendar-working", working), count("calendar-off", days.len() - working)),
        weekdays: (1..=7)
            .map(|n| Weekday { short: words.t(&format!("weekday-short-{n}")), full: words.t(&format!("weekday-{n}")) })
            .collect(),
        months: months.collect(),
        transfers: transfers(words, &law.calendar, year),
        expected: days.iter().any(|d| !d.settled),
    })
}

/// How a day is shown: its kind and the sign of it.
fn look(why: Why) -> (&'static str, &'static str) {
    match why {
        Why::Weekend => ("weekend", ""),
        Why::Holiday(_) => ("holiday", "•"),
        Why::HolidayMoved { .. } => ("moved", "»"),
        Why::TransferredOff { .. } => ("off", "–"),
        Why::TransferredWorking { .. } => ("worked", "+"),
        _ => ("", ""),
    }
}

fn weeks(words: &Speaker, days: &[Day], today: Date) -> Vec<Vec<Cell>> {
    let blank = days.first().map_or(0, |d| usize::try_from(d.date.weekday().to_monday_zero_offset()).unwrap_or(0));
    let mut cells: Vec<Cell> = (0..blank).map(|_| Cell::default()).collect();
    cells.extend(days.iter().map(|day| {
        let (kind, sign) = look(day.why);
        Cell {
            label: day.date.day().to_string(),
            kind,
            sign,
            note: if kind.is_empty() { String::new() } else { words.t(&format!("why-{}", day.why.key())) },
            today: day.date == today,
        }
    }));
    cells.resize_with(cells.len().next_multiple_of(7), Cell::default);
    let mut cells = cells.into_iter();
    let mut weeks = Vec::new();
    while cells.len() > 0 {
        weeks.push(cells.by_ref().take(7).collect());
    }
    weeks
}

/// Why a day that is no ordinary one is worked or not, for the list beside the months.
fn reason(words: &Speaker, day: &Day) -> Option<Reason> {
    let (kind, sign) = look(day.why);
    if matches!(kind, "" | "weekend") {
        return None;
    }
    let mut text = words.t(&format!("why-{}", day.why.key()));
    match day.why {
        Why::HolidayMoved { holiday, from } => {
            text = words.with(
                "calendar-moved",
                &[("holiday", words.t(&format!("why-{}", holiday.key())).into()), ("from", from.into())],
            );
        }
        Why::TransferredOff { from } => {
            text = words.with("calendar-instead", &[("why", text.into()), ("day", from.into())])
        }
        Why::TransferredWorking { to } => {
            text = words.with("calendar-instead-off", &[("why", text.into()), ("day", to.into())])
        }
        _ => {}
    }
    if !day.settled {
        text = words.with("calendar-expected", &[("why", text.into())]);
    }
    Some(Reason { day: format!("{}, {}", words.date(day.date), words.weekday(day.date)), sign, text })
}

fn transfers(words: &Speaker, calendar: &Calendar, year: i16) -> Vec<TransferLine> {
    let of_year = |t: &&Transfer| t.from.year() == year || t.to.year() == year;
    let day = |d: Date| format!("{}, {}", words.date(d), words.weekday(d));
    let line = |t: &Transfer| TransferLine {
        from: day(t.from),
        to: day(t.to),
        decided: words.date(t.decided_on),
        href: official(words, &t.decree),
        decree: t.decree.clone(),
    };
    calendar.transfers().iter().filter(of_year).map(line).collect()
}

/// The address of a legal act by its identifier in «Әділет», such as `P2300000326`; nothing for other words.
fn official(words: &Speaker, act: &str) -> String {
    let identifier = act.len() == 11
        && act.starts_with(|c: char| c.is_ascii_uppercase())
        && act.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if identifier {
        format!("https://adilet.zan.kz/{}/docs/{act}", words.lang.pick("kaz", "rus", "rus"))
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    #[test]
    fn a_month_is_whole_weeks_and_every_marked_day_has_a_reason() {
        let words = Words::load().speaker(Lang::Kk);
        let calendar = Calendar::kazakhstan();
        for year in YEARS {
            for days in calendar.year(year).chunk_by(|a, b| a.date.month() == b.date.month()) {
                let weeks = weeks(&words, days, days[0].date);
                assert!(weeks.iter().all(|w| w.len() == 7));
                let shown = weeks.iter().flatten().filter(|c| !c.label.is_empty()).count();
                assert_eq!(shown, days.len());
                let marked = weeks.iter().flatten().filter(|c| !c.sign.is_empty()).count();
                assert_eq!(marked, days.iter().filter_map(|d| reason(&words, d)).count());
            }
        }
    }

    #[test]
    fn an_act_has_an_address_only_by_its_identifier() {
        let words = Words::load().speaker(Lang::Ru);
        assert_eq!(official(&words, "P2300000326"), "https://adilet.zan.kz/rus/docs/P2300000326");
        assert_eq!(official(&words, "№ 326"), "");
    }
}
