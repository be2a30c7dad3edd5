//! Chance: anybody tries any step with any answers on any day. The door never breaks, and what it refuses is not done.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{
    case::{Answers, Fact, FieldError, Offer, Procedure, Role, file::State, step::Halt},
    testing::*,
    words,
};

/// A row of numbers that follows from its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn of<T: Clone>(&mut self, things: &[T]) -> T {
        things[self.roll(things.len())].clone()
    }
}

/// What no question expects.
fn junk(dice: &mut Dice) -> Value {
    let dates = ["0000-00-00", "1990-01-01", "2100-12-31", "2101-01-01", "9999-12-31", "2025-02-29", "2025-05-10"];
    match dice.roll(14) {
        0 => Value::Null,
        1 => json!(""),
        2 => json!(" \u{0} \n"),
        3 => json!(i64::MIN),
        4 => json!(u64::MAX),
        5 => json!(1e300),
        6 => json!(true),
        7 => json!([]),
        8 => json!({}),
        9 => json!("ә".repeat(30_000)),
        10 => json!([[["x"], {"text": null}], 7]),
        11 => json!([{"text": "x", "measure": "99", "term": "1990-01-01", "requirement": "1", "mark": "violated"}]),
        12 => json!("1"),
        _ => json!(dice.of(&dates)),
    }
}

/// Answers that are good, or spoilt in one place: an answer, an answer in a row, a question nobody asked.
fn spoil(answers: &mut Answers, dice: &mut Dice) {
    let names: Vec<String> = answers.0.keys().cloned().collect();
    if names.is_empty() || dice.roll(6) == 0 {
        answers.0.insert(dice.of(&["", "on", "text", "жоқ", "object"]).into(), junk(dice));
        return;
    }
    let name = dice.of(&names);
    match answers.0.get_mut(&name).and_then(Value::as_array_mut).and_then(|rows| rows.first_mut()) {
        Some(Value::Object(row)) if dice.roll(3) > 0 => {
            let keys: Vec<String> = row.keys().cloned().collect();
            row.insert(dice.of(&keys), junk(dice));
        }
        _ if dice.roll(5) == 0 => drop(answers.0.remove(&name)),
        _ => drop(answers.0.insert(name, junk(dice))),
    }
}

fn try_anything(procedure: Procedure, seed: u64, tries: usize) -> Result<(usize, usize), TestCaseError> {
    let mut dice = Dice(seed);
    let mut world = if procedure.external() { external(procedure) } else { World::new(procedure, day("2025-04-21")) };
    let strangers = [
        ("obj", Role::ControlObjectHead, "institute"),
        ("lead", Role::Leader, "akimat"),
        ("adm", Role::Administrator, "ministry"),
        ("insp", Role::Inspector, "agency"),
        ("insp", Role::Inspector, "agency-akmola"),
    ];
    let people = [cast(procedure), &strangers].concat();
    let (mut done, mut refused) = (0, 0);
    for _ in 0..tries {
        let steps = procedure.steps();
        let who = dice.of(&people);
        let ready: Vec<_> = steps.iter().filter(|s| world.ready(s.id(), who)).collect();
        let step = if ready.is_empty() || dice.roll(8) == 0 { dice.of(steps) } else { *dice.of(&ready) };
        let is_ready = world.ready(step.id(), who);
        let samples = if is_ready { world.samples(step.id(), who) } else { Vec::new() };
        let mut answers = if samples.is_empty() { Answers::default() } else { dice.of(&samples) };
        for _ in 0..[0, 0, 1, 3][dice.roll(4)] {
            spoil(&mut answers, &mut dice);
        }
        let before = world.case.clone();
        match world.take_answers(step.id(), who, &answers) {
            Ok(()) => {
                prop_assert!(is_ready, "{} was not offered", step.id());
                prop_assert!(crate::case::step::entitled(step, &before, &actor(who)), "{} to {who:?}", step.id());
                done += 1;
                for fact in &world.case.facts[before.facts.len()..] {
                    let again: Fact = serde_json::from_str(&fact.canonical()).unwrap();
                    prop_assert_eq!(&again, fact);
                }
            }
            Err(halt) => {
                refused += 1;
                prop_assert_eq!(&world.case.facts, &before.facts);
                check(&world, step.id(), who, &halt)?;
            }
        }
        world.case.duties(&world.law);
        world.case.rail();
        for waits in world.awaited() {
            let step = world.step(waits.step);
            let offer = crate::case::step::offer(step, &world.view(&world.awaited_actor(&waits), None));
            prop_assert!(!matches!(offer, Offer::Never), "{waits:?}");
        }
        if dice.roll(3) == 0 {
            world.today = world.today.saturating_add(jiff::ToSpan::days(dice.roll(6) as i64));
        }
    }
    Ok((done, refused))
}

fn check(world: &World, step: &str, who: Who, halt: &Halt) -> Result<(), TestCaseError> {
    match halt {
        Halt::Refused(refusal) => {
            prop_assert!((1..=65).contains(&refusal.paragraph), "{refusal}");
            prop_assert!(words::REFUSALS.contains(&refusal.code), "{refusal}");
            if let Some(field) = refusal.field {
                let by = actor(who);
                let fields = world.step(step).fields(&world.view(&by, None));
                prop_assert!(fields.iter().any(|f| f.name == field), "{refusal} at {field}, which {step} does not ask");
            }
        }
        Halt::Wrong(errors) => {
            prop_assert!(!errors.is_empty());
            prop_assert!(errors.iter().all(|e| FieldError::CODES.contains(&e.code)));
            prop_assert!(matches!(world.offered(step, who), Offer::Ready));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_in_an_event_the_door_holds(seed: u64) {
        try_anything(Procedure::ControlEvent, seed, 120)?;
    }

    #[test]
    fn whatever_is_tried_in_an_inspection_the_door_holds(seed: u64) {
        try_anything(Procedure::Inspection, seed, 120)?;
    }

    #[test]
    fn whatever_is_tried_in_a_visit_the_door_holds(seed: u64) {
        try_anything(Procedure::Visit, seed, 120)?;
    }

    #[test]
    fn whatever_is_tried_in_an_appeal_the_door_holds(seed: u64) {
        try_anything(Procedure::Appeal, seed, 60)?;
    }

    #[test]
    fn whatever_is_tried_in_a_control_without_a_visit_the_door_holds(seed: u64) {
        try_anything(Procedure::DeskControl, seed, 60)?;
    }

    #[test]
    fn whatever_is_tried_in_a_plan_the_door_holds(seed: u64) {
        try_anything(Procedure::AnnualPlan, seed, 40)?;
    }
}

#[test]
fn chance_goes_far_enough_to_mean_something() {
    for procedure in [Procedure::ControlEvent, Procedure::Inspection, Procedure::Visit, Procedure::Appeal] {
        let (mut done, mut refused) = (0, 0);
        for seed in 0..20 {
            let (d, r) = try_anything(procedure, seed, 120).unwrap();
            (done, refused) = (done + d, refused + r);
        }
        assert!(done > 60 && refused > 300, "{procedure:?}: {done} done, {refused} refused");
    }
    assert!(matches!(World::event(day("2025-04-21")).case.state, State::Event(_)));
}

/// `cargo test -p law --release --lib -- --ignored --nocapture speed`
#[test]
#[ignore = "a measurement"]
fn speed_of_a_case_of_sixty_facts() {
    use std::time::Instant;
    let (case, law, bodies, by) = crate::sample::control_event(60);
    let world = World { case: case.clone(), bodies, law, ..World::event(day("2025-05-02")) };
    let measure = |name: &str, work: &mut dyn FnMut() -> usize| {
        let mut best = f64::MAX;
        let mut sum = 0;
        for _ in 0..20 {
            let begun = Instant::now();
            for _ in 0..1000 {
                sum += work();
            }
            best = best.min(begun.elapsed().as_secs_f64() * 1000.0);
        }
        println!("{name}: {best:.1} µs ({sum})");
    };
    measure("fold, with a copy of every fact", &mut || {
        crate::case::CaseFile::fold(&case.id, case.procedure, &case.body, case.facts.iter().cloned()).facts.len()
    });
    measure("copy of every fact", &mut || case.facts.to_vec().len());
    measure("duties with reckonings", &mut || case.duties(&world.law).len());
    measure("offers of all steps", &mut || {
        let view = world.view(&by, None);
        case.procedure.steps().iter().filter(|s| matches!(crate::case::step::offer(**s, &view), Offer::Ready)).count()
    });
}
