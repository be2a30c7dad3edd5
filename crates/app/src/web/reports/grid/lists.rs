//! What can be chosen when a line is added.

use std::collections::BTreeSet;

use law::ch3_reports::form::Lines;

use crate::{
    reports::{Filled, labels::Labels},
    web::form::Choice,
};

fn sorted(pairs: impl Iterator<Item = (String, String)>) -> Vec<Choice> {
    let mut found: Vec<Choice> =
        pairs.map(|(value, label)| Choice { value, label, hint: String::new(), chosen: false }).collect();
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

/// Every service of the register.
pub(super) fn services(labels: &Labels) -> Vec<Choice> {
    let lang = labels.words.lang.code();
    sorted(labels.registry.services.values().map(|s| (s.code.clone(), s.name.get(lang).to_owned())))
}

/// Every body.
pub(super) fn providers(labels: &Labels) -> Vec<Choice> {
    sorted(labels.registry.bodies.keys().map(|id| (id.clone(), labels.registry.name(id, labels.words.lang))))
}

/// Information systems named in the report so far: offered again.
pub(super) fn systems(filled: &Filled) -> Vec<String> {
    let form = filled.own.definition();
    let rows = form.rows.iter().enumerate().filter(|(_, r)| r.lines() == Some(Lines::ServiceAndSystem));
    let names: BTreeSet<String> =
        rows.flat_map(|(at, _)| filled.own.rows[at].lines.keys().map(|k| k.second.clone())).collect();
    names.into_iter().collect()
}
