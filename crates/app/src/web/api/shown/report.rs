//! Report forms, reports and their cells, the nation's figures.

use jiff::{Timestamp, civil::Date};
use law::ch3_reports::report::Part;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::reports::ReportMeta;
use utoipa::ToSchema;

use super::{Named, RemarkShown};
use crate::{
    registry::Registry,
    web::{self, api::ROOT},
    words::Speaker,
};

/// A report form of an edition.
#[derive(Serialize, ToSchema)]
pub struct FormShown {
    pub id: String,
    pub index: String,
    pub title: String,
    /// Paragraph that asks for it.
    pub paragraph: u8,
    pub edition: String,
    pub sections: Vec<SectionShown>,
    pub rows: Vec<RowShown>,
    /// Every column that some row has.
    pub columns: Vec<ColumnShown>,
    pub url: String,
}

#[derive(Serialize, ToSchema)]
pub struct FormList {
    pub items: Vec<FormShown>,
}

/// A section of a form.
#[derive(Serialize, ToSchema)]
pub struct SectionShown {
    /// As printed; empty where the form has no sections.
    pub number: String,
    pub title: String,
}

/// A row of a form.
#[derive(Serialize, ToSchema)]
pub struct RowShown {
    pub number: String,
    pub label: String,
    /// What belongs into it, by the filling notes.
    pub help: String,
    /// Number of its section.
    pub section: String,
    /// Ids of its columns.
    pub columns: Vec<String>,
    /// The rows it is the sum of: nothing is entered in it.
    pub total_of: Vec<String>,
    /// What a line under it stands for: `service`, `service-and-system` (`SERVICE|SYSTEM`), `provider-and-service`
    /// (`BODY|SERVICE`).
    pub lines: Option<String>,
    /// Whether its quarter is the last month and not the sum of the months.
    pub stock: bool,
    /// The row of form 1-mq that counts the same.
    pub like: Option<String>,
}

/// A column of a form.
#[derive(Serialize, ToSchema)]
pub struct ColumnShown {
    pub id: String,
    pub label: String,
    /// Whether it follows from other columns: nothing is entered in it.
    pub derived: bool,
    /// Whether it holds words.
    pub text: bool,
}

/// How far a report is.
#[derive(Serialize, ToSchema)]
pub struct ReportShown {
    pub case: String,
    pub form: String,
    pub quarter: String,
    pub body: Named,
    /// Who accepts it.
    pub receiver: Named,
    pub stage: Named,
    /// How the board counts it: `due`, `submitted`, `returned`, `accepted`, `missing`.
    pub state: Named,
    /// The last day, inclusive.
    pub due: Date,
    pub first_submitted: Option<Date>,
    /// Whether it was first submitted after the last day.
    pub late: bool,
    /// The version signed last; 0 before the first.
    pub version: u32,
    /// The version accepted last.
    pub accepted: Option<u32>,
    pub url: String,
}

impl ReportShown {
    pub fn of(words: &Speaker, registry: &Registry, meta: &ReportMeta, today: Date) -> Self {
        Self {
            case: meta.case.clone(),
            form: meta.form.word().into(),
            quarter: meta.quarter.to_string(),
            body: Named::body(registry, words, &meta.body),
            receiver: Named::body(registry, words, &meta.receiver),
            stage: Named::word(words, "report-stage", meta.stage.word()),
            state: Named::word(words, "board", web::reports::state(meta, today)),
            due: meta.due,
            first_submitted: meta.first_submitted,
            late: meta.first_submitted.is_some_and(|day| day > meta.due),
            version: meta.version,
            accepted: meta.accepted,
            url: format!("{ROOT}/reports/{}", meta.case),
        }
    }
}

/// The reports of a quarter.
#[derive(Serialize, ToSchema)]
pub struct ReportList {
    pub quarter: String,
    pub items: Vec<ReportShown>,
}

/// A report with its cells.
#[derive(Serialize, ToSchema)]
pub struct ReportFull {
    #[serde(flatten)]
    pub report: ReportShown,
    /// The frozen version shown; none while it is in hand.
    pub shown: Option<u32>,
    /// How many times cells were changed; 0 of a frozen version.
    pub edits: i64,
    /// Whether the caller may change its cells now.
    pub fills: bool,
    /// The cells that the body fills itself, those not filled yet among them.
    pub cells: Vec<CellShown>,
    /// All numbers, totals too, with what came from the bodies below.
    pub whole: Vec<CellShown>,
    /// Accepted reports of bodies below that are in it.
    pub parts: Vec<PartShown>,
    /// Bodies below whose report has not been accepted.
    pub missing: Vec<Named>,
    pub findings: Vec<FindingShown>,
    /// Whether the caller may remark on it now.
    pub may_remark: bool,
    /// For those who may: what they have remarked and not sent yet. While it is open after a return: what came with it.
    pub remarks: Vec<RemarkShown>,
    pub versions: Vec<VersionShown>,
}

/// A cell.
#[derive(Serialize, ToSchema)]
pub struct CellShown {
    pub row: String,
    /// Empty for the row itself.
    pub line: String,
    pub column: String,
    /// A whole number, `-` for no data, null where nothing is filled in; in columns of words a text.
    pub value: Value,
    /// The edit that wrote it, 0 where none did: send it back as `seen`. Only of cells in hand that the body fills.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<i64>,
}

/// An accepted report within a report.
#[derive(Serialize, ToSchema)]
pub struct PartShown {
    pub case: String,
    pub body: Named,
    pub version: u32,
    /// SHA-256 of its sheet.
    pub whole: String,
}

impl PartShown {
    pub fn of(words: &Speaker, registry: &Registry, part: &Part) -> Self {
        Self {
            case: part.case.clone(),
            body: Named::body(registry, words, &part.body),
            version: part.version,
            whole: part.whole.clone(),
        }
    }
}

/// What a check found.
#[derive(Serialize, ToSchema)]
pub struct FindingShown {
    /// Under which a comment on it is kept.
    pub key: String,
    pub check: String,
    /// `error`, which stops the signature, or `warning`, which needs a comment.
    pub kind: String,
    pub row: String,
    pub line: String,
    pub column: String,
    /// What stands there.
    pub value: Value,
    pub message: String,
    /// What the executor says to it.
    pub comment: Option<String>,
}

/// A signed version.
#[derive(Serialize, ToSchema)]
pub struct VersionShown {
    pub version: u32,
    pub signed_on: Date,
    pub by: String,
    /// SHA-256 of what the body entered itself, of the whole, of the analytical note.
    pub own: String,
    pub whole: String,
    pub note: String,
    pub accepted_on: Option<Date>,
    pub missing: Vec<Named>,
    pub url: String,
}

/// Changes of a report: all of them are kept, or none.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CellsSent {
    #[serde(default)]
    pub cells: Vec<CellSent>,
    #[serde(default)]
    pub add_lines: Vec<LineSent>,
    /// Removed with all that stands in them, before any line is added.
    #[serde(default)]
    pub remove_lines: Vec<LineSent>,
    /// Why, for the history of the cells.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub why: String,
}

/// A cell to be written.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CellSent {
    pub row: String,
    /// Left out for the row itself.
    #[serde(default)]
    pub line: String,
    pub column: String,
    /// A whole number from 0, `-` for no data, null to empty it; in columns of words a text.
    #[serde(default)]
    pub value: Value,
    /// The `n` you saw in the cell: what somebody else wrote since is left and told as a conflict. Left out, the cell is
    /// written whatever stands there.
    pub seen: Option<i64>,
}

/// A line under a row.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineSent {
    pub row: String,
    /// As the form has it: `SERVICE`, `SERVICE|SYSTEM` or `BODY|SERVICE`.
    pub line: String,
}

/// What came of changes.
#[derive(Serialize, ToSchema)]
pub struct CellsKept {
    pub edits: i64,
    /// Cells that somebody else had changed meanwhile: they were left.
    pub conflicts: Vec<ConflictShown>,
    pub findings: Vec<FindingShown>,
}

/// A cell as somebody else left it.
#[derive(Serialize, ToSchema)]
pub struct ConflictShown {
    pub row: String,
    pub line: String,
    pub column: String,
    pub value: Value,
    pub n: i64,
    pub by: String,
    pub at: Timestamp,
}

/// A row of the nation's quarter.
#[derive(Serialize, ToSchema)]
pub struct NationShown {
    pub quarter: String,
    /// In the numbers of form 1-mq.
    pub row: String,
    pub label: String,
    /// `territory`, `kind`, `body` or `service`.
    pub by: String,
    pub territory: Option<String>,
    /// The largest first.
    pub lines: Vec<NationLine>,
    pub total: u64,
    /// How many accepted reports it is made of.
    pub reports: usize,
}

#[derive(Serialize, ToSchema)]
pub struct NationLine {
    pub of: Named,
    pub value: u64,
}

/// The results of a year (§64).
#[derive(Serialize, ToSchema)]
pub struct YearShown {
    pub year: i16,
    pub items: Vec<ResultShown>,
}

/// The results of a body for a quarter.
#[derive(Serialize, ToSchema)]
pub struct ResultShown {
    pub body: Named,
    pub form: String,
    pub quarter: String,
    /// `in-time`, `late` or `missing`.
    pub submitted: String,
    pub accepted: Option<u32>,
    /// What each row of the accepted report says for the quarter.
    pub rows: Vec<ResultRow>,
}

#[derive(Serialize, ToSchema)]
pub struct ResultRow {
    pub row: String,
    /// A whole number, `-` or null.
    pub value: Value,
}
