//! Orders, notice, letter and action plan of a control event.

use documents::{
    ActionPlan, ActionPlanLine, Addressee, Document, Expert, Ground, Letter, Measure, Notice, Order, OrderChange,
    OrderExtension, Person, Reference,
};
use law::{
    case::{DocumentKind, FactKind},
    ch3_internal::p41_grounds,
};

use super::Press;

impl Press<'_> {
    pub(super) fn order(&self) -> Option<Document> {
        let event = self.case.event()?;
        let appointment = event.appointment.as_ref()?;
        let experts = self.facts(|f| if let FactKind::ExpertEngaged(expert) = f { Some(expert) } else { None }).map(
            |(fact, expert)| Expert {
                person: Person {
                    name: expert.name.clone(),
                    position: format!("{}, {}", expert.speciality, expert.organisation),
                    capacity: String::new(),
                },
                declared_on: self.date(fact.on),
            },
        );
        Some(Document::Order(Order {
            head: self.head(&self.case.body),
            ground: self.ground(appointment),
            object: self.object(&appointment.object),
            matter: appointment.matter.clone(),
            period: self.span(appointment.period_from, appointment.period_to),
            term: self.term(appointment.start, appointment.end),
            executors: appointment.executors.iter().map(|p| self.person(p)).collect(),
            experts: experts.collect(),
            control: None,
            signature: self.signed("appointed"),
        }))
    }

    fn ground(&self, appointment: &p41_grounds::Appointment) -> Ground {
        let reference = Reference {
            number: appointment.reference.clone().unwrap_or_default().trim_start_matches('№').trim().to_owned(),
            on: appointment.reference_on.map(|d| self.date(d)).unwrap_or_default(),
        };
        let facts = appointment.facts.clone().unwrap_or_default();
        match appointment.ground {
            p41_grounds::Ground::Plan => {
                let (plan, item) =
                    appointment.plan_item.as_deref().and_then(|id| id.split_once('/')).unwrap_or_default();
                let order = self.registry.plan_order(plan);
                Ground::AnnualPlan {
                    year: u16::try_from(appointment.start.year()).unwrap_or_default(),
                    item: item.to_owned(),
                    order: Reference {
                        number: order.map(|o| o.number.to_string()).unwrap_or_default(),
                        on: order.map(|o| self.date(o.on)).unwrap_or_default(),
                    },
                }
            }
            p41_grounds::Ground::Appeal => Ground::Appeal { appeal: reference, facts },
            p41_grounds::Ground::Monitoring => {
                Ground::Monitoring { period: appointment.reference.clone().unwrap_or_default(), findings: facts }
            }
            p41_grounds::Ground::Instruction => Ground::Instruction { instruction: reference, text: facts },
        }
    }

    pub(super) fn order_change(&self) -> Option<Document> {
        let appointment = self.case.event()?.appointment.as_ref()?;
        let mut moves = self.facts(|f| if let FactKind::StartMoved(dates) = f { Some(dates) } else { None });
        let (_, after) = moves.by_ref().last()?;
        let all: Vec<_> =
            self.facts(|f| if let FactKind::StartMoved(dates) = f { Some(dates) } else { None }).collect();
        let before = all.iter().rev().nth(1).map_or((appointment.start, appointment.end), |(_, d)| (d.start, d.end));
        Some(Document::OrderChange(OrderChange {
            head: self.head(&self.case.body),
            order: self.reference(DocumentKind::Order),
            object: self.object(&appointment.object),
            reason: after.reason.clone(),
            before: self.term(before.0, before.1),
            after: self.term(after.start, after.end),
            control: None,
            signature: self.signed("start-moved"),
        }))
    }

    pub(super) fn order_extension(&self) -> Option<Document> {
        let event = self.case.event()?;
        let appointment = event.appointment.as_ref()?;
        let proposal = event.proposal.as_ref()?;
        let proposed = self.last("extension-proposed")?;
        let moved = self.facts(|f| if let FactKind::StartMoved(d) = f { Some(d.end) } else { None }).last();
        let before = moved.map_or(appointment.end, |(_, end)| end);
        let until = event.extension.as_ref().map_or(proposal.until, |(_, e)| e.until);
        Some(Document::OrderExtension(OrderExtension {
            head: self.head(&self.case.body),
            order: self.reference(DocumentKind::Order),
            object: self.object(&appointment.object),
            unit: self.words.t("paper-unit"),
            proposal: self.unnumbered(proposed.on),
            reason: proposal.reason.clone(),
            ends_before: self.date(before),
            ends: self.date(until),
            working_days: self.working_days(before.tomorrow().unwrap_or(before), until),
            control: None,
            signature: self.signed("extended"),
        }))
    }

    /// The head of the object, as far as the case knows.
    fn addressee(&self, body: &str) -> Addressee {
        let act = self.case.event().and_then(|e| e.contents.as_ref());
        Addressee {
            body: self.registry.name(body, self.words.lang),
            position: act.and_then(|a| a.head_position.clone()).unwrap_or_else(|| self.words.t("paper-to-the-head")),
            name: act.and_then(|a| a.head_name.clone()).unwrap_or_default(),
        }
    }

    pub(super) fn notice(&self) -> Option<Document> {
        let event = self.case.event()?;
        let appointment = event.appointment.as_ref()?;
        let sending = event.notice.as_ref().map(|(_, sending)| sending);
        let lines = sending.and_then(|s| s.prepare.as_deref()).unwrap_or_default().lines();
        Some(Document::Notice(Notice {
            head: self.head(&self.case.body),
            addressee: self.addressee(&appointment.object),
            order: self.reference(DocumentKind::Order),
            object: self.object(&appointment.object),
            matter: appointment.matter.clone(),
            period: self.span(appointment.period_from, appointment.period_to),
            term: self.term(event.start?, event.end?),
            executors: appointment.executors.iter().map(|p| self.person(p)).collect(),
            documents: lines.map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
            contacts: sending.map(|s| s.contact.clone()).unwrap_or_default(),
            signature: self.signed("notice-sent"),
        }))
    }

    pub(super) fn letter(&self) -> Option<Document> {
        let event = self.case.event()?;
        let object = self.case.object.as_deref()?;
        let measures = self.measures();
        let last = measures.iter().map(|m| m.term).max()?;
        Some(Document::Letter(Letter {
            head: self.head(&self.case.body),
            addressee: self.addressee(object),
            act: self.reference(DocumentKind::Act),
            object: self.object(object),
            measures: measures
                .iter()
                .map(|m| Measure {
                    text: m.text.clone(),
                    ground: self.words.t(&format!("measure-{}", m.kind)),
                    until: self.date(m.term),
                })
                .collect(),
            plan_until: None,
            report_until: self.date(last),
            contacts: event.notice.as_ref().map(|(_, s)| s.contact.clone()).unwrap_or_default(),
            signature: self.signed("letter-signed"),
        }))
    }

    pub(super) fn action_plan(&self) -> Option<Document> {
        let event = self.case.event()?;
        let object = self.case.object.as_deref()?;
        let plan = event.action_plan.as_ref()?;
        Some(Document::ActionPlan(ActionPlan {
            head: self.head(object),
            addressee: Addressee {
                body: self.registry.name(&self.case.body, self.words.lang),
                position: self.words.t("paper-to-the-unit"),
                name: String::new(),
            },
            letter: self.reference(DocumentKind::Letter),
            object: self.object(object),
            lines: plan
                .actions
                .iter()
                .map(|a| ActionPlanLine {
                    measure: a.text.clone(),
                    executor: Person { name: a.executor.clone(), position: String::new(), capacity: String::new() },
                    until: self.date(a.term),
                    completion: a.completion.clone(),
                })
                .collect(),
            signature: self.signed("action-plan-submitted"),
        }))
    }
}
