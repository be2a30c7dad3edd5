//! Every table with its columns, in an order in which rows can be put back. The proof reads `chain`, `facts`, `ledger`,
//! `blobs` and `heads` by the place of their columns, and in this order.

/// How a column goes into JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Int,
    Bytes,
}

/// A table of the dump.
pub(super) struct Table {
    pub name: &'static str,
    /// Column names; `#` before a number, `*` before bytes.
    columns: &'static str,
    order: &'static str,
}

const fn table(name: &'static str, columns: &'static str, order: &'static str) -> Table {
    Table { name, columns, order }
}

pub(super) const TABLES: &[Table] = &[
    table(
        "bodies",
        "id kind parent coordinated_by territory valid_from valid_to bin name_kk name_ru name_en short_kk short_ru \
         short_en address_kk address_ru search",
        "id",
    ),
    table("services", "code name_kk name_ru name_en owner #permits_category search", "code"),
    table("transfers", "from_day to_day decided_on decree", "from_day, to_day"),
    table("parameter_changes", "parameter #value from_day decided_on basis", "parameter, from_day, decided_on"),
    table(
        "users",
        "id login name_kk name_ru name_en position_kk position_ru position_en password_hash #active #failed \
         locked_until language",
        "id",
    ),
    table("grants", "id user_id body role #acting valid_from valid_to", "id"),
    table("signins", "id at login user_id outcome address agent", "id"),
    table("tokens", "id user_id grant_id name hash scope created_at expires_at revoked_at last_used", "id"),
    table("sessions", "id user_id data expires_at last_seen", "id"),
    table("chain", "#n case_id #seq hash prev head", "n"),
    table("facts", "case_id #seq kind on_day recorded_at body hash", "case_id, seq"),
    table("ledger", "#seq at actor what data prev hash", "seq"),
    table("numbers", "body series #year #latest", "body, series, year"),
    table("taken", "scope key case_id #seq", "scope, key"),
    table(
        "cases",
        "id procedure edition body object reference title opened_on closed_on #version stage last_at plan_item \
         #plan_year #plan_approved search",
        "id",
    ),
    table("case_readers", "case_id body role last_at procedure #open", "case_id, body, role"),
    table(
        "duties",
        "case_id key rule #paragraph what detail body roles due state ended #late_on_end step takers",
        "case_id, key",
    ),
    table("awaited", "case_id step person body role #paragraph last_at", "case_id, step, body, role, person"),
    table("blobs", "digest media_type #size *bytes", "digest"),
    table("case_documents", "code #version case_id kind #number on_day data", "code, version"),
    table("document_files", "code #version #copy language digest", "code, version, copy, language"),
    table("files", "id case_id digest name media_type #size by_user at #protected", "id"),
    table("messages", "id at user_id body role kind case_id args due_key channel delivered_at", "id"),
    table("message_reads", "message_id user_id at", "message_id, user_id"),
    table(
        "reports",
        "case_id form quarter body receiver stage #version #accepted due first_submitted accepted_on #edits",
        "case_id",
    ),
    table("report_watchers", "case_id body", "case_id, body"),
    table("report_lines", "case_id row_no line", "case_id, row_no, line"),
    table("report_cells", "case_id row_no line col value #n", "case_id, row_no, line, col"),
    table(
        "report_edits",
        "case_id #n row_no line col old_value new_value why way by_user at",
        "case_id, n, row_no, line, col",
    ),
    table("report_comments", "case_id key text by_user at", "case_id, key"),
    table("report_remarks", "case_id #version row_no line col text by_user at", "case_id, version, row_no, line, col"),
    table("report_notes", "case_id heading language text by_user at", "case_id, heading, language"),
    table("report_versions", "case_id #version own whole note", "case_id, version"),
    table("report_parts", "case_id #version part_case #part_version", "case_id, version, part_case"),
    table("report_acceptances", "case_id #version #n quarter", "case_id, version"),
    table("told", "case_id item kind body to_body subject on_day data", "case_id, item"),
    table("case_team", "case_id user_id", "case_id, user_id"),
    table(
        "packages",
        "id case_id #seq #n kind body created_at state #attempts next_at last_error answered_number answered_on \
         delivered_at",
        "id",
    ),
    table("openings", "id case_id what user_id body role at", "id"),
    table("criteria_sets", "id valid_from valid_to data changed_by changed_at", "id"),
    table("heads", "name #n head", "name"),
];

impl Table {
    /// Names and kinds of the columns, in order.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, Kind)> + use<> {
        self.columns.split_whitespace().map(|column| match column.as_bytes()[0] {
            b'#' => (&column[1..], Kind::Int),
            b'*' => (&column[1..], Kind::Bytes),
            _ => (column, Kind::Text),
        })
    }

    fn names(&self) -> String {
        self.columns().map(|(name, _)| name).collect::<Vec<_>>().join(", ")
    }

    /// Reads all rows in a fixed order.
    pub fn select(&self) -> String {
        format!("SELECT {} FROM {} ORDER BY {}", self.names(), self.name, self.order)
    }

    /// Puts so many rows back.
    pub fn insert(&self, rows: usize) -> String {
        let width = self.columns().count();
        let row = |at: usize| (1..=width).map(|i| format!("${}", at * width + i)).collect::<Vec<_>>().join(", ");
        let rows = (0..rows).map(|at| format!("({})", row(at))).collect::<Vec<_>>().join(", ");
        format!("INSERT INTO {} ({}) VALUES {rows}", self.name, self.names())
    }
}
