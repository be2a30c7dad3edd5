//! A report from an Excel file: tried first, then taken over whole or not at all.

use std::io::{Cursor, Read, Write};

use law::ch3_reports::Cell;
use sapa::words::Lang;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::cast::*;
use crate::support::{Answer, Product, Visitor, both, hidden};

async fn exported(executor: &Visitor<'_>, case: &str) -> Vec<u8> {
    executor.get(&format!("/reports/{case}/export/report.xlsx")).await.expect(200).bytes
}

async fn tried(executor: &Visitor<'_>, case: &str, bytes: &[u8]) -> Answer {
    executor.upload(&format!("/reports/{case}/import"), &[], &[("file", "есеп.xlsx", bytes)]).await
}

/// The workbook with another text in its first sheet, and the address of the cell in which it stood first.
fn changed(bytes: &[u8], from: &str, to: &str) -> (Vec<u8>, String) {
    let mut book = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let mut address = String::new();
    for at in 0..book.len() {
        let mut part = book.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let text = String::from_utf8(content).unwrap();
            let found = text.find(from).expect("the text in the first sheet");
            let cell = &text[text[..found].rfind("<c r=\"").unwrap() + 6..];
            address = cell[..cell.find('"').unwrap()].to_owned();
            content = text.replacen(from, to, 1).into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    (out.finish().unwrap().into_inner(), address)
}

both! {
    async fn the_own_file_again_changes_nothing(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        let words = product.app.words.speaker(Lang::Kk);
        let service = product.app.registry().services.keys().min().unwrap().clone();
        for filled in [false, true] {
            if filled {
                DISTRICT.fill(product, &case, &EVENTS).await;
                let line = [("section", "3"), ("row", "11.3"), ("service", service.as_str()), ("with", "Е-өтініш")];
                executor.post(&format!("/reports/{case}/lines"), &line).await.expect(303);
            }
            let before = edits(product, &case).await;
            let page = tried(&executor, &case, &exported(&executor, &case).await).await.expect(200);
            assert!(page.text().contains(&words.t("report-import-nothing")), "{filled}: {}", page.text());
            assert_eq!(hidden(&page.html(), "digest"), None, "there is nothing to confirm");
            assert_eq!(edits(product, &case).await, before);
        }
    }

    async fn what_a_file_changes_is_shown_and_then_done(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        DISTRICT.fill(product, &case, &[("1.1", "m1", 4321), ("2.1", "m1", 4321)]).await;
        let file = exported(&executor, &case).await;
        let cells = format!("/reports/{case}/cells");
        executor.post(&cells, &[("section", "1"), ("n!1.1!!m1", "1"), ("c!1.1!!m1", "9")]).await.expect(303);
        assert_eq!(cell(product, &case, "1.1", "m1").await, Cell::Count(9));
        let before = edits(product, &case).await;
        let page = tried(&executor, &case, &file).await.expect(200);
        let digest = hidden(&page.html(), "digest").expect("something to confirm");
        assert!(page.text().contains("4321") && page.text().contains("1.1"), "{}", page.text());
        assert_eq!((edits(product, &case).await, cell(product, &case, "1.1", "m1").await), (before, Cell::Count(9)), "only tried");
        let confirm = format!("/reports/{case}/import/confirm");
        for wrong in ["", "x", &"0".repeat(64)] {
            executor.post(&confirm, &[("digest", wrong)]).await.expect(400);
        }
        let answer = executor.post(&confirm, &[("digest", &digest)]).await.expect(303);
        assert_eq!(answer.location(), format!("/reports/{case}"));
        assert_eq!(cell(product, &case, "1.1", "m1").await, Cell::Count(4321));
        let entries = store::reports::cells::history(
            product.db(), &DISTRICT.viewer(product).await, &case, &law::ch3_reports::Place::new("1.1", "", "m1"),
        ).await.unwrap();
        assert_eq!((entries[0].way.as_str(), entries[0].before.as_str()), ("import", "9"));
        executor.post(&confirm, &[("digest", &digest)]).await.expect(400);
    }

    async fn nothing_is_taken_over_that_was_not_tried(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let other = DISTRICT.begin(product, "2025-Q3").await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        DISTRICT.fill(product, &case, &EVENTS).await;
        let file = exported(&executor, &case).await;
        let digest = store::blobs::put(product.db(), "application/octet-stream", &file).await.unwrap();
        let confirm = format!("/reports/{case}/import/confirm");
        executor.post(&confirm, &[("digest", &digest)]).await.expect(400);
        executor.post(&confirm, &[]).await.expect(400);
        executor.post(&format!("/reports/{case}/cells"), &[("section", "1"), ("n!1.1!!m1", "1"), ("c!1.1!!m1", "9")]).await.expect(303);
        let page = tried(&executor, &case, &file).await.expect(200);
        assert_eq!(hidden(&page.html(), "digest").as_deref(), Some(digest.as_str()));
        executor.post(&format!("/reports/{other}/import/confirm"), &[("digest", &digest)]).await.expect(400);
        let again = Visitor::persona(product, DISTRICT.fills).await;
        again.post(&confirm, &[("digest", &digest)]).await.expect(400);
        // Signed meanwhile: too late.
        executor.post(&format!("/reports/{case}/cells"), &[("section", "1"), ("n!1.1!!m1", "3"), ("c!1.1!!m1", "3")]).await.expect(303);
        step(product, DISTRICT.fills, &case, "sign-report").await;
        let before = edits(product, &case).await;
        executor.post(&confirm, &[("digest", &digest)]).await.expect(403);
        tried(&executor, &case, &file).await.expect(403);
        assert_eq!(edits(product, &case).await, before);
    }

    async fn a_mistake_is_named_by_its_cell_and_nothing_is_saved(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        let words = product.app.words.speaker(Lang::Kk);
        DISTRICT.fill(product, &case, &[("1.1", "m1", 4321), ("2.1", "m1", 77), ("2.1", "m2", 4)]).await;
        let file = exported(&executor, &case).await;
        let before = edits(product, &case).await;
        for wrong in ["-5", "1.5", "1E+15"] {
            let (bytes, address) = changed(&file, "\"><v>4321</v>", &format!("\"><v>{wrong}</v>"));
            let page = tried(&executor, &case, &bytes).await.expect(422);
            assert!(page.html().contains(&format!("<code>{address}</code>")), "{wrong}: {address}: {}", page.text());
            assert!(page.text().contains(&words.t("report-import-refused")));
            assert_eq!(hidden(&page.html(), "digest"), None, "{wrong}");
            let digest = store::blobs::digest(&bytes);
            executor.post(&format!("/reports/{case}/import/confirm"), &[("digest", &digest)]).await.expect(400);
        }
        // A total that does not follow from its parts.
        let (bytes, address) = changed(&file, "</f><v>4321</v>", "</f><v>4322</v>");
        let page = tried(&executor, &case, &bytes).await.expect(422);
        assert!(page.html().contains(&format!("<code>{address}</code>")), "{address}: {}", page.text());
        assert_eq!((edits(product, &case).await, cell(product, &case, "1.1", "m1").await), (before, Cell::Count(4321)));
    }

    async fn a_file_that_is_not_this_report_is_refused(product: &Product) {
        in_january();
        let case = DISTRICT.begin(product, QUARTER).await;
        let quarter = DISTRICT.begin(product, "2025-Q3").await;
        let executor = Visitor::persona(product, DISTRICT.fills).await;
        DISTRICT.fill(product, &quarter, &EVENTS).await;
        let above = OBLAST.begin(product, QUARTER).await;
        let form = MINISTRY.begin(product, QUARTER).await;
        let of = async |who: &Who, case: &str| exported(&Visitor::persona(product, who.fills).await, case).await;
        let whole = exported(&executor, &case).await;
        let files: [(&str, Vec<u8>); 7] = [
            ("another quarter", exported(&executor, &quarter).await),
            ("another body", of(&OBLAST, &above).await),
            ("another form", of(&MINISTRY, &form).await),
            ("a text", "бұл Excel емес".as_bytes().to_vec()),
            ("empty", Vec::new()),
            ("an archive of something else", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
            ("cut off", whole[..whole.len() / 2].to_vec()),
        ];
        for (what, bytes) in files {
            let page = tried(&executor, &case, &bytes).await;
            assert_eq!(page.status.as_u16(), 422, "{what}: {}", page.text());
            assert_eq!(hidden(&page.html(), "digest"), None, "{what}");
        }
        let none = executor.upload(&format!("/reports/{case}/import"), &[], &[]).await.expect(422);
        assert!(none.text().contains(&product.app.words.speaker(Lang::Kk).t("file-none")));
        tried(&executor, &case, &vec![b'x'; 3 << 20]).await.expect(413);
        assert_eq!(edits(product, &case).await, 0);
    }
}
