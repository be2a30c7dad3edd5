//! The deadline rules: one row per id, in the order of the Rules. The text of each is its paragraph; the words are locale keys.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use crate::edition::ParameterId as P;
use crate::readings::ReadingId::{
    self, R1, R2, R3, R4, R5, R6, R7, R13, R15, R16, R17, R18, R19, R20, R21, R24, R25, R26, R27, R28, R29, R30, R32,
};

/// How a rule counts from its start to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reckons {
    /// the n-th working day after the event.
    WorkingDaysAfter(P),
    /// n working days of which the start is day 1; `micro` where the subject is a micro-business.
    Duration { other: P, micro: P },
    /// R-2 from the end before: day 1 is the working day after it.
    Extension { other: P, micro: P },
    /// the n-th working day before the event.
    WorkingDaysBefore(P),
    /// The n-th calendar day before the event.
    CalendarDaysBefore(P),
    /// The n-th calendar day after the event.
    CalendarDaysAfter(P),
    /// a day of the month that follows the quarter.
    DayAfterQuarter(P),
    /// a day of this month, so many years before the year the list or plan is for.
    DayOfYear { before: i16, month: i8, day: P },
    /// The date stands in a document: an act, an order, a prescription, a letter, a decision.
    InDocument,
}

/// What a term is reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartsFrom {
    Day,
    Quarter,
    Year,
    Document,
}

/// What the date of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The last day on which a thing may be done.
    Latest,
    /// The first day that may be set (§25).
    Earliest,
}

/// One row of the table of deadlines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    pub id: RuleId,
    pub paragraph: u8,
    pub reckoning: Reckons,
    /// whether a last day that is not worked gives way to the next working day.
    pub moves: bool,
    pub readings: &'static [ReadingId],
}

impl Rule {
    pub const fn starts_from(&self) -> StartsFrom {
        match self.reckoning {
            Reckons::DayAfterQuarter(_) => StartsFrom::Quarter,
            Reckons::DayOfYear { .. } => StartsFrom::Year,
            Reckons::InDocument => StartsFrom::Document,
            _ => StartsFrom::Day,
        }
    }

    pub const fn bound(&self) -> Bound {
        match self.reckoning {
            Reckons::CalendarDaysAfter(_) => Bound::Earliest,
            _ => Bound::Latest,
        }
    }

    /// The number the rule counts, for a micro-business or any other subject; none for a date in a document.
    pub const fn parameter(&self, micro_business: bool) -> Option<P> {
        match self.reckoning {
            Reckons::Duration { other, micro } | Reckons::Extension { other, micro } => {
                Some(if micro_business { micro } else { other })
            }
            Reckons::WorkingDaysAfter(n)
            | Reckons::WorkingDaysBefore(n)
            | Reckons::CalendarDaysBefore(n)
            | Reckons::CalendarDaysAfter(n)
            | Reckons::DayAfterQuarter(n)
            | Reckons::DayOfYear { day: n, .. } => Some(n),
            Reckons::InDocument => None,
        }
    }
}

macro_rules! rules {
    ($($id:ident $name:literal $paragraph:literal: $reckoning:expr, $moves:ident, $readings:expr;)*) => {
        /// A deadline rule by the id that the command line, the API and the tests use.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum RuleId { $($id,)* }

        /// The table, in the order of the Rules.
        pub const RULES: &[Rule] = &[$(Rule {
            id: RuleId::$id,
            paragraph: $paragraph,
            reckoning: $reckoning,
            moves: rules!(@ $moves),
            readings: &$readings,
        },)*];

        impl RuleId {
            pub const ALL: &[Self] = &[$(Self::$id,)*];

            pub const fn id(self) -> &'static str {
                match self { $(Self::$id => $name,)* }
            }

            /// The locale key of what is due, «rule-45».
            pub const fn key(self) -> &'static str {
                match self { $(Self::$id => concat!("rule-", $name),)* }
            }
        }
    };
    (@ moves) => { true };
    (@ stays) => { false };
}

use Reckons::*;

rules! {
    R8 "8" 8: WorkingDaysAfter(P::R8), moves, [R1, R27];
    R10_1 "10-1" 10: DayOfYear { before: 1, month: 12, day: P::R10_1 }, stays, [R4, R5];
    R10_2 "10-2" 10: DayOfYear { before: 0, month: 5, day: P::R10_2 }, stays, [R4, R5];
    R10Publish1 "10-publish-1" 10: DayOfYear { before: 1, month: 12, day: P::R10Publish1 }, stays, [R4, R5, R25];
    R10Publish2 "10-publish-2" 10: DayOfYear { before: 0, month: 5, day: P::R10Publish2 }, stays, [R4, R5, R25];
    R15 "15" 15: WorkingDaysAfter(P::R15), moves, [R1, R6];
    R17Urgent "17-urgent" 17: WorkingDaysAfter(P::R17Urgent), moves, [R1];
    R17Remote "17-remote" 17: WorkingDaysAfter(P::R17Remote), moves, [R1];
    R25Law5 "25-law-5" 15: WorkingDaysAfter(P::R25Law5), moves, [R1, R24, R30];
    R25Law15 "25-law-15" 15: WorkingDaysAfter(P::R25Law15), moves, [R1, R24, R30];
    R25LawMore "25-law-more" 15: WorkingDaysAfter(P::R25LawMore), moves, [R1, R24];
    R25LawNotice "25-law-notice" 15: WorkingDaysAfter(P::R25LawNotice), moves, [R1, R24];
    R18 "18" 18: Duration { other: P::R18, micro: P::R18Micro }, stays, [R2];
    R18Visit "18-visit" 18: Duration { other: P::R18Visit, micro: P::R18VisitMicro }, stays, [R2];
    R19 "19" 19: Extension { other: P::R19, micro: P::R19Micro }, stays, [R2];
    R19Notice "19-notice" 19: WorkingDaysBefore(P::R19Notice), stays, [R3];
    R21 "21" 21: CalendarDaysBefore(P::R21), stays, [R5];
    R25 "25" 25: CalendarDaysAfter(P::R25), stays, [R5];
    R26 "26" 26: InDocument, stays, [R5, R26, R32];
    R28 "28" 28: WorkingDaysAfter(P::R28), moves, [R1, R15, R26, R29];
    R29_1 "29-1" 29: WorkingDaysAfter(P::R29_1), moves, [R1, R15, R18];
    R29_2 "29-2" 29: WorkingDaysAfter(P::R29_2), moves, [R1];
    R30 "30" 30: InDocument, moves, [R5];
    R31 "31" 31: WorkingDaysAfter(P::R31), moves, [R1, R28];
    R32 "32" 32: WorkingDaysAfter(P::R32), moves, [R1];
    R32Inspection "32-inspection" 32: WorkingDaysAfter(P::R32Inspection), moves, [R1, R27];
    R35_2 "35-2" 35: DayAfterQuarter(P::R35_2), moves, [R4, R5];
    R36 "36" 36: InDocument, moves, [R5];
    R41 "41" 41: DayOfYear { before: 1, month: 12, day: P::R41 }, stays, [R4, R5];
    R43 "43" 43: Duration { other: P::R43, micro: P::R43 }, stays, [R2];
    R44 "44" 44: Extension { other: P::R44, micro: P::R44 }, stays, [R2, R16];
    R45 "45" 45: WorkingDaysBefore(P::R45), stays, [R3];
    R49 "49" 49: InDocument, stays, [R5, R13];
    R51 "51" 51: WorkingDaysAfter(P::R51), moves, [R1, R15];
    R52 "52" 52: WorkingDaysAfter(P::R52), moves, [R1, R13];
    R54 "54" 54: WorkingDaysAfter(P::R54), moves, [R1];
    R56 "56" 56: InDocument, moves, [R5];
    R57 "57" 57: DayAfterQuarter(P::R57), moves, [R4, R5, R7];
    R59 "59" 59: InDocument, moves, [R5, R17];
    R60 "60" 60: DayAfterQuarter(P::R60), moves, [R4, R5];
    R61 "61" 61: DayAfterQuarter(P::R61), moves, [R4, R5, R21];
    R61District "61-district" 61: DayAfterQuarter(P::R61District), moves, [R4, R5, R19];
    R62 "62" 62: DayAfterQuarter(P::R62), moves, [R4, R5, R20];
}

impl RuleId {
    /// The row of the table.
    #[inline]
    pub const fn rule(self) -> &'static Rule {
        &RULES[self as usize]
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// There is no such deadline rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no deadline rule {0:?}")]
pub struct UnknownRule(pub String);

impl FromStr for RuleId {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|id| id.id() == text).ok_or_else(|| UnknownRule(text.to_owned()))
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
