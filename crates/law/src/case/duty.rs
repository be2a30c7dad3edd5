//! Who owes what, by when, and why. Duties are read off the journal; a late one stays late for ever.

use jiff::civil::Date;

use super::actor::Role;
use crate::{bodies::BodyId, rules::RuleId, term::Due};

/// Something owed under a paragraph.
#[derive(Clone, Debug)]
pub struct Duty {
    /// Unique within the case: the rule's id, with a number where one rule binds several things.
    pub key: String,
    pub rule: Option<RuleId>,
    pub paragraph: u8,
    /// Locale key of what is owed.
    pub what: String,
    /// Detail of the case that tells like duties apart (the text of a measure, of a request).
    pub detail: String,
    pub body: BodyId,
    pub roles: &'static [Role],
    pub due: Date,
    /// How the date came about; none where the date was set in a document.
    pub reckoning: Option<Due>,
    pub state: DutyState,
    /// The step that discharges it.
    pub step: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyState {
    Open,
    /// Done on that day.
    Done(Date),
    /// Overtaken by events on that day, without having been done.
    Lapsed(Date),
}

impl Duty {
    /// Whether it was, or by `today` is, late.
    pub fn late(&self, today: Date) -> bool {
        match self.state {
            DutyState::Open => today > self.due,
            DutyState::Done(on) | DutyState::Lapsed(on) => on > self.due,
        }
    }

    pub fn open(&self) -> bool {
        self.state == DutyState::Open
    }

    /// The day it was discharged or lapsed.
    pub fn ended(&self) -> Option<Date> {
        match self.state {
            DutyState::Open => None,
            DutyState::Done(on) | DutyState::Lapsed(on) => Some(on),
        }
    }
}
