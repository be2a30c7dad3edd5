//! Numbers of legal documents and cases: gapless per body, series and year.

use law::bodies::BodyId;
use sqlx::AnyConnection;

use crate::{
    Db,
    error::Result,
    row::{bind, number, run, sql},
};

/// A number that a prepared document bears and that its commit takes, if it is still the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberClaim {
    pub body: BodyId,
    /// `DocumentKind::series()`.
    pub series: String,
    pub year: i16,
    pub number: i64,
}

/// The next number of a series; only a commit takes it.
pub async fn next(db: &Db, body: &str, series: &str, year: i16) -> Result<i64> {
    let query = sql("SELECT latest FROM numbers WHERE body = $1 AND series = $2 AND year = $3");
    Ok(number(&db.pool, bind!(query; body.to_owned(), series.to_owned(), i64::from(year))).await? + 1)
}

/// Takes a number; false if it is not the next one (any more).
pub(crate) async fn claim(tx: &mut AnyConnection, claim: &NumberClaim) -> Result<bool> {
    let query = if claim.number == 1 {
        sql("INSERT INTO numbers (body, series, year, latest) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
    } else {
        sql("UPDATE numbers SET latest = $4 WHERE body = $1 AND series = $2 AND year = $3 AND latest = $4 - 1")
    };
    let NumberClaim { body, series, year, number } = claim.clone();
    Ok(run(tx, bind!(query; body, series, i64::from(year), number)).await? == 1)
}

/// Takes the next number, whichever it is.
pub(crate) async fn take(tx: &mut AnyConnection, body: &str, series: &'static str, year: i16) -> Result<i64> {
    let query = sql("INSERT INTO numbers (body, series, year, latest) VALUES ($1, $2, $3, 1) \
         ON CONFLICT (body, series, year) DO UPDATE SET latest = numbers.latest + 1 RETURNING latest");
    number(tx, bind!(query; body.to_owned(), series, i64::from(year))).await
}
