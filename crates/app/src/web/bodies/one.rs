//! The page of a body: what is known of it, what is below it, its services.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use law::bodies::{Body, BodyKind};
use store::{bodies::BodyRow, reports::board};

use super::{Line, Teller, territory};
use crate::{
    app::Shared,
    door,
    web::{
        case::Crumb,
        error::Failure,
        page::{Page, Visitor, html},
        reports,
    },
    words::{Lang, Speaker},
};

#[derive(Template)]
#[template(path = "body.html")]
struct BodyPage {
    page: Page,
    crumbs: Vec<Crumb>,
    line: Line,
    kind: String,
    facts: Vec<Fact>,
    names: Vec<Fact>,
    children: Vec<Line>,
    coordinates: Vec<Line>,
    services: Vec<(String, String)>,
    reports: Vec<ReportLine>,
    covered: String,
}

/// A report of the body, as far as this person's body may know of it.
struct ReportLine {
    title: String,
    href: String,
    stage: String,
    due: String,
}

/// What is known of the body, with a link where it is another body.
struct Fact {
    label: String,
    value: String,
    href: String,
    lang: &'static str,
}

pub(super) async fn body(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let registry = app.registry();
    let row = registry.bodies.get(&code).ok_or(Failure::NotFound)?;
    let teller = Teller { words, registry: &registry, today: app.clock.today() };
    let short =
        |id: &str| registry.bodies.get(id).map_or_else(|| id.to_owned(), |b| b.short.get(words.lang.code()).to_owned());
    let mut crumbs: Vec<Crumb> =
        registry.tree.above(&code).map(|b| Crumb { label: short(&b.id), href: format!("/bodies/{}", b.id) }).collect();
    crumbs.push(Crumb { label: words.t("nav-bodies"), href: "/bodies".into() });
    crumbs.reverse();
    let mut services: Vec<(String, String)> = registry
        .services
        .values()
        .filter(|s| s.owner == code)
        .map(|s| (s.code.clone(), registry.service(&s.code, words.lang)))
        .collect();
    services.sort_by(|a, b| words.lang.compare(&a.1, &b.1));
    let viewer = door::viewer(&app, &signed.actor);
    let reports = board::of_body(&app.db, &viewer, &code).await?.into_iter().take(40).map(|meta| ReportLine {
        title: reports::title(&app, &visitor, &meta),
        href: reports::address_of(&meta, &viewer.body),
        stage: words.t(&format!("report-stage-{}", meta.stage.word())),
        due: words.date(meta.due),
    });
    let reports = reports.collect();
    let below = |of: fn(&Body) -> Option<&String>| {
        teller.lines(registry.bodies.values().filter(|r| of(&r.body).is_some_and(|id| *id == code)))
    };
    html(&BodyPage {
        page: visitor.page(&app).await?,
        crumbs,
        line: teller.line(row),
        kind: words.t(&format!("body-kind-{}", row.body.kind.word())),
        facts: facts(&teller, row),
        names: names(words, row),
        children: below(|b| b.parent.as_ref()),
        coordinates: below(|b| b.coordinated_by.as_ref()),
        services,
        reports,
        covered: if row.body.kind == BodyKind::AgencyTerritorial {
            format!("/bodies?{}", serde_urlencoded::to_string([("territory", &row.body.territory)]).unwrap_or_default())
        } else {
            String::new()
        },
    })
}

fn facts(teller: &Teller, row: &BodyRow) -> Vec<Fact> {
    let (words, registry) = (teller.words, teller.registry);
    let text = |key: &str, value: String| Fact { label: words.t(key), value, href: String::new(), lang: "" };
    let linked =
        |key: &str, id: &str| Fact { href: format!("/bodies/{id}"), ..text(key, registry.name(id, teller.lang())) };
    let mut facts = vec![
        text("bodies-bin", row.bin.clone()),
        text("body-code", row.body.id.clone()),
        text("bodies-kind", words.t(&format!("body-kind-{}", row.body.kind.word()))),
        text("bodies-territory", territory(words, &row.body.territory)),
    ];
    facts.extend(row.body.parent.as_deref().map(|p| linked("body-parent", p)));
    facts.extend(row.body.coordinated_by.as_deref().map(|c| linked("body-coordinated-by", c)));
    if !matches!(row.body.kind, BodyKind::Agency | BodyKind::AgencyTerritorial) {
        let agency = registry.tree.agency_of(&row.body.id).or_else(|| registry.tree.agency());
        facts.extend(agency.map(|a| linked("body-agency", &a.id)));
    }
    facts.push(text("body-from", words.date(row.body.valid_from)));
    facts.extend(row.body.valid_to.map(|to| text("body-to", words.date(to))));
    facts.push(text("body-address", registry.address(&row.body.id, teller.lang())));
    facts.retain(|f| !f.value.is_empty());
    facts
}

/// The names in the three languages, full and short.
fn names(words: &Speaker, row: &BodyRow) -> Vec<Fact> {
    let name = |label: String, value: &str, lang: &'static str| Fact {
        label,
        value: value.to_owned(),
        href: String::new(),
        lang,
    };
    let wordings = |w: &store::Words| [w.kk.clone(), w.ru.clone(), w.en.clone()];
    let mut names = Vec::new();
    for (at, lang) in Lang::ALL.into_iter().enumerate() {
        names.push(name(
            words.t(["bodies-column-name-kk", "bodies-column-name-ru", "bodies-column-name-en"][at]),
            &wordings(&row.name)[at],
            lang.code(),
        ));
        if wordings(&row.short)[at] != wordings(&row.name)[at] {
            names.push(name(
                words.t(["bodies-column-short-kk", "bodies-column-short-ru", "bodies-column-short-en"][at]),
                &wordings(&row.short)[at],
                lang.code(),
            ));
        }
    }
    names.retain(|n| !n.value.is_empty());
    names
}
