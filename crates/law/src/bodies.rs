//! The registry of bodies (§1) as the law sees it: a tree, and who is above whom.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Stable code of a body in the registry.
pub type BodyId = String;

/// The kinds of bodies §1 names, and the providers that bodies coordinate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// The Agency for Civil Service Affairs.
    Agency,
    /// Its body in an oblast, a city of republican significance or the capital.
    AgencyTerritorial,
    /// A ministry or another central government body.
    Central,
    /// A department (ведомство) of a central body.
    Department,
    /// A territorial unit of a central body or of its department.
    TerritorialUnit,
    /// Akimat of an oblast, of a city of republican significance, of the capital.
    OblastAkimat,
    /// Executive body (басқарма) financed by such an akimat.
    OblastExecutive,
    /// Akimat of a district or of a city of oblast significance.
    DistrictAkimat,
    /// Akim of a city district, town, settlement, village, rural okrug.
    RuralAkim,
    /// Subordinate organisation.
    Subordinate,
    /// Another individual or legal entity that provides public services.
    Provider,
    /// The State Corporation and its branches.
    StateCorporation,
}

impl BodyKind {
    pub const ALL: [Self; 12] = [
        Self::Agency,
        Self::AgencyTerritorial,
        Self::Central,
        Self::Department,
        Self::TerritorialUnit,
        Self::OblastAkimat,
        Self::OblastExecutive,
        Self::DistrictAkimat,
        Self::RuralAkim,
        Self::Subordinate,
        Self::Provider,
        Self::StateCorporation,
    ];

    /// The word used in files, columns and locale keys (`body-kind-…`).
    pub fn word(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::AgencyTerritorial => "agency-territorial",
            Self::Central => "central",
            Self::Department => "department",
            Self::TerritorialUnit => "territorial-unit",
            Self::OblastAkimat => "oblast-akimat",
            Self::OblastExecutive => "oblast-executive",
            Self::DistrictAkimat => "district-akimat",
            Self::RuralAkim => "rural-akim",
            Self::Subordinate => "subordinate",
            Self::Provider => "provider",
            Self::StateCorporation => "state-corporation",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }

    /// Bodies whose units may hold control events (§37).
    pub fn controls(self) -> bool {
        matches!(
            self,
            Self::Agency
                | Self::AgencyTerritorial
                | Self::Central
                | Self::Department
                | Self::TerritorialUnit
                | Self::OblastAkimat
                | Self::OblastExecutive
                | Self::DistrictAkimat
        )
    }
}

/// What the law needs to know of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    pub id: BodyId,
    pub kind: BodyKind,
    pub parent: Option<BodyId>,
    /// The body that coordinates this one's activity, where it is not the parent.
    pub coordinated_by: Option<BodyId>,
    pub territory: String,
    pub valid_from: Date,
    /// Last day of the body's existence, inclusive.
    pub valid_to: Option<Date>,
}

impl Body {
    pub fn exists_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }
}

/// All bodies, by code.
#[derive(Clone, Debug, Default)]
pub struct BodyTree {
    bodies: HashMap<BodyId, Body>,
}

impl BodyTree {
    pub fn new(bodies: impl IntoIterator<Item = Body>) -> Self {
        Self { bodies: bodies.into_iter().map(|b| (b.id.clone(), b)).collect() }
    }

    pub fn get(&self, id: &str) -> Option<&Body> {
        self.bodies.get(id)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Body> {
        self.bodies.values()
    }

    /// The bodies above `id`, nearest first; a loop in the data ends the walk.
    pub fn above<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Body> + 'a {
        let mut next = self.get(id).and_then(|b| b.parent.as_deref());
        let mut left = self.bodies.len();
        std::iter::from_fn(move || {
            let body = self.bodies.get(next?)?;
            left = left.checked_sub(1)?;
            next = body.parent.as_deref();
            Some(body)
        })
    }

    /// Whether `lower` is `upper` itself or lies below it.
    pub fn is_within(&self, upper: &str, lower: &str) -> bool {
        upper == lower || self.above(lower).any(|b| b.id == upper)
    }

    /// The body of the Agency for the territory of `id`.
    pub fn agency_of(&self, id: &str) -> Option<&Body> {
        let territory = &self.get(id)?.territory;
        self.bodies.values().find(|b| b.kind == BodyKind::AgencyTerritorial && &b.territory == territory)
    }

    /// The Agency.
    pub fn agency(&self) -> Option<&Body> {
        self.bodies.values().find(|b| b.kind == BodyKind::Agency)
    }
}

/// Checks a BIN or IIN: 12 digits of which the last is the checksum of the others.
pub fn bin_is_valid(bin: &str) -> bool {
    let digits: Vec<u32> = bin.chars().filter_map(|c| c.to_digit(10)).collect();
    if bin.len() != 12 || digits.len() != 12 {
        return false;
    }
    let sum = |weights: [u32; 11]| digits.iter().zip(weights).map(|(d, w)| d * w).sum::<u32>() % 11;
    let check = match sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
        10 => sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]),
        other => other,
    };
    check == digits[11]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p01_bin_checksum() {
        assert!(bin_is_valid("000000000000"));
        assert!(bin_is_valid("123456789013") || !bin_is_valid("123456789012"));
        assert!(!bin_is_valid("12345678901"));
        assert!(!bin_is_valid("12345678901x"));
        let mut valid = 0;
        for last in 0..10 {
            valid += u32::from(bin_is_valid(&format!("21074000123{last}")));
        }
        assert_eq!(valid, 1, "exactly one last digit closes a number");
    }

    #[test]
    fn a_loop_in_the_data_ends_the_walk() {
        let body = |id: &str, parent: &str| Body {
            id: id.into(),
            kind: BodyKind::Central,
            parent: Some(parent.into()),
            coordinated_by: None,
            territory: "republic".into(),
            valid_from: jiff::civil::date(2021, 7, 19),
            valid_to: None,
        };
        let tree = BodyTree::new([body("a", "b"), body("b", "a")]);
        assert!(tree.above("a").count() <= 2);
        assert!(!tree.is_within("c", "a"));
    }
}
