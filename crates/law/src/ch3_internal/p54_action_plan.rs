//! §54–55: within five working days of receiving the letter the object submits an action plan: for every
//! measure of the letter what will be done, by whom, by when, and in what form it is completed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OBJECT, UNIT_HEAD, day_of_answer, event, named};
use crate::{
    case::{
        Answers, CaseFile, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Freeze, Offer, Step, View},
    },
    rules::RuleId,
};

/// The plan (§55).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionPlan {
    pub actions: Vec<PlannedAction>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedAction {
    /// Number of the measure in the letter, from 1.
    pub measure: String,
    pub text: String,
    pub executor: String,
    pub term: Date,
    pub completion: String,
}

/// What the unit's leadership asks to be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remarks {
    pub remarks: String,
}

/// The object submits its plan.
pub struct SubmitActionPlan;

impl SubmitActionPlan {
    fn measures(view: &View) -> Vec<(String, String)> {
        let letter = event(view).letter.iter().flat_map(|l| &l.measures).enumerate();
        letter.map(|(at, m)| ((at + 1).to_string(), format!("{}. {}", at + 1, m.text))).collect()
    }
}

impl Step for SubmitActionPlan {
    fn def(&self) -> &'static Def {
        const STEP: Def = Def::new("submit-action-plan", 54, OBJECT);
        const { &STEP.discharging(&[RuleId::R54]).issuing(DocumentKind::ActionPlan).awaited() }
    }

    /// The first plan is owed within five working days; of a returned one it is the turn again, and no term runs.
    fn turn(&self, case: &CaseFile) -> bool {
        case.event().is_some_and(|e| e.plan_remarks.is_some())
    }

    fn freezes(&self, case: &CaseFile) -> Option<Freeze> {
        let kind = DocumentKind::ActionPlan;
        Some(if case.document(kind).is_some() { Freeze::Next(kind) } else { Freeze::New(kind) })
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.letter_signed.is_none() || event.action_plan.is_some() {
            return Offer::Never;
        }
        if event.letter_received.is_none() {
            return Offer::NotYet(Refusal::new(54, "letter-not-received"));
        }
        named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let event = event(view);
        let rows = match &event.returned_plan {
            Some(plan) => json!(plan.actions),
            None => Self::measures(view)
                .iter()
                .zip(event.letter.iter().flat_map(|l| &l.measures))
                .map(|((number, _), measure)| json!({"measure": number, "text": measure.text, "term": measure.term}))
                .collect(),
        };
        let row = vec![
            Field::new("measure", FieldKind::Pick(Self::measures(view))),
            Field::lines("text"),
            Field::text("executor"),
            Field::new("term", FieldKind::Date),
            Field::text("completion"),
        ];
        vec![Field::date("on", view.today), Field::new("actions", FieldKind::Rows { fields: row, min: 1 }).with(rows)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let plan: ActionPlan = answers.read();
        let letter = event(view).letter.as_ref();
        for (at, measure) in letter.iter().flat_map(|l| &l.measures).enumerate() {
            let number = (at + 1).to_string();
            let mut actions = plan.actions.iter().filter(|a| a.measure == number).peekable();
            if actions.peek().is_none() {
                return Err(Refusal::new(55, "measure-not-planned").text("measure", number).at("actions"));
            }
            if actions.any(|a| a.term > measure.term) {
                return Err(Refusal::new(55, "action-after-term")
                    .text("measure", number)
                    .date("term", measure.term)
                    .at("actions"));
            }
        }
        let on = day_of_answer(view, 54, answers, event(view).letter_received.unwrap_or(view.today))?;
        Ok(vec![Draft { on, what: FactKind::ActionPlanSubmitted(plan) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let measures = event(view).letter.iter().flat_map(|l| &l.measures).enumerate();
        let actions: Vec<_> = measures
            .map(|(at, m)| {
                json!({"measure": (at + 1).to_string(), "text": "Ішкі бақылауды күшейту", "executor": "Бөлім басшысы",
                    "term": m.term, "completion": "бұйрық"})
            })
            .collect();
        vec![Answers::of(json!({"on": view.today, "actions": actions}))]
    }
}

/// Whether a plan lies before the unit's leadership.
fn lies(view: &View) -> Offer {
    let event = event(view);
    let lies = event.action_plan.is_some() && event.plan_accepted.is_none() && event.closed.is_none();
    if lies { Offer::Ready } else { Offer::Never }
}

/// The unit's leadership accepts the plan.
pub struct AcceptActionPlan;

impl Step for AcceptActionPlan {
    fn def(&self) -> &'static Def {
        const { &Def::new("accept-action-plan", 54, UNIT_HEAD).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        lies(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ActionPlanAccepted }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// The unit's leadership returns the plan with remarks; the object submits it again.
pub struct ReturnActionPlan;

impl Step for ReturnActionPlan {
    fn def(&self) -> &'static Def {
        const { &Def::new("return-action-plan", 54, UNIT_HEAD) }
    }

    fn offer(&self, view: &View) -> Offer {
        let reported = !event(view).reports.is_empty();
        if reported { Offer::Never } else { lies(view) }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("remarks")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ActionPlanReturned(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"remarks": "Орындаушы нақтылансын"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        case::{DocumentKind, DutyState, step::Halt},
        testing::*,
    };

    #[test]
    fn p54_five_working_days_after_the_letter() {
        for (on, due, after) in [("2025-04-24", "2025-05-02", "2025-05-05"), ("2025-04-30", "2025-05-12", "2025-05-13")]
        {
            let mut world = lettered(on);
            assert_eq!(world.duty("54").due, day(due));
            let mut late = world.clone();
            world.today = day(due);
            world.sample("submit-action-plan", OBJECT);
            assert!(!world.duty("54").late(day("2030-01-01")));
            late.today = day(after);
            assert!(late.duty("54").late(late.today));
            late.sample("submit-action-plan", EXECUTOR);
            assert!(late.duty("54").late(day("2030-01-01")));
        }
    }

    #[test]
    fn p54_a_returned_plan_keeps_the_day_it_first_came() {
        let mut world = lettered("2025-04-24");
        assert!(world.never("accept-action-plan") && world.never("return-action-plan"));
        world.today = day("2025-05-02");
        world.sample("submit-action-plan", OBJECT);
        assert!(world.never("submit-action-plan"));
        assert_eq!(world.refused("return-action-plan", EXECUTOR, json!({})).code, "not-yours");
        world.sample("return-action-plan", UNIT_HEAD);
        let event = world.case.event().unwrap();
        assert!(event.action_plan.is_none() && event.returned_plan.is_some() && event.plan_remarks.is_some());
        world.today = day("2025-05-15");
        world.sample("submit-action-plan", OBJECT);
        assert_eq!(world.duty("54").state, DutyState::Done(day("2025-05-02")));
        assert_eq!(world.case.document(DocumentKind::ActionPlan).unwrap().version, 2);
        world.sample("accept-action-plan", UNIT_HEAD);
        assert!(world.never("return-action-plan") && world.never("accept-action-plan"));
    }

    #[test]
    fn p54_a_plan_that_came_on_paper_is_written_down_with_its_day() {
        let mut world = lettered("2025-04-24");
        world.today = day("2025-05-05");
        let back = world.refused("submit-action-plan", OBJECT, json!({"on": "2025-05-02"}));
        assert_eq!(told(&back), "§54 dated-back today=2025-05-05 @on");
        let early = world.refused("submit-action-plan", EXECUTOR, json!({"on": "2025-04-23"}));
        assert_eq!(told(&early), "§54 too-early earliest=2025-04-24 @on");
        world.done("submit-action-plan", EXECUTOR, json!({"on": "2025-05-02"}));
        assert_eq!(world.duty("54").state, DutyState::Done(day("2025-05-02")));
        assert!(!world.duty("54").late(day("2030-01-01")));
    }

    #[test]
    fn p54_a_plan_already_reported_on_is_not_returned() {
        let mut world = lettered("2025-04-24");
        world.sample("submit-action-plan", OBJECT);
        world.sample("report-measure", OBJECT);
        assert!(world.never("return-action-plan") && world.ready("accept-action-plan", UNIT_HEAD));
    }

    #[test]
    fn p55_every_measure_is_planned_within_its_term() {
        let mut world = decided("2025-04-24", 1);
        let measure = json!({"kind": "eliminate", "text": "Жою", "term": "2025-05-22"});
        world.done("draft-letter", UNIT_HEAD, json!({"measures": [measure, measure]}));
        world.sample("sign-letter", LEADER);
        world.sample("receive-letter", OBJECT);
        let action = |measure: &str, term: &str| json!({"measure": measure, "text": "Жою", "executor": "Бөлім", "term": term, "completion": "бұйрық"});
        let one = json!({"actions": [action("1", "2025-05-22")]});
        assert_eq!(
            told(&world.refused("submit-action-plan", OBJECT, one)),
            "§55 measure-not-planned measure=2 @actions"
        );
        let late =
            json!({"actions": [action("1", "2025-05-22"), action("2", "2025-05-01"), action("2", "2025-05-23")]});
        let refused = world.refused("submit-action-plan", OBJECT, late);
        assert_eq!(told(&refused), "§55 action-after-term measure=2 term=2025-05-22 @actions");
        for missing in ["text", "executor", "term", "completion"] {
            let mut bare = action("1", "2025-05-22");
            bare[missing] = "".into();
            let wrong = world.with("submit-action-plan", OBJECT, json!({"actions": [bare]}));
            assert!(matches!(wrong, Err(Halt::Wrong(errors)) if errors[0].field == format!("actions.0.{missing}")));
        }
        world.done(
            "submit-action-plan",
            OBJECT,
            json!({"actions": [action("1", "2025-05-22"), action("2", "2025-05-22")]}),
        );
    }
}
