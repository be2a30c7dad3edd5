//! §6, §9, §12: a preventive control without a visit, folded from its journal.

use jiff::civil::Date;

use super::{
    appeal::above,
    dossier::{self, Told, Violated, What},
    p12_desk_control::{Opening, Studied},
    p12_desk_control_outcome::{Outcome, Violation},
    p22_checklist::severity,
};
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, Fact, FactKind, Role, file::Stop},
    edition::Law,
};

/// §6, §9, §12: a preventive control without a visit, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct DeskControl {
    pub opening: Option<(Date, Opening)>,
    /// What was studied, and when.
    pub sources: Vec<(Date, Studied)>,
    pub violations: Vec<NumberedViolation>,
    found: u32,
    /// The outcome, drafted or issued.
    pub outcome: Option<(Date, Outcome)>,
    pub issued: Option<Date>,
    pub closed: Option<Date>,
}

/// A violation with its number in the case; numbers of withdrawn ones are not given again.
#[derive(Clone, Debug)]
pub struct NumberedViolation {
    pub number: u32,
    pub on: Date,
    pub violation: Violation,
}

impl DeskControl {
    pub fn apply(&mut self, fact: &Fact) {
        let on = fact.on;
        match &fact.what {
            FactKind::DeskOpened(opening) => self.opening = Some((on, opening.clone())),
            FactKind::DeskSourceRecorded(studied) => self.sources.push((on, studied.clone())),
            FactKind::DeskViolationRecorded(violation) => {
                self.found += 1;
                self.violations.push(NumberedViolation { number: self.found, on, violation: violation.clone() });
            }
            FactKind::DeskViolationWithdrawn(w) => self.violations.retain(|v| v.number.to_string() != w.violation),
            FactKind::DeskOutcomeDrafted(outcome) => self.outcome = Some((on, outcome.clone())),
            FactKind::DeskOutcomeIssued => self.issued = Some(on),
            FactKind::DeskClosed => self.closed = Some(on),
            // Facts of other procedures.
            _ => {}
        }
    }

    /// Art. 137: an outcome with violations says how to remedy them.
    pub fn remedy_missing(&self) -> bool {
        !self.violations.is_empty() && self.outcome.as_ref().is_some_and(|(_, outcome)| outcome.remedy.is_none())
    }

    /// What it tells other cases.
    pub fn told(&self, case: &CaseFile) -> Vec<Told> {
        let Some((on, opening)) = &self.opening else { return Vec::new() };
        let violated = |v: &NumberedViolation| Violated {
            number: v.number,
            requirement: v.violation.requirement.clone(),
            severity: severity(&v.violation.requirement).into(),
            count: v.violation.count,
            description: v.violation.description.clone(),
            term: None,
            eliminated: false,
            unremedied: false,
        };
        vec![Told {
            case: case.id.clone(),
            item: String::new(),
            body: case.body.clone(),
            subject: Some(opening.subject.clone()),
            on: *on,
            what: What::Desk(dossier::Desk {
                matter: opening.matter.clone(),
                violations: self.violations.iter().map(violated).collect(),
                for_visit: self.issued.is_some() && self.outcome.as_ref().is_some_and(|(_, o)| o.for_visit),
                issued: self.issued,
            }),
        }]
    }

    /// No term runs: nobody goes anywhere, and nothing is registered or announced (§12, Code art. 137).
    pub fn duties(&self, _: &CaseFile, _: &Law) -> Vec<Duty> {
        Vec::new()
    }

    /// The path: each stop with the day it was reached.
    pub fn rail(&self) -> Vec<Stop> {
        let stop = |word, reached| Stop { word, paragraph: 12, reached, now: false };
        vec![
            stop("stop-desk-opened", self.opening.as_ref().map(|(on, _)| *on)),
            stop("stop-desk-studied", self.sources.first().map(|(on, _)| *on)),
            stop("stop-desk-drafted", self.outcome.as_ref().map(|(on, _)| *on)),
            stop("stop-desk-issued", self.issued),
            stop("stop-desk-closed", self.closed),
        ]
    }

    /// Who may read it: the body's leadership and officers, and leadership of the Agency; the subject once the outcome is
    /// issued to it.
    pub fn readers(&self, case: &CaseFile, bodies: &BodyTree) -> Vec<(BodyId, Role)> {
        const OWN: [Role; 4] = [Role::Leader, Role::Inspector, Role::Analyst, Role::Observer];
        let mut readers: Vec<_> = OWN.map(|role| (case.body.clone(), role)).into();
        if let Some(agency) = above(bodies, &case.body) {
            readers.extend([Role::Leader, Role::Analyst].map(|role| (agency.clone(), role)));
        }
        if let (Some(_), Some(subject)) = (self.issued, self.subject()) {
            readers.push((subject.clone(), Role::ControlObjectHead));
        }
        readers
    }

    /// What is analysed.
    pub fn matter(&self) -> String {
        self.opening.as_ref().map(|(_, o)| o.matter.clone()).unwrap_or_default()
    }

    /// The body whose data are analysed.
    pub fn subject(&self) -> Option<&BodyId> {
        self.opening.as_ref().map(|(_, o)| &o.subject)
    }
}
