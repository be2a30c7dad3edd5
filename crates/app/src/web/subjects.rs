//! Inspected subjects (§10–14): a list by score, the history of one under control, and the reckoning of its score.

mod chart;
pub mod history;
mod one;
pub mod score;
mod steps;

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use jiff::civil::Date;
use law::{
    bodies::Body,
    ch2_external::{
        dossier::Dossier,
        p11_risk::{self, Index, Score},
    },
};
use serde::Deserialize;

use super::{
    bodies::territory,
    error::Failure,
    form::Choice,
    page::{Page, Signed, Visitor, html},
};
use crate::{
    app::Shared,
    external::{reach::Reach, scores},
    registry::Registry,
    words::{Arg, Speaker},
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/subjects", get(list))
        .route("/subjects/{body}", get(one::page))
        .route("/subjects/{body}/score", get(score::page))
}

/// How far this visitor sees; for others there is no such page.
pub fn reach<'a>(app: &Shared, visitor: &'a Visitor) -> Result<(Reach, &'a Signed), Failure> {
    let signed = visitor.signed()?;
    let reach = Reach::of(&app.registry(), &signed.actor).ok_or(Failure::NotFound)?;
    Ok((reach, signed))
}

/// The same for one subject.
pub fn reach_of<'a>(app: &Shared, visitor: &'a Visitor, subject: &str) -> Result<(Reach, &'a Signed), Failure> {
    let (reach, signed) = reach(app, visitor)?;
    if reach.covers(&app.registry().tree, subject) { Ok((reach, signed)) } else { Err(Failure::NotFound) }
}

#[derive(Template)]
#[template(path = "subjects.html")]
struct SubjectsPage {
    page: Page,
    text: String,
    territories: Vec<Choice>,
    degrees: Vec<Choice>,
    count: String,
    filtered: bool,
    set: SetName,
    lines: Vec<Line>,
    previous: String,
    next: String,
    now: String,
    last: String,
}

/// The set of criteria by which scores are reckoned.
#[derive(Default)]
pub struct SetName {
    pub id: String,
    pub name: String,
    pub sample: bool,
}

impl SetName {
    pub fn of(words: &Speaker, set: &p11_risk::CriteriaSet) -> Self {
        let name = words.lang.pick(&set.name_kk, &set.name_ru, &set.name_en);
        Self { id: set.id.clone(), name: name.clone(), sample: set.sample }
    }
}

struct Line {
    code: String,
    name: String,
    kind: String,
    territory: String,
    checked: String,
    open: String,
    late: bool,
    score: String,
    high: bool,
}

#[derive(Deserialize, Default)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    territory: String,
    #[serde(default)]
    degree: String,
    #[serde(default)]
    page: usize,
}

impl Asked {
    fn link(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [("q", &self.q), ("territory", &self.territory), ("degree", &self.degree), ("page", &page)];
        format!("/subjects?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    }

    /// Whether all words that were typed stand in a name or a number of the body.
    fn names(&self, registry: &Registry, body: &str) -> bool {
        if self.q.trim().is_empty() {
            return true;
        }
        let Some(row) = registry.bodies.get(body) else { return false };
        let (name, short) = (&row.name, &row.short);
        let all = [&row.body.id, &row.bin, &name.kk, &name.ru, &name.en, &short.kk, &short.ru, &short.en];
        let all = all.map(|text| text.to_lowercase()).join(" ");
        self.q.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

/// What is told of checks: when the last one began, what is open of prescriptions.
#[derive(Default)]
struct Checked {
    last: Option<Date>,
    open: usize,
    late: bool,
}

/// The last check and the open prescriptions of every subject.
fn checked(dossier: &Dossier, today: Date) -> HashMap<&str, Checked> {
    let mut all: HashMap<&str, Checked> = HashMap::new();
    for (told, check) in dossier.checks().filter(|(_, check)| !check.abandoned) {
        let Some(subject) = told.subject.as_deref() else { continue };
        let known = all.entry(subject).or_default();
        known.last = known.last.max(check.started);
        if check.prescription.is_some() {
            let mut open = check.violations.iter().filter(|v| !v.eliminated).peekable();
            known.open += usize::from(open.peek().is_some());
            known.late |= open.any(|v| v.unremedied || v.term.is_some_and(|term| term < today));
        }
    }
    all
}

pub fn choice(value: &str, label: String, chosen: bool) -> Choice {
    Choice { value: value.to_owned(), label, hint: String::new(), chosen }
}

/// Territories of these bodies, by name.
pub fn territories<'a>(
    words: &Speaker,
    registry: &'a Registry,
    bodies: impl Iterator<Item = &'a str>,
    asked: &str,
) -> Vec<Choice> {
    let codes: BTreeSet<&str> =
        bodies.filter_map(|id| registry.tree.get(id)).map(|body| body.territory.as_str()).collect();
    let mut choices: Vec<Choice> = codes.into_iter().map(|c| choice(c, territory(words, c), c == asked)).collect();
    choices.sort_by(|a, b| words.lang.compare(&a.label, &b.label));
    choices.sort_by_key(|c| c.value != "republic");
    choices
}

/// The two degrees of risk; words are `degree-…`.
pub fn degrees(words: &Speaker, asked: &str) -> Vec<Choice> {
    ["high", "other"].map(|d| choice(d, words.t(&format!("degree-{d}")), d == asked)).into()
}

pub fn number(n: usize) -> Arg {
    Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

async fn list(State(app): State<Shared>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    const PER_PAGE: usize = 50;
    let (reach, _) = reach(&app, &visitor)?;
    let words = &visitor.words;
    let (registry, today) = (app.registry(), app.clock.today());
    let tree = &registry.tree;
    let mut there: Vec<&Body> =
        tree.iter().filter(|body| body.exists_on(today) && reach.covers(tree, &body.id)).collect();
    let territories = territories(words, &registry, there.iter().map(|body| body.id.as_str()), &asked.territory);
    there.retain(|body| {
        (asked.territory.is_empty() || body.territory == asked.territory) && asked.names(&registry, &body.id)
    });
    let dossier = scores::dossier(&app, reach.territory(tree).or(some(&asked.territory)), today).await?;
    let index = Index::of(&dossier);
    let set = p11_risk::in_force(&dossier.criteria, today);
    let scored = there.into_iter().map(|b| (b.id.as_str(), set.map(|set| index.figures(set, &b.id, tree, today))));
    let mut subjects: Vec<(&str, Option<Score>)> = scored.collect();
    subjects.retain(|(_, score)| {
        asked.degree.is_empty() || score.as_ref().is_some_and(|s| s.high) == (asked.degree == "high")
    });
    let lang = words.lang;
    subjects.sort_by_cached_key(|(id, score)| {
        (std::cmp::Reverse(score.as_ref().map(|s| s.total)), registry.name(id, lang), (*id).to_owned())
    });
    let count = words.with("subjects-count", &[("count", number(subjects.len()))]);
    let last = subjects.len().div_ceil(PER_PAGE).max(1);
    let now = asked.page.clamp(1, last);
    let known = checked(&dossier, today);
    let nothing = Checked::default();
    let line = |(id, score): (&str, Option<Score>)| {
        let known = known.get(id).unwrap_or(&nothing);
        let body = tree.get(id);
        Line {
            name: registry.name(id, lang),
            kind: body.map(|b| words.t(&format!("body-tag-{}", b.kind.word()))).unwrap_or_default(),
            territory: body.map(|b| territory(words, &b.territory)).unwrap_or_default(),
            checked: known.last.map_or_else(|| words.t("subjects-never"), |day| words.date(day)),
            open: known.open.to_string(),
            late: known.late,
            high: score.as_ref().is_some_and(|s| s.high),
            score: score.map(|s| score::points(words, s.total.into())).unwrap_or_default(),
            code: id.to_owned(),
        }
    };
    html(&SubjectsPage {
        page: visitor.page(&app).await?.under("/external"),
        territories,
        degrees: degrees(words, &asked.degree),
        count,
        filtered: [&asked.q, &asked.territory, &asked.degree].iter().any(|v| !v.trim().is_empty()),
        set: set.map(|set| SetName::of(words, set)).unwrap_or_default(),
        lines: subjects.into_iter().skip((now - 1) * PER_PAGE).take(PER_PAGE).map(line).collect(),
        previous: if now > 1 { asked.link(now - 1) } else { String::new() },
        next: if now < last { asked.link(now + 1) } else { String::new() },
        now: now.to_string(),
        last: last.to_string(),
        text: asked.q,
    })
}
