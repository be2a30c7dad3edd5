//! Evidence: told by content, limited in size, kept once, given back as a download only.

use axum::{body::Body, http::Request};
use law::case::Role;
use sapa::words::Lang;
use serde_json::json;
use store::tokens::TokenScope;

use crate::support::{EXECUTOR, LEADER, OBJECT, Product, UNIT_HEAD, Visitor, both, flat, links, sample};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

both! {
    async fn only_what_is_evidence_is_taken(product: &Product) {
        product.until("case1", "send-notice").await;
        let executor = Visitor::persona(product, EXECUTOR).await;
        let words = product.app.words.speaker(Lang::Kk);
        let mut large = PNG.to_vec();
        large.resize(1024 * 1024 + 1, 0);
        let cases: [(&str, &[u8], &str); 6] = [
            ("бағдарлама.exe", b"MZ\x90\0\x03\0\0\0", "file-unknown-kind"),
            ("бет.png", b"<!doctype html><script>alert(1)</script>", "file-unknown-kind"),
            ("сурет.pdf", PNG, "file-other-kind"),
            ("үлкен.png", &large, "file-too-large"),
            ("бос.png", b"", "file-none"),
            ("../../сурет.png", PNG, "file-kept"),
        ];
        for (name, content, said) in cases {
            executor.upload("/cases/case1/files", &[], &[("file", name, content)]).await.expect(303);
            let page = executor.get("/cases/case1").await.expect(200);
            assert!(page.text().contains(&words.t(said)), "{name}: {said}");
        }
        large.resize(3 * 1024 * 1024, 0);
        executor.upload("/cases/case1/files", &[], &[("file", "тым үлкен.png", &large)]).await.expect(413);
        executor.upload("/cases/case1/files", &[], &[]).await.expect(303);
        let page = executor.get("/cases/case1").await.expect(200).html();
        let kept: Vec<_> = links(&page).into_iter().filter(|l| l.contains("/files/")).collect();
        assert_eq!(kept.len(), 1, "{kept:?}");
        assert!(page.contains("сурет.png") && !page.contains("../сурет.png"));
    }

    async fn a_file_is_saved_never_shown(product: &Product) {
        product.until("case1", "send-notice").await;
        let executor = Visitor::persona(product, EXECUTOR).await;
        for name in ["бір.png", "екі \"тырнақша\".png"] {
            executor.upload("/cases/case1/files", &[], &[("file", &name.replace('"', "%22"), PNG)]).await.expect(303);
        }
        let page = executor.get("/cases/case1").await.expect(200).html();
        let kept: Vec<_> = links(&page).into_iter().filter(|l| l.contains("/files/")).collect();
        assert_eq!(kept.len(), 2);
        for path in kept {
            let file = executor.get(&path).await.expect(200);
            assert_eq!(file.bytes, PNG);
            assert_eq!(file.header("content-type"), "image/png");
            assert!(file.header("content-disposition").starts_with("attachment; filename*=UTF-8''"));
            assert_eq!(file.header("x-content-type-options"), "nosniff");
            assert_eq!(file.header("cache-control"), "no-store");
        }
    }

    async fn a_closed_case_takes_no_files(product: &Product) {
        product.until("case1", "submit-action-plan").await;
        let key = product.key(EXECUTOR, TokenScope::Write).await;
        let api = async || {
            let request = Request::post("/api/v1/cases/case1/files?name=a.png").header("authorization", format!("Bearer {key}"));
            product.call(request.body(Body::from(PNG)).unwrap()).await
        };
        let executor = Visitor::persona(product, EXECUTOR).await;
        let page = async || executor.upload("/cases/case1/files", &[], &[("file", "сурет.png", PNG)]).await;
        api().await.expect(201);
        page().await.expect(303);
        let rest = [("accept-action-plan", UNIT_HEAD), ("report-measure", OBJECT), ("accept-measure", UNIT_HEAD)];
        for (step, grant) in rest.into_iter().chain([("close-event", UNIT_HEAD)]) {
            product.step(grant, "case1", step, json!({})).await.unwrap();
        }
        for lang in Lang::ALL {
            let told = product.app.words.speaker(lang).t("error-closed-text");
            executor.get(&format!("/cases/case1?lang={lang}")).await.expect(200);
            assert!(page().await.expect(403).text().contains(&told));
        }
        let answer = api().await.expect(403);
        assert!(answer.html().contains("\"code\":\"closed\""), "{}", answer.html());
        // Nor when it is closed in the moment between the look and the writing.
        let actor = product.actor(EXECUTOR).await;
        let viewer = sapa::door::viewer(&product.app, &actor);
        let file = store::files::NewFile {
            id: "f".into(),
            case: "case1".into(),
            name: "a.png".into(),
            media_type: "image/png".into(),
            bytes: PNG.to_vec(),
            at: crate::support::now(),
            protected: false,
        };
        let late = store::files::attach(product.db(), &viewer, file).await;
        assert!(matches!(late, Err(store::StoreError::Closed)));
        assert_eq!(store::files::of_case(product.db(), &viewer, "case1").await.unwrap().len(), 2);
    }

    async fn who_only_reads_adds_nothing_by_way_of_a_step_either(product: &Product) {
        product.until("case1", "start-event").await;
        for role in [Role::Observer, Role::Analyst] {
            let grant = product.person("min-justice", role).await;
            let reader = Visitor::persona(product, &grant).await;
            let version = product.kinds("case1").await.len().to_string();
            let fields = [("version", version.as_str()), ("key", "k")];
            for step in ["record-finding", "record-action"] {
                let path = format!("/cases/case1/steps/{step}");
                let answer = reader.upload(&path, &fields, &[("files-new", "сурет.png", PNG)]).await;
                assert!(answer.status.is_client_error(), "{role:?} {step}: {}", answer.status);
            }
        }
        // Nor does somebody at work on the case, by a step that is another's.
        let leader = Visitor::persona(product, LEADER).await;
        let version = product.kinds("case1").await.len().to_string();
        let fields = [("version", version.as_str()), ("key", "k")];
        let path = "/cases/case1/steps/record-finding";
        let answer = leader.upload(path, &fields, &[("files-new", "сурет.png", PNG)]).await;
        assert!(answer.status.is_client_error());
        let viewer = sapa::door::viewer(&product.app, &product.actor(LEADER).await);
        assert_eq!(store::files::of_case(product.db(), &viewer, "case1").await.unwrap(), []);
    }

    async fn the_name_of_a_file_stays_a_name(product: &Product) {
        product.until("case1", "send-notice").await;
        let key = product.key(EXECUTOR, TokenScope::Write).await;
        let evil = "a%0d%0aSet-Cookie:%20b=c%22;%20x%E2%80%AEgnp.png";
        let path = format!("/api/v1/cases/case1/files?name={evil}");
        let request = Request::post(path).header("authorization", format!("Bearer {key}"));
        product.call(request.body(Body::from(PNG)).unwrap()).await.expect(201);
        let executor = Visitor::persona(product, EXECUTOR).await;
        let page = executor.get("/cases/case1").await.expect(200).html();
        let path = links(&page).into_iter().find(|l| l.contains("/files/")).unwrap();
        let file = executor.get(&path).await.expect(200);
        assert!(file.headers.get("set-cookie").is_none());
        let name = file.header("content-disposition");
        assert_eq!(name, "attachment; filename*=UTF-8''aSet-Cookie%3A%20b%3Dc%22%3B%20xgnp.png");
        assert!(file.header("content-security-policy").starts_with("default-src 'none'"));
        // A file of one case is none of another's.
        let id = path.rsplit('/').next().unwrap();
        executor.get(&format!("/cases/case2/files/{id}")).await.expect(404);
    }

    async fn a_step_with_a_file_of_the_wrong_kind_keeps_what_was_typed(product: &Product) {
        const TYPED: &str = "№ 77-ж бұйрығы";
        product.until("case1", "receive-letter").await;
        let object = Visitor::persona(product, OBJECT).await;
        let form = object.form("case1", "record-liability").await;
        let answers = sample(product, OBJECT, "case1", "record-liability", json!({"files": [], "order": TYPED})).await;
        let fields = flat(&answers);
        for (name, content) in [("бұйрық.pdf", PNG), ("бұйрық.exe", b"MZ\x90\0".as_slice())] {
            let page = object.send(&form, &fields, &[("files-new", name, content)]).await.expect(422);
            assert!(page.text().contains(name) && page.html().contains(TYPED));
        }
        // A digest that is not of this case's files.
        let mut foreign = fields.clone();
        foreign.push(("files".into(), "0".repeat(64)));
        object.send(&form, &foreign, &[]).await.expect(422);
        let before = product.kinds("case1").await.len();
        object.send(&form, &fields, &[("files-new", "бұйрық.png", PNG)]).await.expect(303);
        assert_eq!(product.kinds("case1").await.len(), before + 1);
        let leader = Visitor::persona(product, LEADER).await;
        assert!(leader.get("/cases/case1").await.html().contains("бұйрық.png"));
    }
}
