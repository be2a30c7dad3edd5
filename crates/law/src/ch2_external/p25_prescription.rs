//! §7, §25 with Code art. 152-1: for the violations one prescription, each with its term of at least ten calendar days after the
//! delivery; for a visit that found nothing a conclusion.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, inspection, p24_results::complete, under_way};
use crate::{
    case::{
        Answers, CaseFile, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Step, View},
    },
    edition::ParameterId,
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

/// What is prescribed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prescribed {
    pub items: Vec<Item>,
}

/// What is prescribed for one violation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Number of the violation.
    pub violation: String,
    pub text: String,
    /// Last day of its elimination, included.
    pub term: Date,
}

/// Nothing was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    pub text: String,
}

/// The earliest end of a term where the prescription is delivered on a day.
pub fn earliest_term(view: &View, delivered: Date) -> Date {
    due_date(view.law, RuleId::R25, Start::Day(delivered), SubjectKind::Other).expect("the rule counts from a day")
}

/// Terms shorter than §25 allows for a delivery on that day.
pub fn check_terms(view: &View, items: &[Item], delivered: Date, field: &'static str) -> Result<(), Refusal> {
    let earliest = earliest_term(view, delivered);
    if items.iter().all(|item| item.term >= earliest) {
        return Ok(());
    }
    let days = view.law.parameter(ParameterId::R25, delivered);
    let refusal = Refusal::new(25, "prescription-too-short").number("days", days).date("earliest", earliest);
    Err(Refusal { field: Some(field), ..refusal })
}

/// The officers draft the prescription; another term takes the signatures off again.
pub struct DraftPrescription;

impl Step for DraftPrescription {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-prescription", 25, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).violations.is_empty() { Offer::Never } else { under_way(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let inspection = inspection(view);
        let term = view.law.calendar.add_working(view.today, 20).max(earliest_term(view, view.today));
        let known = |number: u32| inspection.items.iter().find(|i| i.violation == number.to_string());
        let rows: Vec<_> = inspection
            .violations
            .iter()
            .map(|v| match known(v.number) {
                Some(item) => json!(item),
                None => json!({"violation": v.number.to_string(), "text": "", "term": term}),
            })
            .collect();
        let row = vec![
            Field::new("violation", FieldKind::Pick(super::numbered(view, |_| true))),
            Field::lines("text"),
            Field::date("term", term),
        ];
        vec![Field::new("items", FieldKind::Rows { fields: row, min: rows.len() }).with(rows)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let prescribed: Prescribed = answers.read();
        let once = |number: u32| prescribed.items.iter().filter(|i| i.violation == number.to_string()).count() == 1;
        if let Some(left) = inspection(view).violations.iter().find(|v| !once(v.number)) {
            return Err(Refusal::new(25, "violation-prescribed-once").number("number", left.number).at("items"));
        }
        check_terms(view, &prescribed.items, view.today, "items")?;
        Ok(vec![Draft { on: view.today, what: FactKind::PrescriptionDrafted(prescribed) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let term = view.law.calendar.next_working(earliest_term(view, view.today.tomorrow().unwrap_or(view.today)));
        let item = |v: &super::inspection::NumberedViolation| json!({"violation": v.number.to_string(), "term": term, "text": "Қызмет көрсету тәртібі стандартқа сәйкестендірілсін"});
        vec![Answers::of(json!({"items": inspection(view).violations.iter().map(item).collect::<Vec<_>>()}))]
    }
}

/// An officer signs the prescription.
pub struct SignPrescription;

impl Step for SignPrescription {
    fn def(&self) -> &'static Def {
        const { &Def::new("sign-prescription", 25, OFFICERS).issuing(DocumentKind::Prescription).awaited() }
    }

    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        super::again(case, DocumentKind::Prescription)
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.violations.is_empty() || inspection.prescription_signed.whole() {
            return Offer::Never;
        }
        if let Err(refusal) = complete(view) {
            return super::after(under_way(view), refusal);
        }
        let left =
            inspection.violations.iter().any(|v| !inspection.items.iter().any(|i| i.violation == v.number.to_string()));
        if left {
            return super::after(under_way(view), Refusal::new(25, "prescription-not-drafted"));
        }
        if let Err(refusal) = check_terms(view, &inspection.items, view.today, "items") {
            return super::after(under_way(view), refusal);
        }
        super::unsigned(view, &inspection.prescription_signed)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::PrescriptionSigned }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The officers write the conclusion of a visit that found nothing.
pub struct DraftConclusion;

impl Step for DraftConclusion {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-conclusion", 25, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let none = inspection.visit() && inspection.violations.is_empty() && inspection.last_signature().is_none();
        if none { under_way(view) } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::lines("text").with(inspection(view).conclusion.clone())]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ConclusionDrafted(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"text": "Тексеру парағының талаптары сақталған, бұзушылықтар анықталмады"}))]
    }
}

/// An officer signs the conclusion.
pub struct SignConclusion;

impl Step for SignConclusion {
    fn def(&self) -> &'static Def {
        const { &Def::new("sign-conclusion", 25, OFFICERS).issuing(DocumentKind::Conclusion).awaited() }
    }

    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        super::again(case, DocumentKind::Conclusion)
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        let none = inspection.visit() && inspection.violations.is_empty();
        if !none || inspection.conclusion.is_none() || inspection.conclusion_signed.whole() {
            return Offer::Never;
        }
        match complete(view) {
            Ok(()) => super::unsigned(view, &inspection.conclusion_signed),
            Err(refusal) => super::after(under_way(view), refusal),
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ConclusionSigned }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
