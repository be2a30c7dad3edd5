//! The life of a report from its opening to its acceptance (§60–62).

use serde_json::json;

use super::{dashed, filled, people::*, place};
use crate::{
    case::{Answers, DutyState, FactKind, Role},
    ch3_reports::{
        Cell, FormId, Review,
        p60_routing::route,
        report::{Part, Remark, Stage, case_id},
    },
    edition::Law,
    rules::RuleId,
    testing::{World, day, told},
};

/// An open report of the oblast's third quarter of 2026, on 1 October.
fn over() -> World {
    begun("2026-Q3", "2026-07-01").on("2026-10-01")
}

#[test]
fn p60_a_report_is_opened_for_a_form_that_the_body_owes() {
    let open = |body: &str, form: &str, quarter: &str| {
        let mut world = before(body, "2026-08-03");
        let who = ("ex", Role::ReportExecutor, body);
        let answers = Answers::of(json!({"form": form, "quarter": quarter}));
        match world.take_answers("open-report", who, &answers) {
            Ok(()) => {
                let opening = world.report().opening.clone().unwrap();
                assert_eq!(world.report().opened, Some(day("2026-08-03")));
                format!("{} {} {}", opening.rule, opening.quarter, opening.to.join(" "))
            }
            Err(_) => told(&world.stops_with("open-report", who, &answers)),
        }
    };
    for (body, form, opened) in [
        ("ministry", "1-mq", "60 2026-Q3 agency"),
        ("ministry", "3-mq", "62 2026-Q3 agency"),
        ("ministry", "4-mq", "62 2026-Q3 agency"),
        ("ministry", "2-mq", "§61 form-not-owed form=2-мқ body=ministry @form"),
        ("unit", "1-mq", "60 2026-Q3 agency-akmola"),
        ("unit", "3-mq", "§62 form-not-owed form=3-мқ body=unit @form"),
        ("akimat", "2-mq", "61 2026-Q3 agency agency-akmola"),
        ("akimat", "1-mq", "§60 form-not-owed form=1-мқ body=akimat @form"),
        ("district", "2-mq", "61-district 2026-Q3 akimat"),
        ("committee", "1-mq", "§60 form-not-owed form=1-мқ body=committee @form"),
        ("health", "2-mq", "§61 form-not-owed form=2-мқ body=health @form"),
    ] {
        assert_eq!(open(body, form, "2026-Q3"), opened, "{body} {form}");
    }
    assert_eq!(
        open("ministry", "1-mq", "2021-Q3"),
        "60 2021-Q3 agency",
        "the quarter in which the Rules came into force"
    );
    for quarter in ["2021-Q2", "2026-Q4", "2026"] {
        let answers = json!({"form": "2-mq", "quarter": quarter});
        assert!(before("akimat", "2026-09-30").take("open-report", EXECUTOR, answers).is_err(), "{quarter}");
    }
    let mut world = over();
    assert_eq!(told(&world.stops("open-report", EXECUTOR)), "§60 not-now step=step-open-report");
    assert_eq!(case_id("akimat", FormId::Local, super::quarter("2026-Q3")), "2-mq-2026-q3-akimat");
}

#[test]
fn p60_a_report_is_signed_when_its_quarter_is_over() {
    let mut world = begun("2026-Q3", "2026-07-01").on("2026-09-30");
    assert_eq!(told(&world.stops("sign-report", EXECUTOR)), "§61 quarter-not-over from=2026-10-01");
    assert_eq!(world.waits_for(), "");
    let mut world = world.on("2026-10-01");
    world.goes("sign-report", EXECUTOR);
    let mut ministry = before("ministry", "2026-12-31");
    ministry.take("open-report", STRANGER, json!({"form": "4-mq", "quarter": "2026-Q4"})).unwrap();
    assert_eq!(told(&ministry.stops("sign-report", STRANGER)), "§62 quarter-not-over from=2027-01-01");
}

#[test]
fn p60_errors_stop_the_signature_and_warnings_need_a_comment() {
    let mut sheet = dashed(FormId::Local);
    sheet.set(&place("21//m3"), Cell::Unfilled);
    sheet.set(&place("4//m1"), Cell::Count(3));
    let mut world = over().weighed(&sheet, &[]);
    assert_eq!(told(&world.stops("sign-report", EXECUTOR)), "§61 report-has-errors count=1");
    let sheet = filled(FormId::Local, &["4//m1 3", "16.1//m2 1"]);
    let mut world = world.weighed(&sheet, &[("violations/4//m1", "Өткен тоқсанда анықталған")]);
    assert_eq!(told(&world.stops("sign-report", EXECUTOR)), "§61 warnings-without-comment count=1");
    let comments = [("violations/4//m1", "Өткен тоқсанда анықталған"), ("source/16//m2", "Ауызша")];
    let mut world = world.weighed(&sheet, &comments);
    world.goes("sign-report", EXECUTOR);
    let kept = &world.report().signature(1).unwrap().2.comments;
    assert_eq!(kept.iter().map(|c| c.key.as_str()).collect::<Vec<_>>(), ["violations/4//m1", "source/16//m2"]);
}

#[test]
fn p60_the_analytical_note_goes_with_the_report() {
    let mut world = over();
    world.review = Some(Review { note: String::new(), ..faultless() });
    assert_eq!(told(&world.stops("sign-report", EXECUTOR)), "§61 no-analytical-note");
}

#[test]
fn p60_what_is_signed_is_what_lay_before_the_executor() {
    let mut world = over();
    let part = Part { case: "c".into(), body: "district".into(), version: 2, whole: "e".repeat(64) };
    let review = Review {
        evidence: vec!["f".repeat(64)],
        parts: vec![part.clone()],
        missing: vec!["district2".into()],
        ..faultless()
    };
    world.review = Some(review.clone());
    world.take("sign-report", EXECUTOR, json!({"phone": "8", "email": "demo@example.kz"})).unwrap();
    let (on, person, signed) = world.report().signature(1).unwrap();
    assert_eq!((*on, person.user.as_str()), (day("2026-10-01"), "ex"));
    assert_eq!((&signed.own, &signed.whole, &signed.note), (&review.own, &review.whole, &review.note));
    assert_eq!((&signed.evidence, &signed.parts, &signed.missing), (&review.evidence, &vec![part], &review.missing));
    assert_eq!((signed.phone.as_str(), signed.email.as_str()), ("8", "demo@example.kz"));
}

#[test]
fn p60_two_people_sign_in_their_order() {
    let mut world = over();
    assert_eq!(told(&world.stops("countersign-report", SIGNATORY)), "§61 executor-signs-first");
    assert_eq!(told(&world.stops("submit-report", EXECUTOR)), "§61 executor-signs-first");
    world.goes("sign-report", EXECUTOR);
    assert_eq!(world.waits_for(), "countersign-report report-signatory, countersign-report leader");
    assert_eq!(told(&world.stops("submit-report", EXECUTOR)), "§61 head-signs-first");
    // One who holds both roles signs once.
    for role in [Role::ReportSignatory, Role::Leader] {
        assert_eq!(told(&world.stops("countersign-report", ("ex", role, "akimat"))), "§61 two-people-sign");
    }
    let mut other = world.clone();
    other.goes("countersign-report", HEAD);
    world.goes("countersign-report", SIGNATORY);
    assert_eq!(world.report().countersigned.as_ref().unwrap().1.user, "sig");
    assert_eq!(told(&world.stops("countersign-report", HEAD)), "§60 not-now step=step-countersign-report");
    assert_eq!(world.waits_for(), "", "the submission has its term");
    assert_eq!(world.duty("61").step, "submit-report");
    world.goes("submit-report", SIGNATORY);
    assert_eq!(
        world.waits_for(),
        "accept-report analyst, accept-report report-executor, accept-report unit-head, accept-report leader"
    );
    assert!(world.awaited().iter().all(|a| a.body == "agency"));
}

#[test]
fn p60_what_is_signed_is_taken_back_before_it_is_submitted() {
    for signatures in 1..=2 {
        let mut world = over();
        world.goes("sign-report", EXECUTOR);
        if signatures == 2 {
            world.goes("countersign-report", HEAD);
        }
        assert!(world.take("withdraw-report", SIGNATORY, json!({})).is_err(), "with a reason");
        world.goes("withdraw-report", SIGNATORY);
        assert_eq!((world.stage(), world.report().countersigned.is_none()), (Stage::Draft, true));
        // Signed again by another executor: under the same number, and again by two.
        world.goes("sign-report", OTHER_EXECUTOR);
        assert_eq!(world.report().version(), 1);
        assert_eq!(world.stops("submit-report", EXECUTOR).code, "head-signs-first");
        assert_eq!(world.stops("countersign-report", ("ex2", Role::Leader, "akimat")).code, "two-people-sign");
    }
    let mut world = submitted();
    assert_eq!(told(&world.stops("withdraw-report", EXECUTOR)), "§60 not-now step=step-withdraw-report");
    world.goes("return-report", AGENCY);
    world.goes("sign-report", EXECUTOR);
    world.goes("withdraw-report", EXECUTOR);
    assert_eq!((world.stage(), world.report().next_version()), (Stage::Returned, 2));
}

#[test]
fn p61_the_territorial_body_returns_and_the_agency_accepts() {
    let mut world = submitted();
    assert_eq!(told(&world.stops("accept-report", TERRITORIAL)), "§61 accepted-by-another body=agency");
    let mut returned = world.clone();
    let remark = Remark { place: Some(place("11.1//m1n")), text: "Салыстырыңыз".into() };
    returned.review = Some(Review { remarks: vec![remark.clone()], ..faultless() });
    assert!(returned.take("return-report", TERRITORIAL, json!({"reason": " "})).is_err());
    returned.goes("return-report", TERRITORIAL);
    let (on, back) = returned.report().returns[0].clone();
    assert_eq!((on, back.remarks), (day("2026-10-08"), vec![remark]));
    assert_eq!(returned.waits_for(), "sign-report report-executor");
    world.goes("accept-report", AGENCY);
    assert_eq!(world.report().accepted, [(day("2026-10-08"), 1)]);
    assert_eq!(world.waits_for(), "");
    assert_eq!(told(&world.stops("return-report", AGENCY)), "§60 not-now step=step-return-report");
    // A district's report is accepted by its oblast alone.
    let mut world = before("district", "2026-10-01");
    let (ex, sig) = (("dx", Role::ReportExecutor, "district"), ("ds", Role::ReportSignatory, "district"));
    world.take("open-report", ex, json!({"form": "2-mq", "quarter": "2026-Q3"})).unwrap();
    world.goes("sign-report", ex);
    world.goes("countersign-report", sig);
    world.goes("submit-report", ex);
    assert_eq!(told(&world.stops("accept-report", AGENCY)), "§60 not-yours role=role-analyst side=side-receiver");
    world.goes("accept-report", ("x", Role::UnitHead, "akimat"));
}

/// The last days by hand: weekends and holidays give way.
#[test]
fn p60_reports_are_due_by_these_days() {
    let law = Law::shipped();
    let tree = with_corporation();
    for (body, form, rule, dates) in [
        ("ministry", FormId::Central, RuleId::R60, ["2026-04-10", "2026-07-10", "2026-10-12", "2027-01-11"]),
        ("unit", FormId::Central, RuleId::R60, ["2026-04-10", "2026-07-10", "2026-10-12", "2027-01-11"]),
        ("akimat", FormId::Local, RuleId::R61, ["2026-04-10", "2026-07-10", "2026-10-12", "2027-01-11"]),
        ("district", FormId::Local, RuleId::R61District, ["2026-04-06", "2026-07-07", "2026-10-05", "2027-01-05"]),
        ("ministry", FormId::Corporation, RuleId::R62, ["2026-04-27", "2026-07-27", "2026-10-27", "2027-01-25"]),
        ("ministry", FormId::Electronic, RuleId::R62, ["2026-04-27", "2026-07-27", "2026-10-27", "2027-01-25"]),
    ] {
        for (number, due) in (1..).zip(dates) {
            let quarter = super::quarter(&format!("2026-Q{number}"));
            let route = route(&tree, body, form, quarter.last_day()).unwrap();
            assert_eq!(route.rule, rule);
            assert_eq!(route.due(&law, quarter).unwrap().due, day(due), "{body} {form} {quarter}");
            let mut world = before(body, "2027-01-04");
            let who = ("ex", Role::ReportExecutor, body);
            world.take("open-report", who, json!({"form": form, "quarter": quarter})).unwrap();
            let duty = world.duty(rule.id());
            assert_eq!((duty.due, duty.state, duty.paragraph), (day(due), DutyState::Open, form.paragraph()));
            assert_eq!(duty.roles, [Role::ReportExecutor, Role::ReportSignatory]);
            assert_eq!((duty.body.as_str(), duty.detail.as_str()), (body, &*format!("{}, {quarter}", form.index())));
            assert!(!duty.late(day(due)) && duty.late(day(due).tomorrow().unwrap()));
        }
    }
}

#[test]
fn p60_the_first_submission_decides_whether_it_was_in_time() {
    // In time on the last day, returned, and again in November: in time.
    let mut world = over().on("2026-10-12").submitted();
    world.goes("return-report", AGENCY);
    let world = world.on("2026-11-20").submitted();
    assert_eq!(world.report().submitted, Some(day("2026-11-20")));
    assert_eq!(world.report().first_submitted, Some(day("2026-10-12")));
    let due = day("2026-10-12");
    assert_eq!(world.duty("61").state, DutyState::Done(due));
    assert!(!world.duty("61").late(day("2030-01-01")));
    // A day after, and it is late for ever.
    let world = over().on("2026-10-13").submitted().accepted();
    assert!(world.duty("61").late(day("2030-01-01")));
    // Signed in time is not submitted in time.
    let mut world = over().on("2026-10-12");
    world.goes("sign-report", EXECUTOR);
    world.goes("countersign-report", HEAD);
    assert!(!world.duty("61").late(day("2026-10-12")) && world.duty("61").late(day("2026-10-13")));
    let mut world = world.on("2026-10-13");
    world.goes("submit-report", EXECUTOR);
    assert!(world.duty("61").late(day("2026-10-13")));
}

#[test]
fn p60_nobody_outside_reads_before_the_submission() {
    const OWN: [Role; 6] =
        [Role::ReportExecutor, Role::ReportSignatory, Role::Leader, Role::UnitHead, Role::Analyst, Role::Observer];
    let check = |world: &World, outside: &[&str]| {
        let readers = world.case.readers(&world.bodies);
        for body in world.bodies.iter() {
            for role in Role::ALL {
                let may = match body.id.as_str() {
                    own if own == world.case.body => OWN.contains(&role),
                    other => outside.contains(&other) && (OWN.contains(&role) || role == Role::Inspector),
                };
                assert_eq!(
                    readers.contains(&(body.id.clone(), role)),
                    may,
                    "{role:?} of {} in {:?}",
                    body.id,
                    world.stage()
                );
            }
        }
    };
    let mut world = before("district", "2026-07-01");
    check(&world, &[]);
    let (ex, sig) = (("dx", Role::ReportExecutor, "district"), ("ds", Role::ReportSignatory, "district"));
    world.take("open-report", ex, json!({"form": "2-mq", "quarter": "2026-Q3"})).unwrap();
    check(&world, &[]);
    let mut world = world.on("2026-10-02");
    for (step, who) in [("sign-report", ex), ("countersign-report", sig)] {
        world.goes(step, who);
        check(&world, &[]);
    }
    world.goes("submit-report", ex);
    let all = ["akimat", "agency", "agency-akmola"];
    check(&world, &all);
    world.goes("return-report", ("x", Role::Analyst, "akimat"));
    check(&world, &all);
    let mut watchers = world.report().watchers(&world.case, &world.bodies);
    watchers.sort();
    assert_eq!(watchers, ["agency", "agency-akmola", "akimat", "district"]);
    // The unit of a ministry: the committee and the ministry above it, the territorial body, the Agency.
    let mut world = before("unit", "2026-10-02");
    let (ex, sig) = (("ux", Role::ReportExecutor, "unit"), ("us", Role::ReportSignatory, "unit"));
    world.take("open-report", ex, json!({"form": "1-mq", "quarter": "2026-Q3"})).unwrap();
    for (step, who) in [("sign-report", ex), ("countersign-report", sig), ("submit-report", ex)] {
        world.goes(step, who);
    }
    check(&world, &["committee", "ministry", "agency", "agency-akmola"]);
}

#[test]
fn p60_the_path_shows_where_the_report_stands() {
    let now = |world: &World| world.case.rail().into_iter().find(|s| s.now).map(|s| s.word);
    let mut world = before("akimat", "2026-10-01");
    assert_eq!(now(&world), Some("stop-report-opened"));
    world.take("open-report", EXECUTOR, json!({"form": "2-mq", "quarter": "2026-Q3"})).unwrap();
    for (step, who, next) in [
        ("sign-report", EXECUTOR, Some("stop-report-countersigned")),
        ("withdraw-report", EXECUTOR, Some("stop-report-signed")),
        ("sign-report", EXECUTOR, Some("stop-report-countersigned")),
        ("countersign-report", SIGNATORY, Some("stop-report-submitted")),
        ("submit-report", EXECUTOR, Some("stop-report-accepted")),
        ("return-report", AGENCY, Some("stop-report-signed")),
        ("sign-report", EXECUTOR, Some("stop-report-countersigned")),
        ("countersign-report", SIGNATORY, Some("stop-report-submitted")),
        ("submit-report", EXECUTOR, Some("stop-report-accepted")),
        ("accept-report", AGENCY, None),
    ] {
        world.goes(step, who);
        assert_eq!(now(&world), next, "after {step}");
    }
    assert!(world.case.facts.iter().any(|f| f.what == FactKind::ReportAccepted));
    assert_eq!(Stage::ALL.map(|s| Stage::parse(s.word())), Stage::ALL.map(Some));
}

#[test]
fn p60_others_are_not_told_of_a_version_before_it_is_submitted() {
    let mut world = over().on("2026-10-12").submitted();
    let told = |world: &World, body: &str| world.case.told_to(body).len();
    world.goes("return-report", AGENCY);
    let known = told(&world, "agency");
    assert_eq!(known, world.case.facts.len());
    world.goes("sign-report", EXECUTOR);
    world.goes("countersign-report", HEAD);
    assert_eq!((told(&world, "agency"), told(&world, "akimat")), (known, known + 2));
    world.goes("submit-report", EXECUTOR);
    assert_eq!(told(&world, "agency"), world.case.facts.len());
}
