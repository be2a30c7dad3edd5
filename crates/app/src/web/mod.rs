//! The web: routes, and what stands around every answer.

mod account;
mod admin;
mod api;
mod auth;
mod bodies;
mod calendar;
mod case;
mod cases;
mod documents;
mod duties;
pub mod error;
mod facts;
mod files;
mod form;
mod health;
mod language;
mod notifications;
mod page;
mod posted;
mod public;
mod rules;
mod services;
mod step;
mod why;
mod work;

use std::{sync::Arc, time::Duration};

use askama::Template;
use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRequestParts, Request, State},
    http::{HeaderValue, header, request::Parts},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tower_governor::{GovernorLayer, governor::GovernorConfigBuilder};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, set_header::SetResponseHeaderLayer};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite, cookie::time};

use crate::{app::Shared, sessions::Sessions};
use error::{Failure, Undressed};
use page::{Page, Visitor};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// All routes of the product.
pub fn router(app: Shared) -> Router {
    let sessions = SessionManagerLayer::new(Sessions { db: app.db.clone(), now: app.clock.source() })
        .with_name("sapa")
        .with_secure(app.config.secure_cookies)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnInactivity(time::Duration::hours(app.config.session_hours)));
    let pages = Router::new()
        .route("/", get(work::page))
        .route("/sign-in", get(auth::form))
        .route("/sign-out", post(auth::sign_out))
        .route("/capacity", post(auth::capacity))
        .route("/demo/day", post(auth::demo_day))
        .route("/cases", get(cases::events))
        .route("/plans", get(cases::plans))
        .route("/open/{procedure}", get(step::opening))
        .route("/cases/{case}", get(case::page))
        .route("/cases/{case}/steps/{step}", get(step::form).post(step::take))
        .route("/cases/{case}/steps/{step}/preview/{file}", get(step::preview))
        .route("/cases/{case}/duties/{key}/why", get(why::duty))
        .route("/cases/{case}/files", post(files::upload))
        .route("/cases/{case}/files/{digest}", get(files::download))
        .route("/documents/{code}/{version}/{file}", get(documents::pdf))
        .route("/v/{code}", get(documents::verify).post(documents::compare))
        .route("/notifications", get(notifications::page))
        .route("/api", get(api::page::show))
        .route("/notifications/read", post(notifications::read))
        .merge(account::routes())
        .merge(admin::routes())
        .merge(limited(
            Router::new().route("/sign-in", post(auth::sign_in)).route("/sign-in/persona", post(auth::persona)),
            app.config.sign_in_per_minute,
        ))
        .merge(bodies::routes())
        .merge(services::routes())
        .merge(rules::routes())
        .merge(calendar::routes())
        .merge(public::routes())
        .fallback(nothing)
        .layer(middleware::from_fn_with_state(app.clone(), dress))
        .layer(middleware::from_fn_with_state(app.clone(), language::remember))
        .layer(sessions)
        .layer(DefaultBodyLimit::max((app.config.upload_megabytes + 1) * 1024 * 1024));
    let per_second = app.config.requests_per_second.max(1);
    let limit = GovernorConfigBuilder::default()
        .per_nanosecond(1_000_000_000 / u64::from(per_second))
        .burst_size(per_second * 4)
        .finish()
        .expect("a limit above zero");
    Router::new()
        .merge(pages)
        .layer(GovernorLayer::new(Arc::new(limit)))
        .merge(api::routes(&app))
        .merge(health::routes())
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new())
        .layer(header_of(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header_of(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header_of(header::REFERRER_POLICY, "same-origin"))
        .layer(header_of(header::CACHE_CONTROL, "no-store"))
        .layer(middleware::from_fn(health::observe))
        .with_state(app)
}

fn header_of(name: axum::http::HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// Few tries a minute from one address.
fn limited(routes: Router<Shared>, per_minute: u32) -> Router<Shared> {
    let every = Duration::from_secs(60) / per_minute.max(1);
    let limit = GovernorConfigBuilder::default()
        .period(every)
        .burst_size(per_minute.max(1))
        .finish()
        .expect("a limit above zero");
    routes.layer(GovernorLayer::new(Arc::new(limit)))
}

async fn nothing() -> Failure {
    Failure::NotFound
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    title: String,
    text: String,
}

/// Puts a page around a failure that a handler gave back bare.
async fn dress(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    let response = next.run(request).await;
    let Some(bare) = response.extensions().get::<Undressed>().copied() else { return response };
    match dressed(&app, &mut parts, bare).await {
        Ok(page) => (response.status(), page).into_response(),
        Err(_) => response.status().into_response(),
    }
}

async fn dressed(app: &Shared, parts: &mut Parts, bare: Undressed) -> Result<Response, Failure> {
    let visitor = Visitor::from_request_parts(parts, app).await?;
    let (title, text) = (visitor.words.t(bare.title), visitor.words.t(bare.text));
    page::html(&ErrorPage { page: visitor.page(app).await?, title, text })
}
