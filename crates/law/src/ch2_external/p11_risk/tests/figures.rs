//! §11: scores reckoned by hand on small dossiers.

use std::collections::BTreeMap;

use super::*;
use crate::ch2_external::p14_jurisdiction;

#[test]
fn p11_a_gross_violation_of_the_last_three_years_is_a_hundred() {
    let gross = dossier(vec![checked("c1", "health", check("2023-06-15", &[("1", "gross")]))]);
    let found = score(&gross, "2024-01-10");
    assert_eq!((found.total, found.high, found.gross), (10_000, true, true));
    assert_eq!(part(&found, "gross"), (Some(100), 10_000));
    assert_eq!(sources(&found, "gross"), [("c1".to_owned(), 1, None)]);
    // Known from the day of the delivery; three years later, on the same day, it is too old.
    for (on, counts) in [("2023-06-14", false), ("2023-06-15", true), ("2026-06-14", true), ("2026-06-15", false)] {
        assert_eq!(score(&gross, on).gross, counts, "{on}");
    }
    // Two are no more than the most.
    let two = dossier(vec![checked("c1", "health", check("2023-06-15", &[("1", "gross"), ("2", "gross")]))]);
    assert_eq!(part(&score(&two, "2024-01-10"), "gross"), (Some(200), 10_000));
    assert_eq!(score(&two, "2024-01-10").total, 10_000);
}

#[test]
fn p11_shares_are_of_the_requirements_checked() {
    let first = check("2024-03-01", &[("1", "significant"), ("1", "significant"), ("2", "insignificant")]);
    let second = check("2024-09-02", &[("3", "significant"), ("4", "significant")]);
    let told = vec![
        checked("c1", "health", first),
        checked("c2", "health", second),
        checked("c3", "clinic", check("2024-03-01", &[("1", "gross")])),
    ];
    let known = dossier(told);
    // Requirements 1, 2, 4, 5, 6 are significant, and what was found so: 1 of 5 and 2 of 6 are 27.27 %, 0.7 of it 19.09
    // points. Of 3, 8, 10 and what was found so: 1 of 4 and 0 of 3 are 14.29 %, 0.3 of it 4.29 points. Its kind: 5.
    let found = score(&known, "2024-12-01");
    assert_eq!(part(&found, "significant"), (Some(2_727), 1_909));
    assert_eq!(part(&found, "insignificant"), (Some(1_429), 429));
    assert_eq!(sources(&found, "significant"), [("c1".to_owned(), 1, Some(5)), ("c2".to_owned(), 2, Some(6))]);
    assert_eq!((found.total, found.high), (1_909 + 429 + 500, false));
    // Where no severities are known, of all that were checked: 3 of 20 are 15 %, 1 of 20 are 5 %.
    let set = CriteriaSet { severities: BTreeMap::new(), ..sample() };
    let found = figures(&set, "health", &bodies(), &known, day("2024-12-01"));
    assert_eq!((part(&found, "significant"), part(&found, "insignificant")), ((Some(1_500), 1_050), (Some(500), 150)));
    assert_eq!(sources(&found, "significant"), [("c1".to_owned(), 1, Some(10)), ("c2".to_owned(), 2, Some(10))]);
    // All significant requirements and all insignificant ones violated, and nothing else: a hundred.
    let all = ["1", "2", "4", "5", "6"].map(|r| (r, "significant")).into_iter();
    let all: Vec<_> = all.chain(["3", "8", "10"].map(|r| (r, "insignificant"))).collect();
    let found = score(&dossier(vec![checked("c1", "health", check("2024-03-01", &all))]), "2024-03-01");
    assert_eq!((part(&found, "significant").1, part(&found, "insignificant").1), (7_000, 3_000));
    assert_eq!((found.total, found.high, found.gross), (10_000, true, false));
}

#[test]
fn p11_a_prescription_not_carried_out_counts_when_its_term_has_passed() {
    let mut one = check("2024-03-01", &[("1", "significant"), ("2", "significant")]);
    one.prescription = Some((5, day("2024-03-01")));
    for violation in &mut one.violations {
        (violation.term, violation.unremedied) = (Some(day("2024-04-01")), true);
    }
    let known =
        |check: &Check, on| part(&score(&dossier(vec![checked("c1", "health", check.clone())]), on), "unremedied");
    assert_eq!(known(&one, "2024-04-01"), (Some(0), 0));
    assert_eq!(known(&one, "2024-04-02"), (Some(100), 1_000), "two violations of one prescription are one");
    assert_eq!(known(&one, "2027-03-31"), (Some(100), 1_000));
    assert_eq!(known(&one, "2027-04-01"), (Some(0), 0));
    for violation in &mut one.violations {
        violation.eliminated = true;
    }
    assert_eq!(known(&one, "2024-04-02"), (Some(0), 0));
}

#[test]
fn p11_justified_appeals_of_twelve_months_count_once_answered() {
    let told = vec![
        appeal("a1", true, Some("2024-05-10")),
        appeal("a2", true, Some("2024-06-10")),
        appeal("a3", false, Some("2024-06-10")),
        appeal("a4", true, None),
    ];
    let known = |on| part(&score(&dossier(told.clone()), on), "appeals");
    assert_eq!(known("2024-05-09"), (Some(0), 0));
    assert_eq!(known("2024-05-10"), (Some(100), 200));
    assert_eq!(known("2024-06-10"), (Some(200), 400));
    assert_eq!(known("2025-05-09"), (Some(200), 400));
    assert_eq!(known("2025-05-10"), (Some(100), 200), "the first is a year old");
    let found = score(&dossier(told.clone()), "2024-07-01");
    let labels: Vec<_> = found.parts.iter().flat_map(|p| &p.sources).map(|s| s.label.as_str()).collect();
    assert!(labels.contains(&"A-a1") && labels.contains(&"A-a2") && !labels.contains(&"A-a3"));
    // Eleven appeals are 22 points, of which 20 count.
    let many = (0..11).map(|n| appeal(&n.to_string(), true, Some("2024-05-10"))).collect();
    assert_eq!(part(&score(&dossier(many), "2024-06-01"), "appeals"), (Some(1_100), 2_000));
}

#[test]
fn p11_late_services_are_a_share_of_the_quarters_that_are_over() {
    let mut dossier = dossier(Vec::new());
    dossier.lateness = vec![late("2024-Q1", 3, 90), late("2024-Q2", 7, 110), late("2024-Q2", 0, 100)];
    let known = |on| part(&score(&dossier, on), "late");
    assert_eq!(known("2024-03-31"), (None, 0), "the quarter is not over");
    // 3 of 90 are 3.33 %.
    assert_eq!(known("2024-04-01"), (Some(333), 333));
    // 10 of 300.
    assert_eq!(known("2024-07-01"), (Some(333), 333));
    // 7 of 210: the first quarter ended a year ago.
    assert_eq!(known("2025-03-31"), (Some(333), 333));
    assert_eq!(sources(&score(&dossier, "2025-03-31"), "late"), [("2024-Q2".to_owned(), 7, Some(210))]);
    dossier.lateness = vec![late("2024-Q1", 60, 90), late("2024-Q2", 0, 0)];
    assert_eq!(part(&score(&dossier, "2024-07-01"), "late"), (Some(6_667), 2_000), "half up, and capped");
    dossier.lateness = vec![late("2024-Q1", 0, 0)];
    assert_eq!(part(&score(&dossier, "2024-07-01"), "late"), (None, 0), "nothing provided, no share");
}

#[test]
fn p11_control_without_a_visit_counts_once_its_document_is_issued() {
    let told = vec![
        desk("d1", 3, false, Some("2024-02-01")),
        desk("d2", 0, true, Some("2024-03-01")),
        desk("d3", 5, true, None),
        desk("d4", 0, false, Some("2024-02-01")),
    ];
    let found = |on| score(&dossier(told.clone()), on);
    assert_eq!(part(&found("2024-01-31"), "desk"), (Some(0), 0));
    assert_eq!(part(&found("2024-02-01"), "desk"), (Some(300), 300));
    assert_eq!(part(&found("2024-03-01"), "desk-visit"), (Some(100), 1_000));
    assert_eq!(sources(&found("2024-03-01"), "desk"), [("d1".to_owned(), 3, None)]);
    assert_eq!(part(&found("2025-03-01"), "desk-visit"), (Some(0), 0));
}

#[test]
fn p11_who_was_never_checked_has_no_shares_but_years() {
    let found = score(&dossier(Vec::new()), "2024-07-18");
    assert_eq!((part(&found, "significant"), part(&found, "insignificant")), ((None, 0), (None, 0)));
    // In the registry since 19 July 2021.
    assert_eq!(part(&found, "unchecked"), (Some(200), 200));
    assert_eq!(part(&score(&dossier(Vec::new()), "2024-07-19"), "unchecked"), (Some(300), 300));
    assert_eq!(part(&score(&dossier(Vec::new()), "2031-07-19"), "unchecked"), (Some(1_000), 500), "five at most");
    assert_eq!(part(&score(&dossier(Vec::new()), "2020-01-01"), "unchecked"), (Some(0), 0));
    assert_eq!((found.total, part(&found, OBJECTIVE)), (700, (None, 500)));
    let begun = checked("c1", "health", check("2024-06-15", &[]));
    let mut given_up = check("2024-06-20", &[("1", "gross")]);
    given_up.abandoned = true;
    let known = dossier(vec![begun, checked("c2", "health", given_up)]);
    assert_eq!(sources(&score(&known, "2025-06-08"), "unchecked"), [("c1".to_owned(), 1, None)]);
    assert!(!score(&known, "2025-06-08").gross, "what ended without results found nothing");
    assert_eq!(sources(&score(&known, "2024-06-07"), "unchecked"), [("health".to_owned(), 2, None)]);
    let unknown = figures(&sample(), "nobody", &bodies(), &known, day("2024-06-07"));
    assert_eq!((unknown.total, part(&unknown, "unchecked")), (0, (None, 0)));
}

#[test]
fn p11_the_degree_is_high_from_the_threshold_on() {
    let mut set = sample();
    let on = day("2024-07-19");
    // 5 for the kind and 3 for the years.
    for (threshold, high) in [(7, true), (8, true), (9, false)] {
        set.threshold = threshold;
        assert_eq!(figures(&set, "health", &bodies(), &Dossier::default(), on).high, high, "{threshold}");
    }
}

#[test]
fn p11_candidates_are_those_of_paragraph_14_the_highest_first() {
    let told = vec![checked("c1", "unit", check("2024-03-01", &[("1", "gross")]))];
    let found = candidates(&sample(), &bodies(), &dossier(told.clone()), day("2024-12-01"));
    let order: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
    // Alike in points by code: 5 for an executive body, an akimat of a district; 4 below; 3 above; never a provider.
    assert_eq!(
        order,
        ["unit", "district", "health", "clinic", "institute", "akimat", "committee", "ministry"],
        "neither the Agency nor its body visits itself"
    );
    for (id, score) in &found {
        let by = p14_jurisdiction::competent(&bodies(), id).unwrap();
        assert!(p14_jurisdiction::check(&bodies(), &by, id, false).is_ok());
        assert_eq!(score, &figures(&sample(), id, &bodies(), &dossier(told.clone()), day("2024-12-01")));
    }
    assert_eq!(candidates(&sample(), &bodies(), &dossier(told), day("2021-07-18")), [], "no body is there yet");
}
