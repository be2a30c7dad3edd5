//! The national roll-up of a quarter over many bodies with service lines, against the same sums in DuckDB on the same cells;
//! one accepted report that flows to the top; the checks of a full form; one Excel form.

use std::{
    fmt::Write as _,
    fs,
    io::{BufWriter, Write as _},
    path::Path,
    process::Command,
};

use law::{
    ch3_reports::{
        Cell, FormId, Place, Sheet,
        checks::{self, Beside},
        form::Holds,
        rollup::Rollup,
        sheet::LineKey,
    },
    term::Quarter,
};

use crate::{
    Outcome,
    stats::{Dice, Times, ms, us},
};

/// Lines under a row of services: about 2,500 cells a body.
const LINES: usize = 24;
const RUNS: usize = 9;
const TERRITORIES: usize = 20;

fn quarter() -> Quarter {
    Quarter::new(2025, 3).expect("a quarter")
}

/// A full form of a body: every row and `lines` services under each row of services.
fn sheet(body: usize, lines: usize) -> Sheet {
    let mut sheet = Sheet::blank(FormId::Local, quarter());
    let mut dice = Dice(body as u64 * 0x9E37_79B9 + 7);
    for row in sheet.definition().rows.iter().filter(|r| r.is_entered()) {
        let keys: Vec<LineKey> = match row.holds {
            Holds::Lines(_) => {
                (0..lines).map(|n| LineKey::pair(format!("service-{:04}", n * 7 % 700), "e-sys")).collect()
            }
            _ => Vec::new(),
        };
        let words: Vec<String> = keys.iter().map(LineKey::word).collect();
        for key in keys {
            sheet.add_line(row.number, key);
        }
        let words = if words.is_empty() { vec![String::new()] } else { words };
        for word in words {
            for column in row.columns.inputs() {
                let cell = if dice.below(5) == 0 { Cell::Dash } else { Cell::Count(dice.below(900) as u64) };
                sheet.set(&Place::new(row.number, word.clone(), *column), cell);
            }
        }
    }
    sheet
}

fn cells(sheet: &Sheet) -> usize {
    sheet.entered().count()
}

pub fn run(python: &str, script: &str, folder: &str, bodies: &str) -> Outcome {
    let bodies: usize = bodies.parse()?;
    let sheets: Vec<Sheet> = (0..bodies).map(|body| sheet(body, LINES)).collect();
    let all: usize = sheets.iter().map(cells).sum();
    let texts: Vec<String> = sheets.iter().map(Sheet::text).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "roll-up of {bodies} bodies, {all} cells, {} MB of signed text, in {TERRITORIES} territories:",
        bytes >> 20
    );
    let rebuilt = Times::measure(RUNS, || rebuild(&texts));
    println!("  {:<58} {:>9.1} ms", "whole national roll-up from the signed texts, two threads", ms(rebuilt.median()));
    let mut nation = rebuild(&texts);
    let one = Times::measure(RUNS * 20, || {
        let territory = &mut nation[7 % TERRITORIES];
        territory.remove(&texts[7]);
        territory.add(&texts[7]);
        territory.sums("12", "").len()
    });
    println!("  {:<58} {:>9.3} ms", "one accepted report (old version out, new version in)", ms(one.median()));
    let total = total(&nation);
    println!("  {:<58} {:>9}", "its total", total);
    println!("  {:<58} {:>9.0} MiB", "memory at its greatest", peak());
    duckdb(python, script, folder, &sheets, total)?;
    drop(sheets);
    form()
}

/// Sums by territory, each thread its share of the bodies.
fn rebuild(texts: &[String]) -> Vec<Rollup> {
    let half = texts.len() / 2;
    let share = |from: usize, texts: &[String]| {
        let mut slices = vec![Rollup::default(); TERRITORIES];
        for (n, text) in texts.iter().enumerate() {
            slices[(from + n) % TERRITORIES].add(text);
        }
        slices
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| share(half, &texts[half..]));
        let mut slices = share(0, &texts[..half]);
        for (mine, theirs) in slices.iter_mut().zip(other.join().expect("the other half")) {
            mine.merge(&theirs);
        }
        slices
    })
}

fn total(nation: &[Rollup]) -> u64 {
    let lines = nation.iter().flat_map(Rollup::lines);
    lines.map(|(_, _, cells)| cells.iter().map(|c| c.number()).sum::<u64>()).sum()
}

/// The same cells as a file for DuckDB, and its own times.
fn duckdb(python: &str, script: &str, folder: &str, sheets: &[Sheet], total: u64) -> Outcome {
    let path = Path::new(folder).join("cells.csv");
    let mut file = BufWriter::new(fs::File::create(&path)?);
    writeln!(file, "body,territory,row,line,col,value")?;
    let mut line = String::new();
    for (body, sheet) in sheets.iter().enumerate() {
        for (place, cell) in sheet.entered() {
            line.clear();
            let value = cell.count().map(|n| n.to_string()).unwrap_or_default();
            let _ = write!(line, "{body},{},{},{},{},{value}", body % TERRITORIES, place.row, place.line, place.column);
            writeln!(file, "{line}")?;
        }
    }
    file.flush()?;
    drop(file);
    let done = Command::new(python).arg(script).arg(&path).arg(total.to_string()).status()?;
    fs::remove_file(&path)?;
    if done.success() { Ok(()) } else { Err("DuckDB failed or has another total".into()) }
}

/// The most memory this process has had, MiB.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.trim().strip_suffix(" kB")).and_then(|n| n.trim().parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

fn form() -> Outcome {
    let sheet = sheet(1, 24);
    println!("a form of {} lines, {} cells:", sheet.rows.iter().map(|r| r.lines.len()).sum::<usize>(), cells(&sheet));
    let row = |name: &str, times: Times| println!("  {name:<58} {:>9.0} µs", us(times.median()));
    row("all checks", Times::measure(50, || checks::check(&sheet, &sheet, &Beside::default()).len()));
    row("as signed text", Times::measure(50, || sheet.text().len()));
    let text = sheet.text();
    row("read again", Times::measure(50, || Sheet::read(&text).map(|s| s.rows.len())));
    excel(&sheet)
}

fn excel(sheet: &Sheet) -> Outcome {
    let words = sapa::words::Words::load().speaker(sapa::words::Lang::Kk);
    let registry = sapa::registry::Registry::default();
    let labels =
        sapa::reports::labels::Labels { words: &words, registry: &registry, form: FormId::Local, quarter: quarter() };
    let bytes = sapa::excel::write(&labels, None, sheet, &[], &[])?;
    let written = Times::measure(9, || sapa::excel::write(&labels, None, sheet, &[], &[]).map(|b| b.len()).ok());
    println!("  {:<58} {:>9.1} ms, {} KiB", "written to Excel", ms(written.median()), bytes.len() >> 10);
    let expect = sapa::excel::Expect::anything(&words);
    let read = Times::measure(9, || sapa::excel::read(&bytes, &expect).map(|r| r.sheet.rows.len()).ok());
    println!("  {:<58} {:>9.1} ms", "read from Excel", ms(read.median()));
    Ok(())
}
