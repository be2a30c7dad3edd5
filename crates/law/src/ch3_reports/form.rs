//! The four report forms of the annexes (§60–62) as data: from this one definition follow the grid, the print, the Excel
//! file, the API, the checks and the roll-up. Labels are locale keys: `form-FORM-row-N`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};

use crate::edition::Edition;
use crate::term::Quarter;

/// A form by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormId {
    /// 1-мқ: central bodies and their territorial units (§60).
    Central,
    /// 2-мқ: local executive bodies (§61).
    Local,
    /// 3-мқ: services through the State Corporation (§62).
    Corporation,
    /// 4-мқ: services provided electronically (§62).
    Electronic,
}

impl FormId {
    pub const ALL: [Self; 4] = [Self::Central, Self::Local, Self::Corporation, Self::Electronic];

    /// The word in addresses, files, columns and locale keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Central => "1-mq",
            Self::Local => "2-mq",
            Self::Corporation => "3-mq",
            Self::Electronic => "4-mq",
        }
    }

    /// The index as the annexes print it, the same in every language.
    pub const fn index(self) -> &'static str {
        match self {
            Self::Central => "1-мқ",
            Self::Local => "2-мқ",
            Self::Corporation => "3-мқ",
            Self::Electronic => "4-мқ",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.word() == word || f.index() == word)
    }

    /// The paragraph that asks for it.
    pub const fn paragraph(self) -> u8 {
        match self {
            Self::Central => 60,
            Self::Local => 61,
            Self::Corporation | Self::Electronic => 62,
        }
    }

    /// The form as an edition of the Rules has it.
    pub fn form(self, edition: Edition) -> &'static Form {
        debug_assert_eq!(edition, Edition::JULY_2021, "the first edition with these forms");
        match self {
            Self::Central => &super::forms_2021::CENTRAL,
            Self::Local => &super::forms_2021::LOCAL,
            Self::Corporation => &super::forms_2021::CORPORATION,
            Self::Electronic => &super::forms_2021::ELECTRONIC,
        }
    }

    /// The form in force for the reports of a quarter: an old quarter keeps its own.
    pub fn for_quarter(self, _: Quarter) -> &'static Form {
        self.form(Edition::JULY_2021)
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// There is no such form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no form {0:?}: 1-mq, 2-mq, 3-mq or 4-mq")]
pub struct UnknownForm(pub String);

impl FromStr for FormId {
    type Err = UnknownForm;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or_else(|| UnknownForm(text.to_owned()))
    }
}

impl Serialize for FormId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for FormId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// One form of one edition.
#[derive(Debug)]
pub struct Form {
    pub id: FormId,
    pub edition: Edition,
    /// Numbers of its sections; empty where it has none.
    pub sections: &'static [&'static str],
    pub rows: &'static [Row],
    /// Headings of the analytical note: number and how many points stand under it.
    pub analysis: &'static [(u8, u8)],
}

/// A row of a form.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// As printed, without a final point: «3.10».
    pub number: &'static str,
    /// The section it stands in, by place.
    pub section: usize,
    pub columns: Columns,
    pub holds: Holds,
    /// Whether it counts a stock: the quarter then shows the last month, and not the sum of the months.
    pub stock: bool,
    /// The row of form 1-мқ that counts the same thing.
    pub like: &'static str,
}

/// What a row is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Numbers that somebody enters.
    Numbers,
    /// The sum of these rows.
    Parts(&'static [&'static str]),
    /// The sum of its lines.
    Lines(Lines),
}

/// What a line under a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    Service,
    /// A service and an information system.
    ServiceAndSystem,
    /// A provider and a service.
    ProviderAndService,
}

/// The columns of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// Three months and the quarter.
    Months,
    /// The same, each for natural and legal persons.
    MonthsByPerson,
    /// Total, refused, late; the reasons beside them.
    Results,
}

/// A column that somebody fills.
pub const MOST_INPUTS: usize = 6;

impl Columns {
    /// The columns that are filled, in the order of the form.
    pub const fn inputs(self) -> &'static [&'static str] {
        match self {
            Self::Months => &["m1", "m2", "m3"],
            Self::MonthsByPerson => &["m1n", "m1l", "m2n", "m2l", "m3n", "m3l"],
            Self::Results => &["total", "refused", "late"],
        }
    }

    /// The columns that follow from the others.
    pub const fn derived(self) -> &'static [&'static str] {
        match self {
            Self::Months => &["q"],
            Self::MonthsByPerson => &["qn", "ql"],
            Self::Results => &[],
        }
    }

    /// The columns of words: why some were refused or late.
    pub const fn reasons(self) -> &'static [&'static str] {
        match self {
            Self::Months | Self::MonthsByPerson => &[],
            Self::Results => &["refused-reason", "late-reason"],
        }
    }

    /// All columns of numbers, those filled before those that follow.
    pub fn numbers(self) -> impl Iterator<Item = &'static str> {
        self.inputs().iter().chain(self.derived()).copied()
    }

    /// The place of an input column.
    pub fn input(self, column: &str) -> Option<usize> {
        self.inputs().iter().position(|c| *c == column)
    }

    /// The inputs a derived column is made of: the months of the quarter, in order.
    pub fn made_of(self, column: &str) -> Option<&'static [usize]> {
        match (self, column) {
            (Self::Months, "q") => Some(&[0, 1, 2]),
            (Self::MonthsByPerson, "qn") => Some(&[0, 2, 4]),
            (Self::MonthsByPerson, "ql") => Some(&[1, 3, 5]),
            _ => None,
        }
    }
}

impl Row {
    /// How deep it stands: 0 for «3», 1 for «3.10».
    pub fn depth(&self) -> usize {
        self.number.matches('.').count()
    }

    /// The number as it stands in locale keys: «3-10».
    pub fn key(&self) -> String {
        self.number.replace('.', "-")
    }

    pub const fn lines(&self) -> Option<Lines> {
        match self.holds {
            Holds::Lines(lines) => Some(lines),
            _ => None,
        }
    }

    /// Whether anything is entered in it or under it.
    pub const fn is_entered(&self) -> bool {
        !matches!(self.holds, Holds::Parts(_))
    }
}

impl Form {
    pub fn row(&self, number: &str) -> Option<&'static Row> {
        self.at(number).map(|at| &self.rows[at])
    }

    /// The place of a row by its number.
    pub fn at(&self, number: &str) -> Option<usize> {
        self.rows.iter().position(|r| r.number == number)
    }

    /// The rows of a section.
    pub fn of_section(&self, section: usize) -> impl Iterator<Item = (usize, &'static Row)> {
        self.rows.iter().enumerate().filter(move |(_, r)| r.section == section)
    }

    /// The row that counts what this row of form 1-мқ counts.
    pub fn like(&self, central: &str) -> Option<&'static Row> {
        self.rows.iter().find(|r| r.like == central)
    }
}
