//! §29: more time for elimination.

use serde_json::json;

use super::{delivered, visited};
use crate::{
    case::{DocumentKind, DutyState},
    testing::*,
};

/// Handed over on Tuesday 6 May 2025 with a significant and a gross violation, terms until Monday 19 May: ten days after 7 May
/// is Saturday 17 May.
fn world() -> World {
    delivered("2025-05-06", &["1", "7"])
}

#[test]
fn p29_a_request_within_three_working_days_and_a_late_one_is_kept_and_marked() {
    // 8 | 12 13 May.
    for (on, late) in [("2025-05-13", false), ("2025-05-14", true)] {
        let mut world = world();
        world.today = day(on);
        world.sample("ask-more-time", SUBJECT);
        let (came, asked) = world.case.inspection().unwrap().asked.clone().unwrap();
        assert_eq!((came, asked.late), (day(on), late));
        let again = world.not_yet("ask-more-time", SUBJECT);
        assert_eq!(told(&again), format!("§29 asked-already on={on}"));
    }
    // Measures and objective reasons are asked for, and another term than the one there is.
    let mut world = world();
    for field in ["measures_taken", "reasons", "items", "until"] {
        let halt = world.with("ask-more-time", SUBJECT, json!({field: null}));
        assert!(matches!(halt, Err(crate::case::step::Halt::Wrong(e)) if e[0].field == field));
    }
    let refusal = world.refused("ask-more-time", SUBJECT, json!({"until": "2025-05-19"}));
    assert_eq!(told(&refusal), "§29 more-time-not-later term=2025-05-19 @until");
    assert!(visited("2025-05-06", &["1"]).ready("ask-more-time", SUBJECT), "§29 names visits too");
}

#[test]
fn p29_the_decision_is_due_within_three_working_days() {
    let mut world = world();
    world.today = day("2025-05-08");
    world.sample("ask-more-time", SUBJECT);
    // 12 13 14 May.
    let duty = world.duty("29-2");
    assert_eq!((duty.due, duty.step, duty.body.as_str()), (day("2025-05-14"), "decide-more-time", "agency-akmola"));
    assert_eq!(world.not_yet("decide-more-time", INSPECTOR).code, "not-yours");
    let mut late = world.clone();
    world.today = day("2025-05-14");
    world.sample("decide-more-time", TERRITORIAL_LEADER);
    assert_eq!(world.duty("29-2").state, DutyState::Done(day("2025-05-14")));
    assert_eq!(world.case.facts.last().unwrap().documents[0].kind, DocumentKind::MoreTimeDecision);
    late.today = day("2025-05-15");
    late.sample("decide-more-time", TERRITORIAL_LEADER);
    assert!(late.duty("29-2").late(day("2030-01-01")) && !world.duty("29-2").late(day("2030-01-01")));
}

#[test]
fn p29_granted_it_moves_the_terms_asked_for_and_refused_it_moves_none() {
    let mut world = world();
    world.done("ask-more-time", SUBJECT, json!({"items": ["1"], "until": "2025-06-06"}));
    let terms =
        |world: &World| world.case.inspection().unwrap().terms.values().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(terms(&world), ["2025-05-19", "2025-05-19"]);
    let refusal = world.refused("decide-more-time", TERRITORIAL_LEADER, json!({"until": null}));
    assert_eq!(told(&refusal), "§29 more-time-without-day @until");
    let refusal = world.refused("decide-more-time", TERRITORIAL_LEADER, json!({"until": "2025-05-19"}));
    assert_eq!(told(&refusal), "§29 more-time-not-later term=2025-05-19 @until");
    let mut refused = world.clone();
    let without = refused.with("decide-more-time", TERRITORIAL_LEADER, json!({"more_time": "refused", "reason": null}));
    assert!(without.is_err(), "a refusal gives its reasons");
    refused.done("decide-more-time", TERRITORIAL_LEADER, json!({"more_time": "refused"}));
    assert_eq!(terms(&refused), ["2025-05-19", "2025-05-19"]);
    assert_eq!(refused.case.inspection().unwrap().decided.as_ref().unwrap().1.until, None, "a day given is not kept");
    world.sample("decide-more-time", TERRITORIAL_LEADER);
    assert_eq!(terms(&world), ["2025-06-06", "2025-05-19"]);
    // 6 June 2025 is Kurban Ait: the report is due on Monday.
    assert_eq!((world.duty("30.1").due, world.duty("30.2").due), (day("2025-06-09"), day("2025-05-19")));
}

#[test]
fn p29_what_was_reported_needs_no_more_time_and_nothing_is_closed_meanwhile() {
    let mut world = world();
    world.done("report-elimination", SUBJECT, json!({"items": ["2"]}));
    let wrong = world.with("ask-more-time", SUBJECT, json!({"items": ["1", "2"]}));
    assert!(matches!(wrong, Err(crate::case::step::Halt::Wrong(e)) if e[0].code == "not-a-choice"));
    world.sample("ask-more-time", SUBJECT);
    world.sample("report-elimination", SUBJECT);
    world.sample("accept-elimination", INSPECTOR);
    world.today = day("2025-05-14");
    assert_eq!(told(&world.not_yet("close-inspection", INSPECTOR)), "§29 more-time-pending");
    world.sample("decide-more-time", TERRITORIAL_LEADER);
    world.sample("close-inspection", INSPECTOR);
    let mut clean = delivered("2025-05-06", &[]);
    assert!(clean.never("ask-more-time"));
    clean.sample("object-to-results", SUBJECT);
}
