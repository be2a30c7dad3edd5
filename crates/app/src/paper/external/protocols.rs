//! §23, §27: the protocols of obstruction and of refusal to sign.

use documents::{Document, Obstruction, ObstructionProtocol, Outcome, Reference, RefusalProtocol, SubjectMark};
use law::case::{DocumentKind, Fact, FactKind};

use super::{super::Press, number, person, unsigned};

impl Press<'_> {
    pub(in crate::paper) fn obstruction_protocol(&self) -> Option<Document> {
        let (_, appointment) = self.check()?;
        let (fact, protocol) = self.latest(|f| if let FactKind::ProtocolDrawn(p) = f { Some(p) } else { None })?;
        let representative = person(Some(&protocol.to_name), Some(&protocol.to_position));
        let explained = protocol.explanation.is_some();
        Some(Document::ObstructionProtocol(ObstructionProtocol {
            head: self.head(&self.case.body),
            form: self.control_form(),
            what: match protocol.obstruction.as_str() {
                "act-refused" => Obstruction::RefusedAct,
                "checklist-refused" => Obstruction::RefusedChecklist,
                _ => Obstruction::Obstructed,
            },
            on: self.date(fact.on),
            at: protocol.time.clone(),
            place: protocol.place.clone(),
            act: self.reference(DocumentKind::AppointmentAct),
            subject: self.object(&appointment.subject),
            description: protocol.description.clone(),
            explanation: protocol.explanation.clone(),
            signatures: vec![self.signed("protocol-drawn")],
            mark: match protocol.signed_by_subject {
                true => SubjectMark::Signed { signature: unsigned(representative.clone()) },
                false => SubjectMark::Refused {
                    reason: if explained { self.words.t("paper-reason-in-explanation") } else { String::new() },
                },
            },
            representative,
        }))
    }

    pub(in crate::paper) fn refusal_protocol(&self) -> Option<Document> {
        let (_, appointment) = self.check()?;
        let (fact, delivery) = self.latest(|f| match f {
            FactKind::ResultsDelivered(delivery) if delivery.way == "chancellery" => Some(delivery),
            _ => None,
        })?;
        let contents = self.case.inspection()?.contents.clone().unwrap_or_default();
        let result = self.delivered_document();
        Some(Document::RefusalProtocol(RefusalProtocol {
            head: self.head(&self.case.body),
            form: self.control_form(),
            what: match result {
                DocumentKind::Conclusion => Outcome::Conclusion,
                DocumentKind::Prescription => Outcome::Prescription,
                _ => Outcome::ResultsAct,
            },
            on: self.date(fact.on),
            at: self.time(fact).or(contents.time).unwrap_or_default(),
            place: contents.place.unwrap_or_default(),
            results: self.reference(result),
            subject: self.object(&appointment.subject),
            refused: person(Some(&delivery.to_name), Some(&delivery.to_position)),
            explanation: delivery.explanation.clone(),
            journal: delivery
                .incoming
                .as_deref()
                .map(|incoming| Reference { number: number(incoming), on: self.date(fact.on) }),
            signatures: vec![self.signed("results-delivered")],
        }))
    }

    /// What was to be signed by the subject: of a visit the prescription or the conclusion.
    fn delivered_document(&self) -> DocumentKind {
        match self.case.inspection() {
            Some(i) if i.visit() && i.violations.is_empty() => DocumentKind::Conclusion,
            Some(i) if i.visit() => DocumentKind::Prescription,
            _ => DocumentKind::ResultsAct,
        }
    }

    /// The hour of what was written down on the day it happened.
    fn time(&self, fact: &Fact) -> Option<String> {
        let moment = self.words.moment(fact.recorded_at);
        let (day, time) = moment.split_once(' ')?;
        (day == self.date(fact.on)).then(|| time.to_owned())
    }
}
