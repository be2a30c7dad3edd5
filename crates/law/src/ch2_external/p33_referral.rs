//! §33: signs of a crime in what officials did: leadership forwards the materials to the competent body. What went whither, and when.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, inspection};
use crate::case::{
    Answers, DocumentKind, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// What was forwarded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    pub organisation: String,
    pub address: Option<String>,
    /// What points to a crime.
    pub facts: String,
    /// The materials, a line each.
    pub materials: String,
    pub files: Vec<String>,
}

/// Leadership forwards the materials.
pub struct ReferCrime;

impl Step for ReferCrime {
    fn def(&self) -> &'static Def {
        const { &Def::new("refer-crime", 33, LEADER).rare().issuing(DocumentKind::Referral) }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).started.is_none() { Offer::Never } else { Offer::Ready }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::text("organisation"),
            Field::text("address").optional(),
            Field::lines("facts"),
            Field::lines("materials"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::CrimeReferred(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"organisation": "Ақмола облысы бойынша сыбайлас жемқорлыққа қарсы қызмет",
            "facts": "Лауазымды адамның әрекетінде құқық бұзушылық белгілері бар", "materials": "Актінің көшірмесі"}))]
    }
}
