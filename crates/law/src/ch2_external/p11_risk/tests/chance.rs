//! §11: scores of anything that might be told, and of many subjects at once.

use proptest::prelude::*;

use super::*;
use crate::bodies::{Body, BodyTree};

fn anything() -> impl Strategy<Value = Told> {
    let severity = prop::sample::select(vec!["gross", "significant", "insignificant"]);
    let violations = prop::collection::vec((1..14u8, severity), 0..6);
    (0..5u8, 0..2000i32, violations, any::<bool>(), any::<bool>()).prop_map(|(kind, days, violations, yes, done)| {
        let on = day("2021-01-01").saturating_add(days.days()).to_string();
        let case = format!("x{kind}{days}");
        match kind {
            0 => appeal(&case, yes, done.then_some(on.as_str())),
            1 => desk(&case, violations.len(), yes, done.then_some(on.as_str())),
            _ => {
                let found: Vec<_> = violations.iter().map(|(r, s)| (r.to_string(), *s)).collect();
                let found: Vec<(&str, &str)> = found.iter().map(|(r, s)| (r.as_str(), *s)).collect();
                let mut check = check(&on, &found);
                check.abandoned = yes && done;
                check.prescription = yes.then(|| (1, day(&on)));
                check.violations.iter_mut().for_each(|v| v.unremedied = done);
                checked(&case, "health", check)
            }
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p11_a_score_is_the_sum_of_its_parts_and_never_more_than_the_most(
        told in prop::collection::vec(anything(), 0..30),
        lateness in prop::collection::vec((1..5i8, any::<u64>(), any::<u64>()), 0..4),
        days in 0..2500i32,
        most in 1..200u32,
        weight in any::<u32>(),
    ) {
        let on: Date = day("2021-01-01").saturating_add(days.days());
        let mut set = sample();
        set.most = most;
        set.criteria[5].weight = weight;
        let mut known = dossier(told);
        known.lateness = lateness.into_iter().map(|(q, l, p)| late(&format!("2023-Q{q}"), l, p)).collect();
        let score = figures(&set, "health", &bodies(), &known, on);
        prop_assert!(score.total <= most * 100);
        prop_assert_eq!(score.total, score.parts.iter().map(|p| p.points).sum::<u32>().min(most * 100));
        prop_assert_eq!(score.parts.len(), set.criteria.len() + 1);
        for part in score.parts.iter().skip(1) {
            prop_assert!(part.points <= part.cap * 100);
            prop_assert!(part.sources.iter().all(|s| s.on <= on || s.kind == "body"));
            prop_assert!(part.sources.iter().all(|s| Source::KINDS.contains(&s.kind.as_str())));
            let figure = part.figure.as_ref();
            if figure.is_some_and(|f| f.unit == "percent") {
                prop_assert!(figure.is_some_and(|f| f.value <= 10_000));
            } else if let Some(figure) = figure {
                prop_assert_eq!(figure.value, part.sources.iter().map(|s| s.count * 100).sum::<u64>());
            }
        }
        // The order in which things were told changes nothing; what is told of later days does not either.
        known.told.reverse();
        prop_assert_eq!(&figures(&set, "health", &bodies(), &known, on), &score);
        known.told.push(appeal("later", true, Some("2029-01-01")));
        known.told.push(checked("later", "health", check("2029-01-01", &[("1", "gross")])));
        prop_assert_eq!(&figures(&set, "health", &bodies(), &known, on), &score);
    }
}

#[test]
fn p11_three_thousand_subjects_are_scored_at_once() {
    let districts = (0..3_000).map(|n| Body {
        id: format!("b{n:04}"),
        kind: BodyKind::DistrictAkimat,
        parent: Some("akimat".into()),
        coordinated_by: None,
        territory: "akmola".into(),
        valid_from: day("2021-07-19"),
        valid_to: None,
    });
    let tree = BodyTree::new(bodies().iter().cloned().chain(districts));
    let told = (0..3_000).map(|n| checked(&n.to_string(), &format!("b{n:04}"), check("2024-03-01", &[("1", "gross")])));
    let known = dossier(told.collect());
    let begun = std::time::Instant::now();
    let found = candidates(&sample(), &tree, &known, day("2024-12-01"));
    println!("{} candidates in {:?}", found.len(), begun.elapsed());
    assert_eq!((found.len(), found[0].0.as_str(), found[2_999].0.as_str()), (3_008, "b0000", "b2999"));
}
