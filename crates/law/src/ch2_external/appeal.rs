//! An appeal of the registry, folded from its journal (§13, §15; Law on public services art. 25).

use std::borrow::Cow;

use jiff::civil::Date;

use super::{
    dossier::{self, Told, What},
    p13_grounds::Acceptance,
    p14_handing::Waiting,
    p15_appeals::{Extension, Registration, ReviewTerm, extended_term, first_term, is_authorised},
    p15_appeals_answer::Answer,
    p15_appeals_route::{Acknowledgement, Declined, Forwarding, Handing},
};
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, DutyState, Fact, FactKind, Role, file::Stop},
    edition::Law,
    rules::RuleId,
    term::{Due, Start, SubjectKind, due},
};

/// An appeal of the registry, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct Appeal {
    /// The day it was received, and what was registered.
    pub registration: Option<(Date, Registration)>,
    /// The last extension, and how many there were.
    pub extension: Option<(Date, Extension)>,
    pub extensions: u32,
    /// All extensions together, in working days.
    extended_by: u32,
    /// The day the applicant was told of the last extension.
    pub notified: Option<Date>,
    /// §13: it is the ground of an inspection.
    pub accepted: Option<(Date, Acceptance)>,
    /// §15: where it was forwarded last, and the first day it was.
    pub forwarded: Option<(Date, Forwarding)>,
    pub first_forwarded: Option<Date>,
    pub acknowledged: Option<(Date, Acknowledgement)>,
    /// §41: to whose internal control it was handed.
    pub handed: Option<(Date, Handing)>,
    pub taken_over: Option<Date>,
    /// The first day on which the unit drafted the answer.
    unit_drafted: Option<Date>,
    /// §14: another body of the Agency is to take it over.
    pub waiting: Option<Waiting>,
    /// The bodies that had it before.
    formerly: Vec<BodyId>,
    /// Who declined it last, and why.
    pub declined: Option<(Date, BodyId, Declined)>,
    /// The answer, drafted or signed.
    pub answer: Option<(Date, Answer)>,
    pub answered: Option<Date>,
    /// Whether it was answered after the term, by the law as it was known then.
    late: bool,
    pub withdrawn: Option<Date>,
    pub closed: Option<Date>,
}

impl Appeal {
    pub fn apply(&mut self, fact: &Fact) {
        let on = fact.on;
        match &fact.what {
            FactKind::AppealRegistered(registration) => self.registration = Some((on, registration.clone())),
            FactKind::AppealExtended(extension) => {
                self.extension = Some((on, extension.clone()));
                self.extensions += 1;
                self.extended_by = self.extended_by.saturating_add(extension.days);
                self.notified = None;
            }
            FactKind::AppealExtensionNotified => self.notified = Some(on),
            FactKind::AppealAccepted(acceptance) => self.accepted = Some((on, acceptance.clone())),
            FactKind::AppealForwarded(forwarding) => {
                self.first_forwarded.get_or_insert(on);
                self.forwarded = Some((on, forwarding.clone()));
            }
            FactKind::AppealForwardingAcknowledged(by) => {
                self.acknowledged = Some((on, by.clone()));
                self.closed = Some(on);
            }
            FactKind::AppealHanded(handing) => {
                (self.handed, self.declined) = (Some((on, handing.clone())), None);
            }
            FactKind::AppealTakenOver => self.taken_over = Some(on),
            FactKind::AppealDeclined(declined) => {
                self.declined = self.handed.take().map(|(_, handing)| (on, handing.to_body, declined.clone()));
            }
            FactKind::AppealHandedWithin(handing) => {
                self.waiting = Some(Waiting { on, from: fact.by.body.clone(), handing: handing.clone() });
            }
            FactKind::AppealTakenOverWithin => self.formerly.extend(self.waiting.take().map(|waiting| waiting.from)),
            FactKind::AppealAnswerDrafted(answer) => {
                if self.unit().is_some_and(|unit| *unit == fact.by.body) {
                    self.unit_drafted.get_or_insert(on);
                }
                self.answer = Some((on, answer.clone()));
            }
            FactKind::AppealAnswered(signing) => {
                (self.answered, self.closed) = (Some(on), Some(on));
                self.late = signing.late;
            }
            FactKind::AppealWithdrawn(_) => (self.withdrawn, self.closed) = (Some(on), Some(on)),
            // Facts of other procedures.
            _ => {}
        }
    }

    /// §15: whether it is forwarded, not reviewed here.
    pub fn to_forward(&self) -> bool {
        self.registration.as_ref().is_some_and(|(_, r)| r.to_forward())
    }

    /// Whether nobody is known who could be told anything.
    pub fn anonymous(&self) -> bool {
        self.registration.as_ref().is_some_and(|(_, r)| r.anonymous)
    }

    /// The day of the last extension, where there is an applicant to tell of it.
    pub fn to_notify(&self) -> Option<Date> {
        self.extension.as_ref().map(|(on, _)| *on).filter(|_| !self.anonymous())
    }

    /// The term of the review in force, if it is reviewed here.
    pub fn review_due(&self, law: &Law) -> Option<Due> {
        let (received, registered) = self.registration.as_ref().filter(|(_, r)| !r.to_forward())?;
        let first = first_term(law, registered.review, *received);
        Some(if self.extended_by > 0 { extended_term(law, first.due, self.extended_by) } else { first })
    }

    /// Whether the review was not over, as on `by`, when its term was. Nobody else's review is asked about.
    pub fn late(&self, law: &Law, by: Date) -> bool {
        let ended = self.closed.filter(|on| *on <= by);
        let law = ended.map_or(Cow::Borrowed(law), |on| law.known_on(on));
        self.review_due(&law).is_some_and(|due| ended.unwrap_or(by) > due.due)
    }

    /// §41: the body whose unit has taken it over.
    fn unit(&self) -> Option<&BodyId> {
        self.handed.as_ref().filter(|_| self.taken_over.is_some()).map(|(_, handing)| &handing.to_body)
    }

    /// What has been decided about it: the word of its way.
    pub fn route(&self) -> Option<&'static str> {
        if self.accepted.is_some() {
            Some("inspection")
        } else if self.forwarded.is_some() {
            Some("forward")
        } else if self.handed.is_some() {
            Some("internal")
        } else {
            self.answered.map(|_| "answer")
        }
    }

    /// What it tells other cases.
    pub fn told(&self, case: &CaseFile) -> Vec<Told> {
        let Some((received, registered)) = &self.registration else { return Vec::new() };
        let forwarded_to = self.forwarded.as_ref().and_then(|(_, f)| f.to_body.clone());
        let answer = self.answer.as_ref().filter(|_| self.answered.is_some()).map(|(_, answer)| answer);
        vec![Told {
            case: case.id.clone(),
            item: String::new(),
            body: case.body.clone(),
            subject: Some(registered.subject.clone()),
            on: *received,
            what: What::Appeal(dossier::Appeal {
                number: case.id.clone(),
                source: registered.source.clone(),
                anonymous: registered.anonymous,
                services: registered.services.clone(),
                text: registered.text.clone(),
                route: self.route().map(str::to_owned),
                ground: self.accepted.as_ref().map(|(_, a)| a.ground.clone()),
                handed_to: self.handed.as_ref().map(|(_, h)| h.to_body.clone()).or(forwarded_to),
                answered: self.answered,
                justified: answer.is_some_and(Answer::justified),
                late: self.late,
                restored: answer.map_or(0, |a| a.recipients),
            }),
        }]
    }

    /// Everything owed in it, done or not. What was done is judged by the law as it was known on that day.
    pub fn duties(&self, case: &CaseFile, law: &Law) -> Vec<Duty> {
        let Some((_, registered)) = &self.registration else { return Vec::new() };
        let roles: &[Role] = match registered.review {
            ReviewTerm::Authorised => &[Role::Inspector, Role::Leader],
            ReviewTerm::Provider => &[Role::UnitHead, Role::ResponsibleExecutor, Role::Leader],
        };
        let owe = |step, done: Option<Date>, due: &dyn Fn(&Law) -> Due| {
            let state = done.map(DutyState::Done).or(self.closed.map(DutyState::Lapsed)).unwrap_or(DutyState::Open);
            let due = match state {
                DutyState::Open => due(law),
                DutyState::Done(on) | DutyState::Lapsed(on) => due(&law.known_on(on)),
            };
            Duty {
                key: due.rule.to_string(),
                rule: Some(due.rule),
                paragraph: due.paragraph,
                what: due.rule.key().into(),
                detail: String::new(),
                body: case.body.clone(),
                roles,
                due: due.due,
                reckoning: Some(due),
                state,
                step,
            }
        };
        let after = |law: &Law, rule, from| {
            due(law, rule, Start::Day(from), SubjectKind::Other).expect("the rule counts from a day")
        };
        if registered.to_forward() {
            let from = registered.registered_on;
            return vec![owe("forward-appeal", self.first_forwarded, &|law| after(law, RuleId::R15, from))];
        }
        let review = |law: &Law| self.review_due(law).expect("a registered appeal that is reviewed here has a term");
        let mut duties = vec![owe("answer-appeal", self.answered, &review)];
        if let Some(from) = self.to_notify() {
            let notice = |law: &Law| after(law, RuleId::R25LawNotice, from);
            duties.push(owe("notify-appeal-extension", self.notified, &notice));
        }
        if let Some(unit) = self.unit() {
            // What the unit owes is no term of the Law's own: it is the term of the review.
            let owed = owe("draft-appeal-answer", self.unit_drafted, &review);
            let (key, what, body) = (format!("{}.unit", owed.key), "duty-draft-answer".into(), unit.clone());
            duties.push(Duty {
                key,
                what,
                body,
                roles: &[Role::UnitHead, Role::ResponsibleExecutor],
                rule: None,
                ..owed
            });
        }
        duties
    }

    /// The path: received, its way decided, over.
    pub fn rail(&self) -> Vec<Stop> {
        let days = [
            self.accepted.as_ref().map(|(on, _)| *on),
            self.first_forwarded,
            self.handed.as_ref().map(|(on, _)| *on),
            self.answer.as_ref().map(|(on, _)| *on),
            self.withdrawn,
        ];
        let stop = |word, reached| Stop { word, paragraph: 15, reached, now: false };
        vec![
            stop("stop-appeal-received", self.registration.as_ref().map(|(on, _)| *on)),
            stop("stop-appeal-decided", days.into_iter().flatten().min()),
            stop("stop-appeal-closed", self.closed),
        ]
    }

    /// Who may read it: those who keep the registry, and leadership; of a territorial body also leadership of the Agency;
    /// whoever it was handed to, and the bodies that had it before. The subject does not.
    pub fn readers(&self, case: &CaseFile, bodies: &BodyTree) -> Vec<(BodyId, Role)> {
        let own: &[Role] = if is_authorised(bodies, &case.body) {
            &[Role::Leader, Role::Inspector, Role::Analyst, Role::Observer]
        } else {
            &[Role::Leader, Role::UnitHead, Role::ResponsibleExecutor, Role::Analyst, Role::Observer]
        };
        let mut readers: Vec<_> = own.iter().map(|role| (case.body.clone(), *role)).collect();
        if let Some(agency) = above(bodies, &case.body) {
            readers.extend([Role::Leader, Role::Analyst].map(|role| (agency.clone(), role)));
        }
        const UNIT: [Role; 2] = [Role::UnitHead, Role::ResponsibleExecutor];
        const OFFICERS: [Role; 2] = [Role::Leader, Role::Inspector];
        readers.extend(self.handed.iter().flat_map(|(_, h)| UNIT.map(|role| (h.to_body.clone(), role))));
        let within = self.waiting.iter().map(|waiting| &waiting.handing.to_body).chain(&self.formerly);
        for reader in within.flat_map(|body| OFFICERS.map(|role| (body.clone(), role))) {
            if !readers.contains(&reader) {
                readers.push(reader);
            }
        }
        readers
    }

    /// What it is about, in a few words of its own.
    pub fn matter(&self) -> String {
        self.registration.as_ref().map(|(_, r)| r.matter.clone()).unwrap_or_default()
    }

    /// The provider it is about.
    pub fn subject(&self) -> Option<&BodyId> {
        self.registration.as_ref().map(|(_, r)| &r.subject)
    }

    /// The body to whose internal control it was handed, or that of the Agency that is to take it over.
    pub fn receivers(&self) -> &[BodyId] {
        let unit = self.handed.as_ref().map(|(_, handing)| &handing.to_body);
        unit.or(self.waiting.as_ref().map(|waiting| &waiting.handing.to_body)).map_or(&[], std::slice::from_ref)
    }
}

/// The Agency, for its territorial body.
pub fn above(bodies: &BodyTree, body: &str) -> Option<BodyId> {
    bodies.agency().filter(|agency| agency.id != body && is_authorised(bodies, body)).map(|agency| agency.id.clone())
}
