//! A small world for tests: bodies, people, and a case driven through its steps.

use jiff::{Timestamp, civil::Date};
use serde_json::Value;

use crate::{
    bodies::{Body, BodyKind, BodyTree},
    case::{
        Actor, Answers, Capacity, CaseFile, DocumentRef, Fact, Offer, Procedure, Refusal, Role, View,
        actor::Person,
        fact::seal,
        step::{self, Freeze, Halt},
    },
    ch3_internal::p42_plan::PlanEntry,
    edition::Law,
};

pub fn bodies() -> BodyTree {
    use BodyKind::*;
    let body = |id: &str, kind, parent: Option<&str>, by: Option<&str>| Body {
        id: id.into(),
        kind,
        parent: parent.map(Into::into),
        coordinated_by: by.map(Into::into),
        territory: "akmola".into(),
        valid_from: jiff::civil::date(2021, 7, 19),
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

pub fn actor(user: &str, role: Role, body: &str) -> Actor {
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
}

pub const UNIT_HEAD: (&str, Role, &str) = ("uh", Role::UnitHead, "ministry");
pub const EXECUTOR: (&str, Role, &str) = ("ex1", Role::ResponsibleExecutor, "ministry");
pub const SECOND: (&str, Role, &str) = ("ex2", Role::ResponsibleExecutor, "ministry");
pub const LEADER: (&str, Role, &str) = ("lead", Role::Leader, "ministry");
pub const OBJECT: (&str, Role, &str) = ("obj", Role::ControlObjectHead, "committee");

impl World {
    pub fn new(procedure: Procedure, today: Date) -> Self {
        let person = |user: &str| Person { user: user.into(), name: format!("{user} (демо)"), position: "маман".into() };
        Self {
            law: Law::shipped(),
            bodies: bodies(),
            today,
            case: CaseFile::new("case1", procedure, "ministry"),
            plan: Vec::new(),
            people: vec![(Role::ResponsibleExecutor, person("ex1")), (Role::ResponsibleExecutor, person("ex2"))],
        }
    }

    pub fn event(today: Date) -> Self {
        Self::new(Procedure::ControlEvent, today)
    }

    pub fn view<'a>(&'a self, actor: &'a Actor, issued: Option<&'a DocumentRef>) -> View<'a> {
        View {
            case: &self.case,
            actor,
            law: &self.law,
            bodies: &self.bodies,
            today: self.today,
            people: &self.people,
            plan: &self.plan,
            issued,
        }
    }

    /// Whether a step is offered to this person.
    pub fn offered(&self, step: &str, who: (&str, Role, &str)) -> Offer {
        let actor = actor(who.0, who.1, who.2);
        step::offer(self.case.procedure.step(step).expect("a step of that name"), &self.view(&actor, None))
    }

    /// Takes a step with these answers.
    pub fn take(&mut self, step: &str, who: (&str, Role, &str), answers: Value) -> Result<(), Halt> {
        self.take_answers(step, who, &Answers::of(answers))
    }

    /// Takes a step with the step's own first sample.
    pub fn sample(&mut self, step: &str, who: (&str, Role, &str)) -> Result<(), Halt> {
        let by = actor(who.0, who.1, who.2);
        let found = self.case.procedure.step(step).expect("a step of that name");
        let answers = found.samples(&self.view(&by, None)).remove(0);
        self.take_answers(step, who, &answers)
    }

    pub fn take_answers(&mut self, step: &str, who: (&str, Role, &str), answers: &Answers) -> Result<(), Halt> {
        let by = actor(who.0, who.1, who.2);
        let step = self.case.procedure.step(step).expect("a step of that name");
        let issued = step.freezes(&self.case).map(|freeze| match freeze {
            Freeze::New(kind) => DocumentRef {
                kind,
                number: 1,
                on: self.today,
                version: 1,
                code: "CODE".into(),
                digest_kk: String::new(),
                digest_ru: String::new(),
            },
            Freeze::Next(kind) => {
                let last = self.case.document(kind).expect("a version before").clone();
                DocumentRef { version: last.version + 1, ..last }
            }
        });
        let drafts = step::take(step, &self.view(&by, issued.as_ref()), answers)?;
        for (at, draft) in drafts.into_iter().enumerate() {
            let prev = self.case.facts.last().map(|f| seal(&f.canonical())).unwrap_or_default();
            let fact = Fact {
                case: self.case.id.clone(),
                seq: u32::try_from(self.case.facts.len()).unwrap() + 1,
                on: draft.on,
                recorded_at: Timestamp::UNIX_EPOCH,
                by: by.clone(),
                what: draft.what,
                documents: issued.iter().filter(|_| at == 0).cloned().collect(),
                prev,
            };
            self.case.apply(fact);
        }
        Ok(())
    }

    /// The refusal of a step that must be refused.
    pub fn refused(&mut self, step: &str, who: (&str, Role, &str), answers: Value) -> Refusal {
        match self.take(step, who, answers) {
            Err(Halt::Refused(refusal)) => refusal,
            other => panic!("{step} should be refused, but: {other:?}"),
        }
    }

    /// Goes on by so many working days.
    pub fn pass(&mut self, working_days: u32) {
        self.today = self.law.calendar.add_working(self.today, working_days);
    }
}
