//! Annual plans and the events appointed on their entries (§41–42), for the product itself.

use crate::{
    Db,
    error::Result,
    row::{all, sql},
};

/// The plan entries (`CASE/NUMBER`) of a body that have an event.
pub async fn plan_entries_used(db: &Db, body: &str) -> Result<Vec<String>> {
    let query = sql("SELECT plan_item FROM cases WHERE body = $1 AND plan_item IS NOT NULL ORDER BY plan_item");
    all(&db.pool, query.bind(body.to_owned())).await
}

/// The approved annual plans of a body: year and case, the latest year first.
pub async fn approved_plan_cases(db: &Db, body: &str) -> Result<Vec<(i64, String)>> {
    let query = sql("SELECT plan_year, id FROM cases WHERE body = $1 AND procedure = 'annual-plan' \
         AND plan_approved = 1 AND plan_year IS NOT NULL ORDER BY plan_year DESC, id");
    all(&db.pool, query.bind(body.to_owned())).await
}

/// The annual plans of a body for a year, approved or not, by case id.
pub async fn every_plan_case(db: &Db, body: &str, year: i16) -> Result<Vec<String>> {
    let query =
        sql("SELECT id FROM cases WHERE body = $1 AND procedure = 'annual-plan' AND plan_year = $2 ORDER BY id");
    all(&db.pool, query.bind(body.to_owned()).bind(i64::from(year))).await
}
