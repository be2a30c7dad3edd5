//! A fresh product for each test.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU32, Ordering},
};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use http_body_util::BodyExt;
use law::case::{Actor, Capacity, Role, fact::hex};
use sapa::{
    app::{App, Shared},
    config::Config,
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Executor};
use store::{
    Db, Edit, Words,
    grants::Grant,
    tokens::{Token, TokenScope},
    users::User,
};
use tempfile::TempDir;
use tower::ServiceExt;

use super::{Answer, entropy, now};

/// A running product that nobody else uses.
pub struct Product {
    pub app: Shared,
    pub url: String,
    pub dir: TempDir,
    router: Router,
    /// The PostgreSQL database to drop at the end, and where.
    drop: Option<(String, String)>,
}

/// The demo on an empty SQLite file.
pub async fn sqlite() -> Product {
    sqlite_with(|_| {}).await
}

/// The same with other settings.
pub async fn sqlite_with(change: impl FnOnce(&mut Config)) -> Product {
    let dir = TempDir::new().unwrap();
    let url = format!("sqlite:{}", dir.path().join("сапа 1.db").display());
    start(url, dir, None, change).await
}

/// The demo on an empty PostgreSQL database, where there is a server.
pub async fn postgres() -> Option<Product> {
    postgres_with(|_| {}).await
}

/// The same with other settings.
#[expect(clippy::disallowed_methods, reason = "the test runner says where the server is")]
pub async fn postgres_with(change: impl FnOnce(&mut Config)) -> Option<Product> {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let Ok(server) = std::env::var("SAPA_TEST_POSTGRES_URL") else {
        assert!(std::env::var("SAPA_REQUIRE_POSTGRES").is_err(), "SAPA_TEST_POSTGRES_URL is not set");
        println!("skipped: SAPA_TEST_POSTGRES_URL is not set");
        return None;
    };
    let name = format!("sapa_app_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    admin(&server, format!("CREATE DATABASE {name} TEMPLATE template0")).await;
    let url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
    Some(start(url, TempDir::new().unwrap(), Some((server, name)), change).await)
}

async fn admin(server: &str, text: String) {
    sqlx::any::install_default_drivers();
    let mut conn = AnyConnection::connect(server).await.unwrap();
    conn.execute(sqlx::raw_sql(AssertSqlSafe(text))).await.unwrap();
    conn.close().await.unwrap();
}

async fn start(url: String, dir: TempDir, drop: Option<(String, String)>, change: impl FnOnce(&mut Config)) -> Product {
    super::day("2025-04-21");
    let mut config = Config {
        database_url: url.clone(),
        demo: true,
        secure_cookies: false,
        // The clock jumps; people stay.
        session_hours: 24 * 3650,
        upload_megabytes: 1,
        sign_in_per_minute: 60_000,
        requests_per_second: 100_000,
        ..Config::default()
    };
    change(&mut config);
    let db = Db::open(&url, 8).await.unwrap();
    db.migrate().await.unwrap();
    let app = App::start(db, config, now, entropy).await.unwrap();
    sapa::cli::demo::seed(&app).await.unwrap();
    Product { router: sapa::web::router(app.clone()), app, url, dir, drop }
}

impl Product {
    pub fn db(&self) -> &Db {
        &self.app.db
    }

    /// One request, as if it came over the network.
    pub async fn call(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000))));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// A key for other systems, good for a day.
    pub async fn key(&self, grant: &str, scope: TokenScope) -> String {
        let key = format!("sapa_{}", self.app.random_word(40));
        let created_at = self.app.clock.now();
        let token = Token {
            id: self.app.random_word(16),
            user: self.actor(grant).await.user,
            grant: grant.into(),
            name: "сынақ".into(),
            hash: hex(&Sha256::digest(key.as_bytes())),
            scope,
            created_at,
            expires_at: created_at + jiff::SignedDuration::from_hours(24),
            revoked_at: None,
            last_used: None,
        };
        let edit = Edit { by: serde_json::json!({"name": "test"}), at: created_at };
        store::tokens::create(self.db(), &token, &edit).await.unwrap();
        key
    }

    /// Sends JSON to the API: status, answer, `Retry-After`.
    pub async fn api(&self, key: &str, path: &str, body: Value) -> (u16, Value, String) {
        let request = Request::post(path).header("authorization", format!("Bearer {key}"));
        let answer = self.call(request.body(Body::from(body.to_string())).unwrap()).await;
        let told = serde_json::from_slice(&answer.bytes).unwrap_or_default();
        (answer.status.as_u16(), told, answer.header("retry-after").to_owned())
    }

    /// The person behind a grant.
    pub async fn actor(&self, grant: &str) -> Actor {
        let grant = store::grants::get(self.db(), grant).await.unwrap().expect("a grant of that id");
        let user = store::users::get(self.db(), &grant.user).await.unwrap().expect("its user");
        Actor {
            user: user.id,
            name: user.name.kk,
            position: user.position.kk,
            body: grant.body,
            role: grant.role,
            capacity: if grant.acting { Capacity::Acting } else { Capacity::Head },
        }
    }

    /// One more person with the demo's password; gives the grant.
    pub async fn person(&self, body: &str, role: Role) -> String {
        let id = format!("test-{body}-{}", role.word());
        let edit = Edit { by: serde_json::json!({"name": "test"}), at: now() };
        let pattern = store::users::get(self.db(), "justice.leader").await.unwrap().unwrap();
        let name = format!("Сынақ {}", role.word());
        let user = User { id: id.clone(), login: id.clone(), name: Words::new(&name, &name, &name), ..pattern };
        store::users::create(self.db(), &user, &edit).await.unwrap();
        let grant = Grant {
            id: id.clone(),
            user: id.clone(),
            body: body.into(),
            role,
            acting: false,
            valid_from: jiff::civil::date(2021, 7, 19),
            valid_to: None,
        };
        store::grants::create(self.db(), &grant, &edit).await.unwrap();
        id
    }

    pub async fn end(self) {
        self.app.db.close().await;
        if let Some((server, name)) = self.drop {
            admin(&server, format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}
