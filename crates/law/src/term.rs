//! From an event to a due date, with the day-by-day reckoning that a person can check.

mod start;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use start::{NotAStart, Quarter, Start};

use crate::calendar::{Calendar, Why};
use crate::edition::{Edition, Law};
use crate::readings::ReadingId;
use crate::rules::{Reckons, RuleId};

/// Whom a control concerns, as far as its length depends on it (Code art. 148).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    Micro,
    /// Small, medium and large business, state bodies and all others.
    #[default]
    Other,
}

/// A due date and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    pub rule: RuleId,
    pub paragraph: u8,
    pub edition: Edition,
    /// The date from which the count starts: the event, the last day of the quarter, 1 January of the year; for a date
    /// in a document the day it was set.
    pub from: Date,
    pub due: Date,
    /// Every day considered, in the order of counting, the last one being `due`.
    pub reckoning: Vec<Reckoned>,
    pub readings: Vec<ReadingId>,
}

/// A day of the reckoning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reckoned {
    pub date: Date,
    /// Whether it is one of the days of the term, or the date that decides.
    pub counts: bool,
    pub why: Why,
}

/// Why a term cannot be reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TermError {
    #[error("the date of rule {rule} stands in a document")]
    InDocument { rule: RuleId },
    #[error("rule {rule} starts from a day")]
    NeedsDay { rule: RuleId },
    #[error("rule {rule} starts from a quarter")]
    NeedsQuarter { rule: RuleId },
    #[error("rule {rule} starts from a year")]
    NeedsYear { rule: RuleId },
    #[error("the term of rule {rule} ends where no calendar reaches")]
    OutOfRange { rule: RuleId },
}

impl TermError {
    /// The word for it in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InDocument { .. } => "term-in-document",
            Self::NeedsDay { .. } => "term-needs-day",
            Self::NeedsQuarter { .. } => "term-needs-quarter",
            Self::NeedsYear { .. } => "term-needs-year",
            Self::OutOfRange { .. } => "term-out-of-range",
        }
    }

    pub const KEYS: &[&str] =
        &["term-in-document", "term-needs-day", "term-needs-quarter", "term-needs-year", "term-out-of-range"];
}

/// A term made ready: where it starts, how it counts, how many.
#[derive(Clone, Copy)]
struct Term {
    from: Date,
    count: Count,
}

#[derive(Clone, Copy)]
enum Count {
    After(u32),
    Duration(u32),
    Before(u32),
    CalendarBefore(u32),
    CalendarAfter(u32),
    /// The date in the Rules, before R-5.
    On(Date),
}

impl Term {
    #[inline]
    fn new(rule: RuleId, start: Start, number: impl Fn(Date) -> u32) -> Result<Self, TermError> {
        let day = || match start {
            Start::Day(day) => Ok((day, number(day))),
            _ => Err(TermError::NeedsDay { rule }),
        };
        let term = |(from, n): (Date, u32), count: fn(u32) -> Count| Self { from, count: count(n) };
        Ok(match rule.rule().reckoning {
            Reckons::WorkingDaysAfter(_) | Reckons::Extension { .. } => term(day()?, Count::After),
            Reckons::Duration { .. } => term(day()?, Count::Duration),
            Reckons::WorkingDaysBefore(_) => term(day()?, Count::Before),
            Reckons::CalendarDaysBefore(_) => term(day()?, Count::CalendarBefore),
            Reckons::CalendarDaysAfter(_) => term(day()?, Count::CalendarAfter),
            Reckons::DayAfterQuarter(_) => {
                let Start::Quarter(quarter) = start else {
                    return Err(TermError::NeedsQuarter { rule });
                };
                let month = quarter.following_month();
                Self { from: quarter.last_day(), count: Count::On(in_month(month, number(month))) }
            }
            Reckons::DayOfYear { before, month, .. } => {
                let Start::Year(year) = start else {
                    return Err(TermError::NeedsYear { rule });
                };
                let year = year.saturating_sub(before);
                let first = |month| Date::new(year, month, 1).map_err(|_| TermError::OutOfRange { rule });
                let month = first(month)?;
                Self { from: first(1)?, count: Count::On(in_month(month, number(month))) }
            }
            Reckons::InDocument => return Err(TermError::InDocument { rule }),
        })
    }

    #[inline]
    fn due(self, calendar: &Calendar, moves: bool) -> Date {
        match self.count {
            Count::After(n) => calendar.add_working(self.from, n),
            Count::Duration(n) => calendar.end_of_duration(self.from, n),
            Count::Before(n) => calendar.sub_working(self.from, n),
            Count::CalendarBefore(n) => self.from.saturating_sub(i64::from(n).days()),
            Count::CalendarAfter(n) => self.from.saturating_add(i64::from(n).days()),
            Count::On(day) if moves => calendar.next_working(day),
            Count::On(day) => day,
        }
    }

    /// Every day from the first one considered to `due`.
    fn reckoning(self, calendar: &Calendar, due: Date) -> Vec<Reckoned> {
        let working = |date| {
            let day = calendar.day(date);
            Reckoned { date, counts: day.working, why: day.why }
        };
        let every = |date| Reckoned { date, counts: true, why: Why::CalendarDay };
        let tomorrow = self.from.tomorrow().unwrap_or(Date::MAX);
        let yesterday = self.from.yesterday().unwrap_or(Date::MIN);
        match self.count {
            Count::After(_) => forward(tomorrow, due).map(working).collect(),
            Count::Duration(_) => forward(self.from, due).map(working).collect(),
            Count::Before(_) => back(yesterday, due).map(working).collect(),
            Count::CalendarBefore(_) => back(yesterday, due).map(every).collect(),
            Count::CalendarAfter(_) => forward(tomorrow, due).map(every).collect(),
            Count::On(day) => moved(calendar, day, due, Why::DateInRules),
        }
    }
}

/// The day of a month, or its last day if it has not so many.
fn in_month(month: Date, day: u32) -> Date {
    let last = month.days_in_month();
    date(month.year(), month.month(), i8::try_from(day).map_or(last, |day| day.clamp(1, last)))
}

fn forward(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

fn back(first: Date, last: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |day| day.yesterday().ok()).take_while(move |day| *day >= last)
}

/// A date that is given, and under R-5 the days off it passes on its way to the next working day.
fn moved(calendar: &Calendar, given: Date, due: Date, why: Why) -> Vec<Reckoned> {
    if given == due {
        return vec![Reckoned { date: due, counts: true, why }];
    }
    let passed = |date| Reckoned { date, counts: date == due, why: calendar.day(date).why };
    forward(given, due).map(passed).collect()
}

/// The due date of a rule with its reckoning.
///
/// The number in force on the day of the event is used; for a date in the Rules, the number in force on the first day
/// of the month in which it falls. Rule 19 counts the ten days of an inspection: for a visit see [`due_in`].
///
/// # Errors
/// [`TermError`] if the rule starts from something else, or its date stands in a document (then see [`fixed`]).
pub fn due(law: &Law, rule: RuleId, start: Start, subject: SubjectKind) -> Result<Due, TermError> {
    Ok(explain(law, rule, Term::new(rule, start, |on| number(law, rule, subject, on))?))
}

/// The due date alone, without its reckoning: nothing is allocated.
///
/// # Errors
/// As [`due`].
#[inline]
pub fn due_date(law: &Law, rule: RuleId, start: Start, subject: SubjectKind) -> Result<Date, TermError> {
    let term = Term::new(rule, start, |on| number(law, rule, subject, on))?;
    Ok(term.due(&law.calendar, rule.rule().moves))
}

/// The due date of a rule with a number set in the case instead of the greatest the Rules allow: an inspection
/// appointed for fewer days (§18, §43), the extension of a visit (§19), a shorter extension (§44).
///
/// # Errors
/// As [`due`].
pub fn due_in(law: &Law, rule: RuleId, start: Start, n: u32) -> Result<Due, TermError> {
    Ok(explain(law, rule, Term::new(rule, start, |_| n)?))
}

/// The due date of a rule whose date stands in a document (26, 30, 36, 49, 56, 59): `set_on` is the day of the
/// document, `given` the date in it. A reporting term (30, 36, 56, 59) that ends on a day off ends on the next working
/// day; the end dates of acts (26, 49) do not move.
pub fn fixed(rule: RuleId, law: &Law, set_on: Date, given: Date) -> Due {
    let row = rule.rule();
    let due = if row.moves { law.calendar.next_working(given) } else { given };
    let reckoning = moved(&law.calendar, given, due, Why::DateInDocument);
    Due {
        rule,
        paragraph: row.paragraph,
        edition: law.edition,
        from: set_on,
        due,
        reckoning,
        readings: row.readings.to_vec(),
    }
}

fn explain(law: &Law, rule: RuleId, term: Term) -> Due {
    let row = rule.rule();
    let due = term.due(&law.calendar, row.moves);
    Due {
        rule,
        paragraph: row.paragraph,
        edition: law.edition,
        from: term.from,
        due,
        reckoning: term.reckoning(&law.calendar, due),
        readings: row.readings.to_vec(),
    }
}

#[inline]
fn number(law: &Law, rule: RuleId, subject: SubjectKind, on: Date) -> u32 {
    let parameter = rule.rule().parameter(subject == SubjectKind::Micro);
    parameter.map_or(0, |parameter| law.parameter(parameter, on))
}
