//! §10–11: the half-year list. The Agency's officers select whom to visit by degree of risk, the chair or the person acting
//! approves by 10 December or 10 May; legal statistics registers it and it is published (Code art. 141, R-25). What is
//! approved is not changed.
//!
//! `entries` – the selection and what it may not name; here – the life of the list.

mod entries;
#[cfg(test)]
mod tests;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use serde_json::json;

pub use entries::{ChangeEntry, RemoveEntry, SelectSubject};

use super::{
    LEADER, OFFICERS,
    dossier::Dossier,
    list::HalfYearList,
    p11_risk::{self, Score},
};
use crate::{
    bodies::BodyId,
    case::{
        Answers, CaseFile, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View, happened},
    },
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

/// Halves of a year; words are locale keys `half-…`.
pub const HALVES: [&str; 2] = ["1", "2"];

/// The half-year a list is for, and the criteria by which it selects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub year: i16,
    pub half: u8,
    /// The set in force on the day the list was opened.
    pub criteria: String,
}

impl Opening {
    /// «2026/1».
    pub fn title(&self) -> String {
        format!("{}/{}", self.year, self.half)
    }

    /// The first month and the last one, both included.
    pub fn months(&self) -> (i8, i8) {
        if self.half == 1 { (1, 6) } else { (7, 12) }
    }

    pub fn last_day(&self) -> Date {
        date(self.year, self.months().1, 1).last_of_month()
    }
}

/// A subject to visit in the half-year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Number within the list; stays when others are removed.
    pub number: u32,
    pub subject: BodyId,
    /// The body that visits (§14).
    pub by: BodyId,
    /// The month of the year in which the visit is meant to be.
    pub month: Option<i8>,
    pub reason: String,
    /// As it was when the subject was selected, with every figure and its sources.
    pub score: Score,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub number: u32,
    pub month: Option<i8>,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    pub number: u32,
}

/// What legal statistics acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    pub number: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abandonment {
    pub reason: String,
}

/// The list of the case. Steps of the list are only ever offered on its cases.
fn list<'a>(view: &View<'a>) -> &'a HalfYearList {
    view.case.list().expect("a step of the list on a list")
}

/// Nothing is drawn up or approved for a half-year that is over.
fn not_over(view: &View, opening: &Opening) -> Result<(), Refusal> {
    if view.today > opening.last_day() {
        let refusal = Refusal::new(10, "half-year-over").text("list", opening.title());
        return Err(refusal.date("last", opening.last_day()).at("half"));
    }
    Ok(())
}

/// Whether entries may still be changed: frozen from the approval on (Code art. 141).
fn drafting(view: &View) -> Offer {
    let (Some(opening), approved) = (&list(view).opening, list(view).approved) else { return Offer::Never };
    if let Some(on) = approved {
        return Offer::NotYet(Refusal::new(10, "list-approved").date("on", on));
    }
    not_over(view, opening).map_or_else(Offer::NotYet, |()| Offer::Ready)
}

/// A list is begun by the Agency.
pub struct OpenList;

#[derive(Deserialize)]
struct Half {
    year: i16,
    half: String,
}

impl Step for OpenList {
    fn def(&self) -> &'static Def {
        const { &Def::new("open-list", 10, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if !view.case.facts.is_empty() {
            return Offer::Never;
        }
        match view.bodies.agency() {
            Some(agency) if agency.id == view.case.body => Offer::Ready,
            agency => {
                let by = agency.map(|b| b.id.clone()).unwrap_or_default();
                Offer::NotYet(Refusal::new(10, "list-only-agency").text("by", by))
            }
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let year = view.today.year();
        let second = due_date(view.law, RuleId::R10_2, Start::Year(year), SubjectKind::Other);
        let (next, half) = if second.is_ok_and(|last| view.today <= last) { (year, "2") } else { (year + 1, "1") };
        let number = FieldKind::Number { min: year.into(), max: i64::from(year) + 1 };
        vec![Field::new("year", number).with(next), Field::choice("half", "half", &HALVES).with(half)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let Half { year, half } = answers.read();
        let half = if half == "1" { 1 } else { 2 };
        let Some(set) = p11_risk::in_force(&view.dossier.criteria, view.today) else {
            return Err(Refusal::new(11, "no-criteria").date("today", view.today));
        };
        let opening = Opening { year, half, criteria: set.id.clone() };
        not_over(view, &opening)?;
        let mut others = view.dossier.entries().filter(|(told, _)| told.case != view.case.id);
        if let Some((told, _)) = others.find(|(_, entry)| (entry.year, entry.half) == (year, half)) {
            let refusal = Refusal::new(10, "list-there-already").text("list", opening.title());
            return Err(refusal.text("case", &told.case).at("half"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ListOpened(opening) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::defaults(&self.fields(view))]
    }
}

/// The chair of the Agency, or the person acting, approves; later than the date is possible, and late for ever.
pub struct ApproveList;

impl Step for ApproveList {
    fn def(&self) -> &'static Def {
        const {
            &Def::new("approve-list", 10, LEADER)
                .discharging(&[RuleId::R10_1, RuleId::R10_2])
                .issuing(DocumentKind::HalfYearList)
        }
    }

    fn offer(&self, view: &View) -> Offer {
        match drafting(view) {
            _ if list(view).approved.is_some() => Offer::Never,
            Offer::Ready if list(view).entries.is_empty() => Offer::NotYet(Refusal::new(11, "list-empty")),
            other => other,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        // What has been approved, appointed or begun since the selection counts too.
        for entry in &list(view).entries {
            entries::once_a_year(view, &entry.subject).map_err(|refusal| Refusal { field: None, ..refusal })?;
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ListApproved }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// Legal statistics has registered the approved list (Code art. 141).
pub struct RecordRegistration;

#[derive(Deserialize)]
struct Registered {
    registration_number: String,
    on: Date,
}

impl Step for RecordRegistration {
    fn def(&self) -> &'static Def {
        const { &Def::new("record-list-registration", 10, OFFICERS).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let list = list(view);
        if list.approved.is_some() && list.registered.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::text("registration_number"), Field::date("on", view.today)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let Registered { registration_number, on } = answers.read();
        happened(view, 10, "on", on, list(view).approved.unwrap_or(on))?;
        let registration = Registration { number: registration_number };
        Ok(vec![Draft { on, what: FactKind::ListRegistered(registration) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"registration_number": "26-1/17", "on": view.today}))]
    }
}

/// The registered list is published, by 25 December or 25 May (Code art. 141, R-25).
pub struct PublishList;

#[derive(Deserialize)]
struct Published {
    on: Date,
}

impl Step for PublishList {
    fn def(&self) -> &'static Def {
        const { &Def::new("publish-list", 10, OFFICERS).discharging(&[RuleId::R10Publish1, RuleId::R10Publish2]) }
    }

    fn offer(&self, view: &View) -> Offer {
        match list(view) {
            HalfYearList { approved: None, .. } => Offer::Never,
            HalfYearList { registered: None, .. } => Offer::NotYet(Refusal::new(10, "list-not-registered")),
            _ => Offer::Ready,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let Published { on } = answers.read();
        happened(view, 10, "on", on, list(view).registered.as_ref().map_or(on, |(on, _)| *on))?;
        Ok(vec![Draft { on, what: FactKind::ListPublished }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today}))]
    }
}

/// A draft is given up: its half-year is over, or it was opened by mistake. That nobody approved it stays to be seen.
pub struct AbandonList;

impl Step for AbandonList {
    fn def(&self) -> &'static Def {
        const { &Def::new("abandon-list", 10, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        let list = list(view);
        if list.opened.is_some() && list.approved.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ListAbandoned(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "Тізім қате ашылды"}))]
    }
}

/// The scores a list selects from on a day, the highest first, by the criteria recorded in it.
pub fn candidates(
    case: &CaseFile,
    bodies: &crate::bodies::BodyTree,
    dossier: &Dossier,
    on: Date,
) -> Vec<(BodyId, Score)> {
    let id = case.list().and_then(|list| list.opening.as_ref()).map(|opening| &opening.criteria);
    let set = dossier.criteria.iter().find(|set| Some(&set.id) == id);
    set.map(|set| p11_risk::candidates(set, bodies, dossier, on)).unwrap_or_default()
}
