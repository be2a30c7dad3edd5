//! `sapa report export`: what was signed last, or, of an open report, what its body has entered; printed, the whole
//! package of it.

use std::path::PathBuf;

use clap::Args;
use law::ch3_reports::{
    Sheet,
    form::Row,
    sheet::{Inputs, Line, numbers},
};
use serde_json::{Map, Value, json};
use store::{
    Db, StoreError,
    reports::{ReportMeta, board, cells, talk, versions},
};

use super::super::{Outcome, here::Here};
use crate::{
    app::App,
    door, excel,
    reports::{self, labels::Labels},
    words::Lang,
};

#[derive(Args)]
pub(in crate::cli) struct Export {
    /// 1-mq, 2-mq, 3-mq or 4-mq.
    form: String,
    /// 2026-Q3.
    #[arg(long)]
    quarter: String,
    /// Number or code of the body.
    #[arg(long)]
    body: String,
    /// The file to write; its ending tells how.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

#[derive(Clone, Copy)]
enum Kind {
    Workbook,
    Csv,
    Json,
    Print(documents::Language),
}

impl Export {
    pub async fn run(self, here: &Here) -> Outcome {
        let (form, quarter) = match super::form_and_quarter(here, &self.form, &self.quarter) {
            Ok(both) => both,
            Err(sentence) => return here.misuse(&sentence),
        };
        let file = self.output.display().to_string();
        let kind = match self.output.extension().and_then(|e| e.to_str()) {
            Some("xlsx") => Kind::Workbook,
            Some("csv") => Kind::Csv,
            Some("json") => Kind::Json,
            Some("pdf") => match here.words.lang {
                Lang::Kk => Kind::Print(documents::Language::Kk),
                Lang::Ru => Kind::Print(documents::Language::Ru),
                Lang::En => return here.misuse(&here.words.t("cli-report-no-language")),
            },
            _ => return here.misuse(&here.words.with("cli-report-not-an-ending", &[("value", file.into())])),
        };
        let db = here.open_ready(self.db.as_deref()).await?;
        let registry = super::registry(&db).await?;
        let row = super::body(&registry, &self.body).ok_or_else(|| here.sentence("cli-report-no-body", &self.body))?;
        let id = &row.body.id;
        let report = board::of(&db, id, form, quarter).await?;
        let report = report.ok_or_else(|| here.sentence("cli-report-no-report", &format!("{form} {quarter} {id}")))?;
        if let Kind::Print(language) = kind {
            let bytes = print(here, db, &report, language).await?;
            return super::written(here, &self.output, &bytes);
        }
        let sheet = sheet(&db, &report).await?;
        db.close().await;
        let words = &here.words;
        let labels = Labels { words, registry: &registry, form, quarter };
        let bytes = match kind {
            Kind::Workbook => {
                let head = super::head(&registry, row, words.lang);
                let (services, providers) =
                    (super::services(&registry, &[words.lang]), super::providers(&registry, &[words.lang]));
                excel::write(&labels, Some(&head), &sheet, &services, &providers)?
            }
            Kind::Csv => csv(&labels, &sheet)?,
            Kind::Json | Kind::Print(_) => serde_json::to_vec_pretty(&of_sheet(&labels, &sheet, id))?,
        };
        super::written(here, &self.output, &bytes)
    }
}

/// The package: the version signed last, or the draft.
async fn print(
    here: &Here,
    db: Db,
    report: &ReportMeta,
    language: documents::Language,
) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let app = App::start(db, here.config()?, here.outside.now, here.outside.entropy).await?;
    let row = store::cases::load(&app.db, &report.case).await?.ok_or(StoreError::NotFound("case"))?;
    let case = door::load(&app, &row).await?;
    let filled = if report.stage.open() {
        reports::in_hand(&app, report).await?
    } else {
        reports::frozen(&app, report, &case, report.version).await?
    };
    let note = reports::note_of(&app, &case, &filled).await?;
    let files = store::files::every(&app.db, &report.case).await?;
    let bytes = reports::print::package(&app, &case, &filled, &note, files, language).await?;
    app.db.close().await;
    Ok(bytes)
}

async fn sheet(db: &Db, report: &ReportMeta) -> Result<Sheet, StoreError> {
    if report.stage.open() {
        return Ok(cells::in_hand(db, &report.case).await?.sheet);
    }
    let row = versions::version(db, &report.case, report.version).await?.ok_or(StoreError::NotFound("version"))?;
    let text = talk::frozen(db, &row.whole).await?.ok_or(StoreError::NotFound("sheet"))?;
    Sheet::read(&text).map_err(|_| StoreError::Digest(row.whole))
}

/// Numbers and words of a row or a line by column.
fn values(row: &Row, inputs: &Inputs, line: Option<&Line>) -> Map<String, Value> {
    let numbers = row.columns.numbers().zip(numbers(row, inputs)).map(|(c, cell)| (c.to_owned(), json!(cell)));
    let reasons = line.into_iter().flat_map(|line| row.columns.reasons().iter().zip(&line.reasons));
    numbers.chain(reasons.map(|(c, text)| ((*c).to_owned(), json!(text)))).collect()
}

fn of_sheet(labels: &Labels, sheet: &Sheet, body: &str) -> Value {
    let rows = sheet.definition().rows.iter().enumerate().map(|(at, row)| {
        let lines = row.lines().into_iter().flat_map(|kind| sheet.rows[at].lines.iter().map(move |l| (kind, l)));
        let lines: Vec<Value> = lines
            .map(|(kind, (key, line))| {
                let name = labels.line(kind, key);
                json!({ "line": key.word(), "name": name, "values": values(row, &line.cells, Some(line)) })
            })
            .collect();
        let values = values(row, &sheet.inputs(at), None);
        json!({ "row": row.number, "label": labels.row(row), "values": values, "lines": lines })
    });
    let rows: Vec<Value> = rows.collect();
    json!({ "form": sheet.form, "quarter": sheet.quarter.to_string(), "body": body, "rows": rows })
}

/// One cell a line.
fn csv(labels: &Labels, sheet: &Sheet) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["row", "label", "line", "name", "column", "heading", "value"])?;
    for (at, row) in sheet.definition().rows.iter().enumerate() {
        let own = (String::new(), String::new(), values(row, &sheet.inputs(at), None));
        let lines = row.lines().into_iter().flat_map(|kind| sheet.rows[at].lines.iter().map(move |l| (kind, l)));
        let lines =
            lines.map(|(kind, (key, line))| (key.word(), labels.line(kind, key), values(row, &line.cells, Some(line))));
        for (line, name, values) in std::iter::once(own).chain(lines) {
            for (column, value) in &values {
                let value = match value {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                let heading = labels.column(column);
                out.write_record([row.number, &labels.row(row), &line, &name, column, &heading, &value])?;
            }
        }
    }
    Ok(out.into_inner()?)
}
