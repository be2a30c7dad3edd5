//! §8, §32: another inspection checks the prescription: after gross violations (art. 144(3)1), and where the others were not remedied
//! or nothing was heard of them (1-1). It is a case of its own, opened from this one; here it is noted.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, inspection, inspection_owed::report_due, named};
use crate::{
    case::{
        Answers, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

/// The inspection that checks the prescription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Its case.
    pub follow_up: String,
}

/// The ground on which the follow-up inspection is due by now, if it is.
pub fn due_ground(view: &View) -> Option<&'static str> {
    let inspection = inspection(view);
    let (delivered, _) = inspection.delivered.as_ref()?;
    let lacking = |gross: bool| {
        inspection.violations.iter().any(|v| {
            let bad = inspection.verdicts.get(&v.number).is_some_and(|(_, good)| !good);
            (v.violation.severity == "gross") == gross && bad
        })
    };
    let over = inspection.gross_terms().is_some_and(|term| view.today > report_due(view.law, *delivered, term));
    let mut gross = inspection.violations.iter().filter(|v| v.violation.severity == "gross");
    let reported = gross.all(|v| inspection.reported.contains_key(&v.number));
    if lacking(true) || (inspection.visit() && inspection.gross() && (over || reported)) {
        return Some("1");
    }
    let answer_due = inspection.request_received.filter(|_| inspection.request_answered.is_none()).map(|received| {
        due_date(view.law, RuleId::R32, Start::Day(received), SubjectKind::Other).expect("the rule counts from a day")
    });
    (lacking(false) || answer_due.is_some_and(|due| view.today > due)).then_some("1-1")
}

/// The follow-up inspection is noted in the case whose prescription it checks.
pub struct NoteFollowUp;

impl NoteFollowUp {
    fn found(view: &View) -> Vec<(String, String)> {
        let own = |basis: &Option<String>| basis.as_deref() == Some(&view.case.id);
        let checks = view.dossier.checks().filter(|(_, c)| own(&c.basis) && c.appointed.is_some() && !c.abandoned);
        checks.map(|(told, c)| (told.case.clone(), format!("№ {}: {}", c.act.unwrap_or_default(), c.matter))).collect()
    }
}

impl Step for NoteFollowUp {
    fn def(&self) -> &'static Def {
        const { &Def::new("note-follow-up", 32, OFFICERS).discharging(&[RuleId::R8, RuleId::R32Inspection]) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.delivered.is_none() || inspection.violations.is_empty() || inspection.follow_up.is_some() {
            return Offer::Never;
        }
        match due_ground(view) {
            Some(_) => named(view),
            None if inspection.remedied() && !(inspection.visit() && inspection.gross()) => Offer::Never,
            None => Offer::NotYet(Refusal::new(32, "follow-up-not-due")),
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let found = Self::found(view);
        let first = found.first().map(|(case, _)| case.clone());
        vec![Field::new("follow_up", FieldKind::Pick(found)).with(first)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::FollowUpNoted(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = Self::found(view).into_iter().next().map(|(case, _)| case);
        vec![Answers::of(json!({"follow_up": first}))]
    }
}
