//! Inspected subjects with their scores, and half-year lists, for those who may see the pages.

use std::collections::HashSet;

use axum::{
    Json,
    extract::{Path, State},
};
use law::ch2_external::{
    p11_risk::{Index, Score},
    p14_jurisdiction,
};

use super::{
    auth::Caller,
    problem::Problem,
    shown::{Named, subjects::*},
};
use crate::{
    app::Shared,
    door,
    external::{lists, reach::Reach, scores},
};

/// How far this caller sees; for others there is nothing.
fn reach(app: &Shared, caller: &Caller) -> Result<Reach, Problem> {
    Reach::of(&app.registry(), caller.actor()).ok_or_else(Problem::not_found)
}

pub async fn one(
    State(app): State<Shared>,
    caller: Caller,
    Path(code): Path<String>,
) -> Result<Json<SubjectFull>, Problem> {
    let reach = reach(&app, &caller)?;
    let (registry, today, words) = (app.registry(), app.clock.today(), &caller.words);
    let tree = &registry.tree;
    if !reach.covers(tree, &code) {
        return Err(Problem::not_found());
    }
    let viewer = door::viewer(&app, caller.actor());
    let dossier = scores::dossier_of(&app, &code).await?;
    let readable: HashSet<String> = store::told::readable_of(&app.db, &viewer, &code).await?.into_iter().collect();
    let index = Index::of(&dossier);
    let history = scores::history(&index, &dossier.criteria, tree, &code, &scores::days(today));
    let check = |(told, check): (&law::ch2_external::dossier::Told, &law::ch2_external::dossier::Check)| CheckShown {
        case: told.case.clone(),
        visit: check.visit,
        body: Named::body(&registry, words, &told.body),
        start: check.start,
        end: check.end,
        stage: lists::stage(check).to_owned(),
        delivered: check.delivered,
        violations: check.violations.len(),
        open: if check.prescription.is_some() { check.violations.iter().filter(|v| !v.eliminated).count() } else { 0 },
    };
    let checks = dossier.checks().filter(|(told, _)| readable.contains(&told.case)).map(check).collect();
    Ok(Json(SubjectFull {
        body: Named::body(&registry, words, &code),
        by: p14_jurisdiction::competent(tree, &code).map(|by| Named::body(&registry, words, &by)),
        score: scores::on(&index, &dossier.criteria, tree, &code, today).as_ref().map(full),
        history: history.iter().map(|s| PointShown { on: s.on, total: s.total, high: s.high }).collect(),
        checks,
    }))
}

fn full(score: &Score) -> ScoreShown {
    let part = |part: &law::ch2_external::p11_risk::Part| PartShown {
        criterion: part.criterion.clone(),
        measure: part.measure.map(|m| m.word().to_owned()),
        figure: part.figure.as_ref().map(|f| f.value),
        unit: part.figure.as_ref().map(|f| f.unit.clone()),
        weight: part.weight,
        cap: part.cap,
        points: part.points,
    };
    ScoreShown {
        criteria: score.set.clone(),
        on: score.on,
        total: score.total,
        high: score.high,
        gross: score.gross,
        parts: score.parts.iter().map(part).collect(),
    }
}

pub async fn half_year_lists(State(app): State<Shared>, caller: Caller) -> Result<Json<HalfYearLists>, Problem> {
    let reach = reach(&app, &caller)?;
    let (registry, words) = (app.registry(), &caller.words);
    let seen = lists::load(&app, &lists::seen(&app, &door::viewer(&app, caller.actor())).await?).await?;
    let dossier = lists::around(&app, &seen).await?;
    let around = lists::Around::of(&dossier);
    let items = seen.iter().filter_map(|case| {
        let (opening, list) = (lists::opening(case)?, case.list()?);
        let entries = list.entries.iter().filter(|e| reach.agency || e.by == reach.body).map(|entry| {
            let name = format!("{}/{}", case.id, entry.number);
            let visit = around.visits(&name).first().map(|(_, check)| lists::stage(check).to_owned());
            ListEntry {
                number: entry.number,
                subject: Named::body(&registry, words, &entry.subject),
                by: Named::body(&registry, words, &entry.by),
                month: entry.month,
                score: entry.score.total,
                high: entry.score.high,
                visit,
            }
        });
        Some(HalfYearListShown {
            case: case.id.clone(),
            year: opening.year,
            half: opening.half,
            state: lists::state(list).to_owned(),
            approved: list.approved,
            published: list.published,
            entries: entries.collect(),
        })
    });
    Ok(Json(HalfYearLists { items: items.collect() }))
}
