//! The documents of external control, from the half-year list to the answer to an appeal.

mod appointment;
mod follow;
mod letters;
mod list;
mod notices;
mod protocols;
mod results;

use documents::{Addressee, ControlForm, Person, Reference, Severity, Signature, Span};
use law::{
    case::{DocumentKind, Fact, FactKind, Procedure},
    ch2_external::{
        inspection::Inspection, p17_appointment::Appointment, p24_results::Contents, signatures::Signatures,
    },
};

use super::Press;

impl Press<'_> {
    /// The inspection or the visit, with what its act says.
    fn check(&self) -> Option<(&Inspection, &Appointment)> {
        let inspection = self.case.inspection()?;
        inspection.appointment.as_ref().map(|appointment| (inspection, appointment))
    }

    fn control_form(&self) -> ControlForm {
        match self.case.procedure {
            Procedure::Visit => ControlForm::Visit,
            _ => ControlForm::Inspection,
        }
    }

    fn requirement(&self, number: &str) -> String {
        self.words.t(&format!("checklist-{number}"))
    }

    /// Whoever heads the body; of the name only an answer of the subject tells.
    fn to_the_head(&self, body: &str) -> Addressee {
        Addressee {
            body: self.registry.name(body, self.words.lang),
            position: self.words.t("paper-to-the-head"),
            name: String::new(),
        }
    }

    /// Whom to ask about the inspection.
    fn contacts(&self, contact: Option<&str>) -> String {
        let Some(inspection) = self.case.inspection() else { return String::new() };
        let told = inspection.notice.as_ref().map(|(_, sending)| sending.contact.as_str());
        let officer = inspection.officers.first().map(|p| self.person(p).name);
        joined(officer.iter().map(String::as_str).chain(contact.or(told)))
    }

    /// The fact from which a document is drawn up: the last of its kind. One that has its document already is not drawn again
    /// as a draft.
    fn latest<'a, T>(&'a self, pick: impl Fn(&'a FactKind) -> Option<&'a T> + 'a) -> Option<(&'a Fact, &'a T)> {
        let (fact, what) = self.facts(pick).last()?;
        (self.issued.is_some() || fact.documents.is_empty()).then_some((fact, what))
    }

    /// A document of the case, once it has its number.
    fn cited(&self, kind: DocumentKind) -> Option<Reference> {
        self.case.document(kind).map(|_| self.reference(kind))
    }

    /// A line for each officer: the signature, or room for it. Those in force are the last facts of their kind: what was signed
    /// before the document was written anew counts no more.
    fn officers_signatures(&self, signed: &str, signatures: &Signatures) -> Vec<Signature> {
        let facts: Vec<&Fact> = self.case.facts.iter().filter(|f| f.what.word() == signed).collect();
        let void = facts.len().saturating_sub(signatures.given.len());
        let given = facts[void..].iter().map(|f| self.signature(f));
        let waiting = signatures.awaited(self.case.executors()).map(|p| unsigned(self.person(p)));
        given.chain(waiting).collect()
    }

    /// What the act on results, the prescription and the conclusion have in common.
    fn drawn(&self, signatures: &Signatures) -> Option<Drawn> {
        let (inspection, appointment) = self.check()?;
        let contents = inspection.contents.clone().unwrap_or_default();
        let drawn_on = signatures.given.first().map_or(self.today, |(on, _)| *on);
        let started = inspection.started.unwrap_or(appointment.start);
        let ended = inspection.delivered.as_ref().map_or(drawn_on, |(on, _)| *on);
        let representative =
            person(contents.representative_name.as_deref(), contents.representative_position.as_deref());
        Some(Drawn {
            on: self.date(drawn_on),
            held: self.span(started, ended),
            representatives: Some(representative).filter(|p| !p.name.is_empty()).into_iter().collect(),
            officers: signatures.signatories(&inspection.officers).map(|p| self.person(p)).collect(),
            contents,
        })
    }
}

struct Drawn {
    on: String,
    held: Span,
    representatives: Vec<Person>,
    officers: Vec<Person>,
    contents: Contents,
}

/// Somebody without an account, as the case names them.
fn person(name: Option<&str>, position: Option<&str>) -> Person {
    Person {
        name: name.unwrap_or_default().to_owned(),
        position: position.unwrap_or_default().to_owned(),
        capacity: String::new(),
    }
}

/// A line for the pen.
fn unsigned(person: Person) -> Signature {
    Signature { person, at: String::new(), digest_short: None }
}

fn severity(word: &str) -> Severity {
    match word {
        "gross" => Severity::Gross,
        "significant" => Severity::Significant,
        _ => Severity::Insignificant,
    }
}

/// What was written a line each, without the stops that a list sets itself.
fn lines(text: Option<&str>) -> Vec<String> {
    let lines = text.unwrap_or_default().lines().map(|line| line.trim().trim_end_matches([';', '.']));
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The parts that there are, with commas.
fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Paragraphs that there are, each with its stop.
fn paragraphs(parts: impl IntoIterator<Item = String>) -> String {
    let stopped = |part: String| {
        let part = part.trim();
        let stop = if part.ends_with(['.', '!', '?', '…', ':', ';', '»']) { "" } else { "." };
        (!part.is_empty()).then(|| format!("{part}{stop}"))
    };
    parts.into_iter().filter_map(stopped).collect::<Vec<_>>().join("\n\n")
}

/// A number without the sign that the page sets itself.
fn number(text: &str) -> String {
    text.trim().trim_start_matches('№').trim().to_owned()
}
