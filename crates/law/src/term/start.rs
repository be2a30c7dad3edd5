//! What a term is reckoned from: a day, a quarter or a year.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

/// A quarter of a year, written «2025-Q1».
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quarter {
    year: i16,
    number: i8,
}

impl Quarter {
    /// The quarter `number` (1–4) of a year (1–9998).
    pub fn new(year: i16, number: i8) -> Option<Self> {
        ((1..=9998).contains(&year) && (1..=4).contains(&number)).then_some(Self { year, number })
    }

    /// The quarter that a day of the years 1–9998 belongs to.
    pub fn of(day: Date) -> Option<Self> {
        Self::new(day.year(), (day.month() + 2) / 3)
    }

    pub const fn year(self) -> i16 {
        self.year
    }

    pub const fn number(self) -> i8 {
        self.number
    }

    pub fn first_day(self) -> Date {
        date(self.year, self.number * 3 - 2, 1)
    }

    pub fn last_day(self) -> Date {
        self.last_month().last_of_month()
    }

    /// The quarter after this one.
    pub fn next(self) -> Option<Self> {
        if self.number < 4 { Self::new(self.year, self.number + 1) } else { Self::new(self.year + 1, 1) }
    }

    fn last_month(self) -> Date {
        date(self.year, self.number * 3, 1)
    }

    /// The first day of the month after the quarter.
    pub(super) fn following_month(self) -> Date {
        let (year, month) = if self.number < 4 { (self.year, self.number * 3 + 1) } else { (self.year + 1, 1) };
        date(year, month, 1)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.number)
    }
}

/// What stands where a day, a quarter or a year should stand.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not a day (2025-03-14), a quarter (2025-Q1) or a year (2025)")]
pub struct NotAStart(pub String);

impl FromStr for Quarter {
    type Err = NotAStart;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (year, number) = text.split_once("-Q")?;
            Self::new(digits(year, 4)?, digits(number, 1)? as i8)
        };
        parse().ok_or_else(|| NotAStart(text.to_owned()))
    }
}

/// A number written with exactly this many digits.
fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl Serialize for Quarter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quarter {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// What a term is reckoned from.
///
/// A year is the year the plan or the list is for: Y of the table of deadlines. The plan of 2026 (§41) is due in
/// December 2025, the list of the second half of 2026 (10-2) in May 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    Day(Date),
    Quarter(Quarter),
    Year(i16),
}

impl FromStr for Start {
    type Err = NotAStart;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(year) = digits(text, 4) {
            return Ok(Self::Year(year));
        }
        text.parse().map(Self::Quarter).or_else(|error| match text.len() {
            10 => text.parse().map(Self::Day).map_err(|_| error),
            _ => Err(error),
        })
    }
}
