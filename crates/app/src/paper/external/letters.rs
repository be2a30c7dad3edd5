//! §15 and art. 25 of the Law on public services: the letters that an appeal brings forth.

use documents::{Addressee, AppealAnswer, AppealConclusion, AppealNotice, Document, ForwardingLetter, Reference};
use jiff::civil::Date;
use law::{
    case::FactKind,
    ch2_external::{appeal::Appeal, p15_appeals::Registration},
};

use super::{super::Press, joined, lines, number, paragraphs};

impl Press<'_> {
    fn registered_appeal(&self) -> Option<(&Appeal, Date, &Registration)> {
        let appeal = self.case.appeal()?;
        appeal.registration.as_ref().map(|(received, registered)| (appeal, *received, registered))
    }

    /// The applicant's own number, or that under which it is registered here.
    fn appeal_reference(&self, received: Date, registered: &Registration) -> Reference {
        let own = registered.incoming.as_deref().or(self.registered).unwrap_or_default();
        Reference { number: number(own), on: self.date(received) }
    }

    fn applicant(&self, registered: &Registration) -> Addressee {
        let name = registered.applicant.iter().chain(&registered.contact).cloned().collect::<Vec<_>>();
        Addressee { body: String::new(), position: String::new(), name: name.join("\n") }
    }

    /// Who wrote the last fact of a kind: the one to ask.
    fn by(&self, fact: &str) -> String {
        self.last(fact).map(|f| self.actor(&f.by)).map_or(String::new(), |p| joined([p.name.as_str(), &p.position]))
    }

    pub(in crate::paper) fn forwarding_letter(&self) -> Option<Document> {
        let (_, received, registered) = self.registered_appeal()?;
        let (_, forwarding) = self.latest(|f| if let FactKind::AppealForwarded(f) = f { Some(f) } else { None })?;
        let lang = self.words.lang;
        let organisation = forwarding.to_organisation.clone();
        let to = forwarding.to_body.as_deref().map(|id| self.registry.name(id, lang)).or(organisation);
        let nameless = || self.words.t("paper-anonymous");
        Some(Document::ForwardingLetter(ForwardingLetter {
            head: self.head(&self.case.body),
            addressee: Addressee { body: to.unwrap_or_default(), position: String::new(), name: String::new() },
            appeal: self.appeal_reference(received, registered),
            applicant: registered.applicant.clone().unwrap_or_else(nameless),
            provider: self.registry.name(&registered.subject, lang),
            service: Some(self.services(&registered.services)).filter(|s| !s.is_empty()).unwrap_or("–".into()),
            summary: paragraphs([registered.matter.clone(), registered.text.clone()]),
            attachments: vec![self.words.t("paper-copy-of-appeal")],
            contacts: self.by("appeal-forwarded"),
            signature: self.signed("appeal-forwarded"),
            copy_to: Addressee {
                body: String::new(),
                position: String::new(),
                name: registered.applicant.clone().unwrap_or_default(),
            },
        }))
    }

    pub(in crate::paper) fn appeal_answer(&self) -> Option<Document> {
        let (appeal, received, registered) = self.registered_appeal()?;
        let (_, answer) = appeal.answer.as_ref().filter(|_| !registered.anonymous)?;
        let measures = answer.measures.clone().unwrap_or_default();
        Some(Document::AppealAnswer(AppealAnswer {
            head: self.head(&self.case.body),
            addressee: self.applicant(registered),
            appeal: self.appeal_reference(received, registered),
            conclusion: match answer.outcome.as_str() {
                "justified" => AppealConclusion::Confirmed,
                "partly" => AppealConclusion::PartlyConfirmed,
                "explained" => AppealConclusion::Explained,
                "left" => AppealConclusion::Left,
                _ => AppealConclusion::NotConfirmed,
            },
            text: paragraphs([answer.text.clone(), measures]),
            restored: lines(answer.restoration.as_deref()),
            contacts: self.by("appeal-answer-drafted"),
            signature: self.signed("appeal-answered"),
        }))
    }

    pub(in crate::paper) fn appeal_notice(&self) -> Option<Document> {
        let (appeal, received, registered) = self.registered_appeal()?;
        let (_, extension) = appeal.extension.as_ref().filter(|_| !registered.anonymous)?;
        Some(Document::AppealNotice(AppealNotice {
            head: self.head(&self.case.body),
            addressee: self.applicant(registered),
            appeal: self.appeal_reference(received, registered),
            reason: extension.reason.clone(),
            until: self.date(appeal.review_due(self.law)?.due),
            contacts: self.by("appeal-extended"),
            signature: self.signed("appeal-extension-notified"),
        }))
    }
}
