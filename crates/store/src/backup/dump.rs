//! Writing a dump from one snapshot, while the product runs.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use futures_util::TryStreamExt;
use serde_json::{Value, json};
use sqlx::{AnyConnection, AssertSqlSafe, Row, any::AnyRow};
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::{
    Header, Trailer,
    lines::{FORM, Writer, base64},
    tables::{Kind, TABLES, Table},
};
use crate::{
    Db,
    error::{Result, StoreError},
    migrations,
    row::{all, sql},
};

/// Writes everything to a file, which appears when it is whole.
///
/// # Errors
/// What the database or the file system says.
pub async fn dump(db: &Db, path: &Path) -> Result<Trailer> {
    let (sender, receiver) = channel(64);
    let writer = Writer::create(path)?;
    let written = tokio::task::spawn_blocking(move || write(writer, receiver));
    let sent = send(db, sender).await;
    let written = written.await.map_err(|e| StoreError::Dump(e.to_string()))?;
    sent?;
    written
}

enum Line {
    Row(String),
    End(BTreeMap<String, u64>),
}

/// Where a dump breaks off, the file stays beside its place.
fn write(mut writer: Writer, mut lines: Receiver<Line>) -> Result<Trailer> {
    while let Some(line) = lines.blocking_recv() {
        match line {
            Line::Row(line) => writer.line(&line)?,
            Line::End(rows) => return writer.finish(rows),
        }
    }
    Err(StoreError::Dump("it broke off".to_owned()))
}

async fn send(db: &Db, lines: Sender<Line>) -> Result<()> {
    let gone = |_| StoreError::Dump("it could not be written".to_owned());
    let mut tx = db.snapshot().await?;
    complete(db, &mut tx).await?;
    let header = Header { form: FORM, schema: migrations::newest(), engine: db.engine().word().to_owned() };
    lines.send(Line::Row(serde_json::to_string(&header)?)).await.map_err(gone)?;
    let mut counts = BTreeMap::new();
    for table in TABLES {
        let mut count = 0;
        let mut rows = sqlx::query(AssertSqlSafe(table.select())).fetch(&mut *tx);
        while let Some(row) = rows.try_next().await? {
            lines.send(Line::Row(line(table, &row)?)).await.map_err(gone)?;
            count += 1;
        }
        counts.insert(table.name.to_owned(), count);
    }
    lines.send(Line::End(counts)).await.map_err(gone)
}

/// A dump that forgets a table or a column would be found out too late: it is refused now.
async fn complete(db: &Db, conn: &mut AnyConnection) -> Result<()> {
    let known: BTreeSet<&str> = TABLES.iter().map(|t| t.name).chain(["schema_migrations"]).collect();
    let stored: Vec<String> = all(&mut *conn, sql(db.engine().tables())).await?;
    if let Some(table) = stored.iter().find(|name| !known.contains(name.as_str())) {
        return Err(StoreError::Dump(format!("table {table} is not in it")));
    }
    for table in TABLES {
        let stored: Vec<String> = all(&mut *conn, sql(db.engine().columns()).bind(table.name)).await?;
        let stored: BTreeSet<&str> = stored.iter().map(String::as_str).collect();
        if stored != table.columns().map(|(name, _)| name).collect() {
            return Err(StoreError::Dump(format!("the columns of {} are not in it", table.name)));
        }
    }
    Ok(())
}

fn line(table: &Table, row: &AnyRow) -> Result<String> {
    let cell = |(i, (_, kind))| {
        Ok(match kind {
            Kind::Text => json!(row.try_get::<Option<String>, usize>(i)?),
            Kind::Int => json!(row.try_get::<Option<i64>, usize>(i)?),
            Kind::Bytes => base64(&row.try_get::<Vec<u8>, usize>(i)?),
        })
    };
    let cells: Vec<Value> = table.columns().enumerate().map(cell).collect::<Result<_>>()?;
    Ok(json!([table.name, cells]).to_string())
}
