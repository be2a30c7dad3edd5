//! What the questions of a step offer: bodies, people, services, files.

use law::case::{Field, FieldKind, Reach, Step};

use super::super::{error::Failure, form::Offers, page::Visitor};
use crate::{
    app::Shared,
    door::{self, Desk},
};

pub(super) async fn offers<'a>(
    app: &Shared,
    visitor: &'a Visitor,
    desk: &Desk,
    step: &'a dyn Step,
) -> Result<Offers<'a>, Failure> {
    let lang = visitor.words.lang;
    let registry = &desk.registry;
    let fields = step.fields(&desk.view(None));
    let mut bodies: Vec<(String, String)> = Vec::new();
    let reach = fields.iter().find_map(|f| if let FieldKind::Body(reach) = f.kind { Some(reach) } else { None });
    if let Some(reach) = reach {
        let (tree, own) = (&registry.tree, &desk.case.body);
        let scope = |id: &str| match reach {
            Reach::Internal => law::ch3_internal::p38_scope::check(tree, own, id).is_ok(),
            Reach::External => law::ch2_external::p14_jurisdiction::check(tree, own, id, true).is_ok(),
            Reach::Agency => id != own && law::ch2_external::p15_appeals::is_authorised(tree, id),
            Reach::Any => true,
        };
        let there = registry.tree.iter().filter(|b| b.exists_on(desk.today) && scope(&b.id));
        bodies = there.map(|b| (b.id.clone(), registry.name(&b.id, lang))).collect();
        bodies.sort_by(|a, b| lang.compare(&a.1, &b.1));
    }
    let asked = fields.iter().find_map(|f| if let FieldKind::People(role) = f.kind { Some(role) } else { None });
    let named = desk.people.iter().filter(|(role, _)| Some(*role) == asked);
    let people = named.map(|(_, p)| (p.user.clone(), format!("{}, {}", p.name, p.position))).collect();
    let mut services: Vec<(String, String)> = Vec::new();
    if asks(&fields, |k| matches!(k, FieldKind::Services)) {
        let top = |id: &str| registry.tree.above(id).last().map_or_else(|| id.to_owned(), |b| b.id.clone());
        // External control looks at the services of the subject; who that is may still be chosen.
        let home = match (&desk.case.object, desk.case.procedure.external()) {
            (Some(object), true) => top(object),
            (None, true) => String::new(),
            _ => top(&desk.case.body),
        };
        let near = registry.services.values().filter(|s| top(&s.owner) == home);
        services = near.map(|s| (s.code.clone(), registry.service(&s.code, lang))).collect();
        if services.is_empty() {
            services = registry.services.keys().map(|code| (code.clone(), registry.service(code, lang))).collect();
        }
        services.sort_by(|a, b| lang.compare(&a.1, &b.1));
    }
    let files = store::files::of_case(&app.db, &door::viewer(app, &desk.actor), &desk.case.id).await?;
    let files = files.into_iter().map(|f| (f.digest, f.name)).collect();
    Ok(Offers { words: &visitor.words, step: step.id(), bodies, people, services, files })
}

pub(super) fn asks(fields: &[Field], kind: impl Fn(&FieldKind) -> bool) -> bool {
    fields.iter().any(|f| kind(&f.kind))
}
