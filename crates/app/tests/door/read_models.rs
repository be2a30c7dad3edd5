//! Lists, duties and readers can be made again from the journal, to the same rows (architecture, invariant 9).

use serde_json::json;

use crate::support::{LEADER, Product, UNIT_HEAD, both, day};

/// All rows of the tables that are derived, in the order of a dump.
async fn rows(product: &Product, name: &str) -> String {
    let path = product.dir.path().join(name);
    store::backup::dump(product.db(), &path).await.unwrap();
    let text = zstd::decode_all(std::fs::File::open(&path).unwrap()).unwrap();
    let text = String::from_utf8(text).unwrap();
    text.lines().filter(|line| !line.contains("sha256")).collect::<Vec<_>>().join("\n")
}

both! {
    async fn what_is_made_again_is_the_same(product: &Product) {
        product.until("case1", "submit-action-plan").await;
        day("2025-04-21");
        product.until("case2", "sign-order").await;
        product.step(UNIT_HEAD, "plan1", "open-plan", json!({"year": 2025})).await.unwrap();
        product.step(UNIT_HEAD, "plan1", "add-plan-item", json!({})).await.unwrap();
        product.step(LEADER, "plan1", "approve-plan", json!({})).await.unwrap();
        let before = rows(product, "before").await;
        assert!(before.contains("case1") && before.contains("case2") && before.contains("plan1"));
        for today in ["2025-04-21", "2025-08-01"] {
            day(today);
            for id in store::journal::cases(product.db()).await.unwrap() {
                let row = store::cases::load(product.db(), &id).await.unwrap().unwrap();
                sapa::readmodel::rebuild(&product.app, &row).await.unwrap();
            }
            assert!(rows(product, "after").await == before, "on {today}");
        }
    }
}
