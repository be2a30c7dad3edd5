//! §22: the checklist whose requirements alone are checked (Code art. 143), each with its severity. What is shipped is a sample
//! derived from rows 3.1–3.10 of form 1-мқ: the approved checklist is not in our hands.

pub use crate::ch3_internal::p50_findings::REQUIREMENTS;

/// The severity of a requirement (`severity-…`). Sample.
pub fn severity(requirement: &str) -> &'static str {
    match requirement {
        "7" | "9" => "gross",
        "1" | "2" | "4" | "5" | "6" => "significant",
        _ => "insignificant",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ch3_internal::p50_findings::SEVERITIES;

    #[test]
    fn p22_every_requirement_has_a_severity_and_every_severity_a_requirement() {
        let of = REQUIREMENTS.map(severity);
        assert!(SEVERITIES.iter().all(|s| of.contains(s)) && of.iter().all(|s| SEVERITIES.contains(s)));
        assert_eq!(of.iter().filter(|s| **s == "gross").count(), 2);
    }
}
