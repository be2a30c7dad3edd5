//! `sapa report check`: everything wrong with a workbook, with the address of each cell.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use law::ch3_reports::{
    Place,
    checks::{Check, Finding, Kind},
    form::Holds,
};
use serde_json::{Map, Value, json};

use super::super::{
    Outcome,
    here::{Here, say},
};
use crate::{
    excel::{self, Expect, Fault, Read},
    registry::Registry,
    reports::labels::Labels,
    words::{Arg, Speaker},
};

#[derive(Args)]
pub(in crate::cli) struct CheckFile {
    file: PathBuf,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl CheckFile {
    pub fn run(self, here: &Here) -> Outcome {
        let bytes = super::read_file(here, &self.file)?;
        let words = &here.words;
        let (read, faults) = match excel::read(&bytes, &Expect::anything(words)) {
            Ok(read) => (Some(read.clone()), read.faults),
            Err(faults) => (None, faults),
        };
        let mut findings: Vec<Value> = faults.iter().map(|f| of_fault(f, words)).collect();
        if let Some(read) = &read {
            findings.extend(excel::check(read).iter().map(|(f, cell)| of_finding(read, f, cell, words)));
        }
        let errors = findings.iter().filter(|f| f["kind"] == Kind::Error.word()).count();
        if self.json {
            let report = json!({
                "form": read.as_ref().map(|r| r.form),
                "quarter": read.as_ref().and_then(|r| r.quarter).map(|q| q.to_string()),
                "findings": findings,
                "totals": read.as_ref().map_or_else(Map::new, totals),
            });
            say(serde_json::to_string_pretty(&report)?)?;
        } else {
            for finding in &findings {
                say(line(&self.file, finding))?;
            }
            say(summary(words, errors, findings.len() - errors))?;
        }
        Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn summary(words: &Speaker, errors: usize, warnings: usize) -> String {
    if errors + warnings == 0 {
        return words.t("cli-report-good");
    }
    let number = |n: usize| Arg::Number(n as i64);
    words.with("cli-report-found", &[("errors", number(errors)), ("warnings", number(warnings))])
}

/// `F.xlsx:F17: error sum: …`, which editors jump to.
pub(super) fn line(file: &Path, finding: &Value) -> String {
    let text = |key: &str| finding[key].as_str().unwrap_or_default();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let cell = text("cell");
    let colon = if cell.is_empty() { "" } else { ":" };
    format!("{name}{colon}{cell}: {} {}: {}", text("kind"), text("check"), text("message"))
}

pub(super) fn of_fault(fault: &Fault, words: &Speaker) -> Value {
    json!({
        "check": "file",
        "kind": Kind::Error,
        "row": null,
        "line": null,
        "column": null,
        "cell": fault.address,
        "value": fault.value,
        "message": fault.sentence(words),
    })
}

pub(super) fn of_finding(read: &Read, finding: &Finding, cell: &str, words: &Speaker) -> Value {
    let registry = Registry::default();
    let labels = Labels { words, registry: &registry, form: read.form, quarter: read.sheet.quarter };
    let Place { row, line, column } = &finding.place;
    let found = finding.values.iter().find(|(name, _)| *name == "found").map(|(_, text)| json!(text));
    json!({
        "check": finding.check,
        "kind": finding.kind(),
        "row": row,
        "line": line,
        "column": column,
        "cell": cell,
        // What is no cell at all is quoted.
        "value": found.filter(|_| finding.check == Check::Whole).unwrap_or_else(|| json!(finding.value)),
        "message": labels.finding(finding),
    })
}

/// Every total as it is reckoned, by row and column.
fn totals(read: &Read) -> Map<String, Value> {
    let mut totals = Map::new();
    for (row, cells) in read.sheet.definition().rows.iter().zip(&read.sheet.rows) {
        let summed = match row.holds {
            Holds::Numbers => false,
            Holds::Parts(_) => true,
            Holds::Lines(_) => !cells.lines.is_empty(),
        };
        let columns = row.columns.numbers().filter(|c| summed || row.columns.derived().contains(c));
        let values: Map<String, Value> = columns
            .map(|column| (column.to_owned(), json!(read.sheet.value(&Place::new(row.number, "", column)))))
            .collect();
        if !values.is_empty() {
            totals.insert(row.number.to_owned(), values.into());
        }
    }
    totals
}
