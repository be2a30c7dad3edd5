//! §34: what the officers learn of commercial, tax and other secrets they do not disclose. Such material is kept apart: the case's team
//! alone sees it, each opening is written down, and it goes into no document, export or publication.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, in_team, inspection};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal, Role,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Kinds of secrets; words are locale keys `secret-…`.
pub const SECRETS: [&str; 4] = ["commercial", "tax", "personal", "other"];

/// Material kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protected {
    pub secret: String,
    pub title: String,
    pub text: Option<String>,
    pub files: Vec<String>,
}

/// An officer keeps material apart.
pub struct KeepProtected;

impl Step for KeepProtected {
    fn def(&self) -> &'static Def {
        const { &Def::new("keep-protected", 34, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        match inspection(view).appointed {
            None => Offer::Never,
            // Also after the end: whoever is none of the team could not read what he has put there.
            Some(_) if view.actor.role == Role::Inspector && !in_team(view) => {
                Offer::NotYet(Refusal::new(21, "only-named-officers"))
            }
            Some(_) => Offer::Ready,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::choice("secret", "secret", &SECRETS),
            Field::text("title"),
            Field::lines("text").optional(),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::ProtectedKept(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"secret": "commercial", "title": "Шарттар", "text": "Коммерциялық құпия"}))]
    }
}
