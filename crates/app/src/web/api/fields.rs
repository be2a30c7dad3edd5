//! Questions of steps as the API shows them.

use law::case::{Field, FieldKind, Role, actor::Person};

use super::shown::{FieldShown, Named};
use crate::words::Speaker;

/// What a case offers to choose from: people of the acting body, files of the case.
#[derive(Default)]
pub struct Offers<'a> {
    pub people: &'a [(Role, Person)],
    /// Digest and name.
    pub files: &'a [(String, String)],
}

/// The words of a question; none where nothing asks it.
pub fn label(words: &Speaker, step: &str, name: &str) -> Option<String> {
    words.maybe(&format!("field-{step}-{name}")).or_else(|| words.maybe(&format!("field-{name}")))
}

fn hint(words: &Speaker, step: &str, name: &str) -> Option<String> {
    words.maybe(&format!("field-{step}-{name}-hint")).or_else(|| words.maybe(&format!("field-{name}-hint")))
}

/// The word for a kind of question: `api-kind-WORD`.
pub fn kind(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Text(_) => "text",
        FieldKind::Lines(_) => "lines",
        FieldKind::Date => "date",
        FieldKind::Number { .. } => "number",
        FieldKind::Choice { .. } => "choice",
        FieldKind::Choices { .. } => "choices",
        FieldKind::Pick(_) => "pick",
        FieldKind::Picks(_) => "picks",
        FieldKind::Flag => "flag",
        FieldKind::Body(_) => "body",
        FieldKind::People(_) => "people",
        FieldKind::Services => "services",
        FieldKind::Files => "files",
        FieldKind::Rows { .. } => "rows",
    }
}

/// Every kind, for the words.
#[cfg(test)]
pub const KINDS: &[&str] = &[
    "text", "lines", "date", "number", "choice", "choices", "pick", "picks", "flag", "body", "people", "services",
    "files", "rows",
];

pub fn show(words: &Speaker, step: &str, fields: &[Field], offers: &Offers) -> Vec<FieldShown> {
    fields.iter().map(|f| one(words, step, f, offers)).collect()
}

fn one(words: &Speaker, step: &str, field: &Field, offers: &Offers) -> FieldShown {
    let mut shown = FieldShown {
        name: field.name.into(),
        label: label(words, step, field.name).unwrap_or_else(|| field.name.to_owned()),
        hint: hint(words, step, field.name),
        kind: kind(&field.kind).into(),
        required: field.required,
        default: field.default.clone(),
        max_length: None,
        min: None,
        max: None,
        choices: Vec::new(),
        fields: Vec::new(),
        min_rows: None,
    };
    let listed = |things: &[(String, String)]| {
        things.iter().map(|(id, name)| Named { id: id.clone(), name: name.clone() }).collect()
    };
    match &field.kind {
        FieldKind::Text(most) | FieldKind::Lines(most) => shown.max_length = Some(*most),
        FieldKind::Number { min, max } => (shown.min, shown.max) = (Some(*min), Some(*max)),
        FieldKind::Choice { prefix, values } | FieldKind::Choices { prefix, values } => {
            shown.choices = values.iter().map(|v| Named::word(words, prefix, v)).collect();
        }
        FieldKind::Pick(things) | FieldKind::Picks(things) => shown.choices = listed(things),
        FieldKind::People(role) => {
            let people = offers.people.iter().filter(|(r, _)| r == role);
            shown.choices = people
                .map(|(_, p)| Named { id: p.user.clone(), name: format!("{}, {}", p.name, p.position) })
                .collect();
        }
        FieldKind::Files => shown.choices = listed(offers.files),
        FieldKind::Rows { fields, min } => {
            shown.fields = show(words, step, fields, offers);
            shown.min_rows = Some(*min);
        }
        FieldKind::Date | FieldKind::Flag | FieldKind::Body(_) | FieldKind::Services => {}
    }
    shown
}
