//! §18: how long (Code art. 148(1)), over days off; §21: not before the notice.

use serde_json::json;

use super::{drafted, visit_drafted};
use crate::{case::Procedure, testing::*};

fn world(today: &str) -> World {
    World::external(Procedure::Inspection, "agency-akmola", day(today))
}

#[test]
fn p18_an_inspection_lasts_ten_working_days_a_visit_fifteen_a_micro_business_five() {
    // Begins on Tuesday 22 April 2025. 22–25 | 28–30 April, 2 May | 5 6 8 | 12 13 14 15 May; 1, 7 and 9 May are off.
    for (procedure, size, latest, after) in [
        (Procedure::Inspection, "other", "2025-05-06", "2025-05-08"),
        (Procedure::Inspection, "micro", "2025-04-28", "2025-04-29"),
        (Procedure::Visit, "other", "2025-05-15", "2025-05-16"),
        (Procedure::Visit, "micro", "2025-04-28", "2025-04-29"),
    ] {
        let mut world = if procedure == Procedure::Visit { visit_drafted("2025-04-21") } else { drafted() };
        let changed = json!({"size": size, "end": after});
        let refusal = world.refused("revise-appointment", INSPECTOR, changed);
        let longer = format!("§18 longer-than-allowed latest={latest} breach=breach-term-exceeded @end");
        assert_eq!(told(&refusal), longer, "{procedure:?} {size}");
        world.done("revise-appointment", INSPECTOR, json!({"size": size, "end": latest}));
        // Shorter is as the work asks.
        world.done("revise-appointment", INSPECTOR, json!({"size": size, "end": "2025-04-22"}));
        let refusal = world.refused("revise-appointment", INSPECTOR, json!({"size": size, "end": "2025-04-21"}));
        assert_eq!(told(&refusal), "§18 end-before-start start=2025-04-22 @end");
    }
}

#[test]
fn p18_over_nauryz_and_over_the_new_year() {
    // Monday 17 March 2025: 17–20 | 26 27 28 | 31 March, 1 2 April. Tuesday 30 December: 30 31 | 5 6 8 9 | 12–15 January.
    for (today, latest) in [("2025-03-14", "2025-04-02"), ("2025-12-29", "2026-01-15")] {
        let mut world = world(today);
        world.sample("draft-appointment", INSPECTOR);
        let act = world.case.inspection().unwrap().appointment.clone().unwrap();
        assert_eq!(act.end, day(latest));
        let longer = act.end.tomorrow().unwrap();
        let refusal = world.refused("revise-appointment", INSPECTOR, json!({"end": longer}));
        assert_eq!((refusal.code, refusal.field), ("longer-than-allowed", Some("end")));
    }
}

#[test]
fn p18_it_begins_on_a_working_day() {
    let mut world = world("2025-04-29");
    for (start, next) in [("2025-05-01", "2025-05-02"), ("2025-05-03", "2025-05-05"), ("2025-05-09", "2025-05-12")] {
        let refusal = world.refused("draft-appointment", INSPECTOR, json!({"start": start, "end": "2025-05-12"}));
        assert_eq!(told(&refusal), format!("§22 start-not-working next={next} @start"));
    }
}

#[test]
fn p21_it_begins_a_day_after_the_notice_but_on_grounds_3_4_9_and_far_away() {
    let told_later = "§21 no-time-for-start-notice earliest=2025-04-22 breach=breach-no-notice @start";
    for (ground, sudden) in
        [("3", true), ("4", true), ("9", true), ("5", false), ("6", false), ("7", false), ("8", false)]
    {
        let mut world = world("2025-04-21");
        let mut appeal = super::tells(&super::started(), "x");
        appeal.what = crate::ch2_external::dossier::What::Appeal(crate::ch2_external::dossier::Appeal {
            number: "1".into(),
            source: "17-1".into(),
            anonymous: false,
            services: Vec::new(),
            text: "facts".into(),
            route: Some("inspection".into()),
            ground: None,
            handed_to: None,
            answered: None,
            justified: false,
            late: false,
            restored: 0,
        });
        world.dossier.told = vec![appeal];
        let today = json!({"ground": ground, "basis": "x", "start": "2025-04-21", "end": "2025-04-25"});
        if sudden {
            world.done("draft-appointment", INSPECTOR, today);
            world.sample("sign-appointment", TERRITORIAL_LEADER);
            assert!(world.never("send-start-notice") && !world.has_duty("21"), "{ground}");
            world.sample("record-registration", INSPECTOR);
            world.sample("study-materials", INSPECTOR);
            world.sample("start-inspection", INSPECTOR);
        } else {
            assert_eq!(told(&world.refused("draft-appointment", INSPECTOR, today)), told_later, "{ground}");
        }
    }
    let mut remote = world("2025-04-21");
    let far = json!({"registration": "remote", "start": "2025-04-21", "end": "2025-04-25"});
    remote.done("draft-appointment", INSPECTOR, far);
    let mut urgent = world("2025-04-21");
    let soon = json!({"registration": "urgent", "start": "2025-04-21", "end": "2025-04-25"});
    assert_eq!(told(&urgent.refused("draft-appointment", INSPECTOR, soon)), told_later, "an urgent one is announced");
    let past = json!({"registration": "remote", "start": "2025-04-18", "end": "2025-04-25", "period_to": "2025-04-17"});
    assert_eq!(urgent.refused("draft-appointment", INSPECTOR, past).code, "no-time-for-start-notice");
}
