//! Which column of a sheet holds which column of the form: by its head, otherwise by the order of the form.

use law::ch3_reports::form::Columns;

use super::super::{
    grid::{Held, Value},
    layout,
    words::{Heading, Known},
};

/// The heads seen last.
#[derive(Default)]
pub(super) struct Heads {
    /// Whether the row before belonged to a head.
    pub open: bool,
    months: Vec<(u32, u8)>,
    persons: Vec<(u32, char)>,
    results: Vec<(u32, &'static str)>,
    pub provider: Option<u32>,
    pub service: Option<u32>,
    pub system: Option<u32>,
}

impl Heads {
    /// Takes a row into account if it is a row of heads: words, and no number.
    pub fn row<'a>(&mut self, cells: impl Iterator<Item = (u32, &'a Held)> + Clone, known: &Known) -> bool {
        if cells.clone().any(|(_, held)| matches!(held.value, Value::Number(_))) {
            return false;
        }
        let found: Vec<_> = cells.filter_map(|(at, held)| known.heading(&held.text()).map(|h| (at, h))).collect();
        let alone = |h: &Heading| matches!(h, Heading::Provider | Heading::Service | Heading::System);
        if found.is_empty() || (found.len() == 1 && alone(&found[0].1)) {
            return false;
        }
        if !self.open {
            *self = Self { open: true, ..Self::default() };
        }
        for (at, heading) in found {
            match heading {
                Heading::Month(month) => self.months.push((at, month)),
                Heading::All => {
                    self.months.push((at, 0));
                    self.results.push((at, "total"));
                }
                Heading::Person(who) => self.persons.push((at, who)),
                Heading::Result(column) => self.results.push((at, column)),
                Heading::Provider => self.provider = Some(at),
                Heading::Service => self.service = Some(at),
                Heading::System => self.system = Some(at),
                Heading::Other => {}
            }
        }
        true
    }

    /// The columns of such a row; `after` is the first behind the labels. None if its heads do not say.
    pub fn columns(&self, columns: Columns, after: u32) -> Option<Vec<(&'static str, u32)>> {
        let in_order = || layout::order(columns).iter().copied().zip(after..).collect();
        let month = |wanted: u8| self.months.iter().find(|(_, m)| *m == wanted).map(|(at, _)| *at);
        let mut found: Vec<(&'static str, u32)> = Vec::new();
        match columns {
            Columns::Results if self.results.is_empty() => return Some(in_order()),
            Columns::Results => found.extend(self.results.iter().map(|(at, column)| (*column, *at))),
            _ if self.months.is_empty() && self.persons.is_empty() => return Some(in_order()),
            Columns::Months => {
                let slots = layout::order(columns).iter().zip([1, 2, 3, 0]);
                found.extend(slots.filter_map(|(column, m)| month(m).map(|at| (*column, at))));
            }
            Columns::MonthsByPerson => {
                for (name, wanted, who) in layout::order(columns)
                    .iter()
                    .zip([1, 1, 2, 2, 3, 3, 0, 0])
                    .map(|(n, m)| (*n, m, if n.ends_with('n') { 'n' } else { 'l' }))
                {
                    found.extend(self.person(wanted, who).map(|at| (name, at)));
                }
            }
        }
        let mut places: Vec<u32> = found.iter().map(|(_, at)| *at).collect();
        places.sort_unstable();
        places.dedup();
        let whole = columns.inputs().iter().all(|c| found.iter().any(|(name, _)| name == c));
        (whole && places.len() == found.len()).then_some(found)
    }

    /// The column of a person under a month; without such heads the two columns that the month spans.
    fn person(&self, month: u8, who: char) -> Option<u32> {
        let above = |at: u32| self.months.iter().filter(|(m, _)| *m <= at).max_by_key(|(m, _)| *m).map(|(_, m)| *m);
        if !self.persons.is_empty() {
            return self.persons.iter().find(|(at, w)| *w == who && above(*at) == Some(month)).map(|(at, _)| *at);
        }
        let start = self.months.iter().find(|(_, m)| *m == month)?.0;
        let taken = self.months.iter().any(|(at, _)| *at == start + 1);
        (!taken).then_some(if who == 'n' { start } else { start + 1 })
    }
}
