//! The Rules in plain words: every paragraph, its terms with a calculator, its steps and documents; and the readings.

mod calculator;

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use law::{
    case::{Procedure, step::Def},
    edition::Unit,
    paragraphs::{self, Paragraph, Place},
    readings::{READINGS, ReadingId},
    rules::{Bound, RuleId, StartsFrom},
};

use super::{
    case::Crumb,
    error::Failure,
    page::{Page, Visitor, html},
};
use crate::{
    app::Shared,
    words::{Arg, Speaker},
};
use calculator::{Asked, Calculator};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/rules", get(contents))
        .route("/rules/{number}", get(paragraph))
        .route("/readings", get(readings))
}

/// The Rules on the site of official texts.
fn official(words: &Speaker) -> String {
    format!("https://adilet.zan.kz/{}/docs/V1600014740", words.lang.pick("kaz", "rus", "eng"))
}

/// The pages on which a paragraph works: address and locale key.
fn screens(number: u8) -> &'static [(&'static str, &'static str)] {
    match number {
        1 => &[("/bodies", "nav-bodies"), ("/services", "nav-services")],
        41 => &[("/plans", "nav-plans"), ("/cases", "nav-cases")],
        42 => &[("/plans", "nav-plans")],
        37..=56 => &[("/cases", "nav-cases")],
        _ => &[],
    }
}

/// Every step of this paragraph, with its procedure.
fn steps(number: u8) -> impl Iterator<Item = (Procedure, &'static Def)> {
    let all = Procedure::ALL.into_iter().flat_map(|p| p.steps().iter().map(move |s| (p, s.def())));
    all.filter(move |(_, def)| def.paragraph == number)
}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    page: Page,
    official: String,
    edition: String,
    parts: Vec<Part>,
}

/// A chapter, or a section of one.
struct Part {
    id: String,
    title: String,
    /// Whether it is a section inside a chapter.
    section: bool,
    span: String,
    lines: Vec<Line>,
}

struct Line {
    number: u8,
    title: String,
    text: String,
    terms: Vec<String>,
    /// `steps`, `works`, `ahead` or `none`.
    state: &'static str,
    place: String,
}

async fn contents(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let words = &visitor.words;
    let mut parts: BTreeMap<(u8, Option<u8>), Vec<&Paragraph>> = BTreeMap::new();
    for paragraph in paragraphs::ALL {
        parts.entry((paragraph.chapter, None)).or_default();
        parts.entry((paragraph.chapter, paragraph.section)).or_default().push(paragraph);
    }
    let part = |((chapter, section), inside): ((u8, Option<u8>), Vec<&Paragraph>)| {
        let id = section.map_or_else(|| format!("chapter-{chapter}"), |s| format!("chapter-{chapter}-{s}"));
        let all =
            || paragraphs::ALL.iter().filter(|p| p.chapter == chapter && (section.is_none() || p.section == section));
        let (first, last) = (all().next().map_or(0, |p| p.number), all().next_back().map_or(0, |p| p.number));
        Part {
            title: words.t(&id),
            section: section.is_some(),
            span: words.with("rules-span", &[("first", Arg::Number(first.into())), ("last", Arg::Number(last.into()))]),
            lines: inside.into_iter().map(|p| line(words, p)).collect(),
            id,
        }
    };
    html(&RulesPage {
        page: visitor.page(&app).await?,
        official: official(words),
        edition: words.t(&format!("edition-{}", app.law().edition)),
        parts: parts.into_iter().map(part).collect(),
    })
}

fn line(words: &Speaker, paragraph: &Paragraph) -> Line {
    let number = paragraph.number;
    let (state, place) = place(words, paragraph);
    Line {
        number,
        title: words.t(&format!("para-{number}-title")),
        text: words.t(&format!("para-{number}")),
        terms: paragraph
            .rules
            .iter()
            .map(|r| format!("{}: {}", words.t(r.key()), words.t(&format!("rule-{r}-term"))))
            .collect(),
        state,
        place,
    }
}

/// Where a paragraph works in the product.
fn place(words: &Speaker, paragraph: &Paragraph) -> (&'static str, String) {
    let count = steps(paragraph.number).count();
    match paragraph.place {
        _ if count > 0 => {
            ("steps", words.with("rules-steps-count", &[("count", Arg::Number(i64::try_from(count).unwrap_or(0)))]))
        }
        Place::Code(_) => ("works", words.t("rules-works")),
        Place::Later(_) if !screens(paragraph.number).is_empty() => ("works", words.t("rules-works")),
        Place::Later(_) if paragraph.rules.iter().any(|r| r.rule().starts_from() != StartsFrom::Document) => {
            ("ahead", words.t("rules-only-terms"))
        }
        Place::Later(_) => ("ahead", words.t("rules-ahead")),
        Place::NoCode(why) => ("none", words.t(why)),
    }
}

#[derive(Template)]
#[template(path = "rule.html")]
struct RulePage {
    page: Page,
    official: String,
    crumbs: Vec<Crumb>,
    number: u8,
    line: Line,
    screens: Vec<(String, String)>,
    terms: Vec<Term>,
    in_document: bool,
    calculator: Option<Calculator>,
    steps: Vec<StepLine>,
    readings: Vec<ReadingCard>,
    previous: Option<Neighbour>,
    next: Option<Neighbour>,
}

struct Term {
    id: String,
    name: String,
    term: String,
    bound: String,
    starts: String,
    numbers: Vec<String>,
}

struct StepLine {
    label: String,
    lead: String,
    procedure: String,
    who: String,
    document: String,
    discharges: String,
}

struct ReadingCard {
    id: ReadingId,
    title: String,
    text: String,
    paragraphs: Vec<u8>,
    rules: Vec<(u8, String)>,
}

struct Neighbour {
    number: u8,
    title: String,
}

async fn paragraph(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let words = &visitor.words;
    let row = number.parse().ok().and_then(paragraphs::paragraph).ok_or(Failure::NotFound)?;
    let law = app.law();
    let today = app.clock.today();
    let calculator = Calculator::new(words, &law, today, row.rules, &asked);
    let failed = calculator.as_ref().is_some_and(|c| !c.faults.is_empty());
    let neighbour = |n: Option<u8>| {
        n.and_then(paragraphs::paragraph)
            .map(|p| Neighbour { number: p.number, title: words.t(&format!("para-{}-title", p.number)) })
    };
    let numbers = |rule: RuleId| {
        let of = |micro: bool| {
            let id = rule.rule().parameter(micro)?;
            let number = amount(words, id.unit(), law.parameter(id, today));
            Some((id, if micro { format!("{number} – {}", words.t("rules-subject-micro")) } else { number }))
        };
        let mut numbers: Vec<_> = [false, true].into_iter().filter_map(of).collect();
        numbers.dedup_by_key(|(id, _)| *id);
        numbers.into_iter().map(|(_, number)| number).collect()
    };
    let chapter = format!("chapter-{}", row.chapter);
    let part = row.section.map_or_else(|| chapter.clone(), |s| format!("{chapter}-{s}"));
    let shown = html(&RulePage {
        page: visitor.page(&app).await?,
        official: official(words),
        crumbs: vec![
            Crumb { label: words.t("nav-rules"), href: "/rules".into() },
            Crumb { label: words.t(&part), href: format!("/rules#{part}") },
        ],
        number: row.number,
        line: line(words, row),
        screens: screens(row.number).iter().map(|(href, key)| ((*href).to_owned(), words.t(key))).collect(),
        terms: row.rules.iter().map(|r| term(words, *r, numbers(*r))).collect(),
        in_document: row.rules.iter().any(|r| r.rule().starts_from() == StartsFrom::Document),
        calculator,
        steps: steps(row.number).map(|(procedure, def)| step(words, procedure, def)).collect(),
        readings: READINGS
            .iter()
            .filter(|r| r.paragraphs.contains(&row.number))
            .map(|r| reading(words, r.id))
            .collect(),
        previous: neighbour(row.number.checked_sub(1)),
        next: neighbour(row.number.checked_add(1)),
    })?;
    let status = if failed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, shown).into_response())
}

/// A number with what it counts.
fn amount(words: &Speaker, unit: Unit, number: u32) -> String {
    let key = match unit {
        Unit::WorkingDays => "calendar-working",
        Unit::CalendarDays => "rules-calendar-days",
        Unit::DayOfMonth => "rules-day-of-month",
        Unit::Times => "rules-times",
    };
    words.with(key, &[("days", Arg::Number(number.into()))])
}

fn term(words: &Speaker, id: RuleId, numbers: Vec<String>) -> Term {
    let rule = id.rule();
    let starts = match rule.starts_from() {
        StartsFrom::Day => "rules-starts-day",
        StartsFrom::Quarter => "rules-starts-quarter",
        StartsFrom::Year => "rules-starts-year",
        StartsFrom::Document => "rules-starts-document",
    };
    Term {
        id: id.to_string(),
        name: words.t(id.key()),
        term: words.t(&format!("rule-{id}-term")),
        bound: words.t(if rule.bound() == Bound::Latest { "rules-bound-latest" } else { "rules-bound-earliest" }),
        starts: words.t(starts),
        numbers,
    }
}

fn step(words: &Speaker, procedure: Procedure, def: &Def) -> StepLine {
    let who = def.who.iter().map(|(side, role)| {
        let side = if matches!(side, law::case::step::Side::Control) { "side-control" } else { "side-object" };
        format!("{} ({})", words.t(&format!("role-{}", role.word())), words.t(side))
    });
    let rules = def.discharges.iter().map(|r| words.t(r.key()));
    StepLine {
        label: words.t(&format!("step-{}", def.id)),
        lead: words.t(&format!("step-{}-lead", def.id)),
        procedure: words.t(&format!("procedure-{}", procedure.word())),
        who: who.collect::<Vec<_>>().join("; "),
        document: def.issues.or(def.marks).map(|d| words.t(&format!("document-{}", d.word()))).unwrap_or_default(),
        discharges: rules.collect::<Vec<_>>().join("; "),
    }
}

fn reading(words: &Speaker, id: ReadingId) -> ReadingCard {
    ReadingCard {
        id,
        title: words.t(id.title_key()),
        text: words.t(id.text_key()),
        paragraphs: id.reading().paragraphs.to_vec(),
        rules: id.rules().map(|r| (r.rule().paragraph, words.t(r.key()))).collect(),
    }
}

#[derive(Template)]
#[template(path = "readings.html")]
struct ReadingsPage {
    page: Page,
    crumbs: Vec<Crumb>,
    readings: Vec<ReadingCard>,
}

async fn readings(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let words = &visitor.words;
    html(&ReadingsPage {
        page: visitor.page(&app).await?,
        crumbs: vec![Crumb { label: words.t("nav-rules"), href: "/rules".into() }],
        readings: READINGS.iter().map(|r| reading(words, r.id)).collect(),
    })
}
