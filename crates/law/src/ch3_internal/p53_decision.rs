//! §53: the head of the body decides. 1) a letter with measures; 2) take note, only where there are no
//! recommendations and no remarks; 3) inform the Agency and its territorial body, where permits of the first or
//! second category were late, out of order or refused without ground. 1) and 3) may stand together.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, UNIT, event};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Decisions of §53; words are locale keys `decision-…`.
pub const DECISIONS: [&str; 3] = ["letter", "note", "inform"];

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub decisions: Vec<String>,
    /// Grounds; on objections, what was found of them.
    pub grounds: String,
}

impl Decision {
    pub fn has(&self, decision: &str) -> bool {
        self.decisions.iter().any(|d| d == decision)
    }
}

/// How the Agency and its territorial body were informed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Information {
    pub text: String,
    pub files: Vec<String>,
}

/// Leadership decides.
pub struct Decide;

impl Step for Decide {
    fn def(&self) -> &'static Def {
        const { &Def::new("decide", 53, LEADER).signed() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        match (event.presented.is_some(), event.submitted, &event.decision) {
            (false, ..) | (.., Some(_)) => Offer::Never,
            (true, None, None) => Offer::NotYet(Refusal::new(52, "not-submitted")),
            (true, Some(_), None) => Offer::Ready,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let event = event(view);
        let mut default = vec![if event.has_remarks() { "letter" } else { "note" }];
        if event.permits_breached() {
            default.push("inform");
        }
        let choices = FieldKind::Choices { prefix: "decision", values: DECISIONS.to_vec() };
        vec![Field::new("decisions", choices).with(default), Field::lines("grounds")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let decision: Decision = answers.read();
        let event = event(view);
        let refuse = |code| Err(Refusal::new(53, code).at("decisions"));
        if decision.has("note") && decision.decisions.len() > 1 {
            return refuse("note-stands-alone");
        }
        if decision.has("note") && event.has_remarks() {
            return refuse("note-with-remarks");
        }
        if decision.has("inform") && !event.permits_breached() {
            return refuse("inform-without-permits");
        }
        if decision.has("letter") && !event.has_remarks() {
            return refuse("letter-without-remarks");
        }
        Ok(vec![Draft { on: view.today, what: FactKind::Decided(decision) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let event = event(view);
        let mut out = Vec::new();
        let mut add = |possible: bool, decisions: &[&str]| {
            if possible {
                out.push(Answers::of(json!({"decisions": decisions, "grounds": "Материалдар қаралды"})));
            }
        };
        add(event.has_remarks(), &["letter"]);
        add(!event.has_remarks(), &["note"]);
        add(event.permits_breached(), &["inform"]);
        add(event.permits_breached() && event.has_remarks(), &["letter", "inform"]);
        out
    }
}

/// The Agency and its territorial body are informed.
pub struct InformAgency;

impl Step for InformAgency {
    fn def(&self) -> &'static Def {
        const { &Def::new("inform-agency", 53, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let decided = event.decision.as_ref().is_some_and(|(_, d)| d.has("inform"));
        if decided && event.informed.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("text"), Field::new("files", FieldKind::Files).optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::AgencyInformed(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"text": "Рұқсаттарды беру мерзімдерінің бұзылуы туралы ақпарат"}))]
    }
}
