//! What happened: facts are only ever added, each sealed to the one before it.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::actor::Actor;
pub use super::document::{DocumentFile, DocumentKind, DocumentLanguage, DocumentRef};
use crate::ch2_external::p10_list;
use crate::ch2_external::{
    p05_powers, p12_desk_control, p12_desk_control_outcome, p13_grounds, p14_handing, p15_appeals, p15_appeals_answer,
    p15_appeals_route, p17_appointment, p17_registration, p19_extension, p19_suspension, p20_study, p21_notice,
    p22_requirements, p22_start, p23_protocol, p24_results, p25_prescription, p26_delivery, p28_objections,
    p29_more_time, p30_elimination, p32_follow_up, p33_referral, p34_protected,
};
use crate::ch3_internal::{
    p41_grounds, p42_plan, p44_extension, p45_notice, p46_start, p47_powers, p48_experts, p49_presentation, p50_act,
    p50_findings, p51_answer, p53_decision, p53_letter, p54_action_plan, p56_reports,
};
use crate::ch3_reports::report;

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
    /// §17
    InspectionDrafted(Box<p17_appointment::Appointment>) = "inspection-drafted",
    /// §17
    InspectionAppointed = "inspection-appointed",
    /// §17, §19
    ActRegistered(p17_registration::Registration) = "act-registered",
    /// §20
    MaterialsStudied(p20_study::Study) = "materials-studied",
    /// §21
    StartNotified(p21_notice::Sending) = "start-notified",
    /// §21
    OfficersChanged(p21_notice::OfficersChange) = "officers-changed",
    /// §22
    InspectionStarted(p22_start::Handing) = "inspection-started",
    /// §23
    ProtocolDrawn(p23_protocol::Protocol) = "protocol-drawn",
    /// §5
    RequestMade(p05_powers::Request) = "request-made",
    /// §5
    RequestAnswered(p05_powers::Reply) = "request-answered",
    /// §5 5)
    MeasureTaken(p05_powers::Measure) = "measure-taken",
    /// §22
    RequirementsMarked(p22_requirements::Marks) = "requirements-marked",
    /// §25
    ViolationRecorded(p22_requirements::Violation) = "violation-recorded",
    /// §25
    ViolationWithdrawn(p22_requirements::Withdrawal) = "violation-withdrawn",
    /// §34
    ProtectedKept(p34_protected::Protected) = "protected-kept",
    /// §19
    InspectionExtended(p19_extension::Extension) = "inspection-extended",
    /// §19
    ExtensionNotified(p21_notice::Sending) = "extension-notified",
    /// §19
    InspectionSuspended(p19_suspension::Suspension) = "inspection-suspended",
    /// §19
    InspectionResumed(p19_suspension::Resumption) = "inspection-resumed",
    /// §24
    ResultsDrafted(p24_results::Contents) = "results-drafted",
    /// §24
    ResultsSigned = "results-signed",
    /// §25
    PrescriptionDrafted(p25_prescription::Prescribed) = "prescription-drafted",
    /// §25
    PrescriptionSigned = "prescription-signed",
    /// §25
    ConclusionDrafted(p25_prescription::Conclusion) = "conclusion-drafted",
    /// §25
    ConclusionSigned = "conclusion-signed",
    /// §24
    ResultsWithdrawn(p24_results::Withdrawal) = "results-withdrawn",
    /// §26–27
    ResultsDelivered(p26_delivery::Delivery) = "results-delivered",
    /// §28
    InspectionObjected(p28_objections::Objections) = "inspection-objected",
    /// §29
    MoreTimeAsked(p29_more_time::Asked) = "more-time-asked",
    /// §29
    MoreTimeDecided(p29_more_time::Decided) = "more-time-decided",
    /// §30
    EliminationReported(p30_elimination::Report) = "elimination-reported",
    /// §31
    ReportRequested(p30_elimination::ReportRequest) = "report-requested",
    /// §32
    RequestReceived(p30_elimination::Receipt) = "request-received",
    /// §32
    ReportRequestAnswered(p30_elimination::Report) = "report-request-answered",
    /// §30
    EliminationAccepted(p30_elimination::Verdict) = "elimination-accepted",
    /// §30
    EliminationLacking(p30_elimination::Verdict) = "elimination-lacking",
    /// §8, §32
    FollowUpNoted(p32_follow_up::FollowUp) = "follow-up-noted",
    /// §33
    CrimeReferred(p33_referral::Referral) = "crime-referred",
    /// §26
    InspectionAbandoned(p26_delivery::Ending) = "inspection-abandoned",
    /// §26
    InspectionClosed = "inspection-closed",
    /// §12
    DeskOpened(p12_desk_control::Opening) = "desk-opened",
    /// §12
    DeskSourceRecorded(p12_desk_control::Studied) = "desk-source-recorded",
    /// §12
    DeskViolationRecorded(p12_desk_control_outcome::Violation) = "desk-violation-recorded",
    /// §12
    DeskViolationWithdrawn(p12_desk_control_outcome::Withdrawal) = "desk-violation-withdrawn",
    /// §9, §12
    DeskOutcomeDrafted(p12_desk_control_outcome::Outcome) = "desk-outcome-drafted",
    /// §12
    DeskOutcomeIssued = "desk-outcome-issued",
    /// §12
    DeskClosed = "desk-closed",
    /// §13
    AppealAccepted(p13_grounds::Acceptance) = "appeal-accepted",
    /// §14
    AppealHandedWithin(p14_handing::Handing) = "appeal-handed-within",
    /// §14
    AppealTakenOverWithin = "appeal-taken-over-within",
    /// §15
    AppealRegistered(p15_appeals::Registration) = "appeal-registered",
    /// §15
    AppealExtended(p15_appeals::Extension) = "appeal-extended",
    /// §15
    AppealExtensionNotified = "appeal-extension-notified",
    /// §15
    AppealForwarded(p15_appeals_route::Forwarding) = "appeal-forwarded",
    /// §15
    AppealForwardingAcknowledged(p15_appeals_route::Acknowledgement) = "appeal-forwarding-acknowledged",
    /// §41
    AppealHanded(p15_appeals_route::Handing) = "appeal-handed",
    /// §41
    AppealTakenOver = "appeal-taken-over",
    /// §41
    AppealDeclined(p15_appeals_route::Declined) = "appeal-declined",
    /// §15
    AppealAnswerDrafted(p15_appeals_answer::Answer) = "appeal-answer-drafted",
    /// §15
    AppealAnswered(p15_appeals_answer::Signing) = "appeal-answered",
    /// §15
    AppealWithdrawn(p15_appeals_answer::Withdrawal) = "appeal-withdrawn",
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
