//! Who may write, and who sees of what was written.

use jiff::civil::date;
use law::{
    case::Role,
    ch3_reports::report::{Comment, Remark},
};
use store::{
    Db, StoreError, Viewer, grants,
    reports::{
        board,
        cells::{history, in_hand, save},
        talk::{self, NoteText},
    },
};

use super::lives::*;
use crate::{fixtures::*, fresh::both};

/// Everybody who does not fill the report of `a`.
fn strangers() -> Vec<(&'static str, Viewer)> {
    vec![
        ("another body", viewer("bolat", "b", EXECUTOR)),
        ("another role of the body", viewer("asel", "a", Role::Leader)),
        ("another role of the body that reads it", viewer("bolat", "a", Role::Analyst)),
        ("a body without a grant", viewer("bolat", "a", EXECUTOR)),
        ("another body of the same person", viewer("asel", "c", EXECUTOR)),
        ("a closed account", viewer("closed", "a", EXECUTOR)),
        ("nobody", viewer("nobody", "a", EXECUTOR)),
        ("before the grant", Viewer { on: date(2025, 12, 31), ..fills("a") }),
        ("after the grant", Viewer { on: date(2027, 1, 1), ..fills("a") }),
    ]
}

/// Every way to write into a report in hand.
async fn tries(db: &Db, who: &Viewer, case: &str) -> Vec<Option<StoreError>> {
    let said = Comment { key: "jump/1.1//m1".into(), text: "иә".into() };
    let text = NoteText { heading: "1-1".into(), language: "kk".into(), text: "мәтін".into() };
    vec![
        save(db, who, case, &typed(vec![put("1.1", "m1", "1")]), at(60)).await.err(),
        talk::comment(db, who, case, &said, at(60)).await.err(),
        talk::write_note(db, who, case, &[text], at(60)).await.err(),
    ]
}

async fn nobody_writes(db: &Db, life: &Life, closed: bool) {
    let before = in_hand(db, &life.case).await.unwrap().edits;
    for (why, who) in strangers() {
        for tried in tries(db, &who, &life.case).await {
            assert!(matches!(tried, Some(StoreError::NotFound("report"))), "{why}: {tried:?}");
        }
    }
    for tried in tries(db, &fills("a"), "r-nowhere").await {
        assert!(matches!(tried, Some(StoreError::NotFound("report"))));
    }
    if closed {
        for tried in tries(db, &fills("a"), &life.case).await {
            assert!(matches!(tried, Some(StoreError::Closed)), "{:?}: {tried:?}", life.stage);
        }
    }
    assert_eq!(in_hand(db, &life.case).await.unwrap().edits, before, "{:?}: nothing was counted", life.stage);
}

both! {
    async fn only_the_executor_of_the_body_writes_and_only_while_it_is_open(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::begun(db, "a", "b").await;
        nobody_writes(db, &life, false).await;
        life.fill(db, 3).await;
        life.sign(db, &[]).await;
        nobody_writes(db, &life, true).await;
        life.submit(db).await;
        nobody_writes(db, &life, true).await;
        life.send_back(db).await;
        nobody_writes(db, &life, false).await;
        assert!(tries(db, &fills("a"), &life.case).await.iter().all(Option::is_none), "returned, it is open again");
        life.sign(db, &[]).await;
        life.submit(db).await;
        life.accept(db).await;
        nobody_writes(db, &life, true).await;
        grants::end(db, "asel-a-report-executor", date(2026, 5, 31), &edit()).await.unwrap();
        for tried in tries(db, &fills("a"), &life.case).await {
            assert!(matches!(tried, Some(StoreError::NotFound("report"))), "an ended grant ends at once");
        }
    }

    async fn the_history_is_for_the_own_body_only(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::begun(db, "a", "b").await;
        life.fill(db, 3).await;
        let seen = async |who: &Viewer| {
            let cell = history(db, who, &life.case, &place("1.1", "", "m1")).await.unwrap().len();
            (cell, board::find(db, who, &life.case).await.unwrap().is_some())
        };
        for who in [fills("a"), viewer("asel", "a", Role::Leader), viewer("bolat", "a", Role::Analyst)] {
            assert_eq!(seen(&who).await, (1, true), "{who:?}");
        }
        let receiver = [viewer("bolat", "b", EXECUTOR), viewer("bolat", "b", Role::Analyst), viewer("bolat", "b", Role::Leader)];
        let outside = [fills("c"), viewer("closed", "a", EXECUTOR), viewer("nobody", "a", EXECUTOR)];
        for who in receiver.iter().chain(&outside) {
            assert_eq!(seen(who).await, (0, false), "{who:?}");
        }
        life.sign(db, &[]).await;
        life.submit(db).await;
        let seen = async |who: &Viewer| {
            let cell = history(db, who, &life.case, &place("1.1", "", "m1")).await.unwrap().len();
            (cell, board::find(db, who, &life.case).await.unwrap().is_some())
        };
        for who in &receiver {
            assert_eq!(seen(who).await, (0, true), "the receiver reads the report, not how it came about: {who:?}");
        }
        for who in &outside {
            assert_eq!(seen(who).await, (0, false), "{who:?}");
        }
    }

    async fn remarks_are_of_those_with_whom_the_report_lies(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::begun(db, "a", "b").await;
        life.fill(db, 3).await;
        let remark = Remark { place: Some(place("1.1", "", "m1")), text: "тексеріңіз".into() };
        let receiver = viewer("bolat", "b", Role::Analyst);
        let refused = async |who: &Viewer| matches!(
            talk::remark(db, who, "r-a", &remark, at(60)).await, Err(StoreError::NotFound("report"))
        );
        assert!(refused(&receiver).await, "in hand");
        life.sign(db, &[]).await;
        assert!(refused(&receiver).await, "signed");
        life.submit(db).await;
        for who in [fills("a"), viewer("asel", "a", Role::Leader), fills("c"), viewer("nobody", "b", Role::Analyst)] {
            assert!(refused(&who).await, "{who:?}");
        }
        talk::remark(db, &receiver, "r-a", &remark, at(60)).await.unwrap();
        life.send_back(db).await;
        assert!(refused(&receiver).await, "returned");
    }
}
