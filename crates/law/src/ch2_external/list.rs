//! §10–11: a half-year list of visits, folded from its journal.

use std::borrow::Cow;

use jiff::civil::Date;

use super::{
    dossier::{self, Told, What},
    p10_list::{Entry, Opening, Registration},
};
use crate::{
    bodies::{BodyId, BodyKind, BodyTree},
    case::{CaseFile, Duty, DutyState, Fact, FactKind, Role, file::Stop},
    edition::Law,
    rules::RuleId,
    term::{Start, SubjectKind, due},
};

/// §10–11: a half-year list of visits, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct HalfYearList {
    pub opening: Option<Opening>,
    pub opened: Option<Date>,
    pub entries: Vec<Entry>,
    /// When the first of its entries was selected.
    pub filled: Option<Date>,
    pub approved: Option<Date>,
    /// By legal statistics (Code art. 141).
    pub registered: Option<(Date, Registration)>,
    pub published: Option<Date>,
    /// Given up without approval.
    pub abandoned: Option<Date>,
    /// Published, or given up.
    pub closed: Option<Date>,
}

impl HalfYearList {
    pub fn apply(&mut self, fact: &Fact) {
        match &fact.what {
            FactKind::ListOpened(opening) => {
                self.opening = Some(opening.clone());
                self.opened = Some(fact.on);
            }
            FactKind::SubjectSelected(entry) => {
                self.filled.get_or_insert(fact.on);
                self.entries.push((**entry).clone());
            }
            FactKind::EntryChanged(change) => {
                if let Some(entry) = self.entries.iter_mut().find(|e| e.number == change.number) {
                    entry.month = change.month;
                    entry.reason.clone_from(&change.reason);
                }
            }
            FactKind::EntryRemoved(removal) => {
                self.entries.retain(|e| e.number != removal.number);
                self.filled = self.filled.filter(|_| !self.entries.is_empty());
            }
            FactKind::ListApproved => self.approved = Some(fact.on),
            FactKind::ListRegistered(registration) => self.registered = Some((fact.on, registration.clone())),
            FactKind::ListPublished => {
                self.published = Some(fact.on);
                self.closed = Some(fact.on);
            }
            FactKind::ListAbandoned(_) => {
                self.abandoned = Some(fact.on);
                self.closed = Some(fact.on);
            }
            _ => {}
        }
    }

    /// Year and half, «2026/1».
    pub fn title(&self) -> String {
        self.opening.as_ref().map(Opening::title).unwrap_or_default()
    }

    /// The entry a visit is appointed on: of an approved list alone.
    pub fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.iter().find(|e| e.number == number && self.approved.is_some())
    }

    /// What it tells other cases: its entries, while it is drafted too.
    pub fn told(&self, case: &CaseFile, _: &BodyTree) -> Vec<Told> {
        let (Some(opening), Some(opened), None) = (&self.opening, self.opened, self.abandoned) else {
            return Vec::new();
        };
        let told = |entry: &Entry| Told {
            case: case.id.clone(),
            item: entry.number.to_string(),
            body: case.body.clone(),
            subject: Some(entry.subject.clone()),
            on: self.approved.unwrap_or(opened),
            what: What::Entry(dossier::Entry {
                year: opening.year,
                half: opening.half,
                by: entry.by.clone(),
                approved: self.approved.is_some(),
                score: entry.score.total,
                reason: entry.reason.clone(),
            }),
        };
        self.entries.iter().map(told).collect()
    }

    /// §10: the chair, or the person acting, approves the list; Code art. 141: it is published.
    pub fn duties(&self, case: &CaseFile, law: &Law) -> Vec<Duty> {
        let Some(opening) = &self.opening else { return Vec::new() };
        let owed = |rule: RuleId, roles, step, state: DutyState| {
            let known = match state {
                DutyState::Open => Cow::Borrowed(law),
                DutyState::Done(on) | DutyState::Lapsed(on) => law.known_on(on),
            };
            let due =
                due(&known, rule, Start::Year(opening.year), SubjectKind::Other).expect("the rule counts by year");
            Duty {
                key: rule.id().into(),
                rule: Some(rule),
                paragraph: 10,
                what: rule.key().into(),
                detail: opening.title(),
                body: case.body.clone(),
                roles,
                due: due.due,
                reckoning: Some(due),
                state,
                step,
            }
        };
        let (approval, publication) = match opening.half {
            1 => (RuleId::R10_1, RuleId::R10Publish1),
            _ => (RuleId::R10_2, RuleId::R10Publish2),
        };
        let approved = self.approved.map(DutyState::Done).or(self.abandoned.map(DutyState::Lapsed));
        let mut duties = vec![owed(approval, &[Role::Leader], "approve-list", approved.unwrap_or(DutyState::Open))];
        if self.approved.is_some() {
            let published = self.published.map_or(DutyState::Open, DutyState::Done);
            duties.push(owed(publication, &[Role::Inspector], "publish-list", published));
        }
        duties
    }

    pub fn rail(&self) -> Vec<Stop> {
        [
            ("stop-list-opened", 10, self.opened),
            ("stop-list-filled", 11, self.filled),
            ("stop-list-approved", 10, self.approved),
            ("stop-list-registered", 10, self.registered.as_ref().map(|(on, _)| *on)),
            ("stop-list-published", 10, self.published),
        ]
        .map(|(word, paragraph, reached)| Stop { word, paragraph, reached, now: false })
        .into()
    }

    /// The Agency; once it is approved, those of its bodies who visit (§14).
    pub fn readers(&self, case: &CaseFile, bodies: &BodyTree) -> Vec<(BodyId, Role)> {
        const OWN: [Role; 4] = [Role::Leader, Role::Inspector, Role::Analyst, Role::Observer];
        let mut readers: Vec<_> = OWN.into_iter().map(|role| (case.body.clone(), role)).collect();
        if self.approved.is_some() {
            let territorial = bodies.iter().filter(|b| b.kind == BodyKind::AgencyTerritorial && b.id != case.body);
            let mut territorial: Vec<&BodyId> = territorial.map(|b| &b.id).collect();
            territorial.sort();
            for body in territorial {
                readers.extend([Role::Leader, Role::Inspector].map(|role| (body.clone(), role)));
            }
        }
        readers
    }
}
