//! One cell: what it is made of, who changed it, what it was before, and what is said to it.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use law::ch3_reports::Place;
use serde::Deserialize;
use store::reports::cells::history;

use super::{
    grid::{Painter, around, section_of},
    open, title,
};
use crate::{
    app::Shared,
    door,
    reports::{
        self,
        labels::{Labels, thousands},
        own,
    },
    web::{
        case::Crumb,
        error::Failure,
        page::{Page, Visitor, html},
    },
};

#[derive(Deserialize)]
pub struct Asked {
    row: String,
    #[serde(default)]
    line: String,
    column: String,
}

#[derive(Template)]
#[template(path = "report_cell.html")]
struct CellPage {
    page: Page,
    case: String,
    crumbs: Vec<Crumb>,
    section: usize,
    row: String,
    line: String,
    column: String,
    place: String,
    label: String,
    help: String,
    value: String,
    before: String,
    parts: Vec<Part>,
    sources: Vec<Source>,
    reckoned: String,
    history: Vec<Entry>,
    wrong: Vec<String>,
    remarked: String,
    remarks: bool,
    own: bool,
    /// What the executor says to the cell, under its key; whether this person may say it.
    comment: String,
    key: String,
    fills: bool,
}

/// A body's share of a number.
struct Part {
    name: String,
    value: String,
    href: String,
}

/// A case that the system counted.
struct Source {
    title: String,
    href: String,
    count: String,
}

struct Entry {
    at: String,
    who: String,
    from: String,
    to: String,
    way: String,
    why: String,
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let opened = open(&app, &visitor, &case).await?;
    let (words, meta) = (&visitor.words, &opened.meta);
    let filled = reports::shown(&app, &opened.desk.actor, meta, &opened.desk.case, None).await?;
    let place = Place::new(asked.row, asked.line, asked.column);
    let Some((row, _)) = filled.own.row(&place.row) else { return Err(Failure::NotFound) };
    let registry = app.registry();
    let labels = Labels { words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let around = around(&app, &opened, &filled).await?;
    let painter = Painter::new(&labels, &filled, &around, false, &case);
    let shown = |cell: law::ch3_reports::Cell| match cell.count() {
        Some(n) => thousands(n),
        None if cell.filled() => "-".to_owned(),
        None => words.t("report-unfilled"),
    };
    let cell = painter.cell(&place, filled.own.value(&place), filled.whole.value(&place), false);
    let mut parts = Vec::new();
    if filled.consolidates() {
        parts.push(Part {
            name: words.t("report-own-part"),
            value: shown(filled.own.value(&place)),
            href: String::new(),
        });
        for part in &filled.parts {
            let sheet = reports::sheet_of(&app, &part.whole).await?;
            let value = sheet.value(&place);
            let query = [("row", &place.row), ("line", &place.line), ("column", &place.column)];
            parts.push(Part {
                name: registry.name(&part.body, words.lang),
                value: if value.filled() { shown(value) } else { String::new() },
                href: format!("/reports/{}/cell?{}", part.case, serde_urlencoded::to_string(query).unwrap_or_default()),
            });
        }
    }
    let viewer = door::viewer(&app, &opened.desk.actor);
    let mut entries = Vec::new();
    for edit in history(&app.db, &viewer, &case, &place).await? {
        let who = store::users::get(&app.db, &edit.by_user).await?;
        entries.push(Entry {
            at: words.moment(edit.at),
            who: who.map(|u| u.name.get(words.lang.code()).to_owned()).unwrap_or_else(|| edit.by_user.clone()),
            from: edit.before,
            to: edit.value,
            way: words.t(&format!("report-way-{}", edit.way)),
            why: edit.why,
        });
    }
    let is_own = opened.desk.actor.body == meta.body;
    let figure = if is_own { own::figures(&app, meta).await?.into_iter().find(|f| f.place == place) } else { None };
    let mut sources = Vec::new();
    for (id, count) in figure.iter().flat_map(|f| &f.cases) {
        let found = store::cases::load(&app.db, id).await?;
        // What it is about is for those who may read it; its number is for whoever counts it.
        let reads = store::cases::find(&app.db, &viewer, id).await?.is_some();
        let title = |c: store::cases::CaseRow| match reads {
            true => format!("№ {} – {}", c.reference, c.meta.title),
            false => format!("№ {}", c.reference),
        };
        sources.push(Source {
            title: found.map(title).unwrap_or_else(|| id.clone()),
            href: format!("/cases/{id}"),
            count: count.to_string(),
        });
    }
    html(&CellPage {
        page: visitor.page(&app).await?.under("/reports"),
        crumbs: vec![
            Crumb { label: words.t("nav-reports"), href: format!("/reports?quarter={}", meta.quarter) },
            Crumb {
                label: title(&app, &visitor, meta),
                href: format!("/reports/{case}?section={}", section_of(filled.own.definition(), &place.row)),
            },
        ],
        section: section_of(filled.own.definition(), &place.row),
        label: labels.row(row),
        help: labels.help(row),
        place: labels.place(&place),
        value: shown(filled.whole.value(&place)),
        before: cell.before,
        parts,
        reckoned: figure.map(|f| f.value.to_string()).unwrap_or_default(),
        sources,
        history: entries,
        wrong: cell.wrong,
        remarked: cell.remarked,
        remarks: opened.remarks,
        own: is_own,
        comment: around
            .comments
            .iter()
            .find(|c| c.key == place.comment_key())
            .map(|c| c.text.clone())
            .unwrap_or_default(),
        key: place.comment_key(),
        fills: opened.fills,
        row: place.row,
        line: place.line,
        column: place.column,
        case,
    })
}
