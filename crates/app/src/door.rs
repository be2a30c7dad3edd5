//! The door from outside: load the case, take the step, draw the documents, commit all of it at once.

mod around;
mod issue;

use law::case::{
    Actor, Answers, CaseFile, DocumentRef, Fact, FieldError, FieldKind, Procedure, Refusal, Role, View,
    actor::Person,
    fact::seal,
    step::{self, Freeze, Halt, Step},
};
use law::ch3_reports::p60_signing::case_of;
use store::{
    Viewer,
    cases::{Around, CaseRow, CommitError},
};

pub use around::criteria;
pub use issue::{Drawn, names, paper};
use issue::{draw, issuer, set_aside};

use crate::{app::Shared, readmodel};

/// What a person wants to do.
pub struct Request<'a> {
    pub procedure: Procedure,
    /// The case, or the id of the one to be opened.
    pub case: &'a str,
    pub step: &'a str,
    pub answers: Answers,
    /// How many facts the person saw; none to act on whatever is there.
    pub version: Option<u32>,
    /// The same key twice is the same request: it happens once.
    pub key: Option<String>,
}

/// What came of it.
#[derive(Debug)]
pub struct Done {
    pub case: String,
    pub version: u32,
    /// Documents frozen by it.
    pub documents: Vec<DocumentRef>,
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is no such case, or not for this person.
    #[error("no such case")]
    NotFound,
    #[error("{0}")]
    Refused(Refusal),
    #[error("answers have not the form asked for")]
    Wrong(Vec<FieldError>),
    /// Somebody acted meanwhile: the facts since.
    #[error("the case has changed")]
    Stale(Box<CaseFile>, u32),
    /// Too many at once, try after try.
    #[error("others were quicker too often")]
    Busy,
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error(transparent)]
    Paper(#[from] documents::Error),
}

impl From<Halt> for Trouble {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Refused(refusal) => Self::Refused(refusal),
            Halt::Wrong(errors) => Self::Wrong(errors),
        }
    }
}

/// Everything a step looks at, loaded.
pub struct Desk {
    pub case: CaseFile,
    pub row: Option<CaseRow>,
    pub actor: Actor,
    pub people: Vec<(Role, Person)>,
    pub plan: Vec<law::ch3_internal::p42_plan::PlanEntry>,
    pub law: std::sync::Arc<law::edition::Law>,
    pub registry: std::sync::Arc<crate::registry::Registry>,
    pub today: jiff::civil::Date,
    /// Of a report, where the step looks at its cells: what it sees, and what its signature freezes.
    pub review: Option<(law::ch3_reports::Review, store::cases::Frozen)>,
    /// What cases of external control tell this one, and how far they were when it was read.
    pub dossier: law::ch2_external::dossier::Dossier,
    pub around: Vec<Around>,
}

impl Desk {
    pub fn view<'a>(&'a self, issued: Option<&'a DocumentRef>) -> View<'a> {
        View {
            case: &self.case,
            actor: &self.actor,
            law: &self.law,
            bodies: &self.registry.tree,
            today: self.today,
            people: &self.people,
            plan: &self.plan,
            issued,
            review: self.review.as_ref().map(|(review, _)| review),
            dossier: &self.dossier,
        }
    }
}

/// The viewer behind an actor.
pub fn viewer(app: &Shared, actor: &Actor) -> Viewer {
    Viewer { user: actor.user.clone(), body: actor.body.clone(), role: actor.role, on: app.clock.today() }
}

/// Who looks for a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Eyes {
    /// A person: what they may read.
    Person,
    /// The product itself, for what comes back from other systems: everything.
    Product,
}

/// Loads a case for a person; `None` where there is none they may read.
pub async fn open(app: &Shared, actor: &Actor, id: &str) -> Result<Option<Desk>, Trouble> {
    open_with(app, actor, id, Eyes::Person).await
}

async fn open_with(app: &Shared, actor: &Actor, id: &str, eyes: Eyes) -> Result<Option<Desk>, Trouble> {
    let row = match eyes {
        Eyes::Person => store::cases::find(&app.db, &viewer(app, actor), id).await?,
        Eyes::Product => store::cases::load(&app.db, id).await?,
    };
    let Some(row) = row else { return Ok(None) };
    let case = load(app, &row).await?;
    desk(app, actor, case, Some(row)).await.map(Some)
}

/// The case as its journal makes it.
pub async fn load(app: &Shared, row: &CaseRow) -> Result<CaseFile, Trouble> {
    let facts = facts(app, &row.meta.id).await?;
    Ok(CaseFile::fold(&row.meta.id, row.meta.procedure, &row.meta.body, facts))
}

/// The facts of a case.
pub async fn facts(app: &Shared, case: &str) -> Result<Vec<Fact>, Trouble> {
    let rows = store::journal::load_facts(&app.db, case).await?;
    let read = |(text, _): (String, String)| serde_json::from_str(&text);
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>().map_err(store::StoreError::from)?)
}

/// A desk with an empty case of this person's body.
pub async fn blank(app: &Shared, actor: &Actor, procedure: Procedure, id: &str) -> Result<Desk, Trouble> {
    let case = CaseFile::new(id, procedure, &actor.body);
    desk(app, actor, case, None).await
}

/// The same, filled in from another case, or an entry of it (`CASE/NUMBER`), that this person may read.
pub async fn blank_from(
    app: &Shared,
    actor: &Actor,
    procedure: Procedure,
    id: &str,
    from: &str,
) -> Result<Desk, Trouble> {
    let mut desk = blank(app, actor, procedure, id).await?;
    around::from(app, &viewer(app, actor), &desk.case, &mut desk.dossier, from).await?;
    Ok(desk)
}

async fn desk(app: &Shared, actor: &Actor, case: CaseFile, row: Option<CaseRow>) -> Result<Desk, Trouble> {
    let today = app.clock.today();
    let people = store::grants::people_of(&app.db, &actor.body, today).await?;
    let unsigned = case.event().is_some_and(|e| e.appointed.is_none());
    let plan = if unsigned { readmodel::plan_entries(app, &case).await? } else { Vec::new() };
    let around = around::look(app, &case, case.object.as_deref()).await?;
    let dossier = around::dossier(app, &case).await?;
    Ok(Desk {
        people: people
            .into_iter()
            .map(|(role, user)| (role, Person { user: user.id, name: user.name.kk, position: user.position.kk }))
            .collect(),
        plan,
        law: app.law(),
        registry: app.registry(),
        actor: actor.clone(),
        case,
        row,
        today,
        review: None,
        dossier,
        around,
    })
}

/// Takes a step. Nothing happens twice: neither for the same key, nor on a case that has moved on.
pub async fn take(app: &Shared, actor: &Actor, request: Request<'_>) -> Result<Done, Trouble> {
    take_with(app, actor, request, Eyes::Person).await
}

/// The same for the product itself, in any case there is: it brings what other systems have answered.
pub async fn take_as_product(app: &Shared, actor: &Actor, request: Request<'_>) -> Result<Done, Trouble> {
    take_with(app, actor, request, Eyes::Product).await
}

async fn take_with(app: &Shared, actor: &Actor, mut request: Request<'_>, eyes: Eyes) -> Result<Done, Trouble> {
    const TRIES: usize = 8;
    // A body has one report for each form and quarter: whoever begins it comes to the same case.
    let report = match request.procedure {
        Procedure::Report if opens(request.procedure, request.step) => case_of(&actor.body, &request.answers),
        _ => None,
    };
    if let Some(case) = &report {
        request.case = case;
    }
    let key = request.key.take().map(|key| key_of(actor, request.step, &key, eyes));
    request.key = key.clone();
    for tried in 0..TRIES {
        let mut desk = match open_with(app, actor, request.case, eyes).await? {
            Some(desk) => desk,
            // Still not to be read on the second try: the id is that of somebody else's case.
            None if tried == 0 && matches!(request.version, None | Some(0)) => {
                blank(app, actor, request.procedure, request.case).await?
            }
            None => return Err(Trouble::NotFound),
        };
        if desk.row.is_none() && !opens(desk.case.procedure, request.step) {
            return Err(Trouble::NotFound);
        }
        if let Some(key) = &key
            && let Some((case, seq)) = store::cases::taken(&app.db, request.case, &actor.body, key).await?
        {
            return Ok(Done { case, version: seq, documents: Vec::new() });
        }
        let seen = u32::try_from(desk.case.facts.len()).unwrap_or(u32::MAX);
        if let Some(version) = request.version.filter(|v| *v != seen) {
            return Err(Trouble::Stale(Box::new(desk.case), version));
        }
        let step = desk.case.procedure.step(request.step).ok_or(Trouble::NotFound)?;
        check_registry(app, &desk, step, &request).await?;
        if let Some(subject) = request.answers.0.get("subject").and_then(|v| v.as_str()) {
            desk.around.extend(around::look(app, &desk.case, Some(subject)).await?);
            around::about(app, &desk.case, &mut desk.dossier, subject).await?;
        }
        if step.def().reads {
            desk.review = Some(read_cells(app, request.case).await?);
        }
        match attempt(app, desk, step, &request).await {
            Err(Attempt::Again) => {}
            Err(Attempt::Failed(trouble)) => return Err(trouble),
            Ok(done) => return Ok(done),
        }
    }
    Err(Trouble::Busy)
}

/// A key is one person's, for one step; the product's own keys are apart.
fn key_of(actor: &Actor, step: &str, key: &str, eyes: Eyes) -> String {
    match eyes {
        Eyes::Person => format!("{} {step} {key}", actor.user),
        Eyes::Product => format!("product {step} {key}"),
    }
}

/// Whether this person has taken the step under this key before.
pub async fn taken(app: &Shared, actor: &Actor, case: &str, step: &str, key: &str) -> Result<bool, Trouble> {
    let key = key_of(actor, step, key, Eyes::Person);
    Ok(store::cases::taken(&app.db, case, &actor.body, &key).await?.is_some())
}

/// What a step that looks at the cells of a report is given.
pub async fn read_cells(app: &Shared, case: &str) -> Result<(law::ch3_reports::Review, store::cases::Frozen), Trouble> {
    let meta = store::reports::board::load(&app.db, case).await?.ok_or(Trouble::NotFound)?;
    crate::reports::review(app, &meta).await
}

/// Whether the step is the one that opens a case.
fn opens(procedure: Procedure, step: &str) -> bool {
    procedure.steps().first().is_some_and(|s| s.id() == step)
}

/// Services must be in the registry, files with the case.
async fn check_registry(app: &Shared, desk: &Desk, step: &dyn Step, request: &Request<'_>) -> Result<(), Trouble> {
    let mut errors = Vec::new();
    let files = store::files::of_case(&app.db, &viewer(app, &desk.actor), request.case).await?;
    for field in step.fields(&desk.view(None)) {
        let values = request.answers.0.get(field.name).and_then(|v| v.as_array()).into_iter().flatten();
        for value in values.filter_map(|v| v.as_str()) {
            let known = match field.kind {
                FieldKind::Services => desk.registry.services.contains_key(value),
                FieldKind::Files => files.iter().any(|f| f.digest == value),
                _ => true,
            };
            if !known {
                errors.push(FieldError { field: field.name.into(), code: "not-a-choice", values: Vec::new() });
            }
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Trouble::Wrong(errors)) }
}

enum Attempt {
    /// Somebody took the number, or the case moved on: look again.
    Again,
    Failed(Trouble),
}

impl<T: Into<Trouble>> From<T> for Attempt {
    fn from(trouble: T) -> Self {
        Self::Failed(trouble.into())
    }
}

async fn attempt(app: &Shared, mut desk: Desk, step: &dyn Step, request: &Request<'_>) -> Result<Done, Attempt> {
    let now = app.clock.now();
    let before = u32::try_from(desk.case.facts.len()).unwrap_or(u32::MAX);
    let freeze = step.freezes(&desk.case);
    let _turn = match freeze {
        Some(Freeze::New(kind)) => Some(app.turn(issuer(&desk.case, kind)).await),
        _ => None,
    };
    let (issued, claim) = match freeze {
        Some(freeze) => set_aside(app, &desk, freeze).await?,
        None => (None, None),
    };
    let drafts = step::take(step, &desk.view(issued.as_ref()), &request.answers).map_err(Trouble::from)?;
    let mut prev = desk.case.facts.last().map(|f| seal(&f.canonical())).unwrap_or_default();
    let mut facts = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate() {
        let mut fact = Fact {
            case: desk.case.id.clone(),
            seq: before + 1 + u32::try_from(at).unwrap_or(0),
            on: draft.on,
            recorded_at: now,
            by: desk.actor.clone(),
            what: draft.what,
            documents: Vec::new(),
            prev: prev.clone(),
        };
        if at == 0
            && let Some(document) = &issued
        {
            fact.documents.push(document.clone());
        }
        prev = seal(&fact.canonical());
        desk.case.apply(fact.clone());
        facts.push(fact);
    }
    let mut frozen = None;
    if let Some(document) = issued {
        let (document, new) = draw(app, &desk, document).await?;
        // The digests become part of the fact, and so of the chain.
        facts[0].documents = vec![document.clone()];
        let mut case = CaseFile::fold(
            &desk.case.id,
            desk.case.procedure,
            &desk.case.body,
            desk.case.facts[..before as usize].iter().cloned(),
        );
        let mut prev = facts[0].prev.clone();
        for fact in &mut facts {
            fact.prev = prev;
            prev = seal(&fact.canonical());
            case.apply(fact.clone());
        }
        desk.case = case;
        frozen = Some((document, new));
    }
    let documents = facts.iter().flat_map(|f| f.documents.clone()).collect();
    let added = readmodel::Addition { before, facts, frozen, number: claim, key: request.key.clone() };
    let commit = readmodel::commit(app, &desk, added, now);
    match store::cases::commit(&app.db, commit).await {
        Ok(_) => {
            metrics::counter!("sapa_steps_total", "step" => step.id()).increment(1);
            let version = u32::try_from(desk.case.facts.len()).unwrap_or(u32::MAX);
            Ok(Done { case: desk.case.id, version, documents })
        }
        Err(CommitError::Repeated { case, seq }) => Ok(Done { case, version: seq, documents: Vec::new() }),
        Err(CommitError::Stale { .. } | CommitError::NumberTaken) => Err(Attempt::Again),
        Err(CommitError::Db(error)) => Err(Attempt::Failed(error.into())),
    }
}
