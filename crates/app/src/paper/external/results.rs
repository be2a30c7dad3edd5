//! §24–25: the act on results, the prescription, the conclusion; copy by copy.

use documents::{
    Acquaintance, Conclusion, ControlCopy, Document, FoundViolation, Objections, Prescription, PrescriptionRow,
    ResultsAct,
};
use law::{
    case::DocumentKind,
    ch2_external::{inspection::Inspection, p25_prescription::Item},
};

use super::{super::Press, joined, lines, number, paragraphs, person, severity, unsigned};
use crate::words::Arg;

impl Press<'_> {
    pub(in crate::paper) fn results_act(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        if inspection.visit() {
            return None;
        }
        let drawn = self.drawn(&inspection.results_signed)?;
        let contents = drawn.contents;
        let advice = contents.recommendations.filter(|text| !text.trim().is_empty());
        let advice = advice.map(|text| self.words.with("paper-advice", &[("text", text.into())]));
        let (from, to) = (appointment.period_from, appointment.period_to);
        Some(Document::ResultsAct(ResultsAct {
            head: self.head(&self.case.body),
            copy: self.control_copy(),
            drawn_on: drawn.on,
            drawn_at: contents.time.unwrap_or_default(),
            drawn_place: contents.place.unwrap_or_default(),
            appointment: self.reference(DocumentKind::AppointmentAct),
            officers: drawn.officers,
            subject: self.object(&appointment.subject),
            representatives: drawn.representatives,
            held: drawn.held,
            held_place: contents.held_at.unwrap_or_default(),
            period: self.span(from.unwrap_or(appointment.start), to.unwrap_or(appointment.end)),
            results: paragraphs(contents.results.into_iter().chain(advice)),
            violations: self.found(inspection),
            checklist: self.words.t("paper-checklist"),
            delivered_on: self.delivered_on(inspection),
            acquaintance: self.acquainted_with_results(inspection),
            objections: self.objected(inspection),
            signatures: self.officers_signatures("results-signed", &inspection.results_signed),
            attachments: self.attached(inspection),
        }))
    }

    pub(in crate::paper) fn prescription(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        if inspection.items.is_empty() {
            return None;
        }
        let drawn = self.drawn(&inspection.prescription_signed)?;
        let contents = drawn.contents;
        Some(Document::Prescription(Prescription {
            head: self.head(&self.case.body),
            copy: self.control_copy(),
            form: self.control_form(),
            drawn_on: drawn.on,
            drawn_at: contents.time.unwrap_or_default(),
            drawn_place: contents.place.unwrap_or_default(),
            appointment: self.reference(DocumentKind::AppointmentAct),
            results: self.cited(DocumentKind::ResultsAct),
            officers: drawn.officers,
            subject: self.object(&appointment.subject),
            representatives: drawn.representatives,
            held: drawn.held,
            held_place: contents.held_at.unwrap_or_default(),
            period: appointment.period_from.zip(appointment.period_to).map(|(from, to)| self.span(from, to)),
            rows: inspection.items.iter().filter_map(|item| self.prescribed(inspection, item)).collect(),
            delivered_on: self.delivered_on(inspection),
            acquaintance: self.acquainted_with_results(inspection),
            signatures: self.officers_signatures("prescription-signed", &inspection.prescription_signed),
        }))
    }

    fn prescribed(&self, inspection: &Inspection, item: &Item) -> Option<PrescriptionRow> {
        let violation = &inspection.violation(item.violation.parse().ok()?)?.violation;
        Some(PrescriptionRow {
            item: violation.requirement.clone(),
            requirement: self.requirement(&violation.requirement),
            severity: severity(&violation.severity),
            violation: violation.description.clone(),
            instruction: item.text.clone(),
            until: self.date(item.term),
        })
    }

    pub(in crate::paper) fn conclusion(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        let text = inspection.conclusion.clone()?;
        let drawn = self.drawn(&inspection.conclusion_signed)?;
        let contents = drawn.contents;
        let checked = inspection.marks.iter().filter(|m| m.mark != "not-applicable").count();
        Some(Document::Conclusion(Conclusion {
            head: self.head(&self.case.body),
            drawn_on: drawn.on,
            drawn_at: contents.time.unwrap_or_default(),
            drawn_place: contents.place.unwrap_or_default(),
            appointment: self.reference(DocumentKind::AppointmentAct),
            officers: drawn.officers,
            subject: self.object(&appointment.subject),
            representatives: drawn.representatives,
            matter: appointment.matter.clone(),
            held: drawn.held,
            held_place: contents.held_at.unwrap_or_default(),
            checklist: self.words.t("paper-checklist"),
            checked: u16::try_from(checked).unwrap_or(u16::MAX),
            text: paragraphs(contents.results.into_iter().chain([text])),
            recommendations: lines(contents.recommendations.as_deref()),
            delivered_on: self.delivered_on(inspection),
            acquaintance: self.acquainted_with_results(inspection),
            signatures: self.officers_signatures("conclusion-signed", &inspection.conclusion_signed),
        }))
    }

    /// §24: the first copy goes to legal statistics, the second to the subject, the third stays.
    fn control_copy(&self) -> ControlCopy {
        match self.copy {
            1 => ControlCopy::Statistics,
            2 => ControlCopy::Subject,
            _ => ControlCopy::Control,
        }
    }

    fn found(&self, inspection: &Inspection) -> Vec<FoundViolation> {
        let violations = inspection.violations.iter().map(|v| FoundViolation {
            item: v.violation.requirement.clone(),
            requirement: self.requirement(&v.violation.requirement),
            severity: severity(&v.violation.severity),
            service: Some(self.services(&v.violation.services)).filter(|s| !s.is_empty()).unwrap_or("–".into()),
            description: v.violation.description.clone(),
            count: v.violation.count,
            evidence: v.violation.evidence.clone(),
        });
        violations.collect()
    }

    fn delivered_on(&self, inspection: &Inspection) -> Option<String> {
        inspection.delivered.as_ref().map(|(on, _)| self.date(*on))
    }

    /// Whoever took the second copy signs it on paper; §27: a refusal is marked with what the chancellery's journal says.
    fn acquainted_with_results(&self, inspection: &Inspection) -> Acquaintance {
        let Some((on, delivery)) = &inspection.delivered else { return Acquaintance::Awaited };
        if delivery.way != "chancellery" {
            let who = person(Some(&delivery.to_name), Some(&delivery.to_position));
            return Acquaintance::Acquainted { signature: unsigned(who) };
        }
        let journal = delivery.incoming.as_deref().map(|incoming| {
            let values: [(&str, Arg); 2] = [("number", number(incoming).into()), ("on", (*on).into())];
            self.words.with("paper-in-the-journal", &values)
        });
        let note = joined(journal.as_deref());
        Acquaintance::Refused { on: self.date(*on), note }
    }

    fn objected(&self, inspection: &Inspection) -> Option<Objections> {
        let (on, objections) = inspection.objections.as_ref()?;
        Some(Objections {
            reference: self.unnumbered(*on),
            summary: objections.text.trim().trim_end_matches('.').to_owned(),
            late: objections.late,
        })
    }

    /// The prescription, what the violations rest on, the remarks of the subject.
    fn attached(&self, inspection: &Inspection) -> Vec<String> {
        let mut found = Vec::new();
        if !inspection.violations.is_empty() {
            found.push(match self.cited(DocumentKind::Prescription) {
                Some(r) => {
                    self.words.with("paper-prescription-of", &[("number", r.number.into()), ("on", r.on.into())])
                }
                None => self.words.t("paper-prescription"),
            });
        }
        for violation in &inspection.violations {
            for line in lines(Some(&violation.violation.evidence)) {
                if !found.contains(&line) {
                    found.push(line);
                }
            }
        }
        found.extend(inspection.objections.as_ref().map(|_| self.words.t("paper-objections")));
        found
    }
}
