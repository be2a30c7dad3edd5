//! Every word the law asks of a language. The product does not build while one of its languages lacks one of them.

use crate::{
    bodies::BodyKind,
    calendar::Why,
    case::{Capacity, CaseFile, DocumentKind, FactKind, FieldError, Procedure, Role},
    ch2_external::{
        exchange::PackageKind,
        invalidity::Breach,
        moved::Moved,
        p05_powers,
        p10_list::HALVES,
        p11_risk::{FAULTS, Measure, Source},
        p12_desk_control, p12_desk_control_outcome, p13_grounds, p15_appeals, p15_appeals_answer, p17_registration,
        p17_steps, p19_extension, p23_protocol, p29_more_time, p34_protected,
    },
    ch3_internal::{
        p41_grounds::Ground,
        p45_notice::WAYS,
        p47_powers::ACTIONS,
        p48_experts::RELATIONS,
        p50_findings::{MARKS, REQUIREMENTS, SEVERITIES, VIOLATIONS},
        p53_decision::DECISIONS,
        p53_letter::MEASURES,
        p56_reports::{PENALTIES, PERSONS},
    },
    ch3_reports::{
        FormId,
        checks::{self, Check},
        p63_correction::CORRECTIONS,
        report::Stage,
    },
    edition::{Edition, ParameterId},
    paragraphs::{self, Place},
    readings::ReadingId,
    rules::RuleId,
    term::TermError,
};

mod lists;

pub use lists::{FIELDS, REFUSALS};

/// Answers to choose from: the prefix, and the values that follow it after a hyphen.
pub const CHOICES: &[(&str, &[&str])] = &[
    ("inspection-ground", &p13_grounds::GROUNDS),
    ("size", &p17_steps::SIZES),
    ("registration", &p17_steps::REGISTRATIONS),
    ("registered", &p17_registration::REGISTERED),
    ("extension-ground", &p19_extension::GROUNDS),
    ("obstruction", &p23_protocol::OBSTRUCTIONS),
    ("power", &p05_powers::POWERS),
    ("article153", &p05_powers::MEASURES),
    ("secret", &p34_protected::SECRETS),
    ("more-time", &p29_more_time::DECISIONS),
    ("ground", &Ground::WORDS),
    ("delivery", &WAYS),
    ("action", &ACTIONS),
    ("relation", &RELATIONS),
    ("violation", &VIOLATIONS),
    ("severity", &SEVERITIES),
    ("checklist", &REQUIREMENTS),
    ("mark", &MARKS),
    ("decision", &DECISIONS),
    ("measure", &MEASURES),
    ("penalty", &PENALTIES),
    ("person", &PERSONS),
    ("form-short", &["1-mq", "2-mq", "3-mq", "4-mq"]),
    ("correction", &CORRECTIONS),
    ("appeal-source", &p15_appeals::SOURCES),
    ("appeal-channel", &p15_appeals::CHANNELS),
    ("applicant-kind", &p15_appeals::APPLICANTS),
    ("appeal-outcome", &p15_appeals_answer::OUTCOMES),
    ("desk-source", &p12_desk_control::SOURCES),
    ("desk-outcome", &p12_desk_control_outcome::OUTCOMES),
    ("half", &HALVES),
];

/// Every locale key the law needs, each once.
pub fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    let mut add = |prefix: &str, words: &mut dyn Iterator<Item = &str>, endings: &[&str]| {
        for word in words {
            keys.extend(endings.iter().map(|ending| format!("{prefix}{word}{ending}")));
        }
    };
    for procedure in Procedure::ALL {
        add("procedure-", &mut [procedure.word()].into_iter(), &[""]);
        // A visit has the steps and the path of an inspection.
        if procedure == Procedure::Visit {
            continue;
        }
        add("step-", &mut procedure.steps().iter().map(|s| s.id()), &["", "-lead", "-do"]);
        add("", &mut CaseFile::new("", procedure, "").rail().iter().map(|s| s.word), &[""]);
    }
    add("stop-inspection-", &mut ["suspended"].into_iter(), &[""]);
    add("field-", &mut FIELDS.iter().copied(), &[""]);
    for (prefix, values) in CHOICES {
        add(&format!("{prefix}-"), &mut values.iter().copied(), &[""]);
    }
    add("refusal-", &mut REFUSALS.iter().copied(), &[""]);
    add("error-", &mut FieldError::CODES.iter().copied(), &[""]);
    add("fact-", &mut FactKind::WORDS.iter().copied(), &[""]);
    add("document-", &mut DocumentKind::ALL.iter().map(|d| d.word()), &[""]);
    add("role-", &mut Role::ALL.iter().map(|r| r.word()), &[""]);
    add("capacity-", &mut [Capacity::Head, Capacity::Acting].iter().map(|c| c.word()), &[""]);
    add("side-", &mut ["control", "object", "receiver"].into_iter(), &[""]);
    add("body-kind-", &mut BodyKind::ALL.iter().map(|b| b.word()), &[""]);
    add("rule-", &mut RuleId::ALL.iter().map(|r| r.id()), &["", "-term"]);
    add("duty-", &mut ["answer", "draft-answer", "deliver-visit"].into_iter(), &[""]);
    add("edition-", &mut Edition::ALL.iter().map(|e| e.id()), &[""]);
    add("why-", &mut Why::KEYS.iter().copied(), &[""]);
    add("reading-", &mut ReadingId::ALL.iter().map(|r| r.id()), &["-title", "-text"]);
    add("parameter-", &mut ParameterId::ALL.iter().map(|p| p.id()), &[""]);
    add("", &mut TermError::KEYS.iter().copied(), &[""]);
    add("transfer-", &mut ["from-is-working", "to-is-off"].into_iter(), &[""]);
    for paragraph in paragraphs::ALL {
        add("para-", &mut [paragraph.number.to_string().as_str()].into_iter(), &["", "-title"]);
        if let Place::NoCode(why) = paragraph.place {
            add("", &mut [why].into_iter(), &[""]);
        }
    }
    add("moved-by-", &mut Moved::BY.iter().copied(), &[""]);
    add("breach-", &mut Breach::ALL.iter().map(|b| b.word()), &[""]);
    add("package-", &mut PackageKind::ALL.iter().map(|k| k.word()), &[""]);
    add("delivery-", &mut ["chancellery"].into_iter(), &[""]);
    add("report-stage-", &mut Stage::ALL.iter().map(|s| s.word()), &[""]);
    add("check-", &mut checks::MESSAGES.iter().copied(), &[""]);
    add("check-name-", &mut Check::ALL.iter().map(|c| c.word()), &[""]);
    add("risk-measure-", &mut Measure::ALL.iter().map(|m| m.word()), &[""]);
    add("risk-unit-", &mut Measure::UNITS.iter().copied(), &[""]);
    add("risk-source-", &mut Source::KINDS.iter().copied(), &[""]);
    add("criteria-fault-", &mut FAULTS.iter().copied(), &[""]);
    for form in FormId::ALL {
        form_keys(form, &mut keys);
    }
    for item in 1..=13 {
        keys.push(format!("act-item-{item}"));
    }
    keys
}

/// Labels of a form: of itself, its sections, rows, lines, and the headings of its note.
fn form_keys(form: FormId, keys: &mut Vec<String>) {
    let definition = form.form(Edition::JULY_2021);
    let mut add = |rest: String| keys.push(format!("form-{form}-{rest}"));
    for word in ["index", "title", "addressee", "reporters", "due", "data", "name", "analysis-title"] {
        add(word.to_owned());
    }
    for section in definition.sections.iter().filter(|s| !s.is_empty()) {
        add(format!("section-{}", section.replace('.', "-")));
    }
    for row in definition.rows {
        add(format!("row-{}", row.key()));
        add(format!("help-{}", row.key()));
        if row.lines().is_some() && !matches!(form, FormId::Corporation | FormId::Electronic) {
            add(format!("lines-{}", row.key()));
        }
    }
    for (part, points) in definition.analysis {
        add(format!("analysis-{part}"));
        for point in 1..=*points {
            add(format!("analysis-{part}-{point}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    /// All sources of the law without their tests.
    fn sources() -> String {
        fn read(folder: &Path, into: &mut String) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                if path.is_dir() && !name.ends_with("tests") && name != "walk" {
                    read(&path, into);
                } else if name.ends_with(".rs")
                    && !["words.rs", "testing.rs", "walk.rs", "chance.rs", "sample.rs"].contains(&name.as_str())
                {
                    let text = fs::read_to_string(&path).unwrap();
                    into.push_str(text.split("#[cfg(test)]\nmod tests {").next().unwrap());
                }
            }
        }
        let mut all = String::new();
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
        all
    }

    /// The `nth` string literal of each call of this name, and how many calls have none among their first words.
    fn literals(sources: &str, call: &str, nth: usize) -> (BTreeSet<String>, usize) {
        let mut without = 0;
        let mut found = BTreeSet::new();
        for (at, _) in sources.match_indices(call) {
            let mut parts = sources[at + call.len()..].split('"');
            match parts.next() {
                Some(before) if before.trim().len() <= 20 => {
                    found.extend(parts.nth(2 * nth).map(str::to_owned));
                }
                _ => without += 1,
            }
        }
        (found, without)
    }

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn every_refusal_of_the_sources_has_words() {
        let sources = sources();
        assert_eq!(
            literals(&sources, "Refusal::new(", 0),
            (set(REFUSALS), 0),
            "every code is spelled where it is used"
        );
        assert!(REFUSALS.is_sorted() && FIELDS.is_sorted());
    }

    #[test]
    fn every_question_of_the_sources_has_words() {
        let sources = sources();
        let kinds = ["new(", "text(", "lines(", "date(", "flag(", "choice("];
        let calls = kinds.map(|kind| literals(&sources, &format!("Field::{kind}"), 0));
        assert!(calls.iter().all(|(_, without)| *without == 0), "every name is spelled where it is used");
        assert_eq!(calls.into_iter().flat_map(|(names, _)| names).collect::<BTreeSet<_>>(), set(FIELDS));
        let (mut prefixes, _) = literals(&sources, "Field::choice(", 1);
        prefixes.extend(literals(&sources, "Choices { prefix: ", 0).0);
        assert_eq!(prefixes, CHOICES.iter().map(|(prefix, _)| (*prefix).to_owned()).collect());
    }

    #[test]
    fn every_key_is_asked_once_and_can_be_one() {
        let keys = keys();
        let mut seen = BTreeSet::new();
        for key in &keys {
            assert!(seen.insert(key), "{key} twice");
            assert!(key.starts_with(|c: char| c.is_ascii_lowercase()), "{key}");
            assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{key}");
        }
        for key in [
            "step-draft-order-lead",
            "field-plan_item",
            "ground-plan",
            "violation-3-1",
            "refusal-too-long",
            "fact-drafted",
            "stop-closed",
            "stop-plan-approved",
            "rule-61-district-term",
            "para-65-title",
            "why-weekend",
            "reading-R-16-text",
            "parameter-44-times",
            "error-required",
            "side-object",
            "duty-answer",
        ] {
            assert!(seen.contains(&key.to_owned()), "{key}");
        }
    }
}
