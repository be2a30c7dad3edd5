//! §15 and art. 25 of the Law on public services: the letters that an appeal brings forth.

use crate::head::{Addressee, Head, Reference, Signature};
use serde::{Deserialize, Serialize};

/// §15: an appeal about a provider outside the Agency's control goes to the body that controls the sphere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForwardingLetter {
    pub head: Head,
    pub addressee: Addressee,
    pub appeal: Reference,
    pub applicant: String,
    /// The provider the appeal is about.
    pub provider: String,
    pub service: String,
    /// The appeal in short. Blank lines separate paragraphs.
    pub summary: String,
    pub attachments: Vec<String>,
    pub contacts: String,
    pub signature: Signature,
    /// The applicant, who is told where the appeal went.
    pub copy_to: Addressee,
}

/// What the review of an appeal came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppealConclusion {
    Confirmed,
    PartlyConfirmed,
    NotConfirmed,
    /// The appeal asked for an explanation, which is given.
    Explained,
    /// The appeal was left without consideration; the text says why.
    Left,
}

/// The answer to the applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealAnswer {
    pub head: Head,
    pub addressee: Addressee,
    pub appeal: Reference,
    pub conclusion: AppealConclusion,
    /// Blank lines separate paragraphs.
    pub text: String,
    /// Rights that were restored; may be empty.
    pub restored: Vec<String>,
    pub contacts: String,
    pub signature: Signature,
}

/// The notice that the review takes longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealNotice {
    pub head: Head,
    pub addressee: Addressee,
    pub appeal: Reference,
    pub reason: String,
    /// `dd.mm.yyyy`
    pub until: String,
    pub contacts: String,
    pub signature: Signature,
}
