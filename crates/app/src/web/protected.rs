//! §34: protected material is opened on a page of its own, by the case's team alone; each opening is written down first.

use askama::Template;
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use law::case::{Actor, CaseFile, FactKind};

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
    id: String,
    secret: String,
    title: String,
    text: String,
    files: Vec<Choice>,
    openings: Vec<Opened>,
}

struct Opened {
    at: String,
    by: String,
}

pub fn routes() -> Router<Shared> {
    Router::new().route("/cases/{case}/protected/{seq}", get(page))
}

/// Whether this person belongs to the case's team, in whatever capacity.
pub fn in_team(case: &CaseFile, actor: &Actor) -> bool {
    !actor.user.is_empty() && case.team().contains(&actor.user)
}

async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((id, seq)): Path<(String, u32)>,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let desk = door::open(&app, &signed.actor, &id).await?.ok_or(Failure::NotFound)?;
    if !in_team(&desk.case, &signed.actor) {
        return Err(Failure::NotFound);
    }
    let fact = desk.case.facts.iter().find(|f| f.seq == seq).ok_or(Failure::NotFound)?;
    let FactKind::ProtectedKept(kept) = &fact.what else { return Err(Failure::NotFound) };
    let viewer = door::viewer(&app, &signed.actor);
    let what = format!("fact/{seq}");
    store::protected::open(&app.db, &viewer, &app.random_word(20), &id, &what, app.clock.now()).await?;
    let files = store::files::of_case(&app.db, &viewer, &id).await?;
    let openings = store::protected::openings_of(&app.db, &viewer, &id).await?;
    let mut shown = Vec::new();
    for opening in openings.into_iter().filter(|o| o.what == what) {
        let user = store::users::get(&app.db, &opening.user).await?;
        shown.push(Opened {
            at: words.moment(opening.at),
            by: user.map(|u| u.name.get(words.lang.code()).to_owned()).unwrap_or(opening.user),
        });
    }
    let reference = desk.row.as_ref().map(|r| r.reference.clone()).unwrap_or_default();
    html(&ProtectedPage {
        page: visitor.page(&app).await?.under("/external"),
        crumbs: vec![Crumb { label: reference, href: format!("/cases/{id}") }],
        secret: words.t(&format!("secret-{}", kept.secret)),
        title: kept.title.clone(),
        text: kept.text.clone().unwrap_or_default(),
        files: files
            .into_iter()
            .filter(|f| kept.files.contains(&f.digest))
            .map(|f| Choice { value: f.id, label: f.name, hint: words.moment(f.at), chosen: false })
            .collect(),
        openings: shown,
        id,
    })
}
