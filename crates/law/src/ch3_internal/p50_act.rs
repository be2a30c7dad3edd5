//! §50: the act of the control event has thirteen items. Six of them are written by the executors, the rest
//! follow from the case. An act with an item missing cannot be signed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{UNIT, event, event::ControlEvent, p47_powers::under_way, p50_findings::REQUIREMENTS};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// What the executors write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// 1) where and at what time it was drawn up.
    pub place: Option<String>,
    pub time: Option<String>,
    /// 2) head of the object.
    pub head_name: Option<String>,
    pub head_position: Option<String>,
    /// 2) who else was present.
    pub present: Vec<Present>,
    /// 6) analysis of the object's activity.
    pub analysis: Option<String>,
    /// 7) results.
    pub results: Option<String>,
    /// 8) analysis of causes.
    pub causes: Option<String>,
    /// 10) recommendations, each with its term.
    pub recommendations: Vec<Recommendation>,
    /// 11) recommendations on liability.
    pub liability: Option<String>,
    /// Complaints reviewed late that the event found: row 6 of form 1-мқ.
    #[serde(default)]
    pub late_complaints: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    pub name: String,
    pub position: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    pub text: String,
    /// Day by which it is to be done, included.
    pub term: Date,
}

/// Items of §50 that the act lacks. Where nothing was violated, causes (8), recommendations (10) and
/// liability (11) may stay empty: the act then says so.
pub fn missing(event: &ControlEvent) -> Vec<u8> {
    let empty = Contents::default();
    let act = event.contents.as_ref().unwrap_or(&empty);
    let violated = !event.findings.is_empty();
    let mut items = Vec::new();
    let mut need = |item: u8, there: bool| {
        if !there {
            items.push(item);
        }
    };
    need(1, act.place.is_some() && act.time.is_some());
    need(2, act.head_name.is_some() && act.head_position.is_some());
    need(6, act.analysis.is_some());
    need(7, act.results.is_some());
    need(8, act.causes.is_some() || !violated);
    need(9, event.marks.len() >= REQUIREMENTS.len());
    need(10, !act.recommendations.is_empty() || !violated);
    need(11, act.liability.is_some() || !violated);
    items
}

/// Findings whose requirement the checklist does not mark as violated.
pub fn unmarked(event: &ControlEvent) -> bool {
    event.findings.iter().any(|f| {
        let requirement = f.finding.violation.trim_start_matches("3-");
        event.marks.iter().any(|m| m.requirement == requirement && m.mark != "violated")
    })
}

/// A requirement marked as violated although no finding says how.
pub fn unfounded(event: &ControlEvent) -> Option<&str> {
    let found = |requirement: &str| event.findings.iter().any(|f| f.finding.violation == format!("3-{requirement}"));
    let violated = event.marks.iter().filter(|m| m.mark == "violated");
    violated.map(|m| m.requirement.as_str()).find(|requirement| !found(requirement))
}

/// The executors write the act.
pub struct DraftAct;

impl Step for DraftAct {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-act", 50, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        under_way(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let present = vec![Field::text("name"), Field::text("position")];
        let term = view.law.calendar.add_working(view.today, 20);
        let recommendation = vec![Field::lines("text"), Field::date("term", term)];
        let mut fields = vec![
            Field::text("place").optional(),
            Field::text("time").optional(),
            Field::text("head_name").optional(),
            Field::text("head_position").optional(),
            Field::new("present", FieldKind::Rows { fields: present, min: 0 }).optional(),
            Field::lines("analysis").optional(),
            Field::lines("results").optional(),
            Field::lines("causes").optional(),
            Field::new("recommendations", FieldKind::Rows { fields: recommendation, min: 0 }).optional(),
            Field::lines("liability").optional(),
            Field::new("late_complaints", FieldKind::Number { min: 0, max: 1_000_000 }).optional().with(0),
        ];
        if let Some(act) = &event(view).contents {
            let mut written = serde_json::to_value(act).unwrap_or_default();
            for field in &mut fields {
                field.default = written[field.name].take();
            }
        }
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let contents: Contents = answers.read();
        if let Some(early) = contents.recommendations.iter().find(|r| r.term < view.today) {
            return Err(Refusal::new(50, "term-in-the-past")
                .date("term", early.term)
                .date("today", view.today)
                .at("recommendations"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::ActDrafted(contents) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let term = view.law.calendar.add_working(view.today, 20);
        let with = |recommendations: serde_json::Value, liability: Option<&str>| {
            Answers::of(json!({"place": "Астана қ.", "time": "16:30", "head_name": "Демо Б.", "head_position": "басшы",
                "analysis": "Талдау", "results": "Нәтижелер", "causes": "Себептер", "liability": liability,
                "recommendations": recommendations}))
        };
        let mut samples =
            vec![with(json!([{"text": "Мерзімдерді сақтау", "term": term}]), Some("Тәртіптік жауапкершілік"))];
        if event(view).findings.is_empty() {
            samples.push(with(json!([]), None));
        }
        samples
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::*;

    #[test]
    fn p50_an_act_with_an_item_missing_is_not_signed() {
        let mut world = started();
        assert_eq!(told(&world.not_yet("sign-act", EXECUTOR)), "§50 act-incomplete items=1, 2, 6, 7, 9");
        world.sample("record-finding", EXECUTOR);
        let violated = "§50 act-incomplete items=1, 2, 6, 7, 8, 9, 10, 11";
        assert_eq!(told(&world.not_yet("sign-act", EXECUTOR)), violated);
        world.sample("mark-checklist", EXECUTOR);
        for (without, item) in [
            ("place", 1),
            ("time", 1),
            ("head_name", 2),
            ("head_position", 2),
            ("analysis", 6),
            ("results", 7),
            ("causes", 8),
            ("recommendations", 10),
            ("liability", 11),
        ] {
            world.done("draft-act", EXECUTOR, json!({without: null}));
            assert_eq!(told(&world.not_yet("sign-act", EXECUTOR)), format!("§50 act-incomplete items={item}"));
        }
        world.sample("draft-act", EXECUTOR);
        assert!(world.ready("sign-act", EXECUTOR));
    }

    #[test]
    fn p50_where_nothing_was_violated_the_act_says_so() {
        let mut world = started();
        world.sample("mark-checklist", EXECUTOR);
        world.done("draft-act", EXECUTOR, json!({"causes": null, "liability": null, "recommendations": []}));
        assert!(world.ready("sign-act", EXECUTOR));
    }

    #[test]
    fn p50_a_recommendation_has_a_term_to_come() {
        let mut world = started();
        let with = |term: &str| json!({"recommendations": [{"text": "Жою", "term": term}]});
        let past = world.refused("draft-act", EXECUTOR, with("2025-04-23"));
        assert_eq!(told(&past), "§50 term-in-the-past term=2025-04-23 today=2025-04-24 @recommendations");
        world.done("draft-act", EXECUTOR, with("2025-04-24"));
        // What was written is there when the page is opened again.
        let contents = world.case.event().unwrap().contents.clone().unwrap();
        assert_eq!(contents.recommendations[0].term, day("2025-04-24"));
        let by = actor(EXECUTOR);
        let fields = world.step("draft-act").fields(&world.view(&by, None));
        assert_eq!(fields.iter().find(|f| f.name == "place").unwrap().default, json!("Астана қ."));
    }
}
