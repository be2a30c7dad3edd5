use super::external;
use crate::{Acquaintance, Document, Signature};

/// The same document before anybody signed it and before it has a number; whatever may be absent is absent.
pub fn draft(mut document: Document) -> Document {
    let head = document.head_mut();
    (head.number, head.code, head.draft) = (None, None, true);
    match &mut document {
        Document::AnnualPlan(plan) => {
            plan.order = None;
            unsign(&mut plan.leader);
        }
        Document::Order(order) => {
            order.experts.clear();
            order.control = None;
            unsign(&mut order.signature);
        }
        Document::OrderChange(order) => unsign(&mut order.signature),
        Document::OrderExtension(order) => unsign(&mut order.signature),
        Document::Notice(notice) => {
            notice.documents.clear();
            unsign(&mut notice.signature);
        }
        Document::Act(act) => {
            act.present.clear();
            act.violations.clear();
            act.recommendations.clear();
            act.liability.clear();
            act.presented_on = None;
            act.acquaintance = Acquaintance::Awaited;
            act.present_marks.clear();
            act.objections = None;
            act.attachments.clear();
            act.signatures.iter_mut().for_each(unsign);
        }
        Document::Letter(letter) => {
            letter.plan_until = None;
            unsign(&mut letter.signature);
        }
        Document::ActionPlan(plan) => {
            plan.lines.clear();
            unsign(&mut plan.signature);
        }
        other => external::draft(other),
    }
    document
}

pub(super) fn unsign(signature: &mut Signature) {
    signature.at.clear();
    signature.digest_short = None;
}
