//! §47: what executors may do during the event, each a recorded act with its answer: ask for documents,
//! oral and written explanations with a day set; study documentation; use the monitoring data.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OBJECT, UNIT, event, named};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Kinds of acts; words are locale keys `action-…`.
pub const ACTIONS: [&str; 6] =
    ["documents", "oral-explanation", "written-explanation", "study", "monitoring-data", "other"];

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
        let by = event(view).end.map_or(view.today, |end| view.today.max(end.min(view.law.calendar.add_working(view.today, 2))));
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
        if Self::open(view).is_empty() || event(view).submitted.is_some() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::new("action", FieldKind::Pick(Self::open(view))),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ActionAnswered(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = Self::open(view).into_iter().next().map(|(number, _)| number);
        vec![Answers::of(json!({"action": first, "text": "Құжаттар ұсынылды"}))]
    }
}
