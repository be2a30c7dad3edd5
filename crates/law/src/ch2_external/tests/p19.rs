//! §19: extension (Code art. 148(2)), suspension and resumption (art. 146), over the May holidays.

use serde_json::json;

use super::{drafted, finish, prepare, started, visiting};
use crate::{
    case::{DocumentKind, DutyState, step::Halt},
    ch2_external::{
        exchange::{PackageKind, packages},
        p19_extension::GROUNDS,
    },
    edition::{Law, ParameterChange, ParameterId},
    testing::*,
};

/// Extended on Tuesday 22 April: the end on 6 May, ten more working days end on 22 May.
fn extended() -> World {
    let mut world = started();
    world.sample("extend-inspection", TERRITORIAL_LEADER);
    world
}

fn end(world: &World) -> String {
    world.case.inspection().unwrap().end_in_force().unwrap().to_string()
}

#[test]
fn p19_leadership_extends_once_on_three_grounds_alone() {
    let world = started();
    for ground in GROUNDS {
        world.clone().done("extend-inspection", TERRITORIAL_LEADER, json!({"extension_ground": ground}));
    }
    // A fourth ground is not even a choice.
    let fourth = world.clone().with("extend-inspection", TERRITORIAL_LEADER, json!({"extension_ground": "volume"}));
    assert!(matches!(fourth, Err(Halt::Wrong(e)) if e[0].code == "not-a-choice"));
    assert_eq!(world.not_yet("extend-inspection", INSPECTOR).code, "not-yours");
    let world = extended();
    let fact = world.case.facts.last().unwrap();
    assert_eq!((fact.documents[0].kind, packages(fact)), (DocumentKind::AdditionalAct, &[PackageKind::Extension][..]));
    let again = world.not_yet("extend-inspection", TERRITORIAL_LEADER);
    assert_eq!(told(&again), "§19 extended-before on=2025-04-22");
}

#[test]
fn p19_at_most_as_many_working_days_again() {
    // After 6 May: 8 | 12–16 | 19–22. A visit, after 15 May: 16 | 19–23 | 26–30 | 2–5 June. A micro-business, after 28 April:
    // 29 30 April, 2 | 5 6 May.
    let mut micro = drafted();
    micro.done("revise-appointment", INSPECTOR, json!({"size": "micro", "end": "2025-04-28"}));
    micro.sample("sign-appointment", TERRITORIAL_LEADER);
    prepare(&mut micro);
    micro.today = day("2025-04-22");
    micro.sample("start-inspection", INSPECTOR);
    let rows = [
        (started(), "2025-05-22", "2025-05-23"),
        (visiting(), "2025-06-05", "2025-06-07"),
        (micro, "2025-05-06", "2025-05-07"),
    ];
    for (mut world, latest, after) in rows {
        let refusal = world.refused("extend-inspection", TERRITORIAL_LEADER, json!({"until": after}));
        assert_eq!(told(&refusal), format!("§19 extended-too-long latest={latest} @until"));
        let end = end(&world);
        let refusal = world.refused("extend-inspection", TERRITORIAL_LEADER, json!({"until": end}));
        assert_eq!(told(&refusal), format!("§19 extension-not-later end={end} @until"));
        world.done("extend-inspection", TERRITORIAL_LEADER, json!({"until": latest}));
        assert_eq!(self::end(&world), end, "neither registered nor announced");
    }
}

#[test]
fn p19_an_extension_holds_once_registered_and_announced_a_working_day_before() {
    let mut world = extended();
    // Its first day is Thursday 8 May: a working day before stands Tuesday 6 May.
    let duty = world.duty("19-notice");
    assert_eq!((duty.due, duty.step), (day("2025-05-06"), "send-extension-notice"));
    assert_eq!(told(&world.not_yet("send-extension-notice", INSPECTOR)), "§19 extension-not-registered");
    assert_eq!(world.waits_for(), "record-registration insp1, record-registration insp2");
    world.sample("record-registration", INSPECTOR);
    assert_eq!(end(&world), "2025-05-06");
    let mut late = world.clone();
    world.today = day("2025-05-06");
    world.sample("send-extension-notice", INSPECTOR);
    assert_eq!(world.duty("19-notice").state, DutyState::Done(day("2025-05-06")));
    assert_eq!(end(&world), "2025-05-22");
    world.today = day("2025-05-22");
    finish(&mut world, &["1"]);
    assert!(!world.duty("26").late(day("2030-01-01")));
    // A day later the term is over, and nothing brings it back.
    late.today = day("2025-05-08");
    assert_eq!(told(&late.not_yet("send-extension-notice", INSPECTOR)), "§19 extension-notice-late latest=2025-05-06");
    let over = "§26 term-exceeded end=2025-05-06 breach=breach-term-exceeded";
    assert_eq!(told(&late.not_yet("make-request", INSPECTOR)), over);
    let mut never = started();
    never.today = day("2025-05-08");
    let refusal = never.not_yet("extend-inspection", TERRITORIAL_LEADER);
    assert_eq!(told(&refusal), "§19 too-late-to-extend latest=2025-05-06");
}

#[test]
fn p19_a_decree_may_allow_a_second_extension() {
    let mut world = extended();
    let twice = ParameterChange {
        id: ParameterId::R19Times,
        value: 2,
        from: day("2025-01-01"),
        decided_on: day("2024-12-01"),
        basis: "test".into(),
    };
    world.law = Law::with(&[], &[twice]);
    world.sample("record-registration", INSPECTOR);
    world.sample("send-extension-notice", INSPECTOR);
    assert_eq!(end(&world), "2025-05-22");
    world.today = day("2025-05-22");
    // After 22 May: 23 | 26–30 | 2–5 June.
    let refusal = world.refused("extend-inspection", TERRITORIAL_LEADER, json!({"until": "2025-06-09"}));
    assert_eq!(told(&refusal), "§19 extended-too-long latest=2025-06-05 @until");
    world.sample("extend-inspection", TERRITORIAL_LEADER);
    assert_eq!(end(&world), "2025-05-22", "neither registered nor announced");
    assert_eq!(world.duty("19-notice").due, day("2025-05-22"));
    assert_eq!(world.not_yet("extend-inspection", TERRITORIAL_LEADER).code, "extended-before");
    world.sample("record-registration", INSPECTOR);
    world.sample("send-extension-notice", INSPECTOR);
    assert_eq!(end(&world), "2025-06-05");
}

#[test]
fn p19_while_it_stands_still_nothing_is_done_and_the_end_moves_over_the_may_holidays() {
    let mut world = started();
    world.sample("make-request", INSPECTOR);
    world.today = day("2025-04-30");
    assert_eq!(world.not_yet("suspend-inspection", INSPECTOR).code, "not-yours");
    world.sample("suspend-inspection", TERRITORIAL_LEADER);
    let fact = world.case.facts.last().unwrap();
    assert_eq!(
        (fact.documents[0].kind, packages(fact)),
        (DocumentKind::SuspensionNotice, &[PackageKind::Suspension][..])
    );
    for step in
        ["make-request", "mark-requirements", "record-violation", "draft-results", "take-measure", "draw-protocol"]
    {
        assert_eq!(told(&world.not_yet(step, INSPECTOR)), "§19 stands-still", "{step}");
    }
    assert_eq!(told(&world.not_yet("extend-inspection", TERRITORIAL_LEADER)), "§19 stands-still");
    assert!(world.never("deliver-results") && world.never("suspend-inspection") && !world.has_duty("26"));
    // Long after the end by the act.
    world.today = day("2025-05-12");
    assert_eq!(world.waits_for(), "resume-inspection leader");
    world.sample("resume-inspection", TERRITORIAL_LEADER);
    let fact = world.case.facts.last().unwrap();
    assert_eq!(
        (fact.documents[0].kind, packages(fact)),
        (DocumentKind::ResumptionNotice, &[PackageKind::Resumption][..])
    );
    // 30 April, 2, 5, 6 and 8 May did not count; after 6 May: 8 | 12–15.
    assert_eq!(end(&world), "2025-05-15");
    assert_eq!(world.duty("26").due, day("2025-05-15"));
    assert!(world.never("resume-inspection") && world.ready("make-request", INSPECTOR));
    // A second time, for no working day at all.
    world.today = day("2025-05-15");
    world.sample("suspend-inspection", TERRITORIAL_LEADER);
    world.sample("resume-inspection", TERRITORIAL_LEADER);
    assert_eq!(end(&world), "2025-05-15");
    finish(&mut world, &[]);
}

#[test]
fn p19_while_it_stands_still_officers_may_be_changed_and_a_crime_referred() {
    let mut world = started();
    world.today = day("2025-04-30");
    world.sample("suspend-inspection", TERRITORIAL_LEADER);
    // Art. 147(5): an event of its own, told to the subject and to legal statistics, and no inspecting.
    world.done("change-officers", TERRITORIAL_LEADER, json!({"officers": ["insp2"]}));
    assert_eq!(packages(world.case.facts.last().unwrap()), [PackageKind::Officers]);
    // §33: leadership forwards what it has; a secret already learnt is kept apart (§34).
    world.sample("refer-crime", TERRITORIAL_LEADER);
    world.sample("keep-protected", SECOND_INSPECTOR);
    assert_eq!(world.waits_for(), "resume-inspection leader");
    for step in ["make-request", "record-violation", "draft-results"] {
        assert_eq!(told(&world.not_yet(step, SECOND_INSPECTOR)), "§19 stands-still", "{step}");
    }
    world.today = day("2025-05-12");
    world.sample("resume-inspection", TERRITORIAL_LEADER);
    // 30 April, 2, 5, 6 and 8 May did not count, whoever took part.
    assert_eq!(end(&world), "2025-05-15");
    finish_alone(&mut world, SECOND_INSPECTOR);
}

/// One officer writes, signs and hands over a result without violations.
fn finish_alone(world: &mut World, who: Who) {
    for step in ["mark-requirements", "draft-results", "sign-results", "deliver-results"] {
        world.sample(step, who);
    }
}

#[test]
fn p19_a_pending_extension_moves_with_the_end() {
    let mut world = extended();
    world.today = day("2025-05-06");
    world.sample("suspend-inspection", TERRITORIAL_LEADER);
    assert!(!world.has_duty("19-notice"), "the term of the notice stands still with it");
    world.today = day("2025-05-13");
    world.sample("record-registration", INSPECTOR);
    assert_eq!(told(&world.not_yet("send-extension-notice", INSPECTOR)), "§19 stands-still");
    world.sample("resume-inspection", TERRITORIAL_LEADER);
    // 6, 8 and 12 May did not count: 8 | 12 13 after 6 May; 23 | 26 27 after 22 May.
    let inspection = world.case.inspection().unwrap();
    let extension = inspection.extension.as_ref().unwrap();
    assert_eq!((inspection.end, extension.until), (Some(day("2025-05-13")), day("2025-05-27")));
    assert_eq!((end(&world).as_str(), world.duty("19-notice").due), ("2025-05-13", day("2025-05-13")));
    world.sample("send-extension-notice", INSPECTOR);
    assert_eq!(end(&world), "2025-05-27");
}

#[test]
fn p19_nothing_is_suspended_before_it_began_or_after_it_ended() {
    let mut world = drafted();
    assert!(world.never("suspend-inspection") && world.never("extend-inspection"));
    world = started();
    world.today = day("2025-05-08");
    assert_eq!(world.not_yet("suspend-inspection", TERRITORIAL_LEADER).code, "term-exceeded");
    world = started();
    finish(&mut world, &[]);
    assert!(world.never("suspend-inspection") && world.never("extend-inspection"));
}
