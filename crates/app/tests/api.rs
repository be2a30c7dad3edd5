//! The API over the whole product, in process, on both engines.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU32, AtomicU64, Ordering},
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, StatusCode},
};
use http_body_util::BodyExt;
use jiff::{Timestamp, civil::date};
use law::case::{
    Procedure,
    fact::{hex, seal},
};
use sapa::{
    app::{App, Shared},
    cli::demo::{PASSWORD, seed},
    config::Config,
    web,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{
    Db, Edit,
    tokens::{Token, TokenScope},
};
use tempfile::TempDir;
use tower::ServiceExt;

const UNIT_HEAD: &str = "justice.unit-head.unit-head";
const LEADER: &str = "justice.leader.leader";
const EXECUTOR: &str = "justice.executor1.responsible-executor";
const OBSERVER: &str = "justice.observer.observer";
const OTHER: &str = "akmola.unit-head.unit-head";

/// Monday 2 March 2026, ten in the morning in Astana.
fn now() -> Timestamp {
    "2026-03-02T05:00:00Z".parse().unwrap()
}

/// Bytes that differ each time, and nothing else.
fn entropy(bytes: &mut [u8]) {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    for chunk in bytes.chunks_mut(32) {
        let digest = Sha256::digest(NEXT.fetch_add(1, Ordering::Relaxed).to_le_bytes());
        chunk.copy_from_slice(&digest[..chunk.len()]);
    }
}

struct Api {
    app: Shared,
    router: Router,
    _dir: TempDir,
    drop: Option<(String, String)>,
}

struct Got {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
    body: Value,
}

impl Api {
    async fn on(url: String, dir: TempDir, drop: Option<(String, String)>, per_second: u32) -> Self {
        let db = Db::open(&url, 4).await.unwrap();
        db.migrate().await.unwrap();
        let config = Config {
            database_url: url,
            requests_per_second: per_second,
            upload_megabytes: 1,
            secure_cookies: false,
            ..Config::default()
        };
        let app = App::start(db, config, now, entropy).await.unwrap();
        seed(&app).await.unwrap();
        let router = web::router(app.clone());
        Self { app, router, _dir: dir, drop }
    }

    async fn sqlite() -> Self {
        Self::limited(10_000).await
    }

    async fn limited(per_second: u32) -> Self {
        let dir = TempDir::new().unwrap();
        Self::on(format!("sqlite:{}/api.db", dir.path().display()), dir, None, per_second).await
    }

    #[expect(clippy::disallowed_methods, reason = "the environment says where PostgreSQL is")]
    async fn postgres() -> Option<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let Ok(server) = std::env::var("SAPA_TEST_POSTGRES_URL") else {
            assert!(std::env::var("SAPA_REQUIRE_POSTGRES").is_err(), "SAPA_TEST_POSTGRES_URL is not set");
            println!("skipped: SAPA_TEST_POSTGRES_URL is not set");
            return None;
        };
        let name = format!("sapa_api_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        admin(&server, format!("CREATE DATABASE {name} TEMPLATE template0")).await;
        let url = format!("{}/{name}", server.rsplit_once('/').unwrap().0);
        Some(Self::on(url, TempDir::new().unwrap(), Some((server, name)), 10_000).await)
    }

    async fn end(self) {
        self.app.db.close().await;
        if let Some((server, name)) = self.drop {
            admin(&server, format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }

    /// A token for a grant.
    async fn token(&self, grant: &str, scope: TokenScope) -> String {
        let key = format!("sapa_{}", self.app.random_word(40));
        let created_at = self.app.clock.now();
        let token = Token {
            id: self.app.random_word(16),
            user: store::grants::get(&self.app.db, grant).await.unwrap().unwrap().user,
            grant: grant.into(),
            name: "сынақ".into(),
            hash: hex(&Sha256::digest(key.as_bytes())),
            scope,
            created_at,
            expires_at: created_at + jiff::SignedDuration::from_hours(24 * 60),
            revoked_at: None,
            last_used: None,
        };
        store::tokens::create(&self.app.db, &token, &Edit { by: json!({"name": "test"}), at: created_at })
            .await
            .unwrap();
        key
    }

    async fn writer(&self, grant: &str) -> String {
        self.token(grant, TokenScope::Write).await
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        token: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Got {
        let from = ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000)));
        let mut request = Request::builder().method(method).uri(path).extension(from);
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.router.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let got = Got {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_slice(&bytes).unwrap_or_default(),
            bytes,
        };
        if path.starts_with("/api/v1") && !got.status.is_success() {
            assert_eq!(got.headers["content-type"], "application/problem+json", "{path}");
            assert_eq!(got.body["status"], got.status.as_u16(), "{path}");
            assert!(got.body["type"].as_str().unwrap().starts_with("/api/v1/problems/"), "{path}");
            assert!(got.body["detail"].as_str().is_some_and(|d| d.contains(' ')), "{path}: {}", got.body);
        }
        got
    }

    async fn get(&self, path: &str, token: &str) -> Got {
        self.send(Method::GET, path, token, &[], Body::empty()).await
    }

    async fn post(&self, path: &str, token: &str, headers: &[(&str, &str)], body: &Value) -> Got {
        self.send(Method::POST, path, token, headers, body.to_string()).await
    }

    /// Opens a control event and gives its id.
    async fn opened(&self, token: &str) -> String {
        let got = self.post("/api/v1/procedures/control-event/cases", token, &[], &json!({"answers": order()})).await;
        assert_eq!(got.status, StatusCode::CREATED, "{}", got.body);
        assert_eq!(got.headers["location"], got.body["url"].as_str().unwrap());
        got.body["case"].as_str().unwrap().to_owned()
    }
}

async fn admin(server: &str, text: String) {
    use sqlx::{Connection, Executor};
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(server).await.unwrap();
    connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(text))).await.unwrap();
    connection.close().await.unwrap();
}

fn order() -> Value {
    json!({
        "ground": "appeal", "reference": "№ 17", "facts": "Жауап мерзімінен кеш берілген", "object": "min-justice-td-akmola",
        "matter": "Мерзімдердің сақталуы", "period_from": "2026-01-01", "period_to": "2026-03-01", "start": "2026-03-11",
        "end": "2026-03-13", "executors": ["justice.executor1", "justice.executor2"], "impartial": true,
    })
}

/// Makes `name::sqlite` and `name::postgres` of a test.
macro_rules! both {
    ($(async fn $name:ident($api:ident: &Api) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn test($api: &Api) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let api = Api::sqlite().await;
                test(&api).await;
                api.end().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let Some(api) = Api::postgres().await else { return };
                test(&api).await;
                api.end().await;
            }
        }
    )*};
}

#[path = "api/cases.rs"]
mod cases;
#[path = "api/reports.rs"]
mod reports;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_many_requests_are_told_to_wait() {
    let api = Api::limited(1).await;
    let mut last = api.get("/api/v1/problems/stale", "").await;
    for _ in 0..10 {
        last = api.get("/api/v1/problems/stale", "").await;
    }
    assert_eq!((last.status, &last.body["code"]), (StatusCode::TOO_MANY_REQUESTS, &json!("too-many")));
    assert!(last.headers["retry-after"].to_str().unwrap().parse::<u64>().unwrap() >= 1);
    api.end().await;
}
