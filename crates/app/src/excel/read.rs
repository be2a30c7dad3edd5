//! Reading a workbook: the form is found, then its rows, their lines and their cells. What cannot be placed is a fault.

mod find;
mod heads;
mod hidden;
mod lines;
mod scan;

use law::{ch3_reports::FormId, term::Quarter};

use super::{
    Expect, Fault, Read,
    grid::{Allowance, Grid},
    parts::Parts,
    unpack::Package,
    words::{Known, quarter_in},
};
use hidden::Hidden;
use scan::Scan;

/// Reads a workbook, our own or a body's.
///
/// # Errors
/// What makes the whole file useless: no workbook, too large, none or another form.
pub fn read(bytes: &[u8], expect: &Expect) -> Result<Read, Vec<Fault>> {
    whole(bytes, expect).map_err(|fault| vec![fault])
}

fn whole(bytes: &[u8], expect: &Expect) -> Result<Read, Fault> {
    let grids = grids(bytes)?;
    let hidden = Hidden::of(&grids);
    let known = Known::new(expect.words);
    let visible: Vec<Grid> = grids.into_iter().filter(|g| !Hidden::is(g)).collect();
    let (form, grid) = find::form(&visible, &known, expect)?;
    let mut scan = Scan::new(grid, &known, form, expect, &hidden);
    let first = scan.run();
    let said = stated_quarter(grid, first).or(hidden.quarter);
    let quarter = said.or(expect.quarter);
    let mut read = scan.finish(quarter.unwrap_or_else(first_quarter));
    read.quarter = quarter;
    let mut early = Vec::new();
    if let (Some(said), Some(expected)) = (said, expect.quarter)
        && said != expected
    {
        early.push(Fault::file("another-quarter", said.to_string()));
    }
    if let Some(body) = expect.body
        && ((!hidden.bin.is_empty() && !body.bin.is_empty() && hidden.bin != body.bin)
            || (hidden.bin.is_empty() && !hidden.body.is_empty() && hidden.body != body.id))
    {
        let value = if hidden.bin.is_empty() { &hidden.body } else { &hidden.bin };
        early.push(Fault::file("another-body", value.clone()));
    }
    read.faults.splice(0..0, early);
    (read.body, read.bin) = (hidden.body, hidden.bin);
    Ok(read)
}

fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let mut package = Package::open(bytes)?;
    let parts = Parts::read(&mut package)?;
    let (mut grids, mut allowance) = (Vec::new(), Allowance::new());
    for sheet in &parts.sheets {
        if let Some(text) = package.text(&sheet.path)? {
            grids.push(Grid::read(&sheet.name, &text, &parts, &mut allowance)?);
        }
    }
    Ok(grids)
}

/// The quarter that the head of the form names, above its first row.
fn stated_quarter(grid: &Grid, first: u32) -> Option<Quarter> {
    grid.cells.range(..(first, 0)).find_map(|(_, held)| quarter_in(&held.text()))
}

/// The first quarter reported in these forms.
fn first_quarter() -> Quarter {
    Quarter::new(2021, 3).unwrap_or_else(|| unreachable!("a quarter of every year"))
}

/// The form of a quarter; all quarters have the same so far.
fn definition(form: FormId) -> &'static law::ch3_reports::Form {
    form.for_quarter(first_quarter())
}
