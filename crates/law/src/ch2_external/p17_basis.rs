//! §8, §10–11, §13: what an inspection or a visit rests on, and what of it is forbidden (Code art. 144, 151).

use serde_json::{Value, json};

use super::{
    dossier::{Check, Told, Violated},
    invalidity::Breach,
    p13_grounds,
    p17_appointment::Appointment,
};
use crate::{
    bodies::BodyId,
    case::{Procedure, Refusal, step::View},
    edition::ParameterId,
};

/// Items of art. 145 that the act lacks, by their numbers: 145(2) of an inspection, 145(3) of a visit.
pub fn missing(appointment: &Appointment) -> Vec<u8> {
    let visit = appointment.ground.is_none();
    let mut items = Vec::new();
    let mut need = |item: u8, there: bool| {
        if !there {
            items.push(item);
        }
    };
    need(3, !appointment.officers.is_empty());
    need(5, appointment.objects.is_some());
    need(8, appointment.acts.is_some() && !appointment.requirements.is_empty());
    need(9, visit || (appointment.period_from.is_some() && appointment.period_to.is_some()));
    items
}

/// Whether another inspection or visit counts against this one: appointed, and not ended without results.
fn counts(view: &View, told: &Told, check: &Check) -> bool {
    told.case != view.case.id && check.appointed.is_some() && !check.abandoned
}

/// Cases that may lead to an inspection or a visit, as a step offers them: their names, and what they are about. An entry
/// of a half-year list leads to one visit.
pub fn offered(view: &View) -> Vec<(String, String)> {
    let dossier = view.dossier;
    if view.case.procedure == Procedure::Visit {
        let visited = |entry: &str| {
            let mut checks = dossier.checks();
            checks.any(|(told, c)| c.visit && c.basis.as_deref() == Some(entry) && counts(view, told, c))
        };
        let entries =
            dossier.entries().filter(|(told, e)| e.approved && e.by == view.case.body && !visited(&told.name()));
        return entries
            .map(|(told, e)| {
                (told.name(), format!("{}/{}: {}", e.year, e.half, told.subject.as_deref().unwrap_or_default()))
            })
            .collect();
    }
    let appeals =
        dossier.appeals().filter(|(told, a)| told.body == view.case.body && a.route.as_deref() == Some("inspection"));
    let appeals = appeals.map(|(told, a)| (told.name(), format!("{}: {}", a.number, a.text)));
    let checks = dossier.checks().filter(|(told, c)| told.case != view.case.id && c.prescription.is_some());
    let checks = checks.map(|(told, c)| (told.name(), c.matter.clone()));
    appeals.chain(checks).collect()
}

/// The subject that a basis is about.
pub fn subject_of(view: &View, basis: Option<&str>) -> Option<BodyId> {
    view.dossier.told.iter().find(|told| Some(told.name().as_str()) == basis)?.subject.clone()
}

/// What is filled in where the case is opened from another: a prescription, an appeal, an entry of the list.
pub fn prefilled(view: &View) -> Option<Value> {
    let from = view.dossier.from.as_deref()?;
    if let Some((told, check)) = view.dossier.checks().find(|(told, _)| told.name() == from) {
        let open: Vec<_> = to_check(check).collect();
        let gross = open.iter().any(|v| v.severity == "gross");
        let of = open.iter().filter(|v| (v.severity == "gross") == gross);
        let mut requirements: Vec<&str> = of.map(|v| v.requirement.as_str()).collect();
        requirements.dedup();
        let number = check.prescription.map(|(number, _)| format!("№ {number}"));
        return Some(json!({
            "ground": if gross { "1" } else { "1-1" }, "basis": from, "subject": told.subject, "matter": check.matter,
            "requirements": requirements, "reference": number, "reference_on": check.prescription.map(|(_, on)| on),
            "period_from": check.delivered, "period_to": view.today,
        }));
    }
    if let Some((told, appeal)) = view.dossier.appeals().find(|(told, _)| told.name() == from) {
        return Some(json!({
            "ground": appeal.ground, "basis": from, "subject": told.subject, "reference": appeal.number,
            "reference_on": told.on, "facts": appeal.text,
        }));
    }
    let (told, entry) = view.dossier.entries().find(|(told, _)| told.name() == from)?;
    Some(json!({"basis": from, "subject": told.subject, "matter": entry.reason}))
}

/// The ground of an inspection (art. 144(3)).
pub fn check(view: &View, appointment: &Appointment) -> Result<(), Refusal> {
    let ground = appointment.ground.as_deref().unwrap_or_default();
    let none = |code: fn(u8) -> Refusal| code(13).breach(Breach::NoGround);
    if p13_grounds::prescription(ground) {
        let Some((told, check)) = appointment.basis.as_deref().and_then(|b| view.dossier.check(b)) else {
            return Err(none(|p| Refusal::new(p, "no-prescription").at("basis")));
        };
        if told.subject.as_ref() != Some(&appointment.subject) {
            return Err(none(|p| Refusal::new(p, "prescription-of-another").at("subject")));
        }
        return check_prescription(view, appointment, ground, check);
    }
    if p13_grounds::appeal(ground) {
        let basis = appointment.basis.as_deref();
        if let Some((told, appeal)) = view.dossier.appeals().find(|(told, _)| Some(told.name().as_str()) == basis) {
            if appeal.anonymous {
                return Err(none(|p| Refusal::new(p, "anonymous-appeal").at("basis")));
            }
            if told.subject.as_ref() != Some(&appointment.subject) {
                return Err(none(|p| Refusal::new(p, "appeal-about-another").at("subject")));
            }
        } else if ground != "6" {
            return Err(none(|p| Refusal::new(p, "no-appeal").at("basis")));
        }
        if appointment.facts.is_none() {
            return Err(Refusal::new(13, "ground-without-facts").at("facts"));
        }
        let same = |c: &Check| basis.is_some() && c.basis.as_deref() == basis;
        if let Some((_, c)) = view.dossier.checks().find(|(told, c)| counts(view, told, c) && same(c)) {
            let on = c.appointed.unwrap_or(c.start);
            return Err(Refusal::new(13, "appeal-inspected-already").date("on", on).at("basis"));
        }
    }
    if appointment.basis.is_none() && (appointment.reference.is_none() || appointment.facts.is_none()) {
        return Err(none(|p| Refusal::new(p, "ground-without-document").at("reference")));
    }
    repeated(view, appointment, ground)
}

/// What of a prescription is checked by another inspection: what was not remedied, and after a visit every gross violation (§8).
fn to_check(check: &Check) -> impl Iterator<Item = &Violated> {
    check.violations.iter().filter(|v| !v.eliminated || (check.visit && v.severity == "gross"))
}

/// Grounds 1 and 1-1: gross violations had been found, or others were not remedied; only these are checked (art. 144(5)).
fn check_prescription(view: &View, appointment: &Appointment, ground: &str, check: &Check) -> Result<(), Refusal> {
    let of: Vec<_> = to_check(check).filter(|v| (v.severity == "gross") == (ground == "1")).collect();
    if of.is_empty() && ground == "1" {
        return Err(Refusal::new(8, "no-gross-violations").breach(Breach::NotGross).at("ground"));
    }
    if of.is_empty() {
        return Err(Refusal::new(32, "nothing-to-check").breach(Breach::NoGround).at("ground"));
    }
    let waits = of.iter().filter(|v| !v.unremedied).filter_map(|v| v.term).max();
    if let Some(term) = waits.filter(|term| *term >= appointment.start && !of.iter().any(|v| v.unremedied)) {
        return Err(Refusal::new(8, "term-not-over").date("term", term).at("start"));
    }
    if ground == "1-1" && !of.iter().any(|v| v.unremedied) {
        return Err(Refusal::new(32, "nothing-to-check").breach(Breach::NoGround).at("ground"));
    }
    let outside = appointment.requirements.iter().find(|r| !of.iter().any(|v| v.requirement == **r));
    if let Some(requirement) = outside {
        let refusal = Refusal::new(13, "outside-the-ground").word("requirement", format!("checklist-{requirement}"));
        return Err(refusal.breach(Breach::Forbidden).at("requirements"));
    }
    let under_way = |c: &Check| c.basis == appointment.basis && c.closed.is_none();
    match view.dossier.checks().find(|(told, c)| counts(view, told, c) && under_way(c)) {
        Some((_, c)) => Err(Refusal::new(8, "followed-already").date("on", c.appointed.unwrap_or(c.start)).at("basis")),
        None => Ok(()),
    }
}

/// Art. 151: the same question for the same period is not checked again, but for some grounds.
fn repeated(view: &View, appointment: &Appointment, ground: &str) -> Result<(), Refusal> {
    if p13_grounds::may_repeat(ground) {
        return Ok(());
    }
    let Some((from, to)) = appointment.period_from.zip(appointment.period_to) else { return Ok(()) };
    let same = view.dossier.checks().find(|(told, check)| {
        counts(view, told, check)
            && told.subject.as_ref() == Some(&appointment.subject)
            && check.requirements.iter().any(|r| appointment.requirements.contains(r))
            && check.period.is_some_and(|(first, last)| first <= to && from <= last)
    });
    match same {
        None => Ok(()),
        Some((_, check)) => {
            let (first, last) = check.period.unwrap_or((check.start, check.end));
            let refusal = Refusal::new(13, "checked-before").date("from", first).date("to", last);
            Err(refusal.breach(Breach::Forbidden).at("requirements"))
        }
    }
}

/// §10–11: a visit rests on an entry of an approved half-year list, in its half-year, once a year.
pub fn check_visit(view: &View, appointment: &Appointment) -> Result<(), Refusal> {
    let basis = appointment.basis.as_deref();
    let entry = view.dossier.entries().find(|(told, e)| Some(told.name().as_str()) == basis && e.approved);
    let Some((told, entry)) = entry else {
        return Err(Refusal::new(10, "not-in-the-list").breach(Breach::NoGround).at("basis"));
    };
    if told.subject.as_ref() != Some(&appointment.subject) {
        return Err(Refusal::new(10, "entry-of-another").breach(Breach::NoGround).at("subject"));
    }
    let half = if appointment.start.month() <= 6 { 1 } else { 2 };
    if (entry.year, entry.half) != (appointment.start.year(), half) {
        let named = format!("{}/{}", entry.year, entry.half);
        return Err(Refusal::new(10, "outside-the-half-year").text("half", named).breach(Breach::NoGround).at("start"));
    }
    let year = appointment.start.year();
    let visits = view.dossier.checks().filter(|(told, c)| {
        c.visit
            && counts(view, told, c)
            && told.subject.as_ref() == Some(&appointment.subject)
            && c.start.year() == year
    });
    let allowed = view.law.parameter(ParameterId::R11Visits, appointment.start);
    let mut before = visits.map(|(_, c)| c.start).collect::<Vec<_>>();
    before.sort_unstable();
    if u32::try_from(before.len()).unwrap_or(u32::MAX) >= allowed {
        let refusal = Refusal::new(11, "visited-before").date("on", before[0]);
        return Err(refusal.breach(Breach::Frequency).at("subject"));
    }
    Ok(())
}
