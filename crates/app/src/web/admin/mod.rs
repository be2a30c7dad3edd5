//! Administration: people and their roles, what changes by decree, and the journal of both.

mod decree;
mod journal;
mod newcomer;
mod person;
mod settings;
mod user;
mod users;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use jiff::civil::Date;
use law::{
    bodies::BodyKind,
    case::{Answers, Field, Role, form::Checked},
};
use store::{Edit, grants::Grant};

pub use person::{shortest, too_short};

use super::{
    error::Failure,
    form::{self, Fault, Offers, Question},
    page::{Signed, Visitor},
    posted::Posted,
};
use crate::{app::Shared, registry::Registry, words::Speaker};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/admin/users", get(users::list))
        .route("/admin/users/new", get(newcomer::blank).post(newcomer::add))
        .route("/admin/users/{id}", get(user::page).post(user::change))
        .route("/admin/users/{id}/grants", post(user::give))
        .route("/admin/users/{id}/grants/{grant}/end", post(user::end))
        .route("/admin/users/{id}/password", post(user::password))
        .route("/admin/users/{id}/sign-out", post(user::sign_out))
        .route("/admin/settings", get(settings::page))
        .route("/admin/settings/transfers", get(settings::transfer_form).post(settings::transfer))
        .route("/admin/settings/transfers/remove", post(settings::remove_transfer))
        .route("/admin/settings/parameters/{id}", get(settings::parameter_form).post(settings::parameter))
        .route("/admin/settings/parameters/{id}/remove", post(settings::remove_parameter))
        .route("/admin/journal", get(journal::edits))
        .route("/admin/journal/sign-ins", get(journal::sign_ins))
}

/// The mark of an edit: who makes it, and when.
pub fn edit(app: &Shared, signed: &Signed) -> Result<Edit, Failure> {
    let by = serde_json::to_value(&signed.actor).map_err(|e| Failure::Internal(e.to_string()))?;
    Ok(Edit { by, at: app.clock.now() })
}

/// How much of a person an administrator may touch.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    Nothing,
    /// The roles for bodies within reach, and no more: the person serves elsewhere, too.
    Part,
    Whole,
}

/// How far an administrator reaches: their own body and all below it; the Agency's reaches everybody.
struct Reach {
    signed: Signed,
    registry: Arc<Registry>,
    everywhere: bool,
}

impl Reach {
    fn of(app: &Shared, visitor: &Visitor) -> Result<Self, Failure> {
        let signed = visitor.must_be(Role::Administrator)?.clone();
        let registry = app.registry();
        let everywhere = registry.tree.get(&signed.actor.body).is_some_and(|b| b.kind == BodyKind::Agency);
        Ok(Self { signed, registry, everywhere })
    }

    /// Decrees hold for the whole country: the Agency records them.
    fn national(app: &Shared, visitor: &Visitor) -> Result<Self, Failure> {
        let reach = Self::of(app, visitor)?;
        if reach.everywhere { Ok(reach) } else { Err(Failure::Forbidden) }
    }

    fn covers(&self, body: &str) -> bool {
        self.everywhere || self.registry.tree.is_within(&self.signed.actor.body, body)
    }

    /// What the roles a person holds or will hold, or where there are none the ones held before, give hold of.
    fn hold(&self, grants: &[Grant], today: Date) -> Hold {
        let lasting: Vec<&Grant> = grants.iter().filter(|g| g.valid_to.is_none_or(|last| last >= today)).collect();
        let of = if lasting.is_empty() { grants.iter().collect() } else { lasting };
        let within = of.iter().filter(|g| self.covers(&g.body)).count();
        match within {
            _ if self.everywhere => Hold::Whole,
            0 => Hold::Nothing,
            _ if within == of.len() => Hold::Whole,
            _ => Hold::Part,
        }
    }
}

/// A form of these pages: its questions, what was entered, what is wrong with it.
pub struct Sheet {
    fields: Vec<Field>,
    answers: Answers,
    pub faults: Vec<Fault>,
}

impl Sheet {
    pub fn blank(fields: Vec<Field>) -> Self {
        Self { answers: Answers::defaults(&fields), fields, faults: Vec::new() }
    }

    /// What was sent, and the answers where they have the form asked for.
    pub fn read(words: &Speaker, fields: Vec<Field>, posted: &Posted) -> (Self, Option<Checked>) {
        let answers = form::answers(&fields, &posted.fields);
        let checked = answers.check(&fields);
        let faults = checked.as_ref().err().map(|errors| offers(words).faults(errors)).unwrap_or_default();
        (Self { fields, answers, faults }, checked.ok())
    }

    pub fn wrong(&mut self, field: &str, text: String) {
        self.faults.push(Fault { field: field.into(), text });
    }

    pub fn questions(&self, words: &Speaker) -> Vec<Question> {
        offers(words).questions(&self.fields, &self.answers, &self.faults)
    }
}

/// Labels are `field-admin-NAME`.
fn offers(words: &Speaker) -> Offers<'_> {
    let (bodies, people, services, files) = Default::default();
    Offers { words, step: "admin", bodies, people, services, files }
}
