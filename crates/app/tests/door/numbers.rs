//! Numbers of documents are gapless per body, kind and year (architecture, invariant 10).

use std::time::Duration;

use law::case::DocumentKind;
use sapa::door::{self, Trouble};
use serde_json::json;

use crate::support::{self, EXECUTOR, LEADER, Product, UNIT_HEAD, both, day};

/// Numbers of the orders of these cases, sorted.
async fn orders(product: &Product, cases: &[String]) -> Vec<i64> {
    let mut numbers = Vec::new();
    for case in cases {
        let desk = product.desk(LEADER, case).await;
        numbers.extend(desk.case.documents().filter(|d| d.kind == DocumentKind::Order).map(|d| d.number));
    }
    numbers.sort_unstable();
    numbers
}

both! {
    async fn twelve_orders_signed_at_once_bear_one_to_twelve(product: &Product) {
        let cases: Vec<String> = (1..=12).map(|n| format!("case{n}")).collect();
        for case in &cases {
            product.until(case, "draft-order").await;
        }
        let leader = product.actor(LEADER).await;
        let signing: Vec<_> = cases
            .iter()
            .map(|case| {
                let (app, leader, case) = (product.app.clone(), leader.clone(), case.clone());
                tokio::spawn(async move {
                    let procedure = law::case::Procedure::ControlEvent;
                    let (answers, version, key) = (law::case::Answers::default(), Some(1), Some(format!("key of {case}")));
                    let request = door::Request { procedure, case: &case, step: "sign-order", answers, version, key };
                    door::take(&app, &leader, request).await
                })
            })
            .collect();
        for signed in signing {
            let done = signed.await.unwrap().unwrap();
            assert_eq!(done.documents.len(), 1);
        }
        assert_eq!(orders(product, &cases).await, (1..=12).collect::<Vec<_>>());
        let verdict = store::verify::database(product.db()).await.unwrap();
        assert!(verdict.sound());
    }

    async fn what_is_refused_takes_no_number(product: &Product) {
        for case in ["case1", "case2"] {
            product.until(case, "draft-order").await;
        }
        // Not the leader's to give; then too late for the notice of §45.
        let refused = product.step(EXECUTOR, "case1", "sign-order", json!({})).await;
        assert!(matches!(refused, Err(Trouble::Refused(_))), "{refused:?}");
        day("2025-04-23");
        let refused = product.step(LEADER, "case1", "sign-order", json!({})).await;
        assert!(matches!(&refused, Err(Trouble::Refused(r)) if r.paragraph == 45), "{refused:?}");
        day("2025-04-21");
        let stale = door::Request {
            procedure: law::case::Procedure::ControlEvent,
            case: "case1",
            step: "sign-order",
            answers: law::case::Answers::default(),
            version: Some(7),
            key: None,
        };
        let stale = door::take(&product.app, &product.actor(LEADER).await, stale).await;
        assert!(matches!(stale, Err(Trouble::Stale(..))), "{stale:?}");
        for (case, number) in [("case2", 1), ("case1", 2)] {
            let done = product.step(LEADER, case, "sign-order", json!({})).await.unwrap();
            assert_eq!(done.documents[0].number, number, "{case}");
        }
    }

    async fn each_year_begins_with_one(product: &Product) {
        product.until("case1", "sign-order").await;
        day("2026-02-02");
        product.until("case2", "sign-order").await;
        for case in ["case1", "case2"] {
            assert_eq!(orders(product, &[case.to_owned()]).await, [1], "{case}");
        }
    }

    async fn a_case_is_opened_once_however_many_try(product: &Product) {
        let head = product.actor(UNIT_HEAD).await;
        let change = json!({"object": support::OBJECT_BODY});
        let procedure = law::case::Procedure::ControlEvent;
        let answers = support::play::blank_sample(product, UNIT_HEAD, procedure, "case1", change).await;
        let opening: Vec<_> = (0..4)
            .map(|n| {
                let (app, head, answers) = (product.app.clone(), head.clone(), answers.clone());
                tokio::spawn(async move {
                    let (version, key) = (Some(0), Some(format!("key {n}")));
                    let request = door::Request { procedure, case: "case1", step: "draft-order", answers, version, key };
                    tokio::time::timeout(Duration::from_secs(60), door::take(&app, &head, request)).await.unwrap()
                })
            })
            .collect();
        let mut opened = 0;
        for one in opening {
            match one.await.unwrap() {
                Ok(_) => opened += 1,
                Err(trouble) => assert!(matches!(trouble, Trouble::Stale(..)), "{trouble:?}"),
            }
        }
        assert_eq!(opened, 1);
        assert_eq!(product.kinds("case1").await.len(), 1);
    }
}
