//! §41 and §43: grounds, the order of appointment, its length.

use serde_json::json;

use crate::{
    bodies::BodyTree,
    case::{DocumentKind, Procedure, step::Halt},
    testing::*,
};

/// Monday 21 April 2025, before the May holidays: the earliest start is Thursday 24 April, its last end 12 May.
fn before_may() -> World {
    World::event(day("2025-04-21"))
}

fn refused(changes: serde_json::Value) -> String {
    told(&before_may().refused("draft-order", UNIT_HEAD, changes))
}

#[test]
fn p41_an_order_names_its_ground() {
    assert_eq!(refused(json!({"reference": null})), "§41 ground-without-reference @reference");
    assert_eq!(refused(json!({"facts": " "})), "§41 appeal-without-facts @facts");
    assert_eq!(refused(json!({"ground": "instruction", "reference": null})), "§41 ground-without-reference @reference");
    let tomorrow = json!({"reference_on": "2025-04-22"});
    assert_eq!(refused(tomorrow), "§41 in-the-future today=2025-04-21 @reference_on");
    before_may().done("draft-order", UNIT_HEAD, json!({"reference_on": "2025-04-21"}));
    for ground in ["monitoring", "instruction"] {
        let mut world = before_may();
        world.done("draft-order", UNIT_HEAD, json!({"ground": ground, "facts": null}));
        assert_eq!(world.case.event().unwrap().appointment.as_ref().unwrap().ground.word(), ground);
    }
}

#[test]
fn p41_the_plan_is_a_ground_for_what_it_names_only() {
    let mut plan = World::new(Procedure::AnnualPlan, day("2024-12-02"));
    plan.sample("open-plan", UNIT_HEAD);
    plan.done("add-plan-item", UNIT_HEAD, json!({"from": "2025-04-25", "to": "2025-05-05"}));
    plan.sample("approve-plan", LEADER);
    let mut world = before_may();
    world.plan = plan.case.plan().unwrap().entries("plan1");
    let by = |start: &str, object: &str, item: Option<&str>| json!({"ground": "plan", "plan_item": item, "start": start, "end": start, "object": object});
    let mut refused = |answers| told(&world.refused("draft-order", UNIT_HEAD, answers));
    assert_eq!(refused(by("2025-04-25", "committee", None)), "§41 no-plan-item @plan_item");
    let item = Some("plan1/1");
    assert_eq!(refused(by("2025-04-25", "unit", item)), "§41 not-the-planned-object object=committee @object");
    let outside = "§42 outside-planned-dates from=2025-04-25 to=2025-05-05 @start";
    assert_eq!(refused(by("2025-04-24", "committee", item)), outside);
    assert_eq!(refused(by("2025-05-06", "committee", item)), outside);
    for start in ["2025-04-25", "2025-05-05"] {
        world.clone().done("draft-order", UNIT_HEAD, by(start, "committee", item));
    }
    let wrong = world.with("draft-order", UNIT_HEAD, by("2025-04-25", "committee", Some("plan1/9")));
    assert!(matches!(wrong, Err(Halt::Wrong(errors)) if errors[0].code == "not-a-choice"));
    // Of a plan the ground is kept, of another ground its reference.
    world.done("draft-order", UNIT_HEAD, by("2025-04-25", "committee", item));
    assert_eq!(world.case.event().unwrap().appointment.as_ref().unwrap().reference, None);
}

#[test]
fn p41_an_order_is_impartial_within_scope_and_names_executors() {
    assert_eq!(refused(json!({"impartial": false})), "§3 not-impartial @impartial");
    assert_eq!(
        refused(json!({"object": "akimat"})),
        "§38 outside-central-scope control=ministry object=akimat @object"
    );
    assert_eq!(refused(json!({"object": "nowhere"})), "§38 unknown-body body=nowhere @object");
    assert_eq!(refused(json!({"executors": ["obj"]})), "§42 not-an-executor @executors");
    let none = before_may().with("draft-order", UNIT_HEAD, json!({"executors": []}));
    assert!(matches!(none, Err(Halt::Wrong(errors)) if errors[0].code == "required"));
}

#[test]
fn p41_the_object_exists_when_the_event_starts() {
    let mut world = before_may();
    let until = |last: &str| {
        let last = Some(day(last));
        BodyTree::new(bodies().iter().cloned().map(|b| crate::bodies::Body { valid_to: last, ..b }))
    };
    world.bodies = until("2025-04-23");
    assert_eq!(told(&world.refused("draft-order", UNIT_HEAD, json!({}))), "§1 body-not-there body=committee @object");
    world.bodies = until("2025-04-24");
    world.sample("draft-order", UNIT_HEAD);
    world.sample("sign-order", LEADER);
    let moved = world.refused("move-start", LEADER, json!({"start": "2025-04-25"}));
    assert_eq!(told(&moved), "§1 body-not-there body=committee @start");
}

#[test]
fn p41_leadership_signs_while_the_notice_can_still_go_out() {
    let mut world = before_may();
    assert!(world.never("sign-order") && world.never("revise-order"));
    world.sample("draft-order", EXECUTOR);
    assert!(world.never("draft-order"));
    assert_eq!(world.refused("sign-order", UNIT_HEAD, json!({})).code, "not-yours");
    world.pass(1);
    let late = world.refused("sign-order", LEADER, json!({}));
    assert_eq!(told(&late), "§45 no-time-for-notice earliest=2025-04-25");
    // The way on is another draft.
    world.sample("revise-order", EXECUTOR);
    world.sample("sign-order", LEADER);
    assert!(world.never("revise-order") && world.never("sign-order"));
    assert_eq!(world.case.document(DocumentKind::Order).unwrap().version, 1);
    assert_eq!(world.case.event().unwrap().drafted, Some(day("2025-04-21")), "the first draft counts");
}

#[test]
fn p43_at_most_ten_working_days() {
    let mut world = before_may();
    let over_may = json!({"start": "2025-04-24", "end": "2025-05-12"});
    world.clone().done("draft-order", UNIT_HEAD, over_may);
    let longer = world.refused("draft-order", UNIT_HEAD, json!({"start": "2025-04-24", "end": "2025-05-13"}));
    assert_eq!(told(&longer), "§43 too-long days=10 latest=2025-05-12 @end");
    let turned = world.refused("draft-order", UNIT_HEAD, json!({"start": "2025-04-25", "end": "2025-04-24"}));
    assert_eq!(told(&turned), "§43 end-before-start start=2025-04-25 @end");
    world.done("draft-order", UNIT_HEAD, json!({"start": "2025-04-25", "end": "2025-04-25"}));
}

#[test]
fn p43_ten_working_days_over_nauryz_and_new_year() {
    for (today, start, last, next) in [
        ("2025-03-10", "2025-03-17", "2025-04-02", "2025-04-03"),
        // Friday 3 January 2025 was off by decree and Sunday 5 January was worked.
        ("2024-12-16", "2024-12-26", "2025-01-13", "2025-01-14"),
    ] {
        let mut world = World::event(day(today));
        world.clone().done("draft-order", UNIT_HEAD, json!({"start": start, "end": last}));
        let refused = world.refused("draft-order", UNIT_HEAD, json!({"start": start, "end": next}));
        assert_eq!(told(&refused), format!("§43 too-long days=10 latest={last} @end"));
    }
}

#[test]
fn p43_a_start_is_a_working_day_and_leaves_time_for_the_notice() {
    assert_eq!(refused(json!({"start": "2025-05-01"})), "§46 start-not-working next=2025-05-02 @start");
    assert_eq!(refused(json!({"start": "2025-04-23"})), "§45 no-time-for-notice earliest=2025-04-24 @start");
    // On a Saturday the notice goes out on no working day before Monday.
    let mut saturday = World::event(day("2025-04-26"));
    let early = saturday.refused("draft-order", UNIT_HEAD, json!({"start": "2025-04-30"}));
    assert_eq!(told(&early), "§45 no-time-for-notice earliest=2025-05-02 @start");
    saturday.sample("draft-order", UNIT_HEAD);
    saturday.sample("sign-order", LEADER);
    saturday.sample("send-notice", EXECUTOR);
}

#[test]
fn p50_the_period_under_check_ends_with_the_event() {
    let turned = json!({"period_from": "2025-04-02", "period_to": "2025-04-01"});
    assert_eq!(refused(turned), "§50 period-turned @period_to");
    let after = json!({"end": "2025-05-12", "period_to": "2025-05-13"});
    assert_eq!(refused(after), "§50 period-after-end end=2025-05-12 @period_to");
    let mut world = before_may();
    world.done("draft-order", UNIT_HEAD, json!({"end": "2025-05-12", "period_to": "2025-05-12"}));
    world.sample("sign-order", LEADER);
    let shorter = world.refused("move-start", LEADER, json!({"start": "2025-04-24", "end": "2025-04-25"}));
    assert_eq!(told(&shorter), "§50 period-after-end end=2025-04-25 @end");
}
