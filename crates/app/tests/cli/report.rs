//! report template, check, import, export.

use std::io::{Read, Write};

use super::*;

/// The workbook with something else in a cell.
fn with_cell(bytes: &[u8], address: &str, value: &str) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut entry = old.by_index(at).unwrap();
        let (name, mut text) = (entry.name().unwrap().into_owned(), String::new());
        entry.read_to_string(&mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let start = text.find(&format!("<c r=\"{address}\"")).expect("the cell is there");
            let end = start + text[start..].find("/>").unwrap() + 2;
            let style = text[start..end].split("s=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let cell = format!("<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\"><is><t>{value}</t></is></c>");
            text.replace_range(start..end, &cell);
        }
        new.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The cell of a finding at this row and column.
fn cell_of(report: &Value, row: &str, column: &str) -> String {
    let found = report["findings"].as_array().unwrap().iter().find(|f| f["row"] == row && f["column"] == column);
    found.unwrap()["cell"].as_str().unwrap().to_owned()
}

#[test]
fn report_cli_writes_a_template_that_it_reads_without_a_database() {
    let folder = Folder::new("report-template");
    for form in ["1-mq", "2-mq", "3-mq", "4-mq"] {
        let file = folder.path(&format!("{form}.xlsx"));
        sapa(&["report", "template", form, "--quarter", "2026-Q3", "-o", &file]).fine();
        let said = sapa(&["report", "check", &file, "--json"]);
        let report = said.json();
        let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
        assert_eq!(keys.len(), 4, "{keys:?}");
        assert_eq!((&report["form"], &report["quarter"]), (&json!(form), &json!("2026-Q3")));
        let findings = report["findings"].as_array().unwrap();
        assert_eq!(said.code, i32::from(!findings.is_empty()), "nothing is filled in forms 1 and 2");
        for finding in findings {
            assert_eq!(
                (&finding["check"], &finding["kind"], &finding["value"]),
                (&json!("filled"), &json!("error"), &Value::Null)
            );
            let keys =
                finding.as_object().unwrap().keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>();
            assert_eq!(keys, ["cell", "check", "column", "kind", "line", "message", "row", "value"].into());
            assert!(finding["cell"].as_str().is_some_and(|c| c.len() >= 2), "{finding}");
        }
    }
}

#[test]
fn report_cli_names_every_wrong_cell() {
    let folder = Folder::new("report-check");
    let file = folder.path("one.xlsx");
    sapa(&["report", "template", "1-mq", "--quarter", "2026-Q3", "-o", &file]).fine();
    let empty = sapa(&["report", "check", &file, "--json"]).json();
    assert_eq!(empty["totals"]["3"], json!({ "m1": null, "m2": null, "m3": null, "q": null }));
    let cell = cell_of(&empty, "3.1", "m1");
    let good = with_cell(&std::fs::read(&file).unwrap(), &cell, "1 234");
    let other = cell_of(&empty, "4", "m2");
    let file = folder.write("bad.xlsx", &with_cell(&good, &other, "1,5"));
    let said = sapa(&["report", "check", &file, "--json", "--lang", "ru"]);
    let report = said.json();
    assert_eq!(report["totals"]["3"], json!({ "m1": 1234, "m2": null, "m3": null, "q": 1234 }));
    let whole: Vec<&Value> = report["findings"].as_array().unwrap().iter().filter(|f| f["check"] == "whole").collect();
    assert_eq!(whole.len(), 1);
    assert_eq!((&whole[0]["cell"], &whole[0]["value"], &whole[0]["row"]), (&json!(other), &json!("1,5"), &json!("4")));
    let text = sapa(&["report", "check", &file]);
    assert_eq!(text.code, 1);
    assert!(text.out.contains(&format!("bad.xlsx:{other}: error whole: ")), "{}", text.out);
    let none = folder.write("none.xlsx", b"%PDF-1.7");
    let said = sapa(&["report", "check", &none, "--json"]);
    assert_eq!(
        (said.code, &said.json()["form"], &said.json()["findings"][0]["check"]),
        (1, &Value::Null, &json!("file"))
    );
}

#[test]
fn report_cli_refuses_what_was_asked_wrongly() {
    let folder = Folder::new("report-misuse");
    let file = folder.path("x.xlsx");
    for args in [["5-mq", "2026-Q3"], ["1-mq", "2026-Q5"], ["1-mq", "2026"]] {
        let said = sapa(&["report", "template", args[0], "--quarter", args[1], "-o", &file]);
        assert_eq!(said.code, 2, "{args:?}: {}", said.err);
    }
    let body = ["--body", "011040964166", "-o", "report.doc"];
    let said = sapa(&[&["report", "export", "1-mq", "--quarter", "2026-Q3"][..], &body].concat());
    assert_eq!(said.code, 2, "{}", said.err);
    let body = ["--body", "011040964166", "-o", "report.pdf", "--lang", "en"];
    let said = sapa(&[&["report", "export", "1-mq", "--quarter", "2026-Q3"][..], &body].concat());
    assert_eq!((said.code, said.err.contains("--lang ru")), (2, true), "{}", said.err);
    assert_eq!(sapa(&["report", "check", &folder.path("nowhere.xlsx")]).code, 1);
}

#[test]
fn report_cli_imports_all_of_a_workbook_or_nothing() {
    let demo = Demo::full("report-import");
    let file = demo.path("form.xlsx");
    let (body, login) = (["--body", "min-digital"], ["--as", "digital.report"]);
    // Which quarters the demo has open follows from the day it is made on.
    let quarters = (2026..2036).flat_map(|year| (1..=4).map(move |n| format!("{year}-Q{n}")));
    let open = quarters.into_iter().find(|quarter| {
        demo.sapa(&[&["report", "template", "1-mq", "--quarter", quarter, "-o", &file][..], &body].concat()).fine();
        demo.sapa(&[&["report", "import", &file, "--dry-run"][..], &login].concat()).code == 0
    });
    let quarter = open.expect("a report is open");
    let empty = sapa(&["report", "check", &file, "--json"]).json();
    let blank = std::fs::read(&file).unwrap();
    let good = demo.write("good.xlsx", &with_cell(&blank, &cell_of(&empty, "3.1", "m1"), "12"));
    let bad = with_cell(&std::fs::read(&good).unwrap(), &cell_of(&empty, "4", "m1"), "он");
    let bad = demo.write("bad.xlsx", &bad);
    let export = |name: &str| {
        let out = demo.path(name);
        demo.sapa(&[&["report", "export", "1-mq", "--quarter", &quarter, "-o", &out][..], &body].concat()).fine();
        std::fs::read(out).unwrap()
    };
    let before = export("before.json");
    let import = |file: &str, who: &str| demo.sapa(&["report", "import", file, "--as", who]);
    let said = import(&bad, "digital.report");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("bad.xlsx:") && said.err.contains("error whole"), "{}", said.err);
    assert_eq!(import(&good, "akmola.report").code, 1, "another body's executor");
    assert_eq!(import(&good, "nobody").code, 1);
    assert_eq!(export("same.json"), before, "nothing was taken");
    import(&good, "digital.report").fine();
    let after: Value = serde_json::from_slice(&export("after.json")).unwrap();
    let row = after["rows"].as_array().unwrap().iter().find(|r| r["row"] == "3.1").unwrap();
    assert_eq!(row["values"], json!({ "m1": 12, "m2": null, "m3": null, "q": 12 }));
    // What was exported says the same, whichever way.
    export("again.xlsx");
    let said = demo.sapa(&["report", "import", &demo.path("again.xlsx"), "--as", "digital.report", "--lang", "en"]);
    assert!(said.fine().contains(": 0, "), "nothing differs");
    assert!(String::from_utf8(export("cells.csv")).unwrap().contains(",m1,"));
    // Printed: the draft of what is open, and the last signed version of what is not.
    let printed = |form: &str, lang: &str| {
        let out = demo.path("printed.pdf");
        let asked = ["report", "export", form, "--quarter", &quarter, "-o", &out, "--lang", lang];
        demo.sapa(&[&asked[..], &body].concat()).fine();
        assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
        text_of(&out)
    };
    for lang in ["kk", "ru"] {
        let (draft, signed) = (printed("1-mq", lang), printed("3-mq", lang));
        assert!(draft.contains("1-мқ") && !draft.contains("SHA-256"), "{lang}: {draft}");
        assert!(signed.contains("3-мқ") && signed.contains("SHA-256"), "{lang}: {signed}");
    }
}

/// What stands in a printed file.
fn text_of(file: &str) -> String {
    let out = Command::new("pdftotext").args(["-layout", file, "-"]).output().expect("poppler-utils");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}
