//! §21: the notice of the start (Code art. 147(1)) and the officers (art. 147(5)).

use serde_json::json;

use super::{appointed, drafted, prepared, started};
use crate::{
    case::{DocumentKind, DutyState, Procedure, Role, step::Halt},
    ch2_external::exchange::{PackageKind, packages},
    testing::*,
};

#[test]
fn p21_the_subject_is_told_at_least_a_day_before() {
    let mut world = appointed();
    let duty = world.duty("21");
    assert_eq!((duty.due, duty.step, duty.open()), (day("2025-04-21"), "send-start-notice", true));
    world.sample("record-registration", INSPECTOR);
    world.sample("study-materials", INSPECTOR);
    world.today = day("2025-04-22");
    assert!(world.duty("21").late(world.today));
    let refusal = world.not_yet("start-inspection", INSPECTOR);
    assert_eq!(told(&refusal), "§21 subject-not-told breach=breach-no-notice");
    // A notice that is late moves the start, and stays late.
    world.sample("send-start-notice", INSPECTOR);
    assert_eq!(world.case.facts.last().unwrap().documents[0].kind, DocumentKind::StartNotice);
    let refusal = world.refused("start-inspection", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§21 started-too-soon earliest=2025-04-23 breach=breach-no-notice @on");
    world.today = day("2025-04-23");
    world.sample("start-inspection", INSPECTOR);
    assert!(world.duty("21").late(day("2030-01-01")));
    let timely = prepared();
    assert_eq!(timely.duty("21").state, DutyState::Done(day("2025-04-21")));
    assert!(!timely.duty("21").late(day("2030-01-01")) && timely.never("send-start-notice"));
}

#[test]
fn p21_the_subject_reads_the_case_from_the_notice_on() {
    let reads = |world: &World| world.case.readers(&world.bodies).iter().any(|(body, _)| body == "health");
    assert!(!reads(&drafted()) && !reads(&appointed()) && reads(&prepared()) && reads(&started()));
    // Leadership and analysts of the Agency read what its bodies do; nobody else does.
    let readers: Vec<String> =
        drafted().case.readers(&bodies()).iter().map(|(body, role)| format!("{body} {}", role.word())).collect();
    let expected = "agency-akmola leader, agency-akmola inspector, agency-akmola analyst, agency-akmola observer, \
                    agency leader, agency analyst";
    assert_eq!(readers.join(", "), expected);
}

#[test]
fn p21_only_the_officers_named_in_the_act_take_part() {
    let mut world = World::external(Procedure::Inspection, "agency-akmola", day("2025-04-21"));
    world.done("draft-appointment", INSPECTOR, json!({"officers": ["insp1"]}));
    world.sample("sign-appointment", TERRITORIAL_LEADER);
    for step in ["study-materials", "send-start-notice", "keep-protected"] {
        assert_eq!(told(&world.not_yet(step, SECOND_INSPECTOR)), "§21 only-named-officers", "{step}");
    }
    super::prepare(&mut world);
    world.today = day("2025-04-22");
    for step in ["start-inspection", "draw-protocol"] {
        assert_eq!(told(&world.not_yet(step, SECOND_INSPECTOR)), "§21 only-named-officers", "{step}");
    }
    world.sample("start-inspection", INSPECTOR);
    for step in ["make-request", "mark-requirements", "record-violation", "draft-results", "take-measure"] {
        assert_eq!(told(&world.not_yet(step, SECOND_INSPECTOR)), "§21 only-named-officers", "{step}");
    }
    let halt = world.take("make-request", AGENCY_INSPECTOR, json!({}));
    assert!(matches!(halt, Err(Halt::Refused(r)) if r.code == "not-yours"), "of another body");
}

#[test]
fn p21_other_officers_take_part_once_subject_and_legal_statistics_are_told() {
    let mut world = started();
    assert_eq!(world.not_yet("change-officers", INSPECTOR).code, "not-yours");
    let same = world.refused("change-officers", TERRITORIAL_LEADER, json!({"officers": ["insp2", "insp1"]}));
    assert_eq!(told(&same), "§21 officers-the-same @officers");
    let nobody = world.refused("change-officers", TERRITORIAL_LEADER, json!({"officers": ["ainsp"]}));
    assert_eq!(told(&nobody), "§21 not-an-officer @officers");
    world.done("change-officers", TERRITORIAL_LEADER, json!({"officers": ["insp2"]}));
    let fact = world.case.facts.last().unwrap();
    assert_eq!((fact.documents[0].kind, packages(fact)), (DocumentKind::OfficersNotice, &[PackageKind::Officers][..]));
    assert_eq!(told(&world.not_yet("make-request", INSPECTOR)), "§21 only-named-officers");
    assert!(world.ready("make-request", SECOND_INSPECTOR));
    // One signature is then enough.
    world.sample("mark-requirements", SECOND_INSPECTOR);
    world.sample("draft-results", SECOND_INSPECTOR);
    world.sample("sign-results", SECOND_INSPECTOR);
    world.sample("deliver-results", SECOND_INSPECTOR);
    assert!(world.never("change-officers"));
}

const THIRD: Who = ("insp3", Role::Inspector, "agency-akmola");

/// Everything is written, one violation with it, and the body has a third officer whom the act does not name.
fn to_sign() -> World {
    let mut world = started();
    world.people.push((Role::Inspector, actor(THIRD).person()));
    super::written(&mut world, &["1"]);
    world
}

/// These are the officers from now on.
fn change(world: &mut World, officers: &[Who]) {
    let ids: Vec<&str> = officers.iter().map(|who| who.0).collect();
    world.done("change-officers", TERRITORIAL_LEADER, json!({"officers": ids}));
}

#[test]
fn p21_a_signature_of_whoever_leaves_stays_and_those_named_now_complete_it() {
    // The first signs and leaves, another comes: two signatures, one of them of an officer who is no longer named.
    let mut world = to_sign();
    world.sample("sign-results", INSPECTOR);
    change(&mut world, &[SECOND_INSPECTOR, THIRD]);
    let left = "sign-results insp2, sign-results insp3, sign-prescription insp2, sign-prescription insp3";
    assert_eq!(world.waits_for(), left);
    assert_eq!(told(&world.not_yet("sign-prescription", INSPECTOR)), "§21 only-named-officers");
    world.sample("sign-results", SECOND_INSPECTOR);
    world.sample("sign-results", THIRD);
    let inspection = world.case.inspection().unwrap();
    let signatories = inspection.results_signed.signatories(&inspection.officers).map(|p| p.user.as_str());
    assert_eq!(signatories.collect::<Vec<_>>(), ["insp2", "insp3", "insp1"], "the act names all who have signed it");
    world.sample("sign-prescription", THIRD);
    world.sample("sign-prescription", SECOND_INSPECTOR);
    world.sample("deliver-results", THIRD);
}

#[test]
fn p21_what_nobody_named_now_has_still_to_sign_is_signed() {
    // The second leaves without having signed: what the first has signed is whole.
    let mut world = to_sign();
    world.sample("sign-results", INSPECTOR);
    change(&mut world, &[INSPECTOR]);
    assert!(world.never("sign-results"));
    assert_eq!(world.waits_for(), "sign-prescription insp1");
    assert_eq!(told(&world.not_yet("deliver-results", INSPECTOR)), "§24 results-not-signed");
    world.sample("sign-prescription", INSPECTOR);
    world.sample("deliver-results", INSPECTOR);
}

#[test]
fn p21_what_was_wholly_signed_stays_so_whoever_comes() {
    let mut world = to_sign();
    super::sign(&mut world);
    change(&mut world, &[THIRD]);
    assert!(world.never("sign-results") && world.never("sign-prescription"));
    let inspection = world.case.inspection().unwrap();
    let signatories = inspection.results_signed.signatories(&inspection.officers).map(|p| p.user.as_str());
    assert_eq!(signatories.collect::<Vec<_>>(), ["insp1", "insp2"], "it does not name who came after");
    assert_eq!(told(&world.not_yet("deliver-results", INSPECTOR)), "§21 only-named-officers");
    world.sample("deliver-results", THIRD);
    // Before anybody has signed, nothing is.
    let mut world = to_sign();
    change(&mut world, &[THIRD]);
    assert_eq!(world.waits_for(), "sign-results insp3, sign-prescription insp3");
}

#[test]
fn p21_after_the_end_any_officer_of_the_body_goes_on() {
    let mut world = super::delivered("2025-05-06", &["1"]);
    world.today = day("2025-05-20");
    for step in ["request-report", "report-elimination"] {
        assert!(world.ready(step, THIRD), "{step}");
    }
    world.sample("report-elimination", SUBJECT);
    world.sample("accept-elimination", THIRD);
    assert_eq!(told(&world.not_yet("keep-protected", THIRD)), "§21 only-named-officers", "secrets are the team's");
    world.sample("close-inspection", THIRD);
}
