//! Protected material (§34): for the people of the case, each opening on record; the others learn that it is there.

use axum::{body::Body, http::Request};
use sapa::words::Lang;
use serde_json::json;
use store::tokens::TokenScope;

use crate::support::{
    EXECUTOR, File, LEADER, OBJECT, Product, UNIT_HEAD, Visitor, both,
    packages::{HEAD, OFFICER},
};

const SECRET: &[u8] = b"%PDF-1.7 secret";

both! {
    async fn every_opening_is_on_record(product: &Product) {
        product.until("case1", "start-event").await;
        let viewer = sapa::door::viewer(&product.app, &product.actor(EXECUTOR).await);
        let file = store::files::NewFile {
            id: "f1".into(),
            case: "case1".into(),
            name: "құпия-жазба.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: SECRET.to_vec(),
            at: crate::support::now(),
            protected: true,
        };
        let digest = store::files::attach(product.db(), &viewer, file).await.unwrap().digest;
        product.step(EXECUTOR, "case1", "record-finding", json!({ "files": [digest] })).await.unwrap();
        let path = "/cases/case1/files/f1";
        let opened = async || store::protected::openings_of(product.db(), &viewer, "case1").await.unwrap();
        // The head of the unit reads the case and is none of its people; the head of the object reads it, too.
        for grant in [UNIT_HEAD, OBJECT, "justice.observer.observer"] {
            let other = Visitor::persona(product, grant).await;
            other.get(path).await.expect(404);
            for lang in Lang::ALL {
                let page = other.get(&format!("/cases/case1?lang={lang}")).await.expect(200);
                assert!(!page.html().contains("құпия-жазба") && !page.html().contains(path), "{grant}");
                let told = product.app.words.speaker(lang).t("protected-material");
                assert!(page.text().contains(&told), "{grant}: that there is something");
            }
            let key = product.key(grant, TokenScope::Read).await;
            for (path, status) in [("/api/v1/cases/case1/files", 200), ("/api/v1/cases/case1/files/f1", 404)] {
                let request = Request::get(path).header("authorization", format!("Bearer {key}"));
                let answer = product.call(request.body(Body::empty()).unwrap()).await.expect(status);
                assert!(!answer.html().contains("құпия-жазба"), "{grant}: {path}");
            }
        }
        assert!(opened().await.is_empty(), "what was not given was not opened");
        let leader = Visitor::persona(product, LEADER).await;
        assert_eq!(leader.get(path).await.expect(200).bytes, SECRET);
        let key = product.key(EXECUTOR, TokenScope::Read).await;
        let request = Request::get("/api/v1/cases/case1/files/f1").header("authorization", format!("Bearer {key}"));
        product.call(request.body(Body::empty()).unwrap()).await.expect(200);
        let openings = opened().await;
        assert_eq!(openings.len(), 2);
        assert!(openings.iter().all(|o| o.what == digest && o.case == "case1"));
        assert!(openings.iter().any(|o| o.user == "justice.leader") && openings.iter().any(|o| o.user == "justice.executor1"));
        for lang in Lang::ALL {
            let heading = product.app.words.speaker(lang).t("protected-openings");
            for (grant, sees) in [(LEADER, true), (EXECUTOR, true), (UNIT_HEAD, false), (OBJECT, false)] {
                let visitor = Visitor::persona(product, grant).await;
                let page = visitor.get(&format!("/cases/case1?lang={lang}")).await.expect(200);
                assert_eq!(page.text().contains(&heading), sees, "{grant}");
                assert_eq!(page.html().contains("құпия-жазба"), sees, "{grant}");
            }
        }
    }

    async fn what_officers_keep_apart_is_told_nobody_else(product: &Product) {
        product.inspection("check1").await;
        let officer = Visitor::persona(product, OFFICER).await;
        let version = product.kinds("check1").await.len().to_string();
        let fields = [("version", version.as_str()), ("key", "k"), ("secret", "tax"), ("title", "АТАУЫ"), ("text", "МӘТІНІ")];
        let files: [File<'_>; 1] = [("files-new", "құпия-есеп.pdf", SECRET)];
        officer.upload("/cases/check1/steps/keep-protected", &fields, &files).await.expect(303);
        let seq = product.kinds("check1").await.len();
        let path = format!("/cases/check1/protected/{seq}");
        let viewer = sapa::door::viewer(&product.app, &product.actor(OFFICER).await);
        let kept = store::files::of_case(product.db(), &viewer, "check1").await.unwrap();
        assert!(kept.len() == 1 && kept[0].protected, "apart from the first moment");
        let hidden = ["АТАУЫ", "МӘТІНІ", "құпия-есеп"];
        let nothing = |text: &str, who: &str| {
            let found: Vec<_> = hidden.iter().filter(|h| text.contains(**h)).collect();
            assert!(found.is_empty(), "{who}: {found:?}");
        };
        let opened = async || store::protected::openings_of(product.db(), &viewer, "check1").await.unwrap().len();
        // The page of the case tells its people that there is something, and where it opens.
        for (grant, team) in [(OFFICER, true), (HEAD, true), ("agency.analyst.analyst", false)] {
            let visitor = Visitor::persona(product, grant).await;
            let page = visitor.get("/cases/check1").await;
            if page.status != 200 {
                assert!(!team, "{grant}");
                visitor.get(&path).await.expect(404);
                continue;
            }
            let html = page.html();
            assert_eq!(html.contains(&path), team, "{grant}");
            assert!(!html.contains("АТАУЫ") && !html.contains("МӘТІНІ"), "{grant}");
            if !team {
                visitor.get(&path).await.expect(404);
                nothing(&html, grant);
            }
        }
        assert_eq!(opened().await, 0);
        for lang in Lang::ALL {
            let page = officer.get(&format!("{path}?lang={lang}")).await.expect(200);
            assert!(hidden.iter().all(|h| page.html().contains(h)));
        }
        assert_eq!(opened().await, 3, "each time");
        officer.get("/cases/check1/protected/1").await.expect(404);
        // Other systems are told nothing of it, whoever asks: neither the data nor the sealed text.
        for grant in [OFFICER, HEAD] {
            let key = product.key(grant, TokenScope::Read).await;
            for path in ["/api/v1/cases/check1", "/api/v1/cases/check1/journal"] {
                let request = Request::get(path).header("authorization", format!("Bearer {key}"));
                let answer = product.call(request.body(Body::empty()).unwrap()).await.expect(200);
                nothing(&answer.html(), path);
                assert!(answer.html().contains("protected-kept"), "that it is there");
            }
        }
        for row in store::packages::in_state(product.db(), None).await.unwrap() {
            let package = sapa::exchange::load(&product.app, &row).await.unwrap();
            nothing(&String::from_utf8(sapa::exchange::text(&package).unwrap()).unwrap(), &row.id);
        }
    }

    async fn internal_control_has_no_protected_material(product: &Product) {
        product.until("case1", "send-notice").await;
        let executor = Visitor::persona(product, EXECUTOR).await;
        assert!(!executor.get("/cases/case1").await.expect(200).html().contains("name=\"protected\""));
        executor.upload("/cases/case1/files", &[("protected", "true")], &[("file", "а.pdf", SECRET)]).await.expect(303);
        let viewer = sapa::door::viewer(&product.app, &product.actor(UNIT_HEAD).await);
        assert_eq!(store::files::of_case(product.db(), &viewer, "case1").await.unwrap().len(), 1);
    }
}
