//! Sets of criteria of risk (§11): what they hold is the law's to read; edits are recorded in the ledger.

use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

use crate::{
    Db,
    error::{Result, StoreError},
    ledger::{self, Edit},
    row::{Cells, Stored, all, bind, run, sql, stamp},
};

/// A set to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCriteria {
    pub id: String,
    pub valid_from: Date,
    /// The last day, inclusive.
    pub valid_to: Option<Date>,
    /// `law::ch2_external::p11_risk::CriteriaSet` as JSON.
    pub data: Value,
}

/// A set as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriteriaRow {
    pub set: NewCriteria,
    /// Who changed it last, as the ledger has them.
    pub changed_by: Value,
    pub changed_at: Timestamp,
}

impl Stored for CriteriaRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            set: NewCriteria { id: c.text()?, valid_from: c.day()?, valid_to: c.opt_day()?, data: c.json()? },
            changed_by: c.json()?,
            changed_at: c.time()?,
        })
    }
}

/// All sets, in the order in which they hold.
pub async fn sets(db: &Db) -> Result<Vec<CriteriaRow>> {
    let query = sql("SELECT id, valid_from, valid_to, data, changed_by, changed_at FROM criteria_sets \
         ORDER BY valid_from, id");
    all(&db.pool, query).await
}

/// Keeps a set, in the place of one with the same id.
pub async fn put(db: &Db, set: &NewCriteria, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("INSERT INTO criteria_sets (id, valid_from, valid_to, data, changed_by, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET valid_from = excluded.valid_from, \
         valid_to = excluded.valid_to, data = excluded.data, changed_by = excluded.changed_by, \
         changed_at = excluded.changed_at");
    let s = set.clone();
    let (from, to) = (s.valid_from.to_string(), s.valid_to.map(|d| d.to_string()));
    run(&mut tx, bind!(query; s.id, from, to, s.data.to_string(), edit.by.to_string(), stamp(edit.at))).await?;
    let told = json!({ "id": set.id, "valid_from": set.valid_from, "valid_to": set.valid_to, "data": set.data });
    ledger::record(&mut tx, edit, "criteria-changed", &told).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back a set recorded by mistake.
///
/// # Errors
/// [`StoreError::NotFound`].
pub async fn remove(db: &Db, id: &str, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    if run(&mut tx, sql("DELETE FROM criteria_sets WHERE id = $1").bind(id.to_owned())).await? == 0 {
        return Err(StoreError::NotFound("criteria set"));
    }
    ledger::record(&mut tx, edit, "criteria-removed", &json!({ "id": id })).await?;
    tx.commit().await?;
    Ok(())
}
