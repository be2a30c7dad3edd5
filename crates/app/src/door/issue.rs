//! The document that a step issues: its number, its drawing in both languages, its digests.

use std::collections::HashMap;

use documents::Language;
use law::case::{
    CaseFile, DocumentKind, DocumentRef, FactKind,
    fact::{DocumentFile, DocumentLanguage, hex},
    step::Freeze,
};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{Desk, Trouble};
use crate::{
    app::Shared,
    paper::{Press, lang_of},
    registry::Named,
};

/// Number and code for the document a step freezes.
pub(super) async fn set_aside(
    app: &Shared,
    desk: &Desk,
    freeze: Freeze,
) -> Result<(Option<DocumentRef>, Option<store::numbers::NumberClaim>), Trouble> {
    match freeze {
        Freeze::Next(kind) => {
            let last = desk.case.document(kind).map(|last| DocumentRef {
                version: last.version + 1,
                files: Vec::new(),
                ..last.clone()
            });
            Ok((last, None))
        }
        Freeze::New(kind) => {
            let body = issuer(&desk.case, kind).to_owned();
            let year = desk.today.year();
            let number = store::numbers::next(&app.db, &body, kind.series(), year).await?;
            let document =
                DocumentRef { kind, number, on: desk.today, version: 1, code: app.random_word(10), files: Vec::new() };
            let series = kind.series().to_owned();
            Ok((Some(document), Some(store::numbers::NumberClaim { body, series, year, number })))
        }
    }
}

/// The body that issues a document: the object its own action plan, the controlling body all others.
pub(super) fn issuer(case: &CaseFile, kind: DocumentKind) -> &str {
    match (kind, &case.object) {
        (DocumentKind::ActionPlan, Some(object)) => object,
        _ => &case.body,
    }
}

/// Draws every copy of the document in every language and takes their digests.
pub(super) async fn draw(app: &Shared, desk: &Desk, document: DocumentRef) -> Result<(DocumentRef, Drawn), Trouble> {
    let people = names(app, &desk.case).await?;
    let missing = || documents::Error::Template { kind: "none", message: "the case has no such document".into() };
    let mut papers = Vec::new();
    for copy in 1..=document.kind.copies() {
        for language in DocumentLanguage::ALL {
            let drawn_in = language_of(language);
            let paper = paper(app, desk, Some(&document), document.kind, copy, &people, drawn_in);
            papers.push((copy, language, paper.ok_or_else(missing)?));
        }
    }
    let drawn = move || -> Result<(DocumentRef, Drawn), documents::Error> {
        let (mut files, mut pdfs, mut data) = (Vec::new(), Vec::new(), Map::new());
        for (copy, language, paper) in papers {
            let pdf = documents::pdf(&paper, language_of(language))?;
            let file = DocumentFile { copy, language, sha256: hex(&Sha256::digest(&pdf)) };
            data.insert(file.name(), serde_json::to_value(&paper)?);
            files.push(file);
            pdfs.push(pdf);
        }
        Ok((DocumentRef { files, ..document }, Drawn { pdfs, data: Value::Object(data).to_string() }))
    };
    Ok(tokio::task::spawn_blocking(drawn).await.expect("drawing does not panic")?)
}

/// A document drawn.
pub struct Drawn {
    /// In the order of the document's files.
    pub pdfs: Vec<Vec<u8>>,
    /// What they were drawn from, by name of file.
    pub data: String,
}

fn language_of(language: DocumentLanguage) -> Language {
    match language {
        DocumentLanguage::Kk => Language::Kk,
        DocumentLanguage::Ru => Language::Ru,
    }
}

/// The data of a copy of a document in one language.
pub fn paper(
    app: &Shared,
    desk: &Desk,
    issued: Option<&DocumentRef>,
    kind: DocumentKind,
    copy: u8,
    people: &HashMap<String, Named>,
    language: Language,
) -> Option<documents::Document> {
    let press = Press {
        case: &desk.case,
        registered: desk.row.as_ref().map(|row| row.reference.as_str()),
        law: &desk.law,
        registry: &desk.registry,
        dossier: &desk.dossier,
        people,
        words: app.words.speaker(lang_of(language)),
        issued,
        copy,
        signer: &desk.actor,
        today: desk.today,
        public_url: &app.config.public_url,
        demo: app.config.demo,
    };
    press.document(kind)
}

/// Names of everybody in the case who has an account.
pub async fn names(app: &Shared, case: &CaseFile) -> Result<HashMap<String, Named>, Trouble> {
    let mut ids: Vec<String> = case.facts.iter().map(|f| f.by.user.clone()).collect();
    ids.extend(case.executors().iter().map(|p| p.user.clone()));
    ids.extend(case.plan().iter().flat_map(|p| &p.items).flat_map(|i| &i.executors).map(|p| p.user.clone()));
    for fact in &case.facts {
        match &fact.what {
            FactKind::InspectionDrafted(appointment) => ids.extend(appointment.officers.iter().map(|p| p.user.clone())),
            FactKind::OfficersChanged(change) => {
                ids.extend(change.before.iter().chain(&change.officers).map(|p| p.user.clone()));
            }
            _ => {}
        }
    }
    ids.sort();
    ids.dedup();
    let mut names = HashMap::new();
    for id in ids.into_iter().filter(|id| !id.is_empty()) {
        if let Some(user) = store::users::get(&app.db, &id).await? {
            names.insert(id, Named::of(&user));
        }
    }
    Ok(names)
}
