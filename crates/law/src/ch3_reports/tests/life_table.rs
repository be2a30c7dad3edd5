//! Who may do what in every stage: a table by hand, compared with every step tried by every role of every body.

use std::collections::BTreeSet;

use serde_json::json;

use super::people::*;
use crate::{
    case::{
        Answers, Offer, Procedure, Role,
        step::{self, Halt},
    },
    ch3_reports::report::Stage,
    testing::{World, actor, day},
};

/// Stage, step, who: `own`, `any` of those who receive it, the `first` of them; and their roles.
const TABLE: &str = "
unopened          open-report         own    report-executor
signing           sign-report         own    report-executor
signed            countersign-report  own    report-signatory leader
signed            withdraw-report     own    report-executor report-signatory
countersigned     withdraw-report     own    report-executor report-signatory
countersigned     submit-report       own    report-executor report-signatory
submitted         return-report       any    analyst report-executor unit-head leader
submitted         accept-report       first  analyst report-executor unit-head leader
accepted-q4       request-correction  own    report-executor report-signatory
correction-asked  decide-correction   any    analyst report-executor unit-head leader
";

/// What stages are in the table: `signing` is every stage in which cells are open and the quarter is over.
fn stage(world: &World) -> String {
    let report = world.report();
    let Some(opening) = &report.opening else { return "unopened".into() };
    match report.stage {
        stage if stage.open() && world.today <= opening.quarter.last_day() => "running".into(),
        stage if stage.open() => "signing".into(),
        Stage::Accepted if opening.quarter.number() == 4 => "accepted-q4".into(),
        stage => stage.word().into(),
    }
}

/// What the table allows.
fn allowed(world: &World, stage: &str, step: &str, role: Role, body: &str) -> bool {
    let receivers = world.case.receivers();
    TABLE.lines().filter(|l| l.starts_with(stage) && l.contains(step)).any(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let stands = match words[2] {
            "own" => body == world.case.body,
            "any" => receivers.iter().any(|r| r == body),
            "first" => receivers.first().is_some_and(|r| r == body),
            other => panic!("{other}"),
        };
        words[0] == stage && words[1] == step && stands && words[3..].contains(&role.word())
    })
}

/// A report of this body in every stage, in the quarter and after it.
fn stages(body: &'static str, quarter: &'static str, first: &str, over: &str) -> Vec<World> {
    let executor = ("ex", Role::ReportExecutor, body);
    let signatory = ("sig", Role::ReportSignatory, body);
    let form = form_of(body);
    let mut world = before(body, first);
    let mut all = vec![world.clone()];
    world.take("open-report", executor, json!({"form": form, "quarter": quarter})).expect("begun");
    all.push(world.clone());
    let mut world = world.on(over);
    all.push(world.clone());
    let receiver = world.case.receivers()[0].clone();
    let receiver = ("rec", Role::Leader, receiver.as_str());
    let mut go = |world: &mut World, steps: &[&str]| {
        for step in steps {
            let who = match *step {
                "countersign-report" => signatory,
                "return-report" | "accept-report" | "decide-correction" => receiver,
                _ => executor,
            };
            world.goes(step, who);
            all.push(world.clone());
        }
    };
    let signing = ["sign-report", "countersign-report", "submit-report"];
    go(&mut world, &signing);
    go(&mut world, &["return-report"]);
    go(&mut world, &signing);
    go(&mut world, &["accept-report"]);
    if quarter.ends_with("Q4") {
        go(&mut world, &["request-correction", "decide-correction"]);
        go(&mut world, &signing);
        go(&mut world, &["return-report"]);
    }
    all
}

fn good(step: &str, world: &World) -> Answers {
    match step {
        "open-report" => Answers::of(json!({"form": form_of(&world.case.body), "quarter": "2026-Q3"})),
        step => answers(step),
    }
}

#[test]
fn p60_in_every_stage_everybody_may_do_what_the_table_says_and_nothing_else() {
    let mut seen = BTreeSet::new();
    let (mut done, mut refused) = (0, 0);
    for body in ["akimat", "ministry", "district", "unit"] {
        let third = stages(body, "2026-Q3", "2026-07-01", "2026-10-02");
        let fourth = stages(body, "2026-Q4", "2026-10-01", "2027-01-05");
        for mut world in third.into_iter().chain(fourth) {
            let before = world.case.clone();
            let name = stage(&world);
            seen.insert((name.clone(), world.stage().word()));
            let tree = world.bodies.clone();
            for step in Procedure::Report.steps() {
                let answers = good(step.id(), &world);
                for (of, role) in tree.iter().flat_map(|b| Role::ALL.map(|role| (b, role))) {
                    let user = format!("{}-{}", of.id, role.word());
                    let who = (user.as_str(), role, of.id.as_str());
                    let may = allowed(&world, &name, step.id(), role, &of.id);
                    let case = || format!("{} by {role:?} of {} in {name} of {body}", step.id(), of.id);
                    let offered = matches!(world.offered(step.id(), who), Offer::Ready);
                    assert_eq!(offered, may, "offered: {}", case());
                    match world.take_answers(step.id(), who, &answers) {
                        Ok(()) => {
                            assert!(may, "{}", case());
                            assert_eq!(world.case.facts.len(), before.facts.len() + 1);
                            assert_eq!(world.case.facts.last().unwrap().by, actor(who));
                            world.case = before.clone();
                            done += 1;
                        }
                        Err(Halt::Refused(refusal)) => {
                            assert!(!may, "{}: {refusal}", case());
                            assert!((60..=63).contains(&refusal.paragraph), "{}: {refusal}", case());
                            assert_eq!(world.case.facts.len(), before.facts.len());
                            refused += 1;
                        }
                        Err(Halt::Wrong(errors)) => panic!("{}: {errors:?}", case()),
                    }
                }
            }
        }
    }
    let stages: BTreeSet<&str> = seen.iter().map(|(_, stage)| *stage).collect();
    assert_eq!(stages.len(), Stage::ALL.len(), "every stage is reached");
    let named: BTreeSet<&str> = seen.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "accepted",
        "accepted-q4",
        "correction-asked",
        "countersigned",
        "running",
        "signed",
        "signing",
        "submitted",
        "unopened",
    ];
    assert_eq!(named.into_iter().collect::<Vec<_>>(), expected);
    assert!(done > 150 && refused > 30_000, "{done} done, {refused} refused");
}

/// A person of one body acts for it alone, and in one role at a time, whatever else they hold.
#[test]
fn p60_nobody_acts_for_another_body() {
    let world = submitted();
    for role in Role::ALL {
        for body in ["ministry", "unit", "district", "health", "corporation", "nowhere"] {
            for step in Procedure::Report.steps() {
                let by = actor(("x", role, body));
                assert!(!step::entitled(*step, &world.case, &by), "{} by {role:?} of {body}", step.id());
            }
        }
    }
    assert_eq!(world.report().first_submitted, Some(day("2026-10-08")));
}
