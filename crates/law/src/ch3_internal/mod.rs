//! Chapter 3 of the Rules, internal control: the control event, §37–56.
//!
//! | file | paragraph |
//! |---|---|
//! | `event` | §40 the event as a whole: its state, duties, path |
//! | `p38_scope` | §37–39 whose services a unit controls |
//! | `p42_plan` | §41–42 the annual plan |
//! | `p41_grounds` | §41, §43 grounds, the order of appointment, its length |
//! | `p44_extension` | §44 extension |
//! | `p45_notice` | §45 notice |
//! | `p46_start` | §46 start; other dates before it |
//! | `p47_powers` | §47 what executors ask for and get |
//! | `p48_experts` | §48 experts |
//! | `p49_presentation` | §49 signing and presenting the act |
//! | `p50_act`, `p50_findings` | §50 the thirteen items; findings and checklist |
//! | `p51_answer` | §51 acquaintance, signature, objections |
//! | `p52_submission` | §52 materials to the head of the body |
//! | `p53_decision`, `p53_letter` | §53 decision; letter with measures |
//! | `p54_action_plan` | §54–55 action plan |
//! | `p56_reports` | §56 reports, liability, closing |

use jiff::civil::Date;

use crate::{
    case::{
        Refusal, Role,
        form::Checked,
        step::{Offer, Side, Step, View, happened},
    },
    edition::Law,
    rules::RuleId,
    term::{Due, Start, SubjectKind, due, due_date},
};

pub mod event;
pub mod p38_scope;
pub mod p41_grounds;
pub mod p42_plan;
pub mod p44_extension;
pub mod p45_notice;
pub mod p46_start;
pub mod p47_powers;
pub mod p48_experts;
pub mod p49_presentation;
pub mod p50_act;
pub mod p50_findings;
pub mod p51_answer;
pub mod p52_submission;
pub mod p53_decision;
pub mod p53_letter;
pub mod p54_action_plan;
pub mod p56_reports;

#[cfg(test)]
mod tests;

use event::ControlEvent;

/// Steps of the annual plan.
pub const PLAN_STEPS: &[&dyn Step] = &[
    &p42_plan::OpenPlan,
    &p42_plan::AddItem,
    &p42_plan::ChangeItem,
    &p42_plan::RemoveItem,
    &p42_plan::ApprovePlan,
    &p42_plan::SupplementPlan,
];

/// Steps of the control event.
pub const EVENT_STEPS: &[&dyn Step] = &[
    &p41_grounds::DraftOrder,
    &p41_grounds::ReviseOrder,
    &p48_experts::EngageExpert,
    &p41_grounds::SignOrder,
    &p46_start::MoveStart,
    &p45_notice::SendNotice,
    &p46_start::StartEvent,
    &p47_powers::RecordAction,
    &p47_powers::AnswerAction,
    &p50_findings::MarkChecklist,
    &p50_findings::RecordFinding,
    &p50_findings::WithdrawFinding,
    &p44_extension::ProposeExtension,
    &p44_extension::Extend,
    &p44_extension::DeclineExtension,
    &p50_act::DraftAct,
    &p49_presentation::SignAct,
    &p49_presentation::PresentAct,
    &p51_answer::Acquaint,
    &p51_answer::RefuseAcquaintance,
    &p51_answer::CountersignAct,
    &p51_answer::FileObjections,
    &p52_submission::SubmitMaterials,
    &p53_decision::Decide,
    &p53_decision::InformAgency,
    &p53_letter::DraftLetter,
    &p53_letter::SignLetter,
    &p53_letter::ReceiveLetter,
    &p54_action_plan::SubmitActionPlan,
    &p54_action_plan::AcceptActionPlan,
    &p54_action_plan::ReturnActionPlan,
    &p56_reports::ReportMeasure,
    &p56_reports::RecordLiability,
    &p56_reports::RestoreRights,
    &p56_reports::AcceptMeasure,
    &p56_reports::WaiveMeasure,
    &p56_reports::CloseEvent,
];

/// The internal control unit: executors and their head.
const UNIT: &[(Side, Role)] = &[(Side::Control, Role::ResponsibleExecutor), (Side::Control, Role::UnitHead)];
/// Leadership of the body.
const LEADER: &[(Side, Role)] = &[(Side::Control, Role::Leader)];
/// Leadership of the unit.
const UNIT_HEAD: &[(Side, Role)] = &[(Side::Control, Role::UnitHead)];
/// The control object; the executor writes down what came on paper.
const OBJECT: &[(Side, Role)] = &[(Side::Object, Role::ControlObjectHead), (Side::Control, Role::ResponsibleExecutor)];

/// The event of the case. Steps of the event are only ever offered on its cases.
fn event<'a>(view: &View<'a>) -> &'a ControlEvent {
    view.case.event().expect("a step of the control event on a control event")
}

/// An executor acts in an event only where the order names them (§45, §47).
fn named(view: &View) -> Offer {
    let named = view.case.executors().iter().any(|p| p.user == view.actor.user);
    if view.actor.role != Role::ResponsibleExecutor || named {
        Offer::Ready
    } else {
        Offer::NotYet(Refusal::new(45, "only-named-executors"))
    }
}

/// The day of what the object does, between `earliest` and today. What came on paper the executor writes down with its
/// day; what the object does here itself it does today, so that nobody dates an own answer back into the term.
pub fn day_of_answer(view: &View, paragraph: u8, answers: &Checked, earliest: Date) -> Result<Date, Refusal> {
    let on = answers.text("on").and_then(|d| d.parse().ok()).unwrap_or(view.today);
    happened(view, paragraph, "on", on, earliest)?;
    if on < view.today && view.actor.role == Role::ControlObjectHead {
        return Err(Refusal::new(paragraph, "dated-back").date("today", view.today).at("on"));
    }
    Ok(on)
}

/// Last day of a term that counts from a day.
fn last_day(law: &Law, rule: RuleId, from: Date) -> Date {
    due_date(law, rule, Start::Day(from), SubjectKind::Other).expect("the rule counts from a day")
}

/// The same with its reckoning.
fn reckoned(law: &Law, rule: RuleId, from: Date) -> Due {
    due(law, rule, Start::Day(from), SubjectKind::Other).expect("the rule counts from a day")
}
