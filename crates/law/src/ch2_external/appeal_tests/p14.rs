//! §14: an appeal about a subject of another body of the Agency is handed to that body.

use serde_json::json;

use super::{at_the_ministry, nobody, registered, registry};
use crate::{
    bodies::{Body, BodyKind, BodyTree},
    case::{DutyState, Role},
    testing::*,
};

const FAR_INSPECTOR: Who = ("finsp", Role::Inspector, "agency-almaty");
const FAR_LEADER: Who = ("flead", Role::Leader, "agency-almaty");

/// The Agency has a body in another territory too, where there is an executive body of an akimat.
fn two_territories() -> BodyTree {
    let far = |id: &str, kind| Body {
        id: id.into(),
        kind,
        parent: None,
        coordinated_by: None,
        territory: "almaty".into(),
        valid_from: day("2021-07-19"),
        valid_to: None,
    };
    let more = [far("agency-almaty", BodyKind::AgencyTerritorial), far("far-health", BodyKind::OblastExecutive)];
    BodyTree::new(bodies().iter().cloned().chain(more))
}

/// Registered on 30 April at the body in akmola about the subject in the other territory.
fn misplaced(changes: serde_json::Value) -> World {
    let mut world = registry("agency-akmola");
    world.bodies = two_territories();
    let mut answers = json!({"subject": "far-health"});
    answers.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    world.done("register-appeal", INSPECTOR, answers);
    world
}

/// Who of a body reads it.
fn readers(world: &World, body: &str) -> String {
    let found = world.case.readers(&world.bodies).into_iter().filter(|(b, _)| b == body);
    found.map(|(_, role)| role.word()).collect::<Vec<_>>().join(" ")
}

#[test]
fn p14_an_appeal_goes_to_the_body_of_the_agency_that_inspects_the_subject() {
    let mut world = misplaced(json!({}));
    let fields = world.step("hand-within-agency").fields(&world.view(&actor(INSPECTOR), None));
    assert_eq!(fields[0].default, "agency-almaty", "it is proposed");
    let mut refused = |changes| told(&world.refused("hand-within-agency", INSPECTOR, changes));
    assert_eq!(refused(json!({"to_body": "agency-akmola"})), "§15 to-oneself @to_body");
    assert_eq!(refused(json!({"to_body": "nowhere"})), "§15 unknown-body body=nowhere @to_body");
    let other = "§14 not-competent to=ministry subject=far-health by=agency-almaty @to_body";
    assert_eq!(refused(json!({"to_body": "ministry"})), other);
    let central = |number: Option<&str>, on: Option<&str>| json!({"to_body": "agency", "instruction": number, "instruction_on": on});
    let alone = "§14 instruction-needed subject=far-health by=agency-almaty @instruction";
    assert_eq!(refused(central(None, None)), alone);
    assert_eq!(refused(central(Some("№ 4"), None)), "§14 instruction-without-day @instruction_on");
    let later = refused(central(Some("№ 4"), Some("2025-05-02")));
    assert_eq!(later, "§14 in-the-future today=2025-04-30 @instruction_on");
    assert_eq!(refused(json!({"applicant_told": false})), "§15 applicant-not-told @applicant_told");
    assert_eq!(world.not_yet("hand-within-agency", TERRITORIAL_LEADER).code, "not-yours");
    world.clone().done("hand-within-agency", INSPECTOR, central(Some("№ 4"), Some("2025-04-29")));
    world.sample("hand-within-agency", INSPECTOR);
    assert_eq!(
        (world.case.receivers(), world.waits_for().as_str()),
        (&["agency-almaty".to_owned()][..], "take-over-within-agency inspector")
    );
    assert_eq!(readers(&world, "agency-almaty"), "leader inspector");
    // An anonymous appeal has nobody to tell.
    let mut changes = nobody();
    changes["subject"] = "far-health".into();
    let mut world = registry("agency-akmola");
    world.bodies = two_territories();
    world.done("register-appeal", INSPECTOR, changes);
    let fields = world.step("hand-within-agency").fields(&world.view(&actor(INSPECTOR), None));
    assert!(fields.iter().all(|f| f.name != "applicant_told"));
    world.sample("hand-within-agency", INSPECTOR);
}

#[test]
fn p14_whoever_takes_it_over_has_the_case_and_the_term_as_it_runs() {
    let mut world = misplaced(json!({"received_on": "2025-04-28"}));
    // 29 30 April | 2 5 6 8 | 12–16 | 19–22 May.
    assert_eq!(world.duty("25-law-15").due, day("2025-05-22"));
    world.today = day("2025-05-06");
    world.sample("extend-appeal", INSPECTOR);
    world.sample("hand-within-agency", INSPECTOR);
    let owed = |world: &World| {
        let duty = world.duty("25-law-more");
        (duty.body, duty.due, duty.roles)
    };
    let (_, due, roles) = owed(&world);
    assert_eq!(owed(&world).0, "agency-akmola", "until then whoever has it owes it");
    assert!(world.ready("draft-appeal-answer", INSPECTOR));
    for who in [INSPECTOR, FAR_LEADER, AGENCY_INSPECTOR] {
        assert!(!world.ready("take-over-within-agency", who));
    }
    assert!(!world.ready("draft-appeal-answer", FAR_INSPECTOR));
    world.today = day("2025-05-08");
    world.sample("take-over-within-agency", FAR_INSPECTOR);
    assert_eq!(world.case.body, "agency-almaty");
    assert_eq!(owed(&world), ("agency-almaty".to_owned(), due, roles), "the term runs from the receipt (R-30)");
    assert!(world.has_duty("25-law-notice"), "what the other left undone too");
    assert!(world.case.receivers().is_empty() && world.never("take-over-within-agency"));
    for step in ["draft-appeal-answer", "notify-appeal-extension", "hand-to-internal-control"] {
        assert!(world.ready(step, FAR_INSPECTOR) && !world.ready(step, INSPECTOR), "{step}");
    }
    assert!(world.ready("accept-as-ground", FAR_LEADER), "now it is within the jurisdiction");
    // Whoever registered it still sees what becomes of it.
    assert_eq!(readers(&world, "agency-akmola"), "leader inspector");
    assert_eq!(readers(&world, "agency-almaty"), "leader inspector analyst observer");
    world.sample("draft-appeal-answer", FAR_INSPECTOR);
    assert_eq!(world.not_yet("answer-appeal", TERRITORIAL_LEADER).code, "not-yours");
    world.sample("answer-appeal", FAR_LEADER);
    assert_eq!(world.duty("25-law-more").state, DutyState::Done(day("2025-05-08")));
    // A case folded from its facts comes to the same body, whoever is said to have begun it.
    let facts = world.case.facts.clone();
    let again = crate::case::CaseFile::fold("case1", world.case.procedure, "agency-akmola", facts);
    assert_eq!((again.body.as_str(), again.closed()), ("agency-almaty", world.case.closed()));
}

#[test]
fn p14_what_was_late_comes_late() {
    let mut world = misplaced(json!({}));
    world.today = day("2025-05-27");
    assert!(world.duty("25-law-15").late(world.today));
    world.sample("hand-within-agency", INSPECTOR);
    world.sample("take-over-within-agency", FAR_INSPECTOR);
    assert!(world.duty("25-law-15").late(world.today));
    assert_eq!(world.not_yet("extend-appeal", FAR_INSPECTOR).code, "appeal-term-over");
}

#[test]
fn p14_it_may_go_elsewhere_as_long_as_nobody_has_taken_it_over() {
    let mut world = misplaced(json!({}));
    world.done(
        "hand-within-agency",
        INSPECTOR,
        json!({"to_body": "agency", "instruction": "№ 4", "instruction_on": "2025-04-29"}),
    );
    for (step, who) in [("hand-to-internal-control", INSPECTOR), ("accept-as-ground", TERRITORIAL_LEADER)] {
        assert_eq!(told(&world.not_yet(step, who)), "§14 handed-within-already to=agency on=2025-04-30", "{step}");
    }
    let same = json!({"to_body": "agency", "instruction": "№ 4", "instruction_on": "2025-04-29"});
    let refusal = world.refused("hand-within-agency", INSPECTOR, same);
    assert_eq!(told(&refusal), "§14 handed-within-already to=agency on=2025-04-30 @to_body");
    world.sample("hand-within-agency", INSPECTOR);
    assert_eq!(world.case.receivers(), ["agency-almaty"]);
    // Taken over, it can come back: on an instruction of the Agency's leadership.
    world.sample("take-over-within-agency", FAR_INSPECTOR);
    world.sample("hand-within-agency", FAR_INSPECTOR);
    world.sample("take-over-within-agency", AGENCY_INSPECTOR);
    assert_eq!((world.case.body.as_str(), readers(&world, "agency-almaty").as_str()), ("agency", "leader inspector"));
}

#[test]
fn p14_what_nobody_else_of_the_agency_inspects_stays() {
    let mut central = registry("agency");
    central.done("register-appeal", AGENCY_INSPECTOR, json!({"subject": "ministry"}));
    assert_eq!(
        told(&central.not_yet("hand-within-agency", AGENCY_INSPECTOR)),
        "§14 no-other-body subject=ministry by=agency"
    );
    // §15: what is to be forwarded leaves the Agency; another registry has no bodies of it.
    assert!(registered(json!({"subject": "notary"})).never("hand-within-agency"));
    assert!(at_the_ministry().never("hand-within-agency"));
    // Nor does what is a ground here, or lies with a unit.
    let mut ground = registered(json!({}));
    ground.sample("accept-as-ground", TERRITORIAL_LEADER);
    assert!(ground.never("hand-within-agency"));
    let mut handed = registered(json!({"subject": "unit"}));
    handed.done("hand-to-internal-control", INSPECTOR, json!({"to_body": "ministry"}));
    assert_eq!(handed.not_yet("hand-within-agency", INSPECTOR).code, "handed-already");
    // The Agency hands to its body what it has no instruction for.
    let mut agency = registry("agency");
    agency.done("register-appeal", AGENCY_INSPECTOR, json!({"subject": "health"}));
    agency.sample("hand-within-agency", AGENCY_INSPECTOR);
    agency.sample("take-over-within-agency", SECOND_INSPECTOR);
    assert_eq!(agency.case.body, "agency-akmola");
    assert!(readers(&agency, "agency").contains("inspector"));
}
