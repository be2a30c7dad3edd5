//! Reading a PDF back.

use documents::{Document, Language, pdf};
use lopdf::Document as Pdf;

/// The text of a document, page by page, without whitespace and case: lines break where they like.
pub fn pages(document: &Document, language: Language) -> Vec<String> {
    pages_of(&pdf(document, language).expect("the document is set"))
}

pub fn pages_of(bytes: &[u8]) -> Vec<String> {
    let file = Pdf::load_mem(bytes).expect("the file is a PDF");
    let numbers: Vec<u32> = file.get_pages().into_keys().collect();
    numbers.into_iter().map(|n| squeeze(&file.extract_text(&[n]).expect("the page has text"))).collect()
}

pub fn text(document: &Document, language: Language) -> String {
    pages(document, language).concat()
}

pub fn squeeze(text: &str) -> String {
    let visible = |c: &char| !c.is_whitespace() && *c != '\u{200b}' && *c != '\u{ad}';
    text.to_lowercase().chars().filter(visible).collect()
}

/// Fails with the phrase that is missing.
pub fn holds(text: &str, phrases: &[&str]) {
    for phrase in phrases {
        assert!(text.contains(&squeeze(phrase)), "«{phrase}» is missing from:\n{text}");
    }
}

pub fn lacks(text: &str, phrase: &str) {
    assert!(!text.contains(&squeeze(phrase)), "«{phrase}» should not be in:\n{text}");
}
