//! §54–55: within five working days of receiving the letter the object submits an action plan: for every
//! measure of the letter what will be done, by whom, by when, and in what form it is completed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OBJECT, UNIT_HEAD, event, named};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Step, View},
    },
    rules::RuleId,
};

/// The plan (§55).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionPlan {
    pub actions: Vec<PlannedAction>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedAction {
    /// Number of the measure in the letter, from 1.
    pub measure: String,
    pub text: String,
    pub executor: String,
    pub term: Date,
    pub completion: String,
}

/// What the unit's leadership asks to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarks {
    pub remarks: String,
}

/// The object submits its plan.
pub struct SubmitActionPlan;

impl SubmitActionPlan {
    fn measures(view: &View) -> Vec<(String, String)> {
        let letter = event(view).letter.iter().flat_map(|l| &l.measures).enumerate();
        letter.map(|(at, m)| ((at + 1).to_string(), format!("{}. {}", at + 1, m.text))).collect()
    }
}

impl Step for SubmitActionPlan {
    fn def(&self) -> &'static Def {
        const {
            &Def::new("submit-action-plan", 54, OBJECT).discharging(&[RuleId::R54]).issuing(DocumentKind::ActionPlan)
        }
    }

    fn freezes(&self, case: &crate::case::CaseFile) -> Option<Freeze> {
        let kind = DocumentKind::ActionPlan;
        Some(if case.document(kind).is_some() { Freeze::Next(kind) } else { Freeze::New(kind) })
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.letter_signed.is_none() || event.action_plan.is_some() {
            return Offer::Never;
        }
        if event.letter_received.is_none() {
            return Offer::NotYet(Refusal::new(54, "letter-not-received"));
        }
        named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let event = event(view);
        let rows = match &event.returned_plan {
            Some(plan) => json!(plan.actions),
            None => Self::measures(view)
                .iter()
                .zip(event.letter.iter().flat_map(|l| &l.measures))
                .map(|((number, _), measure)| json!({"measure": number, "text": measure.text, "term": measure.term}))
                .collect(),
        };
        let row = vec![
            Field::new("measure", FieldKind::Pick(Self::measures(view))),
            Field::lines("text"),
            Field::text("executor"),
            Field::new("term", FieldKind::Date),
            Field::text("completion"),
        ];
        vec![Field::new("actions", FieldKind::Rows { fields: row, min: 1 }).with(rows)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let plan: ActionPlan = answers.read();
        let letter = event(view).letter.as_ref();
        for (at, measure) in letter.iter().flat_map(|l| &l.measures).enumerate() {
            let number = (at + 1).to_string();
            let mut actions = plan.actions.iter().filter(|a| a.measure == number).peekable();
            if actions.peek().is_none() {
                return Err(Refusal::new(55, "measure-not-planned").text("measure", number).at("actions"));
            }
            if actions.any(|a| a.term > measure.term) {
                return Err(Refusal::new(55, "action-after-term").text("measure", number).date("term", measure.term).at("actions"));
            }
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ActionPlanSubmitted(plan) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let measures = event(view).letter.iter().flat_map(|l| &l.measures).enumerate();
        let actions: Vec<_> = measures
            .map(|(at, m)| {
                json!({"measure": (at + 1).to_string(), "text": "Ішкі бақылауды күшейту", "executor": "Бөлім басшысы",
                    "term": m.term, "completion": "бұйрық"})
            })
            .collect();
        vec![Answers::of(json!({"actions": actions}))]
    }
}

/// Whether a plan lies before the unit's leadership.
fn lies(view: &View) -> Offer {
    let event = event(view);
    let lies = event.action_plan.is_some() && event.plan_accepted.is_none() && event.closed.is_none();
    if lies { Offer::Ready } else { Offer::Never }
}

/// The unit's leadership accepts the plan.
pub struct AcceptActionPlan;

impl Step for AcceptActionPlan {
    fn def(&self) -> &'static Def {
        const { &Def::new("accept-action-plan", 54, UNIT_HEAD) }
    }

    fn offer(&self, view: &View) -> Offer {
        lies(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ActionPlanAccepted }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The unit's leadership returns the plan with remarks; the object submits it again.
pub struct ReturnActionPlan;

impl Step for ReturnActionPlan {
    fn def(&self) -> &'static Def {
        const { &Def::new("return-action-plan", 54, UNIT_HEAD) }
    }

    fn offer(&self, view: &View) -> Offer {
        let reported = !event(view).reports.is_empty();
        if reported { Offer::Never } else { lies(view) }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("remarks")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ActionPlanReturned(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"remarks": "Орындаушы нақтылансын"}))]
    }
}
