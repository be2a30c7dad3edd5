//! §56: reports within the letter's terms, liability with certified copies, closing.

use serde_json::json;

use crate::{case::DutyState, testing::*};

/// The letter reached the object on 24 April 2025 with two measures, one due on a Saturday.
fn with_plan() -> World {
    let mut world = decided("2025-04-24", 1);
    let measure = |text: &str, term: &str| json!({"kind": "eliminate", "text": text, "term": term});
    let measures = json!([measure("Бірінші", "2025-05-10"), measure("Екінші", "2025-05-22")]);
    world.done("draft-letter", UNIT_HEAD, json!({"measures": measures}));
    world.sample("sign-letter", LEADER);
    world.sample("receive-letter", OBJECT);
    assert_eq!(told(&world.not_yet("report-measure", OBJECT)), "§54 no-action-plan");
    world.sample("submit-action-plan", OBJECT);
    world
}

#[test]
fn p56_a_report_is_due_on_the_letters_term_or_the_next_working_day() {
    let mut world = with_plan();
    assert_eq!((world.duty("56.1").due, world.duty("56.2").due), (day("2025-05-12"), day("2025-05-22")));
    assert_eq!(world.duty("56.1").detail, "Бірінші");
    let mut late = world.clone();
    world.today = day("2025-05-12");
    world.done("report-measure", OBJECT, json!({"measure": "1"}));
    assert!(!world.duty("56.1").late(day("2030-01-01")));
    late.today = day("2025-05-13");
    assert!(late.duty("56.1").late(late.today));
    late.sample("report-measure", EXECUTOR);
    assert_eq!(late.duty("56.1").state, DutyState::Done(day("2025-05-13")));
    assert!(late.duty("56.1").late(day("2030-01-01")));
    // A measure is reported once.
    let again = late.with("report-measure", OBJECT, json!({"measure": "1"}));
    assert!(again.is_err());
}

#[test]
fn p56_a_report_is_dated_between_the_letter_and_today() {
    let mut world = with_plan();
    let future = world.refused("report-measure", OBJECT, json!({"on": "2025-04-25"}));
    assert_eq!(told(&future), "§56 in-the-future today=2025-04-24 @on");
    let mut later = world.clone();
    later.today = day("2025-04-25");
    let back = later.refused("report-measure", OBJECT, json!({"on": "2025-04-24"}));
    assert_eq!(told(&back), "§56 dated-back today=2025-04-25 @on");
    later.done("report-measure", EXECUTOR, json!({"on": "2025-04-24"}));
    let early = world.refused("report-measure", OBJECT, json!({"on": "2025-04-23"}));
    assert_eq!(told(&early), "§56 too-early earliest=2025-04-24 @on");
    assert_eq!(told(&world.not_yet("report-measure", UNNAMED)), "§45 only-named-executors");
}

#[test]
fn p56_liability_is_shown_by_a_certified_copy() {
    let mut world = with_plan();
    assert_eq!(told(&world.refused("record-liability", OBJECT, json!({"files": []}))), "§56 copy-missing @files");
    let future = world.refused("record-liability", OBJECT, json!({"order_on": "2025-04-25"}));
    assert_eq!(told(&future), "§56 in-the-future today=2025-04-24 @order_on");
    world.sample("record-liability", OBJECT);
    assert!(!world.case.event().unwrap().liability_awaited());
}

#[test]
fn p56_the_case_closes_when_every_measure_is_settled() {
    let mut world = with_plan();
    assert_eq!(told(&world.not_yet("close-event", UNIT_HEAD)), "§56 measures-open measures=1, 2");
    assert!(world.never("accept-measure"));
    world.done("report-measure", OBJECT, json!({"measure": "1"}));
    assert_eq!(world.refused("accept-measure", EXECUTOR, json!({})).code, "not-yours");
    world.sample("accept-measure", UNIT_HEAD);
    assert_eq!(told(&world.not_yet("close-event", UNIT_HEAD)), "§56 measures-open measures=2");
    // The unit's leadership says why the other is not done; its duty is overtaken, not done.
    assert!(world.with("waive-measure", UNIT_HEAD, json!({"reason": ""})).is_err());
    world.sample("waive-measure", UNIT_HEAD);
    assert_eq!(world.duty("56.2").state, DutyState::Lapsed(day("2025-04-24")));
    assert!(world.never("waive-measure") && world.never("report-measure"));
    let awaited = world.refused("close-event", UNIT_HEAD, json!({"no_liability": null}));
    assert_eq!(told(&awaited), "§56 liability-awaited @no_liability");
    assert_eq!(world.refused("close-event", LEADER, json!({})).code, "not-yours");
    world.sample("close-event", UNIT_HEAD);
    assert_eq!(world.case.closed(), Some(day("2025-04-24")));
}

#[test]
fn p56_a_recorded_penalty_lets_the_case_close_without_a_word() {
    let mut world = with_plan();
    world.sample("record-liability", OBJECT);
    world.sample("waive-measure", UNIT_HEAD);
    world.sample("waive-measure", UNIT_HEAD);
    world.sample("close-event", UNIT_HEAD);
    assert!(world.never("record-liability"));
}

#[test]
fn p56_the_letter_must_have_reached_the_object() {
    let mut world = decided("2025-04-24", 1);
    assert_eq!(told(&world.not_yet("close-event", UNIT_HEAD)), "§54 letter-not-received");
    assert!(world.never("record-liability") && world.never("waive-measure"));
    world.sample("draft-letter", UNIT_HEAD);
    world.sample("sign-letter", LEADER);
    assert_eq!(told(&world.not_yet("close-event", UNIT_HEAD)), "§54 letter-not-received");
}

#[test]
fn p56_restored_rights_name_their_findings() {
    let mut world = presented("2025-04-24", 2);
    let unknown = world.with("restore-rights", EXECUTOR, json!({"findings": ["3"]}));
    assert!(unknown.is_err());
    world.done("restore-rights", EXECUTOR, json!({"findings": ["1", "2"], "recipients": 5}));
    assert_eq!(world.case.event().unwrap().restorations[0].recipients, 5);
    assert!(presented("2025-04-24", 0).never("restore-rights"));
}
