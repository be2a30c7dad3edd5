//! What somebody may do in a case: what is expected of them first, what is rarely needed apart, and what is expected of others.

use std::collections::{HashMap, HashSet};

use law::case::{
    Duty, Role,
    step::{self, Offer},
};

use crate::{door::Desk, words::Speaker};

pub(super) struct Offered {
    pub href: String,
    pub label: String,
    pub lead: String,
    pub paragraph: String,
    pub kind: &'static str,
}

/// What this person may do now, what is rarely needed, what may be done later, and what is expected of others.
#[derive(Default)]
pub(super) struct Offers {
    pub ready: Vec<Offered>,
    pub rare: Vec<Offered>,
    pub waiting: Vec<Offered>,
    pub others: Vec<Offered>,
}

pub(super) fn offers(words: &Speaker, desk: &Desk) -> Offers {
    let mut offers = Offers::default();
    let body = |id: &str| desk.registry.known(id, words.lang);
    let view = desk.view(None);
    let (expected, of_others) = expected(words, desk);
    for step in desk.case.procedure.steps() {
        let entitled = step::entitled(*step, &desk.case, &desk.actor);
        let mut offered = Offered {
            href: format!("/cases/{}/steps/{}", desk.case.id, step.id()),
            label: words.t(&format!("step-{}", step.id())),
            lead: words.t(&format!("step-{}-lead", step.id())),
            paragraph: step.paragraph().to_string(),
            kind: if expected.contains(&step.id()) { "" } else { "secondary" },
        };
        match step.offer(&view) {
            Offer::Ready if desk.case.closed().is_some() => {}
            Offer::Ready if entitled => {
                // What is the subject's own comes through others only on paper.
                let on_behalf =
                    step.def().who[0].1 == Role::ControlObjectHead && desk.actor.role != step.def().who[0].1;
                let apart = offered.kind == "secondary" && (step.def().rare || on_behalf);
                if apart { &mut offers.rare } else { &mut offers.ready }.push(offered);
            }
            Offer::NotYet(refusal) if entitled && desk.case.closed().is_none() => {
                offered.lead = words.refusal(&refusal, &body);
                offered.paragraph = refusal.paragraph.to_string();
                offers.waiting.push(offered);
            }
            Offer::Ready | Offer::NotYet(_) | Offer::Never => {}
        }
        if let Some(who) = of_others.get(step.id()) {
            offers.others.push(Offered {
                href: String::new(),
                label: words.t(&format!("step-{}", step.id())),
                lead: who.join(", "),
                paragraph: step.paragraph().to_string(),
                kind: "",
            });
        }
    }
    // What is expected comes first.
    offers.ready.sort_by_key(|o| !o.kind.is_empty());
    offers
}

/// The steps that are expected of this person, and those expected of others with who is to take them: open duties whose step
/// can be taken, and what the case waits for.
fn expected(words: &Speaker, desk: &Desk) -> (HashSet<&'static str>, HashMap<&'static str, Vec<String>>) {
    let (actor, view) = (&desk.actor, desk.view(None));
    let (mut mine, mut others): (HashSet<&'static str>, HashMap<&'static str, Vec<String>>) = Default::default();
    if desk.case.closed().is_some() {
        return (mine, others);
    }
    let ready = |id: &str| desk.case.procedure.step(id).is_some_and(|s| matches!(s.offer(&view), Offer::Ready));
    let mut tell = |step: &'static str, own: bool, who: String| {
        if own {
            mine.insert(step);
        } else if ready(step) {
            let known = others.entry(step).or_default();
            if !known.contains(&who) {
                known.push(who);
            }
        }
    };
    let role_of = |body: &str, role: Role| {
        let role = words.t(&format!("role-{}", role.word()));
        if body == actor.body { role } else { format!("{role} ({})", desk.registry.name(body, words.lang)) }
    };
    for duty in desk.case.duties(&desk.law).into_iter().filter(Duty::open) {
        let own = duty.body == actor.body && duty.roles.contains(&actor.role);
        tell(duty.step, own, role_of(&duty.body, duty.roles[0]));
    }
    for awaited in step::awaited(&desk.case, &desk.law, &desk.registry.tree, desk.today) {
        let own = awaited.body == actor.body
            && awaited.role == actor.role
            && awaited.user.as_ref().is_none_or(|user| *user == actor.user);
        let person = awaited.user.as_ref().and_then(|user| desk.people.iter().find(|(_, p)| p.user == *user));
        let who = person.map_or_else(|| role_of(&awaited.body, awaited.role), |(_, p)| p.name.clone());
        tell(awaited.step, own, who);
    }
    others.retain(|step, _| !mine.contains(step));
    (mine, others)
}
