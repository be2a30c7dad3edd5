//! `sapa report template`.

use std::path::PathBuf;

use clap::Args;
use law::ch3_reports::{FormId, Sheet};

use super::super::{Outcome, here::Here};
use crate::{excel, registry::Registry, reports::labels::Labels};

#[derive(Args)]
pub(in crate::cli) struct Template {
    /// 1-mq, 2-mq, 3-mq or 4-mq.
    form: String,
    /// 2026-Q3.
    #[arg(long)]
    quarter: String,
    /// Number or code of the body that reports.
    #[arg(long)]
    body: Option<String>,
    /// The database to take bodies and services from.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Template {
    pub async fn run(self, here: &Here) -> Outcome {
        let (form, quarter) = match super::form_and_quarter(here, &self.form, &self.quarter) {
            Ok(both) => both,
            Err(sentence) => return here.misuse(&sentence),
        };
        let words = &here.words;
        let registry = if self.db.is_some() || self.body.is_some() {
            let db = here.open_ready(self.db.as_deref()).await?;
            super::registry(&db).await?
        } else {
            Registry::default()
        };
        let head = match &self.body {
            None => None,
            Some(text) => {
                let row = super::body(&registry, text).ok_or_else(|| here.sentence("cli-report-no-body", text))?;
                Some(super::head(&registry, row, words.lang))
            }
        };
        let services = super::services(&registry, &[words.lang]);
        let providers = match form {
            FormId::Central | FormId::Local => Vec::new(),
            FormId::Corporation | FormId::Electronic => super::providers(&registry, &[words.lang]),
        };
        let labels = Labels { words, registry: &registry, form, quarter };
        let sheet = Sheet::blank(form, quarter);
        super::written(here, &self.output, &excel::write(&labels, head.as_ref(), &sheet, &services, &providers)?)
    }
}
