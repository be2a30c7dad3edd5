//! §29: where remedying takes more time or money the subject asks, within three working days, for more time, with its measures and
//! objective reasons; within three working days leadership extends the term or refuses with reasons.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, SUBJECT, day_of_answer, inspection, named, numbered};
use crate::{
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    edition::Law,
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

/// What may be decided; words are locale keys `more-time-…`.
pub const DECISIONS: [&str; 2] = ["granted", "refused"];

/// The subject's request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Numbers of the violations.
    pub items: Vec<String>,
    pub until: Date,
    /// What is being done to remedy them.
    pub measures_taken: String,
    /// Objective reasons.
    pub reasons: String,
    pub files: Vec<String>,
    #[serde(default)]
    pub late: bool,
}

/// The decision: to which day, or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub more_time: String,
    pub until: Option<Date>,
    pub reason: String,
}

/// The last day for the request: R-18.
pub fn last_day(law: &Law, delivered: Date) -> Date {
    due_date(law, RuleId::R29_1, Start::Day(delivered), SubjectKind::Other).expect("the rule counts from a day")
}

/// The subject asks for more time.
pub struct AskMoreTime;

impl AskMoreTime {
    fn open(view: &View) -> Vec<(String, String)> {
        let inspection = inspection(view);
        numbered(view, |v| !inspection.reported.contains_key(&v.number) && !inspection.verdicts.contains_key(&v.number))
    }
}

impl Step for AskMoreTime {
    fn def(&self) -> &'static Def {
        const { &Def::new("ask-more-time", 29, SUBJECT).discharging(&[RuleId::R29_1]) }
    }

    fn offer(&self, view: &View) -> Offer {
        let inspection = inspection(view);
        if inspection.delivered.is_none() || inspection.follow_up.is_some() || Self::open(view).is_empty() {
            return Offer::Never;
        }
        if let Some((on, _)) = &inspection.asked {
            return Offer::NotYet(Refusal::new(29, "asked-already").date("on", *on));
        }
        named(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let longest = inspection(view).terms.values().max().copied().unwrap_or(view.today);
        vec![
            Field::date("on", view.today),
            Field::new("items", FieldKind::Picks(Self::open(view))),
            Field::date("until", view.law.calendar.add_working(longest, 10)),
            Field::lines("measures_taken"),
            Field::lines("reasons"),
            Field::new("files", FieldKind::Files).optional(),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let inspection = inspection(view);
        let mut asked: Asked = answers.read();
        let delivered = inspection.delivered.as_ref().map_or(view.today, |(on, _)| *on);
        let on = day_of_answer(view, 29, answers, delivered)?;
        let term = asked.items.iter().filter_map(|i| inspection.terms.get(&i.parse().ok()?)).max().copied();
        if let Some(term) = term.filter(|term| asked.until <= *term) {
            return Err(Refusal::new(29, "more-time-not-later").date("term", term).at("until"));
        }
        asked.late = on > last_day(view.law, delivered);
        Ok(vec![Draft { on, what: FactKind::MoreTimeAsked(asked) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let items: Vec<_> = Self::open(view).into_iter().map(|(number, _)| number).collect();
        let longest = inspection(view).terms.values().max().copied().unwrap_or(view.today);
        vec![Answers::of(json!({"on": view.today, "items": items,
            "until": view.law.calendar.add_working(longest, 10),
            "measures_taken": "Ақпараттық жүйені пысықтауға шарт жасалды", "reasons": "Бюджетті нақтылау қажет"}))]
    }
}

/// Leadership decides.
pub struct DecideMoreTime;

impl Step for DecideMoreTime {
    fn def(&self) -> &'static Def {
        const RULES: &[RuleId] = &[RuleId::R29_2];
        const { &Def::new("decide-more-time", 29, LEADER).discharging(RULES).issuing(DocumentKind::MoreTimeDecision) }
    }

    fn offer(&self, view: &View) -> Offer {
        if inspection(view).more_time_pending() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let asked = inspection(view).asked.as_ref().map(|(_, a)| a.until);
        vec![
            Field::choice("more_time", "more-time", &DECISIONS),
            Field::new("until", FieldKind::Date).optional().with(asked),
            Field::lines("reason"),
        ]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let inspection = inspection(view);
        let mut decided: Decided = answers.read();
        if decided.more_time == "refused" {
            decided.until = None;
        } else {
            let items = inspection.asked.iter().flat_map(|(_, a)| &a.items);
            let term = items.filter_map(|i| inspection.terms.get(&i.parse().ok()?)).max().copied();
            match (decided.until, term) {
                (None, _) => return Err(Refusal::new(29, "more-time-without-day").at("until")),
                (Some(until), Some(term)) if until <= term => {
                    return Err(Refusal::new(29, "more-time-not-later").date("term", term).at("until"));
                }
                _ => {}
            }
        }
        Ok(vec![Draft { on: view.today, what: FactKind::MoreTimeDecided(decided) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let until = inspection(view).asked.as_ref().map(|(_, a)| a.until);
        vec![
            Answers::of(json!({"more_time": "granted", "until": until, "reason": "Дәлелдер расталды"})),
            Answers::of(json!({"more_time": "refused", "reason": "Қаржы шығыны талап етілмейді"})),
        ]
    }
}
