//! What the product does by itself: reminders, drafts of next year's plan, cleaning up. `run_due(now)` does whatever is due
//! by the clock it is given, and doing it twice changes nothing.

use jiff::civil::Date;
use serde_json::json;
use store::outbox::{Addressee, IN_PRODUCT, Notice};

use crate::{app::Shared, door::Trouble};

/// Working days before a due date on which those who owe are reminded; the last is the day itself.
const REMIND: [i64; 3] = [3, 1, 0];

/// Does everything that is due now.
pub async fn run_due(app: &Shared) -> Result<(), Trouble> {
    let now = app.clock.now();
    remind(app, app.clock.today()).await?;
    store::sessions::purge_expired(&app.db, now).await?;
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
