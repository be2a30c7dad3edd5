//! The page that opens a case, filled in from what the address gives.

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use law::case::Procedure;
use serde::Deserialize;

use super::show_form;
use crate::{
    app::Shared,
    door,
    web::{error::Failure, page::Visitor},
};

/// Defaults given in the address, for links that fill the form in.
#[derive(Deserialize)]
pub struct Given {
    #[serde(flatten)]
    pub(super) values: std::collections::BTreeMap<String, String>,
}

/// The page that opens a case.
pub async fn opening(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(procedure): Path<String>,
    Query(given): Query<Given>,
) -> Result<Response, Failure> {
    let procedure = Procedure::parse(&procedure).ok_or(Failure::NotFound)?;
    let signed = visitor.signed()?;
    let id = app.random_word(12);
    let step = *procedure.steps().first().ok_or(Failure::NotFound)?;
    let desk = match given.values.get("from") {
        Some(from) => door::blank_from(&app, &signed.actor, procedure, &id, from).await?,
        None => door::blank(&app, &signed.actor, procedure, &id).await?,
    };
    show_form(&app, &visitor, &desk, step, &given).await
}
