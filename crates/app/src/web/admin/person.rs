//! What is asked of a person and of their roles, and what can be wrong with it.

use jiff::civil::Date;
use law::case::{Field, FieldKind, Role};
use serde::Deserialize;
use store::{Words, grants::Grant, users::User};

use super::{Reach, Sheet};
use crate::{
    app::Shared,
    passwords,
    web::error::Failure,
    words::{Arg, Speaker},
};

/// Names and position, in the three languages.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct About {
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
pub struct Given {
    body: String,
    role: Role,
    acting: bool,
    first_day: Date,
    #[serde(default)]
    until: Option<Date>,
}

pub fn about_fields(user: Option<&User>) -> Vec<Field> {
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

pub fn give_fields(reach: &Reach, words: &Speaker, today: Date) -> Vec<Field> {
    let bodies = reach
        .registry
        .bodies
        .values()
        .filter(|b| b.body.valid_to.is_none_or(|last| last >= today) && reach.covers(&b.body.id));
    let mut bodies: Vec<(String, String)> =
        bodies.map(|b| (b.body.id.clone(), b.name.get(words.lang.code()).to_owned())).collect();
    bodies.sort_by(|a, b| words.lang.compare(&a.1, &b.1));
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
pub fn login_is_plain(login: &str) -> bool {
    (3..=64).contains(&login.len())
        && login.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-@".contains(&b))
}

pub fn too_short(words: &Speaker, password: &str) -> Option<String> {
    let short = password.chars().count() < passwords::SHORTEST;
    short.then(|| words.with("password-too-short", &[("least", shortest())]))
}

pub fn shortest() -> Arg {
    Arg::Number(i64::try_from(passwords::SHORTEST).unwrap_or(i64::MAX))
}

impl About {
    pub fn write(self, user: &mut User) {
        user.login = self.login;
        user.name = Words::new(self.name_kk, self.name_ru, self.name_en);
        user.position = Words::new(self.position_kk, self.position_ru, self.position_en);
        user.active = self.active;
    }
}

pub fn check_about(words: &Speaker, sheet: &mut Sheet, about: Option<&About>) {
    if about.is_some_and(|a| !login_is_plain(&a.login)) {
        sheet.wrong("login", words.t("users-login-wrong"));
    }
}

pub fn check_given(words: &Speaker, reach: &Reach, sheet: &mut Sheet, given: Option<&Given>, held: &[Grant]) {
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

pub fn grant(app: &Shared, user: &str, given: Given) -> Grant {
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

pub async fn hash(password: &str) -> Result<String, Failure> {
    passwords::hash(password.to_owned()).await.map_err(|e| Failure::Internal(e.to_string()))
}
