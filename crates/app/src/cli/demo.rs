//! `sapa demo`: the demo registry and people in one SQLite file, served until stopped.

use std::path::PathBuf;

use clap::Args;
use law::{bodies::BodyTree, case::Role};
use serde::{Deserialize, de::DeserializeOwned};
use store::{Edit, Words, grants::Grant, users::User};

use super::{Outcome, serve};
use crate::{
    Outside,
    app::Shared,
    config::Config,
    import::{self, Fault},
    passwords,
};

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
    /// Only bodies, services and people: no cases.
    #[arg(long)]
    bare: bool,
    /// Make an invented nation-year instead: some three thousand bodies with four quarters of reports.
    #[arg(long)]
    nation: bool,
    /// The year of the nation.
    #[arg(long, default_value_t = 2025)]
    year: i16,
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
        #[expect(clippy::disallowed_methods, reason = "a database named by the operator wins over the demo's file")]
        let named = std::env::var_os("SAPA_DATABASE_URL").is_some();
        if !named {
            if let Some(folder) = self.database.parent() {
                std::fs::create_dir_all(folder)?;
            }
            config.database_url = format!("sqlite:{}", self.database.display());
        }
        let app = serve::start(config, outside).await?;
        if store::bodies::all_bodies(&app.db).await?.is_empty() {
            seed(&app).await?;
            if self.nation {
                super::nation::make(&app, self.year).await?;
                super::stories::tell(&app).await?;
            } else if !self.bare {
                super::stories::tell(&app).await?;
                super::external_stories::tell(&app).await?;
                super::report_stories::tell(&app).await?;
            }
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

/// Fills an empty database with the demo registry and people.
pub async fn seed(app: &Shared) -> Result<(), Box<dyn std::error::Error>> {
    let edit = Edit { by: serde_json::json!({"name": "демо"}), at: app.clock.now() };
    let bodies = import::read_bodies("bodies.csv", BODIES.as_bytes(), &BodyTree::default()).map_err(shipped)?;
    let tree = BodyTree::new(bodies.iter().map(|row| row.body.clone()));
    let services = import::read_services("services.csv", SERVICES.as_bytes(), &tree).map_err(shipped)?;
    store::bodies::upsert(&app.db, &bodies, &edit).await?;
    store::services::upsert(&app.db, &services, &edit).await?;
    people(app, &edit).await?;
    app.reload_registry().await?;
    Ok(())
}

/// What would be wrong with a file that comes with the product.
fn shipped(faults: Vec<Fault>) -> String {
    faults.iter().map(|f| format!("{}:{}: {} {}", f.line, f.column, f.code, f.value)).collect::<Vec<_>>().join("\n")
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
    println!(
        "\n  Сапа – {}\n  демо: {} · {PASSWORD}\n",
        app.config.public_url,
        app.words.speaker(Default::default()).t("sign-in-password")
    );
    let registry = app.registry();
    let words = app.words.speaker(Default::default());
    for grant in store::grants::in_force(&app.db, app.clock.today()).await? {
        let role = words.t(&format!("role-{}", grant.role.word()));
        println!("  {:<22} {role:<34} {}", grant.user, registry.name(&grant.body, words.lang));
    }
    println!();
    Ok(())
}
