//! The questions of a step, with names for what it offers: the law knows bodies and cases by their codes.

use law::{
    case::{Field, FieldKind, step::Step},
    ch2_external::dossier::What,
};

use crate::{door::Desk, words::Speaker};

/// What a step asks, as people read it.
pub fn asked(words: &Speaker, desk: &Desk, step: &dyn Step) -> Vec<Field> {
    let mut fields = step.fields(&desk.view(None));
    for field in &mut fields {
        let FieldKind::Pick(options) = &mut field.kind else { continue };
        for (value, label) in options {
            let named = match field.name {
                "basis" => basis(words, desk, value),
                "entry" => entry(words, desk, value),
                _ => None,
            };
            if let Some(named) = named {
                *label = named;
            }
        }
    }
    fields
}

/// What an inspection or a visit may rest on: an entry of a half-year list, an appeal, a prescription.
fn basis(words: &Speaker, desk: &Desk, name: &str) -> Option<String> {
    let told = desk.dossier.told.iter().find(|told| told.name() == name)?;
    match &told.what {
        What::Entry(entry) => {
            let subject = desk.registry.name(told.subject.as_deref()?, words.lang);
            let half = words.half_year(entry.year, entry.half);
            let values = [("half", half.into()), ("number", told.item.as_str().into()), ("subject", subject.into())];
            Some(words.with("entry-offered", &values))
        }
        What::Appeal(appeal) => {
            let number = words.with("subject-of-appeal", &[("number", appeal.number.as_str().into())]);
            Some(format!("{number}: {}", appeal.text))
        }
        What::Check(check) => {
            let (number, on) = check.prescription?;
            let number = words.with("subject-of-prescription", &[("number", number.into())]);
            Some(format!("{number}, {}: {}", words.date(on), check.matter))
        }
        What::Desk(_) => None,
    }
}

/// An entry of the list itself.
fn entry(words: &Speaker, desk: &Desk, number: &str) -> Option<String> {
    let entry = desk.case.list()?.entries.iter().find(|entry| entry.number.to_string() == number)?;
    Some(format!("{number}. {}", desk.registry.name(&entry.subject, words.lang)))
}
