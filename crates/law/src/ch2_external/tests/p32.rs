//! §32: the answer to the request, and the inspection that follows silence (Code art. 144(3)1-1).

use serde_json::json;

use super::{delivered, followed, tells, visited};
use crate::{
    case::{DutyState, FactKind, Procedure},
    testing::*,
};

/// The term ended on Monday 19 May 2025; asked on the 20th, received on Wednesday 21 May.
fn asked() -> World {
    let mut world = delivered("2025-05-06", &["1"]);
    world.today = day("2025-05-20");
    world.sample("request-report", INSPECTOR);
    world.today = day("2025-05-21");
    world
}

fn received() -> World {
    let mut world = asked();
    world.sample("receive-report-request", SUBJECT);
    world
}

#[test]
fn p32_the_answer_is_due_three_working_days_after_the_receipt() {
    let mut world = asked();
    assert_eq!(
        world.waits_for(),
        "receive-report-request control-object-head, receive-report-request insp1, receive-report-request insp2"
    );
    assert!(!world.has_duty("32"), "the term runs from the receipt");
    let refusal = world.refused("receive-report-request", INSPECTOR, json!({"on": "2025-05-19"}));
    assert_eq!(told(&refusal), "§32 too-early earliest=2025-05-20 @on");
    // A postal receipt of the day before: 21 22 23 May.
    let mut post = world.clone();
    post.done("receive-report-request", INSPECTOR, json!({"on": "2025-05-20"}));
    assert_eq!(post.duty("32").due, day("2025-05-23"));
    // 22 23 | 26 May.
    world.sample("receive-report-request", SUBJECT);
    let duty = world.duty("32");
    assert_eq!((duty.due, duty.body.as_str(), duty.step), (day("2025-05-26"), "health", "answer-report-request"));
    let mut late = world.clone();
    world.today = day("2025-05-26");
    world.sample("answer-report-request", SUBJECT);
    assert_eq!(world.duty("32").state, DutyState::Done(day("2025-05-26")));
    assert!(!world.duty("32-inspection").open(), "an answer came");
    assert!(world.case.inspection().unwrap().reported.contains_key(&1), "it is the report");
    assert!(world.ready("accept-elimination", INSPECTOR));
    late.today = day("2025-05-27");
    late.sample("answer-report-request", SUBJECT);
    assert!(late.duty("32").late(day("2030-01-01")));
}

#[test]
fn p32_silence_is_followed_by_an_inspection() {
    let mut world = received();
    // Three working days after 26 May: 27 28 29 May.
    let duty = world.duty("32-inspection");
    assert_eq!((duty.due, duty.step, duty.body.as_str()), (day("2025-05-29"), "note-follow-up", "agency-akmola"));
    world.today = day("2025-05-26");
    assert_eq!(told(&world.not_yet("note-follow-up", INSPECTOR)), "§32 follow-up-not-due");
    world.today = day("2025-05-27");
    assert!(world.ready("note-follow-up", INSPECTOR));
    let none = world.with("note-follow-up", INSPECTOR, json!({}));
    assert!(none.is_err(), "no inspection has been appointed");
    // Ground 1-1 is a ground now.
    let mut check = World::external(Procedure::Inspection, "agency-akmola", day("2025-05-27"));
    check.dossier.told = vec![tells(&world, "first")];
    check.dossier.from = Some("first".into());
    check.sample("draft-appointment", INSPECTOR);
    let act = check.case.inspection().unwrap().appointment.clone().unwrap();
    assert_eq!((act.ground.as_deref(), act.requirements.as_slice()), (Some("1-1"), &["1".to_owned()][..]));
    check.sample("sign-appointment", TERRITORIAL_LEADER);
    followed(&mut world, "2025-05-27");
    let mut late = world.clone();
    world.sample("note-follow-up", INSPECTOR);
    assert_eq!(world.duty("32-inspection").state, DutyState::Done(day("2025-05-27")));
    world.sample("close-inspection", INSPECTOR);
    late.today = day("2025-05-30");
    late.sample("note-follow-up", INSPECTOR);
    assert!(late.duty("32-inspection").late(day("2030-01-01")));
}

#[test]
fn p32_what_comes_after_the_inspection_was_appointed_is_kept_and_marked() {
    for (noted, step) in
        [(false, "answer-report-request"), (true, "answer-report-request"), (true, "report-elimination")]
    {
        let mut world = received();
        world.today = day("2025-05-28");
        let mut before = world.clone();
        before.sample(step, SUBJECT);
        followed(&mut world, "2025-05-28");
        if noted {
            world.sample("note-follow-up", INSPECTOR);
            assert_eq!(world.duty("32").state, DutyState::Lapsed(day("2025-05-28")));
        }
        world.sample(step, SUBJECT);
        let marked = |world: &World| match &world.case.facts.last().unwrap().what {
            FactKind::ReportRequestAnswered(report) | FactKind::EliminationReported(report) => report.after_follow_up,
            other => panic!("{other:?}"),
        };
        assert!(marked(&world) && !marked(&before), "{step}");
        // It does not undo the inspection.
        assert_eq!(world.case.inspection().unwrap().follow_up.is_some(), noted);
    }
}

#[test]
fn p32_lacking_elimination_is_followed_by_an_inspection() {
    let mut world = delivered("2025-05-06", &["1", "7"]);
    world.today = day("2025-05-08");
    world.sample("report-elimination", SUBJECT);
    let mut both = world.clone();
    world.done("find-lacking", INSPECTOR, json!({"items": ["1"]}));
    // 12 13 14 May.
    assert_eq!(world.duty("32-inspection").due, day("2025-05-14"));
    assert!(!world.has_duty("8"), "of an inspection only what is lacking is checked again");
    both.sample("find-lacking", INSPECTOR);
    assert_eq!((both.duty("8").due, both.duty("32-inspection").due), (day("2025-05-14"), day("2025-05-14")));
    followed(&mut both, "2025-05-08");
    both.sample("note-follow-up", INSPECTOR);
    assert!(!both.duty("8").open() && !both.duty("32-inspection").open());
    // Made good before the inspection was appointed, it is owed no more; late it stays.
    let mut late = world.clone();
    world.sample("accept-elimination", INSPECTOR);
    assert_eq!(world.duty("32-inspection").state, DutyState::Lapsed(day("2025-05-08")));
    late.today = day("2025-05-15");
    late.sample("accept-elimination", INSPECTOR);
    assert!(late.duty("32-inspection").late(day("2030-01-01")));
}

#[test]
fn p32_a_subject_asked_once_is_found_lacking_when_it_is_silent_again() {
    let mut world = delivered("2025-05-06", &["1", "4"]);
    world.done("ask-more-time", SUBJECT, json!({"items": ["2"], "until": "2025-06-05"}));
    world.sample("decide-more-time", TERRITORIAL_LEADER);
    world.today = day("2025-05-20");
    world.sample("request-report", INSPECTOR);
    world.sample("receive-report-request", SUBJECT);
    world.done("answer-report-request", SUBJECT, json!({"items": ["1"]}));
    world.sample("accept-elimination", INSPECTOR);
    assert!(world.never("find-lacking"), "the other term runs");
    world.today = day("2025-06-09");
    assert!(world.never("request-report"));
    world.done("find-lacking", INSPECTOR, json!({"items": ["2"]}));
    assert!(world.duty("32-inspection").open());
}

#[test]
fn p08_a_visit_with_gross_violations_is_not_closed_without_its_follow_up() {
    let mut world = visited("2025-05-06", &["7"]);
    world.sample("report-elimination", SUBJECT);
    assert!(world.ready("note-follow-up", INSPECTOR), "reported: it may be checked");
    world.sample("accept-elimination", INSPECTOR);
    world.today = day("2025-06-02");
    // After 19 May: 20 21 22.
    assert_eq!(world.duty("8").due, day("2025-05-22"));
    assert!(world.duty("8").late(world.today));
    assert_eq!(told(&world.not_yet("close-inspection", INSPECTOR)), "§8 follow-up-owed");
    followed(&mut world, "2025-06-02");
    world.sample("note-follow-up", INSPECTOR);
    world.sample("close-inspection", INSPECTOR);
    assert!(world.duty("8").late(day("2030-01-01")));
}
