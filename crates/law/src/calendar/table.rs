//! Working days counted in advance for the settled years, so that a term is three look-ups.

use jiff::civil::{Date, date};

use super::{Day, Why};

/// The first and the last day whose holidays are settled.
pub(super) const FIRST: Date = date(2021, 1, 1);
pub(super) const LAST: Date = date(2027, 12, 31);

/// Every day from [`FIRST`] to [`LAST`] and every working day among them.
#[derive(Debug)]
pub(super) struct Table {
    /// Index of the first day of each month.
    months: [u16; 84],
    /// Why each day is working or not.
    why: Vec<Why>,
    /// How many working days there are from [`FIRST`] up to and including each day.
    through: Vec<u16>,
    /// The working days in their order.
    working: Vec<Date>,
}

impl Table {
    /// Counts the days, which come in their order and without gaps.
    pub(super) fn new(days: impl Iterator<Item = Day>) -> Self {
        let mut table = Self { months: [0; 84], why: Vec::new(), through: Vec::new(), working: Vec::new() };
        for (index, day) in (0..).zip(days) {
            if day.date.day() == 1 {
                table.months[month(day.date)] = index;
            }
            if day.working {
                table.working.push(day.date);
            }
            table.why.push(day.why);
            table.through.push(table.working.len() as u16);
        }
        table
    }

    /// The index of a settled day.
    #[inline]
    pub(super) fn index(&self, day: Date) -> Option<usize> {
        (FIRST.year()..=LAST.year())
            .contains(&day.year())
            .then(|| usize::from(self.months[month(day)]) + day.day() as usize - 1)
    }

    #[inline]
    pub(super) fn why(&self, index: usize) -> Why {
        self.why[index]
    }

    /// How many settled working days there are up to and including the day at `index`.
    #[inline]
    pub(super) fn through(&self, index: usize) -> usize {
        usize::from(self.through[index])
    }

    /// How many settled working days there are before the day at `index`.
    #[inline]
    pub(super) fn before(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |previous| self.through(previous))
    }

    /// The settled working day with this ordinal, from zero.
    #[inline]
    pub(super) fn working(&self, ordinal: usize) -> Option<Date> {
        self.working.get(ordinal).copied()
    }
}

/// The place of a day's month among the settled months.
#[inline]
fn month(day: Date) -> usize {
    (day.year() - FIRST.year()) as usize * 12 + day.month() as usize - 1
}
