//! Tests of inspections and visits: the paragraph's words first, its dates reckoned by hand.
//!
//! Spring 2025: Thursday 1, Wednesday 7 and Friday 9 May are off, and Friday 6 June (Kurban Ait).

mod breaches;
mod p05;
mod p08;
mod p13;
mod p17;
mod p18;
mod p19;
mod p21;
mod p22;
mod p24;
mod p24_shown;
mod p26;
mod p29;
mod p30;
mod p32;

use serde_json::json;

use crate::{
    case::Procedure,
    ch2_external::dossier::{self, Check, Told, What},
    testing::*,
};

/// A draft of Monday 21 April 2025, to begin on the 22nd: ten working days end on Tuesday 6 May.
fn drafted() -> World {
    let mut world = World::external(Procedure::Inspection, "agency-akmola", day("2025-04-21"));
    world.sample("draft-appointment", INSPECTOR);
    world
}

/// The same, signed.
fn appointed() -> World {
    let mut world = drafted();
    world.sample("sign-appointment", TERRITORIAL_LEADER);
    world
}

/// What comes before the start, on one day.
fn prepare(world: &mut World) {
    world.sample("record-registration", INSPECTOR);
    world.sample("study-materials", INSPECTOR);
    world.sample("send-start-notice", INSPECTOR);
}

/// Signed, registered, studied, announced, and it is Tuesday 22 April.
fn prepared() -> World {
    let mut world = appointed();
    prepare(&mut world);
    world.today = day("2025-04-22");
    world
}

/// Begun on Tuesday 22 April 2025.
fn started() -> World {
    let mut world = prepared();
    world.sample("start-inspection", INSPECTOR);
    world
}

/// Violations of these requirements, all else of the result but the signatures.
fn written(world: &mut World, requirements: &[&str]) {
    for requirement in requirements {
        world.done("record-violation", INSPECTOR, json!({"requirement": requirement}));
    }
    world.sample("mark-requirements", INSPECTOR);
    world.sample("draft-results", INSPECTOR);
    match (world.case.procedure, requirements.is_empty()) {
        (_, false) => world.sample("draft-prescription", INSPECTOR),
        (Procedure::Visit, true) => world.sample("draft-conclusion", INSPECTOR),
        _ => {}
    }
}

/// Both officers sign whatever there is to sign.
fn sign(world: &mut World) {
    for step in ["sign-results", "sign-prescription", "sign-conclusion"] {
        for who in [INSPECTOR, SECOND_INSPECTOR].into_iter().filter(|who| world.ready(step, *who)).collect::<Vec<_>>() {
            world.sample(step, who);
        }
    }
}

/// A result with these violations, signed and handed over today.
fn finish(world: &mut World, requirements: &[&str]) {
    written(world, requirements);
    sign(world);
    world.sample("deliver-results", INSPECTOR);
}

/// Signed and handed over on that day.
fn delivered(on: &str, requirements: &[&str]) -> World {
    let mut world = started();
    world.today = day(on);
    finish(&mut world, requirements);
    world
}

/// What another case tells of the sample's subject.
fn other(case: &str, item: &str, what: What) -> Told {
    let (case, item, body) = (case.into(), item.into(), "agency-akmola".to_owned());
    Told { case, item, body, subject: Some("health".into()), on: day("2025-01-06"), what }
}

/// An approved entry of a half-year list for the Agency's body.
fn entry(year: i16, half: u8) -> Told {
    let (by, reason) = ("agency-akmola".to_owned(), "reason".to_owned());
    other("list", &half.to_string(), What::Entry(dossier::Entry { year, half, by, approved: true, score: 700, reason }))
}

/// What the case of this world tells, under another name.
fn tells(world: &World, name: &str) -> Told {
    let mut told = dossier::told(&world.case, &world.bodies).remove(0);
    told.case = name.into();
    told
}

/// The check in what a case told.
fn check(told: &mut Told) -> &mut Check {
    match &mut told.what {
        What::Check(check) => check,
        other => panic!("{other:?}"),
    }
}

/// A visit on the entry of the first half of 2025, drafted on that day.
fn visit_drafted(on: &str) -> World {
    let mut world = World::external(Procedure::Visit, "agency-akmola", day(on));
    world.dossier.told = vec![entry(2025, 1)];
    world.sample("draft-appointment", INSPECTOR);
    world
}

/// A visit begun on Tuesday 22 April 2025: fifteen working days end on Thursday 15 May.
fn visiting() -> World {
    let mut world = visit_drafted("2025-04-21");
    world.sample("sign-appointment", TERRITORIAL_LEADER);
    prepare(&mut world);
    world.today = day("2025-04-22");
    world.sample("start-inspection", INSPECTOR);
    world
}

/// A visit that handed over its result on that day.
fn visited(on: &str, requirements: &[&str]) -> World {
    let mut world = visiting();
    world.today = day(on);
    finish(&mut world, requirements);
    world
}

/// The inspection that checks the prescription of the case, appointed, as the case is told of it.
fn followed(world: &mut World, on: &str) {
    let mut told = tells(&started(), "follow-up");
    let check = check(&mut told);
    (check.basis, check.appointed) = (Some("case1".into()), Some(day(on)));
    world.dossier.told.push(told);
}
