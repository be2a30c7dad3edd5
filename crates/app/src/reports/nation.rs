//! The nation's quarter: what the Agency has accepted, added up by form, territory and kind of body. It is made from the
//! frozen sheets and never stored; an acceptance adds what it brought, a correction takes out what was before.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex},
};

use law::{
    bodies::BodyKind,
    ch3_reports::{
        FormId, Sheet,
        cell::Cell,
        form::Row,
        rollup::Rollup,
        sheet::{Inputs, LineKey},
    },
    term::Quarter,
};
use store::reports::versions::{Acceptance, OwnPart, accepted_since, own_parts};
use tokio::sync::OwnedMutexGuard;

use crate::{app::Shared, door::Trouble, registry::Registry};

/// A slice of the nation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slice {
    pub form: FormId,
    pub territory: String,
    pub kind: &'static str,
}

/// A quarter of the nation.
#[derive(Default)]
pub struct Cube {
    /// The last acceptance that is in it.
    seen: i64,
    pub slices: BTreeMap<Slice, Rollup>,
    /// Reports in it, with their accepted version.
    pub inside: BTreeMap<String, (u32, FormId, String)>,
}

/// All quarters that somebody has looked at.
#[derive(Default)]
pub struct Nation {
    quarters: Mutex<HashMap<Quarter, Arc<tokio::sync::Mutex<Cube>>>>,
}

impl Nation {
    /// The quarter, with every acceptance so far.
    pub async fn quarter(&self, app: &Shared, quarter: Quarter) -> Result<OwnedMutexGuard<Cube>, Trouble> {
        let cube = Arc::clone(self.quarters.lock().expect("no panic while locked").entry(quarter).or_default());
        let mut cube = cube.lock_owned().await;
        cube.catch_up(app, quarter).await?;
        Ok(cube)
    }
}

impl Cube {
    async fn catch_up(&mut self, app: &Shared, quarter: Quarter) -> Result<(), Trouble> {
        let registry = app.registry();
        let Some(agency) = registry.tree.agency().map(|a| a.id.clone()) else { return Ok(()) };
        for acceptance in accepted_since(&app.db, quarter, &agency, self.seen).await? {
            let Acceptance { n, case, version, form, body } = acceptance;
            if let Some((before, ..)) = self.inside.get(&case).filter(|(before, ..)| *before != version) {
                let parts = own_parts(&app.db, &case, *before).await?;
                self.take_out(&registry, form, &parts);
            }
            let parts = own_parts(&app.db, &case, version).await?;
            self.put_in(&registry, form, &parts);
            self.inside.insert(case, (version, form, body));
            self.seen = n;
        }
        Ok(())
    }

    pub fn put_in(&mut self, registry: &Registry, form: FormId, parts: &[OwnPart]) {
        for part in parts {
            self.slices.entry(slice(registry, form, &part.body)).or_default().add(&part.text);
        }
    }

    pub fn take_out(&mut self, registry: &Registry, form: FormId, parts: &[OwnPart]) {
        for part in parts {
            if let Some(rollup) = self.slices.get_mut(&slice(registry, form, &part.body)) {
                rollup.remove(&part.text);
            }
        }
    }

    /// The sheets of all slices that satisfy the condition, added up by what the second function makes of a slice.
    pub fn sheets<K: Ord>(
        &self,
        form: FormId,
        quarter: Quarter,
        wanted: impl Fn(&Slice) -> bool,
        by: impl Fn(&Slice) -> K,
    ) -> BTreeMap<K, Sheet> {
        let mut rollups: BTreeMap<K, Rollup> = BTreeMap::new();
        for (slice, rollup) in self.slices.iter().filter(|(s, _)| s.form == form && wanted(s)) {
            rollups.entry(by(slice)).or_default().merge(rollup);
        }
        let definition = form.for_quarter(quarter);
        rollups.into_iter().map(|(key, rollup)| (key, rollup.sheet(definition, quarter))).collect()
    }
}

fn slice(registry: &Registry, form: FormId, body: &str) -> Slice {
    let found = registry.tree.get(body);
    Slice {
        form,
        territory: found.map(|b| b.territory.clone()).unwrap_or_default(),
        kind: found.map_or(BodyKind::Provider, |b| b.kind).word(),
    }
}

/// A row of a sheet by service: the lines of one service together.
pub fn by_service(sheet: &Sheet, row: &Row) -> BTreeMap<String, Inputs> {
    let mut found: BTreeMap<String, Inputs> = BTreeMap::new();
    let (Some(at), Some(lines)) = (sheet.definition().at(row.number), row.lines()) else { return found };
    for (key, line) in &sheet.rows[at].lines {
        let service = LineKey::service_code(key, lines).to_owned();
        let sum = found.entry(service).or_insert([Cell::Unfilled; law::ch3_reports::form::MOST_INPUTS]);
        for (sum, cell) in sum.iter_mut().zip(line.cells) {
            *sum = match (*sum, cell) {
                (Cell::Unfilled, other) | (other, Cell::Unfilled) => other,
                (a, b) => a.plus(b),
            };
        }
    }
    found
}
