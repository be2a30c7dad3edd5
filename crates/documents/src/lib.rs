//! The documents of internal and external control as paper: typed data in, PDF or SVG out.
//!
//! Pure: no clock, no files at run time, no network. The same data give the same bytes, so a document can be drawn again from
//! its frozen JSON and compared. Words that the Rules prescribe live in `templates/`, Kazakh and Russian side by side; data arrive
//! in the language of the document.
//!
//! | § | document | template |
//! |---|---|---|
//! | 41–42 | annual plan | `annual_plan.typ` |
//! | 41–43 | order of appointment | `order.typ` |
//! | 43 | order that changes the dates | `order_change.typ` |
//! | 44 | order of extension | `order_extension.typ` |
//! | 45 | notice of the start | `notice.typ` |
//! | 49–51 | act | `act.typ` |
//! | 53, 56 | letter with measures | `letter.typ` |
//! | 54–55 | action plan | `action_plan.typ` |
//! | 63 | quarterly report forms with their note | `report.typ` |
//! | 10–11 | half-year list of visits | `half_year_list.typ` |
//! | 12 | outcome of control without a visit | `desk_outcome.typ` |
//! | 15 | letter that forwards an appeal | `forwarding_letter.typ` |
//! | 17 | act of appointment | `appointment_act.typ` |
//! | 19 | additional act | `additional_act.typ` |
//! | 19, 21 | notice to the subject | `control_notice.typ` |
//! | 23 | protocol of obstruction | `obstruction_protocol.typ` |
//! | 24 | act on results | `results_act.typ` |
//! | 25 | prescription, conclusion | `prescription.typ`, `conclusion.typ` |
//! | 27 | protocol of refusal to sign | `refusal_protocol.typ` |
//! | 29 | decision on more time | `more_time_decision.typ` |
//! | 31 | request for a report | `report_request.typ` |
//! | 33 | referral to the competent body | `referral.typ` |
//! | Law, 25 | answer to an appeal, notice of a longer review | `appeal_answer.typ`, `appeal_notice.typ` |
//!
//! The report is a [`ReportPaper`] of its own: no letterhead, and all its words come as data.

mod act;
mod document;
mod external;
mod head;
mod letter;
mod order;
mod plan;
mod render;
mod report;
pub mod sample;
mod world;

pub use act::{
    Acquaintance, Act, ActCopy, ChecklistLine, Finding, Liability, Objections, PresentMark, Recommendation, Severity,
    Violation,
};
pub use document::Document;
pub use external::{
    AdditionalAct, AppealAnswer, AppealConclusion, AppealNotice, AppointmentAct, CheckedRequirement, Conclusion,
    ControlCopy, ControlForm, ControlNotice, DeskFinding, DeskOutcome, ExtensionGround, ForwardingLetter,
    FoundViolation, HalfYearList, HalfYearRow, MoreTimeDecision, NewTerm, NoticeAbout, Obstruction,
    ObstructionProtocol, Outcome, OutcomeKind, OverdueItem, Prescription, PrescriptionRow, Receipt, Referral,
    RefusalProtocol, ReportRequest, ResultsAct, RiskDegree, SubjectMark, TimeDecision,
};
pub use head::{Addressee, Body, Head, Object, Person, Reference, Signature, Span, Term};
pub use letter::{ActionPlan, ActionPlanLine, Letter, Measure};
pub use order::{Expert, Ground, Notice, Order, OrderChange, OrderExtension};
pub use plan::{AnnualPlan, AnnualPlanLine};
pub use render::{pdf, svg_pages};
pub use report::{
    Evidence, Line, Note, NoteSection, ReportPaper, ReportRow, ReportSection, ReportTable, Signer, SmallTable,
    TableHead, report_pdf, report_svg_pages,
};

use serde::{Deserialize, Serialize};

/// The languages a document is drawn up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Kk,
    Ru,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Kk, Self::Ru];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
        }
    }
}

/// Why a document could not be drawn. Both are mistakes of a template or of this crate, never of the data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the data of the document cannot be written as JSON: {0}")]
    Data(#[from] serde_json::Error),
    #[error("the template {kind} cannot be set: {message}")]
    Template { kind: &'static str, message: String },
}
