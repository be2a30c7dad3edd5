//! Small worlds for tests, examples and measurements: bodies, people, and a case driven through its steps.
//!
//! Everything here is invented. Nothing of the product's own work goes through it.

use jiff::{
    Timestamp,
    civil::{Date, date},
};
use serde_json::Value;

use crate::{
    bodies::{Body, BodyKind, BodyTree},
    case::{
        Actor, Answers, Capacity, CaseFile, DocumentRef, Draft, Fact, Procedure, Role, Step, View,
        actor::Person,
        fact::seal,
        step::{self, Freeze, Halt},
    },
    ch2_external::{dossier::Dossier, p11_risk},
    ch3_internal::p42_plan::PlanEntry,
    ch3_reports::Review,
    edition::Law,
};

/// A person of a world: user, role, body.
pub type Who<'a> = (&'a str, Role, &'a str);

pub const LEADER: Who = ("lead", Role::Leader, "ministry");
pub const UNIT_HEAD: Who = ("uh", Role::UnitHead, "ministry");
/// The executors whom the samples name in the order.
pub const EXECUTOR: Who = ("ex1", Role::ResponsibleExecutor, "ministry");
pub const SECOND: Who = ("ex2", Role::ResponsibleExecutor, "ministry");
/// An executor whom they do not name.
pub const UNNAMED: Who = ("ex3", Role::ResponsibleExecutor, "ministry");
pub const OBJECT: Who = ("obj", Role::ControlObjectHead, "committee");
/// Of external control: officers of the Agency's body and of the Agency, their leadership, the head of a subject.
pub const INSPECTOR: Who = ("insp1", Role::Inspector, "agency-akmola");
pub const SECOND_INSPECTOR: Who = ("insp2", Role::Inspector, "agency-akmola");
pub const AGENCY_INSPECTOR: Who = ("ainsp", Role::Inspector, "agency");
pub const TERRITORIAL_LEADER: Who = ("tlead", Role::Leader, "agency-akmola");
pub const AGENCY_LEADER: Who = ("alead", Role::Leader, "agency");
pub const SUBJECT: Who = ("subj", Role::ControlObjectHead, "health");

/// The Agency and its body, a ministry and an akimat with what is below them, a provider the ministry coordinates.
pub fn bodies() -> BodyTree {
    use BodyKind::*;
    let body = |id: &str, kind, parent: Option<&str>, by: Option<&str>| Body {
        id: id.into(),
        kind,
        parent: parent.map(Into::into),
        coordinated_by: by.map(Into::into),
        territory: "akmola".into(),
        valid_from: date(2021, 7, 19),
        valid_to: None,
    };
    BodyTree::new([
        body("agency", Agency, None, None),
        body("agency-akmola", AgencyTerritorial, Some("agency"), None),
        body("ministry", Central, None, None),
        body("committee", Department, Some("ministry"), None),
        body("unit", TerritorialUnit, Some("committee"), None),
        body("institute", Subordinate, Some("committee"), None),
        body("notary", Provider, None, Some("ministry")),
        body("akimat", OblastAkimat, None, None),
        body("health", OblastExecutive, Some("akimat"), None),
        body("district", DistrictAkimat, Some("akimat"), None),
        body("clinic", Subordinate, Some("health"), None),
    ])
}

/// The person as an actor.
pub fn actor((user, role, body): Who) -> Actor {
    Actor {
        user: user.into(),
        name: format!("{user} (демо)"),
        position: "маман".into(),
        body: body.into(),
        role,
        capacity: Capacity::Head,
    }
}

/// A case of the ministry, the people of both sides, and the day it is.
#[derive(Clone)]
pub struct World {
    pub law: Law,
    pub bodies: BodyTree,
    pub today: Date,
    pub case: CaseFile,
    pub plan: Vec<PlanEntry>,
    pub people: Vec<(Role, Person)>,
    /// The cells of a report as its steps see them.
    pub review: Option<Review>,
    /// What other cases tell.
    pub dossier: Dossier,
}

impl World {
    pub fn new(procedure: Procedure, today: Date) -> Self {
        let executor = |who: Who| (who.1, actor(who).person());
        Self {
            law: Law::shipped(),
            bodies: bodies(),
            today,
            case: CaseFile::new("case1", procedure, "ministry"),
            plan: Vec::new(),
            people: [EXECUTOR, SECOND, UNNAMED].map(executor).into(),
            review: None,
            dossier: Dossier::default(),
        }
    }

    /// A case of external control of the Agency or its body, with the criteria shipped.
    pub fn external(procedure: Procedure, body: &str, today: Date) -> Self {
        let inspectors = [INSPECTOR, SECOND_INSPECTOR, AGENCY_INSPECTOR].into_iter().filter(|who| who.2 == body);
        Self {
            case: CaseFile::new("case1", procedure, body),
            people: inspectors.map(|who| (who.1, actor(who).person())).collect(),
            dossier: Dossier { criteria: vec![p11_risk::sample()], ..Dossier::default() },
            ..Self::new(procedure, today)
        }
    }

    pub fn event(today: Date) -> Self {
        Self::new(Procedure::ControlEvent, today)
    }

    /// What a step sees when this person stands before it.
    pub fn view<'a>(&'a self, actor: &'a Actor, issued: Option<&'a DocumentRef>) -> View<'a> {
        View {
            case: &self.case,
            actor,
            law: &self.law,
            bodies: &self.bodies,
            today: self.today,
            people: &self.people,
            review: self.review.as_ref(),
            dossier: &self.dossier,
            plan: &self.plan,
            issued,
        }
    }

    /// The step of that name.
    pub fn step(&self, id: &str) -> &'static dyn Step {
        self.case.procedure.step(id).expect("a step of that name")
    }

    /// The answers the step itself gives as examples.
    pub fn samples(&self, step: &str, who: Who) -> Vec<Answers> {
        self.step(step).samples(&self.view(&actor(who), None))
    }

    /// The facts that would follow, without adding them.
    pub fn drafts(&self, step: &str, who: Who, answers: &Answers) -> Result<(Vec<Draft>, Option<DocumentRef>), Halt> {
        let (by, step) = (actor(who), self.step(step));
        let issued = step.freezes(&self.case).map(|freeze| self.issue(freeze));
        let drafts = step::take(step, &self.view(&by, issued.as_ref()), answers)?;
        Ok((drafts, issued))
    }

    /// Takes a step with these answers.
    pub fn take(&mut self, step: &str, who: Who, answers: Value) -> Result<(), Halt> {
        self.take_answers(step, who, &Answers::of(answers))
    }

    /// Takes a step with the step's own first sample.
    pub fn take_sample(&mut self, step: &str, who: Who) -> Result<(), Halt> {
        let answers = self.samples(step, who).remove(0);
        self.take_answers(step, who, &answers)
    }

    /// Takes a step with these answers.
    pub fn take_answers(&mut self, step: &str, who: Who, answers: &Answers) -> Result<(), Halt> {
        let (drafts, issued) = self.drafts(step, who, answers)?;
        for (at, draft) in drafts.into_iter().enumerate() {
            let prev = self.case.facts.last().map(|f| seal(&f.canonical())).unwrap_or_default();
            let documents = issued.iter().filter(|_| at == 0).cloned().collect();
            self.add(draft, who, documents, prev);
        }
        Ok(())
    }

    /// Adds a fact as it stands.
    pub fn add(&mut self, draft: Draft, who: Who, documents: Vec<DocumentRef>, prev: String) {
        self.case.apply(Fact {
            case: self.case.id.clone(),
            seq: u32::try_from(self.case.facts.len()).unwrap_or(u32::MAX) + 1,
            on: draft.on,
            recorded_at: Timestamp::UNIX_EPOCH,
            by: actor(who),
            what: draft.what,
            documents,
            prev,
        });
    }

    fn issue(&self, freeze: Freeze) -> DocumentRef {
        match freeze {
            Freeze::New(kind) => {
                DocumentRef { kind, number: 1, on: self.today, version: 1, code: "CODE".into(), files: Vec::new() }
            }
            Freeze::Next(kind) => {
                let last = self.case.document(kind).expect("a version before").clone();
                DocumentRef { version: last.version + 1, ..last }
            }
        }
    }

    /// Goes on by so many working days.
    pub fn pass(&mut self, working_days: u32) {
        self.today = self.law.calendar.add_working(self.today, working_days);
    }

    /// Takes a step that cannot fail here, with the first sample.
    fn go(&mut self, step: &str, who: Who) {
        self.take_sample(step, who).unwrap_or_else(|halt| panic!("{step}: {halt:?}"));
    }

    /// Goes from the draft of the order to the start, over the May holidays if `today` is before them.
    pub fn until_started(&mut self) {
        self.go("draft-order", UNIT_HEAD);
        self.go("sign-order", LEADER);
        self.go("send-notice", EXECUTOR);
        self.today = self.case.event().and_then(|e| e.start).expect("a start");
        self.go("start-event", EXECUTOR);
    }

    /// From the start to the presented act, on one day, with so many findings; without any it recommends nothing.
    pub fn until_presented(&mut self, findings: usize) {
        for _ in 0..findings {
            self.go("record-finding", EXECUTOR);
        }
        self.go("mark-checklist", EXECUTOR);
        let mut acts = self.samples("draft-act", EXECUTOR);
        let act = acts.remove(if findings == 0 { acts.len() - 1 } else { 0 });
        self.take_answers("draft-act", EXECUTOR, &act).expect("the sample of an act");
        self.go("sign-act", EXECUTOR);
        self.go("sign-act", SECOND);
        self.go("present-act", EXECUTOR);
    }

    /// From the presented act to the decision, on one day.
    pub fn until_decided(&mut self) {
        self.go("countersign-act", OBJECT);
        self.go("submit-materials", UNIT_HEAD);
        self.go("decide", LEADER);
    }

    /// From the decision to the letter with the object, on one day.
    pub fn until_letter(&mut self) {
        self.go("draft-letter", UNIT_HEAD);
        self.go("sign-letter", LEADER);
        self.go("receive-letter", OBJECT);
    }
}

/// A control event of the ministry as far as its letter, with this many facts (at least 17), the law, the bodies, and
/// an executor of it: requests of the executors make up the number.
pub fn control_event(facts: usize) -> (CaseFile, Law, BodyTree, Actor) {
    let mut world = World::event(date(2025, 4, 21));
    world.until_started();
    let requests = facts.saturating_sub(17);
    for _ in 0..requests {
        world.go("record-action", EXECUTOR);
    }
    world.until_presented(2);
    world.until_decided();
    world.until_letter();
    (world.case, world.law, world.bodies, actor(EXECUTOR))
}
