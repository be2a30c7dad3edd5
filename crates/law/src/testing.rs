//! What tests ask of a world beyond `sample`.

use jiff::civil::Date;
use serde_json::Value;

use crate::case::{
    Actor, Duty, Offer, Procedure, Refusal, Role, refusal,
    step::{self, Awaited, Halt},
};
use crate::ch2_external::dossier::{self, Told, What};
pub use crate::sample::{
    AGENCY_INSPECTOR, AGENCY_LEADER, EXECUTOR, INSPECTOR, LEADER, OBJECT, SECOND, SECOND_INSPECTOR, SUBJECT,
    TERRITORIAL_LEADER, UNIT_HEAD, UNNAMED, Who, World, actor, bodies,
};

/// Those who act in internal control.
pub const EVERYBODY: [Who; 6] = [LEADER, UNIT_HEAD, EXECUTOR, SECOND, UNNAMED, OBJECT];
/// Those who act in external control, and the internal control units to which it hands appeals.
pub const EVERYBODY_EXTERNAL: [Who; 11] = [
    INSPECTOR,
    SECOND_INSPECTOR,
    TERRITORIAL_LEADER,
    SUBJECT,
    AGENCY_INSPECTOR,
    AGENCY_LEADER,
    LEADER,
    UNIT_HEAD,
    EXECUTOR,
    ("auh", Role::UnitHead, "akimat"),
    ("aex", Role::ResponsibleExecutor, "akimat"),
];

/// An empty case of external control of the Agency's body, of whose subject other cases tell: an entry of an approved list and
/// the inspection that checks this case's prescription.
pub fn external(procedure: Procedure) -> World {
    let mut world = World::external(procedure, "agency-akmola", day("2025-04-21"));
    let told = |case: &str, item: &str, what| Told {
        case: case.into(),
        item: item.into(),
        body: "agency-akmola".into(),
        subject: Some("health".into()),
        on: day("2024-12-10"),
        what,
    };
    let (by, reason) = ("agency-akmola".into(), String::new());
    let entry = dossier::Entry { year: 2025, half: 1, by, approved: true, score: 700, reason };
    let check = dossier::Check {
        visit: false,
        ground: Some("1-1".into()),
        basis: Some("case1".into()),
        matter: String::new(),
        period: None,
        requirements: Vec::new(),
        officers: Vec::new(),
        start: day("2025-04-21"),
        end: day("2025-04-21"),
        appointed: Some(day("2025-04-21")),
        act: Some(7),
        started: None,
        delivered: None,
        abandoned: false,
        closed: None,
        violations: Vec::new(),
        prescription: None,
    };
    world.dossier.told =
        vec![told("list", "1", What::Entry(entry)), told("follow-up", "", What::Check(Box::new(check)))];
    world
}

/// Whoever acts in a procedure.
pub fn cast(procedure: Procedure) -> &'static [Who<'static>] {
    if procedure.external() { &EVERYBODY_EXTERNAL } else { &EVERYBODY }
}

impl World {
    /// Whether a step is offered to this person.
    pub fn offered(&self, step: &str, who: Who) -> Offer {
        step::offer(self.step(step), &self.view(&actor(who), None))
    }

    pub fn ready(&self, step: &str, who: Who) -> bool {
        matches!(self.offered(step, who), Offer::Ready)
    }

    pub fn never(&self, step: &str) -> bool {
        cast(self.case.procedure).iter().all(|who| matches!(self.offered(step, *who), Offer::Never))
    }

    /// Takes a step that must be possible, with the step's own first sample.
    pub fn sample(&mut self, step: &str, who: Who) {
        self.take_sample(step, who).unwrap_or_else(|halt| panic!("{step} on {}: {halt:?}", self.today));
    }

    /// Takes a step with the first sample, changed in these answers.
    pub fn with(&mut self, step: &str, who: Who, changes: Value) -> Result<(), Halt> {
        let mut answers = self.samples(step, who).remove(0);
        for (name, value) in changes.as_object().into_iter().flatten() {
            answers.0.insert(name.clone(), value.clone());
        }
        self.take_answers(step, who, &answers)
    }

    /// Takes a step, changed so, which must be possible.
    pub fn done(&mut self, step: &str, who: Who, changes: Value) {
        self.with(step, who, changes).unwrap_or_else(|halt| panic!("{step} on {}: {halt:?}", self.today));
    }

    /// The refusal of a step that must be refused. Nothing is added to the case by it.
    pub fn refused(&mut self, step: &str, who: Who, changes: Value) -> Refusal {
        let before = self.case.facts.len();
        let result = self.with(step, who, changes);
        assert_eq!(self.case.facts.len(), before);
        match result {
            Err(Halt::Refused(refusal)) => refusal,
            other => panic!("{step} should be refused, but: {other:?}"),
        }
    }

    /// Why a step is not yet offered, without looking at any answers.
    pub fn not_yet(&self, step: &str, who: Who) -> Refusal {
        match self.offered(step, who) {
            Offer::NotYet(refusal) => refusal,
            other => panic!("{step} should wait on {}, but: {other:?}", self.today),
        }
    }

    pub fn duty(&self, key: &str) -> Duty {
        let duties = self.case.duties(&self.law);
        duties.into_iter().find(|d| d.key == key).unwrap_or_else(|| panic!("a duty {key}"))
    }

    /// What the case waits for.
    pub fn awaited(&self) -> Vec<Awaited> {
        step::awaited(&self.case, &self.law, &self.bodies, self.today)
    }

    /// The same in one line: «sign-act ex1, sign-act ex2» – the person, or the role where no person is named.
    pub fn waits_for(&self) -> String {
        let line = |a: &Awaited| format!("{} {}", a.step, a.user.as_deref().unwrap_or(a.role.word()));
        self.awaited().iter().map(line).collect::<Vec<_>>().join(", ")
    }

    /// Who an awaited step waits for.
    pub fn awaited_actor(&self, awaited: &Awaited) -> Actor {
        let named = |w: &&Who| w.1 == awaited.role && awaited.user.as_deref().is_none_or(|user| user == w.0);
        let who = cast(self.case.procedure).iter().find(|w| named(w) && w.2 == awaited.body);
        actor(*who.unwrap_or_else(|| panic!("nobody for {awaited:?}")))
    }

    pub fn has_duty(&self, key: &str) -> bool {
        self.case.duties(&self.law).iter().any(|d| d.key == key)
    }
}

/// «§45 notice-too-late earliest=2025-05-06 latest=…»: a refusal in one line, its values by name.
pub fn told(refusal: &Refusal) -> String {
    let mut out = refusal.to_string();
    for (name, value) in &refusal.values {
        out += &match value {
            refusal::Value::Date(d) => format!(" {name}={d}"),
            refusal::Value::Number(n) => format!(" {name}={n}"),
            refusal::Value::Text(s) | refusal::Value::Word(s) => format!(" {name}={s}"),
        };
    }
    if let Some(field) = refusal.field {
        out += &format!(" @{field}");
    }
    out
}

/// 2025-05-06.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// An event appointed on 21 April 2025 and started on 24 April, which ends on 12 May at the latest.
pub fn started() -> World {
    let mut world = World::event(day("2025-04-21"));
    world.until_started();
    world
}

/// The same, its act presented on this day with so many findings.
pub fn presented(on: &str, findings: usize) -> World {
    let mut world = started();
    world.today = day(on);
    world.until_presented(findings);
    world
}

/// The same, decided on the day it was presented.
pub fn decided(on: &str, findings: usize) -> World {
    let mut world = presented(on, findings);
    world.until_decided();
    world
}

/// The same, with the letter received on that day; its measure is due twenty working days later.
pub fn lettered(on: &str) -> World {
    let mut world = decided(on, 1);
    world.until_letter();
    world
}
