//! §13: the grounds of an inspection (Code art. 144(3)), and an appeal that is one of them. An anonymous appeal never is
//! (art. 144(4)).

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    LEADER,
    p14_handing::settled,
    p14_jurisdiction,
    p15_appeals::{self, authorised},
};
use crate::case::{
    Answers, FactKind, Field, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// The grounds; words are locale keys `inspection-ground-…`.
pub const GROUNDS: [&str; 10] = [
    // Compliance with a prescription on gross violations.
    "1",
    // Compliance with a prescription on significant or insignificant violations: not told, or not remedied.
    "1-1", // Appeals on violations whose persistence leads to harm to life or health.
    "2",   // Appeals on harm already caused.
    "3",   // Appeals of persons whose rights were violated.
    "4",   // Instruction of a prosecutor.
    "5",   // Appeals of state bodies.
    "6",   // Counter-check of a third party.
    "7",   // Repeated check after the subject disagreed.
    "8",   // Instruction of a criminal prosecution body.
    "9",
];

/// Those that an appeal is.
pub const OF_APPEALS: [&str; 4] = ["2", "3", "4", "6"];

/// Whether an appeal is this ground.
pub fn appeal(ground: &str) -> bool {
    OF_APPEALS.contains(&ground)
}

/// Whether the subject is told nothing beforehand (art. 147(1)).
pub fn without_notice(ground: &str) -> bool {
    matches!(ground, "3" | "4" | "9")
}

/// Whether it is compliance with a prescription.
pub fn prescription(ground: &str) -> bool {
    matches!(ground, "1" | "1-1")
}

/// Whether the same question may be checked again for the same period (art. 151).
pub fn may_repeat(ground: &str) -> bool {
    matches!(ground, "1" | "1-1" | "3" | "4" | "8" | "9")
}

/// An appeal is found to be a ground for an inspection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    pub ground: String,
    pub reason: Option<String>,
}

/// Leadership of the Agency or its body accepts an appeal as the ground of an inspection.
pub struct AcceptAsGround;

impl Step for AcceptAsGround {
    fn def(&self) -> &'static Def {
        const { &Def::new("accept-as-ground", 13, LEADER).signed() }
    }

    fn offer(&self, view: &View) -> Offer {
        let appeal = p15_appeals::appeal(view);
        let Some((_, registered)) = appeal.registration.as_ref().filter(|_| authorised(view)) else {
            return Offer::Never;
        };
        if appeal.accepted.is_some() || appeal.forwarded.is_some() {
            return Offer::Never;
        }
        if registered.anonymous {
            return Offer::NotYet(Refusal::new(13, "anonymous-no-ground"));
        }
        let inspects = p14_jurisdiction::check(view.bodies, &view.case.body, &registered.subject, true);
        match settled(appeal).and(inspects) {
            Ok(()) => Offer::Ready,
            Err(refusal) => Offer::NotYet(refusal),
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        // A person's right is what a person usually writes about.
        let person = p15_appeals::appeal(view).registration.as_ref().is_some_and(|(_, r)| r.source == "17-1");
        let mut ground = Field::choice("ground", "inspection-ground", &OF_APPEALS);
        if person {
            ground = ground.with("4");
        }
        vec![ground, Field::lines("reason").optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let acceptance: Acceptance = answers.read();
        let source = p15_appeals::appeal(view).registration.as_ref().map(|(_, r)| r.source.as_str());
        // Ground 6 is what state bodies ask, not what a person does.
        if acceptance.ground == "6" && matches!(source, Some("17-1" | "17-3")) {
            return Err(Refusal::new(13, "ground-against-source").at("ground"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::AppealAccepted(acceptance) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"ground": "4", "reason": "Өтініш берушінің құқығы бұзылған"}))]
    }
}
