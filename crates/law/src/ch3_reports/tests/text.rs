//! A sheet as text: read again it is the same sheet, and what is no sheet is said to be none.

use proptest::prelude::*;

use super::{Dice, quarter, random};
use crate::ch3_reports::{
    Cell, FormId, Sheet,
    rollup::Rollup,
    sheet::{BadSheet, Line, LineKey, lines_of, marked, unmarked},
};

/// Spoils a text in one place.
fn spoil(text: &mut String, dice: &mut Dice) {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = dice.of(&places);
    let mut lines: Vec<&str> = text.lines().collect();
    let (one, other) = (dice.roll(lines.len()), dice.roll(lines.len()));
    *text = match dice.roll(6) {
        0 => text[..at].to_owned(),
        1 => text[at..].to_owned(),
        2 if !lines.is_empty() => {
            lines.swap(one, other);
            lines.join("\n")
        }
        3 if !lines.is_empty() => {
            lines.insert(other, lines[one]);
            lines.join("\n")
        }
        4 if at < text.len() => {
            let rest = text[at..].chars().skip(1).collect::<String>();
            format!("{}{rest}", &text[..at])
        }
        _ => {
            let sign = dice.of(&[
                "\t",
                "\n",
                " ",
                "-",
                "?",
                "\\",
                "|",
                "9",
                "+",
                "\0",
                "ә",
                "\u{2028}",
                "99999999999999999999",
            ]);
            format!("{}{sign}{}", &text[..at], &text[at..])
        }
    };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p63_a_sheet_read_again_is_the_same(seed: u64, form in 0..4_usize, valid: bool) {
        let (sheet, _) = random(FormId::ALL[form], &mut Dice(seed), valid);
        let text = sheet.text();
        let again = Sheet::read(&text).unwrap();
        prop_assert_eq!(&again, &sheet);
        prop_assert_eq!(again.text(), text);
    }

    #[test]
    fn p63_odd_words_stay_as_they_are(system in "[\\PC\\t\\n\\r\\\\|]{1,20}", one in "[\\PC\\t\\n\\r\\\\]{0,40}", other: String) {
        let mut sheet = Sheet::blank(FormId::Electronic, quarter("2026-Q4"));
        sheet.add_line("1", LineKey::pair("ministry", system.clone()));
        sheet.rows[0].lines.values_mut().for_each(|l| l.reasons = [one.clone(), other.clone()]);
        let again = Sheet::read(&sheet.text()).unwrap();
        prop_assert_eq!(&again.rows[0].lines[&LineKey::pair("ministry", system)].reasons, &[one.clone(), other]);
        prop_assert_eq!(unmarked(&marked(&one)), one);
    }

    /// A spoilt text is no sheet, or it is another sheet; it never breaks the reading.
    #[test]
    fn p63_a_spoilt_text_is_no_sheet_or_another(seed: u64, form in 0..4_usize, times in 1..6_usize) {
        let mut dice = Dice(seed);
        let (sheet, _) = random(FormId::ALL[form], &mut dice, false);
        let mut text = sheet.text();
        for _ in 0..times {
            spoil(&mut text, &mut dice);
        }
        let _ = lines_of(&text).map(|l| l.row().len() + l.line().len()).sum::<usize>();
        match Sheet::read(&text) {
            Ok(other) => {
                prop_assert_eq!(Sheet::read(&other.text()).unwrap(), other.clone());
                for (row, cells) in other.definition().rows.iter().zip(&other.rows) {
                    prop_assert!(cells.lines.is_empty() || row.lines().is_some(), "lines under {}", row.number);
                    prop_assert!(row.is_entered() || cells.own == [Cell::Unfilled; 6], "a total is entered: {}", row.number);
                }
            }
            Err(BadSheet { line }) => prop_assert!((1..=text.lines().count().max(3)).contains(&line)),
        }
    }

    #[test]
    fn p63_any_text_at_all_is_read_without_breaking(text: String, tail in "[0-9 ?\\t\\n.-]{0,80}") {
        prop_assert!(Sheet::read(&text).is_err());
        let _ = Sheet::read(&format!("sapa-sheet 1\n1-mq\n2026-Q3\n{tail}"));
    }
}

#[test]
fn p63_what_is_wrong_in_a_text_is_said_with_its_line() {
    let head = "sapa-sheet 1\n1-mq\n2026-Q3\n";
    let read = |rest: &str| Sheet::read(&format!("{head}{rest}")).map_err(|e| e.line);
    for rest in [
        "1.1\t\t1 2",
        "1.1\t\t1 2 3 4",
        "1.1\t\t1 2 x",
        "1.1\t\t1 2 +3",
        "1.1\t\t1 2 -3",
        "1.1\t\t1  2 3",
        "1.1\t\t1 2 3 ",
        "1.1\t\t",
        "1.1\t1 2 3",
        "1.1",
        "",
        "1\t\t1 2 3",
        "23\t\t1 2 3",
        "12.1\t\t1 2 3",
        "1.1\tS1\t1 2 3",
        "1.1\t\t1 2 99999999999999999999",
        "1.1\t\t1 2 3\t\t\t",
    ] {
        assert_eq!(read(&format!("4\t\t1 2 3\n{rest}\n5\t\t1 2 3\n")).err(), Some(5), "{rest:?}");
    }
    assert_eq!(read("4\t\t1 2 3\n5\t\t1 2 3\n4\t\t1 2 3\n").err(), Some(6), "a row twice");
    let twice = "12.1\tS1\t1 2 3 4 5 6\n12.1\tS1\t1 2 3 4 5 6\n";
    assert_eq!(read(twice).err(), Some(5), "a line twice would be added twice");
    for text in ["", "\n", "sapa-sheet 2\n1-mq\n2026-Q3\n", "sapa-sheet 1\n9-mq\n2026-Q3\n"] {
        assert!(Sheet::read(text).is_err(), "{text:?}");
    }
    for quarter in ["2026-Q5", "2026", ""] {
        assert_eq!(Sheet::read(&format!("sapa-sheet 1\n1-mq\n{quarter}\n")).err(), Some(BadSheet { line: 3 }));
    }
    assert_eq!(read("").unwrap(), Sheet::blank(FormId::Central, quarter("2026-Q3")));
}

/// The text that is frozen and signed: it may not change from one build to the next.
#[test]
fn p63_the_text_of_a_sheet_is_this() {
    let mut sheet = Sheet::blank(FormId::Corporation, quarter("2026-Q4"));
    sheet.add_line("1", LineKey::pair("ministry", "00101001"));
    let line = Line {
        cells: [Cell::Count(7), Cell::Dash, Cell::Count(0), Cell::Unfilled, Cell::Unfilled, Cell::Unfilled],
        ..Line::default()
    };
    *sheet.rows[0].lines.values_mut().next().unwrap() =
        Line { reasons: ["-".into(), "екі\nжол\t\\".into()], ..line };
    let text = "sapa-sheet 1\n3-mq\n2026-Q4\n1\tministry|00101001\t7 - 0\t-\tекі\\nжол\\t\\\\\n2\t\t? ? ?\n";
    assert_eq!(sheet.text(), text);
    let mut rollup = Rollup::default();
    rollup.add(text);
    assert_eq!(rollup.sums("1", "ministry|00101001").map(|s| s.cell().to_string()), ["7", "-", "0", "", "", ""]);
}
