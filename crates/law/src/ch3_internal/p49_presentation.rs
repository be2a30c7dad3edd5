//! §49: the executors draw up the act in two copies and sign it; one copy is presented to the head of the
//! object not later than the end date of the order, the other stays with the materials.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{UNIT, event, named, p50_act};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, Refusal, Role,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Side, Step, View, happened},
    },
    rules::RuleId,
};

/// The act was put before the head of the object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentation {
    pub to_name: String,
    pub to_position: String,
    pub way: String,
    /// Why it was presented after the end date, if it was.
    pub late_reason: Option<String>,
}

/// A responsible executor signs the act; it is complete when all named executors have.
pub struct SignAct;

impl Step for SignAct {
    fn def(&self) -> &'static Def {
        const EXECUTORS: &[(Side, Role)] = &[(Side::Control, Role::ResponsibleExecutor)];
        const { &Def::new("sign-act", 49, EXECUTORS).issuing(DocumentKind::Act) }
    }

    fn freezes(&self, view: &crate::case::CaseFile) -> Option<Freeze> {
        let again = view.document(DocumentKind::Act).is_some();
        Some(if again { Freeze::Next(DocumentKind::Act) } else { Freeze::New(DocumentKind::Act) })
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.started.is_none() || event.presented.is_some() || event.act_signed() {
            return Offer::Never;
        }
        let missing = p50_act::missing(event);
        if !missing.is_empty() {
            let items = missing.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
            return Offer::NotYet(Refusal::new(50, "act-incomplete").text("items", items));
        }
        if p50_act::unmarked(event) {
            return Offer::NotYet(Refusal::new(50, "finding-not-marked"));
        }
        if event.signed_by.iter().any(|(_, p)| p.user == view.actor.user) {
            return Offer::NotYet(Refusal::new(49, "signed-already"));
        }
        named(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ActSigned }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The act is presented: the event ends.
pub struct PresentAct;

impl Step for PresentAct {
    fn def(&self) -> &'static Def {
        const { &Def::new("present-act", 49, UNIT).discharging(&[RuleId::R49]).marking(DocumentKind::Act) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.started.is_none() || event.presented.is_some() {
            return Offer::Never;
        }
        if !event.act_signed() {
            return Offer::NotYet(Refusal::new(49, "act-not-signed"));
        }
        named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let contents = event(view).contents.clone().unwrap_or_default();
        let mut fields = vec![
            Field::date("on", view.today),
            Field::text("to_name").with(contents.head_name),
            Field::text("to_position").with(contents.head_position),
            Field::choice("way", "delivery", &super::p45_notice::WAYS).with("hand"),
        ];
        if event(view).end.is_some_and(|end| view.today > end) {
            fields.push(Field::lines("late_reason").optional());
        }
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let event = event(view);
        let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
        let signed = event.signed_by.iter().map(|(on, _)| *on).max().unwrap_or(view.today);
        happened(view, 49, "on", on, signed)?;
        let presentation: Presentation = answers.read();
        if let Some(end) = event.end.filter(|end| on > *end && presentation.late_reason.is_none()) {
            return Err(Refusal::new(49, "presented-late").date("end", end).at("late_reason"));
        }
        Ok(vec![Draft { on, what: FactKind::ActPresented(presentation) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let mut sample = json!({"on": view.today, "to_name": "Демо Б.", "to_position": "басшы", "way": "hand"});
        if event(view).end.is_some_and(|end| view.today > end) {
            sample["late_reason"] = "Басшы іссапарда болды".into();
        }
        vec![Answers::of(sample)]
    }
}
