//! What a workbook would change in a report in hand.

use std::collections::HashMap;

use excel::import::plan;
use store::reports::cells::InHand;

use super::*;

fn in_hand(sheet: Sheet) -> InHand {
    let written: HashMap<Place, i64> =
        sheet.entered().filter(|(_, cell)| cell.filled()).map(|(place, _)| (place, 7)).collect();
    InHand { edits: 7, sheet, written }
}

/// The sheet after the edit, as the store makes it.
fn after(in_hand: &InHand, edit: &store::reports::cells::Edit) -> Sheet {
    let mut sheet = in_hand.sheet.clone();
    for (row, key) in &edit.remove_lines {
        let at = sheet.definition().at(row).unwrap();
        sheet.rows[at].lines.remove(key).unwrap();
    }
    for (row, key) in &edit.add_lines {
        assert!(sheet.add_line(row, key.clone()), "{row} {key:?}");
    }
    for change in &edit.changes {
        let cell = Cell::parse(&change.value).ok().filter(|_| !change.place.column.ends_with("reason"));
        assert!(match cell {
            Some(cell) => sheet.set(&change.place, cell),
            None => sheet.set_reason(&change.place, &change.value),
        });
    }
    sheet
}

#[test]
fn the_edit_takes_any_report_to_what_the_workbook_says() {
    for form in FormId::ALL {
        for seed in 0..12 {
            let now = in_hand(random(form, seed));
            let wanted = random(form, seed + 100);
            let read = read(&written(&wanted, Lang::Kk)).unwrap();
            let plan = plan(&read, &now);
            assert_eq!(plan.edit.way, "import");
            assert_eq!(after(&now, &plan.edit), wanted, "{form} {seed}");
            assert!(plan.changes.iter().all(|(_, before, after)| before != after));
        }
    }
}

#[test]
fn what_is_the_same_is_no_change() {
    let sheet = random(FormId::Central, 3);
    let read = read(&written(&sheet, Lang::Ru)).unwrap();
    assert!(plan(&read, &in_hand(sheet)).is_empty());
}

#[test]
fn only_what_differs_is_changed_and_by_whoever_saw_it() {
    let now = in_hand(filled(FormId::Central, &["3.1//m1 5", "10/00101001/m1 1", "10/00101002/m1 2"]));
    let wanted = filled(FormId::Central, &["3.1//m1 6", "10/00101001/m1 1", "10/00403007/m2 4"]);
    let read = read(&written(&wanted, Lang::Kk)).unwrap();
    let plan = plan(&read, &now);
    let key = |code: &str| vec![("10".to_owned(), LineKey::service(code))];
    assert_eq!((plan.edit.add_lines.clone(), plan.edit.remove_lines.clone()), (key("00403007"), key("00101002")));
    assert_eq!(plan.lines(), 2);
    assert_eq!(plan.changes[0], (place("3.1//m1"), "5".into(), "6".into()));
    let first = &plan.edit.changes[0];
    assert_eq!((first.place.clone(), first.seen), (place("3.1//m1"), Some(7)));
    let new: Vec<_> = plan.edit.changes.iter().filter(|c| c.place.line == "00403007").map(|c| c.seen).collect();
    assert_eq!(new, [Some(0); 3]);
}
