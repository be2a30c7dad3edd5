//! §19 with Code art. 146: the inspection is suspended and resumed, and the subject is told. While it stands still no working day
//! counts, and the last day moves by as many.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, inspection};
use crate::case::{
    Answers, DocumentKind, FactKind, Field, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// It stands still from this day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    pub reason: String,
    pub way: String,
}

/// It goes on; the last day, and that of an extension, have moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumption {
    pub way: String,
    /// Working days that did not count.
    #[serde(default)]
    pub stood_still: u32,
    #[serde(default = "nothing")]
    pub ends: Date,
    #[serde(default)]
    pub extended: Option<Date>,
}

fn nothing() -> Date {
    Date::ZERO
}

/// Leadership suspends it.
pub struct SuspendInspection;

impl Step for SuspendInspection {
    fn def(&self) -> &'static Def {
        const { &Def::new("suspend-inspection", 19, LEADER).rare().issuing(DocumentKind::SuspensionNotice) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.started.is_none() || inspection.delivered.is_some() || inspection.suspended.is_some() {
            return Offer::Never;
        }
        match inspection.end_in_force().filter(|end| view.today > *end) {
            Some(end) => Offer::NotYet(super::term_exceeded(end)),
            None => Offer::Ready,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason"), Field::choice("way", "delivery", &super::p21_notice::WAYS).with("electronic")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::InspectionSuspended(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "Сот шешіміне дейін тоқтатыла тұрады", "way": "electronic"}))]
    }
}

/// Leadership resumes it.
pub struct ResumeInspection;

impl ResumeInspection {
    /// Working days from the suspension to the day before today, and the last days after them.
    fn moved(view: &View) -> (u32, Option<Date>, Option<Date>) {
        let inspection = inspection(view);
        let calendar = &view.law.calendar;
        let Some(since) = inspection.suspended else { return (0, inspection.end, None) };
        let before = since.yesterday().unwrap_or(since);
        let last = view.today.yesterday().unwrap_or(view.today);
        let days = u32::try_from(calendar.working_between(before, last).max(0)).unwrap_or(0);
        let later = |end: Date| if days == 0 { end } else { calendar.add_working(end, days) };
        (days, inspection.end.map(later), inspection.extension.as_ref().map(|e| later(e.until)))
    }
}

impl Step for ResumeInspection {
    fn def(&self) -> &'static Def {
        const { &Def::new("resume-inspection", 19, LEADER).issuing(DocumentKind::ResumptionNotice).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).suspended.is_some() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::choice("way", "delivery", &super::p21_notice::WAYS).with("electronic")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let (stood_still, ends, extended) = Self::moved(view);
        let ends = ends.expect("a started inspection has an end");
        let resumption = Resumption { stood_still, ends, extended, ..answers.read() };
        Ok(vec![Draft { on: view.today, what: FactKind::InspectionResumed(resumption) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"way": "electronic"}))]
    }
}
