//! The journal folded: what is so now. Never stored, always recomputable.

use jiff::civil::Date;

use super::{
    actor::{Person, Role},
    duty::Duty,
    fact::{DocumentKind, DocumentRef, Fact, FactKind},
    procedure::Procedure,
};
use crate::{
    bodies::{BodyId, BodyTree},
    ch2_external::{appeal::Appeal, desk::DeskControl, inspection::Inspection, list::HalfYearList, p24_disclosure},
    ch3_internal::{event::ControlEvent, p42_plan::AnnualPlan},
    ch3_reports::Report,
    edition::Law,
};

/// A case as its facts make it.
#[derive(Clone, Debug)]
pub struct CaseFile {
    pub id: String,
    pub procedure: Procedure,
    /// The body whose case it is.
    pub body: BodyId,
    /// The body it concerns, once known.
    pub object: Option<BodyId>,
    pub facts: Vec<Fact>,
    pub state: State,
}

/// What is particular to each procedure.
#[derive(Clone, Debug)]
pub enum State {
    Appeal(Box<Appeal>),
    List(Box<HalfYearList>),
    /// An inspection or a visit: the procedure of the case says which.
    Inspection(Box<Inspection>),
    Desk(Box<DeskControl>),
    Plan(AnnualPlan),
    Event(Box<ControlEvent>),
    Report(Box<Report>),
}

/// A stop on the path of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Locale key `stop-…`.
    pub word: &'static str,
    pub paragraph: u8,
    pub reached: Option<Date>,
    pub now: bool,
}

impl CaseFile {
    /// A case before its first fact.
    pub fn new(id: impl Into<String>, procedure: Procedure, body: impl Into<BodyId>) -> Self {
        let state = match procedure {
            Procedure::Appeal => State::Appeal(Box::default()),
            Procedure::HalfYearList => State::List(Box::default()),
            Procedure::Inspection | Procedure::Visit => State::Inspection(Box::default()),
            Procedure::DeskControl => State::Desk(Box::default()),
            Procedure::AnnualPlan => State::Plan(AnnualPlan::default()),
            Procedure::ControlEvent => State::Event(Box::default()),
            Procedure::Report => State::Report(Box::default()),
        };
        Self { id: id.into(), procedure, body: body.into(), object: None, facts: Vec::new(), state }
    }

    /// The case after all its facts.
    pub fn fold(id: &str, procedure: Procedure, body: &str, facts: impl IntoIterator<Item = Fact>) -> Self {
        let mut case = Self::new(id, procedure, body);
        for fact in facts {
            case.apply(fact);
        }
        case
    }

    /// Adds one fact.
    pub fn apply(&mut self, fact: Fact) {
        match &mut self.state {
            State::Appeal(appeal) => {
                appeal.apply(&fact);
                self.object = appeal.subject().cloned();
                // §14: with the appeal the case has come to another body of the Agency.
                if matches!(fact.what, FactKind::AppealTakenOverWithin) {
                    self.body.clone_from(&fact.by.body);
                }
            }
            State::List(list) => list.apply(&fact),
            State::Inspection(inspection) => {
                inspection.apply(&fact);
                self.object = inspection.appointment.as_ref().map(|a| a.subject.clone());
            }
            State::Desk(desk) => {
                desk.apply(&fact);
                self.object = desk.subject().cloned();
            }
            State::Plan(plan) => plan.apply(&fact),
            State::Event(event) => {
                event.apply(&fact);
                self.object = event.appointment.as_ref().map(|a| a.object.clone());
            }
            State::Report(report) => report.apply(&fact),
        }
        self.facts.push(fact);
    }

    pub fn event(&self) -> Option<&ControlEvent> {
        match &self.state {
            State::Event(event) => Some(event),
            _ => None,
        }
    }

    pub fn plan(&self) -> Option<&AnnualPlan> {
        match &self.state {
            State::Plan(plan) => Some(plan),
            _ => None,
        }
    }

    pub fn report(&self) -> Option<&Report> {
        match &self.state {
            State::Report(report) => Some(report),
            _ => None,
        }
    }

    /// The inspection or the visit.
    pub fn inspection(&self) -> Option<&Inspection> {
        match &self.state {
            State::Inspection(inspection) => Some(inspection),
            _ => None,
        }
    }

    pub fn appeal(&self) -> Option<&Appeal> {
        match &self.state {
            State::Appeal(appeal) => Some(appeal),
            _ => None,
        }
    }

    pub fn list(&self) -> Option<&HalfYearList> {
        match &self.state {
            State::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn desk(&self) -> Option<&DeskControl> {
        match &self.state {
            State::Desk(desk) => Some(desk),
            _ => None,
        }
    }

    /// The bodies to which a report goes, or an appeal was handed.
    pub fn receivers(&self) -> &[BodyId] {
        match &self.state {
            State::Appeal(appeal) => appeal.receivers(),
            State::Report(report) => report.opening.as_ref().map_or(&[], |o| &o.to),
            _ => &[],
        }
    }

    /// All frozen versions of documents, oldest first.
    pub fn documents(&self) -> impl DoubleEndedIterator<Item = &DocumentRef> {
        self.facts.iter().flat_map(|f| &f.documents)
    }

    /// The latest version of a document.
    pub fn document(&self, kind: DocumentKind) -> Option<&DocumentRef> {
        self.documents().rev().find(|d| d.kind == kind)
    }

    pub fn closed(&self) -> Option<Date> {
        match &self.state {
            State::Plan(_) | State::Report(_) => None,
            State::Appeal(appeal) => appeal.closed,
            State::List(list) => list.closed,
            State::Inspection(inspection) => inspection.closed,
            State::Desk(desk) => desk.closed,
            State::Event(event) => event.closed,
        }
    }

    /// What is owed in this case, nearest first.
    pub fn duties(&self, law: &Law) -> Vec<Duty> {
        let mut duties = match &self.state {
            State::Appeal(appeal) => appeal.duties(self, law),
            State::List(list) => list.duties(self, law),
            State::Inspection(inspection) => inspection.duties(self, law),
            State::Desk(desk) => desk.duties(self, law),
            State::Plan(plan) => plan.duties(self, law),
            State::Event(event) => event.duties(self, law),
            State::Report(report) => report.duties(self, law),
        };
        duties.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
        duties
    }

    /// The path of the procedure, with where the case stands.
    pub fn rail(&self) -> Vec<Stop> {
        let mut stops = match &self.state {
            State::Appeal(appeal) => appeal.rail(),
            State::List(list) => list.rail(),
            State::Inspection(inspection) => inspection.rail(),
            State::Desk(desk) => desk.rail(),
            State::Plan(plan) => plan.rail(),
            State::Event(event) => event.rail(),
            State::Report(report) => report.rail(),
        };
        let done = self.closed().is_some();
        if let Some(next) = stops.iter_mut().find(|s| s.reached.is_none()).filter(|_| !done) {
            next.now = true;
        }
        stops
    }

    /// Who may read the case: these roles of these bodies, and nobody else. The head of the object from the notice on
    /// (§45), the Agency and its body where the object is from the day they were informed (§53 3).
    pub fn readers(&self, bodies: &BodyTree) -> Vec<(BodyId, Role)> {
        match &self.state {
            State::Report(report) => return report.readers(self, bodies),
            State::Appeal(appeal) => return appeal.readers(self, bodies),
            State::List(list) => return list.readers(self, bodies),
            State::Inspection(inspection) => return inspection.readers(self, bodies),
            State::Desk(desk) => return desk.readers(self, bodies),
            State::Plan(_) | State::Event(_) => {}
        }
        const OWN: [Role; 5] = [Role::Leader, Role::UnitHead, Role::ResponsibleExecutor, Role::Analyst, Role::Observer];
        let mut readers: Vec<_> = OWN.into_iter().map(|role| (self.body.clone(), role)).collect();
        if let State::Event(event) = &self.state {
            if let (Some(_), Some(object)) = (event.notified, &self.object) {
                readers.push((object.clone(), Role::ControlObjectHead));
            }
            if event.informed.is_some() {
                let object = self.object.as_deref().unwrap_or_default();
                let agency = bodies.agency().into_iter().chain(bodies.agency_of(object));
                for body in agency {
                    readers.extend([Role::Leader, Role::Inspector].map(|role| (body.id.clone(), role)));
                }
            }
        }
        readers
    }

    /// The facts that a body is told. Of a report the others see what was submitted: that a version is being signed again
    /// is its own body's business until then. Of an inspection or a visit the subject sees what it is shown.
    pub fn told_to(&self, body: &str) -> Vec<&Fact> {
        let all = if self.report().is_none() || body == self.body { &self.facts } else { self.submitted() };
        all.iter().filter(|f| p24_disclosure::tells(self, body, &f.what)).collect()
    }

    fn submitted(&self) -> &[Fact] {
        let submitted = self.facts.iter().rposition(|f| matches!(f.what, FactKind::ReportSubmitted));
        let after = submitted.map_or(0, |at| at + 1);
        let signed = self.facts[after..].iter().position(|f| matches!(f.what, FactKind::ReportSigned(_)));
        &self.facts[..signed.map_or(self.facts.len(), |n| after + n)]
    }

    /// The documents of the case with the copies that a body may open.
    pub fn documents_for(&self, body: &str) -> Vec<DocumentRef> {
        let shows = |kind, copy| p24_disclosure::shows(self, body, kind, copy);
        let mut documents: Vec<DocumentRef> = self.documents().cloned().collect();
        documents.retain(|d| (1..=d.kind.copies()).any(|copy| shows(d.kind, copy)));
        for document in &mut documents {
            let kind = document.kind;
            document.files.retain(|f| shows(kind, f.copy));
        }
        documents
    }

    /// Everybody named in the case: executors of an event, officers of an inspection or a visit.
    pub fn executors(&self) -> &[Person] {
        match &self.state {
            State::Inspection(inspection) => &inspection.officers,
            State::Event(event) => event.appointment.as_ref().map_or(&[], |a| &a.executors),
            _ => &[],
        }
    }

    /// The team of a case (§34): its officers now, and the leaders who have signed in it. Protected material is for them alone.
    pub fn team(&self) -> Vec<String> {
        let officers = self.executors().iter().map(|p| p.user.clone());
        let leaders = self.facts.iter().filter(|f| f.by.role == Role::Leader && f.by.body == self.body);
        let mut team: Vec<String> = officers.chain(leaders.map(|f| f.by.user.clone())).collect();
        team.sort();
        team.dedup();
        team
    }
}
