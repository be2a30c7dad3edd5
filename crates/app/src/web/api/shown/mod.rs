//! What the API shows, as types: answers and their descriptions come from the same place.

mod case;
mod duty;
mod journal;
mod law_of;
mod problem;
mod registry;
mod report;
mod said;
mod step;
pub mod subjects;

use jiff::{Timestamp, civil::Date};
use law::{bodies::BodyId, case::Role};
use serde::Serialize;
use store::Words;
use utoipa::ToSchema;

pub use case::*;
pub use duty::*;
pub use journal::*;
pub use law_of::*;
pub use problem::*;
pub use registry::*;
pub use report::*;
pub use said::*;
pub use step::*;

use crate::{registry::Registry, words::Speaker};

/// A word of the law with its name in the language asked for.
#[derive(Serialize, ToSchema)]
pub struct Named {
    pub id: String,
    pub name: String,
}

impl Named {
    /// The word whose name is the locale key `PREFIX-WORD`.
    pub fn word(words: &Speaker, prefix: &str, id: &str) -> Self {
        Self { id: id.into(), name: words.t(&format!("{prefix}-{id}")) }
    }

    pub fn body(registry: &Registry, words: &Speaker, id: &BodyId) -> Self {
        Self { id: id.clone(), name: registry.name(id, words.lang) }
    }

    pub fn roles(words: &Speaker, roles: &[Role]) -> Vec<Self> {
        roles.iter().map(|r| Self::word(words, "role", r.word())).collect()
    }
}

/// A name in the three languages.
#[derive(Serialize, ToSchema)]
pub struct Names {
    pub kk: String,
    pub ru: String,
    pub en: String,
}

impl From<Words> for Names {
    fn from(words: Words) -> Self {
        Self { kk: words.kk, ru: words.ru, en: words.en }
    }
}

/// The person and capacity behind the token.
#[derive(Serialize, ToSchema)]
pub struct Me {
    pub user: String,
    pub name: String,
    pub position: String,
    pub body: Named,
    pub role: Named,
    /// Whether the person acts in place of the head.
    pub acting: bool,
    pub token: TokenShown,
    /// Today as the product sees it; the demo may be ahead.
    pub today: Date,
    /// Edition of the Rules in force.
    pub edition: String,
}

/// The token in use.
#[derive(Serialize, ToSchema)]
pub struct TokenShown {
    pub name: String,
    /// `read` or `write`.
    pub scope: String,
    pub expires_at: Timestamp,
}

/// A message to the person.
#[derive(Serialize, ToSchema)]
pub struct MessageShown {
    pub id: String,
    pub at: Timestamp,
    pub kind: String,
    pub text: String,
    pub case: Option<String>,
    pub read_at: Option<Timestamp>,
}

#[derive(Serialize, ToSchema)]
pub struct MessageList {
    pub items: Vec<MessageShown>,
    /// Counting stops at 100.
    pub unread: i64,
}
