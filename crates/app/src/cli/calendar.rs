//! `sapa calendar`: the working days of a year.

use std::{fmt::Write, process::ExitCode};

use clap::Args;
use jiff::civil::{Date, Weekday};
use law::calendar::{Day, Why};
use serde::Serialize;

use super::{
    Outcome,
    here::{Here, say},
};
use crate::words::{Arg, Speaker};

#[derive(Args)]
pub(super) struct Calendar {
    year: i16,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Take the decrees recorded in this database into account, too.
    #[arg(long, value_name = "URL")]
    db: Option<String>,
}

#[derive(Serialize)]
struct Line {
    date: Date,
    working: bool,
    why: Why,
}

impl Calendar {
    pub fn run(self, here: &Here) -> Outcome {
        let days = here.law(self.db.as_deref())?.calendar.year(self.year);
        if days.is_empty() {
            return here.misuse(&here.words.with("cli-no-such-year", &[("value", self.year.to_string().into())]));
        }
        if self.json {
            let lines: Vec<Line> = days.iter().map(|d| Line { date: d.date, working: d.working, why: d.why }).collect();
            say(serde_json::to_string(&lines)?)?;
        } else {
            say(grids(&here.words, self.year, &days)?)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A grid for each month, and under it the reasons that are not plain weekends.
fn grids(words: &Speaker, year: i16, days: &[Day]) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    for month in days.chunk_by(|a, b| a.date.month() == b.date.month()) {
        let worked = month.iter().filter(|d| d.working).count();
        let worked = words.with("cli-working-days", &[("days", Arg::Number(worked as i64))]);
        writeln!(out, "{} {year} · {worked}", words.month(month[0].date.month()))?;
        let heads = (1..=7).map(|n| format!("{:>4} ", words.t(&format!("weekday-short-{n}"))));
        writeln!(out, "{}", heads.collect::<String>().trim_end())?;
        for week in month.chunk_by(|_, b| b.date.weekday() != Weekday::Monday) {
            let before = usize::try_from(week[0].date.weekday().to_monday_zero_offset()).unwrap_or(0);
            let cells = week.iter().map(|d| match d.working {
                true => format!("{:>4} ", d.date.day()),
                false => format!("{:>5}", format!("[{}]", d.date.day())),
            });
            writeln!(out, "{}{}", " ".repeat(5 * before), cells.collect::<String>().trim_end())?;
        }
        for day in month.iter().filter(|d| !matches!(d.why, Why::Working | Why::Weekend)) {
            let mark = if day.settled { "" } else { " *" };
            writeln!(
                out,
                "  {}, {} – {}{mark}",
                words.date(day.date),
                words.weekday(day.date),
                reason(words, day.why)
            )?;
        }
        writeln!(out)?;
    }
    let worked = days.iter().filter(|d| d.working).count();
    writeln!(out, "{year}: {}", words.with("cli-working-days", &[("days", Arg::Number(worked as i64))]))?;
    writeln!(out, "{}", words.t("cli-calendar-key"))?;
    if days.iter().any(|d| !d.settled) {
        writeln!(out, "* {}", words.t("cli-calendar-provisional"))?;
    }
    out.truncate(out.trim_end().len());
    Ok(out)
}

/// The reason, with the other day of a move.
fn reason(words: &Speaker, why: Why) -> String {
    let reason = words.t(&format!("why-{}", why.key()));
    match why {
        Why::HolidayMoved { holiday, from } => {
            format!("{reason} ({}, {})", words.t(&format!("why-{}", holiday.key())), words.date(from))
        }
        Why::TransferredOff { from: other } | Why::TransferredWorking { to: other } => {
            format!("{reason} ({})", words.date(other))
        }
        _ => reason,
    }
}
