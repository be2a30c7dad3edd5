//! The document that a step issues: its number, its drawing in both languages, its digests.

use std::collections::HashMap;

use documents::Language;
use law::case::{CaseFile, DocumentKind, DocumentRef, fact::hex, step::Freeze};
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
    let empty = String::new;
    match freeze {
        Freeze::Next(kind) => {
            let last = desk.case.document(kind).map(|last| DocumentRef {
                version: last.version + 1,
                digest_kk: empty(),
                digest_ru: empty(),
                ..last.clone()
            });
            Ok((last, None))
        }
        Freeze::New(kind) => {
            let body = issuer(&desk.case, kind).to_owned();
            let year = desk.today.year();
            let number = store::numbers::next(&app.db, &body, kind.series(), year).await?;
            let document = DocumentRef {
                kind,
                number,
                on: desk.today,
                version: 1,
                code: app.random_word(10),
                digest_kk: empty(),
                digest_ru: empty(),
            };
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

/// Draws the document in both languages and takes its digests.
pub(super) async fn draw(
    app: &Shared,
    desk: &Desk,
    document: DocumentRef,
) -> Result<(DocumentRef, [Drawn; 2]), Trouble> {
    let people = names(app, &desk.case).await?;
    let papers = Language::ALL.map(|language| paper(app, desk, Some(&document), document.kind, &people, language));
    let drawn = tokio::task::spawn_blocking(move || -> Result<Vec<Drawn>, documents::Error> {
        papers
            .into_iter()
            .zip(Language::ALL)
            .map(|(paper, language)| {
                let paper = paper.ok_or_else(|| documents::Error::Template {
                    kind: "none",
                    message: "the case has no such document".into(),
                })?;
                let pdf = documents::pdf(&paper, language)?;
                Ok(Drawn { digest: hex(&Sha256::digest(&pdf)), data: serde_json::to_string(&paper)?, pdf })
            })
            .collect()
    })
    .await
    .expect("drawing does not panic")?;
    let [kk, ru]: [Drawn; 2] = drawn.try_into().unwrap_or_else(|_| unreachable!("two languages were drawn"));
    Ok((DocumentRef { digest_kk: kk.digest.clone(), digest_ru: ru.digest.clone(), ..document }, [kk, ru]))
}

/// A document drawn in one language.
pub struct Drawn {
    pub pdf: Vec<u8>,
    pub data: String,
    pub digest: String,
}

/// The data of a document in one language.
pub fn paper(
    app: &Shared,
    desk: &Desk,
    issued: Option<&DocumentRef>,
    kind: DocumentKind,
    people: &HashMap<String, Named>,
    language: Language,
) -> Option<documents::Document> {
    let press = Press {
        case: &desk.case,
        law: &desk.law,
        registry: &desk.registry,
        people,
        words: app.words.speaker(lang_of(language)),
        issued,
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
