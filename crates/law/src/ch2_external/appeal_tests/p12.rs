//! §6, §9, §12: preventive control without a visit.

use serde_json::json;

use super::{control, registered, studied};
use crate::{
    case::{DocumentKind, Procedure},
    ch2_external::{
        dossier::{self, What},
        p22_checklist::severity,
    },
    testing::*,
};

fn refused(changes: serde_json::Value) -> String {
    let mut answers = json!({"subject": "health"});
    answers.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    told(&control().refused("open-desk-control", INSPECTOR, answers))
}

#[test]
fn p12_a_control_is_impartial_and_about_a_time_that_has_been() {
    assert_eq!(refused(json!({"impartial": false})), "§3 not-impartial @impartial");
    let turned = json!({"period_from": "2025-04-02", "period_to": "2025-04-01"});
    assert_eq!(refused(turned), "§12 period-turned @period_to");
    assert_eq!(refused(json!({"period_to": "2025-05-01"})), "§12 in-the-future today=2025-04-30 @period_to");
    assert!(!control().ready("open-desk-control", TERRITORIAL_LEADER));
}

#[test]
fn p14_a_control_without_a_visit_is_within_the_jurisdiction() {
    assert_eq!(refused(json!({"subject": "ministry"})), "§14 outside-jurisdiction subject=ministry by=agency @subject");
    assert_eq!(refused(json!({"subject": "notary"})), "§15 not-a-subject subject=notary by= @subject");
    assert_eq!(refused(json!({"instruction": "№ 4"})), "§14 instruction-without-day @instruction_on");
    let later = json!({"instruction": "№ 4", "instruction_on": "2025-05-01"});
    assert_eq!(refused(later), "§14 in-the-future today=2025-04-30 @instruction_on");
    let mut agency = World::external(Procedure::DeskControl, "agency", day("2025-04-30"));
    let about = |subject: &str, instruction: Option<&str>| json!({"subject": subject, "instruction": instruction, "instruction_on": "2025-04-29"});
    let alone = agency.refused("open-desk-control", AGENCY_INSPECTOR, about("health", None));
    assert_eq!(told(&alone), "§14 instruction-needed subject=health by=agency-akmola @instruction");
    agency.clone().done("open-desk-control", AGENCY_INSPECTOR, about("ministry", None));
    agency.done("open-desk-control", AGENCY_INSPECTOR, about("health", Some("№ 4")));
}

#[test]
fn p01_the_subject_exists() {
    let mut world = control();
    let until = |last| {
        let ended = |b: &crate::bodies::Body| crate::bodies::Body { valid_to: Some(last), ..b.clone() };
        crate::bodies::BodyTree::new(bodies().iter().map(ended))
    };
    world.bodies = until(day("2025-04-29"));
    let gone = world.refused("open-desk-control", INSPECTOR, json!({"subject": "health"}));
    assert_eq!(told(&gone), "§1 body-not-there body=health @subject");
    world.bodies = until(day("2025-04-30"));
    world.done("open-desk-control", INSPECTOR, json!({"subject": "health"}));
}

#[test]
fn p12_from_an_appeal_its_subject_is_taken_over() {
    let appeal = registered(json!({}));
    let mut world = control();
    world.dossier.told = dossier::told(&appeal.case, &appeal.bodies);
    world.dossier.from = Some("case1".into());
    let fields = world.step("open-desk-control").fields(&world.view(&actor(INSPECTOR), None));
    let default = |name: &str| fields.iter().find(|f| f.name == name).unwrap().default.clone();
    assert_eq!(default("subject"), "health");
    assert_eq!(default("reason"), appeal.case.appeal().unwrap().registration.as_ref().unwrap().1.text.as_str());
}

#[test]
fn p12_nobody_goes_to_the_subject() {
    let mut world = studied();
    let visit = world.refused("record-desk-source", INSPECTOR, json!({"source": "visit"}));
    assert_eq!(told(&visit), "§12 visit-in-desk-control @source");
    for source in ["reports", "portal", "website", "bodies", "appeals", "media"] {
        world.done("record-desk-source", INSPECTOR, json!({"source": source}));
    }
}

#[test]
fn p12_nothing_is_found_without_a_source() {
    let mut world = control();
    for step in ["record-desk-source", "draft-desk-outcome", "issue-desk-outcome", "close-desk-control"] {
        assert!(world.never(step), "{step}");
    }
    world.sample("open-desk-control", INSPECTOR);
    assert_eq!(world.waits_for(), "record-desk-source inspector");
    for step in ["record-desk-violation", "draft-desk-outcome"] {
        assert_eq!(told(&world.not_yet(step, INSPECTOR)), "§12 desk-without-source");
    }
    world.sample("record-desk-source", INSPECTOR);
    assert_eq!(world.waits_for(), "draft-desk-outcome inspector");
    assert!(world.case.duties(&world.law).is_empty(), "no term runs");
}

#[test]
fn p12_an_outcome_says_how_to_remedy_what_was_found() {
    let mut world = studied();
    assert!(world.never("withdraw-desk-violation"));
    world.done("draft-desk-outcome", INSPECTOR, json!({"remedy": null}));
    assert_eq!(world.waits_for(), "issue-desk-outcome leader");
    world.done("record-desk-violation", INSPECTOR, json!({"requirement": "7"}));
    assert_eq!(told(&world.not_yet("issue-desk-outcome", TERRITORIAL_LEADER)), "§12 remedy-missing");
    assert_eq!(world.waits_for(), "draft-desk-outcome inspector");
    let silent = world.refused("draft-desk-outcome", INSPECTOR, json!({"remedy": null}));
    assert_eq!(told(&silent), "§12 remedy-missing @remedy");
    world.clone().sample("draft-desk-outcome", INSPECTOR);
    world.sample("withdraw-desk-violation", INSPECTOR);
    assert!(world.ready("issue-desk-outcome", TERRITORIAL_LEADER));
    world.sample("record-desk-violation", SECOND_INSPECTOR);
    let numbers: Vec<u32> = world.case.desk().unwrap().violations.iter().map(|v| v.number).collect();
    assert_eq!(numbers, [2], "a number is not given again");
}

#[test]
fn p09_a_subject_is_proposed_for_a_visit_with_a_reason() {
    let mut world = studied();
    let bare = world.refused("draft-desk-outcome", INSPECTOR, json!({"visit_reason": null}));
    assert_eq!(told(&bare), "§9 for-visit-without-reason @visit_reason");
    world.done("record-desk-violation", INSPECTOR, json!({"requirement": "9", "count": 4}));
    world.sample("draft-desk-outcome", INSPECTOR);
    let desk = |world: &World| match dossier::told(&world.case, &world.bodies).remove(0).what {
        What::Desk(desk) => desk,
        other => panic!("{other:?}"),
    };
    assert!(!desk(&world).for_visit, "a draft proposes nothing");
    world.sample("issue-desk-outcome", TERRITORIAL_LEADER);
    let told = desk(&world);
    assert!(told.for_visit && told.issued == Some(day("2025-04-30")));
    assert_eq!((told.violations[0].severity.as_str(), told.violations[0].count), (severity("9"), 4));
}

#[test]
fn p12_leadership_issues_the_outcome_and_the_subject_reads_it() {
    let mut world = studied();
    let may_read = |world: &World| world.case.readers(&world.bodies).contains(&(SUBJECT.2.to_owned(), SUBJECT.1));
    assert_eq!(told(&world.not_yet("close-desk-control", INSPECTOR)), "§12 desk-outcome-not-issued");
    world.sample("draft-desk-outcome", INSPECTOR);
    assert!(!may_read(&world) && !world.ready("issue-desk-outcome", INSPECTOR));
    world.sample("issue-desk-outcome", TERRITORIAL_LEADER);
    assert!(may_read(&world) && world.case.document(DocumentKind::DeskOutcome).is_some());
    for step in ["record-desk-source", "record-desk-violation", "draft-desk-outcome", "issue-desk-outcome"] {
        assert!(world.never(step), "{step}");
    }
    assert_eq!(world.waits_for(), "close-desk-control inspector");
    world.today = day("2025-05-05");
    world.sample("close-desk-control", SECOND_INSPECTOR);
    assert_eq!(world.case.closed(), Some(day("2025-05-05")));
}

#[test]
fn p06_without_a_visit_there_is_no_order_no_notice_and_no_administrative_case() {
    let steps = Procedure::DeskControl.steps();
    let issued: Vec<_> = steps.iter().filter_map(|s| s.def().issues).collect();
    assert_eq!(issued, [DocumentKind::DeskOutcome]);
    assert!(steps.iter().all(|s| s.def().discharges.is_empty()));
}
