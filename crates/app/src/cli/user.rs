//! `sapa user`: people with an account. Every edit stands in the ledger.

use std::{
    error::Error,
    io::{BufRead, IsTerminal},
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use law::case::Role;
use store::{Db, StoreError, Words, grants::Grant, users::User};

use super::{
    Outcome,
    here::{Here, say},
};
use crate::{clock, passwords, words::Arg};

#[derive(Subcommand)]
pub(super) enum UserCommand {
    /// Add a person with a role for a body.
    Add(Box<Add>),
    /// List people with their roles.
    List(Database),
    /// Close an account and end its sessions.
    Lock(Login),
    /// Open an account again and forget its wrong passwords.
    Unlock(Login),
    /// Set a new password and end all sessions.
    Password(NewPassword),
}

#[derive(Args)]
pub(super) struct Database {
    /// Another database than the one of the settings.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

#[derive(Args)]
pub(super) struct Login {
    login: String,
    #[command(flatten)]
    database: Database,
}

#[derive(Args)]
pub(super) struct NewPassword {
    #[command(flatten)]
    who: Login,
    /// A file whose first line is the password; without it the password is read from the input.
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
}

#[derive(Args)]
pub(super) struct Add {
    #[command(flatten)]
    new: NewPassword,
    #[arg(long)]
    name_kk: String,
    #[arg(long)]
    name_ru: String,
    #[arg(long)]
    name_en: String,
    #[arg(long)]
    position_kk: String,
    #[arg(long)]
    position_ru: String,
    #[arg(long)]
    position_en: String,
    /// Code of the body in the registry.
    #[arg(long)]
    body: String,
    #[arg(long, value_parser = PossibleValuesParser::new(Role::ALL.map(Role::word)))]
    role: String,
    /// The person acts in place of the head.
    #[arg(long)]
    acting: bool,
}

impl UserCommand {
    pub async fn run(self, here: &Here) -> Outcome {
        match self {
            Self::Add(add) => add.run(here).await,
            Self::List(database) => list(here, &here.open_ready(database.db.as_deref()).await?).await,
            Self::Lock(who) => set_active(here, who, false).await,
            Self::Unlock(who) => set_active(here, who, true).await,
            Self::Password(new) => new.run(here).await,
        }
    }
}

impl Add {
    async fn run(self, here: &Here) -> Outcome {
        let Login { login, database } = self.new.who;
        let words = &here.words;
        let parts =
            [&self.name_kk, &self.name_ru, &self.name_en, &self.position_kk, &self.position_ru, &self.position_en];
        if parts.iter().any(|part| part.trim().is_empty()) {
            return here.misuse(&words.t("cli-user-nameless"));
        }
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
        if login.is_empty() || !login.chars().all(plain) {
            return here.misuse(&words.with("cli-user-bad-login", &[("value", login.into())]));
        }
        let role = Role::parse(&self.role).ok_or(StoreError::NotFound("role"))?;
        if self.acting && role != Role::Leader {
            return here.misuse(&words.t("cli-user-acting"));
        }
        let db = here.open_ready(database.db.as_deref()).await?;
        if store::bodies::get(&db, &self.body).await?.is_none() {
            return Err(here.sentence("cli-no-body", &self.body));
        }
        if store::users::by_login(&db, &login).await?.is_some() || store::users::get(&db, &login).await?.is_some() {
            return Err(here.sentence("cli-user-exists", &login));
        }
        let hash = hashed(here, self.new.password_file.as_deref()).await?;
        let user = User {
            id: login.clone(),
            login: login.clone(),
            name: Words::new(self.name_kk.trim(), self.name_ru.trim(), self.name_en.trim()),
            position: Words::new(self.position_kk.trim(), self.position_ru.trim(), self.position_en.trim()),
            password_hash: Some(hash),
            active: true,
            failed: 0,
            locked_until: None,
            language: words.lang.code().to_owned(),
        };
        let grant = Grant {
            id: format!("{login}.{}.{}", self.body, role.word()),
            user: login.clone(),
            body: self.body,
            role,
            acting: self.acting,
            valid_from: clock::local(here.now()).date(),
            valid_to: None,
        };
        let edit = here.edit("sapa user add");
        store::users::create_with_role(&db, &user, &grant, &edit).await?;
        say(words.with("cli-user-added", &[("value", login.into())]))?;
        Ok(ExitCode::SUCCESS)
    }
}

impl NewPassword {
    async fn run(self, here: &Here) -> Outcome {
        let (db, user) = find(here, &self.who).await?;
        let hash = hashed(here, self.password_file.as_deref()).await?;
        store::users::set_password(&db, &user.id, &hash, &here.edit("sapa user password")).await?;
        store::sessions::delete_for_user(&db, &user.id, None).await?;
        say(here.words.with("cli-user-password-set", &[("value", user.login.into())]))?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn find(here: &Here, who: &Login) -> Result<(Db, User), Box<dyn Error>> {
    let db = here.open_ready(who.database.db.as_deref()).await?;
    let user = store::users::by_login(&db, &who.login).await?;
    let user = user.ok_or_else(|| here.sentence("cli-no-user", &who.login))?;
    Ok((db, user))
}

async fn set_active(here: &Here, who: Login, active: bool) -> Outcome {
    let (db, mut user) = find(here, &who).await?;
    let (command, key) = match active {
        true => ("sapa user unlock", "cli-user-unlocked"),
        false => ("sapa user lock", "cli-user-locked"),
    };
    if user.active != active {
        user.active = active;
        store::users::update(&db, &user, &here.edit(command)).await?;
    }
    if active {
        store::users::note_success(&db, &user.id).await?;
    } else {
        store::sessions::delete_for_user(&db, &user.id, None).await?;
    }
    say(here.words.with(key, &[("value", who.login.into())]))?;
    Ok(ExitCode::SUCCESS)
}

/// A person a paragraph: login, name, position, and the roles in force.
async fn list(here: &Here, db: &Db) -> Outcome {
    let lang = here.words.lang;
    let grants = store::grants::in_force(db, clock::local(here.now()).date()).await?;
    let people = store::users::search(db, "", u32::MAX).await?;
    for user in &people {
        let locked = if user.active { String::new() } else { format!(" · {}", here.words.t("cli-user-is-locked")) };
        let (name, position) = (user.name.get(lang.code()), user.position.get(lang.code()));
        say(format!("{} · {name}, {position}{locked}", user.login))?;
        for grant in grants.iter().filter(|g| g.user == user.id) {
            let acting = if grant.acting { format!(" ({})", here.words.t("capacity-acting")) } else { String::new() };
            let role = here.words.t(&format!("role-{}", grant.role.word()));
            say(format!("    {} · {role}{acting}", grant.body))?;
        }
    }
    say(here.words.with("cli-user-count", &[("people", Arg::Number(i64::try_from(people.len())?))]))?;
    Ok(ExitCode::SUCCESS)
}

/// The hash of a password that is long enough.
async fn hashed(here: &Here, file: Option<&Path>) -> Result<String, Box<dyn Error>> {
    let password = match file {
        Some(file) => {
            let text =
                std::fs::read_to_string(file).map_err(|_| here.sentence("cli-no-file", &file.display().to_string()))?;
            text.lines().next().unwrap_or_default().to_owned()
        }
        None => typed(here)?,
    };
    if password.chars().count() < passwords::SHORTEST {
        return Err(here.sentence("cli-password-short", &passwords::SHORTEST.to_string()));
    }
    Ok(passwords::hash(password).await.map_err(|e| e.to_string())?)
}

/// The first line of the input; at a terminal what is typed is not shown.
fn typed(here: &Here) -> std::io::Result<String> {
    let terminal = std::io::stdin().is_terminal();
    let echo = |mode: &str| {
        let _ = Command::new("stty").arg(mode).stdin(Stdio::inherit()).status();
    };
    if terminal {
        eprint!("{}: ", here.words.t("cli-password-ask"));
        echo("-echo");
    }
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    if terminal {
        echo("echo");
        eprintln!();
    }
    read.map(|_| line.trim_end_matches(['\r', '\n']).to_owned())
}
