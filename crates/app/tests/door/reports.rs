//! Reports that the product begins by itself, and the reminders of them. Running twice adds nothing.

use std::collections::BTreeSet;

use jiff::civil::Date;
use law::{
    ch3_reports::{p60_routing::owed, report::case_id},
    term::Quarter,
};
use sapa::{door, jobs};
use store::reports::board;

use crate::support::{Product, both, day, set_day};

const DISTRICT: &str = "akimat-akmola-district-arshaly";
const FILLS: &str = "arshaly.report.report-executor";
const SIGNS: &str = "arshaly.head.report-signatory";
const ABOVE: &str = "akmola.report.report-executor";

async fn begun(product: &Product, quarter: Quarter) -> BTreeSet<String> {
    board::every(product.db(), quarter).await.unwrap().into_iter().map(|m| m.case).collect()
}

fn all_owed(product: &Product, quarter: Quarter) -> BTreeSet<String> {
    let owed = owed(&product.app.registry().tree, quarter);
    owed.into_iter().map(|(body, route)| case_id(&body, route.form, quarter)).collect()
}

async fn commits(product: &Product) -> u64 {
    store::verify::database(product.db()).await.unwrap().report.commits
}

both! {
    async fn each_report_owed_is_begun_once_a_quarter(product: &Product) {
        let (second, third): (Quarter, Quarter) = ("2025-Q2".parse().unwrap(), "2025-Q3".parse().unwrap());
        jobs::run_due(&product.app).await.unwrap();
        let there = begun(product, second).await;
        assert_eq!(there, all_owed(product, second));
        assert!(there.len() > 100 && there.contains(&format!("2-mq-2025-q2-{DISTRICT}")), "{}", there.len());
        for form in ["1-mq", "2-mq", "3-mq", "4-mq"] {
            assert!(there.iter().any(|case| case.starts_with(form)), "{form}");
        }
        let count = commits(product).await;
        assert_eq!(count, there.len() as u64);
        jobs::run_due(&product.app).await.unwrap();
        assert_eq!(commits(product).await, count, "twice changes nothing");
        day("2025-06-30");
        jobs::run_due(&product.app).await.unwrap();
        assert_eq!(commits(product).await, count, "the quarter is the same to its last day");
        day("2025-07-01");
        jobs::run_due(&product.app).await.unwrap();
        assert_eq!(begun(product, third).await, all_owed(product, third));
        let count = commits(product).await;
        jobs::run_due(&product.app).await.unwrap();
        assert_eq!((commits(product).await, begun(product, second).await), (count, there));
        // Begun by the product, for those who fill and sign, and for nobody outside.
        let case = format!("2-mq-2025-q3-{DISTRICT}");
        let facts = door::facts(&product.app, &case).await.unwrap();
        assert_eq!((facts.len(), facts[0].by.user.as_str(), facts[0].by.body.as_str()), (1, "", DISTRICT));
        for (grant, sees) in [(FILLS, true), (SIGNS, true), (ABOVE, false)] {
            let actor = product.actor(grant).await;
            assert_eq!(door::open(&product.app, &actor, &case).await.unwrap().is_some(), sees, "{grant}");
        }
        let viewer = door::viewer(&product.app, &product.actor(FILLS).await);
        let duties = store::duties::my_duties(product.db(), &viewer, store::duties::Scope::Mine, 9).await.unwrap();
        let mine: Vec<_> = duties.iter().map(|d| d.case.as_str()).collect();
        assert!(mine.contains(&case.as_str()), "{mine:?}");
        assert!(store::verify::database(product.db()).await.unwrap().sound());
    }

    async fn whoever_owes_a_report_is_reminded_before_on_the_day_and_once_late(product: &Product) {
        jobs::run_due(&product.app).await.unwrap();
        let case = format!("2-mq-2025-q2-{DISTRICT}");
        let due = board::load(product.db(), &case).await.unwrap().unwrap().due;
        assert!(due >= "2025-07-05".parse::<Date>().unwrap());
        let calendar = product.app.law().calendar.clone();
        let mut told: Vec<(Date, String)> = Vec::new();
        let mut today: Date = "2025-06-28".parse().unwrap();
        while today < due.checked_add(jiff::Span::new().days(6)).unwrap() {
            set_day(today);
            jobs::run_due(&product.app).await.unwrap();
            jobs::run_due(&product.app).await.unwrap();
            for grant in [FILLS, SIGNS] {
                let viewer = door::viewer(&product.app, &product.actor(grant).await);
                let mut found = store::outbox::list(product.db(), &viewer, 200).await.unwrap();
                found.retain(|m| m.kind.starts_with("reminder-") && m.case.as_deref() == Some(&case));
                found.reverse();
                if grant == FILLS {
                    told.extend(found.iter().skip(told.len()).map(|m| (today, m.kind.clone())).collect::<Vec<_>>());
                }
                assert_eq!(found.len(), told.len(), "both are reminded: {grant}");
            }
            today = today.tomorrow().unwrap();
        }
        let kinds: Vec<_> = told.iter().map(|(_, kind)| kind.as_str()).collect();
        assert_eq!(kinds, ["reminder-due", "reminder-due", "reminder-due", "reminder-late"], "{told:?}");
        assert_eq!(calendar.working_between(told[0].0, due), 3, "{told:?}");
        assert_eq!(calendar.working_between(told[1].0, due), 1, "{told:?}");
        assert_eq!((told[2].0, told[3].0), (due, due.tomorrow().unwrap()));
        let viewer = door::viewer(&product.app, &product.actor(ABOVE).await);
        let others = store::outbox::list(product.db(), &viewer, 200).await.unwrap();
        assert!(others.iter().all(|m| m.case.as_deref() != Some(&case)), "it is nobody else's");
    }
}
