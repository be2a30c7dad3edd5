//! What can change by decree: the edition of the Rules, the numbers in them, the days off. Everything else is code.

mod parameters;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize, Serializer};

pub use parameters::{ParameterChange, ParameterError, ParameterId, Parameters, Unit, UnknownParameter};

use crate::calendar::{Calendar, Transfer, shipped_transfers};

/// A wording of the Rules, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edition(&'static str);

impl Edition {
    /// Order № 116 of 1 July 2021, registered under № 23432 on 9 July 2021.
    pub const JULY_2021: Self = Self("2021-07");
    pub const ALL: &[Self] = &[Self::JULY_2021];

    pub const fn id(self) -> &'static str {
        self.0
    }

    /// The day the order was made.
    pub const fn made_on(self) -> Date {
        date(2021, 7, 1)
    }

    /// The day the Ministry of Justice registered the order.
    pub const fn registered_on(self) -> Date {
        date(2021, 7, 9)
    }

    /// The first day in force, given the day of the first official publication (which our sources do not name): ten
    /// calendar days pass after that day (item 4 of the order).
    pub fn in_force_from(self, published: Date) -> Date {
        published.saturating_add(11.days())
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// There is no such edition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no edition {0:?}")]
pub struct UnknownEdition(pub String);

impl FromStr for Edition {
    type Err = UnknownEdition;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|edition| edition.0 == text).ok_or_else(|| UnknownEdition(text.to_owned()))
    }
}

impl Serialize for Edition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Edition {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The law as it is known: an edition, a calendar, numbers. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Law {
    pub edition: Edition,
    pub calendar: Calendar,
    pub parameters: Parameters,
    /// The latest decision that this law takes into account.
    decided_on: Date,
    /// The law before each later decision, the oldest first.
    earlier: Arc<[Law]>,
}

impl Law {
    /// The edition `2021-07` with the decrees shipped with the product.
    pub fn shipped() -> Self {
        Self::with(&[], &[])
    }

    /// The shipped law with the decrees recorded in the product.
    pub fn with(transfers: &[Transfer], changes: &[ParameterChange]) -> Self {
        let transfers = [shipped_transfers().as_slice(), transfers].concat();
        let mut decisions: Vec<Date> = transfers.iter().map(|transfer| transfer.decided_on).collect();
        decisions.extend(changes.iter().map(|change| change.decided_on));
        decisions.sort_unstable();
        decisions.dedup();
        let mut law = Self::decided_by(Date::MIN, &transfers, changes, Arc::default());
        for decided_on in decisions {
            let earlier = law.earlier.iter().chain([&law]).cloned().collect();
            law = Self::decided_by(decided_on, &transfers, changes, earlier);
        }
        law
    }

    /// The law with only the decisions made by this day.
    fn decided_by(decided_on: Date, transfers: &[Transfer], changes: &[ParameterChange], earlier: Arc<[Self]>) -> Self {
        let transfers = transfers.iter().filter(|transfer| transfer.decided_on <= decided_on).cloned().collect();
        let changes = changes.iter().filter(|change| change.decided_on <= decided_on).cloned().collect();
        Self {
            edition: Edition::JULY_2021,
            calendar: Calendar::from_transfers(transfers),
            parameters: Parameters::new(changes),
            decided_on,
            earlier,
        }
    }

    /// The law with only what had been decided by `recorded_on`. What was done is judged by what could then be known: a
    /// later decree makes nothing late, and nothing late timely.
    pub fn known_on(&self, recorded_on: Date) -> Cow<'_, Self> {
        if self.decided_on <= recorded_on {
            return Cow::Borrowed(self);
        }
        let known = self.earlier.iter().rev().find(|law| law.decided_on <= recorded_on);
        Cow::Borrowed(known.unwrap_or(self))
    }

    /// The number in force on a day.
    #[inline]
    pub fn parameter(&self, id: ParameterId, on: Date) -> u32 {
        self.parameters.on(id, on)
    }
}

impl Default for Law {
    fn default() -> Self {
        Self::shipped()
    }
}
