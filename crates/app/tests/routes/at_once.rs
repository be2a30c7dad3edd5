//! The double click, the resent form, two people at the same moment.

use law::case::{Procedure, Role};
use serde_json::json;

use crate::support::{EXECUTOR, LEADER, OBJECT_BODY, Product, UNIT_HEAD, Visitor, both, flat, play, sample};

both! {
    async fn the_same_key_takes_the_step_once(product: &Product) {
        product.until("case1", "start-event").await;
        let executor = Visitor::persona(product, EXECUTOR).await;
        let form = executor.form("case1", "record-finding").await;
        let fields = flat(&sample(product, EXECUTOR, "case1", "record-finding", json!({})).await);
        for _ in 0..3 {
            let answer = executor.send(&form, &fields, &[]).await.expect(303);
            assert_eq!(answer.location(), "/cases/case1");
        }
        assert_eq!(product.kinds("case1").await.len(), 5);
    }

    async fn a_double_click_takes_the_step_once(product: &Product) {
        product.until("case1", "draft-order").await;
        let leader = Visitor::persona(product, LEADER).await;
        let form = leader.form("case1", "sign-order").await;
        let (a, b, c) = tokio::join!(leader.send(&form, &[], &[]), leader.send(&form, &[], &[]), leader.send(&form, &[], &[]));
        for answer in [a, b, c] {
            assert_eq!(answer.expect(303).location(), "/cases/case1");
        }
        assert_eq!(product.kinds("case1").await.len(), 2);
    }

    async fn a_double_click_opens_one_case(product: &Product) {
        let head = Visitor::persona(product, UNIT_HEAD).await;
        let page = head.get("/open/control-event").await.expect(200);
        let form = crate::support::Form::of(&page.html()).unwrap();
        let change = json!({"object": OBJECT_BODY});
        let answers = play::blank_sample(product, UNIT_HEAD, Procedure::ControlEvent, &form.case(), change).await;
        let fields = flat(&answers);
        let (a, b) = tokio::join!(head.send(&form, &fields, &[]), head.send(&form, &fields, &[]));
        assert_eq!(a.expect(303).location(), b.expect(303).location());
        assert_eq!(product.kinds(&form.case()).await.len(), 1);
    }

    async fn of_two_who_decide_at_once_one_decides(product: &Product) {
        product.until("case1", "submit-materials").await;
        let other = product.person("min-justice", Role::Leader).await;
        let leaders = [Visitor::persona(product, LEADER).await, Visitor::persona(product, &other).await];
        let [first, second] = &leaders;
        let (a, b) = tokio::join!(first.form("case1", "decide"), second.form("case1", "decide"));
        let fields = flat(&sample(product, LEADER, "case1", "decide", json!({})).await);
        let (a, b) = tokio::join!(first.send(&a, &fields, &[]), second.send(&b, &fields, &[]));
        let mut answers = [a, b];
        answers.sort_by_key(|answer| answer.status);
        let [decided, told] = answers;
        decided.expect(303);
        let told = told.expect(409);
        let words = product.app.words.speaker(sapa::words::Lang::Kk);
        assert!(told.text().contains(&words.t("fact-decided")), "{}", told.text());
        let kinds = product.kinds("case1").await;
        assert_eq!(kinds.iter().filter(|kind| **kind == "decided").count(), 1);
    }
}
