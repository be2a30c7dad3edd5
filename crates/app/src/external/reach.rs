//! Who sees subjects, scores and plans: officers, leadership and analysts of the Agency and of its bodies (§14).

use law::{
    bodies::{BodyId, BodyKind, BodyTree},
    case::{Actor, Role},
    ch2_external::p14_jurisdiction::{self, Level, level},
};

use crate::registry::Registry;

/// The body for which somebody looks.
#[derive(Clone, Debug)]
pub struct Reach {
    pub body: BodyId,
    /// Whether it is the Agency itself.
    pub agency: bool,
    pub role: Role,
}

impl Reach {
    /// How far this person sees; none where these pages are not for them.
    pub fn of(registry: &Registry, actor: &Actor) -> Option<Self> {
        let role = matches!(actor.role, Role::Inspector | Role::Leader | Role::Analyst | Role::Observer);
        Self::of_body(registry, actor).filter(|_| role)
    }

    /// The same for those who edit the criteria, the administrator among them.
    pub fn of_body(registry: &Registry, actor: &Actor) -> Option<Self> {
        let agency = match registry.tree.get(&actor.body)?.kind {
            BodyKind::Agency => true,
            BodyKind::AgencyTerritorial => false,
            _ => return None,
        };
        Some(Self { body: actor.body.clone(), agency, role: actor.role })
    }

    /// Whether the body may inspect a subject; the Agency by instruction of its leadership, too.
    pub fn covers(&self, tree: &BodyTree, subject: &str) -> bool {
        let near = || match (tree.get(&self.body), tree.get(subject)) {
            (Some(own), Some(body)) => self.agency || own.territory == body.territory,
            _ => false,
        };
        near() && p14_jurisdiction::check(tree, &self.body, subject, self.agency).is_ok()
    }

    /// The territory beyond which this person sees no subject.
    pub fn territory<'a>(&self, tree: &'a BodyTree) -> Option<&'a str> {
        tree.get(&self.body).filter(|_| !self.agency).map(|own| own.territory.as_str())
    }

    /// Whether the body inspects a subject without anybody's instruction.
    pub fn own(&self, tree: &BodyTree, subject: &str) -> bool {
        let level = level(tree, subject);
        self.covers(tree, subject) && (!self.agency || level == Level::Agency)
    }

    /// Whether this person drafts checks.
    pub fn inspects(&self) -> bool {
        self.role == Role::Inspector
    }
}
