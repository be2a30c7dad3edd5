//! The project's readings of the Rules, where their text leaves room. The words are locale keys; here is what each concerns.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use crate::rules::{RULES, RuleId};

macro_rules! readings {
    ($($(#[$doc:meta])* $id:ident $name:literal $paragraphs:expr;)*) => {
        /// A reading by its number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ReadingId { $($(#[$doc])* $id,)* }

        /// Every reading, in order.
        pub const READINGS: &[Reading] = &[$(Reading { id: ReadingId::$id, paragraphs: &$paragraphs },)*];

        impl ReadingId {
            pub const ALL: &[Self] = &[$(Self::$id,)*];

            /// The id as the page «Readings» shows it, «R-1».
            pub const fn id(self) -> &'static str {
                match self { $(Self::$id => $name,)* }
            }

            /// The locale key of the reading's title.
            pub const fn title_key(self) -> &'static str {
                match self { $(Self::$id => concat!("reading-", $name, "-title"),)* }
            }

            /// The locale key of the reading's text.
            pub const fn text_key(self) -> &'static str {
                match self { $(Self::$id => concat!("reading-", $name, "-text"),)* }
            }
        }
    };
}

readings! {
    /// «Within n working days» starts on the day after the event (Civil Code art. 173).
    R1 "R-1" [8, 15, 17, 28, 29, 31, 32, 51, 52, 54];
    /// A duration counts its first day as day 1 if it is worked.
    R2 "R-2" [18, 19, 43, 44];
    /// «Not later than n working days before the start» counts back from the day before the start.
    R3 "R-3" [19, 45];
    /// «By the 10th» is inclusive.
    R4 "R-4" [10, 35, 41, 57, 60, 61, 62];
    /// A response or reporting term that ends on a day off ends on the next working day (Civil Code art. 175).
    R5 "R-5" [5, 10, 21, 25, 26, 30, 35, 36, 41, 47, 49, 56, 57, 59, 60, 61, 62];
    /// Forwarding and referral have no term in the Rules; three working days is a parameter.
    R6 "R-6" [15, 33, 36];
    /// The quarterly monitoring is due with the report it feeds.
    R7 "R-7" [57];
    /// Annex headings, row 3.4 of form 1-мқ, row 2.1 of form 2-мқ.
    R8 "R-8" [60, 61];
    /// Which rows are split by natural and legal person.
    R9 "R-9" [60, 61];
    /// A total equals the sum of its disjoint parts.
    R10 "R-10" [60, 61];
    /// The table of annex 3 follows from its filling notes.
    R11 "R-11" [62];
    /// A row «name of the service» has a line per service and is the sum of its lines.
    R12 "R-12" [60, 61];
    /// A control event ends on the day its act is presented, at the latest on the end date of the order.
    R13 "R-13" [49, 52];
    /// Decisions 1 and 3 may stand together, 3 may stand alone, 2 stands alone.
    R14 "R-14" [53];
    /// A late objection or request is kept and marked late; silence after the term does not stop the case.
    R15 "R-15" [28, 29, 51];
    /// A control event is extended once.
    R16 "R-16" [44];
    /// Proposals of the monitoring go to the providers who carry them out; the report is due on the day they name.
    R17 "R-17" [59];
    /// The term for asking for more time starts after the delivery of the prescription.
    R18 "R-18" [29];
    /// Akims below a district hand form 2-мқ to the district by the day that binds the district.
    R19 "R-19" [61];
    /// The authorised body for informatization is the central body that coordinates the State Corporation.
    R20 "R-20" [62];
    /// A report that goes to the Agency and to its territorial body is accepted once, by the Agency.
    R21 "R-21" [61];
    /// Events on an appeal or an instruction stand in row 1.2, and count when they end.
    R22 "R-22" [60, 61];
    /// Late services and refusals are compared with the whole channel by channel.
    R23 "R-23" [60, 61];
    /// The Rules leave the review of appeals to the Law on public services, art. 25; the kind of the body decides which term.
    R24 "R-24" [15];
    /// The approved half-year list is registered and published as Code art. 141 says; shown under §10.
    R25 "R-25" [10];
    /// A visit has no act on results: prescription or conclusion take its place.
    R26 "R-26" [24, 26, 27, 28];
    /// Appointing the follow-up inspection has no term in the Rules; three working days is a parameter.
    R27 "R-27" [8, 32];
    /// The report is asked for once for a prescription: of what comes to its term later nothing more is asked.
    R28 "R-28" [31, 32];
    /// A case of control is closed when nobody can object in time any more, and nothing of the prescription is left.
    R29 "R-29" [26, 28];
    /// The term of Law art. 25 counts from the receipt, not from the registration, whichever body of the Agency reviews.
    R30 "R-30" [15];
    /// A signature stays when its officer leaves; those named now complete the result.
    R31 "R-31" [21, 24, 25];
    /// While an inspection stands still no working day counts, and what is no inspecting may be done.
    R32 "R-32" [19, 26];
    /// Where the act is refused, control begins on the day of the protocol.
    R33 "R-33" [22, 23];
    /// «Once a year» is once in a calendar year.
    R34 "R-34" [11];
}

/// A reading and the paragraphs it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub id: ReadingId,
    pub paragraphs: &'static [u8],
}

impl ReadingId {
    /// The reading with the paragraphs it concerns.
    pub fn reading(self) -> &'static Reading {
        &READINGS[self as usize]
    }

    /// The deadline rules that use the reading.
    pub fn rules(self) -> impl Iterator<Item = RuleId> {
        RULES.iter().filter(move |rule| rule.readings.contains(&self)).map(|rule| rule.id)
    }
}

impl fmt::Display for ReadingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// There is no such reading.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no reading {0:?}")]
pub struct UnknownReading(pub String);

impl FromStr for ReadingId {
    type Err = UnknownReading;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|id| id.id() == text).ok_or_else(|| UnknownReading(text.to_owned()))
    }
}

impl Serialize for ReadingId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for ReadingId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
