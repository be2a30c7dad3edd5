//! import bodies, import services.

use super::*;

const BODIES: &str = include_str!("../../demo/bodies.csv");
const SERVICES: &str = include_str!("../../demo/services.csv");

/// A file of bodies with these lines.
fn bodies(lines: &[&str]) -> String {
    format!("{}\n{}\n", BODIES.lines().next().unwrap(), lines.join("\n"))
}

const GOOD: &str = "new-org,subordinate,min-justice,210740001234,Жаңа ұйым,Новая организация,New organisation,,,,republic,,2024-01-01,,,";

#[test]
fn the_demo_registry_is_what_it_takes() {
    let demo = Demo::bare("same");
    let files = [("bodies", BODIES), ("services", SERVICES)];
    for (kind, text) in files {
        let file = demo.write(&format!("{kind}.csv"), text.as_bytes());
        let said = demo.sapa(&["import", kind, &file, "--lang", "en"]).fine();
        assert!(said.contains(" 0."), "nothing has changed: {said}");
    }
}

#[test]
fn a_dry_run_changes_nothing_and_an_import_does() {
    let demo = Demo::bare("import");
    let file = demo.write("new.csv", bodies(&[GOOD]).as_bytes());
    let edits = || demo.sapa(&["verify", "--json"]).json()["edits"].as_u64().unwrap();
    let before = edits();
    demo.sapa(&["import", "bodies", &file, "--dry-run"]).fine();
    assert_eq!(edits(), before);
    demo.sapa(&["import", "bodies", &file]).fine();
    assert_eq!(edits(), before + 1);
    let services = "code,name_kk,name_ru,name_en,owner,permits_category\n1,Қызмет,Услуга,Service,new-org,2\n";
    let file = demo.write("services.csv", services.as_bytes());
    demo.sapa(&["import", "services", &file]).fine();
    assert_eq!(edits(), before + 2);
}

#[test]
fn every_bad_cell_is_named_by_line_and_column() {
    let demo = Demo::bare("faults");
    let lines = [
        GOOD,
        "Bad Code,moon,nowhere,210740001235,,Имя,Name,,,,republic,,2024-01-01,,,",
        "",
        "loop-a,central,loop-b,,А,А,A,,,,republic,nowhere,31.02.2024,,,",
        "loop-b,central,loop-a,,А,А,A,,,,,,2024-01-01,2023-01-01,,",
        "new-org,central,,210740001234,А,А,A,,,,republic,,2024-01-01,,,",
        "short,central",
        "taken,central,,011040964166,А,А,A,,,,republic,,2024-01-01,,,",
    ];
    let file = demo.write("bad.csv", bodies(&lines).as_bytes());
    let before = demo.sapa(&["verify", "--json"]).json();
    for dry in [&["--dry-run"][..], &[]] {
        let said = demo.sapa(&[&["import", "bodies", &file], dry].concat());
        assert_eq!((said.code, said.out.as_str()), (1, ""));
        let places: Vec<&str> =
            said.err.lines().filter_map(|line| line.strip_prefix("bad.csv:")?.split_once(": ")).map(|p| p.0).collect();
        assert_eq!(
            places,
            [
                "3:code",
                "3:kind",
                "3:parent",
                "3:bin",
                "3:name_kk",
                "5:parent",
                "5:coordinated_by",
                "5:valid_from",
                "6:parent",
                "6:territory",
                "6:valid_to",
                "7:code",
                "7:bin",
                "8",
                "9:bin",
            ],
            "{}",
            said.err
        );
    }
    assert_eq!(demo.sapa(&["verify", "--json"]).json(), before, "nothing is half imported");
}

#[test]
fn a_header_a_coding_or_a_file_that_is_none_is_named() {
    let none = law::bodies::BodyTree::default();
    let codes = |name: &str, bytes: &[u8]| -> Vec<(u64, String, &str)> {
        let faults = import::read_services(name, bytes, &none).unwrap_err();
        faults.into_iter().map(|f| (f.line, f.column, f.code)).collect()
    };
    let whole = |code| vec![(0, String::new(), code)];
    let header = "code,name_kk,name_ru,name_en,owner,permits_category";
    assert_eq!(codes("a.csv", b""), whole("no-lines"));
    assert_eq!(codes("a.csv", header.as_bytes()), whole("no-lines"));
    assert_eq!(codes("a.xlsx", b"PK\x03\x04nonsense"), whole("unreadable"));
    assert_eq!(codes("a.csv", b"code\n\xd0\n"), vec![(2, String::new(), "not-utf8")]);
    let wrong = "code,code,name_kk,name_ru,name_en,owner,colour\n1,1,a,b,c,d,e\n";
    assert_eq!(
        codes("a.csv", wrong.as_bytes()),
        vec![
            (1, "permits_category".into(), "no-column"),
            (1, "code".into(), "column-twice"),
            (1, "colour".into(), "unknown-column")
        ]
    );
    let line = format!("\u{feff}{}\n1;Қ;У;S;nowhere;3\n", header.replace(',', ";"));
    assert_eq!(
        codes("a.csv", line.as_bytes()),
        vec![(2, "owner".into(), "unknown-owner"), (2, "permits_category".into(), "not-a-category")]
    );
}

#[test]
fn a_spreadsheet_is_read_as_a_text_file_is() {
    let rows = [BODIES.lines().next().unwrap(), GOOD];
    let agency = law::bodies::BodyTree::new([law::bodies::Body {
        id: "min-justice".into(),
        kind: law::bodies::BodyKind::Central,
        parent: None,
        coordinated_by: None,
        territory: "republic".into(),
        valid_from: jiff::civil::date(2021, 7, 19),
        valid_to: None,
    }]);
    let sheet = import::read_bodies("new.xlsx", &xlsx(&rows), &agency).unwrap();
    assert_eq!(sheet, import::read_bodies("new.csv", rows.join("\n").as_bytes(), &agency).unwrap());
    assert_eq!(
        (sheet[0].body.valid_from, sheet[0].short.ru.as_str()),
        (jiff::civil::date(2024, 1, 1), "Новая организация")
    );
    let lonely = import::read_bodies("new.xlsx", &xlsx(&rows), &law::bodies::BodyTree::default()).unwrap_err();
    assert_eq!(
        (lonely.len(), lonely[0].line, lonely[0].column.as_str(), lonely[0].code),
        (1, 2, "parent", "unknown-parent")
    );
}

#[test]
fn every_fault_has_words_in_every_language() {
    for lang in Lang::ALL {
        let words = Words::load().speaker(lang);
        for code in import::CODES {
            assert!(words.maybe(&format!("import-fault-{code}")).is_some(), "{lang}: {code}");
        }
    }
}

/// The smallest workbook: one sheet of text, its numbers as numbers, its days as days.
fn xlsx(rows: &[&str]) -> Vec<u8> {
    let cell = |text: &str| match text {
        "2024-01-01" => "<c s=\"1\"><v>45292</v></c>".to_owned(),
        _ if text.len() == 12 && text.parse::<u64>().is_ok() => format!("<c><v>{text}</v></c>"),
        _ => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let row = |line: &&str| format!("<row>{}</row>", line.split(',').map(cell).collect::<String>());
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let sheet = rows.iter().map(row).collect::<String>();
    let files = [
        ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>")),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"s\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    zip(&files)
}

/// A zip file that compresses nothing.
fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let offset = u32::try_from(out.len()).unwrap();
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let shared = [
            &[20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0][..],
            &crc32(text.as_bytes()).to_le_bytes(),
            &size,
            &size,
            &length,
            &[0, 0],
        ]
        .concat();
        directory
            .extend([&b"PK\x01\x02\x14\x00"[..], &shared, &[0; 10], &offset.to_le_bytes(), name.as_bytes()].concat());
        out.extend([&b"PK\x03\x04"[..], &shared, name.as_bytes(), text.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let (size, at) =
        (u32::try_from(directory.len()).unwrap().to_le_bytes(), u32::try_from(out.len()).unwrap().to_le_bytes());
    [&out[..], &directory, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &at, &[0, 0]].concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}
