//! What an officer may begin about a subject: links that open a case filled in from what is known.

use jiff::civil::Date;
use law::{
    case::Procedure,
    ch2_external::dossier::{Check, Dossier},
};

use crate::{
    external::{lists::Around, reach::Reach},
    words::Speaker,
};

/// A link that opens a case.
pub struct Next {
    pub label: String,
    pub about: String,
    pub href: String,
    pub paragraph: String,
}

fn open(procedure: Procedure, name: &str, value: &str) -> String {
    let query = serde_urlencoded::to_string([(name, value)]).unwrap_or_default();
    format!("/open/{}?{query}", procedure.word())
}

/// What may be begun; `own` are the cases this person may read.
pub fn next(
    words: &Speaker,
    reach: &Reach,
    subject: &str,
    dossier: &Dossier,
    around: &Around,
    own: impl Fn(&str) -> bool,
    today: Date,
) -> Vec<Next> {
    if !reach.inspects() {
        return Vec::new();
    }
    let step = |key: &str, about: String, href: String, paragraph: u8| Next {
        label: words.t(key),
        about,
        href,
        paragraph: paragraph.to_string(),
    };
    let mut steps = Vec::new();
    let half_now = (today.year(), if today.month() <= 6 { 1 } else { 2 });
    for (told, entry) in dossier.entries() {
        let mine = entry.by == reach.body && entry.approved && (entry.year, entry.half) >= half_now;
        let visited = around.visits(&told.name()).iter().any(|(_, check)| !check.abandoned);
        if mine && !visited && own(&told.case) {
            let about = words.half_year(entry.year, entry.half);
            steps.push(step("subject-draft-visit", about, open(Procedure::Visit, "from", &told.name()), 10));
        }
    }
    let taken = |case: &str| dossier.checks().any(|(_, c)| c.basis.as_deref() == Some(case) && !c.abandoned);
    for (told, check) in dossier.checks() {
        if told.body == reach.body && own(&told.case) && follows(check, today) && !taken(&told.case) {
            let number = check.prescription.map(|(number, _)| number).unwrap_or_default();
            let about = words.with("subject-of-prescription", &[("number", number.into())]);
            steps.push(step("subject-follow-up", about, open(Procedure::Inspection, "from", &told.case), 13));
        }
    }
    for (told, appeal) in dossier.appeals() {
        let ground = appeal.ground.is_some() && appeal.answered.is_none();
        if told.body == reach.body && ground && own(&told.case) && !taken(&told.name()) {
            let about = words.with("subject-of-appeal", &[("number", appeal.number.as_str().into())]);
            steps.push(step("subject-inspect-appeal", about, open(Procedure::Inspection, "from", &told.name()), 13));
        }
    }
    let of_subject = |procedure| open(procedure, "subject", subject);
    steps.push(step("subject-open-desk", String::new(), of_subject(Procedure::DeskControl), 12));
    steps.push(step("subject-inspect", String::new(), of_subject(Procedure::Inspection), 13));
    steps
}

/// Whether a prescription asks for an inspection: gross violations of a visit when their term is over, others when they were
/// not remedied (§8, §32).
fn follows(check: &Check, today: Date) -> bool {
    let over = |term: Option<Date>| term.is_some_and(|term| term < today);
    let open = check.violations.iter().filter(|v| !v.eliminated);
    check.prescription.is_some()
        && open.into_iter().any(|v| v.unremedied || (check.visit && v.severity == "gross" && over(v.term)))
}
