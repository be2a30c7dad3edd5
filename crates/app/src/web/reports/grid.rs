//! The form as a grid, one section at a time: what was entered, what follows, what came from below, what is wrong.

mod lists;
mod paint;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use law::{
    case::step::{self, Offer},
    ch3_reports::{
        Place, Sheet,
        checks::{Check, Finding, Kind},
        report::{Comment, Remark},
    },
};
use serde::Deserialize;
use store::reports::talk;

use lists::{providers, services, systems};
pub(super) use paint::{Painter, cell_id, cell_name, named, values};
use paint::{Table, table};

use super::{Id, Opened, open, title};
use crate::{
    app::Shared,
    reports::{self, Filled, beside, labels::Labels, own},
    web::{
        case::Crumb,
        error::Failure,
        form::Choice,
        page::{Page, Visitor, html},
    },
};

#[derive(Deserialize, Default)]
pub struct Asked {
    /// The section by place, from 1.
    #[serde(default)]
    section: Option<usize>,
    /// A frozen version instead of the cells in hand.
    #[serde(default)]
    version: Option<u32>,
}

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Page,
    case: String,
    title: String,
    body: String,
    crumbs: Vec<Crumb>,
    stage: String,
    stage_kind: &'static str,
    due: String,
    why: String,
    steps: Vec<StepLink>,
    tabs: Vec<Tab>,
    section: usize,
    section_title: String,
    data_title: String,
    table: Table,
    fills: bool,
    remarks: bool,
    frozen: String,
    versioned: Vec<Choice>,
    errors: Vec<FindingLine>,
    warnings: Vec<FindingLine>,
    unfilled: usize,
    more: usize,
    returned: Vec<RemarkLine>,
    reason: String,
    missing: Vec<String>,
    parts: usize,
    proposals: usize,
    services: Vec<Choice>,
    systems: Vec<String>,
    providers: Vec<Choice>,
    evidence: usize,
    note_ready: bool,
    query: String,
}

struct StepLink {
    href: String,
    label: String,
    signs: bool,
    ready: bool,
    why: String,
}

struct Tab {
    label: String,
    title: String,
    href: String,
    current: bool,
    wrong: usize,
}

pub(super) struct FindingLine {
    pub place: String,
    pub text: String,
    pub href: String,
    pub key: String,
    pub said: String,
}

struct RemarkLine {
    place: String,
    text: String,
    href: String,
}

/// The section a row stands in, from 1.
pub(super) fn section_of(form: &law::ch3_reports::Form, row: &str) -> usize {
    form.row(row).map_or(1, |r| r.section + 1)
}

/// What is known of a report while its cells are shown.
pub(super) struct Around {
    pub findings: Vec<Finding>,
    pub comments: Vec<Comment>,
    pub remarks: Vec<Remark>,
    pub year_ago: Option<Sheet>,
    pub quarter_ago: Option<Sheet>,
}

pub(super) async fn around(app: &Shared, opened: &Opened, filled: &Filled) -> Result<Around, Failure> {
    let known = beside::of(app, filled).await?;
    let findings = law::ch3_reports::checks::check(&filled.own, &filled.whole, &known.beside());
    let signed = filled.version.and_then(|v| opened.desk.case.report()?.signature(v));
    let comments = match signed {
        Some((_, _, signature)) => signature.comments.clone(),
        None => talk::comments(&app.db, &opened.meta.case).await?,
    };
    let report = opened.desk.case.report();
    let sent = report.and_then(|r| r.returns.last()).map(|(_, r)| r.remarks.clone()).unwrap_or_default();
    let remarks = if opened.remarks {
        talk::remarks(&app.db, &opened.meta.case, opened.meta.version).await?
    } else if opened.meta.stage.open() {
        sent
    } else {
        Vec::new()
    };
    Ok(Around { findings, comments, remarks, year_ago: known.year_ago, quarter_ago: known.quarter_ago })
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    axum::extract::Path(case): Id,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let opened = open(&app, &visitor, &case).await?;
    let Opened { desk, meta, fills, remarks } = &opened;
    let words = &visitor.words;
    let filled = reports::shown(&app, &desk.actor, meta, &desk.case, asked.version).await?;
    let fills = *fills && filled.version.is_none();
    let around = around(&app, &opened, &filled).await?;
    let registry = app.registry();
    let labels = Labels { words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let form = filled.own.definition();
    let section = asked.section.unwrap_or(1).clamp(1, form.sections.len());
    let query = asked.version.map(|v| format!("&version={v}")).unwrap_or_default();
    let place_href =
        |place: &Place| format!("/reports/{case}?section={}{query}#{}", section_of(form, &place.row), cell_id(place));
    let finding = |f: &Finding| FindingLine {
        place: labels.place(&f.place),
        text: labels.finding(f),
        href: place_href(&f.place),
        key: f.key(),
        said: around.comments.iter().find(|c| c.key == f.key()).map(|c| c.text.clone()).unwrap_or_default(),
    };
    let told = |f: &&Finding| f.kind() == Kind::Error && f.check != Check::Filled;
    const MOST: usize = 50;
    let errors: Vec<FindingLine> = around.findings.iter().filter(told).map(finding).collect();
    let warnings = around.findings.iter().filter(|f| f.kind() == Kind::Warning).map(finding).collect();
    let unfilled = around.findings.iter().filter(|f| f.check == Check::Filled).count();
    let report = desk.case.report();
    let last_return = report.and_then(|r| r.returns.last()).filter(|_| meta.stage.open());
    let duty = desk.case.duties(&desk.law).into_iter().next();
    let proposals = if fills { waiting_proposals(&app, &filled).await? } else { 0 };
    let note = talk::note(&app.db, &case).await?;
    let steps = steps(&visitor, &opened);
    let versions = (1..=reports::last_seen(&desk.actor, meta, &desk.case)).rev().map(|v| Choice {
        value: v.to_string(),
        label: words.with("report-version", &[("version", i64::from(v).into())]),
        hint: String::new(),
        chosen: filled.version == Some(v),
    });
    html(&ReportPage {
        page: visitor.page(&app).await?.under("/reports"),
        title: title(&app, &visitor, meta),
        body: registry.name(&meta.body, words.lang),
        crumbs: vec![Crumb { label: words.t("nav-reports"), href: format!("/reports?quarter={}", meta.quarter) }],
        stage: words.t(&format!("report-stage-{}", meta.stage.word())),
        stage_kind: if meta.stage == law::ch3_reports::report::Stage::Accepted { "done" } else { "now" },
        due: words.date(meta.due),
        why: duty.map(|d| format!("/cases/{case}/duties/{}/why", d.key)).unwrap_or_default(),
        steps,
        tabs: tabs(&labels, form, &around.findings, section, &case, &query),
        section,
        section_title: section_title(&labels, form, section),
        data_title: labels.of_form("data"),
        table: table(&labels, &filled, &around, section - 1, fills, &case),
        fills,
        remarks: *remarks,
        frozen: filled
            .version
            .map(|v| words.with("report-frozen", &[("version", i64::from(v).into())]))
            .unwrap_or_default(),
        versioned: versions.collect(),
        more: errors.len().saturating_sub(MOST),
        errors: errors.into_iter().take(MOST).collect(),
        warnings,
        unfilled,
        returned: around
            .remarks
            .iter()
            .map(|r| RemarkLine {
                place: r.place.as_ref().map(|p| labels.place(p)).unwrap_or_default(),
                text: r.text.clone(),
                href: r.place.as_ref().map(place_href).unwrap_or_default(),
            })
            .collect(),
        reason: last_return.map(|(_, r)| r.reason.clone()).unwrap_or_default(),
        missing: filled.missing.iter().map(|b| registry.name(b, words.lang)).collect(),
        parts: filled.parts.len(),
        proposals,
        services: if fills { services(&labels) } else { Vec::new() },
        systems: systems(&filled),
        providers: if fills && form.sections.len() == 1 { providers(&labels) } else { Vec::new() },
        evidence: store::files::digests(&app.db, &case).await?.len(),
        note_ready: reports::note::frozen_text(meta.form, meta.quarter, &note).is_some(),
        query,
        case,
    })
}

/// Figures of the system that nobody has entered yet.
async fn waiting_proposals(app: &Shared, filled: &Filled) -> Result<usize, Failure> {
    let figures = own::figures(app, &filled.meta).await?;
    let waiting = figures.iter().filter(|f| !filled.own.value(&f.place).filled()).count();
    let lines = filled.own.row("10").map(|(_, cells)| cells.lines.len()).unwrap_or(0);
    let services = own::services(app, &filled.meta).len();
    Ok(waiting + if lines == 0 { services } else { 0 })
}

fn steps(visitor: &Visitor, opened: &Opened) -> Vec<StepLink> {
    let (words, desk) = (&visitor.words, &opened.desk);
    let body = |id: &str| desk.registry.known(id, words.lang);
    let view = desk.view(None);
    let mut found = Vec::new();
    for step in desk.case.procedure.steps().iter().filter(|s| step::entitled(**s, &desk.case, &desk.actor)) {
        let (ready, why) = match step::offer(*step, &view) {
            Offer::Ready => (true, String::new()),
            Offer::NotYet(refusal) => (false, words.refusal(&refusal, &body)),
            Offer::Never => continue,
        };
        found.push(StepLink {
            href: format!("/cases/{}/steps/{}", desk.case.id, step.id()),
            label: words.t(&format!("step-{}", step.id())),
            signs: step.def().signs,
            ready,
            why,
        });
    }
    found.sort_by_key(|s| !s.ready);
    found
}

fn section_title(labels: &Labels, form: &law::ch3_reports::Form, section: usize) -> String {
    match form.sections.get(section - 1) {
        Some(number) if !number.is_empty() => {
            format!("{number}. {}", labels.of_form(&format!("section-{}", number.replace('.', "-"))))
        }
        _ => labels.of_form("data"),
    }
}

fn tabs(
    labels: &Labels,
    form: &law::ch3_reports::Form,
    findings: &[Finding],
    current: usize,
    case: &str,
    query: &str,
) -> Vec<Tab> {
    if form.sections.len() < 2 {
        return Vec::new();
    }
    let tab = |(at, number): (usize, &&str)| Tab {
        label: (*number).to_owned(),
        title: labels.of_form(&format!("section-{}", number.replace('.', "-"))),
        href: format!("/reports/{case}?section={}{query}", at + 1),
        current: at + 1 == current,
        wrong: findings.iter().filter(|f| section_of(form, &f.place.row) == at + 1).count(),
    };
    form.sections.iter().enumerate().map(tab).collect()
}
