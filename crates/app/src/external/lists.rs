//! Half-year lists (§10–11) with what became of their entries, and what stands in the way of a visit.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::{
    Timestamp,
    civil::{Date, date},
};
use law::{
    case::{CaseFile, Procedure},
    ch2_external::{
        dossier::{self, Check, Dossier, Told},
        list::HalfYearList,
        p10_list::{Entry, Opening},
    },
    edition::{Law, ParameterId},
};
use store::{
    Viewer,
    cases::{self, CaseRow},
    told,
};

use crate::{
    app::Shared,
    door::{self, Trouble},
};

/// Rows of all lists there are, the latest half-year first, for the product itself.
pub async fn every(app: &Shared) -> Result<Vec<CaseRow>, Trouble> {
    let Some(agency) = app.registry().tree.agency().map(|a| a.id.clone()) else { return Ok(Vec::new()) };
    let since = Timestamp::UNIX_EPOCH;
    let mut rows = cases::of_body_since(&app.db, &agency, Procedure::HalfYearList, since).await?;
    rows.retain(|row| !row.meta.title.is_empty());
    // A list is titled by its year and half.
    rows.sort_by(|a, b| b.meta.title.cmp(&a.meta.title));
    Ok(rows)
}

/// Those of them that this viewer may read.
pub async fn seen(app: &Shared, viewer: &Viewer) -> Result<Vec<CaseRow>, Trouble> {
    let mut rows = every(app).await?;
    let readable = readable(app, viewer, rows.iter().map(|row| row.meta.id.as_str())).await?;
    rows.retain(|row| readable.contains(&row.meta.id));
    Ok(rows)
}

/// The lists of these rows.
pub async fn load(app: &Shared, rows: &[CaseRow]) -> Result<Vec<CaseFile>, Trouble> {
    let mut lists = Vec::new();
    for row in rows {
        lists.push(door::load(app, row).await?);
    }
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

/// Those of these cases that this viewer may read.
pub async fn readable<'a>(
    app: &Shared,
    viewer: &Viewer,
    cases: impl IntoIterator<Item = &'a str>,
) -> Result<HashSet<String>, Trouble> {
    let asked: BTreeSet<&str> = cases.into_iter().collect();
    let asked: Vec<String> = asked.into_iter().map(str::to_owned).collect();
    Ok(cases::find_all(&app.db, viewer, &asked).await?.into_iter().map(|row| row.meta.id).collect())
}

/// Everything of these kinds that is told about a subject and that the viewer may read, the latest first.
pub async fn told_of(app: &Shared, viewer: &Viewer, subject: &str, kinds: &[&str]) -> Result<Vec<Told>, Trouble> {
    let mut found = Vec::new();
    for kind in kinds {
        for page in 1.. {
            let seen = told::seen(&app.db, viewer, subject, kind, page, 200).await?;
            let last = seen.last();
            found.extend(seen.items);
            if page >= last {
                break;
            }
        }
    }
    Ok(found)
}

/// What is known around lists: what rests on them, entries and checks of their years, and open checks.
pub async fn around(app: &Shared, lists: &[CaseFile]) -> Result<Dossier, Trouble> {
    let years: BTreeSet<i16> = lists.iter().filter_map(opening).map(|opening| opening.year).collect();
    let mut told = told::open_checks(&app.db).await?;
    for year in years {
        told.extend(told::between(&app.db, date(year, 1, 1), date(year, 12, 31)).await?);
    }
    for list in lists {
        told.extend(told::resting_on(&app.db, &list.id).await?);
    }
    told.sort_by(|a, b| (a.on, &a.case, &a.item).cmp(&(b.on, &b.case, &b.item)));
    told.dedup_by(|a, b| (&a.case, &a.item) == (&b.case, &b.item));
    Ok(Dossier { told, ..Dossier::default() })
}

/// Entries and checks by what they are looked up by.
#[derive(Default)]
pub struct Around<'a> {
    /// By the entry they rest on.
    visits: HashMap<&'a str, Vec<(&'a Told, &'a Check)>>,
    entries: HashMap<&'a str, Vec<(&'a Told, &'a dossier::Entry)>>,
    checks: HashMap<&'a str, Vec<(&'a Told, &'a Check)>>,
    /// Those that still take days of their officers.
    pub open: Vec<(&'a Told, &'a Check)>,
}

impl<'a> Around<'a> {
    pub fn of(dossier: &'a Dossier) -> Self {
        let mut around = Self::default();
        for (told, check) in dossier.checks() {
            if let Some(basis) = check.basis.as_deref().filter(|_| check.visit) {
                around.visits.entry(basis).or_default().push((told, check));
            }
            around.checks.entry(told.subject.as_deref().unwrap_or_default()).or_default().push((told, check));
            around.open.extend(super::load::open(check).then_some((told, check)));
        }
        for (told, entry) in dossier.entries() {
            around.entries.entry(told.subject.as_deref().unwrap_or_default()).or_default().push((told, entry));
        }
        around.visits.values_mut().for_each(|all| all.sort_by_key(|(_, check)| (check.abandoned, check.start)));
        around
    }

    /// The visits of an entry (`CASE/NUMBER`), the one given up last of all.
    pub fn visits(&self, entry: &str) -> &[(&'a Told, &'a Check)] {
        self.visits.get(entry).map_or(&[], Vec::as_slice)
    }
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

impl Conflict {
    /// The other case.
    pub fn case(&self) -> Option<&str> {
        match self {
            Self::Twice(case) | Self::Officer(_, case) => Some(case),
            Self::ShortMonth(_) | Self::MonthOver => None,
        }
    }
}

/// Everything that stands in the way of an entry of a list.
pub fn conflicts(case: &CaseFile, entry: &Entry, around: &Around, law: &Law, today: Date) -> Vec<Conflict> {
    let (Some(opening), name) = (opening(case), format!("{}/{}", case.id, entry.number)) else { return Vec::new() };
    let mut found = Vec::new();
    let subject = entry.subject.as_str();
    let listed = around.entries.get(subject).into_iter().flatten();
    let listed = listed.filter(|(told, other)| told.case != case.id && other.approved && other.year == opening.year);
    let mut others: Vec<&Told> = listed.map(|(told, _)| *told).collect();
    let names: Vec<String> = others.iter().map(|told| told.name()).collect();
    let checks = around.checks.get(subject).into_iter().flatten();
    let visited = checks.filter(|(_, check)| {
        let known = check.basis.as_ref().is_some_and(|basis| *basis == name || names.contains(basis));
        let begun = check.started.is_some() || check.appointed.is_some();
        let on = check.start.year() == opening.year;
        check.visit && !check.abandoned && begun && on && !known
    });
    others.extend(visited.map(|(told, _)| *told));
    let most = law.parameter(ParameterId::R11Visits, opening.last_day()) as usize;
    if others.len() >= most {
        found.extend(others.iter().map(|told| Conflict::Twice(told.case.clone())));
    }
    let visits = around.visits(&name);
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
        let at_once = super::load::at_once(&around.open, told, check);
        found.extend(at_once.map(|(officer, other)| Conflict::Officer(officer, other)));
    }
    found
}

/// Working days of the month that begins on a day.
pub fn working(law: &Law, first: Date) -> i64 {
    let before = first.yesterday().unwrap_or(first);
    law.calendar.working_between(before, first.last_of_month())
}
