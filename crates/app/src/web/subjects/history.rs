//! What a subject's history under control is made of: lines of checks, prescriptions, desk controls, appeals, list entries.

use std::collections::HashMap;

use jiff::civil::Date;
use law::{
    ch2_external::dossier::{Check, Desk, Told, Violated},
    ch3_internal::p50_findings::SEVERITIES,
    edition::Law,
};

use crate::{
    external::lists::{Around, stage},
    registry::Registry,
    web::duties::left,
    words::{Arg, Speaker},
};

/// What the lines are told with.
pub struct Teller<'a> {
    pub words: &'a Speaker,
    pub registry: &'a Registry,
    pub law: &'a Law,
    pub today: Date,
    /// Numbers of the cases, by case.
    pub references: &'a HashMap<String, String>,
}

pub struct CheckLine {
    pub href: String,
    pub title: String,
    pub body: String,
    pub dates: String,
    pub ground: String,
    pub found: String,
    pub gross: bool,
    pub delivered: String,
    pub closed: String,
    pub stage: String,
    pub kind: &'static str,
}

/// A violation of an open prescription.
pub struct OpenLine {
    pub href: String,
    pub prescription: String,
    pub violation: String,
    pub severity: String,
    pub gross: bool,
    pub term: String,
    pub left: String,
    pub kind: &'static str,
    pub state: String,
}

pub struct DeskLine {
    pub href: String,
    pub matter: String,
    pub on: String,
    pub issued: String,
    pub found: String,
    pub for_visit: bool,
}

pub struct AppealLine {
    pub href: String,
    pub number: String,
    pub on: String,
    pub source: String,
    pub route: String,
    pub answered: String,
    pub justified: bool,
    pub late: bool,
}

pub struct EntryLine {
    pub href: String,
    pub half: String,
    pub by: String,
    pub score: String,
    pub reason: String,
    pub approved: bool,
    pub visit: String,
    pub visit_href: String,
    pub kind: &'static str,
}

/// The mark of how far a check has come.
pub fn mark(check: &Check, today: Date) -> &'static str {
    match stage(check) {
        "delivered" | "closed" => "done",
        "abandoned" => "ahead",
        _ if check.end < today => "late",
        _ => "",
    }
}

impl Teller<'_> {
    fn day(&self, day: Option<Date>) -> String {
        day.map(|day| self.words.date(day)).unwrap_or_default()
    }

    /// How many of each severity.
    pub fn found(&self, violations: &[Violated]) -> String {
        let count = |severity: &str| {
            let n = violations.iter().filter(|v| v.severity == severity).count();
            (n > 0).then(|| format!("{}: {n}", self.words.t(&format!("severity-{severity}"))))
        };
        SEVERITIES.iter().filter_map(|s| count(s)).collect::<Vec<_>>().join(", ")
    }

    /// What a check is called: its kind, the number of its case, and of its act where there is one.
    fn title(&self, told: &Told, check: &Check) -> String {
        let kind = self.words.t(if check.visit { "procedure-visit" } else { "procedure-inspection" });
        let number = self.references.get(&told.case).unwrap_or(&told.case);
        let title = format!("{kind} № {number}");
        match check.act {
            Some(act) => self.words.with("subject-check-act", &[("check", title.into()), ("act", Arg::Number(act))]),
            None => title,
        }
    }

    pub fn check(&self, told: &Told, check: &Check) -> CheckLine {
        let words = self.words;
        let ground = match (&check.ground, &check.basis) {
            (Some(ground), _) => words.t(&format!("inspection-ground-{ground}")),
            (None, Some(basis)) => {
                let entry = basis.rsplit_once('/').map_or(basis.as_str(), |(_, number)| number);
                words.with("subject-by-entry", &[("number", entry.into())])
            }
            (None, None) => String::new(),
        };
        let found = self.found(&check.violations);
        let delivered = check.delivered.is_some();
        CheckLine {
            href: format!("/cases/{}", told.case),
            title: self.title(told, check),
            body: self.registry.name(&told.body, words.lang),
            dates: format!("{} – {}", words.date(check.start), words.date(check.end)),
            ground,
            gross: check.violations.iter().any(|v| v.severity == "gross"),
            found: if found.is_empty() && delivered { words.t("subject-nothing-found") } else { found },
            delivered: self.day(check.delivered),
            closed: self.day(check.closed),
            stage: words.t(&format!("planning-check-{}", stage(check))),
            kind: mark(check, self.today),
        }
    }

    /// The violations of a prescription that are not found eliminated.
    pub fn open(&self, told: &Told, check: &Check) -> Vec<OpenLine> {
        let Some((number, on)) = check.prescription else { return Vec::new() };
        let words = self.words;
        let line = |v: &Violated| {
            let (left, kind) = v.term.map(|term| left(words, self.law, self.today, term)).unwrap_or_default();
            OpenLine {
                href: format!("/cases/{}", told.case),
                prescription: words
                    .with("subject-prescription", &[("number", Arg::Number(number)), ("date", on.into())]),
                violation: format!("{}. {}", v.number, v.description),
                severity: words.t(&format!("severity-{}", v.severity)),
                gross: v.severity == "gross",
                term: self.day(v.term),
                left,
                kind,
                state: words.t(if v.unremedied { "subject-unremedied" } else { "subject-awaited" }),
            }
        };
        check.violations.iter().filter(|v| !v.eliminated).map(line).collect()
    }

    pub fn desk(&self, told: &Told, desk: &Desk) -> DeskLine {
        DeskLine {
            href: format!("/cases/{}", told.case),
            matter: desk.matter.clone(),
            on: self.words.date(told.on),
            issued: self.day(desk.issued),
            found: self.found(&desk.violations),
            for_visit: desk.for_visit,
        }
    }

    pub fn appeal(&self, told: &Told, appeal: &law::ch2_external::dossier::Appeal) -> AppealLine {
        let words = self.words;
        let source = words.maybe(&format!("appeal-source-{}", appeal.source));
        let route = appeal.route.as_ref().map(|route| words.t(&format!("subject-route-{route}")));
        AppealLine {
            href: format!("/cases/{}", told.case),
            number: format!("№ {}", appeal.number),
            on: words.date(told.on),
            source: source.unwrap_or_else(|| appeal.source.clone()),
            route: route.unwrap_or_default(),
            answered: self.day(appeal.answered),
            justified: appeal.justified,
            late: appeal.late,
        }
    }

    pub fn entry(
        &self,
        told: &Told,
        entry: &law::ch2_external::dossier::Entry,
        around: &Around,
        readable: impl Fn(&str) -> bool,
    ) -> EntryLine {
        let words = self.words;
        let visit = around.visits(&told.name()).first();
        let readable = |id: &str| if readable(id) { format!("/cases/{id}") } else { String::new() };
        EntryLine {
            href: readable(&told.case),
            half: words.half_year(entry.year, entry.half),
            by: self.registry.name(&entry.by, words.lang),
            score: super::score::points(words, entry.score.into()),
            reason: entry.reason.clone(),
            approved: entry.approved,
            visit: visit.map(|(_, check)| words.t(&format!("planning-check-{}", stage(check)))).unwrap_or_default(),
            visit_href: visit.map(|(told, _)| readable(&told.case)).unwrap_or_default(),
            kind: visit.map(|(_, check)| mark(check, self.today)).unwrap_or_default(),
        }
    }
}
