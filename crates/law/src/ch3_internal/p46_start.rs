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
        const { &Def::new("move-start", 41, LEADER).rare().issuing(DocumentKind::OrderChange) }
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
        if let Some(order) = &event(view).appointment {
            p41_grounds::check_object(view, &order.object, dates.start).map_err(|r| r.at("start"))?;
            p41_grounds::check_period(order.period_from, order.period_to, dates.end).map_err(|r| r.at("end"))?;
        }
        Ok(vec![Draft { on: view.today, what: FactKind::StartMoved(dates) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let mut answers = Answers::defaults(&self.fields(view));
        answers.0.insert("reason".into(), "Хабарлама уақтылы жіберілмеді".into());
        vec![answers]
    }
}

/// Today, or the last working day before it: an order is handed over on a working day.
fn last_working(view: &View) -> Date {
    let calendar = &view.law.calendar;
    if calendar.is_working(view.today) { view.today } else { calendar.sub_working(view.today, 1) }
}

/// The order is handed over: the event starts.
pub struct StartEvent;

impl Step for StartEvent {
    fn def(&self) -> &'static Def {
        const { &Def::new("start-event", 46, UNIT).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let (Some(start), Some(end), None) =
            (event.start.filter(|_| event.appointed.is_some()), event.end, event.started)
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
        vec![Field::date("on", last_working(view)), Field::text("to_name"), Field::text("to_position")]
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
        vec![Answers::of(json!({"on": last_working(view), "to_name": "Демо А.", "to_position": "кеңсе маманы"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{case::DocumentKind, testing::*};

    /// Appointed for 24 April to 12 May 2025, and notified.
    fn notified() -> World {
        let mut world = World::event(day("2025-04-21"));
        world.sample("draft-order", UNIT_HEAD);
        world.sample("sign-order", LEADER);
        world.sample("send-notice", EXECUTOR);
        world
    }

    #[test]
    fn p46_the_order_is_handed_between_first_and_last_day() {
        let mut world = notified();
        world.today = day("2025-04-23");
        assert_eq!(told(&world.not_yet("start-event", EXECUTOR)), "§46 start-not-come start=2025-04-24");
        for today in ["2025-04-24", "2025-05-12"] {
            world.today = day(today);
            assert!(world.ready("start-event", EXECUTOR), "{today}");
        }
        world.today = day("2025-05-13");
        assert_eq!(told(&world.not_yet("start-event", EXECUTOR)), "§46 start-after-end end=2025-05-12");
        // The way on: other dates, a new notice.
        world.sample("move-start", LEADER);
        world.sample("send-notice", EXECUTOR);
        assert_eq!(told(&world.not_yet("start-event", EXECUTOR)), "§46 start-not-come start=2025-05-16");
    }

    #[test]
    fn p46_the_start_is_the_day_of_handing() {
        let mut world = notified();
        world.today = day("2025-04-27");
        let mut refused = |on: &str| told(&world.refused("start-event", EXECUTOR, json!({"on": on})));
        assert_eq!(refused("2025-04-28"), "§46 in-the-future today=2025-04-27 @on");
        assert_eq!(refused("2025-04-23"), "§46 too-early earliest=2025-04-24 @on");
        assert_eq!(refused("2025-04-26"), "§46 start-not-working next=2025-04-28 @on");
        assert_eq!(told(&world.not_yet("start-event", UNNAMED)), "§45 only-named-executors");
        // Entered on a Sunday, handed on the Friday before.
        world.sample("start-event", EXECUTOR);
        assert_eq!(world.case.event().unwrap().started, Some(day("2025-04-25")));
        assert_eq!(world.case.event().unwrap().end, Some(day("2025-05-12")), "the order's last day stays");
        assert!(world.never("start-event") && world.never("move-start"));
    }

    #[test]
    fn p46_other_dates_are_set_by_order_before_the_start() {
        let mut world = World::event(day("2025-04-21"));
        assert!(world.never("move-start"));
        world.sample("draft-order", UNIT_HEAD);
        assert!(world.never("move-start") && world.never("start-event"));
        world.sample("sign-order", LEADER);
        let early = world.refused("move-start", LEADER, json!({"start": "2025-04-23"}));
        assert_eq!(told(&early), "§45 no-time-for-notice earliest=2025-04-24 @start");
        let long = world.refused("move-start", LEADER, json!({"start": "2025-04-25", "end": "2025-05-14"}));
        assert_eq!(told(&long), "§43 too-long days=10 latest=2025-05-13 @end");
        assert_eq!(world.refused("move-start", UNIT_HEAD, json!({})).code, "not-yours");
        world.done("move-start", LEADER, json!({"start": "2025-04-25", "end": "2025-05-13"}));
        assert_eq!(world.case.document(DocumentKind::OrderChange).unwrap().version, 1);
    }
}
