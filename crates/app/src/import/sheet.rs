//! A file as lines of named cells, whatever it was written with.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::Fault;

/// One line under the header.
pub(super) struct Line {
    /// From 1, which is the header.
    pub number: u64,
    /// In the order of the columns asked for.
    pub cells: Vec<String>,
}

/// Reads the lines of a file with exactly these columns, in any order, and what is wrong with the form of single lines.
/// XLSX is known by its name or its first bytes.
///
/// # Errors
/// What makes the whole file useless.
pub(super) fn lines(name: &str, bytes: &[u8], columns: &[&str]) -> Result<(Vec<Line>, Vec<Fault>), Vec<Fault>> {
    let raw = if name.to_lowercase().ends_with(".xlsx") || bytes.starts_with(b"PK\x03\x04") {
        xlsx(bytes)
    } else {
        csv(bytes)
    };
    let mut raw =
        raw.map_err(|fault| vec![fault])?.into_iter().filter(|line| line.cells.iter().any(|cell| !cell.is_empty()));
    let header = raw.next().ok_or_else(|| vec![Fault::file("no-lines", "")])?;
    let places = places(&header, columns)?;
    let width = header.cells.len();
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    for mut line in raw {
        // A spreadsheet leaves out what is empty at the end; what stands beyond the header is a shifted line.
        if line.cells.iter().skip(width).any(|cell| !cell.is_empty()) || (line.exact && line.cells.len() != width) {
            let value = format!("{} / {width}", line.cells.len());
            faults.push(Fault { line: line.number, column: String::new(), code: "cell-count", value });
            continue;
        }
        let mut cell = |at: usize| line.cells.get_mut(at).map(std::mem::take).unwrap_or_default();
        lines.push(Line { number: line.number, cells: places.iter().map(|at| cell(*at)).collect() });
    }
    if lines.is_empty() && faults.is_empty() {
        return Err(vec![Fault::file("no-lines", "")]);
    }
    Ok((lines, faults))
}

struct Raw {
    number: u64,
    cells: Vec<String>,
    /// Whether the number of cells tells something: in CSV a missing comma shifts the line.
    exact: bool,
}

/// Where in the header each column stands.
fn places(header: &Raw, columns: &[&str]) -> Result<Vec<usize>, Vec<Fault>> {
    let names: Vec<String> = header.cells.iter().map(|cell| cell.to_lowercase()).collect();
    let fault =
        |code, value: &str| Fault { line: header.number, column: value.to_owned(), code, value: value.to_owned() };
    let mut faults: Vec<Fault> =
        columns.iter().filter(|c| !names.iter().any(|n| n == *c)).map(|c| fault("no-column", c)).collect();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if !columns.contains(&name.as_str()) {
            faults.push(fault("unknown-column", name));
        } else if names[..at].contains(name) {
            faults.push(fault("column-twice", name));
        }
    }
    if faults.is_empty() {
        Ok(columns.iter().filter_map(|c| names.iter().position(|n| n == c)).collect())
    } else {
        Err(faults)
    }
}

/// Commas, or the semicolons that spreadsheets write in Kazakhstan.
fn csv(bytes: &[u8]) -> Result<Vec<Raw>, Fault> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count() as u64 + 1;
        Fault { line, ..Fault::file("not-utf8", "") }
    })?;
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = if header.contains(';') && !header.contains(',') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let (mut lines, mut number, mut read) = (Vec::new(), 1, 0);
    for record in reader.records() {
        let record = record.map_err(|error| Fault {
            line: error.position().map_or(0, csv::Position::line),
            ..Fault::file("unreadable", error.to_string())
        })?;
        // The reader's own count stops before blank lines.
        let start = record.position().and_then(|p| usize::try_from(p.byte()).ok()).unwrap_or(read).min(text.len());
        let blank = text.as_bytes()[start..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        number += text.as_bytes()[read..start + blank].iter().filter(|b| **b == b'\n').count() as u64;
        read = start + blank;
        lines.push(Raw { number, cells: record.iter().map(|cell| cell.trim().to_owned()).collect(), exact: true });
    }
    Ok(lines)
}

/// The first sheet.
fn xlsx(bytes: &[u8]) -> Result<Vec<Raw>, Fault> {
    let unreadable = |error: calamine::XlsxError| Fault::file("unreadable", error.to_string());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheet = book.worksheet_range_at(0).ok_or_else(|| Fault::file("no-lines", ""))?.map_err(unreadable)?;
    let (first, left) = sheet.start().unwrap_or_default();
    let line = |(row, number): (&[Data], u64)| {
        let cells = std::iter::repeat_n(String::new(), left as usize).chain(row.iter().map(text));
        Raw { number, cells: cells.collect(), exact: false }
    };
    Ok(sheet.rows().zip(u64::from(first) + 1..).map(line).collect())
}

/// A cell as it would stand in CSV: whole numbers without a point, days as 2026-03-26.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(at) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        other => other.to_string().trim().to_owned(),
    }
}
