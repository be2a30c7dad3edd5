//! An appeal of the registry, folded from its journal (§13, §15; Law on public services art. 25).

use jiff::civil::Date;

use super::dossier::Told;
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, Fact, Role, file::Stop},
    edition::Law,
};

/// An appeal of the registry, folded from its journal (§13, §15; Law on public services art. 25).
#[derive(Clone, Debug, Default)]
pub struct Appeal {
    pub closed: Option<Date>,
}

impl Appeal {
    pub fn apply(&mut self, _: &Fact) {}

    /// What it tells other cases.
    pub fn told(&self, _: &CaseFile) -> Vec<Told> {
        Vec::new()
    }

    pub fn duties(&self, _: &CaseFile, _: &Law) -> Vec<Duty> {
        Vec::new()
    }

    pub fn rail(&self) -> Vec<Stop> {
        Vec::new()
    }

    pub fn readers(&self, _: &CaseFile, _: &BodyTree) -> Vec<(BodyId, Role)> {
        Vec::new()
    }
}

impl Appeal {
    /// What it is about, in a few words of its own.
    pub fn matter(&self) -> String {
        String::new()
    }

    /// The provider it is about.
    pub fn subject(&self) -> Option<&BodyId> {
        None
    }

    /// The bodies to which it was handed.
    pub fn receivers(&self) -> &[BodyId] {
        &[]
    }
}
