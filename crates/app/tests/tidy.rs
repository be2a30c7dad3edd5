//! House rules as tests, so that nobody has to remember them.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use law::paragraphs::{self, Place};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().parent().unwrap().into()
}

/// A file of the workspace: its path from the root, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The text without its tests.
    fn product(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|e| e.unwrap().path()) {
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
            collect(&path, ending, found);
        } else if path.extension().is_some_and(|e| e == ending) {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            found.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
}

fn sources(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "{folder}/**.{ending}");
    found
}

/// What the product is built from; measurements are a tool.
fn product() -> impl Iterator<Item = Source> {
    sources("crates", "rs").into_iter().filter(|s| s.path.contains("/src/") && !s.path.starts_with("crates/bench/"))
}

/// Lines that break a rule.
#[track_caller]
fn none(rule: &str, wrong: impl IntoIterator<Item = String>) {
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{rule}:\n{}", wrong.join("\n"));
}

/// Where one of these texts stands.
fn lines_with<'a>(path: &'a str, text: &'a str, sought: &'a [&'a str]) -> impl Iterator<Item = String> + 'a {
    let lines = text.lines().enumerate().filter(|(_, line)| sought.iter().any(|s| line.contains(s)));
    lines.map(move |(at, line)| format!("{path}:{}: {}", at + 1, line.trim()))
}

#[test]
fn sql_is_in_the_store_only() {
    let sql = ["SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", " SET $", "sqlx::"];
    let elsewhere = product().filter(|s| !s.path.starts_with("crates/store/"));
    none(
        "SQL outside crates/store",
        elsewhere.flat_map(|s| lines_with(&s.path, s.product(), &sql).collect::<Vec<_>>()),
    );
}

#[test]
fn clock_environment_and_entropy_come_in_through_main() {
    const ALLOWED: &[&str] = &["crates/app/src/main.rs", "crates/app/src/config.rs", "crates/app/src/cli/demo.rs"];
    let touched = ["Timestamp::now", "SystemTime::now", "Zoned::now", "now_utc", "env::var", "getrandom::", "rand::"];
    let elsewhere = product().filter(|s| !ALLOWED.contains(&s.path.as_str()));
    none(
        "clock, environment or entropy",
        elsewhere.flat_map(|s| lines_with(&s.path, s.product(), &touched).collect::<Vec<_>>()),
    );
}

/// A status is chosen in `web/error.rs` and `web/api/problem.rs`; these show a page with what was typed, or answer operators.
#[test]
fn a_status_is_chosen_in_one_place() {
    const ALLOWED: &[&str] = &[
        "account.rs",
        "admin/",
        "api/problem.rs",
        "api/steps.rs",
        "auth.rs",
        "bodies/import.rs",
        "error.rs",
        "health.rs",
        "posted.rs",
        "public.rs",
        "reports/import.rs",
        "rules.rs",
        "rules/",
        "step.rs",
        "step/",
    ];
    let elsewhere = product().filter(|s| {
        let handler = s.path.strip_prefix("crates/app/src/web/").unwrap_or(&s.path);
        !ALLOWED.iter().any(|allowed| handler == *allowed || allowed.ends_with('/') && handler.starts_with(allowed))
    });
    none(
        "an HTTP status",
        elsewhere.flat_map(|s| lines_with(&s.path, s.product(), &["StatusCode::"]).collect::<Vec<_>>()),
    );
}

/// What a person reads is in `locales`; here are names of languages, the demo's own data, and samples.
#[test]
fn words_for_people_are_in_the_locales() {
    const ALLOWED: &[&str] = &[
        "crates/app/src/cli/demo.rs",
        "crates/app/src/cli/nation.rs",
        "crates/app/src/cli/nation/people.rs",
        "crates/app/src/cli/nation/registry.rs",
        "crates/app/src/cli/plausible.rs",
        "crates/app/src/cli/report_stories.rs",
        "crates/app/src/cli/external_past.rs",
        "crates/app/src/cli/external_stories.rs",
        "crates/app/src/cli/stories.rs",
        "crates/app/src/excel/words.rs",
        "crates/app/src/web/api/samples.rs",
        "crates/app/src/web/bodies/import.rs",
    ];
    let cyrillic = |line: &str| line.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c));
    let mut wrong = Vec::new();
    let code = product().filter(|s| s.path.starts_with("crates/app/src/") && !ALLOWED.contains(&s.path.as_str()));
    for source in code {
        let lines = source.product().lines().enumerate();
        let said = lines.filter(|(_, l)| cyrillic(l) && !l.trim_start().starts_with("//"));
        wrong.extend(said.map(|(at, line)| format!("{}:{}: {}", source.path, at + 1, line.trim())));
    }
    for source in sources("crates/app/templates", "html") {
        let lines =
            source.text.lines().enumerate().map(|(at, l)| (at, l.replace("Қазақша", "").replace("Русский", "")));
        let said = lines.filter(|(_, l)| cyrillic(l) && !l.trim_start().starts_with("{#"));
        wrong.extend(said.map(|(at, line)| format!("{}:{}: {}", source.path, at + 1, line.trim())));
    }
    none("words outside crates/app/locales", wrong);
}

#[test]
fn both_engines_have_the_same_migrations() {
    let names = |engine: &str| -> BTreeSet<String> {
        let found = sources(&format!("crates/store/migrations/{engine}"), "sql");
        found.into_iter().map(|s| s.path.rsplit('/').next().unwrap().to_owned()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let long = sources("crates", "rs").into_iter().filter_map(|s| {
        let most = if s.path.contains("/tests/") { 600 } else { 400 };
        let lines = s.text.lines().count();
        (lines > most).then(|| format!("{}: {lines} lines", s.path))
    });
    none("too long", long);
}

#[test]
fn every_crate_keeps_the_rules_of_the_workspace() {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(workspace.contains("unsafe_code = \"forbid\""));
    for manifest in sources("crates", "toml").into_iter().filter(|s| s.path.ends_with("/Cargo.toml")) {
        assert!(manifest.text.contains("[lints]\nworkspace = true"), "{}: unsafe code is not forbidden", manifest.path);
    }
}

#[test]
fn nothing_is_left_for_later_in_the_code() {
    let left = [
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("dbg", "!("),
        concat!("#[ig", "nore]"),
        concat!("FIX", "ME"),
    ];
    none(
        "left undone",
        sources("crates", "rs").iter().flat_map(|s| lines_with(&s.path, &s.text, &left).collect::<Vec<_>>()),
    );
}

/// Architecture, invariant 4.
#[test]
fn every_paragraph_lives_somewhere() {
    let law: Vec<Source> = sources("crates/law/src", "rs");
    let all: String = law.iter().map(|s| s.text.as_str()).collect();
    let numbers: Vec<u8> = paragraphs::ALL.iter().map(|p| p.number).collect();
    assert_eq!(numbers, (1..=65).collect::<Vec<_>>());
    let marked = |number: u8| {
        let mark = format!("§{number}");
        let single =
            all.match_indices(&mark).any(|(at, _)| !all[at + mark.len()..].starts_with(|c: char| c.is_ascii_digit()));
        single || spans(&all).any(|(from, to)| (from..=to).contains(&number))
    };
    for paragraph in paragraphs::ALL {
        let number = paragraph.number;
        match paragraph.place {
            Place::Code(modules) => {
                assert!(marked(number), "§{number} is said to be in code, and no item is marked with it");
                let there = |m: &&str| {
                    root().join(format!("crates/law/src/{m}")).exists()
                        || root().join(format!("crates/law/src/{m}.rs")).exists()
                };
                assert!(modules.iter().all(there), "§{number}: {modules:?}");
            }
            Place::Later(topic) => assert!(!topic.is_empty()),
            Place::NoCode(key) => assert!(!key.is_empty()),
        }
    }
    let tested = |number: u8| all.contains(&format!("fn p{number:02}_"));
    let untested = paragraphs::ALL.iter().filter(|p| matches!(p.place, Place::Code(_)) && !tested(p.number));
    none("paragraphs in code without a test", untested.map(|p| format!("§{}", p.number)));
    assert!((37..=56).all(tested), "internal control is built, paragraph by paragraph");
}

/// «§54–55», «§41-42».
fn spans(text: &str) -> impl Iterator<Item = (u8, u8)> {
    text.match_indices('§').filter_map(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        let (from, rest) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
        let rest = rest.strip_prefix('–').or_else(|| rest.strip_prefix('-'))?;
        let to = &rest[..rest.find(|c: char| !c.is_ascii_digit())?];
        Some((from.parse().ok()?, to.parse().ok()?))
    })
}

#[test]
fn locales_can_be_read() {
    for language in ["kk", "ru", "en"] {
        for file in sources(&format!("crates/app/locales/{language}"), "ftl") {
            assert!(fluent_bundle::FluentResource::try_new(file.text).is_ok(), "{}", file.path);
        }
    }
}

#[test]
fn the_architecture_fits_on_one_page() {
    let Ok(text) = fs::read_to_string(root().join("ARCHITECTURE.md")) else { return };
    assert!(text.lines().count() <= 120, "ARCHITECTURE.md is longer than a page");
}
