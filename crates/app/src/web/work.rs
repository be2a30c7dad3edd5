//! My work: what is due from me and my body, nearest first, late on top; one button each.

use askama::Template;
use axum::{extract::State, response::Response};
use law::case::{Procedure, Role, step};

use super::{
    duties::{DutyLine, left},
    error::Failure,
    page::{Page, Visitor, html},
};
use crate::{app::Shared, door};

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    page: Page,
    duties: Vec<DutyLine>,
    late: usize,
    soon: usize,
    todo: Vec<Todo>,
    openings: Vec<Opening>,
}

/// A step that waits for this person without a day being set for it.
struct Todo {
    label: String,
    paragraph: String,
    case: String,
    title: String,
    action: String,
    href: String,
}

/// A button that opens a case.
pub struct Opening {
    pub label: String,
    pub href: String,
}

/// Procedures this person may open.
pub fn openings(visitor: &Visitor, of: &[Procedure]) -> Vec<Opening> {
    let Some(signed) = &visitor.signed else { return Vec::new() };
    of.iter()
        .filter(|p| p.steps()[0].def().who.iter().any(|(_, role)| *role == signed.actor.role))
        .map(|p| Opening {
            label: visitor.words.t(&format!("step-{}", p.steps()[0].id())),
            href: format!("/open/{}", p.word()),
        })
        .collect()
}

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let (law, today) = (app.law(), app.clock.today());
    let viewer = door::viewer(&app, &signed.actor);
    let rows = store::duties::my_duties(&app.db, &viewer, store::duties::Scope::Mine, 200).await?;
    let duties: Vec<DutyLine> = rows
        .into_iter()
        .map(|owed| {
            let d = owed.duty;
            let (text, kind) = left(words, &law, today, d.due);
            DutyLine {
                what: words.t(&d.what),
                detail: d.detail,
                title: format!("№ {} – {}", owed.reference, owed.title),
                iso: d.due.to_string(),
                due: words.date(d.due),
                weekday: words.weekday(d.due),
                left: text,
                kind,
                paragraph: d.paragraph.to_string(),
                who: String::new(),
                why: format!("/cases/{}/duties/{}/why", owed.case, d.key),
                href: format!("/cases/{}/steps/{}", owed.case, d.step),
                action: words.t(&format!("step-{}-do", d.step)),
                case: owed.case,
            }
        })
        .collect();
    let page = WorkPage {
        page: visitor.page(&app).await?,
        late: duties.iter().filter(|d| d.kind == "late").count(),
        soon: duties.iter().filter(|d| d.kind == "soon").count(),
        todo: todo(&app, &visitor).await?,
        openings: openings(&visitor, &Procedure::ALL),
        duties,
    };
    html(&page)
}

/// Signatures and decisions that wait for this person in the cases moved last.
async fn todo(app: &Shared, visitor: &Visitor) -> Result<Vec<Todo>, Failure> {
    const LOOK_AT: u32 = 25;
    let signed = visitor.signed()?;
    if matches!(signed.actor.role, Role::Administrator | Role::Observer | Role::Analyst) {
        return Ok(Vec::new());
    }
    let words = &visitor.words;
    let filter = store::cases::Filter { open: Some(true), per_page: LOOK_AT, ..Default::default() };
    let found = store::cases::list(&app.db, &door::viewer(app, &signed.actor), &filter).await?;
    let mut todo = Vec::new();
    for row in found.items {
        let Some(desk) = door::open(app, &signed.actor, &row.meta.id).await? else { continue };
        let view = desk.view(None);
        let pressing = row.meta.procedure.steps().iter().filter(|s| s.def().signs);
        for step in pressing.filter(|s| s.def().discharges.is_empty()) {
            if matches!(step::offer(*step, &view), step::Offer::Ready) {
                todo.push(Todo {
                    label: words.t(&format!("step-{}", step.id())),
                    paragraph: step.paragraph().to_string(),
                    title: format!("№ {} – {}", row.reference, row.meta.title),
                    action: words.t("case-take"),
                    href: format!("/cases/{}/steps/{}", row.meta.id, step.id()),
                    case: row.meta.id.clone(),
                });
            }
        }
    }
    Ok(todo)
}
