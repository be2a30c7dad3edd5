//! From a case to its documents: what the law has established, in the words of the document's language.

mod act;
mod event;
mod external;
mod plan;
mod report;

use std::collections::HashMap;

use documents::{Body, Document, Head, Language, Object, Person, Reference, Signature, Span, Term};
use jiff::civil::Date;
use law::{
    case::{Actor, Capacity, CaseFile, DocumentKind, DocumentRef, Fact, FactKind, actor},
    ch2_external::dossier::Dossier,
    edition::Law,
};

pub use report::ReportPress;

use crate::{
    registry::{Named, Registry},
    words::{Lang, Speaker},
};

/// All that a document is drawn from.
pub struct Press<'a> {
    pub case: &'a CaseFile,
    /// Under which the case is registered; none before its first step.
    pub registered: Option<&'a str>,
    pub law: &'a Law,
    pub registry: &'a Registry,
    /// What other cases tell this one, and the criteria of risk.
    pub dossier: &'a Dossier,
    /// People by user id, with their names in each language.
    pub people: &'a HashMap<String, Named>,
    pub words: Speaker,
    /// The number and code set aside; none for a preview.
    pub issued: Option<&'a DocumentRef>,
    /// Which of its copies, 1 for the first.
    pub copy: u8,
    /// Who signs, where nobody has yet.
    pub signer: &'a Actor,
    pub today: Date,
    pub public_url: &'a str,
    pub demo: bool,
}

/// The interface language in which a document's data are worded.
pub fn lang_of(language: Language) -> Lang {
    match language {
        Language::Kk => Lang::Kk,
        Language::Ru => Lang::Ru,
    }
}

impl Press<'_> {
    /// The document as it stands after the case's facts; none where the case has not come to it.
    pub fn document(&self, kind: DocumentKind) -> Option<Document> {
        match kind {
            DocumentKind::AppointmentAct => self.appointment_act(),
            DocumentKind::AdditionalAct => self.additional_act(),
            DocumentKind::StartNotice => self.start_notice(),
            DocumentKind::ExtensionNotice => self.extension_notice(),
            DocumentKind::SuspensionNotice => self.suspension_notice(),
            DocumentKind::ResumptionNotice => self.resumption_notice(),
            DocumentKind::OfficersNotice => self.officers_notice(),
            DocumentKind::ObstructionProtocol => self.obstruction_protocol(),
            DocumentKind::RefusalProtocol => self.refusal_protocol(),
            DocumentKind::ResultsAct => self.results_act(),
            DocumentKind::Prescription => self.prescription(),
            DocumentKind::Conclusion => self.conclusion(),
            DocumentKind::MoreTimeDecision => self.more_time_decision(),
            DocumentKind::ReportRequest => self.report_request(),
            DocumentKind::Referral => self.referral(),
            DocumentKind::HalfYearList => self.half_year_list(),
            DocumentKind::AnnualPlan => self.annual_plan(),
            DocumentKind::Order => self.order(),
            DocumentKind::OrderChange => self.order_change(),
            DocumentKind::OrderExtension => self.order_extension(),
            DocumentKind::Notice => self.notice(),
            DocumentKind::Act => self.act(),
            DocumentKind::Letter => self.letter(),
            DocumentKind::ActionPlan => self.action_plan(),
            DocumentKind::AppealNotice => self.appeal_notice(),
            DocumentKind::AppealAnswer => self.appeal_answer(),
            DocumentKind::ForwardingLetter => self.forwarding_letter(),
            DocumentKind::DeskOutcome => self.desk_outcome(),
        }
    }

    fn date(&self, date: Date) -> String {
        self.words.date(date)
    }

    fn head(&self, body: &str) -> Head {
        let lang = self.words.lang;
        let other = if lang == Lang::Kk { Lang::Ru } else { Lang::Kk };
        let territory = self.registry.tree.get(body).map_or("republic", |b| b.territory.as_str());
        let city = |lang| self.words.other(lang).t(&format!("city-{territory}"));
        Head {
            body: Body {
                name: self.registry.name(body, lang),
                address: self.registry.address(body, lang),
                bin: self.registry.bin(body),
            },
            body_other: self.registry.name(body, other),
            number: self.issued.map(|d| d.number.to_string()),
            on: self.date(self.issued.map_or(self.today, |d| d.on)),
            place: city(lang),
            place_other: city(other),
            code: self.issued.map(|d| d.code.clone()),
            address_of_page: self.issued.map_or_else(String::new, |d| format!("{}/v/{}", self.public_url, d.code)),
            demo: self.demo,
            draft: self.issued.is_none(),
        }
    }

    fn object(&self, body: &str) -> Object {
        let lang = self.words.lang;
        Object {
            name: self.registry.name(body, lang),
            bin: self.registry.bin(body),
            address: self.registry.address(body, lang),
        }
    }

    fn span(&self, from: Date, to: Date) -> Span {
        Span { starts: self.date(from), ends: self.date(to) }
    }

    fn term(&self, start: Date, end: Date) -> Term {
        Term { starts: self.date(start), ends: self.date(end), working_days: self.working_days(start, end) }
    }

    /// Working days from one day to another, both included.
    fn working_days(&self, start: Date, end: Date) -> u16 {
        let before = start.yesterday().unwrap_or(start);
        u16::try_from(self.law.calendar.working_between(before, end)).unwrap_or(0)
    }

    fn person(&self, person: &actor::Person) -> Person {
        let lang = self.words.lang;
        match self.people.get(&person.user) {
            Some(named) => Person { name: named.name(lang), position: named.position(lang), capacity: String::new() },
            None => Person { name: person.name.clone(), position: person.position.clone(), capacity: String::new() },
        }
    }

    fn actor(&self, actor: &Actor) -> Person {
        let capacity = match actor.capacity {
            Capacity::Head => String::new(),
            Capacity::Acting => self.words.t("capacity-acting"),
        };
        Person { capacity, ..self.person(&actor.person()) }
    }

    /// The last fact of a kind.
    fn last(&self, kind: &str) -> Option<&Fact> {
        self.case.facts.iter().rev().find(|f| f.what.word() == kind)
    }

    fn signature(&self, fact: &Fact) -> Signature {
        let short: String = fact.prev.chars().take(12).collect();
        Signature {
            person: self.actor(&fact.by),
            at: self.words.moment(fact.recorded_at),
            digest_short: Some(short).filter(|s| !s.is_empty()),
        }
    }

    /// The signature of the last fact of a kind, or an empty line for the one who is about to sign.
    fn signed(&self, kind: &str) -> Signature {
        match self.last(kind) {
            Some(fact) if self.issued.is_some() => self.signature(fact),
            _ => Signature { person: self.actor(self.signer), at: String::new(), digest_short: None },
        }
    }

    fn reference(&self, kind: DocumentKind) -> Reference {
        match self.case.document(kind) {
            Some(d) => Reference { number: d.number.to_string(), on: self.date(d.on) },
            None => self.unnumbered(self.today),
        }
    }

    /// Something that came, or is not registered yet: it has its day alone.
    fn unnumbered(&self, on: Date) -> Reference {
        Reference { number: String::new(), on: self.date(on) }
    }

    /// The services of a finding, by name.
    fn services(&self, codes: &[String]) -> String {
        codes.iter().map(|c| self.registry.service(c, self.words.lang)).collect::<Vec<_>>().join("; ")
    }

    fn measures(&self) -> &[law::ch3_internal::p53_letter::Measure] {
        self.case.event().and_then(|e| e.letter.as_ref()).map_or(&[], |l| &l.measures)
    }

    /// Facts of one kind with what they say.
    fn facts<'b, T: 'b>(
        &'b self,
        pick: impl Fn(&'b FactKind) -> Option<T> + 'b,
    ) -> impl Iterator<Item = (&'b Fact, T)> + 'b {
        self.case.facts.iter().filter_map(move |f| pick(&f.what).map(|what| (f, what)))
    }
}
