//! What a step will come to: the duties that follow from it, the document as it will print.

use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use documents::Language;
use law::case::{
    Answers, CaseFile, Fact,
    step::{self, Freeze, Halt, Offer, Step},
};

use super::super::{
    error::Failure,
    facts::{self, Teller},
    page::Visitor,
};
use crate::{
    app::Shared,
    door::{self, Desk},
    words::Speaker,
};

/// Something that somebody else has written, and the step answers.
pub(super) struct Material {
    pub title: String,
    pub lines: Vec<String>,
}

/// What each step answers: kinds of facts, of which the last is shown.
const ANSWERED: &[(&str, &[&str])] = &[
    ("accept-as-ground", &["appeal-registered"]),
    ("extend-appeal", &["appeal-registered"]),
    ("forward-appeal", &["appeal-registered"]),
    ("hand-within-agency", &["appeal-registered"]),
    ("hand-to-internal-control", &["appeal-registered"]),
    ("take-over-appeal", &["appeal-registered"]),
    ("take-over-within-agency", &["appeal-registered"]),
    ("draft-appeal-answer", &["appeal-registered"]),
    ("answer-appeal", &["appeal-answer-drafted", "appeal-registered"]),
    ("answer-inspection-request", &["request-made"]),
    ("decide-more-time", &["more-time-asked"]),
    ("accept-elimination", &["elimination-reported", "report-request-answered"]),
    ("find-lacking", &["elimination-reported", "report-request-answered"]),
    ("answer-report-request", &["report-requested"]),
    ("issue-desk-outcome", &["desk-outcome-drafted"]),
];

/// What is decided upon, where the step answers it.
pub(super) fn material(words: &Speaker, desk: &Desk, step: &dyn Step) -> Vec<Material> {
    let kinds = ANSWERED.iter().find(|(id, _)| *id == step.id()).map_or(&[][..], |(_, kinds)| kinds);
    let told = desk.case.told_to(&desk.actor.body);
    let last = |kind: &&str| told.iter().rev().find(|f| f.what.word() == *kind);
    let mut found: Vec<_> = kinds.iter().filter_map(last).collect();
    found.sort_by_key(|f| f.seq);
    let show = |fact: &&&Fact| Material {
        title: format!("{}, {}", words.t(&format!("fact-{}", fact.what.word())), words.date(fact.on)),
        lines: facts::tell(&Teller { words, registry: &desk.registry, sets: &[] }, fact).0,
    };
    found.iter().map(show).collect()
}

/// What will be due once the step is taken with its usual answers.
pub(super) fn follows(visitor: &Visitor, desk: &Desk, step: &dyn Step) -> Vec<String> {
    let words = &visitor.words;
    let owed: Vec<String> = desk.case.duties(&desk.law).into_iter().map(|d| d.key).collect();
    let Some(after) = foresee(desk, step) else { return Vec::new() };
    let new = after.duties(&desk.law).into_iter().filter(|d| !owed.contains(&d.key));
    new.map(|d| format!("{} – {}", words.t(&d.what), words.date(d.due))).collect()
}

/// The case as it would be after the step with its defaults, for the preview of documents and duties.
fn foresee(desk: &Desk, step: &dyn Step) -> Option<CaseFile> {
    if step.def().reads && desk.review.is_none() {
        // What depends on the cells of a report is not foreseen without them.
        return None;
    }
    let view = desk.view(None);
    let answers = Answers::defaults(&step.fields(&view));
    let drafts = match step::take(step, &view, &answers) {
        Ok(drafts) => drafts,
        Err(Halt::Wrong(_) | Halt::Refused(_)) => {
            // A step that is not offered has no sample.
            if !matches!(step.offer(&view), Offer::Ready) {
                return None;
            }
            let sample = step.samples(&view).into_iter().next()?;
            step::take(step, &view, &sample).ok().filter(|_| step.fields(&view).len() <= 3)?
        }
    };
    let mut case = desk.case.clone();
    for draft in drafts {
        let fact = law::case::Fact {
            case: case.id.clone(),
            seq: u32::try_from(case.facts.len()).ok()? + 1,
            on: draft.on,
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
            by: desk.actor.clone(),
            what: draft.what,
            documents: Vec::new(),
            prev: String::new(),
        };
        case.apply(fact);
    }
    Some(case)
}

/// The document of a step as it stands, as a draft, with the number of its pages.
pub(super) async fn draft(
    app: &Shared,
    desk: &Desk,
    step: &dyn Step,
    lang: crate::words::Lang,
) -> Result<Option<(Vec<String>, usize)>, Failure> {
    let Some(Freeze::New(kind) | Freeze::Next(kind)) = step.freezes(&desk.case) else { return Ok(None) };
    let language = if lang == crate::words::Lang::Ru { Language::Ru } else { Language::Kk };
    let people = door::names(app, &desk.case).await?;
    let Some(paper) = door::paper(app, desk, None, kind, 1, &people, language) else { return Ok(None) };
    let pages = tokio::task::spawn_blocking(move || documents::svg_pages(&paper, language))
        .await
        .expect("drawing does not panic")?;
    let count = pages.len();
    Ok(Some((pages, count)))
}

/// A page of the draft as a picture.
pub async fn preview(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((case, step, file)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let signed = visitor.signed()?;
    let desk = door::open(&app, &signed.actor, &case).await?.ok_or(Failure::NotFound)?;
    let step = desk.case.procedure.step(&step).ok_or(Failure::NotFound)?;
    let number: usize = file.strip_suffix(".svg").and_then(|n| n.parse().ok()).ok_or(Failure::NotFound)?;
    let (mut pages, _) = draft(&app, &desk, step, visitor.words.lang).await?.ok_or(Failure::NotFound)?;
    if number >= pages.len() {
        return Err(Failure::NotFound);
    }
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], pages.swap_remove(number)).into_response())
}
