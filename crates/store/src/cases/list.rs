//! Lists of cases for a viewer, the latest changed first.

use jiff::Timestamp;
use law::{bodies::BodyId, case::Procedure};

use super::{CaseRow, columns};
use crate::{
    Db, Page, Viewer,
    error::Result,
    row::{Sql, all, bind, number, one, sql, stamp},
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

/// What the readers' index alone decides, in its order; `$5`, `$6`.
macro_rules! read_by {
    () => {
        concat!(
            " r.body = $2 AND r.role = $3 AND ",
            granted!(),
            " AND ($5 IS NULL OR r.procedure = $5) AND ($6 IS NULL OR r.open = $6)"
        )
    };
}

/// The same with what only the case knows; `$7`–`$11`.
macro_rules! wanted {
    () => {
        concat!(
            " FROM case_readers r JOIN cases c ON c.id = r.case_id WHERE",
            read_by!(),
            " AND ($7 IS NULL OR c.object = $7) AND ($8 IS NULL OR c.opened_on LIKE $8) \
             AND c.search LIKE $9 ESCAPE '\\' \
             AND c.search LIKE $10 ESCAPE '\\' \
             AND c.search LIKE $11 ESCAPE '\\'"
        )
    };
}

/// The texts of the two queries for a filter: the page, and the count up to a limit.
struct Texts {
    page: &'static str,
    count: &'static str,
    /// Whether they take `$7`–`$11`.
    searched: bool,
}

/// Where the readers' index decides alone, no other row is read than those shown.
const INDEXED: Texts = Texts {
    page: concat!(
        "SELECT ",
        columns!(),
        " FROM (SELECT r.case_id, r.last_at FROM case_readers r WHERE",
        read_by!(),
        " ORDER BY r.last_at DESC, r.case_id DESC LIMIT $7 OFFSET $8) AS p JOIN cases c ON c.id = p.case_id \
         ORDER BY p.last_at DESC, p.case_id DESC"
    ),
    count: concat!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM case_readers r WHERE",
        read_by!(),
        " LIMIT $7) AS counted"
    ),
    searched: false,
};

const SEARCHED: Texts = Texts {
    page: concat!("SELECT ", columns!(), wanted!(), " ORDER BY r.last_at DESC, r.case_id DESC LIMIT $12 OFFSET $13"),
    count: concat!("SELECT COUNT(*) FROM (SELECT 1 AS one", wanted!(), " LIMIT $12) AS counted"),
    searched: true,
};

impl Filter {
    fn texts(&self) -> &'static Texts {
        let searched = !self.text.trim().is_empty() || self.object.is_some() || self.year.is_some();
        if searched { &SEARCHED } else { &INDEXED }
    }

    fn bind(&self, query: Sql) -> Sql {
        let query = bind!(query; self.procedure.map(Procedure::word), self.open.map(i64::from));
        if !self.texts().searched {
            return query;
        }
        let [first, second, third] = patterns(&self.text);
        bind!(query; self.object.clone(), self.year.map(|year| format!("{year}-%")), first, second, third)
    }
}

/// The cases the viewer may read, the latest changed first.
pub async fn list(db: &Db, viewer: &Viewer, filter: &Filter) -> Result<Page<CaseRow>> {
    let page = filter.page.max(1);
    let per_page = if filter.per_page == 0 { 20 } else { filter.per_page.min(200) };
    let texts = filter.texts();
    let offset = i64::from(page - 1) * i64::from(per_page);
    let rows = filter.bind(viewer.sql(texts.page)).bind(i64::from(per_page)).bind(offset);
    let items: Vec<CaseRow> = all(&db.pool, rows).await?;
    let shown = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let total = if shown < per_page && (shown > 0 || page == 1) {
        (page - 1) * per_page + shown
    } else {
        let most = i64::from(Page::<CaseRow>::MOST) + 1;
        let count = filter.bind(viewer.sql(texts.count)).bind(most);
        u32::try_from(number(&db.pool, count).await?).unwrap_or(u32::MAX)
    };
    Ok(Page { items, total, page, per_page })
}

/// A case, if the viewer may read it.
pub async fn find(db: &Db, viewer: &Viewer, id: &str) -> Result<Option<CaseRow>> {
    let query = viewer.sql(concat!("SELECT ", columns!(), " FROM cases c WHERE c.id = $5 AND ", readable!("c.id")));
    one(&db.pool, query.bind(id.to_owned())).await
}

/// Those of these cases that the viewer may read, in any order.
pub async fn find_all(db: &Db, viewer: &Viewer, ids: &[String]) -> Result<Vec<CaseRow>> {
    const AT_ONCE: usize = 24;
    let text = concat!(
        "SELECT ",
        columns!(),
        " FROM cases c WHERE c.id IN ($5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
         $22, $23, $24, $25, $26, $27, $28) AND ",
        readable!("c.id")
    );
    let mut found = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let all_of_them = some.iter().cloned().chain(std::iter::repeat(String::new())).take(AT_ONCE);
        let query = all_of_them.fold(viewer.sql(text), |query, id| query.bind(id));
        found.extend(all::<CaseRow>(&db.pool, query).await?);
    }
    Ok(found)
}

/// Cases of a body in which something was recorded since a moment, for the product itself.
pub async fn of_body_since(db: &Db, body: &str, procedure: Procedure, since: Timestamp) -> Result<Vec<CaseRow>> {
    let query = sql(concat!(
        "SELECT ",
        columns!(),
        " FROM cases c WHERE c.body = $1 AND c.procedure = $2 AND c.last_at >= $3 ORDER BY c.id"
    ));
    all(&db.pool, query.bind(body.to_owned()).bind(procedure.word()).bind(stamp(since))).await
}
