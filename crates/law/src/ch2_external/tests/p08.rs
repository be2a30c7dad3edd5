//! §8: gross violations of a visit are followed by an inspection; §10–11: the half-year list; Code art. 144(3)1) and 1-1).

use serde_json::json;

use super::{check, delivered, drafted, entry, other, tells, visit_drafted, visited, visiting};
use crate::{
    case::{Procedure, step::Halt},
    ch2_external::dossier::{Check, Desk, Told, What},
    testing::*,
};

/// An inspection that is to check the prescription of a case, drafted on that day from what it tells.
fn follow_up(from: &World, today: &str) -> World {
    let mut world = World::external(Procedure::Inspection, "agency-akmola", day(today));
    world.dossier.told = vec![tells(from, "first")];
    world.dossier.from = Some("first".into());
    world
}

#[test]
fn p08_a_visit_with_gross_violations_is_followed_by_an_inspection_on_ground_1() {
    // Handed over on Thursday 24 April 2025; the term ends on Monday 5 May (ten calendar days end on Sunday 4 May, and the
    // sample leaves a day more).
    let mut world = visited("2025-04-24", &["1", "7"]);
    assert_eq!(world.case.inspection().unwrap().terms[&2], day("2025-05-05"));
    let duty = world.duty("8");
    // After 5 May three working days: 6, 8 | 12 May.
    assert_eq!((duty.due, duty.step), (day("2025-05-12"), "note-follow-up"));
    assert_eq!(world.not_yet("note-follow-up", INSPECTOR).code, "follow-up-not-due");
    world.sample("report-elimination", SUBJECT);
    world.sample("accept-elimination", INSPECTOR);
    // Also when it is all remedied: the inspection checks the prescription.
    world.today = day("2025-04-30");
    assert_eq!(told(&world.not_yet("close-inspection", INSPECTOR)), "§8 follow-up-owed");
    let mut check = follow_up(&world, "2025-05-06");
    check.sample("draft-appointment", INSPECTOR);
    let act = check.case.inspection().unwrap().appointment.clone().unwrap();
    assert_eq!(
        (act.ground.as_deref(), act.basis.as_deref(), act.subject.as_str()),
        (Some("1"), Some("first"), "health")
    );
    assert_eq!(act.requirements, ["7"], "only what was gross");
    check.sample("sign-appointment", TERRITORIAL_LEADER);
    let mut noted = tells(&check, "second");
    super::check(&mut noted).basis = Some("case1".into());
    world.dossier.told = vec![noted];
    world.sample("note-follow-up", INSPECTOR);
    assert!(!world.duty("8").open());
    world.sample("close-inspection", INSPECTOR);
}

#[test]
fn p08_a_visit_without_gross_violations_needs_no_follow_up_and_ground_1_is_refused() {
    let mut world = visited("2025-04-24", &["1", "4"]);
    assert!(!world.has_duty("8"));
    let mut check = follow_up(&world, "2025-05-06");
    let refusal = check.refused("draft-appointment", INSPECTOR, json!({"ground": "1"}));
    assert_eq!(told(&refusal), "§8 no-gross-violations breach=breach-not-gross @ground");
    world.sample("report-elimination", SUBJECT);
    world.sample("accept-elimination", INSPECTOR);
    world.today = day("2025-04-30");
    world.sample("close-inspection", INSPECTOR);
}

#[test]
fn p08_a_prescription_is_checked_once_its_term_is_over() {
    let world = visited("2025-04-24", &["7"]);
    // Drafted on Friday 2 May to begin on Monday 5 May, the last day of the term.
    let refusal = follow_up(&world, "2025-05-02").refused("draft-appointment", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§8 term-not-over term=2025-05-05 @start");
    let mut next = follow_up(&world, "2025-05-05");
    next.sample("draft-appointment", INSPECTOR);
    assert_eq!(next.case.inspection().unwrap().appointment.as_ref().unwrap().start, day("2025-05-06"));
    // One inspection at a time checks it, also if an earlier one is over.
    let mut second = follow_up(&world, "2025-05-06");
    for (name, closed) in [("over", Some(day("2025-05-06"))), ("under-way", None)] {
        let mut told = tells(&super::started(), name);
        let check = check(&mut told);
        (check.basis, check.closed) = (Some("first".into()), closed);
        second.dossier.told.push(told);
    }
    let refusal = second.refused("draft-appointment", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§8 followed-already on=2025-04-21 @basis");
    second.dossier.told.pop();
    second.sample("draft-appointment", INSPECTOR);
}

#[test]
fn p08_ground_1_is_refused_where_another_bodys_subject_is_meant() {
    let world = visited("2025-04-24", &["7"]);
    let refusal = follow_up(&world, "2025-05-06").refused("draft-appointment", INSPECTOR, json!({"subject": "akimat"}));
    assert_eq!(told(&refusal), "§13 prescription-of-another breach=breach-no-ground @subject");
}

#[test]
fn p08_only_what_the_ground_names_is_checked() {
    let world = visited("2025-04-24", &["1", "7"]);
    let refusal =
        follow_up(&world, "2025-05-06").refused("draft-appointment", INSPECTOR, json!({"requirements": ["7", "1"]}));
    let outside = "§13 outside-the-ground requirement=checklist-1 breach=breach-forbidden @requirements";
    assert_eq!(told(&refusal), outside);
}

#[test]
fn p32_ground_1_1_needs_something_that_was_not_remedied() {
    let mut world = delivered("2025-04-24", &["1", "7"]);
    let refused = |world: &World| {
        let refusal = follow_up(world, "2025-05-12").refused(
            "draft-appointment",
            INSPECTOR,
            json!({"ground": "1-1", "requirements": ["1"]}),
        );
        told(&refusal)
    };
    let nothing = "§32 nothing-to-check breach=breach-no-ground @ground";
    assert_eq!(refused(&world), nothing, "the term is over, but nobody was asked");
    world.sample("report-elimination", SUBJECT);
    assert_eq!(refused(&world), nothing, "reported, and nobody has found it lacking");
    let mut lacking = world.clone();
    lacking.done("find-lacking", INSPECTOR, json!({"items": ["1"]}));
    let mut check = follow_up(&lacking, "2025-05-12");
    check.done("draft-appointment", INSPECTOR, json!({"ground": "1-1", "requirements": ["1"]}));
    world.sample("accept-elimination", INSPECTOR);
    assert_eq!(refused(&world), nothing, "all of it was remedied");
    // What was found remedied after all before the signature stops it.
    lacking.done("accept-elimination", INSPECTOR, json!({"items": ["1"]}));
    check.dossier.told = vec![tells(&lacking, "first")];
    let refusal = check.refused("sign-appointment", TERRITORIAL_LEADER, json!({}));
    assert_eq!(told(&refusal), nothing.trim_end_matches(" @ground"));
}

#[test]
fn p10_a_visit_rests_on_an_approved_entry_of_its_half_year() {
    let refused = |entries: Vec<Told>, changes| {
        let mut world = World::external(Procedure::Visit, "agency-akmola", day("2025-04-21"));
        world.dossier.told = entries;
        match world.with("draft-appointment", INSPECTOR, changes) {
            Err(Halt::Refused(refusal)) => told(&refusal),
            Err(Halt::Wrong(errors)) => format!("{} {}", errors[0].field, errors[0].code),
            Ok(()) => String::new(),
        }
    };
    assert_eq!(refused(vec![entry(2025, 1)], json!({})), "");
    let outside = |half: &str| format!("§10 outside-the-half-year half={half} breach=breach-no-ground @start");
    assert_eq!(refused(vec![entry(2025, 2)], json!({})), outside("2025/2"));
    assert_eq!(refused(vec![entry(2024, 1)], json!({})), outside("2024/1"));
    // A draft of a list, an entry of another body, and nothing at all are no choice.
    let mut draft = entry(2025, 1);
    let mut elsewhere = entry(2025, 1);
    if let What::Entry(entry) = &mut draft.what {
        entry.approved = false;
    }
    if let What::Entry(entry) = &mut elsewhere.what {
        entry.by = "agency".into();
    }
    // Nor is an entry on which a visit is appointed; one that ended without results leaves it free.
    let mut before = tells(&visiting(), "before");
    let taken = vec![entry(2025, 1), before.clone()];
    check(&mut before).abandoned = true;
    assert_eq!(refused(vec![entry(2025, 1), before], json!({})), "");
    for none in [vec![draft], vec![elsewhere], taken, Vec::new()] {
        assert!(refused(none, json!({"basis": "list/1"})).starts_with("basis not-a-choice"));
    }
    let another = json!({"subject": "akimat"});
    assert_eq!(refused(vec![entry(2025, 1)], another), "§10 entry-of-another breach=breach-no-ground @subject");
    // Approved when drafted, gone when signed.
    let mut world = visit_drafted("2025-04-21");
    world.dossier.told.clear();
    let refusal = world.refused("sign-appointment", TERRITORIAL_LEADER, json!({}));
    assert_eq!(told(&refusal), "§10 not-in-the-list breach=breach-no-ground");
}

#[test]
fn p11_a_subject_is_visited_once_a_year() {
    let mut world = visit_drafted("2025-06-20");
    world.dossier.told.push(tells(&visiting(), "before"));
    let refusal = world.refused("sign-appointment", TERRITORIAL_LEADER, json!({}));
    assert_eq!(told(&refusal), "§11 visited-before on=2025-04-22 breach=breach-frequency");
    // A visit of the year before, a draft, one without results do not count.
    let fits = |change: &dyn Fn(&mut Check)| {
        let mut here = world.clone();
        change(check(&mut here.dossier.told[1]));
        here.sample("sign-appointment", TERRITORIAL_LEADER);
    };
    fits(&|c| c.start = day("2024-12-30"));
    fits(&|c| c.appointed = None);
    fits(&|c| c.abandoned = true);
    fits(&|c| c.visit = false);
    // An inspection on a visit's entry does not exist: the list is no ground of art. 144(3).
    let mut inspection = drafted();
    inspection.dossier.told = vec![entry(2025, 1), other("v", "", What::Desk(desk()))];
    let wrong = inspection.with("revise-appointment", INSPECTOR, json!({"basis": "list/1"}));
    assert!(matches!(wrong, Err(Halt::Wrong(_))));
}

fn desk() -> Desk {
    Desk { matter: "matter".into(), violations: Vec::new(), for_visit: true, issued: None }
}
