//! What a report is compared with: its own past, forms 3-мқ and 4-мқ, the figures of the system's own cases.

use std::collections::BTreeMap;

use law::{
    ch3_reports::{
        FormId, Place, Sheet,
        checks::{Beside, Elsewhere},
        p60_routing::informatization,
    },
    term::Quarter,
};
use store::reports::{ReportMeta, board, versions};

use super::{Filled, own, sheet_of};
use crate::{app::Shared, door::Trouble};

/// The same, loaded.
#[derive(Default)]
pub struct Known {
    pub year_ago: Option<Sheet>,
    pub quarter_ago: Option<Sheet>,
    corporation: BTreeMap<String, Elsewhere>,
    electronic: BTreeMap<String, Elsewhere>,
    own: BTreeMap<Place, u64>,
}

impl Known {
    pub fn beside(&self) -> Beside<'_> {
        Beside {
            year_ago: self.year_ago.as_ref(),
            quarter_ago: self.quarter_ago.as_ref(),
            corporation: self.corporation.clone(),
            electronic: self.electronic.clone(),
            own: self.own.clone(),
        }
    }
}

/// The same quarter of the year before, and the quarter before.
pub fn earlier(quarter: Quarter) -> [Option<Quarter>; 2] {
    let (year, number) = (quarter.year(), quarter.number());
    let before = if number > 1 { Quarter::new(year, number - 1) } else { Quarter::new(year - 1, 4) };
    [Quarter::new(year - 1, number), before]
}

/// Loads what this report is compared with.
pub async fn of(app: &Shared, filled: &Filled) -> Result<Known, Trouble> {
    let meta = &filled.meta;
    let [year, quarter] = earlier(meta.quarter);
    let mut known = Known {
        year_ago: accepted(app, meta, year).await?,
        quarter_ago: accepted(app, meta, quarter).await?,
        ..Known::default()
    };
    if matches!(meta.form, FormId::Central | FormId::Local) {
        known.own = own::figures(app, meta).await?.into_iter().map(|p| (p.place, p.value)).collect();
        known.corporation = elsewhere(app, meta, FormId::Corporation).await?;
        known.electronic = elsewhere(app, meta, FormId::Electronic).await?;
    }
    Ok(known)
}

/// The accepted report of the same body and form for another quarter.
async fn accepted(app: &Shared, meta: &ReportMeta, quarter: Option<Quarter>) -> Result<Option<Sheet>, Trouble> {
    let Some(quarter) = quarter else { return Ok(None) };
    let Some(report) = board::of(&app.db, &meta.body, meta.form, quarter).await? else { return Ok(None) };
    let Some(version) = report.accepted else { return Ok(None) };
    match versions::version(&app.db, &report.case, version).await? {
        Some(row) => Ok(Some(sheet_of(app, &row.whole).await?)),
        None => Ok(None),
    }
}

/// What form 3-мқ or 4-мқ of the quarter says of the providers within this body, by service.
async fn elsewhere(app: &Shared, meta: &ReportMeta, form: FormId) -> Result<BTreeMap<String, Elsewhere>, Trouble> {
    let registry = app.registry();
    let mut found = BTreeMap::new();
    let Some(body) = informatization(&registry.tree) else { return Ok(found) };
    let Some(report) = board::of(&app.db, &body.id, form, meta.quarter).await? else { return Ok(found) };
    let Some(version) = report.accepted else { return Ok(found) };
    let Some(row) = versions::version(&app.db, &report.case, version).await? else { return Ok(found) };
    let sheet = sheet_of(app, &row.whole).await?;
    for row in &sheet.rows {
        for (key, line) in row.lines.iter().filter(|(key, _)| registry.tree.is_within(&meta.body, &key.first)) {
            let there: &mut Elsewhere = found.entry(key.second.clone()).or_default();
            there.refused += line.cells[1].number();
            there.late += line.cells[2].number();
        }
    }
    Ok(found)
}
