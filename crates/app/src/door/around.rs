//! What is known around a case of external control: what other cases tell, and the criteria of risk.

use std::collections::HashSet;

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
        Procedure::HalfYearList => told::every(&app.db).await?,
        Procedure::Appeal | Procedure::Inspection | Procedure::Visit | Procedure::DeskControl => {
            let mut told = told::of_body(&app.db, &case.body, None).await?;
            if let Some(subject) = &case.object {
                told.extend(told::of_subject(&app.db, subject).await?);
            }
            told
        }
        // §41: an appeal that was handed to the body is a ground.
        Procedure::ControlEvent if unsigned(case) => {
            let mut appeals = told::of_body(&app.db, &case.body, Some("appeal")).await?;
            appeals.retain(|t| matches!(&t.what, What::Appeal(a) if a.handed_to.as_ref() == Some(&case.body)));
            appeals
        }
        Procedure::ControlEvent | Procedure::AnnualPlan | Procedure::Report => Vec::new(),
    };
    let criteria = if case.procedure == Procedure::HalfYearList { criteria(app).await? } else { Vec::new() };
    let lateness = if criteria.is_empty() { Vec::new() } else { app.lateness.all(app).await? };
    let mut told = once(case, told);
    if criteria.is_empty() {
        number(app, &mut told).await?;
    }
    Ok(Dossier { told, criteria, lateness, ..Dossier::default() })
}

/// Appeals by the numbers under which they were registered: the law knows their cases alone.
async fn number(app: &Shared, told: &mut [Told]) -> Result<(), Trouble> {
    for told in told {
        if let What::Appeal(appeal) = &mut told.what
            && let Some(row) = store::cases::load(&app.db, &told.case).await?
        {
            appeal.number = row.reference;
        }
    }
    Ok(())
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

/// Adds what is told about a subject that the answers name and the case does not know yet.
pub(super) async fn about(app: &Shared, case: &CaseFile, dossier: &mut Dossier, subject: &str) -> Result<(), Trouble> {
    use Procedure::{Appeal, DeskControl, Inspection, Visit};
    if matches!(case.procedure, Appeal | DeskControl | Inspection | Visit) && case.object.as_deref() != Some(subject) {
        let more = told::of_subject(&app.db, subject).await?;
        add(case, dossier, more);
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
    let mut more = told::of_case(&app.db, case).await?;
    number(app, &mut more).await?;
    let subject = more.iter().find(|t| t.name() == from).or(more.first()).and_then(|t| t.subject.clone());
    add(own, dossier, more);
    if let Some(subject) = subject {
        about(app, own, dossier, &subject).await?;
    }
    dossier.from = Some(from.to_owned());
    Ok(())
}
