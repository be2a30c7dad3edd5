//! Half-year lists (§10–11) with what became of their entries, and what stands in the way of a visit.

use std::collections::HashSet;

use jiff::{Timestamp, civil::Date};
use law::{
    case::{CaseFile, Procedure},
    ch2_external::{
        dossier::{Check, Dossier, Told},
        list::HalfYearList,
        p10_list::{Entry, Opening},
    },
    edition::{Law, ParameterId},
};
use store::{Viewer, cases, told};

use crate::{
    app::Shared,
    door::{self, Trouble},
};

/// Every list there is, the latest half-year first, for the product itself.
pub async fn every(app: &Shared) -> Result<Vec<CaseFile>, Trouble> {
    let Some(agency) = app.registry().tree.agency().map(|a| a.id.clone()) else { return Ok(Vec::new()) };
    let since = Timestamp::UNIX_EPOCH;
    let rows = cases::of_body_since(&app.db, &agency, Procedure::HalfYearList, since).await?;
    let mut lists = Vec::new();
    for row in rows {
        lists.push(door::load(app, &row).await?);
    }
    lists.retain(|case| opening(case).is_some());
    lists.sort_by_key(|case| std::cmp::Reverse(opening(case).map(|o| (o.year, o.half))));
    Ok(lists)
}

/// Those of them that this viewer may read.
pub async fn seen(app: &Shared, viewer: &Viewer) -> Result<Vec<CaseFile>, Trouble> {
    let mut lists = every(app).await?;
    let mut readable = HashSet::new();
    for case in &lists {
        if cases::find(&app.db, viewer, &case.id).await?.is_some() {
            readable.insert(case.id.clone());
        }
    }
    lists.retain(|case| readable.contains(&case.id));
    Ok(lists)
}

/// The list of a case, and the half-year it is for.
pub fn opening(case: &CaseFile) -> Option<&Opening> {
    case.list()?.opening.as_ref()
}

/// The state of a list in one word; words are locale keys `planning-list-…`.
pub fn state(list: &HalfYearList) -> &'static str {
    match list {
        HalfYearList { abandoned: Some(_), .. } => "abandoned",
        HalfYearList { published: Some(_), .. } => "published",
        HalfYearList { registered: Some(_), .. } => "registered",
        HalfYearList { approved: Some(_), .. } => "approved",
        _ => "draft",
    }
}

/// The cases of external control that this viewer may read, as far as they tell something: the latest ones.
pub async fn readable(app: &Shared, viewer: &Viewer, kind: Option<&'static str>) -> Result<HashSet<String>, Trouble> {
    let filter = told::Filter { kind, ..told::Filter::default() };
    Ok(seen_by(app, viewer, filter, 25).await?.into_iter().map(|t| t.case).collect())
}

/// The same about one subject.
pub async fn readable_of(app: &Shared, viewer: &Viewer, subject: &str) -> Result<HashSet<String>, Trouble> {
    Ok(told_of(app, viewer, subject).await?.into_iter().map(|t| t.case).collect())
}

/// Everything told about a subject that the viewer may read, the latest first.
pub async fn told_of(app: &Shared, viewer: &Viewer, subject: &str) -> Result<Vec<Told>, Trouble> {
    let filter = told::Filter { subject: Some(subject.to_owned()), ..told::Filter::default() };
    seen_by(app, viewer, filter, 10).await
}

async fn seen_by(app: &Shared, viewer: &Viewer, filter: told::Filter, pages: u32) -> Result<Vec<Told>, Trouble> {
    let mut found = Vec::new();
    for page in 1..=pages {
        let seen = told::seen(&app.db, viewer, &told::Filter { page, per_page: 200, ..filter.clone() }).await?;
        let last = seen.last();
        found.extend(seen.items);
        if page >= last {
            break;
        }
    }
    Ok(found)
}

/// The visits of an entry (`CASE/NUMBER`), the one given up last of all.
pub fn visits<'a>(dossier: &'a Dossier, entry: &str) -> Vec<(&'a Told, &'a Check)> {
    let of = dossier.checks().filter(|(_, check)| check.visit && check.basis.as_deref() == Some(entry));
    let mut visits: Vec<_> = of.collect();
    visits.sort_by_key(|(_, check)| (check.abandoned, check.start));
    visits
}

/// How far a check has come; words are locale keys `planning-check-…`.
pub fn stage(check: &Check) -> &'static str {
    match check {
        Check { abandoned: true, .. } => "abandoned",
        Check { closed: Some(_), .. } => "closed",
        Check { delivered: Some(_), .. } => "delivered",
        Check { started: Some(_), .. } => "started",
        Check { appointed: Some(_), .. } => "appointed",
        _ => "drafted",
    }
}

/// What stands in the way of an entry. Words are locale keys `planning-conflict-…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// In another list of the year, or visited in it on another basis: the case that tells it.
    Twice(String),
    /// The month has fewer working days than a visit may last (§18).
    ShortMonth(i64),
    /// The month is over, and no visit has begun.
    MonthOver,
    /// An officer of its visit has another check on the same days: officer, and the case of the other.
    Officer(String, String),
}

/// Everything that stands in the way of an entry of a list.
pub fn conflicts(case: &CaseFile, entry: &Entry, dossier: &Dossier, law: &Law, today: Date) -> Vec<Conflict> {
    let (Some(opening), name) = (opening(case), format!("{}/{}", case.id, entry.number)) else { return Vec::new() };
    let mut found = Vec::new();
    let subject = Some(entry.subject.as_str());
    let listed = dossier.entries().filter(|(told, other)| {
        told.subject.as_deref() == subject && told.case != case.id && other.approved && other.year == opening.year
    });
    let mut others: Vec<&Told> = listed.map(|(told, _)| told).collect();
    let names: Vec<String> = others.iter().map(|told| told.name()).collect();
    let visited = dossier.checks().filter(|(told, check)| {
        let known = check.basis.as_ref().is_some_and(|basis| *basis == name || names.contains(basis));
        let begun = check.started.is_some() || check.appointed.is_some();
        let on = check.start.year() == opening.year;
        told.subject.as_deref() == subject && check.visit && !check.abandoned && begun && on && !known
    });
    others.extend(visited.map(|(told, _)| told));
    let most = law.parameter(ParameterId::R11Visits, opening.last_day()) as usize;
    if others.len() >= most {
        found.extend(others.iter().map(|told| Conflict::Twice(told.case.clone())));
    }
    let visits = visits(dossier, &name);
    let begun = visits.iter().any(|(_, check)| check.started.is_some() || check.abandoned);
    if let Some(first) = entry.month.and_then(|month| Date::new(opening.year, month, 1).ok()).filter(|_| !begun) {
        let days = working(law, first);
        if today > first.last_of_month() {
            found.push(Conflict::MonthOver);
        } else if days < i64::from(law.parameter(ParameterId::R18Visit, first)) {
            found.push(Conflict::ShortMonth(days));
        }
    }
    for (told, check) in visits.iter().filter(|(_, check)| super::load::open(check)) {
        found.extend(
            super::load::at_once(dossier, told, check).map(|(officer, other)| Conflict::Officer(officer, other)),
        );
    }
    found
}

/// Working days of the month that begins on a day.
pub fn working(law: &Law, first: Date) -> i64 {
    let before = first.yesterday().unwrap_or(first);
    law.calendar.working_between(before, first.last_of_month())
}
