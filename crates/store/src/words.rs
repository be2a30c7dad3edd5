//! A name or a position in the three languages.

use serde::{Deserialize, Serialize};

/// The same words in Kazakh, Russian and English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub kk: String,
    pub ru: String,
    #[serde(default)]
    pub en: String,
}

impl Words {
    /// From the three wordings.
    pub fn new(kk: impl Into<String>, ru: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kk: kk.into(), ru: ru.into(), en: en.into() }
    }

    /// The wording in `language` (`kk`, `ru`, `en`); where it is empty, the Kazakh, then the Russian one.
    pub fn get(&self, language: &str) -> &str {
        let asked = match language {
            "ru" => &self.ru,
            "en" => &self.en,
            _ => &self.kk,
        };
        [asked, &self.kk, &self.ru, &self.en].into_iter().find(|w| !w.is_empty()).map_or("", String::as_str)
    }
}

/// What a search column holds: lower case, in Rust because SQLite lowers only Latin letters.
pub(crate) fn search_text<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// LIKE patterns (ESCAPE '\') for what a person typed: each of up to three words must occur; the third holds the rest.
pub(crate) fn patterns(text: &str) -> [String; 3] {
    let lower = text.to_lowercase();
    let mut words = lower.trim().splitn(3, char::is_whitespace).map(|word| {
        let mut pattern = String::from("%");
        for c in word.trim().chars() {
            if matches!(c, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(c);
        }
        pattern + "%"
    });
    [(); 3].map(|()| words.next().unwrap_or_else(|| "%".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_escape_and_lower() {
        assert_eq!(patterns("  ӘКІМДІГІ 100% a_b c d"), ["%әкімдігі%", "%100\\%%", "%a\\_b c d%"]);
        assert_eq!(patterns(""), ["%%", "%", "%"]);
    }

    #[test]
    fn an_empty_wording_gives_way() {
        assert_eq!(Words::new("қ", "", "").get("en"), "қ");
        assert_eq!(Words::new("қ", "р", "").get("ru"), "р");
    }
}
