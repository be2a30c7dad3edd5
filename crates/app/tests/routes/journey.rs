//! A whole event and a whole plan, taken through the pages.

use law::case::{Procedure, fact::hex};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::support::{self, EXECUTOR, LEADER, OBJECT, OBJECT_BODY, Product, SECOND, UNIT_HEAD, Visitor, both, set_day};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n";

both! {
    async fn an_event_goes_from_the_order_to_the_closed_case(product: &Product) {
        let leader = Visitor::persona(product, LEADER).await;
        let head = Visitor::persona(product, UNIT_HEAD).await;
        let executor = Visitor::persona(product, EXECUTOR).await;
        let second = Visitor::persona(product, SECOND).await;
        let object = Visitor::persona(product, OBJECT).await;

        let case = head.open(Procedure::ControlEvent, json!({"object": OBJECT_BODY})).await;
        head.done(&case, "revise-order", json!({"object": OBJECT_BODY, "matter": "Тексеру мәні"})).await;
        executor.done(&case, "engage-expert", json!({})).await;
        leader.done(&case, "sign-order", json!({})).await;
        executor.done(&case, "send-notice", json!({})).await;
        let start = product.desk(LEADER, &case).await.case.event().unwrap().start.unwrap();
        set_day(start);
        executor.done(&case, "start-event", json!({})).await;
        executor.done(&case, "record-action", json!({})).await;
        object.done(&case, "answer-action", json!({})).await;
        executor.done(&case, "record-finding", json!({"permits": true, "violation": "3-2"})).await;
        second.done(&case, "record-finding", json!({})).await;
        second.done(&case, "withdraw-finding", json!({})).await;
        executor.done(&case, "mark-checklist", json!({})).await;
        head.done(&case, "propose-extension", json!({})).await;
        leader.done(&case, "extend", json!({})).await;
        executor.done(&case, "draft-act", json!({})).await;
        executor.done(&case, "sign-act", json!({})).await;
        second.done(&case, "sign-act", json!({})).await;
        executor.done(&case, "present-act", json!({})).await;
        object.done(&case, "acquaint", json!({})).await;
        object.done(&case, "countersign-act", json!({})).await;
        head.done(&case, "submit-materials", json!({})).await;
        leader.done(&case, "decide", json!({"decisions": ["letter", "inform"]})).await;
        executor.done(&case, "inform-agency", json!({})).await;
        head.done(&case, "draft-letter", json!({})).await;
        leader.done(&case, "sign-letter", json!({})).await;
        object.done(&case, "receive-letter", json!({})).await;
        object.done(&case, "submit-action-plan", json!({})).await;
        head.done(&case, "accept-action-plan", json!({})).await;
        object.done(&case, "report-measure", json!({})).await;

        // The copy of the order on the penalty comes with the form.
        let form = object.form(&case, "record-liability").await;
        let answers = support::sample(product, OBJECT, &case, "record-liability", json!({"files": []})).await;
        let file = [("files-new", "бұйрық.pdf", PDF)];
        let answer = object.send(&form, &crate::support::flat(&answers), &file).await.expect(303);
        assert_eq!(answer.location(), format!("/cases/{case}"));

        executor.done(&case, "restore-rights", json!({})).await;
        head.done(&case, "accept-measure", json!({})).await;
        head.done(&case, "close-event", json!({})).await;

        let desk = product.desk(LEADER, &case).await;
        assert!(desk.case.closed().is_some());
        assert!(desk.case.duties(&desk.law).iter().all(|d| d.ended().is_some()));
        assert!(head.get(&format!("/cases/{case}/steps/record-finding")).await.status.is_client_error(), "a closed case is only read");
        papers_are_what_was_signed(&leader, &case).await;
        assert!(store::verify::database(product.db()).await.unwrap().sound());
    }

    async fn a_plan_is_approved_and_an_event_grows_from_it(product: &Product) {
        let leader = Visitor::persona(product, LEADER).await;
        let head = Visitor::persona(product, UNIT_HEAD).await;
        let plan = head.open(Procedure::AnnualPlan, json!({"year": 2025})).await;
        head.done(&plan, "add-plan-item", json!({})).await;
        head.done(&plan, "add-plan-item", json!({"from": "2025-05-02", "to": "2025-06-25"})).await;
        head.done(&plan, "change-plan-item", json!({})).await;
        head.done(&plan, "remove-plan-item", json!({})).await;
        leader.done(&plan, "approve-plan", json!({})).await;
        leader.done(&plan, "supplement-plan", json!({})).await;
        let page = leader.get(&format!("/cases/{plan}")).await.expect(200);
        assert!(page.text().contains("2025"));

        let actor = product.actor(UNIT_HEAD).await;
        let blank = sapa::door::blank(&product.app, &actor, Procedure::ControlEvent, "blank").await.unwrap();
        let entries = sapa::readmodel::plan_entries(&product.app, &blank.case).await.unwrap();
        let entry = entries.first().expect("an entry of the approved plan");
        let on = product.app.law().calendar.next_working(entry.item.from);
        let case = head
            .open(
                Procedure::ControlEvent,
                json!({"ground": "plan", "plan_item": entry.id, "object": entry.item.object, "start": on, "end": on}),
            )
            .await;
        let left = sapa::readmodel::plan_entries(&product.app, &blank.case).await.unwrap();
        assert_eq!(left.len() + 1, entries.len(), "an entry is used once");
        leader.done(&case, "sign-order", json!({})).await;
        papers_are_what_was_signed(&leader, &plan).await;
        papers_are_what_was_signed(&leader, &case).await;
    }
}

/// Each paper is served as the bytes that its digest names, and its frozen data draw the same bytes again.
async fn papers_are_what_was_signed(reader: &Visitor<'_>, case: &str) {
    let product = reader.product;
    let viewer = sapa::door::viewer(&product.app, &product.actor(&reader.grant).await);
    let papers = store::documents::of_case(product.db(), &viewer, case).await.unwrap();
    assert!(!papers.is_empty());
    for paper in papers {
        let data: serde_json::Value = serde_json::from_str(&paper.data).unwrap();
        let d = &paper.document;
        assert_eq!(d.files.len(), 2 * usize::from(d.kind.copies()));
        for file in &d.files {
            let path = format!("/documents/{}/{}/{}.pdf", d.code, d.version, file.name());
            let served = reader.get(&path).await.expect(200);
            assert_eq!(served.header("content-type"), "application/pdf");
            assert!(served.header("content-disposition").starts_with("attachment; "));
            assert_eq!(hex(&Sha256::digest(&served.bytes)), file.sha256, "{path}");
            let again: documents::Document = serde_json::from_value(data[file.name()].clone()).unwrap();
            let language = documents::Language::ALL.into_iter().find(|l| l.code() == file.language.word()).unwrap();
            let drawn = documents::pdf(&again, language).unwrap();
            assert!(drawn == served.bytes, "{path} is drawn anew from its data, byte for byte");
        }
        let page = Visitor::anybody(product).await.get(&format!("/v/{}", d.code)).await.expect(200);
        assert!(
            d.files.iter().all(|f| page.html().contains(&f.sha256)),
            "anybody may hold the paper against its digest"
        );
    }
}
