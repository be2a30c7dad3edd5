//! Signing while somebody edits: what is signed is what stood there at one moment.

use law::ch3_reports::{Cell, Sheet};
use serde_json::json;

use super::cast::*;
use crate::support::{Product, Visitor, both};

fn pair(sheet: &Sheet) -> (Cell, Cell) {
    let of = |row| sheet.value(&law::ch3_reports::Place::new(row, "", "m1"));
    (of("1.1"), of("2.1"))
}

both! {
    async fn an_edit_between_page_and_signature_is_signed_with(product: &Product) {
        in_january();
        let case = MINISTRY.begin(product, QUARTER).await;
        MINISTRY.fill(product, &case, &EVENTS).await;
        let (signs, edits) = (Visitor::persona(product, MINISTRY.fills).await, Visitor::persona(product, ALSO_FILLS).await);
        let form = signs.form(&case, "sign-report").await;
        let sent = [("section", "1"), ("n!1.1!!m1", "1"), ("c!1.1!!m1", "9"), ("n!2.1!!m1", "1"), ("c!2.1!!m1", "9")];
        edits.post(&format!("/reports/{case}/cells"), &sent).await.expect(303);
        assert_eq!(cell(product, &case, "1.1", "m1").await, Cell::Count(9));
        let answer = signs.send(&form, &[("phone".into(), "8".into())], &[]).await;
        match answer.status.as_u16() {
            303 => assert_eq!(pair(&frozen(product, &case, 1).await), (Cell::Count(9), Cell::Count(9))),
            409 => assert_eq!(product.kinds(&case).await, ["report-opened"]),
            other => panic!("{other}"),
        }
        // An error that comes in between stops it.
        if answer.status.as_u16() == 303 {
            step(product, MINISTRY.fills, &case, "withdraw-report").await;
        }
        let form = signs.form(&case, "sign-report").await;
        edits.post(&format!("/reports/{case}/cells"), &[("section", "1"), ("n!1.1!!m1", "3"), ("c!1.1!!m1", "")]).await.expect(303);
        let known = product.kinds(&case).await;
        if cell(product, &case, "1.1", "m1").await == Cell::Unfilled {
            signs.send(&form, &[("phone".into(), "8".into())], &[]).await.expect(422);
            assert_eq!(product.kinds(&case).await, known);
        }
    }

    async fn signing_and_editing_at_once_never_mix(product: &Product) {
        in_january();
        let case = MINISTRY.begin(product, QUARTER).await;
        MINISTRY.fill(product, &case, &[("1.1", "m1", 1), ("2.1", "m1", 1)]).await;
        let signs = Visitor::persona(product, MINISTRY.fills).await;
        let mut edits = Visitor::persona(product, ALSO_FILLS).await;
        edits.headers = vec![("accept", "application/json")];
        for round in 2..10_u64 {
            let before = pair(&store::reports::cells::in_hand(product.db(), &case).await.unwrap().sheet);
            let written = store::reports::cells::in_hand(product.db(), &case).await.unwrap().written;
            let seen = |row| written[&law::ch3_reports::Place::new(row, "", "m1")].to_string();
            let (one, two, n) = (seen("1.1"), seen("2.1"), round.to_string());
            let form = signs.form(&case, "sign-report").await;
            let sent = [
                ("section", "1"), ("n!1.1!!m1", one.as_str()), ("c!1.1!!m1", n.as_str()),
                ("n!2.1!!m1", two.as_str()), ("c!2.1!!m1", n.as_str()),
            ];
            let path = format!("/reports/{case}/cells");
            let phone = [("phone".to_owned(), "8".to_owned())];
            let (signed, edited) = tokio::join!(signs.send(&form, &phone, &[]), edits.post(&path, &sent));
            let after = (Cell::Count(round), Cell::Count(round));
            let status = edited.status.as_u16();
            assert!([200, 403].contains(&status), "{status}");
            let now = pair(&store::reports::cells::in_hand(product.db(), &case).await.unwrap().sheet);
            assert_eq!(now, if status == 200 { after } else { before }, "round {round}");
            if signed.status.as_u16() == 303 {
                let frozen = pair(&frozen(product, &case, 1).await);
                assert_eq!(frozen, now, "round {round}: what is signed is what stands there");
                product.step(MINISTRY.fills, &case, "withdraw-report", json!({})).await.unwrap();
            } else {
                assert!([409, 503].contains(&signed.status.as_u16()), "{}", signed.status);
            }
        }
        assert!(store::verify::database(product.db()).await.unwrap().sound());
    }

    async fn a_double_click_signs_once(product: &Product) {
        in_january();
        let case = MINISTRY.begin(product, QUARTER).await;
        MINISTRY.fill(product, &case, &EVENTS).await;
        let signs = Visitor::persona(product, MINISTRY.fills).await;
        let form = signs.form(&case, "sign-report").await;
        let phone = [("phone".to_owned(), "8".to_owned())];
        let (a, b) = tokio::join!(signs.send(&form, &phone, &[]), signs.send(&form, &phone, &[]));
        a.expect(303);
        b.expect(303);
        assert_eq!(product.kinds(&case).await, ["report-opened", "report-signed"]);
    }
}
