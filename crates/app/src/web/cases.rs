//! Lists of cases and plans.

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use law::case::Procedure;
use serde::Deserialize;

use super::{
    error::Failure,
    form::Choice,
    page::{Page, Visitor, html},
    work::{Opening, openings},
};
use crate::{app::Shared, door, words::Arg};

#[derive(Template)]
#[template(path = "cases.html")]
struct CasesPage {
    page: Page,
    title: String,
    openings: Vec<Opening>,
    text: String,
    states: Vec<Choice>,
    count: String,
    rows: Vec<Row>,
    empty_lead: String,
    previous: String,
    next: String,
    now: String,
    last: String,
}

struct Row {
    id: String,
    reference: String,
    title: String,
    body: String,
    stage: String,
    kind: &'static str,
    opened: String,
}

/// What a list is narrowed by.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    pub q: String,
    #[serde(default)]
    pub state: String,
    #[serde(default)]
    pub page: u32,
}

/// A list for each procedure but reports, which have their board.
pub fn routes() -> Router<Shared> {
    use Procedure::{AnnualPlan, Appeal, ControlEvent, DeskControl, HalfYearList, Inspection, Visit};
    let all = [Appeal, HalfYearList, Inspection, Visit, DeskControl, AnnualPlan, ControlEvent];
    all.into_iter().fold(Router::new(), |router, procedure| {
        let show =
            move |state: State<Shared>, visitor: Visitor, asked: Query<Asked>| list(state, visitor, asked, procedure);
        router.route(super::case::home(procedure), get(show))
    })
}

async fn list(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
    procedure: Procedure,
) -> Result<Response, Failure> {
    const PER_PAGE: u32 = 50;
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let registry = app.registry();
    let open = match asked.state.as_str() {
        "open" => Some(true),
        "closed" => Some(false),
        _ => None,
    };
    let now = asked.page.max(1);
    let filter = store::cases::Filter {
        procedure: Some(procedure),
        text: asked.q.trim().to_owned(),
        open,
        page: now,
        per_page: PER_PAGE,
        ..Default::default()
    };
    let found = store::cases::list(&app.db, &door::viewer(&app, &signed.actor), &filter).await?;
    let total = i64::from(found.total);
    let path = crate::web::case::home(procedure);
    let last = found.last();
    let link = |page: u32| {
        let query = serde_urlencoded::to_string([
            ("q", asked.q.as_str()),
            ("state", &asked.state),
            ("page", &page.to_string()),
        ]);
        format!("{path}?{}", query.unwrap_or_default())
    };
    let state = |value: &str, key: &str| Choice {
        value: value.into(),
        label: words.t(key),
        hint: String::new(),
        chosen: asked.state == value,
    };
    let rows = found.items.into_iter().map(|r| Row {
        body: registry.name(&r.meta.body, words.lang),
        stage: super::case::stage(words, &r),
        kind: if r.meta.closed_on.is_some() { "done" } else { "" },
        opened: words.date(r.meta.opened_on),
        title: super::case::title(words, &registry, &r),
        reference: r.reference,
        id: r.meta.id,
    });
    html(&CasesPage {
        page: visitor.page(&app).await?.under(menu(procedure)),
        title: words.t(&format!("procedure-{}-plural", procedure.word())),
        openings: openings(&app, &visitor, &[procedure]),
        states: vec![
            state("", "cases-state-all"),
            state("open", "cases-state-open"),
            state("closed", "cases-state-closed"),
        ],
        count: words.with("cases-count", &[("count", Arg::Number(total))]),
        rows: rows.collect(),
        empty_lead: words.t(&format!("cases-empty-{}", procedure.word())),
        previous: if now > 1 { link(now - 1) } else { String::new() },
        next: if now < last { link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        text: asked.q,
    })
}

/// The entry of the menu under which cases of a procedure stand.
pub fn menu(procedure: Procedure) -> &'static str {
    if procedure.external() { "/external" } else { super::case::home(procedure) }
}
