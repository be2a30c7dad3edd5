//! §60–62: those who receive a report accept it, or return it with remarks at cells. A returned report comes back as the
//! next version; that it was late or in time was decided by the first submission.

use serde_json::json;

use super::{
    RECEIVER,
    p60_signing::{paragraph, report, review},
    report::{Return, Stage},
};
use crate::case::{
    Answers, FactKind, Field, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Returned, with what has been remarked.
pub struct ReturnReport;

impl Step for ReturnReport {
    fn def(&self) -> &'static Def {
        const { &Def::new("return-report", 60, RECEIVER).reading() }
    }

    fn offer(&self, view: &View) -> Offer {
        if report(view).stage == Stage::Submitted { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let reason = answers.text("reason").unwrap_or_default().to_owned();
        let returned = Return { reason, remarks: review(view).remarks.clone() };
        Ok(vec![Draft { on: view.today, what: FactKind::ReportReturned(returned) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "12.1-жол 3-мқ нысанымен салыстырылсын"}))]
    }
}

/// Accepted: the version is frozen.
pub struct AcceptReport;

impl Step for AcceptReport {
    fn def(&self) -> &'static Def {
        const { &Def::new("accept-report", 60, RECEIVER).awaited_by(RECEIVER.len()) }
    }

    fn offer(&self, view: &View) -> Offer {
        let report = report(view);
        if report.stage != Stage::Submitted {
            return Offer::Never;
        }
        // where two receive it, the Agency accepts.
        match report.opening.as_ref().and_then(|o| o.to.first()) {
            Some(first) if *first != view.actor.body => {
                Offer::NotYet(Refusal::new(paragraph(view), "accepted-by-another").text("body", first.clone()))
            }
            _ => Offer::Ready,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ReportAccepted }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
