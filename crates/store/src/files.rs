//! Files people attach to cases.

use jiff::Timestamp;
use sqlx::AnyConnection;

use crate::{
    Db, Viewer,
    blobs::{self, Blob},
    error::{Result, StoreError},
    row::{Cells, Stored, all, bind, one, run, sql, stamp},
    scope::{granted, readable},
};

/// A file attached to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    pub id: String,
    pub case: String,
    pub digest: String,
    pub name: String,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    pub by_user: String,
    pub at: Timestamp,
    /// Protected material (§34): only for the people of the case, and whoever gave it.
    pub protected: bool,
}

/// A file to attach.
#[derive(Clone, Debug)]
pub struct NewFile {
    pub id: String,
    pub case: String,
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
    pub at: Timestamp,
    pub protected: bool,
}

impl Stored for FileRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.text()?,
            case: c.text()?,
            digest: c.text()?,
            name: c.text()?,
            media_type: c.text()?,
            size: c.int()?,
            by_user: c.text()?,
            at: c.time()?,
            protected: c.flag()?,
        })
    }
}

macro_rules! open_to_viewer {
    () => {
        concat!(
            readable!("f.case_id"),
            " AND (f.protected = 0 OR f.by_user = $1 OR EXISTS \
             (SELECT 1 FROM case_team m WHERE m.case_id = f.case_id AND m.user_id = $1))"
        )
    };
}

/// Attaches a file to an open case the viewer may read.
///
/// # Errors
/// [`StoreError::NotFound`] if the viewer may not; [`StoreError::Closed`] if it is closed; [`StoreError::Exists`] if the
/// id is taken.
pub async fn attach(db: &Db, viewer: &Viewer, file: NewFile) -> Result<FileRow> {
    let mut tx = db.write().await?;
    let query = viewer.sql(concat!(
        "SELECT CASE WHEN k.closed_on IS NULL THEN 0 ELSE 1 END FROM cases k WHERE k.id = $5 AND ",
        readable!("k.id")
    ));
    match one::<i64>(&mut *tx, query.bind(file.case.clone())).await? {
        None => return Err(StoreError::NotFound("case")),
        Some(0) => {}
        Some(_) => return Err(StoreError::Closed),
    }
    let row = FileRow {
        digest: blobs::put_in(&mut tx, &file.media_type, &file.bytes).await?,
        id: file.id,
        case: file.case,
        name: file.name,
        media_type: file.media_type,
        size: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
        by_user: viewer.user.clone(),
        at: file.at,
        protected: file.protected,
    };
    let query = sql("INSERT INTO files (id, case_id, digest, name, media_type, size, by_user, at, protected) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    let r = row.clone();
    let query = bind!(query; r.id, r.case, r.digest, r.name, r.media_type, r.size, r.by_user, stamp(r.at),
        i64::from(r.protected));
    query.execute(&mut *tx).await.map_err(|e| StoreError::or_exists(e, "file"))?;
    tx.commit().await?;
    Ok(row)
}

/// Keeps files of a case apart from now on (§34).
pub(crate) async fn protect(tx: &mut AnyConnection, case: &str, digests: &[String]) -> Result<()> {
    for digest in digests {
        let query = sql("UPDATE files SET protected = 1 WHERE case_id = $1 AND digest = $2");
        run(tx, query.bind(case.to_owned()).bind(digest.clone())).await?;
    }
    Ok(())
}

/// The files of a case that the viewer may see, oldest first.
pub async fn of_case(db: &Db, viewer: &Viewer, case: &str) -> Result<Vec<FileRow>> {
    let query = viewer.sql(concat!(
        "SELECT f.id, f.case_id, f.digest, f.name, f.media_type, f.size, f.by_user, f.at, f.protected FROM files f \
         WHERE f.case_id = $5 AND ",
        open_to_viewer!(),
        " ORDER BY f.at, f.id"
    ));
    all(&db.pool, query.bind(case.to_owned())).await
}

/// Digests of what is kept from the viewer in a case they may read: protected material is there, and whose.
pub async fn withheld(db: &Db, viewer: &Viewer, case: &str) -> Result<Vec<String>> {
    let query = viewer.sql(concat!(
        "SELECT f.digest FROM files f WHERE f.case_id = $5 AND f.protected = 1 AND ",
        readable!("f.case_id"),
        " AND NOT (",
        open_to_viewer!(),
        ") ORDER BY f.at, f.id"
    ));
    all(&db.pool, query.bind(case.to_owned())).await
}

/// All files of a case, oldest first, for the product itself.
pub async fn every(db: &Db, case: &str) -> Result<Vec<FileRow>> {
    let query = sql("SELECT f.id, f.case_id, f.digest, f.name, f.media_type, f.size, f.by_user, f.at, f.protected \
         FROM files f WHERE f.case_id = $1 ORDER BY f.at, f.id");
    all(&db.pool, query.bind(case.to_owned())).await
}

/// Digests of all files of a case, oldest first, for the product itself.
pub async fn digests(db: &Db, case: &str) -> Result<Vec<String>> {
    let query = sql("SELECT digest FROM files WHERE case_id = $1 ORDER BY at, id");
    all(&db.pool, query.bind(case.to_owned())).await
}

/// A file the viewer may see.
pub async fn get(db: &Db, viewer: &Viewer, id: &str) -> Result<Option<FileRow>> {
    let query = viewer.sql(concat!(
        "SELECT f.id, f.case_id, f.digest, f.name, f.media_type, f.size, f.by_user, f.at, f.protected FROM files f \
         WHERE f.id = $5 AND ",
        open_to_viewer!()
    ));
    one(&db.pool, query.bind(id.to_owned())).await
}

/// The contents of a file the viewer may see.
pub async fn content(db: &Db, viewer: &Viewer, id: &str) -> Result<Option<Blob>> {
    let query = viewer.sql(concat!(
        "SELECT f.media_type, b.bytes FROM files f JOIN blobs b ON b.digest = f.digest WHERE f.id = $5 AND ",
        open_to_viewer!()
    ));
    one(&db.pool, query.bind(id.to_owned())).await
}
