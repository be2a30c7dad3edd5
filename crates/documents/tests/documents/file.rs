//! The file and its pages, whatever the document.

use crate::paper::{holds, lacks, pages, squeeze, text};
use documents::{Document, Language, pdf, sample, svg_pages};
use lopdf::{Document as Pdf, Object};
use serde_json::Value;
use std::collections::HashSet;

/// Every sample, variants of a kind included.
fn samples() -> impl Iterator<Item = (Document, Language)> {
    let of = |language| sample::all(language).into_iter().chain(sample::external(language));
    Language::ALL.into_iter().flat_map(move |language| of(language).map(move |document| (document, language)))
}

/// One sample of every kind.
fn every() -> impl Iterator<Item = (Document, Language)> {
    let mut seen = HashSet::new();
    samples().filter(move |(document, language)| seen.insert((document.kind(), *language)))
}

#[test]
fn the_same_data_give_the_same_bytes() {
    for (document, language) in every() {
        let first = pdf(&document, language).expect("set");
        let frozen = serde_json::to_string(&document).expect("written");
        let thawed: Document = serde_json::from_str(&frozen).expect("read");
        assert_eq!(thawed, document);
        assert!(first == pdf(&thawed, language).expect("set again"), "{} differs", document.kind());
    }
}

#[test]
fn every_kind_is_written_with_its_name() {
    for (document, _) in every() {
        assert_eq!(serde_json::to_value(&document).expect("written")["kind"], document.kind());
    }
}

#[test]
fn nothing_entered_is_lost() {
    for (document, language) in samples() {
        let text = text(&document, language);
        let mut value = serde_json::to_value(&document).expect("written");
        value["head"]["body"].as_object_mut().expect("a body").retain(|key, _| key == "name");
        if !document.kind().starts_with("order") && document.kind() != "more_time_decision" {
            value["head"]["place_other"] = Value::Null; // only the bilingual blank of an order or a decision has both
        }
        look(&text, "", &value, document.kind());
    }
}

pub fn look(text: &str, key: &str, value: &Value, kind: &str) {
    match value {
        // A variant of an enum is named in plain Latin letters; what people enter is not.
        Value::String(entered) if !entered.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') => {
            // «To the head of» a body: its name is declined, in Russian in its first word.
            let (_, rest) = entered.split_once(' ').filter(|_| key == "body").unwrap_or(("", entered));
            let lines: Vec<String> = rest.lines().map(squeeze).collect();
            let found =
                lines.iter().all(|line| text.contains(line) || spelled(line).iter().any(|date| text.contains(date)));
            assert!(found, "{kind}: «{entered}» ({key}) is not on the paper:\n{text}");
        }
        Value::Array(items) => items.iter().for_each(|item| look(text, key, item, kind)),
        Value::Object(fields) => fields.iter().for_each(|(key, item)| look(text, key, item, kind)),
        _ => {}
    }
}

/// A date as prose has it, in both languages.
fn spelled(on: &str) -> Vec<String> {
    const KK: [&str; 12] = [
        "қаңтар",
        "ақпан",
        "наурыз",
        "сәуір",
        "мамыр",
        "маусым",
        "шілде",
        "тамыз",
        "қыркүйек",
        "қазан",
        "қараша",
        "желтоқсан",
    ];
    const RU: [&str; 12] = [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];
    let numbers: Vec<usize> = on.split('.').filter_map(|part| part.parse().ok()).collect();
    let [day, month, year] = numbers[..] else {
        return Vec::new();
    };
    vec![format!("{year}жылғы{day}{}", KK[month - 1]), format!("{day}{}{year}года", RU[month - 1])]
}

#[test]
fn kazakh_letters_can_be_read_back() {
    let letters = "әғқңөұүһі";
    let mut act = sample::act(Language::Kk);
    act.analysis = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі".into();
    holds(&text(&Document::Act(act), Language::Kk), &[&letters.chars().flat_map(|c| [c, c]).collect::<String>()]);
}

#[test]
fn fonts_are_in_the_file() {
    for (document, language) in every() {
        let file = Pdf::load_mem(&pdf(&document, language).expect("set")).expect("read");
        let dictionaries = file.objects.values().filter_map(|object| object.as_dict().ok());
        let fonts: Vec<_> = dictionaries.filter(|d| d.has_type(b"FontDescriptor")).collect();
        assert!(!fonts.is_empty());
        assert!(fonts.iter().all(|font| font.has(b"FontFile2") || font.has(b"FontFile3")));
    }
}

#[test]
fn the_file_is_tagged_archival_and_knows_its_language_and_title() {
    for (document, language) in every() {
        let file = Pdf::load_mem(&pdf(&document, language).expect("set")).expect("read");
        let catalog = file.catalog().expect("a catalog");
        let spoken = catalog.get(b"Lang").and_then(Object::as_str).expect("a language");
        assert!(spoken.starts_with(language.code().as_bytes()));
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"OutputIntents"));
        let metadata = catalog.get(b"Metadata").and_then(Object::as_reference).expect("metadata");
        let stream = file.get_object(metadata).and_then(Object::as_stream).expect("a stream");
        let xmp = String::from_utf8(stream.get_plain_content().expect("plain")).expect("UTF-8");
        for expected in [
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
            document.head().number.as_deref().expect("a number"),
        ] {
            assert!(xmp.contains(expected), "{expected} is not in {xmp}");
        }
    }
}

#[test]
fn every_page_has_its_number_and_the_code() {
    for (document, language) in every() {
        let pages = pages(&document, language);
        for (page, n) in pages.iter().zip(1..) {
            let code = document.head().code.as_deref().expect("a code");
            holds(page, &[&format!("{n} / {}", pages.len()), code, "sapa.example.kz/v"]);
        }
    }
}

#[test]
fn drafts_and_demonstrations_say_so_on_every_page() {
    for (document, language) in every() {
        let (draft, demo) =
            if language == Language::Kk { ("ЖОБА", "ДЕМО") } else { ("ПРОЕКТ", "ДЕМО") };
        lacks(&pages(&document, language)[0], draft);
        for page in pages(&sample::draft(document.clone()), language) {
            holds(&page, &[draft, demo]);
        }
        let mut real = document;
        real.head_mut().demo = false;
        lacks(&text(&real, language), demo);
    }
}

#[test]
fn a_signature_never_stands_alone_on_its_page() {
    for lines in 0..8 {
        let mut order = sample::order(Language::Kk);
        order.matter += &" және оларды қарау мерзімдерінің сақталуы".repeat(lines);
        let pages = pages(&Document::Order(order), Language::Kk);
        holds(pages.last().expect("a page"), &["қолданысқа енгізіледі.", "Жүйеде қол қойылды"]);
    }
}

#[test]
fn long_texts_break_over_pages() {
    let mut act = sample::act(Language::Kk);
    let before = pages(&Document::Act(act.clone()), Language::Kk).len();
    act.analysis = "Басқарма мемлекеттік қызметтер көрсетеді. ".repeat(400) + "Соңғы сөйлем.";
    act.violations[0].description = "Мерзім бұзылған, ".repeat(300) + "соңғы дәлел";
    let after = pages(&Document::Act(act), Language::Kk);
    assert!(after.len() > before + 4);
    holds(&after.concat(), &["Соңғы сөйлем.", "соңғы дәлел", "13) Бақылау іс-шарасын жүргізген"]);
}

#[test]
fn what_people_type_is_text_and_never_markup() {
    let mut act = sample::act(Language::Kk);
    let typed = "#panic(\"x\") *жұлдыз* $a$ _b_ <c> @d = e // f \\ № 5";
    act.analysis = format!("{typed}\r\nекінші 😀 абзац\tсоңы\u{7}");
    let document = Document::Act(act);
    holds(&text(&document, Language::Kk), &[typed, "екінші □ абзац соңы"]);
}

#[test]
fn previews_have_the_pages_of_the_file() {
    for (document, language) in every() {
        let previews = svg_pages(&document, language).expect("drawn");
        assert_eq!(previews.len(), pages(&document, language).len());
        assert!(previews.iter().all(|page| page.starts_with("<svg")));
    }
}
