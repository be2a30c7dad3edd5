//! The old way of working: a body's own workbook with the labels of the form.

use super::{
    draft::{Put, text},
    *,
};

#[test]
fn labels_are_found_wherever_the_table_begins_and_in_any_language() {
    for form in FormId::ALL {
        for (lang, corner) in [(Lang::Kk, (0, 0)), (Lang::Ru, (17, 5)), (Lang::En, (3, 2)), (Lang::Ru, (0, 1))] {
            for seed in 0..6 {
                let sheet = random(form, seed);
                let again = read(&Draft::new(&sheet, lang, corner).bytes()).unwrap();
                assert_eq!(again.faults, [], "{form} {lang} {corner:?} {seed}");
                assert_eq!(again.quarter, Some(quarter()));
                assert_eq!(again.sheet, sheet, "{form} {lang} {corner:?} {seed}");
            }
        }
    }
}

#[test]
fn a_sheet_renamed_among_others_is_found() {
    let sheet = filled(FormId::Local, &["3.1//m1 5"]);
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Бос").unwrap();
    book.add_worksheet().write_string(0, 0, "Хат").unwrap();
    let mut draft = Draft::new(&sheet, Lang::Ru, (2, 2));
    draft.name = "Квартал III".into();
    draft.write(&mut book);
    let again = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!((again.form, again.faults.as_slice()), (FormId::Local, &[][..]));
    assert_eq!(again.sheet, sheet);
}

#[test]
fn numbers_of_rows_that_became_numbers_or_days_are_told_by_their_labels() {
    let sheet = filled(FormId::Central, &["3.1//m1 5", "3.10//m2 7"]);
    let mut draft = Draft::new(&sheet, Lang::Kk, (0, 0));
    let rows = draft.rows.clone();
    draft.set((rows["3.1"], 0), Put::Number(3.1));
    draft.set((rows["3.10"], 0), Put::Number(3.1));
    // 2.1 as Excel makes it a day: 2 January.
    draft.set((rows["2.1"], 0), Put::Day(46_024.0));
    draft.set((rows["4"], 0), Put::Number(4.0));
    draft.set((rows["5"], 0), text(" 5 "));
    let again = read(&draft.bytes()).unwrap();
    assert_eq!(again.faults, []);
    assert_eq!(again.sheet, sheet);
}

#[test]
fn numbers_are_taken_as_they_are_typed() {
    let sheet = filled(FormId::Central, &[]);
    let mut draft = Draft::new(&sheet, Lang::Kk, (0, 0));
    draft.at("4//m1", text("1 234"));
    draft.at("4//m2", text("–"));
    draft.at("4//m3", Put::Number(5.0));
    draft.at("5//m1", Put::Formula("=2+3".into(), "5".into()));
    draft.at("5//m2", Put::Formula("=Бос!A1".into(), "-".into()));
    draft.at("5//m3", Put::Number(0.0));
    draft.at("6//m1", text("  "));
    let again = read(&draft.bytes()).unwrap();
    assert_eq!(again.faults, []);
    let value = |at: &str| again.sheet.value(&place(at));
    assert_eq!(["4//m1", "4//m2", "4//m3"].map(value), [Cell::Count(1234), Cell::Dash, Cell::Count(5)]);
    assert_eq!(
        ["5//m1", "5//m2", "5//m3", "6//m1"].map(value),
        [Cell::Count(5), Cell::Dash, Cell::Count(0), Cell::Unfilled]
    );
}

#[test]
fn services_are_told_by_code_by_name_and_as_the_list_shows_them() {
    let sheet = filled(FormId::Central, &["10/00101001/m1 1", "10/00101002/m1 2", "10/00403007/m1 3"]);
    let mut draft = Draft::new(&sheet, Lang::Kk, (0, 0));
    let row = |code: &str| draft.lines[&("10".to_owned(), code.to_owned())];
    let rows = ["00101001", "00101002", "00403007"].map(row);
    draft.set((rows[0], 1), text("ЖЕКЕ  куәлік беру."));
    draft.set((rows[1], 1), text("00101002 – Выдача паспортов"));
    draft.set((rows[2], 1), text("\"Мекенжай\" анықтамасын беру"));
    let again = read(&draft.bytes()).unwrap();
    assert_eq!((again.faults.as_slice(), &again.sheet), (&[][..], &sheet));
}

#[test]
fn service_and_system_may_stand_in_one_cell() {
    let sheet = filled(FormId::Central, &["12.3/00101001|«Е-Лицензиялау»/m1n 4"]);
    let mut draft = Draft::new(&sheet, Lang::Kk, (0, 0));
    let row = *draft.lines.values().next().unwrap();
    draft.cells.remove(&(row, 2));
    draft.set((row, 1), text("Жеке куәлік беру – «Е-Лицензиялау»"));
    let again = read(&draft.bytes()).unwrap();
    assert_eq!((again.faults.as_slice(), &again.sheet), (&[][..], &sheet));
}

#[test]
fn the_printed_form_of_electronic_services_has_lines_right_under_its_head() {
    let sheet = filled(FormId::Electronic, &["1/ministry|00101001/total 9", "1/akimat|00101002/total 3"]);
    let mut draft = Draft::new(&sheet, Lang::Kk, (0, 0));
    draft.remove_row(draft.rows["1"]);
    for (serial, row) in draft.lines.clone().values().enumerate() {
        draft.set((*row, 0), Put::Number(serial as f64 + 1.0));
    }
    let again = read(&draft.bytes()).unwrap();
    assert_eq!((again.form, again.faults.as_slice()), (FormId::Electronic, &[][..]));
    assert_eq!(again.sheet, sheet);
}

#[test]
fn the_head_of_the_quarter_may_be_worded_otherwise() {
    let sheet = filled(FormId::Local, &["3.1//m1 5"]);
    for head in
        ["III квартал", "3 тоқсан бойынша", "3-тоқсан", "За 3 квартал", "____ тоқсан бойынша", "Барлығы:", "Quarter 3"]
    {
        let mut draft = Draft::new(&sheet, Lang::Kk, (0, 0));
        let (row, column) = draft.places[&place("1//q")];
        draft.set((row - 1, column), text(head));
        let again = read(&draft.bytes()).unwrap();
        assert_eq!((again.faults.as_slice(), &again.sheet), (&[][..], &sheet), "{head}");
        assert!(again.cells.contains_key(&place("1//q")), "{head}");
    }
}

#[test]
fn a_workbook_that_names_no_quarter_has_none() {
    let mut draft = Draft::new(&filled(FormId::Central, &[]), Lang::Kk, (0, 0));
    draft.cells.remove(&(0, 0));
    let again = read(&draft.bytes()).unwrap();
    assert_eq!((again.quarter, again.faults.as_slice()), (None, &[][..]));
    for (said, number) in [("III квартал 2026 г.", 3), ("2026 жылдың 2-ші тоқсаны", 2), ("2026-Q4", 4), ("Q1 2026", 1)]
    {
        draft.set((0, 0), text(said));
        assert_eq!(read(&draft.bytes()).unwrap().quarter, Quarter::new(2026, number), "{said}");
    }
}
