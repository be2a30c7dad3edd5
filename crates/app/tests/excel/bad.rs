//! Everything that may be wrong, each by its code and its cell.

use law::ch3_reports::{cell::NotACell, checks::Check};

use super::{
    draft::{Put, address, text},
    *,
};

fn draft(form: FormId, numbers: &[&str]) -> Draft {
    Draft::new(&filled(form, numbers), Lang::Kk, (0, 0))
}

/// The only fault of a draft.
#[track_caller]
fn only(draft: &Draft, code: &'static str, address: &str) {
    assert_eq!(faults(read(&draft.bytes())), [(code, address.to_owned())]);
}

#[test]
fn a_cell_that_is_no_number_is_a_finding_at_its_address() {
    let cases: [(&str, Put, NotACell, &str); 12] = [
        ("4//m1", text("он"), NotACell::NotANumber, "он"),
        ("4//m2", text("1,5"), NotACell::Fraction, "1,5"),
        ("4//m3", Put::Number(1.5), NotACell::Fraction, "1.5"),
        ("5//m1", Put::Number(-3.0), NotACell::Negative, "-3"),
        ("5//m2", text("-3"), NotACell::Negative, "-3"),
        ("5//m3", text("1e3"), NotACell::Exponent, "1e3"),
        ("6//m1", Put::Formula("=A1".into(), "#REF!".into()), NotACell::NotANumber, "#REF!"),
        ("6//m2", Put::Formula("=1/0".into(), "#DIV/0!".into()), NotACell::NotANumber, "#DIV/0!"),
        ("6//m3", Put::Day(46_204.0), NotACell::NotANumber, "01.07.2026"),
        ("19//m1", Put::Truth(true), NotACell::NotANumber, "TRUE"),
        ("19//m2", Put::Number(1e13), NotACell::TooLarge, "10000000000000"),
        ("19//m3", text("1 2"), NotACell::NotANumber, "1 2"),
    ];
    let mut draft = draft(FormId::Central, &[]);
    let addresses: Vec<String> = cases.iter().map(|(at, put, ..)| draft.at(at, put.clone())).collect();
    let read = read(&draft.bytes()).unwrap();
    assert_eq!(read.faults, []);
    let findings = excel::check(&read);
    for ((at, _, why, found), address) in cases.iter().zip(addresses) {
        assert_eq!(read.stated[&place(at)], Stated::Wrong(*why, (*found).to_owned()), "{at}");
        let of_cell: Vec<Check> = findings.iter().filter(|(_, cell)| *cell == address).map(|(f, _)| f.check).collect();
        assert_eq!(of_cell, [Check::Whole], "{at} {address}");
    }
}

#[test]
fn totals_that_say_something_else_are_found() {
    let mut draft = draft(FormId::Central, &["3.1//m1 5", "10/00101001/m3 2", "12.1/00101001/m1n 4"]);
    let wrong = [
        draft.at("3//m1", Put::Number(6.0)),
        draft.at("3.1//q", Put::Number(7.0)),
        draft.at("10//m3", Put::Number(3.0)),
        draft.at("12.1/00101001/qn", Put::Number(9.0)),
    ];
    let read = read(&draft.bytes()).unwrap();
    let found: Vec<String> =
        excel::check(&read).into_iter().filter(|(f, _)| f.check == Check::Sum).map(|(_, cell)| cell).collect();
    for address in wrong {
        assert!(found.contains(&address), "{address} of {found:?}");
    }
}

#[test]
fn rows_missing_twice_shifted_and_unknown_are_named() {
    let whole = draft(FormId::Central, &[]);
    let rows = whole.rows.clone();

    let mut missing = whole.clone();
    missing.remove_row(rows["5"]);
    assert_eq!(
        read(&missing.bytes()).unwrap().faults,
        [Fault { code: "row-missing", address: String::new(), value: "5".into() }]
    );

    let mut twice = whole.clone();
    for column in 0..7 {
        if let Some(put) = whole.cells.get(&(rows["4"], column)) {
            twice.set((rows["22"] + 1, column), put.clone());
        }
    }
    only(&twice, "row-twice", &address((rows["22"] + 1, 1)));

    // The label of 4 stands beside the number 5.
    let mut shifted = whole.clone();
    shifted.set((rows["4"], 0), text("5"));
    let found = faults(read(&shifted.bytes()));
    assert!(found.contains(&("row-shifted", address((rows["4"], 0)))), "{found:?}");
    let mut renamed = whole.clone();
    renamed.set((rows["4"], 1), text("Басқа көрсеткіш"));
    only(&renamed, "row-shifted", &address((rows["4"], 0)));

    let mut unknown = whole.clone();
    unknown.set((rows["22"] + 1, 0), text("23"));
    unknown.set((rows["22"] + 1, 1), text("Тағы бір көрсеткіш"));
    unknown.set((rows["22"] + 1, 3), Put::Number(4.0));
    only(&unknown, "unknown-row", &address((rows["22"] + 1, 0)));
}

#[test]
fn lines_without_service_system_or_provider_are_named() {
    let numbers = ["10/00101001/m1 1", "12.3/00101001|АЖ/m1n 2"];
    let lines = draft(FormId::Central, &numbers);
    let row = |number: &str, line: &str| lines.lines[&(number.to_owned(), line.to_owned())];
    let (service, system) = (row("10", "00101001"), row("12.3", "00101001|АЖ"));

    let mut unknown = lines.clone();
    unknown.set((service, 1), text("Жоқ қызмет"));
    only(&unknown, "unknown-service", &address((service, 1)));
    // Two services have this name: neither is guessed.
    unknown.set((service, 1), text("Ескі атаулы қызмет"));
    only(&unknown, "unknown-service", &address((service, 1)));

    let mut nameless = lines.clone();
    nameless.cells.remove(&(service, 1));
    only(&nameless, "service-without-name", &address((service, 3)));
    nameless.set((service, 1), text("мемлекеттік көрсетілетін қызметтің атауы"));
    only(&nameless, "service-without-name", &address((service, 3)));

    let mut without = lines.clone();
    without.cells.remove(&(system, 2));
    only(&without, "system-missing", &address((system, 1)));

    let two = draft(FormId::Central, &["10/00101001/m1 1", "10/00101002/m1 1"]);
    let mut twice = two.clone();
    let second = two.lines[&("10".to_owned(), "00101002".to_owned())];
    twice.set((second, 1), text("Жеке куәлік беру"));
    only(&twice, "line-twice", &address((second, 1)));

    let results = draft(FormId::Corporation, &["1/ministry|00101001/total 5"]);
    let line = *results.lines.values().next().unwrap();
    let mut unknown = results.clone();
    unknown.set((line, 1), text("Жоқ орган"));
    only(&unknown, "unknown-provider", &address((line, 1)));
    let mut nameless = results.clone();
    nameless.cells.remove(&(line, 2));
    only(&nameless, "service-without-name", &address((line, 2)));
}

#[test]
fn merged_inputs_and_links_to_other_files_are_named() {
    let mut merged = draft(FormId::Central, &[]);
    let (row, column) = merged.places[&place("4//m1")];
    merged.merged.push((row, column, row, column + 1));
    merged.cells.remove(&(row, column + 1));
    only(&merged, "merged-cells", &address((row, column)));
    let mut down = draft(FormId::Central, &[]);
    down.merged.push((row, column, row + 1, column));
    down.cells.remove(&(row + 1, column));
    only(&down, "merged-cells", &address((row, column)));

    let mut outside = draft(FormId::Central, &[]);
    let formulas = ["=[1]Sheet1!A1", "='C:\\x\\[book.xlsx]Sheet 1'!B2+1", "=WEBSERVICE(\"http://x\")"];
    let places = ["4//m1", "4//m2", "4//m3"];
    let cells: Vec<_> = places
        .iter()
        .zip(formulas)
        .map(|(at, f)| ("formula-with-link-outside", outside.at(at, Put::Formula(f.into(), "5".into()))))
        .collect();
    let read = read(&outside.bytes()).unwrap();
    assert_eq!(faults(Ok(read.clone())), cells);
    // Refused, and not called unfilled as well.
    let of_row = excel::check(&read).into_iter().filter(|(f, _)| f.place.row == "4").count();
    assert_eq!((read.sheet.value(&place("4//m1")), of_row), (Cell::Unfilled, 0));

    let mut table = draft(FormId::Central, &[]);
    table.at("4//m1", Put::Formula("=SUM(Table1[Сан])+[0]!X+Бет2!A1".into(), "5".into()));
    assert_eq!(faults(crate::read(&table.bytes())), []);
}

#[test]
fn what_stands_beside_the_form_and_heads_that_say_nothing_are_named() {
    let mut beside = draft(FormId::Central, &[]);
    let (row, column) = beside.places[&place("4//q")];
    beside.set((row, column + 2), Put::Number(9.0));
    only(&beside, "stray-value", &address((row, column + 2)));

    let mut heads = draft(FormId::Central, &[]);
    let (row, column) = heads.places[&place("1//m2")];
    heads.set((row - 1, column), text("Маусымнан бері"));
    let found = faults(read(&heads.bytes()));
    assert!(found.contains(&("columns-missing", address((row, 1)))), "{found:?}");
}

#[test]
fn another_form_quarter_or_body_is_refused() {
    let (words, other) = (words(Lang::Kk), Head { id: "other".into(), bin: "990140000013".into(), ..Head::default() });
    let bytes = written(&filled(FormId::Central, &[]), Lang::Kk);
    let nothing = Expect::anything(&words);
    let expect = |expect: Expect| faults(excel::read(&bytes, &expect));
    assert_eq!(expect(Expect { form: Some(FormId::Local), ..nothing }), [("another-form", String::new())]);
    assert_eq!(expect(Expect { quarter: Quarter::new(2026, 2), ..nothing }), [("another-quarter", String::new())]);
    assert_eq!(expect(Expect { body: Some(&other), ..nothing }), [("another-body", String::new())]);
    let known = Expect { form: Some(FormId::Central), quarter: Some(quarter()), body: Some(&head()), ..nothing };
    assert_eq!(expect(known), []);
}

#[test]
fn several_forms_are_refused_and_one_asked_for_is_taken() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let (one, mut two) = (draft(FormId::Central, &[]), draft(FormId::Corporation, &["1/ministry|00101001/total 5"]));
    two.name = "3-мқ".into();
    one.write(&mut book);
    two.write(&mut book);
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(faults(read(&bytes)), [("several-forms", String::new())]);
    let words = words(Lang::Kk);
    let asked = excel::read(&bytes, &Expect { form: Some(FormId::Corporation), ..Expect::anything(&words) });
    assert_eq!(asked.unwrap().form, FormId::Corporation);
}
