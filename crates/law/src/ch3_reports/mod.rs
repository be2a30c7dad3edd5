//! Chapter 3, part 3 (§60–63) and the annexes: the quarterly reports.
//!
//! | module | what |
//! |---|---|
//! | [`form`], `forms_2021` | the forms as data |
//! | [`cell`], [`sheet`] | a cell's four states; a filled form, its sums, its text |
//! | [`checks`] | the checks between cells |
//! | [`rollup`] | many sheets as one |
//! | [`own_figures`] | what the system's own cases say of a row |
//! | [`p60_routing`] | §60–62 who owes which form to whom |
//! | [`report`], [`review`] | the life of a report; what a step knows of its cells |
//! | [`p60_signing`] | §60–62 signatures, submission |
//! | [`p60_acceptance`] | §60–62 acceptance, return |
//! | [`p63_correction`] | §63 correction of the fourth quarter |

pub mod cell;
pub mod checks;
pub mod form;
mod forms_2021;
pub mod own_figures;
pub mod p60_acceptance;
pub mod p60_routing;
pub mod p60_signing;
pub mod p63_correction;
pub mod report;
pub mod review;
pub mod rollup;
pub mod sheet;

#[cfg(test)]
mod tests;

pub use cell::Cell;
pub use form::{Form, FormId};
pub use report::Report;
pub use review::Review;
pub use sheet::{Place, Sheet};

use crate::case::{
    Role,
    step::{Side, Step},
};

/// Steps of a report.
pub const REPORT_STEPS: &[&dyn Step] = &[
    &p60_signing::OpenReport,
    &p60_signing::SignReport,
    &p60_signing::CountersignReport,
    &p60_signing::WithdrawReport,
    &p60_signing::SubmitReport,
    &p60_acceptance::ReturnReport,
    &p60_acceptance::AcceptReport,
    &p63_correction::RequestCorrection,
    &p63_correction::DecideCorrection,
];

/// Who fills and signs (item 4 of the notes).
const EXECUTOR: &[(Side, Role)] = &[(Side::Control, Role::ReportExecutor)];
/// The head or the person acting.
const SIGNATORY: &[(Side, Role)] = &[(Side::Control, Role::ReportSignatory), (Side::Control, Role::Leader)];
const EXECUTOR_OR_SIGNATORY: &[(Side, Role)] =
    &[(Side::Control, Role::ReportExecutor), (Side::Control, Role::ReportSignatory)];
/// Those to whom the report goes.
const RECEIVER: &[(Side, Role)] = &[
    (Side::Receiver, Role::Analyst),
    (Side::Receiver, Role::ReportExecutor),
    (Side::Receiver, Role::UnitHead),
    (Side::Receiver, Role::Leader),
];
