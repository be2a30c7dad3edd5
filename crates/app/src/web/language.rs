//! The language of a request: `?lang=`, else the remembered one, else Kazakh.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header, request::Parts},
    middleware::Next,
    response::Response,
};

use crate::{app::Shared, words::Lang};

const COOKIE: &str = "sapa-lang";

/// The language asked for, or remembered.
pub fn of(parts: &Parts) -> Lang {
    asked(parts.uri.query()).or_else(|| remembered(parts)).unwrap_or_default()
}

fn asked(query: Option<&str>) -> Option<Lang> {
    query?.split('&').find_map(|pair| Lang::parse(pair.strip_prefix("lang=")?))
}

fn remembered(parts: &Parts) -> Option<Lang> {
    let cookies = parts.headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    cookies.flat_map(|v| v.split(';')).find_map(|c| Lang::parse(c.trim().strip_prefix(COOKIE)?.strip_prefix('=')?))
}

/// Remembers the language asked for.
pub async fn remember(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let asked = asked(request.uri().query());
    let mut response = next.run(request).await;
    if let Some(lang) = asked {
        let secure = if app.config.secure_cookies { "; Secure" } else { "" };
        let cookie = format!("{COOKIE}={lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}
