//! What happened in a case, the latest first.

use std::collections::{HashMap, HashSet};

use law::case::{Fact, FactKind, Procedure};

use crate::{
    door::Desk,
    registry::Named,
    web::{
        facts::{self, Teller},
        form::Choice,
    },
};

pub(super) struct FactLine {
    pub what: String,
    pub iso: String,
    pub on: String,
    pub by: String,
    pub recorded: String,
    pub signed: bool,
    pub late: bool,
    pub lines: Vec<String>,
    pub files: Vec<Choice>,
    /// Whether protected material belongs to it that this person does not see.
    pub withheld: bool,
    /// Where its people open protected material: nothing of it is told here.
    pub open: String,
}

/// Files of a case.
pub(super) struct Files {
    /// By digest: id and name.
    pub seen: HashMap<String, (String, String)>,
    /// Digests of protected material that is kept from this person (§34).
    pub withheld: HashSet<String>,
    /// Whether this person is one of the people of the case.
    pub team: bool,
}

pub(super) fn timeline(desk: &Desk, teller: &Teller, people: &HashMap<String, Named>, files: &Files) -> Vec<FactLine> {
    let words = teller.words;
    let duties = desk.case.duties(&desk.law);
    let lines = desk.case.told_to(&desk.actor.body).into_iter().rev().map(|fact| {
        let late = discharged(desk.case.procedure, fact).any(|rule| {
            duties.iter().any(|d| d.rule == Some(rule) && d.ended() == Some(fact.on) && d.late(desk.today))
        });
        let recorded = crate::clock::local(fact.recorded_at).date();
        let name = people.get(&fact.by.user).map_or_else(|| fact.by.name.clone(), |n| n.name(words.lang));
        let kept = matches!(fact.what, FactKind::ProtectedKept(_));
        let (lines, digests) = facts::tell(teller, fact);
        FactLine {
            what: words.t(&format!("fact-{}", fact.what.word())),
            iso: fact.on.to_string(),
            on: words.date(fact.on),
            by: format!("{name}, {}", words.t(&format!("role-{}", fact.by.role.word()))),
            recorded: if recorded == fact.on {
                String::new()
            } else {
                words.with("fact-recorded", &[("at", words.moment(fact.recorded_at).into())])
            },
            signed: !fact.documents.is_empty(),
            late,
            lines,
            open: if kept && files.team {
                format!("/cases/{}/protected/{}", desk.case.id, fact.seq)
            } else {
                String::new()
            },
            withheld: kept && !files.team
                || digests.iter().any(|d| !files.seen.contains_key(d) && files.withheld.contains(d)),
            files: digests
                .into_iter()
                .filter_map(|d| files.seen.get(&d))
                .map(|(id, name)| Choice { label: name.clone(), value: id.clone(), hint: String::new(), chosen: false })
                .collect(),
        }
    });
    lines.collect()
}

/// Rules whose duties this fact may have discharged.
fn discharged(procedure: Procedure, fact: &Fact) -> impl Iterator<Item = law::rules::RuleId> {
    let step = facts::step_of(&fact.what);
    procedure.steps().iter().filter(move |s| Some(s.id()) == step).flat_map(|s| s.def().discharges.iter().copied())
}
