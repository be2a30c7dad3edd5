//! The checks against something else: earlier reports, forms 3-мқ and 4-мқ, the system's own figures; and what becomes of
//! findings when a report is signed.

use super::{
    checks::{found, told},
    dashed, filled, place,
};
use crate::ch3_reports::{
    Cell, FormId, Review, Sheet,
    checks::{Beside, Elsewhere, check},
    report::Comment,
};

fn beside_of<'a>(year: &'a Sheet, quarter: &'a Sheet) -> Beside<'a> {
    Beside { year_ago: Some(year), quarter_ago: Some(quarter), ..Beside::default() }
}

/// What is found when row 5 had these numbers a year ago, a quarter ago and has this now.
fn jump(form: FormId, row: &str, year: u64, quarter: u64, now: u64) -> Vec<String> {
    let sheet = |n: u64| filled(form, &[&format!("{row}//m2 {n}")]);
    let (year, quarter, now) = (sheet(year), sheet(quarter), sheet(now));
    told(&check(&now, &now, &beside_of(&year, &quarter)))
}

#[test]
fn p60_jump_more_than_five_times_or_under_a_fifth_of_both() {
    let none = [""; 0];
    for (form, row) in [(FormId::Central, "20"), (FormId::Local, "19")] {
        let at = format!("jump jump {row}//q");
        assert_eq!(jump(form, row, 20, 20, 101), [format!("{at} 101 found=101 year=20 quarter=20")]);
        assert_eq!(jump(form, row, 20, 20, 100), none, "five times is not more");
        assert_eq!(jump(form, row, 100, 150, 19), [format!("{at} 19 found=19 year=100 quarter=150")]);
        assert_eq!(jump(form, row, 100, 150, 20), none, "a fifth is not under a fifth");
        assert_eq!(jump(form, row, 20, 21, 101), none, "both times");
        assert_eq!(jump(form, row, 19, 20, 500), none, "of what is less than 20 nothing follows");
        assert_eq!(jump(form, row, 20, 19, 500), none);
        assert_eq!(jump(form, row, 20, 505, 101), none, "far from one of them only");
        assert_eq!(
            jump(form, row, 20, 600, 110),
            [format!("{at} 110 found=110 year=20 quarter=600")],
            "far from both, each its way"
        );
    }
}

#[test]
fn p60_jump_compares_whole_quarters_and_only_where_there_are_two() {
    let then = filled(FormId::Central, &["13.1//m1n 10", "13.1//m2l 10"]);
    let now = filled(FormId::Central, &["13.1//m1n 51", "13.1//m3l 50"]);
    let findings = told(&check(&now, &now, &beside_of(&then, &then)));
    // The row and its total, natural and legal persons together.
    assert_eq!(
        findings,
        ["jump jump 13//ql 101 found=101 year=20 quarter=20", "jump jump 13.1//ql 101 found=101 year=20 quarter=20"]
    );
    let one = [
        Beside { year_ago: Some(&then), ..Beside::default() },
        Beside { quarter_ago: Some(&then), ..Beside::default() },
    ];
    assert!(one.iter().all(|beside| check(&now, &now, beside).is_empty()));
    // A stock is compared as it stood at the end of the quarter.
    let stock = |n: u64| filled(FormId::Central, &["10/S1/m1 100", "10/S1/m2 100", &format!("10/S1/m3 {n}")]);
    let (then, now) = (stock(20), stock(101));
    assert_eq!(
        told(&check(&now, &now, &beside_of(&then, &then))),
        ["jump jump 10//q 101 found=101 year=20 quarter=20"]
    );
    // Forms 3 and 4: the number of all results.
    let results = |n: u64| filled(FormId::Electronic, &[&format!("1/ministry|S1/total {n}")]);
    let (then, now) = (results(20), results(101));
    assert_eq!(
        told(&check(&now, &now, &beside_of(&then, &then))),
        ["jump jump 1//total 101 found=101 year=20 quarter=20"]
    );
    // What is gone altogether is far away, too; what is not filled yet is not.
    let mut now = dashed(FormId::Electronic);
    let gone = told(&check(&now, &now, &beside_of(&then, &then)));
    assert_eq!(gone, ["jump jump 1//total - found=0 year=20 quarter=20"]);
    now.set(&place("1//total"), Cell::Unfilled);
    assert!(check(&now, &now, &beside_of(&then, &then)).is_empty());
}

fn cross(form: FormId, numbers: &[&str], corporation: Elsewhere, electronic: Elsewhere) -> Vec<String> {
    let sheet = filled(form, numbers);
    let of = |there: Elsewhere| [("S1".to_owned(), there)].into();
    let beside = Beside { corporation: of(corporation), electronic: of(electronic), ..Beside::default() };
    told(&check(&sheet, &sheet, &beside))
}

#[test]
fn p62_cross_late_services_are_those_of_forms_3_and_4() {
    let late = |late| Elsewhere { late, refused: 0 };
    let none = late(0);
    use FormId::{Central, Local};
    for (form, portal, corporation) in [(Central, "14.2", "14.4"), (Local, "13.2", "13.4")] {
        let portal_row = [format!("{portal}/S1/m1n 2"), format!("{portal}/S1/m3l 1")];
        let numbers: Vec<&str> = portal_row.iter().map(String::as_str).collect();
        assert_eq!(cross(form, &numbers, none, late(3)), [""; 0], "natural and legal persons together");
        assert_eq!(
            cross(form, &numbers, none, late(4)),
            [format!("cross cross-late {portal}/S1/qn 3 found=3 whole=4 of=4-мқ")]
        );
        assert_eq!(
            cross(form, &numbers, none, late(2)),
            [format!("cross cross-late {portal}/S1/qn 3 found=3 whole=2 of=4-мқ")]
        );
        let row = format!("{corporation}/S1/m2n 5");
        assert_eq!(cross(form, &[&row], late(5), none), [""; 0]);
        assert_eq!(
            cross(form, &[&row], late(6), none),
            [format!("cross cross-late {corporation}/S1/qn 5 found=5 whole=6 of=3-мқ")]
        );
        // There, and not here at all.
        assert_eq!(
            cross(form, &[], late(1), none),
            [format!("cross cross-late {corporation}/S1/qn 0 found=0 whole=1 of=3-мқ")]
        );
    }
}

#[test]
fn p62_cross_late_refusals_are_no_more_than_the_refusals_of_forms_3_and_4() {
    let refused = |refused| Elsewhere { late: 0, refused };
    let none = refused(0);
    use FormId::{Central, Local};
    for (form, portal, corporation) in [(Central, "15.2", "15.4"), (Local, "14.2", "14.4")] {
        let row = format!("{portal}/S1/m1n 3");
        assert_eq!(cross(form, &[&row], none, refused(3)), [""; 0]);
        assert_eq!(cross(form, &[&row], none, refused(9)), [""; 0]);
        assert_eq!(
            cross(form, &[&row], none, refused(2)),
            [format!("cross cross-refused {portal}/S1/qn 3 found=3 whole=2 of=4-мқ")]
        );
        let row = format!("{corporation}/S1/m1l 1");
        assert_eq!(cross(form, &[&row], refused(1), none), [""; 0]);
        assert_eq!(
            cross(form, &[&row], none, refused(1)),
            [format!("cross cross-refused {corporation}/S1/qn 1 found=1 whole=0 of=3-мқ")]
        );
    }
    // Where neither form has come, nothing is compared.
    assert_eq!(found(&filled(Central, &["15.2/S1/m1n 3", "14.4/S1/m1n 3"])), [""; 0]);
}

#[test]
fn p60_auto_a_figure_of_the_system_entered_otherwise_is_said() {
    for form in [FormId::Central, FormId::Local] {
        let own = |at: &str, reckoned: u64| {
            let mut sheet = filled(form, &["3.10//m1 2", "9.1//m1 1"]);
            sheet.set(&place("5//m2"), Cell::Unfilled);
            let beside = Beside { own: [(place(at), reckoned)].into(), ..Beside::default() };
            let found = told(&check(&sheet, &sheet, &beside));
            found.into_iter().filter(|f| !f.starts_with("filled")).collect::<Vec<_>>()
        };
        assert_eq!(own("3.10//m1", 3), ["auto auto 3.10//m1 2 found=2 whole=3"]);
        assert_eq!(own("3.10//m1", 2), [""; 0]);
        assert_eq!(own("3.10//m2", 0), [""; 0], "«-» for nought");
        assert_eq!(own("3.10//m2", 1), ["auto auto 3.10//m2 - found=0 whole=1"]);
        assert_eq!(own("5//m2", 1), [""; 0], "what is not filled is said by «filled»");
    }
    let sheet = filled(FormId::Corporation, &["1/ministry|S1/total 5"]);
    let beside = Beside { own: [(place("1/ministry|S1/total"), 9)].into(), ..Beside::default() };
    assert!(check(&sheet, &sheet, &beside).is_empty(), "of forms 3 and 4 the system reckons nothing");
}

/// What the body entered is judged by what it entered, and the comparisons by the whole with what came from below.
#[test]
fn p61_own_cells_and_the_whole_are_judged_each_by_its_checks() {
    let own = filled(FormId::Local, &["11.1/S1/m1n 1", "13.1/S1/m1n 3"]);
    let child = filled(FormId::Local, &["11.1/S1/m1n 2"]);
    let whole = Sheet::total([&own, &child]).unwrap();
    assert_eq!(check(&own, &own, &Beside::default()).len(), 2);
    assert_eq!(check(&own, &whole, &Beside::default()), []);
    let mut half = own.clone();
    half.set(&place("20//m1"), Cell::Unfilled);
    assert_eq!(told(&check(&half, &whole, &Beside::default())), ["filled filled 20//m1 "]);
    assert_eq!(
        told(&check(&own, &own, &Beside::default())),
        [
            "part part 13.1//m1n 3 found=3 whole=1 of=11.1 + 11.2",
            "part part-line 13.1/S1/m1n 3 found=3 whole=1 of=11.1 + 11.2",
        ]
    );
}

#[test]
fn p60_findings_stand_in_the_order_of_the_form() {
    let mut sheet = filled(FormId::Central, &["17.1//m1 1", "12.1//m1n 1", "4//m1 1", "3.10//m2 1", "7.1//m1 1"]);
    sheet.set(&place("3.9//m3"), Cell::Unfilled);
    let rows: Vec<String> = found(&sheet).iter().map(|f| f.split(' ').nth(2).unwrap().to_owned()).collect();
    assert_eq!(rows, ["3.9//m3", "4//m1", "8//m1", "12.1//m1n", "17//m1"]);
}

#[test]
fn p60_a_warning_is_answered_by_a_comment_at_its_place() {
    let mut sheet = filled(FormId::Central, &["7.1//m1 1", "17.1//m1 1"]);
    sheet.set(&place("22//m1"), Cell::Unfilled);
    let findings = check(&sheet, &sheet, &Beside::default());
    let weigh = |comments: &[(&str, &str)]| {
        let comments: Vec<_> =
            comments.iter().map(|(key, text)| Comment { key: (*key).into(), text: (*text).into() }).collect();
        let mut review = Review::default();
        review.weigh(&findings, &comments);
        (review.errors, review.uncommented, review.comments.iter().map(|c| c.key.clone()).collect::<Vec<_>>())
    };
    assert_eq!(weigh(&[]), (1, 2, vec![]));
    assert_eq!(weigh(&[("violations/8//m1", "Тексерілді")]), (1, 1, vec!["violations/8//m1".to_owned()]));
    assert_eq!(weigh(&[("violations/8//m1", " \n")]).1, 2, "a comment says something");
    assert_eq!(weigh(&[("violations/8//m2", "Тексерілді")]).1, 2, "at another place");
    // An error is not answered by words; a comment without a warning is not kept.
    assert_eq!(
        weigh(&[("filled/22//m1", "Білмейміз"), ("source/17//m1", "Иә")]),
        (1, 1, vec!["source/17//m1".to_owned()])
    );
}
