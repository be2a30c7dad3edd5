//! Duties as lines of a page: what, for which case, by which day, how much is left, and the button that does it.

use jiff::civil::Date;
use law::{
    case::{Duty, DutyState, Role},
    rules::RuleId,
};

use crate::words::{Arg, Speaker};

/// One line.
pub struct DutyLine {
    pub what: String,
    pub detail: String,
    pub title: String,
    pub case: String,
    pub iso: String,
    pub due: String,
    pub weekday: String,
    /// «3 working days left», «late by 2 working days», «done on …».
    pub left: String,
    /// `late`, `soon`, `done` or nothing.
    pub kind: &'static str,
    pub paragraph: String,
    /// Where the term stands, if not in the Rules.
    pub cited: String,
    pub who: String,
    pub why: String,
    pub href: String,
    pub action: String,
}

/// How much is left until a day, in words, and how it is marked.
pub fn left(words: &Speaker, law: &law::edition::Law, today: Date, due: Date) -> (String, &'static str) {
    let days = law.calendar.working_between(today, due);
    if today > due {
        let late = law.calendar.working_between(due, today);
        return (words.with("duty-late-by", &[("days", Arg::Number(late))]), "late");
    }
    if today == due {
        return (words.t("duty-today"), "soon");
    }
    (words.with("duty-left", &[("days", Arg::Number(days))]), if days <= 2 { "soon" } else { "" })
}

/// The article that sets a term which the Rules do not name.
pub fn cited(words: &Speaker, rule: Option<RuleId>) -> String {
    use RuleId::{R25Law5, R25Law15, R25LawMore, R25LawNotice};
    match rule {
        Some(R25Law5 | R25Law15 | R25LawMore | R25LawNotice) => words.t("duty-law-25"),
        _ => String::new(),
    }
}

/// A duty of a case, for the case's page.
pub fn line(words: &Speaker, law: &law::edition::Law, today: Date, case: &str, duty: &Duty, mine: bool) -> DutyLine {
    let late = duty.late(today);
    let (text, kind) = match duty.state {
        DutyState::Done(on) if late => (words.with("duty-done-late", &[("date", on.into())]), "late"),
        DutyState::Done(on) => (words.with("duty-done", &[("date", on.into())]), "done"),
        DutyState::Lapsed(on) => (words.with("duty-lapsed", &[("date", on.into())]), if late { "late" } else { "" }),
        DutyState::Open => left(words, law, today, duty.due),
    };
    let role = duty.roles.first().map_or(String::new(), |r: &Role| words.t(&format!("role-{}", r.word())));
    DutyLine {
        what: words.t(&duty.what),
        detail: words.half_year_of(&duty.detail).unwrap_or_else(|| duty.detail.clone()),
        title: String::new(),
        case: case.to_owned(),
        iso: duty.due.to_string(),
        due: words.date(duty.due),
        weekday: words.weekday(duty.due),
        left: text,
        kind,
        paragraph: duty.paragraph.to_string(),
        cited: cited(words, duty.rule),
        who: role,
        why: format!("/cases/{case}/duties/{}/why", duty.key),
        href: if mine && duty.open() { format!("/cases/{case}/steps/{}", duty.step) } else { String::new() },
        action: words.t(&format!("step-{}", duty.step)),
    }
}
