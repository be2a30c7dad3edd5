//! Working days of Kazakhstan in the five-day week: weekends, holidays, holidays that moved, days off moved by decree.
//!
//! of the readings are the four ways to count here.

mod holidays;
mod table;
mod transfers;

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub use holidays::HolidayId;
use holidays::{is_expected, is_weekend, special_days};
use table::{FIRST, LAST, Table};
pub use transfers::{Transfer, TransferError, shipped as shipped_transfers};

/// Why a day counts or does not. Serialises as its [`key`](Why::key).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    Working,
    Weekend,
    Holiday(HolidayId),
    /// The day off of a holiday that fell on a weekend.
    HolidayMoved {
        holiday: HolidayId,
        from: Date,
    },
    /// A day off by decree; `from` is worked instead.
    TransferredOff {
        from: Date,
    },
    /// A working day by decree; `to` is off instead.
    TransferredWorking {
        to: Date,
    },
    /// A day of a term that runs in calendar days, working or not.
    CalendarDay,
    /// The date stands in the Rules («by the 10th»).
    DateInRules,
    /// The date stands in a document (the act's end date, the term of a prescription).
    DateInDocument,
}

impl Why {
    /// The word for it in the locale files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Weekend => "weekend",
            Self::Holiday(holiday) => holiday.key(),
            Self::HolidayMoved { .. } => "holiday-moved",
            Self::TransferredOff { .. } => "transferred-off",
            Self::TransferredWorking { .. } => "transferred-working",
            Self::CalendarDay => "calendar-day",
            Self::DateInRules => "date-in-rules",
            Self::DateInDocument => "date-in-document",
        }
    }

    /// Every key, so that a test can ask the locale files for each.
    pub const KEYS: &[&str] = &[
        "working",
        "weekend",
        "holiday-new-year",
        "holiday-christmas",
        "holiday-womens-day",
        "holiday-constitution",
        "holiday-nauryz",
        "holiday-unity",
        "holiday-defender",
        "holiday-victory",
        "holiday-kurban-ait",
        "holiday-capital",
        "holiday-republic",
        "holiday-first-president",
        "holiday-independence",
        "holiday-moved",
        "transferred-off",
        "transferred-working",
        "calendar-day",
        "date-in-rules",
        "date-in-document",
    ];

    /// Whether a day with this reason is worked.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::TransferredWorking { .. })
    }
}

impl Serialize for Why {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// One day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    pub date: Date,
    pub working: bool,
    pub why: Why,
    /// False for a day of a year whose holidays are not settled, and for a Kurban Ait not yet announced.
    pub settled: bool,
}

/// The working calendar: in advance for the settled years, by rule for the others.
#[derive(Clone, Debug)]
pub struct Calendar {
    table: Arc<Table>,
    transfers: Arc<[Transfer]>,
}

impl Calendar {
    /// The calendar by law and by the shipped decrees.
    pub fn kazakhstan() -> Self {
        Self::from_transfers(shipped_transfers())
    }

    /// The calendar with further decrees; a later decree on the same day wins.
    pub fn with_transfers(decreed: &[Transfer]) -> Self {
        Self::from_transfers(shipped_transfers().into_iter().chain(decreed.iter().cloned()).collect())
    }

    /// The calendar with exactly these decrees.
    pub(crate) fn from_transfers(mut transfers: Vec<Transfer>) -> Self {
        transfers.sort_by_key(|transfer| transfer.decided_on);
        let days = (FIRST.year()..=LAST.year()).flat_map(|year| days_of(year, &transfers));
        Self { table: Arc::new(Table::new(days)), transfers: transfers.into() }
    }

    /// Every transfer this calendar knows, in the order they were decided.
    pub fn transfers(&self) -> &[Transfer] {
        &self.transfers
    }

    /// Whether the holidays of the day's year are settled (2021–2027); outside, the answer is by rule and provisional.
    pub fn covers(&self, day: Date) -> bool {
        (FIRST..=LAST).contains(&day)
    }

    #[inline]
    pub fn is_working(&self, day: Date) -> bool {
        match self.table.index(day) {
            Some(index) => self.table.through(index) > self.table.before(index),
            None => self.why(day).is_working(),
        }
    }

    /// The day with the reason why it is worked or not.
    pub fn day(&self, day: Date) -> Day {
        as_day(day, self.why(day))
    }

    /// Every day of a year, in order; empty for a year that no date can have.
    pub fn year(&self, year: i16) -> Vec<Day> {
        days_of(year, &self.transfers)
    }

    fn why(&self, day: Date) -> Why {
        self.table.index(day).map_or_else(
            || transferred(day, &self.transfers).unwrap_or_else(|| by_rule(day, &special_days(day.year()))),
            |index| self.table.why(index),
        )
    }

    /// the `n`-th working day after `day`; the day itself for zero.
    #[inline]
    pub fn add_working(&self, day: Date, n: u32) -> Date {
        if n == 0 {
            return day;
        }
        let settled =
            self.table.index(day).and_then(|index| self.table.working(self.table.through(index) + n as usize - 1));
        settled.unwrap_or_else(|| self.walk(day, n, Step::Forward))
    }

    /// the `n`-th working day counting back from the day before `day`; the day itself for zero.
    #[inline]
    pub fn sub_working(&self, day: Date, n: u32) -> Date {
        if n == 0 {
            return day;
        }
        let ordinal = self.table.index(day).and_then(|index| self.table.before(index).checked_sub(n as usize));
        ordinal.and_then(|ordinal| self.table.working(ordinal)).unwrap_or_else(|| self.walk(day, n, Step::Back))
    }

    /// the last day of a duration of `n` working days whose day 1 is `start`, or the next working day if `start`
    /// is not worked; `start` for zero.
    #[inline]
    pub fn end_of_duration(&self, start: Date, n: u32) -> Date {
        if n == 0 {
            return start;
        }
        let ordinal = self.table.index(start).map(|index| self.table.before(index) + n as usize - 1);
        let settled = ordinal.and_then(|ordinal| self.table.working(ordinal));
        settled.unwrap_or_else(|| self.add_working(start, n - u32::from(self.is_working(start))))
    }

    /// the day itself if it is worked, otherwise the next working day.
    #[inline]
    pub fn next_working(&self, day: Date) -> Date {
        self.end_of_duration(day, 1)
    }

    /// How many working days lie after `after` up to and including `upto`; negative if `upto` is the earlier.
    pub fn working_between(&self, after: Date, upto: Date) -> i64 {
        if upto < after {
            return -self.working_between(upto, after);
        }
        if let (Some(after), Some(upto)) = (self.table.index(after), self.table.index(upto)) {
            return (self.table.through(upto) - self.table.through(after)) as i64;
        }
        Step::Forward.from(after).take_while(|day| *day <= upto).filter(|day| self.is_working(*day)).count() as i64
    }

    /// The `n`-th working day from `day` in one direction, day by day; the end of time if there are not so many.
    #[cold]
    fn walk(&self, day: Date, n: u32, step: Step) -> Date {
        step.from(day).filter(|day| self.is_working(*day)).nth(n as usize - 1).unwrap_or(match step {
            Step::Forward => Date::MAX,
            Step::Back => Date::MIN,
        })
    }
}

impl Default for Calendar {
    fn default() -> Self {
        Self::kazakhstan()
    }
}

#[derive(Clone, Copy)]
enum Step {
    Forward,
    Back,
}

impl Step {
    /// The days after or before `day`, the nearest first.
    fn from(self, day: Date) -> impl Iterator<Item = Date> {
        std::iter::successors(Some(day), move |day| match self {
            Self::Forward => day.tomorrow().ok(),
            Self::Back => day.yesterday().ok(),
        })
        .skip(1)
    }
}

fn as_day(date: Date, why: Why) -> Day {
    let settled = (FIRST..=LAST).contains(&date) && !is_expected(date);
    Day { date, working: why.is_working(), why, settled }
}

fn days_of(year: i16, transfers: &[Transfer]) -> Vec<Day> {
    let Ok(first) = Date::new(year, 1, 1) else {
        return Vec::new();
    };
    let weekdays = first.weekday().cycle_forward();
    let mut days: Vec<Day> = std::iter::successors(Some(first), |day| day.tomorrow().ok())
        .take(first.days_in_year() as usize)
        .zip(weekdays)
        .map(|(day, weekday)| as_day(day, if is_weekend(weekday) { Why::Weekend } else { Why::Working }))
        .collect();
    let decreed = transfers.iter().flat_map(|transfer| {
        [
            (transfer.from, Why::TransferredWorking { to: transfer.to }),
            (transfer.to, Why::TransferredOff { from: transfer.from }),
        ]
    });
    for (day, why) in special_days(year).into_iter().chain(decreed) {
        if day.year() == year {
            days[day.day_of_year() as usize - 1] = as_day(day, why);
        }
    }
    days
}

/// What a decree says of a day; the latest decree wins.
fn transferred(day: Date, transfers: &[Transfer]) -> Option<Why> {
    transfers.iter().rev().find_map(|transfer| match day {
        day if day == transfer.from => Some(Why::TransferredWorking { to: transfer.to }),
        day if day == transfer.to => Some(Why::TransferredOff { from: transfer.from }),
        _ => None,
    })
}

/// What the law says of a day of the year whose special days are given.
fn by_rule(day: Date, special: &[(Date, Why)]) -> Why {
    let named = special.iter().find(|(date, _)| *date == day).map(|(_, why)| *why);
    named.unwrap_or(if is_weekend(day.weekday()) { Why::Weekend } else { Why::Working })
}
