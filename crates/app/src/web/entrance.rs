//! The quiet entrance of an inspected subject: beside what it owes, what it may do until when (objections, more time), and the
//! latest documents that concern it.

use jiff::civil::Date;
use law::{
    case::{CaseFile, DocumentRef, Procedure, Role, fact::DocumentLanguage, step},
    ch2_external::{p28_objections, p29_more_time},
};

use super::{error::Failure, page::Visitor};
use crate::{
    app::Shared,
    door::{self, Desk},
    words::Lang,
};

/// Cases looked at: a subject is rarely in more than one at a time.
const MOST: u32 = 20;

/// What the page of an inspected subject shows beside its duties.
pub struct Entrance {
    pub rights: Vec<Right>,
    pub documents: Vec<ToRead>,
}

/// Something the subject may do.
pub struct Right {
    pub label: String,
    pub paragraph: String,
    pub title: String,
    pub case: String,
    pub until: String,
    pub late: bool,
    pub href: String,
}

/// A document to be acquainted with.
pub struct ToRead {
    pub label: String,
    pub title: String,
    pub case: String,
    pub href: String,
}

/// The entrance of whoever heads an inspected subject.
pub async fn of(app: &Shared, visitor: &Visitor) -> Result<Option<Entrance>, Failure> {
    let signed = visitor.signed()?;
    if signed.actor.role != Role::ControlObjectHead {
        return Ok(None);
    }
    let viewer = door::viewer(app, &signed.actor);
    let mut entrance = Entrance { rights: Vec::new(), documents: Vec::new() };
    for procedure in [Procedure::Inspection, Procedure::Visit, Procedure::DeskControl] {
        let filter = store::cases::Filter {
            procedure: Some(procedure),
            open: Some(true),
            page: 1,
            per_page: MOST,
            ..Default::default()
        };
        for row in store::cases::list(&app.db, &viewer, &filter).await?.items {
            let Some(desk) = door::open(app, &signed.actor, &row.meta.id).await? else { continue };
            let title = format!("№ {} – {}", row.reference, super::case::title(&visitor.words, &desk.registry, &row));
            for (id, until) in rights(&desk.case, &desk.law) {
                let Some(step) = procedure.step(id) else { continue };
                if matches!(step::offer(step, &desk.view(None)), step::Offer::Ready) {
                    entrance.rights.push(right(visitor, &desk, step, until, &title));
                }
            }
            entrance.documents.extend(to_read(visitor, &desk, &title));
        }
    }
    Ok(Some(entrance))
}

/// The documents of a case in the reader's language, each in its latest version, the latest first.
fn to_read(visitor: &Visitor, desk: &Desk, title: &str) -> Vec<ToRead> {
    let language = if visitor.words.lang == Lang::Ru { DocumentLanguage::Ru } else { DocumentLanguage::Kk };
    let mut latest: Vec<DocumentRef> = Vec::new();
    for document in desk.case.documents_for(&desk.actor.body) {
        latest.retain(|d| d.code != document.code);
        latest.push(document);
    }
    let line = |d: &DocumentRef| {
        let file = d.files.iter().find(|f| f.language == language)?;
        let kind = visitor.words.t(&format!("document-{}", d.kind.word()));
        Some(ToRead {
            label: format!("{kind} № {}, {}", d.number, visitor.words.date(d.on)),
            title: title.to_owned(),
            case: desk.case.id.clone(),
            href: format!("/documents/{}/{}/{}.pdf", d.code, d.version, file.name()),
        })
    };
    latest.iter().rev().filter_map(line).collect()
}

/// What the subject may do after the delivery, each with its last day (§28–29).
fn rights(case: &CaseFile, law: &law::edition::Law) -> Vec<(&'static str, Date)> {
    let Some((delivered, _)) = case.inspection().and_then(|i| i.delivered.as_ref()) else { return Vec::new() };
    vec![
        ("object-to-results", p28_objections::last_day(law, *delivered)),
        ("ask-more-time", p29_more_time::last_day(law, *delivered)),
    ]
}

fn right(visitor: &Visitor, desk: &door::Desk, step: &dyn step::Step, until: Date, title: &str) -> Right {
    let words = &visitor.words;
    let late = desk.today > until;
    let key = if late { "rights-late" } else { "rights-until" };
    Right {
        label: words.t(&format!("step-{}", step.id())),
        paragraph: step.paragraph().to_string(),
        title: title.to_owned(),
        case: desk.case.id.clone(),
        until: words.with(key, &[("date", words.date(until).into())]),
        late,
        href: format!("/cases/{}/steps/{}", desk.case.id, step.id()),
    }
}
