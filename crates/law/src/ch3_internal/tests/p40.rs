//! §40: what holds of the event as a whole: duties judged by what was known, readers, path.

use serde_json::json;

use crate::{
    calendar::Transfer,
    case::{DutyState, Role},
    edition::Law,
    testing::*,
};

/// A decree made on a later day: `from` is worked, `to` is off.
fn decree(from: &str, to: &str, decided_on: &str) -> Law {
    let transfer = Transfer { from: day(from), to: day(to), decided_on: day(decided_on), decree: "сынақ".into() };
    Law::with(&[transfer], &[])
}

#[test]
fn p40_a_later_decree_makes_nothing_done_late_or_timely() {
    // Presented on Thursday 24 April: three working days end on Tuesday 29 April.
    let mut timely = presented("2025-04-24", 0);
    timely.today = day("2025-04-29");
    timely.sample("countersign-act", OBJECT);
    let mut late = presented("2025-04-24", 0);
    late.today = day("2025-04-30");
    late.sample("countersign-act", OBJECT);
    let open = presented("2025-04-24", 0);
    // A worked Saturday would end the term a day earlier, a Monday off a day later.
    for world in [&mut timely, &mut late] {
        world.law = decree("2025-04-26", "2025-05-02", "2025-06-01");
        assert_eq!(world.duty("51").due, day("2025-04-29"));
    }
    assert!(!timely.duty("51").late(day("2030-01-01")));
    late.law = decree("2025-05-03", "2025-04-28", "2025-06-01");
    assert_eq!(late.duty("51").due, day("2025-04-29"));
    assert!(late.duty("51").late(day("2030-01-01")));
    // What was known when it was done counts, and what is still open follows every decree.
    late.law = decree("2025-05-03", "2025-04-28", "2025-04-25");
    assert!(!late.duty("51").late(day("2030-01-01")));
    let mut open = open;
    open.law = decree("2025-04-26", "2025-05-02", "2025-06-01");
    assert_eq!(open.duty("51").due, day("2025-04-28"));
}

#[test]
fn p40_the_object_reads_from_the_notice_on_and_nobody_else_ever_does() {
    let object = ("committee".to_owned(), Role::ControlObjectHead);
    let mut world = World::event(day("2025-04-21"));
    world.sample("draft-order", UNIT_HEAD);
    world.sample("sign-order", LEADER);
    assert!(!world.case.readers(&world.bodies).contains(&object));
    world.sample("send-notice", EXECUTOR);
    assert!(world.case.readers(&world.bodies).contains(&object));
    // Other dates need a new notice; what the object has been told stays told.
    world.sample("move-start", LEADER);
    assert!(world.case.event().unwrap().notice.is_none());
    assert!(world.case.readers(&world.bodies).contains(&object));
    assert_eq!(world.case.readers(&world.bodies).len(), 6);
}

#[test]
fn p40_the_path_shows_where_the_case_stands() {
    let stops = |world: &World| world.case.rail();
    let mut world = World::event(day("2025-04-21"));
    let now = |world: &World| stops(world).into_iter().find(|s| s.now).map(|s| s.word);
    assert_eq!(now(&world), Some("stop-drafted"));
    world.until_started();
    assert_eq!(now(&world), Some("stop-signed"));
    world.until_presented(0);
    assert_eq!(now(&world), Some("stop-answered"));
    world.until_decided();
    // A decision to take note needs no letter, plan or report.
    assert_eq!(now(&world), Some("stop-closed"));
    assert_eq!(stops(&world).len(), 10);
    world.sample("close-event", UNIT_HEAD);
    assert_eq!(now(&world), None);
    assert!(stops(&world).iter().all(|s| s.reached.is_some()));
}

#[test]
fn p40_a_closed_case_is_only_read() {
    let mut world = lettered("2025-04-24");
    world.done("waive-measure", UNIT_HEAD, json!({"reason": "Объект таратылды"}));
    world.done("close-event", UNIT_HEAD, json!({"no_liability": "Кінәлі адам жоқ"}));
    for step in world.case.procedure.steps() {
        assert!(world.never(step.id()), "{}", step.id());
    }
    // The plan that never came, and every other thing owed, is overtaken by the closing.
    assert_eq!(world.duty("54").state, DutyState::Lapsed(day("2025-04-24")));
    assert!(world.case.duties(&world.law).iter().all(|d| !d.open()));
    let refused = world.refused("submit-action-plan", OBJECT, json!({}));
    assert_eq!(told(&refused), "§54 not-now step=step-submit-action-plan");
}

#[test]
fn p40_a_step_is_refused_to_whoever_is_not_entitled() {
    let mut world = started();
    let refused = world.refused("record-finding", OBJECT, json!({}));
    assert_eq!(told(&refused), "§50 not-yours role=role-responsible-executor side=side-control");
    let stranger = ("uh", Role::UnitHead, "akimat");
    assert_eq!(world.refused("record-finding", stranger, json!({})).code, "not-yours");
    let other_head = ("obj", Role::ControlObjectHead, "institute");
    world.sample("record-action", EXECUTOR);
    assert_eq!(world.refused("answer-action", other_head, json!({})).code, "not-yours");
}

#[test]
fn p40_a_fold_of_the_journal_read_again_is_the_same() {
    let (case, ..) = crate::sample::control_event(60);
    assert_eq!(case.facts.len(), 60);
    let again = case.facts.iter().map(|f| serde_json::from_str(&f.canonical()).unwrap());
    let folded = crate::case::CaseFile::fold(&case.id, case.procedure, &case.body, again);
    assert_eq!(format!("{folded:?}"), format!("{case:?}"));
    let seals: Vec<String> = case.facts.iter().map(|f| crate::case::fact::seal(&f.canonical())).collect();
    assert!(case.facts.iter().skip(1).zip(&seals).all(|(fact, seal)| &fact.prev == seal));
}
