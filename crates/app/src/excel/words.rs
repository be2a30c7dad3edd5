//! Labels and heads of all forms in all languages, in the shape in which they are compared.

use std::collections::{HashMap, HashSet};

use law::{ch3_reports::FormId, edition::Edition, term::Quarter};

use crate::words::{Lang, Speaker};

/// What a head says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// 1 to 3 within the quarter, 0 for the quarter.
    Month(u8),
    /// «БАРЛЫҒЫ»: the quarter of forms 1-мқ and 2-мқ, the total of the others.
    All,
    /// `n` or `l`.
    Person(char),
    /// A column of forms 3-мқ and 4-мқ.
    Result(&'static str),
    Provider,
    Service,
    System,
    /// A head of no meaning for the reader.
    Other,
}

pub(super) struct Known {
    /// Rows by label, of every form.
    rows: HashMap<String, Vec<(FormId, usize)>>,
    sections: HashSet<String>,
    /// The words that stand where names of services belong.
    placeholders: HashSet<String>,
    heads: HashMap<String, Heading>,
    foot: HashSet<String>,
}

/// A text without what people write differently: spaces, quotation marks, dashes, letters that look alike, stops at the
/// end.
pub(super) fn plain(text: &str) -> String {
    let sign = |c: char| match c {
        c if c.is_whitespace() => None,
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '\'' | '‘' | '’' | '`' | '\u{ad}' | '\u{200b}' | '\u{feff}' => {
            None
        }
        '–' | '—' | '−' | '‑' => Some('-'),
        'ё' => Some('е'),
        'i' => Some('і'),
        'h' => Some('һ'),
        c => Some(c),
    };
    let out: String = text.chars().flat_map(char::to_lowercase).filter_map(sign).collect();
    out.trim_end_matches(['.', ':', ';', ',', '_']).to_owned()
}

/// No label or head is so long, in bytes.
const LONGEST: usize = 4000;

const HEADS: [(&str, Heading); 17] = [
    ("form-all", Heading::All),
    ("form-total", Heading::All),
    ("form-month-1", Heading::Month(1)),
    ("form-month-2", Heading::Month(2)),
    ("form-month-3", Heading::Month(3)),
    ("form-natural", Heading::Person('n')),
    ("form-legal", Heading::Person('l')),
    ("form-refused", Heading::Result("refused")),
    ("form-refused-reason", Heading::Result("refused-reason")),
    ("form-late", Heading::Result("late")),
    ("form-late-reason", Heading::Result("late-reason")),
    ("form-provider", Heading::Provider),
    ("form-service", Heading::Service),
    ("excel-system", Heading::System),
    ("form-number", Heading::Other),
    ("form-measures", Heading::Other),
    ("form-months", Heading::Other),
];

impl Known {
    pub fn new(words: &Speaker) -> Self {
        let mut known = Self {
            rows: HashMap::new(),
            sections: HashSet::new(),
            placeholders: HashSet::new(),
            heads: HashMap::new(),
            foot: HashSet::new(),
        };
        for lang in Lang::ALL {
            known.learn(&words.other(lang));
        }
        known
    }

    fn learn(&mut self, words: &Speaker) {
        for form in FormId::ALL {
            let definition = form.form(Edition::JULY_2021);
            for (at, row) in definition.rows.iter().enumerate() {
                let rows = self.rows.entry(plain(&words.t(&format!("form-{form}-row-{}", row.key())))).or_default();
                if !rows.contains(&(form, at)) {
                    rows.push((form, at));
                }
                let placeholder = words.maybe(&format!("form-{form}-lines-{}", row.key()));
                self.placeholders.extend(placeholder.map(|p| plain(&p)));
            }
            for section in definition.sections.iter().filter(|s| !s.is_empty()) {
                let heading = words.t(&format!("form-{form}-section-{}", section.replace('.', "-")));
                self.sections.insert(plain(&format!("{section}. {heading}")));
                self.sections.insert(plain(&heading));
            }
        }
        for (key, heading) in HEADS {
            self.heads.entry(plain(&words.t(key))).or_insert(heading);
        }
        for month in 1..=12_i8 {
            self.heads.insert(plain(&words.month(month)), Heading::Month((month - 1) as u8 % 3 + 1));
        }
        for quarter in 1..=4_i64 {
            let text = words.with("form-quarter", &[("quarter", quarter.into())]);
            self.heads.insert(plain(&text), Heading::Month(0));
        }
        for key in ["form-foot-body", "form-foot-address", "form-foot-executor", "form-foot-head"] {
            self.foot.insert(plain(&words.t(key)));
        }
    }

    /// The rows of a form with this label.
    pub fn rows(&self, form: FormId, label: &str) -> Vec<usize> {
        self.any(label).iter().filter(|(of, _)| *of == form).map(|(_, at)| *at).collect()
    }

    /// Rows of any form with this label.
    pub fn any(&self, label: &str) -> &[(FormId, usize)] {
        if label.len() > LONGEST {
            return &[];
        }
        self.rows.get(&plain(label)).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn is_section(&self, text: &str) -> bool {
        text.len() <= LONGEST && self.sections.contains(&plain(text))
    }

    pub fn is_placeholder(&self, text: &str) -> bool {
        self.placeholders.contains(&plain(text))
    }

    /// Whether the foot of the form begins with this text.
    pub fn is_foot(&self, text: &str) -> bool {
        let start = text.split([':', '_']).next().unwrap_or_default();
        !start.is_empty() && self.foot.contains(&plain(start))
    }

    pub fn heading(&self, text: &str) -> Option<Heading> {
        if text.len() > LONGEST {
            return None;
        }
        let plain = plain(text);
        if let Some(known) = self.heads.get(&plain) {
            return Some(*known);
        }
        if is_quarter(&plain) {
            return Some(Heading::Month(0));
        }
        // «шілде 2026»: a year after a month is let pass.
        let month = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == 'ж' || c == 'г' || c == '.');
        self.heads.get(month).copied().filter(|h| matches!(h, Heading::Month(_)))
    }
}

/// «3-тоқсан», «за III квартал»: a quarter without its year, however it is numbered.
fn is_quarter(plain: &str) -> bool {
    let words = ["тоқсан", "токсан", "квартал", "quarter"];
    let Some((before, after)) = words.iter().find_map(|word| plain.split_once(word)) else { return false };
    let number = |c: char| matches!(c, '1'..='4' | 'і' | 'v' | '-' | '_' | '.');
    let rest = [before, after].map(|part| part.trim_matches(number));
    matches!(rest, ["" | "за" | "for" | "ші", "" | "бойынша"])
}

/// The quarter that a text names with its year: «2026 жылғы 3 тоқсан», «III квартал 2026 года», «2026-Q3».
pub(super) fn quarter_in(text: &str) -> Option<Quarter> {
    let lower = text.to_lowercase();
    let tokens: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty()).collect();
    let year = tokens.iter().find_map(|t| {
        let digits: String = t.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<i16>().ok().filter(|y| (2000..2100).contains(y) && digits.len() == 4)
    })?;
    let number = |t: &&str| match *t {
        "1" | "i" | "і" | "q1" => Some(1),
        "2" | "ii" | "іі" | "q2" => Some(2),
        "3" | "iii" | "ііі" | "q3" => Some(3),
        "4" | "iv" | "іv" | "q4" => Some(4),
        _ => None,
    };
    let named = |t: &&str| ["тоқсан", "токсан", "квартал", "quarter"].iter().any(|w| t.starts_with(w));
    let at = tokens.iter().position(named);
    let found = match at {
        Some(at) => {
            // «3-ші тоқсан», «3 тоқсан», «тоқсан 3».
            let near = [at.checked_sub(1), at.checked_sub(2), Some(at + 1)];
            near.into_iter().flatten().find_map(|i| tokens.get(i).and_then(&number))
        }
        None => tokens.iter().find(|t| t.starts_with('q')).and_then(number),
    };
    Quarter::new(year, found?)
}
