//! The reckoning of a score (§11): the set of criteria, and of each criterion figure, weight, points and sources.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use jiff::civil::Date;
use law::ch2_external::p11_risk::{self, CriteriaSet, Index, OBJECTIVE, Part, Score, Source};
use serde::Deserialize;
use store::{Viewer, reports::board, told};

use super::{SetName, reach_of};
use crate::{
    app::Shared,
    door,
    external::scores,
    web::{
        case::Crumb,
        error::Failure,
        page::{Page, Visitor, html},
        reports,
    },
    words::{Lang, Speaker},
};

/// Hundredths as a number, without the noughts at its end: 12,5.
pub fn points(words: &Speaker, hundredths: u64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 {
        return whole.to_string();
    }
    let sign = if words.lang == Lang::En { '.' } else { ',' };
    format!("{whole}{sign}{rest:02}").trim_end_matches('0').to_owned()
}

/// A score as the page shows it.
#[derive(Default)]
pub struct Shown {
    pub on: String,
    pub iso: String,
    pub total: String,
    pub most: String,
    pub threshold: String,
    pub high: bool,
    pub gross: bool,
    pub set: SetName,
    pub parts: Vec<PartLine>,
}

pub struct PartLine {
    pub name: String,
    pub measure: String,
    pub months: String,
    pub figure: String,
    pub weight: String,
    pub cap: String,
    pub points: String,
    /// Whether it gives any points.
    pub gives: bool,
    pub sources: Vec<SourceLine>,
}

pub struct SourceLine {
    pub href: String,
    pub label: String,
    pub date: String,
    pub figure: String,
}

/// What of the sources this viewer may open: cases, and reports of the subject by quarter.
#[derive(Default)]
pub struct Open {
    pub cases: HashSet<String>,
    pub reports: HashMap<String, String>,
}

impl Open {
    pub async fn of(app: &Shared, viewer: &Viewer, subject: &str) -> Result<Self, Failure> {
        let cases = told::readable_of(&app.db, viewer, subject).await?.into_iter().collect();
        let metas = board::of_body(&app.db, viewer, subject).await?;
        let reports = metas.iter().filter(|m| m.accepted.is_some()).map(|meta| {
            let href = reports::address_of(meta, &viewer.body);
            (meta.quarter.to_string(), href)
        });
        Ok(Self { cases, reports: reports.filter(|(_, href)| !href.is_empty()).collect() })
    }

    fn href(&self, source: &Source) -> String {
        let case = source.name.split('/').next().unwrap_or_default();
        match source.kind.as_str() {
            "report" => self.reports.get(&source.name).cloned().unwrap_or_default(),
            "body" => format!("/bodies/{}", source.name),
            _ if self.cases.contains(case) => format!("/cases/{case}"),
            _ => String::new(),
        }
    }
}

/// A score in words; `kind` is the word of the subject's kind.
pub fn shown(words: &Speaker, set: &CriteriaSet, score: &Score, kind: &str, open: &Open) -> Shown {
    Shown {
        on: words.date(score.on),
        iso: score.on.to_string(),
        total: points(words, score.total.into()),
        most: set.most.to_string(),
        threshold: set.threshold.to_string(),
        high: score.high,
        gross: score.gross,
        set: SetName::of(words, set),
        parts: score.parts.iter().map(|part| line(words, set, part, kind, open)).collect(),
    }
}

fn line(words: &Speaker, set: &CriteriaSet, part: &Part, kind: &str, open: &Open) -> PartLine {
    let objective = part.criterion == OBJECTIVE;
    let known = set.criterion(&part.criterion);
    let name = match known {
        _ if objective => words.with("score-objective", &[("kind", words.t(&format!("body-kind-{kind}")).into())]),
        Some(c) => words.lang.pick(&c.name_kk, &c.name_ru, &c.name_en).clone(),
        None => part.criterion.clone(),
    };
    let months = known.and_then(|c| c.months).map(|n| words.with("score-months", &[("months", i64::from(n).into())]));
    let figure = match &part.figure {
        Some(figure) => format!("{} {}", points(words, figure.value), words.t(&format!("risk-unit-{}", figure.unit))),
        None if objective => "–".to_owned(),
        None => words.t("score-nothing"),
    };
    PartLine {
        name,
        measure: part.measure.map(|m| words.t(&format!("risk-measure-{}", m.word()))).unwrap_or_default(),
        months: months.unwrap_or_default(),
        figure,
        weight: if objective { "–".to_owned() } else { points(words, part.weight.into()) },
        cap: part.cap.to_string(),
        points: points(words, part.points.into()),
        gives: part.points > 0,
        sources: part.sources.iter().map(|source| source_line(words, source, open)).collect(),
    }
}

fn source_line(words: &Speaker, source: &Source, open: &Open) -> SourceLine {
    let kind = words.t(&format!("risk-source-{}", source.kind));
    let label = match (source.kind.as_str(), source.label.as_str()) {
        ("report", _) => format!("{kind}, {}", source.name),
        (_, "") => kind,
        (_, number) => format!("{kind} № {number}"),
    };
    let figure = match source.of {
        Some(of) => {
            words.with("score-of", &[("count", source.count.to_string().into()), ("of", of.to_string().into())])
        }
        None => source.count.to_string(),
    };
    SourceLine { href: open.href(source), label, date: words.date(source.on), figure }
}

#[derive(Template)]
#[template(path = "score.html")]
struct ScorePage {
    page: Page,
    crumbs: Vec<Crumb>,
    code: String,
    name: String,
    score: Option<Shown>,
    days: Vec<Day>,
    on: String,
    today: String,
    error: String,
}

/// Another day for which the score can be opened.
struct Day {
    label: String,
    href: String,
    total: String,
    now: bool,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    on: String,
}

pub(super) async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (_, signed) = reach_of(&app, &visitor, &code)?;
    let words = &visitor.words;
    let (registry, today) = (app.registry(), app.clock.today());
    let body = registry.tree.get(&code).ok_or(Failure::NotFound)?;
    let entered: Option<Date> = asked.on.trim().parse().ok();
    let wrong = !asked.on.trim().is_empty() && entered.is_none_or(|day| day > today || day < body.valid_from);
    let on = entered.filter(|_| !wrong).unwrap_or(today);
    let dossier = scores::dossier_of(&app, &code).await?;
    let index = Index::of(&dossier);
    let open = Open::of(&app, &door::viewer(&app, &signed.actor), &code).await?;
    let set = p11_risk::in_force(&dossier.criteria, on);
    let score = set.map(|set| {
        let score = index.figures(set, &code, &registry.tree, on);
        shown(words, set, &score, body.kind.word(), &open)
    });
    let history = scores::history(&index, &dossier.criteria, &registry.tree, &code, &scores::days(today));
    let day = |score: &Score| Day {
        label: words.date(score.on),
        href: format!("/subjects/{code}/score?on={}", score.on),
        total: points(words, score.total.into()),
        now: score.on == on,
    };
    let name = registry.name(&code, words.lang);
    html(&ScorePage {
        page: visitor.page(&app).await?.under("/external"),
        crumbs: vec![
            Crumb { label: words.t("nav-subjects"), href: "/subjects".into() },
            Crumb { label: name.clone(), href: format!("/subjects/{code}") },
        ],
        name,
        score,
        days: history.iter().rev().map(day).collect(),
        on: if wrong { asked.on } else { on.to_string() },
        today: today.to_string(),
        error: if wrong {
            words.with("score-day-wrong", &[("from", body.valid_from.into()), ("today", today.into())])
        } else {
            String::new()
        },
        code,
    })
}
