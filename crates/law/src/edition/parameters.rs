//! The numbers of the Rules and of the Code, each with its paragraph, and their changes by decree.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

/// What a parameter counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    WorkingDays,
    CalendarDays,
    /// A day of the month in which the term ends.
    DayOfMonth,
    Times,
}

macro_rules! parameters {
    ($($id:ident $name:literal $paragraph:literal: $value:literal $unit:ident;)*) => {
        /// A number of the Rules, named after its paragraph.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ParameterId { $($id,)* }

        const DEFAULTS: &[(&str, u8, u32, Unit)] = &[$(($name, $paragraph, $value, Unit::$unit),)*];

        impl ParameterId {
            pub const ALL: &[Self] = &[$(Self::$id,)*];
        }
    };
}

parameters! {
    R8 "8" 8: 3 WorkingDays;
    R10_1 "10-1" 10: 10 DayOfMonth;
    R10_2 "10-2" 10: 10 DayOfMonth;
    R10Publish1 "10-publish-1" 10: 25 DayOfMonth;
    R10Publish2 "10-publish-2" 10: 25 DayOfMonth;
    R11Visits "11-visits" 11: 1 Times;
    R15 "15" 15: 3 WorkingDays;
    R17Urgent "17-urgent" 17: 1 WorkingDays;
    R17Remote "17-remote" 17: 5 WorkingDays;
    R25Law5 "25-law-5" 15: 5 WorkingDays;
    R25Law15 "25-law-15" 15: 15 WorkingDays;
    R25LawMore "25-law-more" 15: 10 WorkingDays;
    R25LawNotice "25-law-notice" 15: 3 WorkingDays;
    R25LawTimes "25-law-times" 15: 1 Times;
    R18 "18" 18: 10 WorkingDays;
    R18Micro "18-micro" 18: 5 WorkingDays;
    R18Visit "18-visit" 18: 15 WorkingDays;
    R18VisitMicro "18-visit-micro" 18: 5 WorkingDays;
    R19 "19" 19: 10 WorkingDays;
    R19Micro "19-micro" 19: 5 WorkingDays;
    R19Visit "19-visit" 19: 15 WorkingDays;
    R19Notice "19-notice" 19: 1 WorkingDays;
    R19Times "19-times" 19: 1 Times;
    R21 "21" 21: 1 CalendarDays;
    R25 "25" 25: 10 CalendarDays;
    R28 "28" 28: 3 WorkingDays;
    R29_1 "29-1" 29: 3 WorkingDays;
    R29_2 "29-2" 29: 3 WorkingDays;
    R31 "31" 31: 2 WorkingDays;
    R32 "32" 32: 3 WorkingDays;
    R32Inspection "32-inspection" 32: 3 WorkingDays;
    R33 "33" 33: 3 WorkingDays;
    R35_2 "35-2" 35: 10 DayOfMonth;
    R41 "41" 41: 25 DayOfMonth;
    R43 "43" 43: 10 WorkingDays;
    R44 "44" 44: 10 WorkingDays;
    R44Times "44-times" 44: 1 Times;
    R45 "45" 45: 3 WorkingDays;
    R51 "51" 51: 3 WorkingDays;
    R52 "52" 52: 7 WorkingDays;
    R54 "54" 54: 5 WorkingDays;
    R57 "57" 57: 10 DayOfMonth;
    R60 "60" 60: 10 DayOfMonth;
    R61 "61" 61: 10 DayOfMonth;
    R61District "61-district" 61: 5 DayOfMonth;
    R62 "62" 62: 25 DayOfMonth;
}

impl ParameterId {
    const fn row(self) -> &'static (&'static str, u8, u32, Unit) {
        &DEFAULTS[self as usize]
    }

    pub const fn id(self) -> &'static str {
        self.row().0
    }

    /// The paragraph of the Rules that has the number or points to it.
    pub const fn paragraph(self) -> u8 {
        self.row().1
    }

    /// The number in the edition, before any change.
    pub const fn default_value(self) -> u32 {
        self.row().2
    }

    pub const fn unit(self) -> Unit {
        self.row().3
    }
}

impl fmt::Display for ParameterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// There is no such parameter.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no parameter {0:?}")]
pub struct UnknownParameter(pub String);

impl FromStr for ParameterId {
    type Err = UnknownParameter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|id| id.id() == text).ok_or_else(|| UnknownParameter(text.to_owned()))
    }
}

impl Serialize for ParameterId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for ParameterId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A number changed by decree, valid for terms that begin on `from` or later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterChange {
    pub id: ParameterId,
    pub value: u32,
    pub from: Date,
    /// When the decree was made: nobody could know of the change before.
    pub decided_on: Date,
    /// Kind and number of the decree.
    pub basis: String,
}

/// Why a change cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParameterError {
    #[error("{id} cannot be {value}: 1 to {most} is possible")]
    OutOfRange { id: ParameterId, value: u32, most: u32 },
}

impl ParameterChange {
    /// Whether the number makes sense: 1–250 days or times, 1–28 for a day of the month.
    ///
    /// # Errors
    /// [`ParameterError::OutOfRange`] with the greatest possible number.
    pub fn check(&self) -> Result<(), ParameterError> {
        let most = if self.id.unit() == Unit::DayOfMonth { 28 } else { 250 };
        if (1..=most).contains(&self.value) {
            Ok(())
        } else {
            Err(ParameterError::OutOfRange { id: self.id, value: self.value, most })
        }
    }
}

/// The numbers of the edition and their changes.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    /// In the order of validity, then of decision.
    changes: Arc<[ParameterChange]>,
}

impl Parameters {
    /// The edition's numbers with these changes.
    pub fn new(mut changes: Vec<ParameterChange>) -> Self {
        changes.sort_by_key(|change| (change.from, change.decided_on));
        Self { changes: changes.into() }
    }

    /// The number in force on a day: the change valid last by that day, else the edition's.
    #[inline]
    pub fn on(&self, id: ParameterId, on: Date) -> u32 {
        let change = self.changes.iter().rev().find(|change| change.id == id && change.from <= on);
        change.map_or(id.default_value(), |change| change.value)
    }

    /// Every change of a number, in the order of validity.
    pub fn changes(&self, id: ParameterId) -> impl Iterator<Item = &ParameterChange> {
        self.changes.iter().filter(move |change| change.id == id)
    }
}
