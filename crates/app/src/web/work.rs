//! My work: what is due from me and my body, nearest first, late on top; one button each.

use askama::Template;
use axum::{extract::State, response::Response};
use law::case::{Procedure, step::Taker};

use super::{
    case::titled,
    duties::{DutyLine, cited, left},
    entrance::{self, Entrance},
    error::Failure,
    page::{Page, Visitor, html},
};
use crate::{app::Shared, door};

/// Lines of a list; what comes later is not pressing.
const MOST: u32 = 200;

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    page: Page,
    duties: Vec<DutyLine>,
    late: usize,
    soon: usize,
    todo: Vec<Todo>,
    openings: Vec<Opening>,
    /// Of an inspected subject: what it may do, and what it has to read.
    entrance: Option<Entrance>,
}

/// A step that waits for this person.
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

/// Procedures this person may open; half-year lists are begun by the Agency alone (§10).
pub fn openings(app: &Shared, visitor: &Visitor, of: &[Procedure]) -> Vec<Opening> {
    let (Some(signed), words, registry) = (&visitor.signed, &visitor.words, app.registry()) else { return Vec::new() };
    let agency = registry.tree.agency().is_some_and(|agency| agency.id == signed.actor.body);
    of.iter()
        .filter(|p| p.steps().first().is_some_and(|s| s.def().who.iter().any(|(_, role)| *role == signed.actor.role)))
        .filter(|p| agency || **p != Procedure::HalfYearList)
        .map(|p| Opening {
            // One step opens both an inspection and a visit.
            label: words
                .maybe(&format!("open-{}", p.word()))
                .unwrap_or_else(|| words.t(&format!("step-{}", p.steps()[0].id()))),
            href: format!("/open/{}", p.word()),
        })
        .collect()
}

pub async fn page(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let words = &visitor.words;
    let (law, registry, today) = (app.law(), app.registry(), app.clock.today());
    let viewer = door::viewer(&app, &signed.actor);
    let rows = store::duties::my_duties(&app.db, &viewer, store::duties::Scope::Mine, MOST).await?;
    let duties: Vec<DutyLine> = rows
        .into_iter()
        .map(|owed| {
            let d = owed.duty;
            let (text, kind) = left(words, &law, today, d.due);
            let me = &signed.actor;
            let theirs = |t: &Taker| {
                (&t.body, t.role) == (&me.body, me.role) && t.user.as_ref().is_none_or(|user| *user == me.user)
            };
            let (href, action) = if d.takers.iter().any(theirs) {
                (format!("/cases/{}/steps/{}", owed.case, d.step), words.t(&format!("step-{}-do", d.step)))
            } else {
                (format!("/cases/{}", owed.case), words.t("work-open-case"))
            };
            DutyLine {
                what: words.t(&d.what),
                detail: words.half_year_of(&d.detail).unwrap_or(d.detail),
                title: format!(
                    "№ {} – {}",
                    owed.reference,
                    titled(words, &registry, owed.procedure, &owed.title, owed.object.as_deref(), &owed.case_body)
                ),
                iso: d.due.to_string(),
                due: words.date(d.due),
                weekday: words.weekday(d.due),
                left: text,
                kind,
                cited: cited(words, d.rule),
                paragraph: d.paragraph.to_string(),
                who: String::new(),
                why: format!("/cases/{}/duties/{}/why", owed.case, d.key),
                href,
                action,
                case: owed.case,
            }
        })
        .collect();
    let page = WorkPage {
        page: visitor.page(&app).await?,
        late: duties.iter().filter(|d| d.kind == "late").count(),
        soon: duties.iter().filter(|d| d.kind == "soon").count(),
        todo: todo(&app, &visitor).await?,
        openings: openings(&app, &visitor, &Procedure::ALL),
        entrance: entrance::of(&app, &visitor).await?,
        duties,
    };
    html(&page)
}

/// Signatures, decisions and answers that wait for this person.
async fn todo(app: &Shared, visitor: &Visitor) -> Result<Vec<Todo>, Failure> {
    let viewer = door::viewer(app, &visitor.signed()?.actor);
    let (words, registry) = (&visitor.words, app.registry());
    let rows = store::awaited::mine(&app.db, &viewer, MOST).await?;
    let lines = rows.into_iter().map(|row| Todo {
        label: words.maybe(&format!("awaited-{}", row.step)).unwrap_or_else(|| words.t(&format!("step-{}", row.step))),
        paragraph: row.paragraph.to_string(),
        title: format!(
            "№ {} – {}",
            row.reference,
            titled(words, &registry, row.procedure, &row.title, row.object.as_deref(), &row.case_body)
        ),
        action: words.t("case-take"),
        href: format!("/cases/{}/steps/{}", row.case, row.step),
        case: row.case,
    });
    Ok(lines.collect())
}
