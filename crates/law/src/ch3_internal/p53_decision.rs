//! §53: the head of the body decides. 1) a letter with measures; 2) take note, only where there are no
//! recommendations and no remarks; 3) inform the Agency and its territorial body, where permits of the first or
//! second category were late, out of order or refused without ground. 1) and 3) may stand together.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, UNIT, event};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Decisions of §53; words are locale keys `decision-…`.
pub const DECISIONS: [&str; 3] = ["letter", "note", "inform"];

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub decisions: Vec<String>,
    /// Grounds; on objections, what was found of them.
    pub grounds: String,
}

impl Decision {
    pub fn has(&self, decision: &str) -> bool {
        self.decisions.iter().any(|d| d == decision)
    }
}

/// How the Agency and its territorial body were informed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Information {
    pub text: String,
    pub files: Vec<String>,
}

/// Leadership decides.
pub struct Decide;

impl Step for Decide {
    fn def(&self) -> &'static Def {
        const { &Def::new("decide", 53, LEADER).signed().awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        match (event.presented.is_some(), event.submitted, &event.decision) {
            (false, ..) | (.., Some(_)) => Offer::Never,
            (true, None, None) => Offer::NotYet(Refusal::new(52, "not-submitted")),
            (true, Some(_), None) => Offer::Ready,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let event = event(view);
        let mut default = vec![if event.has_remarks() { "letter" } else { "note" }];
        if event.permits_breached() {
            default.push("inform");
        }
        let choices = FieldKind::Choices { prefix: "decision", values: DECISIONS.to_vec() };
        vec![Field::new("decisions", choices).with(default), Field::lines("grounds")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let decision: Decision = answers.read();
        let event = event(view);
        let refuse = |refusal: Refusal| Err(refusal.at("decisions"));
        if decision.has("note") && decision.decisions.len() > 1 {
            return refuse(Refusal::new(53, "note-stands-alone"));
        }
        if decision.has("note") && event.has_remarks() {
            return refuse(Refusal::new(53, "note-with-remarks"));
        }
        if decision.has("inform") && !event.permits_breached() {
            return refuse(Refusal::new(53, "inform-without-permits"));
        }
        if decision.has("letter") && !event.has_remarks() {
            return refuse(Refusal::new(53, "letter-without-remarks"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::Decided(decision) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let event = event(view);
        let mut out = Vec::new();
        let mut add = |possible: bool, decisions: &[&str]| {
            if possible {
                out.push(Answers::of(json!({"decisions": decisions, "grounds": "Материалдар қаралды"})));
            }
        };
        add(event.has_remarks(), &["letter"]);
        add(!event.has_remarks(), &["note"]);
        add(event.permits_breached(), &["inform"]);
        add(event.permits_breached() && event.has_remarks(), &["letter", "inform"]);
        out
    }
}

/// The Agency and its territorial body are informed.
pub struct InformAgency;

impl Step for InformAgency {
    fn def(&self) -> &'static Def {
        const { &Def::new("inform-agency", 53, UNIT).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let decided = event.decision.as_ref().is_some_and(|(_, d)| d.has("inform"));
        if decided && event.informed.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![Field::lines("text"), Field::new("files", FieldKind::Files).optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::AgencyInformed(answers.read()) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"text": "Рұқсаттарды беру мерзімдерінің бұзылуы туралы ақпарат"}))]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{case::Role, testing::*};

    /// Materials before the head of the body: with findings of permits, with findings, with recommendations, with nothing.
    fn submitted(finding: Option<bool>, recommends: bool) -> World {
        let mut world = started();
        if let Some(permits) = finding {
            world.done("record-finding", EXECUTOR, json!({"permits": permits}));
        }
        world.sample("mark-checklist", EXECUTOR);
        let nothing = json!({"recommendations": [], "liability": null});
        world.done("draft-act", EXECUTOR, if recommends { json!({}) } else { nothing });
        world.sample("sign-act", EXECUTOR);
        world.sample("sign-act", SECOND);
        world.sample("present-act", EXECUTOR);
        assert_eq!(told(&world.not_yet("decide", LEADER)), "§52 not-submitted");
        world.sample("countersign-act", OBJECT);
        world.sample("submit-materials", EXECUTOR);
        world
    }

    fn refused(world: &mut World, decisions: &[&str]) -> String {
        told(&world.refused("decide", LEADER, json!({"decisions": decisions})))
    }

    #[test]
    fn p53_take_note_stands_alone_and_only_without_remarks() {
        let mut world = submitted(None, false);
        assert_eq!(refused(&mut world, &["note", "letter"]), "§53 note-stands-alone @decisions");
        assert_eq!(refused(&mut world, &["letter"]), "§53 letter-without-remarks @decisions");
        assert_eq!(refused(&mut world, &["inform"]), "§53 inform-without-permits @decisions");
        assert_eq!(world.refused("decide", UNIT_HEAD, json!({})).code, "not-yours");
        assert!(world.with("decide", LEADER, json!({"decisions": []})).is_err());
        world.done("decide", LEADER, json!({"decisions": ["note"]}));
        assert!(world.never("decide") && world.never("draft-letter") && world.never("inform-agency"));
        world.sample("close-event", UNIT_HEAD);
        for mut world in [submitted(None, true), submitted(Some(false), true)] {
            assert_eq!(refused(&mut world, &["note"]), "§53 note-with-remarks @decisions");
            world.done("decide", LEADER, json!({"decisions": ["letter"]}));
        }
    }

    #[test]
    fn p53_a_recommendation_on_liability_is_a_recommendation() {
        let mut world = started();
        world.sample("mark-checklist", EXECUTOR);
        world.done("draft-act", EXECUTOR, json!({"recommendations": []}));
        for (step, who) in [("sign-act", EXECUTOR), ("sign-act", SECOND), ("present-act", EXECUTOR)] {
            world.sample(step, who);
        }
        world.sample("countersign-act", OBJECT);
        world.sample("submit-materials", EXECUTOR);
        assert_eq!(refused(&mut world, &["note"]), "§53 note-with-remarks @decisions");
        world.done("decide", LEADER, json!({"decisions": ["letter"]}));
        assert!(world.case.event().unwrap().liability_awaited());
    }

    #[test]
    fn p53_the_agency_is_informed_of_breaches_about_permits() {
        let agency: Vec<_> = ["agency", "agency-akmola"]
            .into_iter()
            .flat_map(|body| [Role::Leader, Role::Inspector].map(|role| (body.to_owned(), role)))
            .collect();
        assert_eq!(
            refused(&mut submitted(Some(false), true), &["letter", "inform"]),
            "§53 inform-without-permits @decisions"
        );
        for decisions in [json!(["inform"]), json!(["letter", "inform"])] {
            let mut world = submitted(Some(true), true);
            world.done("decide", LEADER, json!({"decisions": decisions}));
            let reads = |world: &World| agency.iter().filter(|a| world.case.readers(&world.bodies).contains(a)).count();
            assert_eq!(reads(&world), 0);
            assert_eq!(told(&world.not_yet("close-event", UNIT_HEAD)), "§53 agency-not-informed");
            world.sample("inform-agency", UNIT_HEAD);
            assert_eq!(reads(&world), 4);
            assert!(world.never("inform-agency"));
            assert_eq!(world.ready("close-event", UNIT_HEAD), decisions == json!(["inform"]));
        }
    }

    #[test]
    fn p53_the_territorial_body_is_the_one_where_the_object_is() {
        let mut world = submitted(Some(true), true);
        let elsewhere = |b: &crate::bodies::Body| crate::bodies::Body {
            territory: if b.id == "ministry" { "astana".into() } else { b.territory.clone() },
            ..b.clone()
        };
        world.bodies = crate::bodies::BodyTree::new(bodies().iter().map(elsewhere));
        world.done("decide", LEADER, json!({"decisions": ["inform"]}));
        world.sample("inform-agency", UNIT_HEAD);
        assert!(world.case.readers(&world.bodies).contains(&("agency-akmola".into(), Role::Inspector)));
    }
}
