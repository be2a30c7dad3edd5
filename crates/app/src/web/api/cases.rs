//! Cases, their journals, duties, documents and files.

use axum::{
    Json,
    extract::{Path, State},
    response::Response,
};
use law::case::{
    Fact, Procedure, Step,
    step::{self, Offer},
};
use serde::Deserialize;

use super::{
    ROOT,
    auth::Caller,
    problem::{Asked, Problem},
    shown::{
        CaseFull, CaseList, CaseShown, DocumentList, DocumentShown, DutyList, DutyShown, FactShown, FileList,
        FileShown, Journal, Named, RefusalShown, StepOffered, StopShown,
    },
};
use crate::{
    app::Shared,
    door::{self, Desk},
    web::{
        documents,
        files::{attachment, opened},
    },
    words::Speaker,
};

#[derive(Deserialize)]
pub struct Filter {
    procedure: Option<String>,
    #[serde(default)]
    q: String,
    state: Option<String>,
    #[serde(default)]
    page: u32,
    #[serde(default)]
    per_page: u32,
}

pub async fn list(
    State(app): State<Shared>,
    caller: Caller,
    Asked(asked): Asked<Filter>,
) -> Result<Json<CaseList>, Problem> {
    let procedure = match asked.procedure.as_deref().filter(|p| !p.is_empty()) {
        Some(word) => Some(Procedure::parse(word).ok_or_else(Problem::parameter)?),
        None => None,
    };
    let open = match asked.state.as_deref() {
        None | Some("") => None,
        Some("open") => Some(true),
        Some("closed") => Some(false),
        Some(_) => return Err(Problem::parameter()),
    };
    let text = asked.q.trim().to_owned();
    let filter = store::cases::Filter {
        procedure,
        text,
        open,
        page: asked.page,
        per_page: asked.per_page,
        ..Default::default()
    };
    let found = store::cases::list(&app.db, &caller.viewer(&app), &filter).await?;
    let registry = app.registry();
    Ok(Json(CaseList {
        total: found.total,
        capped: found.capped(),
        page: found.page,
        per_page: found.per_page,
        items: found.items.iter().map(|row| CaseShown::of(&caller.words, &registry, row)).collect(),
    }))
}

/// The case, if the caller may read it.
pub async fn open(app: &Shared, caller: &Caller, case: &str) -> Result<Desk, Problem> {
    door::open(app, caller.actor(), case).await?.ok_or_else(Problem::not_found)
}

pub async fn one(State(app): State<Shared>, caller: Caller, Path(id): Path<String>) -> Result<Json<CaseFull>, Problem> {
    let desk = open(&app, &caller, &id).await?;
    let row = desk.row.as_ref().ok_or_else(Problem::not_found)?;
    let words = &caller.words;
    let stops = desk.case.rail().into_iter().map(|s| StopShown {
        stop: Named { id: s.word.into(), name: words.t(s.word) },
        paragraph: s.paragraph,
        reached: s.reached,
        now: s.now,
    });
    let steps = desk.case.procedure.steps().iter().filter_map(|s| offered(words, &desk, *s));
    Ok(Json(CaseFull {
        case: CaseShown::of(words, &desk.registry, row),
        rail: stops.collect(),
        steps: steps.collect(),
        duties: owed(words, &desk),
        documents: documents_of(words, &desk),
        facts: facts(&app, &caller, &desk, false).await?,
    }))
}

/// How a step stands; none where it is not in this case (any more).
pub fn offered(words: &Speaker, desk: &Desk, step: &dyn Step) -> Option<StepOffered> {
    let refusal = match step::offer(step, &desk.view(None)) {
        Offer::Ready => None,
        Offer::NotYet(refusal) => Some(RefusalShown::of(words, &desk.registry, &refusal)),
        Offer::Never => return None,
    };
    Some(StepOffered {
        step: Named::word(words, "step", step.id()),
        paragraph: step.paragraph(),
        signs: step.def().signs,
        ready: refusal.is_none(),
        refusal,
        url: format!("{ROOT}/cases/{}/steps/{}", desk.case.id, step.id()),
    })
}

fn owed(words: &Speaker, desk: &Desk) -> Vec<DutyShown> {
    desk.case.duties(&desk.law).iter().map(|d| DutyShown::of(words, &desk.registry, d, desk.today)).collect()
}

/// The facts with the hashes stored; with the stored text where it is wanted, so that anybody can check them.
async fn facts(app: &Shared, caller: &Caller, desk: &Desk, texts: bool) -> Result<Vec<FactShown>, Problem> {
    let stored = store::journal::facts(&app.db, &caller.viewer(app), &desk.case.id).await?;
    let told: Vec<u32> = desk.case.told_to(&desk.actor.body).iter().map(|f| f.seq).collect();
    let mut shown = Vec::new();
    for (text, hash) in stored {
        let fact: Fact = serde_json::from_str(&text).map_err(store::StoreError::from)?;
        if told.contains(&fact.seq) {
            shown.push(FactShown::of(&caller.words, &desk.registry, &fact, hash, texts.then_some(text)));
        }
    }
    Ok(shown)
}

pub async fn journal(
    State(app): State<Shared>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<Journal>, Problem> {
    let desk = open(&app, &caller, &id).await?;
    Ok(Json(Journal { items: facts(&app, &caller, &desk, true).await?, case: id }))
}

pub async fn duties(
    State(app): State<Shared>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<DutyList>, Problem> {
    let desk = open(&app, &caller, &id).await?;
    Ok(Json(DutyList { items: owed(&caller.words, &desk) }))
}

pub async fn documents(
    State(app): State<Shared>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<DocumentList>, Problem> {
    let desk = open(&app, &caller, &id).await?;
    Ok(Json(DocumentList { items: documents_of(&caller.words, &desk) }))
}

fn documents_of(words: &Speaker, desk: &Desk) -> Vec<DocumentShown> {
    desk.case.documents_for(&desk.actor.body).iter().map(|d| DocumentShown::of(words, d)).collect()
}

pub async fn pdf(
    State(app): State<Shared>,
    caller: Caller,
    Path((code, version, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let file = file.strip_suffix(".pdf").ok_or_else(Problem::not_found)?;
    let version: u32 = version.parse().map_err(|_| Problem::not_found())?;
    let versions = store::documents::document_by_code(&app.db, &code.to_lowercase()).await?;
    let document = versions.into_iter().find(|d| d.version == version).ok_or_else(Problem::not_found)?;
    let found = document.files.iter().find(|f| f.name() == file).ok_or_else(Problem::not_found)?;
    let pdf = documents::opened(&app, &caller.signed.actor, &code.to_lowercase(), document.kind, found).await?;
    let pdf = pdf.ok_or_else(Problem::not_found)?;
    let name = format!("{}-{}-{file}.pdf", document.kind.word(), document.number);
    Ok(attachment(&name, "application/pdf", pdf.bytes))
}

pub async fn files(
    State(app): State<Shared>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Json<FileList>, Problem> {
    let desk = open(&app, &caller, &id).await?;
    let found = store::files::of_case(&app.db, &caller.viewer(&app), &desk.case.id).await?;
    let items = found.into_iter().map(|f| FileShown {
        url: format!("{ROOT}/cases/{}/files/{}", f.case, f.id),
        id: f.id,
        digest: f.digest,
        name: f.name,
        media_type: f.media_type,
        size: f.size,
        at: f.at,
        protected: f.protected,
    });
    Ok(Json(FileList { items: items.collect() }))
}

pub async fn file(
    State(app): State<Shared>,
    caller: Caller,
    Path((case, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let viewer = caller.viewer(&app);
    let (file, content) = opened(&app, &viewer, &case, &id).await?.ok_or_else(Problem::not_found)?;
    Ok(attachment(&file.name, &file.media_type, content.bytes))
}
