//! The orders of proceeding the Rules know, and the steps of each.

use serde::{Deserialize, Serialize};

use super::step::Step;
use crate::{ch3_internal, ch3_reports};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Procedure {
    /// Annual plan of control events (§41–42).
    AnnualPlan,
    /// Control event (§37–56).
    ControlEvent,
    /// Quarterly report (§60–63).
    Report,
}

impl Procedure {
    pub const ALL: [Self; 3] = [Self::AnnualPlan, Self::ControlEvent, Self::Report];

    /// The word used in columns, routes and locale keys (`procedure-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::AnnualPlan => "annual-plan",
            Self::ControlEvent => "control-event",
            Self::Report => "report",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.word() == word)
    }

    /// Its steps, in the order of the Rules. The first opens a case.
    pub fn steps(self) -> &'static [&'static dyn Step] {
        match self {
            Self::AnnualPlan => ch3_internal::PLAN_STEPS,
            Self::ControlEvent => ch3_internal::EVENT_STEPS,
            Self::Report => ch3_reports::REPORT_STEPS,
        }
    }

    pub fn step(self, id: &str) -> Option<&'static dyn Step> {
        self.steps().iter().copied().find(|s| s.id() == id)
    }
}
