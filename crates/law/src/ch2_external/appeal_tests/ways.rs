//! Wherever officers go, there is a way to the end, and as long as a case is open somebody owes something or is waited for.

use std::collections::BTreeSet;

use crate::{
    case::{Duty, Procedure, Role, step},
    testing::*,
    words,
};

const PEOPLE: [Who; 9] = [
    INSPECTOR,
    TERRITORIAL_LEADER,
    AGENCY_INSPECTOR,
    AGENCY_LEADER,
    UNIT_HEAD,
    EXECUTOR,
    LEADER,
    ("uh2", Role::UnitHead, "akimat"),
    ("uh3", Role::UnitHead, "health"),
];

/// A row of numbers that follows from its seed.
fn roll(seed: &mut u64, sides: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize % sides.max(1)
}

/// Takes the first of these steps that somebody may take.
fn on(world: &mut World, steps: &[&str]) -> bool {
    let found = steps.iter().find_map(|s| Some((*s, PEOPLE.into_iter().find(|who| world.ready(s, *who))?)));
    found.map(|(step, who)| world.sample(step, who)).is_some()
}

fn check(world: &World, ending: &[&str]) {
    let mut ended = world.clone();
    for _ in 0..10 {
        if ended.case.closed().is_some() {
            break;
        }
        assert!(on(&mut ended, ending), "nothing leads on: {:?}", ended.case.rail());
    }
    assert!(ended.case.closed().is_some(), "{:?}", ended.case.rail());
    let awaited = world.awaited();
    if world.case.closed().is_none() {
        let somebody = world.case.duties(&world.law).iter().any(Duty::open) || !awaited.is_empty();
        assert!(somebody, "nobody is waited for: {:?}", world.case.rail());
    }
    let later = step::awaited(&world.case, &world.law, &world.bodies, day("2030-01-01"));
    assert_eq!(later, awaited, "what is awaited changes with the day alone");
}

fn wander(mut world: World, ending: &[&str], seed: u64, taken: &mut BTreeSet<&'static str>) {
    let mut seed = seed;
    let keys: BTreeSet<String> = words::keys().into_iter().collect();
    for _ in 0..14 {
        let ready: Vec<(&'static str, Who)> = (world.case.procedure.steps().iter())
            .flat_map(|s| PEOPLE.into_iter().filter(|who| world.ready(s.id(), *who)).map(|who| (s.id(), who)))
            .collect();
        if ready.is_empty() {
            break;
        }
        let (step, who) = ready[roll(&mut seed, ready.len())];
        let samples = world.samples(step, who);
        // To nobody but the subject itself can some appeals be handed.
        if samples.is_empty() {
            continue;
        }
        let answers = samples[roll(&mut seed, samples.len())].clone();
        world.take_answers(step, who, &answers).unwrap_or_else(|halt| panic!("{step} by {}: {halt:?}", who.0));
        taken.insert(step);
        check(&world, ending);
        assert!(world.case.duties(&world.law).iter().all(|d| keys.contains(&d.what)));
        assert!(world.case.rail().iter().all(|s| keys.contains(s.word)));
        if roll(&mut seed, 3) == 0 {
            world.pass(u32::try_from(roll(&mut seed, 8)).unwrap());
        }
    }
}

#[test]
fn every_way_of_an_appeal_leads_to_an_end() {
    let ending = ["acknowledge-forwarding", "answer-appeal", "draft-appeal-answer", "forward-appeal"];
    let mut taken = BTreeSet::new();
    for seed in 0..120 {
        for body in ["agency-akmola", "agency", "ministry", "akimat"] {
            wander(World::external(Procedure::Appeal, body, day("2025-04-30")), &ending, seed, &mut taken);
        }
    }
    assert_eq!(taken.len(), Procedure::Appeal.steps().len(), "{taken:?}");
}

#[test]
fn every_way_of_a_control_without_a_visit_leads_to_an_end() {
    let ending = ["close-desk-control", "issue-desk-outcome", "draft-desk-outcome", "record-desk-source"];
    let mut taken = BTreeSet::new();
    for seed in 0..80 {
        for body in ["agency-akmola", "agency"] {
            wander(World::external(Procedure::DeskControl, body, day("2025-04-30")), &ending, seed, &mut taken);
        }
    }
    assert_eq!(taken.len(), Procedure::DeskControl.steps().len(), "{taken:?}");
}
