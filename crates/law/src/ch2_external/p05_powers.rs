//! §5: what the officers may ask for and get: documents, data and access, hearings and written explanations question by question,
//! results of internal control, information of the public monitoring; and the measures of art. 153.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{OFFICERS, SUBJECT, day_of_answer, inspection, inspection::Inspection, named, under_way};
use crate::case::{
    Answers, FactKind, Field, FieldKind, Refusal,
    fact::Draft,
    form::Checked,
    step::{Def, Offer, Step, View},
};

/// Kinds of requests; words are locale keys `power-…`.
pub const POWERS: [&str; 6] =
    ["documents", "data-access", "hearing", "explanation", "internal-control", "public-monitoring"];
/// Those that need an answer by a day.
const ANSWERED: [&str; 4] = ["documents", "data-access", "explanation", "internal-control"];
/// Measures of art. 153; words are locale keys `article153-…`.
pub const MEASURES: [&str; 4] = ["remedy", "prevent", "liability", "restrictive"];

/// Something asked of the subject or of an official.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub power: String,
    /// Of whom.
    pub person: Option<String>,
    pub text: String,
    /// §5 2): the questions, one a line.
    pub questions: Option<String>,
    /// Day by which the answer is asked for, included.
    pub answer_by: Option<Date>,
}

/// What came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    pub request: String,
    pub text: String,
    pub files: Vec<String>,
}

/// A measure of art. 153.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub article153: String,
    pub text: String,
    /// How and when the prosecutor was told of a restrictive one.
    pub prosecutor: Option<String>,
}

/// An officer asks.
pub struct MakeRequest;

impl Step for MakeRequest {
    fn def(&self) -> &'static Def {
        const { &Def::new("make-request", 5, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        under_way(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let by = view.law.calendar.add_working(view.today, 1);
        vec![
            Field::choice("power", "power", &POWERS),
            Field::text("person").optional(),
            Field::lines("text"),
            Field::lines("questions").optional(),
            Field::date("answer_by", by).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let mut request: Request = answers.read();
        let asked = ["hearing", "explanation"].contains(&request.power.as_str());
        if asked && request.questions.is_none() {
            return Err(Refusal::new(5, "questions-missing").at("questions"));
        }
        if !ANSWERED.contains(&request.power.as_str()) {
            request.answer_by = None;
        } else if request.answer_by.is_none() {
            return Err(Refusal::new(5, "answer-without-day").date("today", view.today).at("answer_by"));
        }
        if request.answer_by.is_some_and(|by| by < view.today) {
            return Err(Refusal::new(5, "answer-in-the-past").date("today", view.today).at("answer_by"));
        }
        let end = inspection(view).end_in_force().filter(|end| request.answer_by.is_some_and(|by| by > *end));
        if let Some(end) = end {
            return Err(Refusal::new(5, "answer-after-end").date("end", end).at("answer_by"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::RequestMade(request) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"power": "documents", "text": "Өтініштерді тіркеу журналының көшірмесі",
            "answer_by": view.today}))]
    }
}

/// The subject answers; the officer writes down what came on paper.
pub struct AnswerRequest;

impl AnswerRequest {
    fn open(view: &View) -> Vec<(String, String)> {
        let open =
            inspection(view).requests.iter().filter(|r| r.reply.is_none() && r.request.power != "public-monitoring");
        open.map(|r| (r.number.to_string(), format!("{}. {}", r.number, r.request.text))).collect()
    }
}

impl Step for AnswerRequest {
    fn def(&self) -> &'static Def {
        const { &Def::new("answer-inspection-request", 5, SUBJECT) }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).delivered.is_some() || Self::open(view).is_empty() { Offer::Never } else { named(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![
            Field::date("on", view.today),
            Field::new("request", FieldKind::Pick(Self::open(view))),
            Field::lines("text"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let reply: Reply = answers.read();
        let asked = inspection(view).requests.iter().find(|r| r.number.to_string() == reply.request);
        let on = day_of_answer(view, 5, answers, asked.map_or(view.today, |r| r.on))?;
        Ok(vec![Draft { on, what: FactKind::RequestAnswered(reply) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let first = Self::open(view).into_iter().next().map(|(number, _)| number);
        vec![Answers::of(json!({"on": view.today, "request": first, "text": "Құжаттар ұсынылды"}))]
    }
}

/// §5 5): a measure of art. 153 is taken.
pub struct TakeMeasure;

impl Step for TakeMeasure {
    fn def(&self) -> &'static Def {
        const { &Def::new("take-measure", 5, OFFICERS).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        match inspection(view) {
            Inspection { started: None, .. } => Offer::Never,
            Inspection { suspended: Some(_), .. } => Offer::NotYet(Refusal::new(19, "stands-still")),
            _ => named(view),
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        vec![
            Field::choice("article153", "article153", &MEASURES),
            Field::lines("text"),
            Field::text("prosecutor").optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let measure: Measure = answers.read();
        if measure.article153 == "restrictive" && measure.prosecutor.is_none() {
            return Err(Refusal::new(5, "prosecutor-not-told").at("prosecutor"));
        }
        Ok(vec![Draft { on: view.today, what: FactKind::MeasureTaken(measure) }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"article153": "prevent", "text": "Бұзушылықтың алдын алу туралы түсіндірме берілді"}))]
    }
}
