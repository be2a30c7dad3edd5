//! §52: within seven working days after the event ended the unit puts the materials and the act before the head of
//! the body. It waits for the object's answer as long as the object's term of §51 runs.

use super::{UNIT, event, last_day, named};
use crate::{
    case::{
        Answers, FactKind, Field, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
};

/// The unit submits the materials.
pub struct SubmitMaterials;

impl Step for SubmitMaterials {
    fn def(&self) -> &'static Def {
        const { &Def::new("submit-materials", 52, UNIT).discharging(&[RuleId::R52]) }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let (Some((presented, _)), None) = (&event.presented, event.submitted) else {
            return Offer::Never;
        };
        let until = last_day(view.law, RuleId::R51, *presented);
        if event.answered().is_none() && view.today <= until {
            return Offer::NotYet(Refusal::new(51, "answer-awaited").date("until", until));
        }
        named(view)
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::MaterialsSubmitted }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::*;

    #[test]
    fn p52_the_unit_waits_for_the_answer_while_its_term_runs() {
        let mut world = presented("2025-04-30", 0);
        world.today = day("2025-05-06");
        assert_eq!(told(&world.not_yet("submit-materials", EXECUTOR)), "§51 answer-awaited until=2025-05-06");
        let mut answered = world.clone();
        answered.sample("countersign-act", OBJECT);
        answered.sample("submit-materials", UNIT_HEAD);
        // Silence after the term does not stop the case.
        world.today = day("2025-05-07");
        assert_eq!(told(&world.not_yet("submit-materials", UNNAMED)), "§45 only-named-executors");
        world.sample("submit-materials", EXECUTOR);
        assert!(world.never("submit-materials") && started().never("submit-materials"));
    }

    #[test]
    fn p52_seven_working_days_after_the_event_ended() {
        // Over the May holidays, over Nauryz, over New Year.
        for (today, on, due) in [
            ("2025-04-21", "2025-04-30", "2025-05-14"),
            ("2025-03-10", "2025-03-19", "2025-04-02"),
            ("2024-12-16", "2024-12-27", "2025-01-10"),
        ] {
            let mut world = World::event(day(today));
            world.until_started();
            world.today = day(on);
            world.until_presented(0);
            assert_eq!(world.duty("52").due, day(due));
            let mut late = world.clone();
            world.today = day(due);
            world.sample("submit-materials", EXECUTOR);
            assert!(!world.duty("52").late(day("2030-01-01")));
            late.today = late.law.calendar.add_working(day(due), 1);
            late.sample("submit-materials", EXECUTOR);
            assert!(late.duty("52").late(day("2030-01-01")));
        }
    }

    #[test]
    fn p52_an_act_presented_late_does_not_put_off_the_end() {
        let mut world = started();
        world.today = day("2025-05-15");
        world.until_presented(0);
        assert_eq!(world.duty("52").due, day("2025-05-21"), "seven working days after 12 May (R-13)");
    }
}
