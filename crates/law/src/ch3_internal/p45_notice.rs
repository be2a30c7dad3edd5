//! §45: the responsible executor tells the control object in writing, not later than three working days before the start.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{UNIT, event, last_day, named};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
};

/// How something was delivered; words are locale keys `delivery-…`.
pub const WAYS: [&str; 4] = ["hand", "post", "electronic", "other"];

/// The notice and how it went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    pub way: String,
    /// What the object should have ready.
    pub prepare: Option<String>,
    pub contact: String,
}

/// Last day on which the notice may go out for this start.
pub fn latest_notice(view: &View, start: Date) -> Date {
    last_day(view.law, RuleId::R45, start)
}

/// The executor sends the notice.
pub struct SendNotice;

impl Step for SendNotice {
    fn def(&self) -> &'static Def {
        const { &Def::new("send-notice", 45, UNIT).discharging(&[RuleId::R45]).issuing(DocumentKind::Notice) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let (Some(start), None, None) = (event.start, &event.notice, event.started) else {
            return Offer::Never;
        };
        if event.appointed.is_none() {
            return Offer::NotYet(Refusal::new(45, "order-not-signed"));
        }
        let latest = latest_notice(view, start);
        if view.today > latest {
            let earliest = super::p41_grounds::earliest_start(view);
            return Offer::NotYet(
                Refusal::new(45, "notice-too-late")
                    .date("latest", latest)
                    .date("start", start)
                    .date("earliest", earliest),
            );
        }
        named(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::choice("way", "delivery", &WAYS).with("electronic"),
            Field::lines("prepare").optional(),
            Field::text("contact"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::NoticeSent(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"way": "electronic", "prepare": "Журналдар", "contact": "8 (7172) 00-00-00"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{case::DocumentKind, testing::*};

    /// An order signed on this day for these dates.
    fn signed(today: &str, start: &str) -> World {
        let mut world = World::event(day(today));
        world.done("draft-order", UNIT_HEAD, json!({"start": start, "end": start}));
        world.sample("sign-order", LEADER);
        world
    }

    #[test]
    fn p45_three_working_days_before_the_start() {
        for (today, start, last) in [
            ("2025-04-21", "2025-04-24", "2025-04-21"),
            // Over the days of 7 and 9 May, over Nauryz, over New Year and Christmas.
            ("2025-04-21", "2025-05-12", "2025-05-05"),
            ("2025-03-10", "2025-03-26", "2025-03-18"),
            ("2024-12-16", "2025-01-08", "2024-12-31"),
        ] {
            let mut world = signed(today, start);
            world.today = day(last);
            assert_eq!(world.duty("45").due, day(last));
            let mut late = world.clone();
            world.sample("send-notice", EXECUTOR);
            assert!(!world.duty("45").late(day("2030-01-01")));
            late.today = late.today.tomorrow().unwrap();
            assert_eq!(late.not_yet("send-notice", EXECUTOR).code, "notice-too-late");
            assert!(late.duty("45").late(late.today));
        }
    }

    #[test]
    fn p45_a_notice_too_late_needs_another_start() {
        let mut world = signed("2025-04-21", "2025-04-24");
        world.today = day("2025-04-22");
        let late = "§45 notice-too-late latest=2025-04-21 start=2025-04-24 earliest=2025-04-25";
        assert_eq!(told(&world.not_yet("send-notice", EXECUTOR)), late);
        assert_eq!(told(&world.not_yet("start-event", EXECUTOR)), "§45 start-before-notice start=2025-04-24");
        world.sample("move-start", LEADER);
        world.sample("send-notice", EXECUTOR);
        assert_eq!(world.duty("45").due, day("2025-04-22"));
    }

    #[test]
    fn p45_named_executors_notify_once_the_order_is_signed() {
        let mut world = World::event(day("2025-04-21"));
        assert!(world.never("send-notice"));
        world.sample("draft-order", UNIT_HEAD);
        assert_eq!(told(&world.not_yet("send-notice", EXECUTOR)), "§45 order-not-signed");
        world.sample("sign-order", LEADER);
        assert_eq!(told(&world.not_yet("send-notice", UNNAMED)), "§45 only-named-executors");
        assert_eq!(world.refused("send-notice", LEADER, json!({})).code, "not-yours");
        world.sample("send-notice", SECOND);
        assert!(world.never("send-notice"));
        assert_eq!(world.case.document(DocumentKind::Notice).unwrap().on, day("2025-04-21"));
    }
}
