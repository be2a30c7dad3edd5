//! §21: the notice of the start (Code art. 147(1)) and the officers (art. 147(5)).

use serde_json::json;

use super::{appointed, drafted, prepared, started};
use crate::{
    case::{DocumentKind, DutyState, Procedure, step::Halt},
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
    assert_eq!(world.not_yet("change-officers", TERRITORIAL_LEADER).code, "results-signed-already");
    world.sample("deliver-results", SECOND_INSPECTOR);
    assert!(world.never("change-officers"));
}
