//! Services and providers by what a person writes: the code, the name, or both as the list shows them.

use std::collections::{HashMap, HashSet};

use super::{Named, words::plain};

/// Between code and name.
pub(super) const DASH: &str = " – ";

/// As the list of the workbook shows it.
pub(super) fn shown((code, name): &Named) -> String {
    if name.is_empty() || name == code { code.clone() } else { format!("{code}{DASH}{name}") }
}

pub(super) struct Names {
    /// Nobody knows them: any word is taken as a code.
    any: bool,
    codes: HashSet<String>,
    by_name: HashMap<String, Vec<String>>,
}

impl Names {
    /// The known ones; otherwise those of the file.
    pub fn new(known: Option<&[Named]>, of_file: &[Named]) -> Self {
        let list = known.unwrap_or(of_file);
        let mut names =
            Self { any: known.is_none() && list.is_empty(), codes: HashSet::new(), by_name: HashMap::new() };
        // Names as the file shows them count for codes that are known.
        let codes: HashSet<&str> = list.iter().map(|(code, _)| code.as_str()).collect();
        for named in list.iter().chain(of_file).filter(|(code, _)| codes.contains(code.as_str())) {
            names.codes.insert(named.0.clone());
            for text in [&named.1, &shown(named)] {
                let codes = names.by_name.entry(plain(text)).or_default();
                if !codes.contains(&named.0) {
                    codes.push(named.0.clone());
                }
            }
        }
        names
    }

    /// The code somebody means; `hint` tells which of several with one name.
    pub fn code(&self, text: &str, hint: Option<&str>) -> Option<String> {
        let text = text.trim();
        if self.codes.contains(text) {
            return Some(text.to_owned());
        }
        match self.by_name.get(&plain(text)).map(Vec::as_slice) {
            Some([only]) => return Some(only.clone()),
            Some(several) => return several.iter().find(|c| Some(c.as_str()) == hint).cloned(),
            None => {}
        }
        let code = text.split_once(DASH).or_else(|| text.split_once(" - ")).map_or(text, |(code, _)| code.trim());
        if self.codes.contains(code) {
            return Some(code.to_owned());
        }
        let taken = self.any && !text.is_empty() && !text.contains(['|', '\t', '\n']);
        taken.then(|| if code.contains(char::is_whitespace) { text } else { code }.to_owned())
    }

    /// Whether this is a service or provider that is known.
    pub fn knows(&self, text: &str) -> bool {
        !self.any && self.code(text, None).is_some()
    }

    /// A code, and the words after it: «001 – Анықтама беру – «Е-Әкімдік» АЖ».
    pub fn split(&self, text: &str) -> Option<(String, String)> {
        let separators = [DASH, " - ", " — ", "\n", "; ", ", ", " / "];
        let cuts = separators.iter().flat_map(|s| text.match_indices(s).map(|(at, s)| (at, at + s.len())));
        let mut cuts: Vec<(usize, usize)> = cuts.collect();
        cuts.sort_unstable();
        let found = cuts.into_iter().rev().take(64).find_map(|(at, rest)| {
            let code = self.codes.get(text[..at].trim()).cloned();
            let code = code.or_else(|| match self.by_name.get(&plain(&text[..at])).map(Vec::as_slice) {
                Some([only]) => Some(only.clone()),
                _ => None,
            })?;
            Some((code, text[rest..].trim().to_owned()))
        });
        found.filter(|(_, rest)| !rest.is_empty())
    }
}
