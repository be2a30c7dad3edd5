//! Signing in and out, changing capacity; the demo's personas.

use askama::Template;
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use law::{case::Role, term::Quarter};
use serde::Deserialize;
use store::grants::Grant;

use super::{
    error::Failure,
    form::Fault,
    origin::Origin,
    page::{self, Page, Visitor, html},
    password::{self, Answer, Purpose},
    posted::Posted,
};
use crate::{app::Shared, words::Lang};

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

/// Characters of a login that are looked at.
const MOST_LOGIN: usize = 100;

/// Only paths of this site: never `//elsewhere`, nor what a browser makes that of by leaving out blanks.
fn safe(next: &str) -> &str {
    let plain = next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if plain && next.starts_with('/') && !next.starts_with("//") { next } else { "/" }
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

pub async fn sign_in(
    State(app): State<Shared>,
    visitor: Visitor,
    origin: Origin,
    posted: Posted,
) -> Result<Response, Failure> {
    app.limits.sign_in(origin.address)?;
    let login: String = posted.get("login").trim().chars().take(MOST_LOGIN).collect();
    let user = store::users::by_login(&app.db, &login).await?;
    let account = (login.as_str(), user.as_ref().map(|u| u.id.as_str()));
    let text = match password::check(&app, Purpose::SignIn, &origin, account, posted.get("password")).await? {
        Answer::Locked(_) => "sign-in-locked",
        Answer::Wrong => "sign-in-wrong",
        Answer::Right => {
            let user = user.ok_or(Failure::NotFound)?;
            let grants = store::grants::grants_of(&app.db, &user.id, app.clock.today()).await?;
            if let Some(grant) = grants.first() {
                return enter(&app, &visitor, grant, posted.get("next")).await;
            }
            "sign-in-no-role"
        }
    };
    let fault = Fault { field: "login".into(), text: visitor.words.t(text) };
    let shown = show(&app, &visitor, vec![fault], login, posted.get("next").to_owned()).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}

/// A new session with a new token, so that what was known of the one before is worth nothing after.
async fn enter(app: &Shared, visitor: &Visitor, grant: &Grant, next: &str) -> Result<Response, Failure> {
    visitor.session.cycle_id().await?;
    visitor.session.clear().await;
    visitor.session.insert(page::CSRF, app.random_word(32)).await?;
    visitor.session.insert(page::GRANT, &grant.id).await?;
    visitor.session.insert(crate::sessions::USER, &grant.user).await?;
    Ok(Redirect::to(safe(next)).into_response())
}

/// One click, in demo mode only.
pub async fn persona(
    State(app): State<Shared>,
    visitor: Visitor,
    origin: Origin,
    posted: Posted,
) -> Result<Response, Failure> {
    if !app.config.demo {
        return Err(Failure::NotFound);
    }
    app.limits.sign_in(origin.address)?;
    let grant = posted.get("grant");
    let grant = store::grants::get(&app.db, grant).await?.ok_or(Failure::NotFound)?;
    enter(&app, &visitor, &grant, posted.get("next")).await
}

pub async fn sign_out(visitor: Visitor, _posted: Posted) -> Result<Response, Failure> {
    visitor.session.flush().await?;
    Ok(Redirect::to("/sign-in").into_response())
}

/// Takes on another of the person's capacities, in a session with another id.
pub async fn capacity(visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let grant = posted.get("capacity");
    if !signed.grants.iter().any(|g| g.id == grant) {
        return Err(Failure::Forbidden);
    }
    visitor.session.cycle_id().await?;
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
    let next = match posted.get("quarter") {
        "next" => Quarter::of(today).and_then(Quarter::next).map_or(today, Quarter::first_day),
        _ => app.law().calendar.add_working(today, working),
    };
    let ahead = app.clock.days_ahead() + i64::from((next - today).get_days());
    let ahead = if posted.get("reset").is_empty() { ahead } else { 0 };
    app.clock.move_to(ahead);
    crate::jobs::run_due(&app).await?;
    let _ = visitor;
    Ok(Redirect::to(safe(posted.get("next"))).into_response())
}
