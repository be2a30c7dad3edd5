//! `sapa report import`: a workbook into the open report of its body, all of it or nothing.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use law::{bodies::BodyId, case::Role, ch3_reports::checks::Check};
use store::{
    Db, Viewer,
    reports::{board, cells},
    users::User,
};

use super::super::{
    Outcome,
    here::{Here, say},
};
use super::check::{line, of_fault, of_finding};
use crate::{
    clock,
    excel::{self, Expect, Read, import},
    registry::Registry,
    words::{Arg, Lang},
};

#[derive(Args)]
pub(in crate::cli) struct ImportFile {
    file: PathBuf,
    /// Who takes it in: the executor of the body's reports.
    #[arg(long = "as", value_name = "LOGIN")]
    login: String,
    /// Say what would change and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

impl ImportFile {
    pub async fn run(self, here: &Here) -> Outcome {
        let bytes = super::read_file(here, &self.file)?;
        let db = here.open_ready(self.db.as_deref()).await?;
        let registry = super::registry(&db).await?;
        let words = &here.words;
        let (services, providers) = (super::services(&registry, &Lang::ALL), super::providers(&registry, &Lang::ALL));
        let expect = Expect { services: Some(&services), providers: Some(&providers), ..Expect::anything(words) };
        let read = match excel::read(&bytes, &expect) {
            Ok(read) => read,
            Err(faults) => return self.refused(here, faults.iter().map(|f| of_fault(f, words)).collect()),
        };
        let mut problems: Vec<_> = read.faults.iter().map(|f| of_fault(f, words)).collect();
        let findings = excel::check(&read);
        let stated = findings.iter().filter(|(f, _)| matches!(f.check, Check::Whole | Check::Sum));
        let stated = stated.filter(|(f, _)| f.message != "sum-no-lines");
        problems.extend(stated.map(|(f, cell)| of_finding(&read, f, cell, words)));
        if !problems.is_empty() {
            return self.refused(here, problems);
        }
        let (user, body) = self.who(here, &db, &registry, &read).await?;
        let quarter =
            read.quarter.ok_or_else(|| here.sentence("cli-report-no-quarter", &self.file.display().to_string()))?;
        let name = format!("{} {quarter} {body}", read.form);
        let report = board::of(&db, &body, read.form, quarter).await?;
        let report = report.ok_or_else(|| here.sentence("cli-report-no-report", &name))?;
        if !report.stage.open() {
            return Err(here.sentence("cli-report-closed", &name));
        }
        let plan = import::plan(&read, &cells::in_hand(&db, &report.case).await?);
        let number = |n: usize| Arg::Number(n as i64);
        let mut counts = [("cells", number(plan.changes.len())), ("lines", number(plan.lines()))];
        if self.dry_run {
            for (place, before, after) in &plan.changes {
                let cell = read.cells.get(place).map(String::as_str).unwrap_or_default();
                say(format!("{cell}\t{} {} {}: {before:?} → {after:?}", place.row, place.line, place.column))?;
            }
            say(words.with("cli-report-dry", &counts))?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut left = 0;
        if !plan.is_empty() {
            let on = clock::local(here.now()).date();
            let viewer = Viewer { user: user.id, body, role: Role::ReportExecutor, on };
            let saved = cells::save(&db, &viewer, &report.case, &plan.edit, here.now()).await?;
            left = saved.conflicts.len();
            counts[0].1 = number(plan.changes.len() - left);
        }
        db.close().await;
        say(words.with("cli-report-imported", &counts))?;
        if left > 0 {
            say(words.with("cli-report-conflicts", &[("cells", number(left))]))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Every problem, and that nothing has changed.
    fn refused(&self, here: &Here, problems: Vec<serde_json::Value>) -> Outcome {
        for problem in &problems {
            eprintln!("{}", line(&self.file, problem));
        }
        eprintln!("sapa: {}", here.words.t("cli-report-refused"));
        Ok(ExitCode::FAILURE)
    }

    /// Who imports for which body: the one in the file, or the only one whose reports this person fills.
    async fn who(
        &self,
        here: &Here,
        db: &Db,
        registry: &Registry,
        read: &Read,
    ) -> Result<(User, BodyId), Box<dyn std::error::Error>> {
        let user = store::users::by_login(db, &self.login).await?.filter(|user| user.active);
        let user = user.ok_or_else(|| here.sentence("cli-report-no-login", &self.login))?;
        let grants = store::grants::grants_of(db, &user.id, clock::local(here.now()).date()).await?;
        let mut bodies: Vec<BodyId> =
            grants.into_iter().filter(|g| g.role == Role::ReportExecutor).map(|g| g.body).collect();
        let said = [&read.bin, &read.body].into_iter().find(|text| !text.is_empty());
        if let Some(said) = said {
            let body = super::body(registry, said).map(|row| &row.body.id);
            bodies.retain(|b| Some(b) == body);
        }
        match (bodies.pop(), bodies.is_empty()) {
            (Some(only), true) => Ok((user, only)),
            _ => Err(here.sentence("cli-report-not-executor", said.unwrap_or(&self.login))),
        }
    }
}
