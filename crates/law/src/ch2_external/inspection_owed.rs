//! §17–33: what is owed in an inspection or a visit, its path, who may read it.

use jiff::civil::Date;

use super::inspection::{Inspection, NumberedViolation};
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, DutyState, Role, file::Stop},
    edition::Law,
    rules::RuleId,
    term::{Due, Start, SubjectKind, due, fixed},
};

fn reckoned(law: &Law, rule: RuleId, from: Date) -> Due {
    due(law, rule, Start::Day(from), SubjectKind::Other).expect("the rule counts from a day")
}

/// The day after which a report on elimination is late.
pub fn report_due(law: &Law, delivered: Date, term: Date) -> Date {
    fixed(RuleId::R30, law, delivered, term).due
}

impl Inspection {
    /// Everything owed, done or not. What was done is judged by the law as it was known on that day.
    pub fn duties(&self, case: &CaseFile, law: &Law) -> Vec<Duty> {
        let (Some(appointment), Some(_)) = (&self.appointment, self.appointed) else { return Vec::new() };
        let owe = |step, who: &Owes, done: Option<Date>, overtaken: Option<Date>, due: &dyn Fn(&Law) -> Due| {
            let lapsed = overtaken.or(self.closed);
            let state = done.map(DutyState::Done).or(lapsed.map(DutyState::Lapsed)).unwrap_or(DutyState::Open);
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
                body: match who {
                    Owes::Subject => appointment.subject.clone(),
                    _ => case.body.clone(),
                },
                roles: match who {
                    Owes::Officers => &[Role::Inspector],
                    Owes::Leader => &[Role::Leader],
                    Owes::Subject => &[Role::ControlObjectHead],
                },
                due: due.due,
                reckoning: Some(due),
                state,
                step,
            }
        };
        let mut duties = Vec::new();
        if super::p21_notice::needed(appointment) {
            let sent = self.notice.as_ref().map(|(on, _)| *on);
            let overtaken = self.started;
            let start = appointment.start;
            duties.push(owe("send-start-notice", &Owes::Officers, sent, overtaken, &|law| {
                reckoned(law, RuleId::R21, start)
            }));
        }
        if let (Some(started), true) = (self.started, appointment.registration != "before") {
            let rule = if appointment.registration == "urgent" { RuleId::R17Urgent } else { RuleId::R17Remote };
            let registered = self.registered.as_ref().map(|(on, _)| *on);
            duties.push(owe("record-registration", &Owes::Officers, registered, None, &|law| {
                reckoned(law, rule, started)
            }));
        }
        let delivered = self.delivered.as_ref().map(|(on, _)| *on);
        // While it stands still no term runs, and nobody knows yet when it ends.
        let running = self.suspended.is_none();
        if let (Some(started), Some(end), true) = (self.started, self.end_in_force(), running) {
            let owed =
                owe("deliver-results", &Owes::Officers, delivered, None, &|law| fixed(RuleId::R26, law, started, end));
            // of a visit there is no act, but a prescription or a conclusion.
            let what = if self.visit() { "duty-deliver-visit".into() } else { owed.what };
            duties.push(Duty { what, ..owed });
        }
        if let (Some(extension), Some(end), true) = (&self.extension, self.end, running) {
            let first = law.calendar.add_working(end, 1);
            duties.push(owe("send-extension-notice", &Owes::Officers, extension.notified, delivered, &|law| {
                reckoned(law, RuleId::R19Notice, first)
            }));
        }
        if let Some((asked, _)) = &self.asked {
            let decided = self.decided.as_ref().map(|(on, _)| *on);
            duties.push(owe("decide-more-time", &Owes::Leader, decided, None, &|law| {
                reckoned(law, RuleId::R29_2, *asked)
            }));
        }
        if let Some(delivered) = delivered {
            self.elimination(delivered, &owe, law, &mut duties);
        }
        let overtaken = delivered.or(self.closed);
        duties.extend(self.requests.iter().filter_map(|asked| {
            let replied = asked.reply.as_ref().map(|(on, _)| *on);
            Some(Duty {
                key: format!("5.{}", asked.number),
                rule: None,
                paragraph: 5,
                what: "duty-answer".into(),
                detail: asked.request.text.clone(),
                body: appointment.subject.clone(),
                roles: &[Role::ControlObjectHead],
                due: law
                    .known_on(replied.or(overtaken).unwrap_or(Date::MAX))
                    .calendar
                    .next_working(asked.request.answer_by?),
                reckoning: None,
                state: replied.map(DutyState::Done).or(overtaken.map(DutyState::Lapsed)).unwrap_or(DutyState::Open),
                step: "answer-inspection-request",
            })
        }));
        duties
    }

    /// What follows from the prescription: reports (§30), the request for one (§31), its answer (§32), the inspection that
    /// checks it (§8, §32).
    fn elimination(&self, delivered: Date, owe: &Owe, law: &Law, duties: &mut Vec<Duty>) {
        let noted = self.follow_up.as_ref().map(|(on, _)| *on);
        for violation in &self.violations {
            let Some(term) = self.terms.get(&violation.number) else { continue };
            let reported = self.reported.get(&violation.number).copied();
            let settled = self.verdicts.get(&violation.number).map(|(on, _)| *on);
            let owed = owe("report-elimination", &Owes::Subject, reported, settled, &|law| {
                fixed(RuleId::R30, law, delivered, *term)
            });
            let detail = violation.violation.description.clone();
            duties.push(Duty { key: format!("30.{}", violation.number), detail, ..owed });
        }
        if let Some(passed) = self.unreported(law, delivered) {
            let overtaken = self.silence_broken();
            duties.push(owe("request-report", &Owes::Officers, self.requested, overtaken, &|law| {
                reckoned(law, RuleId::R31, passed)
            }));
        }
        if let Some(received) = self.request_received {
            duties.push(owe("answer-report-request", &Owes::Subject, self.request_answered, noted, &|law| {
                reckoned(law, RuleId::R32, received)
            }));
        }
        let from = |rule, since: Date, overtaken| {
            owe("note-follow-up", &Owes::Officers, noted, overtaken, &|law| reckoned(law, rule, since))
        };
        // A visit that found a gross violation is always followed by an inspection once its term is over (§8).
        if let Some(term) = self.gross_terms().filter(|_| self.visit()) {
            duties.push(from(RuleId::R8, report_due(law, delivered, term), None));
        } else if let Some((since, made_good)) = self.lacking(true) {
            duties.push(from(RuleId::R8, since, made_good));
        }
        let silent = self.request_received.map(|received| reckoned(law, RuleId::R32, received).due);
        if let Some((since, made_good)) = self.lacking(false) {
            // Owed for the silence before, and late, it is not owed anew.
            let before = silent.filter(|since| {
                let due = reckoned(law, RuleId::R32Inspection, *since).due;
                self.request_answered.is_none_or(|on| on > due)
            });
            duties.push(from(RuleId::R32Inspection, before.map_or(since, |before| before.min(since)), made_good));
        } else if let Some(since) = silent {
            duties.push(from(RuleId::R32Inspection, since, self.request_answered));
        }
    }

    /// The day on which violations, gross or other, were first found not eliminated, and the day on which all of them were
    /// found eliminated after all.
    fn lacking(&self, gross: bool) -> Option<(Date, Option<Date>)> {
        let of = |v: &&NumberedViolation| (v.violation.severity == "gross") == gross;
        let lacked = || self.violations.iter().filter(of).filter(|v| self.lacked.contains_key(&v.number));
        let since = lacked().filter_map(|v| self.lacked.get(&v.number)).min().copied()?;
        let good = |v: &NumberedViolation| self.verdicts.get(&v.number).filter(|(_, good)| *good).map(|(on, _)| *on);
        let made_good: Option<Vec<Date>> = lacked().map(good).collect();
        Some((since, made_good.and_then(|days| days.into_iter().max())))
    }

    /// The last term of the gross violations.
    pub fn gross_terms(&self) -> Option<Date> {
        let gross = self.violations.iter().filter(|v| v.violation.severity == "gross");
        gross.filter_map(|v| self.terms.get(&v.number)).max().copied()
    }

    /// The day on which the first term of a significant or insignificant violation ends, of those the request of §31 is for:
    /// not reported in time.
    pub fn unreported(&self, law: &Law, delivered: Date) -> Option<Date> {
        let asked = self.violations.iter().filter(|v| v.violation.severity != "gross");
        let passed = asked.filter_map(|v| {
            let due = report_due(law, delivered, *self.terms.get(&v.number)?);
            let settled = self.reported.get(&v.number).or(self.verdicts.get(&v.number).map(|(on, _)| on));
            settled.is_none_or(|on| *on > due).then_some(due)
        });
        passed.min()
    }

    /// The day on which the last report came that the request of §31 would ask for, if there is nothing left to ask.
    fn silence_broken(&self) -> Option<Date> {
        let of = |number: &u32| {
            let reported = self.reported.get(number).copied();
            [reported, self.verdicts.get(number).map(|(on, _)| *on)].into_iter().flatten().min()
        };
        let asked = self.violations.iter().filter(|v| v.violation.severity != "gross");
        let days: Option<Vec<Date>> = asked.map(|v| of(&v.number)).collect();
        days.and_then(|days| days.into_iter().max())
    }

    /// The path: each stop with the day it was reached.
    pub fn rail(&self) -> Vec<Stop> {
        let delivered = self.delivered.as_ref().map(|(on, _)| *on);
        let mut stops =
            vec![("stop-inspection-drafted", 17, self.drafted), ("stop-inspection-appointed", 17, self.appointed)];
        let appointment = self.appointment.as_ref();
        let registered = self.registered.as_ref().map(|(on, _)| *on);
        let later = appointment.is_some_and(|a| a.registration != "before");
        if !later {
            stops.push(("stop-inspection-registered", 17, registered));
        }
        if appointment.is_none_or(super::p21_notice::needed) {
            stops.push(("stop-inspection-notified", 21, self.notice.as_ref().map(|(on, _)| *on).or(self.started)));
        }
        stops.push(("stop-inspection-started", 22, self.started));
        if later {
            stops.push(("stop-inspection-registered", 17, registered));
        }
        if self.suspended.is_some() {
            stops.push(("stop-inspection-suspended", 19, None));
        }
        let signed = self.signed().then(|| self.last_signature()).flatten();
        stops.push(("stop-inspection-signed", 24, signed));
        stops.push(("stop-inspection-delivered", 26, delivered));
        if !self.violations.is_empty() || delivered.is_none() {
            let all = self.violations.iter().map(|v| self.reported.get(&v.number).copied());
            let reported: Option<Vec<Date>> = all.collect();
            let reported = reported.filter(|_| delivered.is_some()).and_then(|days| days.into_iter().max());
            let settled = self.follow_up.as_ref().map(|(on, _)| *on);
            let judged =
                self.verdicts.values().map(|(on, _)| *on).max().filter(|_| self.remedied() && delivered.is_some());
            stops.push(("stop-inspection-reported", 30, reported.or(settled).or(judged)));
            stops.push(("stop-inspection-remedied", 32, settled.or(judged)));
        }
        stops.push(("stop-inspection-closed", 26, self.closed));
        stops.into_iter().map(|(word, paragraph, reached)| Stop { word, paragraph, reached, now: false }).collect()
    }

    /// The body whose case it is, the leadership and the analysts of the Agency; the subject's head once it has been told.
    pub fn readers(&self, case: &CaseFile, bodies: &BodyTree) -> Vec<(BodyId, Role)> {
        const OWN: [Role; 4] = [Role::Leader, Role::Inspector, Role::Analyst, Role::Observer];
        let mut readers: Vec<_> = OWN.into_iter().map(|role| (case.body.clone(), role)).collect();
        if let Some(agency) = bodies.agency().filter(|a| a.id != case.body) {
            readers.extend([Role::Leader, Role::Analyst].map(|role| (agency.id.clone(), role)));
        }
        if let (Some(subject), true) = (self.subject(), self.notice.is_some() || self.started.is_some()) {
            readers.push((subject.clone(), Role::ControlObjectHead));
        }
        readers
    }
}

/// A duty: its step, who owes it, when it was done or overtaken, its term.
type Owe<'a> = dyn Fn(&'static str, &Owes, Option<Date>, Option<Date>, &dyn Fn(&Law) -> Due) -> Duty + 'a;

/// Who owes.
enum Owes {
    Officers,
    Leader,
    Subject,
}
