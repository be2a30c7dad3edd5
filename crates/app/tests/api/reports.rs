//! Quarterly reports: filled, checked, signed, accepted and added up through the API.

use super::*;
use law::ch3_reports::FormId;

const DISTRICT: &str = "akimat-akmola-district-arshaly";
const CASE: &str = "2-mq-2025-q4-akimat-akmola-district-arshaly";
const ABOVE: &str = "2-mq-2025-q4-akimat-akmola";
const FILLS: &str = "arshaly.report.report-executor";
const SIGNS: &str = "arshaly.head.report-signatory";
const FILLS_ABOVE: &str = "akmola.report.report-executor";
const SIGNS_ABOVE: &str = "akmola.signatory.report-signatory";
const ANALYST: &str = "agency.analyst.analyst";

impl Api {
    /// To 3 January 2026: the fourth quarter is over, no report of it is late.
    fn in_january(&self) {
        self.app.clock.move_to(-58);
    }

    async fn report(&self, case: &str, token: &str) -> Value {
        let got = self.get(&format!("/api/v1/reports/{case}"), token).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        got.body
    }

    async fn cells(&self, case: &str, token: &str, sent: &Value) -> Got {
        self.post(&format!("/api/v1/reports/{case}/cells?lang=en"), token, &[], sent).await
    }

    /// The same, which succeeds.
    async fn kept(&self, case: &str, token: &str, sent: &Value) -> Value {
        let got = self.cells(case, token, sent).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        got.body
    }

    /// «-» wherever nothing stands.
    async fn dashes(&self, case: &str, token: &str) -> Value {
        let report = self.report(case, token).await;
        let empty = report["cells"].as_array().unwrap().iter().filter(|c| c["value"].is_null());
        let cells: Vec<Value> = empty
            .map(|c| json!({"row": c["row"], "line": c["line"], "column": c["column"], "value": "-", "seen": c["n"]}))
            .collect();
        self.kept(case, token, &json!({"cells": cells})).await
    }

    async fn step(&self, case: &str, step: &str, token: &str, sent: &Value) -> Got {
        self.post(&format!("/api/v1/cases/{case}/steps/{step}?lang=en"), token, &[], sent).await
    }

    async fn taken(&self, case: &str, step: &str, grant: &str, sent: Value) {
        let got = self.step(case, step, &self.writer(grant).await, &sent).await;
        assert_eq!(got.status, StatusCode::OK, "{step}: {}", got.body);
    }

    async fn note(&self, case: &str, token: &str) -> Value {
        let got = self.get(&format!("/api/v1/reports/{case}/note?lang=en"), token).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        got.body
    }

    /// Something of a report that is not its cells: its note, what is said to it.
    async fn said(&self, case: &str, what: &str, token: &str, sent: &Value) -> Got {
        self.post(&format!("/api/v1/reports/{case}/{what}?lang=en"), token, &[], sent).await
    }

    /// What the figures propose, under every heading.
    async fn proposed(&self, case: &str, grant: &str) {
        let token = self.writer(grant).await;
        let note = self.note(case, &token).await;
        let headings = note["headings"].as_array().unwrap().iter().filter(|h| h["text"] == true);
        let texts: Vec<Value> = headings.map(|h| json!({"key": h["key"], "kk": h["proposed"]["kk"]})).collect();
        let got = self.said(case, "note", &token, &json!({"texts": texts})).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    }

    /// Signed by both, and submitted.
    async fn submitted(&self, case: &str, fills: &str, signs: &str) {
        self.proposed(case, fills).await;
        let contact = json!({"answers": {"phone": "8 (7172) 00-00-00"}, "password": PASSWORD});
        self.taken(case, "sign-report", fills, contact).await;
        self.taken(case, "countersign-report", signs, json!({"password": PASSWORD})).await;
        self.taken(case, "submit-report", fills, json!({})).await;
    }

    /// The report of the district.
    async fn district(&self) -> String {
        self.begun(FILLS, CASE).await
    }

    /// A report opened through the API.
    async fn begun(&self, grant: &str, case: &str) -> String {
        let token = self.writer(grant).await;
        let answers = json!({"answers": {"form": "2-mq", "quarter": "2025-Q4"}});
        let got = self.post("/api/v1/procedures/report/cases", &token, &[], &answers).await;
        assert_eq!((got.status, &got.body["case"]), (StatusCode::CREATED, &json!(case)), "{}", got.body);
        token
    }

    /// Some service of the registry.
    fn service(&self) -> String {
        self.app.registry().services.keys().min().unwrap().clone()
    }
}

/// The row of form 2-мқ that counts what this row of form 1-мқ counts.
fn row(like: &str) -> &'static str {
    FormId::Local.for_quarter("2025-Q4".parse().unwrap()).like(like).unwrap().number
}

fn cell(row: &str, line: &str, column: &str, value: Value) -> Value {
    json!({"row": row, "line": line, "column": column, "value": value})
}

/// Three events in each month, and as many objects.
fn events() -> Value {
    let cells =
        ["1.1", "2.1"].into_iter().flat_map(|row| ["m1", "m2", "m3"].map(|month| cell(row, "", month, json!(3))));
    json!({"cells": cells.collect::<Vec<_>>(), "why": "ЖАО жүйесінен"})
}

/// The cell of a list.
fn at<'a>(cells: &'a Value, row: &str, line: &str, column: &str) -> &'a Value {
    let same = |c: &&Value| c["row"] == row && c["line"] == line && c["column"] == column;
    cells.as_array().unwrap().iter().find(same).unwrap_or(&Value::Null)
}

/// Field and code of everything wrong.
fn faults(problem: &Value) -> Vec<(&str, &str)> {
    let errors = problem["errors"].as_array().unwrap_or_else(|| panic!("{problem}"));
    errors.iter().map(|e| (e["field"].as_str().unwrap(), e["code"].as_str().unwrap())).collect()
}

fn count(list: &Value) -> usize {
    list.as_array().unwrap().len()
}

#[path = "reports_said.rs"]
mod said;

both! {
    async fn the_forms_are_described(api: &Api) {
        let token = api.token(FILLS, TokenScope::Read).await;
        for lang in ["kk", "ru", "en"] {
            let forms = api.get(&format!("/api/v1/forms?lang={lang}"), &token).await.body;
            assert_eq!(count(&forms["items"]), 4);
            let text = forms.to_string();
            assert!(!text.contains("\"form-") && !text.contains("\"api-"), "{lang}: a word is missing");
        }
        let form = api.get("/api/v1/forms/2-mq?lang=en", &token).await.body;
        let definition = FormId::Local.for_quarter("2025-Q4".parse().unwrap());
        assert_eq!((count(&form["rows"]), count(&form["sections"])), (definition.rows.len(), definition.sections.len()));
        let rows = form["rows"].as_array().unwrap();
        let of = |number: &str| rows.iter().find(|r| r["number"] == number).unwrap();
        assert_eq!((&of("1")["total_of"], &of("1")["section"]), (&json!(["1.1", "1.2"]), &json!("1")));
        assert_eq!(of(row("12.1"))["lines"], "service");
        assert_eq!(of("1.1")["columns"], json!(["m1", "m2", "m3", "q"]));
        let columns = form["columns"].as_array().unwrap();
        let derived: Vec<&str> = columns.iter().filter(|c| c["derived"] == true).map(|c| c["id"].as_str().unwrap()).collect();
        assert_eq!(derived, ["q", "qn", "ql"]);
        let results = api.get("/api/v1/forms/3-mq", &token).await.body;
        assert_eq!(results["rows"][0]["lines"], "provider-and-service");
        assert_eq!(api.get("/api/v1/forms/5-mq", &token).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_report_is_opened_once(api: &Api) {
        api.in_january();
        let token = api.district().await;
        let path = "/api/v1/procedures/report/cases";
        let answers = json!({"form": "2-mq", "quarter": "2025-Q4"});
        let again = api.post(path, &token, &[], &json!({"answers": answers})).await;
        assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &json!("case-exists")));
        let other = api.post(path, &token, &[], &json!({"id": "own-case-1", "answers": answers})).await;
        assert_eq!((other.status, &other.body["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("id")));
        let wrong = api.post(path, &token, &[], &json!({"answers": {"form": "1-mq", "quarter": "2025-Q4"}})).await;
        assert_eq!((wrong.status, &wrong.body["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("form-not-owed")));
        for _ in 0..2 {
            let sent = json!({"answers": {"form": "2-mq", "quarter": "2025-Q3"}});
            let got = api.post(path, &token, &[("idempotency-key", "k-1")], &sent).await;
            assert_eq!((got.status, &got.body["case"]), (StatusCode::CREATED, &json!(CASE.replace("q4", "q3"))), "{}", got.body);
        }
        let list = api.get("/api/v1/cases?procedure=report", &token).await.body;
        assert_eq!((&list["total"], &list["items"][0]["procedure"]["id"]), (&json!(2), &json!("report")));
    }

    async fn cells_are_kept_and_findings_shrink(api: &Api) {
        api.in_january();
        let token = api.district().await;
        let blank = api.report(CASE, &token).await;
        assert_eq!((&blank["edits"], &blank["fills"], &blank["shown"], &blank["form"]), (&json!(0), &json!(true), &Value::Null, &json!("2-mq")));
        assert_eq!(*at(&blank["cells"], "1.1", "", "m1"), json!({"row": "1.1", "line": "", "column": "m1", "value": null, "n": 0}));
        assert_eq!(at(&blank["cells"], "1", "", "m1"), &Value::Null, "a total is not entered");
        let first = api.kept(CASE, &token, &events()).await;
        assert_eq!((&first["edits"], &first["conflicts"]), (&json!(1), &json!([])));
        assert_eq!(count(&first["findings"]), count(&blank["findings"]) - 6);
        // The same once more changes nothing.
        assert_eq!(api.kept(CASE, &token, &events()).await["edits"], 1);
        let report = api.report(CASE, &token).await;
        assert_eq!(*at(&report["cells"], "1.1", "", "m1"), json!({"row": "1.1", "line": "", "column": "m1", "value": 3, "n": 1}));
        assert_eq!(at(&report["whole"], "1.1", "", "q")["value"], 9);
        // A line takes the place of the row's own cells; it is the same line however often it is added.
        let (services, service) = (row("12.1"), api.service());
        let lined = json!({
            "add_lines": [{"row": services, "line": format!(" {service} ")}],
            "cells": [cell(services, &service, "m1n", json!(" 1 234 ")), cell(services, &service, "m1l", json!("–"))],
        });
        assert_eq!(api.kept(CASE, &token, &lined).await["edits"], 2);
        assert_eq!(api.kept(CASE, &token, &lined).await["edits"], 2);
        let report = api.report(CASE, &token).await;
        assert_eq!(at(&report["cells"], services, &service, "m1n")["value"], 1234);
        assert_eq!(at(&report["cells"], services, &service, "m1l")["value"], "-");
        assert_eq!(at(&report["whole"], services, "", "m1n")["value"], 1234);
        // Gone with what stood in it: the row is filled itself again, with what the line had.
        let unlined = json!({
            "remove_lines": [{"row": services, "line": service}], "cells": [cell(services, "", "m1n", json!(1234))],
        });
        assert_eq!(api.kept(CASE, &token, &unlined).await["edits"], 3);
        let report = api.report(CASE, &token).await;
        assert_eq!((&at(&report["cells"], services, "", "m1n")["value"], at(&report["cells"], services, &service, "m1n")), (&json!(1234), &Value::Null));
        let finding = report["findings"].as_array().unwrap().iter().find(|f| f["check"] == "sum").unwrap();
        assert_eq!((&finding["row"], &finding["kind"], &finding["value"]), (&json!(services), &json!("error"), &json!(1234)));
        // Emptied again, and dashes everywhere: nothing is wrong.
        api.kept(CASE, &token, &json!({"cells": [cell(services, "", "m1n", Value::Null)]})).await;
        assert_eq!(api.dashes(CASE, &token).await["findings"], json!([]));
        let history = store::reports::cells::history(
            &api.app.db,
            &store::Viewer { user: "arshaly.report".into(), body: DISTRICT.into(), role: law::case::Role::ReportExecutor, on: api.app.clock.today() },
            CASE,
            &law::ch3_reports::Place::new("1.1", "", "m1"),
        ).await.unwrap();
        assert_eq!((history[0].way.as_str(), history[0].why.as_str()), ("api", "ЖАО жүйесінен"));
    }

    async fn wrong_cells_are_refused_all_together(api: &Api) {
        api.in_january();
        let token = api.district().await;
        let (services, systems, service) = (row("12.1"), row("12.4"), api.service());
        let sent = json!({
            "cells": [
                cell("1.1", "", "m1", json!(5)),
                cell("1.1", "", "m2", json!(1.5)),
                cell("1.1", "", "m3", json!("-3")),
                cell("1.2", "", "m1", json!("он")),
                cell("1.2", "", "m2", json!("1e3")),
                cell("1.2", "", "m3", json!(1_000_000_000_000_u64)),
                cell("1.1", "", "q", json!(5)),
                cell("1", "", "m1", json!(5)),
                cell("99", "", "m1", json!(5)),
                cell("1.1", "", "total", json!(5)),
                cell("1.1", "x", "m1", json!(5)),
                cell(services, &service, "m1n", json!(5)),
                cell("1.1", "", "m1", json!(6)),
                cell("2.1", "", "m1", json!([1])),
            ],
            "add_lines": [{"row": services, "line": "no-such"}, {"row": "1.1", "line": service}, {"row": "99", "line": service}],
            "remove_lines": [{"row": "1", "line": service}],
        });
        let got = api.cells(CASE, &token, &sent).await;
        assert_eq!((got.status, &got.body["code"], &got.body["paragraph"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("wrong-answers"), &json!(61)));
        let errors = got.body["errors"].as_array().unwrap();
        let found: Vec<(&str, &str)> = errors.iter().map(|e| (e["field"].as_str().unwrap(), e["code"].as_str().unwrap())).collect();
        assert_eq!(found, [
            ("remove_lines.0.row", "no-lines"),
            ("add_lines.0.line", "unknown-service"),
            ("add_lines.1.row", "no-lines"),
            ("add_lines.2.row", "unknown-row"),
            ("cells.1.value", "whole-fraction"),
            ("cells.2.value", "whole-negative"),
            ("cells.3.value", "whole-not-a-number"),
            ("cells.4.value", "whole-exponent"),
            ("cells.5.value", "whole-too-large"),
            ("cells.6.column", "derived"),
            ("cells.7.row", "derived"),
            ("cells.8.row", "unknown-row"),
            ("cells.9.column", "unknown-column"),
            ("cells.10.line", "no-lines"),
            ("cells.11.line", "unknown-line"),
            ("cells.12", "twice"),
            ("cells.13.value", "whole-not-a-number"),
        ]);
        assert!(errors[6].get("detail").unwrap().as_str().unwrap().starts_with("1.2, "), "{}", errors[6]);
        let lines = api.cells(CASE, &token, &json!({"add_lines": [{"row": systems, "line": service}, {"row": services, "line": format!("{service}|x")}]})).await;
        let codes: Vec<&str> = lines.body["errors"].as_array().unwrap().iter().map(|e| e["code"].as_str().unwrap()).collect();
        assert_eq!(codes, ["no-system", "unknown-service"]);
        let report = api.report(CASE, &token).await;
        assert_eq!((&report["edits"], &at(&report["cells"], "1.1", "", "m1")["value"]), (&json!(0), &Value::Null), "nothing is kept by halves");
        for body in [json!({"cell": []}), json!({"cells": [{"row": "1.1"}]}), json!([1])] {
            let got = api.cells(CASE, &token, &body).await;
            assert_eq!((got.status, &got.body["code"]), (StatusCode::BAD_REQUEST, &json!("not-json")), "{body}");
        }
    }

    async fn what_somebody_else_wrote_is_left(api: &Api) {
        api.in_january();
        let token = api.district().await;
        api.kept(CASE, &token, &events()).await;
        let mut mine = cell("1.1", "", "m1", json!(7));
        mine["seen"] = 0.into();
        let mut same = cell("1.1", "", "m2", json!(3));
        same["seen"] = 0.into();
        let got = api.kept(CASE, &token, &json!({"cells": [mine, same, cell("1.2", "", "m1", json!(4))]})).await;
        assert_eq!(count(&got["conflicts"]), 1, "the same value is no conflict");
        let conflict = &got["conflicts"][0];
        assert_eq!((&conflict["row"], &conflict["column"], &conflict["value"], &conflict["n"]), (&json!("1.1"), &json!("m1"), &json!(3), &json!(1)));
        assert!(conflict["by"].as_str().is_some_and(|by| !by.is_empty()) && conflict["at"].as_str().unwrap().starts_with("2026-01-03"));
        let report = api.report(CASE, &token).await;
        assert_eq!((&at(&report["cells"], "1.1", "", "m1")["value"], &at(&report["cells"], "1.2", "", "m1")["value"]), (&json!(3), &json!(4)));
        mine["seen"] = conflict["n"].clone();
        assert_eq!(api.kept(CASE, &token, &json!({"cells": [mine]})).await["conflicts"], json!([]));
    }

    async fn only_the_executor_of_the_body_fills(api: &Api) {
        api.in_january();
        let token = api.district().await;
        for grant in [UNIT_HEAD, FILLS_ABOVE, ANALYST] {
            let other = api.writer(grant).await;
            assert_eq!(api.get(&format!("/api/v1/reports/{CASE}"), &other).await.status, StatusCode::NOT_FOUND, "{grant}");
            assert_eq!(api.cells(CASE, &other, &events()).await.status, StatusCode::NOT_FOUND, "{grant}");
        }
        let reader = api.token(FILLS, TokenScope::Read).await;
        let got = api.cells(CASE, &reader, &events()).await;
        assert_eq!((got.status, &got.body["code"]), (StatusCode::FORBIDDEN, &json!("read-only")));
        let head = api.writer(SIGNS).await;
        assert_eq!((&api.report(CASE, &head).await["fills"], api.cells(CASE, &head, &events()).await.status), (&json!(false), StatusCode::FORBIDDEN));
        api.kept(CASE, &token, &events()).await;
        api.dashes(CASE, &token).await;
        api.submitted(CASE, FILLS, SIGNS).await;
        let closed = api.cells(CASE, &token, &events()).await;
        assert_eq!((closed.status, &closed.body["code"]), (StatusCode::FORBIDDEN, &json!("closed")));
        // Those above read it now, and change nothing; strangers still do not see it.
        let above = api.writer(FILLS_ABOVE).await;
        let seen = api.report(CASE, &above).await;
        assert_eq!((&seen["shown"], &seen["fills"], &seen["stage"]["id"]), (&json!(1), &json!(false), &json!("submitted")));
        assert_eq!(at(&seen["cells"], "1.1", "", "m1").get("n"), None);
        assert_eq!(api.cells(CASE, &above, &events()).await.status, StatusCode::FORBIDDEN);
        let stranger = api.writer(UNIT_HEAD).await;
        assert_eq!(api.get(&format!("/api/v1/reports/{CASE}"), &stranger).await.status, StatusCode::NOT_FOUND);
        assert_eq!(api.get("/api/v1/reports?quarter=2025-Q4", &stranger).await.body["items"], json!([]));
    }

    async fn from_the_first_cell_to_the_nation(api: &Api) {
        api.in_january();
        let token = api.district().await;
        let sign = json!({"answers": {"phone": "8"}, "password": PASSWORD});
        let refused = api.step(CASE, "sign-report", &token, &sign).await;
        assert_eq!((refused.status, &refused.body["code"], &refused.body["paragraph"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("report-has-errors"), &json!(61)));
        api.kept(CASE, &token, &events()).await;
        api.dashes(CASE, &token).await;
        assert_eq!(api.step(CASE, "sign-report", &token, &sign).await.body["code"], "no-analytical-note");
        let wrong = api.step(CASE, "sign-report", &token, &json!({"answers": {"phone": "8"}, "password": "wrong-password"})).await;
        assert_eq!((wrong.status, &wrong.body["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("password")));
        api.submitted(CASE, FILLS, SIGNS).await;
        let analyst = api.token(ANALYST, TokenScope::Read).await;
        let board = |state: &str| format!("/api/v1/reports?quarter=2025-Q4&form=2-mq&state={state}&lang=en");
        let submitted = api.get(&board("submitted"), &analyst).await.body;
        let line = &submitted["items"][0];
        assert_eq!((count(&submitted["items"]), &line["case"], &line["late"], &line["first_submitted"]), (1, &json!(CASE), &json!(false), &json!("2026-01-03")));
        assert_eq!(line["state"], json!({"id": "submitted", "name": "Submitted"}));
        assert_eq!((&line["body"]["id"], &line["receiver"]["id"], &line["version"], &line["accepted"]), (&json!(DISTRICT), &json!("akimat-akmola"), &json!(1), &Value::Null));
        api.taken(CASE, "accept-report", FILLS_ABOVE, json!({})).await;
        assert_eq!(api.get(&board("accepted"), &analyst).await.body["items"][0]["accepted"], 1);
        for state in ["submitted", "late"] {
            assert_eq!(api.get(&board(state), &analyst).await.body["items"], json!([]), "{state}");
        }
        // The version is there with its digests, and there is no other.
        let frozen = api.get(&format!("/api/v1/reports/{CASE}?version=1"), &token).await.body;
        assert_eq!((&frozen["shown"], &frozen["versions"][0]["accepted_on"], frozen["versions"][0]["whole"].as_str().unwrap().len()), (&json!(1), &json!("2026-01-03"), 64));
        assert_eq!(api.get(&format!("/api/v1/reports/{CASE}?version=2"), &token).await.status, StatusCode::NOT_FOUND);
        // The oblast's report holds it.
        let above = api.begun(FILLS_ABOVE, ABOVE).await;
        let whole = api.report(ABOVE, &above).await;
        assert_eq!((&whole["parts"][0]["case"], &at(&whole["whole"], "1.1", "", "q")["value"], &at(&whole["cells"], "1.1", "", "m1")["value"]), (&json!(CASE), &json!(9), &Value::Null));
        assert!(count(&whole["missing"]) > 5);
        api.dashes(ABOVE, &above).await;
        api.submitted(ABOVE, FILLS_ABOVE, SIGNS_ABOVE).await;
        api.taken(ABOVE, "accept-report", ANALYST, json!({})).await;
        let nation = |rest: &str| format!("/api/v1/reports/nation?quarter=2025-Q4{rest}");
        for (by, id) in [("territory", "akmola"), ("kind", "district-akimat"), ("body", "akimat-akmola")] {
            let shown = api.get(&nation(&format!("&row=1.1&by={by}&lang=en")), &analyst).await.body;
            assert_eq!((&shown["total"], &shown["reports"], &shown["lines"][0]["of"]["id"], &shown["lines"][0]["value"]), (&json!(9), &json!(1), &json!(id), &json!(9)), "{by}");
        }
        assert_eq!(api.get(&nation("&row=1.1&territory=almaty"), &analyst).await.body["total"], 0);
        for (path, status) in [("&row=99", 400), ("&by=x", 400), ("&territory=x", 400), ("", 200)] {
            assert_eq!(api.get(&nation(path), &analyst).await.status, status, "{path}");
        }
        let year = api.get("/api/v1/reports/yearly?year=2025", &analyst).await.body;
        let result = year["items"].as_array().unwrap().iter().find(|r| r["body"]["id"] == "akimat-akmola").unwrap();
        assert_eq!((&result["submitted"], &result["accepted"], &result["rows"][1]), (&json!("in-time"), &json!(1), &json!({"row": "1.1", "value": 9})));
        for (path, status) in [("nation", 403), ("yearly", 403), ("nation?quarter=x", 403)] {
            assert_eq!(api.get(&format!("/api/v1/reports/{path}"), &token).await.status, status, "{path}");
        }
        for path in ["reports?quarter=x", "reports?form=x", "reports?state=x", "reports/nation?quarter=x", "reports/yearly?year=x"] {
            assert_eq!(api.get(&format!("/api/v1/{path}"), &analyst).await.status, StatusCode::BAD_REQUEST, "{path}");
        }
        let journal = api.get(&format!("/api/v1/cases/{CASE}/journal"), &token).await.body;
        assert_eq!(count(&journal["items"]), 5);
    }
}
