//! How far the reports are: for those who may see it.

use law::{ch3_reports::FormId, term::Quarter};

use super::{ReportMeta, columns};
use crate::{
    Db, Viewer,
    error::Result,
    row::{all, one, sql},
    scope::{granted, readable},
};

macro_rules! watched {
    () => {
        concat!("EXISTS (SELECT 1 FROM report_watchers w WHERE w.case_id = r.case_id AND w.body = $2) AND ", granted!())
    };
}

/// The reports of a quarter whose state the viewer's body may see, by form and body.
pub async fn quarter(db: &Db, viewer: &Viewer, quarter: Quarter) -> Result<Vec<ReportMeta>> {
    let query = viewer.sql(concat!(
        "SELECT ",
        columns!(),
        " FROM reports r WHERE r.quarter = $5 AND ",
        watched!(),
        " ORDER BY r.form, r.body"
    ));
    all(&db.pool, query.bind(quarter.to_string())).await
}

/// The reports of a body that the viewer's body may see the state of, newest first.
pub async fn of_body(db: &Db, viewer: &Viewer, body: &str) -> Result<Vec<ReportMeta>> {
    let query = viewer.sql(concat!(
        "SELECT ",
        columns!(),
        " FROM reports r WHERE r.body = $5 AND ",
        watched!(),
        " ORDER BY r.quarter DESC, r.form"
    ));
    all(&db.pool, query.bind(body.to_owned())).await
}

/// A report the viewer may read.
pub async fn find(db: &Db, viewer: &Viewer, case: &str) -> Result<Option<ReportMeta>> {
    let query =
        viewer.sql(concat!("SELECT ", columns!(), " FROM reports r WHERE r.case_id = $5 AND ", readable!("r.case_id")));
    one(&db.pool, query.bind(case.to_owned())).await
}

/// A report, for the product itself.
pub async fn load(db: &Db, case: &str) -> Result<Option<ReportMeta>> {
    one(&db.pool, sql(concat!("SELECT ", columns!(), " FROM reports r WHERE r.case_id = $1")).bind(case.to_owned()))
        .await
}

/// The report of a body, for the product itself.
pub async fn of(db: &Db, body: &str, form: FormId, quarter: Quarter) -> Result<Option<ReportMeta>> {
    let query =
        sql(concat!("SELECT ", columns!(), " FROM reports r WHERE r.body = $1 AND r.form = $2 AND r.quarter = $3"));
    one(&db.pool, query.bind(body.to_owned()).bind(form.word()).bind(quarter.to_string())).await
}

/// All reports of a quarter, for the product itself.
pub async fn every(db: &Db, quarter: Quarter) -> Result<Vec<ReportMeta>> {
    let query = sql(concat!("SELECT ", columns!(), " FROM reports r WHERE r.quarter = $1 ORDER BY r.form, r.body"));
    all(&db.pool, query.bind(quarter.to_string())).await
}

/// Quarters of which there are reports, newest first.
pub async fn quarters(db: &Db) -> Result<Vec<Quarter>> {
    let found: Vec<String> = all(&db.pool, sql("SELECT DISTINCT quarter FROM reports ORDER BY quarter DESC")).await?;
    Ok(found.iter().filter_map(|q| q.parse().ok()).collect())
}
