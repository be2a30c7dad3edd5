//! §24 with Code art. 152(1): the act on results has ten items and is drawn up in three copies. Part of it the officers write, the
//! rest follows from the case. An act with an item missing cannot be signed.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, inspection, p22_requirements::unmarked, under_way};
use crate::{
    case::{
        Answers, CaseFile, DocumentKind, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Step, View},
    },
    ch2_external::inspection::Inspection,
};

/// What the officers write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    pub place: Option<String>,
    pub time: Option<String>,
    pub representative_name: Option<String>,
    pub representative_position: Option<String>,
    /// Where it was held.
    pub held_at: Option<String>,
    pub results: Option<String>,
    pub recommendations: Option<String>,
}

/// Why it is not handed over as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub reason: String,
}

/// Items of art. 152(1), or of 152-1(2) for a visit, that are missing: 1) time and place, 5) the representative present,
/// 6) where it was held, 7) results.
pub fn missing(inspection: &Inspection) -> Vec<u8> {
    let empty = Contents::default();
    let act = inspection.contents.as_ref().unwrap_or(&empty);
    let items = [
        (1, act.place.is_some() && act.time.is_some()),
        (5, act.representative_name.is_some() && act.representative_position.is_some()),
        (6, act.held_at.is_some()),
        (7, act.results.is_some()),
    ];
    items.into_iter().filter(|(_, there)| !there).map(|(item, _)| item).collect()
}

/// What stands in the way of a signature on the result.
pub fn complete(view: &View) -> Result<(), Refusal> {
    let missing = missing(inspection(view));
    if !missing.is_empty() {
        let items = missing.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
        return Err(Refusal::new(24, "results-incomplete").text("items", items));
    }
    if let Some(requirement) = unmarked(view) {
        let refusal = Refusal::new(24, "requirement-unmarked");
        return Err(refusal.word("requirement", format!("checklist-{requirement}")));
    }
    Ok(())
}

/// The officers write the act.
pub struct DraftResults;

impl Step for DraftResults {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-results", 24, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).last_signature().is_some() { Offer::Never } else { under_way(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let mut fields = vec![
            Field::text("place").optional(),
            Field::text("time").optional(),
            Field::text("representative_name").optional(),
            Field::text("representative_position").optional(),
            Field::text("held_at").optional(),
            Field::lines("results").optional(),
            Field::lines("recommendations").optional(),
        ];
        if let Some(written) = &inspection(view).contents {
            let mut written = serde_json::to_value(written).unwrap_or_default();
            for field in &mut fields {
                field.default = written[field.name].take();
            }
        }
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ResultsDrafted(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"place": "Көкшетау қаласы", "time": "16:30", "representative_name": "Демо Б.",
            "representative_position": "басшы", "held_at": "Көкшетау қаласы, Сапа көшесі, 5-үй",
            "results": "Талаптардың сақталуы тексерілді"}))]
    }
}

/// An officer signs the act on results; it is complete when all named officers have.
pub struct SignResults;

impl Step for SignResults {
    fn def(&self) -> &'static Def {
        const { &Def::new("sign-results", 24, OFFICERS).issuing(DocumentKind::ResultsAct).awaited() }
    }

    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        super::again(case, DocumentKind::ResultsAct)
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.visit() || inspection.started.is_none() || inspection.results_signed.whole() {
            return Offer::Never;
        }
        match complete(view) {
            Ok(()) => super::unsigned(view, &inspection.results_signed),
            Err(refusal) => super::after(under_way(view), refusal),
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ResultsSigned }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// Nothing that somebody has signed is changed: before it is handed over it can be withdrawn, and then be written and signed anew.
pub struct WithdrawResults;

impl Step for WithdrawResults {
    fn def(&self) -> &'static Def {
        const { &Def::new("withdraw-results", 24, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).last_signature().is_none() { Offer::Never } else { under_way(view) }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ResultsWithdrawn(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"reason": "Екінші тексеруші адам актінің мазмұнымен келіспейді"}))]
    }
}
