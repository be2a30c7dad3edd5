//! A step's questions as a form: from what the law asks to what the page shows, and back.

use std::collections::BTreeMap;

use law::case::{Answers, Field, FieldError, FieldKind};
use serde_json::{Map, Value};

use crate::words::{Arg, Speaker};

/// One choice of a question.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

/// Steps that gather a document piece by piece: what may wait until it is signed – of some only these – is not called optional.
const GATHERED: [(&str, &[&str]); 3] =
    [("draft-act", &[]), ("draft-appointment", ITEMS), ("revise-appointment", ITEMS)];

/// Items without which an appointment act is not signed.
const ITEMS: &[&str] = &["objects", "acts", "requirements", "period_from", "period_to", "officers"];

/// One question as the page shows it.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub name: String,
    pub label: String,
    pub hint: String,
    pub error: String,
    /// `text`, `lines`, `date`, `number`, `select`, `radios`, `checkboxes`, `multiple`, `flag`, `files`, `rows`.
    pub kind: &'static str,
    pub value: String,
    pub chosen: bool,
    pub required: bool,
    pub most: String,
    pub choices: Vec<Choice>,
    /// For a table: each row's questions.
    pub rows: Vec<Vec<Question>>,
    /// Whether the rows are given, one for each choice of their first question.
    pub fixed: bool,
}

impl Question {
    /// The chosen one in words.
    pub fn told(&self) -> &str {
        self.choices.iter().find(|c| c.chosen).map_or("", |c| &c.label)
    }
}

/// What is wrong, for the summary on top of the page.
#[derive(Clone, Debug)]
pub struct Fault {
    pub field: String,
    pub text: String,
}

impl Fault {
    /// Whether it is a fault of this question; new files are sent under a name of their own.
    fn at(&self, name: &str) -> bool {
        self.field.strip_suffix("-new").unwrap_or(&self.field) == name
    }
}

/// Things a form offers that the law does not know the names of.
pub struct Offers<'a> {
    pub words: &'a Speaker,
    pub step: &'a str,
    /// Bodies that can be picked: code and name.
    pub bodies: Vec<(String, String)>,
    pub people: Vec<(String, String)>,
    pub services: Vec<(String, String)>,
    /// Files of the case: digest and name.
    pub files: Vec<(String, String)>,
}

impl Offers<'_> {
    /// The form of these fields with what was entered and what is wrong with it.
    pub fn questions(&self, fields: &[Field], entered: &Answers, errors: &[Fault]) -> Vec<Question> {
        fields.iter().map(|f| self.question(f, f.name, entered.0.get(f.name), errors)).collect()
    }

    pub fn label(&self, name: &str) -> String {
        let own = self.words.maybe(&format!("field-{}-{name}", self.step));
        own.unwrap_or_else(|| self.words.t(&format!("field-{name}")))
    }

    fn hint(&self, field: &Field) -> String {
        let own = self.words.maybe(&format!("field-{}-{}-hint", self.step, field.name));
        let mut hint = own.or_else(|| self.words.maybe(&format!("field-{}-hint", field.name))).unwrap_or_default();
        if let (FieldKind::Date, Some(Ok(day))) = (&field.kind, field.default.as_str().map(str::parse)) {
            let usual = self.words.with("form-default-date", &[("date", Arg::Date(day))]);
            hint = if hint.is_empty() { usual } else { format!("{hint} {usual}") };
        }
        hint
    }

    fn question(&self, field: &Field, name: &str, entered: Option<&Value>, errors: &[Fault]) -> Question {
        let mut question = Question {
            name: name.to_owned(),
            label: self.label(field.name),
            hint: self.hint(field),
            error: errors.iter().find(|e| e.at(name)).map(|e| e.text.clone()).unwrap_or_default(),
            required: field.required,
            value: plain(entered),
            ..Question::default()
        };
        let gathered = GATHERED.iter().find(|(step, _)| *step == self.step);
        let waits = gathered.is_some_and(|(_, fields)| fields.is_empty() || fields.contains(&field.name));
        let unmarked = matches!(field.kind, FieldKind::Flag | FieldKind::Rows { .. }) || waits;
        if !field.required && !unmarked {
            question.label = self.words.with("form-optional", &[("label", question.label.into())]);
        }
        let chosen = |value: &str| match entered {
            Some(Value::Array(values)) => values.iter().any(|v| v.as_str() == Some(value)),
            Some(Value::String(one)) => one == value,
            _ => false,
        };
        let choice = |value: &str, label: String| Choice {
            value: value.to_owned(),
            label,
            hint: String::new(),
            chosen: chosen(value),
        };
        let worded = |prefix: &str, values: &[&str]| -> Vec<Choice> {
            values.iter().map(|v| choice(v, self.words.t(&format!("{prefix}-{v}")))).collect()
        };
        let listed = |things: &[(String, String)]| -> Vec<Choice> {
            things.iter().map(|(value, label)| choice(value, label.clone())).collect()
        };
        (question.kind, question.choices) = match &field.kind {
            FieldKind::Text(_) => ("text", Vec::new()),
            FieldKind::Lines(most) => {
                question.most = most.to_string();
                ("lines", Vec::new())
            }
            FieldKind::Date => ("date", Vec::new()),
            FieldKind::Number { .. } => ("number", Vec::new()),
            FieldKind::Choice { prefix, values } => {
                (if values.len() > 6 { "select" } else { "radios" }, worded(prefix, values))
            }
            FieldKind::Choices { prefix, values } => ("checkboxes", worded(prefix, values)),
            FieldKind::Pick(options) => ("select", listed(options)),
            FieldKind::Picks(options) => ("checkboxes", listed(options)),
            FieldKind::Flag => {
                question.chosen = entered == Some(&Value::Bool(true)) || plain(entered) == "true";
                ("flag", Vec::new())
            }
            FieldKind::Body(_) => ("select", listed(&self.bodies)),
            FieldKind::People(_) => ("checkboxes", listed(&self.people)),
            FieldKind::Services => {
                (if self.services.len() > 30 { "multiple" } else { "checkboxes" }, listed(&self.services))
            }
            FieldKind::Files => ("files", listed(&self.files)),
            FieldKind::Rows { fields, min } => {
                let fixed = fixed(fields, *min, &field.default);
                question.rows = self.rows(fields, *min, fixed, name, entered, errors);
                question.fixed = fixed;
                ("rows", Vec::new())
            }
        };
        question
    }

    /// The rows entered, and blank ones to go on with: three, or as many as are asked for.
    fn rows(
        &self,
        fields: &[Field],
        min: usize,
        fixed: bool,
        name: &str,
        entered: Option<&Value>,
        errors: &[Fault],
    ) -> Vec<Vec<Question>> {
        let given = entered.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let blank = match given.len() {
            few if few < min => min - few,
            _ if fixed => 0,
            _ => usize::from(min < 5),
        };
        let blank = if given.is_empty() && min < 3 { 3 } else { blank };
        (0..given.len() + blank)
            .map(|at| {
                let row = given.get(at);
                fields
                    .iter()
                    .map(|f| {
                        let mut question = self.question(
                            f,
                            &format!("{name}-{at}-{}", f.name),
                            row.and_then(|r| r.get(f.name)),
                            errors,
                        );
                        question.required = false;
                        if question.kind == "radios" && !fixed {
                            question.kind = "select";
                        }
                        question
                    })
                    .collect()
            })
            .collect()
    }

    /// What is wrong, in words, each at its question.
    pub fn faults(&self, errors: &[FieldError]) -> Vec<Fault> {
        errors
            .iter()
            .map(|e| {
                let values: Vec<(&str, Arg)> = e.values.iter().map(|(n, v)| (*n, Arg::Number(*v))).collect();
                let name = e.field.rsplit('.').next().unwrap_or(&e.field);
                let text = self.words.with(&format!("error-{}", e.code), &values);
                Fault { field: e.field.replace('.', "-"), text: format!("{}: {text}", self.label(name)) }
            })
            .collect()
    }
}

/// Whether a table has one row for each choice of its first question, so that only the others are asked; or, where nothing is
/// written in it, for those named to it.
fn fixed(fields: &[Field], min: usize, default: &Value) -> bool {
    let Some(first) = fields.first() else { return false };
    let rows = default.as_array().map_or(&[][..], Vec::as_slice);
    let marked = fields.iter().all(|f| matches!(f.kind, FieldKind::Choice { .. }));
    let named = marked && !rows.is_empty() && rows.len() == min && rows.iter().all(|row| !row[first.name].is_null());
    matches!(&first.kind, FieldKind::Choice { values, .. } if values.len() == min || named)
}

fn plain(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(s)) => s.clone(),
        Some(Value::Number(n)) => n.to_string(),
        Some(Value::Bool(b)) => b.to_string(),
        _ => String::new(),
    }
}

/// What a person sent, as answers to these fields.
pub fn answers(fields: &[Field], sent: &[(String, String)]) -> Answers {
    Answers(fields.iter().filter_map(|f| Some((f.name.to_owned(), answer(f, f.name, sent)?))).collect())
}

fn answer(field: &Field, name: &str, sent: &[(String, String)]) -> Option<Value> {
    let values = || sent.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone());
    match &field.kind {
        FieldKind::Choices { .. }
        | FieldKind::Picks(_)
        | FieldKind::People(_)
        | FieldKind::Services
        | FieldKind::Files => Some(values().filter(|v| !v.is_empty()).collect()),
        FieldKind::Rows { fields, .. } => {
            let mut rows: BTreeMap<usize, Map<String, Value>> = BTreeMap::new();
            for (sent_name, _) in sent {
                let number = sent_name
                    .strip_prefix(name)
                    .and_then(|rest| rest.strip_prefix('-'))
                    .and_then(|rest| rest.split('-').next())
                    .and_then(|n| n.parse().ok())
                    .filter(|n| *n < 1000);
                if let Some(number) = number {
                    rows.entry(number).or_default();
                }
            }
            for (number, row) in &mut rows {
                for field in fields {
                    if let Some(value) = answer(field, &format!("{name}-{number}-{}", field.name), sent) {
                        row.insert(field.name.to_owned(), value);
                    }
                }
            }
            let rows = rows.into_values().filter(|row| row.values().any(|v| v.as_str() != Some("")));
            Some(rows.map(Value::Object).collect())
        }
        _ => values().next().map(Value::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_in_their_order_and_blank_ones_dropped() {
        let row = vec![Field::lines("text"), Field::new("term", FieldKind::Date)];
        let fields = vec![Field::new("measures", FieldKind::Rows { fields: row, min: 1 })];
        let sent: Vec<(String, String)> = [
            ("measures-10-text", "b"),
            ("measures-10-term", "2026-03-02"),
            ("measures-2-text", "a"),
            ("measures-2-term", "2026-03-01"),
            ("measures-3-text", ""),
            ("measures-3-term", ""),
            ("measures-x-text", "?"),
        ]
        .map(|(n, v)| (n.into(), v.into()))
        .into();
        let answers = answers(&fields, &sent);
        let rows = answers.0["measures"].as_array().unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0]["text"], "a");
        assert_eq!(rows[1]["term"], "2026-03-02");
        assert!(answers.check(&fields).is_ok());
    }
}
