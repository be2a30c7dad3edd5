//! What happened: facts are only ever added, each sealed to the one before it.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::actor::Actor;
use crate::ch2_external::p10_list;
use crate::ch3_internal::{
    p41_grounds, p42_plan, p44_extension, p45_notice, p46_start, p47_powers, p48_experts, p49_presentation, p50_act,
    p50_findings, p51_answer, p53_decision, p53_letter, p54_action_plan, p56_reports,
};
use crate::ch3_reports::report;

/// Legal documents a body issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
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
}

impl DocumentKind {
    pub const ALL: [Self; 9] = [
        Self::HalfYearList,
        Self::AnnualPlan,
        Self::Order,
        Self::OrderChange,
        Self::OrderExtension,
        Self::Notice,
        Self::Act,
        Self::Letter,
        Self::ActionPlan,
    ];

    /// The word used in columns, routes and locale keys (`document-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::HalfYearList => "half-year-list",
            Self::AnnualPlan => "annual-plan",
            Self::Order => "order",
            Self::OrderChange => "order-change",
            Self::OrderExtension => "order-extension",
            Self::Notice => "notice",
            Self::Act => "act",
            Self::Letter => "letter",
            Self::ActionPlan => "action-plan",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }

    /// In how many copies it is drawn up: the act in two (§49).
    pub fn copies(self) -> u8 {
        match self {
            Self::Act => 2,
            _ => 1,
        }
    }

    /// Documents of one series are numbered together, without gaps, per body and year: all orders are one series.
    pub fn series(self) -> &'static str {
        match self {
            Self::HalfYearList => "half-year-list",
            Self::AnnualPlan | Self::Order | Self::OrderChange | Self::OrderExtension => "order",
            Self::Notice => "notice",
            Self::Act => "act",
            Self::Letter => "letter",
            Self::ActionPlan => "action-plan",
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

/// A fact before it is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The day it happened.
    pub on: Date,
    pub what: FactKind,
}

/// Something that happened in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub case: String,
    /// 1, 2, 3 … within the case.
    pub seq: u32,
    /// The day it happened.
    pub on: Date,
    /// The moment it was written down.
    pub recorded_at: Timestamp,
    pub by: Actor,
    pub what: FactKind,
    #[serde(default)]
    pub documents: Vec<DocumentRef>,
    /// Hash of the fact before; empty for the first.
    pub prev: String,
}

impl Fact {
    /// The bytes that are stored and hashed.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).expect("facts have string keys")
    }
}

/// Hash that seals the stored text of a fact; the text holds the hash of the one before.
pub fn seal(canonical: &str) -> String {
    hex(&Sha256::digest(canonical.as_bytes()))
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

macro_rules! facts {
    ($($(#[$doc:meta])* $variant:ident $(($payload:ty))? = $word:literal,)*) => {
        /// Everything that can happen, spelled by the law, in the order of the Rules.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind", content = "data")]
        pub enum FactKind { $($(#[$doc])* #[serde(rename = $word)] $variant $(($payload))?,)* }

        impl FactKind {
            /// Words of all kinds, as in columns and locale keys (`fact-…`).
            pub const WORDS: &[&str] = &[$($word,)*];

            pub fn word(&self) -> &'static str {
                match self { $(facts!(@pattern $variant $(($payload))?) => $word,)* }
            }
        }
    };
    (@pattern $variant:ident ($payload:ty)) => { FactKind::$variant(_) };
    (@pattern $variant:ident) => { FactKind::$variant };
}

facts! {
    /// §10
    ListOpened(p10_list::Opening) = "list-opened",
    /// §11
    SubjectSelected(Box<p10_list::Entry>) = "subject-selected",
    /// §11
    EntryChanged(p10_list::Change) = "entry-changed",
    /// §11
    EntryRemoved(p10_list::Removal) = "entry-removed",
    /// §10
    ListApproved = "list-approved",
    /// §10
    ListRegistered(p10_list::Registration) = "list-registered",
    /// §10
    ListPublished = "list-published",
    /// §10
    ListAbandoned(p10_list::Abandonment) = "list-abandoned",
    /// §41
    PlanOpened(p42_plan::Opening) = "plan-opened",
    /// §42
    PlanItemAdded(p42_plan::Item) = "plan-item-added",
    /// §42
    PlanItemChanged(p42_plan::Item) = "plan-item-changed",
    /// §42
    PlanItemRemoved(p42_plan::Removal) = "plan-item-removed",
    /// §41
    PlanApproved = "plan-approved",
    /// §41
    PlanSupplemented(p42_plan::Supplement) = "plan-supplemented",
    /// §41
    Drafted(p41_grounds::Appointment) = "drafted",
    /// §41
    Appointed = "appointed",
    /// §46
    StartMoved(p46_start::NewDates) = "start-moved",
    /// §48
    ExpertEngaged(p48_experts::Expert) = "expert-engaged",
    /// §45
    NoticeSent(p45_notice::Sending) = "notice-sent",
    /// §46
    Started(p46_start::Handing) = "started",
    /// §47
    ActionRecorded(p47_powers::Action) = "action-recorded",
    /// §47
    ActionAnswered(p47_powers::Reply) = "action-answered",
    /// §50 9)
    ChecklistMarked(p50_findings::Marks) = "checklist-marked",
    /// §50 7)
    FindingRecorded(p50_findings::Finding) = "finding-recorded",
    /// §50 7)
    FindingWithdrawn(p50_findings::Withdrawal) = "finding-withdrawn",
    /// §44
    ExtensionProposed(p44_extension::Proposal) = "extension-proposed",
    /// §44
    ExtensionDeclined(p44_extension::Declined) = "extension-declined",
    /// §44
    Extended(p44_extension::Extension) = "extended",
    /// §50
    ActDrafted(p50_act::Contents) = "act-drafted",
    /// §49
    ActSigned = "act-signed",
    /// §49
    ActPresented(p49_presentation::Presentation) = "act-presented",
    /// §50 12)
    Acquainted(p51_answer::Acquaintance) = "acquainted",
    /// §49
    AcquaintanceRefused(p51_answer::Mark) = "acquaintance-refused",
    /// §51
    ActCountersigned(p51_answer::Countersignature) = "act-countersigned",
    /// §51
    ObjectionsFiled(p51_answer::Objections) = "objections-filed",
    /// §52
    MaterialsSubmitted = "materials-submitted",
    /// §53
    Decided(p53_decision::Decision) = "decided",
    /// §53 3)
    AgencyInformed(p53_decision::Information) = "agency-informed",
    /// §53 1)
    LetterDrafted(p53_letter::Letter) = "letter-drafted",
    /// §53 1)
    LetterSigned = "letter-signed",
    /// §54
    LetterReceived(p53_letter::Receipt) = "letter-received",
    /// §54
    ActionPlanSubmitted(p54_action_plan::ActionPlan) = "action-plan-submitted",
    /// §54
    ActionPlanReturned(p54_action_plan::Remarks) = "action-plan-returned",
    /// §54
    ActionPlanAccepted = "action-plan-accepted",
    /// §56
    MeasureReported(p56_reports::MeasureReport) = "measure-reported",
    /// §56
    MeasureAccepted(p56_reports::Acceptance) = "measure-accepted",
    /// §56
    MeasureWaived(p56_reports::Waiver) = "measure-waived",
    /// §56
    LiabilityRecorded(p56_reports::Liability) = "liability-recorded",
    /// §56
    RightsRestored(p56_reports::Restoration) = "rights-restored",
    /// §56
    Closed(p56_reports::Closing) = "closed",
    /// §60
    ReportOpened(report::Opening) = "report-opened",
    /// §60
    ReportSigned(report::Signature) = "report-signed",
    /// §60
    ReportCountersigned = "report-countersigned",
    /// §60
    ReportWithdrawn(report::Withdrawal) = "report-withdrawn",
    /// §60
    ReportSubmitted = "report-submitted",
    /// §60
    ReportReturned(report::Return) = "report-returned",
    /// §60
    ReportAccepted = "report-accepted",
    /// §63
    CorrectionRequested(report::Request) = "correction-requested",
    /// §63
    CorrectionDecided(report::Decision) = "correction-decided",
}
