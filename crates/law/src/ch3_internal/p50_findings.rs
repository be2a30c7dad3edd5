//! §50 7) and 9): findings of violations with their evidence, and the checklist whose requirements were checked.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{UNIT, event, p47_powers::under_way};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Kinds of violations: rows 3.1–3.10 of form 1-мқ, words are locale keys `violation-…`.
pub const VIOLATIONS: [&str; 10] = ["3-1", "3-2", "3-3", "3-4", "3-5", "3-6", "3-7", "3-8", "3-9", "3-10"];
/// Severities; words are locale keys `severity-…`.
pub const SEVERITIES: [&str; 3] = ["gross", "significant", "insignificant"];
/// Requirements of the sample checklist, one per kind of violation; words are locale keys `checklist-…`.
pub const REQUIREMENTS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
/// What was found of a requirement; words are locale keys `mark-…`.
pub const MARKS: [&str; 3] = ["met", "violated", "not-applicable"];

/// One violation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub violation: String,
    pub severity: String,
    pub services: Vec<String>,
    pub description: String,
    /// How many cases of it.
    pub count: u32,
    /// Whether it lies in late, disorderly or unfounded dealing with permits of the 1st or 2nd category (§53 3).
    pub permits: bool,
    /// What proves it: documents, certificates, certified copies, explanations (§50, last part).
    pub evidence: String,
    pub files: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub finding: String,
    pub reason: String,
}

/// The checklist, requirement by requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    pub marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub requirement: String,
    pub mark: String,
}

/// An executor marks the checklist.
pub struct MarkChecklist;

impl Step for MarkChecklist {
    fn def(&self) -> &'static Def {
        const { &Def::new("mark-checklist", 50, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        under_way(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let marked = &event(view).marks;
        let rows: Vec<_> = REQUIREMENTS
            .iter()
            .map(|r| json!({"requirement": r, "mark": marked.iter().find(|m| m.requirement == *r).map(|m| &m.mark)}))
            .collect();
        let row = vec![Field::choice("requirement", "checklist", &REQUIREMENTS), Field::choice("mark", "mark", &MARKS)];
        vec![Field::new("marks", FieldKind::Rows { fields: row, min: REQUIREMENTS.len() }).with(rows)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let marks: Marks = answers.read();
        let once = |r: &str| marks.marks.iter().filter(|m| m.requirement == r).count() == 1;
        if let Some(requirement) = REQUIREMENTS.iter().find(|r| !once(r)) {
            let refusal = Refusal::new(50, "requirement-not-marked-once");
            return Err(refusal.word("requirement", format!("checklist-{requirement}")).at("marks"));
        }
        let found = &event(view).findings;
        for mark in marks.marks.iter().filter(|m| m.mark != "violated") {
            if found.iter().any(|f| f.finding.violation == format!("3-{}", mark.requirement)) {
                return Err(Refusal::new(50, "mark-against-finding")
                    .word("requirement", format!("checklist-{}", mark.requirement))
                    .at("marks"));
            }
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ChecklistMarked(marks) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let found = &event(view).findings;
        let mark =
            |r: &str| if found.iter().any(|f| f.finding.violation == format!("3-{r}")) { "violated" } else { "met" };
        let marks: Vec<_> = REQUIREMENTS.iter().map(|r| json!({"requirement": r, "mark": mark(r)})).collect();
        vec![Answers::of(json!({"marks": marks}))]
    }
}

/// An executor records a finding.
pub struct RecordFinding;

impl Step for RecordFinding {
    fn def(&self) -> &'static Def {
        const { &Def::new("record-finding", 50, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        under_way(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::choice("violation", "violation", &VIOLATIONS),
            Field::choice("severity", "severity", &SEVERITIES),
            Field::new("services", FieldKind::Services).optional(),
            Field::lines("description"),
            Field::new("count", FieldKind::Number { min: 1, max: 1_000_000 }).with(1),
            Field::flag("permits"),
            Field::lines("evidence"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::FindingRecorded(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let violation = VIOLATIONS[event(view).findings.len() % VIOLATIONS.len()];
        let finding = |permits: bool| {
            Answers::of(json!({"violation": violation, "severity": "significant", "permits": permits, "count": 3,
                "description": "Қызмет белгіленген мерзімнен кеш көрсетілген", "evidence": "Тіркеу журналының көшірмесі"}))
        };
        vec![finding(false), finding(true)]
    }
}

/// A finding that does not hold is withdrawn; it stays in the journal.
pub struct WithdrawFinding;

impl Step for WithdrawFinding {
    fn def(&self) -> &'static Def {
        const { &Def::new("withdraw-finding", 50, UNIT).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        if event(view).findings.is_empty() { Offer::Never } else { under_way(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let findings = event(view).findings.iter();
        let options =
            findings.map(|f| (f.number.to_string(), format!("{}. {}", f.number, f.finding.description))).collect();
        vec![Field::new("finding", FieldKind::Pick(options)), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::FindingWithdrawn(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let last = event(view).findings.last().map(|f| f.number.to_string());
        vec![Answers::of(json!({"finding": last, "reason": "Құжатпен расталмады"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{case::step::Halt, testing::*};

    fn marks(change: (&str, &str)) -> serde_json::Value {
        let mark = |r: &str| if r == change.0 { change.1 } else { "met" }.to_owned();
        let rows = super::REQUIREMENTS.iter().map(|r| json!({"requirement": r, "mark": mark(r)}));
        json!({"marks": rows.collect::<Vec<_>>()})
    }

    #[test]
    fn p50_the_checklist_agrees_with_the_findings() {
        let mut world = started();
        world.done("record-finding", EXECUTOR, json!({"violation": "3-10"}));
        let against = world.refused("mark-checklist", EXECUTOR, marks(("10", "met")));
        assert_eq!(told(&against), "§50 mark-against-finding requirement=checklist-10 @marks");
        world.sample("draft-act", EXECUTOR);
        world.done("mark-checklist", EXECUTOR, marks(("10", "violated")));
        // A finding made after the marks, and a mark whose finding was withdrawn: neither can be signed.
        world.done("record-finding", EXECUTOR, json!({"violation": "3-1"}));
        assert_eq!(told(&world.not_yet("sign-act", EXECUTOR)), "§50 finding-not-marked");
        world.done("withdraw-finding", EXECUTOR, json!({"finding": "2"}));
        assert!(world.ready("sign-act", EXECUTOR));
        world.sample("withdraw-finding", EXECUTOR);
        let unfounded = "§50 violated-without-finding requirement=checklist-10";
        assert_eq!(told(&world.not_yet("sign-act", EXECUTOR)), unfounded);
        world.done("mark-checklist", EXECUTOR, marks(("10", "not-applicable")));
        assert!(world.ready("sign-act", EXECUTOR));
    }

    #[test]
    fn p50_every_requirement_is_marked_once() {
        let mut world = started();
        let mut twice = marks(("1", "met"));
        twice["marks"][9]["requirement"] = "1".into();
        let refused = world.refused("mark-checklist", EXECUTOR, twice.clone());
        assert_eq!(told(&refused), "§50 requirement-not-marked-once requirement=checklist-1 @marks");
        twice["marks"].as_array_mut().unwrap().pop();
        let few = world.with("mark-checklist", EXECUTOR, twice);
        assert!(matches!(few, Err(Halt::Wrong(errors)) if errors[0].code == "too-few-rows"));
    }

    #[test]
    fn p50_a_finding_has_evidence_and_its_number_is_not_given_again() {
        let mut world = started();
        assert!(world.never("withdraw-finding"));
        let bare = world.with("record-finding", EXECUTOR, json!({"evidence": "", "count": 0}));
        let Err(Halt::Wrong(errors)) = bare else { panic!("{bare:?}") };
        assert_eq!(
            errors.iter().map(|e| (e.field.as_str(), e.code)).collect::<Vec<_>>(),
            [("count", "out-of-range"), ("evidence", "required")]
        );
        world.sample("record-finding", EXECUTOR);
        world.sample("record-finding", SECOND);
        world.sample("withdraw-finding", EXECUTOR);
        world.sample("record-finding", EXECUTOR);
        let numbers: Vec<u32> = world.case.event().unwrap().findings.iter().map(|f| f.number).collect();
        assert_eq!(numbers, [1, 3]);
        assert_eq!(told(&world.not_yet("record-finding", UNNAMED)), "§45 only-named-executors");
    }
}
