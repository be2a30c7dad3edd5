//! What is known around a case of external control: what other cases tell, and the criteria of risk.

use std::collections::HashSet;

use jiff::civil::date;
use law::{
    case::{CaseFile, Procedure},
    ch2_external::{
        dossier::{Dossier, Told, What},
        p11_risk::{self, CriteriaSet},
    },
};
use store::{
    Viewer,
    cases::{Around, Scope},
    told,
};

use super::Trouble;
use crate::app::Shared;

/// What this case is told. Whoever made it may not read all of the cases it comes from: the law says what it is for.
pub(super) async fn dossier(app: &Shared, case: &CaseFile) -> Result<Dossier, Trouble> {
    if case.closed().is_some() {
        return Ok(Dossier::default());
    }
    let told = match case.procedure {
        Procedure::HalfYearList => {
            let (first, last) = years(app, case);
            told::between(&app.db, date(first, 1, 1), date(last, 12, 31)).await?
        }
        Procedure::Inspection | Procedure::Visit => around_check(app, case).await?,
        // §41: an appeal that was handed to the body is a ground.
        Procedure::ControlEvent if unsigned(case) => {
            let mut appeals = told::to_body(&app.db, &case.body, "appeal").await?;
            appeals.retain(|t| matches!(&t.what, What::Appeal(a) if a.handed_to.as_ref() == Some(&case.body)));
            appeals
        }
        // From another case alone, see `from`.
        Procedure::Appeal | Procedure::DeskControl => Vec::new(),
        Procedure::ControlEvent | Procedure::AnnualPlan | Procedure::Report => Vec::new(),
    };
    let criteria = if case.procedure == Procedure::HalfYearList { criteria(app).await? } else { Vec::new() };
    Ok(Dossier { told: once(case, told), criteria, ..Dossier::default() })
}

/// The year of a list; of one that is to be opened this year and the next.
fn years(app: &Shared, case: &CaseFile) -> (i16, i16) {
    let opening = case.list().and_then(|list| list.opening.as_ref());
    let today = app.clock.today().year();
    opening.map_or((today, today + 1), |opening| (opening.year, opening.year))
}

/// Around an inspection or a visit: what it may rest on until it is appointed, what it rests on, what rests on it, and the
/// checks of its subject.
async fn around_check(app: &Shared, case: &CaseFile) -> Result<Vec<Told>, Trouble> {
    let inspection = case.inspection();
    let mut told = told::resting_on(&app.db, &case.id).await?;
    if inspection.is_none_or(|i| i.appointed.is_none()) {
        told.extend(match case.procedure {
            Procedure::Visit => {
                let entries = told::to_body(&app.db, &case.body, "entry").await?;
                entries.into_iter().chain(told::visits_by(&app.db, &case.body).await?).collect()
            }
            _ => told::grounds_of(&app.db, &case.body).await?,
        });
    }
    if let Some(basis) = inspection.and_then(|i| i.appointment.as_ref()).and_then(|a| a.basis.as_deref()) {
        told.extend(told::of_case(&app.db, basis.split('/').next().unwrap_or_default()).await?);
    }
    if let Some(subject) = &case.object {
        told.extend(told::checks_of(&app.db, subject).await?);
    }
    Ok(told)
}

/// Whether the order of an event is still to be signed.
fn unsigned(case: &CaseFile) -> bool {
    case.event().is_some_and(|e| e.appointed.is_none())
}

/// Without what the case itself tells, each thing once.
fn once(case: &CaseFile, mut told: Vec<Told>) -> Vec<Told> {
    let mut seen = HashSet::new();
    told.retain(|t| t.case != case.id && seen.insert(t.name()));
    told
}

/// How far the cases are between which rules hold: those about the same subject; of a list, all lists.
pub(super) async fn look(app: &Shared, case: &CaseFile, subject: Option<&str>) -> Result<Vec<Around>, Trouble> {
    let subject = subject.map(|s| Scope::Subject(s.to_owned()));
    let scopes = match case.procedure {
        Procedure::HalfYearList => vec![Scope::Lists],
        procedure if procedure.external() => subject.into_iter().collect(),
        _ => Vec::new(),
    };
    let mut around = Vec::new();
    for scope in scopes {
        around.push(Around::look(&app.db, &case.id, scope).await?);
    }
    Ok(around)
}

/// Adds what is told about a subject that the answers name and the case does not know yet: its checks, and what a list
/// scores it by.
pub(super) async fn about(app: &Shared, case: &CaseFile, dossier: &mut Dossier, subject: &str) -> Result<(), Trouble> {
    match case.procedure {
        Procedure::Inspection | Procedure::Visit if case.object.as_deref() != Some(subject) => {
            let more = told::checks_of(&app.db, subject).await?;
            add(case, dossier, more);
        }
        Procedure::HalfYearList => {
            let more = told::of_subject(&app.db, subject).await?;
            add(case, dossier, more);
            dossier.lateness = app.lateness.of(app, subject).await?;
        }
        _ => {}
    }
    Ok(())
}

fn add(case: &CaseFile, dossier: &mut Dossier, more: Vec<Told>) {
    let known: HashSet<String> = dossier.told.iter().map(Told::name).collect();
    dossier.told.extend(once(case, more).into_iter().filter(|t| !known.contains(&t.name())));
}

/// The sets of criteria recorded in the product, and the one it comes with.
pub async fn criteria(app: &Shared) -> Result<Vec<CriteriaSet>, Trouble> {
    let rows = store::criteria::sets(&app.db).await?;
    let read = |row: store::criteria::CriteriaRow| serde_json::from_value(row.set.data);
    let mut sets: Vec<CriteriaSet> =
        rows.into_iter().map(read).collect::<Result<_, _>>().map_err(store::StoreError::from)?;
    // The set shipped stays: lists that were made by it name it.
    let sample = p11_risk::sample();
    if sets.iter().all(|set| set.id != sample.id) {
        sets.push(sample);
    }
    Ok(sets)
}

/// The case (or `CASE/NUMBER`) from which this one is opened, if this person may read it.
pub(super) async fn from(
    app: &Shared,
    viewer: &Viewer,
    case: &CaseFile,
    dossier: &mut Dossier,
    from: &str,
) -> Result<(), Trouble> {
    let own = case;
    let case = from.split_once('/').map_or(from, |(case, _)| case);
    if store::cases::find(&app.db, viewer, case).await?.is_none() {
        return Ok(());
    }
    let more = told::of_case(&app.db, case).await?;
    let subject = more.iter().find(|t| t.name() == from).or(more.first()).and_then(|t| t.subject.clone());
    add(own, dossier, more);
    if let Some(subject) = subject {
        about(app, own, dossier, &subject).await?;
    }
    dossier.from = Some(from.to_owned());
    Ok(())
}
