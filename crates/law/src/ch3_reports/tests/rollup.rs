//! The roll-up of a tree of reports: whatever the order, the whole is the sum of what each body entered itself.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Dice, Flat, quarter, random};
use crate::ch3_reports::{
    Cell, FormId, Place, Sheet,
    rollup::{Rollup, Sum},
    sheet::{Inputs, LineKey, marked},
};

/// Bodies with their own sheets, each under one of those before it; the first is above all.
struct Tree {
    form: FormId,
    own: Vec<(Sheet, Flat)>,
    above: Vec<usize>,
}

impl Tree {
    fn grow(seed: u64, bodies: usize) -> (Self, Dice) {
        let mut dice = Dice(seed);
        let form = dice.of(&FormId::ALL);
        let own = (0..bodies).map(|_| random(form, &mut dice, true)).collect();
        let above = (0..bodies).map(|body| dice.roll(body)).collect();
        (Self { form, own, above }, dice)
    }

    fn texts(&self) -> Vec<String> {
        self.own.iter().map(|(sheet, _)| sheet.text()).collect()
    }

    /// The whole report of a body: its own cells with the wholes of those under it.
    fn whole(&self, body: usize) -> Sheet {
        let children = (1..self.own.len()).filter(|child| self.above[*child] == body);
        let mut whole = self.own[body].0.clone();
        children.for_each(|child| whole.add(&self.whole(child)));
        whole
    }

    /// The same as a roll-up, from the bottom.
    fn rolled(&self, body: usize) -> Rollup {
        let mut whole = Rollup::default();
        for child in (1..self.own.len()).filter(|child| self.above[*child] == body) {
            whole.merge(&self.rolled(child));
        }
        whole.add(&self.own[body].0.text());
        whole
    }
}

fn of(texts: &[String], order: impl IntoIterator<Item = usize>) -> Rollup {
    let mut rollup = Rollup::default();
    order.into_iter().for_each(|at| rollup.add(&texts[at]));
    rollup
}

fn shuffled(many: usize, dice: &mut Dice) -> Vec<usize> {
    let mut order: Vec<usize> = (0..many).collect();
    for at in (1..many).rev() {
        order.swap(at, dice.roll(at + 1));
    }
    order
}

/// What a sheet says, without the words of its lines.
fn said(sheet: &Sheet) -> Vec<(Inputs, Vec<(LineKey, Inputs)>)> {
    let lines = |c: &crate::ch3_reports::sheet::RowCells| c.lines.iter().map(|(k, l)| (k.clone(), l.cells)).collect();
    sheet.rows.iter().map(|c| (c.own, lines(c))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p61_a_rollup_is_the_sum_of_its_leaves(seed: u64, bodies in 1..=12_usize) {
        let (tree, mut dice) = Tree::grow(seed, bodies);
        let texts = tree.texts();
        let rollup = of(&texts, shuffled(bodies, &mut dice));
        prop_assert_eq!(rollup.sheets(), bodies);
        // Cell by cell, over all bodies.
        let mut sums: BTreeMap<(String, String), BTreeMap<&str, Sum>> = BTreeMap::new();
        for (row, line, column, cell) in tree.own.iter().flat_map(|(_, flat)| flat) {
            let sum = sums.entry((row.clone(), line.clone())).or_default().entry(*column).or_default();
            match cell {
                Cell::Count(n) => (sum.total, sum.counts) = (sum.total + n, sum.counts + 1),
                Cell::Dash => sum.dashes += 1,
                Cell::Unfilled => unreachable!("valid sheets are filled"),
            }
        }
        let form = tree.own[0].0.definition();
        for ((row, line), columns) in &sums {
            let found = rollup.sums(row, &marked(line));
            for (at, column) in form.row(row).unwrap().columns.inputs().iter().enumerate() {
                prop_assert_eq!(found[at], columns[*column], "{} {} {}", row, line, column);
            }
        }
        prop_assert_eq!(rollup.lines().count(), sums.len());
    }

    #[test]
    fn p61_the_order_of_adding_and_merging_changes_nothing(seed: u64, bodies in 1..=12_usize) {
        let (tree, mut dice) = Tree::grow(seed, bodies);
        let texts = tree.texts();
        let rollup = of(&texts, 0..bodies);
        prop_assert_eq!(&of(&texts, shuffled(bodies, &mut dice)), &rollup);
        prop_assert_eq!(&tree.rolled(0), &rollup, "children first, as the tree goes");
        let cut = dice.roll(bodies + 1);
        let (mut one, other) = (of(&texts, 0..cut), of(&texts, cut..bodies));
        let mut reverse = other.clone();
        reverse.merge(&one);
        one.merge(&other);
        prop_assert_eq!(&one, &rollup);
        prop_assert_eq!(&reverse, &rollup);
    }

    #[test]
    fn p61_what_is_taken_out_leaves_no_trace(seed: u64, bodies in 1..=12_usize) {
        let (tree, mut dice) = Tree::grow(seed, bodies);
        let texts = tree.texts();
        let rollup = of(&texts, 0..bodies);
        // Others come and go in between, in any order.
        let others: Vec<String> = (0..dice.roll(5)).map(|_| random(tree.form, &mut dice, true).0.text()).collect();
        let mut busy = Rollup::default();
        let mut inside: Vec<&String> = Vec::new();
        for text in &texts {
            for other in &others {
                if dice.roll(2) == 0 {
                    busy.add(other);
                    inside.push(other);
                }
            }
            busy.add(text);
            if dice.roll(2) == 0 && !inside.is_empty() {
                busy.remove(inside.swap_remove(dice.roll(inside.len())));
            }
        }
        inside.into_iter().for_each(|other| busy.remove(other));
        prop_assert_eq!(&busy, &rollup);
        prop_assert_eq!(busy.sheets(), bodies);
        prop_assert_eq!(busy.lines().count(), rollup.lines().count());
        prop_assert_eq!(said(&busy.sheet(tree.own[0].0.definition(), quarter("2026-Q3"))),
            said(&rollup.sheet(tree.own[0].0.definition(), quarter("2026-Q3"))));
        for text in &texts {
            busy.remove(text);
        }
        prop_assert_eq!(&busy, &Rollup::default());
        prop_assert_eq!(busy.lines().count(), 0);
    }

    #[test]
    fn p61_the_whole_of_a_rollup_is_the_sum_of_the_sheets(seed: u64, bodies in 1..=12_usize) {
        let (tree, _) = Tree::grow(seed, bodies);
        let total = Sheet::total(tree.own.iter().map(|(sheet, _)| sheet)).unwrap();
        let form = total.definition();
        let sheet = of(&tree.texts(), 0..bodies).sheet(form, quarter("2026-Q3"));
        prop_assert_eq!(said(&sheet), said(&total));
        for (row, cells) in form.rows.iter().zip(&total.rows) {
            let lines = cells.lines.keys().map(LineKey::word);
            for line in [String::new()].into_iter().chain(lines) {
                for column in row.columns.numbers() {
                    let place = Place::new(row.number, line.clone(), column);
                    prop_assert_eq!(sheet.value(&place), total.value(&place), "{:?}", place);
                }
            }
        }
        // A parent adds the wholes of its children and not their own sheets: the cells are the same.
        prop_assert_eq!(said(&tree.whole(0)), said(&total));
        prop_assert_eq!(Sheet::read(&sheet.text()).unwrap(), sheet);
    }
}

#[test]
fn p61_of_no_sheets_there_is_no_sum() {
    assert_eq!(Sheet::total([]), None);
    let sheet = Rollup::default().sheet(FormId::Local.for_quarter(quarter("2026-Q3")), quarter("2026-Q3"));
    assert_eq!(sheet, Sheet::blank(FormId::Local, quarter("2026-Q3")));
    assert_eq!(Rollup::default().sums("1.1", "").map(Sum::cell), Inputs::default());
}

#[test]
fn p61_a_row_without_lines_adds_nothing_to_the_lines_of_another() {
    let with = super::filled(FormId::Local, &["11.1/S1/m1n 3", "11.1/S2/m1n 4"]);
    let mut without = super::dashed(FormId::Local);
    without.set(&super::place("11.1//m1n"), Cell::Count(0));
    for order in [[&with, &without], [&without, &with]] {
        let total = Sheet::total(order).unwrap();
        assert_eq!(total.value(&super::place("11.1//m1n")), Cell::Count(7));
        assert_eq!(total.value(&super::place("11.1/S2/m1n")), Cell::Count(4));
        assert_eq!(total.value(&super::place("11//qn")), Cell::Count(7));
        assert_eq!(total.value(&super::place("11//ql")), Cell::Dash);
    }
}

#[test]
fn p62_reasons_of_several_sheets_stand_one_after_another_each_once() {
    let sheet = |words: &str| {
        let mut sheet = super::filled(FormId::Electronic, &["1/ministry|S1/late 1"]);
        sheet.set_reason(&super::place("1/ministry|S1/late-reason"), words);
        sheet
    };
    let joined = |all: &[&str]| {
        let sheets: Vec<Sheet> = all.iter().map(|words| sheet(words)).collect();
        let total = Sheet::total(&sheets).unwrap();
        total.reason(&super::place("1/ministry|S1/late-reason")).to_owned()
    };
    assert_eq!(joined(&["-", "Жүйе істемеді", "-"]), "Жүйе істемеді");
    assert_eq!(joined(&["a", "b", "a", "", "b"]), "a; b");
    assert_eq!(joined(&["", "-"]), "");
    assert_eq!(joined(&["-", "-"]), "-");
}
