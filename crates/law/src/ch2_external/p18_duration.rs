//! §18 with Code art. 148(1): how long an inspection or a visit may last, and when it may begin.

use jiff::civil::Date;

use super::{invalidity::Breach, p13_grounds, p17_appointment::Appointment};
use crate::{
    case::{Procedure, Refusal, step::View},
    rules::RuleId,
    term::{Start, SubjectKind, due_date},
};

fn rule(view: &View) -> RuleId {
    if view.case.procedure == Procedure::Visit { RuleId::R18Visit } else { RuleId::R18 }
}

/// The last day of the longest term that begins on a day.
pub fn longest(view: &View, size: &str, start: Date) -> Date {
    let kind = if size == "micro" { SubjectKind::Micro } else { SubjectKind::Other };
    due_date(view.law, rule(view), Start::Day(start), kind).expect("the rule counts from a day")
}

/// The first working day on which it may begin: the notice of §21 goes out a day before, unless there is none.
pub fn earliest_start(view: &View, registration: &str) -> Date {
    let calendar = &view.law.calendar;
    match registration {
        "before" => calendar.next_working(view.today.tomorrow().unwrap_or(view.today)),
        _ => calendar.next_working(view.today),
    }
}

/// The dates of an appointment act.
pub fn check(view: &View, appointment: &Appointment) -> Result<(), Refusal> {
    let calendar = &view.law.calendar;
    let (start, end) = (appointment.start, appointment.end);
    if !calendar.is_working(start) {
        return Err(Refusal::new(22, "start-not-working").date("next", calendar.next_working(start)).at("start"));
    }
    let told = p13_grounds::without_notice(appointment.ground.as_deref().unwrap_or_default());
    let sudden = told || appointment.registration == "remote";
    let earliest = earliest_start(view, if sudden { "urgent" } else { "before" });
    if start < earliest {
        let refusal = Refusal::new(21, "no-time-for-start-notice").date("earliest", earliest);
        return Err(refusal.breach(Breach::NoNotice).at("start"));
    }
    if end < start {
        return Err(Refusal::new(18, "end-before-start").date("start", start).at("end"));
    }
    let latest = longest(view, &appointment.size, start);
    if end > latest {
        return Err(Refusal::new(18, "longer-than-allowed")
            .date("latest", latest)
            .breach(Breach::TermExceeded)
            .at("end"));
    }
    Ok(())
}
