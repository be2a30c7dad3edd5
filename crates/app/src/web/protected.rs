//! Protected material of a fact (§34): for the people of the case, and each time it is shown is recorded before.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use law::case::FactKind;

use super::{
    case::Crumb,
    error::Failure,
    form::Choice,
    page::{Page, Visitor, html},
};
use crate::{app::Shared, door};

#[derive(Template)]
#[template(path = "protected.html")]
struct ProtectedPage {
    page: Page,
    crumbs: Vec<Crumb>,
    case: String,
    title: String,
    secret: String,
    text: String,
    files: Vec<Choice>,
    kept: String,
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((id, seq)): Path<(String, u32)>,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let viewer = door::viewer(&app, &signed.actor);
    if !store::protected::in_team(&app.db, &viewer, &id).await? {
        return Err(Failure::NotFound);
    }
    let desk = door::open(&app, &signed.actor, &id).await?.ok_or(Failure::NotFound)?;
    let fact = desk.case.facts.iter().find(|f| f.seq == seq).ok_or(Failure::NotFound)?;
    let FactKind::ProtectedKept(kept) = &fact.what else { return Err(Failure::NotFound) };
    let opening = app.random_word(20);
    store::protected::open(&app.db, &viewer, &opening, &id, &seq.to_string(), app.clock.now()).await?;
    let words = &visitor.words;
    let files = store::files::of_case(&app.db, &viewer, &id).await?;
    let files = files.into_iter().filter(|f| kept.files.contains(&f.digest));
    let row = desk.row.as_ref().ok_or(Failure::NotFound)?;
    let home = super::case::home(desk.case.procedure);
    html(&ProtectedPage {
        page: visitor.page(&app).await?.under(home),
        crumbs: vec![Crumb { label: format!("№ {}", row.reference), href: format!("/cases/{id}") }],
        title: kept.title.clone(),
        secret: words.t(&format!("secret-{}", kept.secret)),
        text: kept.text.clone().unwrap_or_default(),
        files: files.map(|f| Choice { value: f.id, label: f.name, hint: words.moment(f.at), chosen: false }).collect(),
        kept: format!("{}, {}", words.date(fact.on), fact.by.name),
        case: id,
    })
}
