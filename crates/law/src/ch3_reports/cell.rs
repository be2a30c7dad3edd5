//! A cell of a report form (annexes, items 31 and 30): a number, zero among them, the sign «-» for «no data», or nothing
//! yet. The four are kept apart everywhere.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cell {
    /// Nobody has filled it yet.
    #[default]
    Unfilled,
    /// «-»: there is no data.
    Dash,
    Count(u64),
}

/// The greatest number a cell takes: what is larger has swallowed a separator.
pub const MOST: u64 = 999_999_999_999;

/// Why a text is no content of a cell. The word is part of a locale key (`whole-WORD`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotACell {
    /// Letters, dates, signs of a spreadsheet's errors.
    NotANumber,
    /// 1,5 and 1.5.
    Fraction,
    Negative,
    /// 1e3: a number, but not as a person writes one.
    Exponent,
    /// Above [`MOST`].
    TooLarge,
}

impl NotACell {
    pub const ALL: [Self; 5] = [Self::NotANumber, Self::Fraction, Self::Negative, Self::Exponent, Self::TooLarge];

    pub const fn word(self) -> &'static str {
        match self {
            Self::NotANumber => "not-a-number",
            Self::Fraction => "fraction",
            Self::Negative => "negative",
            Self::Exponent => "exponent",
            Self::TooLarge => "too-large",
        }
    }
}

impl Cell {
    /// What a person typed: a whole number from 0, thousands apart by spaces or not, one of the dashes, or nothing.
    ///
    /// # Errors
    /// What is wrong with it; nothing is rounded or guessed.
    pub fn parse(text: &str) -> Result<Self, NotACell> {
        let text = text.trim();
        match text {
            "" => return Ok(Self::Unfilled),
            "-" | "–" | "—" | "−" | "‑" => return Ok(Self::Dash),
            _ => {}
        }
        let digits = thousands(text).ok_or_else(|| why_not(text))?;
        let significant = digits.trim_start_matches('0');
        let number = if significant.is_empty() { Ok(0) } else { significant.parse::<u64>() };
        number.ok().filter(|n| *n <= MOST).map(Self::Count).ok_or(NotACell::TooLarge)
    }

    pub const fn count(self) -> Option<u64> {
        match self {
            Self::Count(n) => Some(n),
            Self::Dash | Self::Unfilled => None,
        }
    }

    /// The number a comparison goes by: «-» and nothing are none of a thing.
    pub const fn number(self) -> u64 {
        match self {
            Self::Count(n) => n,
            Self::Dash | Self::Unfilled => 0,
        }
    }

    pub const fn filled(self) -> bool {
        !matches!(self, Self::Unfilled)
    }

    /// The sum of parts: «-» counts as nothing, and where all parts are «-» the sum is «-». As long as no part holds a
    /// number and one is not filled, the sum is not filled either.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Count(a), Self::Count(b)) => Self::Count(a.saturating_add(b)),
            (Self::Count(n), _) | (_, Self::Count(n)) => Self::Count(n),
            (Self::Unfilled, _) | (_, Self::Unfilled) => Self::Unfilled,
            (Self::Dash, Self::Dash) => Self::Dash,
        }
    }

    /// The sum of many; of none it is not filled.
    pub fn sum(cells: impl IntoIterator<Item = Self>) -> Self {
        cells.into_iter().reduce(Self::plus).unwrap_or_default()
    }
}

/// The digits of a number whose thousands may stand apart by single spaces.
fn thousands(text: &str) -> Option<String> {
    let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let groups: Vec<&str> = text.split(space).collect();
    let digits = |g: &&str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit());
    let grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => first.len() <= 3 && rest.iter().all(|g| g.len() == 3),
        [] => false,
    };
    (grouped && groups.iter().all(digits)).then(|| groups.concat())
}

fn why_not(text: &str) -> NotACell {
    let plain = text.replace(['\u{a0}', ' '], "").replace(',', ".");
    let unsigned = plain.trim_start_matches(['-', '−', '–']);
    let number = unsigned.starts_with(|c: char| c.is_ascii_digit()) && unsigned.parse::<f64>().is_ok();
    if !number {
        NotACell::NotANumber
    } else if unsigned.len() < plain.len() {
        NotACell::Negative
    } else if unsigned.contains(['e', 'E']) {
        NotACell::Exponent
    } else if unsigned.contains('.') {
        NotACell::Fraction
    } else {
        NotACell::NotANumber
    }
}

/// As it is stored and sent: digits, `-`, or nothing.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfilled => Ok(()),
            Self::Dash => f.write_str("-"),
            Self::Count(n) => write!(f, "{n}"),
        }
    }
}

/// A number, `"-"`, or null.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unfilled => serializer.serialize_none(),
            Self::Dash => serializer.serialize_str("-"),
            Self::Count(n) => serializer.serialize_u64(*n),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Sent {
            Count(u64),
            Text(String),
            Nothing(()),
        }
        let wrong = |word| serde::de::Error::custom(format!("not a cell: {word}"));
        match Sent::deserialize(deserializer)? {
            Sent::Nothing(()) => Ok(Self::Unfilled),
            Sent::Count(n) if n <= MOST => Ok(Self::Count(n)),
            Sent::Count(_) => Err(wrong(NotACell::TooLarge.word())),
            Sent::Text(text) => Self::parse(&text).map_err(|e| wrong(e.word())),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cell() -> impl Strategy<Value = Cell> {
        prop_oneof![Just(Cell::Unfilled), Just(Cell::Dash), (0..1000_u64).prop_map(Cell::Count)]
    }

    #[test]
    fn p60_four_states_are_told_apart() {
        for (text, cell) in [
            ("", Cell::Unfilled),
            ("  ", Cell::Unfilled),
            ("-", Cell::Dash),
            (" – ", Cell::Dash),
            ("—", Cell::Dash),
            ("0", Cell::Count(0)),
            ("007", Cell::Count(7)),
            ("1 234", Cell::Count(1234)),
            ("12\u{a0}345\u{a0}678", Cell::Count(12_345_678)),
        ] {
            assert_eq!(Cell::parse(text), Ok(cell), "{text:?}");
        }
    }

    #[test]
    fn p60_what_is_no_whole_number_is_refused_with_its_reason() {
        for (text, why) in [
            ("он", NotACell::NotANumber),
            ("#DIV/0!", NotACell::NotANumber),
            ("01.02.2026", NotACell::NotANumber),
            ("1,5", NotACell::Fraction),
            ("1.0", NotACell::Fraction),
            ("-3", NotACell::Negative),
            ("−3", NotACell::Negative),
            ("1e3", NotACell::Exponent),
            ("1 2", NotACell::NotANumber),
            ("1 2345", NotACell::NotANumber),
            ("+5", NotACell::NotANumber),
            ("١٢", NotACell::NotANumber),
            ("inf", NotACell::NotANumber),
            ("1000000000000", NotACell::TooLarge),
            ("99999999999999999999999", NotACell::TooLarge),
        ] {
            assert_eq!(Cell::parse(text), Err(why), "{text:?}");
        }
    }

    #[test]
    fn p60_a_sum_of_dashes_is_a_dash() {
        use Cell::{Count, Dash, Unfilled};
        assert_eq!(Cell::sum([Dash, Dash]), Dash);
        assert_eq!(Cell::sum([Dash, Count(0)]), Count(0));
        assert_eq!(Cell::sum([Dash, Unfilled]), Unfilled);
        assert_eq!(Cell::sum([Count(2), Unfilled, Count(3)]), Count(5));
        assert_eq!(Cell::sum([]), Unfilled);
    }

    proptest! {
        #[test]
        fn the_order_of_parts_does_not_matter(a in cell(), b in cell(), c in cell()) {
            prop_assert_eq!(a.plus(b), b.plus(a));
            prop_assert_eq!(a.plus(b).plus(c), a.plus(b.plus(c)));
        }

        #[test]
        fn a_cell_written_down_is_read_again(cell in cell()) {
            prop_assert_eq!(Cell::parse(&cell.to_string()), Ok(cell));
            let json = serde_json::to_string(&cell).unwrap();
            prop_assert_eq!(serde_json::from_str::<Cell>(&json).unwrap(), cell);
        }

        #[test]
        fn no_text_breaks_the_reading(text in "\\PC{0,12}") {
            if let Ok(Cell::Count(n)) = Cell::parse(&text) {
                prop_assert!(n <= MOST);
            }
        }
    }
}
