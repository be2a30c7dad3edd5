//! What a step may know of the cells: read by the door, reckoned by the checks.

use super::{
    checks::{Finding, Kind},
    report::{Comment, Part, Remark},
};
use crate::bodies::BodyId;

/// A report as it lies before the person who signs or returns it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// SHA-256 of what the body entered, of the whole, of the note; the note's is empty where there is none.
    pub own: String,
    pub whole: String,
    pub note: String,
    /// Files attached, by digest.
    pub evidence: Vec<String>,
    pub parts: Vec<Part>,
    pub missing: Vec<BodyId>,
    pub errors: usize,
    /// Warnings without a comment.
    pub uncommented: usize,
    pub comments: Vec<Comment>,
    /// What the receiving side has remarked and not sent yet.
    pub remarks: Vec<Remark>,
}

impl Review {
    /// Counts findings, and keeps the comments that belong to warnings and to cells.
    pub fn weigh(&mut self, findings: &[Finding], comments: &[Comment]) {
        self.errors = findings.iter().filter(|f| f.kind() == Kind::Error).count();
        let warnings = || findings.iter().filter(|f| f.kind() == Kind::Warning);
        let said = |f: &Finding| comments.iter().find(|c| c.key == f.key() && !c.text.trim().is_empty());
        let at_cells = comments.iter().filter(|c| c.key.starts_with("cell/"));
        self.comments = warnings().filter_map(said).chain(at_cells).cloned().collect();
        self.uncommented = warnings().filter(|f| said(f).is_none()).count();
    }
}
