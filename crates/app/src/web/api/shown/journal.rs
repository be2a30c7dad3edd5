//! Documents, facts and files of a case.

use jiff::{Timestamp, civil::Date};
use law::case::{Capacity, DocumentRef, Fact, FactKind};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::Named;
use crate::{registry::Registry, web::api::ROOT, words::Speaker};

/// A frozen version of a legal document.
#[derive(Serialize, ToSchema)]
pub struct DocumentShown {
    pub kind: Named,
    pub number: i64,
    pub on: Date,
    pub version: u32,
    /// Short code under which anybody can check the document.
    pub code: String,
    /// Every copy in every language.
    pub files: Vec<DocumentFileShown>,
}

/// The PDF of a copy in a language.
#[derive(Serialize, ToSchema)]
pub struct DocumentFileShown {
    /// 1 for the first copy.
    pub copy: u8,
    /// `kk` or `ru`.
    pub language: &'static str,
    pub sha256: String,
    pub url: String,
}

impl DocumentShown {
    pub fn of(words: &Speaker, d: &DocumentRef) -> Self {
        let files = d.files.iter().map(|f| DocumentFileShown {
            copy: f.copy,
            language: f.language.word(),
            sha256: f.sha256.clone(),
            url: format!("{ROOT}/documents/{}/{}/{}.pdf", d.code, d.version, f.name()),
        });
        Self {
            kind: Named::word(words, "document", d.kind.word()),
            number: d.number,
            on: d.on,
            version: d.version,
            code: d.code.clone(),
            files: files.collect(),
        }
    }
}

#[derive(Serialize, ToSchema)]
pub struct DocumentList {
    pub items: Vec<DocumentShown>,
}

/// A fact as it was sealed, with the hash that seals it.
#[derive(Serialize, ToSchema)]
pub struct FactShown {
    pub seq: u32,
    pub kind: Named,
    /// The day it happened.
    pub on: Date,
    /// The moment it was written down.
    pub recorded_at: Timestamp,
    pub by: ActorShown,
    /// What the fact says, as the law spells it; nothing of protected material (§34).
    pub data: Value,
    pub documents: Vec<DocumentShown>,
    /// Hash of the fact before; empty for the first.
    pub prev: String,
    /// SHA-256 of `text`.
    pub hash: String,
    /// The bytes that are stored and hashed; only in the journal, and not of protected material (§34).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Who acted, as they stood then.
#[derive(Serialize, ToSchema)]
pub struct ActorShown {
    pub user: String,
    pub name: String,
    pub position: String,
    pub body: Named,
    pub role: Named,
    pub acting: bool,
}

impl FactShown {
    pub fn of(words: &Speaker, registry: &Registry, fact: &Fact, hash: String, text: Option<String>) -> Self {
        let told = serde_json::to_value(&fact.what).unwrap_or_default();
        let shut = matches!(fact.what, FactKind::ProtectedKept(_));
        let by = &fact.by;
        Self {
            seq: fact.seq,
            kind: Named::word(words, "fact", fact.what.word()),
            on: fact.on,
            recorded_at: fact.recorded_at,
            by: ActorShown {
                user: by.user.clone(),
                name: by.name.clone(),
                position: by.position.clone(),
                body: Named::body(registry, words, &by.body),
                role: Named::word(words, "role", by.role.word()),
                acting: by.capacity == Capacity::Acting,
            },
            data: told.get("data").filter(|_| !shut).cloned().unwrap_or_default(),
            documents: fact.documents.iter().map(|d| DocumentShown::of(words, d)).collect(),
            prev: fact.prev.clone(),
            hash,
            text: text.filter(|_| !shut),
        }
    }
}

/// The facts of a case in their order.
#[derive(Serialize, ToSchema)]
pub struct Journal {
    pub case: String,
    pub items: Vec<FactShown>,
}

/// A file of a case.
#[derive(Serialize, ToSchema)]
pub struct FileShown {
    pub id: String,
    /// SHA-256: by it answers name the file.
    pub digest: String,
    pub name: String,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    pub at: Timestamp,
    /// For the people of the case alone (§34); each time it is opened is recorded.
    pub protected: bool,
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct FileList {
    pub items: Vec<FileShown>,
}

/// Files kept with the case, by digest.
#[derive(Serialize, ToSchema)]
pub struct Kept {
    pub digests: Vec<String>,
}
