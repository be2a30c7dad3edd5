//! `sapa deadline`: a date with its reckoning.

use clap::{Args, ValueEnum};
use law::{
    rules::{RuleId, StartsFrom},
    term::{self, Due, Quarter, Reckoned, Start, SubjectKind, TermError},
};

use super::{
    Outcome,
    here::{Here, say},
};
use crate::words::{Arg, Speaker};

#[derive(Args)]
pub(super) struct Deadline {
    /// The rule: 28, 61-district, …
    rule: String,
    #[command(flatten)]
    start: StartArgs,
    /// Whom the control concerns.
    #[arg(long, value_enum, default_value_t)]
    subject: Subject,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Take the decrees recorded in this database into account, too.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

#[derive(Args)]
#[group(multiple = false)]
struct StartArgs {
    /// The day of the event, 2026-03-26.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The quarter that is reported, 2025-Q1.
    #[arg(long)]
    quarter: Option<String>,
    /// The year that is planned.
    #[arg(long)]
    year: Option<String>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Subject {
    Micro,
    #[default]
    Other,
}

impl Deadline {
    pub fn run(self, here: &Here) -> Outcome {
        let words = &here.words;
        let Ok(rule) = self.rule.parse::<RuleId>() else {
            let known = RuleId::ALL.iter().map(|r| r.id()).collect::<Vec<_>>().join(", ");
            let sentence = words.with("cli-unknown-rule", &[("rule", self.rule.into()), ("known", known.into())]);
            return here.misuse(&sentence);
        };
        if rule.rule().starts_from() == StartsFrom::Document {
            return here.misuse(&refused(words, rule, &TermError::InDocument { rule }));
        }
        let start = match self.start.read() {
            Ok(Some(start)) => start,
            Ok(None) => return here.misuse(&refused(words, rule, &needed(rule))),
            Err(text) => return here.misuse(&words.with("cli-not-a-start", &[("value", text.into())])),
        };
        let subject = match self.subject {
            Subject::Micro => SubjectKind::Micro,
            Subject::Other => SubjectKind::Other,
        };
        match term::due(&here.law(self.db.as_deref())?, rule, start, subject) {
            Err(error) => return here.misuse(&refused(words, rule, &error)),
            Ok(due) if self.json => say(serde_json::to_string_pretty(&due)?)?,
            Ok(due) => say(explain(words, &due))?,
        }
        Ok(std::process::ExitCode::SUCCESS)
    }
}

impl StartArgs {
    /// What the term starts from, if anything was given; the text that is no start otherwise.
    fn read(self) -> Result<Option<Start>, String> {
        let start = match (self.from, self.quarter, self.year) {
            (Some(text), ..) => (matches!(text.parse(), Ok(Start::Day(_))).then(|| text.parse().ok()).flatten(), text),
            (_, Some(text), _) => (text.parse::<Quarter>().ok().map(Start::Quarter), text),
            (.., Some(text)) => (matches!(text.parse(), Ok(Start::Year(_))).then(|| text.parse().ok()).flatten(), text),
            _ => return Ok(None),
        };
        start.0.map(Some).ok_or(start.1)
    }
}

fn needed(rule: RuleId) -> TermError {
    match rule.rule().starts_from() {
        StartsFrom::Day => TermError::NeedsDay { rule },
        StartsFrom::Quarter => TermError::NeedsQuarter { rule },
        StartsFrom::Year => TermError::NeedsYear { rule },
        StartsFrom::Document => TermError::InDocument { rule },
    }
}

/// Which rule it is, why there is no date, and how to ask for one.
fn refused(words: &Speaker, rule: RuleId, error: &TermError) -> String {
    let option = match error {
        TermError::NeedsDay { .. } => " (--from 2026-03-26)",
        TermError::NeedsQuarter { .. } => " (--quarter 2026-Q1)",
        TermError::NeedsYear { .. } => " (--year 2026)",
        TermError::InDocument { .. } | TermError::OutOfRange { .. } => "",
    };
    let name = words.t(rule.key());
    let term = words.t(&format!("{}-term", rule.key()));
    format!("{rule}: {name} – {term}. {}{option}", words.t(error.key()))
}

/// The date and how it came about, for reading.
fn explain(words: &Speaker, due: &Due) -> String {
    let rule = due.rule.rule();
    let day = |date| format!("{}, {}", words.date(date), words.weekday(date));
    let why = |d: &Reckoned| format!("    {} – {}", day(d.date), words.t(&format!("why-{}", d.why.key())));
    let mut out = Vec::from([
        words.with("cli-rule", &[("n", due.paragraph.to_string().into()), ("rule", words.t(due.rule.key()).into())]),
        format!("  {}: {}", words.t("cli-term"), words.t(&format!("{}-term", due.rule.key()))),
        format!("  {}: {}", words.t("cli-from"), day(due.from)),
        format!("  {}: {}", words.t("cli-due"), day(due.due)),
    ]);
    if rule.starts_from() == StartsFrom::Day {
        let counted = due.reckoning.iter().filter(|d| d.counts).count();
        out.push(format!("  {}", words.with("cli-counted", &[("days", Arg::Number(counted as i64))])));
    } else if rule.moves {
        out.push(format!("  {}", words.t("cli-moves")));
    }
    let skipped: Vec<_> = due.reckoning.iter().filter(|d| !d.counts).collect();
    if !skipped.is_empty() {
        out.push(format!("  {}:", words.t("cli-skipped")));
        out.extend(skipped.into_iter().map(why));
    }
    if !due.readings.is_empty() {
        out.push(format!("  {}:", words.t("cli-readings")));
        out.extend(due.readings.iter().map(|id| format!("    {id} · {}", words.t(id.title_key()))));
    }
    out.push(format!("  {}: {}", words.t("cli-edition"), due.edition));
    out.join("\n")
}
