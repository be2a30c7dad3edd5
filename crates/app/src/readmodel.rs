//! What lists and My work read: derived from the case in the transaction that appends its facts, and rebuilt to the
//! same rows from the journal.

use jiff::{Timestamp, civil::Date};
use law::{
    case::{CaseFile, Duty, Fact, FactKind, Procedure, file::State, step},
    ch2_external::{dossier, exchange, p24_disclosure},
    ch3_internal::p42_plan::PlanEntry,
    edition::Law,
};
use store::{
    cases::{CaseMeta, CaseRow, Commit, ReadModel},
    documents::NewDocument,
    duties::DutyRow,
    journal::SealedFact,
    outbox::{Addressee, IN_PRODUCT, Notice},
    packages::NewPackage,
    reports::{ReportMeta, ReportModel, VersionRow},
};

use crate::{
    app::Shared,
    door::{Desk, Drawn, Trouble},
    registry::Registry,
    words::Lang,
};

/// What a step adds to a case.
pub struct Addition {
    /// How many facts there were.
    pub before: u32,
    pub facts: Vec<Fact>,
    pub frozen: Option<(law::case::DocumentRef, Drawn)>,
    pub number: Option<store::numbers::NumberClaim>,
    pub key: Option<String>,
}

/// The commit of a step: facts, documents, and everything derived.
pub fn commit(app: &Shared, desk: &Desk, added: Addition, now: Timestamp) -> Commit {
    let model = read_model(&desk.case, &desk.law, &desk.registry, desk.today);
    let documents =
        added.frozen.into_iter().map(|(document, Drawn { pdfs, data })| NewDocument { document, data, pdfs });
    Commit {
        expected_version: added.before,
        notices: notices(app, desk, &added.facts, &model),
        packages: added.facts.iter().flat_map(|f| packages(&desk.case, f)).collect(),
        registered: added.facts.iter().filter_map(|f| crate::exchange::recorded(app, f)).collect(),
        protect: added.facts.iter().flat_map(kept_apart).cloned().collect(),
        facts: added.facts.iter().map(SealedFact::seal).collect(),
        documents: documents.collect(),
        number: added.number,
        idempotency_key: added.key,
        around: desk.around.clone(),
        model,
        frozen: signed(&added.facts).then(|| desk.review.clone()).flatten().map(|(_, frozen)| frozen),
        accepted: accepted(&desk.case, &added.facts),
        now,
    }
}

/// What the body for legal statistics is told of a fact. The id follows from it, so that nothing is told twice.
fn packages(case: &CaseFile, fact: &Fact) -> Vec<NewPackage> {
    let kinds = exchange::packages(fact).iter().zip(0..);
    let package = |(kind, n): (&exchange::PackageKind, u32)| NewPackage {
        id: format!("{}-{}-{}", fact.case, fact.seq, kind.word()),
        seq: fact.seq,
        n,
        kind: *kind,
        body: case.body.clone(),
    };
    kinds.map(package).collect()
}

/// Digests of the files that a fact keeps apart (§34).
fn kept_apart(fact: &Fact) -> &[String] {
    if let FactKind::ProtectedKept(kept) = &fact.what { &kept.files } else { &[] }
}

/// Whether a report is signed by it, which freezes its cells.
fn signed(facts: &[Fact]) -> bool {
    facts.iter().any(|f| matches!(f.what, FactKind::ReportSigned(_)))
}

/// The version of a report that is accepted by it.
fn accepted(case: &CaseFile, facts: &[Fact]) -> Option<u32> {
    let accepts = facts.iter().any(|f| matches!(f.what, FactKind::ReportAccepted));
    case.report().and_then(|r| r.accepted_version()).filter(|_| accepts)
}

/// Rows of a case, from nothing but its facts, the law and the registry.
pub fn read_model(case: &CaseFile, law: &Law, registry: &Registry, today: Date) -> ReadModel {
    let takers = |duty: &Duty| match case.procedure.step(duty.step).filter(|_| duty.open()) {
        Some(step) => step::takers(step, case, law, &registry.tree, today),
        None => Vec::new(),
    };
    let duties = case.duties(law).into_iter().map(|duty| DutyRow { takers: takers(&duty), ..duty_row(duty) }).collect();
    let names =
        case.object.iter().chain([&case.body]).map(|b| registry.name(b, Lang::Kk)).collect::<Vec<_>>().join(" ");
    let rail = case.rail();
    let stage = rail.iter().find(|s| s.now).or(rail.last()).map_or("stop-closed", |s| s.word);
    let awaited = step::awaited(case, law, &registry.tree, today);
    let meta = CaseMeta {
        id: case.id.clone(),
        procedure: case.procedure,
        edition: law.edition,
        body: case.body.clone(),
        object: case.object.clone(),
        title: title(case, registry),
        opened_on: case.facts.first().map_or(today, |f| f.on),
        closed_on: case.closed(),
        stage: stage.to_owned(),
        last_at: case.facts.last().map_or(Timestamp::UNIX_EPOCH, |f| f.recorded_at),
        plan_item: case.event().and_then(|e| e.appointment.as_ref()).and_then(|a| a.plan_item.clone()),
        plan_year: case.plan().and_then(|p| p.year),
        plan_approved: case.plan().is_some_and(|p| p.approved.is_some()),
        search: names,
    };
    let report = report(case, law, registry);
    ReadModel {
        case: meta,
        duties,
        awaited,
        readers: case.readers(&registry.tree),
        team: case.team(),
        told: dossier::told(case, &registry.tree),
        report,
    }
}

/// What lists show of a report.
fn report(case: &CaseFile, law: &Law, registry: &Registry) -> Option<ReportModel> {
    let report = case.report()?;
    let opening = report.opening.as_ref()?;
    let due = case.duties(law).first()?.due;
    let versions = report.signatures.iter().map(|(_, _, s)| VersionRow {
        version: s.version,
        own: s.own.clone(),
        whole: s.whole.clone(),
        note: s.note.clone(),
        parts: s.parts.iter().map(|p| (p.case.clone(), p.version)).collect(),
    });
    let meta = ReportMeta {
        case: case.id.clone(),
        form: opening.form,
        quarter: opening.quarter,
        body: case.body.clone(),
        receiver: opening.to.first()?.clone(),
        stage: report.stage,
        version: report.version(),
        accepted: report.accepted_version(),
        due,
        first_submitted: report.first_submitted,
        accepted_on: report.accepted.last().map(|(on, _)| *on),
    };
    Some(ReportModel { meta, watchers: report.watchers(case, &registry.tree), versions: versions.collect() })
}

/// What the case is about, in its own words: they are data, and the same in every language.
fn title(case: &CaseFile, registry: &Registry) -> String {
    let about = |body: Option<&law::bodies::BodyId>, matter: &str| {
        let name = body.map(|b| registry.name(b, Lang::Kk)).unwrap_or_default();
        format!("{name}: {matter}")
    };
    match &case.state {
        State::Plan(plan) => plan.year.map(|y| y.to_string()).unwrap_or_default(),
        State::List(list) => list.title(),
        State::Appeal(appeal) => about(appeal.subject(), &appeal.matter()),
        State::Inspection(inspection) => {
            inspection.appointment.as_ref().map(|a| about(Some(&a.subject), &a.matter)).unwrap_or_default()
        }
        State::Desk(desk) => about(desk.subject(), &desk.matter()),
        State::Event(event) => {
            event.appointment.as_ref().map(|a| about(Some(&a.object), &a.matter)).unwrap_or_default()
        }
        State::Report(report) => {
            report.opening.as_ref().map(|o| format!("{}, {}", o.form.index(), o.quarter)).unwrap_or_default()
        }
    }
}

fn duty_row(duty: Duty) -> DutyRow {
    DutyRow {
        key: duty.key,
        rule: duty.rule,
        paragraph: duty.paragraph,
        what: duty.what,
        detail: duty.detail,
        body: duty.body,
        roles: duty.roles.to_vec(),
        due: duty.due,
        state: duty.state,
        step: duty.step.into(),
        takers: Vec::new(),
    }
}

/// Everybody who may read the case is told what happened, except those who did it.
fn notices(app: &Shared, desk: &Desk, facts: &[Fact], model: &ReadModel) -> Vec<Notice> {
    // A report that the product begins is no news: it stands in My work.
    let Some(last) = facts.last().filter(|f| !matches!(f.what, FactKind::ReportOpened(_))) else { return Vec::new() };
    let told = |body: &str| p24_disclosure::tells(&desk.case, body, &last.what);
    let others =
        model.readers.iter().filter(|(body, role)| (body, *role) != (&last.by.body, last.by.role) && told(body));
    others
        .map(|(body, role)| Notice {
            id: app.random_word(20),
            to: Addressee::Role(body.clone(), *role),
            kind: format!("fact-{}", last.what.word()),
            case: Some(desk.case.id.clone()),
            args: serde_json::json!({ "by": last.by.name }),
            due_key: None,
            channel: IN_PRODUCT.into(),
        })
        .collect()
}

/// Entries of the body's approved plans that no event has used, except this case's own.
pub async fn plan_entries(app: &Shared, case: &CaseFile) -> Result<Vec<PlanEntry>, Trouble> {
    let own = case.event().and_then(|e| e.appointment.as_ref()).and_then(|a| a.plan_item.clone());
    let used = store::cases::plan_entries_used(&app.db, &case.body).await?;
    let mut entries = Vec::new();
    for (_, id) in store::cases::approved_plan_cases(&app.db, &case.body).await? {
        let facts = crate::door::facts(app, &id).await?;
        let plan = CaseFile::fold(&id, Procedure::AnnualPlan, &case.body, facts);
        entries.extend(plan.plan().map(|p| p.entries(&id)).unwrap_or_default());
    }
    entries.retain(|e| Some(&e.id) == own.as_ref() || !used.contains(&e.id));
    Ok(entries)
}

/// Derives all rows of a case again, after the law or the registry has changed.
pub async fn rebuild(app: &Shared, row: &CaseRow) -> Result<ReadModel, Trouble> {
    let case = crate::door::load(app, row).await?;
    let model = read_model(&case, &app.law(), &app.registry(), app.clock.today());
    store::cases::replace_read_model(&app.db, row.version, &model).await?;
    Ok(model)
}
