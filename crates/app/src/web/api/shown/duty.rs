//! Duties and how their dates came about.

use jiff::civil::Date;
use law::{
    case::{Duty, DutyState},
    term::Due,
};
use serde::Serialize;
use store::{awaited::CaseAwaited, duties::CaseDuty};
use utoipa::ToSchema;

use super::Named;
use crate::{registry::Registry, web::api::ROOT, words::Speaker};

/// Something owed under a paragraph.
#[derive(Serialize, ToSchema)]
pub struct DutyShown {
    /// Unique within the case.
    pub key: String,
    /// The deadline rule; none where the date was set in a document.
    pub rule: Option<String>,
    pub paragraph: u8,
    pub what: Named,
    pub detail: String,
    pub body: Named,
    pub roles: Vec<Named>,
    pub due: Date,
    /// `open`, `done` or `lapsed`.
    pub state: String,
    pub ended_on: Option<Date>,
    /// Late things stay late.
    pub late: bool,
    /// The step that discharges it.
    pub step: String,
    pub reckoning: Option<DueShown>,
}

fn state(state: DutyState) -> String {
    match state {
        DutyState::Open => "open",
        DutyState::Done(_) => "done",
        DutyState::Lapsed(_) => "lapsed",
    }
    .into()
}

impl DutyShown {
    pub fn of(words: &Speaker, registry: &Registry, duty: &Duty, today: Date) -> Self {
        Self {
            key: duty.key.clone(),
            rule: duty.rule.map(|r| r.to_string()),
            paragraph: duty.paragraph,
            what: Named { id: duty.what.clone(), name: words.t(&duty.what) },
            detail: duty.detail.clone(),
            body: Named::body(registry, words, &duty.body),
            roles: Named::roles(words, duty.roles),
            due: duty.due,
            state: state(duty.state),
            ended_on: duty.ended(),
            late: duty.late(today),
            step: duty.step.into(),
            reckoning: duty.reckoning.as_ref().map(DueShown::of),
        }
    }
}

#[derive(Serialize, ToSchema)]
pub struct DutyList {
    pub items: Vec<DutyShown>,
}

/// An open duty with the case it belongs to.
#[derive(Serialize, ToSchema)]
pub struct OwedShown {
    #[serde(flatten)]
    pub duty: DutyShown,
    pub case: String,
    pub reference: String,
    pub procedure: Named,
    pub object: Option<Named>,
    pub url: String,
}

impl OwedShown {
    pub fn of(words: &Speaker, registry: &Registry, owed: CaseDuty, today: Date) -> Self {
        let d = owed.duty;
        Self {
            duty: DutyShown {
                rule: d.rule.map(|r| r.to_string()),
                what: Named { name: words.t(&d.what), id: d.what.clone() },
                body: Named::body(registry, words, &d.body),
                roles: Named::roles(words, &d.roles),
                due: d.due,
                state: state(d.state),
                ended_on: d.ended(),
                late: d.late(today),
                paragraph: d.paragraph,
                key: d.key,
                detail: d.detail,
                step: d.step,
                reckoning: None,
            },
            url: format!("{ROOT}/cases/{}", owed.case),
            case: owed.case,
            reference: owed.reference,
            procedure: Named::word(words, "procedure", owed.procedure.word()),
            object: owed.object.as_ref().map(|id| Named::body(registry, words, id)),
        }
    }
}

/// Open duties, nearest first.
#[derive(Serialize, ToSchema)]
pub struct OwedList {
    pub items: Vec<OwedShown>,
}

/// A step that waits for the caller though no term runs.
#[derive(Serialize, ToSchema)]
pub struct AwaitedShown {
    pub step: Named,
    pub paragraph: u8,
    pub case: String,
    pub reference: String,
    pub procedure: Named,
    pub object: Option<Named>,
    pub url: String,
}

impl AwaitedShown {
    pub fn of(words: &Speaker, registry: &Registry, a: CaseAwaited) -> Self {
        Self {
            step: Named::word(words, "step", &a.step),
            paragraph: a.paragraph,
            url: format!("{ROOT}/cases/{}/steps/{}", a.case, a.step),
            case: a.case,
            reference: a.reference,
            procedure: Named::word(words, "procedure", a.procedure.word()),
            object: a.object.as_ref().map(|id| Named::body(registry, words, id)),
        }
    }
}

/// Awaited steps, those of the case longest untouched first.
#[derive(Serialize, ToSchema)]
pub struct AwaitedList {
    pub items: Vec<AwaitedShown>,
}

/// A due date and how it came about, as the command `sapa deadline` gives it.
#[derive(Serialize, ToSchema)]
pub struct DueShown {
    pub rule: String,
    pub paragraph: u8,
    pub edition: String,
    pub from: Date,
    pub due: Date,
    /// Every day considered, in the order of counting; the last one is `due`.
    pub reckoning: Vec<DayReckoned>,
    /// Readings of the Rules it rests on.
    pub readings: Vec<String>,
}

/// A day of a reckoning.
#[derive(Serialize, ToSchema)]
pub struct DayReckoned {
    pub date: Date,
    pub counts: bool,
    pub why: String,
}

impl DueShown {
    pub fn of(due: &Due) -> Self {
        let days =
            due.reckoning.iter().map(|d| DayReckoned { date: d.date, counts: d.counts, why: d.why.key().into() });
        Self {
            rule: due.rule.to_string(),
            paragraph: due.paragraph,
            edition: due.edition.to_string(),
            from: due.from,
            due: due.due,
            reckoning: days.collect(),
            readings: due.readings.iter().map(ToString::to_string).collect(),
        }
    }
}
