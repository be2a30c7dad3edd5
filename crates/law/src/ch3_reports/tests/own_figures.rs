//! What the system's own control events say of rows 1–9.

use serde_json::json;

use super::quarter;
use crate::{
    bodies::{Body, BodyKind, BodyTree},
    case::CaseFile,
    ch3_reports::{
        FormId,
        form::Holds,
        own_figures::{Counted, ROWS, month_column, of_event},
    },
    edition::Edition,
    testing::*,
};

/// «1.2 1 2025-04-24», in the order of the rows.
fn counted(case: &CaseFile, tree: &BodyTree, by: &str) -> Vec<String> {
    let mut found = of_event(case, tree, day(by));
    let at = |c: &Counted| ROWS.iter().position(|r| *r == c.row).unwrap_or_else(|| panic!("row {}", c.row));
    found.sort_by_key(|c| (at(c), c.on));
    found.iter().map(|c| format!("{} {} {}", c.row, c.count, c.on)).collect()
}

fn of(world: &World) -> Vec<String> {
    counted(&world.case, &world.bodies, "2025-12-31")
}

#[test]
fn p60_an_event_counts_when_its_act_is_presented() {
    assert!(
        counted(&CaseFile::new("x", crate::case::Procedure::Report, "ministry"), &bodies(), "2025-12-31").is_empty()
    );
    assert!(of(&World::event(day("2025-04-21"))).is_empty());
    let mut world = started();
    assert!(of(&world).is_empty());
    world.sample("record-finding", EXECUTOR);
    assert!(of(&world).is_empty(), "an event under way counts for nothing");
    assert_eq!(of(&presented("2025-05-06", 0)), ["1.2 1 2025-05-06", "2.1 1 2025-05-06"]);
}

/// An event with this change of its order, presented on 6 May 2025 without findings.
fn ordered(changes: serde_json::Value, plan: bool) -> World {
    let mut world = World::event(day("2025-04-21"));
    if plan {
        let mut annual = World::new(crate::case::Procedure::AnnualPlan, day("2024-12-02"));
        annual.sample("open-plan", UNIT_HEAD);
        annual.done("add-plan-item", UNIT_HEAD, json!({"from": "2025-04-01", "to": "2025-12-20"}));
        annual.sample("approve-plan", LEADER);
        world.plan = annual.case.plan().unwrap().entries("plan1");
    }
    world.done("draft-order", UNIT_HEAD, changes);
    world.sample("sign-order", LEADER);
    world.sample("send-notice", EXECUTOR);
    world.today = world.case.event().unwrap().start.unwrap();
    world.sample("start-event", EXECUTOR);
    world.today = day("2025-05-06");
    world.until_presented(0);
    world
}

#[test]
fn p60_the_plan_is_row_1_1_and_every_other_ground_row_1_2() {
    let first = |world: &World| of(world).remove(0);
    let by_plan = json!({"ground": "plan", "plan_item": "plan1/1"});
    assert_eq!(first(&ordered(by_plan, true)), "1.1 1 2025-05-06");
    assert_eq!(first(&ordered(json!({"ground": "monitoring", "facts": null}), false)), "1.2 1 2025-05-06");
    for changes in [json!({}), json!({"ground": "instruction", "facts": null})] {
        assert_eq!(first(&ordered(changes, false)), "1.2 1 2025-05-06", "R-22");
    }
}

#[test]
fn p60_the_object_stands_in_the_row_of_its_kind() {
    let world = presented("2025-05-06", 0);
    let row = |object: BodyKind| {
        let changed = |b: &Body| Body { kind: if b.id == "committee" { object } else { b.kind }, ..b.clone() };
        let tree = BodyTree::new(world.bodies.iter().map(changed));
        counted(&world.case, &tree, "2025-12-31").remove(1)
    };
    for (kind, number) in [
        (BodyKind::Department, "2.1"),
        (BodyKind::TerritorialUnit, "2.1"),
        (BodyKind::OblastExecutive, "2.1"),
        (BodyKind::Subordinate, "2.2"),
        (BodyKind::Provider, "2.4"),
        (BodyKind::StateCorporation, "2.4"),
    ] {
        assert_eq!(row(kind), format!("{number} 1 2025-05-06"), "{kind:?}");
    }
    assert_eq!(
        counted(&world.case, &BodyTree::default(), "2025-12-31").len(),
        2,
        "an object no registry knows is counted"
    );
}

#[test]
fn p60_findings_count_as_many_as_they_are_when_the_act_is_presented() {
    let mut world = started();
    world.done("record-finding", EXECUTOR, json!({"violation": "3-1", "count": 4}));
    world.done("record-finding", EXECUTOR, json!({"violation": "3-10", "count": 1}));
    world.done("record-finding", EXECUTOR, json!({"violation": "3-10", "count": 2}));
    world.done("record-finding", EXECUTOR, json!({"violation": "3-7", "count": 9}));
    world.sample("withdraw-finding", EXECUTOR);
    world.today = day("2025-05-06");
    world.sample("mark-checklist", EXECUTOR);
    world.done("draft-act", EXECUTOR, json!({"late_complaints": 3}));
    world.sample("sign-act", EXECUTOR);
    world.sample("sign-act", SECOND);
    assert!(of(&world).is_empty());
    world.sample("present-act", EXECUTOR);
    let expected = ["1.2 1", "2.1 1", "3.1 4", "3.10 1", "3.10 2", "6 3"].map(|c| format!("{c} 2025-05-06"));
    assert_eq!(of(&world), expected, "a finding that was withdrawn is none");
}

#[test]
fn p60_penalties_and_restored_rights_count_on_their_days() {
    let mut world = lettered("2025-05-06");
    world.today = day("2025-05-20");
    world.done("record-liability", OBJECT, json!({"penalty": "7-2", "person": "8-1"}));
    world.today = day("2025-06-30");
    world.done("record-liability", OBJECT, json!({"penalty": "7-6", "person": "8-3"}));
    world.done("restore-rights", EXECUTOR, json!({"recipients": 12}));
    world.today = day("2025-07-01");
    world.done("restore-rights", EXECUTOR, json!({"recipients": 0}));
    let later: Vec<String> = of(&world).into_iter().filter(|c| !c.ends_with("2025-05-06")).collect();
    let expected = [
        "4 1 2025-06-30",
        "4 1 2025-07-01",
        "5 12 2025-06-30",
        "7.2 1 2025-05-20",
        "7.6 1 2025-06-30",
        "8.1 1 2025-05-20",
        "8.3 1 2025-06-30",
    ];
    assert_eq!(later, expected, "of nobody nothing is said");
}

#[test]
fn p60_measures_of_the_letter_are_carried_out_or_not() {
    let mut world = decided("2025-05-06", 1);
    let term = "2025-06-20";
    let measure = |text: &str| json!({"kind": "eliminate", "text": text, "term": term});
    let letter = json!({"measures": [measure("а"), measure("ә"), measure("б")]});
    world.done("draft-letter", UNIT_HEAD, letter);
    let rows = |world: &World, by: &str| -> Vec<String> {
        counted(&world.case, &world.bodies, by).into_iter().filter(|c| c.starts_with('9')).collect()
    };
    assert!(rows(&world, "2025-12-31").is_empty(), "a letter that is not signed asks nothing");
    world.sample("sign-letter", LEADER);
    world.sample("receive-letter", OBJECT);
    assert_eq!(rows(&world, "2025-12-31"), ["9.2 1 2025-05-06"; 3]);
    world.sample("submit-action-plan", OBJECT);
    world.sample("accept-action-plan", UNIT_HEAD);
    world.today = day("2025-06-02");
    world.sample("report-measure", OBJECT);
    assert_eq!(rows(&world, "2025-12-31"), ["9.2 1 2025-05-06"; 3], "reported is not yet found done");
    world.today = day("2025-06-10");
    world.sample("accept-measure", UNIT_HEAD);
    world.done("waive-measure", UNIT_HEAD, json!({"measure": "2"}));
    let one = ["9.1 1 2025-05-06", "9.2 1 2025-05-06", "9.2 1 2025-05-06"];
    assert_eq!(rows(&world, "2025-06-10"), one, "what was waived was not carried out");
    assert_eq!(rows(&world, "2025-06-09"), ["9.2 1 2025-05-06"; 3], "as on the day before");
}

#[test]
fn p60_a_day_belongs_to_the_month_of_its_quarter() {
    for (quarter_text, on, column) in [
        ("2026-Q1", "2026-01-01", Some("m1")),
        ("2026-Q1", "2026-02-28", Some("m2")),
        ("2026-Q1", "2026-03-31", Some("m3")),
        ("2026-Q1", "2026-04-01", None),
        ("2026-Q1", "2025-12-31", None),
        ("2026-Q1", "2025-02-01", None),
        ("2026-Q2", "2026-05-09", Some("m2")),
        ("2026-Q3", "2026-07-31", Some("m1")),
        ("2026-Q4", "2026-10-01", Some("m1")),
        ("2026-Q4", "2026-12-31", Some("m3")),
        ("2026-Q4", "2027-01-01", None),
    ] {
        assert_eq!(month_column(quarter(quarter_text), day(on)), column, "{on} in {quarter_text}");
    }
}

#[test]
fn p61_both_forms_have_these_rows_and_enter_them() {
    for form in [FormId::Central, FormId::Local] {
        let definition = form.form(Edition::JULY_2021);
        let entered = definition.rows.iter().filter(|r| r.section == 0 && r.holds == Holds::Numbers).map(|r| r.number);
        assert_eq!(ROWS, entered.collect::<Vec<_>>());
    }
}
