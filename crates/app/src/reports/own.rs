//! Figures from the system's own data: rows 1–9 from control events, row 10 from the register of services. Each opens to
//! the list behind it.

use std::collections::BTreeMap;

use law::{
    case::{CaseFile, Procedure},
    ch3_reports::{
        FormId, Place,
        own_figures::{self, month_column},
    },
};
use store::reports::ReportMeta;

use crate::{
    app::Shared,
    door::{self, Trouble},
};

/// A figure with what it was counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub place: Place,
    pub value: u64,
    /// Cases with their share.
    pub cases: Vec<(String, u64)>,
}

/// The figures of a report that the system can reckon. A body that has held no event here is told nothing of rows 1–9.
pub async fn figures(app: &Shared, meta: &ReportMeta) -> Result<Vec<Figure>, Trouble> {
    if !matches!(meta.form, FormId::Central | FormId::Local) {
        return Ok(Vec::new());
    }
    let mut found: BTreeMap<Place, Figure> = BTreeMap::new();
    let registry = app.registry();
    let since = crate::clock::start_of(meta.quarter.first_day());
    let rows = store::cases::of_body_since(&app.db, &meta.body, Procedure::ControlEvent, since).await?;
    let mut events = 0;
    for row in rows {
        let case: CaseFile = door::load(app, &row).await?;
        let counted = own_figures::of_event(&case, &registry.tree, meta.quarter.last_day());
        let counted: Vec<_> =
            counted.into_iter().filter_map(|c| Some((month_column(meta.quarter, c.on)?, c))).collect();
        events += usize::from(!counted.is_empty());
        for (column, c) in counted {
            add(&mut found, Place::new(c.row, "", column), &row.meta.id, c.count);
        }
    }
    appeals(app, meta, since, &mut found).await?;
    if events > 0 {
        let today = app.clock.today();
        for (month, column) in ["m1", "m2", "m3"].into_iter().enumerate() {
            let first =
                meta.quarter.first_day().saturating_add(jiff::Span::new().months(i64::try_from(month).unwrap_or(0)));
            for row in own_figures::ROWS.iter().filter(|_| first <= today) {
                let place = Place::new(*row, "", column);
                found.entry(place.clone()).or_insert_with(|| Figure { place, value: 0, cases: Vec::new() });
            }
        }
    }
    Ok(found.into_values().collect())
}

/// Adds what a case counts for to a figure.
fn add(found: &mut BTreeMap<Place, Figure>, place: Place, case: &str, count: u64) {
    let figure = found.entry(place.clone()).or_insert_with(|| Figure { place, value: 0, cases: Vec::new() });
    figure.value += count;
    match figure.cases.iter_mut().find(|(id, _)| id == case) {
        Some((_, share)) => *share += count,
        None => figure.cases.push((case.to_owned(), count)),
    }
}

/// Rows 16–18 from the body's registry of appeals. An appeal that names no service has no line in 16 and 18.
async fn appeals(
    app: &Shared,
    meta: &ReportMeta,
    since: jiff::Timestamp,
    found: &mut BTreeMap<Place, Figure>,
) -> Result<(), Trouble> {
    let (law, by) = (app.law(), meta.quarter.last_day().min(app.clock.today()));
    let form = meta.form.form(law.edition);
    for row in store::cases::of_body_since(&app.db, &meta.body, Procedure::Appeal, since).await? {
        let case = door::load(app, &row).await?;
        for counted in own_figures::of_appeal(&case, &law, by) {
            let Some(column) = month_column(meta.quarter, counted.on) else { continue };
            let Some(like) = form.like(&counted.row) else { continue };
            if like.lines().is_none() || !counted.line.is_empty() {
                add(found, Place::new(like.number, &counted.line, column), &row.meta.id, counted.count);
            }
        }
    }
    Ok(())
}

/// The services for which the body answers: each is a line of row 10.
pub fn services(app: &Shared, meta: &ReportMeta) -> Vec<String> {
    let registry = app.registry();
    let mut codes: Vec<String> =
        registry.services.values().filter(|s| s.owner == meta.body).map(|s| s.code.clone()).collect();
    codes.sort();
    codes
}
