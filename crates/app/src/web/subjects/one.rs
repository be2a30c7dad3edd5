//! The page of a subject: its whole history under control, as far as this visitor may read it, and its score.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use law::ch2_external::{
    dossier::Dossier,
    p11_risk::{self, Index},
    p14_jurisdiction,
};
use serde::Deserialize;
use store::told;

use super::{
    chart::{self, Chart, Row},
    history::{AppealLine, CheckLine, DeskLine, EntryLine, OpenLine, Teller},
    reach_of,
    score::{self, Open, Shown},
    steps::{self, Next},
};
use crate::{
    app::Shared,
    door,
    external::{lists, scores},
    web::{
        bodies::territory,
        case::Crumb,
        error::Failure,
        page::{Page, Visitor, html},
    },
    words::Arg,
};

#[derive(Template)]
#[template(path = "subject.html")]
struct SubjectPage {
    page: Page,
    crumbs: Vec<Crumb>,
    code: String,
    name: String,
    kind: String,
    territory: String,
    by: String,
    ended: String,
    instruction: bool,
    score: Option<Shown>,
    chart: Option<Chart>,
    rows: Vec<Row>,
    steps: Vec<Next>,
    open: Vec<OpenLine>,
    checks: Vec<CheckLine>,
    desks: Vec<DeskLine>,
    /// A page of them.
    appeals: Vec<AppealLine>,
    previous: String,
    next: String,
    now: String,
    last: String,
    entries: Vec<EntryLine>,
    /// Cases of other bodies, which this visitor does not read.
    elsewhere: String,
}

/// Which page of the appeals.
#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    page: u32,
}

pub(super) async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    const PER_PAGE: u32 = 50;
    let (reach, signed) = reach_of(&app, &visitor, &code)?;
    let words = &visitor.words;
    let (registry, law, today) = (app.registry(), app.law(), app.clock.today());
    let tree = &registry.tree;
    let body = tree.get(&code).ok_or(Failure::NotFound)?;
    let viewer = door::viewer(&app, &signed.actor);
    let open = Open::of(&app, &viewer, &code).await?;
    let all = scores::dossier_of(&app, &code).await?;
    let references = told::references(&app.db, &code).await?;
    let told = scores::numbered(lists::told_of(&app, &viewer, &code, &["check", "desk", "entry"]).await?, &references);
    let seen = Dossier { told, ..Dossier::default() };
    let appeals = told::seen(&app.db, &viewer, &code, "appeal", asked.page, PER_PAGE).await?;
    let (now, last) = (appeals.page, appeals.last());
    let link = |page: u32| format!("/subjects/{code}?page={page}#appeals");
    let (previous, next) =
        (if now > 1 { link(now - 1) } else { String::new() }, if now < last { link(now + 1) } else { String::new() });
    let appeals = Dossier { told: scores::numbered(appeals.items, &references), ..Dossier::default() };
    let elsewhere = told::elsewhere(&app.db, &viewer, &code).await?;
    let around = lists::Around::of(&all);
    let index = Index::of(&all);
    let set = p11_risk::in_force(&all.criteria, today);
    let history = scores::history(&index, &all.criteria, tree, &code, &scores::days(today));
    let teller = Teller { words, registry: &registry, law: &law, today, references: &references };
    let name = registry.name(&code, words.lang);
    let shown = set.map(|set| {
        let score = index.figures(set, &code, tree, today);
        score::shown(words, set, &score, body.kind.word(), &open)
    });
    html(&SubjectPage {
        page: visitor.page(&app).await?.under("/external"),
        crumbs: vec![Crumb { label: words.t("nav-subjects"), href: "/subjects".into() }],
        kind: words.t(&format!("body-kind-{}", body.kind.word())),
        territory: territory(words, &body.territory),
        by: p14_jurisdiction::competent(tree, &code).map(|by| registry.name(&by, words.lang)).unwrap_or_default(),
        ended: body.valid_to.filter(|last| *last < today).map(|last| words.date(last)).unwrap_or_default(),
        instruction: !reach.own(tree, &code),
        score: shown,
        chart: set.and_then(|set| chart::draw(set, &history)),
        rows: chart::rows(words, &code, &history),
        steps: steps::next(words, &reach, &code, &all, &around, |case| open.cases.contains(case), today),
        open: seen.checks().filter(|(_, c)| !c.abandoned).flat_map(|(told, c)| teller.open(told, c)).collect(),
        checks: seen.checks().map(|(told, check)| teller.check(told, check)).collect(),
        desks: seen.desks().map(|(told, desk)| teller.desk(told, desk)).collect(),
        appeals: appeals.appeals().map(|(told, appeal)| teller.appeal(told, appeal)).collect(),
        entries: seen
            .entries()
            .map(|(told, entry)| teller.entry(told, entry, &around, |case| open.cases.contains(case)))
            .collect(),
        elsewhere: if elsewhere > 0 {
            words.with("subject-elsewhere", &[("count", Arg::Number(elsewhere))])
        } else {
            String::new()
        },
        previous,
        next,
        now: now.to_string(),
        last: last.to_string(),
        name,
        code,
    })
}
