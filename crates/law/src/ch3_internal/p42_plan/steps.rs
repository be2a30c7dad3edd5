//! §41–42: the steps of the annual plan.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;

use super::{AnnualPlan, Item, Removal, Supplement};
use crate::{
    bodies::BodyId,
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Reach, Refusal, Role,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    ch3_internal::{LEADER, UNIT, p38_scope, p41_grounds::people},
    rules::RuleId,
};

#[derive(Deserialize)]
struct Input {
    object: BodyId,
    matter: String,
    from: Date,
    to: Date,
    completion: String,
    executors: Vec<String>,
    #[serde(default)]
    reason: Option<String>,
}

fn plan<'a>(view: &View<'a>) -> &'a AnnualPlan {
    view.case.plan().expect("a step of the plan on a plan")
}

/// §42: an item is within the unit's scope and the plan's year; one object once at a time.
fn item(view: &View, input: Input, number: u32) -> Result<Item, Refusal> {
    let plan = plan(view);
    p38_scope::check(view.bodies, &view.case.body, &input.object)?;
    if input.to < input.from {
        return Err(Refusal::new(42, "dates-turned").at("to"));
    }
    let year = plan.year.unwrap_or_default();
    for (field, day) in [("from", input.from), ("to", input.to)] {
        if day.year() != year {
            return Err(Refusal::new(42, "outside-plan-year").text("year", year.to_string()).at(field));
        }
    }
    let clash = plan.items.iter().find(|other| {
        other.number != number && other.object == input.object && other.from <= input.to && input.from <= other.to
    });
    if let Some(other) = clash {
        return Err(Refusal::new(42, "same-object-same-time").number("item", other.number).at("object"));
    }
    let executors = people(view, &input.executors)?;
    Ok(Item {
        number,
        object: input.object,
        matter: input.matter,
        from: input.from,
        to: input.to,
        completion: input.completion,
        executors,
    })
}

fn item_fields(view: &View) -> Vec<Field> {
    let year = plan(view).year.unwrap_or_else(|| view.today.year());
    let day = |month, day| Date::new(year, month, day).unwrap_or(view.today);
    vec![
        Field::new("object", FieldKind::Body(Reach::Internal)),
        Field::lines("matter"),
        Field::date("from", day(1, 5)),
        Field::date("to", day(12, 20)),
        Field::text("completion"),
        Field::new("executors", FieldKind::People(Role::ResponsibleExecutor)),
    ]
}

fn item_sample(view: &View) -> serde_json::Value {
    let plan = plan(view);
    let year = plan.year.unwrap_or_else(|| view.today.year());
    let taken = |month: &i8| plan.items.iter().any(|i| (i.from.month()..=i.to.month()).contains(month));
    let month = (1..=12).find(|month| !taken(month)).unwrap_or(12);
    let object = view.bodies.iter().filter(|b| b.parent.as_ref() == Some(&view.case.body)).map(|b| &b.id).min();
    json!({
        "object": object.unwrap_or(&view.case.body),
        "matter": "Мерзімдердің сақталуы",
        "from": format!("{year}-{month:02}-02"),
        "to": format!("{year}-{month:02}-25"),
        "completion": "Бақылау іс-шарасының актісі",
        "executors": view.people.iter().filter(|(r, _)| *r == Role::ResponsibleExecutor).map(|(_, p)| &p.user).take(1).collect::<Vec<_>>(),
    })
}

fn numbers(view: &View) -> FieldKind {
    FieldKind::Pick(
        plan(view).items.iter().map(|i| (i.number.to_string(), format!("{}. {}", i.number, i.matter))).collect(),
    )
}

/// A draft plan for a year is begun.
pub struct OpenPlan;

impl Step for OpenPlan {
    fn def(&self) -> &'static Def {
        const { &Def::new("open-plan", 41, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        if view.case.facts.is_empty() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let year = i64::from(view.today.year());
        vec![Field::new("year", FieldKind::Number { min: year, max: year + 1 }).with(year + 1)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::PlanOpened(answers.read()) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"year": view.today.year() + 1}))]
    }
}

/// An item is added to the draft.
pub struct AddItem;

impl Step for AddItem {
    fn def(&self) -> &'static Def {
        const { &Def::new("add-plan-item", 42, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        match plan(view) {
            AnnualPlan { opened: None, .. } => Offer::Never,
            AnnualPlan { approved: Some(_), .. } => Offer::NotYet(Refusal::new(41, "plan-approved")),
            _ => Offer::Ready,
        }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        item_fields(view)
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let item = item(view, answers.read(), plan(view).next_number())?;
        Ok(vec![Draft { on: view.today, what: FactKind::PlanItemAdded(item) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(item_sample(view))]
    }
}

/// What is left empty stays as it is.
#[derive(Deserialize)]
struct Change {
    number: String,
    object: Option<BodyId>,
    matter: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    completion: Option<String>,
    executors: Option<Vec<String>>,
}

impl Change {
    fn of(self, item: &Item) -> Input {
        let named = item.executors.iter().map(|p| p.user.clone()).collect();
        Input {
            object: self.object.unwrap_or_else(|| item.object.clone()),
            matter: self.matter.unwrap_or_else(|| item.matter.clone()),
            from: self.from.unwrap_or(item.from),
            to: self.to.unwrap_or(item.to),
            completion: self.completion.unwrap_or_else(|| item.completion.clone()),
            executors: self.executors.filter(|e| !e.is_empty()).unwrap_or(named),
            reason: None,
        }
    }
}

/// An item of the draft is changed.
pub struct ChangeItem;

impl Step for ChangeItem {
    fn def(&self) -> &'static Def {
        const { &Def::new("change-plan-item", 42, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        let plan = plan(view);
        if plan.items.is_empty() || plan.approved.is_some() { Offer::Never } else { Offer::Ready }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let open = |field: Field| Field { default: json!(null), ..field }.optional();
        let number = Field::new("number", numbers(view));
        [number].into_iter().chain(item_fields(view).into_iter().map(open)).collect()
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let change: Change = answers.read();
        let old = plan(view).items.iter().find(|i| i.number.to_string() == change.number);
        let old = old.expect("a number that was among the choices");
        let item = item(view, change.of(old), old.number)?;
        Ok(vec![Draft { on: view.today, what: FactKind::PlanItemChanged(item) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let mut sample = item_sample(view);
        sample["number"] = plan(view).items[0].number.to_string().into();
        vec![Answers::of(sample)]
    }
}

/// An item of the draft is removed.
pub struct RemoveItem;

impl Step for RemoveItem {
    fn def(&self) -> &'static Def {
        const { &Def::new("remove-plan-item", 42, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        ChangeItem.offer(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("number", numbers(view))]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let number = answers.text("number").and_then(|n| n.parse().ok()).unwrap_or_default();
        Ok(vec![Draft { on: view.today, what: FactKind::PlanItemRemoved(Removal { number }) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"number": plan(view).items[0].number.to_string()}))]
    }
}

/// Leadership approves the plan by order, by 25 December of the year before; later is possible and late for ever.
pub struct ApprovePlan;

impl Step for ApprovePlan {
    fn def(&self) -> &'static Def {
        const { &Def::new("approve-plan", 41, LEADER).discharging(&[RuleId::R41]).issuing(DocumentKind::AnnualPlan) }
    }

    fn offer(&self, view: &View) -> Offer {
        match plan(view) {
            AnnualPlan { opened: None, .. } | AnnualPlan { approved: Some(_), .. } => Offer::Never,
            AnnualPlan { items, .. } if items.is_empty() => Offer::NotYet(Refusal::new(42, "plan-empty")),
            _ => Offer::Ready,
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::PlanApproved }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}

/// Leadership adds an item to the approved plan by order.
pub struct SupplementPlan;

impl Step for SupplementPlan {
    fn def(&self) -> &'static Def {
        const { &Def::new("supplement-plan", 41, LEADER).issuing(DocumentKind::AnnualPlan) }
    }

    fn offer(&self, view: &View) -> Offer {
        let (Some(_), Some(year)) = (plan(view).approved, plan(view).year) else {
            return Offer::Never;
        };
        if view.today.year() > year {
            return Offer::NotYet(Refusal::new(42, "plan-year-over").text("year", year.to_string()));
        }
        Offer::Ready
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        let mut fields = item_fields(view);
        fields.push(Field::lines("reason"));
        fields
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let mut input: Input = answers.read();
        let reason = input.reason.take().unwrap_or_default();
        let item = item(view, input, plan(view).next_number())?;
        Ok(vec![Draft { on: view.today, what: FactKind::PlanSupplemented(Supplement { item, reason }) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let mut sample = item_sample(view);
        sample["reason"] = "Уәкілетті органның тапсырмасы".into();
        vec![Answers::of(sample)]
    }
}
