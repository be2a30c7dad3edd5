//! §6, §9, §12: a preventive control without a visit, folded from its journal.

use jiff::civil::Date;

use super::dossier::Told;
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, Fact, Role, file::Stop},
    edition::Law,
};

/// §6, §9, §12: a preventive control without a visit, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct DeskControl {
    pub closed: Option<Date>,
}

impl DeskControl {
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

impl DeskControl {
    /// What is analysed.
    pub fn matter(&self) -> String {
        String::new()
    }

    /// The body whose data are analysed.
    pub fn subject(&self) -> Option<&BodyId> {
        None
    }
}
