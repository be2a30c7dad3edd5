//! Filling the form: as a plain form without a script, and as data for the script.

use law::ch3_reports::Cell;
use sapa::words::Lang;
use serde_json::{Value, json};

use super::cast::*;
use crate::support::{Answer, Product, Visitor, both, hidden};

/// What the script is answered.
fn data(answer: Answer) -> Value {
    let answer = answer.expect(200);
    assert!(answer.header("content-type").starts_with("application/json"), "{}", answer.header("content-type"));
    serde_json::from_slice(&answer.bytes).unwrap()
}

async fn scripted<'a>(product: &'a Product, grant: &str) -> Visitor<'a> {
    let mut visitor = Visitor::persona(product, grant).await;
    visitor.headers = vec![("accept", "application/json")];
    visitor
}

both! {
    async fn a_plain_form_saves_and_comes_back_to_its_section(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        let page = executor.get(&format!("/reports/{case}?section=1")).await.expect(200).html();
        assert!(page.contains("name=\"c!1.1!!m1\" value=\"\""), "an empty cell to be filled");
        assert!(!page.contains("name=\"c!1!!m1\"") && !page.contains("name=\"c!1.1!!q\""), "what follows is not asked");
        let cells = format!("/reports/{case}/cells");
        let sent = [
            ("section", "1"), ("c!1.1!!m1", " 1 234 "), ("c!1.1!!m2", "–"), ("c!1.1!!m3", ""), ("c!1!!m1", "9"),
            ("c!99!!m1", "9"), ("c!1.1!!q", "9"), ("c!1.1!x!m1", "9"), ("c!", "9"), ("why", "хат № 7"),
        ];
        let answer = executor.post(&cells, &sent).await.expect(303);
        assert_eq!(answer.location(), format!("/reports/{case}?section=1"));
        let words = product.app.words.speaker(Lang::Kk);
        let page = executor.get(answer.location()).await.expect(200);
        assert!(page.text().contains(&words.t("report-saved")), "{}", page.text());
        assert!(page.html().contains("name=\"c!1.1!!m1\" value=\"1234\""));
        assert_eq!(hidden(&page.html(), "n!1.1!!m1").as_deref(), Some("1"));
        assert_eq!(cell(product, &case, "1.1", "m2").await, Cell::Dash);
        assert_eq!(cell(product, &case, "1", "q").await, Cell::Count(1234), "totals follow from what is there");
        // What is no number is named; the rest is taken.
        let sent = [("section", "1"), ("n!1.1!!m1", "1"), ("c!1.1!!m1", "5"), ("c!1.2!!m1", "бес"), ("c!1.2!!m2", "1.5")];
        let answer = executor.post(&cells, &sent).await.expect(303);
        let told = executor.get(answer.location()).await.text();
        let refused = words.t("check-whole-not-a-number");
        assert!(told.contains("1.2") && !told.contains(&words.t("report-saved")), "{refused}: {told}");
        assert_eq!((cell(product, &case, "1.1", "m1").await, cell(product, &case, "1.2", "m1").await), (Cell::Count(5), Cell::Unfilled));
        // A number seen long ago does not go over a newer one.
        let answer = executor.post(&cells, &[("section", "1"), ("n!1.1!!m1", "1"), ("c!1.1!!m1", "6")]).await.expect(303);
        let told = executor.get(answer.location()).await.text();
        assert!(!told.contains(&words.t("report-saved")) && cell(product, &case, "1.1", "m1").await == Cell::Count(5), "{told}");
        // The same form once more is no edit.
        let before = edits(product, &case).await;
        executor.post(&cells, &[("section", "1"), ("n!1.1!!m1", "2"), ("c!1.1!!m1", "5")]).await.expect(303);
        assert_eq!(edits(product, &case).await, before);
        let cell_page = executor.get(&format!("/reports/{case}/cell?row=1.1&line=&column=m1")).await.expect(200).text();
        for said in ["1234", "хат № 7", &words.t("report-way-grid")] {
            assert!(cell_page.contains(said), "{said}: {cell_page}");
        }
        for wrong in ["row=99&column=m1", "row=&column=m1"] {
            executor.get(&format!("/reports/{case}/cell?{wrong}")).await.expect(404);
        }
    }

    async fn the_script_is_told_numbers_findings_and_conflicts(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = scripted(product, DISTRICT.fills).await;
        let cells = format!("/reports/{case}/cells");
        let sent = [
            ("section", "1"), ("c!1.1!!m1", "1000"), ("c!1.1!!m2", "-"), ("c!1.1!!m3", "500"),
            ("c!2.1!!m1", "1"), ("c!1.2!!m1", "-1"), ("c!2.2!!m1", "1e3"), ("c!2.3!!m1", "999999999999999"),
            ("c!1.2!!m2", "-"),
        ];
        let told = data(executor.post(&cells, &sent).await);
        assert_eq!(told["edits"], 1);
        assert_eq!(told["values"]["1.1!!q"], "1\u{202f}500");
        assert_eq!((&told["values"]["1.1!!m1"], &told["values"]["1!!m2"]), (&json!("1\u{202f}000"), &json!("-")));
        assert!(told["values"].get("12!!q").is_none(), "of this section only");
        assert_eq!(told["written"], json!({"1.1!!m1": 1, "1.1!!m2": 1, "1.1!!m3": 1, "1.2!!m2": 1, "2.1!!m1": 1}));
        let refused: Vec<(&str, &str)> = told["refused"].as_array().unwrap().iter()
            .map(|r| (r["cell"].as_str().unwrap(), r["kind"].as_str().unwrap())).collect();
        assert_eq!(refused, [("1.2!!m1", "error"), ("2.2!!m1", "error"), ("2.3!!m1", "error")]);
        assert!(told["refused"].as_array().unwrap().iter().all(|r| !r["text"].as_str().unwrap().contains("check-")));
        assert_eq!((&told["errors"], &told["conflicts"]), (&json!(0), &json!([])));
        // One object for a thousand events is odd, and said at its row.
        assert_eq!((&told["warnings"], &told["findings"][0]["cell"], &told["findings"][0]["kind"]), (&json!(1), &json!("2!!m1"), &json!("warning")));
        // From another section nothing is said of this one, but the counts are of all.
        let told = data(executor.post(&cells, &[("section", "2"), ("c!10!!m1", "-")]).await);
        assert_eq!((&told["findings"], &told["warnings"]), (&json!([]), &json!(1)));
        let unfilled = told["unfilled"].as_i64().unwrap();
        // Conflicts say who, when and what.
        let told = data(executor.post(&cells, &[("section", "1"), ("c!1.1!!m1", "7"), ("n!1.1!!m3", "1"), ("c!1.1!!m3", "")]).await);
        assert_eq!(told["conflicts"].as_array().unwrap().len(), 1);
        let conflict = &told["conflicts"][0];
        assert_eq!((&conflict["cell"], &conflict["value"], &conflict["n"]), (&json!("1.1!!m1"), &json!("1000"), &json!(1)));
        let name = product.actor(DISTRICT.fills).await.name;
        assert!(conflict["text"].as_str().unwrap().contains(&name), "{conflict}");
        assert_eq!((&told["values"]["1.1!!m3"], &told["unfilled"]), (&json!(""), &json!(unfilled + 1)), "emptied");
        let sent = [("section", "1"), ("n!1.1!!m1", "1"), ("c!1.1!!m1", "7"), ("way", "undo")];
        assert_eq!(data(executor.post(&cells, &sent).await)["conflicts"], json!([]));
        let entries = store::reports::cells::history(
            product.db(), &DISTRICT.viewer(product).await, &case, &law::ch3_reports::Place::new("1.1", "", "m1"),
        ).await.unwrap();
        assert_eq!((entries[0].way.as_str(), entries[0].value.as_str(), entries[0].before.as_str()), ("undo", "7", "1000"));
    }

    async fn of_two_executors_in_one_cell_the_second_is_told(product: &Product) {
        in_january();
        let case = MINISTRY.begin(product, QUARTER).await;
        let (one, two) = (scripted(product, MINISTRY.fills).await, scripted(product, ALSO_FILLS).await);
        let cells = format!("/reports/{case}/cells");
        for month in ["m1", "m2", "m3"] {
            let name = format!("c!1.1!!{month}");
            let mine = [("section", "1"), (&*name, "3"), ("c!2.1!!m1", "-")];
            let theirs = [("section", "1"), (&*name, "4"), ("c!2.2!!m1", "-")];
            let (a, b) = tokio::join!(one.post(&cells, &mine), two.post(&cells, &theirs));
            let (a, b) = (data(a), data(b));
            let value = cell(product, &case, "1.1", month).await;
            let [winner, loser] = if value == Cell::Count(3) { [&a, &b] } else { [&b, &a] };
            assert!(matches!(value, Cell::Count(3 | 4)));
            assert_eq!((&winner["conflicts"], loser["conflicts"].as_array().unwrap().len()), (&json!([]), 1), "{month}");
            assert_eq!(loser["conflicts"][0]["value"], value.to_string());
        }
        for row in ["2.1", "2.2"] {
            assert_eq!(cell(product, &case, row, "m1").await, Cell::Dash, "each saved the rest");
        }
    }

    async fn dashes_fill_what_nobody_filled(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = scripted(product, DISTRICT.fills).await;
        let cells = format!("/reports/{case}/cells");
        let before = data(executor.post(&cells, &[("section", "1"), ("c!1.1!!m1", "3"), ("c!1.2!!m1", "0")]).await);
        let dashes = format!("/reports/{case}/dashes");
        let answer = executor.post(&dashes, &[("section", "1")]).await.expect(303);
        assert_eq!(answer.location(), format!("/reports/{case}?section=1"));
        let after = data(executor.post(&cells, &[("section", "1")]).await);
        let left = |told: &Value| told["unfilled"].as_i64().unwrap();
        assert!(0 < left(&after) && left(&after) < left(&before), "the other sections wait");
        assert_eq!((&after["values"]["1.1!!m1"], &after["values"]["1.1!!m2"], &after["values"]["1.2!!m1"]), (&json!("3"), &json!("-"), &json!("0")));
        executor.post(&dashes, &[("section", "1"), ("all", "yes")]).await.expect(303);
        let done = data(executor.post(&cells, &[("section", "1")]).await);
        assert_eq!((left(&done), &done["errors"]), (0, &json!(0)));
        let edits_now = edits(product, &case).await;
        executor.post(&dashes, &[("section", "1"), ("all", "yes")]).await.expect(303);
        assert_eq!(edits(product, &case).await, edits_now, "there is nothing more to fill");
    }

    async fn lines_come_from_the_register_and_go(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        let words = product.app.words.speaker(Lang::Kk);
        let registry = product.app.registry();
        let mut services: Vec<_> = registry.services.values().collect();
        services.sort_by(|a, b| a.code.cmp(&b.code));
        let (first, second) = (services[0].code.as_str(), services[1].name.ru.as_str());
        let lines = format!("/reports/{case}/lines");
        let put = async |fields: &[(&str, &str)]| {
            let answer = executor.post(&lines, &[&[("section", "3")], fields].concat()).await.expect(303);
            assert_eq!(answer.location(), format!("/reports/{case}?section=3"));
            executor.get(answer.location()).await.expect(200).text()
        };
        assert!(put(&[("row", "11.1"), ("service", first)]).await.contains(&words.t("report-saved")));
        assert!(put(&[("row", "11.1"), ("service", second)]).await.contains(&words.t("report-saved")), "by its name in any language");
        assert!(put(&[("row", "11.1"), ("service", first)]).await.contains(&words.t("report-line-twice")));
        assert!(put(&[("row", "11.1"), ("service", "жоқ")]).await.contains(&words.t("report-unknown-service")));
        assert!(put(&[("row", "11.3"), ("service", first), ("with", " ")]).await.contains(&words.t("report-no-system")));
        assert!(put(&[("row", "11.3"), ("service", first), ("with", "Е-өтініш | 2")]).await.contains(&words.t("report-saved")));
        for row in ["1.1", "99", ""] {
            executor.post(&lines, &[("row", row), ("service", first)]).await.expect(404);
        }
        let hand = store::reports::cells::in_hand(product.db(), &case).await.unwrap();
        let known = |row: &str| hand.sheet.row(row).unwrap().1.lines.keys().map(|k| k.word()).collect::<Vec<_>>();
        assert_eq!(known("11.1"), [first, services[1].code.as_str()]);
        assert_eq!(known("11.3"), [format!("{first}|Е-өтініш / 2")]);
        let cells = format!("/reports/{case}/cells");
        executor.post(&cells, &[("section", "3"), (&format!("c!11.1!{first}!m1n"), "41")]).await.expect(303);
        put(&[("row", "11.1"), ("remove", services[1].code.as_str())]).await;
        assert_eq!(cell(product, &case, "11.1", "m1n").await, Cell::Count(41));
        put(&[("row", "11.1"), ("remove", first)]).await;
        assert_eq!(cell(product, &case, "11.1", "m1n").await, Cell::Unfilled);
    }
}
