//! How far the reports are: for those who may see it.

use jiff::civil::date;
use law::{case::Role, ch3_reports::FormId};
use store::{Viewer, grants, reports::board};

use super::lives::*;
use crate::{fixtures::*, fresh::both};

both! {
    async fn the_board_is_for_those_who_watch(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut all = Vec::new();
        for (body, receiver) in [("d", "c"), ("a", "b"), ("c", "b")] {
            all.push(Life::begun(db, body, receiver).await);
        }
        let mut second = Life { case: "r-a2".into(), form: FormId::Local, ..Life::new("a", "b") };
        second.begin(db).await;
        let mut next = Life { case: "r-a3".into(), quarter: "2026-Q2".parse().unwrap(), ..Life::new("a", "b") };
        next.begin(db).await;
        let seen = async |who: &Viewer| -> Vec<String> {
            board::quarter(db, who, quarter()).await.unwrap().into_iter().map(|m| m.case).collect()
        };
        assert_eq!(seen(&fills("b")).await, ["r-a", "r-c", "r-a2"], "by form, then by body");
        assert_eq!(seen(&fills("a")).await, ["r-a", "r-a2"]);
        assert_eq!(seen(&fills("c")).await, ["r-c", "r-d"]);
        // Whoever works there may see how far it is, whatever the role; what is in it is another matter.
        assert_eq!(seen(&viewer("asel", "a", Role::Leader)).await.len(), 2);
        for who in [
            viewer("bolat", "a", EXECUTOR), viewer("closed", "a", EXECUTOR), viewer("nobody", "b", EXECUTOR),
            Viewer { on: date(2027, 1, 1), ..fills("b") },
        ] {
            assert!(seen(&who).await.is_empty(), "{who:?}");
            assert!(board::of_body(db, &who, "a").await.unwrap().is_empty(), "{who:?}");
        }
        let of_a: Vec<_> = board::of_body(db, &fills("b"), "a").await.unwrap().into_iter().map(|m| m.case).collect();
        assert_eq!(of_a, ["r-a3", "r-a", "r-a2"], "newest first");
        assert!(board::of_body(db, &fills("c"), "a").await.unwrap().is_empty());
        assert!(board::of_body(db, &fills("b"), "d").await.unwrap().is_empty(), "two steps above is not asked for here");
        grants::end(db, "bolat-b-report-executor", date(2026, 5, 31), &edit()).await.unwrap();
        assert!(seen(&fills("b")).await.is_empty());
    }

    async fn what_the_facts_make_of_a_report_is_kept(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        let mut life = Life::begun(db, "a", "b").await;
        assert_eq!(board::load(db, "r-a").await.unwrap(), Some(life.meta()));
        life.through(db, 3, &[]).await;
        assert_eq!(board::load(db, "r-a").await.unwrap(), Some(life.meta()));
        assert_eq!(life.meta().accepted, Some(1));
        assert_eq!(board::of(db, "a", FormId::Central, quarter()).await.unwrap(), Some(life.meta()));
        assert_eq!(board::of(db, "a", FormId::Local, quarter()).await.unwrap(), None);
        assert_eq!(board::of(db, "a", FormId::Central, "2026-Q2".parse().unwrap()).await.unwrap(), None);
        assert_eq!(board::every(db, quarter()).await.unwrap(), [life.meta()]);
        let mut old = Life { case: "r-old".into(), quarter: "2025-Q4".parse().unwrap(), ..Life::new("c", "b") };
        old.begin(db).await;
        assert_eq!(board::quarters(db).await.unwrap(), [quarter(), old.quarter]);
    }

    async fn a_body_has_one_report_for_each_form_and_quarter(fresh: &Fresh) {
        let db = &fresh.db;
        people(db).await;
        Life::begun(db, "a", "b").await;
        let twin = Life { case: "r-twin".into(), ..Life::new("a", "b") };
        let opening = law::ch3_reports::report::Opening {
            form: twin.form, quarter: twin.quarter, rule: law::rules::RuleId::R60, to: vec!["b".into()],
        };
        let refused = store::cases::commit(db, twin.next(law::case::FactKind::ReportOpened(opening))).await;
        assert!(refused.is_err(), "{refused:?}");
        assert!(store::journal::load_facts(db, "r-twin").await.unwrap().is_empty());
        assert_eq!(board::every(db, quarter()).await.unwrap().len(), 1);
    }
}
