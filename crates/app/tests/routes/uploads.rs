//! Evidence: told by content, limited in size, kept once, given back as a download only.

use sapa::words::Lang;
use serde_json::json;

use crate::support::{EXECUTOR, LEADER, OBJECT, Product, Visitor, both, flat, links, sample};

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
