//! §41 and §43: the grounds of a control event, its order of appointment, and how long it may last.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{LEADER, UNIT, event, last_day, p38_scope, p42_plan::PlanEntry};
use crate::{
    bodies::BodyId,
    case::{
        Answers, DocumentKind, FactKind, Field, FieldKind, Reach, Refusal, Role,
        actor::Person,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    edition::ParameterId,
    rules::RuleId,
};

/// What may lead to a control event (§41).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The annual plan.
    Plan,
    /// An appeal of a natural or legal person with specific facts.
    Appeal,
    /// Results of the monitoring of the quality of public services.
    Monitoring,
    /// Instruction of the authorised body for assessment and control.
    Instruction,
}

impl Ground {
    /// The words, as in locale keys (`ground-…`).
    pub const WORDS: [&str; 4] = ["plan", "appeal", "monitoring", "instruction"];

    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// What the order of appointment says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    pub ground: Ground,
    /// The entry of the annual plan, `CASE/ITEM`.
    pub plan_item: Option<String>,
    /// Number of the appeal, the monitoring results, the instruction; and its date.
    pub reference: Option<String>,
    #[serde(default)]
    pub reference_on: Option<Date>,
    /// The specific facts.
    pub facts: Option<String>,
    pub object: BodyId,
    pub matter: String,
    /// The period under check, both days included.
    pub period_from: Date,
    pub period_to: Date,
    /// First and last day of the event, both included.
    pub start: Date,
    pub end: Date,
    pub executors: Vec<Person>,
}

#[derive(Deserialize)]
struct Input {
    ground: Ground,
    plan_item: Option<String>,
    reference: Option<String>,
    reference_on: Option<Date>,
    facts: Option<String>,
    object: BodyId,
    matter: String,
    period_from: Date,
    period_to: Date,
    start: Date,
    end: Date,
    executors: Vec<String>,
    impartial: bool,
}

/// First start for which the notice of §45 can still go out today.
pub fn earliest_start(view: &View) -> Date {
    let calendar = &view.law.calendar;
    let mut start = calendar.add_working(view.today, 1);
    while last_day(view.law, RuleId::R45, start) < view.today {
        start = calendar.add_working(start, 1);
    }
    start
}

/// §1: the object exists on the day of the start.
pub fn check_object(view: &View, object: &str, start: Date) -> Result<(), Refusal> {
    match view.bodies.get(object) {
        Some(body) if !body.exists_on(start) => Err(Refusal::new(1, "body-not-there").text("body", object)),
        _ => Ok(()),
    }
}

/// §50 5): the period under check ends with the event at the latest.
pub fn check_period(from: Date, to: Date, end: Date) -> Result<(), Refusal> {
    if to < from {
        return Err(Refusal::new(50, "period-turned"));
    }
    if to > end {
        return Err(Refusal::new(50, "period-after-end").date("end", end));
    }
    Ok(())
}

/// §43: the event begins on a working day and lasts at most the working days allowed; the notice must still be possible.
pub fn check_dates(view: &View, start: Date, end: Date) -> Result<(), Refusal> {
    let calendar = &view.law.calendar;
    if !calendar.is_working(start) {
        return Err(Refusal::new(46, "start-not-working").date("next", calendar.next_working(start)).at("start"));
    }
    let earliest = earliest_start(view);
    if start < earliest {
        return Err(Refusal::new(45, "no-time-for-notice").date("earliest", earliest).at("start"));
    }
    if end < start {
        return Err(Refusal::new(43, "end-before-start").date("start", start).at("end"));
    }
    let latest = last_day(view.law, RuleId::R43, start);
    if end > latest {
        let days = view.law.parameter(ParameterId::R43, start);
        return Err(Refusal::new(43, "too-long").number("days", days).date("latest", latest).at("end"));
    }
    Ok(())
}

impl Input {
    fn appointment(self, view: &View) -> Result<Appointment, Refusal> {
        if !self.impartial {
            return Err(Refusal::new(3, "not-impartial").at("impartial"));
        }
        p38_scope::check(view.bodies, &view.case.body, &self.object)?;
        check_object(view, &self.object, self.start).map_err(|r| r.at("object"))?;
        check_dates(view, self.start, self.end)?;
        check_period(self.period_from, self.period_to, self.end).map_err(|r| r.at("period_to"))?;
        let entry = self.plan_item.as_ref().and_then(|id| view.plan.iter().find(|e| &e.id == id));
        match self.ground {
            Ground::Plan => check_entry(entry, &self.object, self.start)?,
            _ if self.reference.is_none() => {
                return Err(Refusal::new(41, "ground-without-reference").at("reference"));
            }
            Ground::Appeal if self.facts.is_none() => {
                return Err(Refusal::new(41, "appeal-without-facts").at("facts"));
            }
            _ => {}
        }
        if self.reference_on.is_some_and(|on| on > view.today) {
            return Err(Refusal::new(41, "in-the-future").date("today", view.today).at("reference_on"));
        }
        let planned = self.ground == Ground::Plan;
        Ok(Appointment {
            ground: self.ground,
            plan_item: self.plan_item.filter(|_| planned),
            reference: self.reference.filter(|_| !planned),
            reference_on: self.reference_on.filter(|_| !planned),
            facts: self.facts.filter(|_| !planned),
            object: self.object,
            matter: self.matter,
            period_from: self.period_from,
            period_to: self.period_to,
            start: self.start,
            end: self.end,
            executors: people(view, &self.executors)?,
        })
    }
}

/// The plan is the ground only for what it names: object and dates (§41–42).
fn check_entry(entry: Option<&PlanEntry>, object: &str, start: Date) -> Result<(), Refusal> {
    let Some(entry) = entry else {
        return Err(Refusal::new(41, "no-plan-item").at("plan_item"));
    };
    if entry.item.object != object {
        return Err(Refusal::new(41, "not-the-planned-object").text("object", &entry.item.object).at("object"));
    }
    if start < entry.item.from || start > entry.item.to {
        let refusal = Refusal::new(42, "outside-planned-dates").date("from", entry.item.from).date("to", entry.item.to);
        return Err(refusal.at("start"));
    }
    Ok(())
}

/// The executors of the acting body with these ids.
pub fn people(view: &View, ids: &[String]) -> Result<Vec<Person>, Refusal> {
    ids.iter()
        .map(|id| {
            view.people
                .iter()
                .find(|(role, person)| *role == Role::ResponsibleExecutor && &person.user == id)
                .map(|(_, person)| person.clone())
                .ok_or_else(|| Refusal::new(42, "not-an-executor").at("executors"))
        })
        .collect()
}

fn fields(view: &View) -> Vec<Field> {
    let event = event(view);
    let start = earliest_start(view);
    let plan = view.plan.iter().map(|e| (e.id.clone(), e.item.matter.clone())).collect();
    let mut fields = vec![
        Field::choice("ground", "ground", &Ground::WORDS),
        Field::new("plan_item", FieldKind::Pick(plan)).optional(),
        Field::text("reference").optional(),
        Field::new("reference_on", FieldKind::Date).optional(),
        Field::lines("facts").optional(),
        Field::new("object", FieldKind::Body(Reach::Internal)),
        Field::lines("matter"),
        Field::date("period_from", start.first_of_year()),
        Field::date("period_to", view.today),
        Field::date("start", start),
        Field::date("end", last_day(view.law, RuleId::R43, start)),
        Field::new("executors", FieldKind::People(Role::ResponsibleExecutor)),
        Field::new("impartial", FieldKind::Flag).optional(),
    ];
    if let Some(draft) = &event.appointment {
        let mut given = serde_json::to_value(draft).unwrap_or_default();
        given["executors"] = draft.executors.iter().map(|p| p.user.clone()).collect::<Vec<_>>().into();
        given["impartial"] = true.into();
        for field in &mut fields {
            field.default = given[field.name].take();
        }
    }
    fields
}

fn draft(view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
    let appointment = answers.read::<Input>().appointment(view)?;
    Ok(vec![Draft { on: view.today, what: FactKind::Drafted(appointment) }])
}

fn samples(view: &View) -> Vec<Answers> {
    let start = earliest_start(view);
    let object = view.bodies.iter().filter(|b| b.parent.as_ref() == Some(&view.case.body)).map(|b| &b.id).min();
    let executors = view.people.iter().filter(|(role, _)| *role == Role::ResponsibleExecutor);
    let executors: Vec<_> = executors.take(2).map(|(_, person)| &person.user).collect();
    let common = json!({
        "object": object.unwrap_or(&view.case.body),
        "matter": "Мемлекеттік қызметтерді көрсету мерзімдерінің сақталуы",
        "period_from": start.first_of_year(),
        "period_to": view.today,
        "start": start,
        "end": last_day(view.law, RuleId::R43, start),
        "executors": executors,
        "impartial": true,
    });
    let mut out = vec![json!({"ground": "appeal", "reference": "№ 17", "facts": "Жауап мерзімінен кеш берілген"})];
    out.push(json!({"ground": "monitoring", "reference": "I тоқсан мониторингі"}));
    out.push(json!({"ground": "instruction", "reference": "№ 3"}));
    for entry in view.plan.iter().take(1) {
        let at = start.max(entry.item.from);
        out.push(json!({"ground": "plan", "plan_item": entry.id, "object": entry.item.object, "start": at,
            "end": last_day(view.law, RuleId::R43, at)}));
    }
    out.into_iter()
        .map(|mut sample| {
            for (name, value) in common.as_object().into_iter().flatten() {
                sample.as_object_mut().expect("an object").entry(name.as_str()).or_insert_with(|| value.clone());
            }
            Answers::of(sample)
        })
        .collect()
}

/// The unit drafts the order of appointment: this opens the case.
pub struct DraftOrder;

impl Step for DraftOrder {
    fn def(&self) -> &'static Def {
        const { &Def::new("draft-order", 41, UNIT) }
    }

    fn offer(&self, view: &View) -> Offer {
        if view.case.facts.is_empty() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        fields(view)
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        draft(view, answers)
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        samples(view)
    }
}

/// The draft is changed before it is signed.
pub struct ReviseOrder;

impl Step for ReviseOrder {
    fn def(&self) -> &'static Def {
        const { &Def::new("revise-order", 41, UNIT).rare() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        if event.appointment.is_some() && event.appointed.is_none() { Offer::Ready } else { Offer::Never }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        fields(view)
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        draft(view, answers)
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        samples(view).into_iter().take(1).collect()
    }
}

/// Leadership signs the order: the event is appointed.
pub struct SignOrder;

impl Step for SignOrder {
    fn def(&self) -> &'static Def {
        const { &Def::new("sign-order", 41, LEADER).issuing(DocumentKind::Order).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        let event = event(view);
        let (Some(appointment), None) = (&event.appointment, event.appointed) else {
            return Offer::Never;
        };
        match check_dates(view, appointment.start, appointment.end) {
            Ok(()) => Offer::Ready,
            Err(refusal) => Offer::NotYet(refusal),
        }
    }

    fn fields(&self, _: &View) -> Vec<Field> {
        Vec::new()
    }

    fn take(&self, view: &View, _: &Checked) -> Result<Vec<Draft>, Refusal> {
        Ok(vec![Draft { on: view.today, what: FactKind::Appointed }])
    }

    fn samples(&self, _: &View) -> Vec<Answers> {
        vec![Answers::default()]
    }
}
