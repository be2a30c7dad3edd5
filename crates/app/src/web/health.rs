//! For operators: alive, ready, measured; and the files of the interface.

use std::time::Instant;

use axum::{
    Router,
    extract::{MatchedPath, Path, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::get,
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use rust_embed::RustEmbed;

use super::error::Failure;
use crate::app::Shared;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Assets;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/health", get(|| async { "ok" }))
        .route("/ready", get(ready))
        .route("/metrics", get(metrics_text))
        .route("/assets/{*path}", get(asset))
}

async fn ready(State(app): State<Shared>) -> Response {
    match app.db.ping().await {
        Ok(()) => "ready".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response(),
    }
}

/// Starts to measure; once in a process.
fn recorder() -> &'static PrometheusHandle {
    static RECORDER: std::sync::OnceLock<PrometheusHandle> = std::sync::OnceLock::new();
    RECORDER.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        let _ = metrics::set_global_recorder(recorder);
        handle
    })
}

async fn metrics_text() -> String {
    recorder().render()
}

/// Counts and times requests by route, never by address or person.
pub async fn observe(request: Request, next: Next) -> Response {
    recorder();
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |p| p.as_str().to_owned());
    // Anybody may make up a method: those that no route knows are one.
    let known = [Method::GET, Method::HEAD, Method::POST];
    let method = known.iter().find(|m| *m == request.method()).map_or("other", Method::as_str).to_owned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let labels = [("method", method), ("route", route), ("status", status.to_string())];
    metrics::histogram!("sapa_request_seconds", &labels).record(begun.elapsed().as_secs_f64());
    metrics::counter!("sapa_requests_total", &labels).increment(1);
    tracing::info!(method = labels[0].1, route = labels[1].1, status, ms = begun.elapsed().as_millis(), "request");
    response
}

/// Files of the interface, with their digest as validator: their names stay the same between versions.
async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, Failure> {
    let file = Assets::get(&path).ok_or(Failure::NotFound)?;
    let tag = format!("\"{}\"", law::case::fact::hex(&file.metadata.sha256_hash()));
    let cache = (header::CACHE_CONTROL, "public, max-age=0, must-revalidate".to_owned());
    if headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()) == Some(&tag) {
        return Ok((StatusCode::NOT_MODIFIED, [cache]).into_response());
    }
    let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::ETAG, tag), cache], file.data.into_owned()).into_response())
}
