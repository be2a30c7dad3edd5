//! Every page of a report in three languages, for those who fill, those who receive, and those who look at the nation.

use law::ch3_reports::FormId;
use sapa::words::Lang;

use super::cast::*;
use crate::support::{Product, Visitor, both, links};

/// First parts of keys that would stand where their words should.
const KEYS: [&str; 9] =
    ["report-", "board-", "nation-", "form-", "check-", "step-", "stop-", "body-kind-", "territory-"];

async fn looks_right(visitor: &Visitor<'_>, path: &str, lang: Lang) -> String {
    let answer = visitor.get(path).await.expect(200);
    let (html, text) = (answer.html(), answer.text());
    assert!(html.contains(&format!("<html lang=\"{}\"", lang.code())), "{path}");
    assert_eq!(html.matches("<h1").count(), 1, "{path}");
    assert!(!text.contains("{$") && !text.contains("{ $"), "{path}: a value is missing in a sentence");
    let key = text.split_whitespace().find(|w| KEYS.iter().any(|k| w.starts_with(k) && w.len() > k.len()));
    assert_eq!(key, None, "{} {path}", lang.code());
    html
}

both! {
    async fn every_page_answers_in_three_languages(product: &Product) {
        in_january();
        let district = DISTRICT.submitted(product, QUARTER, &EVENTS).await;
        step(product, OBLAST.fills, &district, "return-report").await;
        DISTRICT.fill(product, &district, &[("1.1", "m1", 9)]).await;
        let oblast = OBLAST.submitted(product, QUARTER, &EVENTS).await;
        step(product, ANALYST, &oblast, "accept-report").await;
        let digital = Who {
            body: "min-digital",
            fills: "digital.report.report-executor",
            signs: "digital.signatory.report-signatory",
            form: FormId::Corporation,
        };
        let corporation = digital.begin(product, QUARTER).await;
        let ministry = MINISTRY.begin(product, QUARTER).await;
        for lang in Lang::ALL {
            for (grant, case) in [
                (DISTRICT.fills, &district), (OBLAST.fills, &district), (OBLAST.signs, &oblast), (ANALYST, &oblast),
                (digital.fills, &corporation), (MINISTRY.fills, &ministry),
            ] {
                let visitor = Visitor::persona(product, grant).await;
                visitor.get(&format!("/?lang={}", lang.code())).await.expect(200);
                let first = looks_right(&visitor, &format!("/reports/{case}"), lang).await;
                for section in 1..=6 {
                    looks_right(&visitor, &format!("/reports/{case}?section={section}"), lang).await;
                }
                for path in ["/cell?row=1&line=&column=m1", "/cell?row=1&line=&column=q", "/note", "/versions"] {
                    looks_right(&visitor, &format!("/reports/{case}{path}"), lang).await;
                }
                for path in ["/reports?quarter=2025-Q4", "/reports?quarter=2025-Q4&state=due", "/reports?quarter=2025-Q4&state=late&form=2-mq"] {
                    looks_right(&visitor, path, lang).await;
                }
                // Nothing on the page leads nowhere; addresses with several values are cut off at a masked sign.
                let export = |l: &&String| l.contains("/export/") || l.contains("lang=") || l.ends_with('&');
                for link in links(&first).iter().filter(|l| l.contains(case.as_str()) && !export(l)).take(12) {
                    let status = visitor.get(link).await.status.as_u16();
                    assert!([200, 409].contains(&status), "{grant}: {link}: {status}");
                }
            }
            let executor = Visitor::persona(product, DISTRICT.fills).await;
            executor.get(&format!("/?lang={}", lang.code())).await.expect(200);
            looks_right(&executor, &format!("/reports/{district}/import"), lang).await;
            let analyst = Visitor::persona(product, ANALYST).await;
            analyst.get(&format!("/?lang={}", lang.code())).await.expect(200);
            for way in ["territory", "kind", "body", "service"] {
                looks_right(&analyst, &format!("/reports/nation?quarter=2025-Q4&row=1.1&by={way}"), lang).await;
            }
        }
    }

    async fn the_board_counts_what_there_is(product: &Product) {
        in_january();
        let district = DISTRICT.submitted(product, QUARTER, &EVENTS).await;
        OBLAST.begin(product, QUARTER).await;
        let above = Visitor::persona(product, OBLAST.fills).await;
        let shown = async |state: &str| {
            let page = above.get(&format!("/reports?quarter=2025-Q4&state={state}")).await.expect(200).html();
            page.contains(&format!("href=\"/reports/{district}\""))
        };
        for (state, there) in [("submitted", true), ("accepted", false), ("due", false), ("missing", false), ("late", false), ("returned", false)] {
            assert_eq!(shown(state).await, there, "{state}");
        }
        step(product, OBLAST.fills, &district, "return-report").await;
        assert!(shown("returned").await && !shown("submitted").await);
        // Submitted a second time after the last day it was still in time: the first submission decides.
        crate::support::day("2026-02-20");
        DISTRICT.submit(product, &district).await;
        assert!(shown("submitted").await && !shown("late").await);
        step(product, OBLAST.fills, &district, "accept-report").await;
        assert!(shown("accepted").await && !shown("late").await);
        let late = MINISTRY.submitted(product, QUARTER, &EVENTS).await;
        let analyst = Visitor::persona(product, ANALYST).await;
        let page = analyst.get("/reports?quarter=2025-Q4&state=late").await.expect(200).html();
        assert!(page.contains(&format!("href=\"/reports/{late}\"")) && !page.contains(&format!("href=\"/reports/{district}\"")));
        for odd in ["quarter=x", "quarter=2031-Q4", "form=x&state=x&kind=x&territory=x"] {
            analyst.get(&format!("/reports?{odd}")).await.expect(200);
        }
    }
}
