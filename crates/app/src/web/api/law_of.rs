//! The law itself: paragraphs, procedures, deadlines, the calendar.

use axum::{
    Json,
    extract::{Path, State},
};
use jiff::civil::Date;
use law::{
    case::{
        Procedure, Step,
        step::{Side, View},
    },
    paragraphs::{self, Paragraph},
    rules::{Bound, RuleId, StartsFrom},
    term::{self, Quarter, Start, SubjectKind, TermError},
};
use serde::Deserialize;

use super::{
    ROOT,
    auth::Caller,
    fields::{self, Offers},
    problem::{Asked, Problem},
    samples,
    shown::{
        CalendarYear, DayShown, DueShown, Entitled, Named, ParagraphList, ParagraphShown, ProcedureList,
        ProcedureShown, RuleShown, StepDefined, StepPlace,
    },
};
use crate::{app::Shared, door, web::error::Failure, words::Speaker};

/// Years a calendar is given for.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

pub async fn calendar(
    State(app): State<Shared>,
    caller: Caller,
    Path(year): Path<String>,
) -> Result<Json<CalendarYear>, Problem> {
    let year: i16 = year.parse().map_err(|_| Problem::not_found())?;
    if !YEARS.contains(&year) {
        return Err(Problem::not_found());
    }
    let days = app.law().calendar.year(year).into_iter().map(|d| DayShown {
        date: d.date,
        working: d.working,
        why: d.why.key().into(),
        label: caller.words.t(&format!("why-{}", d.why.key())),
        settled: d.settled,
    });
    Ok(Json(CalendarYear { year, days: days.collect() }))
}

#[derive(Deserialize)]
pub struct Begins {
    from: Option<Date>,
    quarter: Option<String>,
    year: Option<i16>,
    subject: Option<String>,
}

impl Begins {
    /// Exactly one of day, quarter and year.
    fn start(&self) -> Option<Start> {
        match (self.from, &self.quarter, self.year) {
            (Some(day), None, None) if YEARS.contains(&day.year()) => Some(Start::Day(day)),
            (None, Some(quarter), None) => {
                Some(Start::Quarter(quarter.parse().ok().filter(|q: &Quarter| YEARS.contains(&q.year()))?))
            }
            (None, None, Some(year)) if YEARS.contains(&year) => Some(Start::Year(year)),
            _ => None,
        }
    }

    fn subject(&self) -> Option<SubjectKind> {
        match self.subject.as_deref() {
            None | Some("other") => Some(SubjectKind::Other),
            Some("micro") => Some(SubjectKind::Micro),
            Some(_) => None,
        }
    }
}

pub async fn deadline(
    State(app): State<Shared>,
    _caller: Caller,
    Path(rule): Path<String>,
    Asked(asked): Asked<Begins>,
) -> Result<Json<DueShown>, Problem> {
    let rule: RuleId = rule.parse().map_err(|_| Problem::not_found())?;
    let subject = asked.subject().ok_or_else(Problem::parameter)?;
    let says = |error: TermError| Problem::of(Failure::Bad(error.key()));
    let start = asked.start().ok_or_else(|| says(needed(rule)))?;
    let due = term::due(&app.law(), rule, start, subject).map_err(says)?;
    Ok(Json(DueShown::of(&due)))
}

/// What a rule starts from.
fn needed(rule: RuleId) -> TermError {
    match rule.rule().starts_from() {
        StartsFrom::Day => TermError::NeedsDay { rule },
        StartsFrom::Quarter => TermError::NeedsQuarter { rule },
        StartsFrom::Year => TermError::NeedsYear { rule },
        StartsFrom::Document => TermError::InDocument { rule },
    }
}

pub async fn rules(caller: Caller) -> Json<ParagraphList> {
    Json(ParagraphList { items: paragraphs::ALL.iter().map(|p| show_paragraph(&caller.words, p)).collect() })
}

pub async fn rule(caller: Caller, Path(number): Path<String>) -> Result<Json<ParagraphShown>, Problem> {
    let paragraph = number.parse().ok().and_then(paragraphs::paragraph).ok_or_else(Problem::not_found)?;
    Ok(Json(show_paragraph(&caller.words, paragraph)))
}

fn show_paragraph(words: &Speaker, paragraph: &Paragraph) -> ParagraphShown {
    let number = paragraph.number;
    let steps = Procedure::ALL.into_iter().flat_map(|p| p.steps().iter().map(move |s| (p, *s)));
    let steps = steps.filter(|(_, s)| s.paragraph() == number);
    ParagraphShown {
        number,
        chapter: paragraph.chapter,
        section: paragraph.section,
        title: words.t(&format!("para-{number}-title")),
        text: words.t(&format!("para-{number}")),
        deadlines: paragraph.rules.iter().map(|r| show_rule(words, *r)).collect(),
        steps: steps
            .map(|(p, s)| StepPlace { procedure: p.word().into(), step: Named::word(words, "step", s.id()) })
            .collect(),
        url: format!("{ROOT}/rules/{number}"),
    }
}

fn show_rule(words: &Speaker, id: RuleId) -> RuleShown {
    let rule = id.rule();
    RuleShown {
        id: id.to_string(),
        name: words.t(id.key()),
        term: words.t(&format!("rule-{id}-term")),
        starts_from: match rule.starts_from() {
            StartsFrom::Day => "day",
            StartsFrom::Quarter => "quarter",
            StartsFrom::Year => "year",
            StartsFrom::Document => "document",
        }
        .into(),
        bound: match rule.bound() {
            Bound::Latest => "latest",
            Bound::Earliest => "earliest",
        }
        .into(),
        moves: rule.moves,
        readings: rule.readings.iter().map(ToString::to_string).collect(),
    }
}

pub async fn procedures(State(app): State<Shared>, caller: Caller) -> Result<Json<ProcedureList>, Problem> {
    let mut items = Vec::new();
    for procedure in Procedure::ALL {
        let desk = door::blank(&app, caller.actor(), procedure, "").await?;
        let view = desk.view(None);
        let steps = procedure.steps().iter().map(|s| show_step(&caller.words, procedure, *s, &view));
        items
            .push(ProcedureShown { procedure: ProcedureShown::name(&caller.words, procedure), steps: steps.collect() });
    }
    Ok(Json(ProcedureList { items }))
}

fn show_step(words: &Speaker, procedure: Procedure, step: &dyn Step, blank: &View) -> StepDefined {
    let def = step.def();
    let opens = procedure.steps()[0].id() == step.id();
    let fields = match samples::of(step) {
        Some(sample) if !opens => without_case(words, step, &sample.fields),
        _ => fields::show(words, step.id(), &step.fields(blank), &Offers { people: blank.people, files: &[] }),
    };
    StepDefined {
        step: Named::word(words, "step", step.id()),
        lead: words.t(&format!("step-{}-lead", step.id())),
        paragraph: step.paragraph(),
        opens,
        who: def
            .who
            .iter()
            .map(|(side, role)| Entitled {
                side: match side {
                    Side::Control => "control",
                    Side::Object => "object",
                    Side::Receiver => "receiver",
                }
                .into(),
                role: Named::word(words, "role", role.word()),
            })
            .collect(),
        signs: def.signs,
        issues: def.issues.map(|d| Named::word(words, "document", d.word())),
        discharges: def.discharges.iter().map(ToString::to_string).collect(),
        fields,
    }
}

/// The questions without what only a case can offer: choices of the case, and suggestions.
fn without_case(words: &Speaker, step: &dyn Step, asked: &[law::case::Field]) -> Vec<super::shown::FieldShown> {
    fn strip(fields: &mut [super::shown::FieldShown]) {
        for field in fields {
            field.default = serde_json::Value::Null;
            if matches!(field.kind.as_str(), "pick" | "picks") {
                field.choices.clear();
            }
            strip(&mut field.fields);
        }
    }
    let mut shown = fields::show(words, step.id(), asked, &Offers::default());
    strip(&mut shown);
    shown
}
