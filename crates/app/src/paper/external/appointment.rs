//! §17, §19: the act of appointment and the additional act.

use documents::{
    AdditionalAct, AppointmentAct, CheckedRequirement, Document, ExtensionGround, Person, Receipt, Reference,
};
use law::{
    case::{DocumentKind, FactKind},
    ch2_external::{
        dossier::What, inspection::Inspection, p17_appointment::Appointment, p22_checklist, p23_protocol::Protocol,
    },
};

use super::{super::Press, joined, lines, number, paragraphs, person, severity};
use crate::words::Arg;

impl Press<'_> {
    pub(in crate::paper) fn appointment_act(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        let lang = self.words.lang;
        let territory = self.registry.tree.get(&appointment.subject).map(|b| format!("territory-{}", b.territory));
        let requirement = |r: &String| CheckedRequirement {
            item: r.clone(),
            text: self.requirement(r),
            severity: severity(p22_checklist::severity(r)),
        };
        let specialist = |s: &law::ch2_external::p17_appointment::Specialist| Person {
            name: s.name.clone(),
            position: joined([s.position.as_str(), &s.organisation]),
            capacity: String::new(),
        };
        let late = match appointment.registration.as_str() {
            "urgent" => Some(self.words.t("paper-registered-urgently")),
            "remote" => Some(self.words.t("paper-registered-from-afar")),
            _ => None,
        };
        let (receipt, checklist_on) = self.receipt(inspection);
        Some(Document::AppointmentAct(AppointmentAct {
            head: self.head(&self.case.body),
            form: self.control_form(),
            officers: appointment.officers.iter().map(|p| self.person(p)).collect(),
            engaged: appointment.specialists.iter().map(specialist).collect(),
            subject: self.object(&appointment.subject),
            objects: lines(appointment.objects.as_deref()),
            territory: territory
                .map(|t| self.words.t(&t))
                .unwrap_or_else(|| self.registry.address(&appointment.subject, lang)),
            branch: appointment.branch.clone(),
            matter: appointment.matter.clone(),
            term: self.term(appointment.start, appointment.end),
            ground: self.ground_of_check(appointment),
            legal_acts: lines(appointment.acts.as_deref()),
            requirements: appointment.requirements.iter().map(requirement).collect(),
            period: appointment.period_from.zip(appointment.period_to).map(|(from, to)| self.span(from, to)),
            signature: self.signed("inspection-appointed"),
            receipt,
            checklist_on,
            registration: self.registered("appointment"),
            late_registration: late,
        }))
    }

    /// What the subject did with the act, and when it saw the checklist. The act is signed before.
    fn receipt(&self, inspection: &Inspection) -> (Receipt, Option<String>) {
        let handed =
            self.facts(|f| if let FactKind::InspectionStarted(handing) = f { Some(handing) } else { None }).last();
        if let Some((fact, handing)) = handed {
            let person = person(Some(&handing.to_name), Some(&handing.to_position));
            let on = self.date(fact.on);
            let shown = handing.acquainted.then(|| on.clone());
            return (Receipt::Received { person, on }, shown);
        }
        let refused = |(_, protocol): &&(_, Protocol)| protocol.obstruction == "act-refused";
        match inspection.protocols.iter().find(refused) {
            Some((on, _)) => {
                let on = self.date(*on);
                let note = self.words.with("paper-protocol-of", &[("on", on.clone().into())]);
                (Receipt::Refused { on, note }, None)
            }
            None => (Receipt::Awaited, None),
        }
    }

    /// Number and day under which legal statistics has registered an act.
    pub(super) fn registered(&self, of: &str) -> Option<Reference> {
        let all = self.facts(|f| if let FactKind::ActRegistered(r) = f { Some(r) } else { None });
        let (_, registration) = all.filter(|(_, r)| r.of == of).last()?;
        Some(Reference { number: number(&registration.number), on: self.date(registration.on) })
    }

    /// The legal ground, the document it rests on, the facts, and the instruction of §14.
    fn ground_of_check(&self, appointment: &Appointment) -> String {
        let ground = match &appointment.ground {
            Some(ground) => self.ground_of_inspection(ground, appointment),
            None => self.ground_of_visit(appointment),
        };
        let instruction = appointment.instruction.as_deref().map(|n| {
            let on = appointment.instruction_on.map(|on| self.date(on)).unwrap_or_default();
            self.words.with("paper-instructed", &[("number", number(n).into()), ("on", on.into())])
        });
        paragraphs([Some(ground), appointment.facts.clone(), instruction].into_iter().flatten())
    }

    fn ground_of_inspection(&self, ground: &str, appointment: &Appointment) -> String {
        let words = self.words.t(&format!("inspection-ground-{ground}"));
        // The item stands in the sentence already.
        let named = words.split_once(") ").map_or(words.as_str(), |(_, named)| named);
        let known = appointment.basis.as_deref().and_then(|basis| self.of_basis(basis));
        let given = appointment.reference.as_deref().map(|n| (number(n), appointment.reference_on));
        let values: [(&str, Arg); 2] = [("item", ground.into()), ("ground", named.into())];
        let whole = self.words.with("paper-ground-of-inspection", &values);
        match given.or(known) {
            Some((number, Some(on))) => {
                let values: [(&str, Arg); 3] = [("ground", whole.into()), ("number", number.into()), ("on", on.into())];
                self.words.with("paper-ground-by-document", &values)
            }
            Some((number, None)) => {
                self.words.with("paper-ground-by-number", &[("ground", whole.into()), ("number", number.into())])
            }
            None => format!("{whole}."),
        }
    }

    /// Number and day of what another case is: an appeal, a prescription.
    fn of_basis(&self, basis: &str) -> Option<(String, Option<jiff::civil::Date>)> {
        let told = self.dossier.told.iter().find(|told| told.name() == basis)?;
        match &told.what {
            What::Appeal(appeal) => Some((number(&appeal.number), Some(told.on))),
            What::Check(check) => check.prescription.map(|(number, on)| (number.to_string(), Some(on))),
            What::Entry(_) | What::Desk(_) => None,
        }
    }

    fn ground_of_visit(&self, appointment: &Appointment) -> String {
        let basis = appointment.basis.as_deref().unwrap_or_default();
        let Some((told, entry)) = self.dossier.entries().find(|(told, _)| told.name() == basis) else {
            return self.words.t("paper-ground-of-visit-plain");
        };
        let values: [(&str, Arg); 4] = [
            ("year", entry.year.to_string().into()),
            ("half", entry.half.to_string().into()),
            ("on", told.on.into()),
            ("entry", told.item.as_str().into()),
        ];
        self.words.with("paper-ground-of-visit", &values)
    }

    pub(in crate::paper) fn additional_act(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        let (_, extension) =
            self.latest(|f| if let FactKind::InspectionExtended(extension) = f { Some(extension) } else { None })?;
        let before = extension.before.or(inspection.end)?;
        Some(Document::AdditionalAct(AdditionalAct {
            head: self.head(&self.case.body),
            form: self.control_form(),
            act: self.reference(DocumentKind::AppointmentAct),
            subject: self.object(&appointment.subject),
            ground: match extension.extension_ground.as_str() {
                "foreign-information" => ExtensionGround::ForeignInformation,
                "whereabouts" => ExtensionGround::Whereabouts,
                _ => ExtensionGround::Laboratory,
            },
            reason: extension.reason.clone(),
            ends_before: self.date(before),
            ends: self.date(extension.until),
            working_days: self.working_days(before.tomorrow().unwrap_or(before), extension.until),
            registration: self.registered("extension"),
            signature: self.signed("inspection-extended"),
        }))
    }
}
