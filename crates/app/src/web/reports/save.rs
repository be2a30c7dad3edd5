//! Saving cells: the same address for the script, which is answered with data, and for a plain form, which comes back to
//! its section.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use law::ch3_reports::{
    Cell, Place, Sheet,
    checks::{Check, Kind, Stated, stated},
    form::Lines,
    sheet::LineKey,
};
use serde::Serialize;
use store::{
    StoreError,
    reports::cells::{Change, Edit, Saved, save},
};

use super::{
    Opened,
    grid::{around, cell_name, named, section_of, values},
    open,
};
use crate::{
    app::Shared,
    door,
    reports::{self, Filled, labels::Labels, own},
    web::{error::Failure, page::Visitor, posted::Posted},
};

/// What the script is told after a save.
#[derive(Serialize)]
struct Answer {
    edits: i64,
    /// Shown numbers of the section by name of the cell.
    values: BTreeMap<String, String>,
    /// The edit that wrote each cell of the section.
    written: BTreeMap<String, i64>,
    /// Findings at cells of the section.
    findings: Vec<Told>,
    /// What was no number, and was not saved.
    refused: Vec<Told>,
    /// What somebody else had changed meanwhile, as it stands.
    conflicts: Vec<Conflict>,
    errors: usize,
    warnings: usize,
    unfilled: usize,
    saved: String,
}

#[derive(Serialize)]
struct Told {
    cell: String,
    kind: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Conflict {
    cell: String,
    value: String,
    n: i64,
    text: String,
}

/// The report, if this person may fill it now.
pub(super) async fn filling(app: &Shared, visitor: &Visitor, case: &str) -> Result<Opened, Failure> {
    let opened = open(app, visitor, case).await?;
    if opened.fills { Ok(opened) } else { Err(Failure::Forbidden) }
}

pub(super) fn failure(error: StoreError) -> Failure {
    match error {
        StoreError::NotFound(_) => Failure::NotFound,
        StoreError::Closed => Failure::Closed,
        other => other.into(),
    }
}

fn wants_data(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.starts_with("application/json"))
}

pub(super) fn back(case: &str, posted: &Posted) -> Response {
    let section: usize = posted.get("section").parse().unwrap_or(1);
    Redirect::to(&format!("/reports/{case}?section={section}")).into_response()
}

/// Changes of cells that a form sent, and what in it is no number.
fn changes(sheet: &Sheet, posted: &Posted) -> (Vec<Change>, BTreeMap<Place, Stated>) {
    let seen: BTreeMap<&str, i64> = posted
        .fields
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("n!")?, value.parse().ok()?)))
        .collect();
    let (mut found, mut wrong) = (Vec::new(), BTreeMap::new());
    for (name, value) in &posted.fields {
        let Some(place) = name.strip_prefix("c!").and_then(named).filter(|p| sheet.is_input(p)) else { continue };
        let row = sheet.row(&place.row).map(|(r, _)| r);
        let words = row.is_some_and(|r| r.columns.reasons().contains(&place.column.as_str()));
        let value = if words {
            value.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(1000).collect()
        } else {
            match Cell::parse(value) {
                Ok(cell) => cell.to_string(),
                Err(why) => {
                    wrong.insert(place, Stated::Wrong(why, value.clone()));
                    continue;
                }
            }
        };
        let seen = seen.get(cell_name(&place).as_str()).copied();
        found.push(Change { place, value, seen: Some(seen.unwrap_or(0)) });
    }
    (found, wrong)
}

pub async fn cells(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    let before = reports::in_hand(&app, &opened.meta).await?;
    let (changes, wrong) = changes(&before.own, &posted);
    let changes: Vec<Change> = changes.into_iter().filter(|c| now(&before, &c.place) != c.value).collect();
    let way = match posted.get("way") {
        "undo" => "undo",
        "paste" => "paste",
        _ => "grid",
    };
    let edit = Edit { changes, why: posted.get("why").trim().chars().take(500).collect(), way, ..Edit::default() };
    let saved = if edit.changes.is_empty() {
        Saved { n: before.edits, conflicts: Vec::new() }
    } else {
        let viewer = door::viewer(&app, &opened.desk.actor);
        save(&app.db, &viewer, &case, &edit, app.clock.now()).await.map_err(failure)?
    };
    answer(&app, &visitor, &opened, &posted, wants_data(&headers), saved, &wrong).await
}

/// What stands in a cell now, as it is stored.
fn now(filled: &Filled, place: &Place) -> String {
    let row = filled.own.row(&place.row).map(|(r, _)| r);
    if row.is_some_and(|r| r.columns.reasons().contains(&place.column.as_str())) {
        filled.own.reason(place).to_owned()
    } else {
        filled.own.value(place).to_string()
    }
}

async fn answer(
    app: &Shared,
    visitor: &Visitor,
    opened: &Opened,
    posted: &Posted,
    data: bool,
    saved: Saved,
    wrong: &BTreeMap<Place, Stated>,
) -> Result<Response, Failure> {
    let (words, meta) = (&visitor.words, &opened.meta);
    let registry = app.registry();
    let labels = Labels { words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let filled = reports::in_hand(app, meta).await?;
    let refused = stated(&filled.own, wrong);
    if !data {
        if let Some(first) = refused.first() {
            let text = format!("{}: {}", labels.place(&first.place), labels.finding(first));
            visitor.say_next(words.with("report-not-saved", &[("text", text.into())])).await?;
        } else if let Some(first) = saved.conflicts.first() {
            let text = format!("{}: {}", labels.place(&first.place), first.value);
            visitor.say_next(words.with("report-conflict", &[("text", text.into())])).await?;
        } else {
            visitor.say_next("report-saved").await?;
        }
        return Ok(back(&meta.case, posted));
    }
    let section: usize = posted.get("section").parse().unwrap_or(1);
    let form = filled.own.definition();
    let around = around(app, opened, &filled).await?;
    let here = |row: &str| section_of(form, row) == section;
    let told = |f: &law::ch3_reports::checks::Finding| Told {
        cell: cell_name(&f.place),
        kind: f.kind().word(),
        text: labels.finding(f),
    };
    let mut conflicts = Vec::new();
    for conflict in &saved.conflicts {
        let who = store::users::get(&app.db, &conflict.by_user).await?;
        let who = who.map(|u| u.name.get(words.lang.code()).to_owned()).unwrap_or_default();
        let values =
            [("who", who.into()), ("at", words.moment(conflict.at).into()), ("value", shown(&conflict.value).into())];
        conflicts.push(Conflict {
            cell: cell_name(&conflict.place),
            value: conflict.value.clone(),
            n: conflict.n,
            text: words.with("report-conflict-cell", &values),
        });
    }
    let unfilled = |f: &&law::ch3_reports::checks::Finding| f.check == Check::Filled;
    let answer = Answer {
        edits: saved.n,
        values: values(&filled, section.saturating_sub(1)),
        written: filled.written.iter().filter(|(p, _)| here(&p.row)).map(|(p, n)| (cell_name(p), *n)).collect(),
        findings: around.findings.iter().filter(|f| here(&f.place.row) && !unfilled(f)).map(told).collect(),
        refused: refused.iter().map(told).collect(),
        conflicts,
        errors: around.findings.iter().filter(|f| f.kind() == Kind::Error && !unfilled(f)).count(),
        warnings: around.findings.iter().filter(|f| f.kind() == Kind::Warning).count(),
        unfilled: around.findings.iter().filter(unfilled).count(),
        saved: words.t("report-saved"),
    };
    Ok(Json(answer).into_response())
}

fn shown(value: &str) -> String {
    if value.is_empty() { "–".into() } else { value.to_owned() }
}

/// Adds or removes a line of a service.
pub async fn lines(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    let filled = reports::in_hand(&app, &opened.meta).await?;
    let row = posted.get("row").to_owned();
    let Some((definition, cells)) = filled.own.row(&row) else { return Err(Failure::NotFound) };
    let Some(lines) = definition.lines() else { return Err(Failure::NotFound) };
    let viewer = door::viewer(&app, &opened.desk.actor);
    let mut edit = Edit { way: "grid", ..Edit::default() };
    if let Some(line) = posted.some("remove") {
        edit.remove_lines.push((row, LineKey::parse(&line)));
    } else {
        match key(&app, lines, &posted) {
            Err(said) => {
                visitor.say_next(said).await?;
                return Ok(back(&case, &posted));
            }
            Ok(key) if cells.lines.contains_key(&key) => {
                visitor.say_next("report-line-twice").await?;
                return Ok(back(&case, &posted));
            }
            Ok(key) => edit.add_lines.push((row, key)),
        }
    }
    save(&app.db, &viewer, &case, &edit, app.clock.now()).await.map_err(failure)?;
    visitor.say_next("report-saved").await?;
    Ok(back(&case, &posted))
}

/// The line that a form names: a service of the register by code or name, and what goes with it.
fn key(app: &Shared, lines: Lines, posted: &Posted) -> Result<LineKey, &'static str> {
    let registry = app.registry();
    let typed = posted.get("service").trim();
    let is = |names: &store::Words| [&names.kk, &names.ru, &names.en].into_iter().any(|n| n == typed);
    let service = registry.services.values().find(|s| s.code == typed || is(&s.name));
    let service = service.map(|s| s.code.clone()).ok_or("report-unknown-service")?;
    let other = posted.get("with").split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "/");
    match lines {
        Lines::Service => Ok(LineKey::service(service)),
        Lines::ServiceAndSystem if other.is_empty() => Err("report-no-system"),
        Lines::ServiceAndSystem => Ok(LineKey::pair(service, other.chars().take(200).collect::<String>())),
        Lines::ProviderAndService => {
            let named = |names: &store::Words| [&names.kk, &names.ru, &names.en].into_iter().any(|n| *n == other);
            let body = registry.bodies.values().find(|b| b.body.id == other || named(&b.name));
            let body = body.map(|b| b.body.id.clone()).ok_or("report-unknown-provider")?;
            Ok(LineKey::pair(body, service))
        }
    }
}

/// «-» into every cell of a section, or of the whole form, that nobody has filled.
pub async fn dashes(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    let filled = reports::in_hand(&app, &opened.meta).await?;
    let form = filled.own.definition();
    let section: usize = posted.get("section").parse().unwrap_or(1);
    let whole = posted.get("all") == "yes";
    let empty = |(place, cell): (Place, Cell)| {
        (!cell.filled() && (whole || section_of(form, &place.row) == section)).then_some(place)
    };
    let changes: Vec<Change> = filled
        .own
        .entered()
        .filter_map(empty)
        .map(|place| Change { place, value: "-".into(), seen: Some(0) })
        .collect();
    let count = i64::try_from(changes.len()).unwrap_or(0);
    if !changes.is_empty() {
        let edit = Edit { changes, way: "dashes", ..Edit::default() };
        let viewer = door::viewer(&app, &opened.desk.actor);
        save(&app.db, &viewer, &case, &edit, app.clock.now()).await.map_err(failure)?;
    }
    visitor.say_next(visitor.words.with("report-dashes-done", &[("count", count.into())])).await?;
    Ok(back(&case, &posted))
}

/// Takes over the figures of the system's own data into cells that nobody has filled.
pub async fn figures(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    let filled = reports::in_hand(&app, &opened.meta).await?;
    let viewer = door::viewer(&app, &opened.desk.actor);
    let mut changes: Vec<Change> = own::figures(&app, &opened.meta)
        .await?
        .into_iter()
        .filter(|f| !filled.own.value(&f.place).filled())
        .map(|f| Change { place: f.place, value: f.value.to_string(), seen: Some(0) })
        .collect();
    let mut add_lines = Vec::new();
    if filled.own.row("10").is_some_and(|(_, cells)| cells.lines.is_empty()) {
        for code in own::services(&app, &opened.meta) {
            for column in ["m1", "m2", "m3"] {
                changes.push(Change { place: Place::new("10", code.clone(), column), value: "1".into(), seen: None });
            }
            add_lines.push(("10".to_owned(), LineKey::service(code)));
        }
    }
    let count = i64::try_from(changes.len()).unwrap_or(0);
    if count > 0 {
        let edit = Edit { changes, add_lines, way: "own-figures", ..Edit::default() };
        save(&app.db, &viewer, &case, &edit, app.clock.now()).await.map_err(failure)?;
    }
    visitor.say_next(visitor.words.with("report-figures-done", &[("count", count.into())])).await?;
    Ok(back(&case, &posted))
}
