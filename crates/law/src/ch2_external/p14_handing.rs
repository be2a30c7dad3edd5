//! §14: an appeal about a subject whom another body of the Agency inspects is handed to that body. Whoever takes it over has the case
//! from then on, with the term of its review as it runs from the receipt.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    OFFICERS, RECEIVING_BODY,
    appeal::Appeal,
    p14_jurisdiction::{self, Level, competent},
    p15_appeals::{appeal, authorised},
};
use crate::{
    bodies::BodyId,
    case::{
        Answers, FactKind, Field, FieldKind, Reach, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
};

/// To which body of the Agency it is handed, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handing {
    pub to_body: BodyId,
    /// The instruction of the leadership of the Agency, where the Agency itself takes it.
    pub instruction: Option<String>,
    pub instruction_on: Option<Date>,
    pub reason: String,
    /// Whether the applicant is told at the same time.
    #[serde(default)]
    pub applicant_told: bool,
}

/// The handing that waits for the other body.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub on: Date,
    /// The body that has it.
    pub from: BodyId,
    pub handing: Handing,
}

impl Waiting {
    fn refusal(&self) -> Refusal {
        Refusal::new(14, "handed-within-already").text("to", &self.handing.to_body).date("on", self.on)
    }
}

/// Nothing is decided about an appeal that waits for another body of the Agency.
pub fn settled(appeal: &Appeal) -> Result<(), Refusal> {
    appeal.waiting.as_ref().map_or(Ok(()), |waiting| Err(waiting.refusal()))
}

/// The other bodies of the Agency that may inspect the subject, perhaps on an instruction; whoever needs none comes first.
fn others(view: &View) -> Vec<BodyId> {
    let subject = appeal(view).subject().map_or("", String::as_str);
    let may = |id: &str, instructed| p14_jurisdiction::check(view.bodies, id, subject, instructed).is_ok();
    let there = view.bodies.iter().filter(|b| b.exists_on(view.today) && b.id != view.case.body && may(&b.id, true));
    let mut found: Vec<BodyId> = there.map(|b| b.id.clone()).collect();
    found.sort_by_key(|id| (!may(id, false), id.clone()));
    found
}

/// An officer hands the appeal to another body of the Agency.
pub struct HandWithinAgency;

impl HandWithinAgency {
    fn check(view: &View, handing: &Handing) -> Result<(), Refusal> {
        let subject = appeal(view).subject().map_or("", String::as_str);
        let to = &handing.to_body;
        if *to == view.case.body {
            return Err(Refusal::new(15, "to-oneself").at("to_body"));
        }
        match view.bodies.get(to) {
            None => return Err(Refusal::new(15, "unknown-body").text("body", to).at("to_body")),
            Some(body) if !body.exists_on(view.today) => {
                return Err(Refusal::new(1, "body-not-there").text("body", to).at("to_body"));
            }
            Some(_) => {}
        }
        if let Some(waiting) = appeal(view).waiting.as_ref().filter(|waiting| waiting.handing.to_body == *to) {
            return Err(waiting.refusal().at("to_body"));
        }
        if handing.instruction.is_some() && handing.instruction_on.is_none() {
            return Err(Refusal::new(14, "instruction-without-day").at("instruction_on"));
        }
        if handing.instruction_on.is_some_and(|on| on > view.today) {
            return Err(Refusal::new(14, "in-the-future").date("today", view.today).at("instruction_on"));
        }
        p14_jurisdiction::check(view.bodies, to, subject, handing.instruction.is_some()).map_err(|refusal| {
            if refusal.field == Some("instruction") {
                return refusal;
            }
            let by = competent(view.bodies, subject).unwrap_or_default();
            Refusal::new(14, "not-competent").text("to", to).text("subject", subject).text("by", by).at("to_body")
        })
    }
}

impl Step for HandWithinAgency {
    fn def(&self) -> &'static Def {
        const { &Def::new("hand-within-agency", 14, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        let appeal = appeal(view);
        let Some((_, registered)) = appeal.registration.as_ref().filter(|_| authorised(view)) else {
            return Offer::Never;
        };
        if registered.level == Level::None || appeal.accepted.is_some() {
            return Offer::Never;
        }
        if let Some((on, handing)) = &appeal.handed {
            return Offer::NotYet(Refusal::new(41, "handed-already").text("to", &handing.to_body).date("on", *on));
        }
        let others = others(view);
        match &appeal.waiting {
            Some(waiting) if others == [waiting.handing.to_body.clone()] => Offer::NotYet(waiting.refusal()),
            _ if others.is_empty() => {
                let none = Refusal::new(14, "no-other-body").text("subject", &registered.subject);
                Offer::NotYet(none.text("by", &view.case.body))
            }
            _ => Offer::Ready,
        }
    }

    /// The body that inspects the subject without anybody's instruction is proposed.
    fn fields(&self, view: &View) -> Vec<Field> {
        let mut to = Field::new("to_body", FieldKind::Body(Reach::Agency));
        to.default = others(view).into_iter().next().into();
        let mut fields = vec![
            to,
            Field::text("instruction").optional(),
            Field::new("instruction_on", FieldKind::Date).optional(),
            Field::lines("reason"),
        ];
        if !appeal(view).anonymous() {
            fields.push(Field::flag("applicant_told"));
        }
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let handing: Handing = answers.read();
        Self::check(view, &handing)?;
        if !handing.applicant_told && !appeal(view).anonymous() {
            return Err(Refusal::new(15, "applicant-not-told").at("applicant_told"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::AppealHandedWithin(handing) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let subject = appeal(view).subject().map_or("", String::as_str);
        let waits_for = |id: &BodyId| appeal(view).waiting.as_ref().is_some_and(|w| w.handing.to_body == *id);
        let sample = |id: BodyId| {
            let alone = p14_jurisdiction::check(view.bodies, &id, subject, false).is_ok();
            let mut answers = Answers::of(json!({"to_body": id, "reason": "Субъект осы органның құзыретіне кіреді"}));
            let mut add = |name: &str, value: serde_json::Value| drop(answers.0.insert(name.into(), value));
            if !alone {
                add("instruction", "№ 4".into());
                add("instruction_on", view.today.to_string().into());
            }
            if !appeal(view).anonymous() {
                add("applicant_told", true.into());
            }
            answers
        };
        others(view).into_iter().find(|id| !waits_for(id)).map(sample).into_iter().collect()
    }
}

/// The other body takes it over: the case is its own.
pub struct TakeOverWithinAgency;

impl Step for TakeOverWithinAgency {
    fn def(&self) -> &'static Def {
        const { &Def::new("take-over-within-agency", 14, RECEIVING_BODY).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        if appeal(view).waiting.is_some() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::AppealTakenOverWithin }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
