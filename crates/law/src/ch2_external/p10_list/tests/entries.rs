//! §11: whom a list names, why, and how often.

use serde_json::json;

use super::{drafted, entry, never, other, visit, world};
use crate::{
    bodies::{Body, BodyTree},
    calendar::Transfer,
    case::step,
    ch2_external::{
        dossier::{self, Check, Told, What},
        p11_risk::{self, CriteriaSet},
    },
    edition::{Law, ParameterChange, ParameterId},
    sample::{AGENCY_INSPECTOR, AGENCY_LEADER},
    testing::{day, told as in_words},
};

#[test]
fn p11_an_entry_keeps_reason_visitor_and_the_score_of_its_day() {
    let mut world = drafted();
    world.done("select-subject", AGENCY_INSPECTOR, json!({"subject": "ministry", "month": null}));
    let list = world.case.list().unwrap();
    let [first, second] = &list.entries[..] else { panic!("two entries") };
    assert_eq!((first.by.as_str(), first.month, first.number), ("agency-akmola", Some(1), 1));
    assert_eq!((second.by.as_str(), second.month, second.number), ("agency", None, 2));
    let score = p11_risk::figures(&p11_risk::sample(), "health", &world.bodies, &world.dossier, day("2025-12-01"));
    // 5 points for what it is, 4 for the years since 19 July 2021.
    assert_eq!((&first.score, score.total, score.high), (&score, 900, false));
    let told = dossier::told(&world.case, &world.bodies);
    assert_eq!((told[0].name().as_str(), told[0].body.as_str(), told[0].on), ("case1/1", "agency", day("2025-12-01")));
    let What::Entry(entry) = &told[1].what else { panic!("an entry") };
    assert_eq!(
        (entry.year, entry.half, entry.by.as_str(), entry.approved, entry.score),
        (2026, 1, "agency", false, 700)
    );
    assert_eq!(list.entry(1), None, "a draft is the ground of nothing");
    world.today = day("2025-12-05");
    world.sample("approve-list", AGENCY_LEADER);
    assert_eq!(world.case.list().unwrap().entry(1).map(|e| e.subject.as_str()), Some("health"));
    let told = dossier::told(&world.case, &world.bodies);
    assert_eq!(told[0].on, day("2025-12-05"));
    assert!(matches!(&told[0].what, What::Entry(entry) if entry.approved));
}

#[test]
fn p11_a_list_names_whom_paragraph_14_names_once() {
    let mut world = drafted();
    let mut refused =
        |subject| in_words(&world.refused("select-subject", AGENCY_INSPECTOR, json!({"subject": subject})));
    assert_eq!(refused("notary"), "§15 not-a-subject subject=notary by= @subject");
    assert_eq!(refused("nobody"), "§14 unknown-body body=nobody @subject");
    assert_eq!(refused("agency"), "§3 not-oneself body=agency @subject");
    assert_eq!(refused("agency-akmola"), "§3 not-oneself body=agency-akmola @subject");
    assert_eq!(refused("health"), "§11 in-this-list subject=health entry=1 @subject");
    let gone = |body: &Body| Body { valid_to: (body.id == "clinic").then(|| day("2025-11-30")), ..body.clone() };
    world.bodies = BodyTree::new(world.bodies.iter().map(gone).collect::<Vec<_>>());
    let refused = world.refused("select-subject", AGENCY_INSPECTOR, json!({"subject": "clinic"}));
    assert_eq!(in_words(&refused), "§1 body-not-there body=clinic @subject");
    // A territory in which the Agency has no body.
    let far = |body: &Body| Body { territory: if body.id == "unit" { "far" } else { "akmola" }.into(), ..body.clone() };
    world.bodies = BodyTree::new(world.bodies.iter().map(far).collect::<Vec<_>>());
    let refused = world.refused("select-subject", AGENCY_INSPECTOR, json!({"subject": "unit"}));
    assert_eq!((refused.code, refused.field), ("instruction-needed", Some("subject")));
    world.dossier.criteria = vec![CriteriaSet { id: "another".into(), ..p11_risk::sample() }];
    let refused = world.refused("select-subject", AGENCY_INSPECTOR, json!({"subject": "district"}));
    assert_eq!(in_words(&refused), "§11 criteria-missing criteria=sample");
}

#[test]
fn p11_a_subject_is_visited_once_a_year() {
    let known = |told: Vec<Told>| {
        let mut world = drafted();
        world.dossier.told = told;
        world.with("select-subject", AGENCY_INSPECTOR, json!({"subject": "clinic"})).err().map(|halt| match halt {
            step::Halt::Refused(refusal) => in_words(&refusal),
            other => panic!("{other:?}"),
        })
    };
    let refused = |name: &str, on: &str| {
        Some(format!("§11 visited-this-year subject=clinic year=2026 times=1 case={name} on={on} @subject"))
    };
    let listed = |year, half, approved| other("l2", "4", "clinic", "2025-05-05", entry(year, half, approved));
    let visited = |check| other("v1", "", "clinic", "2026-02-02", What::Check(Box::new(check)));
    // The other half of that year, approved; a draft, another year, another subject are nothing.
    assert_eq!(known(vec![listed(2026, 2, true)]), refused("l2/4", "2025-05-05"));
    assert_eq!(known(vec![listed(2026, 2, false), listed(2025, 2, true), listed(2027, 1, true)]), None);
    assert_eq!(known(vec![other("l2", "4", "district", "2025-05-05", entry(2026, 2, true))]), None);
    // A visit begun or appointed in that year, by the day it begins.
    assert_eq!(known(vec![visited(visit("2026-01-05", true, None, None))]), refused("v1", "2026-01-05"));
    assert_eq!(known(vec![visited(visit("2025-12-30", true, Some("2026-01-06"), None))]), refused("v1", "2026-01-06"));
    assert_eq!(known(vec![visited(visit("2026-01-05", true, Some("2025-12-31"), None))]), None);
    assert_eq!(known(vec![visited(visit("2026-01-05", false, None, None))]), None, "a draft of an appointment");
    let inspection = Check { visit: false, ..visit("2026-01-05", true, None, None) };
    assert_eq!(known(vec![visited(inspection)]), None, "an inspection is no visit");
    let given_up = Check { abandoned: true, ..visit("2026-01-05", true, None, None) };
    assert_eq!(known(vec![visited(given_up)]), None, "given up before it began");
}

#[test]
fn p11_a_visit_on_an_entry_counts_once_where_a_decree_allows_two() {
    let mut world = drafted();
    let twice = ParameterChange {
        id: ParameterId::R11Visits,
        value: 2,
        from: day("2026-01-01"),
        decided_on: day("2025-11-01"),
        basis: "сынақ".into(),
    };
    world.law = Law::with(&[] as &[Transfer], &[twice]);
    let on_entry = visit("2026-02-02", true, None, Some("l2/4"));
    world.dossier.told = vec![
        other("l2", "4", "clinic", "2025-05-05", entry(2026, 2, true)),
        other("v1", "", "clinic", "2026-02-02", What::Check(Box::new(on_entry.clone()))),
    ];
    world.clone().done("select-subject", AGENCY_INSPECTOR, json!({"subject": "clinic"}));
    let without = Check { basis: None, ..on_entry };
    world.dossier.told[1].what = What::Check(Box::new(without));
    let refused = world.refused("select-subject", AGENCY_INSPECTOR, json!({"subject": "clinic"}));
    assert_eq!(refused.code, "visited-this-year");
}

#[test]
fn p11_what_came_since_the_selection_stops_the_approval() {
    let mut world = drafted();
    world.dossier.told = vec![other("l2", "4", "health", "2025-12-02", entry(2026, 2, true))];
    let refused = world.refused("approve-list", AGENCY_LEADER, json!({}));
    let expected = "§11 visited-this-year subject=health year=2026 times=1 case=l2/4 on=2025-12-02";
    assert_eq!(in_words(&refused), expected, "two drafts of a year may not both be approved");
    world.sample("remove-entry", AGENCY_INSPECTOR);
    assert_eq!(in_words(&world.not_yet("approve-list", AGENCY_LEADER)), "§11 list-empty");
    assert_eq!(world.waits_for(), "select-subject inspector");
    assert!(never(&world, "change-entry") && never(&world, "remove-entry"));
    world.done("select-subject", AGENCY_INSPECTOR, json!({"subject": "clinic"}));
    assert_eq!(world.case.list().unwrap().entries[0].number, 2, "a number once given is not given again");
    world.sample("approve-list", AGENCY_LEADER);
}

#[test]
fn p11_a_change_leaves_what_it_does_not_name() {
    let mut world = drafted();
    world.take("change-entry", AGENCY_INSPECTOR, json!({"entry": "1", "month": 6})).unwrap();
    let entry = world.case.list().unwrap().entries[0].clone();
    assert_eq!((entry.month, entry.reason.as_str()), (Some(6), "Тәуекел дәрежесі"));
    world.take("change-entry", AGENCY_INSPECTOR, json!({"entry": "1", "reason": "Шағымдар"})).unwrap();
    let entry = world.case.list().unwrap().entries[0].clone();
    assert_eq!((entry.month, entry.reason.as_str()), (Some(6), "Шағымдар"));
    for wrong in [json!({"entry": "1", "month": 7}), json!({"entry": "2"}), json!({"entry": "1", "month": 0})] {
        assert!(matches!(world.take("change-entry", AGENCY_INSPECTOR, wrong), Err(step::Halt::Wrong(_))));
    }
    let mut second = self::world("2026-05-04");
    second.sample("open-list", AGENCY_INSPECTOR);
    second.done("select-subject", AGENCY_INSPECTOR, json!({"month": 12}));
}
