//! §12: what a control without a visit found, and its outcome: a certificate, a conclusion or a recommendation that says how to
//! remedy it (Code art. 137). §9: it may propose the subject for the half-year list of visits.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    LEADER, OFFICERS,
    p12_desk_control::{desk, under_way},
    p22_checklist::REQUIREMENTS,
};
use crate::case::{
    Answers, CaseFile, DocumentKind, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// What the outcome is; words are locale keys `desk-outcome-…`.
pub const OUTCOMES: [&str; 3] = ["certificate", "conclusion", "recommendation"];

/// A requirement of the checklist that the sources show violated; its severity is the checklist's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    pub requirement: String,
    /// How many cases of it.
    pub count: u32,
    pub services: Vec<String>,
    pub description: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub violation: String,
    pub reason: String,
}

/// The document that ends the analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub outcome: String,
    pub text: String,
    /// How what was found is remedied.
    pub remedy: Option<String>,
    /// §9: whether the subject is proposed for a visit, and why.
    pub for_visit: bool,
    pub visit_reason: Option<String>,
}

/// Whether something has been studied: nothing is found without a source.
fn studied(view: &View) -> Offer {
    match under_way(view) {
        Offer::Ready if desk(view).sources.is_empty() => Offer::NotYet(Refusal::new(12, "desk-without-source")),
        other => other,
    }
}

/// An officer records a violation.
pub struct RecordViolation;

impl Step for RecordViolation {
    fn def(&self) -> &'static Def {
        const { &Def::new("record-desk-violation", 12, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        studied(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::choice("requirement", "checklist", &REQUIREMENTS),
            Field::new("count", FieldKind::Number { min: 1, max: 1_000_000 }).with(1),
            Field::new("services", FieldKind::Services).optional(),
            Field::lines("description"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::DeskViolationRecorded(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let requirement = REQUIREMENTS[desk(view).violations.len() % REQUIREMENTS.len()];
        vec![Answers::of(json!({"requirement": requirement, "count": 3,
            "description": "Қызмет белгіленген мерзімнен кеш көрсетілген"}))]
    }
}

/// A violation that does not hold is withdrawn; it stays in the journal.
pub struct WithdrawViolation;

impl Step for WithdrawViolation {
    fn def(&self) -> &'static Def {
        const { &Def::new("withdraw-desk-violation", 12, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        if desk(view).violations.is_empty() { Offer::Never } else { under_way(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let options = desk(view).violations.iter();
        let options =
            options.map(|v| (v.number.to_string(), format!("{}. {}", v.number, v.violation.description))).collect();
        vec![Field::new("violation", FieldKind::Pick(options)), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::DeskViolationWithdrawn(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let last = desk(view).violations.last().map(|v| v.number.to_string());
        vec![Answers::of(json!({"violation": last, "reason": "Құжатпен расталмады"}))]
    }
}

/// An officer drafts the outcome, and changes it until it is issued.
pub struct DraftOutcome;

impl Step for DraftOutcome {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-desk-outcome", 12, OFFICERS).awaited() }
    }

    /// A draft without a remedy for what was found since cannot be issued.
    fn turn(&self, case: &CaseFile) -> bool {
        case.desk().is_some_and(|desk| desk.outcome.is_none() || desk.remedy_missing())
    }

    fn offer(&self, view: &View) -> Offer {
        studied(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let mut fields = vec![
            Field::choice("outcome", "desk-outcome", &OUTCOMES),
            Field::lines("text"),
            Field::lines("remedy").optional(),
            Field::flag("for_visit"),
            Field::lines("visit_reason").optional(),
        ];
        if let Some((_, draft)) = &desk(view).outcome {
            let mut given = serde_json::to_value(draft).unwrap_or_default();
            for field in &mut fields {
                field.default = given[field.name].take();
            }
        }
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let outcome: Outcome = answers.read();
        if outcome.remedy.is_none() && !desk(view).violations.is_empty() {
            return Err(Refusal::new(12, "remedy-missing").at("remedy"));
        }
        if outcome.for_visit && outcome.visit_reason.is_none() {
            return Err(Refusal::new(9, "for-visit-without-reason").at("visit_reason"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::DeskOutcomeDrafted(outcome) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        let text = "Талдау қорытындысы";
        vec![
            Answers::of(json!({"outcome": "recommendation", "text": text, "for_visit": true,
                "remedy": "Қызмет көрсету мерзімдерін күнделікті бақылау", "visit_reason": "Мерзім бұзу қайталануда"})),
            Answers::of(json!({"outcome": "certificate", "text": text, "remedy": "Тәртіпті сақтау"})),
        ]
    }
}

/// Leadership issues the outcome to the subject.
pub struct IssueOutcome;

impl Step for IssueOutcome {
    fn def(&self) -> &'static Def {
        const { &Def::new("issue-desk-outcome", 12, LEADER).issuing(DocumentKind::DeskOutcome).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        match under_way(view) {
            Offer::Ready if desk(view).outcome.is_none() => Offer::Never,
            Offer::Ready if desk(view).remedy_missing() => Offer::NotYet(Refusal::new(12, "remedy-missing")),
            other => other,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::DeskOutcomeIssued }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
