//! Legal documents: their kinds, numbers, copies, frozen versions.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Legal documents a body issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    AppointmentAct,
    AdditionalAct,
    StartNotice,
    ExtensionNotice,
    SuspensionNotice,
    ResumptionNotice,
    OfficersNotice,
    ObstructionProtocol,
    RefusalProtocol,
    ResultsAct,
    Prescription,
    Conclusion,
    MoreTimeDecision,
    ReportRequest,
    Referral,
    /// §10
    HalfYearList,
    AnnualPlan,
    Order,
    OrderChange,
    OrderExtension,
    Notice,
    Act,
    Letter,
    ActionPlan,
    AppealNotice,
    AppealAnswer,
    ForwardingLetter,
    DeskOutcome,
}

impl DocumentKind {
    pub const ALL: &[Self] = &[
        Self::AppointmentAct,
        Self::AdditionalAct,
        Self::StartNotice,
        Self::ExtensionNotice,
        Self::SuspensionNotice,
        Self::ResumptionNotice,
        Self::OfficersNotice,
        Self::ObstructionProtocol,
        Self::RefusalProtocol,
        Self::ResultsAct,
        Self::Prescription,
        Self::Conclusion,
        Self::MoreTimeDecision,
        Self::ReportRequest,
        Self::Referral,
        Self::HalfYearList,
        Self::AnnualPlan,
        Self::Order,
        Self::OrderChange,
        Self::OrderExtension,
        Self::Notice,
        Self::Act,
        Self::Letter,
        Self::ActionPlan,
        Self::AppealNotice,
        Self::AppealAnswer,
        Self::ForwardingLetter,
        Self::DeskOutcome,
    ];

    /// The word used in columns, routes and locale keys (`document-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::AppointmentAct => "appointment-act",
            Self::AdditionalAct => "additional-act",
            Self::StartNotice => "start-notice",
            Self::ExtensionNotice => "extension-notice",
            Self::SuspensionNotice => "suspension-notice",
            Self::ResumptionNotice => "resumption-notice",
            Self::OfficersNotice => "officers-notice",
            Self::ObstructionProtocol => "obstruction-protocol",
            Self::RefusalProtocol => "refusal-protocol",
            Self::ResultsAct => "results-act",
            Self::Prescription => "prescription",
            Self::Conclusion => "conclusion",
            Self::MoreTimeDecision => "more-time-decision",
            Self::ReportRequest => "report-request",
            Self::Referral => "referral",
            Self::HalfYearList => "half-year-list",
            Self::AnnualPlan => "annual-plan",
            Self::Order => "order",
            Self::OrderChange => "order-change",
            Self::OrderExtension => "order-extension",
            Self::Notice => "notice",
            Self::Act => "act",
            Self::Letter => "letter",
            Self::ActionPlan => "action-plan",
            Self::AppealNotice => "appeal-notice",
            Self::AppealAnswer => "appeal-answer",
            Self::ForwardingLetter => "forwarding-letter",
            Self::DeskOutcome => "desk-outcome",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.word() == word)
    }

    /// In how many copies it is drawn up: the act in two (§49), the act on results and the prescription in three (§24–25).
    pub fn copies(self) -> u8 {
        match self {
            Self::Act => 2,
            Self::ResultsAct | Self::Prescription => 3,
            _ => 1,
        }
    }

    /// Documents of one series are numbered together, without gaps, per body and year: all orders are one series.
    pub fn series(self) -> &'static str {
        match self {
            Self::HalfYearList => "half-year-list",
            Self::AnnualPlan | Self::Order | Self::OrderChange | Self::OrderExtension => "order",
            Self::Notice
            | Self::StartNotice
            | Self::ExtensionNotice
            | Self::SuspensionNotice
            | Self::ResumptionNotice
            | Self::OfficersNotice => "notice",
            Self::AppointmentAct | Self::AdditionalAct => "appointment-act",
            Self::ObstructionProtocol | Self::RefusalProtocol => "protocol",
            Self::ResultsAct => "results-act",
            Self::Prescription => "prescription",
            Self::Conclusion => "conclusion",
            Self::MoreTimeDecision => "decision",
            Self::ReportRequest => "request",
            Self::Referral => "letter-out",
            Self::Act => "act",
            Self::Letter => "letter",
            Self::ActionPlan => "action-plan",
            Self::AppealNotice => "appeal-notice",
            Self::AppealAnswer => "appeal-answer",
            Self::ForwardingLetter => "forwarding-letter",
            Self::DeskOutcome => "desk-outcome",
        }
    }
}

/// A frozen version of a legal document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRef {
    pub kind: DocumentKind,
    /// Number within the series of the body and the year.
    pub number: i64,
    pub on: Date,
    /// 1 for the first signature; a mark or a further signature makes the next.
    pub version: u32,
    /// Short code under which anybody can check the document.
    pub code: String,
    /// Every copy in every language; empty only while a step is being prepared.
    pub files: Vec<DocumentFile>,
}

/// A language in which documents are drawn up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentLanguage {
    Kk,
    Ru,
}

impl DocumentLanguage {
    pub const ALL: [Self; 2] = [Self::Kk, Self::Ru];

    /// The word used in columns, addresses and `lang`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.word() == word)
    }
}

/// The PDF of one copy in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFile {
    /// 1 for the first copy.
    pub copy: u8,
    pub language: DocumentLanguage,
    pub sha256: String,
}

impl DocumentFile {
    /// The word in addresses and in the frozen data: `kk`, and `kk-2` for the second copy.
    pub fn name(&self) -> String {
        match self.copy {
            1 => self.language.word().to_owned(),
            copy => format!("{}-{copy}", self.language.word()),
        }
    }
}

impl DocumentRef {
    /// The file of that name.
    pub fn file(&self, name: &str) -> Option<&DocumentFile> {
        self.files.iter().find(|f| f.name() == name)
    }
}
