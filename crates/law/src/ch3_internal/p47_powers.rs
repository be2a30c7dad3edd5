//! §47: what executors may do during the event, each a recorded act with its answer: ask for documents,
//! oral and written explanations with a day set; study documentation; use the monitoring data.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OBJECT, UNIT, day_of_answer, event, named};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Kinds of acts; words are locale keys `action-…`.
pub const ACTIONS: [&str; 6] =
    ["documents", "oral-explanation", "written-explanation", "study", "monitoring-data", "other"];

/// Of these, what is asked for by a day the executors set (§47 1); an oral explanation may be heard at once.
const ASKED_BY_A_DAY: [&str; 2] = ["documents", "written-explanation"];

/// An act of the executors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub action: String,
    pub text: String,
    /// From whom.
    pub from: Option<String>,
    /// Day by which the answer is asked for, included; none where there is nothing to answer.
    pub answer_by: Option<Date>,
    pub files: Vec<String>,
}

/// The answer to an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Number of the act in the case.
    pub action: String,
    pub text: String,
    pub files: Vec<String>,
}

/// Whether the event is under way.
pub fn under_way(view: &View) -> Offer {
    let event = event(view);
    if event.started.is_none() {
        return Offer::NotYet(Refusal::new(46, "not-started"));
    }
    if !event.signed_by.is_empty() {
        return Offer::Never;
    }
    named(view)
}

/// An executor records an act.
pub struct RecordAction;

impl Step for RecordAction {
    fn def(&self) -> &'static Def {
        const { &Def::new("record-action", 47, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        under_way(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::choice("action", "action", &ACTIONS),
            Field::lines("text"),
            Field::text("from").optional(),
            Field::date("answer_by", view.law.calendar.add_working(view.today, 2)).optional(),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let action: Action = answers.read();
        if action.answer_by.is_none() && ASKED_BY_A_DAY.contains(&action.action.as_str()) {
            return Err(Refusal::new(47, "answer-without-day").date("today", view.today).at("answer_by"));
        }
        if let (Some(by), Some(end)) = (action.answer_by, event(view).end) {
            if by < view.today {
                return Err(Refusal::new(47, "answer-in-the-past").date("today", view.today).at("answer_by"));
            }
            if by > end && view.today <= end {
                return Err(Refusal::new(47, "answer-after-end").date("end", end).at("answer_by"));
            }
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ActionRecorded(action) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let by = event(view)
            .end
            .map_or(view.today, |end| view.today.max(end.min(view.law.calendar.add_working(view.today, 2))));
        vec![
            Answers::of(json!({"action": "documents", "text": "Өтініштерді тіркеу журналы", "answer_by": by})),
            Answers::of(json!({"action": "monitoring-data", "text": "Мониторинг жүйесінің мәліметтері"})),
        ]
    }
}

/// The answer of the object is recorded.
pub struct AnswerAction;

impl AnswerAction {
    fn open(view: &View) -> Vec<(String, String)> {
        let unanswered = event(view).actions.iter().filter(|a| a.reply.is_none() && a.action.answer_by.is_some());
        unanswered.map(|a| (a.number.to_string(), format!("{}. {}", a.number, a.action.text))).collect()
    }
}

impl Step for AnswerAction {
    fn def(&self) -> &'static Def {
        const { &Def::new("answer-action", 47, OBJECT) }
    }

    fn offer(&self, view: &View) -> Offer {
        if event(view).submitted.is_some() || Self::open(view).is_empty() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("on", view.today),
            Field::new("action", FieldKind::Pick(Self::open(view))),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let reply: Reply = answers.read();
        let asked = event(view).actions.iter().find(|a| a.number.to_string() == reply.action);
        let on = day_of_answer(view, 47, answers, asked.map_or(view.today, |a| a.on))?;
        Ok(vec![Draft { on, what: FactKind::ActionAnswered(reply) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = Self::open(view).into_iter().next().map(|(number, _)| number);
        vec![Answers::of(json!({"on": view.today, "action": first, "text": "Құжаттар ұсынылды"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{case::DutyState, testing::*};

    #[test]
    fn p47_acts_belong_to_an_event_under_way() {
        let mut world = World::event(day("2025-04-21"));
        world.sample("draft-order", UNIT_HEAD);
        assert_eq!(told(&world.not_yet("record-action", EXECUTOR)), "§46 not-started");
        let mut world = started();
        assert_eq!(told(&world.not_yet("record-action", UNNAMED)), "§45 only-named-executors");
        for action in super::ACTIONS {
            world.done("record-action", EXECUTOR, json!({"action": action}));
        }
        assert_eq!(world.case.event().unwrap().actions.last().unwrap().number, 6);
        assert!(presented("2025-04-24", 0).never("record-action"));
    }

    #[test]
    fn p47_an_answer_is_asked_for_within_the_event() {
        let mut world = started();
        let past = world.refused("record-action", EXECUTOR, json!({"answer_by": "2025-04-23"}));
        assert_eq!(told(&past), "§47 answer-in-the-past today=2025-04-24 @answer_by");
        let after = world.refused("record-action", EXECUTOR, json!({"answer_by": "2025-05-13"}));
        assert_eq!(told(&after), "§47 answer-after-end end=2025-05-12 @answer_by");
        for by in ["2025-04-24", "2025-05-12"] {
            world.done("record-action", EXECUTOR, json!({"answer_by": by}));
        }
        // Who is late with the act may still ask.
        world.today = day("2025-05-13");
        world.done("record-action", EXECUTOR, json!({"answer_by": "2025-05-14"}));
    }

    #[test]
    fn p47_documents_and_written_explanations_are_asked_for_by_a_day() {
        let mut world = started();
        for action in super::ACTIONS {
            let without = json!({"action": action, "answer_by": null});
            if super::ASKED_BY_A_DAY.contains(&action) {
                let refused = world.refused("record-action", EXECUTOR, without);
                assert_eq!(told(&refused), "§47 answer-without-day today=2025-04-24 @answer_by");
            } else {
                world.done("record-action", EXECUTOR, without);
            }
        }
    }

    #[test]
    fn p47_a_day_off_gives_way_to_the_next_working_day() {
        let mut world = started();
        // 1 May is a holiday, 2 May is worked.
        world.done("record-action", EXECUTOR, json!({"answer_by": "2025-05-01"}));
        assert_eq!(world.duty("47.1").due, day("2025-05-02"));
        world.today = day("2025-05-02");
        world.sample("answer-action", OBJECT);
        assert!(!world.duty("47.1").late(day("2030-01-01")));
    }

    #[test]
    fn p47_an_answer_on_paper_is_written_down_with_its_day() {
        let mut world = started();
        world.done("record-action", EXECUTOR, json!({"answer_by": "2025-04-28"}));
        world.today = day("2025-04-29");
        let back = world.refused("answer-action", OBJECT, json!({"on": "2025-04-28"}));
        assert_eq!(told(&back), "§47 dated-back today=2025-04-29 @on");
        let early = world.refused("answer-action", EXECUTOR, json!({"on": "2025-04-23"}));
        assert_eq!(told(&early), "§47 too-early earliest=2025-04-24 @on");
        world.done("answer-action", EXECUTOR, json!({"on": "2025-04-28"}));
        assert!(!world.duty("47.1").late(day("2030-01-01")));
    }

    #[test]
    fn p47_the_object_owes_the_answer_on_the_day_set() {
        let mut world = started();
        assert!(world.never("answer-action"));
        world.done("record-action", EXECUTOR, json!({"action": "study", "answer_by": null}));
        assert!(!world.has_duty("47.1") && world.never("answer-action"));
        for _ in 0..3 {
            world.done("record-action", EXECUTOR, json!({"answer_by": "2025-04-28"}));
        }
        assert!(world.with("answer-action", OBJECT, json!({"action": "1"})).is_err(), "nothing was asked there");
        world.today = day("2025-04-28");
        world.done("answer-action", OBJECT, json!({"action": "2"}));
        world.today = day("2025-04-29");
        world.done("answer-action", EXECUTOR, json!({"action": "3"}));
        let later = day("2030-01-01");
        assert!(!world.duty("47.2").late(later) && world.duty("47.3").late(later) && world.duty("47.4").open());
        // With the materials before the head of the body nobody waits for the last answer any more.
        world.until_presented(0);
        world.sample("countersign-act", OBJECT);
        assert!(world.ready("answer-action", OBJECT));
        world.sample("submit-materials", EXECUTOR);
        assert!(world.never("answer-action"));
        assert_eq!(world.duty("47.4").state, DutyState::Lapsed(day("2025-04-29")));
    }
}
