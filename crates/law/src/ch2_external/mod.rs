//! Chapter 2 of the Rules, external control: appeals, half-year lists, inspections, visits, desk control (§4–34).

pub mod appeal;
pub mod desk;
pub mod dossier;
pub mod inspection;
pub mod list;
pub mod p10_list;
pub mod p11_risk;
pub mod p14_jurisdiction;
pub mod p17_appointment;

use crate::case::{
    Role,
    step::{Side, Step},
};

/// Steps of an appeal.
pub const APPEAL_STEPS: &[&dyn Step] = &[];
/// Steps of a half-year list.
pub const LIST_STEPS: &[&dyn Step] = &[
    &p10_list::OpenList,
    &p10_list::SelectSubject,
    &p10_list::ChangeEntry,
    &p10_list::RemoveEntry,
    &p10_list::ApproveList,
    &p10_list::RecordRegistration,
    &p10_list::PublishList,
    &p10_list::AbandonList,
];
/// Steps of an inspection.
pub const INSPECTION_STEPS: &[&dyn Step] = &[];
/// Steps of a visit.
pub const VISIT_STEPS: &[&dyn Step] = &[];
/// Steps of a control without a visit.
pub const DESK_STEPS: &[&dyn Step] = &[];

/// The officers of the Agency and its bodies.
const OFFICERS: &[(Side, Role)] = &[(Side::Control, Role::Inspector)];
/// Leadership of the Agency or of its body.
const LEADER: &[(Side, Role)] = &[(Side::Control, Role::Leader)];
