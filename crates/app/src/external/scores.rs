//! Scores of subjects (§11) by everything the product knows: what cases tell, late services, sets of criteria.

use std::collections::HashMap;

use jiff::{ToSpan, civil::Date};
use law::{
    bodies::BodyTree,
    ch2_external::{
        dossier::{Dossier, Told, What},
        p11_risk::{self, CriteriaSet, Index, Score},
    },
};
use store::told;

use crate::{
    app::Shared,
    door::{self, Trouble},
};

/// Years over which the score of a subject is shown.
pub const YEARS: i32 = 3;

/// Every set of criteria: those recorded, and the shipped sample.
pub async fn criteria(app: &Shared) -> Result<Vec<CriteriaSet>, Trouble> {
    door::criteria(app).await
}

/// What is known of all subjects.
pub async fn dossier(app: &Shared) -> Result<Dossier, Trouble> {
    Ok(Dossier {
        told: told::every(&app.db).await?,
        lateness: app.lateness.all(app).await?,
        criteria: criteria(app).await?,
        from: None,
    })
}

/// What is known of one subject.
pub async fn dossier_of(app: &Shared, subject: &str) -> Result<Dossier, Trouble> {
    let mut lateness = app.lateness.all(app).await?;
    lateness.retain(|late| late.body == subject);
    Ok(Dossier {
        told: numbered(told::of_subject(&app.db, subject).await?, &told::references(&app.db, subject).await?),
        lateness,
        criteria: criteria(app).await?,
        from: None,
    })
}

/// Appeals by the numbers under which they were registered: the law knows their cases alone.
pub fn numbered(mut told: Vec<Told>, references: &HashMap<String, String>) -> Vec<Told> {
    for told in &mut told {
        if let (What::Appeal(appeal), Some(reference)) = (&mut told.what, references.get(&told.case)) {
            appeal.number.clone_from(reference);
        }
    }
    told
}

/// The ends of the quarters of the last years, and today.
pub fn days(today: Date) -> Vec<Date> {
    let first = today.saturating_sub(YEARS.years());
    let month = (today.month() - 1) / 3 * 3 + 1;
    let quarter = Date::new(today.year(), month, 1).unwrap_or(today);
    let ends = (1..=YEARS * 4).rev().map(|n| quarter.saturating_sub((3 * (n - 1)).months()));
    let ends = ends.filter_map(|next| next.yesterday().ok()).filter(|day| *day >= first);
    ends.chain([today]).collect()
}

/// The score of a subject on a day, by the set that was in force on it.
pub fn on(index: &Index, sets: &[CriteriaSet], tree: &BodyTree, subject: &str, day: Date) -> Option<Score> {
    p11_risk::in_force(sets, day).map(|set| index.figures(set, subject, tree, day))
}

/// The scores of a subject on these days on which it was there and a set was in force.
pub fn history(index: &Index, sets: &[CriteriaSet], tree: &BodyTree, subject: &str, days: &[Date]) -> Vec<Score> {
    let there = |day: &&Date| tree.get(subject).is_some_and(|body| body.valid_from <= **day);
    days.iter().filter(there).filter_map(|day| on(index, sets, tree, subject, *day)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn quarter_ends_of_three_years_and_today() {
        let days = days(date(2026, 11, 22));
        assert_eq!(days.first(), Some(&date(2023, 12, 31)));
        assert_eq!(days[days.len() - 2..], [date(2026, 9, 30), date(2026, 11, 22)]);
        assert_eq!(days.len(), 13);
        assert!(days.is_sorted());
    }
}
