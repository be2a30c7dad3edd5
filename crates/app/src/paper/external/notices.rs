//! §19, §21: what the subject is told about the course of the control.

use documents::{ControlNotice, Document, NoticeAbout};
use law::case::{DocumentKind, FactKind};

use super::super::Press;

impl Press<'_> {
    /// A notice sent in one of the ways of `delivery-…`; before that the way is open.
    fn control_notice(
        &self,
        about: NoticeAbout,
        way: Option<&str>,
        contact: Option<&str>,
        fact: &str,
    ) -> Option<Document> {
        let (_, appointment) = self.check()?;
        Some(Document::ControlNotice(ControlNotice {
            head: self.head(&self.case.body),
            addressee: self.to_the_head(&appointment.subject),
            form: self.control_form(),
            act: self.reference(DocumentKind::AppointmentAct),
            subject: self.object(&appointment.subject),
            about,
            delivery: self.words.t(&way.map_or("paper-open".to_owned(), |way| format!("delivery-{way}"))),
            contacts: self.contacts(contact),
            signature: self.signed(fact),
        }))
    }

    pub(in crate::paper) fn start_notice(&self) -> Option<Document> {
        let (inspection, appointment) = self.check()?;
        let about = NoticeAbout::Start {
            term: self.term(appointment.start, inspection.end.unwrap_or(appointment.end)),
            matter: appointment.matter.clone(),
        };
        let sending = inspection.notice.as_ref().map(|(_, sending)| sending);
        let (way, contact) = (sending.map(|s| s.way.as_str()), sending.map(|s| s.contact.as_str()));
        self.control_notice(about, way, contact, "start-notified")
    }

    pub(in crate::paper) fn extension_notice(&self) -> Option<Document> {
        let extended = self.case.inspection()?.extension.as_ref()?;
        let sending = self.facts(|f| if let FactKind::ExtensionNotified(s) = f { Some(s) } else { None }).last();
        let about = NoticeAbout::Extension {
            until: self.date(extended.until),
            ground: self.words.t(&format!("extension-ground-{}", extended.extension.extension_ground)),
            additional: self.reference(DocumentKind::AdditionalAct),
        };
        let (way, contact) = (sending.map(|(_, s)| s.way.as_str()), sending.map(|(_, s)| s.contact.as_str()));
        self.control_notice(about, way, contact, "extension-notified")
    }

    pub(in crate::paper) fn suspension_notice(&self) -> Option<Document> {
        let (fact, suspension) =
            self.latest(|f| if let FactKind::InspectionSuspended(s) = f { Some(s) } else { None })?;
        let about = NoticeAbout::Suspension { from: self.date(fact.on), reason: suspension.reason.clone() };
        self.control_notice(about, Some(&suspension.way), None, "inspection-suspended")
    }

    pub(in crate::paper) fn resumption_notice(&self) -> Option<Document> {
        let (fact, resumption) =
            self.latest(|f| if let FactKind::InspectionResumed(r) = f { Some(r) } else { None })?;
        let end = self.case.inspection()?.end_in_force().unwrap_or(resumption.ends);
        let about = NoticeAbout::Resumption { on: self.date(fact.on), ends: self.date(end) };
        self.control_notice(about, Some(&resumption.way), None, "inspection-resumed")
    }

    pub(in crate::paper) fn officers_notice(&self) -> Option<Document> {
        let (_, change) = self.latest(|f| if let FactKind::OfficersChanged(c) = f { Some(c) } else { None })?;
        let about = NoticeAbout::Officers {
            before: change.before.iter().map(|p| self.person(p)).collect(),
            after: change.officers.iter().map(|p| self.person(p)).collect(),
            reason: change.reason.clone(),
        };
        self.control_notice(about, Some(&change.way), None, "officers-changed")
    }
}
