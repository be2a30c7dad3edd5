//! Cells in hand: what a save writes, what it leaves, and what is remembered of it.

use law::ch3_reports::Cell;
use store::reports::cells::{Change, Edit, Written, history, in_hand, save};

use super::lives::*;
use crate::{fixtures::*, fresh::both};

both! {
    async fn each_change_is_remembered_with_the_number_of_its_edit(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        let blank = in_hand(db, &life.case).await.unwrap();
        assert_eq!((blank.edits, blank.written.len()), (0, 0));
        let first = life.save(db, typed(vec![put("1.1", "m1", "3"), put("1.2", "m1", "-")])).await;
        assert_eq!((first.n, first.conflicts.len()), (1, 0));
        let second = Edit { why: "қайта саналды".into(), way: "api", ..typed(vec![put("1.1", "m1", "5")]) };
        assert_eq!(life.save(db, second).await.n, 2);
        let hand = in_hand(db, &life.case).await.unwrap();
        let (one, two) = (place("1.1", "", "m1"), place("1.2", "", "m1"));
        assert_eq!((hand.edits, hand.written[&one], hand.written[&two]), (2, 2, 1));
        assert_eq!((hand.sheet.value(&one), hand.sheet.value(&two)), (Cell::Count(5), Cell::Dash));
        assert_eq!(hand.sheet.value(&place("1", "", "m1")), Cell::Count(5), "a total follows");
        let written = |n: i64, before: &str, value: &str, why: &str, way: &str| Written {
            place: one.clone(), n, before: before.into(), value: value.into(), why: why.into(), way: way.into(),
            by_user: "asel".into(), at: at(50),
        };
        assert_eq!(history(db, &fills("a"), &life.case, &one).await.unwrap(), [
            written(2, "3", "5", "қайта саналды", "api"), written(1, "", "3", "", "grid"),
        ]);
        assert!(history(db, &fills("a"), &life.case, &place("1.1", "", "m2")).await.unwrap().is_empty());
    }

    async fn the_same_value_again_changes_nothing(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        life.save(db, typed(vec![put("1.1", "m1", "3")])).await;
        for again in [put("1.1", "m1", "3"), put_over("1.1", "m1", "3", 0), put_over("1.1", "m1", "3", 1), put("1.1", "m2", "")] {
            assert!(life.save(db, typed(vec![again])).await.conflicts.is_empty());
        }
        let one = place("1.1", "", "m1");
        assert_eq!(in_hand(db, &life.case).await.unwrap().written, [(one.clone(), 1)].into());
        assert_eq!(history(db, &fills("a"), &life.case, &one).await.unwrap().len(), 1);
        assert!(history(db, &fills("a"), &life.case, &place("1.1", "", "m2")).await.unwrap().is_empty());
    }

    async fn a_cell_is_emptied_and_the_history_stays(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        let one = place("1.1", "", "m1");
        life.save(db, typed(vec![put("1.1", "m1", "3")])).await;
        life.save(db, typed(vec![put_over("1.1", "m1", "", 1)])).await;
        let hand = in_hand(db, &life.case).await.unwrap();
        assert_eq!((hand.sheet.value(&one), hand.written.len()), (Cell::Unfilled, 0));
        let known = history(db, &fills("a"), &life.case, &one).await.unwrap();
        assert_eq!((known[0].n, &*known[0].before, &*known[0].value), (2, "3", ""));
        // Who still has the number before one's eyes is told that it is gone.
        let late = life.save(db, typed(vec![put_over("1.1", "m1", "4", 1)])).await;
        assert_eq!((late.conflicts[0].n, &*late.conflicts[0].value, &*late.conflicts[0].before), (0, "", "3"));
        assert!(life.save(db, typed(vec![put_over("1.1", "m1", "4", 0)])).await.conflicts.is_empty());
        assert_eq!(in_hand(db, &life.case).await.unwrap().sheet.value(&one), Cell::Count(4));
    }

    async fn what_somebody_else_wrote_is_left_and_told(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        life.save(db, Edit { why: "хат".into(), ..typed(vec![put("1.1", "m1", "3")]) }).await;
        let saved = life.save(db, typed(vec![put_over("1.1", "m1", "7", 0), put_over("1.2", "m1", "4", 0)])).await;
        assert_eq!(saved.conflicts, [Written {
            place: place("1.1", "", "m1"), n: 1, before: String::new(), value: "3".into(), why: "хат".into(),
            way: "grid".into(), by_user: "asel".into(), at: at(50),
        }]);
        let hand = in_hand(db, &life.case).await.unwrap();
        assert_eq!(hand.sheet.value(&place("1.1", "", "m1")), Cell::Count(3), "it was left");
        assert_eq!(hand.sheet.value(&place("1.2", "", "m1")), Cell::Count(4), "the rest was taken");
        assert!(life.save(db, typed(vec![put_over("1.1", "m1", "7", 1)])).await.conflicts.is_empty());
        assert!(life.save(db, typed(vec![put("1.1", "m1", "8")])).await.conflicts.is_empty(), "over whatever is there");
    }

    async fn many_cells_at_once_are_saved_as_one_by_one(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let (one, other) = (Life::begun(db, "a", "b").await, Life::begun(db, "c", "b").await);
        let rows = ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4", "5", "6", "7.1"];
        for life in [&one, &other] {
            life.save(db, typed(rows.map(|row| put(row, "m1", "9")).into())).await;
            life.save(db, typed(vec![put("3.1", "m1", "")])).await;
        }
        // Ten over what was seen, ten over what was not, ten into empty cells, some emptied, one twice.
        let mut changes: Vec<Change> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            changes.push(put_over(row, "m1", if at % 4 == 3 { "" } else { "11" }, i64::from(at % 2 == 0)));
            changes.push(put_over(row, "m2", &at.to_string(), 0));
            changes.push(put(row, "m3", if at % 3 == 0 { "-" } else { "9" }));
        }
        changes.extend([put("8.1", "m1", "1"), put("8.1", "m1", "2"), put("8.2", "m1", "1"), put("8.2", "m1", "")]);
        assert!(changes.len() > 20);
        let together = one.save(db, typed(changes.clone())).await;
        let mut conflicts = Vec::new();
        for change in changes {
            conflicts.extend(other.save(db, typed(vec![change])).await.conflicts);
        }
        assert!(!conflicts.is_empty());
        let told = |list: Vec<Written>| list.into_iter().map(|w| (w.place, w.n, w.before, w.value)).collect::<Vec<_>>();
        assert_eq!(told(together.conflicts), told(conflicts));
        let [a, b] = [in_hand(db, &one.case).await.unwrap(), in_hand(db, &other.case).await.unwrap()];
        assert_eq!(a.sheet, b.sheet);
        assert!(a.written.values().all(|n| *n == 1 || *n == 3), "one edit");
    }

    async fn of_sixteen_who_write_a_cell_at_once_one_writes(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        let tasks: Vec<_> = (0..16).map(|i| {
            let (db, case) = (db.clone(), life.case.clone());
            tokio::spawn(async move {
                let edit = typed(vec![put_over("1.1", "m1", &(100 + i).to_string(), 0), put("1.2", "m1", &i.to_string())]);
                (i, save(&db, &fills("a"), &case, &edit, at(60)).await.unwrap())
            })
        }).collect();
        let mut numbers = Vec::new();
        let mut wrote = Vec::new();
        let mut left = Vec::new();
        for task in tasks {
            let (i, saved) = task.await.unwrap();
            numbers.push(saved.n);
            if saved.conflicts.is_empty() { wrote.push((i, saved.n)) } else { left.extend(saved.conflicts) }
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=16).collect::<Vec<_>>(), "each edit has its number");
        assert_eq!((wrote.len(), left.len()), (1, 15));
        let value = (100 + wrote[0].0).to_string();
        assert!(left.iter().all(|w| w.value == value && w.n == wrote[0].1), "all are told of the same");
        let known = history(db, &fills("a"), &life.case, &place("1.2", "", "m1")).await.unwrap();
        assert!(known.windows(2).all(|w| w[0].n > w[1].n && w[0].before == w[1].value), "one after another");
    }
}
