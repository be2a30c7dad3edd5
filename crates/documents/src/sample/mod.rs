//! Demonstration documents in Kazakh and Russian, for tests, benches and the gallery. The people in them do not exist.

mod act;
mod draft;
mod external;
mod follow;
mod order;
mod people;
mod plan;
mod report;

pub use act::act;
pub use draft::draft;
pub use external::{
    additional_act, appeal_answer, appeal_notice, appointment_act, appointment_of_visit, conclusion, control_notices,
    desk_outcome, external, forwarding_letter, half_year_list, more_time_decision, more_time_refusal,
    obstruction_protocol, prescription, referral, refusal_protocol, report_request, results_act,
};
pub use follow::{action_plan, letter};
pub use order::{notice, order, order_change, order_extension};
pub use plan::annual_plan;
pub use report::{report, report_draft, report_electronic};

use crate::{Document, Head, Language, Reference, Span, Term};

/// All eight documents of one event, in the order in which they come to be.
pub fn all(language: Language) -> Vec<Document> {
    vec![
        Document::AnnualPlan(annual_plan(language)),
        Document::Order(order(language)),
        Document::OrderChange(order_change(language)),
        Document::Notice(notice(language)),
        Document::OrderExtension(order_extension(language)),
        Document::Act(act(language)),
        Document::Letter(letter(language)),
        Document::ActionPlan(action_plan(language)),
    ]
}

impl Language {
    fn say(self, kk: &str, ru: &str) -> String {
        match self {
            Self::Kk => kk.into(),
            Self::Ru => ru.into(),
        }
    }
}

fn head(language: Language, number: &str, on: &str, code: &str) -> Head {
    let other = if language == Language::Kk { Language::Ru } else { Language::Kk };
    Head {
        body: people::body(language),
        body_other: people::body(other).name,
        number: Some(number.into()),
        on: on.into(),
        place: people::place(language),
        place_other: people::place(other),
        code: Some(code.into()),
        address_of_page: "sapa.example.kz/v".into(),
        demo: true,
        draft: false,
    }
}

fn reference(number: &str, on: &str) -> Reference {
    Reference { number: number.into(), on: on.into() }
}

fn span(starts: &str, ends: &str) -> Span {
    Span { starts: starts.into(), ends: ends.into() }
}

fn term(starts: &str, ends: &str, working_days: u16) -> Term {
    Term { starts: starts.into(), ends: ends.into(), working_days }
}
