//! Contents by their SHA-256: the same bytes are kept once.

use law::case::fact::hex;
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

use crate::{
    Db,
    error::Result,
    row::{Cells, Stored, bind, one, run, sql},
};

/// Contents with their type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    pub media_type: String,
    pub bytes: Vec<u8>,
}

impl Stored for Blob {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { media_type: c.text()?, bytes: c.bytes()? })
    }
}

/// Lower-case hexadecimal SHA-256.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Keeps contents, gives their digest.
pub async fn put(db: &Db, media_type: &str, bytes: &[u8]) -> Result<String> {
    let mut tx = db.write().await?;
    let digest = put_in(&mut tx, media_type, bytes).await?;
    tx.commit().await?;
    Ok(digest)
}

pub(crate) async fn put_in(tx: &mut AnyConnection, media_type: &str, bytes: &[u8]) -> Result<String> {
    let digest = digest(bytes);
    let known = sql("SELECT digest FROM blobs WHERE digest = $1").bind(digest.clone());
    if one::<String>(&mut *tx, known).await?.is_none() {
        let query = sql("INSERT INTO blobs (digest, media_type, size, bytes) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (digest) DO NOTHING");
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        run(tx, bind!(query; digest.clone(), media_type.to_owned(), size, bytes.to_vec())).await?;
    }
    Ok(digest)
}

/// Contents by digest, for the product itself: what a person may see comes from `documents` and `files`.
pub async fn get(db: &Db, digest: &str) -> Result<Option<Blob>> {
    one(&db.pool, sql("SELECT media_type, bytes FROM blobs WHERE digest = $1").bind(digest.to_owned())).await
}

/// How many bytes the contents have, for the product itself.
pub async fn size(db: &Db, digest: &str) -> Result<Option<i64>> {
    one(&db.pool, sql("SELECT size FROM blobs WHERE digest = $1").bind(digest.to_owned())).await
}
