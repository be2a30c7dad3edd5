//! The API at `/api/v1`: the same cases, steps and refusals as the pages, for other systems. One table of operations
//! drives the router, the OpenAPI description and the readable page, so that they cannot drift apart.

pub mod auth;
mod cases;
mod fields;
mod law_of;
mod lists;
mod openapi;
pub mod page;
mod problem;
mod reports;
mod samples;
mod shown;
mod steps;
mod subjects;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    middleware::{self, Next},
    response::Response,
    routing::{MethodRouter, any, get, post},
};
use law::{
    case::{Procedure, Step},
    ch3_reports::FormId,
};

use crate::{
    app::Shared,
    web::{
        error::Failure,
        origin::{Origin, unreadable},
        reports::nation::WAYS,
    },
};
use problem::Problem;

/// Where the API begins.
pub const ROOT: &str = "/api/v1";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Get,
    Post,
}

/// What stands in a query parameter.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Text,
    Number,
    Date,
    OneOf(&'static [&'static str]),
}

/// What a request carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carries {
    Nothing,
    /// The answers that open a case, by procedure.
    Opening,
    /// The answers of a step.
    Step,
    /// The cells of a report.
    Cells,
    /// Texts of its analytical note.
    Note,
    /// What its executor says to a warning.
    Comment,
    /// What its receiver says to a cell.
    Remark,
    File,
}

/// What an answer is: a schema by name, or bytes.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    Json(&'static str),
    /// The same with status 201.
    Made(&'static str),
    Bytes(&'static str),
}

/// One operation. Its words are `api-op-ID`, those of its parameters `api-param-NAME`.
pub struct Operation {
    pub id: &'static str,
    /// The words of its heading: `api-group-GROUP`.
    pub group: &'static str,
    pub verb: Verb,
    /// As the router has it, without [`ROOT`].
    pub path: &'static str,
    pub query: &'static [(&'static str, Kind)],
    pub carries: Carries,
    pub answer: Answer,
    /// Whether anybody may ask, without a token.
    pub open: bool,
    pub route: fn() -> MethodRouter<Shared>,
}

impl Operation {
    const fn get(
        id: &'static str,
        group: &'static str,
        path: &'static str,
        answer: Answer,
        route: fn() -> MethodRouter<Shared>,
    ) -> Self {
        Self { id, group, verb: Verb::Get, path, query: &[], carries: Carries::Nothing, answer, open: false, route }
    }

    const fn post(
        id: &'static str,
        group: &'static str,
        path: &'static str,
        answer: Answer,
        route: fn() -> MethodRouter<Shared>,
    ) -> Self {
        Self { verb: Verb::Post, ..Self::get(id, group, path, answer, route) }
    }

    const fn asking(self, query: &'static [(&'static str, Kind)]) -> Self {
        Self { query, ..self }
    }

    const fn carrying(self, carries: Carries) -> Self {
        Self { carries, ..self }
    }

    const fn open(self) -> Self {
        Self { open: true, ..self }
    }

    /// The paths people see: with the step or the procedure in place where the operation stands for many.
    pub fn described(&self) -> Vec<Described> {
        let path = format!("{ROOT}{}", self.path.replace("{file}", "{lang}.pdf"));
        let one = |path: String, procedure, step: &'static dyn Step| Described { path, step: Some((procedure, step)) };
        if self.carries == Carries::Opening {
            let opening = |p: Procedure| one(path.replace("{procedure}", p.word()), p, p.steps()[0]);
            return Procedure::ALL.into_iter().map(opening).collect();
        }
        if !self.path.contains("{step}") {
            return vec![Described { path, step: None }];
        }
        let steps = Procedure::ALL.into_iter().flat_map(|p| p.steps().iter().skip(1).map(move |s| (p, *s)));
        steps.map(|(p, s)| one(path.replace("{step}", s.id()), p, s)).collect()
    }
}

/// A path as it is described, and the step it stands for.
pub struct Described {
    pub path: String,
    pub step: Option<(Procedure, &'static dyn Step)>,
}

/// Words of the report forms.
const FORMS: &[&str] = &[FormId::ALL[0].word(), FormId::ALL[1].word(), FormId::ALL[2].word(), FormId::ALL[3].word()];

/// Everything the API can do.
pub const OPERATIONS: &[Operation] = &[
    Operation::get("me", "me", "/me", Answer::Json("Me"), || get(lists::me)),
    Operation::get("my-duties", "me", "/duties", Answer::Json("OwedList"), || get(lists::duties))
        .asking(&[("whose", Kind::OneOf(&["mine", "body"]))]),
    Operation::get("my-awaited", "me", "/awaited", Answer::Json("AwaitedList"), || get(lists::awaited)),
    Operation::get("notifications", "me", "/notifications", Answer::Json("MessageList"), || get(lists::notifications)),
    Operation::get("cases", "cases", "/cases", Answer::Json("CaseList"), || get(cases::list)).asking(&[
        ("procedure", Kind::OneOf(&["annual-plan", "control-event", "report"])),
        ("q", Kind::Text),
        ("state", Kind::OneOf(&["open", "closed"])),
        ("page", Kind::Number),
        ("per_page", Kind::Number),
    ]),
    Operation::get("case", "cases", "/cases/{case}", Answer::Json("CaseFull"), || get(cases::one)),
    Operation::get("case-journal", "cases", "/cases/{case}/journal", Answer::Json("Journal"), || get(cases::journal)),
    Operation::get("case-duties", "cases", "/cases/{case}/duties", Answer::Json("DutyList"), || get(cases::duties)),
    Operation::get("case-documents", "cases", "/cases/{case}/documents", Answer::Json("DocumentList"), || {
        get(cases::documents)
    }),
    Operation::get("document", "cases", "/documents/{code}/{version}/{file}", Answer::Bytes("application/pdf"), || {
        get(cases::pdf)
    }),
    Operation::get("case-files", "cases", "/cases/{case}/files", Answer::Json("FileList"), || get(cases::files)),
    Operation::get("case-file", "cases", "/cases/{case}/files/{id}", Answer::Bytes("application/octet-stream"), || {
        get(cases::file)
    }),
    Operation::post("upload", "cases", "/cases/{case}/files", Answer::Made("Kept"), || post(steps::upload))
        .asking(&[("name", Kind::Text), ("protected", Kind::OneOf(&["true", "false"]))])
        .carrying(Carries::File),
    Operation::post("open-case", "steps", "/procedures/{procedure}/cases", Answer::Made("Done"), || post(steps::open))
        .carrying(Carries::Opening),
    Operation::get("step", "steps", "/cases/{case}/steps/{step}", Answer::Json("StepForm"), || get(steps::form)),
    Operation::post("take-step", "steps", "/cases/{case}/steps/{step}", Answer::Json("Done"), || post(steps::take))
        .carrying(Carries::Step),
    Operation::get("forms", "reports", "/forms", Answer::Json("FormList"), || get(reports::forms::list)),
    Operation::get("form", "reports", "/forms/{form}", Answer::Json("FormShown"), || get(reports::forms::one)),
    Operation::get("reports", "reports", "/reports", Answer::Json("ReportList"), || get(reports::list)).asking(&[
        ("quarter", Kind::Text),
        ("form", Kind::OneOf(FORMS)),
        ("state", Kind::OneOf(reports::STATES)),
    ]),
    Operation::get("report", "reports", "/reports/{case}", Answer::Json("ReportFull"), || get(reports::one))
        .asking(&[("version", Kind::Number)]),
    Operation::post("report-cells", "reports", "/reports/{case}/cells", Answer::Json("CellsKept"), || {
        post(reports::cells::keep)
    })
    .carrying(Carries::Cells),
    Operation::get("report-note", "reports", "/reports/{case}/note", Answer::Json("NoteShown"), || {
        get(reports::note::show)
    })
    .asking(&[("version", Kind::Number)]),
    Operation::post("write-note", "reports", "/reports/{case}/note", Answer::Json("NoteShown"), || {
        post(reports::note::write)
    })
    .carrying(Carries::Note),
    Operation::post("report-comment", "reports", "/reports/{case}/comments", Answer::Json("CommentKept"), || {
        post(reports::talk::comment)
    })
    .carrying(Carries::Comment),
    Operation::post("report-remark", "reports", "/reports/{case}/remarks", Answer::Json("RemarksKept"), || {
        post(reports::talk::remarked)
    })
    .carrying(Carries::Remark),
    Operation::get("nation", "reports", "/reports/nation", Answer::Json("NationShown"), || {
        get(reports::nation::figures)
    })
    .asking(&[
        ("quarter", Kind::Text),
        ("row", Kind::Text),
        ("by", Kind::OneOf(&WAYS)),
        ("territory", Kind::Text),
    ]),
    Operation::get("yearly", "reports", "/reports/yearly", Answer::Json("YearShown"), || get(reports::nation::yearly))
        .asking(&[("year", Kind::Number)]),
    Operation::get("bodies", "registry", "/bodies", Answer::Json("BodyList"), || get(lists::bodies)).asking(&[
        ("q", Kind::Text),
        ("kind", Kind::Text),
        ("limit", Kind::Number),
    ]),
    Operation::get("body", "registry", "/bodies/{code}", Answer::Json("BodyFull"), || get(lists::body)),
    Operation::get("subject", "registry", "/subjects/{code}", Answer::Json("SubjectFull"), || get(subjects::one)),
    Operation::get("half-year-lists", "registry", "/half-year-lists", Answer::Json("HalfYearLists"), || {
        get(subjects::half_year_lists)
    }),
    Operation::get("services", "registry", "/services", Answer::Json("ServiceList"), || get(lists::services))
        .asking(&[("q", Kind::Text), ("limit", Kind::Number)]),
    Operation::get("calendar", "law", "/calendar/{year}", Answer::Json("CalendarYear"), || get(law_of::calendar)),
    Operation::get("deadline", "law", "/deadlines/{rule}", Answer::Json("DueShown"), || get(law_of::deadline)).asking(
        &[
            ("from", Kind::Date),
            ("quarter", Kind::Text),
            ("year", Kind::Number),
            ("subject", Kind::OneOf(&["micro", "other"])),
        ],
    ),
    Operation::get("rules", "law", "/rules", Answer::Json("ParagraphList"), || get(law_of::rules)),
    Operation::get("rule", "law", "/rules/{paragraph}", Answer::Json("ParagraphShown"), || get(law_of::rule)),
    Operation::get("procedures", "law", "/procedures", Answer::Json("ProcedureList"), || get(law_of::procedures)),
    Operation::get("openapi", "about", "/openapi.json", Answer::Bytes("application/json"), || get(openapi::json))
        .open(),
    Operation::get("exchange-schema", "about", "/exchange/schema", Answer::Bytes("application/schema+json"), || {
        get(openapi::exchange_schema)
    })
    .open(),
    Operation::get("problem", "about", "/problems/{problem}", Answer::Json("ProblemKind"), || get(problem::kind))
        .open(),
];

/// Headings, in the order of the page.
pub const GROUPS: &[&str] = &["me", "cases", "steps", "reports", "registry", "law", "about"];

/// The routes of the API, limited like the pages, without sessions.
pub fn routes(app: &Shared) -> Router<Shared> {
    let mut api = Router::new();
    for operation in OPERATIONS {
        api = api.route(&format!("{ROOT}{}", operation.path), (operation.route)());
    }
    api.method_not_allowed_fallback(problem::wrong_method)
        .route(&format!("{ROOT}/{{*rest}}"), any(problem::nothing))
        .layer(DefaultBodyLimit::max((app.config.upload_megabytes + 1) * 1024 * 1024))
        .layer(middleware::from_fn_with_state(app.clone(), guard))
        .layer(middleware::from_fn_with_state(app.clone(), problem::told))
}

/// Stops what comes too often from one address, and addresses with a sign that no database keeps.
async fn guard(State(app): State<Shared>, origin: Origin, request: Request, next: Next) -> Result<Response, Problem> {
    app.limits.address(origin.address).map_err(Failure::from)?;
    if unreadable(request.uri()) { Err(Problem::not_found()) } else { Ok(next.run(request).await) }
}
