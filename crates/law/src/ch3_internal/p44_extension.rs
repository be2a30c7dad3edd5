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
    if let Some((on, _)) = &event.extension {
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
        match (open(view), &event(view).proposal) {
            (Offer::Ready, Some(_)) => Offer::NotYet(Refusal::new(44, "proposal-pending")),
            (Offer::Ready, None) => named(view),
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
        const { &Def::new("extend", 44, LEADER).issuing(DocumentKind::OrderExtension) }
    }

    fn offer(&self, view: &View) -> Offer {
        match (open(view), &event(view).proposal) {
            (Offer::Ready, None) => Offer::NotYet(Refusal::new(44, "no-proposal")),
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
        let pending = event.proposal.is_some() && event.extension.is_none() && event.presented.is_none();
        if pending { Offer::Ready } else { Offer::Never }
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
