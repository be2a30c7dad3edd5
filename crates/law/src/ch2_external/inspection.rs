//! §13–34: an inspection or a visit, folded from its journal.

use jiff::civil::Date;

use super::{dossier::Told, p17_appointment::Appointment};
use crate::{
    bodies::{BodyId, BodyTree},
    case::{CaseFile, Duty, Fact, Procedure, Role, actor::Person, file::Stop},
    edition::Law,
};

/// §13–34: an inspection or a visit, folded from its journal.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    pub appointment: Option<Appointment>,
    /// The officers in force.
    pub officers: Vec<Person>,
    pub closed: Option<Date>,
}

impl Inspection {
    pub fn apply(&mut self, _: &Fact) {}

    /// What it tells other cases.
    pub fn told(&self, _: &CaseFile) -> Vec<Told> {
        Vec::new()
    }

    pub fn duties(&self, _: &CaseFile, _: &Law) -> Vec<Duty> {
        Vec::new()
    }

    pub fn rail(&self, _: Procedure) -> Vec<Stop> {
        Vec::new()
    }

    pub fn readers(&self, _: &CaseFile, _: &BodyTree) -> Vec<(BodyId, Role)> {
        Vec::new()
    }
}
