//! §30–31: the report on elimination, and the request for it.

use serde_json::json;

use super::{delivered, visited};
use crate::{
    case::{DocumentKind, DutyState},
    testing::*,
};

/// Handed over on Tuesday 6 May 2025; the terms end on Monday 19 May.
fn world(requirements: &[&str]) -> World {
    delivered("2025-05-06", requirements)
}

#[test]
fn p30_each_violation_is_reported_within_its_term() {
    let mut world = world(&["1", "7"]);
    for key in ["30.1", "30.2"] {
        let duty = world.duty(key);
        assert_eq!((duty.due, duty.body.as_str(), duty.open()), (day("2025-05-19"), "health", true));
    }
    world.today = day("2025-05-19");
    world.done("report-elimination", SUBJECT, json!({"items": ["1"]}));
    assert_eq!(world.duty("30.1").state, DutyState::Done(day("2025-05-19")));
    assert!(world.duty("30.2").open());
    let again = world.with("report-elimination", SUBJECT, json!({"items": ["1"]}));
    assert!(matches!(again, Err(crate::case::step::Halt::Wrong(e)) if e[0].code == "not-a-choice"));
    world.today = day("2025-05-20");
    assert!(world.duty("30.2").late(world.today));
    let back = world.refused("report-elimination", SUBJECT, json!({"on": "2025-05-19"}));
    assert_eq!(told(&back), "§30 dated-back today=2025-05-20 @on");
    let mut paper = world.clone();
    paper.done("report-elimination", INSPECTOR, json!({"on": "2025-05-19"}));
    assert!(!paper.duty("30.2").late(day("2030-01-01")));
    world.sample("report-elimination", SUBJECT);
    assert!(world.duty("30.2").late(day("2030-01-01")) && !world.duty("30.1").late(day("2030-01-01")));
    assert!(world.never("report-elimination"));
    assert!(delivered("2025-05-06", &[]).never("report-elimination"), "nothing was prescribed");
}

#[test]
fn p30_a_term_that_ends_on_a_day_off_gives_way() {
    let mut world = super::started();
    world.today = day("2025-05-06");
    world.done("record-violation", INSPECTOR, json!({"requirement": "1"}));
    let items = json!([{"violation": "1", "text": "remedy", "term": "2025-06-06"}]);
    world.done("draft-prescription", INSPECTOR, json!({"items": items}));
    world.sample("mark-requirements", INSPECTOR);
    world.sample("draft-results", INSPECTOR);
    super::sign(&mut world);
    world.sample("deliver-results", INSPECTOR);
    // Kurban Ait on Friday, then the weekend.
    assert_eq!(world.duty("30.1").due, day("2025-06-09"));
}

#[test]
fn p30_the_officers_find_each_violation_eliminated_or_not() {
    let mut world = world(&["1", "7"]);
    assert!(world.never("accept-elimination") && world.never("find-lacking"), "nothing has come, and the term runs");
    world.sample("report-elimination", SUBJECT);
    let both = "accept-elimination insp1, accept-elimination insp2";
    assert_eq!(world.waits_for(), both);
    world.done("accept-elimination", INSPECTOR, json!({"items": ["1"]}));
    assert_eq!(world.waits_for(), both, "the other one is still to be judged");
    world.today = day("2025-05-14");
    assert_eq!(told(&world.not_yet("close-inspection", INSPECTOR)), "§30 not-remedied");
    world.sample("find-lacking", INSPECTOR);
    // A new report is possible, and what is shown then may be accepted.
    world.sample("report-elimination", SUBJECT);
    world.sample("accept-elimination", INSPECTOR);
    world.sample("close-inspection", INSPECTOR);
    assert!(world.duty("8").open() == false, "made good before the inspection was appointed");
}

#[test]
fn p30_a_silent_subject_is_found_lacking_in_gross_violations_alone_before_it_is_asked() {
    let mut world = world(&["1", "7"]);
    world.today = day("2025-05-20");
    let fields = world.step("find-lacking").fields(&world.view(&actor(INSPECTOR), None));
    let crate::case::FieldKind::Picks(open) = &fields[0].kind else { panic!("picks") };
    assert_eq!(open.iter().map(|(number, _)| number.as_str()).collect::<Vec<_>>(), ["2"]);
    world.sample("find-lacking", INSPECTOR);
    // 21 22 23 May.
    assert_eq!(world.duty("8").due, day("2025-05-23"));
}

#[test]
fn p31_silence_is_followed_by_a_request_within_two_working_days() {
    let mut world = world(&["1", "7"]);
    assert_eq!(told(&world.not_yet("request-report", INSPECTOR)), "§31 term-still-runs due=2025-05-19");
    world.today = day("2025-05-19");
    assert!(!world.ready("request-report", INSPECTOR), "the last day is the subject's");
    world.today = day("2025-05-20");
    // 20 21 May.
    let duty = world.duty("31");
    assert_eq!((duty.due, duty.step, duty.open()), (day("2025-05-21"), "request-report", true));
    let mut late = world.clone();
    world.sample("request-report", INSPECTOR);
    let fact = world.case.facts.last().unwrap();
    assert_eq!(fact.documents[0].kind, DocumentKind::ReportRequest);
    let crate::case::FactKind::ReportRequested(request) = &fact.what else { panic!("a request") };
    assert_eq!(request.items, ["1"], "gross violations are not asked about");
    assert_eq!(world.duty("31").state, DutyState::Done(day("2025-05-20")));
    assert!(world.never("request-report"));
    late.today = day("2025-05-22");
    assert!(late.duty("31").late(late.today));
    late.sample("request-report", INSPECTOR);
    assert!(late.duty("31").late(day("2030-01-01")));
    // Over Kurban Ait: a term until Thursday 5 June is asked about until Tuesday 10 June.
    let mut feast = super::delivered("2025-05-06", &["1"]);
    feast.done("ask-more-time", SUBJECT, json!({"until": "2025-06-05"}));
    feast.sample("decide-more-time", TERRITORIAL_LEADER);
    feast.today = day("2025-06-09");
    assert_eq!(feast.duty("31").due, day("2025-06-10"));
}

#[test]
fn p31_the_request_is_for_significant_and_insignificant_violations_alone() {
    let mut gross = visited("2025-05-06", &["7"]);
    gross.today = day("2025-06-02");
    assert!(gross.never("request-report") && !gross.has_duty("31"));
    // What was reported in time is not asked for; what came late is asked for no more.
    let mut timely = world(&["1"]);
    timely.sample("report-elimination", SUBJECT);
    timely.today = day("2025-05-20");
    assert!(timely.never("request-report") && !timely.has_duty("31"));
    let mut late = world(&["1"]);
    late.today = day("2025-05-20");
    late.sample("report-elimination", SUBJECT);
    assert!(late.never("request-report"));
    assert_eq!(late.duty("31").state, DutyState::Lapsed(day("2025-05-20")));
}
