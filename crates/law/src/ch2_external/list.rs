//! §10–11: a half-year list of visits, folded from its journal.

use jiff::civil::Date;

use super::dossier::Told;
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, Fact, Role, file::Stop},
    edition::Law,
};

/// §10–11: a half-year list of visits, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct HalfYearList {
    pub closed: Option<Date>,
}

impl HalfYearList {
    pub fn apply(&mut self, _: &Fact) {}

    /// What it tells other cases.
    pub fn told(&self, _: &CaseFile, _: &BodyTree) -> Vec<Told> {
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

impl HalfYearList {
    /// Year and half, «2026/1».
    pub fn title(&self) -> String {
        String::new()
    }
}
