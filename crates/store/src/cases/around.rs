//! What a step has looked at outside its own case. Rules that hold between cases – one visit a year, one list of a half-year – are
//! checked against what was read before the commit; if it has changed by then, the step is prepared anew.

use sqlx::AnyConnection;

use crate::{
    Db,
    error::Result,
    row::{Sql, number, sql},
};

/// Which cases were looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those of external control that tell something about a subject.
    Subject(String),
    /// All half-year lists.
    Lists,
}

/// How far they were then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    scope: Scope,
    own: String,
    facts: i64,
}

impl Around {
    /// Looks at what is around a case; to be read before what it stands for.
    pub async fn look(db: &Db, case: &str, scope: Scope) -> Result<Self> {
        let facts = number(&db.pool, count(&scope, case)).await?;
        Ok(Self { scope, own: case.to_owned(), facts })
    }

    /// Whether nothing has been added since.
    pub(super) async fn unchanged(&self, tx: &mut AnyConnection) -> Result<bool> {
        Ok(number(tx, count(&self.scope, &self.own)).await? == self.facts)
    }
}

/// Facts of the cases in a scope, and the cases themselves: both only grow.
fn count(scope: &Scope, own: &str) -> Sql {
    match scope {
        Scope::Subject(subject) => sql("SELECT CAST(COALESCE(SUM(version + 1), 0) AS BIGINT) FROM cases \
             WHERE id <> $1 AND id IN (SELECT case_id FROM told WHERE subject = $2)")
        .bind(own.to_owned())
        .bind(subject.clone()),
        Scope::Lists => sql("SELECT CAST(COALESCE(SUM(version + 1), 0) AS BIGINT) FROM cases \
             WHERE id <> $1 AND procedure = 'half-year-list'")
        .bind(own.to_owned()),
    }
}
