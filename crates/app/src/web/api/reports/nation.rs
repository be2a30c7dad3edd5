//! The nation's quarter and year, for those who may see its page.

use axum::{Json, extract::State};
use law::{
    ch3_reports::{FormId, form::Row},
    term::Quarter,
};
use serde::Deserialize;

use super::{
    super::{
        auth::Caller,
        problem::{Asked, Problem},
        shown::{Named, NationLine, NationShown, ResultRow, ResultShown, YearShown},
    },
    quarter, value,
};
use crate::{
    app::Shared,
    reports::labels::Labels,
    web::reports::nation::{self, Figure, Results, WAYS},
};

#[derive(Deserialize)]
pub struct Slice {
    #[serde(default)]
    quarter: String,
    #[serde(default)]
    row: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    territory: String,
}

pub async fn figures(
    State(app): State<Shared>,
    caller: Caller,
    Asked(asked): Asked<Slice>,
) -> Result<Json<NationShown>, Problem> {
    nation::may(&app, caller.actor())?;
    let quarter = quarter(&app, &asked.quarter)?;
    let central = FormId::Central.for_quarter(quarter);
    let row: &Row = match asked.row.as_str() {
        "" => central.row("12"),
        number => central.row(number),
    }
    .ok_or_else(Problem::parameter)?;
    let by = if asked.by.is_empty() { "territory" } else { asked.by.as_str() };
    let registry = app.registry();
    let known = asked.territory.is_empty() || registry.tree.iter().any(|b| b.territory == asked.territory);
    if !WAYS.contains(&by) || !known {
        return Err(Problem::parameter());
    }
    let found = nation::figures(&app, &caller.words, quarter, row.number, by, &asked.territory).await?;
    let line = |Figure { key, name, count, .. }: Figure| NationLine { of: Named { id: key, name }, value: count };
    let labels = Labels { words: &caller.words, registry: &registry, form: FormId::Central, quarter };
    Ok(Json(NationShown {
        quarter: quarter.to_string(),
        row: row.number.into(),
        label: labels.row(row),
        by: by.to_owned(),
        territory: Some(asked.territory).filter(|t| !t.is_empty()),
        lines: found.lines.into_iter().map(line).collect(),
        total: found.total,
        reports: found.reports,
    }))
}

#[derive(Deserialize)]
pub struct Year {
    year: Option<i16>,
}

pub async fn yearly(
    State(app): State<Shared>,
    caller: Caller,
    Asked(asked): Asked<Year>,
) -> Result<Json<YearShown>, Problem> {
    nation::may(&app, caller.actor())?;
    let year = asked.year.unwrap_or_else(|| app.clock.today().year());
    Quarter::new(year, 1).ok_or_else(Problem::parameter)?;
    let registry = app.registry();
    let results = nation::results(&app, caller.actor(), year).await?;
    let shown = |Results { meta, submitted, rows }: Results| ResultShown {
        body: Named::body(&registry, &caller.words, &meta.body),
        form: meta.form.word().into(),
        quarter: meta.quarter.to_string(),
        submitted: submitted.into(),
        accepted: meta.accepted,
        rows: rows.into_iter().flatten().map(|(row, cell)| ResultRow { row: row.into(), value: value(cell) }).collect(),
    };
    Ok(Json(YearShown { year, items: results.into_iter().map(shown).collect() }))
}
