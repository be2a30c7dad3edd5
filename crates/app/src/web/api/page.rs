//! `/api`: the operations for people to read, made of the same table.

use askama::Template;
use axum::{extract::State, response::Response};
use serde_json::{Value, json};

use super::{
    Carries, Described, GROUPS, Kind, OPERATIONS, Operation, ROOT, Verb,
    fields::{self, Offers},
    openapi::{example, names, path_kind, written},
    samples,
    shown::FieldShown,
};
use crate::{
    app::Shared,
    web::{
        error::Failure,
        page::{Page, Visitor, html},
    },
    words::Speaker,
};

#[derive(Template)]
#[template(path = "api.html")]
struct ApiPage {
    page: Page,
    root: String,
    groups: Vec<Group>,
}

struct Group {
    id: &'static str,
    title: String,
    operations: Vec<Shown>,
}

/// An operation as the page shows it.
struct Shown {
    id: String,
    verb: &'static str,
    path: String,
    title: String,
    lead: String,
    /// Paragraph of the step; empty for what is no step.
    paragraph: String,
    open: bool,
    rows: Vec<Line>,
    curl: String,
}

/// A parameter or a question.
struct Line {
    name: String,
    place: String,
    about: String,
    allowed: String,
    required: bool,
}

pub async fn show(State(app): State<Shared>, visitor: Visitor) -> Result<Response, Failure> {
    let words = &visitor.words;
    let today = app.clock.today();
    let groups = GROUPS.iter().map(|group| Group {
        id: group,
        title: words.t(&format!("api-group-{group}")),
        operations: OPERATIONS
            .iter()
            .filter(|o| o.group == *group)
            .flat_map(|o| places(o).into_iter().map(move |place| (o, place)))
            .map(|(o, place)| shown(words, o, &place, today, &app.config.public_url))
            .collect(),
    });
    html(&ApiPage {
        groups: groups.collect(),
        root: format!("{}{ROOT}", app.config.public_url),
        page: visitor.page(&app).await?,
    })
}

/// Each step once: its form is read at the same address as it is taken.
fn places(operation: &Operation) -> Vec<Described> {
    if operation.verb == Verb::Get && operation.path.contains("{step}") {
        return vec![Described { path: format!("{ROOT}{}", operation.path), step: None }];
    }
    operation.described()
}

fn shown(words: &Speaker, operation: &Operation, place: &Described, today: jiff::civil::Date, server: &str) -> Shown {
    let mut rows: Vec<Line> =
        names(&place.path).map(|name| line(words, name, "api-in-path", path_kind(name), true)).collect();
    rows.extend(operation.query.iter().map(|(name, kind)| line(words, name, "api-in-query", *kind, false)));
    let written = written(operation.carries);
    rows.extend(written.iter().flat_map(|w| w.fields).map(|(name, required)| body(words, name, *required)));
    let mut sent = written.map(|w| w.example);
    if let Some((procedure, step)) = place.step {
        let opens = operation.carries == Carries::Opening;
        let opening = opens.then(|| samples::opening(procedure, today));
        if let Some(sample) = opening.as_ref().or_else(|| samples::of(step)) {
            let asked = fields::show(words, step.id(), &sample.fields, &Offers::default());
            questions(words, &asked, "", &mut rows);
            sent = Some(example(step, Value::Object(sample.answers.0.clone()), opens));
        }
        let mut own = vec![("version", !opens, false), ("id", opens, false), ("password", step.def().signs, true)];
        own.retain(|(_, there, _)| *there);
        rows.extend(own.into_iter().map(|(name, _, required)| body(words, name, required)));
    }
    let title = match place.step {
        Some((_, step)) => words.t(&format!("step-{}", step.id())),
        None => words.t(&format!("api-op-{}", operation.id)),
    };
    Shown {
        id: place.step.map_or_else(|| operation.id.to_owned(), |(_, step)| format!("step-{}", step.id())),
        verb: if operation.verb == Verb::Get { "GET" } else { "POST" },
        title,
        lead: place.step.map(|(_, step)| words.t(&format!("step-{}-lead", step.id()))).unwrap_or_default(),
        paragraph: place.step.map(|(_, step)| step.paragraph().to_string()).unwrap_or_default(),
        open: operation.open,
        curl: curl(operation, &place.path, sent, server),
        path: place.path.clone(),
        rows,
    }
}

/// A field of the request itself.
fn body(words: &Speaker, name: &str, required: bool) -> Line {
    let about = words.t(&format!("api-field-{name}"));
    Line { name: name.into(), place: words.t("api-in-body"), about, allowed: String::new(), required }
}

fn line(words: &Speaker, name: &str, place: &str, kind: Kind, required: bool) -> Line {
    let allowed = match kind {
        Kind::OneOf(values) => values.join(" | "),
        Kind::Date => "2026-03-26".into(),
        Kind::Number | Kind::Text => String::new(),
    };
    Line { name: name.into(), place: words.t(place), about: words.t(&format!("api-param-{name}")), allowed, required }
}

/// The questions as lines, those of rows under the name of their table.
fn questions(words: &Speaker, fields: &[FieldShown], under: &str, rows: &mut Vec<Line>) {
    for field in fields {
        let name = format!("{under}{}", field.name);
        let kind = words.t(&format!("api-kind-{}", field.kind));
        let limits = match (field.min, field.max, field.max_length) {
            (Some(min), Some(max), _) => format!("{min} – {max}"),
            (_, _, Some(most)) => format!("≤ {most}"),
            _ if matches!(field.kind.as_str(), "choice" | "choices") => {
                field.choices.iter().map(|c| c.id.as_str()).collect::<Vec<_>>().join(" | ")
            }
            _ => String::new(),
        };
        let allowed = if limits.is_empty() { kind } else { format!("{kind}: {limits}") };
        rows.push(Line {
            place: words.t("api-in-answers"),
            about: field.label.clone(),
            allowed,
            required: field.required,
            name: name.clone(),
        });
        questions(words, &field.fields, &format!("{name}[]."), rows);
    }
}

/// The request as a command to try.
fn curl(operation: &Operation, path: &str, sent: Option<Value>, server: &str) -> String {
    let mut lines = vec![format!("curl {server}{path}")];
    if !operation.open {
        lines.push("  -H 'Authorization: Bearer '\"$SAPA_TOKEN\"".into());
    }
    if operation.carries == Carries::File {
        lines.push("  -F 'file=@evidence.pdf'".into());
    } else if operation.verb == Verb::Post {
        if matches!(operation.carries, Carries::Opening | Carries::Step) {
            lines.push("  -H 'Idempotency-Key: 7f9c2ba4'".into());
        }
        let text = serde_json::to_string_pretty(&sent.unwrap_or_else(|| json!({}))).unwrap_or_default();
        lines.push(format!("  --json '{}'", text.replace('\'', "'\\''")));
    }
    lines.join(" \\\n")
}
