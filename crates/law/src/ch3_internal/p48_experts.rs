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
        const { &Def::new("engage-expert", 48, UNIT) }
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
            return Err(Refusal::new(48, "expert-related").text("name", expert.name).word("relation", relation).at("relation"));
        }
        if event(view).experts.iter().any(|e| e.name == expert.name && e.organisation == expert.organisation) {
            return Err(Refusal::new(48, "expert-engaged-already").text("name", expert.name).at("name"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ExpertEngaged(expert) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let name = format!("Сарапшы {} (демо)", event(view).experts.len() + 1);
        vec![Answers::of(json!({"name": name, "organisation": "Сараптама орталығы", "speciality": "ақпараттық жүйелер", "relation": "none"}))]
    }
}
