//! §22: the start, and the checklist (Code art. 143, 147, 151); §23: refusals and obstruction.

use serde_json::{Value, json};

use super::{appointed, delivered, drafted, prepared, started};
use crate::{
    case::DocumentKind,
    ch2_external::p22_checklist::{REQUIREMENTS, severity},
    testing::*,
};

#[test]
fn p22_it_begins_when_the_act_is_handed_over_and_the_checklist_is_shown() {
    let mut world = prepared();
    assert_eq!(world.waits_for(), "start-inspection insp1, start-inspection insp2");
    let refusal = world.refused("start-inspection", INSPECTOR, json!({"act_shown": false}));
    assert_eq!(told(&refusal), "§22 act-not-shown breach=breach-act-not-shown @act_shown");
    let refusal = world.refused("start-inspection", INSPECTOR, json!({"acquainted": false}));
    assert_eq!(told(&refusal), "§22 checklist-not-shown @acquainted");
    let refusal = world.refused("start-inspection", INSPECTOR, json!({"on": "2025-04-21"}));
    assert_eq!(told(&refusal), "§22 too-early earliest=2025-04-22 @on");
    let refusal = world.refused("start-inspection", INSPECTOR, json!({"on": "2025-04-23"}));
    assert_eq!(told(&refusal), "§22 in-the-future today=2025-04-22 @on");
    assert!(world.never("make-request") || world.not_yet("make-request", INSPECTOR).code == "not-begun");
    world.sample("start-inspection", INSPECTOR);
    assert_eq!(world.case.inspection().unwrap().started, Some(day("2025-04-22")));
    assert!(world.never("start-inspection"));
}

#[test]
fn p22_the_day_of_the_start_is_that_of_the_act_or_a_later_working_day_within_the_term() {
    let mut world = appointed();
    super::prepare(&mut world);
    let refusal = world.not_yet("start-inspection", INSPECTOR);
    assert_eq!(told(&refusal), "§22 check-start-not-come start=2025-04-22");
    // Written down on a Saturday: it began on Friday, not on the Saturday.
    world.today = day("2025-04-26");
    let refusal = world.refused("start-inspection", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§22 start-not-working next=2025-04-28 @on");
    world.clone().done("start-inspection", INSPECTOR, json!({"on": "2025-04-25"}));
    world.today = day("2025-05-06");
    world.clone().sample("start-inspection", INSPECTOR);
    // The end by the act does not move with the start.
    world.today = day("2025-05-08");
    let refusal = world.not_yet("start-inspection", INSPECTOR);
    assert_eq!(told(&refusal), "§26 term-exceeded end=2025-05-06 breach=breach-term-exceeded");
    world.sample("abandon-inspection", TERRITORIAL_LEADER);
    let refusal = drafted().not_yet("start-inspection", INSPECTOR);
    assert_eq!(told(&refusal), "§17 act-not-appointed breach=breach-no-act");
}

#[test]
fn p22_only_the_requirements_of_the_act_are_checked() {
    let mut world = started();
    for requirement in REQUIREMENTS {
        let answered = world.clone().with("record-violation", INSPECTOR, json!({"requirement": requirement}));
        assert_eq!(answered.is_ok(), ["1", "4", "7"].contains(&requirement), "{requirement}");
    }
    let refusal = world.refused("record-violation", INSPECTOR, json!({"requirement": "2"}));
    let outside = "§22 not-in-the-checklist requirement=checklist-2 breach=breach-forbidden";
    assert_eq!(told(&refusal), format!("{outside} @requirement"));
    let mark = |requirement: &str| json!({"requirement": requirement, "mark": "met"});
    let marks = |of: &[&str]| -> Value { json!({"marks": of.iter().map(|r| mark(r)).collect::<Vec<_>>()}) };
    let refusal = world.refused("mark-requirements", INSPECTOR, marks(&["1", "4", "7", "2"]));
    assert_eq!(told(&refusal), format!("{outside} @marks"));
    let refusal = world.refused("mark-requirements", INSPECTOR, marks(&["1", "4", "4"]));
    assert_eq!(told(&refusal), "§22 requirement-marked-once requirement=checklist-4 @marks");
    let refusal = world.refused("mark-requirements", INSPECTOR, marks(&["1", "4", "7", "7"]));
    assert_eq!(told(&refusal), "§22 requirement-marked-once requirement=checklist-7 @marks");
    world.done("mark-requirements", INSPECTOR, marks(&["7", "4", "1"]));
}

#[test]
fn p22_the_severity_follows_from_the_checklist() {
    let mut world = drafted();
    world.done("revise-appointment", INSPECTOR, json!({"requirements": REQUIREMENTS}));
    world.sample("sign-appointment", TERRITORIAL_LEADER);
    super::prepare(&mut world);
    world.today = day("2025-04-22");
    world.sample("start-inspection", INSPECTOR);
    for requirement in REQUIREMENTS {
        world.done("record-violation", INSPECTOR, json!({"requirement": requirement}));
        let found = world.case.inspection().unwrap().violations.last().unwrap().violation.clone();
        assert_eq!(found.severity, severity(requirement));
    }
    // Nobody may give another one.
    let given = world.with("record-violation", INSPECTOR, json!({"severity": "insignificant"}));
    assert!(matches!(given, Err(crate::case::step::Halt::Wrong(e)) if e[0].code == "unknown"));
}

#[test]
fn p22_marks_say_what_the_violations_say() {
    let mut world = started();
    world.sample("mark-requirements", INSPECTOR);
    world.done("record-violation", INSPECTOR, json!({"requirement": "4"}));
    world.sample("draft-results", INSPECTOR);
    let unmarked = "§24 requirement-unmarked requirement=checklist-4";
    assert_eq!(told(&world.not_yet("sign-results", INSPECTOR)), unmarked);
    world.sample("mark-requirements", INSPECTOR);
    assert!(world.ready("sign-results", INSPECTOR));
    world.sample("withdraw-violation", INSPECTOR);
    assert_eq!(told(&world.not_yet("sign-results", INSPECTOR)), unmarked, "marked violated, and nothing is");
    // A number once given is not given again.
    world.done("record-violation", INSPECTOR, json!({"requirement": "4"}));
    assert_eq!(world.case.inspection().unwrap().violations[0].number, 2);
}

#[test]
fn p23_a_refusal_is_put_into_a_protocol_and_the_inspection_begins() {
    for refused in ["act-refused", "checklist-refused"] {
        let mut world = prepared();
        let refusal = world.refused("draw-protocol", INSPECTOR, json!({"obstruction": "access-obstructed"}));
        assert_eq!(told(&refusal), "§23 nothing-to-obstruct @obstruction");
        // Not signed by the subject, who may say why.
        world.done("draw-protocol", INSPECTOR, json!({"obstruction": refused, "explanation": null}));
        let fact = world.case.facts.last().unwrap();
        assert_eq!(fact.documents[0].kind, DocumentKind::ObstructionProtocol);
        let inspection = world.case.inspection().unwrap();
        assert_eq!((inspection.started, inspection.protocols.len()), (Some(day("2025-04-22")), 1));
        assert!(world.never("start-inspection") && world.ready("make-request", INSPECTOR));
        // Later only access can be obstructed, and it begins nothing anew.
        let again = world.refused("draw-protocol", INSPECTOR, json!({"obstruction": refused}));
        assert_eq!(told(&again), "§23 begun-already @obstruction");
        world.today = day("2025-04-24");
        let explained = json!({"signed_by_subject": true, "on": "2025-04-23"});
        world.done("draw-protocol", INSPECTOR, explained);
        let inspection = world.case.inspection().unwrap();
        assert_eq!((inspection.started, inspection.protocols.len()), (Some(day("2025-04-22")), 2));
        super::finish(&mut world, &["1"]);
        assert!(world.never("draw-protocol"));
    }
}

#[test]
fn p23_a_protocol_does_not_stand_in_for_what_comes_before_the_start() {
    let mut world = appointed();
    for (step, code) in [
        ("record-registration", "not-registered"),
        ("study-materials", "not-studied"),
        ("send-start-notice", "subject-not-told"),
    ] {
        assert_eq!(world.not_yet("draw-protocol", INSPECTOR).code, code);
        world.sample(step, INSPECTOR);
    }
    assert_eq!(world.not_yet("draw-protocol", INSPECTOR).code, "check-start-not-come");
    world.today = day("2025-04-22");
    let refusal = world.refused("draw-protocol", INSPECTOR, json!({"on": "2025-04-21"}));
    assert_eq!(told(&refusal), "§22 too-early earliest=2025-04-22 @on");
    assert!(delivered("2025-04-24", &[]).never("draw-protocol"));
}
