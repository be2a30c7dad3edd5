//! People with an account: who they are, what they are for which body, and how they sign in.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use law::case::{Field, FieldKind, Role};
use serde::Deserialize;
use store::{StoreError, Words, grants::Grant, users::User};

use super::{
    Hold, Reach, Sheet, edit,
    journal::{SigninLine, signin_line},
};
use crate::{
    app::Shared,
    passwords,
    web::{
        error::Failure,
        form::{Choice, Fault, Question},
        page::{Page, Visitor, html},
        posted::Posted,
    },
    words::{Arg, Speaker},
};

#[derive(Template)]
#[template(path = "users.html")]
struct UsersPage {
    page: Page,
    text: String,
    states: Vec<Choice>,
    count: String,
    rows: Vec<UserLine>,
    previous: String,
    next: String,
    now: String,
    last: String,
}

struct UserLine {
    id: String,
    login: String,
    name: String,
    position: String,
    /// Role and body.
    capacities: Vec<(String, String)>,
    active: bool,
}

/// What the list is narrowed by.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: usize,
}

pub async fn list(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    const PER_PAGE: usize = 50;
    let reach = Reach::of(&app, &visitor)?;
    let words = &visitor.words;
    let today = app.clock.today();
    let mut held: HashMap<String, Vec<Grant>> = HashMap::new();
    for grant in store::grants::in_force(&app.db, today).await? {
        held.entry(grant.user.clone()).or_default().push(grant);
    }
    let mut found = Vec::new();
    for user in store::users::search(&app.db, asked.q.trim(), u32::MAX).await? {
        if (asked.state == "active" && !user.active) || (asked.state == "closed" && user.active) {
            continue;
        }
        let grants = match held.remove(&user.id) {
            Some(grants) => grants,
            None if reach.everywhere => Vec::new(),
            None => store::grants::history_of(&app.db, &user.id).await?,
        };
        if reach.hold(&grants, today) != Hold::Nothing {
            found.push((user, grants));
        }
    }
    let (total, last) = (found.len(), found.len().div_ceil(PER_PAGE).max(1));
    let now = asked.page.clamp(1, last);
    let link = |page: usize| {
        let query = serde_urlencoded::to_string([
            ("q", asked.q.as_str()),
            ("state", &asked.state),
            ("page", &page.to_string()),
        ]);
        format!("/admin/users?{}", query.unwrap_or_default())
    };
    let state = |value: &str, label: String| Choice {
        value: value.into(),
        label,
        hint: String::new(),
        chosen: asked.state == value,
    };
    let rows = found.into_iter().skip((now - 1) * PER_PAGE).take(PER_PAGE).map(|(user, grants)| {
        let shown = grants.iter().filter(|g| in_force(g, today) && reach.covers(&g.body));
        UserLine {
            name: user.name.get(words.lang.code()).to_owned(),
            position: user.position.get(words.lang.code()).to_owned(),
            capacities: shown.map(|g| (role(words, g), reach.registry.name(&g.body, words.lang))).collect(),
            active: user.active,
            login: user.login,
            id: user.id,
        }
    });
    html(&UsersPage {
        page: visitor.page(&app).await?,
        states: vec![
            state("", words.t("users-state-all")),
            state("active", words.t("users-state-active")),
            state("closed", words.t("users-state-closed")),
        ],
        count: words.with("users-count", &[("count", Arg::Number(i64::try_from(total).unwrap_or(i64::MAX)))]),
        rows: rows.collect(),
        previous: if now > 1 { link(now - 1) } else { String::new() },
        next: if now < last { link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        text: asked.q,
    })
}

fn in_force(grant: &Grant, on: Date) -> bool {
    grant.valid_from <= on && grant.valid_to.is_none_or(|last| on <= last)
}

fn role(words: &Speaker, grant: &Grant) -> String {
    let role = words.t(&format!("role-{}", grant.role.word()));
    if grant.acting { format!("{role} ({})", words.t("capacity-acting")) } else { role }
}

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

/// Names and position, in the three languages.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct About {
    login: String,
    name_kk: String,
    name_ru: String,
    name_en: String,
    position_kk: String,
    position_ru: String,
    position_en: String,
    #[serde(default)]
    active: bool,
}

/// A role to be given.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Given {
    body: String,
    role: Role,
    acting: bool,
    first_day: Date,
    #[serde(default)]
    until: Option<Date>,
}

fn about_fields(user: Option<&User>) -> Vec<Field> {
    let field = |name, value: fn(&User) -> &String| {
        let field = Field::new(name, FieldKind::Text(200));
        if let Some(user) = user { field.with(value(user)) } else { field }
    };
    let mut fields = vec![
        field("login", |u| &u.login),
        field("name-kk", |u| &u.name.kk),
        field("name-ru", |u| &u.name.ru),
        field("name-en", |u| &u.name.en),
        field("position-kk", |u| &u.position.kk),
        field("position-ru", |u| &u.position.ru),
        field("position-en", |u| &u.position.en),
    ];
    if let Some(user) = user {
        fields.push(Field::flag("active").with(user.active));
    }
    fields
}

fn give_fields(reach: &Reach, words: &Speaker, today: Date) -> Vec<Field> {
    let bodies = reach
        .registry
        .bodies
        .values()
        .filter(|b| b.body.valid_to.is_none_or(|last| last >= today) && reach.covers(&b.body.id));
    let mut bodies: Vec<(String, String)> =
        bodies.map(|b| (b.body.id.clone(), b.name.get(words.lang.code()).to_owned())).collect();
    bodies.sort_by(|a, b| a.1.cmp(&b.1));
    let roles: Vec<&'static str> = Role::ALL.into_iter().map(Role::word).collect();
    vec![
        Field::new("body", FieldKind::Pick(bodies)),
        Field::choice("role", "role", &roles),
        Field::flag("acting"),
        Field::new("first-day", FieldKind::Date).with(today),
        Field::new("until", FieldKind::Date).optional(),
    ]
}

/// Letters and digits that can be typed on any keyboard.
fn login_is_plain(login: &str) -> bool {
    (3..=64).contains(&login.len())
        && login.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-@".contains(&b))
}

fn too_short(words: &Speaker, password: &str) -> Option<String> {
    let short = password.chars().count() < passwords::SHORTEST;
    short.then(|| words.with("password-too-short", &[("least", shortest())]))
}

fn shortest() -> Arg {
    Arg::Number(i64::try_from(passwords::SHORTEST).unwrap_or(i64::MAX))
}

/// What is on a person's page besides what the database knows.
#[derive(Default)]
struct Shown {
    about: Option<Sheet>,
    give: Option<Sheet>,
    faults: Vec<Fault>,
    password_error: String,
}

impl Shown {
    fn is_wrong(&self) -> bool {
        let wrong = |sheet: &Option<Sheet>| sheet.as_ref().is_some_and(|s| !s.faults.is_empty());
        wrong(&self.about) || wrong(&self.give) || !self.faults.is_empty()
    }

    fn faults(&self) -> Vec<Fault> {
        let of = |sheet: &Option<Sheet>| sheet.as_ref().map(|s| s.faults.clone()).unwrap_or_default();
        [of(&self.about), of(&self.give), self.faults.clone()].concat()
    }
}

pub async fn blank(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let reach = Reach::of(&app, &visitor)?;
    show_blank(&app, &visitor, &reach, Shown::default()).await
}

async fn show_blank(app: &Shared, visitor: &Visitor, reach: &Reach, shown: Shown) -> Result<Response, Failure> {
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

fn status(wrong: bool, answer: Response) -> Response {
    if wrong { (StatusCode::UNPROCESSABLE_ENTITY, answer).into_response() } else { answer }
}

pub async fn add(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let reach = Reach::of(&app, &visitor)?;
    let words = &visitor.words;
    let today = app.clock.today();
    let (mut about, who) = Sheet::read(words, about_fields(None), &posted);
    let (mut give, what) = Sheet::read(words, give_fields(&reach, words, today), &posted);
    let mut shown = Shown::default();
    check_about(words, &mut about, who.as_ref().map(|w| w.read()).as_ref());
    check_given(words, &reach, &mut give, what.as_ref().map(|w| w.read()).as_ref(), &[]);
    if let Some(text) = too_short(words, posted.get("password")) {
        shown.faults.push(Fault { field: "password".into(), text: text.clone() });
        shown.password_error = text;
    }
    if let (Some(who), Some(what), true) =
        (who, what, about.faults.is_empty() && give.faults.is_empty() && !shown.is_wrong())
    {
        let who: About = who.read();
        let mut user = User {
            id: app.random_word(16),
            login: String::new(),
            name: Words::default(),
            position: Words::default(),
            password_hash: Some(hash(posted.get("password")).await?),
            active: true,
            failed: 0,
            locked_until: None,
            language: "kk".into(),
        };
        who.write(&mut user);
        user.active = true;
        let mark = edit(&app, &reach.signed)?;
        match store::users::create(&app.db, &user, &mark).await {
            Err(StoreError::Exists(_)) => about.wrong("login", words.t("users-login-taken")),
            Err(other) => return Err(other.into()),
            Ok(()) => {
                store::grants::create(&app.db, &grant(&app, &user.id, what.read()), &mark).await?;
                visitor.say_next("users-added").await?;
                return Ok(Redirect::to(&format!("/admin/users/{}", user.id)).into_response());
            }
        }
    }
    (shown.about, shown.give) = (Some(about), Some(give));
    show_blank(&app, &visitor, &reach, shown).await
}

impl About {
    fn write(self, user: &mut User) {
        user.login = self.login;
        user.name = Words::new(self.name_kk, self.name_ru, self.name_en);
        user.position = Words::new(self.position_kk, self.position_ru, self.position_en);
        user.active = self.active;
    }
}

fn check_about(words: &Speaker, sheet: &mut Sheet, about: Option<&About>) {
    if about.is_some_and(|a| !login_is_plain(&a.login)) {
        sheet.wrong("login", words.t("users-login-wrong"));
    }
}

fn check_given(words: &Speaker, reach: &Reach, sheet: &mut Sheet, given: Option<&Given>, held: &[Grant]) {
    let Some(given) = given else { return };
    if given.until.is_some_and(|last| last < given.first_day) {
        sheet.wrong("until", words.t("users-until-before-from"));
    }
    if !reach.registry.tree.get(&given.body).is_some_and(|b| b.exists_on(given.first_day)) {
        sheet.wrong("first-day", words.t("users-body-not-yet"));
    }
    let same = held.iter().filter(|g| g.body == given.body && g.role == given.role);
    let overlap = |g: &Grant| {
        g.valid_to.is_none_or(|last| last >= given.first_day) && given.until.is_none_or(|last| last >= g.valid_from)
    };
    if same.into_iter().any(overlap) {
        sheet.wrong("role", words.t("users-role-held"));
    }
}

fn grant(app: &Shared, user: &str, given: Given) -> Grant {
    Grant {
        id: app.random_word(16),
        user: user.to_owned(),
        body: given.body,
        role: given.role,
        acting: given.acting,
        valid_from: given.first_day,
        valid_to: given.until,
    }
}

async fn hash(password: &str) -> Result<String, Failure> {
    passwords::hash(password.to_owned()).await.map_err(|e| Failure::Internal(e.to_string()))
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
