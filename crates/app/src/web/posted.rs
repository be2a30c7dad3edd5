//! What a form sent: read once, checked for the session's token before any handler sees it.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Multipart, Request},
    http::{StatusCode, header},
};
use tower_sessions::Session;

use super::{error::Failure, page};
use crate::app::Shared;

/// A file that came with a form.
pub struct Sent {
    pub field: String,
    pub name: String,
    pub bytes: Bytes,
}

/// The fields and files of a form with the right token.
pub struct Posted {
    pub fields: Vec<(String, String)>,
    pub files: Vec<Sent>,
}

impl Posted {
    /// The first value of a field; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }

    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name).trim().to_owned()).filter(|v| !v.is_empty())
    }
}

impl FromRequest<Shared> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let session =
            Session::from_request_parts(&mut parts, app).await.map_err(|(_, why)| Failure::Internal(why.into()))?;
        let token = session.get::<String>(page::CSRF).await?.ok_or(Failure::Forged)?;
        let multipart = parts
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .is_some_and(|v| v.starts_with("multipart/form-data"));
        let request = Request::from_parts(parts, body);
        let posted = if multipart { many_parts(request, app).await? } else { url_encoded(request, app).await? };
        let given = posted.get("csrf");
        if given.len() != token.len() || !same(given.as_bytes(), token.as_bytes()) {
            return Err(Failure::Forged);
        }
        Ok(posted)
    }
}

/// Compares in the same time wherever the first difference is.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.iter().zip(b).fold(0, |difference, (x, y)| difference | (x ^ y)) == 0
}

async fn url_encoded(request: Request, app: &Shared) -> Result<Posted, Failure> {
    let form = axum::Form::<Vec<(String, String)>>::from_request(request, app).await;
    let axum::Form(fields) = form.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
        _ => Failure::Bad("error-bad-form"),
    })?;
    Ok(Posted { fields: fields.into_iter().map(|(name, value)| (name, clean(value))).collect(), files: Vec::new() })
}

async fn many_parts(request: Request, app: &Shared) -> Result<Posted, Failure> {
    let mut parts = Multipart::from_request(request, app).await.map_err(|_| Failure::Bad("error-bad-form"))?;
    let (mut fields, mut files) = (Vec::new(), Vec::new());
    loop {
        let part = parts.next_field().await.map_err(too_large)?;
        let Some(part) = part else { break };
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(name) => {
                let bytes = part.bytes().await.map_err(too_large)?;
                if !bytes.is_empty() {
                    files.push(Sent { field, name, bytes });
                }
            }
            None => fields.push((field, clean(part.text().await.map_err(too_large)?))),
        }
    }
    Ok(Posted { fields, files })
}

/// Without the sign that no text holds and no database keeps.
fn clean(mut text: String) -> String {
    text.retain(|c| c != '\0');
    text
}

fn too_large(error: axum::extract::multipart::MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Failure::TooLarge } else { Failure::Bad("error-bad-form") }
}
