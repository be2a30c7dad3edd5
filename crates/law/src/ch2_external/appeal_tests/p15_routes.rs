//! §15: forwarding; §41: handing to internal control; who reads an appeal.

use serde_json::json;

use super::{at_the_ministry, nobody, registered};
use crate::{
    case::{DocumentKind, DutyState, Role, step},
    testing::*,
};

#[test]
fn p15_only_an_appeal_about_whom_nobody_inspects_is_forwarded() {
    let refusal = registered(json!({})).not_yet("forward-appeal", INSPECTOR);
    assert_eq!(told(&refusal), "§15 not-to-forward subject=health by=agency-akmola");
    let refusal = registered(json!({"subject": "ministry"})).not_yet("forward-appeal", INSPECTOR);
    assert_eq!(told(&refusal), "§15 not-to-forward subject=ministry by=agency");
    assert!(at_the_ministry().never("forward-appeal"));
}

#[test]
fn p15_what_is_to_be_forwarded_is_not_answered_here_first() {
    let mut world = registered(json!({"subject": "notary"}));
    for (step, who) in [("draft-appeal-answer", INSPECTOR), ("answer-appeal", TERRITORIAL_LEADER)] {
        assert_eq!(told(&world.not_yet(step, who)), "§15 forward-first subject=notary");
    }
    assert!(world.never("extend-appeal"));
    world.sample("forward-appeal", INSPECTOR);
    world.sample("draft-appeal-answer", INSPECTOR);
    world.sample("answer-appeal", TERRITORIAL_LEADER);
    assert!(world.case.closed().is_some(), "the other body may never acknowledge it");
}

#[test]
fn p15_forwarded_told_and_acknowledged_is_over() {
    let mut world = registered(json!({"subject": "notary"}));
    let mut refused = |changes| told(&world.refused("forward-appeal", INSPECTOR, changes));
    assert_eq!(refused(json!({"to_organisation": null})), "§15 forwarded-to-nobody @to_body");
    assert_eq!(refused(json!({"to_body": "agency-akmola"})), "§15 to-oneself @to_body");
    assert_eq!(refused(json!({"to_body": "nowhere"})), "§15 unknown-body body=nowhere @to_body");
    assert_eq!(refused(json!({"applicant_told": false})), "§15 applicant-not-told @applicant_told");
    assert!(world.never("acknowledge-forwarding"));
    let proposed = world.step("forward-appeal").fields(&world.view(&actor(INSPECTOR), None)).remove(0).default;
    assert_eq!(proposed, "ministry", "whoever coordinates the provider");
    world.today = day("2025-05-06");
    world.done("forward-appeal", INSPECTOR, json!({"to_body": "ministry", "to_organisation": null}));
    assert_eq!(world.duty("15").state, DutyState::Done(day("2025-05-06")));
    assert!(!world.duty("15").late(world.today) && world.case.document(DocumentKind::ForwardingLetter).is_some());
    assert_eq!(world.waits_for(), "acknowledge-forwarding inspector");
    // It came back and goes to another: the first forwarding was in time.
    world.today = day("2025-05-14");
    world.sample("forward-appeal", INSPECTOR);
    assert!(!world.duty("15").late(world.today));
    let early = world.refused("acknowledge-forwarding", INSPECTOR, json!({"on": "2025-05-13"}));
    assert_eq!(told(&early), "§15 too-early earliest=2025-05-14 @on");
    world.sample("acknowledge-forwarding", INSPECTOR);
    assert_eq!(world.case.closed(), Some(day("2025-05-14")));
}

#[test]
fn p15_of_an_anonymous_appeal_nobody_is_told() {
    let mut changes = nobody();
    changes["subject"] = "notary".into();
    let mut world = registered(changes);
    let fields = world.step("forward-appeal").fields(&world.view(&actor(INSPECTOR), None));
    assert!(fields.iter().all(|f| f.name != "applicant_told"));
    world.sample("forward-appeal", INSPECTOR);
    assert!(!world.case.appeal().unwrap().forwarded.as_ref().unwrap().1.applicant_told);
}

#[test]
fn p41_an_appeal_goes_to_a_unit_that_controls_the_subject() {
    let mut world = registered(json!({"subject": "unit"}));
    let mut refused = |to: &str| told(&world.refused("hand-to-internal-control", INSPECTOR, json!({"to_body": to})));
    assert_eq!(refused("agency-akmola"), "§15 to-oneself @to_body");
    assert_eq!(refused("akimat"), "§39 outside-local-scope control=akimat object=unit @to_body");
    assert_eq!(refused("institute"), "§37 no-control-unit body=institute @to_body");
    assert_eq!(refused("nowhere"), "§38 unknown-body body=nowhere @to_body");
    world.done("hand-to-internal-control", INSPECTOR, json!({"to_body": "ministry"}));
    assert_eq!(world.case.receivers(), ["ministry"]);
    let again = world.not_yet("hand-to-internal-control", INSPECTOR);
    assert_eq!(told(&again), "§41 handed-already to=ministry on=2025-04-30");
    assert_eq!(world.waits_for(), "take-over-appeal unit-head");
    assert_eq!(told(&world.not_yet("draft-appeal-answer", UNIT_HEAD)), "§41 not-taken-over");
    assert!(!world.ready("take-over-appeal", INSPECTOR) && world.ready("take-over-appeal", EXECUTOR));
    let takers = |world: &World, step| {
        let takers = step::takers(world.step(step), &world.case, &world.law, &world.bodies, world.today);
        takers.iter().map(|t| format!("{} {}", t.body, t.role.word())).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(takers(&world, "take-over-appeal"), "ministry unit-head, ministry responsible-executor");
    assert_eq!(takers(&world, "draft-appeal-answer"), "agency-akmola inspector");
    assert!(!world.has_duty("25-law-15.unit"), "it has not said that it reviews it");
    world.sample("take-over-appeal", UNIT_HEAD);
    assert!(world.never("take-over-appeal") && world.never("decline-appeal"));
    // The unit says what it found, the body that registered the appeal answers.
    world.sample("draft-appeal-answer", EXECUTOR);
    assert!(!world.ready("answer-appeal", UNIT_HEAD));
    world.sample("answer-appeal", TERRITORIAL_LEADER);
    assert!(world.case.closed().is_some());
}

#[test]
fn p41_a_unit_that_took_an_appeal_over_owes_its_draft_within_the_term_of_the_review() {
    let mut world = registered(json!({"subject": "unit"}));
    world.done("hand-to-internal-control", INSPECTOR, json!({"to_body": "ministry"}));
    world.today = day("2025-05-06");
    world.sample("take-over-appeal", UNIT_HEAD);
    let duty = world.duty("25-law-15.unit");
    assert_eq!((duty.body.as_str(), duty.due, duty.step), ("ministry", day("2025-05-26"), "draft-appeal-answer"));
    assert_eq!(
        (duty.what.as_str(), duty.roles),
        ("duty-draft-answer", &[Role::UnitHead, Role::ResponsibleExecutor][..])
    );
    assert!(world.duty("25-law-15").open(), "whoever registered it still owes the answer");
    // What the keepers of the registry write is not what the unit found.
    world.sample("draft-appeal-answer", INSPECTOR);
    assert!(world.duty("25-law-15.unit").open());
    let mut late = world.clone();
    world.sample("draft-appeal-answer", EXECUTOR);
    assert_eq!(world.duty("25-law-15.unit").state, DutyState::Done(day("2025-05-06")));
    // The term is that of the review, extended too.
    world.sample("extend-appeal", INSPECTOR);
    assert_eq!(world.duty("25-law-more.unit").due, world.duty("25-law-more").due);
    late.today = day("2025-05-27");
    assert!(late.duty("25-law-15.unit").late(late.today));
    late.sample("answer-appeal", TERRITORIAL_LEADER);
    assert_eq!(late.duty("25-law-15.unit").state, DutyState::Lapsed(day("2025-05-27")));
    // What is forwarded is not reviewed, by nobody's unit either.
    let mut outside = registered(json!({"subject": "notary"}));
    outside.done("hand-to-internal-control", INSPECTOR, json!({"to_body": "ministry"}));
    outside.sample("take-over-appeal", UNIT_HEAD);
    assert!(outside.case.duties(&outside.law).iter().all(|d| d.body == "agency-akmola"));
}

#[test]
fn p41_a_unit_may_decline_and_reads_it_no_more() {
    let mut world = registered(json!({"subject": "unit"}));
    assert!(world.never("decline-appeal"));
    world.done("hand-to-internal-control", INSPECTOR, json!({"to_body": "ministry"}));
    world.sample("decline-appeal", UNIT_HEAD);
    assert!(world.case.receivers().is_empty());
    let (on, by, _) = world.case.appeal().unwrap().declined.clone().unwrap();
    assert_eq!((on, by.as_str()), (day("2025-04-30"), "ministry"));
    world.done("hand-to-internal-control", INSPECTOR, json!({"to_body": "committee"}));
    assert_eq!(world.case.receivers(), ["committee"]);
}

/// «agency: leader analyst», for every body with somebody who reads.
fn readers(world: &World) -> Vec<String> {
    let found = world.case.readers(&world.bodies);
    let mut lines: Vec<String> = Vec::new();
    for (body, role) in found {
        match lines.iter_mut().find(|line| line.starts_with(&format!("{body}:"))) {
            Some(line) => *line += &format!(" {}", role.word()),
            None => lines.push(format!("{body}: {}", role.word())),
        }
    }
    lines
}

#[test]
fn p15_the_subject_does_not_read_it() {
    let mut world = registered(json!({"subject": "unit"}));
    let own = "agency-akmola: leader inspector analyst observer";
    assert_eq!(readers(&world), [own, "agency: leader analyst"]);
    world.done("hand-to-internal-control", INSPECTOR, json!({"to_body": "ministry"}));
    assert_eq!(readers(&world), [own, "agency: leader analyst", "ministry: unit-head responsible-executor"]);
    let ministry = "ministry: leader unit-head responsible-executor analyst observer";
    assert_eq!(readers(&at_the_ministry()), [ministry]);
}
