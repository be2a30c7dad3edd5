//! Reports and tables as files.

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use law::ch3_reports::sheet::numbers;
use serde::Deserialize;

use super::open;
use crate::{
    app::Shared,
    door,
    registry::Registry,
    reports::{self, labels::Labels},
    web::{error::Failure, files::attachment, page::Visitor},
    words::Lang,
};

/// A table to be sent as a file.
pub(super) struct Sorted {
    pub name: String,
    pub header: Vec<String>,
    pub lines: Vec<Vec<String>>,
}

/// CSV, XLSX or JSON by the ending of the name.
pub(super) fn table_file(file: &str, table: Sorted) -> Result<Response, Failure> {
    let Sorted { name, header, lines } = table;
    match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("csv") => {
            let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
            let written =
                writer.write_record(&header).and_then(|()| lines.iter().try_for_each(|line| writer.write_record(line)));
            written.map_err(|e| Failure::Internal(e.to_string()))?;
            let bytes = writer.into_inner().map_err(|e| Failure::Internal(e.to_string()))?;
            Ok(attachment(&format!("{name}.csv"), "text/csv; charset=utf-8", bytes))
        }
        Some("json") => {
            let object = |line: &Vec<String>| -> serde_json::Value {
                let pair = |(key, value): (&String, &String)| (key.clone(), typed(value));
                header.iter().zip(line).map(pair).collect::<serde_json::Map<_, _>>().into()
            };
            let all: Vec<serde_json::Value> = lines.iter().map(object).collect();
            let bytes = serde_json::to_vec_pretty(&all).map_err(|e| Failure::Internal(e.to_string()))?;
            Ok(attachment(&format!("{name}.json"), "application/json", bytes))
        }
        Some("xlsx") => {
            let bytes = workbook(&header, &lines).map_err(|e| Failure::Internal(e.to_string()))?;
            Ok(attachment(&format!("{name}.xlsx"), XLSX, bytes))
        }
        _ => Err(Failure::NotFound),
    }
}

/// A plain sheet: a bold header, numbers as numbers.
fn workbook(header: &[String], lines: &[Vec<String>]) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let bold = rust_xlsxwriter::Format::new().set_bold();
    for (column, text) in (0_u16..).zip(header) {
        sheet.write_string_with_format(0, column, text, &bold)?;
    }
    for (row, line) in (1_u32..).zip(lines) {
        for (column, text) in (0_u16..).zip(line) {
            match text.parse::<u32>() {
                Ok(number) => sheet.write_number(row, column, number)?,
                Err(_) => sheet.write_string(row, column, text)?,
            };
        }
    }
    sheet.autofit();
    book.save_to_buffer()
}

pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A number as a number; everything else as it stands.
fn typed(value: &str) -> serde_json::Value {
    value.parse::<u64>().map_or_else(|_| value.into(), Into::into)
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    version: Option<u32>,
}

/// The report as a file: `report.csv`, `report.json`, `report.xlsx`, `report-kk.pdf`, `report-ru.pdf`.
pub async fn file(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((case, file)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let opened = open(&app, &visitor, &case).await?;
    let meta = &opened.meta;
    let filled = reports::shown(&app, &opened.desk.actor, meta, &opened.desk.case, asked.version).await?;
    let registry = app.registry();
    let labels = Labels { words: &visitor.words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let name = format!("{}-{}-{}", meta.form, meta.quarter, meta.body);
    match file.as_str() {
        "report.csv" | "report.json" => {
            let header = ["row", "line", "label", "column", "value"].map(str::to_owned);
            let lines = cells(&labels, &filled.whole);
            table_file(&file, Sorted { name, header: header.into(), lines })
        }
        "report.xlsx" => {
            let sheet = if filled.version.is_none() { &filled.own } else { &filled.whole };
            let lang = visitor.words.lang;
            let named = |(code, names): (&String, &store::Words)| (code.clone(), names.get(lang.code()).to_owned());
            let mut services: Vec<_> = registry.services.iter().map(|(c, s)| named((c, &s.name))).collect();
            let mut providers: Vec<_> = registry.bodies.iter().map(|(c, b)| named((c, &b.name))).collect();
            services.sort_by(|a, b| lang.compare(&a.1, &b.1));
            providers.sort_by(|a, b| lang.compare(&a.1, &b.1));
            let head = head(&registry, &meta.body, lang);
            let bytes = crate::excel::write(&labels, Some(&head), sheet, &services, &providers)
                .map_err(|e| Failure::Internal(e.to_string()))?;
            Ok(attachment(&format!("{name}.xlsx"), XLSX, bytes))
        }
        "report-kk.pdf" => pdf(&app, &opened, &filled, documents::Language::Kk, &name).await,
        "report-ru.pdf" => pdf(&app, &opened, &filled, documents::Language::Ru, &name).await,
        _ => Err(Failure::NotFound),
    }
}

/// Whose report it is.
pub(super) fn head(registry: &Registry, body: &str, lang: Lang) -> crate::excel::Head {
    crate::excel::Head {
        id: body.to_owned(),
        bin: registry.bin(body),
        name: registry.name(body, lang),
        address: registry.address(body, lang),
        ..Default::default()
    }
}

/// The whole package as it is printed.
async fn pdf(
    app: &Shared,
    opened: &super::Opened,
    filled: &reports::Filled,
    language: documents::Language,
    name: &str,
) -> Result<Response, Failure> {
    let case = &opened.desk.case;
    let note = reports::note_of(app, case, filled).await?;
    let viewer = door::viewer(app, &opened.desk.actor);
    let files = store::files::of_case(&app.db, &viewer, &case.id).await?;
    let bytes = reports::print::package(app, case, filled, &note, files, language).await?;
    Ok(attachment(&format!("{name}-{}.pdf", language.code()), "application/pdf", bytes))
}

/// Every number of a sheet as a line.
fn cells(labels: &Labels, sheet: &law::ch3_reports::Sheet) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (at, row) in sheet.definition().rows.iter().enumerate() {
        let mut put = |line: &str, label: String, inputs: &law::ch3_reports::sheet::Inputs| {
            for (column, cell) in row.columns.numbers().zip(numbers(row, inputs)) {
                found.push(vec![
                    row.number.to_owned(),
                    line.to_owned(),
                    label.clone(),
                    column.to_owned(),
                    cell.to_string(),
                ]);
            }
        };
        put("", labels.row(row), &sheet.inputs(at));
        if let Some(lines) = row.lines() {
            for (key, line) in &sheet.rows[at].lines {
                put(&key.word(), labels.line(lines, key), &line.cells);
            }
        }
    }
    found
}
