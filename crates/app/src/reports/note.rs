//! The analytical note (items 32 and 31 of the filling notes): its headings, and the sentences that follow from the
//! figures, for the executor to edit.

use std::collections::BTreeMap;

use law::{
    ch3_reports::{FormId, Sheet, form::Row, sheet::quarter_number},
    term::Quarter,
};
use store::reports::talk::NoteText;

use super::labels::Labels;
use crate::words::{Arg, Lang};

/// A heading with its depth, and the rows whose figures belong under it (in the numbers of form 1-мқ).
pub struct Heading {
    /// `1` or `1-2`.
    pub key: String,
    pub depth: u8,
    /// Whether text stands under it.
    pub text: bool,
}

/// Rows for each point of the note, in the numbers of form 1-мқ.
const ROWS: &[(&str, &[&str])] = &[
    ("1-1", &["1", "1.1", "1.2", "2"]),
    ("1-2", &["3", "3.1", "3.2", "3.6", "6"]),
    ("1-3", &["7", "8", "8.1", "8.2", "8.3"]),
    ("1-4", &["9", "9.1", "9.2"]),
    ("2-2", &["10.1", "11"]),
    ("2-4", &["13", "13.1", "13.2"]),
    ("2-5", &["14", "15"]),
    ("2-6", &["16", "18"]),
    ("2-7", &["4", "5", "19"]),
    ("2-8", &["20", "21"]),
    ("2-9", &["22"]),
];

/// The headings of a form's note, in order.
pub fn headings(form: FormId, quarter: Quarter) -> Vec<Heading> {
    let mut found = Vec::new();
    for (part, points) in form.for_quarter(quarter).analysis {
        found.push(Heading { key: part.to_string(), depth: 1, text: *points == 0 });
        found.extend((1..=*points).map(|p| Heading { key: format!("{part}-{p}"), depth: 2, text: true }));
    }
    found
}

/// The rows whose figures stand in a table under a heading.
pub fn rows(sheet: &Sheet, heading: &str) -> Vec<(usize, &'static Row)> {
    let form = sheet.definition();
    if matches!(form.id, FormId::Corporation | FormId::Electronic) {
        return form.rows.iter().enumerate().collect();
    }
    let like = ROWS.iter().find(|(key, _)| *key == heading).map_or(&[][..], |(_, rows)| rows);
    like.iter().filter_map(|l| form.like(l)).filter_map(|r| form.at(r.number).map(|at| (at, r))).collect()
}

/// What the figures say under a heading, as sentences. Where there are none, the executor is told what to write.
pub fn sentences(labels: &Labels, sheet: &Sheet, heading: &str) -> String {
    let mut lines = Vec::new();
    for (at, row) in rows(sheet, heading) {
        let count = quarter_number(row, &sheet.inputs(at));
        let label = labels.row(row);
        let label = label.split([',', '(']).next().unwrap_or_default().trim_end_matches(':').trim().to_owned();
        let values = [
            ("row", Arg::Text(row.number.to_owned())),
            ("label", Arg::Text(label)),
            ("count", Arg::Text(shown(count.count()))),
        ];
        let key = if count.count().is_some() { "note-figure" } else { "note-no-data" };
        lines.push(labels.words.with(key, &values));
    }
    if lines.is_empty() {
        return labels.words.with("note-nothing", &[("period", labels.period().into())]);
    }
    let lead = labels.words.with("note-lead", &[("period", labels.period().into())]);
    format!("{lead}\n{}", lines.join("\n"))
}

fn shown(count: Option<u64>) -> String {
    count.map_or_else(|| "-".to_owned(), super::labels::thousands)
}

/// The note as it is frozen, if every point has its Kazakh text.
pub fn frozen_text(form: FormId, quarter: Quarter, texts: &[NoteText]) -> Option<String> {
    let mut note: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for text in texts.iter().filter(|t| !t.text.trim().is_empty()) {
        note.entry(&text.heading).or_default().insert(&text.language, &text.text);
    }
    let kazakh = Lang::Kk.code();
    let whole = headings(form, quarter)
        .iter()
        .filter(|h| h.text)
        .all(|h| note.get(h.key.as_str()).is_some_and(|languages| languages.contains_key(kazakh)));
    whole.then(|| serde_json::to_string_pretty(&note).unwrap_or_default())
}

/// A frozen note as its texts.
pub fn read(frozen: &str) -> Vec<NoteText> {
    let note: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_str(frozen).unwrap_or_default();
    let of = |(heading, languages): (String, BTreeMap<String, String>)| {
        languages
            .into_iter()
            .map(move |(language, text)| NoteText { heading: heading.clone(), language, text })
            .collect::<Vec<_>>()
    };
    note.into_iter().flat_map(of).collect()
}
