//! From a case to a package. Only what the act and its documents say goes out: files people attach never do, protected or
//! not (§34).

use base64::{Engine, prelude::BASE64_STANDARD};
use law::{
    case::{CaseFile, DocumentKind, DocumentRef, Fact, FactKind, actor::Person, file::State},
    ch2_external::{
        dossier::{self, Check, Told, What},
        exchange::PackageKind,
    },
};
use store::packages::PackageRow;

use super::package::{
    Act, Appointment, Body, Case, Change, Content, Document, Entry, List, Names, Officer, Officers, Package,
    Registration, Results, Subject, VERSION, Violation,
};
use crate::{app::Shared, door::Trouble, registry::Registry, words::Lang};

/// The package of a fact; the case ends with that fact.
pub(super) async fn package(app: &Shared, case: &CaseFile, row: &PackageRow, fact: &Fact) -> Result<Package, Trouble> {
    let registry = app.registry();
    Ok(Package {
        id: row.id.clone(),
        version: VERSION.to_owned(),
        created_at: fact.recorded_at,
        body: body(&registry, &case.body),
        case: Case {
            id: case.id.clone(),
            reference: row.reference.clone(),
            procedure: case.procedure.word().to_owned(),
        },
        subject: case.object.as_deref().map(|id| subject(&registry, id)),
        act: act(case, fact),
        registration: case
            .inspection()
            .and_then(|i| i.registered.as_ref())
            .map(|(_, r)| Registration { number: r.number.clone(), on: r.on }),
        content: content(&registry, case, row.kind, fact),
        documents: documents(app, issued(case, row.kind, fact)).await?,
    })
}

/// The act of appointment of a check; otherwise the document that the event issued.
fn act(case: &CaseFile, fact: &Fact) -> Option<Act> {
    let appointment = case.documents().find(|d| d.kind == DocumentKind::AppointmentAct);
    appointment.or(fact.documents.first()).map(|d| Act { number: d.number, on: d.on })
}

/// The documents that go with the event: those it issued; with the results what was signed before (§24–25).
fn issued<'a>(case: &'a CaseFile, kind: PackageKind, fact: &'a Fact) -> Vec<&'a DocumentRef> {
    const RESULTS: [DocumentKind; 3] = [DocumentKind::ResultsAct, DocumentKind::Prescription, DocumentKind::Conclusion];
    match kind {
        PackageKind::Results => RESULTS.into_iter().filter_map(|kind| case.document(kind)).collect(),
        // The same fact has told of the results.
        PackageKind::Finished if matches!(fact.what, FactKind::ResultsDelivered(_)) => Vec::new(),
        _ => fact.documents.iter().collect(),
    }
}

fn names(of: impl Fn(Lang) -> String) -> Names {
    Names { kk: of(Lang::Kk), ru: of(Lang::Ru) }
}

fn body(registry: &Registry, id: &str) -> Body {
    Body { code: id.to_owned(), name: names(|lang| registry.name(id, lang)), bin: registry.bin(id) }
}

fn subject(registry: &Registry, id: &str) -> Subject {
    Subject {
        code: id.to_owned(),
        name: names(|lang| registry.name(id, lang)),
        bin: registry.bin(id),
        address: names(|lang| registry.address(id, lang)),
        territory: registry.tree.get(id).map(|b| b.territory.clone()).unwrap_or_default(),
    }
}

fn content(registry: &Registry, case: &CaseFile, kind: PackageKind, fact: &Fact) -> Content {
    let told = dossier::told(case, &registry.tree);
    let check = told.iter().find_map(|t| if let What::Check(check) = &t.what { Some(&**check) } else { None });
    match kind {
        PackageKind::List => Content::List(list(registry, &told)),
        PackageKind::Appointment => Content::Appointment(appointment(case)),
        PackageKind::Extension => Content::Extension(change(check, fact)),
        PackageKind::Suspension => Content::Suspension(change(check, fact)),
        PackageKind::Resumption => Content::Resumption(change(check, fact)),
        PackageKind::Officers => Content::Officers(Officers {
            on: Some(fact.on),
            reason: said(fact, "reason"),
            officers: case.executors().iter().map(officer).collect(),
        }),
        PackageKind::Results => Content::Results(check.map(results).unwrap_or_default()),
        PackageKind::Finished => Content::Finished(change(check, fact)),
    }
}

fn list(registry: &Registry, told: &[Told]) -> List {
    let mut list = List::default();
    for told in told {
        let What::Entry(entry) = &told.what else { continue };
        (list.year, list.half) = (entry.year, entry.half);
        list.entries.push(Entry {
            number: told.item.clone(),
            subject: told.subject.as_deref().map(|id| subject(registry, id)),
            by: body(registry, &entry.by),
            score: entry.score,
        });
    }
    list
}

fn officer(person: &Person) -> Officer {
    Officer { name: person.name.clone(), position: person.position.clone(), organisation: None }
}

fn appointment(case: &CaseFile) -> Appointment {
    let officers = case.executors().iter().map(officer).collect();
    match &case.state {
        State::Inspection(inspection) => {
            let Some(a) = inspection.appointment.clone() else { return Appointment::default() };
            let specialists = a.specialists.into_iter().map(|s| Officer {
                name: s.name,
                position: s.position,
                organisation: Some(s.organisation),
            });
            Appointment {
                ground: a.ground,
                reference: a.reference,
                reference_on: a.reference_on,
                matter: a.matter,
                acts: a.acts,
                requirements: a.requirements,
                period_from: a.period_from,
                period_to: a.period_to,
                start: Some(a.start),
                end: Some(a.end),
                officers,
                specialists: specialists.collect(),
                registration: Some(a.registration),
            }
        }
        State::Event(event) => {
            let Some(a) = event.appointment.clone() else { return Appointment::default() };
            Appointment {
                ground: Some(a.ground.word().to_owned()),
                reference: a.reference,
                reference_on: a.reference_on,
                matter: a.matter,
                period_from: Some(a.period_from),
                period_to: Some(a.period_to),
                start: Some(a.start),
                end: Some(a.end),
                officers,
                ..Appointment::default()
            }
        }
        _ => Appointment::default(),
    }
}

fn change(check: Option<&Check>, fact: &Fact) -> Change {
    let change = Change {
        on: Some(fact.on),
        reason: said(fact, "reason"),
        start: check.map(|c| c.start),
        end: check.map(|c| c.end),
        ..Change::default()
    };
    match &fact.what {
        FactKind::InspectionExtended(e) => {
            Change { ground: Some(e.extension_ground.clone()), before: e.before, end: Some(e.until), ..change }
        }
        FactKind::InspectionResumed(r) => Change { end: Some(r.extended.unwrap_or(r.ends)), ..change },
        _ => change,
    }
}

fn results(check: &Check) -> Results {
    let violations = check.violations.iter().map(|v| Violation {
        number: v.number,
        requirement: v.requirement.clone(),
        severity: v.severity.clone(),
        count: v.count,
        term: v.term,
    });
    Results {
        started: check.started,
        delivered: check.delivered,
        violations: violations.collect(),
        prescription: check.prescription.map(|(number, on)| Act { number, on }),
    }
}

/// A text that the fact says under this name.
fn said(fact: &Fact, name: &str) -> Option<String> {
    let what = serde_json::to_value(&fact.what).ok()?;
    what.get("data")?.get(name)?.as_str().map(str::to_owned)
}

/// First copies with their bytes.
async fn documents(app: &Shared, of: Vec<&DocumentRef>) -> Result<Vec<Document>, Trouble> {
    let mut found = Vec::new();
    for document in of {
        for file in document.files.iter().filter(|f| f.copy == 1) {
            let pdf = store::blobs::get(&app.db, &file.sha256).await?.ok_or(Trouble::NotFound)?;
            found.push(Document {
                kind: document.kind.word().to_owned(),
                number: document.number,
                on: document.on,
                language: file.language.word().to_owned(),
                copy: file.copy,
                file_name: format!("{}-{}-{}.pdf", document.kind.word(), document.number, file.name()),
                sha256: file.sha256.clone(),
                base64: BASE64_STANDARD.encode(&pdf.bytes),
            });
        }
    }
    Ok(found)
}
