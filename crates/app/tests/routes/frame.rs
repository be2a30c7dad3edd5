//! What stands around every answer: headers, cookies, language.

use crate::support::{Product, Visitor, both, sqlite_with};

both! {
    async fn every_answer_is_guarded(product: &Product) {
        let leader = Visitor::persona(product, crate::support::LEADER).await;
        for path in ["/", "/sign-in", "/cases", "/nowhere", "/public", "/rules", "/cases/none", "/v/none"] {
            let answer = leader.get(path).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
            assert!(!policy.contains("unsafe"), "{policy}");
            assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"));
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(answer.header("cache-control"), "no-store");
            assert_eq!(answer.header("referrer-policy"), "same-origin");
            let html = answer.html();
            assert!(!html.contains(" style=\"") && !html.contains(" onclick="), "{path}: nothing inline");
            assert_eq!(html.matches("<script").count(), html.matches("<script type=\"module\" src=\"/assets/").count());
        }
    }

    async fn the_language_is_remembered(product: &Product) {
        let visitor = Visitor::anybody(product).await;
        assert!(visitor.get("/sign-in").await.html().contains("<html lang=\"kk\""));
        for lang in ["ru", "en", "kk"] {
            let asked = visitor.get(&format!("/sign-in?lang={lang}")).await;
            assert!(asked.html().contains(&format!("<html lang=\"{lang}\"")));
            assert!(visitor.get("/sign-in").await.html().contains(&format!("<html lang=\"{lang}\"")), "{lang} stays");
        }
        visitor.get("/sign-in?lang=xx").await.expect(200);
        assert!(visitor.get("/sign-in").await.html().contains("<html lang=\"kk\""));
    }

    async fn operators_see_that_it_lives(product: &Product) {
        let visitor = Visitor::anybody(product).await;
        visitor.get("/health").await.expect(200);
        visitor.get("/ready").await.expect(200);
        let metrics = visitor.get("/metrics").await.expect(200).html();
        assert!(metrics.contains("sapa_requests_total"));
        assert!(!metrics.contains("127.0.0.1"), "nobody's address");
    }
}

#[tokio::test]
async fn cookies_are_for_the_server_alone() {
    for secure in [true, false] {
        let product = sqlite_with(|config| config.secure_cookies = secure).await;
        let answer = Visitor::anybody(&product).await.get("/sign-in?lang=ru").await;
        let cookies = Visitor::fresh_cookies(&product).await;
        assert!(!cookies.is_empty());
        for cookie in cookies {
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
        }
        answer.expect(200);
        product.end().await;
    }
}
