//! What the registry says of rows 16–18 of the reports.

use serde_json::json;

use super::{nobody, registered};
use crate::{
    ch3_reports::{
        FormId,
        own_figures::{APPEAL_ROWS, of_appeal},
    },
    edition::Edition,
    testing::*,
};

/// «16.2 00101001 2025-04-30».
fn counted(world: &World, by: &str) -> Vec<String> {
    let found = of_appeal(&world.case, &world.law, day(by));
    assert!(found.iter().all(|c| c.count == 1 && APPEAL_ROWS.contains(&c.row.as_str())));
    found.iter().map(|c| format!("{} {} {}", c.row, c.line, c.on)).collect()
}

#[test]
fn p60_an_appeal_counts_by_channel_and_source_in_the_month_of_its_receipt() {
    assert!(counted(&super::registry("agency-akmola"), "2025-06-30").is_empty());
    assert!(
        of_appeal(&World::event(day("2025-04-21")).case, &World::event(day("2025-04-21")).law, day("2025-06-30"))
            .is_empty()
    );
    let world =
        registered(json!({"received_on": "2025-04-29", "channel": "16-1", "services": ["00101001", "00101002"]}));
    assert_eq!(
        counted(&world, "2025-05-23"),
        ["16.1 00101001 2025-04-29", "17.1  2025-04-29"],
        "once, whatever it names"
    );
    assert_eq!(counted(&registered(nobody()), "2025-05-26"), ["16.2  2025-04-30", "17.7  2025-04-30"]);
}

#[test]
fn p60_a_broken_term_counts_as_on_the_day_that_is_asked_about() {
    let mut world = registered(json!({"channel": "16-3"}));
    let late = |world: &World, by| counted(world, by).iter().any(|c| c == "18.3  2025-04-30");
    assert!(!late(&world, "2025-05-26") && late(&world, "2025-05-27"));
    world.sample("draft-appeal-answer", INSPECTOR);
    let mut in_time = world.clone();
    in_time.today = day("2025-05-26");
    in_time.sample("answer-appeal", TERRITORIAL_LEADER);
    assert!(!late(&in_time, "2025-12-31"));
    world.today = day("2025-06-02");
    world.sample("answer-appeal", TERRITORIAL_LEADER);
    assert!(late(&world, "2025-12-31"), "late for ever");
    assert!(!late(&world, "2025-05-26"), "but not yet then");
    let mut longer = registered(json!({"channel": "16-3"}));
    longer.sample("extend-appeal", INSPECTOR);
    assert!(!late(&longer, "2025-06-10") && late(&longer, "2025-06-11"));
}

#[test]
fn p60_what_is_forwarded_breaks_no_term_of_a_review() {
    let world = registered(json!({"subject": "notary"}));
    assert_eq!(counted(&world, "2025-12-31"), ["16.2  2025-04-30", "17.1  2025-04-30"]);
}

#[test]
fn p61_both_forms_have_these_rows() {
    for form in [FormId::Central, FormId::Local] {
        let definition = form.form(Edition::JULY_2021);
        assert!(APPEAL_ROWS.iter().all(|row| definition.like(row).is_some()), "{form:?}");
    }
}
