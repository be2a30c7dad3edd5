//! What rows, lines and columns are called.

use law::{
    ch3_reports::{
        FormId, Place,
        form::{Lines, Row},
        sheet::LineKey,
    },
    term::Quarter,
};

use crate::{
    registry::Registry,
    words::{Arg, Speaker},
};

/// Words of a form in one language.
#[derive(Clone, Copy)]
pub struct Labels<'a> {
    pub words: &'a Speaker,
    pub registry: &'a Registry,
    pub form: FormId,
    pub quarter: Quarter,
}

impl Labels<'_> {
    /// A word of the form itself: `title`, `due`, `section-2-1` …
    pub fn of_form(&self, rest: &str) -> String {
        self.words.t(&format!("form-{}-{rest}", self.form))
    }

    pub fn row(&self, row: &Row) -> String {
        self.of_form(&format!("row-{}", row.key()))
    }

    pub fn help(&self, row: &Row) -> String {
        self.of_form(&format!("help-{}", row.key()))
    }

    /// The name of a line: of the service and the system, or of the provider and the service.
    pub fn line(&self, lines: Lines, key: &LineKey) -> String {
        let lang = self.words.lang;
        match lines {
            Lines::Service => self.registry.service(&key.first, lang),
            Lines::ServiceAndSystem => format!("{} – {}", self.registry.service(&key.first, lang), key.second),
            Lines::ProviderAndService => {
                format!("{} – {}", self.registry.name(&key.first, lang), self.registry.service(&key.second, lang))
            }
        }
    }

    /// The month of a column, 1 to 12.
    fn month(&self, at: i8) -> String {
        self.words.month((self.quarter.number() - 1) * 3 + at)
    }

    /// What a column is called: «шілде, жеке тұлға».
    pub fn column(&self, column: &str) -> String {
        let person = |word| self.words.t(word);
        let (what, who) = match column.as_bytes() {
            [b'm', month @ b'1'..=b'3'] => (self.month((month - b'0') as i8), None),
            [b'm', month @ b'1'..=b'3', who] => (self.month((month - b'0') as i8), Some(*who)),
            b"q" => (self.quarter_word(), None),
            [b'q', who] => (self.quarter_word(), Some(*who)),
            b"total" => (person("form-total"), None),
            b"refused" => (person("report-column-refused"), None),
            b"late" => (person("report-column-late"), None),
            b"refused-reason" => (person("form-refused-reason"), None),
            b"late-reason" => (person("form-late-reason"), None),
            _ => (column.to_owned(), None),
        };
        match who {
            Some(b'n') => format!("{what}, {}", person("form-natural")),
            Some(_) => format!("{what}, {}", person("form-legal")),
            None => what,
        }
    }

    fn quarter_word(&self) -> String {
        self.words.with("form-quarter", &[("quarter", Arg::Number(self.quarter.number().into()))])
    }

    /// The quarter as a sentence says it: «2026 жылғы 3 тоқсан».
    pub fn period(&self) -> String {
        let (year, quarter) = (self.quarter.year().to_string(), i64::from(self.quarter.number()));
        self.words.with("form-head-reporting-value", &[("year", year.into()), ("quarter", Arg::Number(quarter))])
    }

    /// Where a cell stands: «12.1, Анықтама беру, шілде».
    pub fn place(&self, place: &Place) -> String {
        let row = self.form.for_quarter(self.quarter).row(&place.row);
        let line = row.and_then(Row::lines).filter(|_| !place.line.is_empty());
        let line = line.map(|lines| self.line(lines, &LineKey::parse(&place.line)));
        let parts = [Some(place.row.clone()), line, Some(self.column(&place.column))];
        parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// The sentence of a finding.
    pub fn finding(&self, finding: &law::ch3_reports::checks::Finding) -> String {
        let values: Vec<(&str, Arg)> = finding.values.iter().map(|(n, v)| (*n, Arg::Text(v.clone()))).collect();
        self.words.with(&format!("check-{}", finding.message), &values)
    }
}

/// A number with its thousands apart by thin spaces that do not break.
pub fn thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}
