//! The life of a report: what its facts make of it, what is owed, its path.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{form::FormId, p60_routing::Route, sheet::Place};
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, DutyState, Fact, FactKind, Role, actor::Person, file::Stop},
    edition::Law,
    rules::RuleId,
    term::{Quarter, Start, SubjectKind, due},
};

/// What a report is: whose form, for which quarter, for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub form: FormId,
    pub quarter: Quarter,
    pub rule: RuleId,
    /// Who receives it; the first accepts it.
    pub to: Vec<BodyId>,
}

/// A child's accepted report that a report contains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub case: String,
    pub body: BodyId,
    pub version: u32,
    /// SHA-256 of its whole.
    pub whole: String,
}

/// What is signed: the frozen contents, by digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// 1 for the first; each return and each correction leads to the next.
    pub version: u32,
    /// SHA-256 of what the body entered itself.
    pub own: String,
    /// SHA-256 of the whole: its own with those of its parts.
    pub whole: String,
    /// SHA-256 of the analytical note.
    pub note: String,
    /// Confirming material, by digest.
    pub evidence: Vec<String>,
    pub parts: Vec<Part>,
    /// Bodies whose accepted report was not there at the signature.
    pub missing: Vec<BodyId>,
    /// Warnings with the executor's comments.
    pub comments: Vec<Comment>,
    pub phone: String,
    pub email: String,
}

/// A warning and what the executor says to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Check and place.
    pub key: String,
    pub text: String,
}

/// A remark of the receiving side, tied to a cell or to the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    #[serde(default)]
    pub place: Option<Place>,
    pub text: String,
}

/// Why a report was returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    pub reason: String,
    pub remarks: Vec<Remark>,
}

/// Why a signed report was taken back before it was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub reason: String,
}

/// A request to correct the report of the fourth quarter (§63).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub reason: String,
    /// The confirming material, by digest.
    pub files: Vec<String>,
}

/// The decision on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// `allow` or `refuse`.
    pub correction: String,
    pub reason: String,
}

/// Where a report stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stage {
    #[default]
    Draft,
    /// By the executor.
    Signed,
    /// By the head, too.
    Countersigned,
    Submitted,
    Returned,
    Accepted,
    /// A correction has been asked for.
    CorrectionAsked,
    /// It has been allowed: the report is open again.
    Correcting,
}

impl Stage {
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Signed,
        Self::Countersigned,
        Self::Submitted,
        Self::Returned,
        Self::Accepted,
        Self::CorrectionAsked,
        Self::Correcting,
    ];

    /// The word in columns and locale keys (`report-stage-…`).
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Signed => "signed",
            Self::Countersigned => "countersigned",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
            Self::CorrectionAsked => "correction-asked",
            Self::Correcting => "correcting",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.word() == word)
    }

    /// Whether cells may be changed.
    pub const fn open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned | Self::Correcting)
    }
}

/// A report, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub opening: Option<Opening>,
    pub opened: Option<Date>,
    pub stage: Stage,
    /// All signatures of executors, oldest first; the last is that of the version in hand.
    pub signatures: Vec<(Date, Person, Signature)>,
    /// The head's signature of the version in hand.
    pub countersigned: Option<(Date, Person)>,
    /// The day of the first submission: it decides whether the report was in time.
    pub first_submitted: Option<Date>,
    pub submitted: Option<Date>,
    /// The version submitted last: what those who receive it see.
    pub submitted_version: Option<u32>,
    pub returns: Vec<(Date, Return)>,
    /// The day and the version of each acceptance.
    pub accepted: Vec<(Date, u32)>,
    pub request: Option<(Date, Request)>,
    pub decisions: Vec<(Date, Decision)>,
}

impl Report {
    pub fn apply(&mut self, fact: &Fact) {
        let on = fact.on;
        match &fact.what {
            FactKind::ReportOpened(opening) => {
                self.opened = Some(on);
                self.opening = Some(opening.clone());
            }
            FactKind::ReportSigned(signature) => {
                self.signatures.push((on, fact.by.person(), signature.clone()));
                self.stage = Stage::Signed;
            }
            FactKind::ReportCountersigned => {
                self.countersigned = Some((on, fact.by.person()));
                self.stage = Stage::Countersigned;
            }
            FactKind::ReportWithdrawn(_) => {
                self.countersigned = None;
                self.stage = if !self.accepted.is_empty() {
                    Stage::Correcting
                } else if self.returns.is_empty() {
                    Stage::Draft
                } else {
                    Stage::Returned
                };
            }
            FactKind::ReportSubmitted => {
                self.first_submitted.get_or_insert(on);
                self.submitted = Some(on);
                self.submitted_version = Some(self.version());
                self.stage = Stage::Submitted;
            }
            FactKind::ReportReturned(returned) => {
                self.returns.push((on, returned.clone()));
                self.countersigned = None;
                self.stage = if self.accepted.is_empty() { Stage::Returned } else { Stage::Correcting };
            }
            FactKind::ReportAccepted => {
                self.accepted.push((on, self.version()));
                self.stage = Stage::Accepted;
            }
            FactKind::CorrectionRequested(request) => {
                self.request = Some((on, request.clone()));
                self.stage = Stage::CorrectionAsked;
            }
            FactKind::CorrectionDecided(decision) => {
                self.decisions.push((on, decision.clone()));
                let allowed = decision.correction == "allow";
                self.stage = if allowed { Stage::Correcting } else { Stage::Accepted };
                if allowed {
                    self.countersigned = None;
                }
            }
            _ => {}
        }
    }

    /// The version signed last; 0 before the first signature.
    pub fn version(&self) -> u32 {
        self.signatures.last().map_or(0, |(_, _, s)| s.version)
    }

    /// The frozen version that counts: the one accepted last.
    pub fn accepted_version(&self) -> Option<u32> {
        self.accepted.last().map(|(_, version)| *version)
    }

    pub fn signature(&self, version: u32) -> Option<&(Date, Person, Signature)> {
        self.signatures.iter().rev().find(|(_, _, s)| s.version == version)
    }

    /// The next version: a signature taken back before submission is made again under its number.
    pub fn next_version(&self) -> u32 {
        let used = self.returns.len() + self.decisions.iter().filter(|(_, d)| d.correction == "allow").count();
        u32::try_from(used).unwrap_or(u32::MAX) + 1
    }

    pub fn duties(&self, case: &CaseFile, law: &Law) -> Vec<Duty> {
        let Some(opening) = &self.opening else { return Vec::new() };
        let known = law.known_on(self.first_submitted.unwrap_or(Date::MAX));
        let Ok(due) = due(&known, opening.rule, Start::Quarter(opening.quarter), SubjectKind::Other) else {
            return Vec::new();
        };
        vec![Duty {
            key: opening.rule.id().to_owned(),
            rule: Some(opening.rule),
            paragraph: opening.rule.rule().paragraph,
            what: opening.rule.key().to_owned(),
            detail: format!("{}, {}", opening.form.index(), opening.quarter),
            body: case.body.clone(),
            roles: &[Role::ReportExecutor, Role::ReportSignatory],
            due: due.due,
            reckoning: Some(due),
            state: self.first_submitted.map_or(DutyState::Open, DutyState::Done),
            step: "submit-report",
        }]
    }

    pub fn rail(&self) -> Vec<Stop> {
        let stop = |word, reached| Stop { word, paragraph: 60, reached, now: false };
        let live = |stages: &[Stage]| !stages.contains(&self.stage);
        let signed = self.signatures.last().map(|(on, ..)| *on).filter(|_| !self.stage.open());
        let countersigned = self.countersigned.as_ref().map(|(on, _)| *on);
        let submitted = self
            .submitted
            .filter(|_| live(&[Stage::Draft, Stage::Signed, Stage::Countersigned, Stage::Returned, Stage::Correcting]));
        let accepted = matches!(self.stage, Stage::Accepted | Stage::CorrectionAsked);
        vec![
            stop("stop-report-opened", self.opened),
            stop("stop-report-signed", signed),
            stop("stop-report-countersigned", countersigned),
            stop("stop-report-submitted", submitted),
            stop("stop-report-accepted", self.accepted.last().map(|(on, _)| *on).filter(|_| accepted)),
        ]
    }

    /// Who may read it: the body's own people from the beginning; those who receive it, the bodies into whose report it
    /// goes and the Agency from the first submission on.
    pub fn readers(&self, case: &CaseFile, tree: &BodyTree) -> Vec<(BodyId, Role)> {
        const OWN: [Role; 6] =
            [Role::ReportExecutor, Role::ReportSignatory, Role::Leader, Role::UnitHead, Role::Analyst, Role::Observer];
        let mut bodies = vec![case.body.clone()];
        if self.first_submitted.is_some() {
            bodies.extend(self.watchers(case, tree).into_iter().filter(|b| *b != case.body));
        }
        let mut readers = Vec::new();
        for body in bodies {
            readers.extend(OWN.map(|role| (body.clone(), role)));
            if body != case.body {
                readers.push((body, Role::Inspector));
            }
        }
        readers
    }

    /// Bodies that may see how far the report is: its own, those above it, those who receive it, the Agency and its
    /// territorial body.
    pub fn watchers(&self, case: &CaseFile, tree: &BodyTree) -> Vec<BodyId> {
        let mut bodies = vec![case.body.clone()];
        bodies.extend(self.opening.iter().flat_map(|o| o.to.clone()));
        bodies.extend(tree.above(&case.body).map(|b| b.id.clone()));
        bodies.extend(tree.agency_of(&case.body).map(|b| b.id.clone()));
        bodies.extend(tree.agency().map(|b| b.id.clone()));
        bodies.sort();
        bodies.dedup();
        bodies
    }
}

impl Opening {
    pub fn of(route: Route, quarter: Quarter) -> Self {
        Self { form: route.form, quarter, rule: route.rule, to: route.to }
    }
}

/// The case of a report: a body has one for each form and quarter.
pub fn case_id(body: &str, form: FormId, quarter: Quarter) -> String {
    format!("{}-{}-{body}", form.word(), quarter.to_string().to_lowercase())
}
