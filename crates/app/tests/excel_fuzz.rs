//! A minute of damaged workbooks: the reader neither panics nor dawdles, and what it takes can be written again.

use std::{
    io::{Cursor, Read, Write},
    time::{Duration, Instant},
};

use law::ch3_reports::{
    Cell, FormId, Sheet,
    form::Lines,
    sheet::{Line, LineKey},
};
use sapa::{
    excel::{self, Expect},
    registry::Registry,
    reports::labels::Labels,
    words::{Lang, Speaker, Words},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

const SECONDS: u64 = 60;
/// More than any input may take, on a machine busy with other tests.
const PATIENCE: Duration = Duration::from_secs(2);

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

type Parts = Vec<(String, Vec<u8>)>;

fn unpacked(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).unwrap();
        parts.push((entry.name().unwrap().into_owned(), contents));
    }
    parts
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, contents) in parts {
        zip.start_file(name.as_str(), how).unwrap();
        zip.write_all(contents).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const SPICE: [&str; 16] = [
    "99999999999999999999",
    "-1",
    "1e308",
    "NaN",
    "XFD1048576",
    "AAAAAAA99999999",
    "A1:XFD1048576",
    "\"",
    "&#x0;",
    "&boom;",
    "<c r=\"B9\" t=\"s\"><v>4294967295</v></c>",
    "<f t=\"shared\" si=\"4294967295\"/>",
    "]]>",
    "<!--",
    "\u{feff}",
    "<row r=\"1048576\">",
];

/// Flips, inserts, deletes, doubles: bytes, and whole tags.
fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if bytes.is_empty() {
        return;
    }
    let at = dice.roll(bytes.len());
    let near = (at + 1 + dice.roll(40)).min(bytes.len());
    let tag = |from: usize, bytes: &[u8]| {
        let start = bytes[from..].iter().position(|b| *b == b'<').map(|n| from + n)?;
        let end = bytes[start..].iter().position(|b| *b == b'>').map(|n| start + n + 1)?;
        Some(start..end)
    };
    match dice.roll(8) {
        0 => bytes[at] ^= 1 << dice.roll(8),
        1 => bytes.insert(at, dice.roll(256) as u8),
        2 => drop(bytes.drain(at..near)),
        3 => {
            let copy = bytes[at..near].to_vec();
            bytes.splice(at..at, copy);
        }
        4 => {
            if let Some(range) = tag(at, bytes) {
                bytes.drain(range);
            }
        }
        5 => {
            if let Some(range) = tag(at, bytes) {
                let copy = bytes[range.clone()].to_vec();
                let to = dice.roll(bytes.len());
                let to = tag(to, bytes).map_or(range.start, |r| r.start);
                bytes.splice(to..to, copy);
            }
        }
        6 => {
            // Another value of an attribute or a cell.
            let digits = bytes[at..].iter().position(u8::is_ascii_digit).map(|n| at + n);
            if let Some(start) = digits {
                let end = bytes[start..].iter().position(|b| !b.is_ascii_digit()).map_or(bytes.len(), |n| start + n);
                let spice = SPICE[dice.roll(SPICE.len())];
                bytes.splice(start..end, spice.bytes());
            }
        }
        _ => {
            let spice = SPICE[dice.roll(SPICE.len())];
            bytes.splice(at..at, spice.bytes());
        }
    }
}

fn sheet(form: FormId, dice: &mut Dice) -> Sheet {
    let mut sheet = Sheet::blank(form, "2026-Q3".parse().unwrap());
    for (row, cells) in sheet.definition().rows.iter().zip(&mut sheet.rows) {
        let Some(kind) = row.lines().filter(|_| dice.roll(4) == 0) else { continue };
        let key = match kind {
            Lines::Service => LineKey::service("001"),
            Lines::ServiceAndSystem => LineKey::pair("001", "АЖ"),
            Lines::ProviderAndService => LineKey::pair("akimat", "001"),
        };
        cells.lines.insert(key, Line { cells: [Cell::Count(5); 6], ..Line::default() });
    }
    sheet.fill_rest_with_dashes();
    sheet
}

fn written(words: &Speaker, sheet: &Sheet) -> Result<Vec<u8>, excel::NotWritten> {
    let registry = Registry::default();
    excel::write(
        &Labels { words, registry: &registry, form: sheet.form, quarter: sheet.quarter },
        None,
        sheet,
        &[],
        &[],
    )
}

#[test]
fn excel_fuzz() {
    let words = Words::load().speaker(Lang::Kk);
    let mut dice = Dice(0x5A9A);
    let good: Vec<Vec<u8>> = FormId::ALL.map(|form| written(&words, &sheet(form, &mut dice)).unwrap()).to_vec();
    let unpacked: Vec<Parts> = good.iter().map(|bytes| unpacked(bytes)).collect();
    let started = Instant::now();
    let (mut tried, mut taken) = (0_u32, 0_u32);
    while started.elapsed() < Duration::from_secs(SECONDS) {
        let which = dice.roll(good.len());
        let bytes = if dice.roll(4) == 0 {
            let mut bytes = good[which].clone();
            (0..=dice.roll(6)).for_each(|_| mutate(&mut bytes, &mut dice));
            bytes
        } else {
            let mut parts = unpacked[which].clone();
            for _ in 0..=dice.roll(4) {
                let part = dice.roll(parts.len());
                mutate(&mut parts[part].1, &mut dice);
            }
            packed(&parts)
        };
        let before = Instant::now();
        let read = excel::read(&bytes, &Expect::anything(&words));
        let took = before.elapsed();
        assert!(took < PATIENCE, "{took:?} for input {tried}");
        tried += 1;
        let Ok(read) = read else { continue };
        taken += 1;
        let _ = excel::check(&read);
        if taken.is_multiple_of(8) {
            let again = written(&words, &read.sheet).unwrap_or_else(|e| panic!("input {tried}: {e}"));
            assert!(excel::read(&again, &Expect::anything(&words)).is_ok(), "input {tried}");
        }
    }
    assert!(tried > 50 && taken > 5 && tried > taken, "{tried} tried, {taken} taken");
}
