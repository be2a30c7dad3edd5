//! `sapa demo`: the demo registry and people in one SQLite file, served until stopped.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;
use law::{
    bodies::{Body, BodyKind},
    case::Role,
};
use serde::{Deserialize, de::DeserializeOwned};
use store::{Edit, Words, bodies::BodyRow, grants::Grant, services::Service, users::User};

use super::{Outcome, serve};
use crate::{Outside, app::Shared, config::Config, passwords};

const BODIES: &str = include_str!("../../demo/bodies.csv");
const SERVICES: &str = include_str!("../../demo/services.csv");
const PEOPLE: &str = include_str!("../../demo/people.csv");

/// The password of every demo persona: not a secret, and printed at the start.
pub const PASSWORD: &str = "sapa-demo-2026";

#[derive(Args)]
pub struct Demo {
    /// The database file; made if it is not there.
    #[arg(long, default_value = "var/demo.sqlite")]
    database: PathBuf,
    /// Make the database and stop.
    #[arg(long)]
    seed_only: bool,
}

#[derive(Deserialize)]
struct BodyLine {
    code: String,
    kind: String,
    parent: String,
    bin: String,
    name_kk: String,
    name_ru: String,
    name_en: String,
    short_kk: String,
    short_ru: String,
    short_en: String,
    territory: String,
    coordinated_by: String,
    valid_from: Date,
    valid_to: Option<Date>,
    address_kk: String,
    address_ru: String,
}

#[derive(Deserialize)]
struct ServiceLine {
    code: String,
    name_kk: String,
    name_ru: String,
    name_en: String,
    owner: String,
    permits_category: Option<u8>,
}

#[derive(Deserialize)]
struct PersonLine {
    login: String,
    name_kk: String,
    name_ru: String,
    name_en: String,
    position_kk: String,
    position_ru: String,
    position_en: String,
    body: String,
    role: String,
    acting: bool,
}

impl Demo {
    pub async fn run(self, mut config: Config, outside: Outside) -> Outcome {
        serve::log(&config);
        config.demo = true;
        config.secure_cookies = false;
        if std::env::var_os("SAPA_DATABASE_URL").is_none() {
            if let Some(folder) = self.database.parent() {
                std::fs::create_dir_all(folder)?;
            }
            config.database_url = format!("sqlite:{}", self.database.display());
        }
        let app = serve::start(config, outside).await?;
        if store::bodies::all_bodies(&app.db).await?.is_empty() {
            seed(&app).await?;
        }
        if self.seed_only {
            return Ok(std::process::ExitCode::SUCCESS);
        }
        announce(&app).await?;
        serve::listen(app).await
    }
}

fn lines<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, csv::Error> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect()
}

fn given(text: String) -> Option<String> {
    Some(text).filter(|t| !t.is_empty())
}

/// Fills an empty database with the demo registry and people.
pub async fn seed(app: &Shared) -> Result<(), Box<dyn std::error::Error>> {
    let edit = Edit { by: serde_json::json!({"name": "демо"}), at: app.clock.now() };
    let bodies = lines::<BodyLine>(BODIES)?.into_iter().map(|l| {
        let kind = BodyKind::parse(&l.kind).ok_or_else(|| format!("{}: no body kind {}", l.code, l.kind))?;
        Ok::<_, String>(BodyRow {
            body: Body {
                id: l.code,
                kind,
                parent: given(l.parent),
                coordinated_by: given(l.coordinated_by),
                territory: l.territory,
                valid_from: l.valid_from,
                valid_to: l.valid_to,
            },
            bin: l.bin,
            name: Words::new(l.name_kk, l.name_ru, l.name_en),
            short: Words::new(l.short_kk, l.short_ru, l.short_en),
            address_kk: l.address_kk,
            address_ru: l.address_ru,
        })
    });
    store::bodies::upsert(&app.db, &bodies.collect::<Result<Vec<_>, _>>()?, &edit).await?;
    let services = lines::<ServiceLine>(SERVICES)?.into_iter().map(|l| Service {
        code: l.code,
        name: Words::new(l.name_kk, l.name_ru, l.name_en),
        owner: l.owner,
        permits_category: l.permits_category,
    });
    store::services::upsert(&app.db, &services.collect::<Vec<_>>(), &edit).await?;
    people(app, &edit).await?;
    app.reload_registry().await?;
    Ok(())
}

async fn people(app: &Shared, edit: &Edit) -> Result<(), Box<dyn std::error::Error>> {
    let hash = passwords::hash(PASSWORD.to_owned()).await.map_err(|e| e.to_string())?;
    for line in lines::<PersonLine>(PEOPLE)? {
        let role = Role::parse(&line.role).ok_or_else(|| format!("{}: no role {}", line.login, line.role))?;
        let grant = Grant {
            id: format!("{}.{}", line.login, role.word()),
            user: line.login.clone(),
            body: line.body,
            role,
            acting: line.acting,
            valid_from: jiff::civil::date(2021, 7, 19),
            valid_to: None,
        };
        if store::users::get(&app.db, &line.login).await?.is_none() {
            let user = User {
                id: line.login.clone(),
                login: line.login,
                name: Words::new(line.name_kk, line.name_ru, line.name_en),
                position: Words::new(line.position_kk, line.position_ru, line.position_en),
                password_hash: Some(hash.clone()),
                active: true,
                failed: 0,
                locked_until: None,
                language: "kk".into(),
            };
            store::users::create(&app.db, &user, edit).await?;
        }
        store::grants::create(&app.db, &grant, edit).await?;
    }
    Ok(())
}

/// Tells where the demo is and who can be played.
async fn announce(app: &Shared) -> Result<(), Box<dyn std::error::Error>> {
    println!("\n  Сапа – {}\n  демо: {} · {PASSWORD}\n", app.config.public_url, app.words.speaker(Default::default()).t("sign-in-password"));
    let registry = app.registry();
    let words = app.words.speaker(Default::default());
    for grant in store::grants::in_force(&app.db, app.clock.today()).await? {
        let role = words.t(&format!("role-{}", grant.role.word()));
        println!("  {:<22} {role:<34} {}", grant.user, registry.name(&grant.body, words.lang));
    }
    println!();
    Ok(())
}
