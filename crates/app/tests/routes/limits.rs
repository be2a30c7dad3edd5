//! Limits of one address and of one person; the address behind a proxy; the page of whoever asks too often.

use axum::{body::Body, http::Request};
use law::case::Role;
use sapa::{cli::demo::PASSWORD, words::Lang};
use serde_json::json;
use store::tokens::TokenScope;

use crate::support::{Answer, EXECUTOR, LEADER, Product, Visitor, sqlite_with};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

async fn ask(product: &Product, path: &str, from: &str) -> Answer {
    let request = Request::builder().uri(path).header("x-forwarded-for", from).body(Body::empty()).unwrap();
    product.call(request).await
}

/// Asks until it is too much, at most this often.
async fn too_often(product: &Product, path: &str, from: &str, most: usize) -> Answer {
    for _ in 0..most {
        let answer = ask(product, path, from).await;
        if answer.status == 429 {
            return answer;
        }
    }
    panic!("never too often");
}

#[tokio::test]
async fn who_asks_too_often_is_told_in_their_language_and_by_when_to_come_back() {
    let product = sqlite_with(|config| config.requests_per_second = 1).await;
    for lang in Lang::ALL {
        let words = product.app.words.speaker(lang);
        let answer = too_often(&product, &format!("/public?lang={lang}"), "10.0.0.1", 40).await;
        assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
        assert!(answer.html().contains(&format!("<html lang=\"{lang}\"")));
        assert!(answer.text().contains(&words.t("error-too-many-text")), "{}", answer.text());
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
        let answer = too_often(&product, &format!("/api/v1/openapi.json?lang={lang}"), "10.0.0.1", 40).await;
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
        let told: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!((&told["code"], &told["detail"]), (&json!("too-many"), &json!(words.t("error-too-many-text"))));
    }
    product.end().await;
}

#[tokio::test]
async fn the_address_is_the_proxys_word_only_where_there_is_a_proxy() {
    let direct = sqlite_with(|config| config.requests_per_second = 1).await;
    // Another name for oneself each time helps nobody.
    let mut refused = 0;
    for n in 0..20 {
        refused += u32::from(ask(&direct, "/public", &format!("10.0.0.{n}")).await.status == 429);
    }
    assert!(refused > 0);
    direct.end().await;
    let behind = sqlite_with(|config| {
        config.requests_per_second = 1;
        config.address_header = Some("x-forwarded-for".into());
    })
    .await;
    too_often(&behind, "/public", "10.0.0.1", 40).await;
    too_often(&behind, "/public", "192.0.2.7, 10.0.0.1", 3).await;
    ask(&behind, "/public", "10.0.0.2").await.expect(200);
    behind.end().await;
}

#[tokio::test]
async fn the_audit_has_address_and_program() {
    let product = sqlite_with(|config| config.address_header = Some("x-forwarded-for".into())).await;
    let mut visitor = Visitor::anybody(&product).await;
    visitor.headers = vec![("x-forwarded-for", "1.2.3.4, 192.0.2.7"), ("user-agent", "Test/1")];
    visitor.sign_in("justice.leader", "бұрыс").await.expect(422);
    visitor.headers[1].1 = "Browser/1 <b>";
    visitor.sign_in("justice.leader", PASSWORD).await.expect(303);
    visitor.sign_in(&"ұ".repeat(5_000), PASSWORD).await.expect(422);
    let seen = store::signins::latest(product.db(), None, 9).await.unwrap();
    assert!(seen.iter().all(|s| s.address == "192.0.2.7" && s.login.chars().count() <= 100));
    let entered = seen.iter().find(|s| s.outcome == "in").unwrap();
    assert_eq!(entered.agent, "Browser/1 <b>");
    visitor.sign_in(&"x".repeat(100_000), PASSWORD).await.expect(413);
    product.end().await;
}

#[tokio::test]
async fn a_person_has_a_limit_wherever_they_are() {
    let product = sqlite_with(|config| {
        config.requests_per_second = 2;
        config.address_header = Some("x-forwarded-for".into());
    })
    .await;
    let key = product.key(LEADER, TokenScope::Read).await;
    let mut visitor = Visitor::persona(&product, LEADER).await;
    let (mut pages, mut calls) = (0, 0);
    let addresses: Vec<String> = (0..40).map(|n| format!("10.0.{n}.1")).collect();
    for address in &addresses {
        visitor.headers = vec![("x-forwarded-for", address.as_str())];
        let answer = visitor.get("/rules").await;
        if answer.status == 429 {
            pages += 1;
            assert!(!answer.header("retry-after").is_empty());
            let words = product.app.words.speaker(Lang::Kk);
            assert!(answer.text().contains(&words.t("error-too-many")), "{}", answer.text());
        }
        let request = Request::builder().uri("/api/v1/me").header("x-forwarded-for", address);
        let request = request.header("authorization", format!("Bearer {key}")).body(Body::empty()).unwrap();
        calls += u32::from(product.call(request).await.status == 429);
    }
    assert!(pages > 0 && calls > 0, "{pages} {calls}");
    let other = Visitor::anybody(&product).await;
    other.get("/public").await.expect(200);
    product.end().await;
}

#[tokio::test]
async fn files_and_passwords_of_one_person_have_limits() {
    let product = sqlite_with(|config| {
        config.uploads_per_minute = 2;
        config.sign_in_per_minute = 4;
    })
    .await;
    product.until("case1", "send-notice").await;
    let executor = Visitor::persona(&product, EXECUTOR).await;
    let put = || executor.upload("/cases/case1/files", &[], &[("file", "сурет.png", PNG)]);
    let mut got = Vec::new();
    for _ in 0..3 {
        got.push(put().await.status.as_u16());
    }
    assert_eq!(got, [303, 303, 429]);
    let head = product.person("min-justice", Role::UnitHead).await;
    let head = Visitor::persona(&product, &head).await;
    head.upload("/cases/case1/files", &[], &[("file", "сурет.png", PNG)]).await.expect(303);
    let leader = Visitor::persona(&product, LEADER).await;
    let form = leader.form("case1", "move-start").await;
    let fields = [("version", form.version.as_str()), ("key", &form.key), ("password", PASSWORD)];
    let mut got = Vec::new();
    for _ in 0..5 {
        got.push(leader.post(&form.action, &fields).await.status.as_u16());
    }
    assert_eq!(got, [422, 422, 422, 422, 429], "the right password, too, costs work");
    product.end().await;
}
