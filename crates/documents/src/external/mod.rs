//! Chapter 2 of the Rules: the documents of external control, from the half-year list to the answer to an appeal.

mod appointment;
mod follow;
mod letters;
mod list;
mod notices;
mod protocols;
mod results;

pub use appointment::{AdditionalAct, AppointmentAct, CheckedRequirement, ExtensionGround, Receipt};
pub use follow::{MoreTimeDecision, NewTerm, OverdueItem, Referral, ReportRequest, TimeDecision};
pub use letters::{AppealAnswer, AppealConclusion, AppealNotice, ForwardingLetter};
pub use list::{DeskFinding, DeskOutcome, HalfYearList, HalfYearRow, OutcomeKind, RiskDegree};
pub use notices::{ControlNotice, NoticeAbout};
pub use protocols::{Obstruction, ObstructionProtocol, Outcome, RefusalProtocol, SubjectMark};
pub use results::{Conclusion, ControlCopy, FoundViolation, Prescription, PrescriptionRow, ResultsAct};

use serde::{Deserialize, Serialize};

/// §4–7: the two forms of control that enter the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ControlForm {
    /// Unscheduled inspection (тексеру).
    Inspection,
    /// Preventive control with a visit (бару арқылы профилактикалық бақылау).
    Visit,
}
