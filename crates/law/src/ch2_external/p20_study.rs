//! §20: before an inspection the acts and materials that govern and describe the subject's activity are studied. Of a visit the
//! paragraph says nothing: there they may be, and it begins without.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, inspection, named};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// What was studied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Study {
    pub acts: String,
    pub materials: String,
    pub files: Vec<String>,
}

/// An officer records what was studied.
pub struct StudyMaterials;

impl Step for StudyMaterials {
    fn def(&self) -> &'static Def {
        const { &Def::new("study-materials", 20, OFFICERS).awaited() }
    }

    fn turn(&self, case: &crate::case::CaseFile) -> bool {
        case.inspection().is_some_and(|i| i.studied.is_none() && !i.visit())
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.appointed.is_none() || inspection.started.is_some() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let acts = inspection(view).appointment.as_ref().and_then(|a| a.acts.clone());
        vec![
            Field::lines("acts").with(acts),
            Field::lines("materials"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::MaterialsStudied(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"acts": "Мемлекеттік көрсетілетін қызметтің стандарты",
            "materials": "Субъектінің соңғы екі тоқсандағы есептері"}))]
    }
}
