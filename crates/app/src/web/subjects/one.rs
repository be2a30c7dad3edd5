//! The page of a subject: its whole history under control, as far as this visitor may read it, and its score.

use std::collections::HashSet;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use law::ch2_external::{
    dossier::Dossier,
    p11_risk::{self, Index},
    p14_jurisdiction,
};

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
    appeals: Vec<AppealLine>,
    entries: Vec<EntryLine>,
    /// Cases of other bodies, which this visitor does not read.
    elsewhere: String,
}

pub(super) async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Response, Failure> {
    let (reach, signed) = reach_of(&app, &visitor, &code)?;
    let words = &visitor.words;
    let (registry, law, today) = (app.registry(), app.law(), app.clock.today());
    let tree = &registry.tree;
    let body = tree.get(&code).ok_or(Failure::NotFound)?;
    let viewer = door::viewer(&app, &signed.actor);
    let open = Open::of(&app, &viewer, &code).await?;
    let all = scores::dossier_of(&app, &code).await?;
    let references = store::told::references(&app.db, &code).await?;
    let told = scores::numbered(lists::told_of(&app, &viewer, &code).await?, &references);
    let seen = Dossier { told, ..Dossier::default() };
    let cases: HashSet<&str> = all.told.iter().map(|told| told.case.as_str()).collect();
    let elsewhere = cases.iter().filter(|case| !open.cases.contains(**case)).count();
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
        steps: steps::next(words, &reach, &code, &all, |case| open.cases.contains(case), today),
        open: seen.checks().filter(|(_, c)| !c.abandoned).flat_map(|(told, c)| teller.open(told, c)).collect(),
        checks: seen.checks().map(|(told, check)| teller.check(told, check)).collect(),
        desks: seen.desks().map(|(told, desk)| teller.desk(told, desk)).collect(),
        appeals: seen.appeals().map(|(told, appeal)| teller.appeal(told, appeal)).collect(),
        entries: seen
            .entries()
            .map(|(told, entry)| teller.entry(told, entry, &all, |case| open.cases.contains(case)))
            .collect(),
        elsewhere: if elsewhere > 0 {
            words.with("subject-elsewhere", &[("count", super::number(elsewhere))])
        } else {
            String::new()
        },
        name,
        code,
    })
}
