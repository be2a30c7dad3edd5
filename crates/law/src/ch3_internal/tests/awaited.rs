//! What an event waits for where no term runs: whose turn it is, from the order to the closing.

use serde_json::json;

use crate::testing::*;

#[test]
fn p41_the_order_waits_for_its_signature_and_then_for_its_day() {
    let mut world = World::event(day("2025-04-21"));
    assert_eq!(world.waits_for(), "", "who opens a case is not waited for");
    world.sample("draft-order", UNIT_HEAD);
    assert_eq!(world.waits_for(), "sign-order leader");
    // A day that passes changes nothing: the draft waits until somebody revises it.
    world.today = day("2025-04-22");
    assert!(!world.ready("sign-order", LEADER) && world.ready("revise-order", EXECUTOR));
    assert_eq!(world.waits_for(), "sign-order leader");
    world.sample("revise-order", EXECUTOR);
    world.sample("sign-order", LEADER);
    assert_eq!(world.waits_for(), "", "the notice has a term (§45)");
    world.sample("send-notice", EXECUTOR);
    assert_eq!(world.waits_for(), "start-event ex1, start-event ex2", "the executors named in the order");
    world.sample("move-start", LEADER);
    assert_eq!(world.waits_for(), "", "other dates need another notice first");
}

#[test]
fn p44_a_proposal_waits_for_leadership() {
    let mut world = started();
    assert_eq!(world.waits_for(), "", "the act has a term (§49)");
    world.sample("propose-extension", EXECUTOR);
    assert_eq!(world.waits_for(), "extend leader");
    // Something is written down when the term is over: the proposal can only be declined, and nobody is waited for.
    world.today = day("2025-05-13");
    assert_eq!(world.waits_for(), "extend leader");
    world.sample("record-finding", EXECUTOR);
    assert_eq!(world.waits_for(), "");
}

#[test]
fn p47_an_answer_asked_for_by_a_day_is_owed_and_not_shown_twice() {
    let mut world = started();
    world.sample("record-action", EXECUTOR);
    assert!(world.has_duty("47.1"));
    assert_eq!(world.waits_for(), "");
}

#[test]
fn p49_the_act_waits_for_each_signature() {
    let mut world = started();
    world.sample("mark-checklist", EXECUTOR);
    world.sample("draft-act", EXECUTOR);
    assert_eq!(world.waits_for(), "sign-act ex1, sign-act ex2");
    world.sample("sign-act", EXECUTOR);
    assert_eq!(world.waits_for(), "sign-act ex2");
    world.sample("sign-act", SECOND);
    assert_eq!(world.waits_for(), "");
}

#[test]
fn p53_a_decision_waits_for_whoever_carries_it_out() {
    let mut world = presented("2025-04-24", 0);
    world.sample("countersign-act", OBJECT);
    assert_eq!(world.waits_for(), "", "the materials have a term (§52)");
    world.sample("submit-materials", UNIT_HEAD);
    assert_eq!(world.waits_for(), "decide leader");
    world.sample("decide", LEADER);
    assert_eq!(world.waits_for(), "close-event unit-head");
    world.sample("close-event", UNIT_HEAD);
    assert_eq!(world.waits_for(), "");

    let mut world = started();
    world.done("record-finding", EXECUTOR, json!({"permits": true}));
    world.until_presented(0);
    world.sample("countersign-act", OBJECT);
    world.sample("submit-materials", UNIT_HEAD);
    world.done("decide", LEADER, json!({"decisions": ["letter", "inform"]}));
    let both = "inform-agency ex1, inform-agency ex2, draft-letter ex1, draft-letter ex2";
    assert_eq!(world.waits_for(), both);
    world.sample("draft-letter", UNIT_HEAD);
    world.sample("inform-agency", EXECUTOR);
    // The draft may still be changed, but it is the turn of leadership.
    assert!(world.ready("draft-letter", EXECUTOR));
    assert_eq!(world.waits_for(), "sign-letter leader");
    world.sample("sign-letter", LEADER);
    assert_eq!(world.waits_for(), "receive-letter control-object-head");
}

#[test]
fn p54_a_plan_waits_for_the_unit_and_a_returned_one_for_the_object() {
    let mut world = lettered("2025-04-24");
    assert_eq!(world.waits_for(), "", "the first plan has a term (§54)");
    world.sample("submit-action-plan", OBJECT);
    assert_eq!(world.waits_for(), "accept-action-plan unit-head");
    world.sample("return-action-plan", UNIT_HEAD);
    assert!(!world.duty("54").open());
    assert_eq!(world.waits_for(), "submit-action-plan control-object-head");
    world.sample("submit-action-plan", OBJECT);
    world.sample("accept-action-plan", UNIT_HEAD);
    assert_eq!(world.waits_for(), "", "the report has a term (§56)");
}

#[test]
fn p56_a_report_waits_for_the_units_leadership() {
    let mut world = lettered("2025-04-24");
    world.sample("submit-action-plan", OBJECT);
    world.sample("accept-action-plan", UNIT_HEAD);
    world.sample("report-measure", OBJECT);
    assert_eq!(world.waits_for(), "accept-measure unit-head");
    world.sample("accept-measure", UNIT_HEAD);
    assert_eq!(world.waits_for(), "close-event unit-head");
}
