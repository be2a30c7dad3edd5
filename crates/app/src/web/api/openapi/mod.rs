//! The description of the API for machines, OpenAPI 3.1: made of the table of operations, the types of the answers and
//! the questions of the steps.

mod request;

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use law::case::{Procedure, Step};
use serde_json::{Value, json};
use utoipa::{
    ToSchema,
    openapi::{
        ComponentsBuilder, Content, ContentBuilder, HttpMethod, InfoBuilder, KnownFormat, ObjectBuilder, OpenApi,
        OpenApiBuilder, Paths, Ref, RefOr, Required, ResponseBuilder, Schema, SchemaFormat, ServerBuilder, Type,
        path::{Operation as Described, OperationBuilder, Parameter, ParameterBuilder, ParameterIn},
        request_body::{RequestBody, RequestBodyBuilder},
        schema::ArrayBuilder,
        security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
        tag::TagBuilder,
    },
};

use super::{
    Answer, Carries, GROUPS, Kind, OPERATIONS, Operation, Verb,
    problem::{Problem, Speaks, codes},
    samples, shown,
};
use crate::{app::Shared, words::Speaker};
use request::request;
pub use request::{example, written};

pub async fn json(State(app): State<Shared>, speaks: Speaks) -> Result<Response, Problem> {
    let described = describe(&app.words.speaker(speaks.0), app.clock.today(), &app.config.public_url);
    let text = described.to_json().map_err(store::StoreError::from)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// The form of packages for legal statistics.
pub async fn exchange_schema() -> Response {
    let text = crate::exchange::package::schema().to_string();
    ([(header::CONTENT_TYPE, "application/schema+json")], text).into_response()
}

/// The whole description, its words in the language of the speaker.
pub fn describe(words: &Speaker, today: Date, server: &str) -> OpenApi {
    let mut paths = Paths::new();
    let mut components = schemas(words);
    for operation in OPERATIONS {
        for place in operation.described() {
            let mut described = one(words, operation, &place.path, place.step);
            if let Some((procedure, step)) = place.step.filter(|_| operation.carries != Carries::Nothing) {
                let opens = operation.carries == Carries::Opening;
                let opening = opens.then(|| samples::opening(procedure, today));
                let sample = opening.as_ref().or_else(|| samples::of(step));
                let (fields, answers) =
                    sample.map_or((&[][..], json!({})), |s| (&s.fields[..], Value::Object(s.answers.0.clone())));
                let name = format!("step-{}", step.id());
                components = components.schema(&name, request(words, step, fields, opens));
                described.request_body = Some(RefOr::T(carried(&name, example(step, answers, opens))));
            }
            let method = if operation.verb == Verb::Get { HttpMethod::Get } else { HttpMethod::Post };
            paths.add_path_operation(place.path, vec![method], described);
        }
    }
    let info = InfoBuilder::new()
        .title(words.t("api-title"))
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(words.t("api-lead")));
    let tags =
        GROUPS.iter().map(|g| TagBuilder::new().name(*g).description(Some(words.t(&format!("api-group-{g}")))).build());
    OpenApiBuilder::new()
        .info(info.build())
        .servers(Some([ServerBuilder::new().url(server).build()]))
        .paths(paths)
        .components(Some(components.build()))
        .security(Some([SecurityRequirement::new("token", Vec::<String>::new())]))
        .tags(Some(tags))
        .build()
}

/// Adds the schema of a type and of all it is made of.
fn with<T: ToSchema>(components: ComponentsBuilder) -> ComponentsBuilder {
    let mut parts = Vec::new();
    T::schemas(&mut parts);
    components.schemas_from_iter(parts).schema(T::name(), T::schema())
}

fn schemas(words: &Speaker) -> ComponentsBuilder {
    let mut components = ComponentsBuilder::new();
    for add in [
        with::<shown::Me>,
        with::<shown::OwedList>,
        with::<shown::AwaitedList>,
        with::<shown::MessageList>,
        with::<shown::CaseList>,
        with::<shown::CaseFull>,
        with::<shown::Journal>,
        with::<shown::DutyList>,
        with::<shown::DocumentList>,
        with::<shown::FileList>,
        with::<shown::Kept>,
        with::<shown::Done>,
        with::<shown::StepForm>,
        with::<shown::BodyList>,
        with::<shown::BodyFull>,
        with::<shown::ServiceList>,
        with::<shown::FormList>,
        with::<shown::ReportList>,
        with::<shown::ReportFull>,
        with::<shown::CellsSent>,
        with::<shown::CellsKept>,
        with::<shown::NoteShown>,
        with::<shown::NoteSent>,
        with::<shown::CommentSent>,
        with::<shown::CommentKept>,
        with::<shown::RemarkSent>,
        with::<shown::RemarksKept>,
        with::<shown::NationShown>,
        with::<shown::YearShown>,
        with::<shown::subjects::SubjectFull>,
        with::<shown::subjects::HalfYearLists>,
        with::<shown::CalendarYear>,
        with::<shown::ParagraphList>,
        with::<shown::ProcedureList>,
        with::<shown::ProblemShown>,
        with::<shown::ProblemKind>,
    ] {
        components = add(components);
    }
    let problem = Content::new(Some(Ref::from_schema_name("ProblemShown")));
    let response =
        ResponseBuilder::new().description(words.t("api-errors-text")).content("application/problem+json", problem);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("sapa_…")
        .description(Some(words.t("api-token-text")));
    let codes: Vec<&str> = codes().collect();
    components
        .response("Problem", response.build())
        .schema("ProblemCode", ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)))
        .security_scheme("token", SecurityScheme::Http(bearer.build()))
        .parameter("lang", parameter(words, "lang", ParameterIn::Query, Kind::OneOf(&["kk", "ru", "en"])))
        .parameter("idempotency-key", key(words))
}

fn one(words: &Speaker, operation: &Operation, path: &str, step: Option<(Procedure, &dyn Step)>) -> Described {
    let summary = words.t(&format!("api-op-{}", operation.id));
    let (id, summary, lead) = match step {
        // A visit has the steps of an inspection.
        Some((procedure, step)) => (
            match procedure {
                Procedure::Visit => format!("{}-visit-{}", operation.id, step.id()),
                _ => format!("{}-{}", operation.id, step.id()),
            },
            format!("{summary}: {}", words.t(&format!("step-{}", step.id()))),
            Some(format!("§{}. {}", step.paragraph(), words.t(&format!("step-{}-lead", step.id())))),
        ),
        None => (operation.id.to_owned(), summary, None),
    };
    let mut described =
        OperationBuilder::new().operation_id(Some(id)).tag(operation.group).summary(Some(summary)).description(lead);
    for name in names(path) {
        described = described.parameter(parameter(words, name, ParameterIn::Path, path_kind(name)));
    }
    for (name, kind) in operation.query {
        described = described.parameter(parameter(words, name, ParameterIn::Query, *kind));
    }
    described = described.parameter_ref(Ref::new("#/components/parameters/lang"));
    if matches!(operation.carries, Carries::Opening | Carries::Step) {
        described = described.parameter_ref(Ref::new("#/components/parameters/idempotency-key"));
    }
    if let Some(written) = written(operation.carries) {
        described = described.request_body(Some(carried(written.schema, written.example)));
    }
    if operation.carries == Carries::File {
        described = described.request_body(Some(upload()));
    }
    if operation.open {
        described = described.securities(Some([SecurityRequirement::default()]));
    }
    let schema = |name: &str| Content::new(Some(Ref::from_schema_name(name)));
    let answered = ResponseBuilder::new().description(words.t("api-answer"));
    let (status, answered) = match operation.answer {
        Answer::Json(name) => ("200", answered.content("application/json", schema(name))),
        Answer::Made(name) => ("201", answered.content("application/json", schema(name))),
        Answer::Bytes("application/json") => {
            ("200", answered.content("application/json", Content::new(Some(ObjectBuilder::new()))))
        }
        Answer::Bytes(kind) => ("200", answered.content(kind, Content::new(None::<Schema>))),
    };
    described = described.response(status, answered.build());
    for status in statuses(operation) {
        described = described.response(*status, Ref::from_response_name("Problem"));
    }
    described.build()
}

/// Statuses of the problems an operation can have.
fn statuses(operation: &Operation) -> &'static [&'static str] {
    match (operation.verb, operation.open) {
        (Verb::Get, true) => &["404", "429"],
        (Verb::Get, false) => &["400", "401", "403", "404", "429"],
        (Verb::Post, _) => &["400", "401", "403", "404", "409", "413", "422", "429"],
    }
}

/// Names in the braces of a path.
pub fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next())
}

pub fn path_kind(name: &str) -> Kind {
    match name {
        "version" | "year" | "paragraph" => Kind::Number,
        "lang" => Kind::OneOf(&["kk", "ru"]),
        "form" => Kind::OneOf(super::FORMS),
        _ => Kind::Text,
    }
}

fn parameter(words: &Speaker, name: &str, place: ParameterIn, kind: Kind) -> Parameter {
    let required = if place == ParameterIn::Path { Required::True } else { Required::False };
    let schema =
        ObjectBuilder::new().schema_type(if matches!(kind, Kind::Number) { Type::Integer } else { Type::String });
    let schema = match kind {
        Kind::Date => schema.format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))),
        Kind::OneOf(values) => schema.enum_values(Some(values.iter().copied())),
        Kind::Text | Kind::Number => schema,
    };
    let about = words.t(&format!("api-param-{name}"));
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
        .description(Some(about))
        .schema(Some(schema))
        .build()
}

fn key(words: &Speaker) -> Parameter {
    let schema = ObjectBuilder::new().schema_type(Type::String).max_length(Some(100));
    let about = words.t("api-repeat-text");
    let key =
        ParameterBuilder::new().name("Idempotency-Key").parameter_in(ParameterIn::Header).required(Required::False);
    key.description(Some(about)).schema(Some(schema)).build()
}

fn upload() -> RequestBody {
    let bytes =
        || ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)));
    let files = ArrayBuilder::new().items(bytes());
    RequestBodyBuilder::new()
        .content("multipart/form-data", Content::new(Some(ObjectBuilder::new().property("file", files))))
        .content("application/octet-stream", Content::new(None::<Schema>))
        .required(Some(Required::True))
        .build()
}

fn carried(schema: &str, example: Value) -> RequestBody {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(schema))).example(Some(example));
    RequestBodyBuilder::new().content("application/json", content.build()).required(Some(Required::True)).build()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        web::api::{fields::KINDS, problem, reports},
        words::{Lang, Words},
    };

    fn described() -> Value {
        let words = Words::load().speaker(Lang::En);
        let described = describe(&words, jiff::civil::date(2026, 3, 2), "http://127.0.0.1:8080");
        serde_json::to_value(described).unwrap()
    }

    #[test]
    fn every_operation_of_the_table_and_every_step_is_described() {
        let described = described();
        for operation in OPERATIONS {
            let method = if operation.verb == Verb::Get { "get" } else { "post" };
            let places = operation.described();
            assert!(!places.is_empty(), "{}", operation.id);
            for place in places {
                assert!(described["paths"][&place.path][method].is_object(), "{method} {}", place.path);
            }
        }
        for step in Procedure::ALL.into_iter().flat_map(Procedure::steps) {
            let schema = &described["components"]["schemas"][format!("step-{}", step.id())];
            assert_eq!(schema["properties"]["answers"]["type"], "object", "{}", step.id());
            let signs = schema["required"].as_array().is_some_and(|r| r.contains(&"password".into()));
            assert_eq!(signs, step.def().signs, "{}", step.id());
        }
    }

    #[test]
    fn every_reference_leads_somewhere_and_every_operation_has_its_own_name() {
        fn walk(value: &Value, refs: &mut BTreeSet<String>, ids: &mut Vec<String>) {
            match value {
                Value::Object(map) => {
                    refs.extend(map.get("$ref").and_then(Value::as_str).map(str::to_owned));
                    ids.extend(map.get("operationId").and_then(Value::as_str).map(str::to_owned));
                    map.values().for_each(|v| walk(v, refs, ids));
                }
                Value::Array(list) => list.iter().for_each(|v| walk(v, refs, ids)),
                _ => {}
            }
        }
        let described = described();
        let (mut refs, mut ids) = (BTreeSet::new(), Vec::new());
        walk(&described, &mut refs, &mut ids);
        for reference in refs {
            assert!(described.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
        }
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len());
    }

    #[test]
    fn every_word_is_there() {
        let words = Words::load();
        let mut keys = Vec::new();
        for operation in OPERATIONS {
            keys.push(format!("api-op-{}", operation.id));
            assert!(GROUPS.contains(&operation.group));
            let path = operation.path.replace("{file}", "{lang}");
            keys.extend(names(&path).map(|n| format!("api-param-{n}")));
            keys.extend(operation.query.iter().map(|(n, _)| format!("api-param-{n}")));
        }
        keys.extend(GROUPS.iter().map(|g| format!("api-group-{g}")));
        keys.extend(KINDS.iter().map(|k| format!("api-kind-{k}")));
        keys.extend(problem::OWN.iter().map(|c| format!("api-problem-{c}")));
        keys.extend(problem::SHARED.iter().map(|c| format!("error-{c}")));
        keys.extend(["version", "id", "password"].map(|f| format!("api-field-{f}")));
        let fields = request::WRITING.into_iter().filter_map(written).flat_map(|w| w.fields);
        keys.extend(fields.map(|(f, _)| format!("api-field-{f}")));
        keys.extend(reports::cells::CODES.iter().map(|c| format!("api-cell-{c}")));
        keys.extend(["path", "query", "body", "answers"].map(|p| format!("api-in-{p}")));
        for lang in Lang::ALL {
            let speaker = words.speaker(lang);
            let missing: Vec<&String> = keys.iter().filter(|k| speaker.maybe(k).is_none()).collect();
            assert!(missing.is_empty(), "{lang}: {missing:?}");
        }
    }
}
