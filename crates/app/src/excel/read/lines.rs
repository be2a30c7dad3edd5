//! The lines under a row: which service, system, provider each is, and its cells.

use law::ch3_reports::{
    Place,
    cell::MOST,
    form::Lines,
    sheet::{Line, LineKey},
};

use super::{
    super::grid::Value,
    scan::{Current, Scan},
};

/// What a line is called, and where.
struct Called {
    text: String,
    at: (u32, u32),
}

impl Scan<'_> {
    /// A row of the sheet under a row with lines.
    pub fn line(&mut self, row: u32) {
        let Some(current) = self.current.take() else { return };
        self.read_line(row, &current);
        self.current = Some(current);
    }

    fn read_line(&mut self, row: u32, current: &Current) {
        let definition = &self.form.rows[current.at];
        let Some(kind) = definition.lines() else { return };
        let first = current.columns.iter().map(|(_, at)| *at).min().unwrap_or_default();
        let provider = self.heads.provider.unwrap_or(current.label);
        let (service, system) = match kind {
            Lines::Service => (current.label, None),
            Lines::ServiceAndSystem => (current.label, self.heads.system),
            Lines::ProviderAndService => (self.heads.service.unwrap_or(provider + 1), None),
        };
        let at = |column| Called { text: self.grid.text(row, column).trim().to_owned(), at: (row, column) };
        let mut name = at(service);
        if name.text.is_empty() && kind != Lines::ProviderAndService {
            // A body's own workbook may set names in or out.
            let words = self.grid.row(row).find(|(c, held)| {
                *c < first && Some(*c) != self.number && Some(*c) != system && matches!(held.value, Value::Text(_))
            });
            name = words.map_or(name, |(column, _)| at(column));
        }
        let beside = match kind {
            Lines::Service => None,
            Lines::ServiceAndSystem => system.map(at),
            Lines::ProviderAndService => Some(at(provider)),
        };
        let nameless = name.text.is_empty() || self.known.is_placeholder(&name.text);
        let beside_empty = beside.as_ref().is_none_or(|b| b.text.is_empty());
        // A sum over an empty line may say zero.
        let derived = definition.columns.derived();
        let value = current.columns.iter().find(|(name, c)| {
            let text = self.grid.text(row, *c);
            !(matches!(text.trim(), "" | "-" | "–" | "—") || text == "0" && derived.contains(name))
        });
        if nameless && (kind != Lines::ProviderAndService || beside_empty) {
            if let Some((_, column)) = value {
                self.fault("service-without-name", (row, *column), &self.grid.text(row, *column));
            }
            return;
        }
        let hint = self.hidden.lines.get(&row).map(|key| LineKey::parse(key));
        if let Some(key) = self.key(kind, &name, beside.as_ref(), hint.as_ref()) {
            self.cells_of(row, current, key);
            let named = [Some(name.at.1), beside.map(|b| b.at.1)];
            let mut columns = current.columns.clone();
            columns.extend(named.into_iter().flatten().map(|c| ("", c)));
            self.strays(row, current.label, &columns);
        }
    }

    fn key(&mut self, kind: Lines, name: &Called, beside: Option<&Called>, hint: Option<&LineKey>) -> Option<LineKey> {
        let hinted = hint.map(|key| key.service_code(kind));
        let whole = self.services.code(&name.text, hinted);
        match kind {
            Lines::Service => match whole {
                Some(code) => Some(LineKey::service(code)),
                None => self.refuse("unknown-service", name),
            },
            Lines::ServiceAndSystem => match (beside.filter(|b| !b.text.is_empty()), whole) {
                (Some(system), Some(code)) => Some(LineKey::pair(code, system.text.clone())),
                (Some(_), None) => self.refuse("unknown-service", name),
                // «Service – system» in one cell, as the printed form has it.
                (None, whole) => match self.services.split(&name.text) {
                    Some((code, system)) if whole.is_none() => Some(LineKey::pair(code, system)),
                    _ if whole.is_some() => self.refuse("system-missing", name),
                    _ => self.refuse("unknown-service", name),
                },
            },
            Lines::ProviderAndService => {
                let provider = beside?;
                let known = self.providers.code(&provider.text, hint.map(|key| key.first.as_str()));
                match (known, whole) {
                    (None, _) => self.refuse("unknown-provider", provider),
                    (_, None) if name.text.is_empty() => self.refuse("service-without-name", name),
                    (_, None) => self.refuse("unknown-service", name),
                    (Some(provider), Some(code)) => Some(LineKey::pair(provider, code)),
                }
            }
        }
    }

    fn refuse(&mut self, code: &'static str, called: &Called) -> Option<LineKey> {
        self.fault(code, called.at, &called.text);
        None
    }

    fn cells_of(&mut self, row: u32, current: &Current, key: LineKey) {
        let definition = &self.form.rows[current.at];
        if self.sheet.rows[current.at].lines.contains_key(&key) {
            self.fault("line-twice", (row, current.label), &key.word());
            return;
        }
        let mut line = Line::default();
        for (column, at) in &current.columns {
            let place = Place::new(definition.number, key.word(), *column);
            if let Some(reason) = definition.columns.reasons().iter().position(|c| c == column) {
                self.words_at(place, (row, *at)).trim().clone_into(&mut line.reasons[reason]);
            } else if let Some(cell) = self.number_at(place, (row, *at), true, MOST)
                && let Some(input) = definition.columns.input(column)
            {
                line.cells[input] = cell;
            }
        }
        self.sheet.rows[current.at].lines.insert(key, line);
    }
}
