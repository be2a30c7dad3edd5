//! §22, §25 with Code art. 143, 151: only the requirements of the checklist that the appointment act names are checked; each has its
//! severity.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    OFFICERS, inspection,
    invalidity::Breach,
    p22_checklist::{REQUIREMENTS, severity},
    under_way,
};
use crate::{
    case::{
        Answers, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    ch3_internal::p50_findings::MARKS,
};

/// What was found of each requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    pub marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub requirement: String,
    pub mark: String,
}

/// A requirement was violated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    pub requirement: String,
    /// Follows from the checklist.
    #[serde(default)]
    pub severity: String,
    pub services: Vec<String>,
    pub description: String,
    pub count: u32,
    pub evidence: String,
    pub files: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub withdrawn: String,
    pub reason: String,
}

fn named_in_act(view: &View) -> Vec<&'static str> {
    let act = inspection(view).appointment.as_ref();
    REQUIREMENTS.iter().copied().filter(|r| act.is_some_and(|a| a.requirements.iter().any(|own| own == r))).collect()
}

/// Art. 151: what the act does not name is not checked.
fn check(view: &View, requirement: &str, field: &'static str) -> Result<(), Refusal> {
    if named_in_act(view).contains(&requirement) {
        return Ok(());
    }
    let refusal = Refusal::new(22, "not-in-the-checklist").word("requirement", format!("checklist-{requirement}"));
    Err(Refusal { field: Some(field), ..refusal.breach(Breach::Forbidden) })
}

/// Whether every requirement of the act is marked as what was found of it says; which one is not.
pub fn unmarked(view: &View) -> Option<&'static str> {
    let inspection = inspection(view);
    named_in_act(view).into_iter().find(|r| {
        let violated = inspection.violations.iter().any(|v| v.violation.requirement == *r);
        let mark = inspection.marks.iter().find(|m| m.requirement == *r);
        mark.is_none_or(|m| (m.mark == "violated") != violated)
    })
}

fn writing(view: &View) -> Offer {
    if inspection(view).last_signature().is_some() { Offer::Never } else { under_way(view) }
}

/// An officer marks the requirements.
pub struct MarkRequirements;

impl Step for MarkRequirements {
    fn def(&self) -> &'static Def {
        const { &Def::new("mark-requirements", 22, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        writing(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let inspection = inspection(view);
        let known = |r: &str| inspection.marks.iter().find(|m| m.requirement == r).map(|m| m.mark.clone());
        let violated = |r: &str| inspection.violations.iter().any(|v| v.violation.requirement == r);
        let mark = |r: &str| if violated(r) { Some("violated".to_owned()) } else { known(r) };
        let rows: Vec<_> = named_in_act(view).iter().map(|r| json!({"requirement": r, "mark": mark(r)})).collect();
        let row = vec![Field::choice("requirement", "checklist", &REQUIREMENTS), Field::choice("mark", "mark", &MARKS)];
        vec![Field::new("marks", FieldKind::Rows { fields: row, min: rows.len().max(1) }).with(rows)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let marks: Marks = answers.read();
        for mark in &marks.marks {
            check(view, &mark.requirement, "marks")?;
        }
        let once = |r: &str| marks.marks.iter().filter(|m| m.requirement == r).count() == 1;
        if let Some(requirement) = named_in_act(view).into_iter().find(|r| !once(r)) {
            let refusal = Refusal::new(22, "requirement-marked-once");
            return Err(refusal.word("requirement", format!("checklist-{requirement}")).at("marks"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::RequirementsMarked(marks) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let violated = |r: &str| inspection(view).violations.iter().any(|v| v.violation.requirement == r);
        let mark = |r: &str| json!({"requirement": r, "mark": if violated(r) { "violated" } else { "met" }});
        vec![Answers::of(json!({"marks": named_in_act(view).into_iter().map(mark).collect::<Vec<_>>()}))]
    }
}

/// An officer records a violation.
pub struct RecordViolation;

impl Step for RecordViolation {
    fn def(&self) -> &'static Def {
        const { &Def::new("record-violation", 25, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        writing(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::choice("requirement", "checklist", &REQUIREMENTS),
            Field::new("services", FieldKind::Services).optional(),
            Field::lines("description"),
            Field::new("count", FieldKind::Number { min: 1, max: 1_000_000 }).with(1),
            Field::lines("evidence"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let mut violation: Violation = answers.read();
        check(view, &violation.requirement, "requirement")?;
        violation.severity = severity(&violation.requirement).into();
        Ok(vec![Draft { on: view.today, what: FactKind::ViolationRecorded(violation) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let found = inspection(view).violations.len();
        let mut named = named_in_act(view);
        // The gross one first: it changes most of what follows.
        named.sort_by_key(|r| severity(r) != "gross");
        let of = named.get(found % named.len().max(1)).copied().unwrap_or("1");
        let violation = |requirement: &str| {
            Answers::of(json!({"requirement": requirement, "count": 3,
                "description": "Қызмет көрсетуден дәлелсіз бас тартылған", "evidence": "Өтініштерді тіркеу журналы"}))
        };
        let mut out = vec![violation(of)];
        out.extend(named.iter().rev().find(|r| severity(r) != severity(of)).map(|r| violation(r)));
        out
    }
}

/// A violation that does not hold is withdrawn; it stays in the journal.
pub struct WithdrawViolation;

impl Step for WithdrawViolation {
    fn def(&self) -> &'static Def {
        const { &Def::new("withdraw-violation", 25, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).violations.is_empty() { Offer::Never } else { writing(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("withdrawn", FieldKind::Pick(super::numbered(view, |_| true))), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ViolationWithdrawn(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let last = inspection(view).violations.last().map(|v| v.number.to_string());
        vec![Answers::of(json!({"withdrawn": last, "reason": "Құжатпен расталмады"}))]
    }
}
