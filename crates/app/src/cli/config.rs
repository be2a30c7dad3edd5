//! `sapa config`: every setting, its variable, its default, its meaning.

use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use super::{
    Outcome,
    here::{Here, masked, say},
};
use crate::config::{Config, SETTINGS};

#[derive(Args)]
pub(super) struct Settings {
    /// Print what holds now as well; passwords are masked.
    #[arg(long)]
    show: bool,
}

impl Settings {
    pub fn run(self, here: &Here) -> Outcome {
        let words = &here.words;
        let defaults = serde_json::to_value(Config::default())?;
        let effective = if self.show { serde_json::to_value(here.config()?)? } else { Value::Null };
        say(words.t("cli-config-lead"))?;
        for name in SETTINGS {
            say(format!("\n{name}"))?;
            say(format!("  {}", words.t(&format!("setting-{}", name.replace('_', "-")))))?;
            say(format!("  {}: SAPA_{}", words.t("cli-config-variable"), name.to_uppercase()))?;
            say(format!("  {}: {}", words.t("cli-config-default"), shown(&defaults[name])))?;
            if self.show {
                say(format!("  {}: {}", words.t("cli-config-effective"), shown(&effective[name])))?;
            }
        }
        say(format!("\n{}", words.t("cli-config-more")))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => masked(text),
        other => other.to_string(),
    }
}
