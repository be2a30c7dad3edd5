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
