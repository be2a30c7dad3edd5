//! §29–33: what comes after the prescription.

use documents::{Addressee, Document, MoreTimeDecision, NewTerm, OverdueItem, Referral, ReportRequest, TimeDecision};
use law::{
    case::{DocumentKind, FactKind},
    ch2_external::{inspection::Inspection, p25_prescription::Item},
};

use super::{super::Press, lines};

/// Items of the prescription about these violations, each with the number of its row.
fn rows<'a>(inspection: &'a Inspection, violations: &'a [String]) -> impl Iterator<Item = (String, &'a Item)> {
    let rows = inspection.items.iter().zip(1..).filter(|(item, _)| violations.contains(&item.violation));
    rows.map(|(item, row): (_, u32)| (row.to_string(), item))
}

impl Press<'_> {
    pub(in crate::paper) fn more_time_decision(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        let (on, asked) = inspection.asked.as_ref()?;
        let (_, decided) = self.latest(|f| if let FactKind::MoreTimeDecided(d) = f { Some(d) } else { None })?;
        let granted = |until| {
            let items = rows(inspection, &asked.items).map(|(item, prescribed)| NewTerm {
                item,
                instruction: prescribed.text.clone(),
                before: self.date(prescribed.term),
                until: self.date(until),
            });
            TimeDecision::Granted { reasons: decided.reason.clone(), items: items.collect() }
        };
        Some(Document::MoreTimeDecision(MoreTimeDecision {
            head: self.head(&self.case.body),
            form: self.control_form(),
            prescription: self.reference(DocumentKind::Prescription),
            subject: self.object(&appointment.subject),
            request: self.unnumbered(*on),
            reasons: asked.reasons.clone(),
            measures: lines(Some(&asked.measures_taken)),
            decision: match decided.until {
                Some(until) => granted(until),
                None => TimeDecision::Refused { reasons: decided.reason.clone() },
            },
            signature: self.signed("more-time-decided"),
        }))
    }

    pub(in crate::paper) fn report_request(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        let (_, request) = self.latest(|f| if let FactKind::ReportRequested(r) = f { Some(r) } else { None })?;
        let term = |item: &Item| {
            let moved = item.violation.parse().ok().and_then(|n| inspection.terms.get(&n)).copied();
            moved.unwrap_or(item.term)
        };
        let items = rows(inspection, &request.items).map(|(item, prescribed)| OverdueItem {
            item,
            instruction: prescribed.text.clone(),
            until: self.date(term(prescribed)),
        });
        Some(Document::ReportRequest(ReportRequest {
            head: self.head(&self.case.body),
            addressee: self.to_the_head(&appointment.subject),
            form: self.control_form(),
            prescription: self.reference(DocumentKind::Prescription),
            subject: self.object(&appointment.subject),
            items: items.collect(),
            contacts: self.contacts(None),
            signature: self.signed("report-requested"),
        }))
    }

    pub(in crate::paper) fn referral(&self) -> Option<Document> {
        let (_, appointment) = self.check()?;
        let (_, referral) = self.latest(|f| if let FactKind::CrimeReferred(r) = f { Some(r) } else { None })?;
        Some(Document::Referral(Referral {
            head: self.head(&self.case.body),
            addressee: Addressee {
                body: referral.organisation.clone(),
                position: String::new(),
                name: referral.address.clone().unwrap_or_default(),
            },
            form: self.control_form(),
            act: self.reference(DocumentKind::AppointmentAct),
            subject: self.object(&appointment.subject),
            officials: Vec::new(),
            facts: referral.facts.clone(),
            materials: lines(Some(&referral.materials)),
            contacts: self.contacts(None),
            signature: self.signed("crime-referred"),
        }))
    }
}
