//! Chapter 2 of the Rules, external control: appeals, half-year lists, inspections, visits, desk control (§4–34).

pub mod appeal;
pub mod desk;
pub mod dossier;
pub mod exchange;
pub mod inspection;
mod inspection_owed;
pub mod invalidity;
pub mod list;
pub mod moved;
pub mod p05_powers;
pub mod p10_list;
pub mod p11_risk;
pub mod p12_desk_control;
pub mod p12_desk_control_outcome;
pub mod p13_grounds;
pub mod p14_handing;
pub mod p14_jurisdiction;
pub mod p15_appeals;
pub mod p15_appeals_answer;
pub mod p15_appeals_route;
pub mod p17_appointment;
mod p17_basis;
pub mod p17_registration;
pub mod p17_steps;
mod p18_duration;
pub mod p19_extension;
pub mod p19_suspension;
pub mod p20_study;
pub mod p21_notice;
pub mod p22_checklist;
pub mod p22_requirements;
pub mod p22_start;
pub mod p23_protocol;
pub mod p24_disclosure;
pub mod p24_results;
pub mod p25_prescription;
pub mod p26_delivery;
pub mod p28_objections;
pub mod p29_more_time;
pub mod p30_elimination;
pub mod p32_follow_up;
pub mod p33_referral;
pub mod p34_protected;
pub mod signatures;

#[cfg(test)]
mod appeal_tests;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::case::{
    CaseFile, DocumentKind, Refusal, Role,
    step::{Freeze, Offer, Side, Step, View},
};
use crate::ch3_internal::day_of_answer;
use inspection::{Inspection, NumberedViolation};
use invalidity::Breach;
use signatures::Signatures;

/// Steps of an appeal.
pub const APPEAL_STEPS: &[&dyn Step] = &[
    &p15_appeals::RegisterAppeal,
    &p15_appeals::ExtendAppeal,
    &p15_appeals::NotifyExtension,
    &p13_grounds::AcceptAsGround,
    &p14_handing::HandWithinAgency,
    &p14_handing::TakeOverWithinAgency,
    &p15_appeals_route::ForwardAppeal,
    &p15_appeals_route::AcknowledgeForwarding,
    &p15_appeals_route::HandToInternalControl,
    &p15_appeals_route::TakeOver,
    &p15_appeals_route::Decline,
    &p15_appeals_answer::DraftAnswer,
    &p15_appeals_answer::AnswerAppeal,
    &p15_appeals_answer::WithdrawAppeal,
];
/// Steps of an inspection and of a visit. What only one of them has, the other is never offered.
pub const INSPECTION_STEPS: &[&dyn Step] = &[
    &p17_steps::DraftAppointment,
    &p17_steps::ReviseAppointment,
    &p17_steps::SignAppointment,
    &p17_registration::RecordRegistration,
    &p20_study::StudyMaterials,
    &p21_notice::SendStartNotice,
    &p21_notice::ChangeOfficers,
    &p22_start::StartInspection,
    &p23_protocol::DrawProtocol,
    &p05_powers::MakeRequest,
    &p05_powers::AnswerRequest,
    &p22_requirements::MarkRequirements,
    &p22_requirements::RecordViolation,
    &p22_requirements::WithdrawViolation,
    &p34_protected::KeepProtected,
    &p19_extension::ExtendInspection,
    &p19_extension::SendExtensionNotice,
    &p19_suspension::SuspendInspection,
    &p19_suspension::ResumeInspection,
    &p24_results::DraftResults,
    &p25_prescription::DraftPrescription,
    &p25_prescription::DraftConclusion,
    &p24_results::SignResults,
    &p25_prescription::SignPrescription,
    &p25_prescription::SignConclusion,
    &p24_results::WithdrawResults,
    &p26_delivery::DeliverResults,
    &p26_delivery::DeliverToChancellery,
    &p28_objections::ObjectToResults,
    &p29_more_time::AskMoreTime,
    &p29_more_time::DecideMoreTime,
    &p30_elimination::ReportElimination,
    &p30_elimination::RequestReport,
    &p30_elimination::ReceiveRequest,
    &p30_elimination::AnswerReportRequest,
    &p30_elimination::AcceptElimination,
    &p30_elimination::FindLacking,
    &p32_follow_up::NoteFollowUp,
    &p05_powers::TakeMeasure,
    &p33_referral::ReferCrime,
    &p26_delivery::CloseInspection,
    &p26_delivery::AbandonInspection,
];
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
/// The inspected subject; an officer writes down what came on paper.
const SUBJECT: &[(Side, Role)] = &[(Side::Object, Role::ControlObjectHead), (Side::Control, Role::Inspector)];

/// The inspection or visit of the case. Its steps are only ever offered on such cases.
fn inspection<'a>(view: &View<'a>) -> &'a Inspection {
    view.case.inspection().expect("a step of an inspection on an inspection")
}

/// Whether the person is one of the officers named.
fn in_team(view: &View) -> bool {
    inspection(view).officers.iter().any(|p| p.user == view.actor.user)
}

/// Art. 147(5): of the officers only those named take part. What follows the end (§28–32) is for the body, whoever of its officers
/// is there to do it.
fn named(view: &View) -> Offer {
    if view.actor.role != Role::Inspector || in_team(view) || inspection(view).delivered.is_some() {
        Offer::Ready
    } else {
        Offer::NotYet(Refusal::new(21, "only-named-officers"))
    }
}

/// The term is over: what came now would be invalid (art. 156).
fn term_exceeded(end: Date) -> Refusal {
    Refusal::new(26, "term-exceeded").date("end", end).breach(Breach::TermExceeded)
}

/// Whether the inspection runs, for this officer.
fn under_way(view: &View) -> Offer {
    let inspection = inspection(view);
    if inspection.delivered.is_some() || inspection.appointed.is_none() {
        return Offer::Never;
    }
    if inspection.started.is_none() {
        return Offer::NotYet(Refusal::new(22, "not-begun"));
    }
    if inspection.suspended.is_some() {
        return Offer::NotYet(Refusal::new(19, "stands-still"));
    }
    match inspection.end_in_force().filter(|end| view.today > *end) {
        Some(end) => Offer::NotYet(term_exceeded(end)),
        None => named(view),
    }
}

/// The refusal, unless something stands in the way before it.
fn after(offer: Offer, refusal: Refusal) -> Offer {
    match offer {
        Offer::Ready => Offer::NotYet(refusal),
        other => other,
    }
}

/// Whether this officer has still to sign.
fn unsigned(view: &View, by: &Signatures) -> Offer {
    if by.signed_by(&view.actor.user) {
        return Offer::NotYet(Refusal::new(24, "signed-by-you"));
    }
    under_way(view)
}

/// The first signature makes a document, each further one its next version.
fn again(case: &CaseFile, kind: DocumentKind) -> Option<Freeze> {
    Some(if case.document(kind).is_some() { Freeze::Next(kind) } else { Freeze::New(kind) })
}

/// Violations that satisfy the condition, with their numbers.
fn numbered(view: &View, condition: impl Fn(&NumberedViolation) -> bool) -> Vec<(String, String)> {
    let found = inspection(view).violations.iter().filter(|v| condition(v));
    found.map(|v| (v.number.to_string(), format!("{}. {}", v.number, v.violation.description))).collect()
}
/// Who keeps the registry of appeals: inspectors in the Agency and its bodies, elsewhere the internal control unit.
const KEEPERS: &[(Side, Role)] =
    &[(Side::Control, Role::Inspector), (Side::Control, Role::UnitHead), (Side::Control, Role::ResponsibleExecutor)];
/// The body of the Agency that is to take an appeal over.
const RECEIVING_BODY: &[(Side, Role)] = &[(Side::Receiver, Role::Inspector)];
/// The internal control unit to which an appeal was handed.
const RECEIVING_UNIT: &[(Side, Role)] =
    &[(Side::Receiver, Role::UnitHead), (Side::Receiver, Role::ResponsibleExecutor)];
