//! The documents of external control.

use super::draft::unsign;
use crate::{Acquaintance, Document, Receipt, SubjectMark};

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
