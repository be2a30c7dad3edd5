//! §48: experts, expert organisations and specialists take part only if they stand in no civil-law or labour
//! relation with the control object; that is declared for each.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{UNIT, event, named};
use crate::case::{
    Answers, FactKind, Field, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// An expert and the declaration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expert {
    pub name: String,
    pub organisation: String,
    pub speciality: String,
    /// `none`, `civil` or `labour`; only `none` can take part.
    pub relation: String,
}

/// Declared relations; words are locale keys `relation-…`.
pub const RELATIONS: [&str; 3] = ["none", "civil", "labour"];

/// An expert is engaged.
pub struct EngageExpert;

impl Step for EngageExpert {
    fn def(&self) -> &'static Def {
        const { &Def::new("engage-expert", 48, UNIT).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.appointment.is_none() || !event.signed_by.is_empty() { Offer::Never } else { named(view) }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::text("name"),
            Field::text("organisation"),
            Field::text("speciality"),
            Field::choice("relation", "relation", &RELATIONS),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let expert: Expert = answers.read();
        if expert.relation != "none" {
            let relation = format!("relation-{}", expert.relation);
            return Err(Refusal::new(48, "expert-related")
                .text("name", expert.name)
                .word("relation", relation)
                .at("relation"));
        }
        if event(view).experts.iter().any(|e| e.name == expert.name && e.organisation == expert.organisation) {
            return Err(Refusal::new(48, "expert-engaged-already").text("name", expert.name).at("name"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ExpertEngaged(expert) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let name = format!("Сарапшы {} (демо)", event(view).experts.len() + 1);
        vec![Answers::of(
            json!({"name": name, "organisation": "Сараптама орталығы", "speciality": "ақпараттық жүйелер", "relation": "none"}),
        )]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::*;

    #[test]
    fn p48_an_expert_stands_in_no_relation_with_the_object() {
        let mut world = started();
        let name = "Сарапшы 1 (демо)";
        for relation in ["civil", "labour"] {
            let refused = world.refused("engage-expert", EXECUTOR, json!({"relation": relation}));
            let expected = format!("§48 expert-related name={name} relation=relation-{relation} @relation");
            assert_eq!(told(&refused), expected);
        }
        assert!(world.with("engage-expert", EXECUTOR, json!({"relation": null})).is_err(), "it is declared for each");
        world.sample("engage-expert", EXECUTOR);
        let again = world.refused("engage-expert", EXECUTOR, json!({"name": name}));
        assert_eq!(told(&again), format!("§48 expert-engaged-already name={name} @name"));
        world.done("engage-expert", EXECUTOR, json!({"name": name, "organisation": "Басқа орталық"}));
        assert_eq!(world.case.event().unwrap().experts.len(), 2);
    }

    #[test]
    fn p48_experts_are_engaged_from_the_draft_until_the_act_is_signed() {
        let mut world = World::event(day("2025-04-21"));
        assert!(world.never("engage-expert"));
        world.sample("draft-order", UNIT_HEAD);
        assert_eq!(told(&world.not_yet("engage-expert", UNNAMED)), "§45 only-named-executors");
        world.sample("engage-expert", SECOND);
        assert!(presented("2025-04-24", 0).never("engage-expert"));
    }
}
