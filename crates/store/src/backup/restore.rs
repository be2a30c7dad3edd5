//! Putting a dump into an empty database of either engine.

use std::{path::Path, sync::Arc};

use serde_json::Value;
use sqlx::{AnyConnection, AssertSqlSafe, Executor};
use tokio::sync::mpsc::{Receiver, Sender, channel};

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
    tokio::task::spawn_blocking(move || read(&checked, |_, _| Ok(()))).await.map_err(broke_off)??;
    let (sender, receiver) = channel(4);
    let path = path.to_owned();
    let reader = tokio::task::spawn_blocking(move || send(&path, &sender));
    let mut tx = db.write().await?;
    tx.execute(sql(db.engine().whole())).await?;
    put_all(&mut tx, receiver).await?;
    let trailer = reader.await.map_err(broke_off)??;
    tx.commit().await?;
    Ok(trailer)
}

/// Rows of one table that one statement puts back.
struct Batch {
    table: &'static Table,
    rows: Vec<Vec<Value>>,
    values: usize,
    /// About how much text they hold.
    bytes: usize,
}

impl Batch {
    /// A statement may bind 32,766 values in SQLite and 65,535 in PostgreSQL; the driver looks each up among all of them.
    const VALUES: usize = 512;
    const BYTES: usize = 4 << 20;

    fn of(name: &str) -> Result<Self> {
        let table = TABLES.iter().find(|t| t.name == name);
        let table = table.ok_or_else(|| StoreError::Dump(format!("there is no table {name}")))?;
        Ok(Self { table, rows: Vec::new(), values: 0, bytes: 0 })
    }

    fn add(&mut self, row: Vec<Value>) {
        self.values += row.len();
        self.bytes += row.iter().filter_map(Value::as_str).map(str::len).sum::<usize>();
        self.rows.push(row);
    }

    fn takes(&self, name: &str) -> bool {
        self.table.name == name && self.values < Self::VALUES && self.bytes < Self::BYTES
    }
}

/// Reads to the end, where digest and counts are checked.
fn read(path: &Path, mut row: impl FnMut(String, Vec<Value>) -> Result<()>) -> Result<Trailer> {
    let mut lines = Lines::open(path)?;
    let (dump, product) = (lines.header.schema, migrations::newest());
    if dump != product {
        return Err(StoreError::Dump(format!("it has schema {dump}, this product has {product}")));
    }
    while let Some((table, cells)) = lines.next_row()? {
        row(table, cells)?;
    }
    lines.trailer.ok_or_else(|| StoreError::Dump("it was not read to its end".to_owned()))
}

fn send(path: &Path, batches: &Sender<Batch>) -> Result<Trailer> {
    let put = |batch| batches.blocking_send(batch).map_err(|_| StoreError::Dump("it could not be put back".to_owned()));
    let mut current: Option<Batch> = None;
    let trailer = read(path, |table, row| {
        let mut batch = match current.take() {
            Some(batch) if batch.takes(&table) => batch,
            full => {
                full.map_or(Ok(()), put)?;
                Batch::of(&table)?
            }
        };
        batch.add(row);
        current = Some(batch);
        Ok(())
    })?;
    current.map_or(Ok(()), put)?;
    Ok(trailer)
}

async fn put_all(tx: &mut AnyConnection, mut batches: Receiver<Batch>) -> Result<()> {
    for table in TABLES.iter().filter(|t| t.name != "heads") {
        let count = AssertSqlSafe(format!("SELECT COUNT(*) FROM (SELECT 1 AS one FROM {} LIMIT 1) AS t", table.name));
        if number(&mut *tx, sqlx::query(count)).await? > 0 {
            return Err(StoreError::NotEmpty);
        }
    }
    run(tx, sql("DELETE FROM heads")).await?;
    let mut last: Option<(&str, usize, Arc<str>)> = None;
    while let Some(batch) = batches.recv().await {
        let (name, rows) = (batch.table.name, batch.rows.len());
        let insert = match last.take() {
            Some((table, count, insert)) if (table, count) == (name, rows) => insert,
            _ => Arc::from(batch.table.insert(rows)),
        };
        put(tx, &batch, &insert).await?;
        last = Some((name, rows, insert));
    }
    Ok(())
}

async fn put(tx: &mut AnyConnection, batch: &Batch, insert: &Arc<str>) -> Result<()> {
    let wrong = || StoreError::Dump(format!("a row of {} has other columns", batch.table.name));
    let columns: Vec<Kind> = batch.table.columns().map(|(_, kind)| kind).collect();
    let mut query = sqlx::query(AssertSqlSafe(Arc::clone(insert)));
    for row in &batch.rows {
        if row.len() != columns.len() {
            return Err(wrong());
        }
        for (kind, value) in columns.iter().zip(row) {
            query = match (kind, value) {
                (Kind::Text, Value::Null) => query.bind(None::<String>),
                (Kind::Int, Value::Null) => query.bind(None::<i64>),
                (Kind::Text, value) => query.bind(value.as_str().ok_or_else(wrong)?.to_owned()),
                (Kind::Int, value) => query.bind(value.as_i64().ok_or_else(wrong)?),
                (Kind::Bytes, value) => query.bind(bytes(value)?),
            };
        }
    }
    run(tx, query).await?;
    Ok(())
}
