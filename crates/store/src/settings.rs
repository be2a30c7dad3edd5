//! What may change by decree and is recorded by administrators: days off moved, numbers changed.

use law::{
    calendar::Transfer,
    edition::{Law, ParameterChange},
};
use serde_json::json;

use crate::{
    Db,
    error::{Result, StoreError},
    ledger::{self, Edit},
    row::{Cells, Stored, all, bind, run, sql},
};

impl Stored for Transfer {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { from: c.day()?, to: c.day()?, decided_on: c.day()?, decree: c.text()? })
    }
}

impl Stored for ParameterChange {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.word(|t| t.parse().ok())?,
            value: c.int()?,
            from: c.day()?,
            decided_on: c.day()?,
            basis: c.text()?,
        })
    }
}

/// The decrees on days off recorded in the product.
pub async fn transfers(db: &Db) -> Result<Vec<Transfer>> {
    all(&db.pool, sql("SELECT from_day, to_day, decided_on, decree FROM transfers ORDER BY from_day, to_day")).await
}

/// The changed numbers recorded in the product.
pub async fn parameter_changes(db: &Db) -> Result<Vec<ParameterChange>> {
    let query = sql("SELECT parameter, value, from_day, decided_on, basis FROM parameter_changes \
         ORDER BY from_day, decided_on, parameter");
    all(&db.pool, query).await
}

/// The shipped law with everything recorded.
pub async fn law(db: &Db) -> Result<Law> {
    Ok(Law::with(&transfers(db).await?, &parameter_changes(db).await?))
}

/// Records a decree on a day off.
///
/// # Errors
/// [`StoreError::Exists`] if this transfer is recorded.
pub async fn add_transfer(db: &Db, transfer: &Transfer, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("INSERT INTO transfers (from_day, to_day, decided_on, decree) VALUES ($1, $2, $3, $4)");
    let query = bind!(query; transfer.from.to_string(), transfer.to.to_string(), transfer.decided_on.to_string(),
        transfer.decree.clone());
    run(&mut tx, query).await.map_err(|e| StoreError::or_exists(e, "transfer"))?;
    ledger::record(&mut tx, edit, "transfer-added", &json!(transfer)).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back a transfer recorded by mistake.
///
/// # Errors
/// [`StoreError::NotFound`].
pub async fn remove_transfer(db: &Db, transfer: &Transfer, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("DELETE FROM transfers WHERE from_day = $1 AND to_day = $2");
    if run(&mut tx, query.bind(transfer.from.to_string()).bind(transfer.to.to_string())).await? == 0 {
        return Err(StoreError::NotFound("transfer"));
    }
    ledger::record(&mut tx, edit, "transfer-removed", &json!(transfer)).await?;
    tx.commit().await?;
    Ok(())
}

/// Records a changed number.
///
/// # Errors
/// [`StoreError::Exists`] if a change of that number, validity and decision is recorded.
pub async fn add_parameter_change(db: &Db, change: &ParameterChange, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("INSERT INTO parameter_changes (parameter, value, from_day, decided_on, basis) \
         VALUES ($1, $2, $3, $4, $5)");
    let query = bind!(query; change.id.id(), i64::from(change.value), change.from.to_string(),
        change.decided_on.to_string(), change.basis.clone());
    run(&mut tx, query).await.map_err(|e| StoreError::or_exists(e, "parameter change"))?;
    ledger::record(&mut tx, edit, "parameter-changed", &json!(change)).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back a changed number recorded by mistake.
///
/// # Errors
/// [`StoreError::NotFound`].
pub async fn remove_parameter_change(db: &Db, change: &ParameterChange, edit: &Edit) -> Result<()> {
    let mut tx = db.write().await?;
    let query = sql("DELETE FROM parameter_changes WHERE parameter = $1 AND from_day = $2 AND decided_on = $3");
    let query = bind!(query; change.id.id(), change.from.to_string(), change.decided_on.to_string());
    if run(&mut tx, query).await? == 0 {
        return Err(StoreError::NotFound("parameter change"));
    }
    ledger::record(&mut tx, edit, "parameter-change-removed", &json!(change)).await?;
    tx.commit().await?;
    Ok(())
}
