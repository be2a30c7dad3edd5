//! What is said to a report: its analytical note, comments, remarks.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::FindingShown;

/// The analytical note of a report.
#[derive(Serialize, ToSchema)]
pub struct NoteShown {
    pub case: String,
    /// The frozen version shown; none while it is in hand.
    pub shown: Option<u32>,
    /// Whether the caller may write it now.
    pub fills: bool,
    /// In the order of the form.
    pub headings: Vec<HeadingShown>,
}

/// A heading of the note.
#[derive(Serialize, ToSchema)]
pub struct HeadingShown {
    /// `1` or `1-2`.
    pub key: String,
    pub heading: String,
    /// 1 for a part, 2 for a point of it.
    pub depth: u8,
    /// Whether text stands under it.
    pub text: bool,
    /// What is written under it in Kazakh and in Russian; null where nothing is.
    pub kk: Option<String>,
    pub ru: Option<String>,
    /// What the figures say, for the one who writes the note.
    pub proposed: Option<ProposedText>,
}

/// Sentences to begin with.
#[derive(Serialize, ToSchema)]
pub struct ProposedText {
    pub kk: String,
    pub ru: String,
}

/// Texts of the note: all of them are kept, or none.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteSent {
    pub texts: Vec<HeadingSent>,
}

/// The text under a heading.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HeadingSent {
    pub key: String,
    /// A language left out stays as it is; an empty text empties it.
    #[schema(max_length = 20_000)]
    pub kk: Option<String>,
    #[schema(max_length = 20_000)]
    pub ru: Option<String>,
}

/// What the executor says to a warning or to a cell: named by its key, or by check and place.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentSent {
    #[serde(default)]
    pub key: String,
    /// The check of the finding; `cell` for a comment on the cell itself.
    #[serde(default)]
    pub check: String,
    #[serde(default)]
    pub row: String,
    /// Left out for the row itself.
    #[serde(default)]
    pub line: String,
    #[serde(default)]
    pub column: String,
    /// Empty to take it back.
    #[schema(max_length = 2000)]
    pub text: String,
}

/// What came of a comment.
#[derive(Serialize, ToSchema)]
pub struct CommentKept {
    pub key: String,
    pub edits: i64,
    pub findings: Vec<FindingShown>,
}

/// A remark of the receiving side at a cell, or at the whole report where no place is named.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemarkSent {
    #[serde(default)]
    pub row: String,
    /// Left out for the row itself.
    #[serde(default)]
    pub line: String,
    #[serde(default)]
    pub column: String,
    /// Empty to take it back.
    #[schema(max_length = 2000)]
    pub text: String,
}

/// A remark.
#[derive(Serialize, ToSchema)]
pub struct RemarkShown {
    /// Empty for the whole report, like the rest of the place.
    pub row: String,
    pub line: String,
    pub column: String,
    pub text: String,
}

/// The remarks that go back with a return of the report.
#[derive(Serialize, ToSchema)]
pub struct RemarksKept {
    /// The version they are about.
    pub version: u32,
    pub remarks: Vec<RemarkShown>,
}
