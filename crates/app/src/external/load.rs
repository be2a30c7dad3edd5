//! What inspectors have in hand: open checks, the days booked for them, and two at once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use law::{
    bodies::BodyId,
    case::Role,
    ch2_external::dossier::{Check, Dossier, Told},
    edition::Law,
};
use store::Words;

use crate::{app::Shared, door::Trouble};

/// Weeks ahead.
pub const WEEKS: usize = 8;

/// Whether a check still takes days of its officers: its results are not delivered.
pub fn open(check: &Check) -> bool {
    !check.abandoned && check.delivered.is_none() && check.closed.is_none()
}

/// The days of a check that lie in a span.
fn within(check: &Check, first: Date, last: Date) -> impl Iterator<Item = Date> {
    let (first, last) = (first.max(check.start), last.min(check.end));
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

/// Officers of a check who have another of the open ones on the same days, each with the case of the other.
pub fn at_once<'a>(
    open: &'a [(&'a Told, &'a Check)],
    told: &'a Told,
    check: &'a Check,
) -> impl Iterator<Item = (String, String)> + 'a {
    let others = open.iter();
    let others =
        others.filter(move |(other, c)| other.case != told.case && c.start <= check.end && check.start <= c.end);
    others.flat_map(move |(other, c)| {
        let both = c.officers.iter().filter(|officer| check.officers.contains(officer));
        both.map(|officer| (officer.clone(), other.case.clone()))
    })
}

/// A week, from Monday on.
#[derive(Clone, Copy, Debug)]
pub struct Week {
    pub monday: Date,
    /// Working days in it.
    pub working: i64,
}

impl Week {
    pub fn sunday(self) -> Date {
        self.monday.saturating_add(6.days())
    }
}

/// The week of a day and those after it.
pub fn weeks(law: &Law, today: Date) -> Vec<Week> {
    let since = i32::from(today.weekday().to_monday_zero_offset());
    let first = today.saturating_sub(since.days());
    let week = |n: usize| {
        let monday = first.saturating_add((7 * i32::try_from(n).unwrap_or(0)).days());
        let before = monday.yesterday().unwrap_or(monday);
        Week { monday, working: law.calendar.working_between(before, monday.saturating_add(6.days())) }
    };
    (0..WEEKS).map(week).collect()
}

/// An officer with what they have in hand.
#[derive(Clone, Debug)]
pub struct Officer {
    pub user: String,
    pub name: Words,
    pub body: BodyId,
    /// Open checks, the nearest end first: the case, its subject, and the check.
    pub checks: Vec<(Told, Check)>,
    /// Working days from today on that are booked, each once.
    pub booked: usize,
    /// Of each week the working days booked, and how many checks lie in it.
    pub weeks: Vec<(usize, usize)>,
    /// Pairs of checks on the same days.
    pub at_once: Vec<(String, String)>,
}

impl Officer {
    /// When the next check ends; what is over and not delivered comes first.
    pub fn next_end(&self) -> Option<Date> {
        self.checks.first().map(|(_, check)| check.end)
    }
}

/// The inspectors of these bodies with what they have in hand.
pub async fn of_bodies(
    app: &Shared,
    bodies: &[BodyId],
    dossier: &Dossier,
    law: &Law,
    today: Date,
) -> Result<Vec<Officer>, Trouble> {
    let mut people: BTreeMap<(BodyId, String), Words> = BTreeMap::new();
    let mut wanted: BTreeSet<&BodyId> = bodies.iter().collect();
    // Most bodies of a large registry have nobody in the product yet.
    let grants = store::grants::in_force(&app.db, today).await?;
    wanted.retain(|body| grants.iter().any(|g| g.role == Role::Inspector && g.body == **body));
    for body in wanted {
        let found = store::grants::people_of(&app.db, body, today).await?;
        let inspectors = found.into_iter().filter(|(role, _)| *role == Role::Inspector);
        people.extend(inspectors.map(|(_, user)| ((body.clone(), user.id), user.name)));
    }
    let weeks = weeks(law, today);
    Ok(people.into_iter().map(|((body, user), name)| officer(user, name, body, dossier, law, today, &weeks)).collect())
}

fn officer(
    user: String,
    name: Words,
    body: BodyId,
    dossier: &Dossier,
    law: &Law,
    today: Date,
    weeks: &[Week],
) -> Officer {
    let own = dossier.checks().filter(|(_, check)| open(check) && check.officers.contains(&user));
    let mut checks: Vec<(Told, Check)> = own.map(|(told, check)| (told.clone(), check.clone())).collect();
    checks.sort_by(|a, b| (a.1.end, &a.0.case).cmp(&(b.1.end, &b.0.case)));
    let working = |first: Date, last: Date| -> BTreeSet<Date> {
        let days = checks.iter().flat_map(|(_, check)| within(check, first, last));
        days.filter(|day| law.calendar.is_working(*day)).collect()
    };
    let last = checks.iter().map(|(_, check)| check.end).max().unwrap_or(today);
    let of_week = |week: &Week| {
        let (first, last) = (week.monday.max(today), week.sunday());
        let lie = checks.iter().filter(|(_, check)| check.start <= last && check.end >= first).count();
        (working(first, last).len(), lie)
    };
    let mut at_once = Vec::new();
    for (n, (told, check)) in checks.iter().enumerate() {
        let later = checks[n + 1..].iter().filter(|(_, c)| c.start <= check.end && check.start <= c.end);
        at_once.extend(later.map(|(other, _)| (told.case.clone(), other.case.clone())));
    }
    let (booked, weeks) = (working(today, last).len(), weeks.iter().map(of_week).collect());
    Officer { user, name, body, checks, booked, weeks, at_once }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn eight_weeks_from_monday_on_with_their_working_days() {
        let weeks = weeks(&Law::shipped(), date(2026, 11, 22));
        assert_eq!(weeks.len(), WEEKS);
        assert_eq!(weeks[0].monday, date(2026, 11, 16));
        assert_eq!(weeks[0].working, 5);
        let independence = weeks.iter().find(|w| (w.monday..=w.sunday()).contains(&date(2026, 12, 16))).unwrap();
        assert_eq!(independence.working, 4);
    }
}
