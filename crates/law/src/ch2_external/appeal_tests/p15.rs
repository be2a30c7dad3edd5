//! §15 and the Law on public services, art. 25: registration, the term of the review, its extension.

use serde_json::json;

use super::{at_the_ministry, nobody, registered, registry};
use crate::{
    case::{DocumentKind, DutyState, Role, step::Halt},
    ch2_external::{dossier::told as told_of, p15_appeals::ReviewTerm},
    edition::{Law, ParameterChange, ParameterId},
    testing::*,
};

fn refused(changes: serde_json::Value) -> String {
    told(&registry("agency-akmola").refused("register-appeal", INSPECTOR, changes))
}

#[test]
fn p15_what_came_is_registered_with_the_day_it_came() {
    let mut world = registry("agency-akmola");
    world.done("register-appeal", INSPECTOR, json!({"received_on": "2025-04-29", "subject": "health"}));
    let (received, registered) = world.case.appeal().unwrap().registration.clone().unwrap();
    assert_eq!((received, registered.registered_on), (day("2025-04-29"), day("2025-04-30")));
    assert_eq!(registered.review, ReviewTerm::Authorised);
    assert_eq!(world.case.object.as_deref(), Some("health"));
    assert!(world.never("register-appeal"));
    assert_eq!(refused(json!({"received_on": "2025-05-02"})), "§15 in-the-future today=2025-04-30 @received_on");
    assert_eq!(refused(json!({"received_on": "2024-04-29"})), "§15 too-early earliest=2024-04-30 @received_on");
    assert_eq!(refused(json!({"subject": "nowhere"})), "§15 unknown-body body=nowhere @subject");
}

#[test]
fn p13_an_appeal_is_somebodys_or_nobodys() {
    assert_eq!(refused(json!({"applicant": null})), "§13 applicant-not-named @applicant");
    assert_eq!(refused(json!({"applicant_kind": null})), "§13 applicant-not-named @applicant_kind");
    assert_eq!(refused(json!({"anonymous": true})), "§13 anonymous-with-name @applicant");
    assert_eq!(refused(json!({"applicant_kind": "legal"})), "§15 source-against-kind @applicant_kind");
    assert_eq!(refused(json!({"source": "17-3"})), "§15 source-against-kind @applicant_kind");
    registered(json!({"source": "17-3", "applicant_kind": "legal"}));
    registered(json!({"source": "17-6", "applicant_kind": "legal"}));
    assert!(registered(nobody()).case.appeal().unwrap().anonymous());
}

#[test]
fn p15_inspectors_keep_the_registry_of_the_agency_and_units_their_own() {
    let world = registry("agency-akmola");
    for role in [Role::UnitHead, Role::ResponsibleExecutor, Role::Leader] {
        let refusal = world.not_yet("register-appeal", ("x", role, "agency-akmola"));
        assert_eq!(told(&refusal), "§15 not-yours role=role-inspector side=side-control");
    }
    assert!(world.ready("register-appeal", INSPECTOR) && world.ready("register-appeal", SECOND_INSPECTOR));
    assert!(!world.ready("register-appeal", AGENCY_INSPECTOR));
    let world = World::new(crate::case::Procedure::Appeal, day("2025-04-30"));
    assert!(world.ready("register-appeal", UNIT_HEAD) && world.ready("register-appeal", EXECUTOR));
    let refusal = world.not_yet("register-appeal", LEADER);
    assert_eq!(told(&refusal), "§15 not-yours role=role-unit-head side=side-control");
}

#[test]
fn p15_the_kind_of_the_body_decides_the_term() {
    // The Agency and its body: 2 5 6 8 | 12–16 | 19–23 | 26 May. A ministry: 2 5 6 8 | 12 May.
    let world = registered(json!({}));
    assert_eq!(world.duty("25-law-15").due, day("2025-05-26"));
    assert!(!world.has_duty("15") && !world.has_duty("25-law-5"));
    assert_eq!(world.duty("25-law-15").roles[0], Role::Inspector);
    let world = at_the_ministry();
    assert_eq!(world.duty("25-law-5").due, day("2025-05-12"));
    assert_eq!(world.duty("25-law-5").roles[0], Role::UnitHead);
    assert!(!world.has_duty("25-law-15"));
    // Over Nauryz: 26 27 28 | 31 March, 1 April.
    let mut world = World::new(crate::case::Procedure::Appeal, day("2025-03-20"));
    world.done("register-appeal", EXECUTOR, json!({"subject": "committee"}));
    assert_eq!(world.duty("25-law-5").due, day("2025-04-01"));
}

#[test]
fn p15_the_term_counts_from_the_receipt_and_the_forwarding_from_the_registration() {
    let world = registered(json!({"received_on": "2025-04-21"}));
    // 22–25 | 28–30 April | 2 5 6 8 | 12 13 14 15 May.
    assert_eq!(world.duty("25-law-15").due, day("2025-05-15"));
    let world = registered(json!({"received_on": "2025-04-21", "subject": "notary"}));
    assert_eq!(world.duty("15").due, day("2025-05-06"));
    assert!(!world.has_duty("25-law-15"), "nobody reviews here what is forwarded");
}

#[test]
fn p15_the_review_is_extended_once_while_it_runs() {
    let mut world = registered(json!({}));
    world.today = day("2025-05-27");
    let over = told(&world.not_yet("extend-appeal", INSPECTOR));
    assert_eq!(over, "§15 appeal-term-over due=2025-05-26");
    world.today = day("2025-05-26");
    // 27–30 May | 2–5 June, Friday the 6th is off | 9 10 June.
    let long = world.refused("extend-appeal", INSPECTOR, json!({"days": 11}));
    assert_eq!(told(&long), "§15 extension-too-long days=10 latest=2025-06-10 @days");
    assert!(matches!(world.with("extend-appeal", INSPECTOR, json!({"days": 0})), Err(Halt::Wrong(_))));
    world.clone().sample("extend-appeal", INSPECTOR);
    world.done("extend-appeal", INSPECTOR, json!({"days": 4}));
    assert_eq!(world.duty("25-law-more").due, day("2025-05-30"));
    assert!(!world.has_duty("25-law-15"));
    let again = told(&world.not_yet("extend-appeal", INSPECTOR));
    assert_eq!(again, "§15 appeal-extended-once on=2025-05-26 due=2025-05-30");
    assert!(!world.clone().ready("extend-appeal", TERRITORIAL_LEADER));
}

#[test]
fn p15_a_decree_may_allow_a_second_extension() {
    let mut world = registered(json!({}));
    let change = |id, value| ParameterChange {
        id,
        value,
        from: day("2025-01-01"),
        decided_on: day("2024-12-01"),
        basis: "test".into(),
    };
    world.law = Law::with(&[], &[change(ParameterId::R25LawTimes, 2)]);
    world.done("extend-appeal", INSPECTOR, json!({"days": 4}));
    world.sample("notify-appeal-extension", INSPECTOR);
    world.done("extend-appeal", INSPECTOR, json!({"days": 2}));
    assert_eq!(world.duty("25-law-more").reckoning.unwrap().from, day("2025-05-26"));
    assert_eq!(world.duty("25-law-more").due, day("2025-06-03"), "six working days after the first term");
    assert!(world.ready("notify-appeal-extension", INSPECTOR), "of each extension the applicant is told");
    assert_eq!(world.not_yet("extend-appeal", INSPECTOR).code, "appeal-extended-once");
}

#[test]
fn p15_the_applicant_is_told_of_an_extension_within_three_working_days() {
    let mut world = registered(json!({}));
    assert!(world.never("notify-appeal-extension"));
    world.sample("extend-appeal", INSPECTOR);
    assert_eq!(world.duty("25-law-notice").due, day("2025-05-06"));
    world.today = day("2025-05-08");
    assert!(world.duty("25-law-notice").late(world.today));
    world.sample("notify-appeal-extension", INSPECTOR);
    assert_eq!(world.duty("25-law-notice").state, DutyState::Done(day("2025-05-08")));
    assert!(world.duty("25-law-notice").late(day("2025-06-01")), "late for ever");
    assert!(world.case.document(DocumentKind::AppealNotice).is_some());
    assert!(world.never("notify-appeal-extension"));
    let mut world = registered(nobody());
    world.sample("extend-appeal", INSPECTOR);
    assert!(world.never("notify-appeal-extension") && !world.has_duty("25-law-notice"), "there is nobody to tell");
}

#[test]
fn p15_an_answer_is_drafted_and_signed_by_leadership() {
    let mut world = registered(json!({}));
    assert_eq!(told(&world.not_yet("answer-appeal", TERRITORIAL_LEADER)), "§15 answer-not-drafted");
    let untold = world.refused("draft-appeal-answer", INSPECTOR, json!({"recipients": 2, "restoration": null}));
    assert_eq!(told(&untold), "§15 restoration-without-text @restoration");
    world.sample("draft-appeal-answer", INSPECTOR);
    world.done("draft-appeal-answer", SECOND_INSPECTOR, json!({"outcome": "partly", "recipients": 3}));
    for role in [Role::Inspector, Role::UnitHead] {
        assert!(!world.ready("answer-appeal", ("x", role, "agency-akmola")));
    }
    world.today = day("2025-05-26");
    world.sample("answer-appeal", TERRITORIAL_LEADER);
    assert_eq!(world.duty("25-law-15").state, DutyState::Done(day("2025-05-26")));
    assert!(!world.duty("25-law-15").late(world.today));
    assert_eq!(world.case.closed(), Some(day("2025-05-26")));
    assert!(world.case.document(DocumentKind::AppealAnswer).is_some());
    let told = told_of(&world.case, &world.bodies).remove(0);
    let crate::ch2_external::dossier::What::Appeal(appeal) = told.what else { panic!() };
    assert_eq!((told.on, told.subject.as_deref()), (day("2025-04-30"), Some("health")));
    assert_eq!(
        (appeal.route.as_deref(), appeal.justified, appeal.late, appeal.restored),
        (Some("answer"), true, false, 3)
    );
}

#[test]
fn p15_a_late_answer_is_late_and_elsewhere_the_head_of_the_unit_may_sign() {
    let mut world = at_the_ministry();
    world.done("draft-appeal-answer", EXECUTOR, json!({"outcome": "unjustified", "recipients": 0}));
    assert!(world.ready("answer-appeal", UNIT_HEAD) && !world.ready("answer-appeal", EXECUTOR));
    world.today = day("2025-05-13");
    world.sample("answer-appeal", LEADER);
    assert!(world.duty("25-law-5").late(world.today));
    let crate::ch2_external::dossier::What::Appeal(appeal) = told_of(&world.case, &world.bodies).remove(0).what else {
        panic!()
    };
    assert!(appeal.late && !appeal.justified);
}

#[test]
fn p15_an_anonymous_appeal_has_nobody_to_answer() {
    let mut world = registered(nobody());
    assert!(world.never("withdraw-appeal"));
    world.sample("draft-appeal-answer", INSPECTOR);
    world.sample("answer-appeal", TERRITORIAL_LEADER);
    assert!(world.case.closed().is_some() && world.case.documents().next().is_none());
}

#[test]
fn p15_the_applicant_may_withdraw() {
    let mut world = registered(json!({"received_on": "2025-04-28"}));
    world.today = day("2025-05-05");
    let early = world.refused("withdraw-appeal", INSPECTOR, json!({"on": "2025-04-27"}));
    assert_eq!(told(&early), "§15 too-early earliest=2025-04-28 @on");
    let future = world.refused("withdraw-appeal", INSPECTOR, json!({"on": "2025-05-06"}));
    assert_eq!(told(&future), "§15 in-the-future today=2025-05-05 @on");
    world.done("withdraw-appeal", INSPECTOR, json!({"on": "2025-05-02"}));
    assert_eq!(world.duty("25-law-15").state, DutyState::Lapsed(day("2025-05-02")));
    assert_eq!(world.case.closed(), Some(day("2025-05-02")));
}
