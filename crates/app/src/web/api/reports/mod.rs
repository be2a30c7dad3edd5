//! Quarterly reports: forms, the board of a quarter, a report with its cells, the nation.

pub mod cells;
pub mod forms;
pub mod nation;
pub mod note;
pub mod talk;

use axum::{
    Json,
    extract::{Path, State},
};
use law::{
    case::Role,
    ch3_reports::{
        Cell, FormId, Place, Report, Sheet,
        checks::Finding,
        report::{Comment, Remark},
        sheet::{Inputs, of_column},
    },
    term::Quarter,
};
use serde::Deserialize;
use serde_json::Value;
use store::{
    StoreError,
    reports::{ReportMeta, board, talk as said},
};

use super::{
    ROOT,
    auth::Caller,
    cases,
    problem::{Asked, Problem},
    shown::{
        CellShown, FieldFault, FindingShown, Named, PartShown, RemarkShown, ReportFull, ReportList, ReportShown,
        VersionShown,
    },
};
use crate::{
    app::Shared,
    door::Desk,
    reports::{self, Filled, beside::earlier, labels::Labels},
    web::{error::Failure, reports::state},
    words::Arg,
};

/// The quarter asked for; the one that is reported now where none is.
fn quarter(app: &Shared, asked: &str) -> Result<Quarter, Problem> {
    if !asked.is_empty() {
        return asked.parse().map_err(|_| Problem::parameter());
    }
    let now = Quarter::of(app.clock.today()).ok_or_else(Problem::not_found)?;
    Ok(earlier(now)[1].unwrap_or(now))
}

/// A number, `-` or null.
fn value(cell: Cell) -> Value {
    serde_json::to_value(cell).unwrap_or_default()
}

/// What a column of words says: null where it says nothing.
fn words(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

#[derive(Deserialize)]
pub struct Filter {
    #[serde(default)]
    quarter: String,
    #[serde(default)]
    form: String,
    #[serde(default)]
    state: String,
}

/// States of the board.
pub const STATES: &[&str] = &["due", "submitted", "returned", "accepted", "missing", "late"];

pub async fn list(
    State(app): State<Shared>,
    caller: Caller,
    Asked(asked): Asked<Filter>,
) -> Result<Json<ReportList>, Problem> {
    let quarter = quarter(&app, &asked.quarter)?;
    let form = match asked.form.as_str() {
        "" => None,
        word => Some(FormId::parse(word).ok_or_else(Problem::parameter)?),
    };
    if !asked.state.is_empty() && !STATES.contains(&asked.state.as_str()) {
        return Err(Problem::parameter());
    }
    let (registry, today) = (app.registry(), app.clock.today());
    let found = board::quarter(&app.db, &caller.viewer(&app), quarter).await?;
    let wanted = |m: &&ReportMeta| {
        form.is_none_or(|f| m.form == f)
            && match asked.state.as_str() {
                "" => true,
                "late" => m.first_submitted.is_some_and(|day| day > m.due),
                word => state(m, today) == word,
            }
    };
    let items = found.iter().filter(wanted).map(|m| ReportShown::of(&caller.words, &registry, m, today));
    Ok(Json(ReportList { quarter: quarter.to_string(), items: items.collect() }))
}

/// A report before the caller.
struct Opened {
    desk: Desk,
    meta: ReportMeta,
}

impl Opened {
    /// Whether the caller is one who fills it, be it open or not.
    fn executor(&self) -> bool {
        self.desk.actor.body == self.meta.body && self.desk.actor.role == Role::ReportExecutor
    }

    /// Stops whoever does not fill it, and everybody while it is not open.
    fn filling(&self) -> Result<(), Failure> {
        if !self.executor() {
            return Err(Failure::Forbidden);
        }
        if self.meta.stage.open() { Ok(()) } else { Err(Failure::Closed) }
    }

    /// The version asked for, or what the caller sees now.
    async fn shown(&self, app: &Shared, version: Option<u32>) -> Result<Filled, Problem> {
        let filled = reports::shown(app, &self.desk.actor, &self.meta, &self.desk.case, version).await?;
        if version.is_none() || filled.version == version { Ok(filled) } else { Err(Problem::not_found()) }
    }

    /// Whether the caller may change now what is shown.
    fn fills(&self, filled: &Filled) -> bool {
        self.filling().is_ok() && filled.version.is_none()
    }

    fn report(&self) -> Result<&Report, Problem> {
        self.desk.case.report().ok_or_else(Problem::not_found)
    }
}

/// The report, if the caller may read it.
async fn open(app: &Shared, caller: &Caller, case: &str) -> Result<Opened, Problem> {
    let meta = board::find(&app.db, &caller.viewer(app), case).await?.ok_or_else(Problem::not_found)?;
    Ok(Opened { desk: cases::open(app, caller, case).await?, meta })
}

/// What is wrong with a field that was sent.
fn wrong(caller: &Caller, field: String, code: &str, found: &str) -> FieldFault {
    let found: String = found.chars().take(40).collect();
    let detail = caller.words.with(&format!("api-cell-{code}"), &[("found", Arg::Text(found))]);
    FieldFault { field, code: code.to_owned(), detail, values: Default::default() }
}

/// What the store says no to.
fn failure(error: StoreError) -> Problem {
    match error {
        StoreError::NotFound(_) => Failure::NotFound.into(),
        StoreError::Closed => Failure::Closed.into(),
        other => Problem::of(other),
    }
}

#[derive(Deserialize)]
pub struct Which {
    version: Option<u32>,
}

pub async fn one(
    State(app): State<Shared>,
    caller: Caller,
    Path(case): Path<String>,
    Asked(asked): Asked<Which>,
) -> Result<Json<ReportFull>, Problem> {
    let opened = open(&app, &caller, &case).await?;
    let meta = &opened.meta;
    let filled = opened.shown(&app, asked.version).await?;
    let registry = app.registry();
    let named = |id: &String| Named::body(&registry, &caller.words, id);
    Ok(Json(ReportFull {
        report: ReportShown::of(&caller.words, &registry, meta, app.clock.today()),
        shown: filled.version,
        edits: filled.edits,
        fills: opened.fills(&filled),
        cells: own(&filled),
        whole: whole(&filled.whole),
        parts: filled.parts.iter().map(|p| PartShown::of(&caller.words, &registry, p)).collect(),
        missing: filled.missing.iter().map(named).collect(),
        findings: findings(&app, &caller, &opened, &filled).await?,
        may_remark: talk::may(&opened),
        remarks: talk::remarks(&app, &opened).await?,
        versions: versions(&opened, named)?,
    }))
}

fn shown(place: Place, value: Value, n: Option<i64>) -> CellShown {
    CellShown { row: place.row, line: place.line, column: place.column, value, n }
}

/// What the body fills itself: numbers and reasons.
fn own(filled: &Filled) -> Vec<CellShown> {
    let n = |place: &Place| filled.version.is_none().then(|| filled.written.get(place).copied().unwrap_or(0));
    let numbers = filled.own.entered().map(|(place, cell)| (n(&place), place, value(cell)));
    let reasons = reasons(&filled.own).map(|(place, text)| (n(&place), place, words(text)));
    numbers.chain(reasons).map(|(n, place, value)| shown(place, value, n)).collect()
}

/// The columns of words of every line.
fn reasons(sheet: &Sheet) -> impl Iterator<Item = (Place, &str)> {
    let rows = sheet.definition().rows.iter().zip(&sheet.rows);
    rows.flat_map(|(row, cells)| {
        cells.lines.iter().flat_map(move |(key, line)| {
            let columns = row.columns.reasons().iter().zip(&line.reasons);
            columns.map(move |(column, text)| (Place::new(row.number, key.word(), *column), text.as_str()))
        })
    })
}

/// Every number of a sheet, those that follow from others too, and the reasons.
fn whole(sheet: &Sheet) -> Vec<CellShown> {
    let mut found = Vec::new();
    for (at, (row, cells)) in sheet.definition().rows.iter().zip(&sheet.rows).enumerate() {
        let mut put = |line: String, inputs: &Inputs| {
            found.extend(row.columns.numbers().map(|column| {
                shown(Place::new(row.number, line.clone(), column), value(of_column(row, inputs, column)), None)
            }));
        };
        put(String::new(), &sheet.inputs(at));
        cells.lines.iter().for_each(|(key, line)| put(key.word(), &line.cells));
    }
    found.extend(reasons(sheet).map(|(place, text)| shown(place, words(text), None)));
    found
}

/// What is wrong or odd, and what the executor says to it.
async fn findings(
    app: &Shared,
    caller: &Caller,
    opened: &Opened,
    filled: &Filled,
) -> Result<Vec<FindingShown>, Problem> {
    let meta = &opened.meta;
    let found = reports::findings(app, filled).await?;
    let comments: Vec<Comment> = match filled.version.map(|v| opened.report().map(|r| r.signature(v))).transpose()? {
        Some(signed) => signed.map(|(_, _, s)| s.comments.clone()).unwrap_or_default(),
        None => said::comments(&app.db, &meta.case).await?,
    };
    let registry = app.registry();
    let labels = Labels { words: &caller.words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let shown = |f: &Finding| FindingShown {
        key: f.key(),
        check: f.check.word().into(),
        kind: f.kind().word().into(),
        row: f.place.row.clone(),
        line: f.place.line.clone(),
        column: f.place.column.clone(),
        value: value(f.value),
        message: labels.finding(f),
        comment: comments.iter().find(|c| c.key == f.key()).map(|c| c.text.clone()),
    };
    Ok(found.iter().map(shown).collect())
}

fn remark(Remark { place, text }: Remark) -> RemarkShown {
    let Place { row, line, column } = place.unwrap_or_else(|| Place::new("", "", ""));
    RemarkShown { row, line, column, text }
}

/// The signed versions, the last first. A signature taken back is followed by another of the same number.
fn versions(opened: &Opened, named: impl Fn(&String) -> Named) -> Result<Vec<VersionShown>, Problem> {
    let report = opened.report()?;
    let one = |version: u32| {
        let (on, by, signed) = report.signature(version)?;
        Some(VersionShown {
            version,
            signed_on: *on,
            by: by.name.clone(),
            own: signed.own.clone(),
            whole: signed.whole.clone(),
            note: signed.note.clone(),
            accepted_on: report.accepted.iter().find(|(_, v)| *v == version).map(|(on, _)| *on),
            missing: signed.missing.iter().map(&named).collect(),
            url: format!("{ROOT}/reports/{}?version={version}", opened.meta.case),
        })
    };
    Ok((1..=report.version()).rev().filter_map(one).collect())
}
