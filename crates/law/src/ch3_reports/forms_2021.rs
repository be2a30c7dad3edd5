//! The forms as order № 116 of 1 July 2021 printed them (edition `2021-07`). Form 2-мқ has one row less than form 1-мқ (the
//! subordinate acts), so that its rows from 11 on correspond to rows from 12 on. Form 3-мқ follows from its filling notes
//!

use Columns::{Months, MonthsByPerson, Results};
use Holds::{Numbers, Parts};

use super::form::{Columns, Form, FormId, Holds, Lines, Row};
use crate::edition::Edition;

const fn row(number: &'static str, section: usize, columns: Columns, holds: Holds, like: &'static str) -> Row {
    Row { number, section, columns, holds, stock: false, like }
}

/// A row that counts what there is at the end of a month.
const fn stock(number: &'static str, section: usize, columns: Columns, holds: Holds, like: &'static str) -> Row {
    Row { stock: true, ..row(number, section, columns, holds, like) }
}

const SECTIONS: &[&str] = &["1", "2", "2.1", "2.2", "2.3", "2.4"];
/// Items 32 and 31 of the filling notes.
const ANALYSIS: &[(u8, u8)] = &[(1, 4), (2, 9)];

pub(super) static CENTRAL: Form = Form {
    id: FormId::Central,
    edition: Edition::JULY_2021,
    sections: SECTIONS,
    rows: CENTRAL_ROWS,
    analysis: ANALYSIS,
};

pub(super) static LOCAL: Form =
    Form { id: FormId::Local, edition: Edition::JULY_2021, sections: SECTIONS, rows: LOCAL_ROWS, analysis: ANALYSIS };

pub(super) static CORPORATION: Form = Form {
    id: FormId::Corporation,
    edition: Edition::JULY_2021,
    sections: &[""],
    rows: &[results("1"), results("2")],
    analysis: &[(1, 0)],
};

pub(super) static ELECTRONIC: Form = Form {
    id: FormId::Electronic,
    edition: Edition::JULY_2021,
    sections: &[""],
    rows: &[results("1")],
    analysis: &[(1, 0)],
};

const fn results(number: &'static str) -> Row {
    row(number, 0, Results, lines(Lines::ProviderAndService), "")
}

const fn lines(lines: Lines) -> Holds {
    Holds::Lines(lines)
}

const CENTRAL_ROWS: &[Row] = &[
    row("1", 0, Months, Parts(&["1.1", "1.2"]), "1"),
    row("1.1", 0, Months, Numbers, "1.1"),
    row("1.2", 0, Months, Numbers, "1.2"),
    row("2", 0, Months, Parts(&["2.1", "2.2", "2.3", "2.4"]), "2"),
    row("2.1", 0, Months, Numbers, "2.1"),
    row("2.2", 0, Months, Numbers, "2.2"),
    row("2.3", 0, Months, Numbers, "2.3"),
    row("2.4", 0, Months, Numbers, "2.4"),
    row("3", 0, Months, Parts(&["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10"]), "3"),
    row("3.1", 0, Months, Numbers, "3.1"),
    row("3.2", 0, Months, Numbers, "3.2"),
    row("3.3", 0, Months, Numbers, "3.3"),
    row("3.4", 0, Months, Numbers, "3.4"),
    row("3.5", 0, Months, Numbers, "3.5"),
    row("3.6", 0, Months, Numbers, "3.6"),
    row("3.7", 0, Months, Numbers, "3.7"),
    row("3.8", 0, Months, Numbers, "3.8"),
    row("3.9", 0, Months, Numbers, "3.9"),
    row("3.10", 0, Months, Numbers, "3.10"),
    row("4", 0, Months, Numbers, "4"),
    row("5", 0, Months, Numbers, "5"),
    row("6", 0, Months, Numbers, "6"),
    row("7", 0, Months, Parts(&["7.1", "7.2", "7.3", "7.4", "7.5", "7.6"]), "7"),
    row("7.1", 0, Months, Numbers, "7.1"),
    row("7.2", 0, Months, Numbers, "7.2"),
    row("7.3", 0, Months, Numbers, "7.3"),
    row("7.4", 0, Months, Numbers, "7.4"),
    row("7.5", 0, Months, Numbers, "7.5"),
    row("7.6", 0, Months, Numbers, "7.6"),
    row("8", 0, Months, Parts(&["8.1", "8.2", "8.3"]), "8"),
    row("8.1", 0, Months, Numbers, "8.1"),
    row("8.2", 0, Months, Numbers, "8.2"),
    row("8.3", 0, Months, Numbers, "8.3"),
    row("9", 0, Months, Parts(&["9.1", "9.2"]), "9"),
    row("9.1", 0, Months, Numbers, "9.1"),
    row("9.2", 0, Months, Numbers, "9.2"),
    stock("10", 1, Months, lines(Lines::Service), "10"),
    row("10.1", 1, Months, lines(Lines::Service), "10.1"),
    stock("11", 1, Months, lines(Lines::Service), "11"),
    row("12", 2, MonthsByPerson, Parts(&["12.1", "12.2", "12.3", "12.4"]), "12"),
    row("12.1", 2, MonthsByPerson, lines(Lines::Service), "12.1"),
    row("12.2", 2, MonthsByPerson, lines(Lines::Service), "12.2"),
    row("12.3", 2, MonthsByPerson, lines(Lines::ServiceAndSystem), "12.3"),
    row("12.4", 2, MonthsByPerson, lines(Lines::ServiceAndSystem), "12.4"),
    row("13", 2, MonthsByPerson, Parts(&["13.1", "13.2"]), "13"),
    row("13.1", 2, MonthsByPerson, Numbers, "13.1"),
    row("13.2", 2, MonthsByPerson, Numbers, "13.2"),
    row("14", 3, MonthsByPerson, Parts(&["14.1", "14.2", "14.3", "14.4"]), "14"),
    row("14.1", 3, MonthsByPerson, lines(Lines::Service), "14.1"),
    row("14.2", 3, MonthsByPerson, lines(Lines::Service), "14.2"),
    row("14.3", 3, MonthsByPerson, lines(Lines::ServiceAndSystem), "14.3"),
    row("14.4", 3, MonthsByPerson, lines(Lines::Service), "14.4"),
    row("15", 3, MonthsByPerson, Parts(&["15.1", "15.2", "15.3", "15.4"]), "15"),
    row("15.1", 3, MonthsByPerson, lines(Lines::Service), "15.1"),
    row("15.2", 3, MonthsByPerson, lines(Lines::Service), "15.2"),
    row("15.3", 3, MonthsByPerson, lines(Lines::ServiceAndSystem), "15.3"),
    row("15.4", 3, MonthsByPerson, lines(Lines::Service), "15.4"),
    row("16", 4, Months, Parts(&["16.1", "16.2", "16.3"]), "16"),
    row("16.1", 4, Months, lines(Lines::Service), "16.1"),
    row("16.2", 4, Months, lines(Lines::Service), "16.2"),
    row("16.3", 4, Months, lines(Lines::Service), "16.3"),
    row("17", 4, Months, Parts(&["17.1", "17.2", "17.3", "17.4", "17.5", "17.6", "17.7"]), "17"),
    row("17.1", 4, Months, Numbers, "17.1"),
    row("17.2", 4, Months, Numbers, "17.2"),
    row("17.3", 4, Months, Numbers, "17.3"),
    row("17.4", 4, Months, Numbers, "17.4"),
    row("17.5", 4, Months, Numbers, "17.5"),
    row("17.6", 4, Months, Numbers, "17.6"),
    row("17.7", 4, Months, Numbers, "17.7"),
    row("18", 4, Months, Parts(&["18.1", "18.2", "18.3"]), "18"),
    row("18.1", 4, Months, lines(Lines::Service), "18.1"),
    row("18.2", 4, Months, lines(Lines::Service), "18.2"),
    row("18.3", 4, Months, lines(Lines::Service), "18.3"),
    row("19", 5, Months, Numbers, "19"),
    row("20", 5, Months, Numbers, "20"),
    row("21", 5, Months, Numbers, "21"),
    row("22", 5, Months, Numbers, "22"),
];

const LOCAL_ROWS: &[Row] = &[
    row("1", 0, Months, Parts(&["1.1", "1.2"]), "1"),
    row("1.1", 0, Months, Numbers, "1.1"),
    row("1.2", 0, Months, Numbers, "1.2"),
    row("2", 0, Months, Parts(&["2.1", "2.2", "2.3", "2.4"]), "2"),
    row("2.1", 0, Months, Numbers, "2.1"),
    row("2.2", 0, Months, Numbers, "2.2"),
    row("2.3", 0, Months, Numbers, "2.3"),
    row("2.4", 0, Months, Numbers, "2.4"),
    row("3", 0, Months, Parts(&["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10"]), "3"),
    row("3.1", 0, Months, Numbers, "3.1"),
    row("3.2", 0, Months, Numbers, "3.2"),
    row("3.3", 0, Months, Numbers, "3.3"),
    row("3.4", 0, Months, Numbers, "3.4"),
    row("3.5", 0, Months, Numbers, "3.5"),
    row("3.6", 0, Months, Numbers, "3.6"),
    row("3.7", 0, Months, Numbers, "3.7"),
    row("3.8", 0, Months, Numbers, "3.8"),
    row("3.9", 0, Months, Numbers, "3.9"),
    row("3.10", 0, Months, Numbers, "3.10"),
    row("4", 0, Months, Numbers, "4"),
    row("5", 0, Months, Numbers, "5"),
    row("6", 0, Months, Numbers, "6"),
    row("7", 0, Months, Parts(&["7.1", "7.2", "7.3", "7.4", "7.5", "7.6"]), "7"),
    row("7.1", 0, Months, Numbers, "7.1"),
    row("7.2", 0, Months, Numbers, "7.2"),
    row("7.3", 0, Months, Numbers, "7.3"),
    row("7.4", 0, Months, Numbers, "7.4"),
    row("7.5", 0, Months, Numbers, "7.5"),
    row("7.6", 0, Months, Numbers, "7.6"),
    row("8", 0, Months, Parts(&["8.1", "8.2", "8.3"]), "8"),
    row("8.1", 0, Months, Numbers, "8.1"),
    row("8.2", 0, Months, Numbers, "8.2"),
    row("8.3", 0, Months, Numbers, "8.3"),
    row("9", 0, Months, Parts(&["9.1", "9.2"]), "9"),
    row("9.1", 0, Months, Numbers, "9.1"),
    row("9.2", 0, Months, Numbers, "9.2"),
    stock("10", 1, Months, lines(Lines::Service), "10"),
    row("10.1", 1, Months, lines(Lines::Service), "10.1"),
    row("11", 2, MonthsByPerson, Parts(&["11.1", "11.2", "11.3", "11.4"]), "12"),
    row("11.1", 2, MonthsByPerson, lines(Lines::Service), "12.1"),
    row("11.2", 2, MonthsByPerson, lines(Lines::Service), "12.2"),
    row("11.3", 2, MonthsByPerson, lines(Lines::ServiceAndSystem), "12.3"),
    row("11.4", 2, MonthsByPerson, lines(Lines::ServiceAndSystem), "12.4"),
    row("12", 2, MonthsByPerson, Parts(&["12.1", "12.2"]), "13"),
    row("12.1", 2, MonthsByPerson, Numbers, "13.1"),
    row("12.2", 2, MonthsByPerson, Numbers, "13.2"),
    row("13", 3, MonthsByPerson, Parts(&["13.1", "13.2", "13.3", "13.4"]), "14"),
    row("13.1", 3, MonthsByPerson, lines(Lines::Service), "14.1"),
    row("13.2", 3, MonthsByPerson, lines(Lines::Service), "14.2"),
    row("13.3", 3, MonthsByPerson, lines(Lines::ServiceAndSystem), "14.3"),
    row("13.4", 3, MonthsByPerson, lines(Lines::Service), "14.4"),
    row("14", 3, MonthsByPerson, Parts(&["14.1", "14.2", "14.3", "14.4"]), "15"),
    row("14.1", 3, MonthsByPerson, lines(Lines::Service), "15.1"),
    row("14.2", 3, MonthsByPerson, lines(Lines::Service), "15.2"),
    row("14.3", 3, MonthsByPerson, lines(Lines::ServiceAndSystem), "15.3"),
    row("14.4", 3, MonthsByPerson, lines(Lines::Service), "15.4"),
    row("15", 4, Months, Parts(&["15.1", "15.2", "15.3"]), "16"),
    row("15.1", 4, Months, lines(Lines::Service), "16.1"),
    row("15.2", 4, Months, lines(Lines::Service), "16.2"),
    row("15.3", 4, Months, lines(Lines::Service), "16.3"),
    row("16", 4, Months, Parts(&["16.1", "16.2", "16.3", "16.4", "16.5", "16.6", "16.7"]), "17"),
    row("16.1", 4, Months, Numbers, "17.1"),
    row("16.2", 4, Months, Numbers, "17.2"),
    row("16.3", 4, Months, Numbers, "17.3"),
    row("16.4", 4, Months, Numbers, "17.4"),
    row("16.5", 4, Months, Numbers, "17.5"),
    row("16.6", 4, Months, Numbers, "17.6"),
    row("16.7", 4, Months, Numbers, "17.7"),
    row("17", 4, Months, Parts(&["17.1", "17.2", "17.3"]), "18"),
    row("17.1", 4, Months, lines(Lines::Service), "18.1"),
    row("17.2", 4, Months, lines(Lines::Service), "18.2"),
    row("17.3", 4, Months, lines(Lines::Service), "18.3"),
    row("18", 5, Months, Numbers, "19"),
    row("19", 5, Months, Numbers, "20"),
    row("20", 5, Months, Numbers, "21"),
    row("21", 5, Months, Numbers, "22"),
];
