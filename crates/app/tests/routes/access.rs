//! Nothing of a case is served to those who may not read it: every route, every role, and before signing in.

use law::case::{Procedure, Role};
use serde_json::json;

use crate::support::{EXECUTOR, LEADER, OBJECT, OBJECT_BODY, Product, UNIT_HEAD, Visitor, both, flat, play};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
const CASE: &str = "case1";
const SECRET: &str = "Құпия тексеру мәні";

/// A case with documents, duties and a file; every address of it that can be read.
async fn readable(product: &Product) -> Vec<String> {
    product.step(UNIT_HEAD, CASE, "draft-order", json!({"object": OBJECT_BODY, "matter": SECRET})).await.unwrap();
    product.until(CASE, "submit-action-plan").await;
    let executor = Visitor::persona(product, EXECUTOR).await;
    executor.upload("/cases/case1/files", &[], &[("file", "дәлел.png", PNG)]).await.expect(303);
    let desk = product.desk(LEADER, CASE).await;
    let mut paths = vec![format!("/cases/{CASE}")];
    for step in Procedure::ControlEvent.steps() {
        paths.push(format!("/cases/{CASE}/steps/{}", step.id()));
    }
    paths.extend(
        ["sign-order", "sign-act", "sign-letter"].map(|step| format!("/cases/{CASE}/steps/{step}/preview/0.svg")),
    );
    paths.extend(desk.case.duties(&desk.law).iter().map(|d| format!("/cases/{CASE}/duties/{}/why", d.key)));
    for d in desk.case.documents() {
        paths.extend(["kk", "ru"].map(|lang| format!("/documents/{}/{}/{lang}.pdf", d.code, d.version)));
    }
    let viewer = sapa::door::viewer(&product.app, &product.actor(LEADER).await);
    let files = store::files::of_case(product.db(), &viewer, CASE).await.unwrap();
    paths.extend(files.iter().map(|f| format!("/cases/{CASE}/files/{}", f.id)));
    assert!(!files.is_empty() && paths.len() > 50);
    paths
}

/// Asks for all of it and tries to write; nothing may come of it.
async fn nothing_for(visitor: &Visitor<'_>, paths: &[String], who: &str) {
    let anonymous = visitor.grant.is_empty();
    let product = visitor.product;
    let silent = |answer: &crate::support::Answer, path: &str| {
        let status = answer.status.as_u16();
        let expected: &[u16] = if anonymous { &[303] } else { &[403, 404] };
        assert!(expected.contains(&status), "{who}: {path} gave {status}");
        if anonymous {
            assert!(answer.location().starts_with("/sign-in"), "{who}: {path}");
        }
        assert!(!answer.html().contains(SECRET), "{who}: {path}");
    };
    for path in paths {
        silent(&visitor.get(path).await, path);
    }
    let facts = product.kinds(CASE).await;
    for step in Procedure::ControlEvent.steps() {
        for (version, query) in
            [(facts.len(), ""), (facts.len(), "?procedure=control-event"), (0, "?procedure=control-event")]
        {
            let path = format!("/cases/{CASE}/steps/{}{query}", step.id());
            let version = version.to_string();
            let fields = [("version", version.as_str()), ("key", "k"), ("password", sapa::cli::demo::PASSWORD)];
            let answer = visitor.post(&path, &fields).await;
            // With no version of the case a person of another body stands before a blank case of their own.
            if answer.status.as_u16() != 422 || version != "0" {
                silent(&answer, &path);
            }
            assert!(!answer.html().contains(SECRET), "{who}: {path}");
        }
    }
    let path = format!("/cases/{CASE}/files");
    silent(&visitor.upload(&path, &[], &[("file", "бөтен.png", PNG)]).await, &path);
    for path in ["/", "/cases", "/cases?q=%D2%9A%D2%B1%D0%BF%D0%B8%D1%8F", "/notifications"] {
        let page = visitor.get(path).await;
        assert!(!page.html().contains(SECRET) && !page.html().contains("/cases/case1"), "{who}: {path}");
    }
    assert_eq!(product.kinds(CASE).await, facts, "{who}");
    let viewer = sapa::door::viewer(&product.app, &product.actor(LEADER).await);
    assert_eq!(store::files::of_case(product.db(), &viewer, CASE).await.unwrap().len(), 1, "{who}");
}

both! {
    async fn no_role_of_another_body_sees_or_touches_a_case(product: &Product) {
        let paths = readable(product).await;
        nothing_for(&Visitor::anybody(product).await, &paths, "before signing in").await;
        for role in Role::ALL {
            let grant = product.person("min-digital", role).await;
            nothing_for(&Visitor::persona(product, &grant).await, &paths, role.word()).await;
        }
    }

    async fn in_its_own_body_only_those_at_work_on_it_read_a_case(product: &Product) {
        let paths = readable(product).await;
        let others = [Role::Administrator, Role::Inspector, Role::ControlObjectHead, Role::ReportExecutor, Role::ReportSignatory];
        for role in others {
            let grant = product.person("min-justice", role).await;
            nothing_for(&Visitor::persona(product, &grant).await, &paths, role.word()).await;
        }
        for role in [Role::Analyst, Role::Observer] {
            let grant = product.person("min-justice", role).await;
            let reader = Visitor::persona(product, &grant).await;
            assert!(reader.get(&paths[0]).await.expect(200).html().contains(SECRET));
            reader.upload("/cases/case1/files", &[], &[("file", "бөтен.png", PNG)]).await.expect(403);
        }
    }

    async fn a_stranger_cannot_open_a_case_under_an_id_that_is_taken(product: &Product) {
        readable(product).await;
        let head = product.person("min-digital", Role::UnitHead).await;
        product.person("min-digital", Role::ResponsibleExecutor).await;
        let stranger = Visitor::persona(product, &head).await;
        let answers = play::blank_sample(product, &head, Procedure::ControlEvent, CASE, json!({})).await;
        let fields = flat(&answers);
        let mut all = vec![("version", "0"), ("key", "k")];
        all.extend(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        let before = product.kinds(CASE).await;
        let answer = stranger.post("/cases/case1/steps/draft-order?procedure=control-event", &all).await;
        assert!(!answer.html().contains(SECRET));
        answer.expect(404);
        assert_eq!(product.kinds(CASE).await, before);
    }

    async fn the_object_does_not_know_of_the_event_before_the_notice(product: &Product) {
        product.until(CASE, "sign-order").await;
        let object = Visitor::persona(product, OBJECT).await;
        let path = format!("/cases/{CASE}");
        object.get(&path).await.expect(404);
        assert!(!object.get("/notifications").await.expect(200).html().contains(&path));
        assert!(!object.get("/").await.expect(200).html().contains(&path));
        product.until(CASE, "send-notice").await;
        object.get(&path).await.expect(200);
        assert!(object.get("/notifications").await.expect(200).html().contains(&path));
    }
}
