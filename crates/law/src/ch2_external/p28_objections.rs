//! §28: remarks and objections, in writing, within three working days after the acquaintance; they are attached and the act is marked.
//! Late ones are kept and marked late. For a visit the same holds of what takes the place of the act.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{SUBJECT, day_of_answer, inspection};
use crate::{
    case::{
        Answers, CaseFile, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Step, View},
    },
    edition::Law,
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

/// What the subject says against the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objections {
    pub text: String,
    pub files: Vec<String>,
    /// Whether they came after the term.
    #[serde(default)]
    pub late: bool,
}

/// The last day for objections.
pub fn last_day(law: &Law, delivered: Date) -> Date {
    due_date(law, RuleId::R28, Start::Day(delivered), SubjectKind::Other).expect("the rule counts from a day")
}

/// The subject objects.
pub struct ObjectToResults;

impl Step for ObjectToResults {
    fn def(&self) -> &'static Def {
        const { &Def::new("object-to-results", 28, SUBJECT).discharging(&[RuleId::R28]).marking(DocumentKind::ResultsAct) }
    }

    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        case.document(DocumentKind::ResultsAct).map(|_| Freeze::Next(DocumentKind::ResultsAct))
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.delivered.is_none() || inspection.objections.is_some() {
            return Offer::Never;
        }
        super::named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::date("on", view.today), Field::lines("text"), Field::new("files", FieldKind::Files).optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let delivered = inspection(view).delivered.as_ref().map_or(view.today, |(on, _)| *on);
        let on = day_of_answer(view, 28, answers, delivered)?;
        let late = on > last_day(view.law, delivered);
        let objections = Objections { late, ..answers.read() };
        Ok(vec![Draft { on, what: FactKind::InspectionObjected(objections) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"on": view.today, "text": "Екінші бұзушылықпен келіспейміз"}))]
    }
}
