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
        const { &Def::new("sign-act", 49, EXECUTORS).issuing(DocumentKind::Act).awaited() }
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
        if let Some(requirement) = p50_act::unfounded(event) {
            let refusal = Refusal::new(50, "violated-without-finding");
            return Offer::NotYet(refusal.word("requirement", format!("checklist-{requirement}")));
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{case::DocumentKind, testing::*};

    /// An act that only waits for its signatures.
    fn written(on: &str) -> World {
        let mut world = started();
        world.today = day(on);
        world.sample("mark-checklist", EXECUTOR);
        world.sample("draft-act", EXECUTOR);
        world
    }

    #[test]
    fn p49_every_named_executor_signs() {
        let mut world = written("2025-04-24");
        assert_eq!(told(&world.not_yet("sign-act", UNNAMED)), "§45 only-named-executors");
        assert_eq!(world.refused("sign-act", UNIT_HEAD, json!({})).code, "not-yours");
        world.sample("sign-act", EXECUTOR);
        assert_eq!(told(&world.not_yet("sign-act", EXECUTOR)), "§49 signed-already");
        assert_eq!(told(&world.not_yet("present-act", EXECUTOR)), "§49 act-not-signed");
        assert!(world.never("draft-act") && world.never("record-finding"), "what one has signed stays as it is");
        world.sample("sign-act", SECOND);
        assert!(world.never("sign-act"));
        // Two signatures are two versions of one act under one number.
        let act = world.case.document(DocumentKind::Act).unwrap();
        assert_eq!((act.number, act.version), (1, 2));
    }

    #[test]
    fn p49_the_act_is_presented_by_the_end_date_of_the_order() {
        let mut world = written("2025-05-12");
        world.sample("sign-act", EXECUTOR);
        world.sample("sign-act", SECOND);
        let mut late = world.clone();
        world.sample("present-act", UNIT_HEAD);
        assert!(!world.duty("49").late(day("2030-01-01")));
        assert!(world.never("present-act"));
        late.today = day("2025-05-13");
        assert!(late.duty("49").late(late.today));
        let refused = late.refused("present-act", EXECUTOR, json!({"late_reason": null}));
        assert_eq!(told(&refused), "§49 presented-late end=2025-05-12 @late_reason");
        // Presented in time and written down a day later, it is in time.
        late.clone().done("present-act", EXECUTOR, json!({"on": "2025-05-12", "late_reason": null}));
        late.sample("present-act", EXECUTOR);
        assert!(late.duty("49").late(day("2030-01-01")));
        assert_eq!(late.case.event().unwrap().ended(), Some(day("2025-05-12")), "R-13");
    }

    #[test]
    fn p49_an_end_date_on_a_day_off_does_not_move() {
        let mut world = World::event(day("2025-04-21"));
        world.done("draft-order", UNIT_HEAD, json!({"end": "2025-05-10"}));
        world.sample("sign-order", LEADER);
        world.sample("send-notice", EXECUTOR);
        world.today = day("2025-04-24");
        world.sample("start-event", EXECUTOR);
        assert_eq!(world.duty("49").due, day("2025-05-10"));
    }

    #[test]
    fn p49_it_is_presented_after_the_signatures_and_not_in_advance() {
        let mut world = written("2025-04-25");
        world.sample("sign-act", EXECUTOR);
        world.sample("sign-act", SECOND);
        world.today = day("2025-04-28");
        let early = world.refused("present-act", EXECUTOR, json!({"on": "2025-04-24"}));
        assert_eq!(told(&early), "§49 too-early earliest=2025-04-25 @on");
        let future = world.refused("present-act", EXECUTOR, json!({"on": "2025-04-29"}));
        assert_eq!(told(&future), "§49 in-the-future today=2025-04-28 @on");
        world.done("present-act", EXECUTOR, json!({"on": "2025-04-25"}));
    }

    #[test]
    fn p49_a_refusal_to_be_acquainted_is_marked_and_stops_nothing() {
        let mut world = presented("2025-04-24", 0);
        world.sample("refuse-acquaintance", EXECUTOR);
        assert!(world.never("acquaint") && world.never("refuse-acquaintance"));
        assert_eq!(world.case.document(DocumentKind::Act).unwrap().version, 4, "signed twice, presented, marked");
        assert!(world.ready("countersign-act", OBJECT) && world.ready("file-objections", OBJECT));
        world.today = day("2025-04-30");
        world.sample("submit-materials", EXECUTOR);
    }
}
