//! The act of a control event: the thirteen items of §50, copy by copy.

use documents::{
    Acquaintance, Act, ActCopy, ChecklistLine, Document, Finding, Liability, Objections, Person, PresentMark,
    Recommendation, Severity, Violation,
};
use law::{
    case::{DocumentKind, DutyState},
    ch3_internal::event::ControlEvent,
};

use super::Press;

impl Press<'_> {
    pub(super) fn act(&self) -> Option<Document> {
        let event = self.case.event()?;
        let appointment = event.appointment.as_ref()?;
        let contents = event.contents.clone().unwrap_or_default();
        let plain = |name: &Option<String>, position: &Option<String>| Person {
            name: name.clone().unwrap_or_default(),
            position: position.clone().unwrap_or_default(),
            capacity: String::new(),
        };
        let drawn_on = event.signed_by.first().map_or(self.today, |(on, _)| *on);
        let marks = event.marks.iter().map(|m| ChecklistLine {
            item: m.requirement.clone(),
            requirement: self.words.t(&format!("checklist-{}", m.requirement)),
            finding: match m.mark.as_str() {
                "met" => Finding::Met,
                "violated" => Finding::Violated,
                _ => Finding::NotApplicable,
            },
        });
        Some(Document::Act(Act {
            head: self.head(&self.case.body),
            copy: if self.copy == 1 { ActCopy::Object } else { ActCopy::Materials },
            drawn_on: self.date(drawn_on),
            drawn_at: contents.time.clone().unwrap_or_default(),
            drawn_place: contents.place.clone().unwrap_or_default(),
            object: self.object(&appointment.object),
            object_head: plain(&contents.head_name, &contents.head_position),
            present: contents.present.iter().map(|p| plain(&Some(p.name.clone()), &Some(p.position.clone()))).collect(),
            order: self.reference(DocumentKind::Order),
            executors: appointment.executors.iter().map(|p| self.person(p)).collect(),
            held: self.span(event.started.unwrap_or(appointment.start), event.ended().unwrap_or(drawn_on)),
            held_place: contents.place.clone().unwrap_or_default(),
            period: self.span(appointment.period_from, appointment.period_to),
            analysis: contents.analysis.clone().unwrap_or_default(),
            results: contents.results.clone().unwrap_or_default(),
            violations: self.violations(event),
            causes: contents.causes.clone().unwrap_or_default(),
            checklist: marks.collect(),
            recommendations: contents
                .recommendations
                .iter()
                .map(|r| Recommendation { text: r.text.clone(), until: self.date(r.term) })
                .collect(),
            liability: contents
                .liability
                .iter()
                .map(|text| Liability { person: String::new(), recommendation: text.clone() })
                .collect(),
            presented_on: event.presented.as_ref().map(|(on, _)| self.date(*on)),
            acquaintance: self.acquaintance(event),
            present_marks: Vec::<PresentMark>::new(),
            objections: self.objections(event),
            signatures: self.executors_signatures(),
            attachments: event.findings.iter().map(|f| f.finding.evidence.clone()).collect(),
        }))
    }

    fn violations(&self, event: &ControlEvent) -> Vec<Violation> {
        let violations = event.findings.iter().map(|f| Violation {
            row: f.finding.violation.replace('-', "."),
            kind: self.words.t(&format!("violation-{}", f.finding.violation)),
            service: self.services(&f.finding.services),
            item: f.finding.violation.trim_start_matches("3-").to_owned(),
            severity: match f.finding.severity.as_str() {
                "gross" => Some(Severity::Gross),
                "significant" => Some(Severity::Significant),
                "insignificant" => Some(Severity::Insignificant),
                _ => None,
            },
            description: f.finding.description.clone(),
            evidence: f.finding.evidence.clone(),
        });
        violations.collect()
    }

    fn acquaintance(&self, event: &ControlEvent) -> Acquaintance {
        if let Some((on, mark)) = &event.refused {
            return Acquaintance::Refused { on: self.date(*on), note: mark.mark.clone() };
        }
        match self.last("act-countersigned").or_else(|| self.last("acquainted")) {
            Some(fact) => Acquaintance::Acquainted { signature: self.signature(fact) },
            None => Acquaintance::Awaited,
        }
    }

    fn objections(&self, event: &ControlEvent) -> Option<Objections> {
        let (on, objections) = event.objections.as_ref()?;
        let late = self
            .case
            .duties(self.law)
            .into_iter()
            .any(|d| d.key == "51" && matches!(d.state, DutyState::Done(_)) && d.late(*on));
        Some(Objections { reference: self.unnumbered(*on), summary: objections.text.clone(), late })
    }

    fn executors_signatures(&self) -> Vec<documents::Signature> {
        let signed = self.case.facts.iter().filter(|f| f.what.word() == "act-signed").map(|f| self.signature(f));
        let waiting = self
            .case
            .executors()
            .iter()
            .filter(|e| !self.case.facts.iter().any(|f| f.what.word() == "act-signed" && f.by.user == e.user));
        let empty =
            waiting.map(|e| documents::Signature { person: self.person(e), at: String::new(), digest_short: None });
        signed.chain(empty).collect()
    }
}
