//! §19, §21: what the subject is told about the course of the control.

use super::ControlForm;
use crate::head::{Addressee, Head, Object, Person, Reference, Signature, Term};
use serde::{Deserialize, Serialize};

/// What a notice is about. All days are `dd.mm.yyyy`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoticeAbout {
    /// §21, Code art. 147(1).
    Start { term: Term, matter: String },
    /// §19, Code art. 148(2): `until` is the new end, `additional` the additional act.
    Extension { until: String, ground: String, additional: Reference },
    /// §19, Code art. 146.
    Suspension { from: String, reason: String },
    /// `ends` is the end of the term after the pause.
    Resumption { on: String, ends: String },
    /// Code art. 147(5): before the new officers take part.
    Officers { before: Vec<Person>, after: Vec<Person>, reason: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlNotice {
    pub head: Head,
    pub addressee: Addressee,
    pub form: ControlForm,
    /// The act of appointment.
    pub act: Reference,
    pub subject: Object,
    pub about: NoticeAbout,
    /// How it is delivered, in words: by hand, by registered post, as an electronic document.
    pub delivery: String,
    pub contacts: String,
    pub signature: Signature,
}
