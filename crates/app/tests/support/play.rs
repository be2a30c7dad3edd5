//! The cast of the demo, and steps taken at the door with the examples that the law itself gives.

use law::case::{Answers, Procedure};
use sapa::door::{self, Desk, Done, Trouble};
use serde_json::Value;

use super::{Product, set_day};

pub const LEADER: &str = "justice.leader.leader";
pub const UNIT_HEAD: &str = "justice.unit-head.unit-head";
pub const EXECUTOR: &str = "justice.executor1.responsible-executor";
pub const SECOND: &str = "justice.executor2.responsible-executor";
pub const OBJECT: &str = "justice-akmola.head.control-object-head";
pub const OBJECT_BODY: &str = "min-justice-td-akmola";

/// The way of an event that finds something.
const WAY: &[(&str, &str)] = &[
    ("draft-order", UNIT_HEAD),
    ("sign-order", LEADER),
    ("send-notice", EXECUTOR),
    ("start-event", EXECUTOR),
    ("record-finding", EXECUTOR),
    ("mark-checklist", EXECUTOR),
    ("draft-act", EXECUTOR),
    ("sign-act", EXECUTOR),
    ("sign-act", SECOND),
    ("present-act", EXECUTOR),
    ("countersign-act", OBJECT),
    ("submit-materials", UNIT_HEAD),
    ("decide", LEADER),
    ("draft-letter", UNIT_HEAD),
    ("sign-letter", LEADER),
    ("receive-letter", OBJECT),
    ("submit-action-plan", OBJECT),
];

impl Product {
    /// Takes a step at the door, changed in these answers.
    pub async fn step(&self, grant: &str, case: &str, step: &str, change: Value) -> Result<Done, Trouble> {
        let actor = self.actor(grant).await;
        let procedure = if step.contains("plan-") || step.ends_with("-plan") && step != "submit-action-plan" {
            Procedure::AnnualPlan
        } else {
            Procedure::ControlEvent
        };
        let desk = match door::open(&self.app, &actor, case).await? {
            Some(desk) => desk,
            None => door::blank(&self.app, &actor, procedure, case).await?,
        };
        let procedure = desk.case.procedure;
        let answers = changed(&desk, step, change);
        let request = door::Request { procedure, case, step, answers, version: None, key: None };
        door::take(&self.app, &actor, request).await
    }

    /// Takes an event along its way, this step included.
    pub async fn until(&self, case: &str, last: &str) {
        let end = WAY.iter().rposition(|(step, _)| *step == last).expect("a step of the way");
        let known = store::journal::load_facts(self.db(), case).await.unwrap().len();
        for (step, grant) in &WAY[known.min(end)..=end] {
            self.go(grant, case, step).await;
        }
    }

    async fn go(&self, grant: &str, case: &str, step: &str) {
        if step == "start-event" {
            let desk = self.desk(grant, case).await;
            set_day(desk.case.event().and_then(|e| e.start).expect("a start"));
        }
        let change = if step == "draft-order" { serde_json::json!({"object": OBJECT_BODY}) } else { Value::Null };
        self.step(grant, case, step, change).await.unwrap_or_else(|trouble| panic!("{step}: {trouble:?}"));
    }

    /// The case as this person sees it.
    pub async fn desk(&self, grant: &str, case: &str) -> Desk {
        let actor = self.actor(grant).await;
        door::open(&self.app, &actor, case).await.unwrap().expect("a case that this person may read")
    }

    /// Kinds of the facts of a case, in their order.
    pub async fn kinds(&self, case: &str) -> Vec<&'static str> {
        let facts = door::facts(&self.app, case).await.unwrap();
        facts.iter().map(|f| f.what.word()).collect()
    }
}

/// The example of a step of a case, changed in these answers.
pub async fn sample(product: &Product, grant: &str, case: &str, step: &str, change: Value) -> Answers {
    changed(&product.desk(grant, case).await, step, change)
}

/// The example of the step that opens a case.
pub async fn blank_sample(product: &Product, grant: &str, procedure: Procedure, case: &str, change: Value) -> Answers {
    let actor = product.actor(grant).await;
    let desk = door::blank(&product.app, &actor, procedure, case).await.unwrap();
    changed(&desk, procedure.steps()[0].id(), change)
}

fn changed(desk: &Desk, step: &str, change: Value) -> Answers {
    let step = desk.case.procedure.step(step).expect("a step of that name");
    let mut answers = step.samples(&desk.view(None)).into_iter().next().unwrap_or_default();
    for (name, value) in change.as_object().into_iter().flatten() {
        answers.0.insert(name.clone(), value.clone());
    }
    answers
}

/// Answers as the fields of a form.
pub fn flat(answers: &Answers) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (name, value) in &answers.0 {
        put(&mut fields, name, value);
    }
    fields
}

fn put(fields: &mut Vec<(String, String)>, name: &str, value: &Value) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::String(text) => fields.push((name.into(), text.clone())),
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                match value {
                    Value::Object(row) => row.iter().for_each(|(n, v)| put(fields, &format!("{name}-{at}-{n}"), v)),
                    other => put(fields, name, other),
                }
            }
        }
        other => fields.push((name.into(), other.to_string())),
    }
}
