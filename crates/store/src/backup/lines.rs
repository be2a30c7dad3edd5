//! The lines of a dump: written and read with their digest and their counts.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use law::case::fact::hex;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::{Header, Trailer};
use crate::error::{Result, StoreError};

/// The form of the file this product writes and reads.
pub(super) const FORM: u32 = 1;

fn damaged(what: impl Into<String>) -> StoreError {
    StoreError::Dump(what.into())
}

/// Bytes as a JSON value.
pub(super) fn base64(bytes: &[u8]) -> Value {
    BASE64_STANDARD.encode(bytes).into()
}

/// Bytes from a JSON value.
pub(super) fn bytes(value: &Value) -> Result<Vec<u8>> {
    let text = value.as_str().ok_or_else(|| damaged("bytes are no text"))?;
    BASE64_STANDARD.decode(text).map_err(|_| damaged("bytes are no base64"))
}

/// Writes a dump beside its place and puts it there when it is whole; one that breaks off leaves nothing behind.
pub(super) struct Writer {
    out: zstd::Encoder<'static, BufWriter<NamedTempFile>>,
    digest: Sha256,
    path: PathBuf,
}

impl Writer {
    pub fn create(path: &Path) -> Result<Self> {
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let out = zstd::Encoder::new(BufWriter::new(NamedTempFile::new_in(folder)?), 3)?;
        Ok(Self { out, digest: Sha256::new(), path: path.to_owned() })
    }

    pub fn line(&mut self, line: &str) -> Result<()> {
        for bytes in [line.as_bytes(), b"\n"] {
            self.digest.update(bytes);
            self.out.write_all(bytes)?;
        }
        Ok(())
    }

    pub fn finish(mut self, rows: BTreeMap<String, u64>) -> Result<Trailer> {
        let trailer = Trailer { rows, sha256: hex(&self.digest.finalize()) };
        writeln!(self.out, "{}", serde_json::to_string(&trailer)?)?;
        let file = self.out.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(&self.path).map_err(|e| e.error)?;
        Ok(trailer)
    }
}

/// Reads a dump, checking its digest and its counts at the end.
pub(super) struct Lines {
    input: BufReader<zstd::Decoder<'static, BufReader<File>>>,
    digest: Sha256,
    rows: BTreeMap<String, u64>,
    pub header: Header,
    pub trailer: Option<Trailer>,
}

impl Lines {
    pub fn open(path: &Path) -> Result<Self> {
        let input = BufReader::new(zstd::Decoder::new(File::open(path)?)?);
        let header = Header { form: 0, schema: 0, engine: String::new() };
        let mut lines = Self { input, digest: Sha256::new(), rows: BTreeMap::new(), header, trailer: None };
        let first = lines.line()?;
        lines.digest.update(&first);
        lines.header = serde_json::from_str(&first).map_err(|_| damaged("it has no header"))?;
        if lines.header.form != FORM {
            return Err(damaged(format!("its form is {}, this product reads {FORM}", lines.header.form)));
        }
        Ok(lines)
    }

    /// The next line with its end.
    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.input.read_line(&mut line).map_err(|e| damaged(e.to_string()))?;
        if line.ends_with('\n') { Ok(line) } else { Err(damaged("it is cut off")) }
    }

    /// The next row and its table; none after the last, when digest and counts have been checked.
    pub fn next_row(&mut self) -> Result<Option<(String, Vec<Value>)>> {
        let line = self.line()?;
        if line.starts_with('[') {
            self.digest.update(&line);
            let (table, row): (String, Vec<Value>) = serde_json::from_str(&line).map_err(|e| damaged(e.to_string()))?;
            match self.rows.get_mut(&table) {
                Some(count) => *count += 1,
                None => drop(self.rows.insert(table.clone(), 1)),
            }
            return Ok(Some((table, row)));
        }
        let trailer: Trailer = serde_json::from_str(&line).map_err(|_| damaged("it has no trailer"))?;
        if trailer.sha256 != hex(&self.digest.clone().finalize()) {
            return Err(damaged("its digest is another"));
        }
        if trailer.rows.iter().filter(|(_, n)| **n > 0).ne(self.rows.iter()) {
            return Err(damaged("rows are missing"));
        }
        self.trailer = Some(trailer);
        Ok(None)
    }
}
