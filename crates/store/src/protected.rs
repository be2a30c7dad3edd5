//! Protected material (§34): the people it is for, and the record of every time that somebody opened it.

use jiff::Timestamp;
use law::{bodies::BodyId, case::Role};
use sqlx::AnyConnection;

use crate::{
    Db, Viewer,
    error::{Result, StoreError},
    row::{Cells, Stored, all, bind, number, run, sql, stamp},
    scope::{granted, readable},
};

/// One opening of protected material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub id: String,
    pub case: String,
    /// The digest of a file, or the number of a fact.
    pub what: String,
    pub user: String,
    pub body: BodyId,
    pub role: Role,
    pub at: Timestamp,
}

impl Stored for Opening {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            case: c.text()?,
            what: c.text()?,
            user: c.text()?,
            body: c.text()?,
            role: c.role()?,
            at: c.time()?,
        })
    }
}

/// Condition: the viewer may read the case and is one of its people.
macro_rules! of_team {
    ($column:literal) => {
        concat!(
            readable!($column),
            " AND EXISTS (SELECT 1 FROM case_team m WHERE m.case_id = ",
            $column,
            " AND m.user_id = $1)"
        )
    };
}

/// Whether the viewer is one of the people of a case they may read.
pub async fn in_team(db: &Db, viewer: &Viewer, case: &str) -> Result<bool> {
    let query = viewer.sql(concat!("SELECT COUNT(*) FROM cases k WHERE k.id = $5 AND ", of_team!("k.id")));
    Ok(number(&db.pool, query.bind(case.to_owned())).await? > 0)
}

/// Records, before the contents go out, that the viewer opens protected material of a case they may read.
///
/// # Errors
/// [`StoreError::NotFound`] if they may not read the case; nothing is recorded then, and nothing may be given.
pub async fn open(db: &Db, viewer: &Viewer, id: &str, case: &str, what: &str, at: Timestamp) -> Result<()> {
    let mut tx = db.write().await?;
    let query = viewer.sql(concat!(
        "INSERT INTO openings (id, case_id, what, user_id, body, role, at) \
         SELECT $6, k.id, $7, $1, $2, $3, $8 FROM cases k WHERE k.id = $5 AND ",
        readable!("k.id")
    ));
    let query = bind!(query; case.to_owned(), id.to_owned(), what.to_owned(), stamp(at));
    if run(&mut tx, query).await? == 0 {
        return Err(StoreError::NotFound("case"));
    }
    tx.commit().await?;
    Ok(())
}

/// Who opened what in a case, the latest first, for its people alone.
pub async fn openings_of(db: &Db, viewer: &Viewer, case: &str) -> Result<Vec<Opening>> {
    let query = viewer.sql(concat!(
        "SELECT o.id, o.case_id, o.what, o.user_id, o.body, o.role, o.at FROM openings o WHERE o.case_id = $5 AND ",
        of_team!("o.case_id"),
        " ORDER BY o.at DESC, o.id"
    ));
    all(&db.pool, query.bind(case.to_owned())).await
}

/// Puts these people in the place of those the case had.
pub(crate) async fn replace_team(tx: &mut AnyConnection, case: &str, team: &[String]) -> Result<()> {
    run(tx, sql("DELETE FROM case_team WHERE case_id = $1").bind(case.to_owned())).await?;
    for user in team {
        let query = sql("INSERT INTO case_team (case_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        run(tx, query.bind(case.to_owned()).bind(user.clone())).await?;
    }
    Ok(())
}
