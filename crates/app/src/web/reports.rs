//! Quarterly reports: the board of a quarter, and the routes of everything below it.

mod cell;
mod export;
mod grid;
mod import;
pub(in crate::web) mod nation;
mod note;
mod save;
mod talk;
mod versions;

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, State},
    response::Response,
    routing::{get, post},
};
use jiff::civil::Date;
use law::{
    bodies::BodyKind,
    case::Role,
    ch3_reports::{FormId, report::Stage},
    term::Quarter,
};
use serde::Deserialize;
use store::reports::{ReportMeta, board};

use super::{
    case::Crumb,
    duties::left,
    error::Failure,
    form::Choice,
    page::{Page, Visitor, html},
};
use crate::{
    app::Shared,
    door::{self, Desk},
    reports::{self, beside::earlier, labels::Labels},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/reports", get(page))
        .route("/reports/nation", get(nation::page))
        .route("/reports/nation/{file}", get(nation::file))
        .route("/reports/yearly/{file}", get(nation::yearly))
        .route("/reports/{case}", get(grid::page))
        .route("/reports/{case}/cells", post(save::cells))
        .route("/reports/{case}/lines", post(save::lines))
        .route("/reports/{case}/dashes", post(save::dashes))
        .route("/reports/{case}/figures", post(save::figures))
        .route("/reports/{case}/comment", post(talk::comment))
        .route("/reports/{case}/remark", post(talk::remark))
        .route("/reports/{case}/cell", get(cell::page))
        .route("/reports/{case}/note", get(note::form).post(note::save))
        .route("/reports/{case}/import", get(import::form).post(import::dry_run))
        .route("/reports/{case}/import/confirm", post(import::confirm))
        .route("/reports/{case}/versions", get(versions::page))
        .route("/reports/{case}/export/{file}", get(export::file))
}

/// A report before this person.
pub(super) struct Opened {
    pub desk: Desk,
    pub meta: ReportMeta,
    /// Whether this person may change its cells now.
    pub fills: bool,
    /// Whether this person may remark on it now.
    pub remarks: bool,
}

/// The report, if this person may read it.
pub(super) async fn open(app: &Shared, visitor: &Visitor, case: &str) -> Result<Opened, Failure> {
    let actor = &visitor.signed()?.actor;
    let meta = board::find(&app.db, &door::viewer(app, actor), case).await?.ok_or(Failure::NotFound)?;
    let desk = door::open(app, actor, case).await?.ok_or(Failure::NotFound)?;
    let own = actor.body == meta.body;
    let fills = own && actor.role == Role::ReportExecutor && meta.stage.open();
    let remarks = reports::remarks(actor, &meta, &desk.case);
    Ok(Opened { fills, remarks, desk, meta })
}

/// The way to the pages of a report.
pub(super) fn crumbs(app: &Shared, visitor: &Visitor, meta: &ReportMeta) -> Vec<Crumb> {
    vec![
        Crumb { label: visitor.words.t("nav-reports"), href: format!("/reports?quarter={}", meta.quarter) },
        Crumb { label: title(app, visitor, meta), href: format!("/reports/{}", meta.case) },
    ]
}

/// «1-мқ, 2026 жылғы 3 тоқсан – Орган».
pub(in crate::web) fn title(app: &Shared, visitor: &Visitor, meta: &ReportMeta) -> String {
    let registry = app.registry();
    let labels = Labels { words: &visitor.words, registry: &registry, form: meta.form, quarter: meta.quarter };
    format!("{}, {}", meta.form.index(), labels.period())
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    quarter: String,
    #[serde(default)]
    form: String,
    #[serde(default)]
    territory: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    state: String,
}

#[derive(Template)]
#[template(path = "reports.html")]
struct BoardPage {
    page: Page,
    period: String,
    quarters: Vec<Choice>,
    forms: Vec<Choice>,
    territories: Vec<Choice>,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
    mine: Vec<Line>,
    counts: Vec<Count>,
    completeness: String,
    timeliness: String,
    groups: Vec<Group>,
    lines: Vec<Line>,
    shown: String,
    filtered: bool,
    nation: bool,
}

struct Line {
    href: String,
    body: String,
    form: String,
    stage: String,
    kind: &'static str,
    due: String,
    left: String,
    left_kind: &'static str,
    submitted: String,
    late: bool,
}

struct Count {
    label: String,
    value: String,
    kind: &'static str,
    href: String,
}

/// A territory of the board.
struct Group {
    name: String,
    href: String,
    owed: usize,
    accepted: usize,
    submitted: usize,
    returned: usize,
    missing: usize,
    late: usize,
}

/// The page of a report; none as long as it is its own body's alone.
pub(in crate::web) fn address_of(meta: &ReportMeta, viewer: &str) -> String {
    let open = meta.body == viewer || meta.first_submitted.is_some();
    if open { format!("/reports/{}", meta.case) } else { String::new() }
}

/// What the board calls the state of a report.
pub(in crate::web) fn state(meta: &ReportMeta, today: Date) -> &'static str {
    match meta.stage {
        Stage::Accepted | Stage::CorrectionAsked => "accepted",
        Stage::Submitted => "submitted",
        Stage::Returned | Stage::Correcting => "returned",
        _ if today > meta.due => "missing",
        _ => "due",
    }
}

const STATES: [&str; 6] = ["due", "submitted", "returned", "accepted", "missing", "late"];

/// In time of those due: of none it is a dash, and never more than a hundred per cent.
fn percent(part: usize, of: usize) -> String {
    let share = (part.min(of) * 100).checked_div(of);
    share.map_or_else(|| "–".into(), |share| format!("{share} %"))
}

async fn page(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let (registry, today, law) = (app.registry(), app.clock.today(), app.law());
    let Some(now) = Quarter::of(today) else { return Err(Failure::NotFound) };
    let reporting = earlier(now)[1].unwrap_or(now);
    let quarter: Quarter = asked.quarter.parse().unwrap_or(reporting);
    let viewer = door::viewer(&app, &signed.actor);
    let all = board::quarter(&app.db, &viewer, quarter).await?;
    let labels = |form| Labels { words, registry: &registry, form, quarter };
    let line = |meta: &ReportMeta| {
        let word = state(meta, today);
        let late = meta.first_submitted.unwrap_or(today) > meta.due;
        let open = meta.first_submitted.is_none();
        let (text, kind) = if open { left(words, &law, today, meta.due) } else { (String::new(), "") };
        Line {
            href: address_of(meta, &signed.actor.body),
            body: registry.name(&meta.body, words.lang),
            form: meta.form.index().to_owned(),
            stage: words.t(&format!("report-stage-{}", meta.stage.word())),
            kind: match word {
                "accepted" => "done",
                "submitted" => "now",
                "returned" | "missing" => "late",
                _ => "ahead",
            },
            due: words.date(meta.due),
            left: text,
            left_kind: kind,
            submitted: meta.first_submitted.map(|d| words.date(d)).unwrap_or_default(),
            late: late && !open,
        }
    };
    let territory = |meta: &ReportMeta| registry.tree.get(&meta.body).map(|b| b.territory.clone()).unwrap_or_default();
    let kind = |meta: &ReportMeta| registry.tree.get(&meta.body).map_or("", |b| b.kind.word());
    let own = |m: &&ReportMeta| m.body == signed.actor.body;
    let others: Vec<&ReportMeta> = all
        .iter()
        .filter(|m| !own(m))
        .filter(|m| asked.form.is_empty() || m.form.word() == asked.form)
        .filter(|m| asked.territory.is_empty() || territory(m) == asked.territory)
        .filter(|m| asked.kind.is_empty() || kind(m) == asked.kind)
        .collect();
    let late = |m: &ReportMeta| m.first_submitted.is_some_and(|d| d > m.due);
    let of_state =
        |word: &str| others.iter().filter(|m| if word == "late" { late(m) } else { state(m, today) == word }).count();
    let submitted = others.iter().filter(|m| m.first_submitted.is_some()).count();
    let due_by_now = others.iter().filter(|m| m.first_submitted.is_some() || today > m.due).count();
    let in_time = others.iter().filter(|m| m.first_submitted.is_some() && !late(m)).count();
    let address = |state: &str, place: &str| {
        let pairs = [
            ("quarter", quarter.to_string()),
            ("form", asked.form.clone()),
            ("territory", if place.is_empty() { asked.territory.clone() } else { place.to_owned() }),
            ("kind", asked.kind.clone()),
            ("state", state.to_owned()),
        ];
        let pairs = pairs.into_iter().filter(|(_, v)| !v.is_empty()).collect::<Vec<_>>();
        format!("/reports?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    };
    let counts = STATES
        .into_iter()
        .map(|word| Count {
            label: words.t(&format!("board-{word}")),
            value: of_state(word).to_string(),
            kind: if matches!(word, "missing" | "late") && of_state(word) > 0 { "late" } else { "" },
            href: address(word, ""),
        })
        .collect();
    let mut by_place: BTreeMap<String, Group> = BTreeMap::new();
    for meta in &others {
        let place = territory(meta);
        let group = by_place.entry(place.clone()).or_insert_with(|| Group {
            name: words.t(&format!("territory-{place}")),
            href: address("", &place),
            owed: 0,
            accepted: 0,
            submitted: 0,
            returned: 0,
            missing: 0,
            late: 0,
        });
        group.owed += 1;
        group.late += usize::from(late(meta));
        match state(meta, today) {
            "accepted" => group.accepted += 1,
            "submitted" => group.submitted += 1,
            "returned" => group.returned += 1,
            "missing" => group.missing += 1,
            _ => {}
        }
    }
    let wanted = |m: &&&ReportMeta| match asked.state.as_str() {
        "" => true,
        "late" => late(m),
        word => state(m, today) == word,
    };
    const MOST: usize = 500;
    let filtered = [&asked.form, &asked.territory, &asked.kind, &asked.state].iter().any(|f| !f.is_empty());
    let few = by_place.len() < 2;
    let matching: Vec<&&ReportMeta> = others.iter().filter(wanted).collect();
    let choice = |value: &str, label: String, chosen: bool| Choice {
        value: value.to_owned(),
        label,
        hint: String::new(),
        chosen,
    };
    let mut quarters = board::quarters(&app.db).await?;
    if !quarters.contains(&quarter) {
        quarters.insert(0, quarter);
    }
    let territories: std::collections::BTreeSet<String> = all.iter().map(territory).collect();
    let kinds: std::collections::BTreeSet<&str> = all.iter().map(kind).collect();
    html(&BoardPage {
        page: visitor.page(&app).await?,
        period: labels(FormId::Central).period(),
        quarters: quarters
            .into_iter()
            .map(|q| {
                let period = Labels { words, registry: &registry, form: FormId::Central, quarter: q }.period();
                choice(&q.to_string(), period, q == quarter)
            })
            .collect(),
        forms: FormId::ALL.map(|f| choice(f.word(), f.index().to_owned(), f.word() == asked.form)).into(),
        territories: territories
            .iter()
            .map(|t| choice(t, words.t(&format!("territory-{t}")), *t == asked.territory))
            .collect(),
        kinds: BodyKind::ALL
            .into_iter()
            .filter(|k| kinds.contains(k.word()))
            .map(|k| choice(k.word(), words.t(&format!("body-kind-{}", k.word())), k.word() == asked.kind))
            .collect(),
        states: STATES.map(|s| choice(s, words.t(&format!("board-{s}")), s == asked.state)).into(),
        mine: all.iter().filter(own).map(line).collect(),
        counts,
        completeness: percent(submitted, others.len()),
        timeliness: percent(in_time, due_by_now),
        groups: if few || filtered { Vec::new() } else { by_place.into_values().collect() },
        shown: matching.len().to_string(),
        lines: if filtered || few { matching.into_iter().take(MOST).map(|m| line(m)).collect() } else { Vec::new() },
        filtered,
        nation: registry.tree.agency().is_some_and(|a| a.id == signed.actor.body),
    })
}

/// The id of a report's case in an address.
pub(super) type Id = Path<String>;
