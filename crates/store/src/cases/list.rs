//! Lists of cases for a viewer, the latest changed first.

use law::{bodies::BodyId, case::Procedure};

use super::{CaseRow, columns};
use crate::{
    Db, Page, Viewer,
    error::Result,
    row::{Sql, all, bind, number, one},
    scope::{granted, readable},
    words::patterns,
};

/// Which cases; everything left empty means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub procedure: Option<Procedure>,
    /// Words that reference, title or search words hold.
    pub text: String,
    /// Open ones or closed ones.
    pub open: Option<bool>,
    pub object: Option<BodyId>,
    /// The year of opening.
    pub year: Option<i16>,
    /// 1 for the first; 0 is taken as 1.
    pub page: u32,
    /// At most 200; 0 is taken as 20.
    pub per_page: u32,
}

/// `$5`–`$11`, bound by [`bound`].
macro_rules! wanted {
    () => {
        concat!(
            " FROM case_readers r JOIN cases c ON c.id = r.case_id WHERE r.body = $2 AND r.role = $3 AND ",
            granted!(),
            " AND ($5 IS NULL OR c.procedure = $5) AND ($6 IS NULL OR (c.closed_on IS NULL) = ($6 = 1)) \
             AND ($7 IS NULL OR c.object = $7) AND c.opened_on LIKE $8 \
             AND c.search LIKE $9 ESCAPE '\\' \
             AND c.search LIKE $10 ESCAPE '\\' \
             AND c.search LIKE $11 ESCAPE '\\'"
        )
    };
}

fn bound(query: Sql, filter: &Filter) -> Sql {
    let [first, second, third] = patterns(&filter.text);
    let year = filter.year.map_or("%".to_owned(), |year| format!("{year}-%"));
    bind!(query; filter.procedure.map(Procedure::word), filter.open.map(i64::from), filter.object.clone(), year,
        first, second, third)
}

/// The cases the viewer may read, the latest changed first.
pub async fn list(db: &Db, viewer: &Viewer, filter: &Filter) -> Result<Page<CaseRow>> {
    let page = filter.page.max(1);
    let per_page = if filter.per_page == 0 { 20 } else { filter.per_page.min(200) };
    let rows = viewer.sql(concat!(
        "SELECT ",
        columns!(),
        wanted!(),
        " ORDER BY r.last_at DESC, r.case_id DESC LIMIT $12 OFFSET $13"
    ));
    let offset = i64::from(page - 1) * i64::from(per_page);
    let rows = bound(rows, filter).bind(i64::from(per_page)).bind(offset);
    let items: Vec<CaseRow> = all(&db.pool, rows).await?;
    let shown = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let total = if shown < per_page && (shown > 0 || page == 1) {
        (page - 1) * per_page + shown
    } else {
        let count = viewer.sql(concat!("SELECT COUNT(*) FROM (SELECT 1 AS one", wanted!(), " LIMIT $12) AS counted"));
        let most = i64::from(Page::<CaseRow>::MOST) + 1;
        u32::try_from(number(&db.pool, bound(count, filter).bind(most)).await?).unwrap_or(u32::MAX)
    };
    Ok(Page { items, total, page, per_page })
}

/// A case, if the viewer may read it.
pub async fn find(db: &Db, viewer: &Viewer, id: &str) -> Result<Option<CaseRow>> {
    let query = viewer.sql(concat!("SELECT ", columns!(), " FROM cases c WHERE c.id = $5 AND ", readable!("c.id")));
    one(&db.pool, query.bind(id.to_owned())).await
}
