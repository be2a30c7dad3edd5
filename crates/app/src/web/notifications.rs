//! What happened in one's cases, and what is coming due.

use std::collections::{HashMap, hash_map::Entry};

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    error::Failure,
    page::{Page, Visitor, html},
    posted::Posted,
};
use crate::{app::Shared, door, words::Arg};

#[derive(Template)]
#[template(path = "notifications.html")]
struct NotificationsPage {
    page: Page,
    messages: Vec<Line>,
}

struct Line {
    text: String,
    at: String,
    case: String,
    title: String,
    unread: bool,
}

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let viewer = door::viewer(&app, &signed.actor);
    let found = store::outbox::list(&app.db, &viewer, 100).await?;
    let registry = app.registry();
    let mut titles = HashMap::new();
    for id in found.iter().filter_map(|m| m.case.clone()) {
        if let Entry::Vacant(entry) = titles.entry(id)
            && let Some(row) = store::cases::find(&app.db, &viewer, entry.key()).await?
        {
            entry.insert(format!("№ {} – {}", row.reference, super::case::title(words, &registry, &row)));
        }
    }
    let lines = found.into_iter().map(|m| {
        let values: Vec<(&str, Arg)> = m
            .args
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, value)| {
                let text = value.as_str().unwrap_or_default();
                let arg = match text.parse::<jiff::civil::Date>() {
                    Ok(date) if text.len() == 10 => Arg::Date(date),
                    _ if name == "what" => Arg::Text(words.t(text)),
                    _ => Arg::Text(text.to_owned()),
                };
                (name.as_str(), arg)
            })
            .collect();
        Line {
            text: words.with(&m.kind, &values),
            at: words.moment(m.at),
            title: m.case.as_ref().and_then(|id| titles.get(id)).cloned().unwrap_or_else(|| words.t("verify-case")),
            case: m.case.clone().unwrap_or_default(),
            unread: m.read_at.is_none(),
        }
    });
    let messages = lines.collect();
    html(&NotificationsPage { page: visitor.page(&app).await?, messages })
}

pub async fn read(State(app): State<Shared>, visitor: Visitor, _posted: Posted) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let viewer = door::viewer(&app, &signed.actor);
    for message in store::outbox::list(&app.db, &viewer, 200).await?.iter().filter(|m| m.read_at.is_none()) {
        store::outbox::mark_read(&app.db, &viewer, &message.id, app.clock.now()).await?;
    }
    Ok(Redirect::to("/notifications").into_response())
}
