//! Files that are no workbooks, or would fill the memory.

use std::{
    io::{Cursor, Read as _, Write},
    time::{Duration, Instant},
};

use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::*;

/// The text of a part.
pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The same package with other contents of a part.
pub(super) fn with_part(bytes: &[u8], name: &str, contents: &[u8]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..old.len() {
        let mut entry = old.by_index(at).unwrap();
        let entry_name = entry.name().unwrap().into_owned();
        new.start_file(entry_name.as_str(), how).unwrap();
        if entry_name == name {
            new.write_all(contents).unwrap();
        } else {
            std::io::copy(&mut entry, &mut new).unwrap();
        }
    }
    new.finish().unwrap().into_inner()
}

fn template() -> Vec<u8> {
    written(&filled(FormId::Local, &[]), Lang::Kk)
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn what_is_no_workbook_is_refused() {
    let good = template();
    let files: [(&str, Vec<u8>); 7] = [
        ("nothing", Vec::new()),
        ("pdf", b"%PDF-1.7\n1 0 obj\n".to_vec()),
        ("csv", "№;Атауы;1;2\n1;x;2;3\n".into()),
        ("xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Excel".to_vec()),
        ("truncated", good[..good.len() / 2].to_vec()),
        ("end cut", good[..good.len() - 30].to_vec()),
        ("zip", files_of(&[("a.txt", b"text")])),
    ];
    for (what, bytes) in files {
        assert_eq!(faults(read(&bytes)), [("not-a-workbook", String::new())], "{what}");
    }
    let broken = with_part(&good, SHEET, b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></row>");
    assert_eq!(faults(read(&broken)), [("not-a-workbook", String::new())]);
    let empty = rust_xlsxwriter::Workbook::new().save_to_buffer().unwrap();
    assert_eq!(faults(read(&empty)), [("no-form-found", String::new())]);
}

fn files_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(contents).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Refused for its size.
#[track_caller]
fn too_large(bytes: &[u8]) {
    assert_eq!(faults(read(bytes)), [("too-large", String::new())]);
}

/// Refused for its size at once.
#[track_caller]
fn too_large_at_once(bytes: &[u8]) {
    let before = Instant::now();
    too_large(bytes);
    assert!(before.elapsed() < Duration::from_secs(2), "{:?}", before.elapsed());
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let mut bomb = with_part(&template(), SHEET, &vec![0; 200 << 20]);
    assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
    too_large_at_once(&bomb);
    // The same, with a lie about its size in both places.
    let size = (200_u32 << 20).to_le_bytes();
    while let Some(at) = bomb.windows(4).position(|w| w == size) {
        bomb[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let before = Instant::now();
    let refused = faults(read(&bomb));
    assert!(matches!(refused[0].0, "too-large" | "not-a-workbook"), "{refused:?}");
    assert!(before.elapsed() < Duration::from_secs(2), "{:?}", before.elapsed());
    let names: Vec<String> = (0..1200).map(|n| format!("{n}.xml")).collect();
    too_large_at_once(&files_of(&names.iter().map(|n| (n.as_str(), &b""[..])).collect::<Vec<_>>()));
}

#[test]
fn cells_and_merges_without_end_are_refused() {
    let cells = |xml: String| with_part(&template(), SHEET, xml.as_bytes());
    // Noise keeps the packed size credible.
    let noise = |n: u64| n.wrapping_mul(6_364_136_223_846_793_005) >> 20;
    let many: String = (0..310_000_u64).map(|n| format!("<c><v>{}</v></c>", noise(n))).collect();
    too_large(&cells(format!("<worksheet><sheetData><row>{many}</row></sheetData></worksheet>")));
    let merges: String =
        (0..21_000_u64).map(|n| format!("<mergeCell ref=\"A{}:B{}\"/>", n + 1, noise(n) % 9999 + 1)).collect();
    too_large(&cells(format!("<worksheet><sheetData/><mergeCells>{merges}</mergeCells></worksheet>")));
}

#[test]
fn addresses_and_counts_that_no_sheet_has_harm_nobody() {
    let good = template();
    let sheet = part(&good, SHEET);
    for wrong in ["XFE1", "A1048577", "AAAAAAAAAAAA1", "A99999999999999999999", "1A", "", "A0"] {
        let odd = sheet.replacen("<c r=\"A1\"", &format!("<c r=\"{wrong}\""), 1);
        assert_eq!(
            faults(read(&with_part(&good, SHEET, odd.as_bytes()))),
            [("not-a-workbook", String::new())],
            "{wrong}"
        );
    }
    let strings = part(&good, "xl/sharedStrings.xml");
    let odd = strings.replacen("uniqueCount=\"", "uniqueCount=\"99999999999", 1);
    assert_eq!(faults(read(&with_part(&good, "xl/sharedStrings.xml", odd.as_bytes()))), []);
    let far =
        sheet.replacen("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>", 1);
    assert_eq!(faults(read(&with_part(&good, SHEET, far.as_bytes()))), []);
}
