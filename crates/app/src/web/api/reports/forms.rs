//! The report forms as they are defined.

use axum::{
    Json,
    extract::{Path, State},
};
use law::{
    ch3_reports::{
        FormId,
        form::{Form, Holds, Lines, Row},
    },
    term::Quarter,
};

use super::super::{
    ROOT,
    auth::Caller,
    problem::Problem,
    shown::{ColumnShown, FormList, FormShown, RowShown, SectionShown},
};
use crate::{app::Shared, reports::labels::Labels};

pub async fn list(State(app): State<Shared>, caller: Caller) -> Result<Json<FormList>, Problem> {
    let items: Result<Vec<FormShown>, Problem> = FormId::ALL.into_iter().map(|f| show(&app, &caller, f)).collect();
    Ok(Json(FormList { items: items? }))
}

pub async fn one(
    State(app): State<Shared>,
    caller: Caller,
    Path(form): Path<String>,
) -> Result<Json<FormShown>, Problem> {
    let form = FormId::parse(&form).ok_or_else(Problem::not_found)?;
    show(&app, &caller, form).map(Json)
}

fn show(app: &Shared, caller: &Caller, id: FormId) -> Result<FormShown, Problem> {
    let quarter = Quarter::of(app.clock.today()).ok_or_else(Problem::not_found)?;
    let registry = app.registry();
    let labels = Labels { words: &caller.words, registry: &registry, form: id, quarter };
    let form = id.for_quarter(quarter);
    let section = |number: &&str| SectionShown {
        number: (*number).to_owned(),
        title: match *number {
            "" => labels.of_form("data"),
            number => labels.of_form(&format!("section-{}", number.replace('.', "-"))),
        },
    };
    Ok(FormShown {
        id: id.word().into(),
        index: id.index().into(),
        title: labels.of_form("title"),
        paragraph: id.paragraph(),
        edition: form.edition.to_string(),
        sections: form.sections.iter().map(section).collect(),
        rows: form.rows.iter().map(|r| row(&labels, form, r)).collect(),
        columns: columns(&labels, form),
        url: format!("{ROOT}/forms/{}", id.word()),
    })
}

fn row(labels: &Labels, form: &Form, row: &Row) -> RowShown {
    let total_of = match row.holds {
        Holds::Parts(parts) => parts.iter().map(|p| (*p).to_owned()).collect(),
        Holds::Numbers | Holds::Lines(_) => Vec::new(),
    };
    RowShown {
        number: row.number.into(),
        label: labels.row(row),
        help: labels.help(row),
        section: form.sections.get(row.section).copied().unwrap_or_default().into(),
        columns: row.columns.numbers().chain(row.columns.reasons().iter().copied()).map(str::to_owned).collect(),
        total_of,
        lines: row.lines().map(|lines| word(lines).to_owned()),
        stock: row.stock,
        like: Some(row.like.to_owned()).filter(|l| !l.is_empty()),
    }
}

const fn word(lines: Lines) -> &'static str {
    match lines {
        Lines::Service => "service",
        Lines::ServiceAndSystem => "service-and-system",
        Lines::ProviderAndService => "provider-and-service",
    }
}

fn columns(labels: &Labels, form: &Form) -> Vec<ColumnShown> {
    let mut found: Vec<ColumnShown> = Vec::new();
    for columns in form.rows.iter().map(|r| r.columns) {
        let words = columns.reasons().iter().copied();
        for id in columns.numbers().chain(words) {
            if found.iter().all(|c| c.id != id) {
                found.push(ColumnShown {
                    id: id.to_owned(),
                    label: label(labels, id),
                    derived: columns.derived().contains(&id),
                    text: columns.reasons().contains(&id),
                });
            }
        }
    }
    found
}

/// What a column is called in any quarter: the months by their place in it.
fn label(labels: &Labels, column: &str) -> String {
    let words = labels.words;
    let (what, who) = match column.as_bytes() {
        [b'm', month @ b'1'..=b'3', who @ ..] => (words.t(&format!("form-month-{}", *month as char)), who),
        [b'q', who @ ..] => (words.t("api-column-quarter"), who),
        _ => return labels.column(column),
    };
    match who {
        [b'n'] => format!("{what}, {}", words.t("form-natural")),
        [b'l'] => format!("{what}, {}", words.t("form-legal")),
        _ => what,
    }
}
