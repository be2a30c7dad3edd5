//! §10: approval, registration and publication of a list, their days reckoned by hand.

use serde_json::json;

use super::{drafted, entry, never, other, world};
use crate::{
    calendar::Transfer,
    case::{Capacity, DocumentKind, DutyState, Procedure, Role, step},
    ch2_external::dossier,
    edition::{Law, ParameterChange, ParameterId},
    sample::{AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, TERRITORIAL_LEADER},
    testing::{World, actor, day, told as in_words},
};

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
