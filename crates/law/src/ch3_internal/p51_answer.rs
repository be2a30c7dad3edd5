//! §49, §50 12) and §51: the head of the object is acquainted with the act or refuses (which stops nothing), and
//! within three working days signs both copies or sends objections. Late objections are kept, marked late.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OBJECT, UNIT, day_of_answer, event, named};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View, happened},
    },
    rules::RuleId,
};

/// The head has read the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquaintance {
    /// Who, as written on the act.
    pub by_name: String,
}

/// The mark on the act that the head, or somebody present, refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub mark: String,
}

/// The head agrees and signs both copies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Countersignature {
    pub by_name: String,
}

/// The head does not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objections {
    pub text: String,
    pub files: Vec<String>,
}

/// From the presentation of the act until the head of the body decides: a late answer is kept.
fn open(view: &View) -> Offer {
    let event = event(view);
    if event.presented.is_none() || event.answered().is_some() || event.decision.is_some() {
        return Offer::Never;
    }
    named(view)
}

/// The day of the acquaintance or of the refusal, between the presentation and today.
fn on(view: &View, answers: &Checked) -> Result<Date, Refusal> {
    let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
    happened(view, 51, "on", on, presented(view))?;
    Ok(on)
}

fn presented(view: &View) -> Date {
    event(view).presented.as_ref().map_or(view.today, |(on, _)| *on)
}

fn head(view: &View) -> String {
    event(view).contents.as_ref().and_then(|c| c.head_name.clone()).unwrap_or_default()
}

/// The head is acquainted with the act.
pub struct Acquaint;

impl Step for Acquaint {
    fn def(&self) -> &'static Def {
        const { &Def::new("acquaint", 50, OBJECT).marking(DocumentKind::Act) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let over = event.acquainted.is_some() || event.refused.is_some() || event.submitted.is_some();
        if over { Offer::Never } else { open(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::text("by_name").with(head(view))]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: on(view, answers)?, what: FactKind::Acquainted(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "by_name": "Демо Б."}))]
    }
}

/// The refusal to be acquainted is marked on the act; the case goes on.
pub struct RefuseAcquaintance;

impl Step for RefuseAcquaintance {
    fn def(&self) -> &'static Def {
        const { &Def::new("refuse-acquaintance", 49, UNIT).rare().marking(DocumentKind::Act) }
    }

    fn offer(&self, view: &View) -> Offer {
        Acquaint.offer(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::lines("mark")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: on(view, answers)?, what: FactKind::AcquaintanceRefused(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "mark": "Басшы танысудан бас тартты"}))]
    }
}

/// The head signs both copies.
pub struct CountersignAct;

impl Step for CountersignAct {
    fn def(&self) -> &'static Def {
        const { &Def::new("countersign-act", 51, OBJECT).discharging(&[RuleId::R51]).marking(DocumentKind::Act).signed() }
    }

    fn offer(&self, view: &View) -> Offer {
        open(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::text("by_name").with(head(view))]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = day_of_answer(view, 51, answers, presented(view))?;
        Ok(vec![Draft { on, what: FactKind::ActCountersigned(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "by_name": "Демо Б."}))]
    }
}

/// Objections are attached and the act is marked.
pub struct FileObjections;

impl Step for FileObjections {
    fn def(&self) -> &'static Def {
        const { &Def::new("file-objections", 51, OBJECT).discharging(&[RuleId::R51]).marking(DocumentKind::Act) }
    }

    fn offer(&self, view: &View) -> Offer {
        open(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::lines("text"), Field::new("files", FieldKind::Files).optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on = day_of_answer(view, 51, answers, presented(view))?;
        Ok(vec![Draft { on, what: FactKind::ObjectionsFiled(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "text": "Бұзушылықпен келіспейміз"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        case::{DocumentKind, DutyState},
        testing::*,
    };

    /// Presented on Wednesday 30 April 2025: three working days end on Tuesday 6 May.
    fn before_may() -> World {
        presented("2025-04-30", 0)
    }

    #[test]
    fn p51_three_working_days_to_sign_or_object() {
        for step in ["countersign-act", "file-objections"] {
            let mut world = before_may();
            assert_eq!(world.duty("51").due, day("2025-05-06"));
            let mut late = world.clone();
            world.today = day("2025-05-06");
            world.sample(step, OBJECT);
            assert!(!world.duty("51").late(day("2030-01-01")));
            assert!(world.never("countersign-act") && world.never("file-objections"), "one answer");
            late.today = day("2025-05-08");
            late.sample(step, EXECUTOR);
            assert_eq!(late.duty("51").state, DutyState::Done(day("2025-05-08")));
            assert!(late.duty("51").late(day("2030-01-01")));
        }
    }

    #[test]
    fn p51_over_nauryz_and_new_year() {
        for (on, due) in [("2025-03-19", "2025-03-27"), ("2024-12-31", "2025-01-08")] {
            let mut world = World::event(day(on).saturating_sub(jiff::ToSpan::days(12)));
            world.until_started();
            world.today = day(on);
            world.until_presented(0);
            assert_eq!(world.duty("51").due, day(due));
        }
    }

    #[test]
    fn p51_late_objections_are_kept_until_the_decision() {
        let mut world = before_may();
        world.today = day("2025-05-08");
        world.sample("submit-materials", EXECUTOR);
        assert_eq!(world.duty("51").state, DutyState::Lapsed(day("2025-05-08")));
        assert!(world.never("acquaint"));
        let mut silent = world.clone();
        world.today = day("2025-05-12");
        world.sample("file-objections", OBJECT);
        assert_eq!(world.duty("51").state, DutyState::Done(day("2025-05-12")));
        assert!(world.duty("51").late(day("2030-01-01")));
        let marked = world.case.document(DocumentKind::Act).unwrap().version;
        assert_eq!(marked, 4, "the act is marked");
        let answered = world.case.rail().into_iter().find(|s| s.word == "stop-answered").unwrap();
        assert_eq!(answered.reached, Some(day("2025-05-08")));
        silent.sample("decide", LEADER);
        assert!(silent.never("file-objections") && silent.never("countersign-act"));
    }

    #[test]
    fn p51_the_object_does_not_date_its_own_answer_back_into_the_term() {
        let mut world = before_may();
        world.today = day("2025-05-12");
        for step in ["countersign-act", "file-objections"] {
            let back = world.refused(step, OBJECT, json!({"on": "2025-05-06"}));
            assert_eq!(told(&back), "§51 dated-back today=2025-05-12 @on");
            // What was posted on 6 May the executor writes down when it has come.
            let mut posted = world.clone();
            posted.done(step, EXECUTOR, json!({"on": "2025-05-06"}));
            assert!(!posted.duty("51").late(day("2030-01-01")));
        }
        world.sample("file-objections", OBJECT);
        assert!(world.duty("51").late(day("2030-01-01")));
    }

    #[test]
    fn p51_an_answer_is_dated_between_presentation_and_today() {
        let mut world = before_may();
        world.today = day("2025-05-05");
        for step in ["countersign-act", "file-objections", "acquaint"] {
            let early = world.refused(step, OBJECT, json!({"on": "2025-04-29"}));
            assert_eq!(told(&early), "§51 too-early earliest=2025-04-30 @on");
            let future = world.refused(step, OBJECT, json!({"on": "2025-05-06"}));
            assert_eq!(told(&future), "§51 in-the-future today=2025-05-05 @on");
        }
        let future = world.refused("refuse-acquaintance", EXECUTOR, json!({"on": "2025-05-06"}));
        assert_eq!(future.code, "in-the-future");
        assert_eq!(world.refused("refuse-acquaintance", OBJECT, json!({})).code, "not-yours");
        assert_eq!(told(&world.not_yet("countersign-act", UNNAMED)), "§45 only-named-executors");
        // Written down on 5 May, signed on paper on 2 May.
        world.sample("acquaint", OBJECT);
        world.done("countersign-act", EXECUTOR, json!({"on": "2025-05-02"}));
        assert_eq!(world.duty("51").state, DutyState::Done(day("2025-05-02")));
        assert!(started().never("countersign-act") && started().never("acquaint"));
    }
}
