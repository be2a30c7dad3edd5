//! The analytical note: its headings with their texts, and the sentences that the figures propose.

use std::collections::BTreeSet;

use axum::{
    Json,
    extract::{Path, State},
};
use store::reports::talk::{NoteText, note, write_note};

use super::{
    super::{
        auth::Caller,
        problem::{Asked, Problem, Sent},
        shown::{FieldFault, HeadingSent, HeadingShown, NoteSent, NoteShown, ProposedText},
    },
    Opened, Which, failure, open, wrong,
};
use crate::{
    app::Shared,
    reports::{
        self, Filled,
        labels::Labels,
        note::{headings, sentences},
    },
    words::Lang,
};

/// Signs of a text.
const MOST: usize = 20_000;

pub async fn show(
    State(app): State<Shared>,
    caller: Caller,
    Path(case): Path<String>,
    Asked(asked): Asked<Which>,
) -> Result<Json<NoteShown>, Problem> {
    let opened = open(&app, &caller, &case).await?;
    let filled = opened.shown(&app, asked.version).await?;
    Ok(Json(shown(&app, &caller, &opened, &filled).await?))
}

async fn shown(app: &Shared, caller: &Caller, opened: &Opened, filled: &Filled) -> Result<NoteShown, Problem> {
    let meta = &opened.meta;
    let fills = opened.fills(filled);
    let texts = reports::note_of(app, &opened.desk.case, filled).await?;
    let registry = app.registry();
    let labels = Labels { words: &caller.words, registry: &registry, form: meta.form, quarter: meta.quarter };
    let proposed = |heading: &str, lang: Lang| {
        let words = caller.words.other(lang);
        sentences(&Labels { words: &words, ..labels }, &filled.whole, heading)
    };
    let one = |heading: reports::note::Heading| {
        let text = |lang| text(&texts, &heading.key, lang).filter(|t| !t.is_empty()).map(str::to_owned);
        let proposed = (fills && heading.text)
            .then(|| ProposedText { kk: proposed(&heading.key, Lang::Kk), ru: proposed(&heading.key, Lang::Ru) });
        HeadingShown {
            heading: labels.of_form(&format!("analysis-{}", heading.key)),
            depth: heading.depth,
            text: heading.text,
            kk: text(Lang::Kk),
            ru: text(Lang::Ru),
            proposed,
            key: heading.key,
        }
    };
    let headings = headings(meta.form, meta.quarter).into_iter().map(one).collect();
    Ok(NoteShown { case: meta.case.clone(), shown: filled.version, fills, headings })
}

/// What stands under a heading.
fn text<'a>(texts: &'a [NoteText], heading: &str, lang: Lang) -> Option<&'a str> {
    texts.iter().find(|t| t.heading == heading && t.language == lang.code()).map(|t| t.text.as_str())
}

pub async fn write(
    State(app): State<Shared>,
    caller: Caller,
    Path(case): Path<String>,
    Sent(sent): Sent<NoteSent>,
) -> Result<Json<NoteShown>, Problem> {
    let opened = open(&app, &caller, &case).await?;
    opened.filling()?;
    let (form, quarter) = (opened.meta.form, opened.meta.quarter);
    let known = headings(form, quarter);
    let before = note(&app.db, &case).await?;
    let (mut texts, mut faults, mut seen) = (Vec::new(), Vec::<FieldFault>::new(), BTreeSet::new());
    for (at, HeadingSent { key, kk, ru }) in sent.texts.into_iter().enumerate() {
        let code = match known.iter().find(|h| h.key == key) {
            None => Some("unknown-heading"),
            Some(heading) if !heading.text => Some("no-text"),
            Some(_) if !seen.insert(key.clone()) => Some("twice"),
            Some(_) => None,
        };
        if let Some(code) = code {
            faults.push(wrong(&caller, format!("texts.{at}.key"), code, &key));
            continue;
        }
        for (lang, text) in [(Lang::Kk, kk), (Lang::Ru, ru)] {
            let Some(text) = text.map(|t| t.replace("\r\n", "\n").trim().to_owned()) else { continue };
            if text.chars().count() > MOST {
                faults.push(wrong(&caller, format!("texts.{at}.{lang}"), "too-long", ""));
            } else if self::text(&before, &key, lang).unwrap_or_default() != text {
                texts.push(NoteText { heading: key.clone(), language: lang.code().to_owned(), text });
            }
        }
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults, form.paragraph()));
    }
    if !texts.is_empty() {
        write_note(&app.db, &caller.viewer(&app), &case, &texts, app.clock.now()).await.map_err(failure)?;
    }
    let filled = reports::in_hand(&app, &opened.meta).await?;
    Ok(Json(shown(&app, &caller, &opened, &filled).await?))
}
