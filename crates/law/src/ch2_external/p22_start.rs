//! §22 with Code art. 146–147: the inspection begins on the day the registered act is handed over and the subject is acquainted
//! with the checklist. Without registration, without the notice, without the act shown it cannot begin.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, inspection, invalidity::Breach, named, p21_notice};
use crate::case::{
    Answers, FactKind, Field, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View, happened},
};

/// The act was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handing {
    pub to_name: String,
    pub to_position: String,
    /// The registered act and the certificates were shown.
    pub act_shown: bool,
    /// The subject was acquainted with the checklist.
    pub acquainted: bool,
}

/// What stands in the way of any start: the act is signed, registered, announced, its first day has come.
pub fn possible(view: &View) -> Result<(), Refusal> {
    let inspection = inspection(view);
    let Some(appointment) = inspection.appointment.as_ref().filter(|_| inspection.appointed.is_some()) else {
        return Err(Refusal::new(17, "act-not-appointed").breach(Breach::NoAct));
    };
    if appointment.registration == "before" && inspection.registered.is_none() {
        return Err(Refusal::new(17, "not-registered").breach(Breach::Unregistered));
    }
    if inspection.studied.is_none() && !inspection.visit() {
        return Err(Refusal::new(20, "not-studied"));
    }
    if p21_notice::needed(appointment) && inspection.notice.is_none() {
        return Err(Refusal::new(21, "subject-not-told").breach(Breach::NoNotice));
    }
    if view.today < appointment.start {
        return Err(Refusal::new(22, "check-start-not-come").date("start", appointment.start));
    }
    match inspection.end.filter(|end| view.today > *end) {
        Some(end) => Err(super::term_exceeded(end)),
        None => Ok(()),
    }
}

/// Whether it could begin on that day.
pub fn check_day(view: &View, on: Date) -> Result<(), Refusal> {
    let inspection = inspection(view);
    let start = inspection.appointment.as_ref().map_or(view.today, |a| a.start);
    happened(view, 22, "on", on, start)?;
    happened(view, 20, "on", on, inspection.studied.unwrap_or(start))?;
    let calendar = &view.law.calendar;
    if !calendar.is_working(on) {
        return Err(Refusal::new(22, "start-not-working").date("next", calendar.next_working(on)).at("on"));
    }
    let told = inspection.notice.as_ref().map(|(on, _)| on.tomorrow().unwrap_or(*on));
    if let Some(earliest) = told.filter(|earliest| on < *earliest) {
        return Err(Refusal::new(21, "started-too-soon").date("earliest", earliest).breach(Breach::NoNotice).at("on"));
    }
    let registered = inspection.registered.as_ref().map(|(on, _)| *on);
    if let Some(earliest) = registered.filter(|day| on < *day) {
        let refusal = Refusal::new(17, "started-before-registration").date("earliest", earliest);
        let before = inspection.appointment.as_ref().is_some_and(|a| a.registration == "before");
        if before {
            return Err(refusal.breach(Breach::Unregistered).at("on"));
        }
    }
    Ok(())
}

/// The act is handed over and the checklist shown: the inspection begins.
pub struct StartInspection;

impl Step for StartInspection {
    fn def(&self) -> &'static Def {
        const { &Def::new("start-inspection", 22, OFFICERS).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.appointment.is_none() || inspection.started.is_some() {
            return Offer::Never;
        }
        match possible(view) {
            Ok(()) => named(view),
            Err(refusal) => Offer::NotYet(refusal),
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("on", view.today),
            Field::text("to_name"),
            Field::text("to_position"),
            Field::flag("act_shown"),
            Field::flag("acquainted"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
        check_day(view, on)?;
        let handing: Handing = answers.read();
        if !handing.act_shown {
            return Err(Refusal::new(22, "act-not-shown").breach(Breach::ActNotShown).at("act_shown"));
        }
        if !handing.acquainted {
            return Err(Refusal::new(22, "checklist-not-shown").at("acquainted"));
        }
        Ok(vec![Draft { on, what: FactKind::InspectionStarted(handing) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "to_name": "Демо Б.", "to_position": "басшы", "act_shown": true,
            "acquainted": true}))]
    }
}
