//! §14: who inspects whom. Central bodies, their departments and the organisations subordinate to them are for the Agency;
//! territorial units, local executive bodies, akims and their organisations for the Agency's body of that territory, or for the
//! Agency on an instruction of its leadership. Whoever else provides services is not for external control (§15).

use serde::{Deserialize, Serialize};

use crate::{
    bodies::{Body, BodyId, BodyKind, BodyTree},
    case::Refusal,
};

/// For whom a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Agency,
    Territorial,
    /// Not named in §14: an appeal about it is forwarded (§15).
    None,
}

/// The level of a subject; a subordinate organisation follows the body above it.
pub fn level(bodies: &BodyTree, subject: &str) -> Level {
    let Some(body) = bodies.get(subject) else { return Level::None };
    let of = |body: &Body| match body.kind {
        BodyKind::Agency | BodyKind::Central | BodyKind::Department => Some(Level::Agency),
        BodyKind::AgencyTerritorial
        | BodyKind::TerritorialUnit
        | BodyKind::OblastAkimat
        | BodyKind::OblastExecutive
        | BodyKind::DistrictAkimat
        | BodyKind::RuralAkim => Some(Level::Territorial),
        BodyKind::Subordinate => None,
        BodyKind::Provider | BodyKind::StateCorporation => Some(Level::None),
    };
    of(body).or_else(|| bodies.above(subject).find_map(of)).unwrap_or(Level::None)
}

/// The body that inspects a subject without anybody's instruction.
pub fn competent(bodies: &BodyTree, subject: &str) -> Option<BodyId> {
    match level(bodies, subject) {
        Level::Agency => bodies.agency().map(|b| b.id.clone()),
        Level::Territorial => bodies.agency_of(subject).map(|b| b.id.clone()),
        Level::None => None,
    }
}

/// Whether `control` may inspect `subject`; `instructed` where the leadership of the Agency has said so.
pub fn check(bodies: &BodyTree, control: &str, subject: &str, instructed: bool) -> Result<(), Refusal> {
    let unknown = |id: &str| Refusal::new(14, "unknown-body").text("body", id).at("subject");
    let controller = bodies.get(control).ok_or_else(|| unknown(control))?;
    bodies.get(subject).ok_or_else(|| unknown(subject))?;
    if control == subject {
        return Err(Refusal::new(3, "not-oneself").text("body", control).at("subject"));
    }
    let outside = match (controller.kind, level(bodies, subject)) {
        (BodyKind::Agency, Level::Agency) => return Ok(()),
        (BodyKind::AgencyTerritorial, Level::Territorial)
            if bodies.agency_of(subject).is_some_and(|b| b.id == control) =>
        {
            return Ok(());
        }
        (BodyKind::Agency, Level::Territorial) if instructed => return Ok(()),
        (BodyKind::Agency, Level::Territorial) => Refusal::new(14, "instruction-needed").at("instruction"),
        (_, Level::None) => Refusal::new(15, "not-a-subject").at("subject"),
        _ => Refusal::new(14, "outside-jurisdiction").at("subject"),
    };
    let by = competent(bodies, subject).unwrap_or_default();
    Err(outside.text("subject", subject).text("by", by))
}
