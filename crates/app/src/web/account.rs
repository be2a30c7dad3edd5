//! One's own account: capacities, password, sessions, and the keys of other systems that act in one's name.

use askama::Template;
use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use law::case::{Field, FieldKind};
use serde::Deserialize;
use store::{
    StoreError,
    tokens::{Token, TokenScope},
};

use super::{
    admin::{Sheet, edit, shortest, too_short},
    api::auth::issue,
    error::Failure,
    form::{Fault, Question},
    origin::Origin,
    page::{Page, Signed, Visitor, html},
    password::{self as ask, Answer, Purpose},
    posted::Posted,
};
use crate::{app::Shared, passwords, words::Speaker};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/account", get(page))
        .route("/account/password", post(password))
        .route("/account/sign-out", post(sign_out))
        .route("/account/tokens", post(add_token))
        .route("/account/tokens/{id}/revoke", post(revoke))
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    faults: Vec<Fault>,
    name: String,
    login: String,
    position: String,
    password_hint: String,
    errors: PasswordErrors,
    tokens: Vec<TokenLine>,
    questions: Vec<Question>,
    adding: bool,
    /// A new key, shown this once.
    fresh: String,
}

/// What is wrong at each of the four fields.
#[derive(Default)]
struct PasswordErrors {
    old: String,
    new: String,
    again: String,
    token: String,
}

struct TokenLine {
    id: String,
    name: String,
    scope: String,
    capacity: String,
    created: String,
    expires: String,
    used: String,
    state: String,
    kind: &'static str,
    good: bool,
}

#[derive(Default)]
struct Shown {
    errors: PasswordErrors,
    sheet: Option<Sheet>,
    fresh: String,
}

fn fields() -> Vec<Field> {
    vec![
        Field::new("token-name", FieldKind::Text(100)),
        Field::choice("scope", "token-scope", &["read", "write"]).with(TokenScope::Read.word()),
        Field::new("days", FieldKind::Number { min: 1, max: 365 }).with(90),
    ]
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct NewToken {
    token_name: String,
    scope: String,
    days: u16,
}

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    show(&app, &visitor, Shown::default()).await
}

async fn show(app: &Shared, visitor: &Visitor, shown: Shown) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let (words, now) = (&visitor.words, app.clock.now());
    let registry = app.registry();
    let every = store::grants::history_of(&app.db, &signed.user.id).await?;
    let capacity = |id: &str| {
        let grant = every.iter().find(|g| g.id == id);
        let told = grant.map(|g| {
            format!("{}, {}", words.t(&format!("role-{}", g.role.word())), registry.name(&g.body, words.lang))
        });
        told.unwrap_or_default()
    };
    let tokens = store::tokens::of_user(&app.db, &signed.user.id).await?.into_iter().map(|t| {
        let (state, kind) = match t.revoked_at {
            Some(_) => ("token-revoked", "late"),
            None if t.expires_at <= now => ("token-expired", "ahead"),
            None => ("token-good", "done"),
        };
        TokenLine {
            scope: words.t(&format!("token-scope-{}", t.scope.word())),
            capacity: capacity(&t.grant),
            created: words.moment(t.created_at),
            expires: words.moment(t.expires_at),
            used: t.last_used.map_or_else(|| words.t("token-never"), |at| words.moment(at)),
            state: words.t(state),
            kind,
            good: kind == "done",
            id: t.id,
            name: t.name,
        }
    });
    let tokens = tokens.collect();
    let mut faults = shown.sheet.as_ref().map(|s| s.faults.clone()).unwrap_or_default();
    let PasswordErrors { old, new, again, token } = &shown.errors;
    let errors = [("old", old), ("new", new), ("again", again), ("token-password", token)];
    faults.extend(
        errors.into_iter().filter(|(_, e)| !e.is_empty()).map(|(f, e)| Fault { field: f.into(), text: e.clone() }),
    );
    let wrong = !faults.is_empty();
    let answer = html(&AccountPage {
        page: visitor.page(app).await?,
        faults,
        name: signed.user.name.get(words.lang.code()).to_owned(),
        login: signed.user.login.clone(),
        position: signed.user.position.get(words.lang.code()).to_owned(),
        password_hint: words.with("password-hint", &[("least", shortest())]),
        errors: shown.errors,
        tokens,
        adding: shown.sheet.is_some(),
        questions: shown.sheet.unwrap_or_else(|| Sheet::blank(fields())).questions(words),
        fresh: shown.fresh,
    })?;
    Ok(if wrong { (StatusCode::UNPROCESSABLE_ENTITY, answer).into_response() } else { answer })
}

pub async fn password(
    State(app): State<Shared>,
    visitor: Visitor,
    origin: Origin,
    posted: Posted,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let new = posted.get("new");
    let errors = check_password(&app, &visitor, signed, &origin, &posted).await?;
    if ![&errors.old, &errors.new, &errors.again].into_iter().all(String::is_empty) {
        return show(&app, &visitor, Shown { errors, ..Shown::default() }).await;
    }
    let hash = passwords::hash(new.to_owned()).await.map_err(|e| Failure::Internal(e.to_string()))?;
    store::users::set_password(&app.db, &signed.user.id, &hash, &edit(&app, signed)?).await?;
    // This session goes on under a new id; all others end.
    visitor.session.cycle_id().await?;
    store::sessions::delete_for_user(&app.db, &signed.user.id, None).await?;
    visitor.say_next("account-password-changed").await?;
    Ok(Redirect::to("/account").into_response())
}

/// A wrong old password counts like one at the door.
async fn check_password(
    app: &Shared,
    visitor: &Visitor,
    signed: &Signed,
    origin: &Origin,
    posted: &Posted,
) -> Result<PasswordErrors, Failure> {
    let words = &visitor.words;
    let (old, new) = (posted.get("old"), posted.get("new"));
    let mut errors = PasswordErrors::default();
    let answer = ask::confirm(app, Purpose::Change, origin, signed, old).await?;
    errors.old = refused(words, &answer);
    if let Answer::Locked(_) = answer {
        return Ok(errors);
    }
    if let Some(text) = too_short(words, new) {
        errors.new = text;
    } else if new == old || new == signed.user.login {
        errors.new = words.t("account-new-same");
    } else if new != posted.get("again") {
        errors.again = words.t("account-again-other");
    }
    Ok(errors)
}

/// What is said of a password that is not taken.
fn refused(words: &Speaker, answer: &Answer) -> String {
    match answer {
        Answer::Right => String::new(),
        Answer::Wrong => words.t("account-old-wrong"),
        Answer::Locked(until) => words.with("account-locked", &[("until", words.moment(*until).into())]),
    }
}

pub async fn sign_out(State(app): State<Shared>, visitor: Visitor, _posted: Posted) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    store::sessions::delete_for_user(&app.db, &signed.user.id, None).await?;
    visitor.session.flush().await?;
    Ok(Redirect::to("/sign-in").into_response())
}

/// A key acts without a password, so making one asks for it.
pub async fn add_token(
    State(app): State<Shared>,
    visitor: Visitor,
    origin: Origin,
    posted: Posted,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let (mut sheet, checked) = Sheet::read(words, fields(), &posted);
    let Some(asked) = checked.map(|c| c.read::<NewToken>()) else {
        return show(&app, &visitor, Shown { sheet: Some(sheet), ..Shown::default() }).await;
    };
    let now = app.clock.now();
    let good = |t: &Token| t.revoked_at.is_none() && t.expires_at > now;
    // The second of two clicks comes here, too.
    if store::tokens::of_user(&app.db, &signed.user.id).await?.iter().any(|t| good(t) && t.name == asked.token_name) {
        sheet.wrong("token-name", words.t("token-name-taken"));
        return show(&app, &visitor, Shown { sheet: Some(sheet), ..Shown::default() }).await;
    }
    let answer = ask::confirm(&app, Purpose::Change, &origin, signed, posted.get("token-password")).await?;
    if !matches!(answer, Answer::Right) {
        let errors = PasswordErrors { token: refused(words, &answer), ..PasswordErrors::default() };
        return show(&app, &visitor, Shown { sheet: Some(sheet), errors, ..Shown::default() }).await;
    }
    let scope = TokenScope::parse(&asked.scope).ok_or(Failure::Bad("error-bad-form"))?;
    let fresh = issue(&app, signed, &asked.token_name, scope, asked.days).await?;
    show(&app, &visitor, Shown { fresh, ..Shown::default() }).await
}

pub async fn revoke(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    _posted: Posted,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    match store::tokens::revoke(&app.db, &signed.user.id, &id, &edit(&app, signed)?).await {
        Err(StoreError::NotFound(_)) => return Err(Failure::NotFound),
        other => other?,
    }
    visitor.say_next("account-token-revoked").await?;
    Ok(Redirect::to("/account").into_response())
}
