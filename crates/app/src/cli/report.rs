//! `sapa report`: the report forms as files.

mod check;
mod export;
mod import;
mod template;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use law::{ch3_reports::FormId, term::Quarter};
use store::{Db, bodies::BodyRow};

use super::{Outcome, here::Here};
use crate::{
    excel::{Head, Named},
    registry::Registry,
    words::Lang,
};

#[derive(Subcommand)]
pub(super) enum Report {
    /// Write an empty form as an Excel workbook.
    Template(template::Template),
    /// Say what is wrong with a workbook; needs no database.
    Check(check::CheckFile),
    /// Take a workbook into the open report of its body.
    Import(import::ImportFile),
    /// Write a report to a file: .xlsx, .csv, .json, or .pdf for its package in print.
    Export(export::Export),
}

impl Report {
    pub async fn run(self, here: &Here) -> Outcome {
        match self {
            Self::Template(template) => template.run(here).await,
            Self::Check(check) => check.run(here),
            Self::Import(import) => import.run(here).await,
            Self::Export(export) => export.run(here).await,
        }
    }
}

/// Form and quarter of the command line, or the sentence on what is wrong with them.
fn form_and_quarter(here: &Here, form: &str, quarter: &str) -> Result<(FormId, Quarter), String> {
    let value = |value: &str| [("value", value.into())];
    let form = form.parse().map_err(|_| here.words.with("cli-report-not-a-form", &value(form)))?;
    let quarter = quarter.parse().map_err(|_| here.words.with("cli-report-not-a-quarter", &value(quarter)))?;
    Ok((form, quarter))
}

/// Bodies and services of a database.
async fn registry(db: &Db) -> Result<Registry, store::StoreError> {
    Ok(Registry::new(store::bodies::all_bodies(db).await?, store::services::all_services(db).await?))
}

/// A body by its number or code.
fn body<'a>(registry: &'a Registry, text: &str) -> Option<&'a BodyRow> {
    let numbered = registry.bodies.values().find(|b| !b.bin.is_empty() && b.bin == text);
    numbered.or_else(|| registry.bodies.get(text))
}

fn head(registry: &Registry, row: &BodyRow, lang: Lang) -> Head {
    let id = &row.body.id;
    Head {
        id: id.clone(),
        bin: row.bin.clone(),
        name: registry.name(id, lang),
        address: registry.address(id, lang),
        ..Head::default()
    }
}

/// Services by code with their names in these languages.
fn services(registry: &Registry, languages: &[Lang]) -> Vec<Named> {
    let named = |code: &String| languages.iter().map(|lang| (code.clone(), registry.service(code, *lang))).collect();
    let mut services: Vec<Named> =
        registry.services.keys().flat_map(|code: &String| -> Vec<Named> { named(code) }).collect();
    services.sort();
    services
}

/// Bodies that may stand as providers, the same way.
fn providers(registry: &Registry, languages: &[Lang]) -> Vec<Named> {
    let named = |id: &String| languages.iter().map(|lang| (id.clone(), registry.name(id, *lang))).collect();
    let mut providers: Vec<Named> =
        registry.bodies.keys().flat_map(|id: &String| -> Vec<Named> { named(id) }).collect();
    providers.sort();
    providers
}

fn read_file(here: &Here, file: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    std::fs::read(file).map_err(|_| here.sentence("cli-no-file", &file.display().to_string()))
}

/// Writes the file and says so.
fn written(here: &Here, file: &PathBuf, bytes: &[u8]) -> Outcome {
    std::fs::write(file, bytes)?;
    let name = file.display().to_string();
    super::here::say(here.words.with("cli-report-written", &[("file", name.into())]))?;
    Ok(std::process::ExitCode::SUCCESS)
}
