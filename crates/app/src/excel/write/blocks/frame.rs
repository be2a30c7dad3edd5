//! Head, heads of tables, foot, and the page.

use law::ch3_reports::form::Columns;
use rust_xlsxwriter::XlsxError;

use super::super::super::layout::{FIRST, LABEL, NUMBER, SECOND, last, order};
use super::{Blocks, Done};

impl Blocks<'_> {
    /// A4, landscape, as wide as the page.
    pub(super) fn page(&mut self) -> Done {
        let sheet = &mut *self.sheet;
        sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
        sheet.set_footer("&C&P / &N");
        // What is not filled stays empty, and is no zero.
        sheet.set_formula_result_default("");
        let widths: &[f64] = match self.job.is_results() {
            true => &[5.0, 40.0, 40.0, 11.0, 13.0, 30.0, 13.0, 30.0],
            false => &[7.0, 44.0, 22.0, 11.0, 11.0, 11.0, 11.0, 11.0, 11.0, 11.0, 11.0],
        };
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// The head of the form; gives the row under it.
    pub(super) fn head(&mut self) -> Result<u32, XlsxError> {
        let (job, looks) = (self.job, self.looks);
        let (labels, words, width) = (job.labels, job.labels.words, job.width());
        let named = |key: &str, value: String| format!("{}: {value}", words.t(key));
        let lines = [
            (words.t(&format!("form-annex-{}", labels.form)), &looks.right),
            (words.t("form-head-form"), &looks.right),
            (named("form-head-addressee", labels.of_form("addressee")), &looks.plain),
            (named("form-head-title", labels.of_form("title")), &looks.title),
            (named("form-head-index", labels.of_form("index")), &looks.plain),
            (named("form-head-period", words.t("form-head-quarterly")), &looks.plain),
            (named("form-head-reporting", labels.period()), &looks.plain),
            (named("form-head-reporters", labels.of_form("reporters")), &looks.plain),
            (named("form-head-due", labels.of_form("due")), &looks.plain),
            (labels.of_form("data"), &looks.title),
        ];
        let mut row = 0;
        for (text, look) in lines {
            self.merged(row, 0, width, &text, look)?;
            self.height(row, &text, 130)?;
            row += 1;
        }
        Ok(row + 1)
    }

    pub(super) fn heads(&mut self, row: u32, columns: Columns) -> Done {
        if columns == Columns::Results {
            return self.result_heads(row);
        }
        let words = self.job.labels.words;
        let look = &self.looks.head;
        let by_person = columns == Columns::MonthsByPerson;
        // Each month is one column, or one for natural and one for legal persons.
        let wide = if by_person { 2 } else { 1 };
        let bottom = row + if by_person { 2 } else { 1 };
        let all = FIRST + 3 * wide;
        let last = last(columns);
        self.sheet.merge_range(row, NUMBER, bottom, NUMBER, &words.t("form-number"), look)?;
        let measures = words.t("form-measures");
        if by_person {
            self.sheet.merge_range(row, LABEL, bottom, LABEL, &measures, look)?;
            self.sheet.merge_range(row, SECOND, bottom, SECOND, &words.t("excel-system"), look)?;
            self.merged(row, all, last, &words.t("form-all"), look)?;
        } else {
            self.sheet.merge_range(row, LABEL, bottom, SECOND, &measures, look)?;
            self.sheet.write_string_with_format(row, all, words.t("form-all"), look)?;
        }
        self.merged(row, FIRST, all - 1, &words.t("form-months"), look)?;
        let quarter = words.with("form-quarter", &[("quarter", i64::from(self.job.labels.quarter.number()).into())]);
        let months = ["form-month-1", "form-month-2", "form-month-3"].map(|key| words.t(key));
        for (text, column) in months.iter().chain([&quarter]).zip((FIRST..).step_by(wide.into())) {
            if by_person {
                self.merged(row + 1, column, column + 1, text, look)?;
                self.sheet.write_string_with_format(row + 2, column, words.t("form-natural"), look)?;
                self.sheet.write_string_with_format(row + 2, column + 1, words.t("form-legal"), look)?;
            } else {
                self.sheet.write_string_with_format(row + 1, column, text, look)?;
            }
        }
        self.sheet.set_row_height(row + 1, if by_person { 30 } else { 58 })?;
        if by_person {
            self.sheet.set_row_height(row + 2, 30)?;
        }
        // «А 1 2 3 4»: the line that is repeated on every page, whatever table stands on it.
        self.sheet.write_blank(bottom + 1, NUMBER, look)?;
        self.merged(bottom + 1, LABEL, SECOND, "\u{410}", look)?;
        for (number, column) in (1_u16..).zip(FIRST..=last) {
            self.sheet.write_number_with_format(bottom + 1, column, number, look)?;
        }
        Ok(())
    }

    fn result_heads(&mut self, row: u32) -> Done {
        let words = self.job.labels.words;
        let keys = ["form-line-number", "form-provider", "form-service"].into_iter().map(str::to_owned);
        let keys = keys.chain(order(Columns::Results).iter().map(|c| format!("form-{c}")));
        for (column, key) in (NUMBER..).zip(keys) {
            self.sheet.write_string_with_format(row, column, words.t(&key), &self.looks.head)?;
        }
        self.sheet.set_row_height(row, 130)?;
        Ok(())
    }

    /// Who reports, who signs; gives the last row.
    pub(super) fn foot(&mut self, top: u32) -> Result<u32, XlsxError> {
        let words = self.job.labels.words;
        let body = self.job.body.cloned().unwrap_or_default();
        let signed = |signature: &str| format!("({}) ({})", words.t("form-foot-name"), words.t(signature));
        let lines = [
            ("form-foot-body", body.name, String::new()),
            ("form-foot-address", body.address, String::new()),
            ("form-foot-phone", body.phone, String::new()),
            ("form-foot-email", body.email, String::new()),
            ("form-foot-executor", String::new(), signed("form-foot-signature-phone")),
            ("form-foot-head", String::new(), signed("form-foot-signature")),
        ];
        let (width, looks, mut row) = (self.job.width(), self.looks, top);
        for (key, value, under) in lines {
            self.merged(row, 0, LABEL, &format!("{}:", words.t(key)), &looks.plain)?;
            self.merged(row, SECOND, width, &value, &looks.foot)?;
            self.height(row, &value, 90)?;
            row += 1;
            if !under.is_empty() {
                self.merged(row, SECOND, width, &under, &looks.plain)?;
                row += 1;
            }
        }
        let year = self.job.labels.quarter.last_day().year().to_string();
        let date = words.with("excel-foot-date", &[("year", year.into())]);
        self.merged(row, 0, LABEL, &date, &looks.foot)?;
        self.merged(row, SECOND, width, &words.t("form-foot-seal"), &looks.plain)?;
        Ok(row)
    }
}
