//! §13–34: an inspection or a visit as a whole: what its facts make of it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    dossier::{Check, Told, Violated, What},
    p05_powers::{Measure, Reply, Request},
    p17_appointment::Appointment,
    p17_registration::Registration,
    p19_extension::Extension,
    p21_notice::Sending,
    p22_requirements::{Mark, Violation},
    p23_protocol::Protocol,
    p24_results::Contents,
    p25_prescription::Item,
    p26_delivery::Delivery,
    p28_objections::Objections,
    p29_more_time::{Asked, Decided},
    p33_referral::Referral,
    p34_protected::Protected,
    signatures::Signatures,
};
use crate::{
    bodies::BodyId,
    case::{CaseFile, DocumentKind, Fact, FactKind, actor::Person},
};

/// An inspection or a visit, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    pub drafted: Option<Date>,
    pub appointment: Option<Appointment>,
    pub appointed: Option<Date>,
    /// The officers in force.
    pub officers: Vec<Person>,
    /// The first day on which something was studied (§20).
    pub studied: Option<Date>,
    pub registered: Option<(Date, Registration)>,
    pub notice: Option<(Date, Sending)>,
    pub started: Option<Date>,
    /// The last day by the appointment act, moved by the days it stood still.
    pub end: Option<Date>,
    pub protocols: Vec<(Date, Protocol)>,
    pub requests: Vec<NumberedRequest>,
    pub marks: Vec<Mark>,
    pub violations: Vec<NumberedViolation>,
    found: u32,
    /// The last extension, and how many there were.
    pub extension: Option<Extended>,
    pub extensions: u32,
    /// Since when it stands still.
    pub suspended: Option<Date>,
    pub contents: Option<Contents>,
    pub results_signed: Signatures,
    pub items: Vec<Item>,
    pub prescription_signed: Signatures,
    pub conclusion: Option<String>,
    pub conclusion_signed: Signatures,
    pub delivered: Option<(Date, Delivery)>,
    pub objections: Option<(Date, Objections)>,
    /// The request for more time, and what was decided.
    pub asked: Option<(Date, Asked)>,
    pub decided: Option<(Date, Decided)>,
    /// Terms of elimination in force, by number of the violation.
    pub terms: BTreeMap<u32, Date>,
    /// When elimination was first reported.
    pub reported: BTreeMap<u32, Date>,
    /// What was found of it: eliminated or not.
    pub verdicts: BTreeMap<u32, (Date, bool)>,
    /// When it was first found not eliminated.
    pub lacked: BTreeMap<u32, Date>,
    pub requested: Option<Date>,
    pub request_received: Option<Date>,
    pub request_answered: Option<Date>,
    /// The follow-up inspection (§8, §32), and when it was noted.
    pub follow_up: Option<(Date, String)>,
    pub referrals: Vec<(Date, Referral)>,
    pub measures: Vec<(Date, Measure)>,
    pub protected: Vec<(u32, Protected)>,
    /// Ended without results.
    pub abandoned: Option<Date>,
    pub closed: Option<Date>,
}

/// The extension as far as it has come; in force once it is registered and the subject has been told.
#[derive(Clone, Debug)]
pub struct Extended {
    pub on: Date,
    pub extension: Extension,
    pub until: Date,
    pub registered: Option<Date>,
    pub notified: Option<Date>,
}

/// A request of §5 with its number.
#[derive(Clone, Debug)]
pub struct NumberedRequest {
    pub number: u32,
    pub on: Date,
    pub request: Request,
    pub reply: Option<(Date, Reply)>,
}

/// A violation with its number; numbers of withdrawn ones are not given again.
#[derive(Clone, Debug)]
pub struct NumberedViolation {
    pub number: u32,
    pub on: Date,
    pub violation: Violation,
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or_default()
}

impl Inspection {
    pub fn apply(&mut self, fact: &Fact) {
        let on = fact.on;
        match &fact.what {
            FactKind::InspectionDrafted(appointment) => {
                self.drafted.get_or_insert(on);
                self.end = Some(appointment.end);
                self.officers.clone_from(&appointment.officers);
                self.appointment = Some((**appointment).clone());
            }
            FactKind::MaterialsStudied(_) => drop(self.studied.get_or_insert(on)),
            FactKind::InspectionAppointed => self.appointed = Some(on),
            FactKind::ActRegistered(registration) => match (&mut self.extension, registration.of.as_str()) {
                (Some(extension), "extension") => extension.registered = Some(registration.on),
                _ => self.registered = Some((registration.on, registration.clone())),
            },
            FactKind::StartNotified(sending) => self.notice = Some((on, sending.clone())),
            FactKind::InspectionStarted(_) => self.started = Some(on),
            FactKind::ProtocolDrawn(protocol) => {
                self.started.get_or_insert(on);
                self.protocols.push((on, protocol.clone()));
            }
            FactKind::RequestMade(request) => {
                let number = u32::try_from(self.requests.len()).unwrap_or(u32::MAX) + 1;
                self.requests.push(NumberedRequest { number, on, request: request.clone(), reply: None });
            }
            FactKind::RequestAnswered(reply) => {
                if let Some(asked) = self.requests.iter_mut().find(|r| r.number.to_string() == reply.request) {
                    asked.reply = Some((on, reply.clone()));
                }
            }
            FactKind::RequirementsMarked(marks) => self.marks.clone_from(&marks.marks),
            FactKind::ViolationRecorded(violation) => {
                self.found += 1;
                self.violations.push(NumberedViolation { number: self.found, on, violation: violation.clone() });
            }
            FactKind::ViolationWithdrawn(w) => {
                self.violations.retain(|v| v.number.to_string() != w.withdrawn);
                self.items.retain(|item| item.violation != w.withdrawn);
            }
            FactKind::OfficersChanged(change) => {
                for signatures in self.signatures() {
                    signatures.settle(&change.officers);
                }
                self.officers.clone_from(&change.officers);
            }
            FactKind::InspectionExtended(extension) => {
                // Another one, where a decree allows it, counts from the day to which the one before has come.
                (self.end, self.extensions) = (self.end_in_force(), self.extensions + 1);
                let until = extension.until;
                let extension = extension.clone();
                self.extension = Some(Extended { on, extension, until, registered: None, notified: None });
            }
            FactKind::ExtensionNotified(_) => {
                if let Some(extension) = &mut self.extension {
                    extension.notified = Some(on);
                }
            }
            FactKind::InspectionSuspended(_) => self.suspended = Some(on),
            FactKind::InspectionResumed(resumption) => {
                self.suspended = None;
                self.end = Some(resumption.ends);
                if let (Some(extension), Some(until)) = (&mut self.extension, resumption.extended) {
                    extension.until = until;
                }
            }
            FactKind::ResultsDrafted(contents) => self.contents = Some(contents.clone()),
            FactKind::ResultsSigned => self.results_signed.add(on, fact.by.person(), &self.officers),
            FactKind::PrescriptionDrafted(drafted) => {
                self.items.clone_from(&drafted.items);
                self.prescription_signed = Signatures::default();
            }
            FactKind::PrescriptionSigned => self.prescription_signed.add(on, fact.by.person(), &self.officers),
            FactKind::ConclusionDrafted(drafted) => self.conclusion = Some(drafted.text.clone()),
            FactKind::ConclusionSigned => self.conclusion_signed.add(on, fact.by.person(), &self.officers),
            FactKind::ResultsWithdrawn(_) => {
                for signatures in self.signatures() {
                    *signatures = Signatures::default();
                }
            }
            FactKind::ResultsDelivered(delivery) => {
                self.terms = self.items.iter().map(|i| (number(&i.violation), i.term)).collect();
                self.delivered = Some((on, delivery.clone()));
            }
            FactKind::InspectionObjected(objections) => self.objections = Some((on, objections.clone())),
            FactKind::MoreTimeAsked(asked) => (self.asked, self.decided) = (Some((on, asked.clone())), None),
            FactKind::MoreTimeDecided(decided) => {
                if let (Some((_, asked)), Some(until)) = (&self.asked, decided.until) {
                    for item in &asked.items {
                        self.terms.insert(number(item), until);
                    }
                }
                self.decided = Some((on, decided.clone()));
            }
            FactKind::EliminationReported(report) => {
                for item in &report.items {
                    self.reported.entry(number(item)).or_insert(on);
                }
            }
            FactKind::ReportRequested(_) => self.requested = Some(on),
            FactKind::RequestReceived(_) => self.request_received = Some(on),
            FactKind::ReportRequestAnswered(answer) => {
                self.request_answered = Some(on);
                for item in &answer.items {
                    self.reported.entry(number(item)).or_insert(on);
                }
            }
            FactKind::EliminationAccepted(verdict) => self.judge(on, &verdict.items, true),
            FactKind::EliminationLacking(verdict) => self.judge(on, &verdict.items, false),
            FactKind::FollowUpNoted(noted) => self.follow_up = Some((on, noted.follow_up.clone())),
            FactKind::CrimeReferred(referral) => self.referrals.push((on, referral.clone())),
            FactKind::MeasureTaken(measure) => self.measures.push((on, measure.clone())),
            FactKind::ProtectedKept(protected) => self.protected.push((fact.seq, protected.clone())),
            FactKind::InspectionAbandoned(_) => (self.abandoned, self.closed) = (Some(on), Some(on)),
            FactKind::InspectionClosed => self.closed = Some(on),
            // Facts of other procedures.
            _ => {}
        }
    }

    fn judge(&mut self, on: Date, items: &[String], eliminated: bool) {
        for item in items {
            self.verdicts.insert(number(item), (on, eliminated));
            if !eliminated {
                self.lacked.entry(number(item)).or_insert(on);
            }
        }
    }

    /// Whether it is a visit: an inspection has a ground of art. 144(3).
    pub fn visit(&self) -> bool {
        self.appointment.as_ref().is_some_and(|a| a.ground.is_none())
    }

    /// The last day in force: that of the extension once it was registered and the subject told in time (§19).
    pub fn end_in_force(&self) -> Option<Date> {
        let end = self.end?;
        let extended = self.extension.as_ref().filter(|e| e.notified.is_some() && e.registered.is_some());
        Some(extended.map_or(end, |e| e.until))
    }

    /// Under the act on results, the prescription, the conclusion.
    fn signatures(&mut self) -> [&mut Signatures; 3] {
        [&mut self.results_signed, &mut self.prescription_signed, &mut self.conclusion_signed]
    }

    /// Whether what is to be delivered is signed: of an inspection the act on results, with a prescription where something was
    /// violated; of a visit the prescription or the conclusion.
    pub fn signed(&self) -> bool {
        let prescription = self.violations.is_empty() || self.prescription_signed.whole();
        match (self.visit(), self.violations.is_empty()) {
            (true, true) => self.conclusion_signed.whole(),
            (true, false) => prescription,
            (false, _) => prescription && self.results_signed.whole(),
        }
    }

    /// The day of the last signature on what is delivered.
    pub fn last_signature(&self) -> Option<Date> {
        let all = [&self.results_signed, &self.prescription_signed, &self.conclusion_signed];
        all.into_iter().flat_map(|signatures| &signatures.given).map(|(on, _)| *on).max()
    }

    pub fn violation(&self, number: u32) -> Option<&NumberedViolation> {
        self.violations.iter().find(|v| v.number == number)
    }

    /// Whether a gross violation was found (§8).
    pub fn gross(&self) -> bool {
        self.violations.iter().any(|v| v.violation.severity == "gross")
    }

    /// Violations whose elimination has still to be found, by number.
    pub fn pending(&self) -> impl Iterator<Item = &NumberedViolation> {
        self.violations.iter().filter(|v| !self.verdicts.get(&v.number).is_some_and(|(_, eliminated)| *eliminated))
    }

    /// Whether everything was found eliminated.
    pub fn remedied(&self) -> bool {
        self.pending().next().is_none()
    }

    /// Whether the request for more time waits for its decision.
    pub fn more_time_pending(&self) -> bool {
        self.asked.is_some() && self.decided.is_none()
    }

    /// What it tells other cases.
    pub fn told(&self, case: &CaseFile) -> Vec<Told> {
        let Some(appointment) = &self.appointment else { return Vec::new() };
        let silent = self.request_received.is_some() && self.request_answered.is_none();
        let violations = self.violations.iter().map(|v| {
            let verdict = self.verdicts.get(&v.number).map(|(_, eliminated)| *eliminated);
            let asked = silent && v.violation.severity != "gross" && !self.reported.contains_key(&v.number);
            Violated {
                number: v.number,
                requirement: v.violation.requirement.clone(),
                severity: v.violation.severity.clone(),
                count: v.violation.count,
                description: v.violation.description.clone(),
                term: self.terms.get(&v.number).copied(),
                eliminated: verdict == Some(true),
                unremedied: verdict == Some(false) || asked,
            }
        });
        let document = |kind| case.document(kind).map(|d| (d.number, d.on));
        let delivered = self.delivered.as_ref().map(|(on, _)| *on);
        let check = Check {
            visit: self.visit(),
            ground: appointment.ground.clone(),
            basis: appointment.basis.clone(),
            matter: appointment.matter.clone(),
            period: appointment.period_from.zip(appointment.period_to),
            requirements: appointment.requirements.clone(),
            officers: self.officers.iter().map(|p| p.user.clone()).collect(),
            start: self.started.unwrap_or(appointment.start),
            end: self.end_in_force().unwrap_or(appointment.end),
            appointed: self.appointed,
            act: document(DocumentKind::AppointmentAct).map(|(number, _)| number),
            started: self.started,
            delivered,
            abandoned: self.abandoned.is_some(),
            closed: self.closed,
            violations: violations.collect(),
            prescription: delivered.and_then(|_| document(DocumentKind::Prescription)),
        };
        let on = self.started.unwrap_or(appointment.start);
        vec![Told {
            case: case.id.clone(),
            item: String::new(),
            body: case.body.clone(),
            subject: Some(appointment.subject.clone()),
            on,
            what: What::Check(Box::new(check)),
        }]
    }

    /// The subject.
    pub fn subject(&self) -> Option<&BodyId> {
        self.appointment.as_ref().map(|a| &a.subject)
    }
}
