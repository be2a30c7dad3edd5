//! What each step asks and a sample of answers to it, from a walk through an invented case: for the description of the API.

mod external;

use std::{collections::HashMap, sync::OnceLock};

use jiff::civil::{Date, date};
use law::{
    case::{
        Answers, Field, Procedure, Role, Step,
        step::{Offer, entitled, offer},
    },
    ch3_reports::Review,
    sample::{EXECUTOR, LEADER, OBJECT, SECOND, UNIT_HEAD, Who, World, actor},
};

/// What a step asks, and an answer.
pub struct Sample {
    pub fields: Vec<Field>,
    pub answers: Answers,
}

/// Those of a report: who fills it, who signs it, who receives it.
const REPORTER: Who = ("rep", Role::ReportExecutor, "ministry");
const SIGNATORY: Who = ("sig", Role::ReportSignatory, "ministry");
const ANALYST: Who = ("an", Role::Analyst, "agency");

const PEOPLE: [Who; 8] = [UNIT_HEAD, LEADER, EXECUTOR, SECOND, OBJECT, REPORTER, SIGNATORY, ANALYST];

/// The way of the walk: the steps that lead on, each by everybody who may take it.
const WAY: &[&str] = &[
    "open-plan",
    "add-plan-item",
    "approve-plan",
    "supplement-plan",
    "draft-order",
    "sign-order",
    "send-notice",
    "start-event",
    "record-action",
    "record-finding",
    "propose-extension",
    "decline-extension",
    "mark-checklist",
    "draft-act",
    "sign-act",
    "present-act",
    "countersign-act",
    "submit-materials",
    "decide",
    "inform-agency",
    "draft-letter",
    "sign-letter",
    "receive-letter",
    "submit-action-plan",
    "accept-action-plan",
    "report-measure",
    "accept-measure",
    "record-liability",
    "restore-rights",
    "open-report",
    "sign-report",
    "countersign-report",
    "submit-report",
    "accept-report",
    "request-correction",
];

/// An invented case. That of a report is of a fourth quarter, which alone is corrected (§63), and has nothing amiss.
fn invented(procedure: Procedure, today: Date) -> World {
    if procedure.external() {
        return external::invented(procedure, today);
    }
    if procedure != Procedure::Report {
        return World::new(procedure, today);
    }
    let review = Review { note: "0".repeat(64), ..Review::default() };
    World { review: Some(review), ..World::new(procedure, date(2025, 2, 3)) }
}

/// The step that opens a case asks for days to come: it is shown as of today.
pub fn opening(procedure: Procedure, today: Date) -> Sample {
    if procedure.external() {
        let world = external::invented(procedure, today);
        return sample(&world, procedure.steps()[0], external::opener(procedure));
    }
    let world = World::new(procedure, today);
    sample(&world, procedure.steps()[0], UNIT_HEAD)
}

/// Any other step.
pub fn of(step: &dyn Step) -> Option<&'static Sample> {
    static SAMPLES: OnceLock<HashMap<&'static str, Sample>> = OnceLock::new();
    SAMPLES.get_or_init(|| Procedure::ALL.into_iter().flat_map(walk).collect()).get(step.id())
}

fn walk(procedure: Procedure) -> HashMap<&'static str, Sample> {
    let mut found = HashMap::new();
    if procedure.external() {
        external::walk(procedure, &mut found);
        return found;
    }
    let mut world = invented(procedure, date(2025, 4, 21));
    look(&world, &PEOPLE, &mut found);
    for id in WAY.iter().filter(|id| procedure.step(id).is_some()) {
        for who in PEOPLE {
            let may = entitled(world.step(id), &world.case, &actor(who));
            // Every sample that is not refused leads on; where one replaces another, the first is the fullest.
            let samples = if may { world.samples(id, who) } else { Vec::new() };
            for answers in samples.iter().rev() {
                if world.take_answers(id, who, answers).is_ok() {
                    look(&world, &PEOPLE, &mut found);
                }
            }
        }
        if let Some(start) = world.case.event().filter(|e| e.notified.is_some()).and_then(|e| e.start) {
            world.today = world.today.max(start);
            look(&world, &PEOPLE, &mut found);
        }
    }
    found
}

/// Takes down every step that can be taken now and was not before.
fn look(world: &World, people: &[Who<'static>], found: &mut HashMap<&'static str, Sample>) {
    for step in world.case.procedure.steps() {
        for who in people.iter().copied() {
            let by = actor(who);
            if matches!(offer(*step, &world.view(&by, None)), Offer::Ready) {
                found.entry(step.id()).or_insert_with(|| sample(world, *step, who));
            }
        }
    }
}

fn sample(world: &World, step: &dyn Step, who: Who) -> Sample {
    let by = actor(who);
    let view = world.view(&by, None);
    Sample { fields: step.fields(&view), answers: step.samples(&view).into_iter().next().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_sample_of_the_form_it_asks_for() {
        let mut missing = Vec::new();
        for step in Procedure::ALL.into_iter().flat_map(Procedure::steps) {
            let Some(sample) = of(*step) else {
                missing.push(step.id());
                continue;
            };
            let checked = sample.answers.check(&sample.fields);
            assert!(checked.is_ok(), "{}: {:?}", step.id(), checked.err());
        }
        assert!(missing.is_empty(), "not on the way: {missing:?}");
    }
}
