//! The list of people with an account.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use jiff::civil::Date;
use serde::Deserialize;
use store::grants::Grant;

use super::{Hold, Reach};
use crate::{
    app::Shared,
    web::{
        error::Failure,
        form::Choice,
        page::{Page, Visitor, html},
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

/// The role in words.
pub fn role(words: &Speaker, grant: &Grant) -> String {
    let role = words.t(&format!("role-{}", grant.role.word()));
    if grant.acting { format!("{role} ({})", words.t("capacity-acting")) } else { role }
}
