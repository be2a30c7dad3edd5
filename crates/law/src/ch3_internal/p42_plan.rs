//! §41–42: the annual plan of control events. Drafted, checked, approved by order not later than
//! 25 December of the year before; after that only an order adds to it.

mod steps;

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use steps::{AddItem, ApprovePlan, ChangeItem, OpenPlan, RemoveItem, SupplementPlan};

use crate::{
    bodies::BodyId,
    case::{CaseFile, Duty, DutyState, Fact, FactKind, Role, actor::Person, file::Stop},
    edition::Law,
    rules::RuleId,
    term::{Start, SubjectKind, due},
};

/// The year a plan is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub year: i16,
}

/// One planned event: what §42 lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Number within the plan; stays when others are removed.
    pub number: u32,
    pub object: BodyId,
    pub matter: String,
    /// Earliest and latest start, both included.
    pub from: Date,
    pub to: Date,
    pub completion: String,
    pub executors: Vec<Person>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    pub number: u32,
}

/// What an order adds to an approved plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplement {
    pub item: Item,
    pub reason: String,
}

/// An entry of an approved plan that has no event yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEntry {
    /// `CASE/NUMBER`.
    pub id: String,
    pub item: Item,
}

/// The plan as its facts make it.
#[derive(Clone, Debug, Default)]
pub struct AnnualPlan {
    pub year: Option<i16>,
    pub opened: Option<Date>,
    pub items: Vec<Item>,
    pub approved: Option<Date>,
    pub supplements: Vec<(Date, Supplement)>,
}

impl AnnualPlan {
    pub fn apply(&mut self, fact: &Fact) {
        match &fact.what {
            FactKind::PlanOpened(opening) => {
                self.year = Some(opening.year);
                self.opened = Some(fact.on);
            }
            FactKind::PlanItemAdded(item) => self.items.push(item.clone()),
            FactKind::PlanItemChanged(item) => {
                if let Some(old) = self.items.iter_mut().find(|i| i.number == item.number) {
                    old.clone_from(item);
                }
            }
            FactKind::PlanItemRemoved(removal) => self.items.retain(|i| i.number != removal.number),
            FactKind::PlanApproved => self.approved = Some(fact.on),
            FactKind::PlanSupplemented(supplement) => {
                self.items.push(supplement.item.clone());
                self.supplements.push((fact.on, supplement.clone()));
            }
            _ => {}
        }
    }

    /// The entries an event may be appointed on: those of an approved plan.
    pub fn entries(&self, case: &str) -> Vec<PlanEntry> {
        let items = self.items.iter().filter(|_| self.approved.is_some());
        items.map(|item| PlanEntry { id: format!("{case}/{}", item.number), item: item.clone() }).collect()
    }

    pub fn duties(&self, case: &CaseFile, law: &Law) -> Vec<Duty> {
        let Some(year) = self.year else { return Vec::new() };
        let law = self.approved.map_or(Cow::Borrowed(law), |on| law.known_on(on));
        let due = due(&law, RuleId::R41, Start::Year(year), SubjectKind::Other).expect("the rule counts by year");
        vec![Duty {
            key: "41".into(),
            rule: Some(RuleId::R41),
            paragraph: 41,
            what: "rule-41".into(),
            detail: year.to_string(),
            body: case.body.clone(),
            roles: &[Role::Leader, Role::UnitHead, Role::ResponsibleExecutor],
            due: due.due,
            reckoning: Some(due),
            state: self.approved.map_or(DutyState::Open, DutyState::Done),
            step: "approve-plan",
        }]
    }

    pub fn rail(&self) -> Vec<Stop> {
        let drafted = self.opened.filter(|_| !self.items.is_empty());
        [
            ("stop-plan-opened", 41, self.opened),
            ("stop-plan-drafted", 42, drafted),
            ("stop-plan-approved", 41, self.approved),
        ]
        .map(|(word, paragraph, reached)| Stop { word, paragraph, reached, now: false })
        .into()
    }

    fn next_number(&self) -> u32 {
        self.items.iter().map(|i| i.number).max().unwrap_or(0) + 1
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{
        case::{DutyState, Procedure, step::Halt},
        testing::*,
    };

    /// A plan for 2026 with one item for January, on Monday 1 December 2025.
    fn drafted() -> World {
        let mut world = World::new(Procedure::AnnualPlan, day("2025-12-01"));
        world.sample("open-plan", UNIT_HEAD);
        world.sample("add-plan-item", EXECUTOR);
        world
    }

    #[test]
    fn p41_a_plan_is_approved_by_25_december_and_late_for_ever_after() {
        for (year, last, after) in [(2026, "2025-12-25", "2025-12-26"), (2022, "2021-12-25", "2021-12-26")] {
            let mut world = World::new(Procedure::AnnualPlan, day(last));
            world.today = world.today.first_of_month();
            world.done("open-plan", UNIT_HEAD, json!({"year": year}));
            world.sample("add-plan-item", EXECUTOR);
            let mut late = world.clone();
            world.today = day(last);
            world.sample("approve-plan", LEADER);
            let duty = world.duty("41");
            assert_eq!(
                (duty.due, duty.late(day("2030-01-01"))),
                (day(last), false),
                "it does not wait for a working day"
            );
            late.today = day(after);
            assert!(late.duty("41").late(late.today) && late.duty("41").open());
            late.sample("approve-plan", LEADER);
            assert!(late.duty("41").late(day("2030-01-01")));
            assert_eq!(late.duty("41").state, DutyState::Done(day(after)));
        }
    }

    #[test]
    fn p41_leadership_alone_approves_and_only_an_order_changes_what_is_approved() {
        let mut world = drafted();
        assert_eq!(world.refused("approve-plan", UNIT_HEAD, json!({})).code, "not-yours");
        assert!(world.never("supplement-plan"));
        assert!(world.case.plan().unwrap().entries("p").is_empty(), "a draft is the ground of nothing");
        world.sample("approve-plan", LEADER);
        assert_eq!(world.case.plan().unwrap().entries("p")[0].id, "p/1");
        assert_eq!(told(&world.not_yet("add-plan-item", EXECUTOR)), "§41 plan-approved");
        for step in ["change-plan-item", "remove-plan-item", "approve-plan"] {
            assert!(world.never(step), "{step}");
        }
        assert_eq!(world.refused("supplement-plan", UNIT_HEAD, json!({})).code, "not-yours");
        assert!(matches!(world.with("supplement-plan", LEADER, json!({"reason": ""})), Err(Halt::Wrong(_))));
        world.sample("supplement-plan", LEADER);
        let plan = world.case.plan().unwrap();
        assert_eq!((plan.items.len(), plan.supplements.len(), plan.entries("p")[1].id.as_str()), (2, 1, "p/2"));
        assert_eq!(plan.approved, Some(day("2025-12-01")));
    }

    #[test]
    fn p42_a_plan_of_a_year_gone_by_takes_no_more_items() {
        let mut world = drafted();
        world.sample("approve-plan", LEADER);
        world.today = day("2026-12-31");
        assert!(world.ready("supplement-plan", LEADER));
        world.today = day("2027-01-01");
        assert_eq!(told(&world.not_yet("supplement-plan", LEADER)), "§42 plan-year-over year=2026");
    }

    #[test]
    fn p42_an_empty_plan_is_not_approved() {
        let mut world = drafted();
        world.sample("remove-plan-item", EXECUTOR);
        assert_eq!(told(&world.not_yet("approve-plan", LEADER)), "§42 plan-empty");
        assert!(world.never("change-plan-item"));
    }

    #[test]
    fn p42_an_item_lists_object_dates_and_executors() {
        let mut world = drafted();
        let mut refused = |changes| told(&world.refused("add-plan-item", EXECUTOR, changes));
        assert_eq!(refused(json!({"from": "2026-03-10", "to": "2026-03-09"})), "§42 dates-turned @to");
        assert_eq!(refused(json!({"from": "2025-12-31"})), "§42 outside-plan-year year=2026 @from");
        assert_eq!(refused(json!({"to": "2027-01-01"})), "§42 outside-plan-year year=2026 @to");
        assert_eq!(
            refused(json!({"object": "district"})),
            "§38 outside-central-scope control=ministry object=district @object"
        );
        assert_eq!(refused(json!({"executors": ["lead"]})), "§42 not-an-executor @executors");
        let clash = json!({"from": "2026-01-25", "to": "2026-02-10"});
        assert_eq!(refused(clash), "§42 same-object-same-time item=1 @object");
        // Another object at that time, or that object a day later, is no clash; nor is an item with itself.
        world.clone().done(
            "add-plan-item",
            EXECUTOR,
            json!({"from": "2026-01-25", "to": "2026-01-25", "object": "unit"}),
        );
        world.done("add-plan-item", EXECUTOR, json!({"from": "2026-01-26", "to": "2026-02-10"}));
        world.done("change-plan-item", EXECUTOR, json!({"number": "1", "from": "2026-01-01", "to": "2026-01-25"}));
        assert_eq!(world.case.plan().unwrap().items[0].from, day("2026-01-01"));
    }

    #[test]
    fn p42_a_change_leaves_what_it_does_not_name() {
        let mut world = World::new(Procedure::AnnualPlan, day("2025-12-01"));
        world.sample("open-plan", UNIT_HEAD);
        world.sample("add-plan-item", EXECUTOR);
        let before = world.case.plan().unwrap().items[0].clone();
        world.take("change-plan-item", EXECUTOR, json!({"number": "1", "matter": "Тыңғылықты"})).unwrap();
        let after = &world.case.plan().unwrap().items[0];
        assert_eq!(*after, super::Item { matter: "Тыңғылықты".into(), ..before });
    }

    #[test]
    fn p41_a_plan_is_for_this_year_or_the_next() {
        let mut world = World::new(Procedure::AnnualPlan, day("2025-12-01"));
        for year in [2024, 2027] {
            let wrong = world.with("open-plan", UNIT_HEAD, json!({"year": year}));
            assert!(matches!(wrong, Err(Halt::Wrong(errors)) if errors[0].code == "out-of-range"));
        }
        world.done("open-plan", UNIT_HEAD, json!({"year": 2025}));
        assert!(world.duty("41").late(world.today), "this year's plan is late already");
    }
}
