//! §11: the score of a subject on a day, from what was known that day, in whole numbers. A subject never checked has no
//! shares: it is scored by everything else, and by the years since it is in the registry.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::{CriteriaSet, Criterion, Measure, OBJECTIVE};
use crate::{
    bodies::{Body, BodyId, BodyTree},
    ch2_external::{
        dossier::{Appeal, Check, Desk, Dossier, Lateness, Told, Violated},
        p14_jurisdiction::{self, Level},
    },
};

/// What a subject has on a day, and where each point comes from. Points are in hundredths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The set of criteria.
    pub set: String,
    pub on: Date,
    /// The points of all parts, at most what the set allows.
    pub total: u32,
    /// Whether the degree of risk is high.
    pub high: bool,
    /// Whether a gross violation is among the figures.
    pub gross: bool,
    /// What the body is, then the criteria in the order of the set.
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The criterion, or [`OBJECTIVE`].
    pub criterion: String,
    pub measure: Option<Measure>,
    /// None where there is nothing to measure: no check, no service provided.
    pub figure: Option<Figure>,
    /// Weight and cap as they were in the set.
    pub weight: u32,
    pub cap: u32,
    pub points: u32,
    pub sources: Vec<Source>,
}

/// A figure in hundredths of its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub value: u64,
    /// Words are locale keys `risk-unit-…`.
    pub unit: String,
}

/// A case or a report behind a figure; the earlier before the later.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Source {
    pub on: Date,
    /// `CASE` or `CASE/NUMBER`; of a report the quarter, of a body its code.
    pub name: String,
    /// `check`, `appeal`, `desk`, `report`, `body`; words are locale keys `risk-source-…`.
    pub kind: String,
    /// Number of the appointment act, of the prescription or of the appeal; empty where there is none.
    pub label: String,
    /// What it adds to the figure.
    pub count: u64,
    /// Of a share: out of how many.
    pub of: Option<u64>,
}

impl Source {
    /// Kinds of sources.
    pub const KINDS: [&str; 5] = ["check", "appeal", "desk", "report", "body"];

    fn of(kind: &str, told: &Told, label: String, on: Date, count: u64) -> Self {
        Self { kind: kind.to_owned(), name: told.name(), label, on, count, of: None }
    }
}

/// What is told of one subject.
#[derive(Default)]
struct Known<'a> {
    checks: Vec<(&'a Told, &'a Check)>,
    appeals: Vec<(&'a Told, &'a Appeal)>,
    desks: Vec<(&'a Told, &'a Desk)>,
    lateness: Vec<&'a Lateness>,
}

/// A dossier by subject: made once, asked for many subjects and days.
#[derive(Default)]
pub struct Index<'a> {
    subjects: HashMap<&'a str, Known<'a>>,
}

impl<'a> Index<'a> {
    pub fn of(dossier: &'a Dossier) -> Self {
        Self::only(dossier, |_| true)
    }

    fn only(dossier: &'a Dossier, wanted: impl Fn(&str) -> bool) -> Self {
        let mut index = Self::default();
        let subject = |told: &'a Told| told.subject.as_deref().filter(|id| wanted(id));
        for (told, check) in dossier.checks() {
            if let Some(id) = subject(told) {
                index.subjects.entry(id).or_default().checks.push((told, check));
            }
        }
        for (told, appeal) in dossier.appeals() {
            if let Some(id) = subject(told) {
                index.subjects.entry(id).or_default().appeals.push((told, appeal));
            }
        }
        for (told, desk) in dossier.desks() {
            if let Some(id) = subject(told) {
                index.subjects.entry(id).or_default().desks.push((told, desk));
            }
        }
        for late in dossier.lateness.iter().filter(|late| wanted(&late.body)) {
            index.subjects.entry(&late.body).or_default().lateness.push(late);
        }
        index
    }

    /// The score of a subject on a day.
    pub fn figures(&self, set: &CriteriaSet, subject: &str, bodies: &BodyTree, on: Date) -> Score {
        let nothing = Known::default();
        let known = self.subjects.get(subject).unwrap_or(&nothing);
        let body = bodies.get(subject);
        let mut parts = vec![objective(set, body)];
        parts.extend(set.criteria.iter().map(|criterion| known.part(set, criterion, body, on)));
        let sum = parts.iter().fold(0, |sum: u32, part| sum.saturating_add(part.points));
        let total = sum.min(hundredths(set.most));
        let gross =
            |p: &Part| p.measure == Some(Measure::GrossViolations) && p.figure.as_ref().is_some_and(|f| f.value > 0);
        Score {
            set: set.id.clone(),
            on,
            total,
            high: total >= hundredths(set.threshold),
            gross: parts.iter().any(gross),
            parts,
        }
    }
}

fn hundredths(points: u32) -> u32 {
    points.saturating_mul(100)
}

/// Half up.
fn divide(value: u64, by: u64) -> u64 {
    value.saturating_mul(2).saturating_add(by) / by.saturating_mul(2).max(1)
}

fn objective(set: &CriteriaSet, body: Option<&Body>) -> Part {
    let found = set.objective.iter().find(|o| body.is_some_and(|b| b.kind == o.kind));
    let points = hundredths(found.map_or(0, |o| o.points));
    Part {
        criterion: OBJECTIVE.to_owned(),
        measure: None,
        figure: None,
        weight: 0,
        cap: set.most,
        points,
        sources: Vec::new(),
    }
}

/// The subject's figure by one criterion: hundredths of its unit, and what they come from.
type Measured = (Option<u64>, Vec<Source>);

/// So many things, whatever they are.
fn counted(sources: Vec<Source>) -> Measured {
    let sum = sources.iter().fold(0, |sum: u64, source| sum.saturating_add(source.count));
    (Some(sum.saturating_mul(100)), sources)
}

/// So much of so much, in percent.
fn share(sources: Vec<Source>) -> Measured {
    let sum = |of: fn(&Source) -> u64| sources.iter().fold(0, |sum: u64, source| sum.saturating_add(of(source)));
    let (part, whole) = (sum(|s| s.count), sum(|s| s.of.unwrap_or_default()));
    let figure = (whole > 0).then(|| divide(part.min(whole).saturating_mul(10_000), whole));
    (figure, sources)
}

/// Whether a day was known on `on` and is not older than so many months: the same day that many months ago is.
fn within(day: Date, on: Date, months: Option<u16>) -> bool {
    day <= on && months.is_none_or(|months| day > on.saturating_sub(i32::from(months).months()))
}

impl Known<'_> {
    fn part(&self, set: &CriteriaSet, criterion: &Criterion, body: Option<&Body>, on: Date) -> Part {
        let months = criterion.months;
        let (figure, mut sources) = match criterion.measure {
            Measure::GrossViolations => counted(self.violations(on, months, "gross")),
            Measure::SignificantShare => share(self.requirements(set, on, months, "significant")),
            Measure::InsignificantShare => share(self.requirements(set, on, months, "insignificant")),
            Measure::UnremediedPrescriptions => counted(self.unremedied(on, months)),
            Measure::JustifiedAppeals => counted(self.justified(on, months)),
            Measure::LateServices => share(self.late(on, months)),
            Measure::DeskViolations => counted(self.desk(on, months, |d| d.violations.len() as u64)),
            Measure::DeskForVisit => counted(self.desk(on, months, |d| u64::from(d.for_visit))),
            Measure::YearsUnchecked => self.unchecked(body, on),
        };
        sources.sort();
        let points = divide(figure.unwrap_or_default().saturating_mul(criterion.weight.into()), 100);
        Part {
            criterion: criterion.id.clone(),
            measure: Some(criterion.measure),
            figure: figure.map(|value| Figure { value, unit: criterion.measure.unit().to_owned() }),
            weight: criterion.weight,
            cap: criterion.cap,
            points: u32::try_from(points).unwrap_or(u32::MAX).min(hundredths(criterion.cap)),
            sources,
        }
    }

    /// Inspections and visits whose results the subject has got by that day.
    fn delivered(&self, on: Date, months: Option<u16>) -> impl Iterator<Item = (&Told, &Check, Date)> {
        let done = self.checks.iter().filter(|(_, check)| !check.abandoned);
        let delivered = done.filter_map(|(told, check)| Some((*told, *check, check.delivered?)));
        delivered.filter(move |(_, _, day)| within(*day, on, months))
    }

    fn violations(&self, on: Date, months: Option<u16>, severity: &str) -> Vec<Source> {
        let count = |check: &Check| check.violations.iter().filter(|v| v.severity == severity).count() as u64;
        let checks = self.delivered(on, months).map(|(told, check, day)| (told, check, day, count(check)));
        checks.filter(|c| c.3 > 0).map(|(told, check, day, n)| Source::of("check", told, act(check), day, n)).collect()
    }

    /// Of each check: requirements of this severity violated, of those checked.
    fn requirements(&self, set: &CriteriaSet, on: Date, months: Option<u16>, severity: &str) -> Vec<Source> {
        let checks = self.delivered(on, months).map(|(told, check, day)| {
            let found = check.violations.iter().filter(|v| v.severity == severity);
            let violated: BTreeSet<&str> = found.map(|v| v.requirement.as_str()).collect();
            let of_it = |r: &&str| set.severities.get(*r).is_none_or(|known| known == severity);
            let mut checked: BTreeSet<&str> = check.requirements.iter().map(String::as_str).filter(of_it).collect();
            checked.extend(&violated);
            let source = Source::of("check", told, act(check), day, violated.len() as u64);
            Source { of: Some(checked.len() as u64), ..source }
        });
        checks.filter(|source| source.of != Some(0)).collect()
    }

    /// A prescription counts from the day after the term of what was found not eliminated.
    fn unremedied(&self, on: Date, months: Option<u16>) -> Vec<Source> {
        let open = |v: &&Violated| v.unremedied && !v.eliminated;
        let checks = self.checks.iter().filter_map(|(told, check)| {
            let (number, day) = check.prescription?;
            let terms = check.violations.iter().filter(open).map(|v| v.term.unwrap_or(day).max(day));
            let passed = terms.filter(|term| *term < on && within(*term, on, months)).max()?;
            Some(Source::of("check", told, number.to_string(), passed, 1))
        });
        checks.collect()
    }

    fn justified(&self, on: Date, months: Option<u16>) -> Vec<Source> {
        let justified = self.appeals.iter().filter(|(_, appeal)| appeal.justified);
        let answered = justified.filter_map(|(told, appeal)| Some((told, appeal, appeal.answered?)));
        let known = answered.filter(|(_, _, day)| within(*day, on, months));
        known.map(|(told, appeal, day)| Source::of("appeal", told, appeal.number.clone(), day, 1)).collect()
    }

    /// By quarters that were over.
    fn late(&self, on: Date, months: Option<u16>) -> Vec<Source> {
        let mut quarters: BTreeMap<_, (u64, u64)> = BTreeMap::new();
        for lateness in &self.lateness {
            let (late, provided) = quarters.entry(lateness.quarter).or_default();
            *late = late.saturating_add(lateness.late);
            *provided = provided.saturating_add(lateness.provided);
        }
        let over = quarters.into_iter().filter(|(q, _)| q.last_day() < on && within(q.last_day(), on, months));
        let source = |(quarter, (late, provided)): (crate::term::Quarter, _)| Source {
            kind: "report".to_owned(),
            name: quarter.to_string(),
            label: String::new(),
            on: quarter.last_day(),
            count: late,
            of: Some(provided),
        };
        over.map(source).collect()
    }

    fn desk(&self, on: Date, months: Option<u16>, count: fn(&Desk) -> u64) -> Vec<Source> {
        let issued = self.desks.iter().filter_map(|(told, desk)| Some((told, desk.issued?, count(desk))));
        let known = issued.filter(|(_, day, count)| *count > 0 && within(*day, on, months));
        known.map(|(told, day, count)| Source::of("desk", told, String::new(), day, count)).collect()
    }

    /// Full years since the last check began.
    fn unchecked(&self, body: Option<&Body>, on: Date) -> Measured {
        let begun = self.checks.iter().filter(|(_, check)| !check.abandoned);
        let begun = begun.filter_map(|(told, check)| Some((check.started.filter(|day| *day <= on)?, *told, *check)));
        let last = begun.max_by(|a, b| (a.0, a.1.name()).cmp(&(b.0, b.1.name())));
        let source = match (last, body) {
            (Some((day, told, check)), _) => Source::of("check", told, act(check), day, years(day, on)),
            (None, Some(body)) => Source {
                kind: "body".to_owned(),
                name: body.id.clone(),
                label: String::new(),
                on: body.valid_from,
                count: years(body.valid_from, on),
                of: None,
            },
            (None, None) => return (None, Vec::new()),
        };
        counted(vec![source])
    }
}

/// Number of the appointment act.
fn act(check: &Check) -> String {
    check.act.map(|number| number.to_string()).unwrap_or_default()
}

fn years(from: Date, to: Date) -> u64 {
    let begun = i32::from(to.year()) - i32::from(from.year());
    let full = begun - i32::from((to.month(), to.day()) < (from.month(), from.day()));
    u64::try_from(full).unwrap_or_default()
}

/// The score of one subject on a day. For many subjects or days see [`Index`].
pub fn figures(set: &CriteriaSet, subject: &str, bodies: &BodyTree, dossier: &Dossier, on: Date) -> Score {
    Index::only(dossier, |id| id == subject).figures(set, subject, bodies, on)
}

/// Everybody whom a list may name, the highest score first: those for whom §14 has a body that visits them.
pub fn candidates(set: &CriteriaSet, bodies: &BodyTree, dossier: &Dossier, on: Date) -> Vec<(BodyId, Score)> {
    let index = Index::of(dossier);
    let agency = bodies.agency().map(|b| b.id.as_str());
    let mut territories: HashMap<&str, Option<&str>> = HashMap::new();
    let mut found: Vec<(BodyId, Score)> = Vec::new();
    for body in bodies.iter().filter(|body| body.exists_on(on)) {
        let by = match p14_jurisdiction::level(bodies, &body.id) {
            Level::Agency => agency,
            Level::Territorial => {
                *territories.entry(&body.territory).or_insert_with(|| bodies.agency_of(&body.id).map(|b| b.id.as_str()))
            }
            Level::None => None,
        };
        if by.is_some_and(|by| by != body.id) {
            found.push((body.id.clone(), index.figures(set, &body.id, bodies, on)));
        }
    }
    found.sort_by(|(a, x), (b, y)| y.total.cmp(&x.total).then_with(|| a.cmp(b)));
    found
}
