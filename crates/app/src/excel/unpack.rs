//! A file that somebody sent, unpacked within limits: what it claims is looked at first, what comes out is counted.

use std::{
    collections::HashMap,
    io::{Cursor, Read},
};

use zip::ZipArchive;

use super::Fault;

/// What may come out of a file in all.
const MOST_BYTES: u64 = 64 << 20;
const MOST_ENTRIES: usize = 1000;
/// So many times its packed size; small parts are let off.
const MOST_RATIO: u64 = 200;
const SMALL: u64 = 1 << 20;

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Names in small letters, as programs differ in them.
    names: HashMap<String, usize>,
    left: u64,
}

pub(super) fn too_large(what: impl Into<String>) -> Fault {
    Fault::file("too-large", what)
}

pub(super) fn broken(why: impl ToString) -> Fault {
    Fault::file("not-a-workbook", why.to_string())
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(too_large(megabytes(bytes.len() as u64)));
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(broken(""));
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        if zip.len() > MOST_ENTRIES {
            return Err(too_large(zip.len().to_string()));
        }
        let (mut names, mut total) = (HashMap::new(), 0_u64);
        for at in 0..zip.len() {
            let entry = zip.by_index_raw(at).map_err(broken)?;
            let size = entry.size();
            total = total.saturating_add(size);
            if total > MOST_BYTES || unlikely(size, entry.compressed_size()) {
                return Err(too_large(megabytes(total)));
            }
            let name = entry.name().map_err(broken)?.trim_start_matches('/').to_lowercase();
            names.insert(name, at);
        }
        Ok(Self { zip, names, left: MOST_BYTES })
    }

    /// The text of a part, if there is one.
    pub fn text(&mut self, path: &str) -> Result<Option<String>, Fault> {
        let Some(at) = self.names.get(&path.trim_start_matches('/').to_lowercase()) else { return Ok(None) };
        let mut entry = self.zip.by_index(*at).map_err(broken)?;
        let packed = entry.compressed_size();
        let (mut out, mut block) = (Vec::new(), [0; 1 << 15]);
        loop {
            let read = entry.read(&mut block).map_err(broken)?;
            if read == 0 {
                break;
            }
            out.extend_from_slice(&block[..read]);
            let size = out.len() as u64;
            if size > self.left || unlikely(size, packed) {
                return Err(too_large(megabytes(size)));
            }
        }
        self.left -= out.len() as u64;
        let text = String::from_utf8(out).map_err(broken)?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }
}

fn unlikely(size: u64, packed: u64) -> bool {
    size > SMALL && size / packed.max(1) > MOST_RATIO
}

fn megabytes(bytes: u64) -> String {
    format!("{} MiB", bytes.div_ceil(1 << 20))
}
