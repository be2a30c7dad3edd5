//! Who may do what with a report: every persona of the demo at every address, in every stage.

use law::{case::Role, ch3_reports::report::Stage};

use super::cast::*;
use crate::support::{Product, Visitor, both};

const READ: [&str; 7] = [
    "",
    "/cell?row=1.1&line=&column=m1",
    "/note",
    "/versions",
    "/export/report.csv",
    "/export/report.json",
    "/export/report.xlsx",
];
const FILL: [&str; 8] = ["/cells", "/lines", "/dashes", "/figures", "/comment", "/note", "/import", "/import/confirm"];
/// Above the district, in the order in which reports go up.
const OUTSIDE: [&str; 3] = ["akimat-akmola", "agency-td-akmola", "agency"];
const OWN: [Role; 6] =
    [Role::ReportExecutor, Role::ReportSignatory, Role::Leader, Role::UnitHead, Role::Analyst, Role::Observer];

/// Whether somebody may read the district's report, as §61 and the roles have it.
fn reads(body: &str, role: Role, submitted: bool) -> bool {
    let own = body == DISTRICT.body && OWN.contains(&role);
    let above = OUTSIDE.contains(&body) && (OWN.contains(&role) || role == Role::Inspector);
    own || (above && submitted)
}

fn looks_through(body: &str, role: Role) -> bool {
    body == OBLAST.body && matches!(role, Role::Analyst | Role::ReportExecutor | Role::UnitHead | Role::Leader)
}

/// Asks for everything as everybody; the answers are those of the rules, and nothing is changed by those who may not.
async fn table(product: &Product, case: &str, stage: Stage) {
    let submitted = !matches!(stage, Stage::Draft);
    let mut wrong = Vec::new();
    for (grant, body, role) in personas(product).await {
        let visitor = Visitor::persona(product, &grant).await;
        let may_read = reads(&body, role, submitted);
        let may_fill = body == DISTRICT.body && role == Role::ReportExecutor && stage.open();
        let refused = if may_read { 403 } else { 404 };
        let mut expect = |what: &str, path: &str, got: u16, expected: u16| {
            if got != expected {
                wrong.push(format!("{stage:?} {grant}: {what} {path} gave {got}, not {expected}"));
            }
        };
        for path in READ {
            // An export takes a while; those who may read it are asked once.
            if path.starts_with("/export") && may_read && stage != Stage::Submitted {
                continue;
            }
            let got = visitor.get(&format!("/reports/{case}{path}")).await;
            expect("GET", path, got.status.as_u16(), if may_read { 200 } else { 404 });
        }
        let got = visitor.get(&format!("/cases/{case}")).await.status.as_u16();
        expect("GET", "the case", got, if may_read { 200 } else { 404 });
        let got = visitor.get(&format!("/reports/{case}/import")).await.status.as_u16();
        expect("GET", "/import", got, if may_fill { 200 } else { refused });
        if !may_read {
            let got = visitor.get(&format!("/reports/{case}/export/report-kk.pdf")).await.status.as_u16();
            expect("GET", "pdf", got, 404);
        }
        for path in FILL.into_iter().filter(|_| !may_fill) {
            let got = visitor.post(&format!("/reports/{case}{path}"), &[("c!1.1!!m1", "9"), ("all", "yes")]).await;
            expect("POST", path, got.status.as_u16(), refused);
        }
        if !(looks_through(&body, role) && stage == Stage::Submitted) {
            let got = visitor.post(&format!("/reports/{case}/remark"), &[("row", "1.1"), ("text", "x")]).await;
            expect("POST", "/remark", got.status.as_u16(), refused);
        }
        let nation = OUTSIDE[1..].contains(&body.as_str())
            && matches!(role, Role::Analyst | Role::Leader | Role::Inspector | Role::Observer);
        if stage == Stage::Draft {
            for path in ["nation", "nation/figures.json", "yearly/results.json"] {
                let got = visitor.get(&format!("/reports/{path}")).await.status.as_u16();
                expect("GET", path, got, if nation { 200 } else { 403 });
            }
            expect("GET", "/reports", visitor.get("/reports").await.status.as_u16(), 200);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The table, of a report taken to a stage.
async fn at(product: &Product, stage: Stage) {
    in_january();
    let case = DISTRICT.begin(product, QUARTER).await;
    DISTRICT.fill(product, &case, &EVENTS).await;
    if stage != Stage::Draft {
        DISTRICT.submit(product, &case).await;
    }
    match stage {
        Stage::Returned => step(product, OBLAST.fills, &case, "return-report").await,
        Stage::Accepted => step(product, OBLAST.fills, &case, "accept-report").await,
        _ => {}
    }
    let before = edits(product, &case).await;
    table(product, &case, stage).await;
    assert_eq!(edits(product, &case).await, before, "nobody has changed anything");
    let remarks = store::reports::talk::remarks(product.db(), &case, 1).await.unwrap();
    assert!(remarks.is_empty(), "{remarks:?}");
}

both! {
    async fn every_persona_at_every_address_of_a_draft(product: &Product) {
        at(product, Stage::Draft).await;
    }

    async fn every_persona_at_every_address_of_a_submitted_report(product: &Product) {
        at(product, Stage::Submitted).await;
    }

    async fn every_persona_at_every_address_of_a_returned_report(product: &Product) {
        at(product, Stage::Returned).await;
    }

    async fn every_persona_at_every_address_of_an_accepted_report(product: &Product) {
        at(product, Stage::Accepted).await;
    }

    async fn before_signing_in_there_is_nothing(product: &Product) {
        in_january();
        let case = DISTRICT.submitted(product, QUARTER, &EVENTS).await;
        let anybody = Visitor::anybody(product).await;
        for path in READ.iter().chain(&["/import", "/export/report-ru.pdf"]) {
            let answer = anybody.get(&format!("/reports/{case}{path}")).await.expect(303);
            assert!(answer.location().starts_with("/sign-in"), "{path}");
        }
        for path in ["/reports", "/reports/nation", "/reports/nation/x.csv", "/reports/yearly/x.csv"] {
            assert!(anybody.get(path).await.expect(303).location().starts_with("/sign-in"), "{path}");
        }
        for path in FILL.iter().chain(&["/remark"]) {
            let answer = anybody.post(&format!("/reports/{case}{path}"), &[]).await.expect(303);
            assert!(answer.location().starts_with("/sign-in"), "{path}");
        }
    }

    async fn a_form_without_the_token_changes_nothing(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        let other = Visitor::persona(product, DISTRICT.fills).await;
        let fields = [("section", "1"), ("c!1.1!!m1", "3"), ("all", "yes"), ("key", "x"), ("text", "x"), ("row", "11.1")];
        for path in FILL {
            for csrf in ["", "x", &other.csrf()] {
                let sent = [&fields[..], &[("csrf", csrf)]].concat();
                executor.post_bare(&format!("/reports/{case}{path}"), &sent).await.expect(403);
            }
            executor.post_bare(&format!("/reports/{case}{path}"), &fields).await.expect(403);
        }
        assert_eq!(edits(product, &case).await, 0);
        DISTRICT.fill(product, &case, &EVENTS).await;
        DISTRICT.submit(product, &case).await;
        let above = Visitor::persona(product, OBLAST.fills).await;
        above.post_bare(&format!("/reports/{case}/remark"), &[("row", "1.1"), ("text", "x")]).await.expect(403);
        assert!(store::reports::talk::remarks(product.db(), &case, 1).await.unwrap().is_empty());
    }
}
