//! Import of bodies from a file: a dry run that shows every change or every fault, then all of it at once or nothing.

use std::fmt::Write;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use law::{bodies::BodyKind, case::Role};
use store::{Edit, bodies::BodyRow};

use super::{number, territories};
use crate::{
    app::Shared,
    import::{self, BODY_COLUMNS},
    registry::Registry,
    web::{
        case::Crumb,
        error::Failure,
        files::attachment,
        form::{Choice, Fault},
        page::{Page, Visitor, html},
        posted::Posted,
    },
    words::Speaker,
};

/// In the session: digest and name of the file that was tried.
const TRIED: &str = "import";

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    page: Page,
    crumbs: Vec<Crumb>,
    kinds: Vec<Choice>,
    territories: Vec<Choice>,
    columns: Vec<Column>,
    /// What is wrong with the form itself.
    errors: Vec<Fault>,
    error: String,
    name: String,
    notice: String,
    faults: Vec<FaultLine>,
    faults_count: String,
    preview: Option<Preview>,
}

struct Column {
    name: &'static str,
    about: String,
}

struct FaultLine {
    line: String,
    column: String,
    text: String,
}

/// What the import would do.
struct Preview {
    digest: String,
    seen: String,
    added: usize,
    changed: usize,
    same: usize,
    rows: Vec<Change>,
    more: String,
}

struct Change {
    added: bool,
    code: String,
    name: String,
    what: Vec<String>,
}

/// What there is to show beside the form.
#[derive(Default)]
struct Shown {
    error: String,
    name: String,
    notice: String,
    faults: Vec<import::Fault>,
    preview: Option<Preview>,
}

pub async fn form(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    show(&app, &visitor, Shown::default()).await
}

/// The header and one line as an example, which the import would take.
pub async fn template(visitor: Visitor) -> Result<Response, Failure> {
    visitor.must_be(Role::Administrator)?;
    Ok(attachment("bodies.csv", "text/csv; charset=utf-8", example().into_bytes()))
}

fn example() -> String {
    const LINE: &str = "example-centre,subordinate,,210740001234,«Мысал» орталығы,Центр «Пример»,Example Centre,«Мысал» орталығы,\
        Центр «Пример»,Example Centre,akmola,,2021-07-19,,\"Көкшетау қаласы, Мысал көшесі, 1-үй\",\"город Кокшетау, улица Мысал, дом 1\"";
    // A spreadsheet takes the file for UTF-8 by the mark at its beginning.
    format!("\u{feff}{}\r\n{LINE}\r\n", BODY_COLUMNS.join(","))
}

/// Reads the file, keeps it for the confirmation and shows what would change or what is wrong.
pub async fn dry_run(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    visitor.must_be(Role::Administrator)?;
    let Some(file) = posted.files.into_iter().next() else {
        let error = visitor.words.t("bodies-import-no-file");
        return show(&app, &visitor, Shown { error, ..Shown::default() }).await;
    };
    let registry = app.registry();
    let bytes = file.bytes.to_vec();
    match read(&registry, &file.name, bytes.clone()).await? {
        Err(faults) => show(&app, &visitor, Shown { name: file.name, faults, ..Shown::default() }).await,
        Ok(rows) => {
            let media = if file.name.to_lowercase().ends_with(".xlsx") {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            } else {
                "text/csv"
            };
            let digest = store::blobs::put(&app.db, media, &bytes).await?;
            visitor.session.insert(TRIED, (&digest, &file.name)).await?;
            let preview = Some(preview(&visitor.words, &registry, &rows, digest));
            show(&app, &visitor, Shown { name: file.name, preview, ..Shown::default() }).await
        }
    }
}

/// Imports the file that this session has tried, if it would still do what was shown.
pub async fn confirm(State(app): State<Shared>, visitor: Visitor, posted: Posted) -> Result<Response, Failure> {
    let signed = visitor.must_be(Role::Administrator)?;
    let tried: Option<(String, String)> = visitor.session.get(TRIED).await?;
    let Some((digest, name)) = tried.filter(|(digest, _)| digest == posted.get("digest")) else {
        let error = visitor.words.t("bodies-import-expired");
        return show(&app, &visitor, Shown { error, ..Shown::default() }).await;
    };
    let blob = store::blobs::get(&app.db, &digest).await?.ok_or(Failure::NotFound)?;
    app.reload_registry().await?;
    let registry = app.registry();
    let rows = match read(&registry, &name, blob.bytes).await? {
        Ok(rows) => rows,
        Err(faults) => return show(&app, &visitor, Shown { name, faults, ..Shown::default() }).await,
    };
    let preview = preview(&visitor.words, &registry, &rows, digest);
    if preview.seen != posted.get("seen") {
        let notice = visitor.words.t("bodies-import-moved");
        return show(&app, &visitor, Shown { name, notice, preview: Some(preview), ..Shown::default() }).await;
    }
    let by = serde_json::to_value(&signed.actor).map_err(|e| Failure::Internal(e.to_string()))?;
    let changed = store::bodies::upsert(&app.db, &rows, &Edit { by, at: app.clock.now() }).await?;
    app.reload_registry().await?;
    visitor.session.remove::<(String, String)>(TRIED).await?;
    let changed = number(usize::try_from(changed).unwrap_or(0));
    visitor.say_next(visitor.words.with("bodies-import-done", &[("count", changed)])).await?;
    Ok(Redirect::to("/bodies").into_response())
}

/// Reads and checks away from the threads that answer.
async fn read(
    registry: &Registry,
    name: &str,
    bytes: Vec<u8>,
) -> Result<Result<Vec<BodyRow>, Vec<import::Fault>>, Failure> {
    let existing: Vec<BodyRow> = registry.bodies.values().cloned().collect();
    let name = name.to_owned();
    let work = tokio::task::spawn_blocking(move || import::read_bodies_beside(&name, &bytes, &existing));
    work.await.map_err(|e| Failure::Internal(e.to_string()))
}

fn preview(words: &Speaker, registry: &Registry, rows: &[BodyRow], digest: String) -> Preview {
    const MOST: usize = 300;
    let mut preview =
        Preview { digest, seen: String::new(), added: 0, changed: 0, same: 0, rows: Vec::new(), more: String::new() };
    let mut seen = String::new();
    for row in rows {
        let before = registry.bodies.get(&row.body.id);
        if before == Some(row) {
            preview.same += 1;
            continue;
        }
        let _ = writeln!(seen, "{before:?} {row:?}");
        let what = before.map(|b| differences(words, b, row)).unwrap_or_default();
        if before.is_some() {
            preview.changed += 1
        } else {
            preview.added += 1
        }
        if preview.rows.len() < MOST {
            let name = row.name.get(words.lang.code()).to_owned();
            preview.rows.push(Change { added: before.is_none(), code: row.body.id.clone(), name, what });
        }
    }
    let all = preview.added + preview.changed;
    if all > preview.rows.len() {
        preview.more = words.with("bodies-import-more", &[("count", number(all - preview.rows.len()))]);
    }
    preview.seen = store::blobs::digest(seen.as_bytes());
    preview
}

/// The columns as text, in the order of the file.
fn cells(row: &BodyRow) -> [String; 16] {
    let BodyRow { body: b, bin, name, short, address_kk, address_ru } = row.clone();
    [
        b.id,
        b.kind.word().to_owned(),
        b.parent.unwrap_or_default(),
        bin,
        name.kk,
        name.ru,
        name.en,
        short.kk,
        short.ru,
        short.en,
        b.territory,
        b.coordinated_by.unwrap_or_default(),
        b.valid_from.to_string(),
        b.valid_to.map(|d| d.to_string()).unwrap_or_default(),
        address_kk,
        address_ru,
    ]
}

fn differences(words: &Speaker, before: &BodyRow, after: &BodyRow) -> Vec<String> {
    let shown = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let pairs = cells(before).into_iter().zip(cells(after)).zip(BODY_COLUMNS);
    pairs
        .filter(|((old, new), _)| old != new)
        .map(|((old, new), column)| {
            format!(
                "{}: {} → {}",
                words.t(&format!("bodies-column-{}", column.replace('_', "-"))),
                shown(&old),
                shown(&new)
            )
        })
        .collect()
}

async fn show(app: &Shared, visitor: &Visitor, shown: Shown) -> Result<Response, Failure> {
    const MOST: usize = 300;
    visitor.must_be(Role::Administrator)?;
    let words = &visitor.words;
    let wrong = !shown.error.is_empty() || !shown.faults.is_empty();
    let fault = |f: &import::Fault| FaultLine {
        line: if f.line == 0 { String::new() } else { f.line.to_string() },
        column: f.column.clone(),
        text: f.sentence(words),
    };
    let kind = |k: BodyKind| Choice {
        value: k.word().into(),
        label: words.t(&format!("body-kind-{}", k.word())),
        hint: String::new(),
        chosen: false,
    };
    let page = ImportPage {
        page: visitor.page(app).await?,
        crumbs: vec![Crumb { label: words.t("nav-bodies"), href: "/bodies".into() }],
        kinds: BodyKind::ALL.map(kind).into(),
        territories: territories(words, &app.registry(), ""),
        columns: BODY_COLUMNS
            .map(|name| Column { name, about: words.t(&format!("bodies-column-{}", name.replace('_', "-"))) })
            .into(),
        errors: Some(shown.error.clone())
            .filter(|e| !e.is_empty())
            .map(|text| Fault { field: "file".into(), text })
            .into_iter()
            .collect(),
        error: shown.error,
        name: shown.name,
        notice: shown.notice,
        faults_count: words.with("bodies-import-faults", &[("count", number(shown.faults.len()))]),
        faults: shown.faults.iter().take(MOST).map(fault).collect(),
        preview: shown.preview,
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, html(&page)?).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_can_be_imported_and_names_every_column() {
        let rows =
            import::read_bodies_beside("bodies.csv", example().as_bytes(), &[]).expect("an example without faults");
        let line = cells(&rows[0]);
        assert_eq!(
            (line[0].as_str(), line[10].as_str(), line[12].as_str()),
            ("example-centre", "akmola", "2021-07-19")
        );
        let words = crate::words::Words::load().speaker(crate::words::Lang::Kk);
        for column in BODY_COLUMNS {
            assert!(words.maybe(&format!("bodies-column-{}", column.replace('_', "-"))).is_some(), "{column}");
        }
    }
}
