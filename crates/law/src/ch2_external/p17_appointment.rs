//! §13, §16–18: the appointment act of an inspection or a visit.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{bodies::BodyId, case::actor::Person};

/// What the appointment act says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Of an inspection: the ground of art. 144(3), `1`, `1-1` … `9`.
    pub ground: Option<String>,
    /// The appeal, the case of the prescription, or the entry `CASE/NUMBER` of the half-year list.
    pub basis: Option<String>,
    /// Number and date of the document that is the ground.
    pub reference: Option<String>,
    pub reference_on: Option<Date>,
    /// The facts that gave the ground: only they are checked (art. 144(5)).
    pub facts: Option<String>,
    pub subject: BodyId,
    /// Objects and territory.
    pub objects: Option<String>,
    /// The branch, where one is inspected.
    #[serde(default)]
    pub branch: Option<String>,
    /// `micro` or `other`: on it depends how long it may last (art. 148).
    pub size: String,
    pub matter: String,
    /// The acts whose requirements are checked, a line each.
    pub acts: Option<String>,
    /// Requirements of the checklist.
    pub requirements: Vec<String>,
    /// The inspected period, both days included: of an inspection alone.
    pub period_from: Option<Date>,
    pub period_to: Option<Date>,
    /// First and last day, both included.
    pub start: Date,
    pub end: Date,
    pub officers: Vec<Person>,
    /// §16: specialists, consultants, experts of state bodies and their organisations.
    #[serde(default)]
    pub specialists: Vec<Specialist>,
    /// §14: the instruction of the leadership of the Agency.
    pub instruction: Option<String>,
    pub instruction_on: Option<Date>,
    /// `before` the start, or after it: `urgent` (art. 146), `remote` (art. 144(8)).
    pub registration: String,
}

/// §16: somebody engaged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Specialist {
    pub name: String,
    pub position: String,
    pub organisation: String,
}
