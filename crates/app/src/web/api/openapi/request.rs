//! The schema of a request that takes a step, made of its questions.

use law::case::{Field, FieldKind, Step};
use serde_json::{Value, json};
use utoipa::openapi::{
    KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type,
    schema::{AdditionalProperties, ArrayBuilder},
};

use crate::{
    web::api::{
        Carries,
        fields::{self, label},
    },
    words::Speaker,
};

/// What the example of a request holds.
pub fn example(step: &dyn Step, answers: Value, opens: bool) -> Value {
    let mut example = json!({ "answers": answers });
    if !opens {
        example["version"] = 1.into();
    }
    if step.def().signs {
        example["password"] = "••••••••••".into();
    }
    example
}

/// What a request that works on a report holds.
pub struct Written {
    pub schema: &'static str,
    /// Its fields (`api-field-NAME`), and whether they have to be there.
    pub fields: &'static [(&'static str, bool)],
    pub example: Value,
}

/// Those requests.
#[cfg(test)]
pub const WRITING: [Carries; 4] = [Carries::Cells, Carries::Note, Carries::Comment, Carries::Remark];

pub fn written(carries: Carries) -> Option<Written> {
    Some(match carries {
        Carries::Cells => Written {
            schema: "CellsSent",
            fields: &[("cells", false), ("add_lines", false), ("remove_lines", false), ("why", false)],
            example: json!({
                "cells": [
                    { "row": "1.1", "column": "m1", "value": 3, "seen": 0 },
                    { "row": "12.1", "line": "00101001", "column": "m1n", "value": "-" },
                ],
                "add_lines": [{ "row": "12.1", "line": "00101001" }],
                "remove_lines": [],
            }),
        },
        Carries::Note => Written {
            schema: "NoteSent",
            fields: &[("texts", true)],
            example: json!({ "texts": [{ "key": "1-1", "kk": "…", "ru": "…" }, { "key": "1-2", "kk": "…" }] }),
        },
        Carries::Comment => Written {
            schema: "CommentSent",
            fields: &[
                ("key", false),
                ("check", false),
                ("row", false),
                ("line", false),
                ("column", false),
                ("text", true),
            ],
            example: json!({ "key": "violations/8//m1", "text": "…" }),
        },
        Carries::Remark => Written {
            schema: "RemarkSent",
            fields: &[("row", false), ("line", false), ("column", false), ("text", true)],
            example: json!({ "row": "1.1", "column": "m1", "text": "…" }),
        },
        Carries::Nothing | Carries::Opening | Carries::Step | Carries::File => return None,
    })
}

/// The schema of a request that takes a step.
pub(super) fn request(words: &Speaker, step: &dyn Step, fields: &[Field], opens: bool) -> Schema {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let mut body = ObjectBuilder::new()
        .title(Some(words.t(&format!("step-{}", step.id()))))
        .property("answers", answers(words, step.id(), fields));
    if fields.iter().any(|f| f.required) {
        body = body.required("answers");
    }
    body = if opens {
        let own = text().pattern(Some("^[a-z0-9-]{6,40}$")).description(Some(words.t("api-field-id")));
        body.property("id", own)
    } else {
        let seen = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(0))
            .description(Some(words.t("api-field-version")));
        body.property("version", seen)
    };
    let password = text()
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Password)))
        .description(Some(words.t("api-field-password")));
    if step.def().signs {
        body = body.property("password", password).required("password");
    }
    closed(body).into()
}

fn closed(object: ObjectBuilder) -> ObjectBuilder {
    object.additional_properties(Some(AdditionalProperties::FreeForm(false)))
}

fn answers(words: &Speaker, step: &str, fields: &[Field]) -> ObjectBuilder {
    let mut object = ObjectBuilder::new();
    for field in fields {
        let title = label(words, step, field.name).unwrap_or_else(|| field.name.to_owned());
        object = object.property(field.name, question(words, step, field, title));
        if field.required {
            object = object.required(field.name);
        }
    }
    closed(object)
}

/// The schema of one answer.
fn question(words: &Speaker, step: &str, field: &Field, title: String) -> Schema {
    let about = words.t(&format!("api-kind-{}", fields::kind(&field.kind)));
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let titled =
        |object: ObjectBuilder| Schema::from(object.title(Some(title.clone())).description(Some(about.clone())));
    let several = |item: ObjectBuilder| {
        let list = ArrayBuilder::new().items(item).unique_items(true).min_items(field.required.then_some(1));
        Schema::from(list.title(Some(title.clone())).description(Some(about.clone())))
    };
    match &field.kind {
        FieldKind::Text(most) | FieldKind::Lines(most) => {
            titled(text().max_length(Some(*most)).min_length(field.required.then_some(1)))
        }
        FieldKind::Date => titled(text().format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))),
        FieldKind::Number { min, max } => {
            titled(ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(*min)).maximum(Some(*max)))
        }
        FieldKind::Choice { values, .. } => titled(text().enum_values(Some(values.iter().copied()))),
        FieldKind::Choices { values, .. } => several(text().enum_values(Some(values.iter().copied()))),
        FieldKind::Flag => titled(ObjectBuilder::new().schema_type(Type::Boolean)),
        FieldKind::Pick(_) | FieldKind::Body(_) => titled(text()),
        FieldKind::Picks(_) | FieldKind::People(_) | FieldKind::Services => several(text()),
        FieldKind::Files => several(text().pattern(Some("^[0-9a-f]{64}$"))),
        FieldKind::Rows { fields, min } => {
            let rows = ArrayBuilder::new().items(answers(words, step, fields)).min_items(Some(*min).filter(|n| *n > 0));
            rows.title(Some(title)).description(Some(about)).build().into()
        }
    }
}
