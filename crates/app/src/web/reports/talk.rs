//! What is said to a report: the executor to a warning, the receiving side to a cell.

use axum::{
    extract::{Path, State},
    response::Response,
};
use law::ch3_reports::{
    Place, Sheet,
    report::{Comment, Remark},
};
use store::reports::talk;

use super::{
    open,
    save::{back, failure, filling},
};
use crate::{
    app::Shared,
    door,
    web::{error::Failure, page::Visitor, posted::Posted},
};

/// What the executor says to a warning.
pub async fn comment(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    let viewer = door::viewer(&app, &opened.desk.actor);
    let said = Comment {
        key: posted.get("key").chars().take(500).collect(),
        text: posted.get("text").trim().chars().take(2000).collect(),
    };
    talk::comment(&app.db, &viewer, &case, &said, app.clock.now()).await.map_err(failure)?;
    visitor.say_next("report-saved").await?;
    Ok(back(&case, &posted))
}

/// What the receiving side has to say to a cell.
pub async fn remark(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = open(&app, &visitor, &case).await?;
    if !opened.remarks {
        return Err(Failure::Forbidden);
    }
    let place = Place::new(posted.get("row"), posted.get("line"), posted.get("column"));
    let known = Sheet::blank(opened.meta.form, opened.meta.quarter).row(&place.row).is_some();
    let remark =
        Remark { place: Some(place).filter(|_| known), text: posted.get("text").trim().chars().take(2000).collect() };
    let viewer = door::viewer(&app, &opened.desk.actor);
    talk::remark(&app.db, &viewer, &case, &remark, app.clock.now()).await.map_err(failure)?;
    visitor.say_next("report-remark-kept").await?;
    Ok(back(&case, &posted))
}
