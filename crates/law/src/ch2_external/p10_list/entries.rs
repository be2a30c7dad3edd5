//! §11: whom the list names, why, and by which figures. A subject is visited at most once a year.

use serde::Deserialize;
use serde_json::json;

use super::{Change, Entry, Opening, Removal, drafting, list};
use crate::{
    bodies::BodyId,
    case::{
        Answers, FactKind, Field, FieldKind, Reach, Refusal,
        fact::Draft,
        form::Checked,
        step::{Def, Offer, Step, View},
    },
    ch2_external::{
        OFFICERS,
        p11_risk::{self, CriteriaSet},
        p14_jurisdiction,
    },
    edition::ParameterId,
};

/// The list's half-year. Entries are only ever touched in a list that was opened.
fn opening<'a>(view: &View<'a>) -> &'a Opening {
    list(view).opening.as_ref().expect("a list that was opened")
}

/// The set of criteria recorded in the list.
fn criteria<'a>(view: &View<'a>) -> Result<&'a CriteriaSet, Refusal> {
    let id = &opening(view).criteria;
    let set = view.dossier.criteria.iter().find(|set| &set.id == id);
    set.ok_or_else(|| Refusal::new(11, "criteria-missing").text("criteria", id))
}

/// Who visits a subject, if anybody may (§14).
fn visitor(view: &View, subject: &str) -> Result<BodyId, Refusal> {
    let by = p14_jurisdiction::competent(view.bodies, subject).unwrap_or_else(|| view.case.body.clone());
    let allowed = p14_jurisdiction::check(view.bodies, &by, subject, false);
    allowed.map_err(|refusal| Refusal { field: Some("subject"), ..refusal })?;
    match view.bodies.get(subject) {
        Some(body) if body.exists_on(view.today) => Ok(by),
        _ => Err(Refusal::new(1, "body-not-there").text("body", subject).at("subject")),
    }
}

/// §11: entries of approved lists and visits, of the calendar year of this list, do not come to more than the Rules allow
/// without this entry. A visit made on an entry counts once.
pub fn once_a_year(view: &View, subject: &str) -> Result<(), Refusal> {
    let opening = opening(view);
    let year = opening.year;
    let most = view.law.parameter(ParameterId::R11Visits, opening.last_day());
    let entries: Vec<_> = view
        .dossier
        .entries()
        .filter(|(told, entry)| entry.approved && entry.year == year && told.case != view.case.id)
        .map(|(told, _)| told)
        .filter(|told| told.subject.as_deref() == Some(subject))
        .collect();
    let visits = view.dossier.checks().filter(|(told, check)| {
        let begun = check.started.is_some() || check.appointed.is_some() && !check.abandoned;
        let on = check.started.unwrap_or(check.start);
        check.visit && begun && on.year() == year && told.subject.as_deref() == Some(subject)
    });
    let on_entry = |basis: Option<&String>| basis.is_some_and(|basis| entries.iter().any(|e| &e.name() == basis));
    let visits = visits.filter(|(_, check)| !on_entry(check.basis.as_ref()));
    let visits = visits.map(|(told, check)| (check.started.unwrap_or(check.start), told));
    let mut found: Vec<_> = entries.iter().map(|told| (told.on, *told)).chain(visits).collect();
    found.sort_by_key(|(on, told)| (*on, told.name()));
    match found.first() {
        Some((on, told)) if found.len() >= most as usize => Err(Refusal::new(11, "visited-this-year")
            .text("subject", subject)
            .text("year", year.to_string())
            .number("times", most)
            .text("case", told.name())
            .date("on", *on)
            .at("subject")),
        _ => Ok(()),
    }
}

fn month(view: &View) -> Field {
    // The form can be described before there is a list.
    let (first, last) = list(view).opening.as_ref().map_or((1, 12), Opening::months);
    Field::new("month", FieldKind::Number { min: first.into(), max: last.into() }).optional()
}

fn entry_choice(view: &View) -> Field {
    let label = |e: &Entry| (e.number.to_string(), format!("{}. {}", e.number, e.subject));
    Field::new("entry", FieldKind::Pick(list(view).entries.iter().map(label).collect()))
}

/// An officer selects a subject; its score of the day stays with the entry.
pub struct SelectSubject;

#[derive(Deserialize)]
struct Selection {
    subject: BodyId,
    month: Option<i8>,
    reason: String,
}

impl Step for SelectSubject {
    fn def(&self) -> &'static Def {
        const { &Def::new("select-subject", 11, OFFICERS).awaited() }
    }

    fn offer(&self, view: &View) -> Offer {
        drafting(view)
    }

    fn turn(&self, case: &crate::case::CaseFile) -> bool {
        case.list().is_some_and(|list| list.entries.is_empty())
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![Field::new("subject", FieldKind::Body(Reach::External)), month(view), Field::lines("reason")]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let Selection { subject, month, reason } = answers.read();
        let by = visitor(view, &subject)?;
        let entries = &list(view).entries;
        if let Some(same) = entries.iter().find(|e| e.subject == subject) {
            let refusal = Refusal::new(11, "in-this-list").text("subject", &subject);
            return Err(refusal.number("entry", same.number).at("subject"));
        }
        once_a_year(view, &subject)?;
        let score = p11_risk::figures(criteria(view)?, &subject, view.bodies, view.dossier, view.today);
        // A number once given is not given again.
        let given = view.case.facts.iter().filter(|f| matches!(f.what, FactKind::SubjectSelected(_))).count();
        let last = entries.iter().map(|e| e.number).max().unwrap_or_default();
        let number = u32::try_from(given).unwrap_or(u32::MAX).max(last).saturating_add(1);
        let entry = Entry { number, subject, by, month, reason, score };
        Ok(vec![Draft { on: view.today, what: FactKind::SubjectSelected(Box::new(entry)) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let free = |id: &BodyId| list(view).entries.iter().all(|e| &e.subject != id) && once_a_year(view, id).is_ok();
        let candidates = super::candidates(view.case, view.bodies, view.dossier, view.today);
        let subject = candidates.into_iter().map(|(id, _)| id).find(free).unwrap_or_default();
        let month = opening(view).months().0;
        vec![
            Answers::of(json!({"subject": subject, "month": month, "reason": "Тәуекел дәрежесі"})),
            Answers::of(json!({"subject": subject, "reason": "Есептілікті талдау нәтижелері"})),
        ]
    }
}

#[derive(Deserialize)]
struct Input {
    entry: String,
    month: Option<i8>,
    reason: Option<String>,
}

/// Month or reason of an entry are put right; what is left empty stays.
pub struct ChangeEntry;

impl Step for ChangeEntry {
    fn def(&self) -> &'static Def {
        const { &Def::new("change-entry", 11, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        if list(view).entries.is_empty() { Offer::Never } else { drafting(view) }
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![entry_choice(view), month(view), Field::lines("reason").optional()]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let Input { entry, month, reason } = answers.read();
        let old = list(view).entries.iter().find(|e| e.number.to_string() == entry);
        let old = old.expect("an entry that was among the choices");
        let reason = reason.unwrap_or_else(|| old.reason.clone());
        let change = Change { number: old.number, month: month.or(old.month), reason };
        Ok(vec![Draft { on: view.today, what: FactKind::EntryChanged(change) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        let entry = list(view).entries[0].number.to_string();
        let month = opening(view).months().1;
        vec![Answers::of(json!({"entry": entry, "month": month, "reason": "Айы нақтыланды"}))]
    }
}

/// An entry is taken out of the draft.
pub struct RemoveEntry;

impl Step for RemoveEntry {
    fn def(&self) -> &'static Def {
        const { &Def::new("remove-entry", 11, OFFICERS) }
    }

    fn offer(&self, view: &View) -> Offer {
        ChangeEntry.offer(view)
    }

    fn fields(&self, view: &View) -> Vec<Field> {
        vec![entry_choice(view)]
    }

    fn take(&self, view: &View, answers: &Checked) -> Result<Vec<Draft>, Refusal> {
        let number = answers.text("entry").and_then(|n| n.parse().ok()).unwrap_or_default();
        Ok(vec![Draft { on: view.today, what: FactKind::EntryRemoved(Removal { number }) }])
    }

    fn samples(&self, view: &View) -> Vec<Answers> {
        vec![Answers::of(json!({"entry": list(view).entries[0].number.to_string()}))]
    }
}
