//! Signing in and out, changing capacity; the demo's personas.

use std::net::SocketAddr;

use askama::Template;
use axum::{
    extract::{ConnectInfo, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use law::case::Role;
use serde::Deserialize;
use store::signins::Signin;

use super::{
    error::Failure,
    form::Fault,
    page::{self, Page, Visitor, html},
    posted::Posted,
};
use crate::{app::Shared, passwords, words::Lang};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    faults: Vec<Fault>,
    login: String,
    next: String,
    personas: Vec<Group>,
}

/// The personas of one body.
struct Group {
    body: String,
    people: Vec<Persona>,
}

struct Persona {
    grant: String,
    name: String,
    role: String,
}

#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// Only paths of this site: never `//elsewhere`.
fn safe(next: &str) -> &str {
    if next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') { next } else { "/" }
}

pub async fn form(State(app): State<Shared>, visitor: Visitor, Query(next): Query<Next>) -> Result<Response, Failure> {
    show(&app, &visitor, Vec::new(), String::new(), next.next).await
}

async fn show(
    app: &Shared,
    visitor: &Visitor,
    faults: Vec<Fault>,
    login: String,
    next: String,
) -> Result<Response, Failure> {
    let personas = if app.config.demo { personas(app, visitor.words.lang).await? } else { Vec::new() };
    html(&SignInPage { page: visitor.page(app).await?, faults, login, next: safe(&next).to_owned(), personas })
}

/// Everybody who can be played: those who take part in control events first, each under their body.
async fn personas(app: &Shared, lang: Lang) -> Result<Vec<Group>, Failure> {
    const FIRST: [Role; 4] = [Role::ResponsibleExecutor, Role::UnitHead, Role::Leader, Role::ControlObjectHead];
    let registry = app.registry();
    let words = app.words.speaker(lang);
    let mut grants = store::grants::in_force(&app.db, app.clock.today()).await?;
    let bodies_first = |g: &store::grants::Grant, all: &[store::grants::Grant]| {
        !all.iter().any(|o| o.body == g.body && o.role == Role::ResponsibleExecutor)
    };
    let all = grants.clone();
    grants.sort_by_key(|g| {
        let place = FIRST.iter().position(|r| *r == g.role).unwrap_or(FIRST.len());
        (bodies_first(g, &all), g.body.clone(), place, g.id.clone())
    });
    let mut groups: Vec<Group> = Vec::new();
    for grant in grants {
        let Some(user) = store::users::get(&app.db, &grant.user).await? else { continue };
        let body = registry.name(&grant.body, lang);
        let persona = Persona {
            name: user.name.get(lang.code()).to_owned(),
            role: words.t(&format!("role-{}", grant.role.word())),
            grant: grant.id,
        };
        match groups.last_mut().filter(|g| g.body == body) {
            Some(group) => group.people.push(persona),
            None => groups.push(Group { body, people: vec![persona] }),
        }
    }
    Ok(groups)
}

fn agent(headers: &HeaderMap) -> String {
    headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default().chars().take(200).collect()
}

pub async fn sign_in(
    State(app): State<Shared>,
    visitor: Visitor,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, Failure> {
    let login = posted.get("login").trim().to_owned();
    let now = app.clock.now();
    let user = store::users::by_login(&app.db, &login).await?;
    let locked = user.as_ref().and_then(|u| u.locked_until).filter(|until| *until > now);
    let hash = user.as_ref().filter(|u| u.active && locked.is_none()).and_then(|u| u.password_hash.clone());
    let right = passwords::matches(posted.get("password").to_owned(), hash).await;
    let outcome = if right {
        "in"
    } else if locked.is_some() {
        "locked"
    } else {
        "wrong"
    };
    let note = Signin {
        id: app.random_word(20),
        at: now,
        login: login.clone(),
        user: user.as_ref().map(|u| u.id.clone()),
        outcome: outcome.into(),
        address: from.ip().to_string(),
        agent: agent(&headers),
    };
    store::signins::record(&app.db, note).await?;
    metrics::counter!("sapa_sign_ins_total", "outcome" => outcome).increment(1);
    if let (true, Some(user)) = (right, &user) {
        store::users::note_success(&app.db, &user.id).await?;
        let grants = store::grants::grants_of(&app.db, &user.id, app.clock.today()).await?;
        if let Some(grant) = grants.first() {
            return enter(&visitor, &grant.id, &user.id, posted.get("next")).await;
        }
    } else if let (Some(user), None) = (&user, locked) {
        let until = passwords::delayed_until(now, user.failed);
        store::users::note_failure(&app.db, &user.id, passwords::FREE_TRIES, until).await?;
    }
    let text = if locked.is_some() { "sign-in-locked" } else { "sign-in-wrong" };
    let fault = Fault { field: "login".into(), text: visitor.words.t(text) };
    let shown = show(&app, &visitor, vec![fault], login, posted.get("next").to_owned()).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}

/// A new session id, so that one known before is worth nothing after.
async fn enter(visitor: &Visitor, grant: &str, user: &str, next: &str) -> Result<Response, Failure> {
    visitor.session.cycle_id().await?;
    visitor.session.insert(page::GRANT, grant).await?;
    visitor.session.insert(crate::sessions::USER, user).await?;
    Ok(Redirect::to(safe(next)).into_response())
}

/// One click, in demo mode only.
pub async fn persona(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    if !app.config.demo {
        return Err(Failure::NotFound);
    }
    let grant = posted.get("grant");
    let grant = store::grants::get(&app.db, grant).await?.ok_or(Failure::NotFound)?;
    enter(&visitor, &grant.id, &grant.user, posted.get("next")).await
}

pub async fn sign_out(visitor: Visitor, _posted: Posted) -> Result<Response, Failure> {
    visitor.session.flush().await?;
    Ok(Redirect::to("/sign-in").into_response())
}

/// Takes on another of the person's capacities.
pub async fn capacity(visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let grant = posted.get("capacity");
    if !signed.grants.iter().any(|g| g.id == grant) {
        return Err(Failure::Forbidden);
    }
    visitor.session.insert(page::GRANT, grant).await?;
    Ok(Redirect::to("/").into_response())
}

/// The demo's day goes on: the next working day, or a number of days.
pub async fn demo_day(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    if !app.config.demo {
        return Err(Failure::NotFound);
    }
    let today = app.clock.today();
    let working: u32 = posted.get("working_days").parse().unwrap_or(1).clamp(0, 250);
    let next = app.law().calendar.add_working(today, working);
    let ahead = app.clock.days_ahead() + i64::from((next - today).get_days());
    let ahead = if posted.get("reset").is_empty() { ahead } else { 0 };
    app.clock.move_to(ahead);
    crate::jobs::run_due(&app).await?;
    let _ = visitor;
    Ok(Redirect::to(safe(posted.get("next"))).into_response())
}
