//! §6 2) and §12: a preventive control without a visit (Code art. 137). Officers study what bodies, systems and people say and
//! do not go to the subject; nothing is registered, nobody is told beforehand, and no administrative case follows.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, desk::DeskControl, dossier::What, p14_jurisdiction};
use crate::{
    bodies::BodyId,
    case::{
        Answers, CaseFile, FactKind, Field, FieldKind, Reach, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
};

/// What may be studied; words are locale keys `desk-source-…`. A visit is asked for and refused, so that the page says why.
pub const SOURCES: [&str; 7] = ["reports", "portal", "website", "bodies", "appeals", "media", "visit"];

/// What is analysed and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub subject: BodyId,
    pub matter: String,
    /// Both days included.
    pub period_from: Date,
    pub period_to: Date,
    pub reason: String,
    /// §14: the instruction of the leadership of the Agency.
    pub instruction: Option<String>,
    pub instruction_on: Option<Date>,
}

/// Something that was studied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Studied {
    pub source: String,
    pub text: String,
    pub files: Vec<String>,
}

/// The control of the case. Its steps are only ever offered on its cases.
pub fn desk<'a>(view: &View<'a>) -> &'a DeskControl {
    view.case.desk().expect("a step of a control without a visit on one")
}

/// Whether it is under way and its outcome is not issued.
pub fn under_way(view: &View) -> Offer {
    let desk = desk(view);
    if desk.opening.is_some() && desk.issued.is_none() { Offer::Ready } else { Offer::Never }
}

/// An officer opens the control.
pub struct OpenDeskControl;

impl Step for OpenDeskControl {
    fn def(&self) -> &'static Def {
        const { &Def::new("open-desk-control", 12, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if view.case.facts.is_empty() { Offer::Ready } else { Offer::Never }
    }

    /// From an appeal its subject and matter are taken over.
    fn fields(&self, view: &View) -> Vec<Field> {
        let from = view.dossier.from.as_deref();
        let told = view.dossier.told.iter().find(|told| from == Some(told.name().as_str()));
        let mut subject = Field::new("subject", FieldKind::Body(Reach::External));
        subject.default = told.and_then(|told| told.subject.clone()).into();
        let mut reason = Field::lines("reason");
        if let Some(What::Appeal(appeal)) = told.map(|told| &told.what) {
            reason.default = appeal.text.clone().into();
        }
        vec![
            subject,
            Field::lines("matter"),
            Field::date("period_from", view.today.first_of_year()),
            Field::date("period_to", view.today),
            reason,
            Field::text("instruction").optional(),
            Field::new("instruction_on", FieldKind::Date).optional(),
            Field::flag("impartial"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        #[derive(Deserialize)]
        struct Declared {
            impartial: bool,
        }
        if !answers.read::<Declared>().impartial {
            return Err(Refusal::new(3, "not-impartial").at("impartial"));
        }
        let opening: Opening = answers.read();
        if opening.instruction.is_some() && opening.instruction_on.is_none() {
            return Err(Refusal::new(14, "instruction-without-day").at("instruction_on"));
        }
        if opening.instruction_on.is_some_and(|on| on > view.today) {
            return Err(Refusal::new(14, "in-the-future").date("today", view.today).at("instruction_on"));
        }
        p14_jurisdiction::check(view.bodies, &view.case.body, &opening.subject, opening.instruction.is_some())?;
        if view.bodies.get(&opening.subject).is_some_and(|body| !body.exists_on(view.today)) {
            return Err(Refusal::new(1, "body-not-there").text("body", &opening.subject).at("subject"));
        }
        if opening.period_to < opening.period_from {
            return Err(Refusal::new(12, "period-turned").at("period_to"));
        }
        if opening.period_to > view.today {
            return Err(Refusal::new(12, "in-the-future").date("today", view.today).at("period_to"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::DeskOpened(opening) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let ours = |instructed| {
            let fits = |id: &&BodyId| p14_jurisdiction::check(view.bodies, &view.case.body, id, instructed).is_ok();
            view.bodies.iter().map(|b| &b.id).filter(fits).min()
        };
        let sample = |subject: &BodyId, instruction: Option<&str>| {
            Answers::of(json!({"subject": subject, "matter": "Мемлекеттік қызметтерді көрсету мерзімдерінің сақталуы",
                "period_from": view.today.first_of_year(), "period_to": view.today, "impartial": true,
                "reason": "Есептерде мерзімі бұзылған қызметтер саны өсті", "instruction": instruction,
                "instruction_on": instruction.map(|_| view.today)}))
        };
        let instructed = ours(true).filter(|id| Some(*id) != ours(false)).map(|id| sample(id, Some("№ 21-т")));
        ours(false).map(|id| sample(id, None)).into_iter().chain(instructed).collect()
    }
}

/// An officer records what was studied.
pub struct RecordSource;

impl Step for RecordSource {
    fn def(&self) -> &'static Def {
        const { &Def::new("record-desk-source", 12, OFFICERS).awaited() }
    }

    /// Without a source there is nothing to say; more of them are as the officer sees fit.
    fn turn(&self, case: &CaseFile) -> bool {
        case.desk().is_some_and(|desk| desk.sources.is_empty())
    }

    fn offer(&self, view: &View) -> Offer {
        under_way(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::choice("source", "desk-source", &SOURCES),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let studied: Studied = answers.read();
        // Whoever goes there makes a visit: its ground is the half-year list (§10), with act, registration and notice.
        if studied.source == "visit" {
            return Err(Refusal::new(12, "visit-in-desk-control").at("source"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::DeskSourceRecorded(studied) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"source": "reports", "text": "I тоқсанның 2-мқ нысанындағы есебі"}))]
    }
}

/// The outcome is with the subject: an officer closes the control.
pub struct CloseDeskControl;

impl Step for CloseDeskControl {
    fn def(&self) -> &'static Def {
        const { &Def::new("close-desk-control", 12, OFFICERS).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let desk = desk(view);
        match (&desk.opening, desk.issued) {
            (None, _) => Offer::Never,
            (Some(_), None) => Offer::NotYet(Refusal::new(12, "desk-outcome-not-issued")),
            (Some(_), Some(_)) => Offer::Ready,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::DeskClosed }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
