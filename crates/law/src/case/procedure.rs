//! The orders of proceeding the Rules know, and the steps of each.

use serde::{Deserialize, Serialize};

use super::step::Step;
use crate::{ch2_external, ch3_internal, ch3_reports};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Procedure {
    /// Appeal (§13, §15; Law on public services art. 25).
    Appeal,
    /// Half-year list of visits (§10–11).
    HalfYearList,
    /// Inspection (§13–34).
    Inspection,
    /// Preventive control with a visit (§6–34).
    Visit,
    /// Preventive control without a visit (§6, §9, §12).
    DeskControl,
    /// Annual plan of control events (§41–42).
    AnnualPlan,
    /// Control event (§37–56).
    ControlEvent,
    /// Quarterly report (§60–63).
    Report,
}

impl Procedure {
    pub const ALL: [Self; 8] = [
        Self::Appeal,
        Self::HalfYearList,
        Self::Inspection,
        Self::Visit,
        Self::DeskControl,
        Self::AnnualPlan,
        Self::ControlEvent,
        Self::Report,
    ];

    /// Whether it belongs to external control (§2, §4).
    pub fn external(self) -> bool {
        matches!(self, Self::Appeal | Self::HalfYearList | Self::Inspection | Self::Visit | Self::DeskControl)
    }

    /// The word used in columns, routes and locale keys (`procedure-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::Appeal => "appeal",
            Self::HalfYearList => "half-year-list",
            Self::Inspection => "inspection",
            Self::Visit => "visit",
            Self::DeskControl => "desk-control",
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
            Self::Appeal => ch2_external::APPEAL_STEPS,
            Self::HalfYearList => ch2_external::LIST_STEPS,
            Self::Inspection => ch2_external::INSPECTION_STEPS,
            Self::Visit => ch2_external::INSPECTION_STEPS,
            Self::DeskControl => ch2_external::DESK_STEPS,
            Self::AnnualPlan => ch3_internal::PLAN_STEPS,
            Self::ControlEvent => ch3_internal::EVENT_STEPS,
            Self::Report => ch3_reports::REPORT_STEPS,
        }
    }

    pub fn step(self, id: &str) -> Option<&'static dyn Step> {
        self.steps().iter().copied().find(|s| s.id() == id)
    }
}
