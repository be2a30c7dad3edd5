//! The one door by which a case changes: `offer` says what may be done, `take` does it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    actor::{Actor, Person, Role},
    fact::{DocumentKind, DocumentRef, Draft},
    file::CaseFile,
    form::{Answers, Checked, Field, FieldError},
    refusal::Refusal,
};
use crate::{
    bodies::{BodyId, BodyTree},
    ch2_external::{
        dossier::{self, Dossier},
        p28_objections,
    },
    ch3_internal::p42_plan::PlanEntry,
    ch3_reports::Review,
    edition::Law,
    rules::RuleId,
};

/// All that a step may look at. Nothing else exists for the law.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub case: &'a CaseFile,
    pub actor: &'a Actor,
    pub law: &'a Law,
    pub bodies: &'a BodyTree,
    pub today: Date,
    /// People of the acting body, with their roles.
    pub people: &'a [(Role, Person)],
    /// Entries of the body's approved plans that have no event yet; the entry this case was drafted on stays among them.
    pub plan: &'a [PlanEntry],
    /// Number, day and code set aside for the document this step issues.
    pub issued: Option<&'a DocumentRef>,
    /// The cells of a report, for a step that reads them.
    pub review: Option<&'a Review>,
    /// What cases of external control tell this one: for answers, never for whether a step is offered.
    pub dossier: &'a Dossier,
}

/// On which side of the case a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The body whose case it is.
    Control,
    /// The body it concerns.
    Object,
    /// The bodies to which a report goes.
    Receiver,
}

/// Whether a step can be taken now.
#[derive(Clone, Debug)]
pub enum Offer {
    Ready,
    /// Not yet, or not by this person: why, and what would be allowed.
    NotYet(Refusal),
    /// Not in this case (any more): nothing to show.
    Never,
}

/// Why a step was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halt {
    Refused(Refusal),
    /// The answers have not the form asked for.
    Wrong(Vec<FieldError>),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What is always so of a step.
#[derive(Clone, Copy, Debug)]
pub struct Def {
    /// The word in routes, the API and locale keys (`step-ID`, `step-ID-lead`, `step-ID-do`).
    pub id: &'static str,
    /// Paragraph of the Rules.
    pub paragraph: u8,
    /// Who may take it; the first is the one it is expected of.
    pub who: &'static [(Side, Role)],
    /// The duties it discharges.
    pub discharges: &'static [RuleId],
    /// Whether the person signs, and so gives the password again.
    pub signs: bool,
    /// The document it issues.
    pub issues: Option<DocumentKind>,
    /// The document it marks, so that a next version is frozen.
    pub marks: Option<DocumentKind>,
    /// For how many of `who`, from the first, it waits as soon as the case has come to it, though no term runs.
    pub awaited: usize,
    /// Whether it looks at the cells of a report.
    pub reads: bool,
    /// Whether the usual course of a case goes without it.
    pub rare: bool,
}

impl Def {
    pub const fn new(id: &'static str, paragraph: u8, who: &'static [(Side, Role)]) -> Self {
        Self {
            id,
            paragraph,
            who,
            discharges: &[],
            signs: false,
            issues: None,
            marks: None,
            awaited: 0,
            reads: false,
            rare: false,
        }
    }

    #[must_use]
    pub const fn discharging(mut self, rules: &'static [RuleId]) -> Self {
        self.discharges = rules;
        self
    }

    /// It issues a document, which is signed.
    #[must_use]
    pub const fn issuing(mut self, kind: DocumentKind) -> Self {
        self.issues = Some(kind);
        self.signs = true;
        self
    }

    /// It sets a mark on a document the case has.
    #[must_use]
    pub const fn marking(mut self, kind: DocumentKind) -> Self {
        self.marks = Some(kind);
        self
    }

    #[must_use]
    pub const fn signed(mut self) -> Self {
        self.signs = true;
        self
    }

    /// Others have done their part: it waits for a person without a term of its own.
    #[must_use]
    pub const fn awaited(self) -> Self {
        self.awaited_by(1)
    }

    /// The same for the first so many of those who may take it: any of them is expected to.
    #[must_use]
    pub const fn awaited_by(mut self, many: usize) -> Self {
        self.awaited = many;
        self
    }

    /// The usual course of a case goes without it: pages keep it apart.
    #[must_use]
    pub const fn rare(mut self) -> Self {
        self.rare = true;
        self
    }

    /// It looks at the cells of a report.
    #[must_use]
    pub const fn reading(mut self) -> Self {
        self.reads = true;
        self
    }
}

/// One thing somebody may do.
pub trait Step: Sync {
    /// What is always so of it.
    fn def(&self) -> &'static Def;
    /// Whether the case has come to it.
    fn offer(&self, view: &View) -> Offer;
    /// What it asks.
    fn fields(&self, view: &View) -> Vec<Field>;
    /// Of an awaited step: whether the one it is expected of has still to act, and not merely may.
    fn turn(&self, _: &CaseFile) -> bool {
        true
    }
    /// What follows from the answers, or why they are refused.
    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal>;
    /// Answers that a person might give here: examples for the API, and the ways that the walk over all states goes.
    fn samples(&self, view: &View) -> Vec<Answers>;

    fn id(&self) -> &'static str {
        self.def().id
    }

    fn paragraph(&self) -> u8 {
        self.def().paragraph
    }

    /// The document this step freezes in this case: a new one, or the next version of one.
    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        let def = self.def();
        match (def.issues, def.marks) {
            (Some(kind), _) => Some(Freeze::New(kind)),
            (None, Some(kind)) => case.document(kind).map(|_| Freeze::Next(kind)),
            (None, None) => None,
        }
    }
}

/// What happens to a document when a step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freeze {
    /// A new document with the next number.
    New(DocumentKind),
    /// The next version under the same number.
    Next(DocumentKind),
}

/// Whether the person stands on a side and in a role that may take this step.
pub fn entitled(step: &dyn Step, case: &CaseFile, actor: &Actor) -> bool {
    step.def().who.iter().any(|(side, role)| {
        *role == actor.role
            && match side {
                Side::Control => actor.body == case.body,
                Side::Object => case.object.as_deref() == Some(&actor.body),
                Side::Receiver => case.receivers().contains(&actor.body),
            }
    })
}

/// Whether this person may take this step now. A closed case is only read.
pub fn offer(step: &dyn Step, view: &View) -> Offer {
    match come(step, view) {
        Offer::Ready if !entitled(step, view.case, view.actor) => Offer::NotYet(not_yours(step)),
        other => other,
    }
}

/// Whether the case has come to the step, and is not over. What stands in the way here is no answer of anybody's.
fn come(step: &dyn Step, view: &View) -> Offer {
    if view.case.closed().is_some() {
        return Offer::Never;
    }
    match step.offer(view) {
        Offer::NotYet(refusal) => Offer::NotYet(Refusal { field: None, ..refusal }),
        other => other,
    }
}

/// A step that waits for somebody though no term runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Awaited {
    pub step: &'static str,
    pub paragraph: u8,
    pub body: BodyId,
    pub role: Role,
    /// The person, where the order names who acts; anybody in the role otherwise.
    pub user: Option<String>,
}

/// The day for which is asked what a case waits for, so that the answer follows from the facts alone: that of the last
/// thing that happened, or the first day of an event of which the object knows. A case without facts is asked for today.
fn day_of_waiting(case: &CaseFile, law: &Law, today: Date) -> Date {
    let last = case.facts.iter().map(|f| f.on).max().unwrap_or(today);
    if let Some(opening) = case.report().and_then(|r| r.opening.as_ref()) {
        // A report is signed when its quarter is over.
        return last.max(opening.quarter.last_day().tomorrow().unwrap_or(last));
    }
    if let Some(inspection) = case.inspection() {
        let start = inspection.appointment.as_ref().filter(|_| inspection.started.is_none()).map(|a| a.start);
        // It is closed when nobody can object in time any more.
        let delivered = inspection.delivered.as_ref().filter(|_| inspection.objections.is_none());
        let heard = delivered.map(|(on, _)| p28_objections::last_day(law, *on)).and_then(|due| due.tomorrow().ok());
        return last.max(start.filter(|_| inspection.appointed.is_some()).or(heard).unwrap_or(last));
    }
    let announced = case.event().filter(|e| e.notice.is_some() && e.started.is_none());
    announced.and_then(|e| e.start).map_or(last, |start| start.max(last))
}

/// What the case waits for, by the facts alone: it is the same on every day until the next fact. A day that passes may
/// close the step (its refusal then says what is allowed), and it waits for the same person all the same.
pub fn awaited(case: &CaseFile, law: &Law, bodies: &BodyTree, today: Date) -> Vec<Awaited> {
    let mut found = Vec::new();
    let today = day_of_waiting(case, law, today);
    for step in case.procedure.steps().iter().filter(|s| s.def().awaited > 0 && s.turn(case)) {
        for taker in ready(*step, &step.def().who[..step.def().awaited], case, law, bodies, today) {
            let Taker { body, role, user } = taker;
            found.push(Awaited { step: step.id(), paragraph: step.paragraph(), body, role, user });
        }
    }
    found
}

/// Somebody who may take a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taker {
    pub body: BodyId,
    pub role: Role,
    /// The person, where the order names who acts; anybody in the role otherwise.
    pub user: Option<String>,
}

/// Who may take a step as the case stands, by the facts alone (as [`awaited`]).
pub fn takers(step: &dyn Step, case: &CaseFile, law: &Law, bodies: &BodyTree, today: Date) -> Vec<Taker> {
    ready(step, step.def().who, case, law, bodies, day_of_waiting(case, law, today))
}

fn ready(
    step: &dyn Step,
    who: &[(Side, Role)],
    case: &CaseFile,
    law: &Law,
    bodies: &BodyTree,
    today: Date,
) -> Vec<Taker> {
    let mut found = Vec::new();
    for (side, role) in who.iter().copied() {
        let standing: Vec<&BodyId> = match side {
            Side::Control => vec![&case.body],
            Side::Object => case.object.iter().collect(),
            Side::Receiver => case.receivers().iter().collect(),
        };
        let users: Vec<Option<&Person>> = match role {
            // No order names who reviews an appeal.
            _ if case.appeal().is_some() => vec![None],
            Role::ResponsibleExecutor => case.executors().iter().map(Some).collect(),
            Role::Inspector if !case.executors().is_empty() => case.executors().iter().map(Some).collect(),
            _ => vec![None],
        };
        for (body, user) in standing.into_iter().flat_map(|body| users.iter().map(move |user| (body, *user))) {
            let actor = Actor::somebody(user, body, role);
            let view = View {
                case,
                actor: &actor,
                law,
                bodies,
                today,
                people: &[],
                plan: &[],
                issued: None,
                review: None,
                dossier: &dossier::NOTHING,
            };
            if matches!(offer(step, &view), Offer::Ready) {
                found.push(Taker { body: body.clone(), role, user: user.map(|p| p.user.clone()) });
            }
        }
    }
    found
}

/// Takes a step: the only way to new facts.
pub fn take(step: &dyn Step, view: &View, answers: &Answers) -> Result<Vec<Draft>, Halt> {
    if !entitled(step, view.case, view.actor) {
        return Err(not_yours(step).into());
    }
    match come(step, view) {
        Offer::Ready => {}
        Offer::NotYet(refusal) => return Err(refusal.into()),
        Offer::Never => {
            return Err(Refusal::new(step.paragraph(), "not-now").word("step", format!("step-{}", step.id())).into());
        }
    }
    let checked = answers.check(&step.fields(view)).map_err(Halt::Wrong)?;
    Ok(step.take(view, &checked)?)
}

fn not_yours(step: &dyn Step) -> Refusal {
    let (side, role) = step.def().who[0];
    let side = match side {
        Side::Control => "side-control",
        Side::Object => "side-object",
        Side::Receiver => "side-receiver",
    };
    Refusal::new(step.paragraph(), "not-yours").word("role", format!("role-{}", role.word())).word("side", side)
}

/// A date that has to be past or present, and not before `earliest`.
pub fn happened(view: &View, paragraph: u8, field: &'static str, on: Date, earliest: Date) -> Result<(), Refusal> {
    if on > view.today {
        return Err(Refusal::new(paragraph, "in-the-future").date("today", view.today).at(field));
    }
    if on < earliest {
        return Err(Refusal::new(paragraph, "too-early").date("earliest", earliest).at(field));
    }
    Ok(())
}
