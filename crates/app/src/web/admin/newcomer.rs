//! A person is added: the account, the first role, the first password.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use store::{StoreError, Words, users::User};

use super::{
    Reach, Sheet, edit,
    person::{About, about_fields, check_about, check_given, give_fields, grant, hash, too_short},
    user::{Shown, show_blank},
};
use crate::{
    app::Shared,
    web::{error::Failure, form::Fault, page::Visitor, posted::Posted},
};

pub async fn blank(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let reach = Reach::of(&app, &visitor)?;
    show_blank(&app, &visitor, &reach, Shown::default()).await
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
        let role = grant(&app, &user.id, what.read());
        match store::users::create_with_role(&app.db, &user, &role, &mark).await {
            Err(StoreError::Exists("user")) => about.wrong("login", words.t("users-login-taken")),
            Err(other) => return Err(other.into()),
            Ok(()) => {
                visitor.say_next("users-added").await?;
                return Ok(Redirect::to(&format!("/admin/users/{}", user.id)).into_response());
            }
        }
    }
    (shown.about, shown.give) = (Some(about), Some(give));
    show_blank(&app, &visitor, &reach, shown).await
}
