//! The calendar against a list of days and against counting one day after another.
//!
//! `fixtures/non_working_days.txt` (month: its days off) was written by the PyPI package `holidays` 0.109 (country KZ,
//! its `weekend_workdays` taken out) and read against the table of holidays and transfers of the project. The two agree
//! on every day of 2021–2027, so nothing had to be decided: the package moves 7 May 2022 (Saturday) past 9 May to the
//! 10th as the law does, does not move 7 January and Kurban Ait, and knows all seven transfers. Its Kurban Ait of 2026
//! and 2027 is an estimate, as ours is; that of 2027 falls on a Sunday.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::calendar::{Calendar, HolidayId, Transfer, TransferError, Why, shipped_transfers};
use proptest::prelude::*;

fn fixture() -> BTreeSet<Date> {
    let lines = include_str!("fixtures/non_working_days.txt").lines();
    let month = |line: &'static str| {
        let (month, days) = line.split_once(": ").unwrap();
        days.split(' ').map(move |day| format!("{month}-{day}").parse().unwrap())
    };
    lines.flat_map(month).collect()
}

fn transfer(from: Date, to: Date, decided_on: Date) -> Transfer {
    Transfer { from, to, decided_on, decree: "test".to_owned() }
}

/// A day of the settled years, some of it outside.
fn any_day() -> impl Strategy<Value = Date> {
    (-400i32..3000).prop_map(|days| date(2021, 1, 1) + days.days())
}

#[test]
fn the_settled_years_agree_with_the_list() {
    let (calendar, off) = (Calendar::kazakhstan(), fixture());
    assert_eq!(off.len(), 830);
    let days: Vec<_> = (2021..=2027).flat_map(|year| calendar.year(year)).collect();
    assert_eq!(days.len(), 2556);
    for day in days {
        assert_eq!(day.working, !off.contains(&day.date), "{}", day.date);
        assert_eq!(calendar.day(day.date), day);
        assert_eq!(calendar.is_working(day.date), day.working);
        assert!(calendar.covers(day.date) && Why::KEYS.contains(&day.why.key()));
    }
}

#[test]
fn every_day_says_why() {
    let calendar = Calendar::kazakhstan();
    let why = |day| calendar.day(day).why;
    let nauryz = Why::Holiday(HolidayId::Nauryz);
    assert_eq!(why(date(2025, 3, 20)), Why::Working);
    assert_eq!([why(date(2025, 3, 21)), why(date(2025, 3, 22)), why(date(2025, 3, 23))], [nauryz; 3]);
    let moved = |holiday, from| Why::HolidayMoved { holiday, from };
    assert_eq!(why(date(2025, 3, 24)), moved(HolidayId::Nauryz, date(2025, 3, 22)));
    assert_eq!(why(date(2025, 3, 25)), moved(HolidayId::Nauryz, date(2025, 3, 23)));
    assert_eq!(why(date(2022, 1, 3)), moved(HolidayId::NewYear, date(2022, 1, 1)));
    assert_eq!(why(date(2022, 1, 4)), moved(HolidayId::NewYear, date(2022, 1, 2)));
    assert_eq!(why(date(2022, 5, 9)), Why::Holiday(HolidayId::Victory));
    assert_eq!(why(date(2022, 5, 10)), moved(HolidayId::Defender, date(2022, 5, 7)));
    assert_eq!(why(date(2023, 1, 7)), Why::Holiday(HolidayId::Christmas));
    assert_eq!(why(date(2023, 1, 9)), Why::Working);
    assert_eq!(why(date(2024, 6, 16)), Why::Holiday(HolidayId::KurbanAit));
    assert_eq!(why(date(2024, 6, 17)), Why::Working);
    assert_eq!(why(date(2024, 5, 4)), Why::TransferredWorking { to: date(2024, 5, 8) });
    assert_eq!(why(date(2024, 5, 8)), Why::TransferredOff { from: date(2024, 5, 4) });
    assert_eq!(why(date(2024, 5, 5)), Why::Weekend);
    assert_eq!(serde_json::to_value(why(date(2025, 3, 24))).unwrap(), "holiday-moved");
}

#[test]
fn holidays_begin_and_end_with_their_years() {
    let calendar = Calendar::kazakhstan();
    for (day, off) in [
        (date(2021, 12, 1), true),
        (date(2022, 12, 1), false),
        (date(2021, 12, 17), true),
        (date(2024, 12, 17), false),
        (date(2021, 10, 25), false),
        (date(2022, 10, 25), true),
        (date(2024, 8, 30), true),
        (date(2027, 8, 30), false),
        (date(2024, 3, 15), false),
        (date(2027, 3, 15), true),
    ] {
        assert_eq!(calendar.is_working(day), !off, "{day}");
    }
}

#[test]
fn what_is_not_announced_is_not_settled() {
    let calendar = Calendar::kazakhstan();
    assert!(calendar.day(date(2025, 6, 6)).settled);
    assert!(!calendar.day(date(2026, 5, 27)).settled);
    assert!(!calendar.day(date(2028, 1, 1)).settled && !calendar.covers(date(2020, 12, 31)));
    assert_eq!(calendar.day(date(2028, 12, 18)).why.key(), "holiday-moved");
}

#[test]
fn a_decree_moves_a_day_off_in_any_year() {
    let settled = transfer(date(2026, 8, 29), date(2026, 8, 31), date(2026, 6, 1));
    let later = transfer(date(2030, 5, 4), date(2030, 5, 8), date(2030, 1, 1));
    assert_eq!(settled.check(&Calendar::kazakhstan()), Ok(()));
    let calendar = Calendar::with_transfers(&[settled.clone(), later]);
    assert!(calendar.is_working(date(2026, 8, 29)) && !calendar.is_working(date(2026, 8, 31)));
    assert!(calendar.is_working(date(2030, 5, 4)) && !calendar.is_working(date(2030, 5, 8)));
    assert_eq!(calendar.add_working(date(2026, 8, 28), 2), date(2026, 9, 1));
    assert_eq!(settled.check(&calendar), Err(TransferError::FromIsWorking(date(2026, 8, 29))));
    assert_eq!(calendar.transfers().len(), shipped_transfers().len() + 2);
}

#[test]
fn the_ends_of_time_are_reached_without_a_panic() {
    let calendar = Calendar::kazakhstan();
    assert_eq!(calendar.add_working(Date::MAX, 1), Date::MAX);
    assert_eq!(calendar.sub_working(Date::MIN, 1), Date::MIN);
    assert_eq!(calendar.add_working(date(9999, 12, 1), u32::MAX), Date::MAX);
}

#[test]
fn r1_r2_r3_r5_by_hand() {
    let calendar = Calendar::kazakhstan();
    assert_eq!(calendar.add_working(date(2025, 4, 30), 3), date(2025, 5, 6));
    assert_eq!(calendar.end_of_duration(date(2025, 2, 3), 10), date(2025, 2, 14));
    assert_eq!(calendar.end_of_duration(date(2025, 2, 1), 10), date(2025, 2, 14));
    assert_eq!(calendar.sub_working(date(2025, 2, 13), 3), date(2025, 2, 10));
    assert_eq!(calendar.next_working(date(2025, 1, 4)), date(2025, 1, 5));
    assert_eq!(calendar.working_between(date(2025, 2, 3), date(2025, 2, 10)), 5);
    assert_eq!(calendar.working_between(date(2025, 2, 10), date(2025, 2, 3)), -5);
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::kazakhstan);

proptest! {
    #[test]
    fn the_table_counts_as_one_counts_by_days(start in any_day(), n in 1u32..60) {
        let calendar = &*CALENDAR;
        let nth = |mut day: Date, step: i32| {
            let mut left = n;
            while left > 0 {
                day += step.days();
                left -= u32::from(calendar.day(day).working);
            }
            day
        };
        let end = nth(start, 1);
        prop_assert_eq!(calendar.add_working(start, n), end);
        prop_assert_eq!(calendar.sub_working(start, n), nth(start, -1));
        prop_assert_eq!(calendar.working_between(start, end), i64::from(n));
        prop_assert_eq!(calendar.working_between(end, start), -i64::from(n));
    }

    #[test]
    fn back_undoes_forward(start in any_day(), n in 1u32..300) {
        let calendar = &*CALENDAR;
        let worked = calendar.next_working(start);
        prop_assert_eq!(calendar.sub_working(calendar.add_working(worked, n), n), worked);
        prop_assert_eq!(calendar.add_working(calendar.sub_working(worked, n), n), worked);
        prop_assert_eq!(calendar.end_of_duration(worked, n + 1), calendar.add_working(worked, n));
    }

    #[test]
    fn later_and_longer_never_end_earlier(start in any_day(), days in 0i32..40, n in 1u32..60) {
        let calendar = &*CALENDAR;
        let later = start + days.days();
        prop_assert!(calendar.add_working(start, n) <= calendar.add_working(later, n));
        prop_assert!(calendar.sub_working(start, n) <= calendar.sub_working(later, n));
        prop_assert!(calendar.end_of_duration(start, n) <= calendar.end_of_duration(later, n));
        prop_assert!(calendar.add_working(start, n) < calendar.add_working(start, n + 1));
        prop_assert!(calendar.next_working(start) >= start);
    }

    #[test]
    fn a_count_ends_on_a_working_day(start in any_day(), n in 1u32..300) {
        let calendar = &*CALENDAR;
        for end in [calendar.add_working(start, n), calendar.sub_working(start, n), calendar.end_of_duration(start, n), calendar.next_working(start)] {
            prop_assert!(calendar.is_working(end));
        }
    }
}
