//! What of a state counts for the future, when it changes by itself, and what must hold of it.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash},
};

use jiff::civil::{Date, date};

use super::{Place, external};
use crate::{
    case::{CaseFile, Duty, Field, FieldKind, Offer, Role, View, file::State, step},
    ch3_internal::{event::ControlEvent, p45_notice},
    testing::{LEADER, Who, World, actor, cast},
};

/// The words of these questions and of what can be chosen.
pub fn questions(fields: &[Field], words: &mut BTreeSet<String>) {
    for field in fields {
        words.insert(format!("field-{}", field.name));
        match &field.kind {
            FieldKind::Choice { prefix, values } | FieldKind::Choices { prefix, values } => {
                words.extend(values.iter().map(|value| format!("{prefix}-{value}")));
            }
            FieldKind::Rows { fields, .. } => questions(fields, words),
            _ => {}
        }
    }
}

/// What of the event later steps look at.
pub fn traits(event: &ControlEvent, hash: &mut DefaultHasher) {
    let open = event.signed_by.is_empty();
    let flags = [
        event.appointed.is_some(),
        event.notice.is_some(),
        event.notified.is_some(),
        event.started.is_some(),
        event.proposal_pending,
        event.contents.is_some(),
        event.act_signed(),
        event.presented.is_some(),
        event.acquainted.is_some(),
        event.refused.is_some(),
        event.countersigned.is_some(),
        event.objections.is_some(),
        event.submitted.is_some(),
        event.informed.is_some(),
        event.letter.is_some(),
        event.letter_signed.is_some(),
        event.letter_received.is_some(),
        event.action_plan.is_some(),
        event.plan_came.is_some(),
        event.plan_remarks.is_some(),
        event.plan_accepted.is_some(),
        event.closed.is_some(),
        event.has_remarks(),
        event.permits_breached(),
        event.liability_awaited(),
    ];
    flags.hash(hash);
    event.decision.as_ref().map(|(_, d)| &d.decisions).hash(hash);
    (event.reports.len(), event.settled.len(), event.signed_by.len(), event.marks.len()).hash(hash);
    if open {
        (event.findings.len(), event.actions.len(), event.experts.len()).hash(hash);
    }
    if event.presented.is_none() {
        event.extensions.hash(hash);
    }
}

/// Lists that have become long enough.
pub fn enough(case: &CaseFile, step: &str) -> bool {
    match (&case.state, step) {
        (State::Event(event), "record-action") => event.actions.len() >= 2,
        (State::Event(event), "record-finding") => event.findings.len() >= 2,
        (State::Event(event), "engage-expert") => !event.experts.is_empty(),
        (State::Inspection(inspection), step) => external::enough(inspection, step),
        (State::Appeal(appeal), step) => external::appeal_enough(appeal, step),
        (State::Desk(desk), step) => external::desk_enough(desk, step),
        (State::Plan(plan), "add-plan-item") => plan.items.len() >= 2,
        (State::Plan(plan), "supplement-plan") => plan.supplements.len() >= 2,
        _ => false,
    }
}

/// Keeps of the journal what steps look at, its documents, so that thousands of cases fit into memory.
pub fn forget(case: &mut CaseFile) {
    let last = case.facts.len() - 1;
    let latest = case.facts.iter().map(|fact| fact.on).max();
    let mut at = 0;
    case.facts.retain(|fact| {
        at += 1;
        at - 1 == last || !fact.documents.is_empty() || Some(fact.on) == latest
    });
}

/// The next working day, and each day on which or after which something ends or begins.
pub fn days_that_matter(world: &World, place: &Place) -> BTreeSet<Date> {
    let mut days: BTreeSet<Date> = place.duties.iter().filter(|d| d.open()).map(|d| d.due).collect();
    if place.case.procedure.external() {
        return external::days_that_matter(world, place, days);
    }
    if let Some(event) = place.case.event() {
        days.extend(event.start.filter(|_| event.started.is_none()));
        days.extend(event.end.filter(|_| event.presented.is_none()));
        days.extend(event.letter.iter().flat_map(|l| &l.measures).map(|m| m.term));
        let actor = actor(LEADER);
        let view = View { today: place.today, case: &place.case, ..world.view(&actor, None) };
        if let (Some(start), None) = (event.start, event.started) {
            days.insert(p45_notice::latest_notice(&view, start));
        }
    }
    if let Some(year) = place.case.plan().and_then(|p| p.year) {
        days.insert(date(year, 12, 31));
    }
    let after: Vec<Date> = days.iter().filter_map(|d| d.tomorrow().ok()).collect();
    days.extend(after);
    days.insert(world.law.calendar.add_working(place.today, 1));
    days.into_iter().filter(|d| *d > place.today).collect()
}

/// What must hold of one state.
pub fn check_state(world: &World, duties: &[Duty], ready: &[(&'static str, Vec<Who>)]) {
    let case = &world.case;
    if case.closed().is_some() {
        assert!(ready.is_empty(), "a closed case offers {ready:?}");
        assert!(duties.iter().all(|d| !d.open()), "a closed case owes nothing");
    }
    for duty in duties {
        let step = case.procedure.step(duty.step).expect("a duty names a step");
        assert!(duty.rule.is_none_or(|rule| step.def().discharges.contains(&rule)), "{}", duty.key);
        let someone = cast(case.procedure).iter().map(|who| actor(*who));
        let mut may = someone.filter(|a| step::entitled(step, case, a) && a.body == duty.body);
        assert!(may.any(|a| duty.roles.contains(&a.role)), "nobody can do {}", duty.key);
    }
    let now = case.rail().iter().filter(|s| s.now).count();
    assert!(now <= 1);
    check_awaited(world, duties, ready);
    if case.procedure.external() {
        external::check_readers(world, ready);
    } else {
        check_readers(world);
    }
}

/// Who may read a plan or an event.
fn check_readers(world: &World) {
    let case = &world.case;
    let readers = case.readers(&world.bodies);
    let event = case.event();
    for body in world.bodies.iter() {
        for role in Role::ALL {
            let own = [Role::Leader, Role::UnitHead, Role::ResponsibleExecutor, Role::Analyst, Role::Observer];
            let object = event.is_some_and(|e| e.notified.is_some()) && role == Role::ControlObjectHead;
            let informed =
                event.is_some_and(|e| e.informed.is_some()) && [Role::Leader, Role::Inspector].contains(&role);
            let may = match body.id.as_str() {
                "ministry" => own.contains(&role),
                "committee" => object,
                "agency" | "agency-akmola" => informed,
                _ => false,
            };
            assert_eq!(readers.contains(&(body.id.clone(), role)), may, "{role:?} of {}", body.id);
        }
    }
}

/// Why an awaited step may not be possible when a day has come or gone by without a fact, and the steps that lead on then.
const PASSED_BY: &[(&str, &[&str])] = &[
    ("start-not-come", &[]),
    ("no-time-for-notice", &["revise-order"]),
    ("start-after-end", &["move-start"]),
    ("term-over", &["decline-extension"]),
    ("measure-term-past", &["draft-letter"]),
    // Of an inspection or a visit.
    ("no-time-for-start-notice", &["revise-appointment"]),
    ("check-start-not-come", &[]),
    ("term-exceeded", &["abandon-inspection"]),
    ("prescription-too-short", &["draft-prescription"]),
    ("objections-possible", &[]),
];

/// What a case waits for: the one it waits for can do it and owes it by no term, and it hangs on no day but those of the
/// facts. As long as a case is not closed, somebody owes something or is waited for.
fn check_awaited(world: &World, duties: &[Duty], ready: &[(&'static str, Vec<Who>)]) {
    let awaited = world.awaited();
    for waits in &awaited {
        let step = world.case.procedure.step(waits.step).expect("an awaited step is one of the procedure");
        match step::offer(step, &world.view(&world.awaited_actor(waits), None)) {
            Offer::Ready => {}
            Offer::NotYet(refusal) => {
                let passed = PASSED_BY.iter().find(|(code, _)| *code == refusal.code);
                let (_, on) = passed.unwrap_or_else(|| panic!("{} waits, but {refusal}", waits.step));
                let leads = |step: &&str| ready.iter().any(|(id, _)| id == step);
                assert!(on.iter().all(leads), "{} waits in vain: {refusal}", waits.step);
            }
            Offer::Never => panic!("{} waits for nothing", waits.step),
        }
        let owed = duties.iter().find(|d| d.open() && d.step == waits.step);
        assert!(owed.is_none(), "{} is owed, and shown twice", waits.step);
    }
    if !world.case.facts.is_empty() {
        let later = step::awaited(&world.case, &world.law, &world.bodies, date(2030, 1, 1));
        assert_eq!(later, awaited, "what is awaited changes with the day alone");
    }
    let ends = world.case.event().is_some() || world.case.procedure.external();
    let open = ends && !world.case.facts.is_empty() && world.case.closed().is_none();
    let somebody = duties.iter().any(Duty::open) || !awaited.is_empty();
    assert!(!open || somebody, "nobody owes anything and nobody is waited for: {:?}", world.case.rail());
}
