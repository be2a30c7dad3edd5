//! §63: after acceptance a report is corrected with the results of the fourth quarter only, on a request that is decided.

use law::ch3_reports::Cell;
use serde_json::json;

use super::cast::*;
use crate::support::{Product, Visitor, both};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

/// Attaches confirming material and asks for a correction.
async fn asked(executor: &Visitor<'_>, case: &str) {
    executor.upload(&format!("/cases/{case}/files"), &[], &[("file", "растау.png", PNG)]).await.expect(303);
    let viewer = sapa::door::viewer(&executor.product.app, &executor.product.actor(&executor.grant).await);
    let files = store::files::of_case(executor.product.db(), &viewer, case).await.unwrap();
    executor.done(case, "request-correction", json!({"reason": "Қате саналды", "files": [files[0].digest]})).await;
}

async fn nation(analyst: &Visitor<'_>, quarter: &str) -> u64 {
    let file = analyst.get(&format!("/reports/nation/x.json?quarter={quarter}&row=1.1&by=kind")).await.expect(200);
    let lines: Vec<serde_json::Value> = serde_json::from_slice(&file.bytes).unwrap();
    lines.iter().filter_map(|l| l["value"].as_u64()).sum()
}

both! {
    async fn the_fourth_quarter_is_corrected_and_the_nation_follows(product: &Product) {
        in_january();
        let case = MINISTRY.submitted(product, QUARTER, &[("1.1", "m1", 30), ("2.1", "m1", 30)]).await;
        let executor = Visitor::persona(product, MINISTRY.fills).await;
        let analyst = Visitor::persona(product, ANALYST).await;
        step(product, ANALYST, &case, "accept-report").await;
        assert_eq!(nation(&analyst, QUARTER).await, 30);
        asked(&executor, &case).await;
        // Refused, asked again, allowed.
        analyst.done(&case, "decide-correction", json!({"correction": "refuse", "reason": "Растау жоқ"})).await;
        executor.post(&format!("/reports/{case}/cells"), &[("section", "1"), ("c!1.1!!m1", "1")]).await.expect(403);
        executor.done(&case, "request-correction", json!({"reason": "Қайта", "files": [store::blobs::digest(PNG)]})).await;
        executor.post(&format!("/reports/{case}/cells"), &[("section", "1"), ("c!1.1!!m1", "1")]).await.expect(403);
        analyst.done(&case, "decide-correction", json!({"correction": "allow", "reason": "Расталды"})).await;
        assert_eq!(nation(&analyst, QUARTER).await, 30, "what was accepted counts until the correction is accepted");
        MINISTRY.fill(product, &case, &[("1.1", "m1", 45), ("2.1", "m1", 45)]).await;
        MINISTRY.submit(product, &case).await;
        assert_eq!(nation(&analyst, QUARTER).await, 30);
        analyst.done(&case, "accept-report", json!({})).await;
        assert_eq!(nation(&analyst, QUARTER).await, 45, "the old version is out, the new one in");
        assert_eq!(frozen_number(product, &case, 1, "1.1").await, Cell::Count(30));
        assert_eq!(frozen_number(product, &case, 2, "1.1").await, Cell::Count(45));
        let fresh = sapa::reports::nation::Nation::default();
        let cube = fresh.quarter(&product.app, QUARTER.parse().unwrap()).await.unwrap();
        assert_eq!(cube.inside[&case].0, 2, "made anew it is the same");
        let verdict = store::verify::database(product.db()).await.unwrap();
        assert!(verdict.sound(), "{verdict:?}");
    }

    async fn a_part_that_is_corrected_reaches_the_nation_with_the_whole(product: &Product) {
        in_january();
        let district = DISTRICT.submitted(product, QUARTER, &EVENTS).await;
        step(product, OBLAST.fills, &district, "accept-report").await;
        let oblast = OBLAST.submitted(product, QUARTER, &[("1.1", "m2", 20), ("2.1", "m2", 20)]).await;
        step(product, ANALYST, &oblast, "accept-report").await;
        let analyst = Visitor::persona(product, ANALYST).await;
        assert_eq!(nation(&analyst, QUARTER).await, 23);
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        asked(&executor, &district).await;
        let above = Visitor::persona(product, OBLAST.fills).await;
        let leader = Visitor::persona(product, "akmola.leader.leader").await;
        leader.done(&district, "decide-correction", json!({"correction": "allow", "reason": "Расталды"})).await;
        DISTRICT.fill(product, &district, &[("1.1", "m1", 5), ("2.1", "m1", 5)]).await;
        DISTRICT.submit(product, &district).await;
        above.done(&district, "accept-report", json!({})).await;
        assert_eq!(nation(&analyst, QUARTER).await, 23, "the oblast's report holds what it held");
        asked(&above, &oblast).await;
        analyst.done(&oblast, "decide-correction", json!({"correction": "allow", "reason": "Расталды"})).await;
        OBLAST.submit(product, &oblast).await;
        analyst.done(&oblast, "accept-report", json!({})).await;
        assert_eq!(nation(&analyst, QUARTER).await, 25);
        assert_eq!(frozen_number(product, &oblast, 2, "1.1").await, Cell::Count(25));
    }

    async fn no_other_quarter_is_corrected(product: &Product) {
        in_january();
        let case = MINISTRY.submitted(product, "2025-Q3", &EVENTS).await;
        step(product, ANALYST, &case, "accept-report").await;
        let executor = Visitor::persona(product, MINISTRY.fills).await;
        executor.upload(&format!("/cases/{case}/files"), &[], &[("file", "растау.png", PNG)]).await.expect(303);
        let before = product.kinds(&case).await;
        executor.get(&format!("/cases/{case}/steps/request-correction")).await.expect(409);
        let version = before.len().to_string();
        let digest = store::blobs::digest(PNG);
        let fields = [("version", version.as_str()), ("key", "k"), ("reason", "Қате"), ("files", digest.as_str())];
        executor.post(&format!("/cases/{case}/steps/request-correction"), &fields).await.expect(422);
        assert_eq!(product.kinds(&case).await, before);
        let refused = product.step(MINISTRY.fills, &case, "request-correction", json!({"files": [digest]})).await;
        assert!(matches!(&refused, Err(sapa::door::Trouble::Refused(r)) if r.paragraph == 63), "{refused:?}");
        // Nor is it open: neither cells nor a second acceptance.
        executor.post(&format!("/reports/{case}/cells"), &[("section", "1"), ("c!1.1!!m1", "1")]).await.expect(403);
        assert!(product.step(ANALYST, &case, "return-report", json!({})).await.is_err());
        // Nobody asks for a correction of what has not been accepted.
        let fourth = MINISTRY.submitted(product, QUARTER, &EVENTS).await;
        assert!(product.step(MINISTRY.fills, &fourth, "request-correction", json!({"files": []})).await.is_err());
    }
}
