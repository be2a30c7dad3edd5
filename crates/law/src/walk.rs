//! The invariant walk: every state of a procedure that the steps can reach, with everybody acting and days passing.
//!
//! A state is what decides about the future: who is offered what (or why not), what is owed and late, what the event
//! has. Two cases alike in that are one state. Lists are kept short: two findings, two requests, one expert.

mod external;
mod state;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, VecDeque},
    hash::{DefaultHasher, Hash, Hasher},
    time::Instant,
};

use jiff::civil::{Date, date};
use state::{check_state, days_that_matter, enough, forget, questions};

use crate::{
    case::{CaseFile, Duty, DutyState, Fact, Offer, Procedure, file::State, refusal::Value, step},
    ch3_internal::p42_plan,
    testing::{LEADER, UNIT_HEAD, Who, World, actor, cast, external},
    words,
};

/// A state that waits to be explored.
struct Place {
    number: usize,
    /// Ways from the beginning.
    far: usize,
    case: CaseFile,
    today: Date,
    duties: Vec<Duty>,
    /// Steps offered now, each with those it is offered to.
    ready: Vec<(&'static str, Vec<Who<'static>>)>,
}

/// Steps of which it counts whose they are: documents that each executor or officer signs, the draft that a unit owes.
const BY_EACH: [&str; 5] = ["sign-act", "sign-results", "sign-prescription", "sign-conclusion", "draft-appeal-answer"];

#[derive(Default)]
struct Walk {
    states: HashMap<u64, usize>,
    /// From, to.
    ways: Vec<(usize, usize)>,
    /// By duty: the states from which a way discharges it.
    discharges: BTreeMap<String, Vec<usize>>,
    /// By state: the duties open in it.
    open: Vec<(usize, Vec<String>)>,
    ends: Vec<usize>,
    taken: BTreeMap<&'static str, usize>,
    taken_by: BTreeMap<&'static str, BTreeSet<&'static str>>,
    facts: BTreeSet<&'static str>,
    refusals: BTreeSet<&'static str>,
    farthest: usize,
    words: BTreeSet<String>,
}

impl Walk {
    fn explore(world: &mut World) -> Self {
        let mut walk = Self::default();
        let mut queue = VecDeque::new();
        let (case, today) = (world.case.clone(), world.today);
        walk.arrive(world, case, today, 0, &mut queue);
        while let Some(place) = queue.pop_front() {
            walk.leave(world, &place, &mut queue);
        }
        walk
    }

    /// The number of the state, which is explored later if it is new.
    fn arrive(
        &mut self,
        world: &mut World,
        case: CaseFile,
        today: Date,
        far: usize,
        queue: &mut VecDeque<Place>,
    ) -> (usize, Vec<Duty>) {
        (world.case, world.today) = (case, today);
        let duties = world.case.duties(&world.law);
        let mut hash = DefaultHasher::new();
        let ready = self.offers(world, &mut hash);
        for duty in duties.iter().filter(|d| d.open()) {
            (&duty.key, duty.late(today)).hash(&mut hash);
        }
        match &world.case.state {
            State::Event(event) => state::traits(event, &mut hash),
            State::Inspection(inspection) => external::inspection(inspection, &mut hash),
            State::Appeal(appeal) => external::appeal(appeal, &world.case.body, &mut hash),
            State::Desk(desk) => external::desk(desk, &mut hash),
            State::Plan(plan) => (plan.items.len(), plan.supplements.len(), plan.approved.is_some()).hash(&mut hash),
            State::List(_) | State::Report(_) => unreachable!("they have walks of their own"),
        }
        let number = self.states.len();
        let known = *self.states.entry(hash.finish()).or_insert(number);
        if known == number {
            self.open.push((number, duties.iter().filter(|d| d.open()).map(|d| d.key.clone()).collect()));
            check_state(world, &duties, &ready);
            let over = world.case.closed().is_some() || world.case.plan().is_some_and(|p| p.approved.is_some());
            if over {
                self.ends.push(number);
            }
            self.farthest = self.farthest.max(far);
            self.words.extend(duties.iter().map(|d| d.what.clone()));
            queue.push_back(Place { number, far, case: world.case.clone(), today, duties: duties.clone(), ready });
        }
        (known, duties)
    }

    fn offers(&mut self, world: &World, hash: &mut DefaultHasher) -> Vec<(&'static str, Vec<Who<'static>>)> {
        let people: Vec<_> = cast(world.case.procedure).iter().map(|who| (*who, actor(*who))).collect();
        let mut ready = Vec::new();
        for step in world.case.procedure.steps() {
            let mut to = Vec::new();
            // Nobody else is ever offered it (see `chance`), so nobody else need be asked.
            for (who, actor) in people.iter().filter(|(_, a)| step::entitled(*step, &world.case, a)) {
                match step::offer(*step, &world.view(actor, None)) {
                    Offer::Ready => {
                        to.push(*who);
                        (step.id(), who.0).hash(hash);
                    }
                    Offer::NotYet(refusal) => {
                        (step.id(), who.0, refusal.code).hash(hash);
                        self.refusals.insert(refusal.code);
                        for (_, value) in refusal.values {
                            if let Value::Text(text) | Value::Word(text) = &value {
                                text.hash(hash);
                            }
                            if let Value::Word(word) = value {
                                self.words.insert(word);
                            }
                        }
                    }
                    Offer::Never => {}
                }
            }
            if !to.is_empty() {
                ready.push((step.id(), to));
            }
        }
        ready
    }

    /// Goes every way on: each step with each sample, and the days that matter.
    fn leave(&mut self, world: &mut World, place: &Place, queue: &mut VecDeque<Place>) {
        for (id, people) in &place.ready {
            let step = place.case.procedure.step(id).expect("a step of that name");
            for (at, who) in people.iter().enumerate() {
                (world.case, world.today) = (place.case.clone(), place.today);
                questions(&step.fields(&world.view(&actor(*who), None)), &mut self.words);
                self.taken_by.entry(id).or_default().insert(who.0);
                // The samples do not depend on who asks for them.
                let samples = world.samples(id, *who).into_iter().take(if at == 0 { usize::MAX } else { 1 });
                for answers in samples {
                    let (drafts, issued) = match world.drafts(id, *who, &answers) {
                        Ok(taken) => taken,
                        Err(halt) if external::by_day(&halt) => continue,
                        Err(halt) => panic!("{id} by {}: {halt:?}", who.0),
                    };
                    assert!(!drafts.is_empty(), "{id} writes nothing");
                    assert_eq!(issued.is_some(), step.freezes(&place.case).is_some());
                    if (at > 0 && !BY_EACH.contains(id)) || enough(&place.case, id) {
                        continue;
                    }
                    world.case = place.case.clone();
                    for (n, draft) in drafts.into_iter().enumerate() {
                        world.add(draft, *who, issued.iter().filter(|_| n == 0).cloned().collect(), String::new());
                        let fact = world.case.facts.last().expect("just added");
                        let again: Fact = serde_json::from_str(&fact.canonical()).expect("a fact is read again");
                        assert_eq!(&again, fact, "a fact read again is the same");
                        self.facts.insert(fact.what.word());
                    }
                    *self.taken.entry(id).or_default() += 1;
                    let mut case = world.case.clone();
                    forget(&mut case);
                    let (to, after) = self.arrive(world, case, place.today, place.far + 1, queue);
                    self.way(place, to, &after, id);
                    (world.case, world.today) = (place.case.clone(), place.today);
                }
            }
        }
        if place.case.closed().is_none() {
            for day in days_that_matter(world, place) {
                let (to, after) = self.arrive(world, place.case.clone(), day, place.far + 1, queue);
                self.way(place, to, &after, "");
            }
        }
    }

    /// Notes a way, and that what was late stays late.
    fn way(&mut self, from: &Place, to: usize, after: &[Duty], step: &'static str) {
        self.ways.push((from.number, to));
        for before in &from.duties {
            let Some(now) = after.iter().find(|d| d.key == before.key) else { continue };
            // Other dates of the event make the notice due on another day.
            let moved = step == "move-start" || external::moved(step, &before.key);
            assert!(
                !before.late(from.today) || now.late(from.today) || moved,
                "{} was late and is not, by {step}: {before:?} {now:?}",
                before.key
            );
            if before.open() && matches!(now.state, DutyState::Done(_)) {
                let rules = from.case.procedure.step(step).map(|s| s.def().discharges).unwrap_or_default();
                let named = before.rule.map_or(step == before.step, |rule| rules.contains(&rule));
                assert!(named, "{step} discharged {} without saying so", before.key);
                self.discharges.entry(before.key.clone()).or_default().push(from.number);
            } else if before.open() && !now.open() && external::may_lapse(&before.key) {
                self.discharges.entry(before.key.clone()).or_default().push(from.number);
            }
        }
    }

    /// Which states have a way to one of these.
    fn reaching(&self, to: &[usize], ways: &[Vec<usize>]) -> Vec<bool> {
        let mut reached = vec![false; self.states.len()];
        let mut queue: Vec<usize> = to.to_vec();
        while let Some(state) = queue.pop() {
            if !std::mem::replace(&mut reached[state], true) {
                queue.extend(&ways[state]);
            }
        }
        reached
    }

    /// What must hold of all states together.
    fn check(&self, procedure: Procedure) {
        self.check_without(procedure, &[]);
    }

    /// The same where the procedure shares its steps with another, and these are that one's alone.
    fn check_without(&self, procedure: Procedure, not_its_own: &[&str]) {
        let keys: BTreeSet<String> = words::keys().into_iter().collect();
        assert_eq!(self.words.difference(&keys).next(), None, "a word that no language is asked for");
        let mut back = vec![Vec::new(); self.states.len()];
        for (from, to) in &self.ways {
            back[*to].push(*from);
        }
        let ending = self.reaching(&self.ends, &back);
        let stuck = ending.iter().filter(|ends| !**ends).count();
        assert_eq!(stuck, 0, "states with no way to an end");
        for (key, by) in &self.discharges {
            let discharging = self.reaching(by, &back);
            let without = self.open.iter().filter(|(n, open)| open.contains(key) && !discharging[*n]).count();
            assert_eq!(without, 0, "states in which the duty {key} can no longer be done");
        }
        for (_, open) in &self.open {
            assert!(open.iter().all(|key| self.discharges.contains_key(key)), "{open:?} is never discharged");
        }
        for step in procedure.steps() {
            let own = !not_its_own.contains(&step.id());
            assert_eq!(self.taken.contains_key(step.id()), own, "{} is never reached, or is another's", step.id());
        }
    }

    fn report(&self, name: &str, begun: Instant) {
        let taken: usize = self.taken.values().sum();
        println!(
            "{name}: {} states, {} ways ({taken} by steps), {} ends, {} steps, {} kinds of facts, {} refusals met, \
             farthest {} ways from the beginning, {:.1} s",
            self.states.len(),
            self.ways.len(),
            self.ends.len(),
            self.taken.len(),
            self.facts.len(),
            self.refusals.len(),
            self.farthest,
            begun.elapsed().as_secs_f32()
        );
        for (key, by) in &self.discharges {
            println!("  duty {key}: discharged in {} ways", by.len());
        }
        for (step, by) in &self.taken_by {
            println!("  {step}: {by:?}");
        }
    }
}

#[test]
fn every_state_of_the_control_event_has_a_way_to_its_end() {
    let begun = Instant::now();
    let mut world = World::event(date(2025, 4, 21));
    let mut plan = World::new(Procedure::AnnualPlan, date(2024, 12, 2));
    plan.sample("open-plan", UNIT_HEAD);
    plan.done("add-plan-item", UNIT_HEAD, serde_json::json!({"from": "2025-04-01", "to": "2025-12-20"}));
    plan.sample("approve-plan", LEADER);
    world.plan = plan.case.plan().map(|p: &p42_plan::AnnualPlan| p.entries("plan1")).unwrap_or_default();
    let walk = Walk::explore(&mut world);
    walk.report("control event", begun);
    walk.check(Procedure::ControlEvent);
}

#[test]
fn every_state_of_the_annual_plan_has_a_way_to_its_end() {
    let begun = Instant::now();
    let walk = Walk::explore(&mut World::new(Procedure::AnnualPlan, date(2025, 12, 1)));
    walk.report("annual plan", begun);
    walk.check(Procedure::AnnualPlan);
}

#[test]
fn every_state_of_the_inspection_has_a_way_to_its_end() {
    let begun = Instant::now();
    let walk = Walk::explore(&mut external(Procedure::Inspection));
    walk.report("inspection", begun);
    walk.check_without(Procedure::Inspection, &["draft-conclusion", "sign-conclusion"]);
}

#[test]
fn every_state_of_the_visit_has_a_way_to_its_end() {
    let begun = Instant::now();
    let walk = Walk::explore(&mut external(Procedure::Visit));
    walk.report("visit", begun);
    walk.check_without(Procedure::Visit, &["sign-results"]);
}

#[test]
fn every_state_of_the_appeal_has_a_way_to_its_end() {
    let begun = Instant::now();
    let walk = Walk::explore(&mut external(Procedure::Appeal));
    walk.report("appeal", begun);
    walk.check(Procedure::Appeal);
}

#[test]
fn every_state_of_the_control_without_a_visit_has_a_way_to_its_end() {
    let begun = Instant::now();
    let walk = Walk::explore(&mut external(Procedure::DeskControl));
    walk.report("control without a visit", begun);
    walk.check(Procedure::DeskControl);
}
