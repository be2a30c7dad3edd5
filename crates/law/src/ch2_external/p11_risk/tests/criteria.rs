//! §11: the criteria as data: what a set must say, and which one is in force.

use super::*;

#[test]
fn p11_the_shipped_set_is_a_sample_without_faults() {
    let set = sample();
    assert!(set.sample && set.validate().is_empty(), "{:?}", set.validate());
    assert_eq!((set.threshold, set.most), (61, 100));
    for measure in Measure::ALL {
        assert!(set.criteria.iter().any(|c| c.measure == measure), "{}", measure.word());
        assert_eq!(Measure::parse(measure.word()), Some(measure));
        assert_eq!(serde_json::to_value(measure).unwrap(), measure.word());
        assert!(Measure::UNITS.contains(&measure.unit()));
    }
    let again: CriteriaSet = serde_json::from_str(&serde_json::to_string(&set).unwrap()).unwrap();
    assert_eq!(again, set);
}

#[test]
fn p11_a_set_says_all_that_is_wrong_with_it() {
    let faults = |change: &dyn Fn(&mut CriteriaSet)| {
        let mut set = sample();
        change(&mut set);
        set.validate().into_iter().map(|f| format!("{} {}", f.code, f.at).trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(faults(&|s| s.id = " ".into()), ["id-empty", "id-malformed"]);
    assert_eq!(faults(&|s| s.id = "Set/1".into()), ["id-malformed"]);
    assert_eq!(faults(&|s| s.basis = String::new()), ["name-empty"]);
    assert_eq!(faults(&|s| s.valid_to = Some(day("2021-06-30"))), ["dates-turned"]);
    assert_eq!(faults(&|s| s.valid_to = Some(s.valid_from)), [""; 0]);
    assert_eq!(faults(&|s| s.threshold = 0), ["threshold-outside"]);
    assert_eq!(faults(&|s| s.threshold = 101), ["threshold-outside"]);
    assert_eq!(faults(&|s| s.criteria.clear()), ["no-criteria"]);
    assert_eq!(faults(&|s| s.objective.push(s.objective[0].clone())), ["kind-twice central"]);
    assert_eq!(faults(&|s| s.objective[0].points = 101), ["cap-above-most central"]);
    assert_eq!(faults(&|s| s.criteria[1].id = "gross".into()), ["id-twice gross"]);
    assert_eq!(faults(&|s| s.criteria[1].id = OBJECTIVE.into()), ["id-twice objective"]);
    let several = faults(&|s| {
        let first = &mut s.criteria[0];
        (first.weight, first.cap, first.months) = (0, 0, Some(0));
        first.name_en = String::new();
        s.criteria[1].cap = 101;
        s.severities.insert("1".into(), "harmless".into());
    });
    let expected =
        ["name-empty gross", "weight-zero gross", "cap-zero gross", "months-zero gross", "cap-above-most significant"];
    assert_eq!(several[..5], expected);
    assert_eq!(several[5..], ["severity-unknown 1"]);
    assert!(FAULTS.is_sorted());
}

#[test]
fn p11_the_set_in_force_is_the_approved_one_and_of_several_the_latest() {
    let set = |id: &str, from: &str, to: Option<&str>, sample_set| CriteriaSet {
        id: id.into(),
        valid_from: day(from),
        valid_to: to.map(day),
        sample: sample_set,
        ..sample()
    };
    let sets = [
        set("a", "2024-01-01", Some("2024-12-31"), false),
        set("b", "2024-07-01", None, false),
        set("s", "2025-01-01", None, true),
    ];
    let id = |on| in_force(&sets, day(on)).map(|s| s.id.as_str());
    assert_eq!([id("2023-12-31"), id("2024-01-01"), id("2024-06-30")], [None, Some("a"), Some("a")]);
    assert_eq!([id("2024-07-01"), id("2024-12-31"), id("2025-01-01")], [Some("b"); 3]);
    assert_eq!(in_force(&sets[2..], day("2025-01-01")).map(|s| s.id.as_str()), Some("s"));
}
