//! Who fills and signs in the demo, and reports taken to where a test begins.

use law::{
    case::Role,
    ch3_reports::{Cell, FormId, Place, Sheet},
    term::Quarter,
};
use sapa::{
    door,
    reports::{note::headings, opening},
};
use serde_json::json;
use store::{
    Viewer,
    reports::{
        cells::{self, Change, Edit},
        talk::{self, NoteText},
        versions,
    },
};

use crate::support::{Product, day};

/// A body with its executor and its head.
pub struct Who {
    pub body: &'static str,
    pub fills: &'static str,
    pub signs: &'static str,
    pub form: FormId,
}

pub const DISTRICT: Who = Who {
    body: "akimat-akmola-district-arshaly",
    fills: "arshaly.report.report-executor",
    signs: "arshaly.head.report-signatory",
    form: FormId::Local,
};
pub const OBLAST: Who = Who {
    body: "akimat-akmola",
    fills: "akmola.report.report-executor",
    signs: "akmola.signatory.report-signatory",
    form: FormId::Local,
};
pub const MINISTRY: Who = Who {
    body: "min-justice",
    fills: "justice.report.report-executor",
    signs: "justice.signatory.report-signatory",
    form: FormId::Central,
};
/// The other executor of the ministry.
pub const ALSO_FILLS: &str = "justice.executor2.report-executor";
pub const ANALYST: &str = "agency.analyst.analyst";
/// The quarter of most tests, on the third day after it: the year's last, which may be corrected.
pub const QUARTER: &str = "2025-Q4";

/// A number in a row and a month.
pub type Number<'a> = (&'a str, &'a str, u64);

/// Three events in a month with their objects: nothing is odd in it.
pub const EVENTS: [Number<'_>; 2] = [("1.1", "m1", 3), ("2.1", "m1", 3)];

/// To the first days of January: the fourth quarter is over, nothing is late.
pub fn in_january() {
    day("2026-01-03");
}

impl Who {
    pub async fn viewer(&self, product: &Product) -> Viewer {
        door::viewer(&product.app, &product.actor(self.fills).await)
    }

    /// Begins the report of a quarter, as the product does.
    pub async fn begin(&self, product: &Product, quarter: &str) -> String {
        let actor = opening::product(&product.app, self.body);
        opening::begin(&product.app, &actor, self.form, quarter.parse().unwrap()).await.unwrap()
    }

    /// Writes numbers and «-» wherever nothing stands, and the note.
    pub async fn fill(&self, product: &Product, case: &str, numbers: &[Number<'_>]) {
        let hand = cells::in_hand(product.db(), case).await.unwrap();
        let mut sheet = hand.sheet;
        for (row, column, n) in numbers {
            assert!(sheet.set(&Place::new(*row, "", *column), Cell::Count(*n)), "{row} {column}");
        }
        sheet.fill_rest_with_dashes();
        let changes = sheet.entered().map(|(place, cell)| Change { place, value: cell.to_string(), seen: None });
        let edit = Edit { changes: changes.collect(), way: "grid", ..Edit::default() };
        let (viewer, now) = (self.viewer(product).await, product.app.clock.now());
        cells::save(product.db(), &viewer, case, &edit, now).await.unwrap();
        self.write_note(product, case, "Талдау").await;
    }

    pub async fn write_note(&self, product: &Product, case: &str, text: &str) {
        let (form, quarter) = (self.form, hand_quarter(product, case).await);
        let texts: Vec<NoteText> = headings(form, quarter)
            .into_iter()
            .filter(|h| h.text)
            .map(|h| NoteText { heading: h.key, language: "kk".into(), text: text.into() })
            .collect();
        let now = product.app.clock.now();
        talk::write_note(product.db(), &self.viewer(product).await, case, &texts, now).await.unwrap();
    }

    pub async fn sign(&self, product: &Product, case: &str) {
        step(product, self.fills, case, "sign-report").await;
        step(product, self.signs, case, "countersign-report").await;
    }

    pub async fn submit(&self, product: &Product, case: &str) {
        self.sign(product, case).await;
        step(product, self.fills, case, "submit-report").await;
    }

    /// Begun, filled and submitted.
    pub async fn submitted(&self, product: &Product, quarter: &str, numbers: &[Number<'_>]) -> String {
        let case = self.begin(product, quarter).await;
        self.fill(product, &case, numbers).await;
        self.submit(product, &case).await;
        case
    }
}

/// Takes a step with the answers of its example.
pub async fn step(product: &Product, grant: &str, case: &str, step: &str) {
    product.step(grant, case, step, json!({})).await.unwrap_or_else(|trouble| panic!("{step}: {trouble:?}"));
}

async fn hand_quarter(product: &Product, case: &str) -> Quarter {
    store::reports::board::load(product.db(), case).await.unwrap().unwrap().quarter
}

/// What stands in a cell in hand.
pub async fn cell(product: &Product, case: &str, row: &str, column: &str) -> Cell {
    let hand = cells::in_hand(product.db(), case).await.unwrap();
    hand.sheet.value(&Place::new(row, "", column))
}

pub async fn edits(product: &Product, case: &str) -> i64 {
    cells::in_hand(product.db(), case).await.unwrap().edits
}

/// The whole of a frozen version.
pub async fn frozen(product: &Product, case: &str, version: u32) -> Sheet {
    let row = versions::version(product.db(), case, version).await.unwrap().expect("a frozen version");
    Sheet::read(&talk::frozen(product.db(), &row.whole).await.unwrap().expect("its text")).unwrap()
}

/// The quarter of a row in a frozen version.
pub async fn frozen_number(product: &Product, case: &str, version: u32, row: &str) -> Cell {
    frozen(product, case, version).await.value(&Place::new(row, "", "q"))
}

/// Every persona of the demo: the grant, its body and its role.
pub async fn personas(product: &Product) -> Vec<(String, String, Role)> {
    let grants = store::grants::in_force(product.db(), product.app.clock.today()).await.unwrap();
    grants.into_iter().map(|g| (g.id, g.body, g.role)).collect()
}
