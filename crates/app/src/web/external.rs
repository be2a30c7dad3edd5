//! External control at a glance (§2, §4): its kinds, each with what is open in it.

use askama::Template;
use axum::{Router, extract::State, response::Response, routing::get};
use law::{
    bodies::BodyTree,
    case::{Actor, Procedure, Role},
};

use super::{
    error::Failure,
    page::{Page, Visitor, html},
    work::{Opening, openings},
};
use crate::{app::Shared, door, words::Arg};

#[derive(Template)]
#[template(path = "external.html")]
struct ExternalPage {
    page: Page,
    openings: Vec<Opening>,
    kinds: Vec<Kind>,
    more: Vec<Opening>,
}

struct Kind {
    label: String,
    lead: String,
    href: &'static str,
    count: String,
}

/// The procedures of external control that a person reads, in the order of the Rules.
fn kinds(role: Role) -> &'static [Procedure] {
    use Procedure::{Appeal, DeskControl, HalfYearList, Inspection, Visit};
    match role {
        Role::ControlObjectHead => &[Inspection, Visit, DeskControl],
        _ => &[Appeal, HalfYearList, Inspection, Visit, DeskControl],
    }
}

/// Whether external control concerns this person: those of the Agency and its bodies, and the inspected.
pub fn has_pages(actor: &Actor) -> bool {
    matches!(actor.role, Role::Inspector | Role::ControlObjectHead)
        || (actor.body.starts_with("agency") && matches!(actor.role, Role::Leader | Role::Analyst | Role::Observer))
}

/// Whether this person is of the Agency or one of its bodies.
pub fn of_the_agency(tree: &BodyTree, actor: &Actor) -> bool {
    use law::bodies::BodyKind::{Agency, AgencyTerritorial};
    tree.get(&actor.body).is_some_and(|b| matches!(b.kind, Agency | AgencyTerritorial))
}

pub fn routes() -> Router<Shared> {
    Router::new().route("/external", get(page))
}

async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let viewer = door::viewer(&app, &signed.actor);
    let mut lines = Vec::new();
    for procedure in kinds(signed.actor.role) {
        let filter = store::cases::Filter {
            procedure: Some(*procedure),
            open: Some(true),
            page: 1,
            per_page: 1,
            ..Default::default()
        };
        let open = store::cases::list(&app.db, &viewer, &filter).await?.total;
        lines.push(Kind {
            label: words.t(&format!("procedure-{}-plural", procedure.word())),
            lead: words.t(&format!("procedure-{}-lead", procedure.word())),
            href: super::case::home(*procedure),
            count: words.with("external-open", &[("count", Arg::Number(i64::from(open)))]),
        });
    }
    let link = |key: &str, href: &str| Opening { label: words.t(key), href: href.into() };
    let mut more = Vec::new();
    if of_the_agency(&app.registry().tree, &signed.actor) {
        more = vec![
            link("external-planning", "/planning"),
            link("external-subjects", "/subjects"),
            link("external-exchange", "/exchange"),
            link("external-criteria", "/criteria"),
        ];
    }
    html(&ExternalPage {
        page: visitor.page(&app).await?,
        openings: openings(&app, &visitor, kinds(signed.actor.role)),
        kinds: lines,
        more,
    })
}
