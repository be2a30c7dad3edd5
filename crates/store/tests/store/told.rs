//! What cases of external control tell: each reading takes what its page needs, and no more than a viewer may read.

use jiff::civil::{Date, date};
use law::{
    case::Role,
    ch2_external::dossier::{Appeal, Check, Told, What},
};
use store::{Viewer, cases, protected, told};

use crate::{
    external::{appeal, desk, entry, everybody},
    fixtures::*,
    fresh::both,
};

fn names(told: &[Told]) -> Vec<String> {
    told.iter().map(Told::name).collect()
}

/// An appeal with these changes, on a day of March.
fn appealed(item: &str, day: i8, change: impl FnOnce(&mut Appeal)) -> Told {
    let mut told = Told { item: item.into(), on: date(2026, 3, day), ..appeal("c1", None) };
    if let What::Appeal(appeal) = &mut told.what {
        change(appeal);
    }
    told
}

/// A check from one day to another, with these changes.
fn checked(item: &str, start: Date, end: Date, change: impl FnOnce(&mut Check)) -> Told {
    let mut check = Check {
        visit: true,
        ground: None,
        basis: None,
        matter: "м".into(),
        period: None,
        requirements: vec![],
        officers: vec![],
        start,
        end,
        appointed: None,
        act: None,
        started: None,
        delivered: None,
        abandoned: false,
        closed: None,
        violations: vec![],
        prescription: None,
    };
    change(&mut check);
    Told { item: item.into(), on: start, what: What::Check(Box::new(check)), ..appeal("c1", None) }
}

/// A case of `a` that tells this to its own inspectors.
async fn tells(db: &store::Db, case: &str, told: Vec<Told>) {
    let mut opened = step(case, 0, "");
    opened.model.told = told.into_iter().map(|t| Told { case: case.into(), ..t }).collect();
    opened.model.readers = vec![("a".into(), Role::Inspector)];
    cases::commit(db, opened).await.unwrap();
}

both! {
    async fn what_a_case_tells_is_found_and_replaced(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let accepted = appealed("", 2, |a| (a.route, a.handed_to) = (Some("inspection".into()), Some("b".into())));
        tells(db, "c1", vec![accepted.clone()]).await;
        tells(db, "c2", vec![entry("c2", "2", date(2026, 1, 9)), entry("c2", "1", date(2026, 1, 9))]).await;
        tells(db, "c3", vec![desk("c3")]).await;
        assert_eq!(names(&told::of_subject(db, "b").await.unwrap()), ["c2/1", "c2/2", "c1"]);
        assert_eq!(names(&told::to_body(db, "b", "appeal").await.unwrap()), ["c1"], "it was handed to b");
        assert_eq!(names(&told::to_body(db, "b", "entry").await.unwrap()), ["c2/1", "c2/2"], "b visits");
        assert_eq!(names(&told::of_case(db, "c2").await.unwrap()), ["c2/1", "c2/2"]);
        assert_eq!(told::lists(db).await.unwrap(), ["c2"]);
        let known = |told: &[Told]| match &told[0].what {
            What::Appeal(appeal) => appeal.number.clone(),
            other => panic!("{other:?}"),
        };
        let reference = cases::load(db, "c1").await.unwrap().unwrap().reference;
        assert_eq!(told::of_subject(db, "b").await.unwrap()[2], accepted, "as it was told");
        assert_eq!(known(&told::of_case(db, "c1").await.unwrap()), reference, "by its number");
        assert_eq!(known(&told::grounds_of(db, "a").await.unwrap()), reference);
        let mut rebuilt = model("c1", 1);
        rebuilt.team = vec!["asel".into()];
        cases::replace_read_model(db, 1, &rebuilt).await.unwrap();
        assert_eq!(told::of_case(db, "c1").await.unwrap(), []);
        assert!(protected::in_team(db, &viewer("asel", "a", Role::Leader), "c1").await.unwrap());
    }

    async fn each_reading_takes_what_it_is_for(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let day = |month, day| date(2026, month, day);
        tells(db, "c1", vec![
            appealed("quiet", 1, |a| a.answered = Some(day(3, 9))),
            appealed("not yet", 2, |a| a.justified = true),
            appealed("just", 3, |a| (a.justified, a.answered) = (true, Some(day(3, 10)))),
            appealed("ground", 4, |a| a.route = Some("inspection".into())),
            appealed("handed", 5, |a| a.route = Some("internal".into())),
        ]).await;
        tells(db, "c2", vec![
            checked("open", day(4, 1), day(4, 20), |c| c.basis = Some("c3/1".into())),
            checked("late", day(4, 2), day(4, 10), |c| (c.delivered, c.basis) = (Some(day(5, 2)), Some("c3".into()))),
            checked("asks", day(4, 3), day(4, 10), |c| (c.closed, c.prescription) = (Some(day(6, 1)), Some((7, day(4, 9))))),
            checked("over", day(4, 4), day(4, 4), |c| (c.abandoned, c.basis) = (true, Some("c33".into()))),
        ]).await;
        let second = |item| match entry("c3", item, day(1, 9)) {
            Told { what: What::Entry(e), .. } => Told { what: What::Entry(law::ch2_external::dossier::Entry { half: 2, ..e }), ..entry("c3", item, day(1, 9)) },
            other => other,
        };
        tells(db, "c3", vec![entry("c3", "1", day(1, 9)), second("2")]).await;
        tells(db, "c4", vec![desk("c4")]).await;
        let checks = ["c2/open", "c2/late", "c2/asks", "c2/over"];
        assert_eq!(names(&told::checks_of(db, "b").await.unwrap()), checks);
        let heavy = [&["c3/1", "c3/2", "c1/just", "c1/ground"][..], &checks].concat();
        assert_eq!(names(&told::of_subject(db, "b").await.unwrap()), heavy, "without the appeals that weigh nothing");
        assert_eq!(names(&told::grounds_of(db, "a").await.unwrap()), ["c1/ground", "c2/asks"]);
        assert_eq!(names(&told::resting_on(db, "c3").await.unwrap()), ["c2/open", "c2/late"]);
        assert_eq!(names(&told::open_checks(db).await.unwrap()), ["c2/open"]);
        let between = async |first, last| names(&told::between(db, first, last).await.unwrap());
        assert_eq!(between(day(4, 21), day(5, 2)).await, ["c3/1", "c2/late"], "until its results were handed over");
        assert_eq!(between(day(3, 1), day(4, 1)).await, ["c3/1", "c2/open"]);
        assert_eq!(between(day(7, 1), day(12, 31)).await, ["c3/2"]);
        let scored = async |since, territory: Option<&str>| {
            let wanted = told::Scored { territory: territory.map(Into::into), since };
            let mut found = names(&told::scored(db, &wanted).await.unwrap());
            found.sort();
            found
        };
        let in_whole = ["c1/just", "c2/asks", "c2/late", "c2/open", "c2/over", "c4"];
        assert_eq!(scored(None, None).await, in_whole);
        assert_eq!(scored(Some(day(3, 9)), None).await, in_whole);
        assert_eq!(scored(Some(day(3, 10)), None).await, in_whole[1..], "the day itself does not count any more");
        assert_eq!(scored(None, Some("republic")).await, in_whole[..5], "what has no subject is in no territory");
        assert!(scored(None, Some("akmola")).await.is_empty());
    }

    async fn what_is_told_is_seen_by_readers_of_the_case_alone(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let viewers = everybody(db).await;
        tells(db, "c1", vec![appealed("just", 3, |a| (a.justified, a.answered) = (true, Some(date(2026, 3, 10)))), appealed("quiet", 4, |_| {})]).await;
        tells(db, "c2", (0..7).map(|n| entry("c2", &n.to_string(), date(2026, 1, 9))).collect()).await;
        tells(db, "c3", vec![appealed("quiet", 4, |_| {})]).await;
        for v in &viewers {
            let total = async |kind| {
                let seen = told::seen(db, v, "b", kind, 1, 50).await.unwrap();
                assert_eq!(seen.items.len(), seen.total as usize, "{v:?}");
                seen.total
            };
            let reads = v.body == "a" && v.role == Role::Inspector;
            assert_eq!((total("appeal").await, total("entry").await), if reads { (3, 7) } else { (0, 0) }, "{v:?}");
            let known = told::readable_of(db, v, "b").await.unwrap();
            assert_eq!(known.len(), if reads { 2 } else { 0 }, "{v:?}: c3 weighs nothing");
            assert_eq!(told::elsewhere(db, v, "b").await.unwrap(), if reads { 0 } else { 3 }, "{v:?}");
            let rows = cases::find_all(db, v, &["c1".into(), "c3".into(), "c9".into()]).await.unwrap();
            let mut found: Vec<_> = rows.iter().map(|row| &*row.meta.id).collect();
            found.sort_unstable();
            assert_eq!(found, if reads { vec!["c1", "c3"] } else { vec![] }, "{v:?}");
            let late = Viewer { on: date(2027, 1, 1), ..v.clone() };
            assert!(told::seen(db, &late, "b", "entry", 1, 50).await.unwrap().items.is_empty(), "{v:?} after the grant");
            assert!(told::readable_of(db, &late, "b").await.unwrap().is_empty(), "{v:?} after the grant");
            assert!(cases::find_all(db, &late, &["c1".into()]).await.unwrap().is_empty(), "{v:?} after the grant");
        }
        assert_eq!(told::seen(db, &viewer("a-inspector", "a", Role::Inspector), "a", "entry", 1, 50).await.unwrap().total, 0);
    }

    async fn the_pages_hold_every_row_once(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        everybody(db).await;
        let inspector = viewer("a-inspector", "a", Role::Inspector);
        // Many of a day, in one case and in several.
        for case in ["c1", "c2", "c3"] {
            let some = (0..17).map(|n| appealed(&n.to_string(), 1 + n % 3, |_| {}));
            tells(db, case, some.collect()).await;
        }
        let mut found = Vec::new();
        for page in 1..=8 {
            let seen = told::seen(db, &inspector, "b", "appeal", page, 7).await.unwrap();
            assert_eq!((seen.total, seen.last(), seen.page), (51, 8, page));
            found.extend(seen.items);
        }
        assert!(found.is_sorted_by(|a, b| a.on >= b.on), "the latest first");
        let mut all = names(&found);
        all.sort();
        all.dedup();
        assert_eq!((found.len(), all.len()), (51, 51));
        assert!(told::seen(db, &inspector, "b", "appeal", 9, 7).await.unwrap().items.is_empty());
        // More of them than one query asks for.
        let ids: Vec<String> = (0..100).map(|n| format!("c{n}")).collect();
        assert_eq!(cases::find_all(db, &inspector, &ids).await.unwrap().len(), 3);
    }
}
