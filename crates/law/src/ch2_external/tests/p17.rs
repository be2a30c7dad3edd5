//! §17: the appointment act (Code art. 145), complete or refused, signed, registered (art. 146, 144(8)).

use serde_json::json;

use super::{appointed, drafted, prepare, visit_drafted};
use crate::{
    case::{DocumentKind, DutyState, Procedure},
    ch2_external::exchange::{PackageKind, packages},
    testing::*,
};

#[test]
fn p17_an_act_with_an_item_missing_is_not_signed() {
    // Items of art. 145(2) that an officer may leave open in a draft; the others the draft itself asks, or the act has them.
    let rows = [
        ("officers", json!([]), "3"),
        ("objects", json!(null), "5"),
        ("acts", json!(null), "8"),
        ("requirements", json!([]), "8"),
        ("period_from", json!(null), "9"),
        ("period_to", json!(null), "9"),
    ];
    for (field, value, item) in &rows {
        let mut world = drafted();
        world.done("revise-appointment", INSPECTOR, json!({*field: value}));
        let refusal = world.not_yet("sign-appointment", TERRITORIAL_LEADER);
        assert_eq!(told(&refusal), format!("§17 appointment-incomplete items={item}"), "{field}");
        world.sample("revise-appointment", INSPECTOR);
        world.sample("sign-appointment", TERRITORIAL_LEADER);
    }
    let mut world = drafted();
    let all = json!({"officers": [], "objects": null, "acts": null, "period_to": null});
    world.done("revise-appointment", INSPECTOR, all);
    assert_eq!(
        told(&world.not_yet("sign-appointment", TERRITORIAL_LEADER)),
        "§17 appointment-incomplete items=3, 5, 8, 9"
    );
    // Items 6 and 7 are asked of every draft.
    for field in ["matter", "start", "end", "subject", "size"] {
        let wrong = drafted().with("revise-appointment", INSPECTOR, json!({field: null}));
        assert!(matches!(wrong, Err(crate::case::step::Halt::Wrong(e)) if e[0].code == "required"), "{field}");
    }
}

#[test]
fn p17_a_visits_act_has_no_inspected_period() {
    let mut world = visit_drafted("2025-04-21");
    let asked = world.step("revise-appointment").fields(&world.view(&actor(INSPECTOR), None));
    for none in ["period_from", "period_to", "ground", "registration"] {
        assert!(asked.iter().all(|f| f.name != none), "{none}");
    }
    world.done("revise-appointment", INSPECTOR, json!({"requirements": [], "officers": []}));
    assert_eq!(told(&world.not_yet("sign-appointment", TERRITORIAL_LEADER)), "§17 appointment-incomplete items=3, 8");
    world.sample("revise-appointment", INSPECTOR);
    world.sample("sign-appointment", TERRITORIAL_LEADER);
}

#[test]
fn p17_leadership_signs_and_legal_statistics_is_told() {
    let mut world = drafted();
    assert_eq!(world.waits_for(), "sign-appointment leader");
    assert_eq!(world.not_yet("sign-appointment", INSPECTOR).code, "not-yours");
    world.sample("sign-appointment", TERRITORIAL_LEADER);
    let fact = world.case.facts.last().unwrap();
    assert_eq!(
        (fact.documents[0].kind, packages(fact)),
        (DocumentKind::AppointmentAct, &[PackageKind::Appointment][..])
    );
    assert!(world.never("revise-appointment") && world.never("sign-appointment"), "what is signed stays");
    assert_eq!(
        world.waits_for(),
        "record-registration insp1, record-registration insp2, study-materials insp1, study-materials insp2"
    );
    // Signed too late for the notice (§21), the draft is revised first.
    let mut late = drafted();
    late.today = day("2025-04-22");
    let refusal = "§21 no-time-for-start-notice earliest=2025-04-23 breach=breach-no-notice";
    assert_eq!(told(&late.not_yet("sign-appointment", TERRITORIAL_LEADER)), refusal);
    late.sample("revise-appointment", INSPECTOR);
    late.sample("sign-appointment", TERRITORIAL_LEADER);
    assert_eq!(late.case.inspection().unwrap().appointment.as_ref().unwrap().start, day("2025-04-23"));
}

#[test]
fn p17_the_inspected_period_is_before_the_start_and_not_turned() {
    let mut world = World::external(Procedure::Inspection, "agency-akmola", day("2025-04-21"));
    let refusal =
        world.refused("draft-appointment", INSPECTOR, json!({"period_from": "2025-04-01", "period_to": "2025-03-31"}));
    assert_eq!(told(&refusal), "§17 period-turned @period_to");
    let refusal = world.refused("draft-appointment", INSPECTOR, json!({"period_to": "2025-04-23"}));
    assert_eq!(told(&refusal), "§17 period-after-start start=2025-04-22 @period_to");
    let refusal = world.refused("draft-appointment", INSPECTOR, json!({"officers": ["insp1", "nobody"]}));
    assert_eq!(told(&refusal), "§21 not-an-officer @officers");
    let refusal = world.refused("draft-appointment", INSPECTOR, json!({"reference_on": "2025-04-22"}));
    assert_eq!(told(&refusal), "§13 in-the-future today=2025-04-21 @reference_on");
}

#[test]
fn p17_an_act_registered_before_the_start_is_not_begun_without() {
    let mut world = appointed();
    world.sample("study-materials", INSPECTOR);
    world.sample("send-start-notice", INSPECTOR);
    world.today = day("2025-04-22");
    let refusal = world.not_yet("start-inspection", INSPECTOR);
    assert_eq!(told(&refusal), "§17 not-registered breach=breach-unregistered");
    // The day that legal statistics gives is not before the signature, and not to come.
    let refusal = world.refused("record-registration", INSPECTOR, json!({"on": "2025-04-20"}));
    assert_eq!(told(&refusal), "§17 too-early earliest=2025-04-21 @on");
    let refusal = world.refused("record-registration", INSPECTOR, json!({"on": "2025-04-23"}));
    assert_eq!(told(&refusal), "§17 in-the-future today=2025-04-22 @on");
    let refusal = world.refused("record-registration", INSPECTOR, json!({"of": "extension"}));
    assert_eq!(told(&refusal), "§17 registered-already @of");
    // Registered on the 23rd, it did not begin on the 22nd.
    world.today = day("2025-04-23");
    world.sample("record-registration", INSPECTOR);
    let refusal = world.refused("start-inspection", INSPECTOR, json!({"on": "2025-04-22"}));
    let too_early = "§17 started-before-registration earliest=2025-04-23 breach=breach-unregistered @on";
    assert_eq!(told(&refusal), too_early);
    world.sample("start-inspection", INSPECTOR);
    assert!(!world.has_duty("17-urgent") && !world.has_duty("17-remote"));
}

#[test]
fn p17_an_urgent_act_is_registered_on_the_next_working_day_and_a_remote_one_within_five() {
    // Begun on Tuesday 29 April: Wednesday 30 April; and 30 April, 2, 5, 6, 8 May.
    for (registration, key, due) in [("urgent", "17-urgent", "2025-04-30"), ("remote", "17-remote", "2025-05-08")] {
        let mut world = World::external(Procedure::Inspection, "agency-akmola", day("2025-04-28"));
        world.done("draft-appointment", INSPECTOR, json!({"registration": registration}));
        world.sample("sign-appointment", TERRITORIAL_LEADER);
        world.sample("study-materials", INSPECTOR);
        // Far away nobody is told beforehand (art. 144(8)).
        assert_eq!(world.never("send-start-notice"), registration == "remote");
        if registration == "urgent" {
            world.sample("send-start-notice", INSPECTOR);
        }
        world.today = day("2025-04-29");
        world.sample("start-inspection", INSPECTOR);
        assert_eq!((world.duty(key).due, world.duty(key).step), (day(due), "record-registration"));
        assert_eq!(world.waits_for(), "", "a term runs");
        let mut late = world.clone();
        late.today = day("2025-05-12");
        assert!(late.duty(key).late(late.today));
        late.sample("record-registration", INSPECTOR);
        assert!(late.duty(key).late(day("2030-01-01")), "late for ever");
        // What is not registered is not handed over.
        world.today = day("2025-04-30");
        super::written(&mut world, &[]);
        super::sign(&mut world);
        assert_eq!(told(&world.not_yet("deliver-results", INSPECTOR)), "§17 not-registered breach=breach-unregistered");
        world.sample("record-registration", INSPECTOR);
        assert_eq!(world.duty(key).state, DutyState::Done(day("2025-04-30")));
        world.sample("deliver-results", INSPECTOR);
    }
}

#[test]
fn p20_what_was_studied_is_recorded_before_the_start() {
    let mut world = appointed();
    world.sample("record-registration", INSPECTOR);
    world.sample("send-start-notice", INSPECTOR);
    world.today = day("2025-04-22");
    assert_eq!(told(&world.not_yet("start-inspection", INSPECTOR)), "§20 not-studied");
    world.today = day("2025-04-23");
    world.sample("study-materials", SECOND_INSPECTOR);
    let refusal = world.refused("start-inspection", INSPECTOR, json!({"on": "2025-04-22"}));
    assert_eq!(told(&refusal), "§20 too-early earliest=2025-04-23 @on");
    // More may be studied; the first day counts.
    world.today = day("2025-04-24");
    world.sample("study-materials", INSPECTOR);
    assert_eq!(world.case.inspection().unwrap().studied, Some(day("2025-04-23")));
    world.done("start-inspection", INSPECTOR, json!({"on": "2025-04-23"}));
    assert!(world.never("study-materials"));
    // §20 speaks of the inspection alone: a visit begins without.
    let mut visit = super::visit_drafted("2025-04-21");
    visit.sample("sign-appointment", TERRITORIAL_LEADER);
    assert_eq!(visit.waits_for(), "record-registration insp1, record-registration insp2");
    visit.sample("record-registration", INSPECTOR);
    visit.sample("send-start-notice", INSPECTOR);
    visit.today = day("2025-04-22");
    visit.clone().sample("study-materials", INSPECTOR);
    visit.sample("start-inspection", INSPECTOR);
    let mut unsigned = drafted();
    assert!(unsigned.never("study-materials"), "there is nothing yet to study for");
    unsigned.sample("sign-appointment", TERRITORIAL_LEADER);
    prepare(&mut unsigned);
}
