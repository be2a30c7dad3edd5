//! The cells of a section, drawn: what was entered, what follows, what came from below, what is wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use law::ch3_reports::{
    Cell, Place, Sheet,
    checks::Check,
    form::{Columns, Holds, Lines, Row},
    sheet::{Inputs, Line, LineKey, of_column},
};

use super::Around;
use crate::reports::{
    Filled,
    labels::{Labels, thousands},
};

/// The head and the rows of a table.
pub(super) struct Table {
    pub kind: &'static str,
    pub months: Vec<String>,
    pub quarter: String,
    pub rows: Vec<GridRow>,
}

pub(super) struct GridRow {
    pub id: String,
    pub number: String,
    pub row: String,
    pub line: String,
    pub label: String,
    pub help: String,
    pub depth: usize,
    pub total: bool,
    pub cells: Vec<GridCell>,
    /// `service`, `system`, `provider`: what is asked to add a line under it.
    pub adds: &'static str,
    pub removable: bool,
}

pub(in crate::web::reports) struct GridCell {
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

/// The name of a cell in forms: row, line, column.
pub(in crate::web::reports) fn cell_name(place: &Place) -> String {
    format!("{}!{}!{}", place.row, place.line, place.column)
}

/// The place of a name; none where it is no name of a cell.
pub(in crate::web::reports) fn named(name: &str) -> Option<Place> {
    let (row, rest) = name.split_once('!')?;
    let (line, column) = rest.rsplit_once('!')?;
    Some(Place::new(row, line, column))
}

/// The id of a cell on the page: letters, digits and hyphens, different for different lines.
pub(in crate::web::reports) fn cell_id(place: &Place) -> String {
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

pub(super) fn table(
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
    Table { kind, months: ["m1", "m2", "m3"].map(|m| labels.column(m)).into(), quarter: labels.column("q"), rows }
}

/// Draws the cells of a report.
pub(in crate::web::reports) struct Painter<'a> {
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
        for finding in around.findings.iter().filter(|f| f.check != Check::Filled) {
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
        let cells = |line: Option<&Line>| line.map(|l| l.cells).unwrap_or_default();
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

    pub fn cell(&self, place: &Place, value: Cell, whole: Cell, input: bool) -> GridCell {
        let shown = |cell: Cell| cell.count().map_or_else(|| cell.to_string(), thousands);
        let consolidates = self.filled.consolidates();
        let (wrong, kind) = self.wrong.get(place).cloned().unwrap_or_default();
        let before = |sheet: &Option<Sheet>, key: &str| {
            let value = sheet.as_ref().map(|s| s.value(place)).filter(|v| v.filled())?;
            Some(format!("{}: {}", self.labels.words.t(key), shown(value)))
        };
        let before =
            [before(&self.around.quarter_ago, "report-quarter-ago"), before(&self.around.year_ago, "report-year-ago")];
        let said = self.around.comments.iter().find(|c| c.key == place.comment_key());
        let said = said.map(|c| format!("{}: {}", self.labels.words.t("report-comment"), c.text));
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
            before: before.into_iter().flatten().chain(said).collect::<Vec<_>>().join("; "),
            wrong,
            kind,
            remarked: self.remarked.get(place).cloned().unwrap_or_default(),
            href: format!(
                "/reports/{}/cell?{}",
                self.case,
                serde_urlencoded::to_string([("row", &place.row), ("line", &place.line), ("column", &place.column),])
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

/// The numbers of a section by the names of their cells: what a save answers with.
pub(in crate::web::reports) fn values(filled: &Filled, section: usize) -> BTreeMap<String, String> {
    let form = filled.own.definition();
    let shown = |cell: Cell| cell.count().map_or_else(|| cell.to_string(), thousands);
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
