//! §9–12: the half-year list, and the outcome of control without a visit.

use documents::{DeskFinding, DeskOutcome, Document, HalfYearList, HalfYearRow, OutcomeKind, RiskDegree};
use law::ch2_external::{
    p10_list::Entry,
    p11_risk::{self, CriteriaSet, OBJECTIVE, Part, Score},
    p22_checklist,
};

use super::{super::Press, joined, lines, severity, unsigned};
use crate::words::{Arg, Lang};

/// «87,5»: hundredths of a point.
fn points(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole},{}", rest / 10),
        _ => format!("{whole},{rest:02}"),
    }
}

impl Press<'_> {
    pub(in crate::paper) fn half_year_list(&self) -> Option<Document> {
        let list = self.case.list()?;
        let opening = list.opening.as_ref()?;
        Some(Document::HalfYearList(HalfYearList {
            head: self.head(&self.case.body),
            year: u16::try_from(opening.year).ok()?,
            half: opening.half,
            rows: list.entries.iter().map(|entry| self.half_year_row(entry)).collect(),
            approval: self.signed("list-approved"),
            prepared: self.last("list-opened").map(|f| unsigned(self.actor(&f.by))),
        }))
    }

    fn half_year_row(&self, entry: &Entry) -> HalfYearRow {
        HalfYearRow {
            subject: self.object(&entry.subject),
            visited_by: self.registry.name(&entry.by, self.words.lang),
            degree: if entry.score.high { RiskDegree::High } else { RiskDegree::NotHigh },
            score: points(entry.score.total),
            criteria: self.criteria(&entry.score),
            reason: entry.reason.clone(),
        }
    }

    /// Names of the criteria that gave points.
    fn criteria(&self, score: &Score) -> Vec<String> {
        let shipped;
        let known = self.dossier.criteria.iter().find(|set| set.id == score.set);
        let set = match known {
            Some(set) => Some(set),
            None => {
                shipped = p11_risk::sample();
                Some(&shipped).filter(|set| set.id == score.set)
            }
        };
        score.parts.iter().filter(|part| part.points > 0).map(|part| self.criterion(set, part)).collect()
    }

    /// As its set names it; what it measures, where the set is not known.
    fn criterion(&self, set: Option<&CriteriaSet>, part: &Part) -> String {
        if part.criterion == OBJECTIVE {
            return self.words.t("paper-criterion-objective");
        }
        match (set.and_then(|set| set.criterion(&part.criterion)), part.measure) {
            (Some(criterion), _) if self.words.lang == Lang::Ru => criterion.name_ru.clone(),
            (Some(criterion), _) => criterion.name_kk.clone(),
            (None, Some(measure)) => self.words.t(&format!("risk-measure-{}", measure.word())),
            (None, None) => part.criterion.clone(),
        }
    }

    pub(in crate::paper) fn desk_outcome(&self) -> Option<Document> {
        let desk = self.case.desk()?;
        let (_, opening) = desk.opening.as_ref()?;
        let (_, outcome) = desk.outcome.as_ref()?;
        let source = |word: &str, text: &str| {
            let values: [(&str, Arg); 2] =
                [("source", self.words.t(&format!("desk-source-{word}")).into()), ("text", text.into())];
            self.words.with("paper-desk-source", &values)
        };
        let drafted = self.last("desk-outcome-drafted").map(|f| self.actor(&f.by));
        Some(Document::DeskOutcome(DeskOutcome {
            head: self.head(&self.case.body),
            outcome: match outcome.outcome.as_str() {
                "certificate" => OutcomeKind::Certificate,
                "conclusion" => OutcomeKind::Conclusion,
                _ => OutcomeKind::Recommendation,
            },
            addressee: self.to_the_head(&opening.subject),
            subject: self.object(&opening.subject),
            matter: opening.matter.clone(),
            period: self.span(opening.period_from, opening.period_to),
            sources: desk.sources.iter().map(|(_, s)| source(&s.source, s.text.trim_end_matches('.'))).collect(),
            findings: desk
                .violations
                .iter()
                .map(|v| DeskFinding {
                    requirement: self.requirement(&v.violation.requirement),
                    severity: severity(p22_checklist::severity(&v.violation.requirement)),
                    description: v.violation.description.clone(),
                })
                .collect(),
            text: outcome.text.clone(),
            remedies: lines(outcome.remedy.as_deref()),
            contacts: drafted.map_or(String::new(), |p| joined([p.name.as_str(), &p.position])),
            signature: self.signed("desk-outcome-issued"),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn points_are_written_with_a_comma_and_no_needless_zero() {
        assert_eq!([8750, 10000, 505, 7, 0].map(points), ["87,5", "100", "5,05", "0,07", "0"]);
    }
}
