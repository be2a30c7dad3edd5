//! Frozen legal documents of cases: their data and, by digest, their PDFs.

use jiff::civil::Date;
use law::{
    bodies::BodyId,
    case::{DocumentKind, DocumentRef},
};
use sqlx::AnyConnection;

use crate::{
    Db, Viewer,
    blobs::{self, Blob},
    error::{Result, StoreError},
    row::{Cells, Stored, all, bind, one, run, sql},
    scope::{granted, readable},
};

/// A document frozen by a commit.
#[derive(Clone, Debug)]
pub struct NewDocument {
    pub document: DocumentRef,
    /// The frozen data of both languages as JSON text.
    pub data: String,
    /// The PDF in Kazakh and the one in Russian.
    pub kk: Vec<u8>,
    pub ru: Vec<u8>,
}

/// A frozen version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    pub case: String,
    pub document: DocumentRef,
    /// The frozen data of both languages as JSON text.
    pub data: String,
}

/// What anybody with the code may know of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicDocument {
    pub kind: DocumentKind,
    pub number: i64,
    pub on: Date,
    pub version: u32,
    /// The body that issued it.
    pub body: BodyId,
    pub digest_kk: String,
    pub digest_ru: String,
}

impl Stored for DocumentRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            case: c.text()?,
            document: DocumentRef {
                code: c.text()?,
                version: c.int()?,
                kind: c.word(DocumentKind::parse)?,
                number: c.int()?,
                on: c.day()?,
                digest_kk: c.text()?,
                digest_ru: c.text()?,
            },
            data: c.text()?,
        })
    }
}

impl Stored for PublicDocument {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            kind: c.word(DocumentKind::parse)?,
            number: c.int()?,
            on: c.day()?,
            version: c.int()?,
            body: c.text()?,
            digest_kk: c.text()?,
            digest_ru: c.text()?,
        })
    }
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "SELECT d.case_id, d.code, d.version, d.kind, d.number, d.on_day, d.digest_kk, d.digest_ru, d.data \
             FROM case_documents d WHERE ",
            $($rest),*
        )
    };
}

/// The latest version of a document in a case the viewer may read.
pub async fn document(db: &Db, viewer: &Viewer, code: &str) -> Result<Option<DocumentRow>> {
    let query = viewer.sql(select!("d.code = $5 AND ", readable!("d.case_id"), " ORDER BY d.version DESC LIMIT 1"));
    one(&db.pool, query.bind(code.to_owned())).await
}

/// All versions of all documents of a case the viewer may read, oldest first.
pub async fn of_case(db: &Db, viewer: &Viewer, case: &str) -> Result<Vec<DocumentRow>> {
    let query = viewer.sql(select!(
        "d.case_id = $5 AND ",
        readable!("d.case_id"),
        " ORDER BY d.on_day, d.number, d.code, d.version"
    ));
    all(&db.pool, query.bind(case.to_owned())).await
}

/// The PDF with this digest, if it is of a document in a case the viewer may read.
pub async fn pdf(db: &Db, viewer: &Viewer, digest: &str) -> Result<Option<Blob>> {
    let query = viewer.sql(concat!(
        "SELECT b.media_type, b.bytes FROM blobs b WHERE b.digest = $5 AND EXISTS (SELECT 1 FROM case_documents d \
         WHERE (d.digest_kk = $5 OR d.digest_ru = $5) AND ",
        readable!("d.case_id"),
        ")"
    ));
    one(&db.pool, query.bind(digest.to_owned())).await
}

/// What anybody may know of the document with this code: its versions, newest first.
pub async fn document_by_code(db: &Db, code: &str) -> Result<Vec<PublicDocument>> {
    let query = sql("SELECT d.kind, d.number, d.on_day, d.version, c.body, d.digest_kk, d.digest_ru \
         FROM case_documents d JOIN cases c ON c.id = d.case_id WHERE d.code = $1 ORDER BY d.version DESC");
    all(&db.pool, query.bind(code.to_owned())).await
}

/// Adds a document with its PDFs.
pub(crate) async fn add(tx: &mut AnyConnection, case: &str, new: &NewDocument) -> Result<()> {
    let d = new.document.clone();
    for (digest, bytes) in [(&d.digest_kk, &new.kk), (&d.digest_ru, &new.ru)] {
        if blobs::put_in(tx, "application/pdf", bytes).await? != *digest {
            return Err(StoreError::Digest(digest.clone()));
        }
    }
    let query =
        sql("INSERT INTO case_documents (code, version, case_id, kind, number, on_day, digest_kk, digest_ru, data) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    let query = bind!(query; d.code, i64::from(d.version), case.to_owned(), d.kind.word(), d.number, d.on.to_string(),
        d.digest_kk, d.digest_ru, new.data.clone());
    run(tx, query).await.map_err(|e| StoreError::or_exists(e, "document"))?;
    Ok(())
}
