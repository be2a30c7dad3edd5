//! §13: grounds; §14: who inspects whom; §16: specialists; Code art. 144 and 151.

use serde_json::{Value, json};

use super::{other, started, tells};
use crate::{
    case::Procedure,
    ch2_external::{
        dossier::{Appeal, What},
        p13_grounds::GROUNDS,
    },
    testing::*,
};

fn world() -> World {
    World::external(Procedure::Inspection, "agency-akmola", day("2025-04-21"))
}

fn appeal(case: &str, anonymous: bool, subject: &str, route: &str) -> crate::ch2_external::dossier::Told {
    let appeal = Appeal {
        number: "12".into(),
        source: "17-1".into(),
        anonymous,
        services: Vec::new(),
        text: "facts".into(),
        route: Some(route.into()),
        ground: Some("4".into()),
        handed_to: None,
        answered: None,
        justified: false,
        late: false,
        restored: 0,
    };
    let mut told = other(case, "", What::Appeal(appeal));
    told.subject = Some(subject.into());
    told
}

/// What the draft on this ground answers: nothing if it is possible.
fn answer(world: &World, ground: &str, changes: Value) -> String {
    let mut changes = changes;
    changes["ground"] = ground.into();
    match world.clone().with("draft-appointment", INSPECTOR, changes) {
        Ok(()) => String::new(),
        Err(crate::case::step::Halt::Refused(refusal)) => told(&refusal),
        Err(crate::case::step::Halt::Wrong(errors)) => format!("{} {}", errors[0].field, errors[0].code),
    }
}

#[test]
fn p13_every_ground_of_art_144_rests_on_something() {
    let mut world = world();
    world.dossier.told = vec![
        appeal("named", false, "health", "inspection"),
        appeal("nobody", true, "health", "inspection"),
        appeal("elsewhere", false, "akimat", "inspection"),
        appeal("not-accepted", false, "health", "answer"),
    ];
    for ground in GROUNDS {
        let paper = answer(&world, ground, json!({}));
        let with = |basis: &str| answer(&world, ground, json!({"basis": basis}));
        match ground {
            "1" | "1-1" => {
                assert_eq!(paper, "§13 no-prescription breach=breach-no-ground @basis", "{ground}");
                assert_eq!(with("named"), "§13 no-prescription breach=breach-no-ground @basis", "{ground}");
            }
            "2" | "3" | "4" | "6" => {
                let needed = if ground == "6" { "" } else { "§13 no-appeal breach=breach-no-ground @basis" };
                assert_eq!(paper, needed, "{ground}");
                assert_eq!(with("named"), "", "{ground}");
                assert_eq!(with("nobody"), "§13 anonymous-appeal breach=breach-no-ground @basis", "{ground}");
                assert_eq!(with("elsewhere"), "§13 appeal-about-another breach=breach-no-ground @subject", "{ground}");
                assert_eq!(with("not-accepted"), "basis not-a-choice", "{ground}");
                let bare = answer(&world, ground, json!({"basis": "named", "facts": null}));
                assert_eq!(bare, "§13 ground-without-facts @facts", "only the facts of the appeal are checked");
            }
            _ => {
                assert_eq!(paper, "", "{ground}");
                let without = "§13 ground-without-document breach=breach-no-ground @reference";
                assert_eq!(answer(&world, ground, json!({"reference": null})), without, "{ground}");
                assert_eq!(answer(&world, ground, json!({"facts": null})), without, "{ground}");
            }
        }
    }
    // Art. 144(10): there are no other kinds of inspection.
    for none in ["10", "12", "0", "1-2"] {
        assert_eq!(answer(&world, none, json!({})), "ground not-a-choice");
    }
}

#[test]
fn p13_the_same_question_is_not_checked_again_for_the_same_period() {
    let mut world = world();
    // Checked before: requirements 1, 4, 7 from 1 January to 21 April 2025.
    world.dossier.told = vec![tells(&started(), "before"), appeal("named", false, "health", "inspection")];
    let again = "§13 checked-before from=2025-01-01 to=2025-04-21 breach=breach-forbidden @requirements";
    for ground in GROUNDS.into_iter().filter(|g| !["1", "1-1"].contains(g)) {
        let may = ["3", "4", "8", "9"].contains(&ground);
        let answered = answer(&world, ground, json!({"basis": appeal_basis(ground)}));
        assert_eq!(answered, if may { "" } else { again }, "{ground}");
    }
    // Another question, another period, another subject are no repetition.
    assert_eq!(answer(&world, "6", json!({"requirements": ["2", "3"]})), "");
    assert_eq!(answer(&world, "6", json!({"period_from": "2024-01-01", "period_to": "2024-12-31"})), "");
    assert_eq!(answer(&world, "6", json!({"period_from": "2024-01-01", "period_to": "2025-01-01"})), again);
    assert_eq!(answer(&world, "6", json!({"subject": "akimat"})), "");
    // What was only drafted, or ended without results, does not count.
    super::check(&mut world.dossier.told[0]).abandoned = true;
    assert_eq!(answer(&world, "6", json!({})), "");
    // Two drafts may stand side by side; only one of them is signed.
    let mut drafted = world.clone();
    drafted.sample("draft-appointment", INSPECTOR);
    drafted.dossier.told = vec![tells(&started(), "other")];
    let refusal = drafted.refused("sign-appointment", TERRITORIAL_LEADER, json!({}));
    assert_eq!(told(&refusal), again.trim_end_matches(" @requirements"));
}

fn appeal_basis(ground: &str) -> Option<&'static str> {
    ["2", "3", "4"].contains(&ground).then_some("named")
}

#[test]
fn p14_each_subject_has_its_body() {
    // Body of the Agency, subject, instruction of its leadership: what is refused.
    let rows = [
        ("agency", "ministry", false, ""),
        ("agency", "committee", false, ""),
        ("agency", "institute", false, ""),
        ("agency", "unit", false, "instruction-needed"),
        ("agency", "unit", true, ""),
        ("agency", "akimat", false, "instruction-needed"),
        ("agency", "health", true, ""),
        ("agency", "clinic", true, ""),
        ("agency", "notary", true, "not-a-subject"),
        ("agency-akmola", "ministry", false, "outside-jurisdiction"),
        ("agency-akmola", "committee", true, "outside-jurisdiction"),
        ("agency-akmola", "institute", false, "outside-jurisdiction"),
        ("agency-akmola", "unit", false, ""),
        ("agency-akmola", "akimat", false, ""),
        ("agency-akmola", "district", false, ""),
        ("agency-akmola", "health", false, ""),
        ("agency-akmola", "clinic", false, ""),
        ("agency-akmola", "notary", false, "not-a-subject"),
        ("agency-akmola", "agency-akmola", false, "not-oneself"),
        ("agency-akmola", "nobody", false, "unknown-body"),
    ];
    for (by, subject, instructed, code) in rows {
        let mut world = World::external(Procedure::Inspection, by, day("2025-04-21"));
        let who = if by == "agency" { AGENCY_INSPECTOR } else { INSPECTOR };
        let instruction = instructed.then_some("12");
        let changes = json!({"subject": subject, "instruction": instruction,
            "instruction_on": instruction.map(|_| "2025-04-18")});
        if code.is_empty() {
            world.done("draft-appointment", who, changes);
            continue;
        }
        let refusal = world.refused("draft-appointment", who, changes);
        assert_eq!(refusal.code, code, "{by} of {subject}");
        assert!(told(&refusal).contains("breach=breach-competence"), "{refusal}");
    }
    // An instruction has a day, and not one to come.
    let mut world = World::external(Procedure::Inspection, "agency", day("2025-04-21"));
    let undated = json!({"subject": "health", "instruction": "12"});
    assert_eq!(world.refused("draft-appointment", AGENCY_INSPECTOR, undated).code, "instruction-needed");
    let coming = json!({"subject": "health", "instruction": "12", "instruction_on": "2025-04-22"});
    let refusal = world.refused("draft-appointment", AGENCY_INSPECTOR, coming);
    assert_eq!(told(&refusal), "§13 in-the-future today=2025-04-21 @instruction_on");
}

#[test]
fn p03_nobody_inspects_where_impartiality_is_not_declared() {
    let refusal = world().refused("draft-appointment", INSPECTOR, json!({"impartial": false}));
    assert_eq!(told(&refusal), "§3 not-impartial @impartial");
}

#[test]
fn p16_specialists_are_named_in_the_act() {
    let mut world = world();
    let expert = json!({"name": "N. N.", "position": "expert", "organisation": "institute"});
    world.done("draft-appointment", INSPECTOR, json!({"specialists": [expert]}));
    let act = world.case.inspection().unwrap().appointment.clone().unwrap();
    assert_eq!((act.specialists.len(), act.specialists[0].organisation.as_str()), (1, "institute"));
    assert_eq!(world.case.executors().len(), 2, "a specialist is no officer");
}

#[test]
fn p13_an_appeal_is_the_ground_of_one_inspection() {
    let mut world = world();
    world.dossier.told = vec![appeal("named", false, "health", "inspection"), tells(&started(), "first")];
    let draft = json!({"basis": "named", "facts": "facts"});
    assert_eq!(answer(&world, "4", draft.clone()), "");
    let appointed = |world: &mut World, abandoned: bool| {
        let What::Check(check) = &mut world.dossier.told[1].what else { panic!("a check") };
        (check.basis, check.abandoned) = (Some("named".into()), abandoned);
    };
    appointed(&mut world, false);
    assert_eq!(answer(&world, "4", draft.clone()), "§13 appeal-inspected-already on=2025-04-21 @basis");
    // One that ended without results leaves the ground as it was.
    appointed(&mut world, true);
    assert_eq!(answer(&world, "4", draft), "");
}
