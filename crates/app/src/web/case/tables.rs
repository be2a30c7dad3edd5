//! Rows of a case: entries of the plan, findings, measures.

use law::case::CaseFile;

use crate::{door::Desk, words::Speaker};

pub(super) struct PlanLine {
    pub number: String,
    pub object: String,
    pub matter: String,
    pub dates: String,
    pub completion: String,
    pub executors: String,
    pub supplement: bool,
}

pub(super) struct FindingLine {
    pub number: String,
    pub row: String,
    pub violation: String,
    pub severity: String,
    pub description: String,
    pub services: String,
    pub count: String,
}

pub(super) struct MeasureLine {
    pub number: String,
    pub text: String,
    pub term: String,
    pub state: String,
    pub kind: &'static str,
    pub note: String,
}

pub(super) fn plan_lines(words: &Speaker, desk: &Desk) -> Vec<PlanLine> {
    let Some(plan) = desk.case.plan() else { return Vec::new() };
    let lines = plan.items.iter().map(|i| PlanLine {
        number: i.number.to_string(),
        object: desk.registry.name(&i.object, words.lang),
        matter: i.matter.clone(),
        dates: format!("{} – {}", words.date(i.from), words.date(i.to)),
        completion: i.completion.clone(),
        executors: i.executors.iter().map(|p| p.name.clone()).collect::<Vec<_>>().join(", "),
        supplement: plan.supplements.iter().any(|(_, s)| s.item.number == i.number),
    });
    lines.collect()
}

pub(super) fn findings(words: &Speaker, desk: &Desk) -> Vec<FindingLine> {
    let findings = desk.case.event().into_iter().flat_map(|e| &e.findings);
    let services =
        |codes: &[String]| codes.iter().map(|c| desk.registry.service(c, words.lang)).collect::<Vec<_>>().join("; ");
    findings
        .map(|f| FindingLine {
            number: f.number.to_string(),
            row: f.finding.violation.replace('-', "."),
            violation: words.t(&format!("violation-{}", f.finding.violation)),
            severity: words.t(&format!("severity-{}", f.finding.severity)),
            description: f.finding.description.clone(),
            services: services(&f.finding.services),
            count: f.finding.count.to_string(),
        })
        .collect()
}

pub(super) fn measures(words: &Speaker, case: &CaseFile) -> Vec<MeasureLine> {
    let Some(event) = case.event().filter(|e| e.letter_signed.is_some()) else { return Vec::new() };
    let measures = event.letter.iter().flat_map(|l| &l.measures).enumerate().map(|(at, m)| {
        let number = (at + 1).to_string();
        let (state, kind, note) = match (event.settled.get(&number), event.reports.get(&number)) {
            (Some((_, Some(reason))), _) => ("measure-state-waived", "ahead", reason.clone()),
            (Some((_, None)), _) => ("measure-state-done", "done", String::new()),
            (None, Some((_, report))) => ("measure-state-reported", "soon", report.text.clone()),
            (None, None) => ("measure-state-open", "", String::new()),
        };
        MeasureLine { number, text: m.text.clone(), term: words.date(m.term), state: words.t(state), kind, note }
    });
    measures.collect()
}
