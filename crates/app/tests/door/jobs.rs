//! Reminders: three working days before, one before, on the day, and once late. Running twice adds nothing.

use jiff::civil::Date;
use sapa::{door, jobs};
use store::outbox::Message;

use crate::support::{EXECUTOR, LEADER, Product, both, set_day};

/// The reminders that a person has got, oldest first.
async fn reminders(product: &Product, grant: &str) -> Vec<Message> {
    let viewer = door::viewer(&product.app, &product.actor(grant).await);
    let mut found = store::outbox::list(product.db(), &viewer, 200).await.unwrap();
    found.retain(|m| m.kind.starts_with("reminder-"));
    found.reverse();
    found
}

async fn on(product: &Product, day: Date) {
    set_day(day);
    jobs::run_due(&product.app).await.unwrap();
    jobs::run_due(&product.app).await.unwrap();
}

both! {
    async fn who_owes_is_reminded_three_one_no_days_before_and_once_late(product: &Product) {
        product.until("case1", "start-event").await;
        let duty = || async { product.desk(EXECUTOR, "case1").await };
        let desk = duty().await;
        let due = desk.case.duties(&desk.law).into_iter().find(|d| d.step == "present-act").unwrap().due;
        let calendar = product.app.law().calendar.clone();
        let before = |days| -> Date {
            let mut day = due;
            while calendar.working_between(day, due) < days {
                day = day.yesterday().unwrap();
            }
            day
        };
        let mut day = product.app.clock.today();
        let mut told = Vec::new();
        while day < due.checked_add(jiff::Span::new().days(20)).unwrap() {
            on(product, day).await;
            let now = reminders(product, EXECUTOR).await;
            told.extend(now.iter().skip(told.len()).map(|m| (day, m.kind.clone())).collect::<Vec<_>>());
            day = day.tomorrow().unwrap();
        }
        // Days off before the due date may be the first on which three or one working days are left.
        let kinds: Vec<_> = told.iter().map(|(_, kind)| kind.as_str()).collect();
        assert_eq!(kinds, ["reminder-due", "reminder-due", "reminder-due", "reminder-late"], "{told:?}");
        assert_eq!(calendar.working_between(told[0].0, due), 3, "{told:?}");
        assert_eq!(calendar.working_between(told[1].0, due), 1, "{told:?}");
        assert!(told[0].0 <= before(3) && told[1].0 <= before(1));
        assert_eq!(told[2].0, due);
        assert_eq!(told[3].0, due.tomorrow().unwrap());
        assert!(reminders(product, LEADER).await.is_empty(), "the duty is the unit's");
    }

    async fn what_is_done_is_not_reminded_of(product: &Product) {
        product.until("case1", "present-act").await;
        let desk = product.desk(EXECUTOR, "case1").await;
        let due = desk.case.duties(&desk.law).into_iter().find(|d| d.step == "present-act").unwrap().due;
        on(product, due).await;
        let about = reminders(product, EXECUTOR).await;
        assert!(about.iter().all(|m| m.args["what"] != "rule-49"), "{about:?}");
    }
}
