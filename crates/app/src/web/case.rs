//! The page of a case: where it stands, what can be done, what is owed, what happened.

mod external;
mod offers;
mod openings;
mod tables;
mod timeline;

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use law::case::{
    CaseFile, DocumentRef, Procedure,
    step::{self, Offer},
};
use offers::{Offered, Offers, offers};
use openings::{OpeningLine, openings};
use store::cases::CaseRow;
use tables::{FindingLine, MeasureLine, PlanLine, findings, measures, plan_lines};
use timeline::{FactLine, Files, timeline};

use super::{
    documents::{FileLine, file_lines},
    duties::{DutyLine, line},
    error::Failure,
    facts::Teller,
    files,
    page::{Page, Visitor, html},
};
use crate::{
    app::Shared,
    door::{self, Desk},
    registry::{Named, Registry},
    words::{Arg, Speaker},
};

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    page: Page,
    id: String,
    reference: String,
    title: String,
    procedure: String,
    crumbs: Vec<Crumb>,
    rail: Vec<RailStop>,
    ready: Vec<Offered>,
    rare: Vec<Offered>,
    waiting: Vec<Offered>,
    others: Vec<Offered>,
    stage: String,
    nothing: String,
    duties: Vec<DutyLine>,
    items: Vec<PlanLine>,
    external: external::Parts,
    findings: Vec<FindingLine>,
    measures: Vec<MeasureLine>,
    documents: Vec<DocumentCard>,
    timeline: Vec<FactLine>,
    about: Vec<Row>,
    people: Vec<Row>,
    files: Vec<Attached>,
    can_upload: bool,
    /// Whether a file can be given as protected material (§34).
    can_protect: bool,
    /// Of the people of the case alone: who opened protected material.
    openings: Vec<OpeningLine>,
    /// Of a report: the form itself.
    form: String,
}

/// A file of the case.
struct Attached {
    id: String,
    name: String,
    at: String,
    protected: bool,
}

pub struct Crumb {
    pub label: String,
    pub href: String,
}

struct RailStop {
    label: String,
    date: String,
    state: &'static str,
    word: String,
}

struct DocumentCard {
    title: String,
    number: String,
    date: String,
    version: String,
    number_of_version: u32,
    code: String,
    digest: String,
    files: Vec<FileLine>,
}

struct Row {
    label: String,
    value: String,
}

/// The list in which cases of a procedure stand.
pub fn home(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::Appeal => "/appeals",
        Procedure::HalfYearList => "/half-year-lists",
        Procedure::Inspection => "/inspections",
        Procedure::Visit => "/visits",
        Procedure::DeskControl => "/desk-controls",
        Procedure::ControlEvent => "/cases",
        Procedure::AnnualPlan => "/plans",
        Procedure::Report => "/reports",
    }
}

/// What a case is called in this language: its object's name and its matter, the year of the plan, the half-year of the list.
pub fn title(words: &Speaker, registry: &Registry, row: &CaseRow) -> String {
    let meta = &row.meta;
    titled(words, registry, meta.procedure, &meta.title, meta.object.as_deref(), &meta.body)
}

/// The same from what a list knows of the case.
pub fn titled(
    words: &Speaker,
    registry: &Registry,
    procedure: Procedure,
    title: &str,
    object: Option<&str>,
    body: &str,
) -> String {
    match (procedure, object) {
        (Procedure::AnnualPlan, _) => words.with("plan-title", &[("year", title.into())]),
        (Procedure::HalfYearList, _) => words.list_of(title).unwrap_or_else(|| title.to_owned()),
        (Procedure::Report, _) => {
            let (form, quarter) = title.split_once(", ").unwrap_or((title, ""));
            let Ok(quarter) = quarter.parse::<law::term::Quarter>() else { return title.to_owned() };
            let (year, number) = (quarter.year().to_string(), i64::from(quarter.number()));
            let values = [("year", year.into()), ("quarter", Arg::Number(number))];
            let period = words.with("form-head-reporting-value", &values);
            format!("{form}, {period}: {}", registry.name(body, words.lang))
        }
        (_, Some(object)) => {
            let matter = title.split_once(": ").map_or("", |(_, matter)| matter);
            format!("{}: {matter}", registry.name(object, words.lang))
        }
        _ => title.to_owned(),
    }
}

pub async fn page(State(app): State<Shared>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let desk = door::open(&app, &signed.actor, &id).await?.ok_or(Failure::NotFound)?;
    let row = desk.row.clone().ok_or(Failure::NotFound)?;
    let words = &visitor.words;
    let people = door::names(&app, &desk.case).await?;
    let viewer = door::viewer(&app, &signed.actor);
    let files = store::files::of_case(&app.db, &viewer, &id).await?;
    let named = Files {
        seen: files.iter().map(|f| (f.digest.clone(), (f.id.clone(), f.name.clone()))).collect(),
        withheld: store::files::withheld(&app.db, &viewer, &id).await?.into_iter().collect(),
        team: store::protected::in_team(&app.db, &viewer, &id).await?,
    };
    // A list names the set of criteria by which it selects.
    let sets = if desk.case.list().is_some() { door::criteria(&app).await? } else { Vec::new() };
    let teller = Teller { words, registry: &desk.registry, sets: &sets };
    let Offers { ready, rare, waiting, others } = offers(words, &desk);
    let closed = desk.case.closed().is_some();
    let plural = format!("procedure-{}-plural", row.meta.procedure.word());
    let home = home(row.meta.procedure);
    let open = |step: &str| {
        let step = row.meta.procedure.step(step);
        step.is_some_and(|s| matches!(step::offer(s, &desk.view(None)), Offer::Ready))
    };
    let duties = desk.case.duties(&desk.law);
    let lines = duties.iter().map(|d| line(words, &desk.law, desk.today, &id, d, open(d.step)));
    html(&CasePage {
        page: visitor.page(&app).await?.under(super::cases::menu(row.meta.procedure)),
        title: title(words, &desk.registry, &row),
        procedure: words.t(&format!("procedure-{}", row.meta.procedure.word())),
        crumbs: vec![Crumb { label: words.t(&plural), href: home.into() }],
        rail: rail(words, &desk.case),
        nothing: words.t(if closed { "case-closed" } else { "case-nothing" }),
        ready,
        rare,
        waiting,
        others,
        stage: stage(words, &row),
        duties: lines.collect(),
        items: plan_lines(words, &desk),
        external: external::parts(&app, words, &desk).await?,
        findings: findings(words, &desk),
        measures: measures(words, &desk.case),
        documents: documents(words, &desk),
        timeline: timeline(&desk, &teller, &people, &named),
        about: about(words, &desk),
        people: who(words, &desk.case, &people),
        form: desk.case.report().map(|_| format!("/reports/{id}")).unwrap_or_default(),
        can_upload: files::admitted(&desk.case, &signed.actor).is_ok(),
        can_protect: desk.case.procedure.external(),
        openings: openings(&app, words, &viewer, &id, &files).await?,
        files: files
            .into_iter()
            .map(|f| Attached { id: f.id, name: f.name, at: words.moment(f.at), protected: f.protected })
            .collect(),
        reference: row.reference,
        id,
    })
}

/// Where a case stands; of one that has ended by being closed, that it is.
pub fn stage(words: &Speaker, row: &CaseRow) -> String {
    let closed = row.meta.closed_on.is_some() && row.meta.stage.ends_with("-closed");
    words.t(if closed { "stage-closed" } else { &row.meta.stage })
}

fn rail(words: &Speaker, case: &CaseFile) -> Vec<RailStop> {
    let stops = case.rail().into_iter().map(|s| {
        let (state, word) = match (s.reached, s.now) {
            (Some(_), _) => ("done", "rail-done"),
            (None, true) => ("now", "rail-now"),
            (None, false) => ("", "rail-ahead"),
        };
        RailStop {
            label: words.t(s.word),
            date: s.reached.map(|d| words.date(d)).unwrap_or_default(),
            state,
            word: words.t(word),
        }
    });
    stops.collect()
}

fn documents(words: &Speaker, desk: &Desk) -> Vec<DocumentCard> {
    let mut latest: Vec<DocumentRef> = Vec::new();
    for document in desk.case.documents_for(&desk.actor.body) {
        latest.retain(|d| d.code != document.code);
        latest.push(document);
    }
    let card = |d: &DocumentRef| DocumentCard {
        title: words.t(&format!("document-{}", d.kind.word())),
        number: d.number.to_string(),
        date: words.date(d.on),
        version: if d.version > 1 {
            words.with("document-version", &[("version", Arg::Number(d.version.into()))])
        } else {
            String::new()
        },
        number_of_version: d.version,
        code: d.code.clone(),
        digest: d.files.first().map(|f| format!("{} … {}", &f.sha256[..8], &f.sha256[56..])).unwrap_or_default(),
        files: file_lines(words, d.kind, &d.files),
    };
    latest.iter().map(card).collect()
}

fn about(words: &Speaker, desk: &Desk) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = |key: &str, value: String| {
        if !value.is_empty() {
            rows.push(Row { label: words.t(key), value });
        }
    };
    let external = desk.case.procedure.external();
    row("case-control", words.t(if external { "external-control" } else { "internal-control" }));
    row("cases-body", desk.registry.name(&desk.case.body, words.lang));
    external::about(words, desk, &mut row);
    if let Some(event) = desk.case.event() {
        if let Some(a) = &event.appointment {
            row("field-object", desk.registry.name(&a.object, words.lang));
            row("field-ground", words.t(&format!("ground-{}", a.ground.word())));
            row("field-reference", a.reference.clone().unwrap_or_default());
            row("case-period", format!("{} – {}", words.date(a.period_from), words.date(a.period_to)));
        }
        if let (Some(start), Some(end)) = (event.start, event.end) {
            row("case-dates", format!("{} – {}", words.date(start), words.date(end)));
        }
        if let Some((_, decision)) = &event.decision {
            let decisions = decision.decisions.iter().map(|d| words.t(&format!("decision-{d}")));
            row("case-decision", decisions.collect::<Vec<_>>().join("; "));
        }
    }
    row("case-edition", words.t(&format!("edition-{}", desk.law.edition)));
    rows
}

fn who(words: &Speaker, case: &CaseFile, people: &HashMap<String, Named>) -> Vec<Row> {
    let name = |p: &law::case::actor::Person| {
        people.get(&p.user).map_or_else(|| p.name.clone(), |n: &Named| n.name(words.lang))
    };
    let role = if case.inspection().is_some() { "role-inspector" } else { "role-responsible-executor" };
    let mut rows: Vec<Row> = case.executors().iter().map(|p| Row { label: words.t(role), value: name(p) }).collect();
    if let Some(a) = case.inspection().and_then(|i| i.appointment.as_ref()) {
        let engaged = a.specialists.iter();
        rows.extend(
            engaged.map(|s| Row { label: words.t("case-expert"), value: format!("{}, {}", s.name, s.organisation) }),
        );
    }
    if let Some(event) = case.event() {
        rows.extend(
            event
                .experts
                .iter()
                .map(|e| Row { label: words.t("case-expert"), value: format!("{}, {}", e.name, e.organisation) }),
        );
        if let Some(head) = event.contents.as_ref().and_then(|c| c.head_name.clone()) {
            rows.push(Row { label: words.t("role-control-object-head"), value: head });
        }
    }
    rows
}
