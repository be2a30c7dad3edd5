//! Every deadline rule by a hand-reckoned example, and the terms in general.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::calendar::Transfer;
use law::edition::{Edition, Law, ParameterChange, ParameterId};
use law::paragraphs::{self, paragraph};
use law::readings::{READINGS, ReadingId};
use law::rules::{RULES, Reckons, RuleId, StartsFrom};
use law::term::{Quarter, Start, SubjectKind, TermError, due, due_date, due_in, fixed};
use proptest::prelude::*;

/// The due date of a rule, all written as on the command line.
fn on(rule: &str, from: &str) -> String {
    by(rule, from, SubjectKind::Other)
}

fn by(rule: &str, from: &str, subject: SubjectKind) -> String {
    let (law, rule, start) = (Law::shipped(), rule.parse().unwrap(), from.parse().unwrap());
    let due = due(&law, rule, start, subject).unwrap();
    assert_eq!(due_date(&law, rule, start, subject), Ok(due.due));
    assert_eq!(due.reckoning.last().unwrap().date, due.due);
    due.due.to_string()
}

/// The due date of a rule whose date stands in a document.
fn set(rule: &str, given: &str) -> String {
    let due = fixed(rule.parse().unwrap(), &Law::shipped(), date(2025, 1, 6), given.parse().unwrap());
    assert_eq!(due.reckoning.last().unwrap().date, due.due);
    due.due.to_string()
}

macro_rules! examples {
    ($($name:ident: $($left:expr => $right:literal),+;)*) => {
        $(#[test] fn $name() { $(assert_eq!($left, $right);)+ })*
    };
}

examples! {
    p10_the_lists_do_not_wait_for_a_working_day: on("10-1", "2026") => "2025-12-10", on("10-1", "2024") => "2023-12-10",
        on("10-2", "2025") => "2025-05-10";
    p08_inspection_after_gross_violations_over_nauryz: on("8", "2025-03-20") => "2025-03-28";
    p15_review_of_an_appeal_over_the_may_holidays: on("25-law-5", "2025-04-30") => "2025-05-12",
        on("25-law-15", "2025-04-30") => "2025-05-26", on("25-law-more", "2025-05-26") => "2025-06-10",
        on("25-law-notice", "2025-04-30") => "2025-05-06";
    p17_registration_after_the_start: on("17-urgent", "2025-04-30") => "2025-05-02",
        on("17-remote", "2025-04-30") => "2025-05-12";
    p32_inspection_after_silence: on("32-inspection", "2025-05-06") => "2025-05-13";
    p15_forward_the_appeal_over_1_may: on("15", "2025-04-30") => "2025-05-06";
    p18_inspection_over_the_may_holidays: on("18", "2025-04-28") => "2025-05-14",
        by("18", "2025-04-28", SubjectKind::Micro) => "2025-05-05";
    p18_visit_over_the_may_holidays: on("18-visit", "2025-04-28") => "2025-05-21",
        by("18-visit", "2025-04-28", SubjectKind::Micro) => "2025-05-05";
    p19_extension_starts_after_the_end_before: on("19", "2025-05-14") => "2025-05-28",
        by("19", "2025-05-14", SubjectKind::Micro) => "2025-05-21";
    p19_notice_before_nauryz: on("19-notice", "2025-03-26") => "2025-03-20";
    p21_notice_is_a_calendar_day_before: on("21", "2025-03-26") => "2025-03-25";
    p25_prescription_runs_in_calendar_days: on("25", "2025-03-12") => "2025-03-22";
    p26_end_date_of_the_act_stays: set("26", "2025-05-10") => "2025-05-10";
    p28_objections_over_new_year_and_a_worked_sunday: on("28", "2024-12-30") => "2025-01-06";
    p29_request_counts_a_worked_saturday: on("29-1", "2024-05-02") => "2024-05-06";
    p29_decision_over_the_may_holidays: on("29-2", "2024-05-03") => "2024-05-10";
    p30_report_moves_to_monday: set("30", "2025-05-10") => "2025-05-12", set("30", "2025-05-12") => "2025-05-12";
    p31_request_over_kurban_ait: on("31", "2025-06-05") => "2025-06-10";
    p32_answer_over_the_day_of_the_capital: on("32", "2025-07-03") => "2025-07-09";
    p35_quarterly_input: on("35-2", "2025-Q1") => "2025-04-10", on("35-2", "2022-Q2") => "2022-07-11";
    p36_report_on_recommendations_moves: set("36", "2025-06-06") => "2025-06-09";
    p41_plan_does_not_wait_for_a_working_day: on("41", "2026") => "2025-12-25", on("41", "2022") => "2021-12-25";
    p43_event_over_republic_day: on("43", "2025-10-20") => "2025-11-03";
    p44_extension_of_the_event: on("44", "2025-11-03") => "2025-11-17";
    p45_notice_counts_back: on("45", "2025-02-13") => "2025-02-10", on("45", "2025-03-26") => "2025-03-18",
        on("45", "2024-05-10") => "2024-05-03";
    p49_end_date_of_the_order_stays: set("49", "2025-06-08") => "2025-06-08";
    p51_signature_over_constitution_day: on("51", "2025-08-28") => "2025-09-03";
    p52_materials_over_independence_day: on("52", "2025-12-12") => "2025-12-24";
    p54_action_plan_over_the_may_holidays: on("54", "2025-04-30") => "2025-05-12";
    p56_report_on_the_plan_moves: set("56", "2025-03-21") => "2025-03-26";
    p57_monitoring_is_due_with_the_report: on("57", "2025-Q4") => "2026-01-12";
    p59_report_on_proposals_moves: set("59", "2025-10-25") => "2025-10-28";
    p60_form_1: on("60", "2024-Q4") => "2025-01-10", on("60", "2025-Q1") => "2025-04-10";
    p61_form_2: on("61", "2025-Q4") => "2026-01-12";
    p61_districts_on_a_worked_sunday: on("61-district", "2024-Q4") => "2025-01-05", on("61-district", "2025-Q2") => "2025-07-08";
    p62_forms_3_and_4_around_republic_day: on("62", "2022-Q3") => "2022-10-26", on("62", "2025-Q3") => "2025-10-28";
}

#[test]
fn p19_extension_of_a_visit_and_a_shorter_one() {
    let (law, end) = (Law::shipped(), Start::Day(date(2025, 5, 14)));
    assert_eq!(law.parameter(ParameterId::R19Visit, date(2025, 5, 14)), 15);
    assert_eq!(due_in(&law, RuleId::R19, end, 15).unwrap().due, date(2025, 6, 4));
    assert_eq!(due_in(&law, RuleId::R44, end, 2).unwrap().due, date(2025, 5, 16));
}

#[test]
fn a_due_date_is_written_with_its_reckoning() {
    let due = due(&Law::shipped(), RuleId::R45, Start::Day(date(2024, 5, 10)), SubjectKind::Other).unwrap();
    let day = |date: &str, counts: bool, why: &str| serde_json::json!({ "date": date, "counts": counts, "why": why });
    let reckoning = [
        day("2024-05-09", false, "holiday-victory"),
        day("2024-05-08", false, "transferred-off"),
        day("2024-05-07", false, "holiday-defender"),
        day("2024-05-06", true, "working"),
        day("2024-05-05", false, "weekend"),
        day("2024-05-04", true, "transferred-working"),
        day("2024-05-03", true, "working"),
    ];
    let expected = serde_json::json!({
        "rule": "45", "paragraph": 45, "edition": "2021-07", "from": "2024-05-10", "due": "2024-05-03",
        "reckoning": reckoning, "readings": ["R-3"],
    });
    assert_eq!(serde_json::to_value(due).unwrap(), expected);
}

#[test]
fn a_date_of_the_rules_shows_what_it_passes() {
    let due = due(&Law::shipped(), RuleId::R62, "2025-Q3".parse().unwrap(), SubjectKind::Other).unwrap();
    assert_eq!(due.from, date(2025, 9, 30));
    let days: Vec<_> = due.reckoning.iter().map(|day| (day.date.day(), day.counts, day.why.key())).collect();
    let expected =
        [(25, false, "holiday-republic"), (26, false, "weekend"), (27, false, "holiday-moved"), (28, true, "working")];
    assert_eq!(days, expected);
}

#[test]
fn a_wrong_start_is_refused() {
    let law = Law::shipped();
    let (day, quarter, year) = (Start::Day(date(2025, 1, 6)), "2025-Q1".parse().unwrap(), Start::Year(2025));
    for rule in RULES {
        let (fits, error) = match rule.starts_from() {
            StartsFrom::Day => (Some(day), TermError::NeedsDay { rule: rule.id }),
            StartsFrom::Quarter => (Some(quarter), TermError::NeedsQuarter { rule: rule.id }),
            StartsFrom::Year => (Some(year), TermError::NeedsYear { rule: rule.id }),
            StartsFrom::Document => (None, TermError::InDocument { rule: rule.id }),
        };
        assert!(TermError::KEYS.contains(&error.key()));
        for start in [day, quarter, year] {
            let got = due_date(&law, rule.id, start, SubjectKind::Other);
            assert_eq!(got.err(), (fits != Some(start)).then_some(error), "{} from {start:?}", rule.id);
        }
    }
    assert!(due_date(&law, RuleId::R41, Start::Year(i16::MAX), SubjectKind::Other).is_err());
}

#[test]
fn starts_are_read_as_they_are_written() {
    assert_eq!("2025-03-14".parse(), Ok(Start::Day(date(2025, 3, 14))));
    assert_eq!("2025-Q1".parse(), Ok(Start::Quarter(Quarter::new(2025, 1).unwrap())));
    assert_eq!("2025".parse(), Ok(Start::Year(2025)));
    for wrong in
        ["", "25", "2025-Q0", "2025-Q5", "2025-q1", "2025-13-01", "2025-02-29", "+025", "20250314", "2025-03-14T10"]
    {
        assert!(wrong.parse::<Start>().is_err(), "{wrong}");
    }
    let quarter = Quarter::of(date(2025, 12, 31)).unwrap();
    assert_eq!(quarter.to_string(), "2025-Q4");
    assert_eq!((quarter.first_day(), quarter.last_day()), (date(2025, 10, 1), date(2025, 12, 31)));
    assert_eq!(quarter.next(), Quarter::new(2026, 1));
}

#[test]
fn the_tables_hold_together() {
    for (index, rule) in RULES.iter().enumerate() {
        assert_eq!(rule.id as usize, index);
        assert_eq!(rule.id.to_string().parse(), Ok(rule.id));
        assert!(paragraph(rule.paragraph).unwrap().rules.contains(&rule.id));
        // Of the Law on public services, art. 25, to which §15 leaves the review.
        let own = rule.id.id().split('-').next() == Some(&rule.paragraph.to_string());
        assert!(own || (rule.paragraph == 15 && rule.id.id().starts_with("25-law-")), "{}", rule.id);
        if let Some(parameter) = rule.parameter(false) {
            assert_eq!((parameter.id(), parameter.paragraph()), (rule.id.id(), rule.paragraph));
        }
        for id in rule.readings {
            assert!(id.reading().paragraphs.contains(&rule.paragraph), "{id} {}", rule.id);
        }
    }
    assert_eq!(paragraphs::ALL.iter().map(|paragraph| paragraph.rules.len()).sum::<usize>(), RULES.len());
    assert_eq!(
        paragraphs::ALL.iter().map(|paragraph| paragraph.number).collect::<Vec<_>>(),
        (1..=65).collect::<Vec<_>>()
    );
    assert!(paragraph(0).is_none() && paragraph(66).is_none());
    assert!(ParameterId::ALL.iter().all(|id| id.id().parse() == Ok(*id)));
    assert!(READINGS.iter().zip(ReadingId::ALL).all(|(reading, id)| reading.id == *id && id.id().parse() == Ok(*id)));
    assert_eq!("2021-07".parse(), Ok(Edition::JULY_2021));
}

#[test]
fn the_readings_of_external_control_stand_with_the_rules_they_decide() {
    let rules = |id: &str| {
        let reading: ReadingId = id.parse().unwrap();
        reading.rules().map(|rule| rule.id()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rules("R-24"), "25-law-5 25-law-15 25-law-more 25-law-notice");
    assert_eq!((rules("R-26").as_str(), rules("R-27").as_str()), ("26 28", "8 32-inspection"));
    assert_eq!((rules("R-28").as_str(), rules("R-29").as_str()), ("31", "28"));
    assert_eq!((rules("R-30").as_str(), rules("R-32").as_str()), ("25-law-5 25-law-15", "26"));
    // What they decide is no date.
    assert!(["R-31", "R-33", "R-34"].into_iter().all(|id| rules(id).is_empty()));
}

#[test]
fn a_later_decree_makes_nothing_late() {
    let decree = |from, to, decided_on| Transfer { from, to, decided_on, decree: "test".to_owned() };
    let change = |value, from, decided_on| ParameterChange {
        id: ParameterId::R45,
        value,
        from,
        decided_on,
        basis: "test".to_owned(),
    };
    let transfers = [decree(date(2026, 8, 29), date(2026, 8, 31), date(2026, 6, 1))];
    let changes = [change(5, date(2026, 7, 1), date(2026, 5, 1)), change(4, date(2026, 9, 1), date(2026, 6, 15))];
    let law = Law::with(&transfers, &changes);
    let number = |known: Date, on: Date| law.known_on(known).parameter(ParameterId::R45, on);
    assert_eq!(number(date(2026, 4, 30), date(2026, 10, 1)), 3);
    assert_eq!(number(date(2026, 5, 1), date(2026, 6, 30)), 3);
    assert_eq!(number(date(2026, 5, 1), date(2026, 10, 1)), 5);
    assert_eq!(number(date(2026, 6, 15), date(2026, 8, 31)), 5);
    assert_eq!(number(date(2026, 6, 15), date(2026, 10, 1)), 4);
    let worked = |known: Date| law.known_on(known).calendar.is_working(date(2026, 8, 31));
    assert!(worked(date(2026, 5, 31)) && !worked(date(2026, 6, 1)));
    let twice =
        law.known_on(date(2026, 6, 1)).known_on(date(2026, 4, 1)).parameter(ParameterId::R45, date(2026, 10, 1));
    assert_eq!(twice, 3);
    assert!(law.known_on(date(2022, 10, 1)).calendar.is_working(date(2022, 10, 24)));
    assert!(!law.calendar.is_working(date(2022, 10, 24)));
    assert!(change(0, date(2026, 7, 1), date(2026, 5, 1)).check().is_err());
}

#[test]
fn a_hundred_thousand_starts_never_end_on_a_forbidden_day() {
    let law = Law::shipped();
    let mut seed = 116u64;
    for _ in 0..100_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let random = (seed >> 33) as usize;
        let rule = &RULES[random % RULES.len()];
        let day = date(2021, 1, 1) + ((random / RULES.len() % 2500) as i32).days();
        let start = match rule.starts_from() {
            StartsFrom::Day => Start::Day(day),
            StartsFrom::Quarter => Start::Quarter(Quarter::of(day).unwrap()),
            StartsFrom::Year => Start::Year(day.year()),
            StartsFrom::Document => {
                assert!(!rule.moves || law.calendar.is_working(fixed(rule.id, &law, day, day).due));
                continue;
            }
        };
        let due = due_date(&law, rule.id, start, SubjectKind::Other).unwrap();
        let may_be_off = matches!(
            rule.reckoning,
            Reckons::DayOfYear { .. } | Reckons::CalendarDaysAfter(_) | Reckons::CalendarDaysBefore(_)
        );
        assert!(may_be_off || law.calendar.is_working(due), "{} from {day}", rule.id);
    }
}

static LAW: LazyLock<Law> = LazyLock::new(Law::shipped);

proptest! {
    #[test]
    fn the_counted_days_are_as_many_as_the_term(rule in 0..RULES.len(), days in 0i32..2500, n in 1u32..40) {
        let (law, day) = (&*LAW, date(2021, 1, 1) + days.days());
        let rule = &RULES[rule];
        if rule.starts_from() == StartsFrom::Day {
            let due = due_in(law, rule.id, Start::Day(day), n).unwrap();
            prop_assert_eq!(due.reckoning.iter().filter(|day| day.counts).count(), n as usize);
            prop_assert_eq!(due.reckoning.last().map(|day| (day.date, day.counts)), Some((due.due, true)));
            prop_assert!(due.reckoning.windows(2).all(|pair| (pair[1].date - pair[0].date).get_days().abs() == 1));
        }
    }
}

/// `cargo test --release -- --ignored --nocapture speed`
#[test]
#[ignore = "a measurement"]
fn speed() {
    let law = Law::shipped();
    let starts: Vec<Date> = (0..2500).map(|days| date(2021, 1, 1) + days.days()).collect();
    for rule in [RuleId::R28, RuleId::R43, RuleId::R45] {
        let mut best = f64::MAX;
        let mut sum = 0i64;
        for _ in 0..20 {
            let begun = std::time::Instant::now();
            for start in starts.iter().cycle().take(1_000_000) {
                let due = due_date(&law, rule, Start::Day(*start), SubjectKind::Other);
                sum += i64::from(due.unwrap().day());
            }
            best = best.min(begun.elapsed().as_secs_f64());
        }
        println!("{rule}: {:.1} million/s ({sum})", 1.0 / best);
    }
}
