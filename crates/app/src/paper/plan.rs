//! The annual plan of control events.

use documents::{AnnualPlan, AnnualPlanLine, Document, Reference};
use law::case::DocumentKind;

use super::Press;

impl Press<'_> {
    pub(super) fn annual_plan(&self) -> Option<Document> {
        let plan = self.case.plan()?;
        let orders: Vec<_> = self.case.documents().filter(|d| d.kind == DocumentKind::AnnualPlan).collect();
        let supplemented = |number: u32| {
            let at = plan.supplements.iter().position(|(_, s)| s.item.number == number)?;
            let order = orders.get(at + 1).copied().or(self.issued)?;
            Some(Reference { number: order.number.to_string(), on: self.date(order.on) })
        };
        let lines = plan.items.iter().map(|item| AnnualPlanLine {
            question: item.matter.clone(),
            object: self.registry.name(&item.object, self.words.lang),
            dates: format!("{} – {}", self.date(item.from), self.date(item.to)),
            completion: item.completion.clone(),
            executors: item.executors.iter().map(|p| self.person(p)).collect(),
            supplement: supplemented(item.number),
        });
        let order = self.issued.map(|d| Reference { number: d.number.to_string(), on: self.date(d.on) });
        let signing = if plan.supplements.is_empty() { "plan-approved" } else { "plan-supplemented" };
        Some(Document::AnnualPlan(AnnualPlan {
            head: self.head(&self.case.body),
            year: plan.year.and_then(|y| u16::try_from(y).ok())?,
            order,
            leader: self.signed(signing),
            lines: lines.collect(),
        }))
    }
}
