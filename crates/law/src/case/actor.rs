//! Who acts: a person, in a role, for a body.

use serde::{Deserialize, Serialize};

use crate::bodies::BodyId;

/// What a person may be for a body. One person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Administrator,
    /// Leadership: the head of the body or the person acting.
    Leader,
    Inspector,
    ResponsibleExecutor,
    UnitHead,
    ControlObjectHead,
    ReportExecutor,
    ReportSignatory,
    Analyst,
    Observer,
}

impl Role {
    pub const ALL: [Self; 10] = [
        Self::Administrator,
        Self::Leader,
        Self::Inspector,
        Self::ResponsibleExecutor,
        Self::UnitHead,
        Self::ControlObjectHead,
        Self::ReportExecutor,
        Self::ReportSignatory,
        Self::Analyst,
        Self::Observer,
    ];

    /// The word used in columns, files and locale keys (`role-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Leader => "leader",
            Self::Inspector => "inspector",
            Self::ResponsibleExecutor => "responsible-executor",
            Self::UnitHead => "unit-head",
            Self::ControlObjectHead => "control-object-head",
            Self::ReportExecutor => "report-executor",
            Self::ReportSignatory => "report-signatory",
            Self::Analyst => "analyst",
            Self::Observer => "observer",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.word() == word)
    }
}

/// In what capacity leadership decides: every decision records it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    Head,
    Acting,
}

impl Capacity {
    /// The word used in locale keys (`capacity-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Acting => "acting",
        }
    }
}

/// A person acting now: name and position as they stood at the time of the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub user: String,
    pub name: String,
    pub position: String,
    pub body: BodyId,
    pub role: Role,
    pub capacity: Capacity,
}

/// A person named in a case: an executor, a person present, a recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Empty where the person has no account.
    #[serde(default)]
    pub user: String,
    pub name: String,
    pub position: String,
}

impl Actor {
    /// Whoever holds a role of a body; a person where it is known which.
    pub fn somebody(person: Option<&Person>, body: &str, role: Role) -> Self {
        let (user, name, position) =
            person.map_or_else(Default::default, |p| (p.user.clone(), p.name.clone(), p.position.clone()));
        Self { user, name, position, body: body.to_owned(), role, capacity: Capacity::Head }
    }

    pub fn person(&self) -> Person {
        Person { user: self.user.clone(), name: self.name.clone(), position: self.position.clone() }
    }
}
