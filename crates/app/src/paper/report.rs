//! A report as paper: form, analytical note, list of the evidence, signatures.

use std::collections::{BTreeSet, HashMap};

use documents::{
    Evidence, Line, Note, NoteSection, ReportPaper, ReportRow, ReportSection, ReportTable, Signer, SmallTable,
    TableHead,
};
use law::{
    case::CaseFile,
    ch3_reports::{
        Cell, Place,
        form::{Columns, Lines, Row},
        sheet::{Inputs, LineKey, numbers, quarter_number},
    },
};
use store::reports::talk::NoteText;

use crate::{
    registry::{Named, Registry},
    reports::{
        Filled,
        labels::{Labels, thousands},
        note::{headings, rows},
    },
    words::{Arg, Speaker},
};

/// All that the paper of a report is drawn from.
pub struct ReportPress<'a> {
    pub words: &'a Speaker,
    pub registry: &'a Registry,
    pub case: &'a CaseFile,
    pub filled: &'a Filled,
    pub people: &'a HashMap<String, Named>,
    pub note: &'a [NoteText],
    /// Name, size in bytes and digest of each file.
    pub files: &'a [(String, i64, String)],
    pub demo: bool,
}

impl ReportPress<'_> {
    fn labels(&self) -> Labels<'_> {
        let meta = &self.filled.meta;
        Labels { words: self.words, registry: self.registry, form: meta.form, quarter: meta.quarter }
    }

    fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// The package: a draft where it is not frozen.
    pub fn paper(&self) -> ReportPaper {
        let (meta, labels) = (&self.filled.meta, self.labels());
        let line = |label: &str, value: String| Line { label: self.t(label), value };
        let signature = self.filled.version.and_then(|v| self.case.report()?.signature(v));
        let contact = |of: fn(&law::ch3_reports::report::Signature) -> &String| {
            signature.map(|(_, _, s)| of(s).clone()).unwrap_or_default()
        };
        let mut marks = Vec::new();
        if let Some((_, _, signed)) = signature {
            let version = [("version", i64::from(signed.version).into())];
            marks.push(Line { label: self.words.with("report-version", &version), value: String::new() });
            marks.push(Line { label: "SHA-256".into(), value: signed.whole.clone() });
        }
        ReportPaper {
            name: format!(
                "{}, {}, {}",
                meta.form.index(),
                labels.period(),
                self.registry.name(&meta.body, self.words.lang)
            ),
            annex: self.t(&format!("form-annex-{}", meta.form)),
            form_mark: self.t("form-head-form"),
            head: vec![
                line("form-head-addressee", labels.of_form("addressee")),
                line("form-head-title", labels.of_form("title")),
                line("form-head-index", labels.of_form("index")),
                line("form-head-period", self.t("form-head-quarterly")),
                line("form-head-reporting", labels.period()),
                line("form-head-reporters", labels.of_form("reporters")),
                line("form-head-due", labels.of_form("due")),
            ],
            data_title: labels.of_form("data"),
            tables: self.tables(),
            foot: vec![
                line("form-foot-body", self.registry.name(&meta.body, self.words.lang)),
                line("form-foot-address", self.registry.address(&meta.body, self.words.lang)),
                line("form-foot-phone", contact(|s| &s.phone)),
                line("form-foot-email", contact(|s| &s.email)),
            ],
            executor: self.signer("form-foot-executor", signature.map(|(on, person, _)| (*on, person)), true),
            head_person: self.signer("form-foot-head", self.head_signature(), false),
            date: signature.map(|(on, ..)| self.words.date(*on)).unwrap_or_default(),
            seal: self.t("form-foot-seal"),
            note: self.note(),
            evidence: self.evidence(),
            marks,
            draft: signature.is_none().then(|| self.t("report-stage-draft")),
            demo: self.demo.then(|| self.t("ui-demo")),
        }
    }

    /// The head's signature of the version that is shown.
    fn head_signature(&self) -> Option<(jiff::civil::Date, &law::case::actor::Person)> {
        let report = self.case.report()?;
        let now = self.filled.version == Some(report.version());
        report.countersigned.as_ref().filter(|_| now).map(|(on, person)| (*on, person))
    }

    fn signer(
        &self,
        label: &str,
        signed: Option<(jiff::civil::Date, &law::case::actor::Person)>,
        phone: bool,
    ) -> Signer {
        let named = signed.and_then(|(_, p)| self.people.get(&p.user));
        let lang = self.words.lang;
        let name = named.map(|n| n.name(lang)).or_else(|| signed.map(|(_, p)| p.name.clone()));
        let position = named.map(|n| n.position(lang)).or_else(|| signed.map(|(_, p)| p.position.clone()));
        let mark = |on| self.words.with("report-signed-mark", &[("on", Arg::Date(on))]);
        Signer {
            label: self.t(label),
            name: name.unwrap_or_default(),
            position: position.unwrap_or_default(),
            mark: signed.map(|(on, _)| mark(on)).unwrap_or_default(),
            caption: self.t("form-foot-name"),
            signature_caption: self.t(if phone { "form-foot-signature-phone" } else { "form-foot-signature" }),
        }
    }

    fn tables(&self) -> Vec<ReportTable> {
        let form = self.filled.whole.definition();
        let mut tables: Vec<(Columns, ReportTable)> = Vec::new();
        for (at, number) in form.sections.iter().enumerate() {
            let Some(columns) = form.of_section(at).next().map(|(_, r)| r.columns) else { continue };
            let title = match number.is_empty() {
                true => String::new(),
                false => {
                    let key = format!("section-{}", number.replace('.', "-"));
                    format!("{number}. {}", self.labels().of_form(&key))
                }
            };
            let section = ReportSection { title, rows: self.rows(at) };
            match tables.last_mut().filter(|(last, _)| *last == columns) {
                Some((_, table)) => table.sections.push(section),
                None => tables.push((columns, ReportTable { sections: vec![section], head: self.head(columns) })),
            }
        }
        tables.into_iter().map(|(_, table)| table).collect()
    }

    fn head(&self, columns: Columns) -> TableHead {
        let month_names = ["form-month-1", "form-month-2", "form-month-3"].map(|k| self.t(k)).into();
        let quarter = self.labels().column("q");
        let (number, measures) = (self.t("form-number"), self.t("form-measures"));
        let (months, all) = (self.t("form-months"), self.t("form-all"));
        match columns {
            Columns::Months => TableHead::Months { number, measures, months, month_names, all, quarter },
            Columns::MonthsByPerson => TableHead::MonthsByPerson {
                number,
                measures,
                months,
                month_names,
                all,
                quarter,
                natural: self.t("form-natural"),
                legal: self.t("form-legal"),
            },
            Columns::Results => TableHead::Results {
                labels: [
                    "form-line-number",
                    "form-provider",
                    "form-service",
                    "form-total",
                    "form-refused",
                    "form-refused-reason",
                    "form-late",
                    "form-late-reason",
                ]
                .map(|k| self.t(k))
                .into(),
            },
        }
    }

    fn rows(&self, section: usize) -> Vec<ReportRow> {
        let whole = &self.filled.whole;
        let mut found = Vec::new();
        for (at, row) in whole.definition().of_section(section) {
            let results = row.columns == Columns::Results;
            let mut cells = shown(row, &whole.inputs(at));
            if results {
                cells = with_reasons(cells, ["", ""]);
            }
            found.push(ReportRow {
                number: format!("{}.", row.number),
                label: self.labels().row(row),
                second: String::new(),
                line: false,
                total: results || !matches!(row.holds, law::ch3_reports::form::Holds::Numbers) && row.depth() == 0,
                cells,
            });
            let Some(lines) = row.lines() else { continue };
            let keys: BTreeSet<&LineKey> = whole.rows[at].lines.keys().collect();
            for (n, key) in keys.into_iter().enumerate() {
                found.push(self.line(row, lines, key, &whole.rows[at].lines[key], n + 1));
            }
        }
        found
    }

    fn line(
        &self,
        row: &Row,
        lines: Lines,
        key: &LineKey,
        line: &law::ch3_reports::sheet::Line,
        n: usize,
    ) -> ReportRow {
        let labels = self.labels();
        let cells = shown(row, &line.cells);
        if lines != Lines::ProviderAndService {
            let label = labels.line(lines, key);
            return ReportRow { number: String::new(), label, second: String::new(), line: true, total: false, cells };
        }
        let lang = self.words.lang;
        let place = |column| Place::new(row.number, key.word(), column);
        let reason = |column| self.filled.whole.reason(&place(column)).to_owned();
        let reasons = ["refused-reason", "late-reason"].map(reason);
        ReportRow {
            number: format!("{}.{n}", row.number),
            label: self.registry.name(&key.first, lang),
            second: self.registry.service(&key.second, lang),
            line: true,
            total: false,
            cells: with_reasons(cells, [&reasons[0], &reasons[1]]),
        }
    }

    fn note(&self) -> Option<Note> {
        let meta = &self.filled.meta;
        let lang = self.words.lang.code();
        let labels = self.labels();
        let text = |key: &str| {
            let of = |code: &str| self.note.iter().find(|t| t.heading == key && t.language == code);
            of(lang).filter(|t| !t.text.trim().is_empty()).or_else(|| of("kk")).map(|t| t.text.clone())
        };
        if self.note.is_empty() {
            return None;
        }
        let sections = headings(meta.form, meta.quarter).into_iter().map(|h| {
            let figures: Vec<Vec<String>> = rows(&self.filled.whole, &h.key)
                .into_iter()
                .filter(|_| h.text)
                .map(|(at, row)| {
                    let count = quarter_number(row, &self.filled.whole.inputs(at));
                    vec![row.number.to_owned(), labels.row(row), cell(count)]
                })
                .collect();
            let header = ["form-number", "form-measures", "report-value"].map(|k| self.t(k));
            NoteSection {
                heading: labels.of_form(&format!("analysis-{}", h.key)),
                depth: h.depth,
                text: text(&h.key).filter(|_| h.text).unwrap_or_default(),
                table: (!figures.is_empty()).then(|| SmallTable { header: header.into(), rows: figures }),
            }
        });
        Some(Note {
            title: labels.of_form("analysis-title"),
            subtitle: format!("{}, {}", self.registry.name(&meta.body, self.words.lang), labels.period()),
            sections: sections.collect(),
        })
    }

    fn evidence(&self) -> Option<Evidence> {
        if self.files.is_empty() {
            return None;
        }
        let header = ["№", "", "", "SHA-256"].map(str::to_owned);
        let mut header: Vec<String> = header.into();
        header[1] = self.t("report-evidence-name");
        header[2] = self.t("report-evidence-size");
        let row = |(n, (name, size, digest)): (usize, &(String, i64, String))| {
            vec![(n + 1).to_string(), name.clone(), thousands(u64::try_from(*size).unwrap_or(0)), digest.clone()]
        };
        Some(Evidence {
            title: self.t("report-evidence"),
            header,
            rows: self.files.iter().enumerate().map(row).collect(),
        })
    }
}

fn cell(cell: Cell) -> String {
    cell.count().map_or_else(|| cell.to_string(), thousands)
}

fn shown(row: &Row, inputs: &Inputs) -> Vec<String> {
    numbers(row, inputs).into_iter().map(cell).collect()
}

/// Total, refused, why, late, why.
fn with_reasons(cells: Vec<String>, reasons: [&str; 2]) -> Vec<String> {
    let [total, refused, late] = <[String; 3]>::try_from(cells).unwrap_or_default();
    vec![total, refused, reasons[0].to_owned(), late, reasons[1].to_owned()]
}
