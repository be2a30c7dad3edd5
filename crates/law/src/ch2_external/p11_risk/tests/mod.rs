//! §11: risk criteria and scores.

mod chance;
mod criteria;
mod figures;

use jiff::{ToSpan, civil::Date};

use super::*;
use crate::{
    ch2_external::dossier::{Appeal, Check, Desk, Dossier, Lateness, Told, Violated, What},
    sample::bodies,
    testing::day,
};

fn told(case: &str, subject: &str, what: What) -> Told {
    let (item, body) = (String::new(), "agency-akmola".to_owned());
    Told { case: case.into(), item, body, subject: Some(subject.into()), on: day("2024-01-01"), what }
}

fn violated(requirement: &str, severity: &str) -> Violated {
    Violated {
        number: 1,
        requirement: requirement.into(),
        severity: severity.into(),
        count: 1,
        description: String::new(),
        term: None,
        eliminated: false,
        unremedied: false,
    }
}

/// A check of ten requirements, begun a week before its act is delivered.
fn check(delivered: &str, violations: &[(&str, &str)]) -> Check {
    let delivered = day(delivered);
    let start = delivered.saturating_sub(7.days());
    Check {
        visit: true,
        ground: None,
        basis: None,
        matter: String::new(),
        period: None,
        requirements: (1..=10).map(|n| n.to_string()).collect(),
        officers: Vec::new(),
        start,
        end: delivered,
        appointed: Some(start),
        act: Some(17),
        started: Some(start),
        delivered: Some(delivered),
        abandoned: false,
        closed: None,
        violations: violations.iter().map(|(requirement, severity)| violated(requirement, severity)).collect(),
        prescription: None,
    }
}

fn checked(case: &str, subject: &str, check: Check) -> Told {
    told(case, subject, What::Check(Box::new(check)))
}

fn appeal(case: &str, justified: bool, answered: Option<&str>) -> Told {
    let appeal = Appeal {
        number: format!("A-{case}"),
        source: String::new(),
        anonymous: false,
        services: Vec::new(),
        text: String::new(),
        route: None,
        ground: None,
        handed_to: None,
        answered: answered.map(day),
        justified,
        late: false,
        restored: 0,
    };
    told(case, "health", What::Appeal(appeal))
}

fn desk(case: &str, found: usize, for_visit: bool, issued: Option<&str>) -> Told {
    let violations = (0..found).map(|n| violated(&n.to_string(), "significant")).collect();
    told(case, "health", What::Desk(Desk { matter: String::new(), violations, for_visit, issued: issued.map(day) }))
}

fn late(quarter: &str, late: u64, provided: u64) -> Lateness {
    Lateness { body: "health".into(), quarter: quarter.parse().unwrap(), late, provided }
}

fn dossier(told: Vec<Told>) -> Dossier {
    Dossier { told, ..Dossier::default() }
}

fn score(dossier: &Dossier, on: &str) -> Score {
    figures(&sample(), "health", &bodies(), dossier, day(on))
}

/// Figure and points of one criterion, in hundredths.
fn part(score: &Score, criterion: &str) -> (Option<u64>, u32) {
    let part = score.parts.iter().find(|p| p.criterion == criterion).unwrap();
    (part.figure.as_ref().map(|f| f.value), part.points)
}

fn sources(score: &Score, criterion: &str) -> Vec<(String, u64, Option<u64>)> {
    let part = score.parts.iter().find(|p| p.criterion == criterion).unwrap();
    part.sources.iter().map(|s| (s.name.clone(), s.count, s.of)).collect()
}
