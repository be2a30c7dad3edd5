//! §40: the control event as a whole: what its facts make of it, what is owed in it, its path.

use std::{borrow::Cow, collections::BTreeMap};

use jiff::civil::Date;

use super::{
    p41_grounds::Appointment,
    p44_extension::{Extension, Proposal},
    p45_notice::Sending,
    p47_powers::{Action, Reply},
    p48_experts::Expert,
    p49_presentation::Presentation,
    p50_act::Contents,
    p50_findings::{Finding, Mark},
    p51_answer::{Acquaintance, Mark as RefusalMark, Objections},
    p53_decision::Decision,
    p53_letter::Letter,
    p54_action_plan::ActionPlan,
    p56_reports::{Liability, MeasureReport, Restoration},
    reckoned,
};
use crate::{
    case::{CaseFile, Duty, DutyState, Fact, FactKind, Role, actor::Person, file::Stop},
    edition::Law,
    rules::RuleId,
    term::{Due, fixed},
};

/// A control event, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct ControlEvent {
    pub appointment: Option<Appointment>,
    pub drafted: Option<Date>,
    pub appointed: Option<Date>,
    /// First and last day as the orders now in force set them, both included.
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub experts: Vec<Expert>,
    /// The notice of the start now in force; other dates need a new one.
    pub notice: Option<(Date, Sending)>,
    /// The day of the first notice: what the object has been told stays told.
    pub notified: Option<Date>,
    pub started: Option<Date>,
    pub actions: Vec<NumberedAction>,
    pub marks: Vec<Mark>,
    pub findings: Vec<NumberedFinding>,
    found: u32,
    pub proposal: Option<Proposal>,
    /// Whether leadership has still to decide on the proposal.
    pub proposal_pending: bool,
    /// The last extension, and how many there were.
    pub extension: Option<(Date, Extension)>,
    pub extensions: u32,
    pub contents: Option<Contents>,
    pub signed_by: Vec<(Date, Person)>,
    pub presented: Option<(Date, Presentation)>,
    pub acquainted: Option<(Date, Acquaintance)>,
    pub refused: Option<(Date, RefusalMark)>,
    pub countersigned: Option<(Date, String)>,
    pub objections: Option<(Date, Objections)>,
    pub submitted: Option<Date>,
    pub decision: Option<(Date, Decision)>,
    pub informed: Option<Date>,
    pub letter: Option<Letter>,
    pub letter_signed: Option<Date>,
    pub letter_received: Option<Date>,
    /// When the plan first came: that day decides whether it was in time.
    pub plan_came: Option<Date>,
    pub action_plan: Option<ActionPlan>,
    pub returned_plan: Option<ActionPlan>,
    pub plan_remarks: Option<String>,
    pub plan_accepted: Option<Date>,
    /// Reports by number of the measure.
    pub reports: BTreeMap<String, (Date, MeasureReport)>,
    /// Measures found done (no reason) or waived (with the reason).
    pub settled: BTreeMap<String, (Date, Option<String>)>,
    pub liabilities: Vec<Liability>,
    pub restorations: Vec<Restoration>,
    pub closed: Option<Date>,
}

/// An act of §47 with its number in the event.
#[derive(Clone, Debug)]
pub struct NumberedAction {
    pub number: u32,
    pub on: Date,
    pub action: Action,
    pub reply: Option<(Date, Reply)>,
}

/// A finding with its number in the event; numbers of withdrawn ones are not given again.
#[derive(Clone, Debug)]
pub struct NumberedFinding {
    pub number: u32,
    pub on: Date,
    pub finding: Finding,
}

impl ControlEvent {
    pub fn apply(&mut self, fact: &Fact) {
        let on = fact.on;
        match &fact.what {
            FactKind::Drafted(appointment) => {
                self.drafted.get_or_insert(on);
                (self.start, self.end) = (Some(appointment.start), Some(appointment.end));
                self.appointment = Some(appointment.clone());
            }
            FactKind::Appointed => self.appointed = Some(on),
            FactKind::StartMoved(dates) => {
                (self.start, self.end) = (Some(dates.start), Some(dates.end));
                self.notice = None;
            }
            FactKind::ExpertEngaged(expert) => self.experts.push(expert.clone()),
            FactKind::NoticeSent(sending) => {
                self.notified.get_or_insert(on);
                self.notice = Some((on, sending.clone()));
            }
            FactKind::Started(_) => self.started = Some(on),
            FactKind::ActionRecorded(action) => {
                let number = u32::try_from(self.actions.len()).unwrap_or(u32::MAX) + 1;
                self.actions.push(NumberedAction { number, on, action: action.clone(), reply: None });
            }
            FactKind::ActionAnswered(reply) => {
                if let Some(action) = self.actions.iter_mut().find(|a| a.number.to_string() == reply.action) {
                    action.reply = Some((on, reply.clone()));
                }
            }
            FactKind::ChecklistMarked(marks) => self.marks.clone_from(&marks.marks),
            FactKind::FindingRecorded(finding) => {
                self.found += 1;
                self.findings.push(NumberedFinding { number: self.found, on, finding: finding.clone() });
            }
            FactKind::FindingWithdrawn(w) => self.findings.retain(|f| f.number.to_string() != w.finding),
            FactKind::ExtensionProposed(proposal) => {
                self.proposal = Some(proposal.clone());
                self.proposal_pending = true;
            }
            FactKind::ExtensionDeclined(_) => (self.proposal, self.proposal_pending) = (None, false),
            FactKind::Extended(extension) => {
                (self.end, self.proposal_pending) = (Some(extension.until), false);
                self.extensions += 1;
                self.extension = Some((on, extension.clone()));
            }
            FactKind::ActDrafted(contents) => self.contents = Some(contents.clone()),
            FactKind::ActSigned => self.signed_by.push((on, fact.by.person())),
            FactKind::ActPresented(presentation) => self.presented = Some((on, presentation.clone())),
            FactKind::Acquainted(by) => self.acquainted = Some((on, by.clone())),
            FactKind::AcquaintanceRefused(mark) => self.refused = Some((on, mark.clone())),
            FactKind::ActCountersigned(by) => self.countersigned = Some((on, by.by_name.clone())),
            FactKind::ObjectionsFiled(objections) => self.objections = Some((on, objections.clone())),
            FactKind::MaterialsSubmitted => self.submitted = Some(on),
            FactKind::Decided(decision) => self.decision = Some((on, decision.clone())),
            FactKind::AgencyInformed(_) => self.informed = Some(on),
            FactKind::LetterDrafted(letter) => self.letter = Some(letter.clone()),
            FactKind::LetterSigned => self.letter_signed = Some(on),
            FactKind::LetterReceived(_) => self.letter_received = Some(on),
            FactKind::ActionPlanSubmitted(plan) => {
                self.plan_came.get_or_insert(on);
                self.action_plan = Some(plan.clone());
                self.plan_remarks = None;
            }
            FactKind::ActionPlanReturned(remarks) => {
                self.returned_plan = self.action_plan.take();
                self.plan_remarks = Some(remarks.remarks.clone());
            }
            FactKind::ActionPlanAccepted => self.plan_accepted = Some(on),
            FactKind::MeasureReported(report) => {
                self.reports.insert(report.measure.clone(), (on, report.clone()));
            }
            FactKind::MeasureAccepted(done) => {
                self.settled.insert(done.measure.clone(), (on, None));
            }
            FactKind::MeasureWaived(waiver) => {
                self.settled.insert(waiver.measure.clone(), (on, Some(waiver.reason.clone())));
            }
            FactKind::LiabilityRecorded(liability) => self.liabilities.push(liability.clone()),
            FactKind::RightsRestored(restoration) => self.restorations.push(restoration.clone()),
            FactKind::Closed(_) => self.closed = Some(on),
            // Facts of other procedures.
            _ => {}
        }
    }

    /// Whether every executor named in the order has signed the act.
    pub fn act_signed(&self) -> bool {
        self.appointment.as_ref().is_some_and(|a| {
            !a.executors.is_empty() && a.executors.iter().all(|e| self.signed_by.iter().any(|(_, p)| p.user == e.user))
        })
    }

    /// The day the object signed or objected.
    pub fn answered(&self) -> Option<Date> {
        let objected = self.objections.as_ref().map(|(on, _)| *on);
        self.countersigned.as_ref().map(|(on, _)| *on).or(objected)
    }

    /// the event ended when its act was presented, at the latest on the end date.
    pub fn ended(&self) -> Option<Date> {
        self.presented.as_ref().map(|(on, _)| self.end.map_or(*on, |end| end.min(*on)))
    }

    /// Recommendations (§50 10 and 11) or remarks: then the head cannot merely take note (§53 2).
    pub fn has_remarks(&self) -> bool {
        let recommends = |c: &Contents| !c.recommendations.is_empty() || c.liability.is_some();
        self.contents.as_ref().is_some_and(recommends) || !self.findings.is_empty()
    }

    /// Whether breaches concern permits of the first or second category (§53 3).
    pub fn permits_breached(&self) -> bool {
        self.findings.iter().any(|f| f.finding.permits)
    }

    /// Whether the act recommended liability and nothing has come of it.
    pub fn liability_awaited(&self) -> bool {
        let recommended = self.contents.as_ref().is_some_and(|c| c.liability.is_some());
        let letter = self.decision.as_ref().is_some_and(|(_, d)| d.has("letter"));
        letter && recommended && self.liabilities.is_empty()
    }

    /// Everything owed in the event, done or not. What was done is judged by the law as it was known on that day.
    pub fn duties(&self, case: &CaseFile, law: &Law) -> Vec<Duty> {
        let Some(object) = &case.object else { return Vec::new() };
        // Done, else overtaken, at the latest by the closing of the case.
        let owe = |step, done: Option<Date>, overtaken: Option<Date>, due: &dyn Fn(&Law) -> Due| {
            let lapsed = overtaken.or(self.closed);
            let state = done.map(DutyState::Done).or(lapsed.map(DutyState::Lapsed)).unwrap_or(DutyState::Open);
            let due = match state {
                DutyState::Open => due(law),
                DutyState::Done(on) | DutyState::Lapsed(on) => due(&law.known_on(on)),
            };
            let theirs = matches!(due.rule, RuleId::R51 | RuleId::R54 | RuleId::R56);
            Duty {
                key: due.rule.to_string(),
                rule: Some(due.rule),
                paragraph: due.paragraph,
                what: due.rule.key().into(),
                detail: String::new(),
                body: if theirs { object.clone() } else { case.body.clone() },
                roles: if theirs { &[Role::ControlObjectHead] } else { &[Role::ResponsibleExecutor, Role::UnitHead] },
                due: due.due,
                reckoning: Some(due),
                state,
                step,
            }
        };
        let mut duties = Vec::new();
        if let (Some(_), Some(start)) = (self.appointed, self.start) {
            let sent = self.notice.as_ref().map(|(on, _)| *on);
            duties.push(owe("send-notice", sent, None, &|law| reckoned(law, RuleId::R45, start)));
        }
        let presented = self.presented.as_ref().map(|(on, _)| *on);
        if let (Some(started), Some(end)) = (self.started, self.end) {
            duties.push(owe("present-act", presented, None, &|law| fixed(RuleId::R49, law, started, end)));
        }
        if let (Some(presented), Some(ended)) = (presented, self.ended()) {
            duties.push(owe("countersign-act", self.answered(), self.submitted, &|law| {
                reckoned(law, RuleId::R51, presented)
            }));
            duties.push(owe("submit-materials", self.submitted, None, &|law| reckoned(law, RuleId::R52, ended)));
        }
        if let Some(received) = self.letter_received {
            duties.push(owe("submit-action-plan", self.plan_came, None, &|law| reckoned(law, RuleId::R54, received)));
            for (at, measure) in self.letter.iter().flat_map(|l| &l.measures).enumerate() {
                let number = (at + 1).to_string();
                let reported = self.reports.get(&number).map(|(on, _)| *on);
                let settled = self.settled.get(&number).map(|(on, _)| *on);
                let term = |law: &Law| fixed(RuleId::R56, law, received, measure.term);
                let owed = owe("report-measure", reported, settled, &term);
                duties.push(Duty { key: format!("56.{number}"), detail: measure.text.clone(), ..owed });
            }
        }
        let overtaken = self.submitted.or(self.closed);
        duties.extend(self.actions.iter().filter_map(|asked| answer_owed(asked, object, overtaken, law)));
        duties
    }

    /// The path: each stop with the day it was reached.
    pub fn rail(&self) -> Vec<Stop> {
        let letter = self.decision.as_ref().is_none_or(|(_, d)| d.has("letter"));
        let mut stops = vec![
            ("stop-drafted", 41, self.drafted),
            ("stop-appointed", 41, self.appointed),
            ("stop-notified", 45, self.notice.as_ref().map(|(on, _)| *on)),
            ("stop-started", 46, self.started),
            ("stop-signed", 49, self.act_signed().then(|| self.signed_by.last().map(|(on, _)| *on)).flatten()),
            ("stop-presented", 49, self.presented.as_ref().map(|(on, _)| *on)),
            ("stop-answered", 51, self.answered().into_iter().chain(self.submitted).min()),
            ("stop-submitted", 52, self.submitted),
            ("stop-decided", 53, self.decision.as_ref().map(|(on, _)| *on)),
        ];
        if letter {
            let measures = self.letter.as_ref().map_or(0, |l| l.measures.len());
            let settled = self.letter_received.filter(|_| self.settled.len() == measures);
            stops.extend([
                ("stop-letter", 53, self.letter_received),
                ("stop-planned", 54, self.plan_came),
                ("stop-reported", 56, settled.and_then(|_| self.settled.values().map(|(on, _)| *on).max())),
            ]);
        }
        stops.push(("stop-closed", 56, self.closed));
        stops.into_iter().map(|(word, paragraph, reached)| Stop { word, paragraph, reached, now: false }).collect()
    }
}

/// §47 1): what the executors asked for by a day they set, which gives way to the next working day; overtaken when
/// the materials go to the head of the body.
fn answer_owed(asked: &NumberedAction, object: &str, overtaken: Option<Date>, law: &Law) -> Option<Duty> {
    let replied = asked.reply.as_ref().map(|(on, _)| *on);
    let law = replied.or(overtaken).map_or(Cow::Borrowed(law), |on| law.known_on(on));
    Some(Duty {
        key: format!("47.{}", asked.number),
        rule: None,
        paragraph: 47,
        what: "duty-answer".into(),
        detail: asked.action.text.clone(),
        body: object.to_owned(),
        roles: &[Role::ControlObjectHead],
        due: law.calendar.next_working(asked.action.answer_by?),
        reckoning: None,
        state: replied.map(DutyState::Done).or(overtaken.map(DutyState::Lapsed)).unwrap_or(DutyState::Open),
        step: "answer-action",
    })
}
