//! Everything that can go wrong with a request, and the one place where an HTTP status is chosen.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};

use crate::{door::Trouble, limits::Wait};

/// Why a request has no ordinary answer. The frame around the sentence is made by `web::dress`, which knows the language.
#[derive(Debug)]
pub enum Failure {
    NotFound,
    Forbidden,
    /// Sign in first, then come back to this path.
    SignIn(String),
    /// The form came without the token of the session.
    Forged,
    TooLarge,
    /// A file for a case that is closed.
    Closed,
    /// Over a limit, or after too many wrong passwords: seconds to wait.
    TooMany(u64),
    /// The request cannot be read; a locale key says why.
    Bad(&'static str),
    /// A trouble of the door that the handler did not show itself.
    Door(Box<Trouble>),
    Internal(String),
}

/// Marks an answer that still has to be dressed as a page.
#[derive(Clone, Copy, Debug)]
pub struct Undressed {
    pub title: &'static str,
    pub text: &'static str,
}

impl Failure {
    /// Status, and the locale keys of title and text.
    pub fn status(&self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "error-not-found", "error-not-found-text"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "error-forbidden", "error-forbidden-text"),
            Self::SignIn(_) => (StatusCode::UNAUTHORIZED, "error-sign-in", "error-sign-in-text"),
            Self::Forged => (StatusCode::FORBIDDEN, "error-forged", "error-forged-text"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "error-too-large", "error-too-large-text"),
            Self::Closed => (StatusCode::FORBIDDEN, "error-closed", "error-closed-text"),
            Self::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "error-too-many", "error-too-many-text"),
            Self::Bad(text) => (StatusCode::BAD_REQUEST, "error-bad", text),
            Self::Door(trouble) => match **trouble {
                Trouble::NotFound => (StatusCode::NOT_FOUND, "error-not-found", "error-not-found-text"),
                Trouble::Refused(_) | Trouble::Wrong(_) => {
                    (StatusCode::UNPROCESSABLE_ENTITY, "error-refused", "error-refused-text")
                }
                Trouble::Stale(..) => (StatusCode::CONFLICT, "error-stale", "error-stale-text"),
                Trouble::Busy => (StatusCode::SERVICE_UNAVAILABLE, "error-busy", "error-busy-text"),
                Trouble::Store(_) | Trouble::Paper(_) => {
                    (StatusCode::INTERNAL_SERVER_ERROR, "error-internal", "error-internal-text")
                }
            },
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-internal", "error-internal-text"),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Self::SignIn(path) = &self {
            let path = path.replace('%', "%25").replace('&', "%26").replace('+', "%2B");
            let next = if path == "/" { String::new() } else { format!("?next={path}") };
            return Redirect::to(&format!("/sign-in{next}")).into_response();
        }
        let (status, title, text) = self.status();
        if status.is_server_error() {
            tracing::error!(failure = ?self, "request failed");
        }
        let mut response = status.into_response();
        if let Self::TooMany(wait) = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        response.extensions_mut().insert(Undressed { title, text });
        response
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Door(Box::new(trouble))
    }
}

impl From<store::StoreError> for Failure {
    fn from(error: store::StoreError) -> Self {
        Self::Door(Box::new(error.into()))
    }
}

impl From<Wait> for Failure {
    fn from(wait: Wait) -> Self {
        Self::TooMany(wait.0)
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<documents::Error> for Failure {
    fn from(error: documents::Error) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<tower_sessions::session::Error> for Failure {
    fn from(error: tower_sessions::session::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
