//! Why a step is not possible: the paragraph, what is wrong, what would be allowed.

use std::fmt;

use jiff::civil::Date;
use serde::Serialize;

/// A value inside a refusal's sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    Date(Date),
    Number(i64),
    Text(String),
    /// A locale key whose words stand in the sentence.
    Word(String),
}

/// The Rules do not allow it. The sentence is the locale key `refusal-CODE` with the values;
/// the last part of every such sentence says what would be allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Paragraph of the Rules.
    pub paragraph: u8,
    pub code: &'static str,
    pub values: Vec<(&'static str, Value)>,
    /// The answer that has to change, if it is one.
    pub field: Option<&'static str>,
}

impl Refusal {
    pub fn new(paragraph: u8, code: &'static str) -> Self {
        Self { paragraph, code, values: Vec::new(), field: None }
    }

    #[must_use]
    pub fn date(mut self, name: &'static str, value: Date) -> Self {
        self.values.push((name, Value::Date(value)));
        self
    }

    #[must_use]
    pub fn number(mut self, name: &'static str, value: impl Into<i64>) -> Self {
        self.values.push((name, Value::Number(value.into())));
        self
    }

    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, Value::Text(value.into())));
        self
    }

    #[must_use]
    pub fn word(mut self, name: &'static str, key: impl Into<String>) -> Self {
        self.values.push((name, Value::Word(key.into())));
        self
    }

    #[must_use]
    pub fn at(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "§{} {}", self.paragraph, self.code)
    }
}

impl std::error::Error for Refusal {}
