//! §46: the event starts on the day the order is handed to the control object. Before that, an order of
//! leadership may set other dates; the notice is then given anew.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, UNIT, event, last_day, named, p41_grounds};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View, happened},
    },
    rules::RuleId,
};

/// Other first and last day, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDates {
    pub start: Date,
    pub end: Date,
    pub reason: String,
}

/// Who took the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handing {
    pub to_name: String,
    pub to_position: String,
}

/// Leadership moves the start by order.
pub struct MoveStart;

impl Step for MoveStart {
    fn def(&self) -> &'static Def {
        const { &Def::new("move-start", 41, LEADER).issuing(DocumentKind::OrderChange) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.appointed.is_some() && event.started.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let start = p41_grounds::earliest_start(view);
        vec![
            Field::date("start", start),
            Field::date("end", last_day(view.law, RuleId::R43, start)),
            Field::lines("reason"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let dates: NewDates = answers.read();
        p41_grounds::check_dates(view, dates.start, dates.end)?;
        Ok(vec![Draft { on: view.today, what: FactKind::StartMoved(dates) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let mut answers = Answers::defaults(&self.fields(view));
        answers.0.insert("reason".into(), "Хабарлама уақтылы жіберілмеді".into());
        vec![answers]
    }
}

/// The order is handed over: the event starts.
pub struct StartEvent;

impl Step for StartEvent {
    fn def(&self) -> &'static Def {
        const { &Def::new("start-event", 46, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let (Some(start), Some(end), None) = (event.start.filter(|_| event.appointed.is_some()), event.end, event.started)
        else {
            return Offer::Never;
        };
        if event.notice.is_none() {
            return Offer::NotYet(Refusal::new(45, "start-before-notice").date("start", start));
        }
        if view.today < start {
            return Offer::NotYet(Refusal::new(46, "start-not-come").date("start", start));
        }
        if view.today > end {
            return Offer::NotYet(Refusal::new(46, "start-after-end").date("end", end));
        }
        named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::text("to_name"), Field::text("to_position")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let on: Date = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
        let start = event(view).start.unwrap_or(on);
        happened(view, 46, "on", on, start)?;
        let calendar = &view.law.calendar;
        if !calendar.is_working(on) {
            return Err(Refusal::new(46, "start-not-working").date("next", calendar.next_working(on)).at("on"));
        }
        Ok(vec![Draft { on, what: FactKind::Started(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "to_name": "Демо А.", "to_position": "кеңсе маманы"}))]
    }
}
