//! Code art. 156: gross breaches make an inspection invalid. None of them can be committed here: the step is refused, and the
//! refusal names the breach (§3: legality).

use crate::case::Refusal;

/// A gross breach of art. 156.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    NoGround,
    NoAct,
    NoNotice,
    /// Art. 151: a requirement outside the checklist, the same question for the same period.
    Forbidden,
    Frequency,
    ActNotShown,
    Competence,
    Unregistered,
    TermExceeded,
    /// Ground 1) where no gross violations had been found.
    NotGross,
}

impl Breach {
    pub const ALL: [Self; 10] = [
        Self::NoGround,
        Self::NoAct,
        Self::NoNotice,
        Self::Forbidden,
        Self::Frequency,
        Self::ActNotShown,
        Self::Competence,
        Self::Unregistered,
        Self::TermExceeded,
        Self::NotGross,
    ];

    /// The word used in locale keys (`breach-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::NoGround => "no-ground",
            Self::NoAct => "no-act",
            Self::NoNotice => "no-notice",
            Self::Forbidden => "forbidden",
            Self::Frequency => "frequency",
            Self::ActNotShown => "act-not-shown",
            Self::Competence => "competence",
            Self::Unregistered => "unregistered",
            Self::TermExceeded => "term-exceeded",
            Self::NotGross => "not-gross",
        }
    }
}

impl Refusal {
    /// Names the gross breach that the step would commit.
    #[must_use]
    pub fn breach(self, breach: Breach) -> Self {
        self.word("breach", format!("breach-{}", breach.word()))
    }
}
