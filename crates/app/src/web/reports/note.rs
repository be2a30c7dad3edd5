//! The analytical note of a report: its headings, the figures under each, and the texts in Kazakh and Russian.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use law::ch3_reports::sheet::quarter_number;
use store::reports::talk::{self, NoteText};

use super::{Opened, crumbs, open, title};
use crate::{
    app::Shared,
    door,
    reports::{
        self,
        labels::{Labels, thousands},
        note::{headings, rows, sentences},
    },
    web::{
        case::Crumb,
        error::Failure,
        page::{Page, Visitor, html},
        posted::Posted,
    },
    words::Lang,
};

#[derive(Template)]
#[template(path = "report_note.html")]
struct NotePage {
    page: Page,
    case: String,
    crumbs: Vec<Crumb>,
    title: String,
    report: String,
    sections: Vec<Section>,
    fills: bool,
    unsaved: bool,
}

struct Section {
    key: String,
    heading: String,
    depth: u8,
    text: bool,
    figures: Vec<FigureLine>,
    kk: String,
    ru: String,
}

struct FigureLine {
    number: String,
    label: String,
    value: String,
}

/// The languages in which the note is drawn up.
const LANGUAGES: [Lang; 2] = [Lang::Kk, Lang::Ru];

pub async fn form(State(app): State<Shared>, visitor: Visitor, Path(case): Path<String>) -> Result<Response, Failure> {
    let opened = open(&app, &visitor, &case).await?;
    let Opened { desk, meta, fills, .. } = &opened;
    let words = &visitor.words;
    let filled = reports::shown(&app, &desk.actor, meta, &desk.case, None).await?;
    let texts = reports::note_of(&app, &desk.case, &filled).await?;
    let registry = app.registry();
    let labels = Labels { words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let text_of = |heading: &str, lang: Lang| -> Option<String> {
        texts.iter().find(|t| t.heading == heading && t.language == lang.code()).map(|t| t.text.clone())
    };
    let proposed = |heading: &str, lang: Lang| {
        let speaker = words.other(lang);
        sentences(&Labels { words: &speaker, ..labels }, &filled.whole, heading)
    };
    let sections = headings(meta.form, meta.quarter)
        .into_iter()
        .map(|h| {
            let text = |lang| {
                text_of(&h.key, lang).unwrap_or_else(|| if *fills { proposed(&h.key, lang) } else { String::new() })
            };
            let figures = rows(&filled.whole, &h.key).into_iter().filter(|_| h.text).map(|(at, row)| {
                let count = quarter_number(row, &filled.whole.inputs(at));
                FigureLine {
                    number: row.number.to_owned(),
                    label: labels.row(row),
                    value: count.count().map_or_else(|| count.to_string(), thousands),
                }
            });
            Section {
                heading: labels.of_form(&format!("analysis-{}", h.key)),
                depth: h.depth,
                text: h.text,
                figures: figures.collect(),
                kk: if h.text { text(Lang::Kk) } else { String::new() },
                ru: if h.text { text(Lang::Ru) } else { String::new() },
                key: h.key,
            }
        })
        .collect();
    html(&NotePage {
        page: visitor.page(&app).await?.under("/reports"),
        crumbs: crumbs(&app, &visitor, meta),
        title: labels.of_form("analysis-title"),
        report: format!("{} – {}", title(&app, &visitor, meta), registry.name(&meta.body, words.lang)),
        sections,
        fills: *fills,
        unsaved: *fills && texts.is_empty(),
        case,
    })
}

pub async fn save(
    State(app): State<Shared>,
    visitor: Visitor,
    Path(case): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let opened = open(&app, &visitor, &case).await?;
    if !opened.fills {
        return Err(Failure::Forbidden);
    }
    let mut texts = Vec::new();
    for heading in headings(opened.meta.form, opened.meta.quarter).into_iter().filter(|h| h.text) {
        for lang in LANGUAGES {
            let text = posted.get(&format!("text-{}-{}", heading.key, lang.code())).replace("\r\n", "\n");
            let text = text.trim().chars().take(20_000).collect();
            texts.push(NoteText { heading: heading.key.clone(), language: lang.code().to_owned(), text });
        }
    }
    let viewer = door::viewer(&app, &opened.desk.actor);
    talk::write_note(&app.db, &viewer, &case, &texts, app.clock.now()).await.map_err(super::save::failure)?;
    visitor.say_next("report-saved").await?;
    Ok(Redirect::to(&format!("/reports/{case}/note")).into_response())
}
