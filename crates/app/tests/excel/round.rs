//! What is written is read again, and says the same to a program that reckons nothing.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;

use super::*;

fn form() -> impl Strategy<Value = FormId> {
    prop::sample::select(&FormId::ALL[..])
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(&Lang::ALL[..])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn a_sheet_written_is_read_again(form in form(), lang in lang(), seed in any::<u64>()) {
        let sheet = random(form, seed);
        let bytes = written(&sheet, lang);
        let again = read(&bytes).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        prop_assert!(again.faults.is_empty(), "{:?}", again.faults.first());
        prop_assert_eq!((again.form, again.quarter), (form, Some(quarter())));
        prop_assert_eq!((again.body.as_str(), again.bin.as_str()), ("ministry", "011040964166"));
        prop_assert_eq!(&again.sheet, &sheet);
        for (place, said) in &again.stated {
            prop_assert_eq!(said, &Stated::Cell(sheet.value(place)), "{:?}", place);
        }
        // Without lists of its own the reader goes by those of the file.
        let words = words(Lang::Kk);
        let alone = excel::read(&bytes, &Expect::anything(&words)).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        prop_assert_eq!(&alone.sheet, &sheet);
        prop_assert_eq!(written(&alone.sheet, lang), bytes, "the same report is the same file");
    }
}

#[test]
fn another_program_reads_the_totals() {
    for form in FormId::ALL {
        let sheet = random(form, 7);
        let bytes = written(&sheet, Lang::Kk);
        let again = read(&bytes).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(book.sheet_names(), [form.index(), "Тізім", "sapa"]);
        let cells = book.worksheet_range_at(0).unwrap().unwrap();
        let derived: Vec<_> = again.stated.keys().collect();
        assert!(form == FormId::Electronic || !derived.is_empty(), "{form}");
        for place in again.cells.keys() {
            let address = &again.cells[place];
            let split = address.find(|c: char| c.is_ascii_digit()).unwrap();
            let column = address[..split].bytes().fold(0, |n, c| n * 26 + u32::from(c - b'A') + 1) - 1;
            let row: u32 = address[split..].parse().unwrap();
            let value = cells.get_value((row - 1, column)).cloned().unwrap_or_default();
            if place.column.ends_with("reason") {
                continue;
            }
            let text = match value {
                Data::Float(number) => number.to_string(),
                other => other.to_string(),
            };
            assert_eq!(text, sheet.value(place).to_string(), "{form} {place:?} {address}");
        }
    }
}

#[test]
fn labels_and_heads_are_those_of_the_form() {
    for lang in Lang::ALL {
        let words = words(lang);
        let bytes = written(&Sheet::blank(FormId::Central, quarter()), lang);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        let cells = book.worksheet_range_at(0).unwrap().unwrap();
        let texts: Vec<String> = cells.used_cells().map(|(_, _, value)| value.to_string()).collect();
        let form = FormId::Central.for_quarter(quarter());
        for row in form.rows {
            let key = format!("form-1-mq-row-{}", row.number.replace('.', "-"));
            assert!(texts.contains(&words.t(&key)), "{lang}: {}", row.number);
        }
        for key in ["form-number", "form-measures", "form-month-2", "form-natural", "form-annex-1-mq", "form-foot-seal"]
        {
            assert!(texts.contains(&words.t(key)), "{lang}: {key}");
        }
        for end in [words.t("form-1-mq-title"), words.t("form-1-mq-section-2-3"), words.t("form-1-mq-due")] {
            assert!(texts.iter().any(|t| t.ends_with(&end)), "{lang}: {end}");
        }
    }
}

#[test]
fn protection_validation_and_print_are_in_the_file() {
    let bytes = written(&filled(FormId::Central, &["12.3/01201|АЖ/m1n 5"]), Lang::Kk);
    let main = files::part(&bytes, "xl/worksheets/sheet1.xml");
    for needed in ["<sheetProtection sheet=\"1\"", "<dataValidations", "orientation=\"landscape\"", "paperSize=\"9\""] {
        assert!(main.contains(needed), "{needed}");
    }
    assert!(!main.contains("password"), "no password");
    let book = files::part(&bytes, "xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("state=\"hidden\""), "{book}");
    for sheet in ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"] {
        assert!(files::part(&bytes, sheet).contains("<sheetProtection"), "{sheet}");
    }
}
