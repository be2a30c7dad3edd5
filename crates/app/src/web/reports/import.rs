//! A report from an Excel file: a dry run that shows every fault with its cell and every change, then all of it at once or
//! nothing.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use law::ch3_reports::checks::{Check, Kind};
use store::reports::cells::{in_hand, save};

use super::{
    Opened, crumbs,
    export::head,
    save::{failure, filling},
    title,
};
use crate::{
    app::Shared,
    door,
    excel::{self, Expect, Read, import::plan},
    reports::labels::Labels,
    web::{
        case::Crumb,
        error::Failure,
        form::Fault,
        page::{Page, Visitor, html},
        posted::Posted,
    },
};

/// In the session: digest of the file that was tried, the report it is for, and the edits the report had then.
const TRIED: &str = "report-import";

#[derive(Template)]
#[template(path = "report_import.html")]
struct ImportPage {
    page: Page,
    case: String,
    crumbs: Vec<Crumb>,
    report: String,
    errors: Vec<Fault>,
    shown: Shown,
}

struct FaultLine {
    cell: String,
    place: String,
    text: String,
}

struct ChangeLine {
    place: String,
    before: String,
    after: String,
}

/// What there is to show beside the form.
#[derive(Default)]
struct Shown {
    error: String,
    name: String,
    faults: Vec<FaultLine>,
    warnings: Vec<FaultLine>,
    changes: Vec<ChangeLine>,
    count: usize,
    lines: usize,
    digest: String,
    tried: bool,
    /// How many edits the report had when it was compared.
    edits: i64,
}

pub async fn form(State(app): State<Shared>, visitor: Visitor, Path(case): Path<String>) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    show(&app, &visitor, &opened, Shown::default()).await
}

/// Reads a workbook for this report, away from the threads that answer.
async fn read(
    app: &Shared,
    visitor: &Visitor,
    opened: &Opened,
    bytes: Vec<u8>,
) -> Result<Result<Read, Vec<excel::Fault>>, Failure> {
    let (words, registry) = (visitor.words.clone(), app.registry());
    let meta = opened.meta.clone();
    let head = head(&registry, &meta.body, words.lang);
    let work = move || {
        let named = |(code, names): (&String, &store::Words)| -> Vec<excel::Named> {
            [&names.kk, &names.ru, &names.en].map(|n| (code.clone(), n.clone())).into()
        };
        let services: Vec<_> = registry.services.iter().flat_map(|(c, s)| named((c, &s.name))).collect();
        let providers: Vec<_> = registry.bodies.iter().flat_map(|(c, b)| named((c, &b.name))).collect();
        let expect = Expect {
            words: &words,
            form: Some(meta.form),
            quarter: Some(meta.quarter),
            body: Some(&head),
            services: Some(&services),
            providers: Some(&providers),
        };
        excel::read(&bytes, &expect)
    };
    tokio::task::spawn_blocking(work).await.map_err(|e| Failure::Internal(e.to_string()))
}

/// Reads the file, keeps it for the confirmation, and shows what would change or what is wrong.
pub async fn dry_run(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    let Some(file) = posted.files.iter().find(|f| f.field == "file") else {
        let error = visitor.words.t("file-none");
        return show(&app, &visitor, &opened, Shown { error, ..Shown::default() }).await;
    };
    app.limits.upload(&visitor.signed()?.user.id)?;
    let mut shown = Shown { name: file.name.clone(), tried: true, ..Shown::default() };
    match read(&app, &visitor, &opened, file.bytes.to_vec()).await? {
        Err(faults) => shown.faults = faults.iter().map(|f| fault(&visitor, f)).collect(),
        Ok(read) => look(&app, &visitor, &opened, &read, &mut shown).await?,
    }
    if shown.faults.is_empty() {
        shown.digest = store::blobs::put(&app.db, super::export::XLSX, &file.bytes).await?;
        visitor.session.insert(TRIED, (shown.digest.clone(), case, shown.edits)).await?;
    }
    show(&app, &visitor, &opened, shown).await
}

fn fault(visitor: &Visitor, fault: &excel::Fault) -> FaultLine {
    FaultLine { cell: fault.address.clone(), place: String::new(), text: fault.sentence(&visitor.words) }
}

/// What stops the import: what cannot be placed, what is no number, what does not add up. Cells left empty do not.
fn stops(check: Check) -> bool {
    matches!(check, Check::Whole | Check::Sum)
}

async fn look(app: &Shared, visitor: &Visitor, opened: &Opened, read: &Read, shown: &mut Shown) -> Result<(), Failure> {
    let meta = &opened.meta;
    let registry = app.registry();
    let labels = Labels { words: &visitor.words, registry: &registry, form: meta.form, quarter: meta.quarter };
    shown.faults = read.faults.iter().map(|f| fault(visitor, f)).collect();
    for (finding, cell) in excel::check(read) {
        let line = FaultLine { cell, place: labels.place(&finding.place), text: labels.finding(&finding) };
        if stops(finding.check) {
            shown.faults.push(line);
        } else if finding.check != Check::Filled || finding.kind() == Kind::Warning {
            shown.warnings.push(line);
        }
    }
    let hand = in_hand(&app.db, &meta.case).await?;
    shown.edits = hand.edits;
    let plan = plan(read, &hand);
    (shown.count, shown.lines) = (plan.changes.len(), plan.lines());
    let text = |value: String| if value.is_empty() { "∅".to_owned() } else { value };
    shown.changes = plan
        .changes
        .into_iter()
        .take(300)
        .map(|(place, before, after)| ChangeLine {
            place: labels.place(&place),
            before: text(before),
            after: text(after),
        })
        .collect();
    Ok(())
}

/// Takes over the file that was tried, all of it.
pub async fn confirm(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = filling(&app, &visitor, &case).await?;
    let tried: Option<(String, String, i64)> = visitor.session.get(TRIED).await?;
    let digest = posted.get("digest").to_owned();
    let Some((.., edits)) = tried.filter(|(tried, report, _)| (tried, report) == (&digest, &case)) else {
        return Err(Failure::Bad("error-bad-form"));
    };
    let blob = store::blobs::get(&app.db, &digest).await?.ok_or(Failure::NotFound)?;
    let Ok(read) = read(&app, &visitor, &opened, blob.bytes).await? else {
        return Err(Failure::Bad("error-bad-form"));
    };
    if !read.faults.is_empty() || excel::check(&read).iter().any(|(f, _)| stops(f.check)) {
        return Err(Failure::Bad("error-bad-form"));
    }
    let hand = in_hand(&app.db, &case).await?;
    if hand.edits != edits {
        // What a colleague has entered since was not in the preview.
        visitor.say_next("report-import-moved").await?;
        return Ok(Redirect::to(&format!("/reports/{case}/import")).into_response());
    }
    let plan = plan(&read, &hand);
    let count = i64::try_from(plan.changes.len()).unwrap_or(0);
    if !plan.is_empty() {
        let viewer = door::viewer(&app, &opened.desk.actor);
        save(&app.db, &viewer, &case, &plan.edit, app.clock.now()).await.map_err(failure)?;
    }
    visitor.session.remove::<(String, String, i64)>(TRIED).await?;
    visitor.say_next(visitor.words.with("report-import-done", &[("count", count.into())])).await?;
    Ok(Redirect::to(&format!("/reports/{case}")).into_response())
}

async fn show(app: &Shared, visitor: &Visitor, opened: &Opened, shown: Shown) -> Result<Response, Failure> {
    let (words, meta) = (&visitor.words, &opened.meta);
    let wrong = !shown.error.is_empty() || !shown.faults.is_empty();
    let page = ImportPage {
        page: visitor.page(app).await?.under("/reports"),
        crumbs: crumbs(app, visitor, meta),
        report: format!("{} – {}", title(app, visitor, meta), app.registry().name(&meta.body, words.lang)),
        errors: Some(shown.error.clone())
            .filter(|e| !e.is_empty())
            .map(|text| Fault { field: "file".into(), text })
            .into_iter()
            .collect(),
        shown,
        case: meta.case.clone(),
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, html(&page)?).into_response())
}
