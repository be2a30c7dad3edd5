//! The documents of external control: one inspection of May 2026 and one visit of September.

mod appointment;
mod follow;
mod list;
mod people;
mod results;

pub use appointment::{additional_act, appointment_act, appointment_of_visit, control_notices};
pub use follow::{
    appeal_answer, appeal_notice, forwarding_letter, more_time_decision, more_time_refusal, referral, report_request,
};
pub use list::{desk_outcome, half_year_list};
pub use results::{conclusion, obstruction_protocol, prescription, refusal_protocol, results_act};

use super::draft::unsign;
use crate::{Acquaintance, Document, Language, Receipt, SubjectMark};

/// Every kind of document of external control; where it has variants, each of them.
pub fn external(l: Language) -> Vec<Document> {
    let mut all = vec![
        Document::HalfYearList(half_year_list(l)),
        Document::DeskOutcome(desk_outcome(l)),
        Document::AppointmentAct(appointment_act(l)),
        Document::AppointmentAct(appointment_of_visit(l)),
    ];
    all.extend(control_notices(l).into_iter().map(Document::ControlNotice));
    all.extend([
        Document::AdditionalAct(additional_act(l)),
        Document::ObstructionProtocol(obstruction_protocol(l)),
        Document::ResultsAct(results_act(l)),
        Document::RefusalProtocol(refusal_protocol(l)),
        Document::Prescription(prescription(l)),
        Document::Conclusion(conclusion(l)),
        Document::MoreTimeDecision(more_time_decision(l)),
        Document::MoreTimeDecision(more_time_refusal(l)),
        Document::ReportRequest(report_request(l)),
        Document::Referral(referral(l)),
        Document::ForwardingLetter(forwarding_letter(l)),
        Document::AppealAnswer(appeal_answer(l)),
        Document::AppealNotice(appeal_notice(l)),
    ]);
    all
}

/// What may be absent is absent.
pub(super) fn draft(document: &mut Document) {
    match document {
        Document::HalfYearList(list) => {
            list.rows.clear();
            list.prepared = None;
            unsign(&mut list.approval);
        }
        Document::DeskOutcome(outcome) => {
            outcome.findings.clear();
            outcome.remedies.clear();
            unsign(&mut outcome.signature);
        }
        Document::AppointmentAct(act) => {
            act.engaged.clear();
            act.objects.clear();
            act.branch = None;
            act.receipt = Receipt::Awaited;
            act.checklist_on = None;
            act.registration = None;
            act.late_registration = None;
            unsign(&mut act.signature);
        }
        Document::AdditionalAct(act) => {
            act.registration = None;
            unsign(&mut act.signature);
        }
        Document::ControlNotice(notice) => unsign(&mut notice.signature),
        Document::ObstructionProtocol(protocol) => {
            protocol.explanation = None;
            protocol.mark = SubjectMark::Awaited;
            protocol.signatures.iter_mut().for_each(unsign);
        }
        Document::ResultsAct(act) => {
            act.representatives.clear();
            act.violations.clear();
            act.delivered_on = None;
            act.acquaintance = Acquaintance::Awaited;
            act.objections = None;
            act.attachments.clear();
            act.signatures.iter_mut().for_each(unsign);
        }
        Document::RefusalProtocol(protocol) => {
            protocol.explanation = None;
            protocol.journal = None;
            protocol.signatures.iter_mut().for_each(unsign);
        }
        Document::Prescription(prescription) => {
            prescription.representatives.clear();
            prescription.delivered_on = None;
            prescription.acquaintance = Acquaintance::Awaited;
            prescription.signatures.iter_mut().for_each(unsign);
        }
        Document::Conclusion(conclusion) => {
            conclusion.representatives.clear();
            conclusion.recommendations.clear();
            conclusion.delivered_on = None;
            conclusion.acquaintance = Acquaintance::Awaited;
            conclusion.signatures.iter_mut().for_each(unsign);
        }
        Document::MoreTimeDecision(decision) => unsign(&mut decision.signature),
        Document::ReportRequest(request) => unsign(&mut request.signature),
        Document::Referral(referral) => {
            referral.officials.clear();
            unsign(&mut referral.signature);
        }
        Document::ForwardingLetter(letter) => {
            letter.attachments.clear();
            unsign(&mut letter.signature);
        }
        Document::AppealAnswer(answer) => {
            answer.restored.clear();
            unsign(&mut answer.signature);
        }
        Document::AppealNotice(notice) => unsign(&mut notice.signature),
        _ => {}
    }
}
