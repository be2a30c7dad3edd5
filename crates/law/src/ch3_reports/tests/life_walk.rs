//! The walk over all states of a report: whatever is done, it can be accepted in the end, and somebody always owes or is
//! awaited until then.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use jiff::civil::Date;
use serde_json::json;

use super::people::*;
use crate::{
    case::{Answers, CaseFile, Fact, Offer, Procedure, Role, step},
    ch3_reports::report::Stage,
    testing::{Who, World, actor, day},
};

/// Versions that the walk goes through.
const VERSIONS: u32 = 3;

/// Everybody who may ever do anything with the reports walked over, and two who may not.
const PEOPLE: [Who; 9] = [
    EXECUTOR,
    OTHER_EXECUTOR,
    SIGNATORY,
    HEAD,
    AGENCY,
    ("agency-head", Role::Leader, "agency"),
    TERRITORIAL,
    STRANGER,
    ("insp", Role::Inspector, "agency"),
];

/// What of a report decides about its future.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct State {
    opened: bool,
    /// Whether its quarter is over.
    over: bool,
    stage: Stage,
    version: u32,
    submitted: bool,
    accepted: usize,
}

fn state(world: &World) -> State {
    let report = world.report();
    State {
        opened: report.opening.is_some(),
        over: report.opening.as_ref().is_some_and(|o| world.today > o.quarter.last_day()),
        stage: report.stage,
        version: report.next_version(),
        submitted: report.first_submitted.is_some(),
        accepted: report.accepted.len(),
    }
}

/// All answers worth a try.
fn ways(step: &str, quarter: &str) -> Vec<Answers> {
    match step {
        "open-report" => vec![Answers::of(json!({"form": "2-mq", "quarter": quarter}))],
        "decide-correction" => {
            ["allow", "refuse"].map(|c| Answers::of(json!({"correction": c, "reason": "Қаралды"}))).into()
        }
        step => vec![answers(step)],
    }
}

struct Walk {
    states: HashSet<State>,
    ways: Vec<(State, State)>,
    steps: BTreeMap<&'static str, usize>,
}

impl Walk {
    fn explore(quarter: &str, first: &str, over: &str) -> Self {
        let mut world = before("akimat", first);
        let mut walk = Self { states: HashSet::new(), ways: Vec::new(), steps: BTreeMap::new() };
        let mut queue: VecDeque<(CaseFile, Date)> = VecDeque::from([(world.case.clone(), world.today)]);
        walk.states.insert(state(&world));
        while let Some((case, today)) = queue.pop_front() {
            (world.case, world.today) = (case.clone(), today);
            let from = state(&world);
            check(&world);
            let mut next = Vec::new();
            for step in Procedure::Report.steps() {
                for (who, answers) in
                    PEOPLE.iter().flat_map(|w| ways(step.id(), quarter).into_iter().map(move |a| (w, a)))
                {
                    let before = world.case.facts.len();
                    if world.take_answers(step.id(), *who, &answers).is_ok() {
                        *walk.steps.entry(step.id()).or_default() += 1;
                        let fact = world.case.facts.last().unwrap();
                        assert_eq!(&serde_json::from_str::<Fact>(&fact.canonical()).unwrap(), fact);
                        next.push((world.case.clone(), today));
                    } else {
                        assert_eq!(world.case.facts.len(), before);
                    }
                    world.case = case.clone();
                }
            }
            next.push((case, day(over)));
            for (case, today) in next {
                (world.case, world.today) = (case, today);
                let to = state(&world);
                if to.version > VERSIONS {
                    continue;
                }
                walk.ways.push((from, to));
                if walk.states.insert(to) {
                    queue.push_back((world.case.clone(), today));
                }
            }
        }
        walk
    }

    /// Every state has a way to an acceptance.
    fn check_ends(&self) {
        let mut reached: Vec<State> = self.states.iter().copied().filter(|s| s.stage == Stage::Accepted).collect();
        let mut at = 0;
        while at < reached.len() {
            let to = reached[at];
            at += 1;
            for (from, _) in self.ways.iter().filter(|(_, t)| *t == to) {
                if !reached.contains(from) {
                    reached.push(*from);
                }
            }
        }
        let stuck: Vec<_> = self.states.iter().filter(|s| !reached.contains(s)).collect();
        assert_eq!(stuck, Vec::<&State>::new(), "states with no way to an acceptance");
    }
}

/// What must hold of one state.
fn check(world: &World) {
    let duties = world.case.duties(&world.law);
    let awaited = world.awaited();
    let open: Vec<_> = duties.iter().filter(|d| d.open()).collect();
    let report = world.report();
    assert_eq!(duties.len(), usize::from(report.opening.is_some()), "one thing is owed: the report");
    assert_eq!(open.is_empty(), report.opening.is_none() || report.first_submitted.is_some());
    if report.opening.is_some() && report.stage != Stage::Accepted {
        assert!(!open.is_empty() || !awaited.is_empty(), "nobody owes or is awaited in {:?}", state(world));
    }
    if report.stage == Stage::Accepted {
        assert!(awaited.is_empty() && open.is_empty(), "{awaited:?}");
    }
    for waits in &awaited {
        let user = PEOPLE.iter().find(|w| w.1 == waits.role && w.2 == waits.body).map_or("somebody", |w| w.0);
        let who = (user, waits.role, waits.body.as_str());
        assert!(matches!(world.offered(waits.step, who), Offer::Ready), "{waits:?} in {:?}", state(world));
        world.clone().goes(waits.step, who);
        assert!(open.iter().all(|d| d.step != waits.step), "{} is owed, and shown twice", waits.step);
    }
    for duty in &open {
        let step = world.step(duty.step);
        assert!(step.def().discharges.contains(&duty.rule.unwrap()));
        let by = |role: &Role| step::entitled(step, &world.case, &actor(("x", *role, duty.body.as_str())));
        assert!(duty.roles.iter().all(by), "whoever owes it may do it");
    }
    if report.opening.is_some() {
        let later = step::awaited(&world.case, &world.law, &world.bodies, day("2035-01-01"));
        assert_eq!(later, awaited, "what is awaited changes with the day alone");
    }
    assert!(world.case.rail().iter().filter(|s| s.now).count() <= 1);
    for step in Procedure::Report.steps() {
        let takers = step::takers(*step, &world.case, &world.law, &world.bodies, world.today);
        assert!(takers.iter().all(|t| awaited.iter().any(|a| a.step == step.id()) || t.user.is_none()));
    }
}

#[test]
fn p60_every_state_of_a_report_has_a_way_to_its_acceptance() {
    let walk = Walk::explore("2026-Q3", "2026-07-01", "2026-10-02");
    walk.check_ends();
    let never = Procedure::Report.steps().iter().map(|s| s.id()).filter(|s| !walk.steps.contains_key(s));
    assert_eq!(never.collect::<Vec<_>>(), ["request-correction", "decide-correction"]);
    // Not opened; begun in the quarter; then three versions of five stages: open, signed, by two, submitted, accepted.
    let after = |version: u32| walk.states.iter().filter(|s| s.version == version && s.over).count();
    assert_eq!([after(1), after(2), after(3)], [5, 5, 5]);
    assert_eq!(walk.states.len(), 17);
}

#[test]
fn p63_every_state_of_a_fourth_quarter_has_a_way_to_its_acceptance() {
    let walk = Walk::explore("2026-Q4", "2026-10-01", "2027-01-05");
    walk.check_ends();
    let missing: Vec<_> =
        Procedure::Report.steps().iter().filter(|s| !walk.steps.contains_key(s.id())).map(|s| s.id()).collect();
    assert!(missing.is_empty(), "{missing:?} is never possible");
    for stage in Stage::ALL {
        assert!(walk.states.iter().any(|s| s.stage == stage), "{stage:?} is never reached");
    }
    // The third version may be that of a second correction, of a returned correction, of two returns.
    let third = walk.states.iter().filter(|s| s.stage == Stage::Accepted && s.version == 3);
    assert_eq!(third.map(|s| s.accepted).collect::<BTreeSet<_>>(), BTreeSet::from([1, 2, 3]));
}
