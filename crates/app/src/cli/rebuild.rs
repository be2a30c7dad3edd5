//! `sapa rebuild`: lists and duties of all cases again, from nothing but the journal, the law and the registry.

use std::process::ExitCode;

use clap::Args;

use super::{
    Outcome,
    here::{Here, say},
};
use crate::{app::App, readmodel, words::Arg};

#[derive(Args)]
pub(super) struct Rebuild {
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

impl Rebuild {
    pub async fn run(self, here: &Here) -> Outcome {
        let db = here.open_ready(self.db.as_deref()).await?;
        let app = App::start(db, here.config()?, here.outside.now, here.outside.entropy).await?;
        let (mut done, mut lost) = (0, Vec::new());
        for id in store::journal::cases(&app.db).await? {
            // Only a damaged database has facts of a case and no row of it.
            let Some(row) = store::cases::load(&app.db, &id).await? else {
                lost.push(id);
                continue;
            };
            readmodel::rebuild(&app, &row).await?;
            done += 1;
        }
        say(here.words.with("cli-rebuild-done", &[("cases", Arg::Number(done))]))?;
        for id in &lost {
            eprintln!("sapa: {}", here.words.with("cli-rebuild-lost", &[("value", id.as_str().into())]));
        }
        Ok(if lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
