//! §19 with Code art. 148(2): the term is extended once (a parameter), by leadership, on three grounds alone, by an additional
//! act that is registered; the subject is told a working day before.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    LEADER, OFFICERS, inspection, named,
    p21_notice::{Sending, sending_fields},
};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    edition::ParameterId,
    rules::RuleId,
    term::{Start, SubjectKind, due_date, due_in},
};

/// The only grounds; words are locale keys `extension-ground-…`.
pub const GROUNDS: [&str; 3] = ["foreign-information", "whereabouts", "laboratory"];

/// What the additional act says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    pub extension_ground: String,
    pub reason: String,
    /// New last day, included.
    pub until: Date,
    /// The last day before.
    #[serde(default)]
    pub before: Option<Date>,
}

/// The latest day to which the term may be extended: as many working days again as it may last.
fn latest(view: &View, end: Date) -> Date {
    let inspection = inspection(view);
    let micro = inspection.appointment.as_ref().is_some_and(|a| a.size == "micro");
    let parameter = match (micro, inspection.visit()) {
        (true, _) => ParameterId::R19Micro,
        (false, true) => ParameterId::R19Visit,
        (false, false) => ParameterId::R19,
    };
    let days = view.law.parameter(parameter, end);
    due_in(view.law, RuleId::R19, Start::Day(end), days).expect("the rule counts from a day").due
}

/// The last day on which the subject can be told of the extension: a working day before its first day.
pub fn latest_notice(view: &View, end: Date) -> Date {
    let first = view.law.calendar.add_working(end, 1);
    due_date(view.law, RuleId::R19Notice, Start::Day(first), SubjectKind::Other).expect("the rule counts from a day")
}

/// Leadership extends the term.
pub struct ExtendInspection;

impl Step for ExtendInspection {
    fn def(&self) -> &'static Def {
        const { &Def::new("extend-inspection", 19, LEADER).rare().issuing(DocumentKind::AdditionalAct) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let Some(end) =
            inspection.end_in_force().filter(|_| inspection.started.is_some() && inspection.delivered.is_none())
        else {
            return Offer::Never;
        };
        if inspection.suspended.is_some() {
            return Offer::NotYet(Refusal::new(19, "stands-still"));
        }
        let times = view.law.parameter(ParameterId::R19Times, end);
        if let Some(extension) = inspection.extension.as_ref().filter(|_| inspection.extensions >= times) {
            return Offer::NotYet(Refusal::new(19, "extended-before").date("on", extension.on));
        }
        let latest = latest_notice(view, end);
        if view.today > latest {
            return Offer::NotYet(Refusal::new(19, "too-late-to-extend").date("latest", latest));
        }
        Offer::Ready
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let end = inspection(view).end_in_force().unwrap_or(view.today);
        vec![
            Field::choice("extension_ground", "extension-ground", &GROUNDS),
            Field::lines("reason"),
            Field::date("until", latest(view, end)),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let mut extension: Extension = answers.read();
        let end = inspection(view).end_in_force().expect("a started inspection has an end");
        extension.before = Some(end);
        if extension.until <= end {
            return Err(Refusal::new(19, "extension-not-later").date("end", end).at("until"));
        }
        let latest = latest(view, end);
        if extension.until > latest {
            return Err(Refusal::new(19, "extended-too-long").date("latest", latest).at("until"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::InspectionExtended(extension) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let end = inspection(view).end_in_force().unwrap_or(view.today);
        vec![Answers::of(json!({"extension_ground": "foreign-information", "until": latest(view, end),
            "reason": "Шет мемлекеттің органынан ақпарат алу қажет"}))]
    }
}

/// The subject is told of the extension.
pub struct SendExtensionNotice;

impl Step for SendExtensionNotice {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R19Notice];
        const { &Def::new("send-extension-notice", 19, OFFICERS).discharging(RULES).issuing(DocumentKind::ExtensionNotice) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let (Some(extension), Some(end), None) = (&inspection.extension, inspection.end, &inspection.delivered) else {
            return Offer::Never;
        };
        if extension.notified.is_some() {
            return Offer::Never;
        }
        if inspection.suspended.is_some() {
            return Offer::NotYet(Refusal::new(19, "stands-still"));
        }
        if extension.registered.is_none() {
            return Offer::NotYet(Refusal::new(19, "extension-not-registered"));
        }
        let latest = latest_notice(view, end);
        if view.today > latest {
            return Offer::NotYet(Refusal::new(19, "extension-notice-late").date("latest", latest));
        }
        named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        sending_fields(view)
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let sending: Sending = answers.read();
        Ok(vec![Draft { on: view.today, what: FactKind::ExtensionNotified(sending) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"way": "electronic", "contact": "+7 700 000 00 00"}))]
    }
}
