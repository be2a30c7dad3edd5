//! The web: routes, and what stands around every answer.

mod account;
mod admin;
mod api;
mod auth;
mod bodies;
mod calendar;
mod case;
mod cases;
mod criteria;
mod documents;
mod duties;
mod entrance;
pub mod error;
mod exchange;
mod external;
mod facts;
mod files;
mod form;
mod health;
mod language;
mod notifications;
mod origin;
mod page;
mod password;
mod planning;
mod posted;
mod protected;
mod public;
mod reports;
mod rules;
mod services;
mod step;
mod subjects;
mod why;
mod work;

use askama::Template;
use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRequestParts, Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, set_header::SetResponseHeaderLayer};
use tower_sessions::{Expiry, Session, SessionManagerLayer, cookie::SameSite, cookie::time};

use crate::{
    app::Shared,
    sessions::{Sessions, USER},
};
use error::{Failure, Undressed};
use origin::{Origin, unreadable};
use page::{Page, Visitor};

/// Most bytes of a form that signs in.
const MOST_SIGN_IN: usize = 64 * 1024;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// All routes of the product.
pub fn router(app: Shared) -> Router {
    // A browser takes the longer name by HTTPS only, and from no neighbouring site.
    let name = if app.config.secure_cookies { "__Host-sapa" } else { "sapa" };
    let sessions = SessionManagerLayer::new(Sessions::of(&app))
        .with_name(name)
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
        .merge(cases::routes())
        .merge(external::routes())
        .merge(protected::routes())
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
        .merge(
            Router::new()
                .route("/sign-in", post(auth::sign_in))
                .route("/sign-in/persona", post(auth::persona))
                .layer(DefaultBodyLimit::max(MOST_SIGN_IN)),
        )
        .merge(bodies::routes())
        .merge(services::routes())
        .merge(rules::routes())
        .merge(calendar::routes())
        .merge(public::routes())
        .merge(reports::routes())
        .merge(subjects::routes())
        .merge(planning::routes())
        .merge(criteria::routes())
        .merge(exchange::routes())
        .fallback(nothing)
        .layer(middleware::from_fn_with_state(app.clone(), by_person))
        .layer(middleware::from_fn_with_state(app.clone(), dress))
        .layer(middleware::from_fn_with_state(app.clone(), language::remember))
        .layer(sessions)
        .layer(DefaultBodyLimit::max((app.config.upload_megabytes + 1) * 1024 * 1024))
        .layer(middleware::from_fn_with_state(app.clone(), guard));
    let router = Router::new()
        .merge(pages)
        .merge(api::routes(&app))
        .merge(health::routes())
        .layer(CatchPanicLayer::new())
        .layer(CompressionLayer::new())
        .layer(header_of(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header_of(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header_of(header::REFERRER_POLICY, "same-origin"))
        .layer(header_of(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(header_of(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"))
        .layer(header_of(header::CACHE_CONTROL, "no-store"))
        .layer(middleware::from_fn(health::observe));
    let router = match app.config.secure_cookies {
        true => router.layer(header_of(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000")),
        false => router,
    };
    router.with_state(app)
}

fn header_of(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

/// Stops what comes too often from one address, before anything is looked up for it, and addresses with a sign that no
/// database keeps.
async fn guard(State(app): State<Shared>, origin: Origin, request: Request, next: Next) -> Response {
    let failure = match app.limits.address(origin.address) {
        Err(wait) => Failure::from(wait),
        Ok(()) if unreadable(request.uri()) => Failure::NotFound,
        Ok(()) => return next.run(request).await,
    };
    let (parts, _) = request.into_parts();
    dressed(&app, &Visitor::unknown(&parts, &app), failure.into_response()).await
}

/// Stops what comes too often of one person, from wherever it comes.
async fn by_person(
    State(app): State<Shared>,
    session: Session,
    request: Request,
    next: Next,
) -> Result<Response, Failure> {
    if let Some(user) = session.get::<String>(USER).await? {
        app.limits.person(&user)?;
    }
    Ok(next.run(request).await)
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
    if response.extensions().get::<Undressed>().is_none() {
        return response;
    }
    match Visitor::from_request_parts(&mut parts, &app).await {
        Ok(visitor) => dressed(&app, &visitor, response).await,
        Err(_) => response,
    }
}

/// A bare failure as a page for this visitor.
async fn dressed(app: &Shared, visitor: &Visitor, bare: Response) -> Response {
    let Some(told) = bare.extensions().get::<Undressed>().copied() else { return bare };
    let (title, text) = (visitor.words.t(told.title), visitor.words.t(told.text));
    let shown = match visitor.page(app).await {
        Ok(page) => page::html(&ErrorPage { page, title, text }),
        Err(failure) => Err(failure),
    };
    let wait = bare.headers().get(header::RETRY_AFTER).cloned();
    match shown {
        Ok(page) => (bare.status(), wait.map(|wait| [(header::RETRY_AFTER, wait)]), page).into_response(),
        Err(_) => bare,
    }
}
