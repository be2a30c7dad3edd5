//! Chapter 2 of the Rules, external control: appeals, half-year lists, inspections, visits, desk control (§4–34).

pub mod appeal;
pub mod desk;
pub mod dossier;
pub mod inspection;
pub mod list;
pub mod p11_risk;
pub mod p12_desk_control;
pub mod p12_desk_control_outcome;
pub mod p13_grounds;
pub mod p14_jurisdiction;
pub mod p15_appeals;
pub mod p15_appeals_answer;
pub mod p15_appeals_route;
pub mod p17_appointment;
pub mod p22_checklist;

#[cfg(test)]
mod tests;

use crate::case::{
    Role,
    step::{Side, Step},
};

/// Steps of an appeal.
pub const APPEAL_STEPS: &[&dyn Step] = &[
    &p15_appeals::RegisterAppeal,
    &p15_appeals::ExtendAppeal,
    &p15_appeals::NotifyExtension,
    &p13_grounds::AcceptAsGround,
    &p15_appeals_route::ForwardAppeal,
    &p15_appeals_route::AcknowledgeForwarding,
    &p15_appeals_route::HandToInternalControl,
    &p15_appeals_route::TakeOver,
    &p15_appeals_route::Decline,
    &p15_appeals_answer::DraftAnswer,
    &p15_appeals_answer::AnswerAppeal,
    &p15_appeals_answer::WithdrawAppeal,
];
/// Steps of a half-year list.
pub const LIST_STEPS: &[&dyn Step] = &[];
/// Steps of an inspection.
pub const INSPECTION_STEPS: &[&dyn Step] = &[];
/// Steps of a visit.
pub const VISIT_STEPS: &[&dyn Step] = &[];
/// Steps of a control without a visit.
pub const DESK_STEPS: &[&dyn Step] = &[
    &p12_desk_control::OpenDeskControl,
    &p12_desk_control::RecordSource,
    &p12_desk_control_outcome::RecordViolation,
    &p12_desk_control_outcome::WithdrawViolation,
    &p12_desk_control_outcome::DraftOutcome,
    &p12_desk_control_outcome::IssueOutcome,
    &p12_desk_control::CloseDeskControl,
];

/// The officers of the Agency and its bodies.
const OFFICERS: &[(Side, Role)] = &[(Side::Control, Role::Inspector)];
/// Leadership of the Agency or of its body.
const LEADER: &[(Side, Role)] = &[(Side::Control, Role::Leader)];
/// Who keeps the registry of appeals: inspectors in the Agency and its bodies, elsewhere the internal control unit.
const KEEPERS: &[(Side, Role)] =
    &[(Side::Control, Role::Inspector), (Side::Control, Role::UnitHead), (Side::Control, Role::ResponsibleExecutor)];
/// The internal control unit to which an appeal was handed.
const RECEIVING_UNIT: &[(Side, Role)] =
    &[(Side::Receiver, Role::UnitHead), (Side::Receiver, Role::ResponsibleExecutor)];
