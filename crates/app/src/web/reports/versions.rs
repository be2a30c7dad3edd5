//! What changed between two frozen versions of a report, cell by cell.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use law::ch3_reports::{Place, Sheet, sheet::numbers};
use serde::Deserialize;

use super::{crumbs, open};
use crate::{
    app::Shared,
    reports::{
        self,
        labels::{Labels, thousands},
    },
    web::{
        case::Crumb,
        error::Failure,
        form::Choice,
        page::{Page, Visitor, html},
    },
};

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    from: Option<u32>,
    #[serde(default)]
    to: Option<u32>,
}

#[derive(Template)]
#[template(path = "report_versions.html")]
struct VersionsPage {
    page: Page,
    crumbs: Vec<Crumb>,
    from: Vec<Choice>,
    to: Vec<Choice>,
    versions: Vec<VersionLine>,
    differences: Vec<Difference>,
    compared: bool,
    case: String,
}

struct VersionLine {
    number: String,
    signed: String,
    by: String,
    digest: String,
    missing: Vec<String>,
    parts: usize,
}

struct Difference {
    place: String,
    from: String,
    to: String,
}

/// Every number of a sheet by its place.
fn all(sheet: &Sheet) -> std::collections::BTreeMap<Place, String> {
    let mut found = std::collections::BTreeMap::new();
    let form = sheet.definition();
    for (at, row) in form.rows.iter().enumerate() {
        let mut put = |line: &str, cells: Vec<law::ch3_reports::Cell>| {
            for (column, cell) in row.columns.numbers().zip(cells) {
                let shown = cell.count().map_or_else(|| cell.to_string(), thousands);
                found.insert(Place::new(row.number, line, column), shown);
            }
        };
        put("", numbers(row, &sheet.inputs(at)));
        for (key, line) in &sheet.rows[at].lines {
            put(&key.word(), numbers(row, &line.cells));
        }
    }
    found
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let opened = open(&app, &visitor, &case).await?;
    let (words, meta) = (&visitor.words, &opened.meta);
    let Some(report) = opened.desk.case.report() else { return Err(Failure::NotFound) };
    let registry = app.registry();
    let labels = Labels { words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let last = reports::last_seen(&opened.desk.actor, meta, &opened.desk.case);
    let to = asked.to.unwrap_or(last);
    let from = asked.from.unwrap_or(to.saturating_sub(1));
    let known = |v: u32| v <= last && report.signature(v).is_some();
    let mut differences = Vec::new();
    let compared = known(from) && known(to) && from != to;
    if compared {
        let before = all(&reports::frozen(&app, meta, &opened.desk.case, from).await?.whole);
        let after = all(&reports::frozen(&app, meta, &opened.desk.case, to).await?.whole);
        let mut places: Vec<&Place> = before.keys().chain(after.keys()).collect();
        places.sort_by_key(|p| (meta.form.for_quarter(meta.quarter).at(&p.row), (*p).clone()));
        places.dedup();
        for place in places {
            let (old, new) = (before.get(place), after.get(place));
            if old != new {
                let text = |v: Option<&String>| v.filter(|v| !v.is_empty()).cloned().unwrap_or_else(|| "–".into());
                differences.push(Difference { place: labels.place(place), from: text(old), to: text(new) });
            }
        }
    }
    let choice = |v: u32, chosen: u32| Choice {
        value: v.to_string(),
        label: words.with("report-version", &[("version", i64::from(v).into())]),
        hint: String::new(),
        chosen: v == chosen,
    };
    let versions =
        report.signatures.iter().rev().filter(|(_, _, s)| s.version <= last).map(|(on, by, s)| VersionLine {
            number: s.version.to_string(),
            signed: words.date(*on),
            by: by.name.clone(),
            digest: s.whole.clone(),
            missing: s.missing.iter().map(|b| registry.name(b, words.lang)).collect(),
            parts: s.parts.len(),
        });
    html(&VersionsPage {
        page: visitor.page(&app).await?.under("/reports"),
        crumbs: crumbs(&app, &visitor, meta),
        from: (1..=last).map(|v| choice(v, from)).collect(),
        to: (1..=last).map(|v| choice(v, to)).collect(),
        versions: versions.collect(),
        differences,
        compared,
        case,
    })
}
