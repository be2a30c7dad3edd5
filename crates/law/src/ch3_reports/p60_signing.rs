//! §60–62 and items 3, 4, 31 of the filling notes: a report is filled whole, signed by executor and head, and submitted
//! with its analytical note. The first submission decides whether it was in time.

use serde_json::json;

use super::{
    EXECUTOR, EXECUTOR_OR_SIGNATORY, SIGNATORY,
    form::FormId,
    p60_routing::route,
    report::{self as of, Opening, Report, Signature, Stage, Withdrawal},
    review::Review,
};
use crate::{
    case::{
        Answers, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
    term::Quarter,
};

pub(super) fn report<'a>(view: &View<'a>) -> &'a Report {
    view.case.report().expect("a step of a report on a report")
}

/// The paragraph that asks for this report.
pub(super) fn paragraph(view: &View) -> u8 {
    report(view).opening.as_ref().map_or(60, |o| o.form.paragraph())
}

/// What was read of the cells. Only a step that looks at them is given them.
pub(super) fn review<'a>(view: &View<'a>) -> &'a Review {
    view.review.expect("the door reads the cells for this step")
}

/// The report of a quarter is begun; the product does it by itself on the first day of the quarter.
pub struct OpenReport;

/// Quarters that may be begun: from the one in which the Rules came into force to the one now running.
fn quarters(view: &View) -> Vec<Quarter> {
    let first = Quarter::new(2021, 3);
    let now = Quarter::of(view.today);
    std::iter::successors(first, |q| q.next()).take_while(|q| now.is_some_and(|now| *q <= now)).collect()
}

impl Step for OpenReport {
    fn def(&self) -> &'static Def {
        const { &Def::new("open-report", 60, EXECUTOR) }
    }

    fn offer(&self, view: &View) -> Offer {
        if report(view).opening.is_some() { Offer::Never } else { Offer::Ready }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let quarters = quarters(view);
        let options = quarters.iter().rev().map(|q| (q.to_string(), q.to_string())).collect();
        let last = quarters.last().map(ToString::to_string).unwrap_or_default();
        vec![
            Field::choice("form", "form-short", &FormId::ALL.map(FormId::word)),
            Field::new("quarter", FieldKind::Pick(options)).with(last),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let form = answers.text("form").and_then(FormId::parse).expect("one of the forms");
        let quarter: Quarter = answers.text("quarter").and_then(|q| q.parse().ok()).expect("one of the quarters");
        let owed = route(view.bodies, &view.case.body, form, quarter.last_day());
        let Some(route) = owed else {
            let refusal = Refusal::new(form.paragraph(), "form-not-owed").text("form", form.index()).at("form");
            return Err(refusal.text("body", view.case.body.clone()));
        };
        Ok(vec![Draft { on: view.today, what: FactKind::ReportOpened(Opening::of(route, quarter)) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let quarter = quarters(view).into_iter().rev().nth(1).map(|q| q.to_string());
        let forms = super::p60_routing::routes(view.bodies, &view.case.body, view.today);
        forms.into_iter().take(1).map(|r| Answers::of(json!({"form": r.form, "quarter": quarter}))).collect()
    }
}

/// Not before the quarter is over.
fn quarter_over(view: &View) -> Result<(), Refusal> {
    let Some(opening) = &report(view).opening else { return Ok(()) };
    let last = opening.quarter.last_day();
    if view.today <= last {
        let from = last.tomorrow().unwrap_or(last);
        return Err(Refusal::new(paragraph(view), "quarter-not-over").date("from", from));
    }
    Ok(())
}

/// The executor signs: from now on nothing in the cells changes.
pub struct SignReport;

impl Step for SignReport {
    fn def(&self) -> &'static Def {
        const { &Def::new("sign-report", 60, EXECUTOR).signed().awaited().reading() }
    }

    fn offer(&self, view: &View) -> Offer {
        let report = report(view);
        if report.opening.is_none() || !report.stage.open() {
            return Offer::Never;
        }
        quarter_over(view).map_or_else(Offer::NotYet, |()| Offer::Ready)
    }

    /// A draft has its own term; what came back waits.
    fn turn(&self, case: &crate::case::CaseFile) -> bool {
        case.report().is_some_and(|r| matches!(r.stage, Stage::Returned | Stage::Correcting))
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::text("phone"), Field::text("email").optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let (paragraph, review) = (paragraph(view), review(view));
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        if review.errors > 0 {
            return Err(Refusal::new(paragraph, "report-has-errors").number("count", count(review.errors)));
        }
        if review.uncommented > 0 {
            let refusal = Refusal::new(paragraph, "warnings-without-comment");
            return Err(refusal.number("count", count(review.uncommented)));
        }
        if review.note.is_empty() {
            return Err(Refusal::new(paragraph, "no-analytical-note"));
        }
        let text = |name| answers.text(name).unwrap_or_default().to_owned();
        let signature = Signature {
            version: report(view).next_version(),
            own: review.own.clone(),
            whole: review.whole.clone(),
            note: review.note.clone(),
            evidence: review.evidence.clone(),
            parts: review.parts.clone(),
            missing: review.missing.clone(),
            comments: review.comments.clone(),
            phone: text("phone"),
            email: text("email"),
        };
        Ok(vec![Draft { on: view.today, what: FactKind::ReportSigned(signature) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"phone": "8 (7172) 00-00-00", "email": "demo@example.kz"}))]
    }
}

/// The head, or the person acting, signs.
pub struct CountersignReport;

impl Step for CountersignReport {
    fn def(&self) -> &'static Def {
        const { &Def::new("countersign-report", 60, SIGNATORY).signed().awaited_by(SIGNATORY.len()) }
    }

    fn offer(&self, view: &View) -> Offer {
        match report(view).stage {
            Stage::Signed => Offer::Ready,
            stage if stage.open() && report(view).opening.is_some() => {
                Offer::NotYet(Refusal::new(paragraph(view), "executor-signs-first"))
            }
            _ => Offer::Never,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        let executor = report(view).signatures.last().map(|(_, person, _)| person);
        if executor.is_some_and(|e| e.user == view.actor.user) {
            return Err(Refusal::new(paragraph(view), "two-people-sign"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ReportCountersigned }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// What is signed and not submitted is taken back to be changed.
pub struct WithdrawReport;

impl Step for WithdrawReport {
    fn def(&self) -> &'static Def {
        const { &Def::new("withdraw-report", 60, EXECUTOR_OR_SIGNATORY) }
    }

    fn offer(&self, view: &View) -> Offer {
        match report(view).stage {
            Stage::Signed | Stage::Countersigned => Offer::Ready,
            _ => Offer::Never,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let withdrawal: Withdrawal = answers.read();
        Ok(vec![Draft { on: view.today, what: FactKind::ReportWithdrawn(withdrawal) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "Қате табылды"}))]
    }
}

/// The report goes to those who receive it.
pub struct SubmitReport;

impl Step for SubmitReport {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R60, RuleId::R61, RuleId::R61District, RuleId::R62];
        const { &Def::new("submit-report", 60, EXECUTOR_OR_SIGNATORY).discharging(RULES).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        match report(view).stage {
            Stage::Countersigned => Offer::Ready,
            Stage::Signed => Offer::NotYet(Refusal::new(paragraph(view), "head-signs-first")),
            stage if stage.open() && report(view).opening.is_some() => {
                Offer::NotYet(Refusal::new(paragraph(view), "executor-signs-first"))
            }
            _ => Offer::Never,
        }
    }

    /// The first submission has its own term (§60–62).
    fn turn(&self, case: &crate::case::CaseFile) -> bool {
        case.report().is_some_and(|r| r.first_submitted.is_some())
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ReportSubmitted }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The case of the report that these answers of [`OpenReport`] begin.
pub fn case_of(body: &str, answers: &Answers) -> Option<String> {
    let text = |name| answers.0.get(name).and_then(serde_json::Value::as_str);
    Some(of::case_id(body, text("form").and_then(FormId::parse)?, text("quarter")?.parse().ok()?))
}
