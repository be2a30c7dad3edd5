//! What tests ask of a world beyond `sample`.

use jiff::civil::Date;
use serde_json::Value;

use crate::case::{
    Actor, Duty, Offer, Refusal, refusal,
    step::{self, Awaited, Halt},
};
pub use crate::sample::{
    AGENCY_INSPECTOR, AGENCY_LEADER, EXECUTOR, INSPECTOR, LEADER, OBJECT, SECOND, SECOND_INSPECTOR, SUBJECT,
    TERRITORIAL_LEADER, UNIT_HEAD, UNNAMED, Who, World, actor, bodies,
};

/// Whoever may take the step, the first of them that it is offered to.
pub const EVERYBODY: [Who; 6] = [LEADER, UNIT_HEAD, EXECUTOR, SECOND, UNNAMED, OBJECT];

impl World {
    /// Whether a step is offered to this person.
    pub fn offered(&self, step: &str, who: Who) -> Offer {
        step::offer(self.step(step), &self.view(&actor(who), None))
    }

    pub fn ready(&self, step: &str, who: Who) -> bool {
        matches!(self.offered(step, who), Offer::Ready)
    }

    pub fn never(&self, step: &str) -> bool {
        EVERYBODY.into_iter().all(|who| matches!(self.offered(step, who), Offer::Never))
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
        let who = EVERYBODY.iter().find(|w| named(w) && w.2 == awaited.body);
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
