//! Formulas of cells that follow from others. A sum in which no part holds a number is «-» where all parts are, and empty
//! otherwise.

use super::super::layout::address;

fn refs(cells: &[(u32, u16)]) -> Vec<String> {
    cells.iter().map(|(row, column)| address(*row, u32::from(*column))).collect()
}

/// The sum of single cells.
pub(super) fn sum(cells: &[(u32, u16)]) -> String {
    let refs = refs(cells);
    let dashes: Vec<String> = refs.iter().map(|r| format!("{r}=\"-\"")).collect();
    let all = refs.join(",");
    format!("=IF(COUNT({all})>0,SUM({all}),IF(AND({}),\"-\",\"\"))", dashes.join(","))
}

/// The last month of what is counted at the end of a month.
pub(super) fn same(cell: (u32, u16)) -> String {
    let cell = address(cell.0, u32::from(cell.1));
    format!("=IF({cell}=\"\",\"\",{cell})")
}

/// The sum of the lines that have a name; without any, what the row itself says.
pub(super) fn lines(rows: (u32, u32), column: u16, name: u16, own: &str) -> String {
    let range = |c: u16| format!("{}:{}", address(rows.0, u32::from(c)), address(rows.1, u32::from(c)));
    let (values, names) = (range(column), range(name));
    let fallback = match own {
        "" | "-" => format!("\"{own}\""),
        number => number.to_owned(),
    };
    format!(
        "=IF(COUNTA({names})=0,{fallback},IF(COUNT({values})>0,SUM({values}),\
         IF(COUNTIF({values},\"-\")=COUNTA({names}),\"-\",\"\")))"
    )
}

/// What may be typed into a cell of numbers: a whole number from 0, or «-».
pub(super) fn allowed(cell: (u32, u16)) -> String {
    let cell = address(cell.0, u32::from(cell.1));
    format!("=OR({cell}=\"-\",AND(ISNUMBER({cell}),{cell}>=0,{cell}=INT({cell})))")
}
