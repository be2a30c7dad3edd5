//! §13: an appeal as the ground of an inspection.

use serde_json::json;

use super::{at_the_ministry, nobody, registered, registry};
use crate::{ch2_external::p13_grounds::*, testing::*};

#[test]
fn p13_what_the_grounds_are() {
    let which = |is: fn(&str) -> bool| GROUNDS.into_iter().filter(|g| is(g)).collect::<Vec<_>>().join(" ");
    assert_eq!(which(appeal), "2 3 4 6");
    assert_eq!(which(without_notice), "3 4 9");
    assert_eq!(which(prescription), "1 1-1");
    assert_eq!(which(may_repeat), "1 1-1 3 4 8 9");
}

#[test]
fn p13_leadership_accepts_an_appeal_as_ground() {
    let mut world = registered(json!({}));
    assert!(!world.ready("accept-as-ground", INSPECTOR) && !world.ready("accept-as-ground", AGENCY_LEADER));
    let person = world.refused("accept-as-ground", TERRITORIAL_LEADER, json!({"ground": "6"}));
    assert_eq!(told(&person), "§13 ground-against-source @ground");
    for ground in ["2", "3", "4"] {
        world.clone().done("accept-as-ground", TERRITORIAL_LEADER, json!({"ground": ground}));
    }
    world.sample("accept-as-ground", TERRITORIAL_LEADER);
    assert!(world.never("accept-as-ground"));
    assert_eq!(world.case.appeal().unwrap().route(), Some("inspection"));
    assert!(world.duty("25-law-15").open(), "it is still to be answered");
    let mut body = registered(json!({"source": "17-2", "applicant_kind": "legal"}));
    body.done("accept-as-ground", TERRITORIAL_LEADER, json!({"ground": "6"}));
}

#[test]
fn p13_an_anonymous_appeal_is_never_a_ground() {
    let world = registered(nobody());
    assert_eq!(told(&world.not_yet("accept-as-ground", TERRITORIAL_LEADER)), "§13 anonymous-no-ground");
}

#[test]
fn p13_only_about_those_whom_the_body_inspects() {
    let accept =
        |subject: &str| registered(json!({"subject": subject})).not_yet("accept-as-ground", TERRITORIAL_LEADER);
    assert_eq!(told(&accept("ministry")), "§14 outside-jurisdiction subject=ministry by=agency");
    assert_eq!(told(&accept("notary")), "§15 not-a-subject subject=notary by=");
    // The Agency itself may on an instruction, which its leadership gives with this.
    let mut world = registry("agency");
    world.done("register-appeal", AGENCY_INSPECTOR, json!({"subject": "health"}));
    assert!(world.ready("accept-as-ground", AGENCY_LEADER));
    assert!(at_the_ministry().never("accept-as-ground"), "a ministry holds no inspections");
}
