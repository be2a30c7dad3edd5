mod p12;
mod p13;
mod p14;
mod p15;
mod p15_figures;
mod p15_routes;
mod ways;

use serde_json::Value;

use crate::{case::Procedure, testing::*};

/// Nobody has registered anything yet: the territorial body, on the day before the May holidays of 2025.
pub fn registry(body: &str) -> World {
    World::external(Procedure::Appeal, body, day("2025-04-30"))
}

/// A named person's appeal about the health department of the oblast, with these answers changed.
pub fn registered(changes: Value) -> World {
    let mut world = registry("agency-akmola");
    let mut answers = serde_json::json!({"subject": "health"});
    answers.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    world.done("register-appeal", INSPECTOR, answers);
    world
}

/// Nobody: an anonymous appeal about the same.
pub fn nobody() -> Value {
    serde_json::json!({"anonymous": true, "applicant": null, "applicant_kind": null, "source": "17-7"})
}

/// An officer of the ministry's unit registers about the ministry's committee.
pub fn at_the_ministry() -> World {
    let mut world = World::new(Procedure::Appeal, day("2025-04-30"));
    world.done("register-appeal", UNIT_HEAD, serde_json::json!({"subject": "committee"}));
    world
}

pub fn control() -> World {
    World::external(Procedure::DeskControl, "agency-akmola", day("2025-04-30"))
}

/// A control without a visit of the health department, with one source studied.
pub fn studied() -> World {
    let mut world = control();
    world.done("open-desk-control", INSPECTOR, serde_json::json!({"subject": "health"}));
    world.sample("record-desk-source", INSPECTOR);
    world
}
