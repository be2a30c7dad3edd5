//! §44: for objective reasons, on the unit's reasoned proposal, leadership extends the event by order,
//! by at most ten working days, once.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, UNIT, event, last_day, named};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    edition::ParameterId,
    rules::RuleId,
};

/// The unit's proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub reason: String,
    /// Proposed last day, included.
    pub until: Date,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    pub reason: String,
}

/// What the order says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// New last day, included.
    pub until: Date,
}

/// An extension is within the term still running and no longer than §44 allows.
fn check(view: &View, until: Date) -> Result<(), Refusal> {
    let end = event(view).end.expect("a started event has an end");
    if until <= end {
        return Err(Refusal::new(44, "extension-not-later").date("end", end).at("until"));
    }
    let latest = last_day(view.law, RuleId::R44, end);
    if until > latest {
        let days = view.law.parameter(ParameterId::R44, end);
        return Err(Refusal::new(44, "extension-too-long").number("days", days).date("latest", latest).at("until"));
    }
    Ok(())
}

/// Whether the term still runs and has not been extended before.
fn open(view: &View) -> Offer {
    let event = event(view);
    let Some(end) = event.end.filter(|_| event.started.is_some() && event.presented.is_none()) else {
        return Offer::Never;
    };
    let times = view.law.parameter(ParameterId::R44Times, end);
    if let Some((on, _)) = event.extension.as_ref().filter(|_| event.extensions >= times) {
        return Offer::NotYet(Refusal::new(44, "extended-once").date("on", *on).date("end", end));
    }
    if view.today > end {
        return Offer::NotYet(Refusal::new(44, "term-over").date("end", end));
    }
    Offer::Ready
}

/// The unit proposes an extension.
pub struct ProposeExtension;

impl Step for ProposeExtension {
    fn def(&self) -> &'static Def {
        const { &Def::new("propose-extension", 44, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        match (open(view), event(view).proposal_pending) {
            (Offer::Ready, true) => Offer::NotYet(Refusal::new(44, "proposal-pending")),
            (Offer::Ready, false) => named(view),
            (other, _) => other,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let end = event(view).end.unwrap_or(view.today);
        vec![Field::lines("reason"), Field::date("until", last_day(view.law, RuleId::R44, end))]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let proposal: Proposal = answers.read();
        check(view, proposal.until)?;
        Ok(vec![Draft { on: view.today, what: FactKind::ExtensionProposed(proposal) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let until = last_day(view.law, RuleId::R44, event(view).end.unwrap_or(view.today));
        vec![Answers::of(json!({"reason": "Құжаттар көлемі үлкен", "until": until}))]
    }
}

/// Leadership extends by order.
pub struct Extend;

impl Step for Extend {
    fn def(&self) -> &'static Def {
        const { &Def::new("extend", 44, LEADER).issuing(DocumentKind::OrderExtension).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        match (open(view), event(view).proposal_pending) {
            (Offer::Ready, false) => Offer::NotYet(Refusal::new(44, "no-proposal")),
            (other, _) => other,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let until = event(view).proposal.as_ref().map(|p| p.until).unwrap_or(view.today);
        vec![Field::date("until", until)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let extension: Extension = answers.read();
        check(view, extension.until)?;
        Ok(vec![Draft { on: view.today, what: FactKind::Extended(extension) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::defaults(&self.fields(view))]
    }
}

/// Leadership declines the proposal.
pub struct DeclineExtension;

impl Step for DeclineExtension {
    fn def(&self) -> &'static Def {
        const { &Def::new("decline-extension", 44, LEADER) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.proposal_pending && event.presented.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ExtensionDeclined(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "Себептер жеткіліксіз"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        edition::{Law, ParameterChange, ParameterId},
        testing::*,
    };

    /// The event runs until 12 May 2025; ten working days more end on 26 May.
    fn proposed() -> World {
        let mut world = started();
        world.sample("propose-extension", EXECUTOR);
        world
    }

    #[test]
    fn p44_at_most_ten_working_days_more() {
        let mut world = started();
        let mut refused = |until: &str| told(&world.refused("propose-extension", UNIT_HEAD, json!({"until": until})));
        assert_eq!(refused("2025-05-12"), "§44 extension-not-later end=2025-05-12 @until");
        assert_eq!(refused("2025-05-27"), "§44 extension-too-long days=10 latest=2025-05-26 @until");
        for until in ["2025-05-13", "2025-05-26"] {
            world.clone().done("propose-extension", UNIT_HEAD, json!({"until": until}));
        }
        let mut world = proposed();
        let longer = world.refused("extend", LEADER, json!({"until": "2025-05-27"}));
        assert_eq!(told(&longer), "§44 extension-too-long days=10 latest=2025-05-26 @until");
        world.sample("extend", LEADER);
        assert_eq!(world.case.event().unwrap().end, Some(day("2025-05-26")));
        assert_eq!(world.duty("49").due, day("2025-05-26"));
    }

    #[test]
    fn p44_the_unit_proposes_and_leadership_decides() {
        let world = started();
        assert_eq!(told(&world.not_yet("extend", LEADER)), "§44 no-proposal");
        assert!(world.never("decline-extension"));
        assert_eq!(told(&world.not_yet("propose-extension", UNNAMED)), "§45 only-named-executors");
        let mut world = proposed();
        assert_eq!(told(&world.not_yet("propose-extension", UNIT_HEAD)), "§44 proposal-pending");
        assert_eq!(world.refused("extend", UNIT_HEAD, json!({})).code, "not-yours");
        world.sample("decline-extension", LEADER);
        assert_eq!(told(&world.not_yet("extend", LEADER)), "§44 no-proposal");
        world.sample("propose-extension", EXECUTOR);
        world.sample("extend", LEADER);
        assert!(world.never("decline-extension"));
    }

    #[test]
    fn p44_once() {
        let mut world = proposed();
        world.sample("extend", LEADER);
        let once = "§44 extended-once on=2025-04-24 end=2025-05-26";
        assert_eq!(told(&world.not_yet("propose-extension", EXECUTOR)), once);
        assert_eq!(told(&world.not_yet("extend", LEADER)), once);
        // How often is a number that a decree may change.
        let day = day("2025-01-01");
        let twice =
            ParameterChange {
                id: ParameterId::R44Times, value: 2, from: day, decided_on: day, basis: "сынақ".into()
            };
        world.law = Law::with(&[], &[twice]);
        assert_eq!(told(&world.not_yet("extend", LEADER)), "§44 no-proposal");
        world.sample("propose-extension", EXECUTOR);
        world.sample("extend", LEADER);
        assert_eq!(world.not_yet("extend", LEADER).code, "extended-once");
    }

    #[test]
    fn p44_while_the_term_runs() {
        let mut world = started();
        assert!(World::event(day("2025-04-21")).never("propose-extension"));
        world.today = day("2025-05-12");
        world.clone().sample("propose-extension", EXECUTOR);
        world.sample("propose-extension", EXECUTOR);
        world.today = day("2025-05-13");
        assert_eq!(told(&world.not_yet("extend", LEADER)), "§44 term-over end=2025-05-12");
        assert_eq!(told(&world.not_yet("propose-extension", EXECUTOR)), "§44 term-over end=2025-05-12");
        assert!(world.ready("decline-extension", LEADER));
        assert!(presented("2025-05-12", 0).never("propose-extension"));
    }
}
