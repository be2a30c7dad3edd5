//! Figures of the system's own cases: proposed, opened to what they were counted from, and asked about where they differ.

use law::ch3_reports::Cell;
use sapa::{reports::own, words::Lang};
use serde_json::Value;

use super::cast::*;
use crate::support::{Product, Visitor, both};

both! {
    async fn what_the_system_counted_is_taken_over_and_open(product: &Product) {
        product.until("case1", "present-act").await;
        let quarter = law::term::Quarter::of(product.app.clock.today()).unwrap().to_string();
        let case = MINISTRY.begin(product, &quarter).await;
        let meta = store::reports::board::load(product.db(), &case).await.unwrap().unwrap();
        let figures = own::figures(&product.app, &meta).await.unwrap();
        let counted: Vec<_> = figures.iter().filter(|f| f.value > 0).collect();
        assert!(counted.iter().any(|f| f.place.row.starts_with("1.") && f.value == 1), "{figures:?}");
        assert!(counted.iter().all(|f| f.cases.iter().map(|(_, n)| n).sum::<u64>() == f.value));
        let mut executor = Visitor::persona(product, MINISTRY.fills).await;
        let page = executor.get(&format!("/reports/{case}")).await.expect(200).html();
        assert!(page.contains(&format!("action=\"/reports/{case}/figures\"")), "they are proposed");
        // What somebody has filled is left.
        let first = &counted[0].place;
        let name = format!("c!{}!!{}", first.row, first.column);
        executor.post(&format!("/reports/{case}/cells"), &[("section", "1"), (&name, "77")]).await.expect(303);
        executor.post(&format!("/reports/{case}/figures"), &[("section", "1")]).await.expect(303);
        let hand = store::reports::cells::in_hand(product.db(), &case).await.unwrap();
        for figure in &figures {
            let expected = if figure.place == *first { 77 } else { figure.value };
            assert_eq!(hand.sheet.value(&figure.place), Cell::Count(expected), "{:?}", figure.place);
        }
        let edits_now = edits(product, &case).await;
        executor.post(&format!("/reports/{case}/figures"), &[("section", "1")]).await.expect(303);
        assert_eq!(edits(product, &case).await, edits_now, "twice changes nothing");
        // The cell opens to the case it was counted from, and says how it came there.
        let second = &counted[1].place;
        let words = product.app.words.speaker(Lang::Kk);
        let path = |place: &law::ch3_reports::Place| format!("/reports/{case}/cell?row={}&line=&column={}", place.row, place.column);
        let cell = executor.get(&path(second)).await.expect(200);
        assert!(cell.html().contains("href=\"/cases/case1\""), "{}", cell.text());
        assert!(cell.text().contains(&words.t("report-way-own-figures")));
        // Another number than the system's is odd, as long as nobody says why.
        executor.headers = vec![("accept", "application/json")];
        let told = executor.post(&format!("/reports/{case}/cells"), &[("section", "1")]).await.expect(200);
        let told: Value = serde_json::from_slice(&told.bytes).unwrap();
        let findings = told["findings"].as_array().unwrap();
        let name = format!("{}!!{}", first.row, first.column);
        assert!(findings.iter().any(|f| f["cell"] == name.as_str() && f["kind"] == "warning"), "{told}");
    }

    async fn a_case_is_named_to_those_who_may_read_it(product: &Product) {
        const SECRET: &str = "Құпия тексеру мәні";
        product.step(crate::support::UNIT_HEAD, "case1", "draft-order",
            serde_json::json!({"object": crate::support::OBJECT_BODY, "matter": SECRET})).await.unwrap();
        product.until("case1", "present-act").await;
        let quarter = law::term::Quarter::of(product.app.clock.today()).unwrap().to_string();
        let case = MINISTRY.begin(product, &quarter).await;
        let meta = store::reports::board::load(product.db(), &case).await.unwrap().unwrap();
        let figures = own::figures(&product.app, &meta).await.unwrap();
        let place = &figures.iter().find(|f| f.value > 0).unwrap().place;
        for grant in [MINISTRY.fills, MINISTRY.signs, crate::support::LEADER, crate::support::UNIT_HEAD] {
            let visitor = Visitor::persona(product, grant).await;
            let reads = visitor.get("/cases/case1").await.status.as_u16() == 200;
            let path = format!("/reports/{case}/cell?row={}&line=&column={}", place.row, place.column);
            let page = visitor.get(&path).await.expect(200).text();
            assert_eq!(page.contains(SECRET), reads, "{grant}: {page}");
            assert!(page.contains("№ "), "{grant}");
        }
    }

    async fn who_holds_no_events_is_proposed_nothing(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let meta = store::reports::board::load(product.db(), &case).await.unwrap().unwrap();
        assert_eq!(own::figures(&product.app, &meta).await.unwrap(), []);
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        executor.post(&format!("/reports/{case}/figures"), &[("section", "1")]).await.expect(303);
        let services = own::services(&product.app, &meta);
        let hand = store::reports::cells::in_hand(product.db(), &case).await.unwrap();
        assert_eq!(hand.written.len(), services.len() * 3, "only the services it answers for");
    }
}
