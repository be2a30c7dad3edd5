//! A small world: two bodies, three people, cases with journals.

use jiff::{Timestamp, civil::date};
use law::{
    bodies::{Body, BodyKind},
    case::{
        Actor, Capacity, DocumentKind, DocumentRef, DutyState, Fact, FactKind, Procedure, Role,
        fact::{DocumentFile, DocumentLanguage},
        step::{Awaited, Taker},
    },
    ch3_internal::p42_plan::Opening,
    edition::Edition,
};
use serde_json::json;
use store::{
    Db, Edit, Viewer, Words, blobs, bodies,
    bodies::BodyRow,
    cases::{CaseMeta, Commit, ReadModel, commit},
    documents::NewDocument,
    duties::DutyRow,
    grants,
    grants::Grant,
    journal::SealedFact,
    outbox::{Addressee, IN_PRODUCT, Notice},
    users,
    users::User,
};

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

pub fn edit() -> Edit {
    Edit { by: json!({ "command": "test" }), at: at(0) }
}

pub fn body(id: &str, name: &str) -> BodyRow {
    BodyRow {
        body: Body {
            id: id.into(),
            kind: BodyKind::Central,
            parent: None,
            coordinated_by: None,
            territory: "republic".into(),
            valid_from: date(2021, 7, 19),
            valid_to: None,
        },
        bin: "210740001234".into(),
        name: Words::new(name, name, ""),
        short: Words::default(),
        address_kk: String::new(),
        address_ru: String::new(),
    }
}

pub fn user(id: &str) -> User {
    User {
        id: id.into(),
        login: format!("{id}@gov.kz"),
        name: Words::new("Әлия Қасымова", "Алия Касымова", ""),
        position: Words::new("басшы", "руководитель", ""),
        password_hash: Some("$argon2id$secret".into()),
        active: true,
        failed: 0,
        locked_until: None,
        language: "kk".into(),
    }
}

pub fn grant(user: &str, body: &str, role: Role) -> Grant {
    Grant {
        id: format!("{user}-{body}-{}", role.word()),
        user: user.into(),
        body: body.into(),
        role,
        acting: false,
        valid_from: date(2026, 1, 1),
        valid_to: Some(date(2026, 12, 31)),
    }
}

pub fn viewer(user: &str, body: &str, role: Role) -> Viewer {
    Viewer { user: user.into(), body: body.into(), role, on: date(2026, 6, 1) }
}

/// `asel` leads body `a`, `bolat` leads body `b`, `closed` leads `a` but has no open account.
pub async fn world(db: &Db) {
    bodies::upsert(db, &[body("a", "Әділет министрлігі"), body("b", "Білім министрлігі")], &edit()).await.unwrap();
    for (id, body, role) in [("asel", "a", Role::Leader), ("bolat", "b", Role::Leader), ("closed", "a", Role::Leader)] {
        let active = id != "closed";
        users::create(db, &User { active, ..user(id) }, &edit()).await.unwrap();
        grants::create(db, &grant(id, body, role), &edit()).await.unwrap();
    }
}

pub fn fact(case: &str, seq: u32, prev: &str, documents: Vec<DocumentRef>) -> SealedFact {
    SealedFact::seal(&Fact {
        case: case.into(),
        seq,
        on: date(2026, 5, 4),
        recorded_at: at(i64::from(seq)),
        by: Actor {
            user: "asel".into(),
            name: "Әсел".into(),
            position: "басшы".into(),
            body: "a".into(),
            role: Role::Leader,
            capacity: Capacity::Head,
        },
        what: if seq == 1 { FactKind::PlanOpened(Opening { year: 2026 }) } else { FactKind::PlanApproved },
        documents,
        prev: prev.into(),
    })
}

pub fn meta(case: &str, seq: u32) -> CaseMeta {
    CaseMeta {
        id: case.into(),
        procedure: Procedure::AnnualPlan,
        edition: Edition::JULY_2021,
        body: "a".into(),
        object: Some("b".into()),
        title: "Мерзімдердің сақталуы".into(),
        opened_on: date(2026, 5, 4),
        closed_on: None,
        stage: "stop-plan-drafted".into(),
        last_at: at(i64::from(seq)),
        plan_item: Some(format!("{case}/1")),
        plan_year: Some(2026),
        plan_approved: seq > 1,
        search: "БІЛІМ".into(),
    }
}

pub fn duty() -> DutyRow {
    DutyRow {
        key: "41".into(),
        rule: Some(law::rules::RuleId::R41),
        paragraph: 41,
        what: "rule-41".into(),
        detail: "2026".into(),
        body: "a".into(),
        roles: vec![Role::Leader, Role::UnitHead],
        due: date(2026, 12, 25),
        state: DutyState::Open,
        step: "approve-plan".into(),
        takers: vec![Taker { body: "a".into(), role: Role::Leader, user: None }],
    }
}

/// What is derived of a case of `seq` facts: one duty and one step wait for the leader of `a`, who alone reads it.
pub fn model(case: &str, seq: u32) -> ReadModel {
    let leader = ("a".to_owned(), Role::Leader);
    ReadModel {
        case: meta(case, seq),
        duties: vec![duty()],
        awaited: vec![awaited("a", Role::Leader, None)],
        readers: vec![leader.clone(), leader],
        team: vec![],
        told: vec![],
        report: None,
    }
}

pub fn awaited(body: &str, role: Role, user: Option<&str>) -> Awaited {
    Awaited { step: "sign-order", paragraph: 41, body: body.into(), role, user: user.map(Into::into) }
}

/// A commit of one fact after `version` facts, the last of which has the hash `prev`.
pub fn step(case: &str, version: u32, prev: &str) -> Commit {
    Commit {
        model: model(case, version + 1),
        expected_version: version,
        facts: vec![fact(case, version + 1, prev, vec![])],
        documents: vec![],
        number: None,
        idempotency_key: None,
        around: Vec::new(),
        registered: Vec::new(),
        notices: vec![],
        packages: vec![],
        protect: vec![],
        frozen: None,
        accepted: None,
        now: at(i64::from(version) + 1),
    }
}

pub fn document(code: &str, number: i64) -> (DocumentRef, NewDocument) {
    let pdfs = DocumentLanguage::ALL.map(|l| format!("{} {code}", l.word()).into_bytes());
    let file = |(language, pdf): (_, &Vec<u8>)| DocumentFile { copy: 1, language, sha256: blobs::digest(pdf) };
    let document = DocumentRef {
        kind: DocumentKind::AnnualPlan,
        number,
        on: date(2026, 5, 4),
        version: 1,
        code: code.into(),
        files: DocumentLanguage::ALL.into_iter().zip(&pdfs).map(file).collect(),
    };
    (document.clone(), NewDocument { document, data: "{\"kk\":1}".into(), pdfs: pdfs.into() })
}

pub fn notice(id: &str, case: &str, due_key: Option<&str>) -> Notice {
    Notice {
        id: id.into(),
        to: Addressee::Role("a".into(), Role::Leader),
        kind: "plan-opened".into(),
        case: Some(case.into()),
        args: json!({ "year": 2026 }),
        due_key: due_key.map(Into::into),
        channel: IN_PRODUCT.into(),
    }
}

/// A case of `a` with two facts, a document, a duty, a message.
pub async fn a_case(db: &Db, case: &str) {
    let opened = step(case, 0, "");
    let prev = opened.facts[0].hash.clone();
    commit(db, opened).await.unwrap();
    let (document, new) = document(&format!("CODE-{case}"), 1);
    let mut second = step(case, 1, &prev);
    second.facts = vec![fact(case, 2, &prev, vec![document])];
    second.documents = vec![new];
    second.notices = vec![notice(&format!("m-{case}"), case, None)];
    commit(db, second).await.unwrap();
}
