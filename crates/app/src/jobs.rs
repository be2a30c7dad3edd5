//! What the product does by itself: reminders, drafts of next year's plan, cleaning up. `run_due(now)` does whatever is due
//! by the clock it is given, and doing it twice changes nothing.

use jiff::civil::Date;
use law::{
    case::Role,
    rules::RuleId,
    term::{Start, SubjectKind},
};
use serde_json::json;
use store::outbox::{Addressee, IN_PRODUCT, Notice};

use crate::{app::Shared, door::Trouble};

/// Working days before a due date on which those who owe are reminded; the last is the day itself.
const REMIND: [i64; 3] = [3, 1, 0];

/// Does everything that is due now.
pub async fn run_due(app: &Shared) -> Result<(), Trouble> {
    remind(app, app.clock.today()).await?;
    remind_of_plans(app, app.clock.today()).await?;
    store::sessions::purge_expired(&app.db, app.clock.source()()).await?;
    Ok(())
}

/// Puts reminders of open duties into the outbox: three working days before, the day before, on the day, and once late.
async fn remind(app: &Shared, today: Date) -> Result<(), Trouble> {
    let law = app.law();
    let horizon = law.calendar.add_working(today, 3);
    let mut messages = Vec::new();
    for owed in store::duties::open_duties_all(&app.db, horizon).await? {
        let duty = &owed.duty;
        let left = law.calendar.working_between(today, duty.due);
        let kind = if today > duty.due {
            "reminder-late"
        } else if REMIND.contains(&left) {
            "reminder-due"
        } else {
            continue;
        };
        for role in &duty.roles {
            let stage = if today > duty.due { "late".to_owned() } else { left.to_string() };
            messages.push(Notice {
                id: app.random_word(20),
                to: Addressee::Role(duty.body.clone(), *role),
                kind: kind.to_owned(),
                case: Some(owed.case.clone()),
                args: json!({ "what": duty.what, "due": duty.due }),
                due_key: Some(format!("{}/{}/{}/{stage}/{}", owed.case, duty.key, duty.due, role.word())),
                channel: IN_PRODUCT.into(),
            });
        }
    }
    store::outbox::enqueue(&app.db, &messages, app.clock.now()).await?;
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
        if grant.role != Role::UnitHead || !store::cases::every_plan_case(&app.db, &grant.body, year).await?.is_empty()
        {
            continue;
        }
        notices.push(Notice {
            id: app.random_word(20),
            to: Addressee::Role(grant.body.clone(), grant.role),
            kind: "reminder-plan".into(),
            case: None,
            args: json!({ "year": year.to_string(), "due": due }),
            due_key: Some(format!("plan/{}/{year}/{stage}", grant.body)),
            channel: IN_PRODUCT.into(),
        });
    }
    store::outbox::enqueue(&app.db, &notices, app.clock.now()).await?;
    Ok(())
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
