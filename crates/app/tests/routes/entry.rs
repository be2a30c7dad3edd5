//! Signing in and out.

use law::case::Role;
use sapa::{cli::demo::PASSWORD, words::Lang};

use crate::support::{Product, Visitor, both, pass_minutes, sqlite_with};

both! {
    async fn a_password_lets_in_and_a_new_session_begins(product: &Product) {
        let visitor = Visitor::anybody(product).await;
        visitor.get("/").await.expect(303);
        let before = visitor.cookie("sapa").unwrap();
        let page = visitor.sign_in("justice.leader", "дұрыс емес").await.expect(422);
        assert!(page.html().contains("value=\"justice.leader\""), "the login stays");
        visitor.sign_in("nobody", PASSWORD).await.expect(422);
        assert_eq!(visitor.sign_in("justice.leader", PASSWORD).await.expect(303).location(), "/");
        assert_ne!(visitor.cookie("sapa").unwrap(), before, "an id known before is worth nothing after");
        visitor.get("/").await.expect(200);
        let outcomes: Vec<_> = store::signins::latest(product.db(), None, 9).await.unwrap();
        let mut outcomes: Vec<_> = outcomes.into_iter().map(|s| s.outcome).collect();
        outcomes.sort();
        assert_eq!(outcomes, ["in", "wrong", "wrong"]);
    }

    async fn wrong_passwords_close_the_door_for_a_growing_time(product: &Product) {
        let visitor = Visitor::anybody(product).await;
        let words = product.app.words.speaker(Lang::Kk);
        for _ in 0..5 {
            visitor.sign_in("justice.leader", "бұрыс").await.expect(422);
        }
        let page = visitor.sign_in("justice.leader", PASSWORD).await.expect(422);
        assert!(page.text().contains(&words.t("sign-in-locked")), "{}", page.text());
        visitor.sign_in("justice.unit-head", PASSWORD).await.expect(303);
        pass_minutes(3);
        visitor.sign_in("justice.leader", "бұрыс").await.expect(422);
        pass_minutes(1);
        visitor.sign_in("justice.leader", PASSWORD).await.expect(422);
        pass_minutes(4);
        visitor.sign_in("justice.leader", PASSWORD).await.expect(303);
        visitor.sign_in("justice.leader", "бұрыс").await.expect(422);
        visitor.sign_in("justice.leader", PASSWORD).await.expect(303);
    }

    async fn who_signs_out_is_out(product: &Product) {
        let leader = Visitor::persona(product, crate::support::LEADER).await;
        let session = leader.cookie("sapa").unwrap();
        leader.post("/sign-out", &[]).await.expect(303);
        leader.get("/").await.expect(303);
        let stolen = leader.cookie("sapa").unwrap_or_default();
        assert_ne!(stolen, session, "the old session is gone");
    }

    async fn a_locked_account_or_an_ended_grant_ends_the_session(product: &Product) {
        let grant = product.person("min-justice", Role::Leader).await;
        let visitor = Visitor::persona(product, &grant).await;
        visitor.get("/cases").await.expect(200);
        let edit = store::Edit { by: serde_json::json!({"name": "test"}), at: crate::support::now() };
        let user = store::users::get(product.db(), &grant).await.unwrap().unwrap();
        store::users::update(product.db(), &store::users::User { active: false, ..user }, &edit).await.unwrap();
        visitor.get("/cases").await.expect(303);
    }

    async fn only_a_path_of_this_site_is_gone_to(product: &Product) {
        for (next, to) in [("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil", "/"), ("/cases", "/cases")] {
            let visitor = Visitor::anybody(product).await;
            let fields = [("grant", crate::support::LEADER), ("next", next)];
            assert_eq!(visitor.post("/sign-in/persona", &fields).await.expect(303).location(), to);
        }
    }

    async fn a_capacity_of_somebody_else_cannot_be_taken_on(product: &Product) {
        let head = Visitor::persona(product, crate::support::UNIT_HEAD).await;
        head.post("/capacity", &[("capacity", crate::support::LEADER)]).await.expect(403);
        head.post("/capacity", &[("capacity", "justice.unit-head.analyst")]).await.expect(303);
    }
}

#[tokio::test]
async fn personas_are_of_the_demo_only() {
    let product = sqlite_with(|config| config.demo = false).await;
    let visitor = Visitor::anybody(&product).await;
    visitor.post("/sign-in/persona", &[("grant", crate::support::LEADER)]).await.expect(404);
    visitor.post("/demo/day", &[("working_days", "1")]).await.expect(404);
    assert!(!visitor.get("/sign-in").await.html().contains("/sign-in/persona"));
    visitor.sign_in("justice.leader", PASSWORD).await.expect(303);
    product.end().await;
}

#[tokio::test]
async fn few_tries_a_minute_from_one_address() {
    let product = sqlite_with(|config| config.sign_in_per_minute = 3).await;
    let visitor = Visitor::anybody(&product).await;
    let mut refused = 0;
    for _ in 0..6 {
        refused += u32::from(visitor.sign_in("nobody", "бұрыс").await.status.as_u16() == 429);
    }
    assert!(refused >= 2, "{refused}");
    product.end().await;
}
