//! The sheet of the form from top to bottom.

mod frame;

use law::ch3_reports::{
    Cell,
    form::{Columns, Holds, Lines, Row},
    sheet::{LineKey, of_column},
};
use rust_xlsxwriter::{DataValidation, Format, Formula, ProtectionOptions, Worksheet, XlsxError};

use super::super::layout::{FIRST, LABEL, NUMBER, SECOND, column, order};
use super::{Job, SPARE, formulas, lists, looks::Looks};

/// What stands under one another.
enum Block {
    Heads(Columns),
    Section(usize),
    Row(usize),
    /// «Name of the service», as printed under a row with lines.
    Caption(usize),
    Line(usize, LineKey),
    Spare(usize),
}

impl Block {
    fn height(&self) -> u32 {
        match self {
            Self::Heads(Columns::Months) => 3,
            Self::Heads(Columns::MonthsByPerson) => 4,
            _ => 1,
        }
    }
}

pub(super) struct Blocks<'a> {
    job: &'a Job<'a>,
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
    /// The row of the sheet in which each row of the form stands, and the first and last of its lines.
    rows: Vec<u32>,
    spans: Vec<(u32, u32)>,
    /// Row of the sheet, number of the row, key of the line.
    pub lines: Vec<(u32, &'static str, String)>,
}

type Done = Result<(), XlsxError>;

impl<'a> Blocks<'a> {
    pub fn new(job: &'a Job<'a>, sheet: &'a mut Worksheet, looks: &'a Looks) -> Self {
        let rows = job.sheet.definition().rows.len();
        Self { job, sheet, looks, rows: vec![0; rows], spans: vec![(0, 0); rows], lines: Vec::new() }
    }

    pub fn all(&mut self) -> Done {
        self.page()?;
        let top = self.head()?;
        let blocks = self.blocks();
        let mut row = top;
        for block in &blocks {
            match block {
                Block::Row(at) => self.rows[*at] = row,
                Block::Line(at, _) | Block::Spare(at) => {
                    let span = &mut self.spans[*at];
                    *span = (if span.0 == 0 { row } else { span.0 }, row);
                }
                _ => {}
            }
            row += block.height();
        }
        let end = row;
        row = top;
        let mut repeated = false;
        for block in &blocks {
            match block {
                Block::Heads(columns) => {
                    self.heads(row, *columns)?;
                    if !std::mem::replace(&mut repeated, true) {
                        let line = row + block.height() - 1;
                        self.sheet.set_repeat_rows(line, line)?;
                    }
                }
                Block::Section(at) => self.section(row, *at)?,
                Block::Row(at) => self.row(row, *at)?,
                Block::Caption(at) => self.caption(row, *at)?,
                Block::Line(at, key) => self.line(row, *at, Some(key))?,
                Block::Spare(at) => self.line(row, *at, None)?,
            }
            row += block.height();
        }
        let last = self.foot(end + 1)?;
        self.sheet.set_print_area(0, 0, last, self.job.width())?;
        let allowed = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
        self.sheet.protect_with_options(&allowed);
        Ok(())
    }

    fn blocks(&self) -> Vec<Block> {
        let form = self.job.sheet.definition();
        let (mut blocks, mut columns, mut section) = (Vec::new(), None, None);
        for (at, row) in form.rows.iter().enumerate() {
            let new_section = section != Some(row.section) && !form.sections[row.section].is_empty();
            let new_heads = columns != Some(row.columns) || (new_section && row.columns == Columns::MonthsByPerson);
            let first = columns.is_none();
            if new_heads && first {
                blocks.push(Block::Heads(row.columns));
            }
            if new_section {
                blocks.push(Block::Section(row.section));
            }
            if new_heads && !first {
                blocks.push(Block::Heads(row.columns));
            }
            (columns, section) = (Some(row.columns), Some(row.section));
            blocks.push(Block::Row(at));
            if let Some(kind) = row.lines() {
                if kind != Lines::ProviderAndService {
                    blocks.push(Block::Caption(at));
                }
                blocks.extend(self.job.sheet.rows[at].lines.keys().map(|key| Block::Line(at, key.clone())));
                blocks.extend((0..SPARE).map(|_| Block::Spare(at)));
            }
        }
        blocks
    }

    fn definition(&self, at: usize) -> &'static Row {
        &self.job.sheet.definition().rows[at]
    }

    fn section(&mut self, row: u32, at: usize) -> Done {
        let number = self.job.sheet.definition().sections[at];
        let text = self.job.labels.of_form(&format!("section-{}", number.replace('.', "-")));
        self.merged(row, NUMBER, self.job.width(), &format!("{number}. {text}"), &self.looks.section)?;
        self.height(row, &text, 130)
    }

    fn row(&mut self, row: u32, at: usize) -> Done {
        let definition = self.definition(at);
        let sum = matches!(definition.holds, Holds::Parts(_));
        let label = self.job.labels.row(definition);
        let look = if sum { &self.looks.total } else { &self.looks.label };
        self.sheet.write_string_with_format(row, NUMBER, definition.number, &self.looks.number)?;
        self.merged(row, LABEL, SECOND, &label, look)?;
        self.height(row, &label, 58)?;
        let inputs = self.job.sheet.inputs(at);
        for name in definition.columns.inputs() {
            let (column, cell) = (column(definition.columns, name), of_column(definition, &inputs, name));
            match definition.holds {
                Holds::Numbers => self.number(row, column, cell)?,
                Holds::Parts(parts) => {
                    let form = self.job.sheet.definition();
                    let parts = parts.iter().filter_map(|p| form.at(p)).map(|p| (self.rows[p], column));
                    let formula = formulas::sum(&parts.collect::<Vec<_>>());
                    self.formula(row, column, formula, cell, &self.looks.derived)?;
                }
                Holds::Lines(kind) => {
                    let name = if kind == Lines::ProviderAndService { SECOND } else { LABEL };
                    let own = if self.job.sheet.rows[at].lines.is_empty() { cell } else { Cell::Unfilled };
                    let formula = formulas::lines(self.spans[at], column, name, &own.to_string());
                    self.formula(row, column, formula, cell, &self.looks.input)?;
                }
            }
        }
        for name in definition.columns.reasons() {
            self.sheet.write_blank(row, column(definition.columns, name), &self.looks.locked)?;
        }
        self.derived(row, at, &inputs)?;
        if definition.is_entered() {
            self.allow_numbers((row, row), definition.columns)?;
        }
        if definition.lines().is_some() {
            let span = self.spans[at];
            self.allow_numbers(span, definition.columns)?;
            self.allow_names(span, definition)?;
        }
        Ok(())
    }

    /// Quarters of a row or a line.
    fn derived(&mut self, row: u32, at: usize, inputs: &law::ch3_reports::sheet::Inputs) -> Done {
        let definition = self.definition(at);
        let columns = definition.columns;
        for name in columns.derived() {
            let months = columns.made_of(name).unwrap_or_default();
            let cells: Vec<_> = months.iter().map(|m| (row, column(columns, columns.inputs()[*m]))).collect();
            let formula = match cells.last() {
                Some(last) if definition.stock => formulas::same(*last),
                _ => formulas::sum(&cells),
            };
            let value = of_column(definition, inputs, name);
            self.formula(row, column(columns, name), formula, value, &self.looks.derived)?;
        }
        Ok(())
    }

    fn caption(&mut self, row: u32, at: usize) -> Done {
        let definition = self.definition(at);
        let text = self.job.labels.of_form(&format!("lines-{}", definition.key()));
        self.sheet.write_blank(row, NUMBER, &self.looks.locked)?;
        self.merged(row, LABEL, SECOND, &text, &self.looks.caption)?;
        for (_, column) in order(definition.columns).iter().zip(FIRST..) {
            self.sheet.write_blank(row, column, &self.looks.locked)?;
        }
        Ok(())
    }

    fn line(&mut self, row: u32, at: usize, key: Option<&LineKey>) -> Done {
        let definition = self.definition(at);
        let Holds::Lines(kind) = definition.holds else { return Ok(()) };
        let line = key.and_then(|key| self.job.sheet.rows[at].lines.get(key)).cloned().unwrap_or_default();
        let (first, second) = key.map(|key| self.job.names(kind, key)).unwrap_or_default();
        self.sheet.write_blank(row, NUMBER, &self.looks.locked)?;
        self.words(row, LABEL, &first, &self.looks.name)?;
        match kind {
            Lines::Service => drop(self.sheet.write_blank(row, SECOND, &self.looks.locked)?),
            _ => self.words(row, SECOND, &second, &self.looks.name)?,
        }
        for (input, name) in definition.columns.inputs().iter().enumerate() {
            self.number(row, column(definition.columns, name), line.cells[input])?;
        }
        for (reason, name) in definition.columns.reasons().iter().enumerate() {
            self.words(row, column(definition.columns, name), &line.reasons[reason], &self.looks.words)?;
        }
        self.derived(row, at, &line.cells)?;
        if let Some(key) = key {
            self.lines.push((row, definition.number, key.word()));
            let longest = if first.chars().count() > second.chars().count() { &first } else { &second };
            self.height(row, longest, if kind == Lines::Service { 40 } else { 22 })?;
        }
        Ok(())
    }

    fn number(&mut self, row: u32, column: u16, cell: Cell) -> Done {
        let look = &self.looks.input;
        match cell {
            Cell::Unfilled => self.sheet.write_blank(row, column, look)?,
            Cell::Dash => self.sheet.write_string_with_format(row, column, "-", look)?,
            Cell::Count(n) => self.sheet.write_number_with_format(row, column, n as f64, look)?,
        };
        Ok(())
    }

    fn formula(&mut self, row: u32, column: u16, formula: String, cell: Cell, look: &Format) -> Done {
        let formula = Formula::new(formula).set_result(cell.to_string());
        self.sheet.write_formula_with_format(row, column, formula, look)?;
        Ok(())
    }

    fn words(&mut self, row: u32, column: u16, text: &str, look: &Format) -> Done {
        match text {
            "" => self.sheet.write_blank(row, column, look)?,
            text => self.sheet.write_string_with_format(row, column, text, look)?,
        };
        Ok(())
    }

    /// One text over several columns of a row.
    fn merged(&mut self, row: u32, from: u16, to: u16, text: &str, look: &Format) -> Done {
        self.sheet.merge_range(row, from, row, to, text, look)?;
        Ok(())
    }

    /// A row as high as its text is long.
    fn height(&mut self, row: u32, text: &str, per_line: usize) -> Done {
        let lines = text.lines().map(|l| l.chars().count().div_ceil(per_line).max(1)).sum::<usize>().clamp(1, 28);
        self.sheet.set_row_height(row, 14.0 * lines as f64 + 2.0)?;
        Ok(())
    }

    /// Only whole numbers and «-» into the inputs of these rows.
    fn allow_numbers(&mut self, rows: (u32, u32), columns: Columns) -> Done {
        let words = self.job.labels.words;
        let inputs: Vec<u16> = columns.inputs().iter().map(|c| column(columns, c)).collect();
        for group in inputs.chunk_by(|a, b| a + 1 == *b) {
            let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
            let rule = DataValidation::new()
                .allow_custom(Formula::new(formulas::allowed((rows.0, *first))))
                .set_error_title(words.t("excel-number-title"))?
                .set_error_message(words.t("excel-number-message"))?;
            self.sheet.add_data_validation(rows.0, *first, rows.1, *last, &rule)?;
        }
        Ok(())
    }

    /// Services and providers from the lists.
    fn allow_names(&mut self, rows: (u32, u32), definition: &Row) -> Done {
        let words = self.job.labels.words;
        let (services, providers) = (&self.job.services, &self.job.providers);
        let lists = match definition.lines() {
            Some(Lines::ProviderAndService) => {
                vec![(LABEL, providers, lists::PROVIDERS), (SECOND, services, lists::SERVICES)]
            }
            _ => vec![(LABEL, services, lists::SERVICES)],
        };
        for (column, list, letter) in lists {
            let Some(range) = lists::range(self.job, list, letter) else { continue };
            let rule = DataValidation::new()
                .allow_list_formula(Formula::new(range))
                .set_error_title(words.t("excel-choice-title"))?
                .set_error_message(words.t("excel-choice-message"))?;
            self.sheet.add_data_validation(rows.0, column, rows.1, column, &rule)?;
        }
        Ok(())
    }
}
