//! Frozen legal documents of cases: their data and, by digest, their PDFs.

use jiff::civil::Date;
use law::{
    bodies::BodyId,
    case::{
        DocumentKind, DocumentRef,
        fact::{DocumentFile, DocumentLanguage},
    },
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
    /// The frozen data as JSON text, by name of file.
    pub data: String,
    /// The PDFs, in the order of the document's files.
    pub pdfs: Vec<Vec<u8>>,
}

/// A frozen version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    pub case: String,
    pub document: DocumentRef,
    /// The frozen data as JSON text, by name of file.
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
    /// Every copy in every language.
    pub files: Vec<DocumentFile>,
}

/// A version with one of its files; the rows of a version follow each other.
struct Line {
    case: String,
    body: BodyId,
    document: DocumentRef,
    data: String,
}

impl Stored for Line {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            case: c.text()?,
            body: c.text()?,
            document: DocumentRef {
                code: c.text()?,
                version: c.int()?,
                kind: c.word(DocumentKind::parse)?,
                number: c.int()?,
                on: c.day()?,
                files: vec![DocumentFile {
                    copy: c.int()?,
                    language: c.word(DocumentLanguage::parse)?,
                    sha256: c.text()?,
                }],
            },
            data: c.text()?,
        })
    }
}

/// Brings the files of a version together.
fn gather(lines: Vec<Line>) -> Vec<Line> {
    let mut versions: Vec<Line> = Vec::new();
    for line in lines {
        let (code, version) = (&line.document.code, line.document.version);
        match versions.last_mut().filter(|v| v.document.code == *code && v.document.version == version) {
            Some(last) => last.document.files.extend(line.document.files),
            None => versions.push(line),
        }
    }
    versions
}

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "SELECT d.case_id, c.body, d.code, d.version, d.kind, d.number, d.on_day, f.copy, f.language, f.digest, \
             d.data FROM case_documents d JOIN cases c ON c.id = d.case_id \
             JOIN document_files f ON f.code = d.code AND f.version = d.version WHERE ",
            $($rest),*
        )
    };
}

impl From<Line> for DocumentRow {
    fn from(line: Line) -> Self {
        Self { case: line.case, document: line.document, data: line.data }
    }
}

/// The latest version of a document in a case the viewer may read.
pub async fn document(db: &Db, viewer: &Viewer, code: &str) -> Result<Option<DocumentRow>> {
    let query =
        viewer.sql(select!("d.code = $5 AND ", readable!("d.case_id"), " ORDER BY d.version DESC, f.copy, f.language"));
    let lines = gather(all(&db.pool, query.bind(code.to_owned())).await?);
    Ok(lines.into_iter().next().map(DocumentRow::from))
}

/// All versions of all documents of a case the viewer may read, oldest first.
pub async fn of_case(db: &Db, viewer: &Viewer, case: &str) -> Result<Vec<DocumentRow>> {
    let query = viewer.sql(select!(
        "d.case_id = $5 AND ",
        readable!("d.case_id"),
        " ORDER BY d.on_day, d.number, d.code, d.version, f.copy, f.language"
    ));
    let lines = gather(all(&db.pool, query.bind(case.to_owned())).await?);
    Ok(lines.into_iter().map(DocumentRow::from).collect())
}

/// The PDF with this digest, if it is of a document in a case the viewer may read.
pub async fn pdf(db: &Db, viewer: &Viewer, digest: &str) -> Result<Option<Blob>> {
    let query = viewer.sql(concat!(
        "SELECT b.media_type, b.bytes FROM blobs b WHERE b.digest = $5 AND EXISTS (SELECT 1 FROM document_files f \
         JOIN case_documents d ON d.code = f.code AND d.version = f.version WHERE f.digest = $5 AND ",
        readable!("d.case_id"),
        ")"
    ));
    one(&db.pool, query.bind(digest.to_owned())).await
}

/// What anybody may know of the document with this code: its versions, newest first.
pub async fn document_by_code(db: &Db, code: &str) -> Result<Vec<PublicDocument>> {
    let query = sql(select!("d.code = $1 ORDER BY d.version DESC, f.copy, f.language"));
    let lines = gather(all(&db.pool, query.bind(code.to_owned())).await?);
    let public = |Line { body, document: d, .. }| PublicDocument {
        kind: d.kind,
        number: d.number,
        on: d.on,
        version: d.version,
        body,
        files: d.files,
    };
    Ok(lines.into_iter().map(public).collect())
}

/// Adds a document with its PDFs.
pub(crate) async fn add(tx: &mut AnyConnection, case: &str, new: &NewDocument) -> Result<()> {
    let d = new.document.clone();
    let query = sql("INSERT INTO case_documents (code, version, case_id, kind, number, on_day, data) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)");
    let version = i64::from(d.version);
    let query = bind!(query; d.code.clone(), version, case.to_owned(), d.kind.word(), d.number, d.on.to_string(),
        new.data.clone());
    run(tx, query).await.map_err(|e| StoreError::or_exists(e, "document"))?;
    if d.files.len() != new.pdfs.len() {
        return Err(StoreError::Digest(d.code));
    }
    for (file, pdf) in d.files.into_iter().zip(&new.pdfs) {
        if blobs::put_in(tx, "application/pdf", pdf).await? != file.sha256 {
            return Err(StoreError::Digest(file.sha256));
        }
        let query =
            sql("INSERT INTO document_files (code, version, copy, language, digest) VALUES ($1, $2, $3, $4, $5)");
        let query = bind!(query; d.code.clone(), version, i64::from(file.copy), file.language.word(), file.sha256);
        run(tx, query).await?;
    }
    Ok(())
}
