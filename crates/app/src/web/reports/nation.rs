//! The nation on one page: any row by territory, kind of body, body, service and quarter; the yearly results per body.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use law::{
    case::{Actor, Role},
    ch3_reports::{Cell, FormId, Sheet, form::Row, sheet::quarter_number},
    term::Quarter,
};
use serde::Deserialize;
use store::reports::{ReportMeta, board, versions};

use super::export::{Sorted, table_file};
use crate::{
    app::Shared,
    door,
    reports::{
        beside::earlier,
        labels::{Labels, thousands},
        nation::by_service,
        sheet_of,
    },
    web::{
        error::Failure,
        form::Choice,
        page::{Page, Visitor, html},
    },
    words::Speaker,
};

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    quarter: String,
    /// In the numbers of form 1-мқ.
    #[serde(default)]
    row: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    territory: String,
}

#[derive(Template)]
#[template(path = "nation.html")]
struct NationPage {
    page: Page,
    quarters: Vec<Choice>,
    rows: Vec<Choice>,
    ways: Vec<Choice>,
    territories: Vec<Choice>,
    label: String,
    period: String,
    total: String,
    reports: usize,
    lines: Vec<Line>,
    trend: Vec<Bar>,
    way: String,
    export: String,
}

/// One line of the table: a territory, a kind of body, a body or a service.
struct Line {
    name: String,
    href: String,
    value: String,
    width: u8,
}

struct Bar {
    label: String,
    value: String,
    height: u8,
}

pub(in crate::web) const WAYS: [&str; 4] = ["territory", "kind", "body", "service"];

/// The national pages are for the Agency's analysts, leaders and inspectors, and for those of its territorial bodies.
pub(in crate::web) fn may(app: &Shared, actor: &Actor) -> Result<(), Failure> {
    let registry = app.registry();
    let kind = registry.tree.get(&actor.body).map(|b| b.kind);
    let agency = matches!(kind, Some(law::bodies::BodyKind::Agency | law::bodies::BodyKind::AgencyTerritorial));
    let role = matches!(actor.role, Role::Analyst | Role::Leader | Role::Inspector | Role::Observer);
    if agency && role { Ok(()) } else { Err(Failure::Forbidden) }
}

fn number(row: &Row, sheet: &Sheet) -> u64 {
    let at = sheet.definition().at(row.number);
    at.map_or(0, |at| quarter_number(row, &sheet.inputs(at)).number())
}

/// What a row counts, by key; both forms that count the same thing together.
pub(in crate::web) struct Figures {
    pub lines: Vec<Figure>,
    pub total: u64,
    pub reports: usize,
}

/// What one territory, kind of body, body or service has.
pub(in crate::web) struct Figure {
    pub key: String,
    pub name: String,
    pub href: String,
    pub count: u64,
}

pub(in crate::web) async fn figures(
    app: &Shared,
    words: &Speaker,
    quarter: Quarter,
    like: &str,
    way: &str,
    place: &str,
) -> Result<Figures, Failure> {
    let cube = app.nation.quarter(app, quarter).await?;
    let registry = app.registry();
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    let mut total = 0;
    for form in [FormId::Central, FormId::Local] {
        let Some(row) = form.for_quarter(quarter).like(like) else { continue };
        let wanted = |s: &crate::reports::nation::Slice| place.is_empty() || s.territory == place;
        let by = |s: &crate::reports::nation::Slice| match way {
            "kind" => s.kind.to_owned(),
            "service" => String::new(),
            _ => s.territory.clone(),
        };
        for (key, sheet) in cube.sheets(form, quarter, wanted, by) {
            let count = number(row, &sheet);
            total += count;
            if way == "service" {
                for (service, inputs) in by_service(&sheet, row) {
                    *found.entry(service).or_default() += quarter_number(row, &inputs).number();
                }
            } else if way != "body" {
                *found.entry(key).or_default() += count;
            }
        }
    }
    let mut lines: Vec<Figure> = Vec::new();
    if way == "body" {
        for (case, (version, form, body)) in &cube.inside {
            let Some(row) = form.for_quarter(quarter).like(like) else { continue };
            if !place.is_empty() && registry.tree.get(body).is_none_or(|b| b.territory != place) {
                continue;
            }
            let Some(frozen) = versions::version(&app.db, case, *version).await? else { continue };
            let sheet = sheet_of(app, &frozen.whole).await?;
            let column = row.columns.derived().last().copied().unwrap_or("total");
            let query = [("row", row.number), ("line", ""), ("column", column)];
            let href = format!("/reports/{case}/cell?{}", serde_urlencoded::to_string(query).unwrap_or_default());
            let (key, name) = (body.clone(), registry.name(body, words.lang));
            lines.push(Figure { key, name, href, count: number(row, &sheet) });
        }
    } else {
        let name = |key: &str| match way {
            "kind" => words.t(&format!("body-kind-{key}")),
            "service" => registry.service(key, words.lang),
            _ => words.t(&format!("territory-{key}")),
        };
        let href = |key: &str| match way {
            "territory" => format!("/reports/nation?quarter={quarter}&row={like}&by=body&territory={key}"),
            _ => String::new(),
        };
        lines.extend(found.into_iter().map(|(key, count)| Figure { name: name(&key), href: href(&key), key, count }));
    }
    lines.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    Ok(Figures { lines, total, reports: cube.inside.len() })
}

fn choice(value: &str, label: String, chosen: bool) -> Choice {
    Choice { value: value.to_owned(), label, hint: String::new(), chosen }
}

/// The quarter, the row and the way that are asked for, or the usual ones.
fn settled(app: &Shared, asked: &Asked) -> Result<(Quarter, String, String), Failure> {
    let now = Quarter::of(app.clock.today()).ok_or(Failure::NotFound)?;
    let quarter = asked.quarter.parse().unwrap_or(earlier(now)[1].unwrap_or(now));
    let central = FormId::Central.for_quarter(quarter);
    let row = if central.row(&asked.row).is_some() { asked.row.clone() } else { "12".to_owned() };
    let way = WAYS.into_iter().find(|w| *w == asked.by).unwrap_or("territory").to_owned();
    Ok((quarter, row, way))
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    may(&app, &visitor.signed()?.actor)?;
    let words = &visitor.words;
    let (quarter, row, way) = settled(&app, &asked)?;
    let registry = app.registry();
    let labels = Labels { words, registry: &registry, form: FormId::Central, quarter };
    let found = figures(&app, &visitor.words, quarter, &row, &way, &asked.territory).await?;
    let most = found.lines.iter().map(|f| f.count).max().unwrap_or(0);
    let share = |n: u64, of: u64| u8::try_from((n * 100).checked_div(of).unwrap_or(0)).unwrap_or(100);
    let quarters = board::quarters(&app.db).await?;
    let mut trend = Vec::new();
    for q in quarters.iter().take(8).rev() {
        trend.push((*q, figures(&app, &visitor.words, *q, &row, "kind", &asked.territory).await?.total));
    }
    let highest = trend.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let definition = FormId::Central.for_quarter(quarter);
    let query = serde_urlencoded::to_string([
        ("quarter", quarter.to_string()),
        ("row", row.clone()),
        ("by", way.clone()),
        ("territory", asked.territory.clone()),
    ])
    .unwrap_or_default();
    let places: std::collections::BTreeSet<String> = registry.tree.iter().map(|b| b.territory.clone()).collect();
    html(&NationPage {
        page: visitor.page(&app).await?.under("/reports"),
        period: labels.period(),
        quarters: quarters
            .iter()
            .map(|q| choice(&q.to_string(), Labels { quarter: *q, ..labels }.period(), *q == quarter))
            .collect(),
        rows: definition
            .rows
            .iter()
            .map(|r| choice(r.number, format!("{} {}", r.number, labels.row(r)), r.number == row))
            .collect(),
        ways: WAYS.map(|w| choice(w, words.t(&format!("nation-by-{w}")), w == way)).into(),
        territories: places
            .iter()
            .map(|t| choice(t, words.t(&format!("territory-{t}")), *t == asked.territory))
            .collect(),
        label: definition.row(&row).map(|r| format!("{} {}", r.number, labels.row(r))).unwrap_or_default(),
        total: thousands(found.total),
        reports: found.reports,
        lines: found
            .lines
            .into_iter()
            .map(|f| Line { name: f.name, href: f.href, value: thousands(f.count), width: share(f.count, most) })
            .collect(),
        trend: trend
            .into_iter()
            .map(|(q, n)| Bar {
                label: format!("{}-{}", q.year(), q.number()),
                value: thousands(n),
                height: share(n, highest),
            })
            .collect(),
        way: words.t(&format!("nation-by-{way}")),
        export: query,
    })
}

/// The same table as CSV, XLSX or JSON.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    may(&app, &visitor.signed()?.actor)?;
    let (quarter, row, way) = settled(&app, &asked)?;
    let found = figures(&app, &visitor.words, quarter, &row, &way, &asked.territory).await?;
    let header = ["quarter", "row", way.as_str(), "value"].map(str::to_owned);
    let lines =
        found.lines.into_iter().map(|f| vec![quarter.to_string(), row.clone(), f.name, f.count.to_string()]).collect();
    table_file(&file, Sorted { name: format!("nation-{quarter}-{row}"), header: header.into(), lines })
}

#[derive(Deserialize, Default)]
pub struct Year {
    #[serde(default)]
    year: Option<i16>,
}

/// The results of a body for a quarter.
pub(in crate::web) struct Results {
    pub meta: ReportMeta,
    /// `in-time`, `late` or `missing`.
    pub submitted: &'static str,
    /// What each row of its accepted report says, by number; none before the acceptance.
    pub rows: Option<Vec<(&'static str, Cell)>>,
}

/// §64: the results of a year per body, for the assessment of bodies: every row of its accepted reports, quarter by
/// quarter, and whether each was in time.
pub(in crate::web) async fn results(app: &Shared, actor: &Actor, year: i16) -> Result<Vec<Results>, Failure> {
    let viewer = door::viewer(app, actor);
    let mut found = Vec::new();
    for quarter in (1..=4).filter_map(|n| Quarter::new(year, n)) {
        for meta in board::quarter(&app.db, &viewer, quarter).await? {
            let submitted = match meta.first_submitted {
                None => "missing",
                Some(day) if day > meta.due => "late",
                Some(_) => "in-time",
            };
            let rows = rows_of(app, &meta).await?;
            found.push(Results { meta, submitted, rows });
        }
    }
    Ok(found)
}

async fn rows_of(app: &Shared, meta: &ReportMeta) -> Result<Option<Vec<(&'static str, Cell)>>, Failure> {
    let Some(version) = meta.accepted else { return Ok(None) };
    let Some(frozen) = versions::version(&app.db, &meta.case, version).await? else { return Ok(None) };
    let sheet = sheet_of(app, &frozen.whole).await?;
    let rows = sheet.definition().rows.iter().enumerate();
    Ok(Some(rows.map(|(at, row)| (row.number, quarter_number(row, &sheet.inputs(at)))).collect()))
}

/// The same as CSV, XLSX or JSON.
pub async fn yearly(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(file): Path<String>,
    Query(asked): Query<Year>,
) -> Result<Response, Failure> {
    let actor = &visitor.signed()?.actor;
    may(&app, actor)?;
    let year = asked.year.unwrap_or(app.clock.today().year());
    let registry = app.registry();
    let mut lines = Vec::new();
    for Results { meta, submitted, rows } in results(&app, actor, year).await? {
        let base = [
            meta.body.clone(),
            registry.name(&meta.body, visitor.words.lang),
            meta.form.word().to_owned(),
            meta.quarter.to_string(),
            submitted.to_owned(),
        ];
        let rows = rows.unwrap_or_else(|| vec![("", Cell::Unfilled)]);
        let line = |(row, cell): (&str, Cell)| [&base[..], &[row.to_owned(), cell.to_string()]].concat();
        lines.extend(rows.into_iter().map(line));
    }
    let header = ["body", "name", "form", "quarter", "submitted", "row", "value"].map(str::to_owned);
    table_file(&file, Sorted { name: format!("results-{year}"), header: header.into(), lines })
}
