//! The whole store as one file that no engine owns: written while the product runs, proven offline, restored into an
//! empty database of either engine.
//!
//! The file is JSON lines under zstd: a header, the rows of every table in the order of [`tables`], a trailer with the
//! number of rows of each table and the SHA-256 of all lines before it. Bytes are base64.

mod dump;
mod lines;
mod restore;
mod tables;

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use dump::dump;
pub use restore::restore;

use crate::{
    error::{Result, StoreError},
    journal::{ChainRow, FactRow},
    ledger::LedgerRow,
    verify::{Broken, Verdict, Verifier},
};
use lines::{Lines, bytes};

/// The first line of a dump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of the file's own form.
    #[serde(rename = "sapa-dump")]
    pub form: u32,
    /// Version of the schema.
    pub schema: i64,
    /// The engine it was taken from.
    pub engine: String,
}

/// The last line of a dump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trailer {
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// SHA-256 of the lines before.
    pub sha256: String,
}

/// Proves a dump without a database: its own digest and counts, then everything [`crate::verify`] proves.
///
/// # Errors
/// [`StoreError::Dump`] if the file is cut off or damaged; what is wrong with its contents is in the verdict.
pub fn verify_dump(path: &Path) -> Result<Verdict> {
    let mut lines = Lines::open(path)?;
    let mut verifier = Verifier::default();
    let mut found = Ok(());
    while let Some((table, row)) = lines.next_row()? {
        if found.is_ok() {
            found = feed(&mut verifier, &table, &row)?;
        }
    }
    let found = found.and_then(|()| verifier.finish());
    Ok(verifier.verdict(found))
}

/// Shows one row of a dump to the proof.
fn feed(verifier: &mut Verifier, table: &str, row: &[Value]) -> Result<Result<(), Broken>> {
    let text = |i: usize| row.get(i).and_then(Value::as_str).unwrap_or_default().to_owned();
    let int = |i: usize| row.get(i).and_then(Value::as_i64).unwrap_or_default();
    let seq = |i: usize| u32::try_from(int(i)).unwrap_or_default();
    Ok(match table {
        "chain" => verifier.link(&ChainRow {
            n: int(0),
            case: text(1),
            seq: seq(2),
            hash: text(3),
            prev: text(4),
            head: text(5),
        }),
        "facts" => verifier.fact(&FactRow {
            case: text(0),
            seq: seq(1),
            kind: text(2),
            on: text(3),
            recorded_at: text(4),
            text: text(5),
            hash: text(6),
        }),
        "ledger" => verifier.edit(&LedgerRow {
            seq: int(0),
            at: text(1),
            actor: text(2),
            what: text(3),
            data: text(4),
            prev: text(5),
            hash: text(6),
        }),
        "blobs" => {
            let contents = row.get(3).ok_or_else(|| StoreError::Dump("a row is too short".to_owned()))?;
            verifier.blob(&text(0), &bytes(contents)?)
        }
        "heads" => verifier.head(&text(0), int(1), &text(2)),
        _ => Ok(()),
    })
}
