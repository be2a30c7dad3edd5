//! Report forms as Excel workbooks: what is written is read again, a body's own workbook is read, and everything that is
//! wrong with a file is named with its cell.

use std::sync::Arc;

use law::{
    ch3_reports::{
        Cell, FormId, Place, Sheet,
        checks::Stated,
        form::Lines,
        sheet::{Line, LineKey},
    },
    term::Quarter,
};
use sapa::{
    excel::{self, Expect, Fault, Head, Named, Read},
    registry::Registry,
    reports::labels::Labels,
    words::{Lang, Speaker, Words},
};

#[path = "excel/bad.rs"]
mod bad;
#[path = "excel/draft.rs"]
mod draft;
#[path = "excel/files.rs"]
mod files;
#[path = "excel/own.rs"]
mod own;
#[path = "excel/plan.rs"]
mod plan;
#[path = "excel/random.rs"]
mod random;
#[path = "excel/round.rs"]
mod round;

use draft::Draft;
use random::random;

fn quarter() -> Quarter {
    "2026-Q3".parse().expect("a quarter")
}

fn words(lang: Lang) -> Speaker {
    static WORDS: std::sync::LazyLock<Arc<Words>> = std::sync::LazyLock::new(Words::load);
    WORDS.speaker(lang)
}

fn named(list: &[(&str, &str)]) -> Vec<Named> {
    list.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
}

fn services() -> Vec<Named> {
    named(&[
        ("00101001", "Жеке куәлік беру"),
        ("00101002", "Паспорт беру"),
        ("00403007", "«Мекенжай» анықтамасын беру"),
        ("01201", "Ескі атаулы қызмет"),
        ("01202", "Ескі атаулы қызмет"),
    ])
}

fn providers() -> Vec<Named> {
    named(&[("ministry", "Министрлік"), ("akimat", "Әкімдік"), ("notary", "Нотариус")])
}

fn head() -> Head {
    Head { id: "ministry".into(), bin: "011040964166".into(), name: "Министрлік".into(), ..Head::default() }
}

fn written(sheet: &Sheet, lang: Lang) -> Vec<u8> {
    let (words, registry) = (words(lang), Registry::default());
    let labels = Labels { words: &words, registry: &registry, form: sheet.form, quarter: sheet.quarter };
    excel::write(&labels, Some(&head()), sheet, &services(), &providers()).expect("it is written")
}

/// Read with all lists known.
fn read(bytes: &[u8]) -> Result<Read, Vec<Fault>> {
    let (words, services, providers) = (words(Lang::En), services(), providers());
    let expect = Expect { services: Some(&services), providers: Some(&providers), ..Expect::anything(&words) };
    excel::read(bytes, &expect)
}

/// Code and address of every fault.
fn faults(read: Result<Read, Vec<Fault>>) -> Vec<(&'static str, String)> {
    let faults = match read {
        Ok(read) => read.faults,
        Err(faults) => faults,
    };
    faults.into_iter().map(|f| (f.code, f.address)).collect()
}

/// «12.1/S1/m1n» as a place.
fn place(text: &str) -> Place {
    let parts: Vec<&str> = text.split('/').collect();
    Place::new(parts[0], parts[1], parts[2])
}

/// Enters numbers, «12.1/S1/m1n 5», with the lines they need; all the rest is «-».
fn filled(form: FormId, numbers: &[&str]) -> Sheet {
    let mut sheet = Sheet::blank(form, quarter());
    for entry in numbers {
        let (at, number) = entry.split_once(' ').expect("a place and a number");
        let at = place(at);
        if !at.line.is_empty() {
            sheet.add_line(&at.row, LineKey::parse(&at.line));
        }
        assert!(sheet.set(&at, Cell::parse(number).expect("a cell")), "{entry} is no input");
    }
    sheet.fill_rest_with_dashes();
    sheet
}

#[test]
fn every_fault_has_words_in_every_language() {
    for lang in Lang::ALL {
        for code in excel::CODES {
            assert!(words(lang).maybe(&format!("excel-fault-{code}")).is_some(), "{lang}: {code}");
        }
    }
}
