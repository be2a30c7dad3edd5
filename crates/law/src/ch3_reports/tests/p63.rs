//! §63: the correction of an accepted report.

use serde_json::json;

use super::people::*;
use crate::{
    case::{Role, step::Halt},
    ch3_reports::report::Stage,
    testing::{World, day, told},
};

#[test]
fn p63_only_the_fourth_quarter_is_corrected() {
    for (quarter, begins, ends) in [
        ("2026-Q1", "2026-01-05", "2026-04-09"),
        ("2026-Q2", "2026-04-01", "2026-07-09"),
        ("2026-Q3", "2026-07-01", "2026-10-09"),
    ] {
        let mut world = begun(quarter, begins).on(ends).submitted();
        assert_eq!(told(&world.stops("request-correction", EXECUTOR)), "§63 not-now step=step-request-correction");
        let mut world = world.accepted();
        let refused = format!("§63 correction-only-fourth-quarter quarter={quarter}");
        assert_eq!(told(&world.stops("request-correction", EXECUTOR)), refused);
        assert_eq!(told(&world.stops("request-correction", SIGNATORY)), refused);
    }
    accepted_q4().goes("request-correction", EXECUTOR);
}

#[test]
fn p63_a_request_has_its_reason_and_its_confirming_material() {
    let mut world = accepted_q4();
    let digest = "d".repeat(64);
    let wrong = |world: &mut World, answers| match world.take("request-correction", EXECUTOR, answers) {
        Err(Halt::Wrong(errors)) => errors.into_iter().map(|e| (e.field, e.code)).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(wrong(&mut world, json!({"reason": "Қате"})), [("files".to_owned(), "required")]);
    assert_eq!(wrong(&mut world, json!({"reason": "Қате", "files": []})), [("files".to_owned(), "required")]);
    assert_eq!(wrong(&mut world, json!({"files": [digest]})), [("reason".to_owned(), "required")]);
    world.take("request-correction", SIGNATORY, json!({"reason": "Қате", "files": [digest]})).unwrap();
    assert_eq!(world.stage(), Stage::CorrectionAsked);
    let (on, request) = world.report().request.clone().unwrap();
    assert_eq!((on, request.files), (day("2027-01-11"), vec![digest]));
    // It waits for those who received the report; meanwhile what was accepted counts.
    let takers = ["analyst", "report-executor", "unit-head", "leader"];
    let line = takers.map(|role| format!("decide-correction {role}, decide-correction {role}")).join(", ");
    assert_eq!(world.waits_for(), line, "of the Agency and of its territorial body");
    assert_eq!(world.report().accepted_version(), Some(1));
    for step in ["sign-report", "request-correction"] {
        assert_eq!(world.stops(step, EXECUTOR).code, "not-now");
    }
    assert_eq!(told(&world.stops("decide-correction", EXECUTOR)), "§63 not-yours role=role-analyst side=side-receiver");
}

#[test]
fn p63_a_refused_correction_leaves_the_report_accepted() {
    let mut world = accepted_q4();
    world.goes("request-correction", EXECUTOR);
    assert!(world.take("decide-correction", AGENCY, json!({"correction": "refuse"})).is_err(), "with its reason");
    assert!(world.take("decide-correction", AGENCY, json!({"correction": "no", "reason": "x"})).is_err());
    world.decides("refuse");
    assert_eq!((world.stage(), world.report().version(), world.report().next_version()), (Stage::Accepted, 1, 2 - 1));
    assert_eq!(world.waits_for(), "");
    assert!(world.report().countersigned.is_some(), "what was signed stays signed");
    assert_eq!(world.stops("sign-report", EXECUTOR).code, "not-now");
    // It may be asked again.
    world.goes("request-correction", EXECUTOR);
    world.decides("allow");
    assert_eq!(world.stage(), Stage::Correcting);
    assert_eq!(world.report().decisions.len(), 2);
}

#[test]
fn p63_an_allowed_correction_is_the_next_version_signed_again() {
    let mut world = accepted_q4();
    world.goes("request-correction", EXECUTOR);
    world.decides("allow");
    assert_eq!((world.stage(), world.report().next_version()), (Stage::Correcting, 2));
    assert_eq!(world.waits_for(), "sign-report report-executor");
    assert_eq!(world.report().accepted_version(), Some(1), "until the next is accepted");
    assert_eq!(told(&world.stops("submit-report", EXECUTOR)), "§61 executor-signs-first");
    let mut world = world.on("2027-02-15");
    world.goes("sign-report", EXECUTOR);
    assert_eq!(world.report().version(), 2);
    world.goes("withdraw-report", EXECUTOR);
    assert_eq!(world.stage(), Stage::Correcting);
    let mut world = world.submitted();
    assert_eq!(world.report().first_submitted, Some(day("2027-01-11")));
    assert!(!world.duty("61").late(day("2030-01-01")), "a correction makes nothing late");
    // What is corrected may be returned as well; it is still a correction.
    world.goes("return-report", TERRITORIAL);
    assert_eq!((world.stage(), world.report().next_version()), (Stage::Correcting, 3));
    let mut world = world.submitted().accepted();
    assert_eq!(world.report().accepted, [(day("2027-01-11"), 1), (day("2027-02-15"), 3)]);
    assert_eq!(world.report().accepted_version(), Some(3));
    let signed: Vec<u32> = world.report().signatures.iter().map(|(_, _, s)| s.version).collect();
    assert_eq!(signed, [1, 2, 2, 3]);
    world.goes("request-correction", EXECUTOR);
    world.decides("allow");
    assert_eq!(world.report().next_version(), 4);
}

#[test]
fn p63_either_of_those_who_received_it_decides() {
    for who in [AGENCY, TERRITORIAL] {
        let mut world = accepted_q4();
        world.goes("request-correction", EXECUTOR);
        world.goes("decide-correction", who);
        assert_eq!(world.stage(), Stage::Correcting);
    }
}

/// The sheets of every version stay what they were: a signature is never another.
#[test]
fn p63_versions_count_from_one_without_gaps() {
    let mut world = submitted();
    for version in 2..=5 {
        world.goes("return-report", AGENCY);
        let before = world.report().signatures.clone();
        world = world.submitted();
        assert_eq!(world.report().version(), version);
        assert_eq!(world.report().signatures[..before.len()], before[..]);
        let (_, person, signature) = world.report().signature(version).unwrap();
        assert_eq!((person.user.as_str(), signature.version), ("ex", version));
    }
    assert_eq!(world.report().signature(6), None);
    assert_eq!(world.report().signature(0), None);
    assert_eq!(world.accepted().report().accepted_version(), Some(5));
}

#[test]
fn p63_strangers_neither_ask_nor_decide() {
    let mut world = accepted_q4();
    for who in [STRANGER, AGENCY, HEAD] {
        assert_eq!(
            told(&world.stops("request-correction", who)),
            "§63 not-yours role=role-report-executor side=side-control"
        );
    }
    world.goes("request-correction", EXECUTOR);
    for who in [STRANGER, HEAD, SIGNATORY, ("i", Role::Inspector, "agency")] {
        assert_eq!(told(&world.stops("decide-correction", who)), "§63 not-yours role=role-analyst side=side-receiver");
    }
}
