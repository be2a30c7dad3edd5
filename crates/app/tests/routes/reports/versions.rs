//! What those outside see: nothing before the submission, then what was submitted, never what is being made of it.

use law::ch3_reports::Cell;
use serde_json::{Value, json};

use super::cast::*;
use crate::support::{Product, Visitor, both};

const FIRST: [Number<'_>; 2] = [("1.1", "m1", 7771), ("2.1", "m1", 7771)];
const SECOND: [Number<'_>; 2] = [("1.1", "m1", 8882), ("2.1", "m1", 8882)];

/// The quarter of row 1.1 that a person gets, in whichever way they ask.
async fn seen(visitor: &Visitor<'_>, case: &str, query: &str) -> Vec<String> {
    let file = visitor.get(&format!("/reports/{case}/export/report.json{query}")).await.expect(200);
    let cells: Vec<Value> = serde_json::from_slice(&file.bytes).unwrap();
    let of = |column: &str| cells.iter().find(|c| c["row"] == "1.1" && c["line"] == "" && c["column"] == column);
    let mut found = vec![of("m1").unwrap()["value"].to_string()];
    let section = if query.is_empty() { "?section=1" } else { query };
    for path in [section, "/cell?row=1.1&line=&column=m1"] {
        let text = visitor.get(&format!("/reports/{case}{path}")).await.expect(200).html();
        for number in ["7771", "7\u{202f}771", "8882", "8\u{202f}882"] {
            if text.contains(number) {
                found.push(number.replace('\u{202f}', ""));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

both! {
    async fn the_receivers_see_what_was_submitted_and_not_what_is_made_of_it(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        DISTRICT.fill(product, &case, &FIRST).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        let mut outside = Vec::new();
        for grant in [OBLAST.fills, "akmola.leader.leader", ANALYST, "td-akmola.inspector.inspector"] {
            outside.push(Visitor::persona(product, grant).await);
        }
        let hidden = async || {
            for visitor in &outside {
                visitor.get(&format!("/reports/{case}")).await.expect(404);
                visitor.get(&format!("/reports/{case}?version=1")).await.expect(404);
                assert!(!visitor.get("/notifications").await.expect(200).html().contains(&case));
                let board = visitor.get("/reports?quarter=2025-Q4").await.expect(200).html();
                assert!(!board.contains("7771"), "how far it is, not what is in it");
            }
        };
        hidden().await;
        DISTRICT.sign(product, &case).await;
        hidden().await;
        step(product, DISTRICT.fills, &case, "submit-report").await;
        for visitor in &outside {
            assert_eq!(seen(visitor, &case, "").await, ["7771"], "{}", visitor.grant);
        }
        let remark = [("row", "1.1"), ("line", ""), ("column", "m1"), ("text", "Растаңыз <b>")];
        outside[0].post(&format!("/reports/{case}/remark"), &remark).await.expect(303);
        outside[0].post(&format!("/reports/{case}/remark"), &[("row", "99"), ("text", "Тұтас есеп")]).await.expect(303);
        let page = outside[0].get(&format!("/reports/{case}?section=1")).await.expect(200).html();
        assert!(page.contains("Растаңыз &#60;b&#62;") || page.contains("Растаңыз &lt;b&gt;"), "the remark stands at its cell, masked");
        assert!(!executor.get(&format!("/reports/{case}")).await.expect(200).html().contains("Растаңыз"), "it is not sent yet");
        outside[0].done(&case, "return-report", json!({"reason": "Қайта қаралсын"})).await;
        let page = executor.get(&format!("/reports/{case}?section=1")).await.expect(200).text();
        for said in ["Қайта қаралсын", "Растаңыз <b>", "Тұтас есеп"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // Changed, with another note and a comment; then signed: still the first version is what was submitted.
        DISTRICT.fill(product, &case, &SECOND).await;
        DISTRICT.write_note(product, &case, "Екінші талдау").await;
        executor.post(&format!("/reports/{case}/comment"), &[("key", "cell/1.1//m1"), ("text", "Түзетілді")]).await.expect(303);
        assert_eq!(seen(&executor, &case, "").await, ["7771", "8882"], "in hand, with the history of the cell");
        let still = async || {
            for visitor in &outside {
                for query in ["", "?version=1", "?version=2", "?version=9"] {
                    assert_eq!(seen(visitor, &case, query).await, ["7771"], "{} {query}", visitor.grant);
                }
                let note = visitor.get(&format!("/reports/{case}/note")).await.expect(200).text();
                assert!(note.contains("Талдау") && !note.contains("Екінші"), "{}", visitor.grant);
                for path in [format!("/reports/{case}"), format!("/cases/{case}")] {
                    let page = visitor.get(&path).await.expect(200).text();
                    assert!(!page.contains("Түзетілді"), "{}: {path}: {page}", visitor.grant);
                }
                let versions = visitor.get(&format!("/reports/{case}/versions?from=1&to=2")).await.expect(200).text();
                assert!(!versions.contains("882"), "{}: {versions}", visitor.grant);
            }
        };
        still().await;
        step(product, DISTRICT.fills, &case, "sign-report").await;
        still().await;
        step(product, DISTRICT.signs, &case, "countersign-report").await;
        still().await;
        step(product, DISTRICT.fills, &case, "submit-report").await;
        for visitor in &outside {
            assert_eq!(seen(visitor, &case, "").await, ["8882"], "{}", visitor.grant);
            assert_eq!(seen(visitor, &case, "?version=1").await, ["7771", "8882"], "the first can still be looked at");
            let versions = visitor.get(&format!("/reports/{case}/versions")).await.expect(200).text();
            for said in ["7\u{202f}771", "8\u{202f}882", "1.1"] {
                assert!(versions.contains(said), "{said}: {versions}");
            }
            let note = visitor.get(&format!("/reports/{case}/note")).await.expect(200).text();
            assert!(note.contains("Екінші талдау"));
        }
        assert_eq!(frozen_number(product, &case, 1, "1.1").await, Cell::Count(7771));
        assert_eq!(frozen_number(product, &case, 2, "1.1").await, Cell::Count(8882));
        assert_eq!(product.desk(DISTRICT.fills, &case).await.case.report().unwrap().returns[0].1.remarks.len(), 2);
    }

    async fn what_is_taken_back_is_signed_under_the_same_number(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        DISTRICT.fill(product, &case, &FIRST).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        step(product, DISTRICT.fills, &case, "sign-report").await;
        executor.post(&format!("/reports/{case}/cells"), &[("section", "1"), ("c!1.1!!m1", "1")]).await.expect(403);
        step(product, DISTRICT.fills, &case, "withdraw-report").await;
        DISTRICT.fill(product, &case, &SECOND).await;
        DISTRICT.submit(product, &case).await;
        assert_eq!(frozen_number(product, &case, 1, "1.1").await, Cell::Count(8882));
        let above = Visitor::persona(product, OBLAST.fills).await;
        assert_eq!(seen(&above, &case, "").await, ["8882"]);
        assert!(!above.get(&format!("/reports/{case}/versions")).await.expect(200).text().contains("771"));
        let verdict = store::verify::database(product.db()).await.unwrap();
        assert!(verdict.sound(), "{verdict:?}");
    }

    async fn a_warning_is_signed_with_a_comment_only(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        DISTRICT.fill(product, &case, &[("1.1", "m1", 5), ("2.1", "m1", 1)]).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        let refused = executor.take(&case, "sign-report", json!({})).await.expect(422);
        assert!(refused.text().contains("1"), "{}", refused.text());
        assert_eq!(product.kinds(&case).await, ["report-opened"]);
        let key = "violations/2//m1";
        let page = executor.get(&format!("/reports/{case}")).await.expect(200).html();
        assert!(page.contains(&format!("name=\"key\" value=\"{key}\"")), "the page asks for it");
        executor.post(&format!("/reports/{case}/comment"), &[("key", key), ("text", "Бір объект, бес тексеру")]).await.expect(303);
        executor.done(&case, "sign-report", json!({})).await;
        let signed = product.desk(DISTRICT.fills, &case).await;
        let comments = &signed.case.report().unwrap().signatures[0].2.comments;
        assert_eq!((comments.len(), comments[0].key.as_str()), (1, key));
        // An empty cell and a missing note stop it, too.
        let unit = MINISTRY.begin(product, QUARTER).await;
        let executor = Visitor::persona(product, MINISTRY.fills).await;
        executor.take(&unit, "sign-report", json!({})).await.expect(422);
        executor.post(&format!("/reports/{unit}/dashes"), &[("all", "yes")]).await.expect(303);
        executor.take(&unit, "sign-report", json!({})).await.expect(422);
        MINISTRY.write_note(product, &unit, "Талдау").await;
        executor.done(&unit, "sign-report", json!({})).await;
        // The same person does not sign twice.
        assert_eq!(product.kinds(&unit).await, ["report-opened", "report-signed"]);
    }
}
