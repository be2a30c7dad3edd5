//! Putting a dump into an empty database of either engine.

use std::{path::Path, sync::Arc};

use serde_json::Value;
use sqlx::{AnyConnection, AssertSqlSafe};
use tokio::sync::mpsc::{Receiver, channel};

use super::{
    Trailer,
    lines::{Lines, bytes},
    tables::{Kind, TABLES, Table},
};
use crate::{
    Db,
    error::{Result, StoreError},
    migrations,
    row::{number, run, sql},
};

/// Puts everything from a dump into a migrated database that holds nothing, or nothing of it. Whether the journal in it
/// is as it was written is for [`super::verify_dump`] to say: one that is not can still be looked at.
///
/// # Errors
/// [`StoreError::NotEmpty`]; [`StoreError::Dump`] if the file is damaged or of another schema.
pub async fn restore(db: &Db, path: &Path) -> Result<Trailer> {
    let broke_off = |e: tokio::task::JoinError| StoreError::Dump(e.to_string());
    let checked = path.to_owned();
    tokio::task::spawn_blocking(move || read(&checked, |_| true)).await.map_err(broke_off)??;
    let (sender, receiver) = channel(64);
    let path = path.to_owned();
    let reader = tokio::task::spawn_blocking(move || read(&path, |row| sender.blocking_send(row).is_ok()));
    let mut tx = db.write().await?;
    put_all(&mut tx, receiver).await?;
    let trailer = reader.await.map_err(broke_off)??;
    tx.commit().await?;
    Ok(trailer)
}

type Line = (String, Vec<Value>);

/// Reads to the end, where digest and counts are checked, or until the rows are no longer wanted.
fn read(path: &Path, mut row: impl FnMut(Line) -> bool) -> Result<Trailer> {
    let mut lines = Lines::open(path)?;
    let (dump, product) = (lines.header.schema, migrations::newest());
    if dump != product {
        return Err(StoreError::Dump(format!("it has schema {dump}, this product has {product}")));
    }
    while let Some(line) = lines.next_row()? {
        if !row(line) {
            break;
        }
    }
    lines.trailer.ok_or_else(|| StoreError::Dump("it was not read to its end".to_owned()))
}

async fn put_all(tx: &mut AnyConnection, mut rows: Receiver<Line>) -> Result<()> {
    for table in TABLES.iter().filter(|t| t.name != "heads") {
        let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM {} LIMIT 1) AS t", table.name));
        if number(&mut *tx, sqlx::query(count)).await? > 0 {
            return Err(StoreError::NotEmpty);
        }
    }
    run(tx, sql("DELETE FROM heads")).await?;
    let mut current: Option<(&Table, Arc<str>)> = None;
    while let Some((name, row)) = rows.recv().await {
        let (table, insert) = match current.take() {
            Some(same) if same.0.name == name => same,
            _ => {
                let table = TABLES.iter().find(|t| t.name == name);
                let table = table.ok_or_else(|| StoreError::Dump(format!("there is no table {name}")))?;
                (table, Arc::from(table.insert()))
            }
        };
        put(tx, table, &insert, &row).await?;
        current = Some((table, insert));
    }
    Ok(())
}

async fn put(tx: &mut AnyConnection, table: &Table, insert: &Arc<str>, row: &[Value]) -> Result<()> {
    let wrong = || StoreError::Dump(format!("a row of {} has other columns", table.name));
    if row.len() != table.columns().count() {
        return Err(wrong());
    }
    let mut query = sqlx::query(AssertSqlSafe(Arc::clone(insert)));
    for ((_, kind), value) in table.columns().zip(row) {
        query = match (kind, value) {
            (Kind::Text, Value::Null) => query.bind(None::<String>),
            (Kind::Int, Value::Null) => query.bind(None::<i64>),
            (Kind::Text, value) => query.bind(value.as_str().ok_or_else(wrong)?.to_owned()),
            (Kind::Int, value) => query.bind(value.as_i64().ok_or_else(wrong)?),
            (Kind::Bytes, value) => query.bind(bytes(value)?),
        };
    }
    run(tx, query).await?;
    Ok(())
}
