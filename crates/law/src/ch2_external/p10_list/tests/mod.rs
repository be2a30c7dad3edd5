//! §10–11: the half-year list.

mod entries;
mod life;
mod states;

use serde_json::json;

use crate::{
    case::{Offer, Procedure},
    ch2_external::dossier::{self, Check, Told, What},
    sample::{AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, SUBJECT, TERRITORIAL_LEADER},
    testing::{World, day},
};

fn world(today: &str) -> World {
    World::external(Procedure::HalfYearList, "agency", day(today))
}

/// The list of the first half of 2026, opened on Monday 1 December 2025, with one entry.
fn drafted() -> World {
    let mut world = world("2025-12-01");
    world.sample("open-list", AGENCY_INSPECTOR);
    world.done("select-subject", AGENCY_INSPECTOR, json!({"subject": "health"}));
    world
}

fn never(world: &World, step: &str) -> bool {
    let everybody = [AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, TERRITORIAL_LEADER, SUBJECT];
    everybody.into_iter().all(|who| matches!(world.offered(step, who), Offer::Never))
}

/// What another case tells of a subject.
fn other(case: &str, item: &str, subject: &str, on: &str, what: What) -> Told {
    let (case, item, body) = (case.into(), item.into(), "agency".to_owned());
    Told { case, item, body, subject: Some(subject.into()), on: day(on), what }
}

fn entry(year: i16, half: u8, approved: bool) -> What {
    let (by, reason) = ("agency-akmola".to_owned(), String::new());
    What::Entry(dossier::Entry { year, half, by, approved, score: 700, reason })
}

/// A visit appointed for that day, perhaps begun on another.
fn visit(start: &str, appointed: bool, started: Option<&str>, basis: Option<&str>) -> Check {
    Check {
        visit: true,
        ground: None,
        basis: basis.map(Into::into),
        matter: String::new(),
        period: None,
        requirements: Vec::new(),
        officers: Vec::new(),
        start: day(start),
        end: day(start),
        appointed: appointed.then(|| day(start)),
        act: None,
        started: started.map(day),
        delivered: None,
        abandoned: false,
        closed: None,
        violations: Vec::new(),
        prescription: None,
    }
}
