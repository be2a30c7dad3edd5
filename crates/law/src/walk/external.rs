//! The same of external control. Officers write a result in one order here (violations, marks, act, prescription), and one thing
//! is done beside it, at the beginning: the many orders of the same work are left to `chance`.

use std::{
    collections::BTreeSet,
    hash::{DefaultHasher, Hash},
};

use jiff::civil::Date;

use super::Place;
use crate::{
    case::{Procedure, step::Halt},
    ch2_external::{appeal::Appeal, desk::DeskControl, inspection::Inspection},
    testing::{INSPECTOR, Who, World},
};

/// What of an inspection or a visit later steps look at.
pub fn inspection(inspection: &Inspection, hash: &mut DefaultHasher) {
    let flags = [
        inspection.drafted.is_some(),
        inspection.appointed.is_some(),
        inspection.registered.is_some(),
        inspection.studied.is_some(),
        inspection.notice.is_some(),
        inspection.started.is_some(),
        inspection.suspended.is_some(),
        inspection.contents.is_some(),
        inspection.delivered.is_some(),
        inspection.objections.is_some(),
        inspection.asked.is_some(),
        inspection.decided.as_ref().is_some_and(|(_, d)| d.until.is_some()),
        inspection.decided.is_some(),
        inspection.requested.is_some(),
        inspection.request_received.is_some(),
        inspection.request_answered.is_some(),
        inspection.follow_up.is_some(),
        inspection.abandoned.is_some(),
        inspection.closed.is_some(),
    ];
    flags.hash(hash);
    inspection.appointment.as_ref().map(|a| &a.registration).hash(hash);
    for v in &inspection.violations {
        let number = v.number;
        let verdict = inspection.verdicts.get(&number).map(|(_, good)| *good);
        let lacked = inspection.lacked.contains_key(&number);
        (&v.violation.severity, inspection.reported.contains_key(&number), verdict, lacked).hash(hash);
    }
    if inspection.delivered.is_none() {
        let extension = inspection.extension.as_ref().map(|e| (e.registered.is_some(), e.notified.is_some()));
        let signed = [&inspection.results_signed, &inspection.prescription_signed, &inspection.conclusion_signed];
        let signed = signed.map(|s| (s.given.len(), s.signed_by(INSPECTOR.0), s.whole()));
        (extension, signed, inspection.officers.len()).hash(hash);
        let marks = inspection.marks.iter().filter(|m| m.mark == "violated").count();
        (inspection.marks.len(), marks, inspection.items.len(), inspection.conclusion.is_some()).hash(hash);
        (aside(inspection), inspection.requests.iter().filter(|r| r.reply.is_some()).count()).hash(hash);
    }
}

/// How much was done beside the result.
fn aside(inspection: &Inspection) -> usize {
    let protocols = inspection.protocols.iter().filter(|(_, p)| p.obstruction == "access-obstructed").count();
    let lists = inspection.requests.len() + inspection.protected.len() + inspection.measures.len();
    let moved = inspection.appointment.as_ref().is_some_and(|a| {
        inspection.started.is_some() && inspection.end != Some(a.end) || inspection.officers.len() != a.officers.len()
    });
    lists
        + protocols
        + inspection.referrals.len()
        + usize::from(inspection.extension.is_some())
        + usize::from(moved)
        + usize::from(inspection.suspended.is_some())
}

/// Whether nothing of the result is there yet.
fn bare(inspection: &Inspection) -> bool {
    let written = inspection.contents.is_some() || inspection.conclusion.is_some();
    inspection.violations.is_empty() && inspection.marks.is_empty() && !written
}

/// Ways not gone: lists that are long enough, and other orders of the same work.
pub fn enough(inspection: &Inspection, step: &str) -> bool {
    let marked = !inspection.marks.is_empty();
    let written = inspection.contents.is_some() || inspection.conclusion.is_some();
    let violated = inspection.marks.iter().any(|m| m.mark == "violated");
    let (found, aside) = (inspection.violations.len(), aside(inspection));
    let signing = inspection.last_signature().is_some() && !inspection.signed() && found == 0;
    // Registered after the start: that much is beside it.
    let later = inspection.appointment.as_ref().is_some_and(|a| a.registration != "before");
    match step {
        "study-materials" => inspection.studied.is_some(),
        // Of different severity, and nothing beside.
        "record-violation" if found == 1 => written || marked || aside > 0 || later || !inspection.gross(),
        "record-violation" => written || found > 1 || marked,
        "withdraw-violation" => written || found > 1 || aside > 0 || later,
        "mark-requirements" => written || marked && violated != inspection.violations.is_empty(),
        "draft-results" => !marked || inspection.contents.is_some(),
        "draft-conclusion" => inspection.contents.is_none() || inspection.conclusion.is_some(),
        "draft-prescription" => inspection.contents.is_none(),
        "sign-prescription" => !inspection.visit() && !inspection.results_signed.whole(),
        "record-registration" if inspection.extension.is_none() => {
            let drafted = inspection.last_signature().is_some() || !inspection.items.is_empty();
            inspection.started.is_some() && !bare(inspection) && !drafted
        }
        // Also between two signatures.
        "change-officers" if signing => aside > 0 || later,
        "make-request" | "draw-protocol" | "keep-protected" | "take-measure" | "refer-crime" | "change-officers"
        | "extend-inspection" => inspection.registered.is_none() || !bare(inspection) || aside > 0 || later,
        // Also while an extension waits, and between two signatures.
        "suspend-inspection" => {
            let waits = inspection.extension.is_some() && bare(inspection);
            aside > usize::from(waits) || !(bare(inspection) || signing) || later
        }
        "object-to-results" | "ask-more-time" => !inspection.reported.is_empty() || inspection.requested.is_some(),
        _ => false,
    }
}

pub fn appeal(appeal: &Appeal, body: &str, hash: &mut DefaultHasher) {
    let registered = appeal.registration.as_ref().map(|(_, r)| (r.to_forward(), r.anonymous, r.source.clone()));
    (registered, appeal.extensions, appeal.notified.is_some(), appeal.accepted.is_some()).hash(hash);
    (appeal.forwarded.is_some(), appeal.acknowledged.is_some(), appeal.handed.is_some()).hash(hash);
    (body, appeal.waiting.as_ref().map(|waiting| &waiting.handing.to_body)).hash(hash);
    (appeal.taken_over.is_some(), appeal.declined.is_some(), appeal.answer.is_some()).hash(hash);
    (appeal.answered.is_some(), appeal.withdrawn.is_some(), appeal.closed.is_some()).hash(hash);
}

pub fn appeal_enough(_: &Appeal, _: &str) -> bool {
    false
}

pub fn desk(desk: &DeskControl, hash: &mut DefaultHasher) {
    (desk.opening.is_some(), desk.sources.len(), desk.violations.len(), desk.issued.is_some()).hash(hash);
    let outcome = desk.outcome.as_ref().map(|(_, o)| (o.for_visit, o.remedy.is_some()));
    (outcome, desk.closed.is_some()).hash(hash);
}

pub fn desk_enough(desk: &DeskControl, step: &str) -> bool {
    match step {
        "record-desk-source" => desk.sources.len() >= 2,
        "record-desk-violation" => desk.violations.len() >= 2,
        _ => false,
    }
}

/// Each day on which something is due and the next, the first day of an inspection, and its end.
pub fn days_that_matter(world: &World, place: &Place, mut days: BTreeSet<Date>) -> BTreeSet<Date> {
    if let Some(inspection) = place.case.inspection() {
        let writing = inspection.started.is_some() && !bare(inspection) && inspection.last_signature().is_none();
        if writing && inspection.items.is_empty() {
            return BTreeSet::new();
        }
        if inspection.started.is_none() {
            days.extend(inspection.appointment.as_ref().map(|a| a.start));
        }
        if inspection.delivered.is_none() {
            days.extend(inspection.end.into_iter().chain(inspection.end_in_force()));
        } else if inspection.closed.is_none() {
            // After the term for objections.
            days.insert(world.law.calendar.add_working(place.today, 3));
        }
        if inspection.suspended.is_some() {
            days.insert(world.law.calendar.add_working(place.today, 4));
        }
    }
    let after: Vec<Date> = days.iter().map(|d| world.law.calendar.add_working(*d, 1)).collect();
    days.extend(after);
    days.into_iter().filter(|d| *d > place.today).collect()
}

/// Samples that a day may spoil: a term that is too short for a delivery on this day, a start on a day off.
pub fn by_day(halt: &Halt) -> bool {
    let codes = ["prescription-too-short", "start-not-working", "started-too-soon", "more-time-not-later"];
    let codes = codes.iter().chain(&["outside-the-half-year", "too-early", "started-before-registration"]);
    matches!(halt, Halt::Refused(refusal) if codes.into_iter().any(|code| *code == refusal.code))
}

/// Where a duty that was late is not any more: leadership gives more time; what was handed over in time is written down later.
pub fn moved(step: &str, key: &str) -> bool {
    match step {
        "decide-more-time" => true,
        // What the inspection owed by its end is judged by that day.
        "deliver-results" | "deliver-to-chancellery" => !key.starts_with("17-"),
        _ => false,
    }
}

/// Duties that cannot be done any more once a day has passed: the notice of an extension, which then never holds, and a result that
/// nobody signed by the end. They lapse, late for ever.
pub fn may_lapse(key: &str) -> bool {
    ["19-notice", "26"].contains(&key)
}

/// Whoever may act in a case may read it; nobody reads it of a body that has nothing to do with it.
pub fn check_readers(world: &World, ready: &[(&'static str, Vec<Who>)]) {
    let readers = world.case.readers(&world.bodies);
    if world.case.facts.is_empty() {
        return;
    }
    for (step, people) in ready {
        for (user, role, body) in people {
            assert!(readers.contains(&((*body).to_owned(), *role)), "{user} may take {step} and not read the case");
        }
    }
    let own = ["agency", "agency-akmola"];
    let inspection = world.case.inspection();
    let told = inspection.is_some_and(|i| i.notice.is_some() || i.started.is_some());
    for (body, role) in readers.iter().filter(|(body, _)| !own.contains(&body.as_str())) {
        match world.case.procedure {
            Procedure::Inspection | Procedure::Visit => assert!(told && Some(body) == world.case.object.as_ref()),
            Procedure::Appeal => assert!(world.case.receivers().contains(body)),
            _ => assert_eq!(Some(body), world.case.object.as_ref(), "{role:?}"),
        }
    }
}
