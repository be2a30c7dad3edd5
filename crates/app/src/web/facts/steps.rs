//! The steps that write the facts of a journal.

use law::case::FactKind;

/// The steps that write facts: by them labels are chosen, and it is seen what came late.
const STEPS: &[(&str, &str)] = &[
    ("inspection-drafted", "draft-appointment"),
    ("inspection-appointed", "sign-appointment"),
    ("act-registered", "record-registration"),
    ("materials-studied", "study-materials"),
    ("start-notified", "send-start-notice"),
    ("officers-changed", "change-officers"),
    ("inspection-started", "start-inspection"),
    ("protocol-drawn", "draw-protocol"),
    ("request-made", "make-request"),
    ("request-answered", "answer-inspection-request"),
    ("measure-taken", "take-measure"),
    ("requirements-marked", "mark-requirements"),
    ("violation-recorded", "record-violation"),
    ("violation-withdrawn", "withdraw-violation"),
    ("protected-kept", "keep-protected"),
    ("inspection-extended", "extend-inspection"),
    ("extension-notified", "send-extension-notice"),
    ("inspection-suspended", "suspend-inspection"),
    ("inspection-resumed", "resume-inspection"),
    ("results-drafted", "draft-results"),
    ("results-signed", "sign-results"),
    ("results-withdrawn", "withdraw-results"),
    ("appeal-handed-within", "hand-within-agency"),
    ("appeal-taken-over-within", "take-over-within-agency"),
    ("prescription-drafted", "draft-prescription"),
    ("prescription-signed", "sign-prescription"),
    ("conclusion-drafted", "draft-conclusion"),
    ("conclusion-signed", "sign-conclusion"),
    ("results-delivered", "deliver-results"),
    ("inspection-objected", "object-to-results"),
    ("more-time-asked", "ask-more-time"),
    ("more-time-decided", "decide-more-time"),
    ("elimination-reported", "report-elimination"),
    ("report-requested", "request-report"),
    ("request-received", "receive-report-request"),
    ("report-request-answered", "answer-report-request"),
    ("elimination-accepted", "accept-elimination"),
    ("elimination-lacking", "find-lacking"),
    ("follow-up-noted", "note-follow-up"),
    ("crime-referred", "refer-crime"),
    ("inspection-abandoned", "abandon-inspection"),
    ("inspection-closed", "close-inspection"),
    ("desk-opened", "open-desk-control"),
    ("desk-source-recorded", "record-desk-source"),
    ("desk-violation-recorded", "record-desk-violation"),
    ("desk-violation-withdrawn", "withdraw-desk-violation"),
    ("desk-outcome-drafted", "draft-desk-outcome"),
    ("desk-outcome-issued", "issue-desk-outcome"),
    ("desk-closed", "close-desk-control"),
    ("appeal-accepted", "accept-as-ground"),
    ("appeal-registered", "register-appeal"),
    ("appeal-extended", "extend-appeal"),
    ("appeal-extension-notified", "notify-appeal-extension"),
    ("appeal-forwarded", "forward-appeal"),
    ("appeal-forwarding-acknowledged", "acknowledge-forwarding"),
    ("appeal-handed", "hand-to-internal-control"),
    ("appeal-taken-over", "take-over-appeal"),
    ("appeal-declined", "decline-appeal"),
    ("appeal-answer-drafted", "draft-appeal-answer"),
    ("appeal-answered", "answer-appeal"),
    ("appeal-withdrawn", "withdraw-appeal"),
    ("list-opened", "open-list"),
    ("subject-selected", "select-subject"),
    ("entry-changed", "change-entry"),
    ("entry-removed", "remove-entry"),
    ("list-approved", "approve-list"),
    ("list-registered", "record-list-registration"),
    ("list-published", "publish-list"),
    ("list-abandoned", "abandon-list"),
    ("plan-approved", "approve-plan"),
    ("notice-sent", "send-notice"),
    ("started", "start-event"),
    ("action-recorded", "record-action"),
    ("action-answered", "answer-action"),
    ("finding-withdrawn", "withdraw-finding"),
    ("extension-proposed", "propose-extension"),
    ("extension-declined", "decline-extension"),
    ("act-presented", "present-act"),
    ("act-countersigned", "countersign-act"),
    ("objections-filed", "file-objections"),
    ("materials-submitted", "submit-materials"),
    ("letter-received", "receive-letter"),
    ("action-plan-submitted", "submit-action-plan"),
    ("measure-reported", "report-measure"),
    ("measure-waived", "waive-measure"),
];

/// The step that writes a kind of fact.
pub fn step_of(what: &FactKind) -> Option<&'static str> {
    if matches!(what, FactKind::ResultsDelivered(delivery) if delivery.incoming.is_some()) {
        return Some("deliver-to-chancellery");
    }
    STEPS.iter().find(|(fact, _)| *fact == what.word()).map(|(_, step)| *step)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use law::case::Procedure;

    use super::{super::SILENT, STEPS};
    use crate::words::{Lang, Words};

    /// The kinds of facts of external control as they are spelled: the type of what they carry, and the word.
    fn external() -> Vec<(String, String)> {
        let source = include_str!("../../../../law/src/case/fact.rs");
        let table = source.split("\nfacts! {\n").nth(1).expect("the table of facts");
        let rows = table.lines().filter_map(|line| line.trim().strip_suffix("\",")?.split_once(" = \""));
        let rows = rows.take_while(|(_, word)| *word != "plan-opened");
        let carried =
            |kind: &str| kind.split_once('(').map_or("", |(_, of)| of).replace("Box<", "").replace([')', '>'], "");
        rows.map(|(kind, word)| (carried(kind), word.to_owned())).collect()
    }

    /// What is told of such a fact, by name.
    fn names(carried: &str) -> Vec<String> {
        let Some((module, kind)) = carried.split_once("::") else { return Vec::new() };
        let law = Path::new(env!("CARGO_MANIFEST_DIR")).join("../law/src/ch2_external");
        let source = fs::read_to_string(law.join(format!("{module}.rs"))).unwrap();
        let (_, rest) = source.split_once(&format!("pub struct {kind} {{\n")).unwrap_or_else(|| panic!("{carried}"));
        let (fields, _) = rest.split_once("\n}").expect("the end of the struct");
        let fields = fields.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
        fields.map(|(name, _)| name.to_owned()).collect()
    }

    #[test]
    fn every_fact_of_external_control_is_told_in_words() {
        let words = Words::load();
        let steps: BTreeSet<&str> = Procedure::ALL.iter().flat_map(|p| p.steps()).map(|step| step.id()).collect();
        let facts = external();
        assert!(facts.len() > 60);
        for (carried, word) in &facts {
            let step = STEPS.iter().find(|(fact, _)| fact == word).map(|(_, step)| *step);
            let step = step.filter(|step| steps.contains(step)).unwrap_or_else(|| panic!("no step writes {word}"));
            let told = names(carried).into_iter().filter(|name| name != "files");
            for name in told.filter(|name| !SILENT.contains(&name.as_str()) || name == "number") {
                for lang in Lang::ALL {
                    let speaker = words.speaker(lang);
                    let keys = [format!("field-{step}-{name}"), format!("field-{name}")];
                    assert!(keys.iter().any(|key| speaker.maybe(key).is_some()), "{lang}: {word} {name}");
                }
            }
        }
    }
}
