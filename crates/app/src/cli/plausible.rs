//! Invented figures of a report: plausible for the kind of body, whole, and free of errors. The same seed gives the same
//! figures.

use law::{
    bodies::BodyKind,
    ch3_reports::{
        Cell, FormId, Place, Sheet,
        form::{Holds, Lines},
        sheet::LineKey,
    },
    term::Quarter,
};

/// A row of numbers that follows from its seed.
pub(super) struct Dice(u64);

impl Dice {
    pub fn of(words: &[&str]) -> Self {
        let mut seed = 0xcbf2_9ce4_8422_2325_u64;
        for byte in words.join("/").bytes() {
            seed = (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Self(seed | 1)
    }

    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides.max(1)
    }
}

/// About how many services a body gives in a month, and how many events it holds in a quarter.
fn scale(kind: BodyKind) -> (u64, u64) {
    match kind {
        BodyKind::Central => (4000, 3),
        BodyKind::OblastAkimat => (1800, 3),
        BodyKind::TerritorialUnit => (600, 1),
        BodyKind::DistrictAkimat => (260, 1),
        _ => (24, 0),
    }
}

/// A filled form of a body.
pub(super) fn report(form: FormId, quarter: Quarter, body: &str, kind: BodyKind, services: &[String]) -> Sheet {
    let mut sheet = Sheet::blank(form, quarter);
    let mut dice = Dice::of(&[body, &quarter.to_string(), form.word()]);
    let (services_a_month, events) = scale(kind);
    let share = services_a_month / (services.len() as u64).max(1) + 1;
    for row in sheet.definition().rows {
        match row.holds {
            Holds::Parts(_) => {}
            Holds::Numbers => numbers(&mut sheet, row.number, row.like, events, &mut dice),
            Holds::Lines(lines) => service_lines(&mut sheet, (row.number, row.like, lines), services, share, &mut dice),
        }
    }
    late_within_provided(&mut sheet, &mut dice);
    sources(&mut sheet);
    sheet.fill_rest_with_dashes();
    sheet
}

fn set(sheet: &mut Sheet, row: &str, line: &str, column: &str, n: u64) {
    sheet.set(&Place::new(row, line, column), Cell::Count(n));
}

/// Rows without lines: events in one month, and what follows from them.
fn numbers(sheet: &mut Sheet, row: &str, like: &str, events: u64, dice: &mut Dice) {
    let columns = sheet.row(row).map_or(&[][..], |(r, _)| r.columns.inputs());
    for (month, column) in columns.iter().enumerate() {
        let held = month == 1 && events > 0;
        let n = match like {
            "1.1" | "2.1" if held => events,
            "3.1" if held => 2 + events,
            "3.6" if held => 3,
            "4" | "5" if held => 2,
            "7.1" | "8.1" if held => 1,
            "9.1" if held => events + 1,
            "9.2" if held => 1,
            "13.1" | "13.2" => 1 + dice.roll(2 + events),
            "19" if held => 2,
            "20" => 1 + dice.roll(3),
            "21" => 20 + dice.roll(60),
            "22" => dice.roll(3),
            _ => continue,
        };
        set(sheet, row, "", column, n);
    }
}

fn service_lines(
    sheet: &mut Sheet,
    (row, like, lines): (&str, &str, Lines),
    services: &[String],
    share: u64,
    dice: &mut Dice,
) {
    let wanted = match like {
        "10" | "12.1" | "12.4" => services.len(),
        "12.3" | "12.2" => services.len().div_ceil(3),
        "14.1" | "16.1" => 1,
        _ => 0,
    };
    for service in services.iter().take(wanted) {
        let key = match lines {
            Lines::Service => LineKey::service(service.clone()),
            Lines::ServiceAndSystem => LineKey::pair(service.clone(), "Е-өтініш (демо)"),
            Lines::ProviderAndService => continue,
        };
        let word = key.word();
        sheet.add_line(row, key);
        let columns = sheet.row(row).map_or(&[][..], |(r, _)| r.columns.inputs());
        for column in columns {
            let n = match like {
                "10" => 1,
                "14.1" => dice.roll(2),
                "16.1" => dice.roll(3),
                _ => share / 2 + dice.roll(share + 1),
            };
            set(sheet, row, &word, column, n);
        }
    }
}

/// What is late is never more than what was provided.
fn late_within_provided(sheet: &mut Sheet, _: &mut Dice) {
    let form = sheet.definition();
    let (Some(late), Some(provided)) = (form.like("14.1"), form.like("12.1")) else { return };
    let (Some(late_at), Some(at)) = (form.at(late.number), form.at(provided.number)) else { return };
    let given = sheet.rows[at].lines.clone();
    for (key, line) in &mut sheet.rows[late_at].lines {
        let most = given.get(key).map(|l| l.cells).unwrap_or_default();
        for (cell, most) in line.cells.iter_mut().zip(most) {
            if let Cell::Count(n) = cell {
                *n = (*n).min(most.number());
            }
        }
    }
}

/// As many complaints by source as by channel.
fn sources(sheet: &mut Sheet) {
    let form = sheet.definition();
    let (Some(channel), Some(people)) = (form.like("16"), form.like("17.1")) else { return };
    let Some(at) = form.at(channel.number) else { return };
    let counts = sheet.inputs(at);
    for (column, cell) in channel.columns.inputs().iter().zip(counts) {
        if let Cell::Count(n) = cell {
            set(sheet, people.number, "", column, n);
        }
    }
}

/// Forms 3-мқ and 4-мқ: providers with their services.
pub(super) fn results(form: FormId, quarter: Quarter, providers: &[(String, Vec<String>)]) -> Sheet {
    let mut sheet = Sheet::blank(form, quarter);
    for row in sheet.definition().rows {
        for (provider, services) in providers {
            let mut dice = Dice::of(&[provider, row.number, &quarter.to_string(), form.word()]);
            for service in services.iter().take(6) {
                let key = LineKey::pair(provider.clone(), service.clone());
                let word = key.word();
                sheet.add_line(row.number, key);
                let total = 40 + dice.roll(4000);
                let refused = dice.roll(total / 40 + 1);
                set(&mut sheet, row.number, &word, "total", total);
                set(&mut sheet, row.number, &word, "refused", refused);
                set(&mut sheet, row.number, &word, "late", 0);
                let why = if refused > 0 { "құжаттар топтамасы толық емес" } else { "-" };
                sheet.set_reason(&Place::new(row.number, word.clone(), "refused-reason"), why);
                sheet.set_reason(&Place::new(row.number, word, "late-reason"), "-");
            }
        }
    }
    sheet
}

#[cfg(test)]
mod tests {
    use law::ch3_reports::checks::{self, Beside};

    use super::*;

    #[test]
    fn invented_reports_have_no_findings() {
        let services: Vec<String> = (1..=9).map(|n| format!("service-{n}")).collect();
        let quarter = Quarter::new(2025, 2).unwrap();
        for kind in BodyKind::ALL {
            for form in [FormId::Central, FormId::Local] {
                let sheet = report(form, quarter, "body", kind, &services);
                let found = checks::check(&sheet, &sheet, &Beside::default());
                assert!(found.is_empty(), "{form} {kind:?}: {:?}", found.first());
                assert_eq!(sheet, report(form, quarter, "body", kind, &services), "the same seed, the same figures");
            }
        }
        let sheet = results(FormId::Corporation, quarter, &[("body".into(), services)]);
        assert!(checks::check(&sheet, &sheet, &Beside::default()).is_empty());
    }
}
