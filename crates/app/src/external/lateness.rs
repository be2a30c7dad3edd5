//! Late services of providers by quarter, from the reports the Agency has accepted. Made from the frozen sheets and kept as
//! long as the product runs; an acceptance adds what it brought, a correction takes the place of what was before.

use std::{collections::HashMap, sync::Arc};

use law::{
    bodies::BodyId,
    ch2_external::dossier,
    ch3_reports::{FormId, Sheet, sheet::quarter_number},
    term::Quarter,
};
use store::reports::{
    board,
    versions::{Acceptance, accepted_since, own_parts},
};

use crate::{app::Shared, door::Trouble};

/// Rows of form 1-мқ that form 2-мқ shares: provided, and provided late.
const PROVIDED: &str = "12";
const LATE: &str = "14";

/// What each accepted report says of the bodies in it: late and provided.
#[derive(Default)]
struct Known {
    /// The last acceptance that is in it.
    seen: i64,
    reports: HashMap<String, Vec<(BodyId, u64, u64)>>,
}

/// All quarters that have reports.
#[derive(Default)]
pub struct Lateness {
    quarters: Arc<tokio::sync::Mutex<HashMap<Quarter, Known>>>,
}

impl Lateness {
    /// Everything that is known of late services.
    pub async fn all(&self, app: &Shared) -> Result<Vec<dossier::Lateness>, Trouble> {
        self.known(app, |_| true).await
    }

    /// What is known of those of one body.
    pub async fn of(&self, app: &Shared, body: &str) -> Result<Vec<dossier::Lateness>, Trouble> {
        self.known(app, |id| id == body).await
    }

    async fn known(&self, app: &Shared, wanted: impl Fn(&str) -> bool) -> Result<Vec<dossier::Lateness>, Trouble> {
        let registry = app.registry();
        let Some(agency) = registry.tree.agency() else { return Ok(Vec::new()) };
        let mut known = self.quarters.lock().await;
        for quarter in board::quarters(&app.db).await? {
            let known = known.entry(quarter).or_default();
            for Acceptance { n, case, version, form, .. } in
                accepted_since(&app.db, quarter, &agency.id, known.seen).await?
            {
                let parts = own_parts(&app.db, &case, version).await?;
                let figures = parts.into_iter().filter_map(|part| {
                    let (late, provided) = figures(form, quarter, &part.text)?;
                    Some((part.body, late, provided))
                });
                known.reports.insert(case, figures.collect());
                known.seen = n;
            }
        }
        let of_quarter = |(quarter, known): (&Quarter, &Known)| {
            let quarter = *quarter;
            let figures = known.reports.values().flatten().filter(|(body, ..)| wanted(body)).cloned();
            let lateness = |(body, late, provided)| dossier::Lateness { body, quarter, late, provided };
            figures.map(lateness).collect::<Vec<_>>()
        };
        let mut all: Vec<dossier::Lateness> = known.iter().flat_map(of_quarter).collect();
        all.sort_by(|a, b| (a.quarter, &a.body).cmp(&(b.quarter, &b.body)));
        Ok(all)
    }
}

/// Late and provided in a sheet; none where the form has no such rows.
fn figures(form: FormId, quarter: Quarter, text: &str) -> Option<(u64, u64)> {
    let sheet = Sheet::read(text).ok()?;
    let number = |like: &str| {
        let row = form.for_quarter(quarter).like(like)?;
        let at = sheet.definition().at(row.number)?;
        Some(quarter_number(row, &sheet.inputs(at)).number())
    };
    Some((number(LATE)?, number(PROVIDED)?))
}
