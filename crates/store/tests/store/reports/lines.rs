//! Lines of a row: services, systems, providers; words beside numbers.

use law::ch3_reports::{Cell, FormId, sheet::LineKey};
use store::reports::cells::{Change, Edit, history, in_hand};

use super::lives::*;
use crate::fresh::both;

fn line(row: &str, word: &str, column: &str, value: &str) -> Change {
    Change { place: place(row, word, column), value: value.into(), seen: None }
}

fn adding(row: &str, key: LineKey, changes: Vec<Change>) -> Edit {
    Edit { add_lines: vec![(row.into(), key)], ..typed(changes) }
}

both! {
    async fn a_line_takes_the_place_of_what_stood_in_the_row(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        life.save(db, typed(vec![put("12.1", "m1n", "7"), put("12.1", "m2n", "-")])).await;
        let added = adding("12.1", LineKey::service("s1"), vec![line("12.1", "s1", "m1n", "5")]);
        assert_eq!(life.save(db, added.clone()).await.n, 2);
        life.save(db, added).await;
        let second = adding("12.1", LineKey::service("s2"), vec![line("12.1", "s2", "m1n", "2")]);
        life.save(db, second).await;
        let hand = in_hand(db, &life.case).await.unwrap();
        assert_eq!(hand.sheet.row("12.1").unwrap().1.lines.len(), 2, "a line is there once");
        assert_eq!(hand.sheet.value(&place("12.1", "", "m1n")), Cell::Count(7), "5 and 2");
        assert_eq!(hand.sheet.value(&place("12.1", "", "m2n")), Cell::Unfilled);
        let own = history(db, &fills("a"), &life.case, &place("12.1", "", "m1n")).await.unwrap();
        assert_eq!((own.len(), own[0].n, &*own[0].before, &*own[0].value), (2, 2, "7", ""));
        let of_line = history(db, &fills("a"), &life.case, &place("12.1", "s1", "m1n")).await.unwrap();
        assert_eq!((of_line.len(), &*of_line[0].value), (1, "5"));
    }

    async fn a_line_goes_with_what_stood_in_it(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let life = Life::begun(db, "a", "b").await;
        let key = LineKey::pair("s1", "Е-өтініш");
        let cells = vec![line("12.3", &key.word(), "m1n", "5"), line("12.3", &key.word(), "m1l", "-")];
        life.save(db, adding("12.3", key.clone(), cells)).await;
        life.save(db, adding("12.3", LineKey::pair("s1", "ЖАО"), vec![])).await;
        let removed = Edit { remove_lines: vec![("12.3".into(), key.clone())], ..typed(vec![]) };
        life.save(db, removed.clone()).await;
        life.save(db, removed).await;
        let hand = in_hand(db, &life.case).await.unwrap();
        let lines: Vec<_> = hand.sheet.row("12.3").unwrap().1.lines.keys().cloned().collect();
        assert_eq!((lines, hand.written.len()), (vec![LineKey::pair("s1", "ЖАО")], 0), "the other line stays");
        let known = history(db, &fills("a"), &life.case, &place("12.3", &key.word(), "m1n")).await.unwrap();
        assert_eq!((known.len(), &*known[0].before, &*known[0].value), (2, "5", ""));
        let last = Edit { remove_lines: vec![("12.3".into(), LineKey::pair("s1", "ЖАО"))], ..typed(vec![put("12.3", "m1n", "8")]) };
        life.save(db, last).await;
        let hand = in_hand(db, &life.case).await.unwrap();
        assert_eq!(hand.sheet.value(&place("12.3", "", "m1n")), Cell::Count(8), "the row is filled itself again");
    }

    async fn words_stand_beside_numbers(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::new("a", "b");
        life.form = FormId::Corporation;
        life.begin(db).await;
        let key = LineKey::pair("c", "s1");
        let word = key.word();
        let cells = vec![
            line("1", &word, "total", "40"), line("1", &word, "refused", "2"),
            line("1", &word, "refused-reason", "құжаттар толық емес"), line("1", &word, "late-reason", "-"),
        ];
        life.save(db, adding("1", key, cells)).await;
        let hand = in_hand(db, &life.case).await.unwrap();
        assert_eq!(hand.sheet.reason(&place("1", &word, "refused-reason")), "құжаттар толық емес");
        assert_eq!(hand.sheet.reason(&place("1", &word, "late-reason")), "-");
        assert_eq!(hand.sheet.value(&place("1", "", "total")), Cell::Count(40));
        life.save(db, typed(vec![line("1", &word, "refused-reason", "12")])).await;
        let hand = in_hand(db, &life.case).await.unwrap();
        assert_eq!(hand.sheet.reason(&place("1", &word, "refused-reason")), "12", "words that are digits stay words");
        let known = history(db, &fills("a"), &life.case, &place("1", &word, "refused-reason")).await.unwrap();
        assert_eq!(known.len(), 2);
    }
}
