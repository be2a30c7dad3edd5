//! Code art. 156: each gross breach is tried, and refused by its name.

use serde_json::json;

use super::{appointed, check, drafted, entry, prepared, started, tells, visit_drafted, visited, visiting};
use crate::{
    case::{Procedure, Refusal},
    ch2_external::{invalidity::Breach, p13_grounds::GROUNDS},
    testing::*,
};

/// One way to commit the breach, which must be refused.
fn tried(breach: Breach) -> Refusal {
    let fresh = || World::external(Procedure::Inspection, "agency-akmola", day("2025-04-21"));
    match breach {
        Breach::NoGround => fresh().refused("draft-appointment", INSPECTOR, json!({"reference": null})),
        Breach::NoAct => drafted().refused("start-inspection", INSPECTOR, json!({})),
        Breach::NoNotice => {
            let mut world = appointed();
            world.sample("record-registration", INSPECTOR);
            world.sample("study-materials", INSPECTOR);
            world.today = day("2025-04-22");
            world.refused("start-inspection", INSPECTOR, json!({}))
        }
        Breach::Forbidden => started().refused("record-violation", INSPECTOR, json!({"requirement": "9"})),
        Breach::Frequency => {
            let mut world = visit_drafted("2025-06-02");
            world.dossier.told.push(tells(&visiting(), "before"));
            world.refused("sign-appointment", TERRITORIAL_LEADER, json!({}))
        }
        Breach::ActNotShown => prepared().refused("start-inspection", INSPECTOR, json!({"act_shown": false})),
        Breach::Competence => fresh().refused("draft-appointment", INSPECTOR, json!({"subject": "ministry"})),
        Breach::Unregistered => {
            let mut world = appointed();
            world.sample("study-materials", INSPECTOR);
            world.sample("send-start-notice", INSPECTOR);
            world.today = day("2025-04-22");
            world.refused("draw-protocol", INSPECTOR, json!({}))
        }
        Breach::TermExceeded => {
            let mut world = started();
            world.today = day("2025-05-08");
            world.refused("make-request", INSPECTOR, json!({}))
        }
        Breach::NotGross => {
            let mut world = fresh();
            world.today = day("2025-05-20");
            world.dossier.told = vec![tells(&visited("2025-05-06", &["1"]), "first")];
            world.refused("draft-appointment", INSPECTOR, json!({"ground": "1", "basis": "first"}))
        }
    }
}

#[test]
fn p03_no_breach_of_art_156_can_be_committed() {
    for breach in Breach::ALL {
        let refusal = tried(breach);
        let named = format!("breach=breach-{}", breach.word());
        assert!(told(&refusal).contains(&named), "{breach:?}: {}", told(&refusal));
    }
}

/// What the users tried by mistake, from the first to the last.
#[test]
fn p03_what_is_tried_by_mistake_is_refused_or_marked() {
    // A visit twice in a year, already in the draft.
    let mut twice = World::external(Procedure::Visit, "agency-akmola", day("2025-06-02"));
    let mut before = tells(&visiting(), "before");
    check(&mut before).basis = Some("earlier/1".into());
    twice.dossier.told = vec![entry(2025, 1), before];
    let refusal = twice.refused("draft-appointment", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§11 visited-before on=2025-04-22 breach=breach-frequency @subject");
    // An officer of a body the act does not name, a leader who drafts, a subject that signs.
    for (step, who) in [("draft-results", TERRITORIAL_LEADER), ("sign-results", SUBJECT), ("make-request", OBJECT)] {
        let halt = started().take(step, who, json!({}));
        assert!(matches!(halt, Err(crate::case::step::Halt::Refused(r)) if r.code == "not-yours"), "{step}");
    }
    // A ground that art. 144(3) does not know.
    assert!(!GROUNDS.contains(&"10"));
    // A delivery before the signatures, a start in the future, a result of tomorrow.
    let refusal = started().refused("deliver-results", INSPECTOR, json!({}));
    assert_eq!(told(&refusal), "§24 results-not-signed");
    let mut world = started();
    super::written(&mut world, &[]);
    super::sign(&mut world);
    let refusal = world.refused("deliver-results", INSPECTOR, json!({"on": "2025-04-23"}));
    assert_eq!(told(&refusal), "§26 in-the-future today=2025-04-22 @on");
}
