//! A case of the Agency with packages about its order, as the law will put them down.

use law::{
    case::{DocumentRef, Fact, FactKind, Procedure, Role, fact::seal, step},
    ch2_external::exchange::PackageKind,
};
use sapa::{
    door::{self, Desk},
    readmodel::{self, Addition},
};
use serde_json::json;
use store::packages::NewPackage;

use super::{Product, now};

pub const AGENCY_LEADER: &str = "agency.leader.leader";
pub const AGENCY_INSPECTOR: &str = "agency.inspector.inspector";
pub const AGENCY_ADMINISTRATOR: &str = "agency.admin.administrator";
const SUBJECT: &str = "agency-td-akmola";

pub const OFFICER: &str = "td-akmola.inspector.inspector";
pub const HEAD: &str = "td-akmola.leader.leader";

impl Product {
    /// A control event of the Agency with a signed order, and packages that tell of it; gives their ids.
    pub async fn packages(&self, case: &str, kinds: &[PackageKind]) -> Vec<String> {
        let head = self.agency(Role::UnitHead).await;
        let executor = self.agency(Role::ResponsibleExecutor).await;
        self.step(&head, case, "draft-order", json!({ "object": SUBJECT })).await.unwrap();
        self.step(AGENCY_LEADER, case, "sign-order", json!({})).await.unwrap();
        let mut desk = self.desk(&executor, case).await;
        let signed = desk.case.facts.iter().find(|f| matches!(f.what, FactKind::Appointed)).unwrap().seq;
        let (before, facts) = taken(&mut desk, "engage-expert");
        let added = Addition { before, facts, frozen: None, number: None, key: None };
        let mut commit = readmodel::commit(&self.app, &desk, added, now());
        let package = |(kind, n): (&PackageKind, u32)| NewPackage {
            id: format!("{case}-{signed}-{}", kind.word()),
            seq: signed,
            n,
            kind: *kind,
            body: desk.case.body.clone(),
        };
        commit.packages = kinds.iter().zip(0..).map(package).collect();
        let ids = commit.packages.iter().map(|p| p.id.clone()).collect();
        store::cases::commit(self.db(), commit).await.unwrap();
        ids
    }

    /// An inspection whose appointment act is signed; the paper itself is not drawn.
    pub async fn inspection(&self, case: &str) {
        let officer = self.actor(OFFICER).await;
        let desk = door::blank(&self.app, &officer, Procedure::Inspection, case).await.unwrap();
        let opening = Procedure::Inspection.steps()[0];
        let mut answers = opening.samples(&desk.view(None)).remove(0);
        answers.0.insert("registration".into(), "before".into());
        // The same question is not checked twice (art. 151): each has a requirement of its own.
        let taken = store::told::scored(self.db(), &store::told::Scored::default()).await.unwrap().len();
        answers.0.insert("requirements".into(), vec![(taken % 9 + 1).to_string()].into());
        let request = door::Request {
            procedure: Procedure::Inspection,
            case,
            step: opening.id(),
            answers,
            version: None,
            key: None,
        };
        door::take(&self.app, &officer, request).await.unwrap();
        self.forced(HEAD, case, "sign-appointment").await;
    }

    /// Takes a step by the law alone, without drawing its paper, and commits what follows.
    pub async fn forced(&self, grant: &str, case: &str, step: &str) {
        let mut desk = self.desk(grant, case).await;
        let (before, facts) = taken(&mut desk, step);
        let added = Addition { before, facts, frozen: None, number: None, key: None };
        let commit = readmodel::commit(&self.app, &desk, added, now());
        store::cases::commit(self.db(), commit).await.unwrap();
    }

    /// A person of the Agency, once.
    async fn agency(&self, role: Role) -> String {
        let id = format!("test-agency-{}", role.word());
        match store::grants::get(self.db(), &id).await.unwrap() {
            Some(_) => id,
            None => self.person("agency", role).await,
        }
    }

    /// A package as it stands.
    pub async fn package(&self, id: &str) -> store::packages::PackageRow {
        store::packages::load(self.db(), id).await.unwrap().expect("a package of that id")
    }
}

/// What a step adds, by its own example.
fn taken(desk: &mut Desk, step: &str) -> (u32, Vec<Fact>) {
    let step = desk.case.procedure.step(step).expect("a step of that name");
    let answers = step.samples(&desk.view(None)).remove(0);
    let issued = step.def().issues.map(|kind| DocumentRef {
        kind,
        number: 1,
        on: desk.today,
        version: 1,
        code: "code".into(),
        files: Vec::new(),
    });
    let drafts = step::take(step, &desk.view(issued.as_ref()), &answers).unwrap();
    let before = u32::try_from(desk.case.facts.len()).unwrap();
    let last = desk.case.facts.last().expect("a case that is open");
    let (mut prev, mut seq, mut facts) = (seal(&last.canonical()), before, Vec::new());
    for draft in drafts {
        seq += 1;
        let fact = Fact {
            case: desk.case.id.clone(),
            seq,
            on: draft.on,
            recorded_at: now(),
            by: desk.actor.clone(),
            what: draft.what,
            documents: issued.iter().filter(|_| seq == before + 1).cloned().collect(),
            prev,
        };
        prev = seal(&fact.canonical());
        desk.case.apply(fact.clone());
        facts.push(fact);
    }
    (before, facts)
}
