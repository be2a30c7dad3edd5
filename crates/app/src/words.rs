//! Words for people, in three languages. The build has checked that no key is missing.

use std::{
    cmp::Ordering,
    fmt,
    sync::{Arc, LazyLock},
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::Locale;
use jiff::{Timestamp, civil::Date};
use law::case::refusal::{Refusal, Value};

/// The interface languages; Kazakh comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Lang {
    #[default]
    Kk,
    Ru,
    En,
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    pub fn code(self) -> &'static str {
        ["kk", "ru", "en"][self as usize]
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }

    /// Picks the variant of this language.
    pub fn pick<T>(self, kk: T, ru: T, en: T) -> T {
        match self {
            Self::Kk => kk,
            Self::Ru => ru,
            Self::En => en,
        }
    }
}

impl Lang {
    /// The order of the alphabet of this language: Kazakh letters stand in their places.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        static ORDERS: LazyLock<[CollatorBorrowed<'static>; 3]> = LazyLock::new(|| {
            Lang::ALL.map(|lang| {
                let locale: Locale = lang.code().parse().expect("a language");
                CollatorBorrowed::try_new(locale.into(), CollatorOptions::default()).expect("compiled in")
            })
        });
        ORDERS[self as usize].compare(a, b)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

const SOURCES: [(&str, &[&str]); 3] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// All words of all languages.
pub struct Words {
    bundles: [FluentBundle<FluentResource>; 3],
}

/// Words in one language.
#[derive(Clone)]
pub struct Speaker {
    words: Arc<Words>,
    pub lang: Lang,
}

impl Words {
    pub fn load() -> Arc<Self> {
        let bundle = |lang: Lang| {
            let id = lang.code().parse().expect("a language code");
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(false);
            for source in SOURCES[lang as usize].1 {
                let resource = FluentResource::try_new((*source).to_owned()).expect("the build has parsed it");
                bundle.add_resource(resource).expect("the build has found no key twice");
            }
            bundle
        };
        Arc::new(Self { bundles: Lang::ALL.map(bundle) })
    }

    pub fn speaker(self: &Arc<Self>, lang: Lang) -> Speaker {
        Speaker { words: Arc::clone(self), lang }
    }

    fn format(&self, lang: Lang, key: &str, args: Option<&FluentArgs>) -> Option<String> {
        let bundle = &self.bundles[lang as usize];
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    }
}

impl Speaker {
    /// The words of a key; the key itself where there are none, which the build prevents for all keys it can see.
    pub fn t(&self, key: &str) -> String {
        self.words.format(self.lang, key, None).unwrap_or_else(|| key.to_owned())
    }

    /// The words of a key, if there are any: for hints and overrides.
    pub fn maybe(&self, key: &str) -> Option<String> {
        self.words.format(self.lang, key, None)
    }

    /// The words with values in them.
    pub fn with(&self, key: &str, values: &[(&str, Arg)]) -> String {
        let args: FluentArgs = values.iter().map(|(name, arg)| (*name, arg.fluent(self))).collect();
        self.words.format(self.lang, key, Some(&args)).unwrap_or_else(|| key.to_owned())
    }

    /// 26.03.2026, one form in all three languages.
    pub fn date(&self, date: Date) -> String {
        format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
    }

    /// Local date and time of Kazakhstan, to the minute.
    pub fn moment(&self, at: Timestamp) -> String {
        let local = crate::clock::local(at);
        format!("{} {:02}:{:02}", self.date(local.date()), local.hour(), local.minute())
    }

    pub fn weekday(&self, date: Date) -> String {
        self.t(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
    }

    pub fn month(&self, month: i8) -> String {
        self.t(&format!("month-{month}"))
    }

    /// The name of a month within a sentence: with a small letter, but in English.
    pub fn month_within(&self, month: i8) -> String {
        let name = self.month(month);
        if self.lang == Lang::En { name } else { name.to_lowercase() }
    }

    /// «First half of 2027».
    pub fn half_year(&self, year: i16, half: u8) -> String {
        self.with("planning-half", &[("half", i64::from(half).into()), ("year", year.to_string().into())])
    }

    /// The half-year that the law writes as «2027/1», in words.
    pub fn half_year_of(&self, text: &str) -> Option<String> {
        half_year(text).map(|(year, half)| self.half_year(year, half))
    }

    /// The list of such a half-year.
    pub fn list_of(&self, text: &str) -> Option<String> {
        let (year, half) = half_year(text)?;
        Some(self.with("list-title", &[("half", i64::from(half).into()), ("year", year.to_string().into())]))
    }

    /// The sentence of a refusal; codes of bodies in it become names, a gross breach (Code art. 156) is named.
    pub fn refusal(&self, refusal: &Refusal, body: &dyn Fn(&str) -> Option<String>) -> String {
        let values: Vec<(&str, Arg)> = refusal
            .values
            .iter()
            .map(|(name, value)| {
                let arg = match value {
                    Value::Date(date) => Arg::Date(*date),
                    Value::Number(n) => Arg::Number(*n),
                    Value::Word(key) => Arg::Text(self.t(key)),
                    Value::Text(text) => {
                        Arg::Text(body(text).or_else(|| self.half_year_of(text)).unwrap_or_else(|| text.clone()))
                    }
                };
                (*name, arg)
            })
            .collect();
        let said = self.with(&format!("refusal-{}", refusal.code), &values);
        match values.iter().find(|(name, _)| *name == "breach") {
            Some(breach) => format!("{said} {}", self.with("refusal-gross-breach", std::slice::from_ref(breach))),
            None => said,
        }
    }
}

/// Year and half of «2027/1».
fn half_year(text: &str) -> Option<(i16, u8)> {
    let (year, half) = text.split_once('/').filter(|(year, _)| year.len() == 4)?;
    Some((year.parse().ok()?, half.parse().ok().filter(|half| matches!(half, 1 | 2))?))
}

/// A value in a sentence.
#[derive(Clone, Debug)]
pub enum Arg {
    Text(String),
    Number(i64),
    Date(Date),
}

impl Arg {
    fn fluent(&self, speaker: &Speaker) -> FluentValue<'static> {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::Number(n) => (*n).into(),
            Self::Date(date) => speaker.date(*date).into(),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl Speaker {
    /// The same words in another language.
    pub fn other(&self, lang: Lang) -> Self {
        Self { words: Arc::clone(&self.words), lang }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_years_and_months_are_told_in_words() {
        let words = Words::load();
        for lang in Lang::ALL {
            let speaker = words.speaker(lang);
            let list = speaker.list_of("2027/1").unwrap();
            assert!(list.contains("2027") && !list.contains('/') && !list.contains('{'), "{list}");
            for other in ["2027/3", "27/1", "2027-1", "№ 7/2026", "list/1"] {
                assert_eq!((speaker.half_year_of(other), speaker.list_of(other)), (None, None), "{other}");
            }
            let small = speaker.month_within(9).chars().next().unwrap().is_lowercase();
            assert_eq!(small, lang != Lang::En);
        }
    }
}
