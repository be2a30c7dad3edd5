//! §15 and the Law on public services, art. 25: appeals are registered, and reviewed within a term that the kind of the body
//! decides; it may be extended once, and the applicant is told.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    KEEPERS,
    appeal::Appeal,
    p14_jurisdiction::{self, Level},
};
use crate::{
    bodies::{BodyId, BodyKind, BodyTree},
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Reach, Refusal, Role,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View, happened},
    },
    ch3_internal::p38_scope,
    edition::{Law, ParameterId},
    rules::RuleId,
    term::{Due, Start, SubjectKind, due, due_in},
};

/// From whom it came: rows 17.1–17.7 of form 1-мқ, words are locale keys `appeal-source-…`.
pub const SOURCES: [&str; 7] = ["17-1", "17-2", "17-3", "17-4", "17-5", "17-6", "17-7"];
/// How the service it is about was provided: rows 16.1–16.3, words are locale keys `appeal-channel-…`.
pub const CHANNELS: [&str; 3] = ["16-1", "16-2", "16-3"];
/// Who the applicant is; words are locale keys `applicant-kind-…`.
pub const APPLICANTS: [&str; 2] = ["natural", "legal"];

/// Which term of art. 25 binds the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReviewTerm {
    /// A provider, a state body, the State Corporation.
    #[serde(rename = "5")]
    Provider,
    /// The authorised body for assessment and control: the Agency and its bodies.
    #[serde(rename = "15")]
    Authorised,
}

impl ReviewTerm {
    pub fn rule(self) -> RuleId {
        match self {
            Self::Provider => RuleId::R25Law5,
            Self::Authorised => RuleId::R25Law15,
        }
    }
}

/// An appeal as it was registered; the fact is dated by the day it was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    pub registered_on: Date,
    /// Number under which it came, if it had one; its own is that of the case.
    pub incoming: Option<String>,
    pub source: String,
    pub channel: String,
    pub anonymous: bool,
    pub applicant: Option<String>,
    pub applicant_kind: Option<String>,
    pub contact: Option<String>,
    pub subject: BodyId,
    pub services: Vec<String>,
    pub matter: String,
    pub text: String,
    pub files: Vec<String>,
    pub review: ReviewTerm,
    /// For whom the subject was (§14) when the appeal was registered.
    pub level: Level,
}

impl Registration {
    /// §15: whether the Agency or its body does not review it but forwards it.
    pub fn to_forward(&self) -> bool {
        self.review == ReviewTerm::Authorised && self.level == Level::None
    }
}

#[derive(Deserialize)]
struct Input {
    received_on: Date,
    incoming: Option<String>,
    source: String,
    channel: String,
    anonymous: bool,
    applicant: Option<String>,
    applicant_kind: Option<String>,
    contact: Option<String>,
    subject: BodyId,
    services: Vec<String>,
    matter: String,
    text: String,
    files: Vec<String>,
}

/// The review takes so many working days more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    pub days: u32,
    pub reason: String,
}

/// The appeal of the case. Steps of an appeal are only ever offered on appeals.
pub fn appeal<'a>(view: &View<'a>) -> &'a Appeal {
    view.case.appeal().expect("a step of an appeal on an appeal")
}

/// Whether this is the Agency or its body.
pub fn is_authorised(bodies: &BodyTree, body: &str) -> bool {
    bodies.get(body).is_some_and(|b| matches!(b.kind, BodyKind::Agency | BodyKind::AgencyTerritorial))
}

/// Whether the body of the case is.
pub fn authorised(view: &View) -> bool {
    is_authorised(view.bodies, &view.case.body)
}

/// Who keeps the registry: inspectors in the Agency and its bodies, elsewhere the unit.
pub fn keeper(view: &View, paragraph: u8) -> Offer {
    let may: &[Role] = if authorised(view) { &[Role::Inspector] } else { &[Role::UnitHead, Role::ResponsibleExecutor] };
    of_body(view, paragraph, may)
}

/// Whether the person, if of the body of the case, is in one of these roles.
pub fn of_body(view: &View, paragraph: u8, may: &[Role]) -> Offer {
    if view.actor.body != view.case.body || may.contains(&view.actor.role) {
        return Offer::Ready;
    }
    let role = format!("role-{}", may[0].word());
    Offer::NotYet(Refusal::new(paragraph, "not-yours").word("role", role).word("side", "side-control"))
}

/// The first term of the review, from the day of receipt.
pub fn first_term(law: &Law, review: ReviewTerm, received: Date) -> Due {
    due(law, review.rule(), Start::Day(received), SubjectKind::Other).expect("the rule counts from a day")
}

/// The term after an extension of so many working days.
pub fn extended_term(law: &Law, first: Date, days: u32) -> Due {
    due_in(law, RuleId::R25LawMore, Start::Day(first), days).expect("the rule counts from a day")
}

impl Input {
    fn registration(self, view: &View) -> Result<Registration, Refusal> {
        happened(view, 15, "received_on", self.received_on, earliest(view))?;
        if self.anonymous && self.applicant.is_some() {
            return Err(Refusal::new(13, "anonymous-with-name").at("applicant"));
        }
        if !self.anonymous && self.applicant.is_none() {
            return Err(Refusal::new(13, "applicant-not-named").at("applicant"));
        }
        if !self.anonymous && self.applicant_kind.is_none() {
            return Err(Refusal::new(13, "applicant-not-named").at("applicant_kind"));
        }
        let against = matches!(
            (self.source.as_str(), self.applicant_kind.as_deref()),
            ("17-1", Some("legal")) | ("17-3", Some("natural"))
        );
        if against {
            return Err(Refusal::new(15, "source-against-kind").at("applicant_kind"));
        }
        if view.bodies.get(&self.subject).is_none() {
            return Err(Refusal::new(15, "unknown-body").text("body", &self.subject).at("subject"));
        }
        Ok(Registration {
            registered_on: view.today,
            level: p14_jurisdiction::level(view.bodies, &self.subject),
            review: if authorised(view) { ReviewTerm::Authorised } else { ReviewTerm::Provider },
            incoming: self.incoming,
            source: self.source,
            channel: self.channel,
            anonymous: self.anonymous,
            applicant: self.applicant,
            applicant_kind: self.applicant_kind,
            contact: self.contact,
            subject: self.subject,
            services: self.services,
            matter: self.matter,
            text: self.text,
            files: self.files,
        })
    }
}

/// The registry takes what came within a year: older things cannot be reviewed any more.
fn earliest(view: &View) -> Date {
    view.today.saturating_sub(jiff::Span::new().years(1))
}

/// An appeal is registered: this opens the case.
pub struct RegisterAppeal;

impl Step for RegisterAppeal {
    fn def(&self) -> &'static Def {
        const { &Def::new("register-appeal", 15, KEEPERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if view.case.facts.is_empty() { keeper(view, 15) } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("received_on", view.today),
            Field::text("incoming").optional(),
            Field::choice("source", "appeal-source", &SOURCES),
            Field::choice("channel", "appeal-channel", &CHANNELS),
            Field::flag("anonymous"),
            Field::text("applicant").optional(),
            Field::choice("applicant_kind", "applicant-kind", &APPLICANTS).optional(),
            Field::text("contact").optional(),
            Field::new("subject", FieldKind::Body(Reach::Any)),
            Field::new("services", FieldKind::Services).optional(),
            Field::text("matter"),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let input: Input = answers.read();
        let on = input.received_on;
        Ok(vec![Draft { on, what: FactKind::AppealRegistered(input.registration(view)?) }])
    }

    /// A named person about a body that the own body controls, nobody about the same, and where the Agency or its body
    /// registers a person about a provider outside §14.
    fn samples(&self, view: &View) -> Vec<Answers> {
        let own = &view.case.body;
        let controlled = |id: &str| {
            if authorised(view) {
                p14_jurisdiction::check(view.bodies, own, id, true).is_ok()
            } else {
                id != own && p38_scope::check(view.bodies, own, id).is_ok()
            }
        };
        let first = |fits: &dyn Fn(&str) -> bool| view.bodies.iter().map(|b| &b.id).filter(|id| fits(id)).min();
        let subject = first(&controlled).unwrap_or(own);
        let outside = first(&|id| p14_jurisdiction::level(view.bodies, id) == Level::None);
        let sample = |subject: &str, source: &str, anonymous: bool| {
            let (applicant, kind) =
                if anonymous { (None, None) } else { (Some("Асанова А. А."), Some("natural")) };
            Answers::of(json!({"received_on": view.today, "source": source, "channel": "16-2",
                "anonymous": anonymous, "applicant": applicant, "applicant_kind": kind,
                "contact": if anonymous { None } else { Some("+7 700 000 00 00") }, "subject": subject,
                "matter": "Қызмет мерзімінен кеш көрсетілді",
                "text": "Өтініш қабылданған күннен бастап он жұмыс күні өтті, нәтиже берілген жоқ"}))
        };
        let mut samples = vec![sample(subject, "17-1", false), sample(subject, "17-6", true)];
        samples.extend(outside.filter(|_| authorised(view)).map(|id| sample(id, "17-1", false)));
        samples
    }
}

/// The review is extended.
pub struct ExtendAppeal;

impl Step for ExtendAppeal {
    fn def(&self) -> &'static Def {
        const { &Def::new("extend-appeal", 15, KEEPERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        let appeal = appeal(view);
        let Some(due) = appeal.review_due(view.law) else {
            return Offer::Never;
        };
        let times = view.law.parameter(ParameterId::R25LawTimes, due.from);
        if let Some((on, _)) = appeal.extension.as_ref().filter(|_| appeal.extensions >= times) {
            return Offer::NotYet(Refusal::new(15, "appeal-extended-once").date("on", *on).date("due", due.due));
        }
        if view.today > due.due {
            return Offer::NotYet(Refusal::new(15, "appeal-term-over").date("due", due.due));
        }
        keeper(view, 15)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("days", FieldKind::Number { min: 1, max: 250 }).with(most(view).1), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let extension: Extension = answers.read();
        let (from, days) = most(view);
        if extension.days > days {
            let latest = extended_term(view.law, from, days).due;
            return Err(Refusal::new(15, "extension-too-long").number("days", days).date("latest", latest).at("days"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::AppealExtended(extension) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"days": most(view).1, "reason": "Басқа органнан құжат сұралды"}))]
    }
}

/// The last day of the term that would be extended, and by how many working days it can be.
fn most(view: &View) -> (Date, u32) {
    let from = appeal(view).review_due(view.law).map_or(view.today, |due| due.due);
    (from, view.law.parameter(ParameterId::R25LawMore, from))
}

/// The applicant is told that the review was extended.
pub struct NotifyExtension;

impl Step for NotifyExtension {
    fn def(&self) -> &'static Def {
        const STEP: Def = Def::new("notify-appeal-extension", 15, KEEPERS);
        const { &STEP.discharging(&[RuleId::R25LawNotice]).issuing(DocumentKind::AppealNotice) }
    }

    fn offer(&self, view: &View) -> Offer {
        if appeal(view).to_notify().is_some() && appeal(view).notified.is_none() {
            keeper(view, 15)
        } else {
            Offer::Never
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::AppealExtensionNotified }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
