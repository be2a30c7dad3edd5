//! Every state of a list, and whatever is answered in it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::json;

use super::world;
use crate::{
    case::{Fact, step},
    sample::{AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, SUBJECT, TERRITORIAL_LEADER},
    testing::{World, actor, day},
    words,
};

#[test]
fn p10_every_state_of_a_list_has_a_way_to_its_end() {
    let people = [AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, TERRITORIAL_LEADER, SUBJECT];
    let keys: BTreeSet<String> = words::keys().into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut taken = BTreeSet::new();
    let mut queue = vec![world("2025-12-01")];
    while let Some(here) = queue.pop() {
        let duties = here.case.duties(&here.law);
        let state = (here.case.facts.iter().map(|f| f.what.word()).collect::<Vec<_>>(), here.today);
        if !seen.insert(state) {
            continue;
        }
        let closed = here.case.closed().is_some();
        let open: Vec<_> = duties.iter().filter(|d| d.open()).collect();
        assert!(closed == open.is_empty() || here.case.facts.is_empty(), "{:?}", here.case.rail());
        for duty in &duties {
            let step = here.step(duty.step);
            assert!(duty.rule.is_some_and(|rule| step.def().discharges.contains(&rule)) && keys.contains(&duty.what));
            let may = people.map(actor).into_iter().filter(|a| step::entitled(step, &here.case, a));
            assert!(may.into_iter().any(|a| duty.roles.contains(&a.role) && a.body == duty.body));
        }
        let later = World { today: day("2030-01-01"), ..here.clone() };
        assert!(here.case.facts.is_empty() || here.awaited() == later.awaited(), "by the facts alone");
        let mut ways = 0;
        for step in here.case.procedure.steps() {
            for who in people.into_iter().filter(|who| here.ready(step.id(), *who)) {
                ways += usize::from(!["change-entry", "remove-entry"].contains(&step.id()));
                for answers in here.samples(step.id(), who) {
                    let mut next = here.clone();
                    next.take_answers(step.id(), who, &answers).unwrap_or_else(|h| panic!("{}: {h:?}", step.id()));
                    let fact = next.case.facts.last().unwrap();
                    assert_eq!(&serde_json::from_str::<Fact>(&fact.canonical()).unwrap(), fact);
                    taken.insert(step.id());
                    if next.case.facts.len() <= 6 {
                        queue.push(next);
                    }
                }
            }
        }
        assert!(closed == (ways == 0), "{} on {}", here.case.rail().len(), here.today);
        let days: [Date; 3] = ["2025-12-11", "2025-12-26", "2026-07-01"].map(day);
        let days = days.into_iter().filter(|d| !closed && *d > here.today && !here.case.facts.is_empty());
        queue.extend(days.map(|today| World { today, ..here.clone() }));
    }
    assert_eq!(taken.len(), world("2025-12-01").case.procedure.steps().len());
    println!("{} states", seen.len());
}

/// Whatever is answered in place of a good answer, the door holds, and a refusal names a question of its step.
#[test]
fn p10_whatever_is_answered_the_door_holds() {
    let junk = [
        json!(null),
        json!(""),
        json!(i64::MIN),
        json!(1e300),
        json!(true),
        json!([[]]),
        json!({"x": 1}),
        json!("x".repeat(30_000)),
        json!("1990-01-01"),
        json!("notary"),
        json!("2"),
    ];
    let mut world = world("2025-12-01");
    let (mut refused, mut wrong) = (0, 0);
    for (step, who) in [
        ("open-list", AGENCY_INSPECTOR),
        ("select-subject", AGENCY_INSPECTOR),
        ("change-entry", AGENCY_INSPECTOR),
        ("approve-list", AGENCY_LEADER),
        ("record-list-registration", AGENCY_INSPECTOR),
        ("publish-list", AGENCY_INSPECTOR),
    ] {
        let fields = world.step(step).fields(&world.view(&actor(who), None));
        for name in fields.iter().map(|f| f.name).chain(["nobody-asked"]) {
            for value in &junk {
                let mut here = world.clone();
                match here.with(step, who, json!({name: value})) {
                    Ok(()) => {}
                    Err(step::Halt::Wrong(_)) => wrong += 1,
                    Err(step::Halt::Refused(refusal)) => {
                        refused += 1;
                        assert!(words::REFUSALS.contains(&refusal.code), "{refusal}");
                        assert!(refusal.field.is_some_and(|at| fields.iter().any(|f| f.name == at)), "{refusal}");
                        assert_eq!(here.case.facts, world.case.facts);
                    }
                }
            }
        }
        world.sample(step, who);
    }
    assert!(refused > 3 && wrong > 50, "{refused} refused, {wrong} wrong");
}
