//! What the product does by itself: reminders, drafts of next year's plan, cleaning up, packages for legal statistics.
//! `run_due(now)` does whatever is due by the clock it is given, and doing it twice changes nothing.

use jiff::{ToSpan, civil::Date};
use law::{
    case::Role,
    rules::RuleId,
    term::{Start, SubjectKind},
};
use serde_json::json;
use store::{
    duties::CaseDuty,
    outbox::{Addressee, IN_PRODUCT, Notice, reminder_key, unreminded},
};

use crate::{app::Shared, door::Trouble, exchange::deliver::NotSent};

/// Working days before a due date on which those who owe are reminded; the last is the day itself.
const REMIND: [i64; 3] = [3, 1, 0];

/// Does everything that is due now.
pub async fn run_due(app: &Shared) -> Result<(), Trouble> {
    crate::reports::opening::begin_all(app).await?;
    remind(app, app.clock.today()).await?;
    remind_of_plans(app, app.clock.today()).await?;
    store::sessions::purge_expired(&app.db, app.clock.source()()).await?;
    app.limits.forget();
    match crate::exchange::deliver_due(app).await {
        Ok(_) => Ok(()),
        Err(NotSent::Line(error)) => {
            tracing::error!(%error, "no line to legal statistics");
            Ok(())
        }
        Err(NotSent::Trouble(trouble)) => Err(trouble),
    }
}

/// Puts reminders of open duties into the outbox: three working days before, the day before, on the day, and once late.
async fn remind(app: &Shared, today: Date) -> Result<(), Trouble> {
    let law = app.law();
    let mut messages = Vec::new();
    let mut add = |owed: &CaseDuty, kind: &str, stage: &str| {
        let duty = &owed.duty;
        for role in &duty.roles {
            messages.push(Notice {
                id: app.random_word(20),
                to: Addressee::Role(duty.body.clone(), *role),
                kind: kind.to_owned(),
                case: Some(owed.case.clone()),
                args: json!({ "what": duty.what, "due": duty.due }),
                due_key: Some(reminder_key(&owed.case, &duty.key, duty.due, stage, *role)),
                channel: IN_PRODUCT.into(),
            });
        }
    };
    for owed in unreminded(&app.db, Date::MIN, today.yesterday().unwrap_or(Date::MIN), "late").await? {
        add(&owed, "reminder-late", "late");
    }
    let horizon = law.calendar.add_working(today, 3);
    for due in today.series(1.day()).take_while(|day| *day <= horizon) {
        let left = law.calendar.working_between(today, due);
        if REMIND.contains(&left) {
            let stage = left.to_string();
            for owed in unreminded(&app.db, due, due, &stage).await? {
                add(&owed, "reminder-due", &stage);
            }
        }
    }
    send(app, &messages).await
}

/// Puts messages into the outbox, if there are any.
async fn send(app: &Shared, messages: &[Notice]) -> Result<(), Trouble> {
    if !messages.is_empty() {
        store::outbox::enqueue(&app.db, messages, app.clock.now()).await?;
    }
    Ok(())
}

/// §41: bodies that hold control events and have not begun next year's plan are told so, from November on, more often
/// as 25 December comes near.
async fn remind_of_plans(app: &Shared, today: Date) -> Result<(), Trouble> {
    let stage = match (today.month(), today.day()) {
        (11, _) => "november",
        (12, ..=10) => "december",
        (12, ..=25) => "last",
        _ => return Ok(()),
    };
    let year = today.year() + 1;
    let Ok(due) = law::term::due_date(&app.law(), RuleId::R41, Start::Year(year), SubjectKind::Other) else {
        return Ok(());
    };
    let mut notices = Vec::new();
    for grant in store::grants::in_force(&app.db, today).await? {
        let key = format!("plan/{}/{year}/{stage}", grant.body);
        if grant.role != Role::UnitHead
            || store::outbox::sent(&app.db, &key).await?
            || !store::cases::every_plan_case(&app.db, &grant.body, year).await?.is_empty()
        {
            continue;
        }
        notices.push(Notice {
            id: app.random_word(20),
            to: Addressee::Role(grant.body.clone(), grant.role),
            kind: "reminder-plan".into(),
            case: None,
            args: json!({ "year": year.to_string(), "due": due }),
            due_key: Some(key),
            channel: IN_PRODUCT.into(),
        });
    }
    send(app, &notices).await
}

/// Runs what is due every minute until the product stops.
pub async fn keep_running(app: Shared, mut stop: tokio::sync::watch::Receiver<bool>) {
    loop {
        if let Err(error) = run_due(&app).await {
            tracing::error!(%error, "jobs failed; they are tried again in a minute");
        }
        tokio::select! {
            () = tokio::time::sleep(std::time::Duration::from_secs(60)) => {}
            _ = stop.changed() => return,
        }
    }
}
