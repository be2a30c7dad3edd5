//! §56: within the letter's terms the object reports on the plan and sends certified copies about persons held
//! liable. The case closes when every measure is done, or a decision of the unit's leadership says why not.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OBJECT, UNIT, UNIT_HEAD, day_of_answer, event, named};
use crate::{
    case::{
        Answers, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
};

/// Penalties: rows 7.1–7.6 of form 1-мқ, words are locale keys `penalty-…`.
pub const PENALTIES: [&str; 6] = ["7-1", "7-2", "7-3", "7-4", "7-5", "7-6"];
/// Persons held liable: rows 8.1–8.3, words are locale keys `person-…`.
pub const PERSONS: [&str; 3] = ["8-1", "8-2", "8-3"];

/// The object reports a measure done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureReport {
    /// Number of the measure in the letter, from 1.
    pub measure: String,
    pub text: String,
    pub files: Vec<String>,
}

/// The unit's leadership finds a measure done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    pub measure: String,
}

/// The unit's leadership decides that a measure is not to be done, and says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    pub measure: String,
    pub reason: String,
}

/// A person was held liable; a certified copy shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Liability {
    pub penalty: String,
    pub person: String,
    /// Number and date of the order.
    pub order: String,
    pub order_on: Date,
    pub files: Vec<String>,
}

/// Rights of recipients were restored: rows 4 and 5 of form 1-мқ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restoration {
    /// Numbers of the findings after which measures were taken (row 4).
    pub findings: Vec<String>,
    /// Recipients whose rights were restored (row 5).
    pub recipients: u32,
    pub text: String,
}

/// The case is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Why nobody was held liable although the act recommended it.
    pub no_liability: Option<String>,
}

fn open(view: &View) -> bool {
    let event = event(view);
    event.letter_received.is_some() && event.closed.is_none()
}

/// Numbers and texts of the letter's measures that satisfy the condition.
fn measures(view: &View, condition: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let letter = event(view).letter.iter().flat_map(|l| &l.measures).enumerate();
    letter
        .map(|(at, m)| ((at + 1).to_string(), format!("{}. {}", at + 1, m.text)))
        .filter(|(number, _)| condition(number))
        .collect()
}

/// The object reports on a measure.
pub struct ReportMeasure;

impl ReportMeasure {
    fn pending(view: &View) -> Vec<(String, String)> {
        let event = event(view);
        measures(view, |m| !event.reports.contains_key(m) && !event.settled.contains_key(m))
    }
}

impl Step for ReportMeasure {
    fn def(&self) -> &'static Def {
        const { &Def::new("report-measure", 56, OBJECT).discharging(&[RuleId::R56]) }
    }

    fn offer(&self, view: &View) -> Offer {
        if !open(view) || Self::pending(view).is_empty() {
            return Offer::Never;
        }
        if event(view).action_plan.is_none() {
            return Offer::NotYet(Refusal::new(54, "no-action-plan"));
        }
        named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("on", view.today),
            Field::new("measure", FieldKind::Pick(Self::pending(view))),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = day_of_answer(view, 56, answers, event(view).letter_received.unwrap_or(view.today))?;
        Ok(vec![Draft { on, what: FactKind::MeasureReported(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = Self::pending(view).into_iter().next().map(|(number, _)| number);
        vec![Answers::of(json!({"on": view.today, "measure": first, "text": "Орындалды"}))]
    }
}

/// A penalty is recorded with its certified copy.
pub struct RecordLiability;

impl Step for RecordLiability {
    fn def(&self) -> &'static Def {
        const { &Def::new("record-liability", 56, OBJECT).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        if open(view) { named(view) } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::choice("penalty", "penalty", &PENALTIES),
            Field::choice("person", "person", &PERSONS),
            Field::text("order"),
            Field::date("order_on", view.today),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let liability: Liability = answers.read();
        if liability.order_on > view.today {
            return Err(Refusal::new(56, "in-the-future").date("today", view.today).at("order_on"));
        }
        if liability.files.is_empty() {
            return Err(Refusal::new(56, "copy-missing").at("files"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::LiabilityRecorded(liability) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"penalty": "7-1", "person": "8-3", "order": "№ 12-ж", "order_on": view.today,
            "files": ["0".repeat(64)]}))]
    }
}

/// Restored rights are recorded.
pub struct RestoreRights;

impl Step for RestoreRights {
    fn def(&self) -> &'static Def {
        const { &Def::new("restore-rights", 56, UNIT).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let found = !event.findings.is_empty();
        if found && event.presented.is_some() && event.closed.is_none() { named(view) } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let findings = event(view).findings.iter();
        let findings =
            findings.map(|f| (f.number.to_string(), format!("{}. {}", f.number, f.finding.description))).collect();
        vec![
            Field::new("findings", FieldKind::Picks(findings)),
            Field::new("recipients", FieldKind::Number { min: 0, max: 1_000_000 }).with(1),
            Field::lines("text"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::RightsRestored(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = event(view).findings.first().map(|f| f.number.to_string());
        vec![Answers::of(json!({"findings": [first], "recipients": 2, "text": "Қызметтер көрсетілді"}))]
    }
}

/// The unit's leadership finds a measure done.
pub struct AcceptMeasure;

impl AcceptMeasure {
    fn reported(view: &View) -> Vec<(String, String)> {
        let event = event(view);
        measures(view, |m| event.reports.contains_key(m) && !event.settled.contains_key(m))
    }
}

impl Step for AcceptMeasure {
    fn def(&self) -> &'static Def {
        const { &Def::new("accept-measure", 56, UNIT_HEAD).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        if open(view) && !Self::reported(view).is_empty() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("measure", FieldKind::Pick(Self::reported(view)))]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::MeasureAccepted(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = Self::reported(view).into_iter().next().map(|(number, _)| number);
        vec![Answers::of(json!({"measure": first}))]
    }
}

/// The unit's leadership settles a measure without its being done.
pub struct WaiveMeasure;

impl WaiveMeasure {
    fn unsettled(view: &View) -> Vec<(String, String)> {
        let event = event(view);
        measures(view, |m| !event.settled.contains_key(m))
    }
}

impl Step for WaiveMeasure {
    fn def(&self) -> &'static Def {
        const { &Def::new("waive-measure", 56, UNIT_HEAD).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        if open(view) && !Self::unsettled(view).is_empty() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("measure", FieldKind::Pick(Self::unsettled(view))), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::MeasureWaived(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = Self::unsettled(view).into_iter().next().map(|(number, _)| number);
        vec![Answers::of(json!({"measure": first, "reason": "Объект таратылды"}))]
    }
}

/// The unit's leadership closes the case.
pub struct CloseEvent;

impl Step for CloseEvent {
    fn def(&self) -> &'static Def {
        const { &Def::new("close-event", 56, UNIT_HEAD).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let (Some((_, decision)), None) = (&event.decision, event.closed) else {
            return Offer::Never;
        };
        if decision.has("inform") && event.informed.is_none() {
            return Offer::NotYet(Refusal::new(53, "agency-not-informed"));
        }
        if decision.has("letter") {
            if event.letter_received.is_none() {
                return Offer::NotYet(Refusal::new(54, "letter-not-received"));
            }
            let open = measures(view, |m| !event.settled.contains_key(m));
            if !open.is_empty() {
                let numbers = open.into_iter().map(|(n, _)| n).collect::<Vec<_>>().join(", ");
                return Offer::NotYet(Refusal::new(56, "measures-open").text("measures", numbers));
            }
        }
        Offer::Ready
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        if event(view).liability_awaited() { vec![Field::lines("no_liability").optional()] } else { Vec::new() }
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let closing: Closing = answers.read();
        if event(view).liability_awaited() && closing.no_liability.is_none() {
            return Err(Refusal::new(56, "liability-awaited").at("no_liability"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::Closed(closing) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let awaited = event(view).liability_awaited();
        vec![Answers::of(if awaited {
            json!({"no_liability": "Кінәлі адам жұмыстан шыққан"})
        } else {
            json!({})
        })]
    }
}
