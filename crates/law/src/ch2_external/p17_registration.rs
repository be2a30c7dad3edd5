//! §17, §19 with Code art. 146: the appointment act and the additional act are registered with legal statistics. The number comes
//! back over the line, or an officer writes it down.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, inspection};
use crate::{
    case::{
        Answers, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
};

/// What may be registered; words are locale keys `registered-…`.
pub const REGISTERED: [&str; 2] = ["appointment", "extension"];

/// An act was registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    pub of: String,
    pub number: String,
    pub on: Date,
}

/// The acknowledgement of legal statistics.
pub struct RecordRegistration;

impl RecordRegistration {
    fn open(view: &View) -> Vec<&'static str> {
        let inspection = inspection(view);
        let appointment = inspection.appointed.is_some() && inspection.registered.is_none();
        let extension = inspection.extension.as_ref().is_some_and(|e| e.registered.is_none());
        [("appointment", appointment), ("extension", extension)]
            .into_iter()
            .filter(|(_, open)| *open)
            .map(|(of, _)| of)
            .collect()
    }
}

impl Step for RecordRegistration {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R17Urgent, RuleId::R17Remote];
        const { &Def::new("record-registration", 17, OFFICERS).discharging(RULES).awaited() }
    }

    /// Of an act that may be registered after the start a term runs; the others are merely waited for.
    fn turn(&self, case: &crate::case::CaseFile) -> bool {
        let later = |i: &super::inspection::Inspection| {
            i.registered.is_none() && i.appointment.as_ref().is_some_and(|a| a.registration != "before")
        };
        case.inspection().is_some_and(|i| !later(i))
    }

    fn offer(&self, view: &View) -> Offer {
        let delivered = inspection(view).delivered.is_some();
        if delivered || Self::open(view).is_empty() { Offer::Never } else { Offer::Ready }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let open = Self::open(view);
        let first = open.first().copied();
        vec![
            Field::choice("of", "registered", &REGISTERED).with(first),
            Field::text("number"),
            Field::date("on", view.today),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let registration: Registration = answers.read();
        if !Self::open(view).contains(&registration.of.as_str()) {
            return Err(Refusal::new(17, "registered-already").at("of"));
        }
        let inspection = inspection(view);
        let signed = match (&inspection.extension, registration.of.as_str()) {
            (Some(extension), "extension") => extension.on,
            _ => inspection.appointed.unwrap_or(view.today),
        };
        crate::case::step::happened(view, 17, "on", registration.on, signed)?;
        Ok(vec![Draft { on: view.today, what: FactKind::ActRegistered(registration) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let open = Self::open(view).into_iter();
        open.map(|of| Answers::of(json!({"of": of, "number": "ҚС-2025-17", "on": view.today}))).collect()
    }
}
