//! §7, §24–25: the act on results (Code art. 152), the prescription and the conclusion (art. 152-1).

use serde_json::json;

use super::{delivered, finish, sign, started, visiting, written};
use crate::{
    case::{DocumentKind, step::Halt},
    testing::*,
};

#[test]
fn p24_an_act_with_an_item_missing_is_not_signed() {
    let rows = [
        ("place", "1"),
        ("time", "1"),
        ("representative_name", "5"),
        ("representative_position", "5"),
        ("held_at", "6"),
        ("results", "7"),
    ];
    for (field, item) in rows {
        let mut world = started();
        world.sample("mark-requirements", INSPECTOR);
        world.done("draft-results", INSPECTOR, json!({field: null}));
        let refusal = world.not_yet("sign-results", INSPECTOR);
        assert_eq!(told(&refusal), format!("§24 results-incomplete items={item}"), "{field}");
        world.sample("draft-results", INSPECTOR);
        world.sample("sign-results", INSPECTOR);
    }
    assert_eq!(told(&started().not_yet("sign-results", INSPECTOR)), "§24 results-incomplete items=1, 5, 6, 7");
    let mut world = started();
    world.sample("draft-results", INSPECTOR);
    let refusal = world.not_yet("sign-results", INSPECTOR);
    assert_eq!(told(&refusal), "§24 requirement-unmarked requirement=checklist-1", "items 8 and 7");
}

#[test]
fn p24_every_officer_signs_and_then_nothing_of_it_changes() {
    let mut world = started();
    written(&mut world, &["1"]);
    assert_eq!(
        world.waits_for(),
        "sign-results insp1, sign-results insp2, sign-prescription insp1, sign-prescription insp2"
    );
    assert_eq!(told(&world.not_yet("deliver-results", INSPECTOR)), "§24 results-not-signed");
    world.sample("sign-results", INSPECTOR);
    assert_eq!(told(&world.not_yet("sign-results", INSPECTOR)), "§24 signed-by-you");
    for step in ["record-violation", "withdraw-violation", "mark-requirements", "draft-results"] {
        assert!(world.never(step), "{step}");
    }
    let version = |world: &World| world.case.document(DocumentKind::ResultsAct).unwrap().version;
    assert_eq!(version(&world), 1);
    world.sample("sign-results", SECOND_INSPECTOR);
    assert_eq!(version(&world), 2, "one document, signed by both");
    assert_eq!(
        told(&world.not_yet("deliver-results", INSPECTOR)),
        "§24 results-not-signed",
        "the prescription is missing"
    );
    sign(&mut world);
    assert!(world.never("sign-results") && world.never("sign-prescription"));
    world.sample("deliver-results", SECOND_INSPECTOR);
    assert_eq!(version(&world), 3, "with the mark of its delivery");
}

#[test]
fn p24_what_was_signed_is_withdrawn_with_a_reason_before_it_is_written_anew() {
    let mut world = started();
    written(&mut world, &["1"]);
    assert!(world.never("withdraw-results"), "nobody has signed");
    sign(&mut world);
    assert_eq!(world.not_yet("withdraw-results", TERRITORIAL_LEADER).code, "not-yours");
    let silent = world.with("withdraw-results", SECOND_INSPECTOR, json!({"reason": null}));
    assert!(matches!(silent, Err(Halt::Wrong(e)) if e[0].field == "reason"));
    world.sample("withdraw-results", SECOND_INSPECTOR);
    assert!(world.never("withdraw-results"));
    let left = "sign-results insp1, sign-results insp2, sign-prescription insp1, sign-prescription insp2";
    assert_eq!(world.waits_for(), left, "all of it is signed again");
    world.done("draft-results", INSPECTOR, json!({"results": "anew"}));
    sign(&mut world);
    let act = world.case.document(DocumentKind::ResultsAct).unwrap();
    assert_eq!((act.number, act.version), (1, 4), "the same document in its next versions");
    world.sample("deliver-results", INSPECTOR);
    assert!(world.never("withdraw-results"), "the subject has it");
    // While the inspection stands still, and when its term is over, nothing is withdrawn.
    let mut world = started();
    written(&mut world, &[]);
    world.sample("sign-results", INSPECTOR);
    world.sample("suspend-inspection", TERRITORIAL_LEADER);
    assert_eq!(told(&world.not_yet("withdraw-results", INSPECTOR)), "§19 stands-still");
    world.sample("resume-inspection", TERRITORIAL_LEADER);
    world.today = day("2025-05-08");
    assert_eq!(world.not_yet("withdraw-results", INSPECTOR).code, "term-exceeded");
}

#[test]
fn p25_one_prescription_with_one_row_for_each_violation() {
    let mut world = started();
    world.done("record-violation", INSPECTOR, json!({"requirement": "1"}));
    world.done("record-violation", INSPECTOR, json!({"requirement": "7"}));
    let item = |number: &str| json!({"violation": number, "text": "remedy", "term": "2025-05-12"});
    for (items, number) in [(json!([item("1"), item("1")]), 1), (json!([item("1"), item("2"), item("2")]), 2)] {
        let refusal = world.refused("draft-prescription", INSPECTOR, json!({"items": items}));
        assert_eq!(told(&refusal), format!("§25 violation-prescribed-once number={number} @items"));
    }
    let few = world.with("draft-prescription", INSPECTOR, json!({"items": [item("2")]}));
    assert!(matches!(few, Err(Halt::Wrong(e)) if e[0].code == "too-few-rows"));
    let foreign = world.with("draft-prescription", INSPECTOR, json!({"items": [item("1"), item("3")]}));
    assert!(matches!(foreign, Err(Halt::Wrong(e)) if e[0].code == "not-a-choice"));
    world.done("draft-prescription", INSPECTOR, json!({"items": [item("1"), item("2")]}));
    world.sample("draft-results", INSPECTOR);
    world.sample("mark-requirements", INSPECTOR);
    // A violation found since is prescribed too, one withdrawn is not.
    world.done("record-violation", INSPECTOR, json!({"requirement": "4"}));
    world.sample("mark-requirements", INSPECTOR);
    assert_eq!(told(&world.not_yet("sign-prescription", INSPECTOR)), "§25 prescription-not-drafted");
    world.done("withdraw-violation", INSPECTOR, json!({"withdrawn": "3"}));
    world.done("withdraw-violation", INSPECTOR, json!({"withdrawn": "2"}));
    world.sample("mark-requirements", INSPECTOR);
    sign(&mut world);
    world.sample("deliver-results", INSPECTOR);
    let inspection = world.case.inspection().unwrap();
    assert_eq!((inspection.items.len(), inspection.terms.keys().copied().collect::<Vec<_>>()), (1, vec![1]));
}

#[test]
fn p25_a_term_is_at_least_ten_calendar_days_from_delivery() {
    // Handed over on Thursday 24 April: Sunday 4 May is the tenth day.
    let mut world = started();
    world.today = day("2025-04-24");
    world.done("record-violation", INSPECTOR, json!({"requirement": "1"}));
    let item = |term: &str| json!({"items": [{"violation": "1", "text": "remedy", "term": term}]});
    let refusal = world.refused("draft-prescription", INSPECTOR, item("2025-05-03"));
    assert_eq!(told(&refusal), "§25 prescription-too-short days=10 earliest=2025-05-04 @items");
    world.done("draft-prescription", INSPECTOR, item("2025-05-04"));
    world.sample("mark-requirements", INSPECTOR);
    world.sample("draft-results", INSPECTOR);
    sign(&mut world);
    // Handed over a day after it was signed, the term would be too short.
    let mut later = world.clone();
    later.today = day("2025-04-25");
    let refusal = later.refused("deliver-results", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§25 prescription-too-short days=10 earliest=2025-05-05 @on");
    let refusal = later.refused("deliver-to-chancellery", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§25 prescription-too-short days=10 earliest=2025-05-05 @on");
    // On the day itself, written down later; or with another term, signed again.
    later.clone().done("deliver-results", INSPECTOR, json!({"on": "2025-04-24"}));
    later.done("draft-prescription", INSPECTOR, item("2025-05-05"));
    assert_eq!(told(&later.not_yet("deliver-results", INSPECTOR)), "§24 results-not-signed");
    sign(&mut later);
    later.sample("deliver-results", INSPECTOR);
    world.sample("deliver-results", INSPECTOR);
    // Between draft and signature a day may pass as well.
    let mut slow = started();
    written(&mut slow, &["1"]);
    slow.today = day("2025-04-30");
    let refusal = slow.not_yet("sign-prescription", INSPECTOR);
    assert_eq!(told(&refusal), "§25 prescription-too-short days=10 earliest=2025-05-10");
}

#[test]
fn p25_an_inspection_that_found_nothing_has_an_act_and_no_prescription() {
    let mut world = started();
    written(&mut world, &[]);
    assert!(world.never("draft-prescription") && world.never("sign-prescription"));
    assert!(world.never("draft-conclusion") && world.never("sign-conclusion"), "a conclusion is a visit's");
    sign(&mut world);
    world.sample("deliver-results", INSPECTOR);
    assert!(world.case.document(DocumentKind::Prescription).is_none());
}

#[test]
fn p07_a_visit_ends_with_a_prescription_or_a_conclusion_and_no_act() {
    let mut clean = visiting();
    written(&mut clean, &[]);
    assert!(clean.never("sign-results"), "a visit has no act on results");
    assert_eq!(clean.waits_for(), "sign-conclusion insp1, sign-conclusion insp2");
    sign(&mut clean);
    assert!(clean.never("draft-conclusion"));
    clean.sample("deliver-results", INSPECTOR);
    let kinds = |world: &World| -> Vec<DocumentKind> {
        let all = [DocumentKind::ResultsAct, DocumentKind::Prescription, DocumentKind::Conclusion];
        all.into_iter().filter(|kind| world.case.document(*kind).is_some()).collect()
    };
    assert_eq!(kinds(&clean), [DocumentKind::Conclusion]);
    let mut violated = visiting();
    written(&mut violated, &["1"]);
    assert!(violated.never("draft-conclusion") && violated.never("sign-results"));
    sign(&mut violated);
    violated.sample("deliver-results", INSPECTOR);
    assert_eq!(kinds(&violated), [DocumentKind::Prescription]);
    assert_eq!(violated.case.document(DocumentKind::Prescription).unwrap().version, 3);
    // What was found after the conclusion was written takes its place.
    let mut world = visiting();
    written(&mut world, &[]);
    finish(&mut world, &["1"]);
    assert_eq!(kinds(&world), [DocumentKind::Prescription]);
    assert_eq!(kinds(&delivered("2025-04-24", &["1"])), [DocumentKind::ResultsAct, DocumentKind::Prescription]);
}
