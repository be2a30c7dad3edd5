//! What somebody with bad intentions tries: false ways back, made-up ids, stolen sessions, signs that break things.

use axum::{
    body::Body,
    http::{Method, Request},
};
use law::case::Procedure;
use sapa::cli::demo::PASSWORD;
use serde_json::json;
use store::tokens::TokenScope;

use crate::support::{
    EXECUTOR, LEADER, OBJECT_BODY, Product, UNIT_HEAD, Visitor, both, flat, pass_minutes, play, sqlite_with,
};

both! {
    async fn no_page_leads_to_another_site(product: &Product) {
        let leader = Visitor::persona(product, LEADER).await;
        for path in ["//evil.example", "///evil.example/a", "/%5Cevil.example", "//evil.example/cases"] {
            let page = leader.get(path).await.expect(404).html();
            assert!(!page.contains("href=\"//") && !page.contains("href=\"/\\") && !page.contains("value=\"//"), "{path}");
        }
        let backslash = Request::builder().uri("/\\evil.example").body(Body::empty()).unwrap();
        assert!(!product.call(backslash).await.html().contains("href=\"/\\"));
        for next in ["/\t/evil.example", "/\n/evil.example", "/cases\r\nset-cookie: a=b", " //evil.example", "/қазақ"] {
            let visitor = Visitor::anybody(product).await;
            let fields = [("login", "justice.leader"), ("password", PASSWORD), ("next", next)];
            let answer = visitor.post("/sign-in", &fields).await.expect(303);
            assert_eq!(answer.location(), "/", "{next:?}");
            let answer = visitor.post("/sign-in/persona", &[("grant", LEADER), ("next", next), ("csrf", "")]).await;
            assert!(answer.headers.get("set-cookie").is_none_or(|c| !c.to_str().unwrap().starts_with("a=")));
        }
        // The way back stands in the address as one value.
        let stranger = Visitor::anybody(product).await;
        assert_eq!(stranger.get("/cases/a&next=b").await.expect(303).location(), "/sign-in?next=/cases/a%26next=b");
        assert_eq!(stranger.get("/cases/%0d%0a").await.expect(303).location(), "/sign-in?next=/cases/%250d%250a");
    }

    async fn a_session_known_before_is_worth_nothing_after(product: &Product) {
        let victim = Visitor::anybody(product).await;
        let (known, token) = (victim.cookie("sapa").unwrap(), victim.csrf());
        victim.sign_in("justice.unit-head", PASSWORD).await.expect(303);
        let entered = victim.cookie("sapa").unwrap();
        assert_ne!(entered, known);
        let thief = Visitor::anybody(product).await;
        thief.take_cookie("sapa", &known);
        thief.get("/account").await.expect(303);
        victim.post_bare("/sign-out", &[("csrf", &token)]).await.expect(403);
        // Another capacity, another session.
        victim.get("/").await.expect(200);
        victim.post("/capacity", &[("capacity", "justice.unit-head.analyst")]).await.expect(303);
        let changed = victim.cookie("sapa").unwrap();
        assert_ne!(changed, entered);
        thief.take_cookie("sapa", &entered);
        thief.get("/account").await.expect(303);
        victim.get("/account").await.expect(200);
        // Another persona is another session, too, with nothing left of the one before.
        let seen = victim.csrf();
        victim.post("/sign-in/persona", &[("grant", LEADER), ("next", "/")]).await.expect(303);
        assert_ne!(victim.cookie("sapa").unwrap(), changed);
        victim.get("/account").await.expect(200);
        assert_ne!(victim.csrf(), seen);
        // What was signed out stays out.
        let stolen = victim.cookie("sapa").unwrap();
        victim.post("/sign-out", &[]).await.expect(303);
        thief.take_cookie("sapa", &stolen);
        thief.get("/account").await.expect(303);
    }

    async fn signed_out_everywhere_is_everywhere(product: &Product) {
        let (here, there) = (Visitor::persona(product, LEADER).await, Visitor::persona(product, LEADER).await);
        let other = Visitor::persona(product, EXECUTOR).await;
        here.post("/account/sign-out", &[]).await.expect(303);
        for visitor in [&here, &there] {
            visitor.get("/account").await.expect(303);
        }
        other.get("/account").await.expect(200);
    }

    async fn signs_that_no_database_keeps_break_nothing(product: &Product) {
        let head = Visitor::persona(product, UNIT_HEAD).await;
        for path in ["/cases/%00", "/v/%00", "/cases?q=%00", "/bodies/%00", "/sign-in?next=%00", "/documents/%00/1/kk.pdf"] {
            head.get(path).await.expect(404);
        }
        let key = product.key(UNIT_HEAD, TokenScope::Write).await;
        for path in ["/api/v1/cases/%00", "/api/v1/cases?q=%00", "/api/v1/bodies/%00"] {
            let request = Request::builder().uri(path).header("authorization", format!("Bearer {key}"));
            product.call(request.body(Body::empty()).unwrap()).await.expect(404);
        }
        let path = "/api/v1/procedures/control-event/cases";
        let (status, told, _) = product.api(&key, path, json!({"answers": {"matter": "a\0b"}})).await;
        assert_eq!((status, &told["code"]), (400, &json!("not-json")));
        let form = crate::support::Form::of(&head.get("/open/control-event").await.html()).unwrap();
        let change = json!({"object": OBJECT_BODY, "matter": "Тексеру\0 мәні"});
        let answers = play::blank_sample(product, UNIT_HEAD, Procedure::ControlEvent, &form.case(), change).await;
        head.send(&form, &flat(&answers), &[]).await.expect(303);
        assert!(head.get(&format!("/cases/{}", form.case())).await.text().contains("Тексеру мәні"));
        let stranger = Visitor::anybody(product).await;
        stranger.sign_in("justice\0.leader", "бұрыс\0").await.expect(422);
    }

    async fn a_case_is_not_opened_under_any_id(product: &Product) {
        let head = Visitor::persona(product, UNIT_HEAD).await;
        let form = crate::support::Form::of(&head.get("/open/control-event").await.html()).unwrap();
        let change = json!({"object": OBJECT_BODY});
        let answers = play::blank_sample(product, UNIT_HEAD, Procedure::ControlEvent, &form.case(), change).await;
        let long = "a".repeat(41);
        for id in ["%2E%2E%2Fadmin", "a%2Fb%2Fc%2Fd", "UPPER-CASE", "short", "%3Cscript%3E", "case%0d%0a1", &long] {
            let action = form.action.replace(&form.case(), id);
            let form = crate::support::Form { action, ..form.clone() };
            head.send(&form, &flat(&answers), &[]).await.expect(404);
        }
        head.send(&form, &flat(&answers), &[]).await.expect(303);
    }

    async fn what_is_too_large_is_said_to_be(product: &Product) {
        let leader = Visitor::persona(product, LEADER).await;
        let large = "x".repeat(3 * 1024 * 1024);
        leader.post("/account/password", &[("old", &large)]).await.expect(413);
    }

    async fn made_up_methods_are_one_in_the_measurements(product: &Product) {
        for method in ["BREW", "PROPFIND", "A1"] {
            let request = Request::builder().method(Method::from_bytes(method.as_bytes()).unwrap()).uri("/public");
            product.call(request.body(Body::empty()).unwrap()).await.expect(405);
        }
        let metrics = Visitor::anybody(product).await.get("/metrics").await.html();
        assert!(metrics.contains("method=\"other\"") && !metrics.contains("BREW"));
    }

    async fn who_has_no_role_today_is_told_so(product: &Product) {
        let edit = store::Edit { by: json!({"name": "test"}), at: crate::support::now() };
        store::grants::end(product.db(), EXECUTOR, jiff::civil::date(2025, 4, 20), &edit).await.unwrap();
        let visitor = Visitor::anybody(product).await;
        let page = visitor.sign_in("justice.executor1", PASSWORD).await.expect(422);
        let words = product.app.words.speaker(sapa::words::Lang::Kk);
        assert!(page.text().contains(&words.t("sign-in-no-role")));
        visitor.get("/account").await.expect(303);
    }
}

#[tokio::test]
async fn a_session_in_use_goes_on_and_an_idle_one_ends() {
    let product = sqlite_with(|config| config.session_hours = 1).await;
    let visitor = Visitor::persona(&product, LEADER).await;
    for _ in 0..4 {
        pass_minutes(40);
        visitor.get("/account").await.expect(200);
    }
    pass_minutes(61);
    visitor.get("/account").await.expect(303);
    product.end().await;
}

#[tokio::test]
async fn by_https_only_the_name_of_the_cookie_and_the_next_visit_are_bound_to_it() {
    for secure in [true, false] {
        let product = sqlite_with(|config| config.secure_cookies = secure).await;
        let cookies = Visitor::fresh_cookies(&product).await;
        assert_eq!(cookies.iter().any(|c| c.starts_with("__Host-sapa=")), secure, "{cookies:?}");
        let answer = Visitor::anybody(&product).await.get("/public").await;
        assert_eq!(!answer.header("strict-transport-security").is_empty(), secure);
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
        product.end().await;
    }
}
