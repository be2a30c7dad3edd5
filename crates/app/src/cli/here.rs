//! What every command has: settings, a language, the database, and words for what went wrong.

use std::{error::Error, fmt::Display, future::Future, io::Write, path::PathBuf, process::ExitCode};

use jiff::Timestamp;
use law::edition::Law;
use store::{Db, Edit, StoreError};

use super::{MISUSE, Outcome};
use crate::{
    Outside,
    config::{Config, ConfigError},
    words::{Lang, Speaker, Words},
};

pub(super) struct Here {
    file: Option<PathBuf>,
    pub words: Speaker,
    pub outside: Outside,
}

/// A sentence in the language asked for.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Sentence(pub String);

impl Here {
    pub fn new(file: Option<PathBuf>, lang: Lang, outside: Outside) -> Self {
        Self { file, words: Words::load().speaker(lang), outside }
    }

    pub fn config(&self) -> Result<Config, ConfigError> {
        Config::read(self.file.as_deref())
    }

    pub fn now(&self) -> Timestamp {
        (self.outside.now)()
    }

    /// Runs what has to wait for the database.
    pub fn wait(&self, work: impl Future<Output = Outcome>) -> Outcome {
        tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
    }

    /// The database of the settings, or another one; a file that is not there is not made.
    pub async fn open(&self, url: Option<&str>) -> Result<Db, Box<dyn Error>> {
        let config = self.config()?;
        let url = url.unwrap_or(&config.database_url);
        if let Some(file) = sqlite_file(url).filter(|file| !file.exists()) {
            return Err(self.sentence("cli-no-database", &file.display().to_string()));
        }
        Ok(Db::open(url, config.database_connections).await?)
    }

    /// The same, with the schema this product needs.
    pub async fn open_ready(&self, url: Option<&str>) -> Result<Db, Box<dyn Error>> {
        let db = self.open(url).await?;
        if db.schema_version().await? == 0 {
            return Err(self.words.t("cli-not-migrated").into());
        }
        db.ping().await?;
        Ok(db)
    }

    /// The shipped law, or the one recorded in a database.
    pub fn law(&self, url: Option<&str>) -> Result<Law, Box<dyn Error>> {
        let Some(url) = url else { return Ok(Law::shipped()) };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async { Ok(store::settings::law(&self.open_ready(Some(url)).await?).await?) })
    }

    /// The author of an edit made by a command, as the ledger keeps it.
    pub fn edit(&self, command: &str) -> Edit {
        Edit { by: serde_json::json!({ "name": command }), at: self.now() }
    }

    /// Says why the question cannot be answered.
    pub fn misuse(&self, sentence: &str) -> Outcome {
        eprintln!("sapa: {sentence}");
        Ok(ExitCode::from(MISUSE))
    }

    /// An error with one value in its words.
    pub fn sentence(&self, key: &str, value: &str) -> Box<dyn Error> {
        Sentence(self.words.with(key, &[("value", value.into())])).into()
    }

    /// What went wrong, in words where there are any; never with a password in it.
    pub fn tell(&self, error: &(dyn Error + 'static)) -> String {
        let with = |key, value: &str| self.words.with(key, &[("value", value.into())]);
        match error.downcast_ref::<StoreError>() {
            Some(StoreError::Url(url)) => self.words.with("cli-bad-url", &[("value", masked(url).into())]),
            Some(StoreError::NotEmpty) => self.words.t("cli-not-empty"),
            Some(StoreError::NewerDatabase { .. }) => self.words.t("cli-newer-database"),
            Some(StoreError::NotMigrated { .. }) => self.words.t("cli-not-migrated"),
            Some(StoreError::Dump(why)) => with("cli-dump-damaged", why),
            Some(StoreError::Sql(why)) => with("cli-database-failed", &why_of(why)),
            _ => match error.downcast_ref::<ConfigError>() {
                Some(ConfigError::NoFile(path)) => with("cli-no-settings-file", &path.display().to_string()),
                _ => error.to_string(),
            },
        }
    }
}

fn why_of(error: &impl Error) -> String {
    error.to_string()
}

/// Prints a paragraph. Whoever has read enough may close the pipe.
pub(super) fn say(text: impl Display) -> std::io::Result<()> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// The file of an SQLite URL.
pub(super) fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    (!path.contains("://")).then(|| path.strip_prefix("//").unwrap_or(path).into())
}

/// A database URL without its password.
pub(super) fn masked(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let rest = match rest.rsplit_once('@') {
        Some((user, place)) => match user.split_once(':') {
            Some((user, _)) => format!("{user}:***@{place}"),
            None => format!("{user}@{place}"),
        },
        None => rest.to_owned(),
    };
    let Some((place, query)) = rest.split_once('?') else { return format!("{scheme}://{rest}") };
    let hide = |pair: &str| match pair.split_once('=') {
        Some((name, _)) if name.contains("password") => format!("{name}=***"),
        _ => pair.to_owned(),
    };
    format!("{scheme}://{place}?{}", query.split('&').map(hide).collect::<Vec<_>>().join("&"))
}
