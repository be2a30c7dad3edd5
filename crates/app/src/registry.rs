//! Bodies, services and names as the product shows them: a snapshot, made anew when the registry changes.

use std::collections::HashMap;

use law::{bodies::BodyTree, case::DocumentRef};
use store::{Words, bodies::BodyRow, services::Service, users::User};

use crate::words::Lang;

/// What is shown of bodies and services.
#[derive(Default)]
pub struct Registry {
    pub tree: BodyTree,
    pub bodies: HashMap<String, BodyRow>,
    pub services: HashMap<String, Service>,
    /// Orders that approved annual plans, by case.
    pub plan_orders: HashMap<String, DocumentRef>,
}

/// A person's name and position in each language.
#[derive(Clone, Debug)]
pub struct Named {
    name: Words,
    position: Words,
}

impl Named {
    pub fn of(user: &User) -> Self {
        Self { name: user.name.clone(), position: user.position.clone() }
    }

    pub fn name(&self, lang: Lang) -> String {
        self.name.get(lang.code()).to_owned()
    }

    pub fn position(&self, lang: Lang) -> String {
        self.position.get(lang.code()).to_owned()
    }
}

impl Registry {
    pub fn new(bodies: Vec<BodyRow>, services: Vec<Service>) -> Self {
        Self {
            tree: BodyTree::new(bodies.iter().map(|b| b.body.clone())),
            bodies: bodies.into_iter().map(|b| (b.body.id.clone(), b)).collect(),
            services: services.into_iter().map(|s| (s.code.clone(), s)).collect(),
            plan_orders: HashMap::new(),
        }
    }

    /// Full name of a body; its code where it is unknown.
    pub fn name(&self, id: &str, lang: Lang) -> String {
        self.bodies.get(id).map_or_else(|| id.to_owned(), |b| b.name.get(lang.code()).to_owned())
    }

    /// The name of a body, if there is such a body.
    pub fn known(&self, id: &str, lang: Lang) -> Option<String> {
        self.bodies.contains_key(id).then(|| self.name(id, lang))
    }

    pub fn address(&self, id: &str, lang: Lang) -> String {
        self.bodies.get(id).map(|b| lang.pick(&b.address_kk, &b.address_ru, &b.address_ru).clone()).unwrap_or_default()
    }

    pub fn bin(&self, id: &str) -> String {
        self.bodies.get(id).map(|b| b.bin.clone()).unwrap_or_default()
    }

    pub fn service(&self, code: &str, lang: Lang) -> String {
        self.services.get(code).map_or_else(|| code.to_owned(), |s| s.name.get(lang.code()).to_owned())
    }

    pub fn plan_order(&self, case: &str) -> Option<&DocumentRef> {
        self.plan_orders.get(case)
    }
}
