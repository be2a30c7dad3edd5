//! The small calculator of a paragraph: a day, quarter or year in, the date with its reckoning out.

use jiff::civil::Date;
use law::{
    edition::Law,
    rules::{RuleId, StartsFrom},
    term::{self, Due, Quarter, Start, SubjectKind},
};
use serde::Deserialize;

use crate::{
    web::{
        form::{Choice, Fault},
        why::{Why, explain},
    },
    words::{Arg, Speaker},
};

/// What was asked of the calculator.
#[derive(Deserialize, Default)]
pub struct Asked {
    rule: Option<String>,
    #[serde(default)]
    from: String,
    #[serde(default)]
    quarter: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    subject: String,
}

/// The form as it is shown, and the answer to what was asked.
pub struct Calculator {
    /// To choose from; empty where the paragraph has one rule.
    pub rules: Vec<Choice>,
    /// The only rule, where there is one.
    pub rule: String,
    /// `day`, `quarter` or `year`.
    pub starts: &'static str,
    pub from: String,
    pub quarters: Vec<Choice>,
    pub years: Vec<Choice>,
    /// To choose from where the length depends on it.
    pub subjects: Vec<Choice>,
    pub error: String,
    pub faults: Vec<Fault>,
    pub why: Option<Why>,
}

impl Calculator {
    /// None where no rule of the paragraph can be reckoned: the date stands in a document.
    pub fn new(words: &Speaker, law: &Law, today: Date, rules: &[RuleId], asked: &Asked) -> Option<Self> {
        let rules: Vec<RuleId> =
            rules.iter().copied().filter(|r| r.rule().starts_from() != StartsFrom::Document).collect();
        let chosen = rules.iter().copied().find(|r| asked.rule.as_deref() == Some(r.id()));
        let rule = chosen.or_else(|| rules.first().copied())?;
        let starts = match rule.rule().starts_from() {
            StartsFrom::Quarter => "quarter",
            StartsFrom::Year => "year",
            _ => "day",
        };
        let choice = |value: String, label: String, chosen: bool| Choice { value, label, hint: String::new(), chosen };
        let length = |r: &RuleId| r.rule().parameter(false) != r.rule().parameter(true);
        let subject = if asked.subject == "micro" { SubjectKind::Micro } else { SubjectKind::Other };
        let mut calculator = Self {
            rules: if rules.len() > 1 {
                rules.iter().map(|r| choice(r.to_string(), words.t(r.key()), *r == rule)).collect()
            } else {
                Vec::new()
            },
            rule: rule.to_string(),
            starts,
            from: if asked.from.is_empty() && asked.rule.is_none() { today.to_string() } else { asked.from.clone() },
            quarters: quarters(words, today, &asked.quarter),
            years: years(today, &asked.year),
            subjects: if rules.iter().any(length) {
                [("other", SubjectKind::Other), ("micro", SubjectKind::Micro)]
                    .map(|(word, kind)| choice(word.into(), words.t(&format!("rules-subject-{word}")), kind == subject))
                    .into()
            } else {
                Vec::new()
            },
            error: String::new(),
            faults: Vec::new(),
            why: None,
        };
        if asked.rule.is_some() {
            match reckon(law, rule, starts, asked, subject) {
                Ok(due) => calculator.why = Some(shown(words, &due)),
                Err(key) => {
                    calculator.error = words.t(key);
                    let field = if starts == "day" { "from" } else { starts };
                    calculator.faults = vec![Fault { field: field.into(), text: calculator.error.clone() }];
                }
            }
        }
        Some(calculator)
    }
}

fn reckon(law: &Law, rule: RuleId, starts: &str, asked: &Asked, subject: SubjectKind) -> Result<Due, &'static str> {
    let start = match starts {
        "quarter" => Start::Quarter(asked.quarter.trim().parse().map_err(|_| "rules-bad-quarter")?),
        "year" => Start::Year(asked.year.trim().parse().map_err(|_| "rules-bad-year")?),
        _ => {
            let day: Date = asked.from.trim().parse().map_err(|_| "rules-bad-day")?;
            Start::Day(Some(day).filter(|d| (1900..2200).contains(&d.year())).ok_or("rules-bad-day")?)
        }
    };
    term::due(law, rule, start, subject).map_err(|error| error.key())
}

/// The reckoning. A term of a year shows the month of its end, not the months since 1 January.
fn shown(words: &Speaker, due: &Due) -> Why {
    let mut why = explain(words, due);
    if due.rule.rule().starts_from() == StartsFrom::Year {
        why.months = explain(words, &Due { from: due.due, ..due.clone() }).months;
    }
    why
}

/// The quarters of the years around today; the last one over is offered.
fn quarters(words: &Speaker, today: Date, asked: &str) -> Vec<Choice> {
    let offered = Quarter::of(today).and_then(|now| Quarter::of(now.first_day().yesterday().ok()?));
    let all = (2021..=today.year() + 1).rev().flat_map(|year| (1..=4).rev().filter_map(move |n| Quarter::new(year, n)));
    all.map(|q| Choice {
        value: q.to_string(),
        label: words.with(
            "rules-quarter-of",
            &[("quarter", Arg::Number(q.number().into())), ("year", q.year().to_string().into())],
        ),
        hint: String::new(),
        chosen: if asked.is_empty() { Some(q) == offered } else { q.to_string() == asked },
    })
    .collect()
}

/// The years a plan or a list may be for; the next one is offered.
fn years(today: Date, asked: &str) -> Vec<Choice> {
    let offered = (today.year() + 1).to_string();
    (2022..=today.year() + 2)
        .map(|year| {
            let value = year.to_string();
            Choice {
                chosen: if asked.is_empty() { value == offered } else { value == asked },
                label: value.clone(),
                value,
                hint: String::new(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use law::paragraphs;

    use super::*;
    use crate::words::{Lang, Words};

    #[test]
    fn every_rule_that_can_be_reckoned_is_reckoned_as_offered() {
        let words = Words::load().speaker(Lang::Kk);
        let (law, today) = (Law::shipped(), date(2026, 3, 26));
        for rule in paragraphs::ALL.iter().flat_map(|p| p.rules) {
            let blank = Calculator::new(&words, &law, today, &[*rule], &Asked::default());
            assert_eq!(blank.is_none(), rule.rule().starts_from() == StartsFrom::Document, "{rule}");
            let Some(blank) = blank else { continue };
            let chosen = |choices: &[Choice]| choices.iter().find(|c| c.chosen).map(|c| c.value.clone()).unwrap();
            let asked = Asked {
                rule: Some(rule.to_string()),
                from: blank.from,
                quarter: chosen(&blank.quarters),
                year: chosen(&blank.years),
                subject: "micro".into(),
            };
            let answer = Calculator::new(&words, &law, today, &[*rule], &asked).unwrap();
            let why = answer.why.expect(&answer.error);
            let due = why.months.iter().flat_map(|m| m.weeks.iter().flatten()).filter(|d| d.kind == "due").count();
            assert_eq!(due, 1, "{rule}: the last day is in the calendar");
        }
    }

    #[test]
    fn a_day_that_is_none_is_said_to_be_so() {
        let words = Words::load().speaker(Lang::Ru);
        let asked = Asked { rule: Some("45".into()), from: "32.13.2026".into(), ..Asked::default() };
        let calculator = Calculator::new(&words, &Law::shipped(), date(2026, 3, 26), &[RuleId::R45], &asked).unwrap();
        assert_eq!(calculator.faults[0].field, "from");
        assert!(calculator.why.is_none());
    }
}
