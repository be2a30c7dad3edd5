//! §21 with Code art. 147(1): the subject is told of the start at least a day before, but on the grounds that allow none; and
//! art. 147(5): only the officers named in the act take part, others once the subject and legal statistics have been told.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, OFFICERS, inspection, named, p13_grounds, p17_appointment::Appointment, p17_steps::officers};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Refusal, Role,
        actor::Person,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
};

pub use crate::ch3_internal::p45_notice::WAYS;

/// How a notice went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    pub way: String,
    pub contact: String,
}

/// Others take part from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficersChange {
    pub officers: Vec<Person>,
    pub before: Vec<Person>,
    pub reason: String,
    pub way: String,
}

/// What every notice is asked; whom to ask, as in the notice before.
pub fn sending_fields(view: &View) -> Vec<Field> {
    let before = inspection(view).notice.as_ref().map(|(_, sending)| sending.contact.clone());
    vec![Field::choice("way", "delivery", &WAYS).with("electronic"), Field::text("contact").with(before)]
}

/// Whether the subject is told of the start (art. 147(1), 144(8)).
pub fn needed(appointment: &Appointment) -> bool {
    let ground = appointment.ground.as_deref().unwrap_or_default();
    !p13_grounds::without_notice(ground) && appointment.registration != "remote"
}

/// The notice of the start is sent.
pub struct SendStartNotice;

impl Step for SendStartNotice {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R21];
        const { &Def::new("send-start-notice", 21, OFFICERS).discharging(RULES).issuing(DocumentKind::StartNotice) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let told = inspection.notice.is_some() || inspection.started.is_some();
        match &inspection.appointment {
            Some(appointment) if inspection.appointed.is_some() && !told && needed(appointment) => named(view),
            _ => Offer::Never,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        sending_fields(view)
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::StartNotified(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"way": "electronic", "contact": "+7 700 000 00 00"}))]
    }
}

#[derive(Deserialize)]
struct Input {
    officers: Vec<String>,
    reason: String,
    way: String,
}

/// Leadership names other officers; the notice to the subject and the package to legal statistics go out with it. What has been
/// signed by those who leave stays signed; it is possible also while the inspection stands still.
pub struct ChangeOfficers;

impl Step for ChangeOfficers {
    fn def(&self) -> &'static Def {
        const { &Def::new("change-officers", 21, LEADER).rare().issuing(DocumentKind::OfficersNotice) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.appointed.is_none() || inspection.delivered.is_some() {
            return Offer::Never;
        }
        Offer::Ready
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let now: Vec<_> = inspection(view).officers.iter().map(|p| p.user.clone()).collect();
        vec![
            Field::new("officers", FieldKind::People(Role::Inspector)).with(now),
            Field::lines("reason"),
            Field::choice("way", "delivery", &WAYS).with("electronic"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let input: Input = answers.read();
        let before = inspection(view).officers.clone();
        let officers = officers(view, &input.officers)?;
        let same = officers.len() == before.len() && officers.iter().all(|o| before.iter().any(|b| b.user == o.user));
        if same {
            return Err(Refusal::new(21, "officers-the-same").at("officers"));
        }
        let change = OfficersChange { officers, before, reason: input.reason, way: input.way };
        Ok(vec![Draft { on: view.today, what: FactKind::OfficersChanged(change) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let now = &inspection(view).officers;
        let all: Vec<&String> =
            view.people.iter().filter(|(r, _)| *r == Role::Inspector).map(|(_, p)| &p.user).collect();
        let others: Vec<_> = if now.len() == all.len() { all[..1].to_vec() } else { all };
        vec![Answers::of(json!({"officers": others, "reason": "Лауазымды адам еңбек демалысында", "way": "hand"}))]
    }
}
