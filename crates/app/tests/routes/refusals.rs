//! What is refused, keeps what was typed, and happens once.

use law::case::Procedure;
use serde_json::json;

use crate::support::{self, EXECUTOR, Form, LEADER, OBJECT_BODY, Product, UNIT_HEAD, Visitor, both, flat, sample};

const TYPED: &str = "Терілген сөз <қала> & «берсін»";

both! {
    async fn a_form_without_its_token_does_nothing(product: &Product) {
        product.until("case1", "draft-order").await;
        let leader = Visitor::persona(product, LEADER).await;
        let form = leader.form("case1", "sign-order").await;
        let fields = [("version", form.version.as_str()), ("key", &form.key), ("password", sapa::cli::demo::PASSWORD)];
        leader.post_bare(&form.action, &fields).await.expect(403);
        let mut forged = fields.to_vec();
        forged.push(("csrf", "00000000000000000000000000000000"));
        leader.post_bare(&form.action, &forged).await.expect(403);
        let another = Visitor::persona(product, UNIT_HEAD).await.csrf();
        *forged.last_mut().unwrap() = ("csrf", &another);
        leader.post_bare(&form.action, &forged).await.expect(403);
        assert_eq!(product.kinds("case1").await.len(), 1);
        for path in ["/sign-in", "/sign-in/persona", "/sign-out", "/capacity", "/demo/day", "/notifications/read"] {
            leader.post_bare(path, &[("next", "/")]).await.expect(403);
        }
        leader.done("case1", "sign-order", json!({})).await;
    }

    async fn a_wrong_password_signs_nothing_and_loses_nothing(product: &Product) {
        product.until("case1", "send-notice").await;
        let leader = Visitor::persona(product, LEADER).await;
        let form = leader.form("case1", "move-start").await;
        assert!(form.signs);
        let answers = sample(product, LEADER, "case1", "move-start", json!({"reason": TYPED})).await;
        let fields = flat(&answers);
        for password in ["", "sapa-demo-2025"] {
            let mut all = vec![("version", form.version.as_str()), ("key", &form.key), ("password", password)];
            all.extend(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            let page = leader.post(&form.action, &all).await.expect(422);
            assert!(page.text().contains(TYPED), "what was typed stays");
            assert!(!page.html().contains("value=\"sapa-demo-2025\""), "but never a password");
            assert_eq!(Form::of(&page.html()).unwrap().key, form.key);
        }
        assert_eq!(product.kinds("case1").await.len(), 3);
        leader.send(&form, &fields, &[]).await.expect(303);
    }

    async fn a_stale_page_tells_what_happened_and_keeps_what_was_typed(product: &Product) {
        product.until("case1", "start-event").await;
        let executor = Visitor::persona(product, EXECUTOR).await;
        let form = executor.form("case1", "record-finding").await;
        product.until("case1", "record-finding").await;
        let answers = sample(product, EXECUTOR, "case1", "record-finding", json!({"description": TYPED})).await;
        let page = executor.send(&form, &flat(&answers), &[]).await.expect(409);
        let words = product.app.words.speaker(sapa::words::Lang::Kk);
        assert!(page.text().contains(&words.t("fact-finding-recorded")), "{}", page.text());
        assert!(page.text().contains(TYPED));
        assert_eq!(product.kinds("case1").await.len(), 5);
        // The page that came back knows the case as it is now: it can be sent as it stands.
        let fresh = Form::of(&page.html()).unwrap();
        executor.send(&fresh, &flat(&answers), &[]).await.expect(303);
        assert_eq!(product.kinds("case1").await.len(), 6);
    }

    async fn what_the_law_refuses_names_its_paragraph_and_keeps_what_was_typed(product: &Product) {
        let head = Visitor::persona(product, UNIT_HEAD).await;
        let page = head.get("/open/control-event").await.expect(200);
        let form = Form::of(&page.html()).unwrap();
        let sample = |change| support::play::blank_sample(product, UNIT_HEAD, Procedure::ControlEvent, "blank", change);
        // Outside §38: a body of another ministry. Too soon for the notice of §45. Not a date at all.
        for (change, told) in [
            (json!({"object": "min-digital", "matter": TYPED}), "§38"),
            (json!({"object": OBJECT_BODY, "matter": TYPED, "start": "2025-04-22"}), "§45"),
            (json!({"object": OBJECT_BODY, "matter": TYPED, "end": "2025-12-01"}), "§43"),
            (json!({"object": OBJECT_BODY, "matter": TYPED, "start": "31.04.2025"}), ""),
            (json!({"object": OBJECT_BODY, "matter": TYPED, "executors": ["nobody"]}), ""),
        ] {
            let answers = sample(change.clone()).await;
            let page = head.send(&form, &flat(&answers), &[]).await.expect(422);
            assert!(page.text().contains(TYPED) && page.text().contains(told), "{change}: {}", page.text());
            assert!(page.html().contains("govuk-error-summary") || page.html().contains("govuk-warning-text"));
            assert_eq!(Form::of(&page.html()).unwrap().case(), form.case(), "the same case, the same key");
        }
        assert!(product.kinds(&form.case()).await.is_empty());
    }

    async fn a_step_that_is_not_ones_own_is_refused_at_the_door(product: &Product) {
        product.until("case1", "draft-order").await;
        let executor = Visitor::persona(product, EXECUTOR).await;
        let page = executor.get("/cases/case1/steps/sign-order").await.expect(409);
        assert!(page.text().contains("§41"));
        let form = Form::of(&page.html()).unwrap();
        executor.send(&form, &[], &[]).await.expect(422);
        assert_eq!(product.kinds("case1").await.len(), 1);
    }
}
