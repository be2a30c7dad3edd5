//! §10–11: the life of a half-year list, its dates reckoned by hand.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::json;

use crate::{
    bodies::{Body, BodyTree},
    calendar::Transfer,
    case::{Capacity, DocumentKind, DutyState, Fact, Offer, Procedure, Role, step},
    ch2_external::{
        dossier::{self, Check, Told, What},
        p11_risk::{self, CriteriaSet},
    },
    edition::{Law, ParameterChange, ParameterId},
    sample::{AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, SUBJECT, TERRITORIAL_LEADER},
    testing::{World, actor, day, told as in_words},
    words,
};

fn world(today: &str) -> World {
    World::external(Procedure::HalfYearList, "agency", day(today))
}

/// The list of the first half of 2026, opened on Monday 1 December 2025, with one entry.
fn drafted() -> World {
    let mut world = world("2025-12-01");
    world.sample("open-list", AGENCY_INSPECTOR);
    world.done("select-subject", AGENCY_INSPECTOR, json!({"subject": "health"}));
    world
}

fn never(world: &World, step: &str) -> bool {
    let everybody = [AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, TERRITORIAL_LEADER, SUBJECT];
    everybody.into_iter().all(|who| matches!(world.offered(step, who), Offer::Never))
}

/// What another case tells of a subject.
fn other(case: &str, item: &str, subject: &str, on: &str, what: What) -> Told {
    let (case, item, body) = (case.into(), item.into(), "agency".to_owned());
    Told { case, item, body, subject: Some(subject.into()), on: day(on), what }
}

fn entry(year: i16, half: u8, approved: bool) -> What {
    let (by, reason) = ("agency-akmola".to_owned(), String::new());
    What::Entry(dossier::Entry { year, half, by, approved, score: 700, reason })
}

/// A visit appointed for that day, perhaps begun on another.
fn visit(start: &str, appointed: bool, started: Option<&str>, basis: Option<&str>) -> Check {
    Check {
        visit: true,
        ground: None,
        basis: basis.map(Into::into),
        matter: String::new(),
        period: None,
        requirements: Vec::new(),
        officers: Vec::new(),
        start: day(start),
        end: day(start),
        appointed: appointed.then(|| day(start)),
        act: None,
        started: started.map(day),
        delivered: None,
        abandoned: false,
        closed: None,
        violations: Vec::new(),
        prescription: None,
    }
}

#[test]
fn p10_a_list_is_approved_by_10_december_or_10_may_and_late_for_ever_after() {
    // 10 May 2026 is a Sunday, and it does not wait for a working day.
    for (opened, key, last, after) in
        [("2025-12-01", "10-1", "2025-12-10", "2025-12-11"), ("2026-05-01", "10-2", "2026-05-10", "2026-05-11")]
    {
        let mut world = world(opened);
        world.sample("open-list", AGENCY_INSPECTOR);
        world.sample("select-subject", AGENCY_INSPECTOR);
        let mut late = world.clone();
        world.today = day(last);
        world.sample("approve-list", AGENCY_LEADER);
        let duty = world.duty(key);
        assert_eq!(
            (duty.due, duty.late(day("2030-01-01")), duty.state),
            (day(last), false, DutyState::Done(day(last)))
        );
        late.today = day(after);
        assert!(late.duty(key).late(late.today) && late.duty(key).open());
        assert_eq!((late.duty(key).roles, late.duty(key).step), (&[Role::Leader][..], "approve-list"));
        late.sample("approve-list", AGENCY_LEADER);
        assert!(late.duty(key).late(day("2030-01-01")));
    }
}

#[test]
fn p10_a_list_of_a_half_year_that_is_over_is_not_approved() {
    let mut world = drafted();
    world.today = day("2026-06-30");
    assert!(world.ready("approve-list", AGENCY_LEADER) && world.ready("select-subject", AGENCY_INSPECTOR));
    world.today = day("2026-07-01");
    let over = "§10 half-year-over list=2026/1 last=2026-06-30";
    for (step, who) in [
        ("approve-list", AGENCY_LEADER),
        ("select-subject", AGENCY_INSPECTOR),
        ("change-entry", AGENCY_INSPECTOR),
        ("remove-entry", AGENCY_INSPECTOR),
    ] {
        assert_eq!(in_words(&world.not_yet(step, who)), over, "{step}");
    }
    world.sample("abandon-list", AGENCY_INSPECTOR);
    assert_eq!(world.duty("10-1").state, DutyState::Lapsed(day("2026-07-01")));
    assert!(world.duty("10-1").late(day("2030-01-01")), "that nobody approved it stays to be seen");
    assert!(world.case.closed().is_some() && dossier::told(&world.case, &world.bodies).is_empty());
    // Nor is one begun.
    let mut second = self::world("2026-07-01");
    let refused = second.refused("open-list", AGENCY_INSPECTOR, json!({"year": 2026, "half": "1"}));
    assert_eq!(in_words(&refused), format!("{over} @half"));
    second.done("open-list", AGENCY_INSPECTOR, json!({"year": 2026, "half": "2"}));
    assert!(second.duty("10-2").late(second.today), "late already");
}

#[test]
fn p10_the_agency_alone_has_lists() {
    let world = World::external(Procedure::HalfYearList, "agency-akmola", day("2025-12-01"));
    assert_eq!(in_words(&world.not_yet("open-list", INSPECTOR)), "§10 list-only-agency by=agency");
    let mut right = self::world("2025-12-01");
    assert_eq!(right.refused("open-list", AGENCY_LEADER, json!({})).code, "not-yours");
    right.sample("open-list", AGENCY_INSPECTOR);
    assert_eq!(in_words(&right.not_yet("approve-list", AGENCY_LEADER)), "§11 list-empty");
}

#[test]
fn p10_the_next_list_is_proposed_and_each_half_year_has_one() {
    for (today, title) in [("2026-05-10", "2026/2"), ("2026-05-11", "2027/1"), ("2026-12-31", "2027/1")] {
        let mut world = world(today);
        world.sample("open-list", AGENCY_INSPECTOR);
        assert_eq!(world.case.list().unwrap().title(), title);
        assert_eq!(world.case.list().unwrap().opening.as_ref().unwrap().criteria, "sample");
    }
    let mut world = world("2025-12-01");
    world.dossier.told = vec![other("other", "1", "clinic", "2025-11-01", entry(2026, 1, false))];
    let refused = world.refused("open-list", AGENCY_INSPECTOR, json!({}));
    assert_eq!(in_words(&refused), "§10 list-there-already list=2026/1 case=other @half");
    world.clone().done("open-list", AGENCY_INSPECTOR, json!({"half": "2"}));
    world.dossier.criteria.clear();
    let refused = world.refused("open-list", AGENCY_INSPECTOR, json!({"half": "2"}));
    assert_eq!(in_words(&refused), "§11 no-criteria today=2025-12-01");
}

#[test]
fn p10_an_approved_list_is_frozen_registered_and_published() {
    let mut world = drafted();
    assert!(never(&world, "record-list-registration") && never(&world, "publish-list"));
    assert!(!world.has_duty("10-publish-1"));
    world.today = day("2025-12-08");
    world.sample("approve-list", AGENCY_LEADER);
    let frozen = "§10 list-approved on=2025-12-08";
    for step in ["select-subject", "change-entry", "remove-entry"] {
        assert_eq!(in_words(&world.not_yet(step, AGENCY_INSPECTOR)), frozen, "{step}");
        assert_eq!(
            world.take(step, AGENCY_INSPECTOR, json!({})).unwrap_err(),
            world.not_yet(step, AGENCY_INSPECTOR).into()
        );
    }
    assert!(never(&world, "approve-list") && never(&world, "abandon-list"));
    let document = world.case.document(DocumentKind::HalfYearList).unwrap();
    assert_eq!((document.kind.series(), document.kind.copies()), ("half-year-list", 1));
    assert_eq!(world.waits_for(), "record-list-registration inspector");
    assert_eq!(in_words(&world.not_yet("publish-list", AGENCY_INSPECTOR)), "§10 list-not-registered");
    let duty = world.duty("10-publish-1");
    assert_eq!((duty.due, duty.roles, duty.open()), (day("2025-12-25"), &[Role::Inspector][..], true));
    world.today = day("2025-12-12");
    let mut refused = |on| in_words(&world.refused("record-list-registration", AGENCY_INSPECTOR, json!({"on": on})));
    assert_eq!(refused("2025-12-07"), "§10 too-early earliest=2025-12-08 @on");
    assert_eq!(refused("2025-12-13"), "§10 in-the-future today=2025-12-12 @on");
    world.done("record-list-registration", AGENCY_INSPECTOR, json!({"on": "2025-12-10"}));
    assert!(never(&world, "record-list-registration"));
    assert_eq!(world.waits_for(), "");
    world.today = day("2025-12-26");
    let mut late = world.clone();
    let refused = world.refused("publish-list", AGENCY_INSPECTOR, json!({"on": "2025-12-09"}));
    assert_eq!(in_words(&refused), "§10 too-early earliest=2025-12-10 @on");
    world.done("publish-list", AGENCY_INSPECTOR, json!({"on": "2025-12-25"}));
    assert!(!world.duty("10-publish-1").late(day("2030-01-01")));
    assert_eq!(world.case.closed(), Some(day("2025-12-25")));
    late.sample("publish-list", AGENCY_INSPECTOR);
    assert!(late.duty("10-publish-1").late(day("2030-01-01")));
    assert!(world.case.procedure.steps().iter().all(|s| never(&world, s.id())));
    assert!(world.case.rail().iter().all(|s| s.reached.is_some() && !s.now));
}

#[test]
fn p10_the_second_half_is_published_by_25_may() {
    let mut world = world("2025-05-05");
    world.sample("open-list", AGENCY_INSPECTOR);
    world.sample("select-subject", AGENCY_INSPECTOR);
    world.sample("approve-list", AGENCY_LEADER);
    // A Sunday.
    assert_eq!(world.duty("10-publish-2").due, day("2025-05-25"));
}

#[test]
fn p10_a_later_decree_makes_nothing_late() {
    let mut world = drafted();
    world.today = day("2025-12-10");
    world.sample("approve-list", AGENCY_LEADER);
    let earlier = ParameterChange {
        id: ParameterId::R10_1,
        value: 5,
        from: day("2025-12-01"),
        decided_on: day("2025-12-15"),
        basis: "сынақ".into(),
    };
    world.law = Law::with(&[] as &[Transfer], &[earlier]);
    assert_eq!(world.duty("10-1").due, day("2025-12-10"));
}

#[test]
fn p10_whoever_acts_for_the_chair_approves_in_that_capacity() {
    let world = drafted();
    let mut acting = actor(AGENCY_LEADER);
    acting.capacity = Capacity::Acting;
    let step = world.step("approve-list");
    assert!(step.def().signs);
    let drafts = step::take(step, &world.view(&acting, None), &Default::default()).unwrap();
    assert_eq!(drafts[0].what.word(), "list-approved");
    // The refusal for everybody else names who may.
    let mut world = world;
    let refused = world.refused("approve-list", TERRITORIAL_LEADER, json!({}));
    assert_eq!(in_words(&refused), "§10 not-yours role=role-leader side=side-control");
}

#[test]
fn p10_its_bodies_read_an_approved_list() {
    let mut world = drafted();
    let readers = |world: &World| {
        let readers = world.case.readers(&world.bodies).into_iter();
        readers.map(|(body, role)| format!("{body} {}", role.word())).collect::<Vec<_>>().join(", ")
    };
    let own = "agency leader, agency inspector, agency analyst, agency observer";
    assert_eq!(readers(&world), own);
    world.sample("approve-list", AGENCY_LEADER);
    assert_eq!(readers(&world), format!("{own}, agency-akmola leader, agency-akmola inspector"));
}

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

/// Everybody acts, days pass: every state has a way to an end, everything owed is discharged by a step somebody may take.
#[test]
fn p10_every_state_of_a_list_has_a_way_to_its_end() {
    let people = [AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, TERRITORIAL_LEADER, SUBJECT];
    let keys: BTreeSet<String> = words::keys().into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut taken = BTreeSet::new();
    let mut queue = vec![world("2025-12-01")];
    while let Some(here) = queue.pop() {
        let duties = here.case.duties(&here.law);
        let state = (here.case.facts.iter().map(|f| f.what.word()).collect::<Vec<_>>(), here.today);
        if !seen.insert(state) {
            continue;
        }
        let closed = here.case.closed().is_some();
        let open: Vec<_> = duties.iter().filter(|d| d.open()).collect();
        assert!(closed == open.is_empty() || here.case.facts.is_empty(), "{:?}", here.case.rail());
        for duty in &duties {
            let step = here.step(duty.step);
            assert!(duty.rule.is_some_and(|rule| step.def().discharges.contains(&rule)) && keys.contains(&duty.what));
            let may = people.map(actor).into_iter().filter(|a| step::entitled(step, &here.case, a));
            assert!(may.into_iter().any(|a| duty.roles.contains(&a.role) && a.body == duty.body));
        }
        let later = World { today: day("2030-01-01"), ..here.clone() };
        assert!(here.case.facts.is_empty() || here.awaited() == later.awaited(), "by the facts alone");
        let mut ways = 0;
        for step in here.case.procedure.steps() {
            for who in people.into_iter().filter(|who| here.ready(step.id(), *who)) {
                ways += usize::from(!["change-entry", "remove-entry"].contains(&step.id()));
                for answers in here.samples(step.id(), who) {
                    let mut next = here.clone();
                    next.take_answers(step.id(), who, &answers).unwrap_or_else(|h| panic!("{}: {h:?}", step.id()));
                    let fact = next.case.facts.last().unwrap();
                    assert_eq!(&serde_json::from_str::<Fact>(&fact.canonical()).unwrap(), fact);
                    taken.insert(step.id());
                    if next.case.facts.len() <= 6 {
                        queue.push(next);
                    }
                }
            }
        }
        assert!(closed == (ways == 0), "{} on {}", here.case.rail().len(), here.today);
        let days: [Date; 3] = ["2025-12-11", "2025-12-26", "2026-07-01"].map(day);
        let days = days.into_iter().filter(|d| !closed && *d > here.today && !here.case.facts.is_empty());
        queue.extend(days.map(|today| World { today, ..here.clone() }));
    }
    assert_eq!(taken.len(), world("2025-12-01").case.procedure.steps().len());
    println!("{} states", seen.len());
}

/// Whatever is answered in place of a good answer, the door holds, and a refusal names a question of its step.
#[test]
fn p10_whatever_is_answered_the_door_holds() {
    let junk = [
        json!(null),
        json!(""),
        json!(i64::MIN),
        json!(1e300),
        json!(true),
        json!([[]]),
        json!({"x": 1}),
        json!("x".repeat(30_000)),
        json!("1990-01-01"),
        json!("notary"),
        json!("2"),
    ];
    let mut world = world("2025-12-01");
    let (mut refused, mut wrong) = (0, 0);
    for (step, who) in [
        ("open-list", AGENCY_INSPECTOR),
        ("select-subject", AGENCY_INSPECTOR),
        ("change-entry", AGENCY_INSPECTOR),
        ("approve-list", AGENCY_LEADER),
        ("record-list-registration", AGENCY_INSPECTOR),
        ("publish-list", AGENCY_INSPECTOR),
    ] {
        let fields = world.step(step).fields(&world.view(&actor(who), None));
        for name in fields.iter().map(|f| f.name).chain(["nobody-asked"]) {
            for value in &junk {
                let mut here = world.clone();
                match here.with(step, who, json!({name: value})) {
                    Ok(()) => {}
                    Err(step::Halt::Wrong(_)) => wrong += 1,
                    Err(step::Halt::Refused(refusal)) => {
                        refused += 1;
                        assert!(words::REFUSALS.contains(&refusal.code), "{refusal}");
                        assert!(refusal.field.is_some_and(|at| fields.iter().any(|f| f.name == at)), "{refusal}");
                        assert_eq!(here.case.facts, world.case.facts);
                    }
                }
            }
        }
        world.sample(step, who);
    }
    assert!(refused > 3 && wrong > 50, "{refused} refused, {wrong} wrong");
}
