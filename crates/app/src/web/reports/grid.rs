//! The form as a grid, one section at a time: what was entered, what follows, what came from below, what is wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use law::{
    case::step::{self, Offer},
    ch3_reports::{
        Place, Sheet,
        checks::{Finding, Kind},
        form::{Columns, Holds, Lines, Row},
        report::{Comment, Remark},
        sheet::{Inputs, LineKey, of_column},
    },
};
use serde::Deserialize;
use store::reports::talk;

use super::{Id, Opened, open, title};
use crate::{
    app::Shared,
    reports::{self, Filled, beside, labels::{Labels, thousands}, own},
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

/// The head and the rows of a table.
struct Table {
    kind: &'static str,
    months: Vec<String>,
    quarter: String,
    rows: Vec<GridRow>,
}

struct GridRow {
    id: String,
    number: String,
    row: String,
    line: String,
    label: String,
    help: String,
    depth: usize,
    total: bool,
    cells: Vec<GridCell>,
    /// `service`, `system`, `provider`: what is asked to add a line under it.
    adds: &'static str,
    removable: bool,
}

pub(super) struct GridCell {
    pub id: String,
    pub column: String,
    pub name: String,
    pub value: String,
    pub shown: String,
    pub n: i64,
    pub editable: bool,
    pub words: bool,
    pub derived: bool,
    /// The whole with what came from below.
    pub whole: String,
    pub before: String,
    pub wrong: Vec<String>,
    pub kind: &'static str,
    pub remarked: String,
    pub href: String,
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
    let filled = match asked.version.filter(|v| (1..=meta.version).contains(v)) {
        Some(version) => reports::frozen(&app, meta, &desk.case, version).await?,
        None => reports::shown(&app, &desk.actor, meta, &desk.case).await?,
    };
    let fills = *fills && filled.version.is_none();
    let around = around(&app, &opened, &filled).await?;
    let registry = app.registry();
    let labels = Labels { words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let form = filled.own.definition();
    let section = asked.section.unwrap_or(1).clamp(1, form.sections.len());
    let query = asked.version.map(|v| format!("&version={v}")).unwrap_or_default();
    let place_href = |place: &Place| {
        format!("/reports/{case}?section={}{query}#{}", section_of(form, &place.row), cell_id(place))
    };
    let finding = |f: &Finding| FindingLine {
        place: labels.place(&f.place),
        text: labels.finding(f),
        href: place_href(&f.place),
        key: f.key(),
        said: around.comments.iter().find(|c| c.key == f.key()).map(|c| c.text.clone()).unwrap_or_default(),
    };
    let told = |f: &&Finding| f.kind() == Kind::Error && f.check != law::ch3_reports::checks::Check::Filled;
    const MOST: usize = 50;
    let errors: Vec<FindingLine> = around.findings.iter().filter(told).map(finding).collect();
    let warnings = around.findings.iter().filter(|f| f.kind() == Kind::Warning).map(finding).collect();
    let unfilled = around.findings.iter().filter(|f| f.check == law::ch3_reports::checks::Check::Filled).count();
    let report = desk.case.report();
    let last_return = report.and_then(|r| r.returns.last()).filter(|_| meta.stage.open());
    let duty = desk.case.duties(&desk.law).into_iter().next();
    let proposals = if fills { waiting_proposals(&app, &filled).await? } else { 0 };
    let note = talk::note(&app.db, &case).await?;
    let steps = steps(&visitor, &opened);
    let versions = (1..=meta.version).rev().map(|v| Choice {
        value: v.to_string(),
        label: words.with("report-version", &[("version", i64::from(v).into())]),
        hint: String::new(),
        chosen: filled.version == Some(v),
    });
    html(&ReportPage {
        page: visitor.page(&app).await?.under("/reports"),
        title: title(&app, &visitor, meta),
        body: registry.name(&meta.body, words.lang),
        crumbs: vec![Crumb {
            label: words.t("nav-reports"),
            href: format!("/reports?quarter={}", meta.quarter),
        }],
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

/// The name of a cell in forms: row, line, column.
pub(super) fn cell_name(place: &Place) -> String {
    format!("{}!{}!{}", place.row, place.line, place.column)
}

/// The place of a name; none where it is no name of a cell.
pub(super) fn named(name: &str) -> Option<Place> {
    let (row, rest) = name.split_once('!')?;
    let (line, column) = rest.rsplit_once('!')?;
    Some(Place::new(row, line, column))
}

/// The id of a cell on the page: letters, digits and hyphens, different for different lines.
pub(super) fn cell_id(place: &Place) -> String {
    format!("c-{}-{}", row_id(&place.row, &place.line), place.column)
}

fn row_id(row: &str, line: &str) -> String {
    let plain = |text: &str| -> String {
        text.chars().fold(String::new(), |mut out, c| {
            if c.is_ascii_alphanumeric() {
                out.push(c);
            } else if c == '.' || c == '-' {
                out.push('-');
            } else {
                out.push_str(&format!("_{:x}", u32::from(c)));
            }
            out
        })
    };
    if line.is_empty() { plain(row) } else { format!("{}--{}", plain(row), plain(line)) }
}

fn table(
    labels: &Labels,
    filled: &Filled,
    around: &Around,
    section: usize,
    fills: bool,
    case: &str,
) -> Table {
    let form = filled.own.definition();
    let mut rows = Vec::new();
    let painter = Painter::new(labels, filled, around, fills, case);
    for (at, row) in form.of_section(section) {
        rows.push(painter.row(at, row));
        if let Some(lines) = row.lines() {
            let mut keys: BTreeSet<&LineKey> = filled.own.rows[at].lines.keys().collect();
            keys.extend(filled.whole.rows[at].lines.keys());
            rows.extend(keys.into_iter().map(|key| painter.line(at, row, lines, key)));
        }
    }
    let kind = match form.of_section(section).next().map(|(_, r)| r.columns) {
        Some(Columns::MonthsByPerson) => "persons",
        Some(Columns::Results) => "results",
        _ => "months",
    };
    Table {
        kind,
        months: ["m1", "m2", "m3"].map(|m| labels.column(m)).into(),
        quarter: labels.column("q"),
        rows,
    }
}

/// Draws the cells of a report.
pub(super) struct Painter<'a> {
    labels: &'a Labels<'a>,
    filled: &'a Filled,
    wrong: HashMap<Place, (Vec<String>, &'static str)>,
    remarked: HashMap<Place, String>,
    around: &'a Around,
    fills: bool,
    case: &'a str,
}

impl<'a> Painter<'a> {
    pub fn new(labels: &'a Labels, filled: &'a Filled, around: &'a Around, fills: bool, case: &'a str) -> Self {
        let mut wrong: HashMap<Place, (Vec<String>, &'static str)> = HashMap::new();
        for finding in around.findings.iter().filter(|f| f.check != law::ch3_reports::checks::Check::Filled) {
            let entry = wrong.entry(finding.place.clone()).or_default();
            entry.0.push(labels.finding(finding));
            if entry.1 != "error" {
                entry.1 = finding.kind().word();
            }
        }
        let remarked = around.remarks.iter().filter_map(|r| Some((r.place.clone()?, r.text.clone()))).collect();
        Self { labels, filled, wrong, remarked, around, fills, case }
    }

    fn row(&self, at: usize, row: &'static Row) -> GridRow {
        let own = self.filled.own.inputs(at);
        let whole = self.filled.whole.inputs(at);
        let lines = !self.filled.own.rows[at].lines.is_empty();
        let entered = match row.holds {
            Holds::Numbers => true,
            Holds::Lines(_) => !lines && row.columns != Columns::Results,
            Holds::Parts(_) => false,
        };
        GridRow {
            id: row_id(row.number, ""),
            number: row.number.to_owned(),
            row: row.number.to_owned(),
            line: String::new(),
            label: self.labels.row(row),
            help: self.labels.help(row),
            depth: row.depth(),
            total: !entered,
            cells: self.cells(row, "", &own, &whole, entered),
            adds: match row.lines().filter(|_| self.fills) {
                Some(Lines::Service) => "service",
                Some(Lines::ServiceAndSystem) => "system",
                Some(Lines::ProviderAndService) => "provider",
                None => "",
            },
            removable: false,
        }
    }

    fn line(&self, at: usize, row: &'static Row, lines: Lines, key: &LineKey) -> GridRow {
        let own = self.filled.own.rows[at].lines.get(key);
        let whole = self.filled.whole.rows[at].lines.get(key);
        let word = key.word();
        let cells = |line: Option<&law::ch3_reports::sheet::Line>| line.map(|l| l.cells).unwrap_or_default();
        let mut row_cells = self.cells(row, &word, &cells(own), &cells(whole), own.is_some());
        for column in row.columns.reasons() {
            let place = Place::new(row.number, word.clone(), *column);
            row_cells.push(self.words(&place, own.is_some()));
        }
        GridRow {
            id: row_id(row.number, &word),
            number: String::new(),
            row: row.number.to_owned(),
            label: self.labels.line(lines, key),
            help: String::new(),
            depth: 2,
            total: false,
            cells: row_cells,
            adds: "",
            removable: self.fills && own.is_some(),
            line: word,
        }
    }

    fn cells(&self, row: &'static Row, line: &str, own: &Inputs, whole: &Inputs, entered: bool) -> Vec<GridCell> {
        row.columns
            .numbers()
            .map(|column| {
                let derived = row.columns.input(column).is_none();
                let (value, all) = (of_column(row, own, column), of_column(row, whole, column));
                self.cell(&Place::new(row.number, line, column), value, all, entered && !derived)
            })
            .collect()
    }

    pub fn cell(
        &self,
        place: &Place,
        value: law::ch3_reports::Cell,
        whole: law::ch3_reports::Cell,
        input: bool,
    ) -> GridCell {
        let shown = |cell: law::ch3_reports::Cell| cell.count().map_or_else(|| cell.to_string(), thousands);
        let consolidates = self.filled.consolidates();
        let (wrong, kind) = self.wrong.get(place).cloned().unwrap_or_default();
        let before = |sheet: &Option<Sheet>, key: &str| {
            let value = sheet.as_ref().map(|s| s.value(place)).filter(|v| v.filled())?;
            Some(format!("{}: {}", self.labels.words.t(key), shown(value)))
        };
        let before = [
            before(&self.around.quarter_ago, "report-quarter-ago"),
            before(&self.around.year_ago, "report-year-ago"),
        ];
        // In the parent's own report a total shows the whole; a cell it fills shows its own number.
        let main = if input { value } else { whole };
        GridCell {
            id: cell_id(place),
            column: place.column.clone(),
            name: cell_name(place),
            value: value.to_string(),
            shown: shown(main),
            n: self.filled.written.get(place).copied().unwrap_or(0),
            editable: input && self.fills,
            words: false,
            derived: !input,
            whole: if consolidates && input && whole != value { shown(whole) } else { String::new() },
            before: before.into_iter().flatten().collect::<Vec<_>>().join("; "),
            wrong,
            kind,
            remarked: self.remarked.get(place).cloned().unwrap_or_default(),
            href: format!(
                "/reports/{}/cell?{}",
                self.case,
                serde_urlencoded::to_string([
                    ("row", &place.row),
                    ("line", &place.line),
                    ("column", &place.column),
                ])
                .unwrap_or_default()
            ),
        }
    }

    fn words(&self, place: &Place, input: bool) -> GridCell {
        let mut cell = self.cell(place, Default::default(), Default::default(), input);
        let sheet = if input { &self.filled.own } else { &self.filled.whole };
        cell.value = sheet.reason(place).to_owned();
        cell.shown = cell.value.clone();
        cell.words = true;
        cell
    }
}

fn services(labels: &Labels) -> Vec<Choice> {
    let mut found: Vec<Choice> = labels
        .registry
        .services
        .values()
        .map(|s| Choice {
            value: s.code.clone(),
            label: s.name.get(labels.words.lang.code()).to_owned(),
            hint: String::new(),
            chosen: false,
        })
        .collect();
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

fn providers(labels: &Labels) -> Vec<Choice> {
    let mut found: Vec<Choice> = labels
        .registry
        .bodies
        .keys()
        .map(|id| Choice {
            value: id.clone(),
            label: labels.registry.name(id, labels.words.lang),
            hint: String::new(),
            chosen: false,
        })
        .collect();
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

/// Information systems named in the report so far: offered again.
fn systems(filled: &Filled) -> Vec<String> {
    let form = filled.own.definition();
    let rows = form.rows.iter().enumerate().filter(|(_, r)| r.lines() == Some(Lines::ServiceAndSystem));
    let names: BTreeSet<String> =
        rows.flat_map(|(at, _)| filled.own.rows[at].lines.keys().map(|k| k.second.clone())).collect();
    names.into_iter().collect()
}

/// The numbers of a section by the names of their cells: what a save answers with.
pub(super) fn values(filled: &Filled, section: usize) -> BTreeMap<String, String> {
    let form = filled.own.definition();
    let shown = |cell: law::ch3_reports::Cell| cell.count().map_or_else(|| cell.to_string(), thousands);
    let mut found = BTreeMap::new();
    for (at, row) in form.of_section(section) {
        let mut put = |line: &str, inputs: &Inputs| {
            for column in row.columns.numbers() {
                let place = Place::new(row.number, line, column);
                found.insert(cell_name(&place), shown(of_column(row, inputs, column)));
            }
        };
        put("", &filled.whole.inputs(at));
        for (key, line) in &filled.whole.rows[at].lines {
            put(&key.word(), &line.cells);
        }
    }
    found
}
