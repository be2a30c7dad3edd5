//! Deadlines per second on one core, beside numpy's `busday_offset`: the same starts, the same numbers of days, in turns.

use std::{
    fs,
    hint::black_box,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use law::{
    edition::Law,
    rules::{RULES, Reckons, RuleId},
    term::{self, Start, SubjectKind},
};

use crate::{
    Outcome,
    stats::{Dice, Times},
};

const HOW_MANY: usize = 1_000_000;
const TURNS: usize = 15;
const EPOCH: Date = date(1970, 1, 1);

pub fn run(python: &str, script: &str) -> Outcome {
    let law = Law::shipped();
    let rules: Vec<RuleId> =
        RULES.iter().filter(|r| matches!(r.reckoning, Reckons::WorkingDaysAfter(_))).map(|r| r.id).collect();
    let first = date(2021, 1, 1);
    let mut dice = Dice(0x5A9A);
    let questions: Vec<(RuleId, Date)> = (0..HOW_MANY)
        .map(|_| {
            let day = first.saturating_add(i64::try_from(dice.below(2400)).unwrap_or(0).days());
            (rules[dice.below(rules.len())], day)
        })
        .collect();
    let numbers: Vec<u32> = questions
        .iter()
        .map(|(rule, day)| {
            let parameter = rule.rule().parameter(false);
            parameter.map_or(0, |p| law.parameter(p, *day))
        })
        .collect();

    let folder = std::env::temp_dir().join(format!("sapa-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let days = questions.iter().map(|(_, day)| since_epoch(*day));
    write(&folder.join("starts"), days)?;
    write(&folder.join("numbers"), numbers.iter().map(|n| i64::from(*n)))?;
    write(&folder.join("holidays"), weekdays_off(&law))?;
    let mut peer =
        Command::new(python).arg(script).arg(&folder).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut ask = peer.stdin.take().ok_or("no way to ask numpy")?;
    let mut answers = BufReader::new(peer.stdout.take().ok_or("no way to hear numpy")?).lines();
    let version = answers.next().ok_or("numpy does not answer")??;

    let mut out = vec![first; HOW_MANY];
    let mut times: [Vec<Duration>; 4] = Default::default();
    for _ in 0..TURNS {
        let [by_rule, by_number, explained, theirs] = &mut times;
        by_rule.push(turn(|| {
            for (out, (rule, day)) in out.iter_mut().zip(&questions) {
                *out = term::due_date(&law, *rule, Start::Day(*day), SubjectKind::Other).unwrap_or(Date::MIN);
            }
        }));
        black_box(&out);
        by_number.push(turn(|| {
            for ((out, (_, day)), n) in out.iter_mut().zip(&questions).zip(&numbers) {
                *out = law.calendar.add_working(*day, *n);
            }
        }));
        black_box(&out);
        ask.write_all(b"go\n")?;
        theirs.push(Duration::from_secs_f64(answers.next().ok_or("numpy went away")??.parse()?));
        explained.push(turn(|| {
            for (rule, day) in &questions[..HOW_MANY / 50] {
                black_box(term::due(&law, *rule, Start::Day(*day), SubjectKind::Other).ok());
            }
        }));
    }
    ask.write_all(b"end\n")?;
    peer.wait()?;
    let theirs: Vec<i64> = fs::read(folder.join("answers"))?
        .chunks_exact(8)
        .map(|bytes| i64::from_le_bytes(bytes.try_into().unwrap_or_default()))
        .collect();
    let different = out.iter().zip(&theirs).filter(|(ours, theirs)| since_epoch(**ours) != **theirs).count();
    fs::remove_dir_all(&folder)?;

    let [by_rule, by_number, explained, numpy] = times.map(Times::of);
    println!("{HOW_MANY} random days 2021–2027, {TURNS} turns in alternation, one core, million a second:");
    let line = |name: &str, times: &Times, many: usize| {
        let rate = |t: Duration| many as f64 / t.as_secs_f64() / 1e6;
        println!("  {name:<58} median {:>7.2}  best {:>7.2}", rate(times.median()), rate(times.best()));
    };
    line("sapa, rule and day to date (law::term::due_date)", &by_rule, HOW_MANY);
    line("sapa, day and number to date (Calendar::add_working)", &by_number, HOW_MANY);
    line(&format!("numpy {version}, day and number to date (busday_offset)"), &numpy, HOW_MANY);
    line("sapa, with the reckoning of every day (law::term::due)", &explained, HOW_MANY / 50);
    println!(
        "  dates that differ: {different} of {HOW_MANY} (numpy cannot be told of weekend days worked by decree: {})",
        weekends_worked(&law)
    );
    Ok(())
}

fn turn(what: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    what();
    begun.elapsed()
}

fn since_epoch(day: Date) -> i64 {
    (day - EPOCH).get_days().into()
}

fn write(path: &Path, numbers: impl Iterator<Item = i64>) -> std::io::Result<()> {
    fs::write(path, numbers.flat_map(i64::to_le_bytes).collect::<Vec<u8>>())
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The holidays, as numpy wants them.
fn weekdays_off(law: &Law) -> impl Iterator<Item = i64> + '_ {
    let days = (2021..=2028).flat_map(|year| law.calendar.year(year));
    days.filter(|day| !day.working && !is_weekend(day.date)).map(|day| since_epoch(day.date))
}

fn weekends_worked(law: &Law) -> usize {
    let days = (2021..=2027).flat_map(|year| law.calendar.year(year));
    days.filter(|day| day.working && is_weekend(day.date)).count()
}
