//! The spelling of every Kazakh and Russian word that people read: locales and document templates, by hunspell with Debian's
//! dictionaries and the words of our trade in `locales/words-kk.txt` and `words-ru.txt`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Letters that only Kazakh has.
const KAZAKH: &str = "әғқңөұүһі";

/// Words with the places where they stand.
type Found = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).into()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut found: Vec<_> =
        entries.map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    found.sort();
    found
}

fn cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

/// The Cyrillic words of a text; the parts of a hyphenated word one by one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_alphabetic() || c == '\u{301}'));
    parts.filter(|w| w.chars().all(cyrillic) && w.chars().count() > 1)
}

/// The values of a Fluent file: without keys, comments and what stands in braces, but with the variants of a choice.
fn values(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let value = if line.starts_with(' ') { line } else { line.split_once('=').map_or("", |(_, value)| value) };
        let mut depth = 0;
        for c in value.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth < 1 => out.push(c),
                _ => {}
            }
        }
        out.push('\n');
    }
    out
}

fn add(found: &mut Found, place: &Path, text: &str, wanted: impl Fn(&str) -> bool) {
    let name = place.strip_prefix(root().parent().unwrap()).unwrap_or(place).display().to_string();
    for word in words(text).filter(|w| wanted(w)) {
        found.entry(word.to_owned()).or_default().insert(name.clone());
    }
}

fn listed(language: &str) -> BTreeSet<String> {
    let path = root().join(format!("locales/words-{language}.txt"));
    fs::read_to_string(path).unwrap().lines().map(|l| l.trim().to_lowercase()).filter(|l| !l.is_empty()).collect()
}

/// Those of the words that the dictionary does not know.
fn unknown<'a>(dictionary: &str, package: &str, words: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let run = Command::new("hunspell")
        .args(["-d", dictionary, "-i", "UTF-8", "-l"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut run = run.unwrap_or_else(|e| panic!("hunspell does not start ({e}): apt-get install hunspell {package}"));
    let mut input = run.stdin.take().unwrap();
    let text = words.collect::<Vec<_>>().join("\n") + "\n";
    let writing = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let done = run.wait_with_output().unwrap();
    let _ = writing.join().unwrap();
    let trouble = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && trouble.is_empty(), "{trouble}: apt-get install hunspell {package}");
    String::from_utf8(done.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn check(language: &str, dictionary: &str, package: &str, found: &Found) {
    let known = listed(language);
    let doubted = unknown(dictionary, package, found.keys().map(String::as_str));
    let wrong: Vec<String> = doubted
        .iter()
        .filter(|word| !known.contains(&word.to_lowercase()))
        .map(|word| format!("{word} ({})", found[word].iter().cloned().collect::<Vec<_>>().join(", ")))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} words of {language} are in no dictionary: mend them, or add what is right to crates/app/locales/words-{language}.txt:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Whether hunspell knows its dictionaries at all: one word that is right, one that is wrong.
fn works(dictionary: &str, package: &str, right: &str, wrong: &str) {
    let doubted = unknown(dictionary, package, [right, wrong].into_iter());
    assert_eq!(doubted.into_iter().collect::<Vec<_>>(), [wrong], "{package} is broken");
}

#[test]
fn kazakh_words_are_spelled_right() {
    works("kk_KZ", "hunspell-kk", "мемлекет", "мемлект");
    let mut found = Found::new();
    for path in files(&root().join("locales/kk"), "ftl") {
        add(&mut found, &path, &values(&fs::read_to_string(&path).unwrap()), |_| true);
    }
    let kazakh = |word: &str| word.to_lowercase().contains(|c| KAZAKH.contains(c));
    for path in files(&root().join("../documents/templates"), "typ") {
        add(&mut found, &path, &fs::read_to_string(&path).unwrap(), kazakh);
    }
    check("kk", "kk_KZ", "hunspell-kk", &found);
}

#[test]
fn russian_words_are_spelled_right() {
    works("ru_RU", "hunspell-ru", "государство", "гасударство");
    let mut found = Found::new();
    for path in files(&root().join("locales/ru"), "ftl") {
        add(&mut found, &path, &values(&fs::read_to_string(&path).unwrap()), |_| true);
    }
    check("ru", "ru_RU", "hunspell-ru", &found);
}

/// A word of a template without a letter that only Kazakh has may be of either language.
#[test]
fn words_of_templates_are_of_one_of_the_two_languages() {
    let kazakh = |word: &str| word.to_lowercase().contains(|c| KAZAKH.contains(c));
    let mut found = Found::new();
    for path in files(&root().join("../documents/templates"), "typ") {
        add(&mut found, &path, &fs::read_to_string(&path).unwrap(), |word| !kazakh(word));
    }
    let not_russian = unknown("ru_RU", "hunspell-ru", found.keys().map(String::as_str));
    let neither = unknown("kk_KZ", "hunspell-kk", not_russian.iter().map(String::as_str));
    let (kk, ru) = (listed("kk"), listed("ru"));
    let wrong: Vec<&String> =
        neither.iter().filter(|w| !kk.contains(&w.to_lowercase()) && !ru.contains(&w.to_lowercase())).collect();
    assert!(wrong.is_empty(), "in no dictionary: {wrong:?}");
}

/// «а» and «a» look alike: a word of both alphabets is a slip that no reader sees and no search finds.
#[test]
fn no_word_mixes_latin_and_cyrillic_letters() {
    let mut wrong = BTreeSet::new();
    let folders = [
        ("locales/kk", "ftl"),
        ("locales/ru", "ftl"),
        ("locales/en", "ftl"),
        ("../documents/templates", "typ"),
        ("demo", "csv"),
    ];
    for path in folders.into_iter().flat_map(|(folder, ending)| files(&root().join(folder), ending)) {
        let text = fs::read_to_string(&path).unwrap();
        let mixed = |w: &&str| w.chars().any(cyrillic) && w.chars().any(|c| c.is_ascii_alphabetic());
        wrong.extend(
            text.split(|c: char| !c.is_alphabetic()).filter(mixed).map(|w| format!("{w} in {}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
