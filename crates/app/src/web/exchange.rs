//! Packages for legal statistics: how far each is, its contents, and sending it again.

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use law::case::Role;
use serde::Deserialize;
use store::packages::{self, PackageRow, State as Stand};

use super::{
    error::Failure,
    files::attachment,
    form::Choice,
    page::{Page, Signed, Visitor, html},
    posted::Posted,
};
use crate::{
    app::Shared,
    door, exchange,
    words::{Arg, Speaker},
};

const PER_PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "exchange.html")]
struct ExchangePage {
    page: Page,
    line: String,
    states: Vec<Choice>,
    case: String,
    count: String,
    rows: Vec<Row>,
    previous: String,
    next: String,
    now: String,
    last: String,
}

struct Row {
    id: String,
    kind: String,
    case: String,
    reference: String,
    /// Whether this person may read what is in it.
    contents: bool,
    created: String,
    state: String,
    colour: &'static str,
    attempts: String,
    next_at: String,
    error: String,
    number: String,
    again: bool,
}

/// What the list is narrowed by.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    case: String,
    #[serde(default)]
    page: u32,
}

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/exchange", get(list))
        .route("/exchange/{package}", get(download))
        .route("/exchange/{package}/send", post(send))
}

/// The person, if the packages of their body are for them to look after.
fn looking<'a>(app: &Shared, visitor: &'a Visitor) -> Result<&'a Signed, Failure> {
    let signed = visitor.signed()?;
    if exchange::looks_after(app, &signed.actor) { Ok(signed) } else { Err(Failure::Forbidden) }
}

async fn list(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let signed = looking(&app, &visitor)?;
    let words = &visitor.words;
    let viewer = door::viewer(&app, &signed.actor);
    let filter = packages::Filter {
        state: Stand::parse(&asked.state),
        case: Some(asked.case.clone()).filter(|c| !c.is_empty()),
        page: asked.page,
        per_page: PER_PAGE,
    };
    let found = packages::list(&app.db, &viewer, &filter).await?;
    let (now, last) = (found.page, found.last());
    let link = |page: u32| {
        let page = page.to_string();
        let query = [("state", asked.state.as_str()), ("case", &asked.case), ("page", &page)];
        format!("/exchange?{}", serde_urlencoded::to_string(query).unwrap_or_default())
    };
    let mut states = vec![Choice {
        value: String::new(),
        label: words.t("exchange-state-all"),
        hint: String::new(),
        chosen: filter.state.is_none(),
    }];
    states.extend(Stand::ALL.map(|state| Choice {
        value: state.word().to_owned(),
        label: words.t(&format!("exchange-state-{}", state.word())),
        hint: String::new(),
        chosen: filter.state == Some(state),
    }));
    // Whoever only looks after the line does not read what goes over it.
    let contents = signed.actor.role != Role::Administrator;
    html(&ExchangePage {
        page: visitor.page(&app).await?.under("/exchange"),
        line: words.t(if app.config.statistics_url.is_some() { "exchange-line" } else { "exchange-no-line" }),
        states,
        count: words.with("exchange-count", &[("count", Arg::Number(i64::from(found.total)))]),
        rows: found.items.into_iter().map(|package| row(words, package, contents)).collect(),
        previous: if now > 1 { link(now - 1) } else { String::new() },
        next: if now < last { link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        case: asked.case,
    })
}

fn row(words: &Speaker, p: PackageRow, contents: bool) -> Row {
    let again = p.state != Stand::Acknowledged;
    let expected = matches!(p.state, Stand::Waiting | Stand::Delivered);
    let number = p
        .answered
        .map(|a| words.with("exchange-number-value", &[("number", a.number.into()), ("on", Arg::Date(a.on))]));
    Row {
        kind: words.t(&format!("package-{}", p.kind.word())),
        created: words.moment(p.created_at),
        state: words.t(&format!("exchange-state-{}", p.state.word())),
        colour: match p.state {
            Stand::Waiting => "",
            Stand::Delivered => "soon",
            Stand::Acknowledged => "done",
            Stand::Refused => "late",
        },
        attempts: p.attempts.to_string(),
        next_at: if expected { words.moment(p.next_at) } else { String::new() },
        error: p.last_error.unwrap_or_default(),
        number: number.unwrap_or_default(),
        again,
        contents,
        case: p.case,
        reference: p.reference,
        id: p.id,
    }
}

/// The contents, for those who may read the case they come from.
async fn download(State(app): State<Shared>, visitor: Visitor, Path(file): Path<String>) -> Result<Response, Failure> {
    let signed = looking(&app, &visitor)?;
    let id = file.strip_suffix(".json").ok_or(Failure::NotFound)?;
    let viewer = door::viewer(&app, &signed.actor);
    let row = packages::readable_by(&app.db, &viewer, id).await?.ok_or(Failure::NotFound)?;
    let package = exchange::load(&app, &row).await?;
    Ok(attachment(&file, "application/json", exchange::text(&package)?))
}

async fn send(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    _posted: Posted,
) -> Result<Response, Failure> {
    let signed = looking(&app, &visitor)?;
    let viewer = door::viewer(&app, &signed.actor);
    match packages::send_again(&app.db, &viewer, &id, app.clock.now()).await {
        Ok(()) => visitor.say_next("exchange-again-done").await?,
        Err(store::StoreError::NotFound(_)) => return Err(Failure::NotFound),
        Err(error) => return Err(error.into()),
    }
    Ok(Redirect::to("/exchange").into_response())
}
