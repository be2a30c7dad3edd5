//! The cells of a report in hand, and the history of each.

use std::collections::HashMap;

use jiff::Timestamp;
use law::{
    ch3_reports::{FormId, Sheet, cell::Cell, report::Stage, sheet::LineKey, sheet::Place},
    term::Quarter,
};
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{
    Db, Viewer,
    error::{Result, StoreError},
    row::{Cells, Stored, all, bind, one, run, sql, stamp},
    scope::{granted, readable},
};

/// A cell as it is stored: digits, `-` or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellRow {
    pub place: Place,
    pub value: String,
    /// The edit that wrote it.
    pub n: i64,
}

/// A change of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub place: Place,
    /// Digits, `-`, words; empty to empty it.
    pub value: String,
    /// The edit that the person saw in it; none to write whatever is there, 0 for a cell that was empty.
    pub seen: Option<i64>,
}

/// What a person does to the cells of a report at once.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    pub changes: Vec<Change>,
    pub add_lines: Vec<(String, LineKey)>,
    pub remove_lines: Vec<(String, LineKey)>,
    pub why: String,
    /// How: `grid`, `import`, `api`, `own-figures`, `dashes`, `undo`.
    pub way: &'static str,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The number of the edit.
    pub n: i64,
    /// Cells that somebody else had changed meanwhile, as they stand: they were left.
    pub conflicts: Vec<Written>,
}

/// A cell as somebody wrote it: the last entry of its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub place: Place,
    pub n: i64,
    pub before: String,
    pub value: String,
    pub why: String,
    pub way: String,
    pub by_user: String,
    pub at: Timestamp,
}

/// The cells of a report with the number of the last edit.
#[derive(Clone, Debug)]
pub struct InHand {
    pub edits: i64,
    pub sheet: Sheet,
    /// The edit that wrote each cell.
    pub written: HashMap<Place, i64>,
}

impl Stored for Place {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { row: c.text()?, line: c.text()?, column: c.text()? })
    }
}

impl Stored for CellRow {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { place: Place::read(c)?, value: c.text()?, n: c.int()? })
    }
}

impl Stored for Written {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            place: Place::read(c)?,
            n: c.int()?,
            before: c.text()?,
            value: c.text()?,
            why: c.text()?,
            way: c.text()?,
            by_user: c.text()?,
            at: c.time()?,
        })
    }
}

/// A report whose cells may be changed, and its edits so far.
struct Open {
    form: FormId,
    quarter: Quarter,
    stage: Stage,
    edits: i64,
}

impl Stored for Open {
    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            form: c.word(FormId::parse)?,
            quarter: c.word(|t| t.parse().ok())?,
            stage: c.word(Stage::parse)?,
            edits: c.int()?,
        })
    }
}

/// The cells in hand, for the product itself: whether the viewer may see them is for the caller to have asked.
///
/// # Errors
/// [`StoreError::NotFound`] if there is no such report.
pub async fn in_hand(db: &Db, case: &str) -> Result<InHand> {
    let mut tx = db.snapshot().await?;
    let query = sql("SELECT form, quarter, stage, edits FROM reports WHERE case_id = $1").bind(case.to_owned());
    let open: Open = one(&mut *tx, query).await?.ok_or(StoreError::NotFound("report"))?;
    let lines: Vec<(String, String)> =
        all(&mut *tx, sql("SELECT row_no, line FROM report_lines WHERE case_id = $1").bind(case.to_owned())).await?;
    let query = sql("SELECT row_no, line, col, value, n FROM report_cells WHERE case_id = $1");
    let cells: Vec<CellRow> = all(&mut *tx, query.bind(case.to_owned())).await?;
    tx.commit().await?;
    let mut sheet = Sheet::blank(open.form, open.quarter);
    for (row, line) in lines {
        sheet.add_line(&row, LineKey::parse(&line));
    }
    let mut written = HashMap::with_capacity(cells.len());
    for CellRow { place, value, n } in cells {
        match Cell::parse(&value) {
            Ok(cell) if sheet.set(&place, cell) => {}
            _ => {
                sheet.set_reason(&place, &value);
            }
        }
        written.insert(place, n);
    }
    Ok(InHand { edits: open.edits, sheet, written })
}

/// Changes cells and lines of a report of the viewer's body: all that nobody else has changed meanwhile.
///
/// # Errors
/// [`StoreError::NotFound`] if it is not the viewer's to fill; [`StoreError::Closed`] if it is signed.
pub async fn save(db: &Db, viewer: &Viewer, case: &str, edit: &Edit, at: Timestamp) -> Result<Saved> {
    let mut tx = db.write().await?;
    let query = viewer.sql(concat!(
        "UPDATE reports SET edits = edits + 1 WHERE case_id = $5 AND body = $2 AND $3 = 'report-executor' AND ",
        readable!("reports.case_id"),
        " RETURNING form, quarter, stage, edits"
    ));
    let open: Open = one(&mut *tx, query.bind(case.to_owned())).await?.ok_or(StoreError::NotFound("report"))?;
    if !open.stage.open() {
        return Err(StoreError::Closed);
    }
    let mut desk = Desk { tx: &mut tx, case, n: open.edits, edit, by: &viewer.user, at };
    for (row, key) in &edit.remove_lines {
        desk.remove_line(row, key).await?;
    }
    for (row, key) in &edit.add_lines {
        desk.add_line(row, key).await?;
    }
    let known = if edit.changes.len() > 20 { Some(desk.all_cells().await?) } else { None };
    // Of a cell that comes twice, the last counts.
    let last: HashMap<&Place, usize> = edit.changes.iter().enumerate().map(|(at, c)| (&c.place, at)).collect();
    let mut conflicts = Vec::new();
    for (_, change) in edit.changes.iter().enumerate().filter(|(at, c)| last[&c.place] == *at) {
        let now = match &known {
            Some(known) => known.get(&change.place).cloned(),
            None => desk.cell(&change.place).await?,
        };
        let (value, n) = now.map_or((String::new(), 0), |c| (c.value, c.n));
        if change.seen.is_some_and(|seen| seen != n) && value != change.value {
            let last = desk.last(&change.place).await?;
            conflicts.push(match last {
                Some(last) => Written { n, ..last },
                None => desk.unknown(&change.place, n, value),
            });
        } else if value != change.value {
            desk.put(&change.place, &value, &change.value).await?;
        }
    }
    let n = open.edits;
    tx.commit().await?;
    Ok(Saved { n, conflicts })
}

/// One edit under way.
struct Desk<'a> {
    tx: &'a mut AnyConnection,
    case: &'a str,
    n: i64,
    edit: &'a Edit,
    by: &'a str,
    at: Timestamp,
}

impl Desk<'_> {
    async fn all_cells(&mut self) -> Result<HashMap<Place, CellRow>> {
        let query = sql("SELECT row_no, line, col, value, n FROM report_cells WHERE case_id = $1");
        let rows: Vec<CellRow> = all(&mut *self.tx, query.bind(self.case.to_owned())).await?;
        Ok(rows.into_iter().map(|c| (c.place.clone(), c)).collect())
    }

    async fn cell(&mut self, place: &Place) -> Result<Option<CellRow>> {
        let query = sql("SELECT row_no, line, col, value, n FROM report_cells \
             WHERE case_id = $1 AND row_no = $2 AND line = $3 AND col = $4");
        let p = place.clone();
        one(&mut *self.tx, bind!(query; self.case.to_owned(), p.row, p.line, p.column)).await
    }

    async fn last(&mut self, place: &Place) -> Result<Option<Written>> {
        let query = sql("SELECT row_no, line, col, n, old_value, new_value, why, way, by_user, at FROM report_edits \
             WHERE case_id = $1 AND row_no = $2 AND line = $3 AND col = $4 ORDER BY n DESC LIMIT 1");
        let p = place.clone();
        one(&mut *self.tx, bind!(query; self.case.to_owned(), p.row, p.line, p.column)).await
    }

    /// A cell whose history is not known.
    fn unknown(&self, place: &Place, n: i64, value: String) -> Written {
        Written {
            place: place.clone(),
            n,
            before: String::new(),
            value,
            why: String::new(),
            way: String::new(),
            by_user: String::new(),
            at: self.at,
        }
    }

    async fn put(&mut self, place: &Place, before: &str, value: &str) -> Result<()> {
        let p = place.clone();
        if value.is_empty() {
            let query = sql("DELETE FROM report_cells WHERE case_id = $1 AND row_no = $2 AND line = $3 AND col = $4");
            run(self.tx, bind!(query; self.case.to_owned(), p.row, p.line, p.column)).await?;
        } else {
            let query = sql("INSERT INTO report_cells (case_id, row_no, line, col, value, n) \
                 VALUES ($1, $2, $3, $4, $5, $6) \
                 ON CONFLICT (case_id, row_no, line, col) DO UPDATE SET value = excluded.value, n = excluded.n");
            let query = bind!(query; self.case.to_owned(), p.row, p.line, p.column, value.to_owned(), self.n);
            run(self.tx, query).await?;
        }
        let query = sql("INSERT INTO report_edits (case_id, n, row_no, line, col, old_value, new_value, why, way, \
             by_user, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING");
        let p = place.clone();
        let query = bind!(query; self.case.to_owned(), self.n, p.row, p.line, p.column, before.to_owned(),
            value.to_owned(), self.edit.why.clone(), self.edit.way, self.by.to_owned(), stamp(self.at));
        run(self.tx, query).await?;
        Ok(())
    }

    /// What stood in the row itself gives way to its first line.
    async fn add_line(&mut self, row: &str, key: &LineKey) -> Result<()> {
        let query = sql("INSERT INTO report_lines (case_id, row_no, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
        run(self.tx, bind!(query; self.case.to_owned(), row.to_owned(), key.word())).await?;
        self.empty(row, "").await
    }

    async fn remove_line(&mut self, row: &str, key: &LineKey) -> Result<()> {
        self.empty(row, &key.word()).await?;
        let query = sql("DELETE FROM report_lines WHERE case_id = $1 AND row_no = $2 AND line = $3");
        run(self.tx, bind!(query; self.case.to_owned(), row.to_owned(), key.word())).await?;
        Ok(())
    }

    async fn empty(&mut self, row: &str, line: &str) -> Result<()> {
        let query = sql(
            "SELECT row_no, line, col, value, n FROM report_cells WHERE case_id = $1 AND row_no = $2 AND line = $3",
        );
        let query = bind!(query; self.case.to_owned(), row.to_owned(), line.to_owned());
        let cells: Vec<CellRow> = all(&mut *self.tx, query).await?;
        for cell in cells {
            self.put(&cell.place, &cell.value, "").await?;
        }
        Ok(())
    }
}

/// Puts a sheet into a report that has no cells yet, without a history: for invented data.
pub(crate) async fn put_sheet(tx: &mut AnyConnection, case: &str, sheet: &Sheet) -> Result<()> {
    let mut lines = Vec::new();
    for (row, cells) in sheet.definition().rows.iter().zip(&sheet.rows) {
        lines.extend(cells.lines.keys().map(|key| vec![row.number.to_owned(), key.word()]));
    }
    put_rows(tx, "INSERT INTO report_lines (row_no, line, case_id) VALUES", case, &lines).await?;
    let filled = sheet.entered().filter(|(_, cell)| cell.filled());
    let cells: Vec<_> = filled.map(|(p, cell)| vec![p.row, p.line, p.column, cell.to_string()]).collect();
    put_rows(tx, "INSERT INTO report_cells (row_no, line, col, value, case_id, n) VALUES", case, &cells).await
}

/// Many rows a statement; the case and, for cells, the edit 0 stand last.
async fn put_rows(tx: &mut AnyConnection, insert: &str, case: &str, rows: &[Vec<String>]) -> Result<()> {
    for some in rows.chunks(120) {
        let width = some[0].len();
        let last = if width == 4 { ", 0" } else { "" };
        let row = |at: usize| {
            let values = (1..=width).map(|i| format!("${}", at * width + i + 1)).collect::<Vec<_>>().join(", ");
            format!("({values}, $1{last})")
        };
        let text = format!("{insert} {}", (0..some.len()).map(row).collect::<Vec<_>>().join(", "));
        let mut query = sqlx::query(AssertSqlSafe(text)).bind(case.to_owned());
        for value in some.iter().flatten() {
            query = query.bind(value.clone());
        }
        query.execute(&mut *tx).await?;
    }
    Ok(())
}

/// Locks the cells as the caller has read them; false if they have changed since.
pub(crate) async fn unchanged(tx: &mut AnyConnection, case: &str, edits: i64) -> Result<bool> {
    let query = sql("UPDATE reports SET edits = edits WHERE case_id = $1 AND edits = $2");
    Ok(run(tx, query.bind(case.to_owned()).bind(edits)).await? == 1)
}

/// The history of a cell of a report the viewer may read, newest first: those outside the body see none of it.
pub async fn history(db: &Db, viewer: &Viewer, case: &str, place: &Place) -> Result<Vec<Written>> {
    let query = viewer.sql(concat!(
        "SELECT e.row_no, e.line, e.col, e.n, e.old_value, e.new_value, e.why, e.way, e.by_user, e.at \
         FROM report_edits e JOIN reports r ON r.case_id = e.case_id \
         WHERE e.case_id = $5 AND e.row_no = $6 AND e.line = $7 AND e.col = $8 AND r.body = $2 AND ",
        readable!("e.case_id"),
        " ORDER BY e.n DESC LIMIT 200"
    ));
    let p = place.clone();
    all(&db.pool, bind!(query; case.to_owned(), p.row, p.line, p.column)).await
}
