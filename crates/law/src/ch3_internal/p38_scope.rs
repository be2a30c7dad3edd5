//! §37–39: whose public services a body's internal control unit controls.

use crate::{
    bodies::{Body, BodyKind, BodyTree},
    case::Refusal,
};

/// Whether the unit of `control` may control `object`. A central body's unit (§38): the body itself, its
/// departments, territorial units, subordinate organisations and the persons whose activity it coordinates.
/// A local body's unit (§39): the same within its territory.
pub fn check(bodies: &BodyTree, control: &str, object: &str) -> Result<(), Refusal> {
    let unknown = |id: &str| Refusal::new(38, "unknown-body").text("body", id).at("object");
    let controller = bodies.get(control).ok_or_else(|| unknown(control))?;
    let target = bodies.get(object).ok_or_else(|| unknown(object))?;
    if !controller.kind.controls() {
        return Err(Refusal::new(37, "no-control-unit").text("body", control).at("object"));
    }
    if bodies.is_within(control, object) || coordinated(bodies, controller, target) {
        return Ok(());
    }
    let local =
        matches!(controller.kind, BodyKind::OblastAkimat | BodyKind::OblastExecutive | BodyKind::DistrictAkimat);
    let refusal =
        if local { Refusal::new(39, "outside-local-scope") } else { Refusal::new(38, "outside-central-scope") };
    Err(refusal.text("control", control).text("object", object).at("object"))
}

/// Whether the controller, or a body below it, coordinates the target or a body above the target.
fn coordinated(bodies: &BodyTree, controller: &Body, target: &Body) -> bool {
    std::iter::once(target)
        .chain(bodies.above(&target.id))
        .filter_map(|b| b.coordinated_by.as_deref())
        .any(|by| bodies.is_within(&controller.id, by))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn p37_only_bodies_with_a_unit_control() {
        let refusal = check(&testing::bodies(), "clinic", "clinic").unwrap_err();
        assert_eq!((refusal.paragraph, refusal.code), (37, "no-control-unit"));
        // The Agency is a central body, and §37 names the territorial bodies of those too.
        assert_eq!(check(&testing::bodies(), "agency-akmola", "agency-akmola"), Ok(()));
    }

    #[test]
    fn p38_a_ministry_controls_itself_and_what_is_below_or_coordinated() {
        let bodies = testing::bodies();
        for object in ["ministry", "committee", "unit", "institute", "notary"] {
            assert_eq!(check(&bodies, "ministry", object), Ok(()), "{object}");
        }
        let refusal = check(&bodies, "ministry", "akimat").unwrap_err();
        assert_eq!((refusal.paragraph, refusal.code, refusal.field), (38, "outside-central-scope", Some("object")));
        assert_eq!(check(&bodies, "committee", "ministry").unwrap_err().paragraph, 38);
    }

    #[test]
    fn p39_an_akimat_controls_its_own_territory_only() {
        let bodies = testing::bodies();
        for object in ["akimat", "health", "district", "clinic"] {
            assert_eq!(check(&bodies, "akimat", object), Ok(()), "{object}");
        }
        let refusal = check(&bodies, "akimat", "unit").unwrap_err();
        assert_eq!((refusal.paragraph, refusal.code), (39, "outside-local-scope"));
    }
}
