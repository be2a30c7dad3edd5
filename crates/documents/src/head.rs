//! What every document carries: the letterhead, the people, the references and the marks on its pages.

use serde::{Deserialize, Serialize};

/// A body of the state, already named in the document's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    pub name: String,
    pub address: String,
    /// Business identification number, twelve digits.
    pub bin: String,
}

/// A person as the document names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Family name, given name and patronymic (where there is one), in full.
    pub name: String,
    pub position: String,
    /// «басшының міндетін атқарушы», or empty when the person acts in their own position.
    pub capacity: String,
}

/// A place for a signature, or the signature that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub person: Person,
    /// `dd.mm.yyyy hh:mm`; empty while nobody has signed: the page then leaves a line for the pen.
    pub at: String,
    /// The beginning of the digest of what was signed, for comparison by eye.
    pub digest_short: Option<String>,
}

/// A document cited by its number and date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    pub number: String,
    /// `dd.mm.yyyy`
    pub on: String,
}

/// Two dates, both inclusive, as `dd.mm.yyyy`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub starts: String,
    pub ends: String,
}

/// The days of a control event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub starts: String,
    pub ends: String,
    /// Length in working days, the first day counted.
    pub working_days: u16,
}

/// The control object (бақылау объектісі).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    pub name: String,
    pub bin: String,
    pub address: String,
}

/// To whom a notice, a letter or a plan goes; empty lines are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    pub body: String,
    pub position: String,
    pub name: String,
}

/// The letterhead, the number and the marks of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Whose blank it is.
    pub body: Body,
    /// The body's name in the other language of the bilingual blank.
    pub body_other: String,
    /// None until the document is registered: the page leaves a line.
    pub number: Option<String>,
    /// `dd.mm.yyyy`; the only date the file itself carries.
    pub on: String,
    pub place: String,
    /// The place in the other language of the blank.
    pub place_other: String,
    /// The code by which anybody can check the document.
    pub code: Option<String>,
    /// Where the code is checked, e.g. `sapa.example.kz/v`.
    pub address_of_page: String,
    /// Made of demonstration data: every page says so.
    pub demo: bool,
    /// Not signed yet: every page says so.
    pub draft: bool,
}
