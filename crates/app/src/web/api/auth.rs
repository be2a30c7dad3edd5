//! Who asks: a token stands for one capacity of one person, to read or to write.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use jiff::{SignedDuration, Timestamp};
use law::case::{Actor, fact::hex};
use sha2::{Digest, Sha256};
use store::{
    Edit,
    tokens::{Token, TokenScope},
};

use super::problem::Problem;
use crate::{
    app::Shared,
    door,
    web::{error::Failure, origin::Origin, page::Signed},
    words::{Lang, Speaker},
};

/// The longest a token is good for, in days.
pub const LONGEST: u16 = 366;

/// Makes a token for the capacity the person is in, good for so many days from now (at most [`LONGEST`]), and gives it
/// for the only time: the database keeps its hash.
pub async fn issue(app: &Shared, signed: &Signed, name: &str, scope: TokenScope, days: u16) -> Result<String, Failure> {
    let key = format!("sapa_{}", app.random_word(40));
    let now = app.clock.now();
    let days = SignedDuration::from_hours(24 * i64::from(days.clamp(1, LONGEST)));
    let token = Token {
        id: app.random_word(16),
        user: signed.user.id.clone(),
        grant: signed.grant.id.clone(),
        name: name.trim().chars().filter(|c| !c.is_control()).take(100).collect(),
        hash: hash(&key),
        scope,
        created_at: now,
        expires_at: now.checked_add(days).unwrap_or(Timestamp::MAX),
        revoked_at: None,
        last_used: None,
    };
    let by = serde_json::to_value(&signed.actor).map_err(store::StoreError::from)?;
    store::tokens::create(&app.db, &token, &Edit { by, at: now }).await?;
    Ok(key)
}

fn hash(key: &str) -> String {
    hex(&Sha256::digest(key.as_bytes()))
}

/// The person behind the token of a request, and the language asked for. A token that only reads gets no further than
/// here with anything that writes.
pub struct Caller {
    pub words: Speaker,
    pub signed: Signed,
    pub token: Token,
    pub origin: Origin,
}

impl Caller {
    pub fn actor(&self) -> &Actor {
        &self.signed.actor
    }

    pub fn viewer(&self, app: &Shared) -> store::Viewer {
        door::viewer(app, &self.signed.actor)
    }

    pub fn lang(&self) -> Lang {
        self.words.lang
    }
}

impl FromRequestParts<Shared> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        let key = bearer(&parts.headers).ok_or_else(|| Problem::no_token(parts.uri.path()))?;
        let now = app.clock.now();
        let token = store::tokens::valid(&app.db, &hash(key), now).await?;
        let token = token.ok_or_else(|| Problem::no_token(parts.uri.path()))?;
        let signed = Signed::load(app, &token.grant).await?.filter(|s| s.user.id == token.user);
        let signed = signed.ok_or_else(|| Problem::no_token(parts.uri.path()))?;
        app.limits.person(&token.user).map_err(Failure::from)?;
        if !parts.method.is_safe() && token.scope != TokenScope::Write {
            return Err(Problem::of(Failure::Forbidden).saying("read-only"));
        }
        let fresh = |at: Timestamp| now.duration_since(at).abs() < SignedDuration::from_mins(1);
        if !token.last_used.is_some_and(fresh) {
            store::tokens::touch(&app.db, &token.id, now).await?;
        }
        let words = app.words.speaker(language(parts.uri.query(), &parts.headers));
        let Ok(origin) = Origin::from_request_parts(parts, app).await;
        Ok(Self { words, signed, token, origin })
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, key) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    Some(key.trim()).filter(|key| scheme.eq_ignore_ascii_case("bearer") && !key.is_empty())
}

/// The language of words: `?lang=`, else the best of `Accept-Language`, else Kazakh.
pub fn language(query: Option<&str>, headers: &HeaderMap) -> Lang {
    let asked = query.into_iter().flat_map(|q| q.split('&')).find_map(|pair| Lang::parse(pair.strip_prefix("lang=")?));
    let accepted = || {
        let mut best: Option<(f32, Lang)> = None;
        for range in headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?.split(',') {
            let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
            let primary = tag.trim().split('-').next().unwrap_or_default().to_lowercase();
            let weight: f32 = weight.trim().strip_prefix("q=").map_or(1.0, |q| q.parse().unwrap_or(0.0));
            if let Some(lang) = Lang::parse(&primary).filter(|_| weight > best.map_or(0.0, |(w, _)| w)) {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    };
    asked.or_else(accepted).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_known_is_taken() {
        let accept = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, value.parse().unwrap());
            language(None, &headers)
        };
        assert_eq!(accept("ru-KZ,ru;q=0.9,en;q=0.8"), Lang::Ru);
        assert_eq!(accept("de, en;q=0.3, kk;q=0.7"), Lang::Kk);
        assert_eq!(accept("en;q=0, *"), Lang::Kk);
        assert_eq!(language(Some("q=1&lang=en"), &HeaderMap::new()), Lang::En);
    }
}
