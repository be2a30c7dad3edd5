//! Every word a person reads lives in `locales`; a key that any language lacks fails the build.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

#[expect(clippy::disallowed_methods, reason = "cargo speaks through the environment")]
fn main() {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    for watched in ["locales", "templates", "src", "../law/src"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let mut wrong = Vec::new();
    let all: BTreeMap<&str, BTreeMap<String, BTreeSet<String>>> =
        LANGUAGES.into_iter().map(|l| (l, messages(&root.join("locales").join(l), &mut wrong))).collect();
    let every: BTreeSet<&String> = all.values().flat_map(BTreeMap::keys).collect();
    let needed: BTreeSet<String> = law::words::keys().into_iter().chain(used(&root)).collect();
    for (language, keys) in &all {
        let lacking = |key: &&String| !keys.contains_key(*key) && !key.ends_with("-hint");
        wrong.extend(every.iter().copied().filter(lacking).map(|key| format!("{language}: {key} is missing")));
        wrong.extend(
            needed
                .iter()
                .filter(|key| !keys.contains_key(*key))
                .map(|key| format!("{language}: {key} is used and missing")),
        );
        for (key, variables) in keys {
            if all["kk"].get(key).is_some_and(|kazakh| kazakh != variables) {
                wrong.push(format!("{language}: {key} has other variables than in Kazakh"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "\n{} faults in locales:\n{}\n", wrong.len(), wrong.join("\n"));
    let files: Vec<String> =
        LANGUAGES.iter().map(|l| format!("(\"{l}\", &[{}])", includes(&root.join("locales").join(l)))).collect();
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("locales.rs"), format!("[{}]", files.join(", "))).expect("the target folder can be written");
}

fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            files(&path, endings, found);
        } else if path.extension().and_then(|e| e.to_str()).is_some_and(|e| endings.contains(&e)) {
            found.push(path);
        }
    }
    found.sort();
}

fn includes(folder: &Path) -> String {
    let mut found = Vec::new();
    files(folder, &["ftl"], &mut found);
    found.iter().map(|p| format!("include_str!({p:?})")).collect::<Vec<_>>().join(", ")
}

/// Messages of a language with the variables each uses.
fn messages(folder: &Path, wrong: &mut Vec<String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = Vec::new();
    files(folder, &["ftl"], &mut found);
    let mut messages = BTreeMap::new();
    for path in found {
        let text = fs::read_to_string(&path).expect("a locale file can be read");
        let resource = parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
            wrong.push(format!("{}: {errors:?}", path.display()));
            resource
        });
        for entry in resource.body {
            if let ast::Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    pattern_variables(pattern, &mut variables);
                }
                if messages.insert(message.id.name.to_owned(), variables).is_some() {
                    wrong.push(format!("{}: {} stands twice", path.display(), message.id.name));
                }
            }
        }
    }
    messages
}

fn pattern_variables(pattern: &ast::Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            match expression {
                ast::Expression::Inline(inline) => inline_variables(inline, found),
                ast::Expression::Select { selector, variants } => {
                    inline_variables(selector, found);
                    variants.iter().for_each(|v| pattern_variables(&v.value, found));
                }
            }
        }
    }
}

fn inline_variables(inline: &ast::InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|a| inline_variables(a, found));
        }
        _ => {}
    }
}

/// Keys that templates and sources name: `t("key")` and `say("key"`.
fn used(root: &Path) -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&root.join("templates"), &["html"], &mut found);
    files(&root.join("src"), &["rs", "html"], &mut found);
    let mut keys = BTreeSet::new();
    for path in found {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        for call in [".t(\"", ".say(\"", ".with(\"", "key!(\""] {
            for (at, _) in text.match_indices(call) {
                let rest = &text[at + call.len()..];
                if let Some(end) = rest.find('"') {
                    keys.insert(rest[..end].to_owned());
                }
            }
        }
    }
    keys
}
