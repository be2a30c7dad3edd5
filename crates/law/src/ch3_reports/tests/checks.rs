//! The checks of `forms.md` inside one report: of each a case where it finds, and the nearest where it does not.

use std::collections::{BTreeMap, BTreeSet};

use super::{dashed, filled, place};
use crate::ch3_reports::{
    Cell, FormId, Place, Sheet,
    cell::NotACell,
    checks::{Beside, Check, Finding, Kind, MESSAGES, Stated, check, stated},
    sheet::LineKey,
};

/// «part part 14.1//m1n 5 found=5 whole=3 of=12.1 + 12.2»: check, message, place, value, the values of the sentence.
pub fn told(findings: &[Finding]) -> Vec<String> {
    let line = |f: &Finding| {
        assert!(MESSAGES.contains(&f.message), "{} has no words", f.message);
        let Place { row, line, column } = &f.place;
        assert_eq!(f.key(), format!("{}/{row}/{line}/{column}", f.check.word()));
        let values: String = f.values.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        format!("{} {} {row}/{line}/{column} {}{values}", f.check.word(), f.message, f.value)
    };
    findings.iter().map(line).collect()
}

/// What is found in a sheet that stands alone.
pub fn found(sheet: &Sheet) -> Vec<String> {
    told(&check(sheet, sheet, &Beside::default()))
}

/// In a sheet with these numbers and dashes otherwise.
fn in_numbers(form: FormId, numbers: &str) -> Vec<String> {
    let numbers: Vec<&str> = numbers.split(", ").filter(|n| !n.is_empty()).collect();
    found(&filled(form, &numbers))
}

fn finds(form: FormId, numbers: &str, expected: &[&str]) {
    assert_eq!(in_numbers(form, numbers), expected, "{form}: {numbers}");
}

#[test]
fn p60_four_checks_are_errors_and_five_are_warnings() {
    let of = |kind: Kind| Check::ALL.into_iter().filter(|c| c.kind() == kind).map(Check::word).collect::<Vec<_>>();
    assert_eq!(of(Kind::Error), ["sum", "filled", "whole", "part"]);
    assert_eq!(of(Kind::Warning), ["source", "violations", "jump", "cross", "auto"]);
    assert_eq!((Kind::Error.word(), Kind::Warning.word()), ("error", "warning"));
    assert_eq!(MESSAGES.iter().collect::<BTreeSet<_>>().len(), MESSAGES.len());
}

#[test]
fn p60_a_sheet_of_dashes_has_no_findings() {
    for form in FormId::ALL {
        finds(form, "", &[]);
        let sheet = dashed(form);
        let beside = Beside { year_ago: Some(&sheet), quarter_ago: Some(&sheet), ..Beside::default() };
        assert_eq!(check(&sheet, &sheet, &beside), []);
    }
}

#[test]
fn p60_filled_no_cell_is_left_empty() {
    for (form, row, last) in
        [(FormId::Central, "22", "m3"), (FormId::Local, "21", "m3"), (FormId::Central, "12.4", "m2l")]
    {
        let mut sheet = dashed(form);
        sheet.set(&Place::new(row, "", last), Cell::Unfilled);
        assert_eq!(found(&sheet), [format!("filled filled {row}//{last} ")]);
        sheet.set(&Place::new(row, "", last), Cell::Count(0));
        assert_eq!(found(&sheet), [""; 0]);
    }
    // In a line, too; but the row itself is no longer asked for.
    let mut sheet = filled(FormId::Central, &["12.1/S1/m1n 4"]);
    sheet.set(&place("12.1/S1/m2l"), Cell::Unfilled);
    assert_eq!(found(&sheet), ["filled filled 12.1/S1/m2l "]);
    // Nothing filled: every cell that somebody fills, and no total.
    let blank = Sheet::blank(FormId::Central, super::quarter("2026-Q3"));
    let all = found(&blank);
    assert_eq!(all.len(), blank.entered().count());
    assert_eq!(all.len(), 50 * 3 + 14 * 6);
    assert!(all.iter().all(|f| f.starts_with("filled filled ") && !f.contains(" 3//") && !f.contains("//q")));
    // Forms 3 and 4 may have no lines at all.
    for form in [FormId::Corporation, FormId::Electronic] {
        assert_eq!(found(&Sheet::blank(form, super::quarter("2026-Q3"))), [""; 0]);
    }
}

#[test]
fn p60_sum_a_row_of_services_says_nothing_without_its_lines() {
    finds(FormId::Central, "12.1//m1n 5", &["sum sum-no-lines 12.1//m1n 5 found=5"]);
    finds(FormId::Central, "12.1//m1n 0", &[]);
    finds(FormId::Central, "12.1/S1/m1n 5", &[]);
    finds(
        FormId::Local,
        "10//m2 1, 10//m3 2",
        &["sum sum-no-lines 10//m2 1 found=1", "sum sum-no-lines 10//m3 2 found=2"],
    );
    finds(FormId::Electronic, "1//total 3", &["sum sum-no-lines 1//total 3 found=3"]);
}

fn states(sheet: &Sheet, said: &[(&str, Stated)]) -> Vec<String> {
    let said: BTreeMap<Place, Stated> = said.iter().map(|(at, said)| (place(at), said.clone())).collect();
    told(&stated(sheet, &said))
}

#[test]
fn p60_sum_totals_that_a_file_states_are_their_parts() {
    let count = |n| Stated::Cell(Cell::Count(n));
    let sheet = filled(
        FormId::Central,
        &["1.1//m1 2", "1.2//m1 3", "1.1//m2 1", "12.1/S1/m1n 5", "12.1/S2/m1n 6", "10/S1/m1 7", "10/S1/m3 8"],
    );
    for (at, said, expected) in [
        ("1//m1", 6, Some("sum sum-parts 1//m1 6 found=6 expected=5 of=1.1 + 1.2")),
        ("1//m1", 5, None),
        ("1//m3", 1, Some("sum sum-parts 1//m3 1 found=1 expected=0 of=1.1 + 1.2")),
        ("1//m3", 0, None),
        ("1//q", 7, Some("sum sum-months 1//q 7 found=7 expected=6 of=")),
        ("1//q", 6, None),
        ("12//m1n", 10, Some("sum sum-parts 12//m1n 10 found=10 expected=11 of=12.1 + 12.2 + 12.3 + 12.4")),
        ("12//qn", 11, None),
        ("12.1//m1n", 12, Some("sum sum-lines 12.1//m1n 12 found=12 expected=11 of=S1, S2")),
        ("12.1//m1n", 11, None),
        ("12.1/S1/qn", 6, Some("sum sum-months 12.1/S1/qn 6 found=6 expected=5 of=")),
        ("12.1/S1/qn", 5, None),
        ("12.1//qn", 12, Some("sum sum-months 12.1//qn 12 found=12 expected=11 of=")),
        // A stock shows its last month.
        ("10//q", 15, Some("sum sum-months 10//q 15 found=15 expected=8 of=")),
        ("10//q", 8, None),
        ("1.1//q", 3, None),
    ] {
        assert_eq!(states(&sheet, &[(at, count(said))]), Vec::from_iter(expected), "{at} {said}");
    }
    // «-» for a sum with a number is wrong; an empty total states nothing.
    let dash = states(&sheet, &[("1//m1", Stated::Cell(Cell::Dash))]);
    assert_eq!(dash, ["sum sum-parts 1//m1 - found=- expected=5 of=1.1 + 1.2"]);
    assert!(states(&sheet, &[("1//m1", Stated::Cell(Cell::Unfilled)), ("2//m1", Stated::Cell(Cell::Dash))]).is_empty());
    assert!(states(&sheet, &[("99//m1", count(1))]).is_empty());
    let local = filled(FormId::Local, &["15.2/S1/m2 4"]);
    let wrong = states(&local, &[("15//m2", count(3))]);
    assert_eq!(wrong, ["sum sum-parts 15//m2 3 found=3 expected=4 of=15.1 + 15.2 + 15.3"]);
    let many = filled(FormId::Electronic, &["1/a|1/total 1", "1/b|1/total 1", "1/c|1/total 1", "1/d|1/total 1"]);
    let three = states(&many, &[("1//total", count(5))]);
    assert_eq!(
        three,
        ["sum sum-lines 1//total 5 found=5 expected=4 of=a|1, b|1, c|1"],
        "the first three lines are named"
    );
}

#[test]
fn p60_whole_what_is_no_whole_number_is_said_with_what_was_written() {
    let sheet = dashed(FormId::Central);
    for (text, message) in [
        ("он бес", "whole-not-a-number"),
        ("1,5", "whole-fraction"),
        ("-3", "whole-negative"),
        ("1e3", "whole-exponent"),
        ("1000000000000", "whole-too-large"),
    ] {
        let why = Cell::parse(text).unwrap_err();
        let said = states(&sheet, &[("8.1//m1", Stated::Wrong(why, text.into()))]);
        assert_eq!(said, [format!("whole {message} 8.1//m1  found={text}")]);
    }
    assert!(NotACell::ALL.iter().all(|why| MESSAGES.contains(&format!("whole-{}", why.word()).as_str())));
    let long = Stated::Wrong(NotACell::NotANumber, "ә".repeat(41));
    assert_eq!(
        states(&sheet, &[("8.1//m1", long)]),
        [format!("whole whole-not-a-number 8.1//m1  found={}…", "ә".repeat(39))]
    );
    let forty = Stated::Wrong(NotACell::NotANumber, "ә".repeat(40));
    assert!(states(&sheet, &[("8.1//m1", forty)])[0].ends_with(&"ә".repeat(40)));
    // People are counted whole, too; and what is a number is none of this.
    assert!(states(&sheet, &[("8.1//m1", Stated::Cell(Cell::Dash))]).is_empty());
    assert_eq!(Cell::parse("999999999999"), Ok(Cell::Count(999_999_999_999)));
}

/// Late at most what was provided, by channel: in form 2-мқ the rows have one number less.
#[test]
fn p60_part_late_services_are_no_more_than_those_provided() {
    use FormId::{Central, Local};
    finds(
        Central,
        "12.1/S1/m1n 2, 12.2/S1/m1n 1, 14.1/S1/m1n 4",
        &[
            "part part 14.1//m1n 4 found=4 whole=3 of=12.1 + 12.2",
            "part part-line 14.1/S1/m1n 4 found=4 whole=3 of=12.1 + 12.2",
        ],
    );
    finds(Central, "12.1/S1/m1n 2, 12.2/S1/m1n 1, 14.1/S1/m1n 3", &[]);
    finds(
        Local,
        "11.1/S1/m1n 2, 13.1/S1/m1n 3",
        &[
            "part part 13.1//m1n 3 found=3 whole=2 of=11.1 + 11.2",
            "part part-line 13.1/S1/m1n 3 found=3 whole=2 of=11.1 + 11.2",
        ],
    );
    finds(Local, "11.2/S1/m1n 3, 13.1/S1/m1n 3", &[]);
    // Another service does not make up for it, nor another month, person or channel.
    finds(Central, "12.1/S1/m1n 9, 14.1/S2/m1n 3", &["part part-line 14.1/S2/m1n 3 found=3 whole=0 of=12.1 + 12.2"]);
    finds(
        Central,
        "12.1/S1/m2n 9, 14.1/S1/m1n 1",
        &[
            "part part 14.1//m1n 1 found=1 whole=0 of=12.1 + 12.2",
            "part part-line 14.1/S1/m1n 1 found=1 whole=0 of=12.1 + 12.2",
        ],
    );
    assert_eq!(in_numbers(Central, "12.1/S1/m1l 9, 14.1/S1/m1n 1").len(), 2);
    assert_eq!(in_numbers(Central, "12.3/S1|E/m1n 9, 14.1/S1/m1n 1").len(), 2);
    // A service through a system is late through that system.
    finds(Central, "12.3/S1|E/m3l 5, 14.3/S1|E/m3l 5", &[]);
    finds(
        Central,
        "12.3/S1|E/m3l 5, 14.3/S1|F/m3l 5",
        &["part part-line 14.3/S1|F/m3l 5 found=5 whole=0 of=12.3 + 12.4"],
    );
    finds(
        Local,
        "11.4/S1|E/m3l 4, 13.3/S1|E/m3l 5",
        &[
            "part part 13.3//m3l 5 found=5 whole=4 of=11.3 + 11.4",
            "part part-line 13.3/S1|E/m3l 5 found=5 whole=4 of=11.3 + 11.4",
        ],
    );
    // Through the portal and the State Corporation: no part of row 12, and so compared with forms 3 and 4 alone.
    finds(Central, "14.2/S1/m1n 5, 14.4/S1/m1n 5", &[]);
}

#[test]
fn p60_part_late_refusals_are_no_more_than_refusals() {
    use FormId::{Central, Local};
    finds(Central, "13.2//m1n 1, 15.1/S1/m1n 2", &["part part 15.1//m1n 2 found=2 whole=1 of=13.2"]);
    finds(Central, "13.2//m1n 2, 15.1/S1/m1n 2", &[]);
    finds(Central, "13.1//m1n 2, 15.3/S1|E/m1n 2", &[]);
    finds(Central, "13.2//m1n 2, 15.3/S1|E/m1n 2", &["part part 15.3//m1n 2 found=2 whole=0 of=13.1"]);
    finds(Local, "12.2//m1n 1, 14.1/S1/m1n 2", &["part part 14.1//m1n 2 found=2 whole=1 of=12.2"]);
    finds(Local, "12.1//m3l 3, 14.3/S1|E/m3l 4", &["part part 14.3//m3l 4 found=4 whole=3 of=12.1"]);
    finds(Local, "12.1//m3l 4, 14.3/S1|E/m3l 4", &[]);
    finds(Central, "15.2/S1/m1n 2, 15.4/S1/m1n 2", &[]);
}

#[test]
fn p60_part_late_complaints_are_no_more_than_complaints() {
    use FormId::{Central, Local};
    for (form, [all, late, source], part) in [(Central, ["16", "18", "17"], "18"), (Local, ["15", "17", "16"], "17")] {
        for channel in ["1", "2", "3"] {
            let numbers = |n: u32| format!("{all}.{channel}/S1/m2 4, {late}.{channel}/S1/m2 {n}, {source}.1//m2 4");
            finds(form, &numbers(4), &[]);
            let of = format!("found=5 whole=4 of={all}.{channel}");
            let expected = [
                format!("part part {part}.{channel}//m2 5 {of}"),
                format!("part part-line {part}.{channel}/S1/m2 5 {of}"),
            ];
            assert_eq!(in_numbers(form, &numbers(5)), expected);
        }
    }
}

#[test]
fn p60_source_complaints_by_channel_equal_complaints_by_source() {
    use FormId::{Central, Local};
    finds(Central, "16.1/S1/m1 3, 16.2/S1/m1 1, 17.1//m1 2, 17.7//m1 2", &[]);
    finds(Central, "16.1/S1/m1 3, 17.1//m1 4", &["source source 17//m1 4 found=4 whole=3 of=16"]);
    finds(Local, "15.3/S1/m3 3, 16.5//m3 2", &["source source 16//m3 2 found=2 whole=3 of=15"]);
    finds(Local, "15.3/S1/m3 3, 16.5//m3 3", &[]);
    finds(Central, "17.2//m1 1", &["source source 17//m1 1 found=1 whole=0 of=16"]);
    finds(Central, "17.2//m1 0", &[]);
}

#[test]
fn p60_violations_measures_and_persons_belong_to_violations() {
    for form in [FormId::Central, FormId::Local] {
        finds(form, "3.1//m1 2, 3.10//m1 1, 4//m1 3", &[]);
        finds(form, "3.1//m1 2, 4//m1 3", &["violations violations-restored 4//m1 3 found=3 whole=2 of=3"]);
        finds(form, "3.1//m1 3, 4//m2 3", &["violations violations-restored 4//m2 3 found=3 whole=0 of=3"]);
        finds(form, "7.2//m3 1, 8.3//m3 1", &[]);
        finds(form, "7.2//m3 1, 8.1//m3 0", &["violations violations-persons 8//m3 0 found=0 whole=1 of=7"]);
        finds(form, "7.2//m3 1", &["violations violations-persons 8//m3 - found=0 whole=1 of=7"]);
        finds(form, "8.1//m3 1", &[]);
        finds(form, "1.1//m1 1, 1.2//m1 1, 2.1//m1 2", &[]);
        finds(form, "1.1//m1 1, 1.2//m1 1, 2.4//m1 1", &["violations violations-objects 2//m1 1 found=1 whole=2 of=1"]);
        finds(form, "2.4//m1 1", &[]);
    }
}

#[test]
fn p62_part_neither_refused_nor_late_are_more_than_all() {
    for form in [FormId::Corporation, FormId::Electronic] {
        let with = |total, refused, late| {
            let at = |column, n| format!("1/ministry|S1/{column} {n}");
            let mut sheet = filled(form, &[&at("total", total), &at("refused", refused), &at("late", late)]);
            for column in ["refused-reason", "late-reason"] {
                sheet.set_reason(&Place::new("1", "ministry|S1", column), "Жүйе істемеді");
            }
            found(&sheet)
        };
        assert_eq!(with(5, 5, 5), [""; 0]);
        assert_eq!(with(5, 6, 5), ["part part-results 1/ministry|S1/refused 6 found=6 whole=5"]);
        assert_eq!(with(5, 0, 6), ["part part-results 1/ministry|S1/late 6 found=6 whole=5"]);
    }
    finds(FormId::Corporation, "2/ministry|S1/total 3", &[]);
}

#[test]
fn p62_filled_what_is_refused_or_late_has_its_reason() {
    let mut sheet =
        filled(FormId::Corporation, &["2/ministry|S1/total 9", "2/ministry|S1/refused 1", "2/ministry|S1/late 2"]);
    let both = [
        "filled filled-reason 2/ministry|S1/refused-reason 1 found=1",
        "filled filled-reason 2/ministry|S1/late-reason 2 found=2",
    ];
    assert_eq!(found(&sheet), both);
    sheet.set_reason(&place("2/ministry|S1/refused-reason"), " - ");
    assert_eq!(found(&sheet), both, "«-» is no reason");
    sheet.set_reason(&place("2/ministry|S1/refused-reason"), "Құжаттар толық емес");
    assert_eq!(found(&sheet), both[1..]);
    sheet.set(&place("2/ministry|S1/late"), Cell::Count(0));
    assert_eq!(found(&sheet), [""; 0]);
    // A line that is begun is filled whole.
    sheet.add_line("1", LineKey::pair("akimat", "S2"));
    assert_eq!(found(&sheet).len(), 3);
}
