//! What a step asks, as data: from it follow the page, the API schema and the checks.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// One question of a step. Its words are the locale keys `field-NAME` and, if there, `field-NAME-hint`.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: FieldKind,
    pub required: bool,
    /// What the page shows before anything is typed.
    pub default: Value,
}

/// Which bodies a question offers; the step itself refuses all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those whose services the body's unit controls (§38–39).
    Internal,
    /// Those the body may inspect (§14).
    External,
    /// The other bodies of the Agency.
    Agency,
    Any,
}

/// What an answer may be.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// One line, at most so many characters.
    Text(usize),
    /// Several lines, at most so many characters.
    Lines(usize),
    Date,
    Number {
        min: i64,
        max: i64,
    },
    /// One of these; labels are locale keys `PREFIX-VALUE`.
    Choice {
        prefix: &'static str,
        values: Vec<&'static str>,
    },
    /// Any of these.
    Choices {
        prefix: &'static str,
        values: Vec<&'static str>,
    },
    /// One of these things of the case; labels are data.
    Pick(Vec<(String, String)>),
    Picks(Vec<(String, String)>),
    /// A yes; a box left empty is no.
    Flag,
    /// A body of the registry, by code.
    Body(Reach),
    /// People of the acting body with this role, by user id.
    People(super::Role),
    /// A public service of the registry, by code; several allowed.
    Services,
    /// Files already uploaded to the case, by digest.
    Files,
    /// A table of answers: each row has these questions. At least `min` rows.
    Rows {
        fields: Vec<Field>,
        min: usize,
    },
}

/// What is wrong with one answer. Words: `error-…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// `term`, or `measures.2.term` for the third row.
    pub field: String,
    pub code: &'static str,
    pub values: Vec<(&'static str, i64)>,
}

impl FieldError {
    /// Codes a check can give; each has words in every language (`error-CODE`).
    pub const CODES: &[&str] = &[
        "required",
        "too-long",
        "not-a-date",
        "not-a-number",
        "out-of-range",
        "not-a-choice",
        "too-few-rows",
        "unknown",
    ];

    fn new(field: &str, code: &'static str) -> Self {
        Self { field: field.into(), code, values: Vec::new() }
    }
}

impl Field {
    pub fn new(name: &'static str, kind: FieldKind) -> Self {
        Self { name, kind, required: true, default: Value::Null }
    }

    pub fn text(name: &'static str) -> Self {
        Self::new(name, FieldKind::Text(300))
    }

    pub fn lines(name: &'static str) -> Self {
        Self::new(name, FieldKind::Lines(20_000))
    }

    pub fn date(name: &'static str, default: Date) -> Self {
        Self::new(name, FieldKind::Date).with(default)
    }

    pub fn flag(name: &'static str) -> Self {
        Self::new(name, FieldKind::Flag).optional()
    }

    pub fn choice(name: &'static str, prefix: &'static str, values: &[&'static str]) -> Self {
        Self::new(name, FieldKind::Choice { prefix, values: values.to_vec() })
    }

    #[must_use]
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    #[must_use]
    pub fn with(mut self, default: impl serde::Serialize) -> Self {
        self.default = serde_json::to_value(default).unwrap_or(Value::Null);
        self
    }

    /// Checks one answer and gives it in canonical form.
    fn check(&self, path: &str, given: Option<&Value>, errors: &mut Vec<FieldError>) -> Value {
        let empty = match given {
            None | Some(Value::Null) => true,
            Some(Value::String(s)) => printable(s).is_empty(),
            Some(Value::Array(a)) => a.is_empty(),
            Some(_) => false,
        };
        if empty {
            if self.required {
                errors.push(FieldError::new(path, "required"));
            }
            return match self.kind {
                FieldKind::Flag => Value::Bool(false),
                FieldKind::Choices { .. }
                | FieldKind::Picks(_)
                | FieldKind::People(_)
                | FieldKind::Services
                | FieldKind::Files
                | FieldKind::Rows { .. } => Value::Array(Vec::new()),
                _ => Value::Null,
            };
        }
        let given = given.unwrap_or(&Value::Null);
        match self.canonical(path, given, errors) {
            Ok(value) => value,
            Err(error) => {
                errors.push(error);
                Value::Null
            }
        }
    }

    fn canonical(&self, path: &str, given: &Value, errors: &mut Vec<FieldError>) -> Result<Value, FieldError> {
        let wrong = |code| FieldError::new(path, code);
        let text = || given.as_str().map(str::trim).ok_or_else(|| wrong("unknown"));
        let plain = |s: &str| s.len() <= 128 && !s.chars().any(char::is_control);
        let list = || given.as_array().ok_or_else(|| wrong("unknown"));
        let limited = |max: usize| {
            let text = text()?;
            if text.chars().count() > max {
                let values = vec![("max", i64::try_from(max).unwrap_or(i64::MAX))];
                return Err(FieldError { values, ..wrong("too-long") });
            }
            Ok(Value::from(printable(text)))
        };
        let strings = |allowed: &dyn Fn(&str) -> bool| -> Result<Value, FieldError> {
            let mut out: Vec<&str> = Vec::new();
            for item in list()? {
                let item = item.as_str().ok_or_else(|| wrong("unknown"))?;
                if !allowed(item) {
                    return Err(wrong("not-a-choice"));
                }
                if !out.contains(&item) {
                    out.push(item);
                }
            }
            Ok(Value::from(out))
        };
        match &self.kind {
            FieldKind::Text(max) | FieldKind::Lines(max) => limited(*max),
            FieldKind::Body(_) => limited(100),
            FieldKind::Date => {
                let date: Date = text()?
                    .parse()
                    .ok()
                    .filter(|_| text().is_ok_and(|t| t.len() == 10))
                    .ok_or_else(|| wrong("not-a-date"))?;
                if !(1990..=2100).contains(&date.year()) {
                    return Err(wrong("not-a-date"));
                }
                Ok(Value::from(date.to_string()))
            }
            FieldKind::Number { min, max } => {
                let number = match given {
                    Value::Number(n) => n.as_i64(),
                    other => other.as_str().and_then(|s| s.trim().parse().ok()),
                }
                .ok_or_else(|| wrong("not-a-number"))?;
                if number < *min || number > *max {
                    return Err(FieldError { values: vec![("min", *min), ("max", *max)], ..wrong("out-of-range") });
                }
                Ok(Value::from(number))
            }
            FieldKind::Choice { values, .. } => {
                let text = text()?;
                values.contains(&text).then(|| Value::from(text)).ok_or_else(|| wrong("not-a-choice"))
            }
            FieldKind::Pick(options) => {
                let text = text()?;
                let known = options.iter().any(|(value, _)| value == text);
                known.then(|| Value::from(text)).ok_or_else(|| wrong("not-a-choice"))
            }
            FieldKind::Choices { values, .. } => strings(&|s| values.contains(&s)),
            FieldKind::Picks(options) => strings(&|s| options.iter().any(|(value, _)| value == s)),
            FieldKind::People(_) | FieldKind::Services | FieldKind::Files => strings(&plain),
            FieldKind::Flag => Ok(Value::Bool(match given {
                Value::Bool(b) => *b,
                other => matches!(other.as_str(), Some("true" | "on" | "1" | "yes")),
            })),
            FieldKind::Rows { fields, min } => {
                let mut rows = Vec::new();
                for (at, row) in list()?.iter().enumerate() {
                    let row = row.as_object().ok_or_else(|| wrong("unknown"))?;
                    if row.values().all(blank) {
                        continue;
                    }
                    let unknown = row.keys().filter(|name| !fields.iter().any(|f| f.name == name.as_str()));
                    errors.extend(unknown.map(|name| FieldError::new(&format!("{path}.{at}.{name}"), "unknown")));
                    let mut out = Map::new();
                    for field in fields {
                        let path = format!("{path}.{at}.{}", field.name);
                        out.insert(field.name.into(), field.check(&path, row.get(field.name), errors));
                    }
                    rows.push(Value::Object(out));
                }
                if rows.len() < *min {
                    let values = vec![("min", i64::try_from(*min).unwrap_or(i64::MAX))];
                    return Err(FieldError { values, ..wrong("too-few-rows") });
                }
                Ok(Value::Array(rows))
            }
        }
    }
}

/// The text with line ends as one character, and without the characters that no document can show: those of control, those that
/// turn the order of reading, those without width.
fn printable(text: &str) -> String {
    let shown = |c: &char| match c {
        '\n' | '\t' => true,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => false,
        c => !c.is_control(),
    };
    let lines = text.replace("\r\n", "\n").replace(['\u{2028}', '\u{2029}'], "\n");
    lines.chars().filter(shown).collect::<String>().trim().to_owned()
}

fn blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(s) => printable(s).is_empty(),
        Value::Array(a) => a.iter().all(blank),
        _ => false,
    }
}

/// What somebody entered, by question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(pub Map<String, Value>);

impl Answers {
    pub fn of(value: Value) -> Self {
        match value {
            Value::Object(map) => Self(map),
            _ => Self::default(),
        }
    }

    /// Checks every answer; unknown questions are errors, so that a misspelt name is not silently lost.
    pub fn check(&self, fields: &[Field]) -> Result<Checked, Vec<FieldError>> {
        let mut errors: Vec<FieldError> = self
            .0
            .keys()
            .filter(|name| !fields.iter().any(|f| f.name == name.as_str()))
            .map(|name| FieldError::new(name, "unknown"))
            .collect();
        let checked =
            fields.iter().map(|f| (f.name.to_owned(), f.check(f.name, self.0.get(f.name), &mut errors))).collect();
        if errors.is_empty() { Ok(Checked(checked)) } else { Err(errors) }
    }

    /// What is filled in beforehand; where one thing alone can be picked, that.
    pub fn defaults(fields: &[Field]) -> Self {
        let filled = |f: &Field| match &f.kind {
            _ if !f.default.is_null() => Some(f.default.clone()),
            FieldKind::Pick(of) if f.required && of.len() == 1 => Some(Value::from(of[0].0.clone())),
            FieldKind::Picks(of) if f.required && of.len() == 1 => Some(Value::from(vec![of[0].0.clone()])),
            _ => None,
        };
        Self(fields.iter().filter_map(|f| Some((f.name.to_owned(), filled(f)?))).collect())
    }
}

/// Answers that have the form asked for.
#[derive(Clone, Debug)]
pub struct Checked(BTreeMap<String, Value>);

impl Checked {
    /// The answers as the step's own type. Fails only where a step's questions and its type disagree,
    /// which the test over all steps' samples rules out.
    pub fn read<T: DeserializeOwned>(&self) -> T {
        let map = self.0.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
        serde_json::from_value(Value::Object(map)).expect("a step's questions match its type")
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn errors(fields: &[Field], answers: Value) -> Vec<(String, &'static str)> {
        let checked = Answers::of(answers).check(fields);
        checked.err().into_iter().flatten().map(|e| (e.field, e.code)).collect()
    }

    #[test]
    fn a_misspelt_question_is_not_silently_lost() {
        let rows = Field::new("rows", FieldKind::Rows { fields: vec![Field::text("text")], min: 0 });
        let answers = json!({"rows": [{"text": "a"}, {"text": "b", "tekst": "c"}], "raws": []});
        let expected = [("raws".to_owned(), "unknown"), ("rows.1.tekst".to_owned(), "unknown")];
        assert_eq!(errors(&[rows], answers), expected);
    }

    #[test]
    fn text_is_trimmed_and_printable() {
        let text = json!({"text": " бір\r\nекі\u{0}\u{7}\u{2028}\u{202e}үш\u{200b} "});
        let checked = Answers::of(text).check(&[Field::lines("text")]).unwrap();
        assert_eq!(checked.text("text"), Some("бір\nекі\nүш"));
        let file = Field::new("files", FieldKind::Files);
        assert_eq!(errors(&[file], json!({"files": ["a\u{0}"]})), [("files".to_owned(), "not-a-choice")]);
        // What nobody can see is no answer.
        for nothing in ["\u{0}", "\u{200b}", " \u{202e}\n"] {
            assert_eq!(errors(&[Field::text("text")], json!({"text": nothing})), [("text".to_owned(), "required")]);
        }
    }

    #[test]
    fn wrong_answers_say_what_is_wrong() {
        let number = || Field::new("n", FieldKind::Number { min: 1, max: 9 });
        let day = || Field::new("d", FieldKind::Date);
        for (fields, answers, code) in [
            ([number()], json!({"n": 10}), "out-of-range"),
            ([number()], json!({"n": "x"}), "not-a-number"),
            ([number()], json!({"n": 1.5}), "not-a-number"),
            ([number()], json!({}), "required"),
            ([day()], json!({"d": "2025-02-29"}), "not-a-date"),
            ([day()], json!({"d": "1989-12-31"}), "not-a-date"),
            ([day()], json!({"d": "2101-01-01"}), "not-a-date"),
            ([day()], json!({"d": "2026-11-23T00:00"}), "not-a-date"),
            ([day()], json!({"d": 5}), "unknown"),
            ([Field::text("t")], json!({"t": "ә".repeat(301)}), "too-long"),
            ([Field::choice("c", "way", &["hand"])], json!({"c": "foot"}), "not-a-choice"),
        ] {
            let found = errors(&fields, answers);
            assert_eq!(found.iter().map(|(_, code)| *code).collect::<Vec<_>>(), [code]);
            assert!(FieldError::CODES.contains(&code));
        }
        assert_eq!(errors(&[Field::text("t")], json!({"t": "ә".repeat(300)})), []);
        assert_eq!(errors(&[number()], json!({"n": " 9 "})), []);
    }
}
