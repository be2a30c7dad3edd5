//! §26: the end; §27: the chancellery; §28: objections.

use serde_json::json;

use super::{delivered, drafted, finish, sign, started, visited, written};
use crate::{
    case::{DocumentKind, DutyState},
    ch2_external::exchange::{PackageKind, packages},
    testing::*,
};

/// All signed on Monday 5 May, a day before the end.
fn signed() -> World {
    let mut world = started();
    world.today = day("2025-05-05");
    written(&mut world, &["1"]);
    sign(&mut world);
    world
}

#[test]
fn p26_the_result_is_handed_over_by_the_end_in_the_act() {
    let mut world = signed();
    assert_eq!((world.duty("26").due, world.duty("26").step), (day("2025-05-06"), "deliver-results"));
    world.today = day("2025-05-06");
    let mut late = world.clone();
    world.sample("deliver-results", INSPECTOR);
    let fact = world.case.facts.last().unwrap();
    assert_eq!(
        packages(fact),
        [PackageKind::Results, PackageKind::Finished],
        "the first copy goes to legal statistics"
    );
    assert_eq!(world.duty("26").state, DutyState::Done(day("2025-05-06")));
    // Written down later, with its day; on a later day it would be invalid.
    late.today = day("2025-05-08");
    assert!(late.duty("26").late(late.today));
    let refusal = late.refused("deliver-results", INSPECTOR, json!({"on": "2025-05-08"}));
    assert_eq!(told(&refusal), "§26 term-exceeded end=2025-05-06 breach=breach-term-exceeded @on");
    let refusal = late.refused("deliver-results", INSPECTOR, json!({"on": "2025-05-04"}));
    assert_eq!(told(&refusal), "§26 too-early earliest=2025-05-05 @on");
    late.done("deliver-results", INSPECTOR, json!({"on": "2025-05-06"}));
    assert!(!late.duty("26").late(day("2030-01-01")), "it was handed over in time");
}

#[test]
fn p26_what_was_not_signed_by_the_end_can_only_end_without_results() {
    let mut world = started();
    written(&mut world, &["1"]);
    world.sample("sign-results", INSPECTOR);
    world.today = day("2025-05-08");
    let over = "§26 term-exceeded end=2025-05-06 breach=breach-term-exceeded";
    for step in ["make-request", "draft-prescription", "deliver-results"] {
        assert_eq!(told(&world.not_yet(step, INSPECTOR)), over, "{step}");
    }
    assert_eq!(told(&world.not_yet("sign-results", SECOND_INSPECTOR)), over);
    assert_eq!(world.not_yet("abandon-inspection", INSPECTOR).code, "not-yours");
    world.sample("abandon-inspection", TERRITORIAL_LEADER);
    assert_eq!(packages(world.case.facts.last().unwrap()), [PackageKind::Finished]);
    assert!(world.duty("26").late(day("2030-01-01")) && !world.duty("26").open());
    assert!(world.case.closed().is_some() && world.never("make-request"));
    // It counts against nobody, and tells of no prescription.
    let mut told = super::tells(&world, "x");
    assert!(super::check(&mut told).abandoned && super::check(&mut told).prescription.is_none());
    assert!(delivered("2025-04-24", &[]).never("abandon-inspection"));
    assert!(drafted().ready("abandon-inspection", TERRITORIAL_LEADER));
}

#[test]
fn p27_whoever_refuses_to_sign_gets_it_through_the_chancellery() {
    let mut world = signed();
    let without = world.with("deliver-to-chancellery", INSPECTOR, json!({"incoming": null}));
    assert!(matches!(without, Err(crate::case::step::Halt::Wrong(e)) if e[0].field == "incoming"));
    world.sample("deliver-to-chancellery", INSPECTOR);
    let fact = world.case.facts.last().unwrap();
    assert_eq!(fact.documents[0].kind, DocumentKind::RefusalProtocol);
    let (on, delivery) = world.case.inspection().unwrap().delivered.clone().unwrap();
    assert_eq!((on, delivery.way.as_str(), delivery.incoming.is_some()), (day("2025-05-05"), "chancellery", true));
    assert_eq!(world.duty("26").state, DutyState::Done(day("2025-05-05")));
    assert!(world.never("deliver-results") && world.ready("object-to-results", SUBJECT));
    let mut late = signed();
    late.today = day("2025-05-08");
    let refusal = late.refused("deliver-to-chancellery", INSPECTOR, json!({"on": "2025-05-08"}));
    assert_eq!(told(&refusal), "§26 term-exceeded end=2025-05-06 breach=breach-term-exceeded @on");
}

#[test]
fn p28_objections_within_three_working_days_are_attached_and_late_ones_are_kept_and_marked() {
    // Handed over on Tuesday 6 May 2025: 8 | 12 13 May.
    for (on, late) in [("2025-05-06", false), ("2025-05-13", false), ("2025-05-14", true), ("2025-06-02", true)] {
        let mut world = delivered("2025-05-06", &["1"]);
        world.today = day(on);
        let version = world.case.document(DocumentKind::ResultsAct).unwrap().version;
        world.sample("object-to-results", SUBJECT);
        let (came, objections) = world.case.inspection().unwrap().objections.clone().unwrap();
        assert_eq!((came, objections.late), (day(on), late), "{on}");
        assert_eq!(world.case.document(DocumentKind::ResultsAct).unwrap().version, version + 1, "the act is marked");
        assert!(world.never("object-to-results"));
    }
    // On paper: the officer writes down the day on which they came.
    let mut world = delivered("2025-05-06", &["1"]);
    world.today = day("2025-05-14");
    let refusal = world.refused("object-to-results", SUBJECT, json!({"on": "2025-05-13"}));
    assert_eq!(told(&refusal), "§28 dated-back today=2025-05-14 @on");
    let refusal = world.refused("object-to-results", INSPECTOR, json!({"on": "2025-05-05"}));
    assert_eq!(told(&refusal), "§28 too-early earliest=2025-05-06 @on");
    world.done("object-to-results", INSPECTOR, json!({"on": "2025-05-13"}));
    assert!(!world.case.inspection().unwrap().objections.as_ref().unwrap().1.late);
    // A visit has no act to mark.
    let mut visit = visited("2025-05-06", &["1"]);
    let version = visit.case.document(DocumentKind::Prescription).unwrap().version;
    visit.sample("object-to-results", SUBJECT);
    assert_eq!(visit.case.document(DocumentKind::Prescription).unwrap().version, version);
}

#[test]
fn p28_nobody_is_cut_off_from_objecting() {
    let mut world = started();
    world.today = day("2025-05-06");
    finish(&mut world, &[]);
    assert_eq!(told(&world.not_yet("close-inspection", INSPECTOR)), "§28 term-still-runs due=2025-05-13");
    assert_eq!(world.waits_for(), "close-inspection insp1, close-inspection insp2");
    let mut heard = world.clone();
    heard.sample("object-to-results", SUBJECT);
    heard.sample("close-inspection", INSPECTOR);
    world.today = day("2025-05-13");
    assert!(world.ready("object-to-results", SUBJECT) && !world.ready("close-inspection", INSPECTOR));
    world.today = day("2025-05-14");
    world.sample("close-inspection", INSPECTOR);
    assert!(world.case.closed().is_some() && world.never("object-to-results"));
}
