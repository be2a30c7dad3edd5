//! §60–62: who owes which form to whom, and whose reports make up whose.
//!
//! * form 1-мқ: central bodies to the Agency; territorial units of central bodies and of their departments to the Agency's
//!   body of their territory. Departments are part of the central body's own report (§60).
//! * form 2-мқ: districts to the oblast level by the 5th, the oblast level to the Agency and its territorial body by the
//!   10th. Akims below a district hand the form to the district.
//! * forms 3-мқ and 4-мқ: the authorised body for informatization to the Agency by the 25th. It is the central body that
//!   coordinates the State Corporation.

use jiff::civil::Date;

use super::form::FormId;
use crate::{
    bodies::{Body, BodyId, BodyKind, BodyTree},
    edition::Law,
    rules::RuleId,
    term::{Due, Quarter, Start, SubjectKind, due},
};

/// A form that a body owes every quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub form: FormId,
    pub rule: RuleId,
    /// Who receives it; the first of them accepts it.
    pub to: Vec<BodyId>,
}

impl Route {
    /// The last day for a quarter, with its reckoning.
    pub fn due(&self, law: &Law, quarter: Quarter) -> Option<Due> {
        due(law, self.rule, Start::Quarter(quarter), SubjectKind::Other).ok()
    }
}

/// The forms a body owes for a quarter, as the registry stands on a day: none from a body that did not exist in it.
pub fn routes(tree: &BodyTree, body: &str, on: Date) -> Vec<Route> {
    let Some(body) = tree.get(body).filter(|b| b.exists_on(on)) else { return Vec::new() };
    let mut routes: Vec<Route> = main_route(tree, body).into_iter().collect();
    if informatization(tree).is_some_and(|i| i.id == body.id) {
        let to = agency(tree);
        routes.extend(
            [FormId::Corporation, FormId::Electronic].into_iter().filter(|_| !to.is_empty()).map(|form| Route {
                form,
                rule: RuleId::R62,
                to: to.clone(),
            }),
        );
    }
    routes
}

/// The route of one form.
pub fn route(tree: &BodyTree, body: &str, form: FormId, on: Date) -> Option<Route> {
    routes(tree, body, on).into_iter().find(|r| r.form == form)
}

fn main_route(tree: &BodyTree, body: &Body) -> Option<Route> {
    let territorial = || tree.agency_of(&body.id).map(|b| b.id.clone());
    let parent = || body.parent.clone();
    let (form, rule, to) = match body.kind {
        BodyKind::Central => (FormId::Central, RuleId::R60, agency(tree)),
        BodyKind::TerritorialUnit => (FormId::Central, RuleId::R60, territorial().into_iter().collect()),
        BodyKind::OblastAkimat => {
            (FormId::Local, RuleId::R61, agency(tree).into_iter().chain(territorial()).collect::<Vec<_>>())
        }
        BodyKind::DistrictAkimat => (FormId::Local, RuleId::R61District, above(tree, body, BodyKind::OblastAkimat)),
        BodyKind::RuralAkim => (FormId::Local, RuleId::R61District, parent().into_iter().collect()),
        _ => return None,
    };
    (!to.is_empty()).then_some(Route { form, rule, to })
}

fn agency(tree: &BodyTree) -> Vec<BodyId> {
    tree.agency().map(|a| a.id.clone()).into_iter().collect()
}

fn above(tree: &BodyTree, body: &Body, kind: BodyKind) -> Vec<BodyId> {
    tree.above(&body.id).find(|b| b.kind == kind).map(|b| b.id.clone()).into_iter().collect()
}

/// The authorised body for informatization.
pub fn informatization(tree: &BodyTree) -> Option<&Body> {
    let coordinators = tree.iter().filter(|b| b.kind == BodyKind::StateCorporation).filter_map(|b| {
        let above = b.coordinated_by.as_ref().or(b.parent.as_ref())?;
        tree.get(above).filter(|b| b.kind == BodyKind::Central)
    });
    coordinators.min_by(|a, b| a.id.cmp(&b.id))
}

/// The body into whose report of the same form this body's report goes: the central body above a territorial unit, the
/// oblast above a district, the district above a village.
pub fn rolls_into<'a>(tree: &'a BodyTree, body: &str, form: FormId) -> Option<&'a Body> {
    let kind = tree.get(body)?.kind;
    let upper = match (form, kind) {
        (FormId::Central, BodyKind::TerritorialUnit) => BodyKind::Central,
        (FormId::Local, BodyKind::DistrictAkimat) => BodyKind::OblastAkimat,
        (FormId::Local, BodyKind::RuralAkim) => {
            let parent = tree.get(body)?.parent.as_deref()?;
            return tree.get(parent).filter(|p| matches!(p.kind, BodyKind::DistrictAkimat | BodyKind::OblastAkimat));
        }
        _ => return None,
    };
    tree.above(body).find(|b| b.kind == upper)
}

/// The bodies whose reports go into this body's report, in the order of their codes.
pub fn children(tree: &BodyTree, body: &str, form: FormId, on: Date) -> Vec<BodyId> {
    let mut found: Vec<BodyId> = tree
        .iter()
        .filter(|b| b.exists_on(on) && rolls_into(tree, &b.id, form).is_some_and(|up| up.id == body))
        .map(|b| b.id.clone())
        .collect();
    found.sort();
    found
}

/// All reports owed for a quarter.
pub fn owed(tree: &BodyTree, quarter: Quarter) -> Vec<(BodyId, Route)> {
    let mut owed: Vec<_> = tree
        .iter()
        .flat_map(|b| routes(tree, &b.id, quarter.last_day()).into_iter().map(|r| (b.id.clone(), r)))
        .collect();
    owed.sort_by(|(a, x), (b, y)| (x.form, a).cmp(&(y.form, b)));
    owed
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::testing::bodies;

    const DAY: Date = date(2026, 9, 30);

    fn to(body: &str) -> Vec<String> {
        let tree = bodies();
        let line = |r: Route| format!("{} {} {}", r.form.index(), r.rule, r.to.join(" "));
        routes(&tree, body, DAY).into_iter().map(line).collect()
    }

    #[test]
    fn p60_central_bodies_to_the_agency_their_units_to_its_territorial_body() {
        assert_eq!(to("ministry"), ["1-мқ 60 agency"]);
        assert_eq!(to("unit"), ["1-мқ 60 agency-akmola"]);
        assert!(to("committee").is_empty(), "a department is part of the ministry's report");
        assert!(to("institute").is_empty() && to("notary").is_empty() && to("agency").is_empty());
    }

    #[test]
    fn p61_districts_to_the_oblast_the_oblast_to_the_agency_and_its_body() {
        assert_eq!(to("district"), ["2-мқ 61-district akimat"]);
        assert_eq!(to("akimat"), ["2-мқ 61 agency agency-akmola"]);
        assert!(to("health").is_empty(), "an executive body is part of its akimat's report");
    }

    #[test]
    fn p61_by_the_fifth_and_by_the_tenth_both_on_working_days() {
        let law = Law::shipped();
        let tree = bodies();
        let due = |body: &str, form, quarter: &str| {
            route(&tree, body, form, DAY).unwrap().due(&law, quarter.parse().unwrap()).unwrap().due
        };
        assert_eq!(due("district", FormId::Local, "2026-Q3"), date(2026, 10, 5));
        // 10 October 2026 is a Saturday.
        assert_eq!(due("akimat", FormId::Local, "2026-Q3"), date(2026, 10, 12));
        assert_eq!(due("ministry", FormId::Central, "2026-Q2"), date(2026, 7, 10));
    }

    #[test]
    fn p62_forms_3_and_4_from_the_body_above_the_state_corporation() {
        let mut all: Vec<Body> = bodies().iter().cloned().collect();
        let like = all.iter().find(|b| b.id == "notary").unwrap().clone();
        all.push(Body { id: "corporation".into(), kind: BodyKind::StateCorporation, ..like });
        let tree = BodyTree::new(all);
        let forms: Vec<_> = routes(&tree, "ministry", DAY).into_iter().map(|r| (r.form.index(), r.rule.id())).collect();
        assert_eq!(forms, [("1-мқ", "60"), ("3-мқ", "62"), ("4-мқ", "62")]);
        let due = route(&tree, "ministry", FormId::Electronic, DAY).unwrap();
        let due = due.due(&Law::shipped(), "2026-Q3".parse().unwrap()).unwrap().due;
        assert_eq!(due, date(2026, 10, 27), "25 October is a Sunday, the 26th a day off for Republic Day");
    }

    #[test]
    fn p61_a_report_goes_into_the_report_above() {
        let tree = bodies();
        assert_eq!(children(&tree, "akimat", FormId::Local, DAY), ["district"]);
        assert_eq!(children(&tree, "ministry", FormId::Central, DAY), ["unit"]);
        assert!(children(&tree, "district", FormId::Local, DAY).is_empty());
        assert!(children(&tree, "akimat", FormId::Central, DAY).is_empty());
        let owed: Vec<_> = owed(&tree, "2026-Q3".parse().unwrap()).into_iter().map(|(b, _)| b).collect();
        assert_eq!(owed, ["ministry", "unit", "akimat", "district"]);
    }

    #[test]
    fn p60_a_body_that_was_not_there_owes_nothing() {
        assert!(routes(&bodies(), "ministry", date(2020, 1, 1)).is_empty());
        assert!(routes(&bodies(), "nobody", DAY).is_empty());
    }
}
