//! The hidden sheet of our own template: it helps to tell lines, and says nothing that labels and numbers say.

use std::collections::HashMap;

use law::{ch3_reports::sheet::unmarked, term::Quarter};

use super::super::{Named, grid::Grid, write::MACHINE};

#[derive(Default)]
pub(super) struct Hidden {
    pub quarter: Option<Quarter>,
    pub body: String,
    pub bin: String,
    /// By row of the sheet from 0: the key of its line as it was written.
    pub lines: HashMap<u32, String>,
    pub services: Vec<Named>,
    pub providers: Vec<Named>,
}

impl Hidden {
    pub fn is(grid: &Grid) -> bool {
        grid.text(0, 0) == MACHINE
    }

    pub fn of(grids: &[Grid]) -> Self {
        let Some(grid) = grids.iter().find(|g| Self::is(g)) else { return Self::default() };
        let mut hidden = Self::default();
        for row in grid.rows() {
            let cell = |column| grid.text(row, column);
            match cell(0).as_str() {
                "quarter" => hidden.quarter = cell(1).parse().ok(),
                "body" => (hidden.body, hidden.bin) = (cell(1), cell(2)),
                "line" => {
                    if let Some(at) = cell(1).parse::<u32>().ok().and_then(|n| n.checked_sub(1)) {
                        hidden.lines.insert(at, unmarked(&cell(3)));
                    }
                }
                "service" => hidden.services.push((cell(1), cell(2))),
                "provider" => hidden.providers.push((cell(1), cell(2))),
                _ => {}
            }
        }
        hidden
    }
}
