//! Sets of criteria of risk (§11): what holds when, a set as a whole, and new sets. A set that a list has used is not changed
//! any more: another takes its place from a day on.

mod form;

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use jiff::civil::Date;
use law::{
    case::Role,
    ch2_external::p11_risk::{self, CriteriaSet, Criterion},
};
use store::criteria::CriteriaRow;

use super::{
    admin,
    case::Crumb,
    error::Failure,
    page::{Page, Signed, Visitor, html},
    posted::Posted,
    subjects::score::points,
};
use crate::{
    app::Shared,
    external::{
        lists::{self, opening},
        reach::Reach,
        scores,
    },
    words::Speaker,
};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/criteria", get(list))
        .route("/criteria/new", get(form::blank).post(form::add))
        .route("/criteria/{id}", get(one))
        .route("/criteria/{id}/edit", get(form::edit).post(form::change))
        .route("/criteria/{id}/remove", post(remove))
}

/// Those who see scores see by which criteria; the administrators see them, too.
fn reader<'a>(app: &Shared, visitor: &'a Visitor) -> Result<(Reach, &'a Signed), Failure> {
    const ROLES: [Role; 5] = [Role::Inspector, Role::Leader, Role::Analyst, Role::Observer, Role::Administrator];
    let signed = visitor.signed()?;
    let reach = Reach::of_body(&app.registry(), &signed.actor).filter(|reach| ROLES.contains(&reach.role));
    Ok((reach.ok_or(Failure::NotFound)?, signed))
}

/// Whether this person records sets: leadership and administrators of the Agency.
fn edits(reach: &Reach) -> bool {
    reach.agency && matches!(reach.role, Role::Leader | Role::Administrator)
}

/// The same as a condition.
fn editor<'a>(app: &Shared, visitor: &'a Visitor) -> Result<&'a Signed, Failure> {
    let (reach, signed) = reader(app, visitor)?;
    if edits(&reach) { Ok(signed) } else { Err(Failure::NotFound) }
}

/// The lists that select by each set.
async fn used(app: &Shared, words: &Speaker) -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let mut used: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for case in lists::load(app, &lists::every(app).await?).await? {
        let Some(opening) = opening(&case) else { continue };
        used.entry(opening.criteria.clone()).or_default().push(words.half_year(opening.year, opening.half));
    }
    Ok(used)
}

#[derive(Template)]
#[template(path = "criteria.html")]
struct CriteriaPage {
    page: Page,
    lines: Vec<Line>,
    may_edit: bool,
}

struct Line {
    id: String,
    name: String,
    basis: String,
    valid: String,
    sample: bool,
    now: bool,
    later: bool,
    lists: String,
}

/// From when until when.
fn valid(words: &Speaker, set: &CriteriaSet) -> String {
    match set.valid_to {
        Some(to) => format!("{} – {}", words.date(set.valid_from), words.date(to)),
        None => words.with("bodies-since", &[("from", set.valid_from.into())]),
    }
}

/// The act that approved it; nobody approved the sample.
fn basis(words: &Speaker, set: &CriteriaSet) -> String {
    if set.sample { words.t("criteria-sample-basis") } else { set.basis.clone() }
}

fn name<'a>(words: &Speaker, set: &'a CriteriaSet) -> &'a str {
    words.lang.pick(&set.name_kk, &set.name_ru, &set.name_en)
}

async fn list(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let (reach, _) = reader(&app, &visitor)?;
    let words = &visitor.words;
    let today = app.clock.today();
    let mut sets = scores::criteria(&app).await?;
    let now = p11_risk::in_force(&sets, today).map(|set| set.id.clone());
    let used = used(&app, words).await?;
    sets.sort_by(|a, b| (b.valid_from, &a.id).cmp(&(a.valid_from, &b.id)));
    let line = |set: &CriteriaSet| Line {
        id: set.id.clone(),
        name: name(words, set).to_owned(),
        basis: basis(words, set),
        valid: valid(words, set),
        sample: set.sample,
        now: now.as_ref() == Some(&set.id),
        later: set.valid_from > today,
        lists: used.get(&set.id).map(|lists| lists.join(", ")).unwrap_or_default(),
    };
    html(&CriteriaPage {
        page: visitor.page(&app).await?.under("/external"),
        lines: sets.iter().map(line).collect(),
        may_edit: edits(&reach),
    })
}

#[derive(Template)]
#[template(path = "criteria_set.html")]
struct SetPage {
    page: Page,
    crumbs: Vec<Crumb>,
    id: String,
    name: String,
    names: Vec<(String, String, &'static str)>,
    sample: bool,
    now: bool,
    basis: String,
    valid: String,
    threshold: String,
    most: String,
    lists: String,
    changed: String,
    objective: Vec<(String, String)>,
    lines: Vec<CriterionLine>,
    severities: Vec<(String, String)>,
    may_edit: bool,
    may_change: bool,
}

struct CriterionLine {
    name: String,
    measure: String,
    weight: String,
    unit: String,
    cap: String,
    months: String,
}

fn criterion(words: &Speaker, c: &Criterion) -> CriterionLine {
    CriterionLine {
        name: words.lang.pick(&c.name_kk, &c.name_ru, &c.name_en).clone(),
        measure: words.t(&format!("risk-measure-{}", c.measure.word())),
        weight: points(words, c.weight.into()),
        unit: words.t(&format!("risk-unit-{}", c.measure.unit())),
        cap: c.cap.to_string(),
        months: match c.months {
            Some(months) => words.with("score-months", &[("months", i64::from(months).into())]),
            None => words.t("criteria-all-time"),
        },
    }
}

/// The set of that id, and how it is kept; the sample is not.
async fn found(app: &Shared, id: &str) -> Result<(CriteriaSet, Option<CriteriaRow>), Failure> {
    let sets = scores::criteria(app).await?;
    let set = sets.into_iter().find(|set| set.id == id).ok_or(Failure::NotFound)?;
    let row = store::criteria::sets(&app.db).await?.into_iter().find(|row| row.set.id == id);
    Ok((set, row))
}

/// A set that may still be changed: recorded, and used by no list.
async fn changeable(app: &Shared, visitor: &Visitor, id: &str) -> Result<CriteriaSet, Failure> {
    let (set, row) = found(app, id).await?;
    let free = row.is_some() && !used(app, &visitor.words).await?.contains_key(id);
    if free { Ok(set) } else { Err(Failure::NotFound) }
}

async fn one(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    let (reach, _) = reader(&app, &visitor)?;
    let words = &visitor.words;
    let (set, row) = found(&app, &id).await?;
    let today: Date = app.clock.today();
    let used = used(&app, words).await?.remove(&id);
    let all = scores::criteria(&app).await?;
    let changed = row.as_ref().map(|row| {
        let who = row.changed_by.get("name").and_then(|name| name.as_str()).unwrap_or_default();
        format!("{who}, {}", words.moment(row.changed_at))
    });
    let names = [(&set.name_kk, "kk"), (&set.name_ru, "ru"), (&set.name_en, "en")];
    html(&SetPage {
        page: visitor.page(&app).await?.under("/external"),
        crumbs: vec![Crumb { label: words.t("criteria-title"), href: "/criteria".into() }],
        name: name(words, &set).to_owned(),
        names: names
            .into_iter()
            .map(|(name, lang)| (words.t(&format!("field-criteria-name_{lang}")), name.clone(), lang))
            .collect(),
        sample: set.sample,
        now: p11_risk::in_force(&all, today).is_some_and(|now| now.id == set.id),
        basis: basis(words, &set),
        valid: valid(words, &set),
        threshold: set.threshold.to_string(),
        most: set.most.to_string(),
        changed: changed.unwrap_or_default(),
        objective: set
            .objective
            .iter()
            .map(|o| (words.t(&format!("body-kind-{}", o.kind.word())), o.points.to_string()))
            .collect(),
        lines: set.criteria.iter().map(|c| criterion(words, c)).collect(),
        severities: set
            .severities
            .iter()
            .map(|(r, s)| (words.t(&format!("checklist-{r}")), words.t(&format!("severity-{s}"))))
            .collect(),
        may_edit: edits(&reach),
        may_change: edits(&reach) && row.is_some() && used.is_none(),
        lists: used.map(|lists| lists.join(", ")).unwrap_or_default(),
        id,
    })
}

/// Takes back a set that was recorded by mistake and that no list has used.
async fn remove(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(id): Path<String>,
    _: Posted,
) -> Result<Response, Failure> {
    let signed = editor(&app, &visitor)?;
    changeable(&app, &visitor, &id).await?;
    store::criteria::remove(&app.db, &id, &admin::edit(&app, signed)?).await?;
    visitor.say_next("criteria-removed").await?;
    Ok(Redirect::to("/criteria").into_response())
}
