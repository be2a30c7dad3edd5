//! `sapa exchange`: packages for legal statistics. Without a line they are given as files.

use std::{fs, path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use store::packages::{self, Outcome as Came, State};

use super::{
    Outcome,
    here::{Here, say},
};
use crate::{
    app::{App, Shared},
    exchange,
    words::Arg,
};

#[derive(Subcommand)]
pub(super) enum Exchange {
    /// List the packages.
    List(Of),
    /// Write the packages that wait into a folder, a JSON file each; without a line they count as delivered then.
    Export(Export),
    /// Send what is due, and ask what became of what was sent.
    Send(Where),
    /// Print the JSON Schema of packages.
    Schema,
}

#[derive(Args)]
pub(super) struct Where {
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

#[derive(Args)]
pub(super) struct Of {
    /// Only those in a state: waiting, delivered, acknowledged, refused.
    #[arg(long, value_parser = |word: &str| State::parse(word).ok_or("waiting, delivered, acknowledged, refused"))]
    state: Option<State>,
    #[command(flatten)]
    at: Where,
}

#[derive(Args)]
pub(super) struct Export {
    /// The folder; it is made if it is not there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    at: Where,
}

impl Exchange {
    pub async fn run(self, here: &Here) -> Outcome {
        match self {
            Self::List(of) => of.list(here).await,
            Self::Export(export) => export.run(here).await,
            Self::Send(at) => at.send(here).await,
            Self::Schema => {
                say(serde_json::to_string_pretty(&exchange::package::schema())?)?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

impl Where {
    async fn start(&self, here: &Here) -> Result<Shared, Box<dyn std::error::Error>> {
        let db = here.open_ready(self.db.as_deref()).await?;
        Ok(App::start(db, here.config()?, here.outside.now, here.outside.entropy).await?)
    }

    async fn send(self, here: &Here) -> Outcome {
        let app = self.start(here).await?;
        if app.config.statistics_url.is_none() {
            return here.misuse(&here.words.t("cli-exchange-no-line"));
        }
        let done = exchange::deliver_due(&app).await?;
        let count = Arg::Number(i64::try_from(done).unwrap_or(i64::MAX));
        say(here.words.with("cli-exchange-sent", &[("count", count)]))?;
        app.db.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl Of {
    async fn list(self, here: &Here) -> Outcome {
        let db = here.open_ready(self.at.db.as_deref()).await?;
        for p in packages::in_state(&db, self.state).await? {
            let answer = p.answered.map(|a| format!("{} {}", a.number, a.on)).or(p.last_error).unwrap_or_default();
            let line = [p.id, p.kind.word().into(), p.body, p.reference, p.state.word().into(), p.attempts.to_string()];
            say(format!("{}\t{answer}", line.join("\t")).trim_end())?;
        }
        db.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl Export {
    async fn run(self, here: &Here) -> Outcome {
        let app = self.at.start(here).await?;
        fs::create_dir_all(&self.out)?;
        let waiting = packages::in_state(&app.db, Some(State::Waiting)).await?;
        let mut done = 0;
        for row in &waiting {
            let text = exchange::text(&exchange::load(&app, row).await?)?;
            let path = self.out.join(format!("{}.json", row.id));
            // Beside its place first: whoever watches the folder finds whole files only.
            let part = self.out.join(format!(".{}.part", row.id));
            fs::write(&part, text)?;
            fs::rename(&part, &path)?;
            if app.config.statistics_url.is_none() {
                let now = app.clock.now();
                let came = match exchange::known(&app, row).await? {
                    Some(number) => Came::Acknowledged(number),
                    None => Came::Delivered { next_at: now },
                };
                packages::record(&app.db, &row.id, &came, now).await?;
            }
            done += 1;
        }
        say(here.words.with("cli-exchange-exported", &[("count", Arg::Number(done))]))?;
        app.db.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
