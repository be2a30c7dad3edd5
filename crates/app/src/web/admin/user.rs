//! A person: who they are, what they are for which body, and how they sign in.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use store::{StoreError, grants::Grant, users::User};

use super::{
    Hold, Reach, Sheet, edit,
    journal::{SigninLine, signin_line},
    person::{About, Given, about_fields, check_about, check_given, give_fields, grant, hash, shortest, too_short},
    users::role,
};
use crate::{
    app::Shared,
    web::{
        error::Failure,
        form::{Fault, Question},
        page::{Page, Visitor, html},
        posted::Posted,
    },
    words::Arg,
};

#[derive(Template)]
#[template(path = "user.html")]
struct UserPage {
    page: Page,
    /// Empty for a person who is being added.
    id: String,
    title: String,
    login: String,
    position: String,
    /// Whether everything of the person is within reach.
    whole: bool,
    active: bool,
    locked: String,
    faults: Vec<Fault>,
    about: Vec<Question>,
    about_open: bool,
    grants: Vec<GrantLine>,
    give: Vec<Question>,
    give_open: bool,
    password_hint: String,
    password_error: String,
    sign_ins: Vec<SigninLine>,
    today: String,
}

struct GrantLine {
    id: String,
    role: String,
    body: String,
    from: String,
    to: String,
    /// Whether it holds or will hold, and so can be ended.
    lasting: bool,
}

/// What is on a person's page besides what the database knows.
#[derive(Default)]
pub struct Shown {
    pub about: Option<Sheet>,
    pub give: Option<Sheet>,
    pub faults: Vec<Fault>,
    pub password_error: String,
}

impl Shown {
    pub fn is_wrong(&self) -> bool {
        let wrong = |sheet: &Option<Sheet>| sheet.as_ref().is_some_and(|s| !s.faults.is_empty());
        wrong(&self.about) || wrong(&self.give) || !self.faults.is_empty()
    }

    fn faults(&self) -> Vec<Fault> {
        let of = |sheet: &Option<Sheet>| sheet.as_ref().map(|s| s.faults.clone()).unwrap_or_default();
        [of(&self.about), of(&self.give), self.faults.clone()].concat()
    }
}

fn status(wrong: bool, answer: Response) -> Response {
    if wrong { (StatusCode::UNPROCESSABLE_ENTITY, answer).into_response() } else { answer }
}

/// The page of a person who is being added.
pub async fn show_blank(app: &Shared, visitor: &Visitor, reach: &Reach, shown: Shown) -> Result<Response, Failure> {
    let words = &visitor.words;
    let today = app.clock.today();
    let (wrong, faults) = (shown.is_wrong(), shown.faults());
    let answer = html(&UserPage {
        page: visitor.page(app).await?,
        id: String::new(),
        title: words.t("users-add"),
        login: String::new(),
        position: String::new(),
        whole: true,
        active: true,
        locked: String::new(),
        about: shown.about.unwrap_or_else(|| Sheet::blank(about_fields(None))).questions(words),
        about_open: true,
        grants: Vec::new(),
        give: shown.give.unwrap_or_else(|| Sheet::blank(give_fields(reach, words, today))).questions(words),
        give_open: true,
        password_hint: words.with("password-hint", &[("least", shortest())]),
        password_error: shown.password_error,
        sign_ins: Vec::new(),
        today: today.to_string(),
        faults,
    })?;
    Ok(status(wrong, answer))
}

/// A person within reach, with every role ever held.
struct Found {
    reach: Reach,
    user: User,
    grants: Vec<Grant>,
    hold: Hold,
}

async fn find(app: &Shared, visitor: &Visitor, id: &str) -> Result<Found, Failure> {
    let reach = Reach::of(app, visitor)?;
    let user = store::users::get(&app.db, id).await?.ok_or(Failure::NotFound)?;
    let grants = store::grants::history_of(&app.db, id).await?;
    let hold = reach.hold(&grants, app.clock.today());
    if hold == Hold::Nothing { Err(Failure::NotFound) } else { Ok(Found { reach, user, grants, hold }) }
}

/// The same, where everything of the person must be within reach.
async fn find_whole(app: &Shared, visitor: &Visitor, id: &str) -> Result<Found, Failure> {
    let found = find(app, visitor, id).await?;
    if found.hold == Hold::Whole { Ok(found) } else { Err(Failure::Forbidden) }
}

pub async fn page(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    let found = find(&app, &visitor, &id).await?;
    show(&app, &visitor, found, Shown::default()).await
}

async fn show(app: &Shared, visitor: &Visitor, found: Found, shown: Shown) -> Result<Response, Failure> {
    let Found { reach, user, grants, hold } = found;
    let words = &visitor.words;
    let (today, now) = (app.clock.today(), app.clock.now());
    let (wrong, faults) = (shown.is_wrong(), shown.faults());
    let whole = hold == Hold::Whole;
    let sign_ins = if whole { store::signins::latest(&app.db, Some(&user.id), 20).await? } else { Vec::new() };
    let locked = user.locked_until.filter(|until| *until > now);
    let grants = grants.iter().filter(|g| reach.covers(&g.body)).map(|g| GrantLine {
        id: g.id.clone(),
        role: role(words, g),
        body: reach.registry.name(&g.body, words.lang),
        from: words.date(g.valid_from),
        to: g.valid_to.map(|d| words.date(d)).unwrap_or_default(),
        lasting: g.valid_to.is_none_or(|last| last >= today) && g.id != reach.signed.grant.id,
    });
    let answer = html(&UserPage {
        page: visitor.page(app).await?,
        title: user.name.get(words.lang.code()).to_owned(),
        position: user.position.get(words.lang.code()).to_owned(),
        whole,
        active: user.active,
        locked: locked
            .map(|until| words.with("users-locked", &[("until", words.moment(until).into())]))
            .unwrap_or_default(),
        about_open: shown.about.is_some(),
        about: shown.about.unwrap_or_else(|| Sheet::blank(about_fields(Some(&user)))).questions(words),
        grants: grants.collect(),
        give_open: shown.give.is_some(),
        give: shown.give.unwrap_or_else(|| Sheet::blank(give_fields(&reach, words, today))).questions(words),
        password_hint: words.with("password-hint", &[("least", shortest())]),
        password_error: shown.password_error,
        sign_ins: sign_ins.into_iter().map(|s| signin_line(words, s, None)).collect(),
        today: today.to_string(),
        login: user.login,
        id: user.id,
        faults,
    })?;
    Ok(status(wrong, answer))
}

fn back(id: &str) -> Response {
    Redirect::to(&format!("/admin/users/{id}")).into_response()
}

pub async fn change(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let found = find_whole(&app, &visitor, &id).await?;
    let words = &visitor.words;
    let (mut sheet, checked) = Sheet::read(words, about_fields(Some(&found.user)), &posted);
    let about: Option<About> = checked.map(|c| c.read());
    check_about(words, &mut sheet, about.as_ref());
    if let (Some(about), true) = (about, sheet.faults.is_empty()) {
        let mut user = found.user.clone();
        about.write(&mut user);
        if !user.active && user.id == found.reach.signed.user.id {
            sheet.wrong("active", words.t("users-not-oneself"));
        } else {
            match store::users::update(&app.db, &user, &edit(&app, &found.reach.signed)?).await {
                Err(StoreError::Exists(_)) => sheet.wrong("login", words.t("users-login-taken")),
                Err(other) => return Err(other.into()),
                Ok(()) => {
                    if !user.active {
                        store::sessions::delete_for_user(&app.db, &user.id, None).await?;
                    }
                    visitor.say_next("users-changed").await?;
                    return Ok(back(&id));
                }
            }
        }
    }
    show(&app, &visitor, found, Shown { about: Some(sheet), ..Shown::default() }).await
}

pub async fn give(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let found = find_whole(&app, &visitor, &id).await?;
    let words = &visitor.words;
    let (mut sheet, checked) = Sheet::read(words, give_fields(&found.reach, words, app.clock.today()), &posted);
    let given: Option<Given> = checked.map(|c| c.read());
    check_given(words, &found.reach, &mut sheet, given.as_ref(), &found.grants);
    if let (Some(given), true) = (given, sheet.faults.is_empty()) {
        store::grants::create(&app.db, &grant(&app, &id, given), &edit(&app, &found.reach.signed)?).await?;
        visitor.say_next("users-given").await?;
        return Ok(back(&id));
    }
    show(&app, &visitor, found, Shown { give: Some(sheet), ..Shown::default() }).await
}

pub async fn end(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((id, grant)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let found = find(&app, &visitor, &id).await?;
    let words = &visitor.words;
    let held = found.grants.iter().find(|g| g.id == grant && found.reach.covers(&g.body)).ok_or(Failure::NotFound)?;
    let last = posted.get("last").parse::<Date>().ok();
    // A role given by mistake ends on the day before its first.
    let text = match last {
        _ if held.id == found.reach.signed.grant.id => words.t("users-not-oneself"),
        None => words.t("error-not-a-date"),
        Some(last) if last < held.valid_from.yesterday().unwrap_or(held.valid_from) => {
            words.t("users-until-before-from")
        }
        Some(last) => {
            store::grants::end(&app.db, &grant, last, &edit(&app, &found.reach.signed)?).await?;
            visitor.say_next("users-ended").await?;
            // The person may be out of reach now.
            let grants = store::grants::history_of(&app.db, &id).await?;
            let gone = found.reach.hold(&grants, app.clock.today()) == Hold::Nothing;
            return Ok(if gone { Redirect::to("/admin/users").into_response() } else { back(&id) });
        }
    };
    let fault = Fault { field: format!("last-{grant}"), text };
    show(&app, &visitor, found, Shown { faults: vec![fault], ..Shown::default() }).await
}

pub async fn password(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let found = find_whole(&app, &visitor, &id).await?;
    if let Some(text) = too_short(&visitor.words, posted.get("password")) {
        let faults = vec![Fault { field: "password".into(), text: text.clone() }];
        return show(&app, &visitor, found, Shown { faults, password_error: text, ..Shown::default() }).await;
    }
    store::users::set_password(&app.db, &id, &hash(posted.get("password")).await?, &edit(&app, &found.reach.signed)?)
        .await?;
    end_sessions(&app, &visitor, &found).await?;
    visitor.say_next("users-password-set").await?;
    Ok(back(&id))
}

pub async fn sign_out(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    _posted: Posted,
) -> Result<Response, Failure> {
    let found = find_whole(&app, &visitor, &id).await?;
    let ended = end_sessions(&app, &visitor, &found).await?;
    visitor
        .say_next(
            visitor.words.with("users-signed-out", &[("count", Arg::Number(i64::try_from(ended).unwrap_or(i64::MAX)))]),
        )
        .await?;
    Ok(back(&id))
}

/// Ends every session of the person; one's own goes on under a new id.
async fn end_sessions(app: &Shared, visitor: &Visitor, found: &Found) -> Result<u64, Failure> {
    if found.user.id == found.reach.signed.user.id {
        visitor.session.cycle_id().await?;
    }
    Ok(store::sessions::delete_for_user(&app.db, &found.user.id, None).await?)
}
