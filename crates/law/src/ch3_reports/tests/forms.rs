//! The forms against a table written by hand from the annexes.

use std::collections::BTreeSet;

use crate::{
    ch3_reports::{
        FormId,
        form::{Columns, Form, Holds, Lines},
    },
    edition::Edition,
};

/// Section, columns (m: months, p: months by natural and legal person), rows. A row is its number; `*` before it: a
/// stock; after it `s`: lines of services, `y`: of services and systems; `=`: the sum of these.
const CENTRAL: &[(&str, char, &str)] = &[
    ("1", 'm', "1=1.1+1.2 1.1 1.2"),
    ("1", 'm', "2=2.1+2.2+2.3+2.4 2.1 2.2 2.3 2.4"),
    ("1", 'm', "3=3.1+3.2+3.3+3.4+3.5+3.6+3.7+3.8+3.9+3.10 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10"),
    ("1", 'm', "4 5 6"),
    ("1", 'm', "7=7.1+7.2+7.3+7.4+7.5+7.6 7.1 7.2 7.3 7.4 7.5 7.6"),
    ("1", 'm', "8=8.1+8.2+8.3 8.1 8.2 8.3"),
    ("1", 'm', "9=9.1+9.2 9.1 9.2"),
    ("2", 'm', "*10s 10.1s *11s"),
    ("2.1", 'p', "12=12.1+12.2+12.3+12.4 12.1s 12.2s 12.3y 12.4y"),
    ("2.1", 'p', "13=13.1+13.2 13.1 13.2"),
    ("2.2", 'p', "14=14.1+14.2+14.3+14.4 14.1s 14.2s 14.3y 14.4s"),
    ("2.2", 'p', "15=15.1+15.2+15.3+15.4 15.1s 15.2s 15.3y 15.4s"),
    ("2.3", 'm', "16=16.1+16.2+16.3 16.1s 16.2s 16.3s"),
    ("2.3", 'm', "17=17.1+17.2+17.3+17.4+17.5+17.6+17.7 17.1 17.2 17.3 17.4 17.5 17.6 17.7"),
    ("2.3", 'm', "18=18.1+18.2+18.3 18.1s 18.2s 18.3s"),
    ("2.4", 'm', "19 20 21 22"),
];

fn form(id: FormId) -> &'static Form {
    id.form(Edition::JULY_2021)
}

/// The rows of the table one by one: section, columns, row.
fn by_hand() -> Vec<(String, char, String)> {
    let rows = CENTRAL.iter().flat_map(|(section, columns, rows)| {
        rows.split(' ').map(|row| ((*section).to_owned(), *columns, row.to_owned()))
    });
    rows.collect()
}

/// The form in the same writing.
fn written(form: &Form) -> Vec<(String, char, String)> {
    let row = |row: &crate::ch3_reports::form::Row| {
        let stock = if row.stock { "*" } else { "" };
        let holds = match row.holds {
            Holds::Numbers => String::new(),
            Holds::Parts(parts) => format!("={}", parts.join("+")),
            Holds::Lines(Lines::Service) => "s".into(),
            Holds::Lines(Lines::ServiceAndSystem) => "y".into(),
            Holds::Lines(Lines::ProviderAndService) => "p".into(),
        };
        let columns = match row.columns {
            Columns::Months => 'm',
            Columns::MonthsByPerson => 'p',
            Columns::Results => 'r',
        };
        (form.sections[row.section].to_owned(), columns, format!("{stock}{}{holds}", row.number))
    };
    form.rows.iter().map(row).collect()
}

/// Every number in a row of the table, with its first part changed.
fn renumbered(row: &str, head: impl Fn(u32) -> u32) -> String {
    let numbers = row.split_inclusive(['=', '+']).map(|number| {
        let digits = number.trim_start_matches('*');
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let star = &number[..number.len() - digits.len()];
        format!("{star}{}{}", head(digits[..end].parse().unwrap()), &digits[end..])
    });
    numbers.collect()
}

fn head(row: &str) -> u32 {
    let digits = row.trim_start_matches('*');
    digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())].parse().unwrap()
}

#[test]
fn p60_form_1_has_the_rows_of_its_annex() {
    assert_eq!(written(form(FormId::Central)), by_hand());
    assert_eq!(form(FormId::Central).rows.len(), 77);
}

#[test]
fn p61_form_2_is_form_1_without_the_row_of_subordinate_acts() {
    let without: Vec<_> = by_hand()
        .into_iter()
        .filter(|(_, _, row)| head(row) != 11)
        .map(|(section, columns, row)| (section, columns, renumbered(&row, |n| if n > 11 { n - 1 } else { n })))
        .collect();
    assert_eq!(written(form(FormId::Local)), without);
    assert_eq!(form(FormId::Local).rows.len(), 76);
}

#[test]
fn p62_forms_3_and_4_have_lines_of_providers_and_services() {
    let results = |n: &str| (String::new(), 'r', format!("{n}p"));
    assert_eq!(written(form(FormId::Corporation)), [results("1"), results("2")]);
    assert_eq!(written(form(FormId::Electronic)), [results("1")]);
    assert_eq!(Columns::Results.inputs(), ["total", "refused", "late"]);
    assert_eq!(Columns::Results.reasons(), ["refused-reason", "late-reason"]);
    assert!(Columns::Results.derived().is_empty());
}

#[test]
fn p60_persons_are_told_apart_in_four_rows_only() {
    let split = |id| -> BTreeSet<u32> {
        let rows = form(id).rows.iter().filter(|r| r.columns == Columns::MonthsByPerson);
        rows.map(|r| head(r.number)).collect()
    };
    assert_eq!(split(FormId::Central), BTreeSet::from([12, 13, 14, 15]));
    assert_eq!(split(FormId::Local), BTreeSet::from([11, 12, 13, 14]));
    assert_eq!(Columns::MonthsByPerson.numbers().collect::<Vec<_>>().join(" "), "m1n m1l m2n m2l m3n m3l qn ql");
    assert_eq!(Columns::Months.numbers().collect::<Vec<_>>().join(" "), "m1 m2 m3 q");
}

#[test]
fn p60_a_stock_is_counted_in_the_registry_rows_only() {
    let stock = |id| form(id).rows.iter().filter(|r| r.stock).map(|r| r.number).collect::<Vec<_>>();
    assert_eq!(stock(FormId::Central), ["10", "11"]);
    assert_eq!(stock(FormId::Local), ["10"]);
    assert!(stock(FormId::Corporation).is_empty() && stock(FormId::Electronic).is_empty());
}

/// Numbers without gaps: 1, 1.1, 1.2, 2 …; and a row that is a sum is the sum of all rows right under it.
#[test]
fn p60_rows_are_numbered_without_gaps() {
    for id in FormId::ALL {
        let rows = form(id).rows;
        let (mut top, mut under) = (0, 0);
        for row in rows {
            let parts: Vec<u32> = row.number.split('.').map(|n| n.parse().unwrap()).collect();
            match parts[..] {
                [n] => {
                    assert_eq!(n, top + 1, "{id} {}", row.number);
                    (top, under) = (n, 0);
                }
                [n, sub] => {
                    assert_eq!((n, sub), (top, under + 1), "{id} {}", row.number);
                    under = sub;
                }
                _ => panic!("{id} {}", row.number),
            }
            assert_eq!((row.depth(), row.key()), (parts.len() - 1, row.number.replace('.', "-")));
            let below = rows
                .iter()
                .map(|r| r.number)
                .filter(|n| n.strip_prefix(row.number).is_some_and(|r| r.starts_with('.')));
            match row.holds {
                Holds::Parts(parts) => {
                    assert_eq!(parts, below.collect::<Vec<_>>(), "{id} {}", row.number);
                    let part =
                        |n: &&str| form(id).row(n).is_some_and(|r| r.depth() > row.depth() && r.columns == row.columns);
                    assert!(parts.iter().all(part), "{id} {}", row.number);
                    assert!(!row.is_entered() && row.lines().is_none());
                }
                // What the registry took up in the period is no part of what it holds.
                _ => assert!(below.count() == 0 || row.number == "10", "{id} {}", row.number),
            }
        }
    }
}

#[test]
fn p61_a_row_knows_what_it_is_called_in_form_1() {
    for row in form(FormId::Central).rows {
        assert_eq!(row.like, row.number);
    }
    for row in form(FormId::Local).rows {
        assert_eq!(row.like, renumbered(row.number, |n| if n > 10 { n + 1 } else { n }), "{}", row.number);
        assert_eq!(form(FormId::Local).like(row.like), Some(row));
    }
    assert_eq!(form(FormId::Local).like("11"), None, "subordinate acts are in form 1 alone");
    assert_eq!(form(FormId::Corporation).like("1"), None);
}

#[test]
fn p60_rows_stand_in_their_sections_in_order() {
    for id in FormId::ALL {
        let form = form(id);
        let places: Vec<usize> = (0..form.sections.len()).flat_map(|s| form.of_section(s)).map(|(at, _)| at).collect();
        assert_eq!(places, (0..form.rows.len()).collect::<Vec<_>>(), "{id}");
        for (at, row) in form.rows.iter().enumerate() {
            assert_eq!(form.at(row.number), Some(at));
        }
        assert_eq!(form.at("23").or(form.at("3.11")).or(form.at("")).or(form.at("1.")), None);
    }
}

#[test]
fn p60_the_note_has_the_points_of_items_32_and_31() {
    for id in [FormId::Central, FormId::Local] {
        assert_eq!(form(id).analysis, [(1, 4), (2, 9)]);
    }
}

#[test]
fn p62_a_form_is_known_by_its_word_and_its_index() {
    for (word, index, paragraph) in
        [("1-mq", "1-мқ", 60), ("2-mq", "2-мқ", 61), ("3-mq", "3-мқ", 62), ("4-mq", "4-мқ", 62)]
    {
        let id: FormId = word.parse().unwrap();
        assert_eq!((id.index(), id.paragraph(), FormId::parse(index)), (index, paragraph, Some(id)));
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("{word:?}"));
        assert_eq!(serde_json::from_str::<FormId>(&format!("{word:?}")).unwrap(), id);
    }
    assert!("5-mq".parse::<FormId>().is_err() && FormId::parse("").is_none());
}
