//! The documents of internal control as paper: typed data in, PDF or SVG out.
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
//!
//! The report is a [`ReportPaper`] of its own: no letterhead, and all its words come as data.

mod act;
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

/// A document of internal control, complete with its letterhead. As JSON it carries `kind`: `"act"`, `"order_change"` …
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one document is in hand at a time; a box would only burden its makers")]
pub enum Document {
    AnnualPlan(AnnualPlan),
    Order(Order),
    OrderChange(OrderChange),
    OrderExtension(OrderExtension),
    Notice(Notice),
    Act(Act),
    Letter(Letter),
    ActionPlan(ActionPlan),
}

impl Document {
    /// The name of the template and the `kind` in JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::AnnualPlan(_) => "annual_plan",
            Self::Order(_) => "order",
            Self::OrderChange(_) => "order_change",
            Self::OrderExtension(_) => "order_extension",
            Self::Notice(_) => "notice",
            Self::Act(_) => "act",
            Self::Letter(_) => "letter",
            Self::ActionPlan(_) => "action_plan",
        }
    }

    pub fn head(&self) -> &Head {
        match self {
            Self::AnnualPlan(document) => &document.head,
            Self::Order(document) => &document.head,
            Self::OrderChange(document) => &document.head,
            Self::OrderExtension(document) => &document.head,
            Self::Notice(document) => &document.head,
            Self::Act(document) => &document.head,
            Self::Letter(document) => &document.head,
            Self::ActionPlan(document) => &document.head,
        }
    }

    /// For marks that come after drawing up: number, code, draft.
    pub fn head_mut(&mut self) -> &mut Head {
        match self {
            Self::AnnualPlan(document) => &mut document.head,
            Self::Order(document) => &mut document.head,
            Self::OrderChange(document) => &mut document.head,
            Self::OrderExtension(document) => &mut document.head,
            Self::Notice(document) => &mut document.head,
            Self::Act(document) => &mut document.head,
            Self::Letter(document) => &mut document.head,
            Self::ActionPlan(document) => &mut document.head,
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
