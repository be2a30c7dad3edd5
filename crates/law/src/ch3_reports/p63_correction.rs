//! §63: after acceptance a report is corrected only with the results of the fourth quarter, and only where confirming
//! material shows the need. Request, decision with its reason, next version, signed again.

use serde_json::json;

use super::{
    EXECUTOR_OR_SIGNATORY, RECEIVER,
    p60_signing::report,
    report::{Decision, Request, Stage},
};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// What is decided about a request (`correction-…`).
pub const CORRECTIONS: [&str; 2] = ["allow", "refuse"];

/// The body asks to correct its accepted report.
pub struct RequestCorrection;

impl Step for RequestCorrection {
    fn def(&self) -> &'static Def {
        const { &Def::new("request-correction", 63, EXECUTOR_OR_SIGNATORY) }
    }

    fn offer(&self, view: &View) -> Offer {
        let report = report(view);
        if report.stage != Stage::Accepted {
            return Offer::Never;
        }
        match &report.opening {
            Some(opening) if opening.quarter.number() != 4 => Offer::NotYet(
                Refusal::new(63, "correction-only-fourth-quarter").text("quarter", opening.quarter.to_string()),
            ),
            _ => Offer::Ready,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason"), Field::new("files", FieldKind::Files)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let request: Request = answers.read();
        Ok(vec![Draft { on: view.today, what: FactKind::CorrectionRequested(request) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        let digest = "0".repeat(64);
        vec![Answers::of(json!({"reason": "Жолдар бойынша қате есептелген", "files": [digest]}))]
    }
}

/// Those who received the report decide.
pub struct DecideCorrection;

impl Step for DecideCorrection {
    fn def(&self) -> &'static Def {
        const { &Def::new("decide-correction", 63, RECEIVER).signed().awaited_by(RECEIVER.len()) }
    }

    fn offer(&self, view: &View) -> Offer {
        if report(view).stage == Stage::CorrectionAsked { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::choice("correction", "correction", &CORRECTIONS), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let decision: Decision = answers.read();
        Ok(vec![Draft { on: view.today, what: FactKind::CorrectionDecided(decision) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        let answer = |decision| Answers::of(json!({"correction": decision, "reason": "Растайтын құжаттар қаралды"}));
        CORRECTIONS.map(answer).into()
    }
}
