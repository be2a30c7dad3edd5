//! Every page that somebody can come to, in three languages: no key in the place of its words, no value missing in a sentence.

use std::collections::{BTreeMap, BTreeSet};

use law::case::Procedure;
use sapa::words::Lang;
use serde_json::json;

use crate::support::{EXECUTOR, LEADER, OBJECT, UNIT_HEAD, Visitor, links, sqlite};

const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

/// Words with a hyphen that texts of a language hold, and first parts of keys.
struct Vocabulary {
    said: BTreeSet<String>,
    prefixes: BTreeSet<String>,
}

fn hyphenated(text: &str) -> impl Iterator<Item = &str> {
    // A login, an address, a name of a field of the API is one word, and none of ours.
    let words = text.split(|c: char| !(c.is_alphanumeric() || "-._/@".contains(c)));
    let words = words.map(|w| w.trim_matches(['-', '.']));
    words.filter(|w| w.contains('-') && w.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
}

impl Vocabulary {
    fn of(lang: Lang) -> Self {
        let mut vocabulary = Self { said: BTreeSet::new(), prefixes: BTreeSet::new() };
        for file in std::fs::read_dir(format!("{LOCALES}/{}", lang.code())).unwrap() {
            for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
                let (key, value) = match line.split_once(" =") {
                    Some((key, value)) if !line.starts_with([' ', '#']) => (key, value),
                    _ => ("", line),
                };
                if let Some((prefix, _)) = key.split_once('-') {
                    vocabulary.prefixes.insert(prefix.to_owned());
                }
                vocabulary.said.extend(hyphenated(value).map(str::to_owned));
            }
        }
        vocabulary
    }

    /// Keys that stand where their words should.
    fn raw<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        hyphenated(text).filter(|word| {
            let prefix = word.split('-').next().unwrap_or_default();
            self.prefixes.contains(prefix) && !self.said.contains(*word)
        })
    }
}

/// How many pages of a kind are looked at.
fn enough(path: &str) -> usize {
    let step = path.contains("/steps/");
    match path.split(['/', '?']).nth(1).unwrap_or_default() {
        "cases" if step => 60,
        "rules" => 12,
        "admin" => 12,
        "cases" => 30,
        _ => 4,
    }
}

/// Follows every link from the first page on.
async fn walk(visitor: &Visitor<'_>, lang: Lang, also: &[String]) -> usize {
    let vocabulary = Vocabulary::of(lang);
    visitor.get(&format!("/?lang={}", lang.code())).await.expect(200);
    let mut seen = BTreeSet::new();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut ahead: Vec<String> =
        also.iter().cloned().chain(["/".into(), "/public".into(), "/account".into()]).collect();
    let mut wrong = Vec::new();
    while let Some(path) = ahead.pop() {
        if path.contains("lang=")
            || path.contains("/files/")
            || path.ends_with(".pdf")
            || path.ends_with(".json")
            || !seen.insert(path.clone())
        {
            continue;
        }
        let kind = path.split(['/', '?']).nth(1).unwrap_or_default().to_owned()
            + if path.contains("/steps/") { "/steps" } else { "" };
        let count = kinds.entry(kind).or_default();
        *count += 1;
        if *count > enough(&path) {
            continue;
        }
        let answer = visitor.get(&path).await;
        let status = answer.status.as_u16();
        if status == 303 || !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let known = also.contains(&path) && [403, 404, 409, 422].contains(&status);
        let html = answer.html();
        let text = answer.text();
        if !(known || status == 200 || (status == 409 && path.contains("/steps/"))) {
            wrong.push(format!("{path}: {status}"));
        }
        if !html.contains(&format!("<html lang=\"{}\"", lang.code())) || html.matches("<h1").count() != 1 {
            wrong.push(format!("{path}: no page of this language with one heading"));
        }
        if text.contains("{$") || text.contains("{ $") {
            wrong.push(format!("{path}: a value is missing in a sentence"));
        }
        // The page of the API names the answers that may be chosen.
        let answers = |word: &&str| law::words::CHOICES.iter().any(|(_, values)| values.contains(word));
        let raw: BTreeSet<&str> = vocabulary.raw(&text).filter(|word| path != "/api" || !answers(word)).collect();
        if !raw.is_empty() {
            wrong.push(format!("{path}: {raw:?}"));
        }
        ahead.extend(links(&html));
    }
    assert!(wrong.is_empty(), "{} as {}:\n{}", lang.code(), visitor.grant, wrong.join("\n"));
    seen.len()
}

/// Pages that no link leads to: each step, in its own or the wrong moment, each reckoning, and what cannot be found.
async fn unlinked(visitor: &Visitor<'_>, case: &str) -> Vec<String> {
    let desk = visitor.product.desk(&visitor.grant, case).await;
    let mut paths: Vec<String> =
        desk.case.procedure.steps().iter().map(|s| format!("/cases/{case}/steps/{}", s.id())).collect();
    paths.extend(desk.case.duties(&desk.law).iter().map(|d| format!("/cases/{case}/duties/{}/why", d.key)));
    paths.extend(desk.case.documents().map(|d| format!("/v/{}", d.code)));
    paths.extend(["/nowhere", "/cases/none", "/v/none", "/admin/users"].map(str::to_owned));
    paths
}

async fn every_page(lang: Lang) {
    let product = sqlite().await;
    product.step(UNIT_HEAD, "plan1", "open-plan", json!({"year": 2025})).await.unwrap();
    product.step(UNIT_HEAD, "plan1", "add-plan-item", json!({})).await.unwrap();
    product.step(LEADER, "plan1", "approve-plan", json!({})).await.unwrap();
    product.until("new1", "draft-order").await;
    product.until("case2", "start-event").await;
    let start = product.app.clock.today();
    product.until("case1", "submit-action-plan").await;
    assert!(product.app.clock.today() >= start);
    let leader = Visitor::persona(&product, LEADER).await;
    let head = Visitor::persona(&product, UNIT_HEAD).await;
    let executor = Visitor::persona(&product, EXECUTOR).await;
    let object = Visitor::persona(&product, OBJECT).await;
    let administrator = Visitor::persona(&product, "agency.admin.administrator").await;
    let mut pages = 0;
    pages += walk(&leader, lang, &unlinked(&leader, "new1").await).await;
    pages += walk(&head, lang, &unlinked(&head, "plan1").await).await;
    pages += walk(&executor, lang, &unlinked(&executor, "case2").await).await;
    pages += walk(&object, lang, &unlinked(&object, "case1").await).await;
    pages +=
        walk(&administrator, lang, &["/bodies".into(), "/services".into(), "/calendar".into(), "/api".into()]).await;
    let opening = Procedure::ALL.map(|p| format!("/open/{}", p.word()));
    pages += walk(&head, lang, &opening).await;
    let anybody = Visitor::anybody(&product).await;
    for path in ["/sign-in", "/public", "/rules", "/calendar"] {
        let page = anybody.get(&format!("{path}?lang={}", lang.code())).await;
        let raw: Vec<String> = Vocabulary::of(lang).raw(&page.text()).map(str::to_owned).collect();
        assert!(raw.is_empty(), "{path}: {raw:?}");
    }
    assert!(pages > 150, "{pages}");
    product.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_kazakh() {
    every_page(Lang::Kk).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_russian() {
    every_page(Lang::Ru).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_english() {
    every_page(Lang::En).await;
}
