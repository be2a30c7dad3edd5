//! Every deadline rule once over days off that move: reckoned by hand with a paper calendar, not by the code.
//!
//! Nauryz 2025: 21 March is a Friday, 22 and 23 March fall on the weekend and move to Monday 24 and Tuesday 25.
//! New Year 2026: Thursday 1 and Friday 2 January, then the weekend; Wednesday 7 January is off, 25 January is a Sunday.
//! May 2026: Friday 1, Thursday 7, Saturday 9 which moves to Monday 11, Kurban Ait on Wednesday 27.

use std::collections::BTreeSet;

use jiff::civil::Date;
use law::edition::Law;
use law::rules::{RULES, RuleId, StartsFrom};
use law::term::{Start, SubjectKind, due, fixed};

/// Rule, from what, until when.
const BY_HAND: &[(&str, &str, &str)] = &[
    // 20 | 26 27 March.
    ("8", "2025-03-19", "2025-03-27"),
    ("10-1", "2027", "2026-12-10"),
    // A Sunday; approval dates stay.
    ("10-2", "2026", "2026-05-10"),
    // A Friday.
    ("10-publish-1", "2027", "2026-12-25"),
    // A Sunday.
    ("10-publish-2", "2025", "2025-05-25"),
    // 4, 5, 6 May.
    ("15", "2026-04-30", "2026-05-06"),
    // After Friday 1 May and the weekend.
    ("17-urgent", "2026-04-30", "2026-05-04"),
    // 5 6 8 | 12 13 May.
    ("17-remote", "2026-05-04", "2026-05-13"),
    // 19 20 | 26 27 28 March.
    ("25-law-5", "2025-03-18", "2025-03-28"),
    // 31 December | 5 6 8 9 | 12 13 14 15 16 | 19 20 21 22 23 January.
    ("25-law-15", "2025-12-30", "2026-01-23"),
    // 8 | 12 13 14 15 | 18 19 20 21 22 May.
    ("25-law-more", "2026-05-06", "2026-05-22"),
    // 30 April | 4 5 May.
    ("25-law-notice", "2026-04-29", "2026-05-05"),
    // 4 5 6 8 | 12 13 14 15 | 18 19 May.
    ("18", "2026-05-04", "2026-05-19"),
    // And 20 21 22 | 25 26 May.
    ("18-visit", "2026-05-04", "2026-05-26"),
    // 20 21 22 | 25 26 28 29 May | 1 2 3 June.
    ("19", "2026-05-19", "2026-06-03"),
    // Before Tuesday 12 May stands Friday 8 May.
    ("19-notice", "2026-05-12", "2026-05-08"),
    // A calendar day: the day off itself.
    ("21", "2026-05-12", "2026-05-11"),
    ("25", "2025-12-25", "2026-01-04"),
    ("26", "2026-05-09", "2026-05-09"),
    // 8 | 12 13 May.
    ("28", "2026-05-06", "2026-05-13"),
    // 20 | 26 27 March.
    ("29-1", "2025-03-19", "2025-03-27"),
    // 31 December | 5 6 January.
    ("29-2", "2025-12-30", "2026-01-06"),
    // Saturday 9, Sunday 10, Monday 11 off.
    ("30", "2026-05-09", "2026-05-12"),
    // 5 6 January.
    ("31", "2025-12-31", "2026-01-06"),
    // 8 9 | 12 January.
    ("32", "2026-01-06", "2026-01-12"),
    // 26 28 29 May.
    ("32-inspection", "2026-05-25", "2026-05-29"),
    // 10 January is a Saturday.
    ("35-2", "2025-Q4", "2026-01-12"),
    ("36", "2026-05-27", "2026-05-28"),
    ("41", "2022", "2021-12-25"),
    // 17 18 19 20 | 26 27 28 March | 31 March, 1 2 April.
    ("43", "2025-03-17", "2025-04-02"),
    ("43", "2026-05-04", "2026-05-19"),
    // 26 27 28 | 31 March, 1 2 3 4 | 7 8 April.
    ("44", "2025-03-20", "2025-04-08"),
    // Back from Tuesday 12 May: 8, 6, 5 May.
    ("45", "2026-05-12", "2026-05-05"),
    // Back from Thursday 8 January: 6, 5 January, 31 December.
    ("45", "2026-01-08", "2025-12-31"),
    ("49", "2025-03-22", "2025-03-22"),
    ("51", "2026-05-06", "2026-05-13"),
    // 31 December | 5 6 8 9 | 12 13 January.
    ("52", "2025-12-30", "2026-01-13"),
    // 5 6 8 9 | 12 January.
    ("54", "2025-12-31", "2026-01-12"),
    ("56", "2026-01-01", "2026-01-05"),
    ("57", "2025-Q4", "2026-01-12"),
    ("59", "2025-03-22", "2025-03-26"),
    ("60", "2025-Q4", "2026-01-12"),
    ("61", "2025-Q4", "2026-01-12"),
    // Monday 5 January is worked.
    ("61-district", "2025-Q4", "2026-01-05"),
    // 25 January is a Sunday.
    ("62", "2025-Q4", "2026-01-26"),
];

#[test]
fn every_rule_agrees_with_a_reckoning_by_hand_over_days_off() {
    let law = Law::shipped();
    for (id, from, until) in BY_HAND {
        let rule: RuleId = id.parse().unwrap();
        let reckoned = match rule.rule().starts_from() {
            StartsFrom::Document => fixed(rule, &law, "2025-01-06".parse().unwrap(), from.parse().unwrap()),
            _ => due(&law, rule, from.parse::<Start>().unwrap(), SubjectKind::Other).unwrap(),
        };
        assert_eq!(reckoned.due, until.parse::<Date>().unwrap(), "{id} from {from}");
    }
    let told: BTreeSet<&str> = BY_HAND.iter().map(|(id, ..)| *id).collect();
    assert_eq!(told.len(), RULES.len(), "every rule of the table");
}

#[test]
fn a_micro_business_has_its_own_numbers_over_may() {
    let law = Law::shipped();
    // 4 5 6 8 | 12 May, and 20 21 22 | 25 26 May.
    for (id, from, until) in [("18", "2026-05-04", "2026-05-12"), ("18-visit", "2026-05-04", "2026-05-12")]
        .into_iter()
        .chain([("19", "2026-05-19", "2026-05-26")])
    {
        let due = due(&law, id.parse().unwrap(), from.parse().unwrap(), SubjectKind::Micro).unwrap();
        assert_eq!(due.due, until.parse::<Date>().unwrap(), "{id}");
    }
}
