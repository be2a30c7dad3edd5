//! Sheets filled by chance.

use super::*;

/// Numbers that follow from their seed.
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    pub fn of<T: Clone>(&mut self, things: &[T]) -> T {
        things[self.roll(things.len())].clone()
    }

    fn cell(&mut self) -> Cell {
        match self.roll(6) {
            0 | 1 => Cell::Dash,
            2 => Cell::Count(0),
            3 => Cell::Count(self.roll(10) as u64),
            4 => Cell::Count(self.roll(1_000_000) as u64 * 999_983),
            _ => Cell::Unfilled,
        }
    }

    fn key(&mut self, kind: Lines) -> LineKey {
        let service = self.of(&services()).0;
        let systems = ["«Е-Әкімдік» АЖ", "a|b", "x\ty", "\\n\n\\", "=1+1", "_x000D_", "<&>\"'", "😀", "- тире", "5"];
        match kind {
            Lines::Service => LineKey::service(service),
            Lines::ServiceAndSystem => LineKey::pair(service, self.of(&systems)),
            Lines::ProviderAndService => LineKey::pair(self.of(&providers()).0, service),
        }
    }
}

/// Sparse and full, with every state of a cell.
pub(super) fn random(form: FormId, seed: u64) -> Sheet {
    let mut dice = Dice(seed);
    let mut sheet = Sheet::blank(form, quarter());
    let lined = dice.roll(5);
    for (row, cells) in sheet.definition().rows.iter().zip(&mut sheet.rows).filter(|(row, _)| row.is_entered()) {
        let inputs = row.columns.inputs().len();
        if let Some(kind) = row.lines().filter(|_| dice.roll(4) < lined) {
            for _ in 0..=dice.roll(4) {
                cells.lines.insert(dice.key(kind), Line::default());
            }
        }
        if cells.lines.is_empty() {
            cells.own[..inputs].fill_with(|| dice.cell());
        }
        for line in cells.lines.values_mut() {
            line.cells[..inputs].fill_with(|| dice.cell());
            if !row.columns.reasons().is_empty() {
                let words = ["", "-", "Жүйе істемеді", "екі\nжол", "a\tb", "=SUM(A1)", "a; b", "1,5", "2026-07-01"];
                line.reasons = [dice.of(&words).to_owned(), dice.of(&words).to_owned()];
            }
        }
    }
    sheet
}
