//! §49, §50 12) and §51: the head of the object is acquainted with the act or refuses (which stops nothing), and
//! within three working days signs both copies or sends objections. Late objections are kept, marked late.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OBJECT, UNIT, event, named};
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

/// From the presentation of the act until it goes to the head of the body.
fn open(view: &View) -> Offer {
    let event = event(view);
    if event.presented.is_none() || event.answered().is_some() || event.submitted.is_some() {
        return Offer::Never;
    }
    named(view)
}

/// The day given, which lies between the presentation and today.
fn on(view: &View, answers: &Checked) -> Result<Date, Refusal> {
    let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
    let presented = event(view).presented.as_ref().map_or(view.today, |(on, _)| *on);
    happened(view, 51, "on", on, presented)?;
    Ok(on)
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
        if event.acquainted.is_some() || event.refused.is_some() { Offer::Never } else { open(view) }
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
        const { &Def::new("refuse-acquaintance", 49, UNIT).marking(DocumentKind::Act) }
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
        const {
            &Def::new("countersign-act", 51, OBJECT).discharging(&[RuleId::R51]).marking(DocumentKind::Act).signed()
        }
    }

    fn offer(&self, view: &View) -> Offer {
        open(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::text("by_name").with(head(view))]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: on(view, answers)?, what: FactKind::ActCountersigned(answers.read()) }])
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
        vec![
            Field::date("on", view.today),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: on(view, answers)?, what: FactKind::ObjectionsFiled(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "text": "Бұзушылықпен келіспейміз"}))]
    }
}
