//! The Kazakh labels of forms 1-мқ and 2-мқ are those of the annexes, word for word. The fixture is the text of the annexes
//! as it was published, with the breaks of its pages.

use law::{ch3_reports::FormId, edition::Edition};
use sapa::words::{Lang, Words};

const ANNEXES: &str = include_str!("fixtures/annexes-kk.txt");

/// The text without the breaks that pages and columns have put into it.
fn packed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The annex of a form: 1-мқ comes first, 2-мқ after it.
fn annex(form: FormId) -> String {
    let second = ANNEXES.find("индексі: 2-мқ").expect("annex 2");
    let third = ANNEXES.find("индексі: 3-мқ").expect("annex 3");
    let begin = ANNEXES[..second].rfind("Ұсынылады:").expect("the head of annex 2");
    packed(match form {
        FormId::Central => &ANNEXES[..begin],
        _ => &ANNEXES[begin..third],
    })
}

/// The rows of an annex from one number to the next, in the order of the form: the number may stand inside its label.
fn labels(form: FormId) -> Vec<(String, String)> {
    let words = Words::load().speaker(Lang::Kk);
    let definition = form.form(Edition::JULY_2021);
    let row = |r: &law::ch3_reports::form::Row| (r.number.to_owned(), words.t(&format!("form-{form}-row-{}", r.key())));
    definition.rows.iter().map(row).collect()
}

#[test]
fn p60_the_rows_are_called_as_in_the_annexes() {
    for form in [FormId::Central, FormId::Local] {
        let text = annex(form);
        let mut from = 0;
        for (number, label) in labels(form) {
            let wanted = packed(&label);
            // A number that the page set into the middle of its label.
            let found = text[from..].find(&wanted).map(|at| (at, wanted.len())).or_else(|| {
                let marks = [format!("{number}."), number.clone()];
                (1..wanted.len()).filter(|at| wanted.is_char_boundary(*at)).find_map(|at| {
                    let (a, b) = wanted.split_at(at);
                    marks.iter().find_map(|m| {
                        let whole = format!("{a}{m}{b}");
                        text[from..].find(&whole).map(|place| (place, whole.len()))
                    })
                })
            });
            let (at, long) =
                found.unwrap_or_else(|| panic!("{form} {number}: {label:?} is not in the annex, or not here"));
            from += at + long;
        }
    }
}

#[test]
fn p61_titles_sections_and_notes_are_those_of_the_annexes() {
    let words = Words::load().speaker(Lang::Kk);
    for form in [FormId::Central, FormId::Local] {
        let text = annex(form);
        let definition = form.form(Edition::JULY_2021);
        let mut keys =
            vec!["title".to_owned(), "index".to_owned(), "reporters".to_owned(), "due".to_owned(), "data".to_owned()];
        keys.extend(definition.sections.iter().map(|s| format!("section-{}", s.replace('.', "-"))));
        keys.extend(definition.rows.iter().filter(|r| r.lines().is_some()).map(|r| format!("lines-{}", r.key())));
        for key in keys {
            let label = words.t(&format!("form-{form}-{key}"));
            assert!(text.contains(&packed(&label)), "{form} {key}: {label:?}");
        }
        // Headings of the note: the text has them in the middle of a sentence, some in another case.
        for (part, points) in definition.analysis {
            for point in 1..=*points {
                let heading = packed(&words.t(&format!("form-{form}-analysis-{part}-{point}")));
                let stem: String = heading.chars().skip(1).take(40).collect();
                assert!(text.contains(&stem), "{form} {part}-{point}: {heading}");
            }
        }
    }
}

#[test]
fn p62_forms_3_and_4_are_called_as_in_the_annexes() {
    let words = Words::load().speaker(Lang::Kk);
    let text = packed(ANNEXES);
    for form in [FormId::Corporation, FormId::Electronic] {
        let title = words.t(&format!("form-{form}-title"));
        assert!(text.contains(&packed(&title)), "{form}: {title}");
        assert_eq!(words.t(&format!("form-{form}-index")), form.index());
    }
}
