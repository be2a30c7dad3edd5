//! §24, §26, §33: what the subject is shown, and when. §19, §29: how a date has moved.

use serde_json::json;

use super::{delivered, sign, started, written};
use crate::{
    case::{CaseFile, DocumentKind},
    ch2_external::{
        moved::moved,
        p24_disclosure::{results_shown, shows},
    },
    testing::*,
};

const SUBJECT_BODY: &str = "health";

fn told(case: &CaseFile, body: &str) -> Vec<&'static str> {
    case.told_to(body).iter().map(|f| f.what.word()).collect()
}

#[test]
fn p24_what_officers_write_is_theirs_until_it_is_handed_over() {
    let mut world = started();
    assert_eq!(world.case.object.as_deref(), Some(SUBJECT_BODY));
    written(&mut world, &["1", "7"]);
    sign(&mut world);
    world.sample("refer-crime", TERRITORIAL_LEADER);
    let drafts = [
        "inspection-drafted",
        "materials-studied",
        "violation-recorded",
        "requirements-marked",
        "results-drafted",
        "prescription-drafted",
        "crime-referred",
    ];
    let signed = ["results-signed", "prescription-signed"];
    assert!(!results_shown(&world.case, SUBJECT_BODY) && results_shown(&world.case, "agency-akmola"));
    for word in drafts.iter().chain(&signed) {
        assert!(!told(&world.case, SUBJECT_BODY).contains(word), "{word}");
        assert!(told(&world.case, "agency-akmola").contains(word), "{word}");
    }
    let kinds = |case: &CaseFile| case.documents_for(SUBJECT_BODY).iter().map(|d| d.kind).collect::<Vec<_>>();
    let (appointed, result) = (DocumentKind::AppointmentAct, DocumentKind::ResultsAct);
    assert!(kinds(&world.case).contains(&appointed) && !kinds(&world.case).contains(&result));
    world.sample("deliver-results", INSPECTOR);
    for word in signed {
        assert!(told(&world.case, SUBJECT_BODY).contains(&word), "{word}");
    }
    for word in drafts {
        assert!(!told(&world.case, SUBJECT_BODY).contains(&word), "{word}");
    }
    // Of the three copies the second is the subject's.
    assert!(kinds(&world.case).contains(&result) && !kinds(&world.case).contains(&DocumentKind::Referral));
    assert_eq!([1, 2, 3].map(|copy| shows(&world.case, SUBJECT_BODY, result, copy)), [false, true, false]);
    assert_eq!([1, 2, 3].map(|copy| shows(&world.case, "agency-akmola", result, copy)), [true; 3]);
}

#[test]
fn p19_p29_a_date_that_has_moved_tells_how() {
    // Until Tuesday 6 May; suspended from Thursday 24 April to Monday 28 April: two working days.
    let mut world = started();
    assert_eq!(moved(&world.case, "26"), []);
    world.today = day("2025-04-24");
    world.sample("suspend-inspection", TERRITORIAL_LEADER);
    world.today = day("2025-04-28");
    world.sample("resume-inspection", TERRITORIAL_LEADER);
    let steps = |case: &CaseFile, key: &str| -> Vec<String> {
        moved(case, key).iter().map(|m| format!("{} {} {}", m.by, m.on, m.to)).collect()
    };
    let end = world.case.inspection().unwrap().end_in_force().unwrap();
    let expected =
        ["inspection-appointed 2025-04-21 2025-05-06".to_owned(), format!("inspection-resumed 2025-04-28 {end}")];
    assert_eq!(steps(&world.case, "26"), expected);
    // More time: from 19 May to 2 June.
    let mut world = delivered("2025-05-06", &["1"]);
    world.done("ask-more-time", SUBJECT, json!({"until": "2025-06-02"}));
    assert_eq!(moved(&world.case, "30.1"), []);
    world.sample("decide-more-time", TERRITORIAL_LEADER);
    let expected = ["results-delivered 2025-05-06 2025-05-19", "more-time-decided 2025-05-06 2025-06-02"];
    assert_eq!(steps(&world.case, "30.1"), expected);
    assert_eq!(moved(&world.case, "29-2"), []);
}
