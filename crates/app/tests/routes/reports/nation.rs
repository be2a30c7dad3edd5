//! The nation: what the Agency has accepted, added up in every way, and open to its parts.

use law::ch3_reports::Cell;
use serde_json::{Value, json};

use super::cast::*;
use crate::support::{Product, Visitor, between, both};

async fn table(visitor: &Visitor<'_>, query: &str) -> Vec<(String, u64)> {
    let file = visitor.get(&format!("/reports/nation/figures.json?quarter={QUARTER}&{query}")).await.expect(200);
    let lines: Vec<Value> = serde_json::from_slice(&file.bytes).unwrap();
    let line = |l: &Value| {
        let way = l.as_object().unwrap().iter().find(|(k, _)| !["quarter", "row", "value"].contains(&k.as_str()));
        (way.unwrap().1.as_str().unwrap().to_owned(), l["value"].as_u64().unwrap())
    };
    let mut found: Vec<_> = lines.iter().map(line).filter(|(_, n)| *n > 0).collect();
    found.sort();
    found
}

/// The sum of a row in every way it can be asked for: the same.
async fn total(visitor: &Visitor<'_>, row: &str) -> u64 {
    let mut sums = Vec::new();
    for way in ["territory", "kind", "body"] {
        sums.push(table(visitor, &format!("row={row}&by={way}")).await.iter().map(|(_, n)| n).sum::<u64>());
    }
    assert!(sums.windows(2).all(|w| w[0] == w[1]), "{row}: {sums:?}");
    let page = visitor.get(&format!("/reports/nation?quarter={QUARTER}&row={row}")).await.expect(200).text();
    let shown = sapa::reports::labels::thousands(sums[0]);
    assert!(page.contains(&shown), "{row}: {shown}: {page}");
    sums[0]
}

both! {
    async fn what_is_accepted_adds_up_and_opens_to_its_parts(product: &Product) {
        in_january();
        let analyst = Visitor::persona(product, ANALYST).await;
        assert_eq!(total(&analyst, "1.1").await, 0);
        let district = DISTRICT.submitted(product, QUARTER, &EVENTS).await;
        step(product, OBLAST.fills, &district, "accept-report").await;
        assert_eq!(total(&analyst, "1.1").await, 0, "the Agency has accepted nothing yet");
        let oblast = OBLAST.submitted(product, QUARTER, &[("1.1", "m2", 20), ("2.1", "m2", 20)]).await;
        assert_eq!(frozen_number(product, &oblast, 1, "1.1").await, Cell::Count(23), "with the district's");
        let ministry = MINISTRY.submitted(product, QUARTER, &[("1.1", "m3", 1400), ("2.1", "m3", 1400)]).await;
        assert_eq!(total(&analyst, "1.1").await, 0);
        step(product, ANALYST, &oblast, "accept-report").await;
        assert_eq!(total(&analyst, "1.1").await, 23);
        step(product, ANALYST, &ministry, "accept-report").await;
        assert_eq!((total(&analyst, "1.1").await, total(&analyst, "1").await, total(&analyst, "4").await), (1423, 1423, 0));
        assert_eq!(table(&analyst, "row=1.1&by=body&territory=akmola").await.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [23]);
        assert_eq!(table(&analyst, "row=1.1&by=kind").await.len(), 3, "the ministry, the oblast and the district by itself");
        // Row 13 of form 1-мқ is row 12 of form 2-мқ: added as the same.
        assert_eq!(total(&analyst, "13.1").await, 0);
        // Each line of the table by body leads to the cell, and that to its parts.
        let page = analyst.get(&format!("/reports/nation?quarter={QUARTER}&row=1.1&by=body")).await.expect(200).html();
        let plain = |h: &str| format!("/reports/2-mq{h}").replace("&amp;", "&").replace("&#38;", "&");
        let hrefs: Vec<String> = between(&page, "href=\"/reports/2-mq", "\"").map(plain).collect();
        assert_eq!(hrefs.len(), 1, "{hrefs:?}");
        let cell = analyst.get(&hrefs[0]).await.expect(200);
        let parts = between(&cell.html(), &format!("href=\"/reports/{district}/cell"), "\"").count();
        assert_eq!(parts, 1, "{}", cell.text());
        for n in ["23", "20", "3"] {
            assert!(cell.text().lines().any(|l| l.trim() == n), "{n}: {}", cell.text());
        }
        // The §64 table has each report, with its row.
        let file = analyst.get("/reports/yearly/results.json?year=2025").await.expect(200);
        let lines: Vec<Value> = serde_json::from_slice(&file.bytes).unwrap();
        let of = |body: &str| lines.iter().find(|l| l["body"] == body && l["row"] == "1.1").map(|l| (l["submitted"].clone(), l["value"].clone()));
        assert_eq!(of(OBLAST.body), Some((json!("in-time"), json!(23))));
        assert_eq!(of(DISTRICT.body), Some((json!("in-time"), json!(3))));
        for file in ["figures.csv", "figures.xlsx"] {
            assert!(!analyst.get(&format!("/reports/nation/{file}?quarter={QUARTER}&row=1.1")).await.expect(200).bytes.is_empty());
        }
        analyst.get("/reports/nation/figures.exe").await.expect(404);
        analyst.get("/reports/nation?quarter=x&row=x&by=x&territory=x").await.expect(200);
    }

    async fn lines_of_services_are_added_over_bodies(product: &Product) {
        in_january();
        let registry = product.app.registry();
        let mut services: Vec<_> = registry.services.values().collect();
        services.sort_by(|a, b| a.code.cmp(&b.code));
        let (first, second) = (services[0], services[1]);
        let mut cases = Vec::new();
        for (who, row, n) in [(&OBLAST, "11.1", 40_u64), (&MINISTRY, "12.1", 500)] {
            let case = who.begin(product, QUARTER).await;
            let executor = Visitor::persona(product, who.fills).await;
            for service in [first, second] {
                let fields = [("section", "3"), ("row", row), ("service", service.code.as_str())];
                executor.post(&format!("/reports/{case}/lines"), &fields).await.expect(303);
            }
            let (one, two) = (format!("c!{row}!{}!m1n", first.code), format!("c!{row}!{}!m2l", second.code));
            let (n, m) = (n.to_string(), (n + 1).to_string());
            executor.post(&format!("/reports/{case}/cells"), &[("section", "3"), (&one, &n), (&two, &m)]).await.expect(303);
            who.fill(product, &case, &[]).await;
            who.submit(product, &case).await;
            step(product, ANALYST, &case, "accept-report").await;
            cases.push(case);
        }
        let analyst = Visitor::persona(product, ANALYST).await;
        let mut expected = vec![(first.name.kk.clone(), 540), (second.name.kk.clone(), 542)];
        expected.sort();
        assert_eq!(table(&analyst, "row=12.1&by=service").await, expected);
        assert_eq!((total(&analyst, "12.1").await, total(&analyst, "12").await), (1082, 1082));
    }
}
