//! The walk through invented cases of external control: ways that together come to every step.

use std::collections::HashMap;

use jiff::civil::{Date, date};
use law::{
    case::{Procedure, Role, step::entitled},
    ch2_external::dossier::{Check, Entry, Told, What},
    sample::{
        AGENCY_INSPECTOR, AGENCY_LEADER, INSPECTOR, SECOND_INSPECTOR, SUBJECT, TERRITORIAL_LEADER, Who, World, actor,
    },
};

use super::{Sample, look};

/// The internal control unit to which an appeal is handed.
const UNIT: Who = ("akuh", Role::UnitHead, "akimat");

const PEOPLE: [Who; 7] =
    [INSPECTOR, SECOND_INSPECTOR, TERRITORIAL_LEADER, SUBJECT, AGENCY_INSPECTOR, AGENCY_LEADER, UNIT];

/// A way: what the subject is where it is not the sample's, and steps, each after so many working days, by everybody who may.
type Way = (Procedure, Option<&'static str>, &'static [(u32, &'static str)]);

const WAYS: &[Way] = &[
    (
        Procedure::Appeal,
        None,
        &[
            (0, "register-appeal"),
            (0, "extend-appeal"),
            (0, "notify-appeal-extension"),
            (0, "hand-to-internal-control"),
            (0, "take-over-appeal"),
            (0, "draft-appeal-answer"),
        ],
    ),
    (Procedure::Appeal, None, &[(0, "register-appeal"), (0, "hand-within-agency"), (0, "take-over-within-agency")]),
    (Procedure::Appeal, Some("notary"), &[(0, "register-appeal"), (0, "forward-appeal")]),
    (
        Procedure::HalfYearList,
        None,
        &[
            (0, "open-list"),
            (0, "select-subject"),
            (0, "approve-list"),
            (0, "record-list-registration"),
            (0, "publish-list"),
        ],
    ),
    (
        Procedure::Inspection,
        None,
        &[
            (0, "draft-appointment"),
            (0, "sign-appointment"),
            (0, "record-registration"),
            (0, "study-materials"),
            (0, "send-start-notice"),
            (1, "start-inspection"),
            (0, "make-request"),
            (0, "suspend-inspection"),
            (1, "resume-inspection"),
            (0, "extend-inspection"),
            (0, "record-registration"),
            (0, "send-extension-notice"),
            (0, "record-violation"),
            (0, "mark-requirements"),
            (0, "draft-results"),
            (0, "draft-prescription"),
            (0, "sign-results"),
            (0, "sign-prescription"),
            (0, "deliver-results"),
            (0, "ask-more-time"),
            (0, "decide-more-time"),
            (60, "request-report"),
            (0, "receive-report-request"),
            (0, "answer-report-request"),
            (0, "find-lacking"),
            (0, "note-follow-up"),
            (5, "close-inspection"),
        ],
    ),
    (
        Procedure::Visit,
        None,
        &[
            (0, "draft-appointment"),
            (0, "sign-appointment"),
            (0, "record-registration"),
            (0, "study-materials"),
            (0, "send-start-notice"),
            (1, "start-inspection"),
            (0, "mark-requirements"),
            (0, "draft-results"),
            (0, "draft-conclusion"),
        ],
    ),
    (
        Procedure::DeskControl,
        None,
        &[
            (0, "open-desk-control"),
            (0, "record-desk-source"),
            (0, "record-desk-violation"),
            (0, "draft-desk-outcome"),
            (0, "issue-desk-outcome"),
        ],
    ),
];

/// Who opens a case of this procedure.
pub(super) fn opener(procedure: Procedure) -> Who<'static> {
    if procedure == Procedure::HalfYearList { AGENCY_INSPECTOR } else { INSPECTOR }
}

fn told(case: &str, item: &str, on: Date, what: What) -> Told {
    let (case, item) = (case.to_owned(), item.to_owned());
    Told { case, item, body: "agency".into(), subject: Some("health".into()), on, what }
}

/// An invented case with what it is told: the entry of a list that a visit rests on, the inspection that follows this one.
pub(super) fn invented(procedure: Procedure, today: Date) -> World {
    let mut world = World::external(procedure, opener(procedure).2, today);
    let half = if today.month() <= 6 { 1 } else { 2 };
    let (by, reason) = ("agency-akmola".into(), String::new());
    let entry = Entry { year: today.year(), half, by, approved: true, score: 0, reason };
    let follow_up = Check {
        visit: false,
        ground: Some("1".into()),
        basis: Some("case1".into()),
        matter: String::new(),
        period: None,
        requirements: Vec::new(),
        officers: Vec::new(),
        start: today,
        end: today,
        appointed: Some(today),
        act: Some(1),
        started: None,
        delivered: None,
        abandoned: false,
        closed: None,
        violations: Vec::new(),
        prescription: None,
    };
    if procedure != Procedure::HalfYearList {
        world.dossier.told.push(told("list1", "1", today, What::Entry(entry)));
        world.dossier.told.push(told("check2", "", today, What::Check(Box::new(follow_up))));
    }
    world
}

/// Takes down every step on the ways of a procedure.
pub(super) fn walk(procedure: Procedure, found: &mut HashMap<&'static str, Sample>) {
    for (_, subject, way) in WAYS.iter().filter(|(of, ..)| *of == procedure) {
        let mut world = invented(procedure, date(2025, 4, 21));
        look(&world, &PEOPLE, found);
        for (days, id) in *way {
            if *days > 0 {
                world.pass(*days);
                look(&world, &PEOPLE, found);
            }
            for who in PEOPLE {
                if !entitled(world.step(id), &world.case, &actor(who)) {
                    continue;
                }
                for mut answers in world.samples(id, who) {
                    if let Some(subject) = subject.filter(|_| answers.0.contains_key("subject")) {
                        answers.0.insert("subject".into(), subject.into());
                    }
                    if world.take_answers(id, who, &answers).is_ok() {
                        look(&world, &PEOPLE, found);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_leads_to_its_end() {
        for (procedure, ..) in WAYS {
            let mut found = HashMap::new();
            walk(*procedure, &mut found);
            let missing: Vec<&str> =
                procedure.steps().iter().map(|s| s.id()).filter(|id| !found.contains_key(id)).collect();
            // A visit and an inspection share their steps: what only one of them has is on its own way.
            if !matches!(procedure, Procedure::Visit | Procedure::Inspection) {
                assert!(missing.is_empty(), "{}: {missing:?}", procedure.word());
            }
        }
    }
}
