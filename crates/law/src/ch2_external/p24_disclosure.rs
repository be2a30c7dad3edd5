//! §24, §26, §33: what the inspected subject is shown of a case. What officers note and draft is theirs until the result is handed
//! over; of its three copies the second is the subject's; that materials went to another body is not for the subject at all.

use crate::case::{CaseFile, DocumentKind, FactKind};

/// The copy of the subject.
const SECOND: u8 = 2;

/// Whether somebody of this body looks at the case as its subject.
fn subject(case: &CaseFile, body: &str) -> bool {
    case.inspection().is_some() && body != case.body && case.object.as_deref() == Some(body)
}

/// Whether a body may know what the control has found.
pub fn results_shown(case: &CaseFile, body: &str) -> bool {
    !subject(case, body) || case.inspection().is_some_and(|i| i.delivered.is_some())
}

/// Whether a body is told of a fact.
pub fn tells(case: &CaseFile, body: &str, what: &FactKind) -> bool {
    match what {
        FactKind::InspectionDrafted(_)
        | FactKind::MaterialsStudied(_)
        | FactKind::RequirementsMarked(_)
        | FactKind::ViolationRecorded(_)
        | FactKind::ViolationWithdrawn(_)
        | FactKind::ResultsDrafted(_)
        | FactKind::PrescriptionDrafted(_)
        | FactKind::ConclusionDrafted(_)
        | FactKind::ResultsWithdrawn(_)
        | FactKind::CrimeReferred(_) => !subject(case, body),
        FactKind::ResultsSigned | FactKind::PrescriptionSigned | FactKind::ConclusionSigned => {
            results_shown(case, body)
        }
        _ => true,
    }
}

/// Whether a body may open a copy of a document of the case.
pub fn shows(case: &CaseFile, body: &str, kind: DocumentKind, copy: u8) -> bool {
    match kind {
        DocumentKind::ResultsAct | DocumentKind::Prescription | DocumentKind::Conclusion => {
            !subject(case, body) || (results_shown(case, body) && (kind.copies() == 1 || copy == SECOND))
        }
        DocumentKind::Referral => !subject(case, body),
        _ => true,
    }
}
