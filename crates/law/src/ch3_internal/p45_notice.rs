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
            return Offer::NotYet(Refusal::new(45, "notice-too-late").date("latest", latest).date("start", start).date("earliest", earliest));
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
