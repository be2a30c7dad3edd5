//! Whom a list may name: everybody by score, the highest first, with the figures behind it.

use std::collections::HashSet;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use jiff::civil::date;
use law::{
    ch2_external::{
        dossier::Dossier,
        p10_list::{self, Opening},
        p11_risk::{CriteriaSet, Score},
        p14_jurisdiction,
    },
    edition::ParameterId,
};
use serde::Deserialize;
use store::told;

use super::{address, list::short, list_of};
use crate::{
    app::Shared,
    external::{lists::opening, scores},
    web::{
        bodies::territory,
        case::Crumb,
        error::Failure,
        form::Choice,
        page::{Page, Visitor, html},
        subjects::{SetName, degrees, number, score::points, territories},
    },
    words::Speaker,
};

#[derive(Template)]
#[template(path = "candidates.html")]
struct CandidatesPage {
    page: Page,
    crumbs: Vec<Crumb>,
    list: String,
    half: String,
    set: SetName,
    territories: Vec<Choice>,
    degrees: Vec<Choice>,
    count: String,
    lines: Vec<Line>,
    previous: String,
    next: String,
    now: String,
    last: String,
}

struct Line {
    rank: usize,
    code: String,
    name: String,
    by: String,
    territory: String,
    score: String,
    high: bool,
    gross: bool,
    figures: Vec<String>,
    /// Why it cannot be selected; a locale key's words.
    taken: String,
    select: String,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    list: String,
    #[serde(default)]
    territory: String,
    #[serde(default)]
    degree: String,
    #[serde(default)]
    page: usize,
}

impl Asked {
    fn link(&self, page: usize) -> String {
        let (territory, degree) = (self.territory.as_str(), self.degree.as_str());
        let pairs = [("list", &*self.list), ("territory", territory), ("degree", degree), ("page", &page.to_string())];
        address("/planning/candidates", &pairs)
    }
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    const PER_PAGE: usize = 50;
    let (reach, case) = list_of(&app, &visitor, &asked.list).await?;
    let (Some(opening), Some(list)) = (opening(&case), case.list()) else { return Err(Failure::NotFound) };
    // Only the Agency selects, and only as long as nothing is approved.
    if !reach.agency || list.approved.is_some() || list.abandoned.is_some() {
        return Err(Failure::NotFound);
    }
    let words = &visitor.words;
    let (registry, law, today) = (app.registry(), app.law(), app.clock.today());
    let tree = &registry.tree;
    let mut dossier = scores::dossier(&app, None, today).await?;
    let set = dossier.criteria.iter().find(|set| set.id == opening.criteria);
    let mut found = p10_list::candidates(&case, tree, &dossier, today);
    dossier.told = told::between(&app.db, date(opening.year, 1, 1), date(opening.year, 12, 31)).await?;
    let territories = territories(words, &registry, found.iter().map(|(id, _)| id.as_str()), &asked.territory);
    found.retain(|(id, score)| {
        let there = asked.territory.is_empty() || tree.get(id).is_some_and(|b| b.territory == asked.territory);
        there && (asked.degree.is_empty() || score.high == (asked.degree == "high"))
    });
    let count = words.with("subjects-count", &[("count", number(found.len()))]);
    let last = found.len().div_ceil(PER_PAGE).max(1);
    let now = asked.page.clamp(1, last);
    let listed: HashSet<&str> = list.entries.iter().map(|e| e.subject.as_str()).collect();
    let most = law.parameter(ParameterId::R11Visits, opening.last_day()) as usize;
    let line = |(at, (id, score)): (usize, (String, Score))| {
        let taken = if listed.contains(id.as_str()) {
            words.t("candidates-in-list")
        } else if visited(&dossier, opening, &case.id, &id) >= most {
            words.t("candidates-visited")
        } else {
            String::new()
        };
        let select = if taken.is_empty() && reach.inspects() {
            address(&format!("/cases/{}/steps/select-subject", case.id), &[("subject", &id)])
        } else {
            String::new()
        };
        let by = p14_jurisdiction::competent(tree, &id).unwrap_or_default();
        Line {
            rank: at + 1,
            name: registry.name(&id, words.lang),
            by: short(&registry, words, &by),
            territory: tree.get(&id).map(|b| territory(words, &b.territory)).unwrap_or_default(),
            score: points(words, score.total.into()),
            high: score.high,
            gross: score.gross,
            figures: set.map(|set| figures(words, set, &score)).unwrap_or_default(),
            taken,
            select,
            code: id,
        }
    };
    let half = words.half_year(opening.year, opening.half);
    html(&CandidatesPage {
        page: visitor.page(&app).await?.under("/external"),
        crumbs: vec![
            Crumb { label: words.t("nav-planning"), href: "/planning".into() },
            Crumb { label: half.clone(), href: format!("/planning/lists/{}", case.id) },
        ],
        half,
        set: set.map(|set| SetName::of(words, set)).unwrap_or_default(),
        territories,
        degrees: degrees(words, &asked.degree),
        count,
        lines: found.into_iter().enumerate().skip((now - 1) * PER_PAGE).take(PER_PAGE).map(line).collect(),
        previous: if now > 1 { asked.link(now - 1) } else { String::new() },
        next: if now < last { asked.link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        list: case.id.clone(),
    })
}

/// How often a subject is named by other approved lists of the year, or visited in it on no entry of them.
fn visited(dossier: &Dossier, opening: &Opening, case: &str, subject: &str) -> usize {
    let entries = dossier.entries().filter(|(told, entry)| {
        told.case != case && entry.approved && entry.year == opening.year && told.subject.as_deref() == Some(subject)
    });
    let names: Vec<String> = entries.map(|(told, _)| told.name()).collect();
    let visits = dossier.checks().filter(|(told, check)| {
        let begun = check.started.is_some() || check.appointed.is_some() && !check.abandoned;
        let by_entry = check.basis.as_ref().is_some_and(|basis| names.contains(basis));
        let of_year = check.started.unwrap_or(check.start).year() == opening.year;
        check.visit && begun && of_year && !by_entry && told.subject.as_deref() == Some(subject)
    });
    names.len() + visits.count()
}

/// The parts of a score that give points, as «name: figure – points».
fn figures(words: &Speaker, set: &CriteriaSet, score: &Score) -> Vec<String> {
    let line = |part: &law::ch2_external::p11_risk::Part| {
        let name = match set.criterion(&part.criterion) {
            Some(c) => words.lang.pick(&c.name_kk, &c.name_ru, &c.name_en).clone(),
            None => words.t("score-objective-short"),
        };
        let figure = part
            .figure
            .as_ref()
            .map(|f| format!(" {} {}", points(words, f.value), words.t(&format!("risk-unit-{}", f.unit))));
        let given = words.with("score-points", &[("points", points(words, part.points.into()).into())]);
        format!("{name}:{} – {given}", figure.unwrap_or_default())
    };
    score.parts.iter().filter(|part| part.points > 0).map(line).collect()
}
