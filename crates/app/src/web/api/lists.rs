//! The caller, what is due from them, what they were told; bodies and services.

use axum::{
    Json,
    extract::{Path, State},
};
use jiff::civil::Date;
use law::bodies::BodyKind;
use serde::Deserialize;
use store::{bodies::BodyRow, duties::Scope, services::Service};

use super::{
    ROOT,
    auth::Caller,
    problem::{Asked, Problem},
    shown::{
        AwaitedList, AwaitedShown, BodyFull, BodyList, BodyShown, Me, MessageList, MessageShown, Named, OwedList,
        OwedShown, ServiceList, ServiceShown, TokenShown,
    },
};
use crate::{
    app::Shared,
    registry::Registry,
    words::{Arg, Speaker},
};

/// How many things a list has at most.
const MOST: u32 = 200;

pub async fn me(State(app): State<Shared>, caller: Caller) -> Result<Json<Me>, Problem> {
    let (user, grant, lang) = (&caller.signed.user, &caller.signed.grant, caller.lang().code());
    Ok(Json(Me {
        user: user.login.clone(),
        name: user.name.get(lang).to_owned(),
        position: user.position.get(lang).to_owned(),
        body: Named::body(&app.registry(), &caller.words, &grant.body),
        role: Named::word(&caller.words, "role", grant.role.word()),
        acting: grant.acting,
        token: TokenShown {
            name: caller.token.name.clone(),
            scope: caller.token.scope.word().into(),
            expires_at: caller.token.expires_at,
        },
        today: app.clock.today(),
        edition: app.law().edition.to_string(),
    }))
}

#[derive(Deserialize)]
pub struct Whose {
    whose: Option<String>,
}

pub async fn duties(
    State(app): State<Shared>,
    caller: Caller,
    Asked(asked): Asked<Whose>,
) -> Result<Json<OwedList>, Problem> {
    let scope = match asked.whose.as_deref() {
        None | Some("" | "mine") => Scope::Mine,
        Some("body") => Scope::Body,
        Some(_) => return Err(Problem::parameter()),
    };
    let found = store::duties::my_duties(&app.db, &caller.viewer(&app), scope, MOST).await?;
    let (registry, today) = (app.registry(), app.clock.today());
    Ok(Json(OwedList { items: found.into_iter().map(|d| OwedShown::of(&caller.words, &registry, d, today)).collect() }))
}

pub async fn awaited(State(app): State<Shared>, caller: Caller) -> Result<Json<AwaitedList>, Problem> {
    let found = store::awaited::mine(&app.db, &caller.viewer(&app), MOST).await?;
    let registry = app.registry();
    Ok(Json(AwaitedList { items: found.into_iter().map(|a| AwaitedShown::of(&caller.words, &registry, a)).collect() }))
}

pub async fn notifications(State(app): State<Shared>, caller: Caller) -> Result<Json<MessageList>, Problem> {
    let viewer = caller.viewer(&app);
    let found = store::outbox::list(&app.db, &viewer, MOST).await?;
    let items = found.into_iter().map(|m| MessageShown {
        text: sentence(&caller.words, &m),
        id: m.id,
        at: m.at,
        kind: m.kind,
        case: m.case,
        read_at: m.read_at,
    });
    Ok(Json(MessageList { items: items.collect(), unread: store::outbox::unread(&app.db, &viewer).await? }))
}

/// The words of a message: days become dates, keys of duties their words.
fn sentence(words: &Speaker, message: &store::outbox::Message) -> String {
    let values = message.args.as_object().into_iter().flatten().map(|(name, value)| {
        let text = value.as_str().unwrap_or_default();
        let arg = match text.parse::<Date>() {
            Ok(date) if text.len() == 10 => Arg::Date(date),
            _ if name == "what" => Arg::Text(words.t(text)),
            _ => Arg::Text(text.to_owned()),
        };
        (name.as_str(), arg)
    });
    words.with(&message.kind, &values.collect::<Vec<_>>())
}

#[derive(Deserialize)]
pub struct Search {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    limit: Option<u32>,
}

impl Search {
    fn limit(&self) -> u32 {
        self.limit.unwrap_or(50).clamp(1, MOST)
    }
}

pub async fn bodies(
    State(app): State<Shared>,
    caller: Caller,
    Asked(asked): Asked<Search>,
) -> Result<Json<BodyList>, Problem> {
    let kinds =
        asked.kind.split(',').filter(|k| !k.is_empty()).map(|k| BodyKind::parse(k).ok_or_else(Problem::parameter));
    let kinds = kinds.collect::<Result<Vec<_>, _>>()?;
    let found = store::bodies::search(&app.db, &asked.q, asked.limit(), &kinds).await?;
    Ok(Json(BodyList { items: found.into_iter().map(|b| show_body(&caller.words, b)).collect() }))
}

fn show_body(words: &Speaker, row: BodyRow) -> BodyShown {
    let body = row.body;
    BodyShown {
        kind: Named::word(words, "body-kind", body.kind.word()),
        name: row.name.get(words.lang.code()).to_owned(),
        names: row.name.into(),
        short: row.short.into(),
        bin: row.bin,
        parent: body.parent,
        coordinated_by: body.coordinated_by,
        territory: body.territory,
        valid_from: body.valid_from,
        valid_to: body.valid_to,
        url: format!("{ROOT}/bodies/{}", body.id),
        id: body.id,
    }
}

pub async fn body(
    State(app): State<Shared>,
    caller: Caller,
    Path(code): Path<String>,
) -> Result<Json<BodyFull>, Problem> {
    let row = store::bodies::get(&app.db, &code).await?.ok_or_else(Problem::not_found)?;
    let (registry, words) = (app.registry(), &caller.words);
    let below = store::bodies::children(&app.db, &code).await?;
    let owned = store::services::search(&app.db, "", Some(&code), MOST).await?;
    Ok(Json(BodyFull {
        address: registry.address(&code, words.lang),
        above: registry.tree.above(&code).map(|b| Named::body(&registry, words, &b.id)).collect(),
        below: below
            .iter()
            .map(|b| Named { id: b.body.id.clone(), name: b.name.get(words.lang.code()).to_owned() })
            .collect(),
        services: owned
            .iter()
            .map(|s| Named { id: s.code.clone(), name: s.name.get(words.lang.code()).to_owned() })
            .collect(),
        body: show_body(words, row),
    }))
}

pub async fn services(
    State(app): State<Shared>,
    caller: Caller,
    Asked(asked): Asked<Search>,
) -> Result<Json<ServiceList>, Problem> {
    let found = store::services::search(&app.db, &asked.q, None, asked.limit()).await?;
    let registry = app.registry();
    Ok(Json(ServiceList { items: found.into_iter().map(|s| show_service(&caller.words, &registry, s)).collect() }))
}

fn show_service(words: &Speaker, registry: &Registry, service: Service) -> ServiceShown {
    ServiceShown {
        code: service.code,
        name: service.name.get(words.lang.code()).to_owned(),
        names: service.name.into(),
        owner: Named::body(registry, words, &service.owner),
        permits_category: service.permits_category,
    }
}
