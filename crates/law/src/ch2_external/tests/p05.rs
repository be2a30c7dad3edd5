//! §5: what officers may ask for, what they take; §33: signs of a crime; §34: secrets.

use serde_json::json;

use super::{appointed, delivered, started};
use crate::{
    case::{DocumentKind, DutyState, Offer},
    ch2_external::p05_powers::{MEASURES, POWERS},
    testing::*,
};

#[test]
fn p05_what_is_asked_for_has_a_day_and_what_is_heard_has_questions() {
    let mut world = started();
    for power in POWERS {
        let mut here = world.clone();
        let bare = json!({"power": power, "answer_by": null});
        match power {
            "documents" | "data-access" | "internal-control" => {
                let refusal = here.refused("make-request", INSPECTOR, bare);
                assert_eq!(told(&refusal), "§5 answer-without-day today=2025-04-22 @answer_by");
            }
            "hearing" | "explanation" => {
                let refusal = here.refused("make-request", INSPECTOR, bare);
                assert_eq!(told(&refusal), "§5 questions-missing @questions");
            }
            _ => here.done("make-request", INSPECTOR, bare),
        }
        here.done("make-request", INSPECTOR, json!({"power": power, "questions": "Who? When?"}));
        // A hearing and what the public says have no day by which somebody owes an answer.
        let owed = here.case.duties(&here.law).iter().any(|d| d.paragraph == 5);
        assert_eq!(owed, !["hearing", "public-monitoring"].contains(&power), "{power}");
    }
    let refused =
        |world: &mut World, by: &str| told(&world.refused("make-request", INSPECTOR, json!({"answer_by": by})));
    assert_eq!(refused(&mut world, "2025-04-21"), "§5 answer-in-the-past today=2025-04-22 @answer_by");
    assert_eq!(refused(&mut world, "2025-05-07"), "§5 answer-after-end end=2025-05-06 @answer_by");
    assert_eq!(world.refused("make-request", SUBJECT, json!({})).code, "not-yours");
}

#[test]
fn p05_an_answer_is_owed_by_its_day_and_stays_late() {
    let mut world = started();
    world.done("make-request", INSPECTOR, json!({"answer_by": "2025-04-26"}));
    // A Saturday: Monday is in time.
    let duty = world.duty("5.1");
    assert_eq!((duty.due, duty.body.as_str(), duty.step), (day("2025-04-28"), "health", "answer-inspection-request"));
    let mut timely = world.clone();
    timely.today = day("2025-04-28");
    timely.sample("answer-inspection-request", SUBJECT);
    assert_eq!(timely.duty("5.1").state, DutyState::Done(day("2025-04-28")));
    assert!(!timely.duty("5.1").late(day("2026-01-01")) && timely.never("answer-inspection-request"));
    world.today = day("2025-04-29");
    assert!(world.duty("5.1").late(world.today));
    // What came on paper is written down with its day; the subject itself dates nothing back.
    let refusal = world.refused("answer-inspection-request", SUBJECT, json!({"on": "2025-04-28"}));
    assert_eq!(told(&refusal), "§5 dated-back today=2025-04-29 @on");
    let mut paper = world.clone();
    paper.done("answer-inspection-request", INSPECTOR, json!({"on": "2025-04-28"}));
    assert!(!paper.duty("5.1").late(day("2026-01-01")));
    world.sample("answer-inspection-request", SUBJECT);
    assert!(world.duty("5.1").late(day("2026-01-01")));
    // What is asked for lapses with the result.
    let mut open = started();
    open.done("make-request", INSPECTOR, json!({"answer_by": "2025-04-30"}));
    super::finish(&mut open, &[]);
    assert_eq!(open.duty("5.1").state, DutyState::Lapsed(day("2025-04-22")));
}

#[test]
fn p05_a_restrictive_measure_needs_the_prosecutor() {
    let mut world = started();
    for article in MEASURES {
        let mut here = world.clone();
        if article == "restrictive" {
            let refusal = here.refused("take-measure", INSPECTOR, json!({"article153": article}));
            assert_eq!(told(&refusal), "§5 prosecutor-not-told @prosecutor");
        }
        here.done("take-measure", INSPECTOR, json!({"article153": article, "prosecutor": "told on 22 April"}));
        assert_eq!(here.case.inspection().unwrap().measures.len(), 1);
    }
    assert!(appointed().never("take-measure"), "nothing is taken before the start");
    world.sample("suspend-inspection", TERRITORIAL_LEADER);
    assert_eq!(world.not_yet("take-measure", INSPECTOR).code, "stands-still");
    assert!(delivered("2025-04-24", &["1"]).ready("take-measure", INSPECTOR), "measures follow from what was found");
}

#[test]
fn p33_leadership_forwards_signs_of_a_crime() {
    let mut world = appointed();
    assert!(world.never("refer-crime"), "there is nothing yet to forward");
    world = started();
    assert_eq!(world.not_yet("refer-crime", INSPECTOR).code, "not-yours");
    world.sample("refer-crime", TERRITORIAL_LEADER);
    let fact = world.case.facts.last().unwrap();
    assert_eq!((fact.on, fact.documents[0].kind), (day("2025-04-22"), DocumentKind::Referral));
    let (on, referral) = &world.case.inspection().unwrap().referrals[0];
    assert_eq!((*on, referral.materials.is_empty()), (day("2025-04-22"), false));
    // Several bodies may be competent, also after the result.
    assert!(world.ready("refer-crime", TERRITORIAL_LEADER));
    assert!(delivered("2025-04-24", &["1"]).ready("refer-crime", TERRITORIAL_LEADER));
}

#[test]
fn p34_only_the_team_of_the_case_is_near_its_secrets() {
    let mut world = started();
    world.sample("keep-protected", INSPECTOR);
    assert_eq!(world.case.inspection().unwrap().protected.len(), 1);
    assert_eq!(world.case.team(), ["insp1", "insp2", "tlead"], "the officers and the leader who signed");
    world.done("change-officers", TERRITORIAL_LEADER, json!({"officers": ["insp2"]}));
    assert_eq!(world.case.team(), ["insp2", "tlead"], "who is an officer no more is none of the team");
    assert!(matches!(world.offered("keep-protected", INSPECTOR), Offer::NotYet(r) if r.code == "only-named-officers"));
    assert!(matches!(world.offered("keep-protected", SUBJECT), Offer::NotYet(r) if r.code == "not-yours"));
    assert!(super::drafted().never("keep-protected"));
}

#[test]
fn p04_external_control_is_preventive_control_and_inspection() {
    use crate::case::Procedure;
    let external: Vec<&str> = Procedure::ALL.into_iter().filter(|p| p.external()).map(Procedure::word).collect();
    assert_eq!(external, ["appeal", "half-year-list", "inspection", "visit", "desk-control"]);
    // Who opens them is an officer of the Agency or of its body; an appeal comes to anybody.
    for procedure in Procedure::ALL.into_iter().filter(|p| p.external() && *p != Procedure::Appeal) {
        let who = procedure.steps()[0].def().who;
        assert!(who.iter().all(|(_, role)| *role == crate::case::Role::Inspector), "{}", procedure.word());
    }
}
