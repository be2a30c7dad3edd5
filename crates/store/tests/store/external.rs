//! External control at rest: protected material, packages, criteria; what cases tell is in `told`.

use jiff::civil::{Date, date};
use law::{
    case::Role,
    ch2_external::{
        dossier::{Appeal, Desk, Entry, Told, What},
        exchange::PackageKind,
    },
};
use serde_json::json;
use store::{
    Db, StoreError, Viewer, cases, criteria,
    criteria::NewCriteria,
    files::{self, NewFile},
    grants, ledger, packages,
    packages::{NewPackage, Number, Outcome, State},
    protected, users,
};

use crate::{fixtures::*, fresh::both};

pub fn appeal(case: &str, handed_to: Option<&str>) -> Told {
    Told {
        case: case.into(),
        item: String::new(),
        body: "a".into(),
        subject: Some("b".into()),
        on: date(2026, 3, 2),
        what: What::Appeal(Appeal {
            number: "ЖТ-7".into(),
            ground: None,
            source: "eotinish".into(),
            anonymous: false,
            services: vec!["00101".into()],
            text: "«Құжат» \"кеш\" берілді".into(),
            route: None,
            handed_to: handed_to.map(Into::into),
            answered: None,
            justified: false,
            late: false,
            restored: 0,
        }),
    }
}

pub fn entry(case: &str, item: &str, on: Date) -> Told {
    let what =
        What::Entry(Entry { year: 2026, half: 1, by: "b".into(), approved: true, score: 4250, reason: "қ".into() });
    Told { item: item.into(), on, what, ..appeal(case, None) }
}

pub fn desk(case: &str) -> Told {
    let what = What::Desk(Desk { matter: "м".into(), violations: vec![], for_visit: false, issued: None });
    Told { what, subject: None, ..appeal(case, None) }
}

/// A person of each role of both bodies; ids are `BODY-ROLE`.
pub async fn everybody(db: &Db) -> Vec<Viewer> {
    let mut viewers = Vec::new();
    for body in ["a", "b"] {
        for role in Role::ALL {
            let id = format!("{body}-{}", role.word());
            users::create(db, &user(&id), &edit()).await.unwrap();
            grants::create(db, &grant(&id, body, role), &edit()).await.unwrap();
            viewers.push(viewer(&id, body, role));
        }
    }
    viewers
}

/// A case of `a` that every role of both bodies may read.
async fn open_to_all(db: &Db, case: &str, team: &[&str]) {
    let mut opened = step(case, 0, "");
    opened.model.readers = ["a", "b"].iter().flat_map(|b| Role::ALL.map(|r| ((*b).to_owned(), r))).collect();
    opened.model.team = team.iter().map(|&t| t.to_owned()).collect();
    cases::commit(db, opened).await.unwrap();
}

fn secret(id: &str) -> NewFile {
    NewFile {
        id: id.into(),
        case: "c1".into(),
        name: "құпия.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: id.as_bytes().to_vec(),
        at: at(5),
        protected: true,
    }
}

fn package(id: &str, seq: u32, n: u32, kind: PackageKind) -> NewPackage {
    NewPackage { id: id.into(), seq, n, kind, body: "a".into() }
}

both! {
    async fn protected_material_is_for_the_people_of_the_case(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let viewers = everybody(db).await;
        open_to_all(db, "c1", &["asel", "a-inspector"]).await;
        // Whoever gives it sees it; the rest of the world is asked below.
        let (asel, giver) = (viewer("asel", "a", Role::Leader), viewer("a-unit-head", "a", Role::UnitHead));
        let file = files::attach(db, &giver, secret("f1")).await.unwrap();
        files::attach(db, &giver, NewFile { protected: false, ..secret("f2") }).await.unwrap();
        assert!(files::get(db, &giver, "f1").await.unwrap().is_some());
        assert!(!protected::in_team(db, &giver, "c1").await.unwrap());
        for v in viewers.iter().filter(|v| **v != giver).chain([&asel]) {
            let team = v.user == "a-inspector" || v.user == "asel";
            let of_case = files::of_case(db, v, "c1").await.unwrap();
            assert_eq!(of_case.iter().any(|f| f.id == "f1"), team, "{v:?}");
            assert!(of_case.iter().any(|f| f.id == "f2"), "{v:?}: what is not protected is there");
            assert_eq!(files::get(db, v, "f1").await.unwrap().is_some(), team, "{v:?}");
            assert_eq!(files::content(db, v, "f1").await.unwrap().is_some(), team, "{v:?}");
            assert_eq!(protected::in_team(db, v, "c1").await.unwrap(), team, "{v:?}");
            let withheld = files::withheld(db, v, "c1").await.unwrap();
            assert_eq!(withheld, if team { vec![] } else { vec![file.digest.clone()] }, "{v:?}");
            // In another body's name the same person is none of them.
            let elsewhere = Viewer { body: "b".into(), ..v.clone() };
            assert!(v.body == "b" || files::get(db, &elsewhere, "f1").await.unwrap().is_none(), "{elsewhere:?}");
        }
        let stranger = viewer("nobody", "a", Role::Leader);
        assert!(files::withheld(db, &stranger, "c1").await.unwrap().is_empty(), "nor that there is something");
    }

    async fn every_opening_is_recorded(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let viewers = everybody(db).await;
        open_to_all(db, "c1", &["a-inspector"]).await;
        let inspector = viewer("a-inspector", "a", Role::Inspector);
        protected::open(db, &inspector, "o1", "c1", "digest", at(10)).await.unwrap();
        protected::open(db, &inspector, "o2", "c1", "digest", at(11)).await.unwrap();
        let found = protected::openings_of(db, &inspector, "c1").await.unwrap();
        let told: Vec<_> = found.iter().map(|o| (&*o.id, &*o.user, &*o.what, o.role, o.at)).collect();
        assert_eq!(told[0], ("o2", "a-inspector", "digest", Role::Inspector, at(11)), "the latest first, each time");
        assert_eq!(told.len(), 2);
        for v in viewers.iter().filter(|v| **v != inspector) {
            assert!(protected::openings_of(db, v, "c1").await.unwrap().is_empty(), "{v:?}");
        }
        for v in [viewer("nobody", "a", Role::Leader), Viewer { on: date(2027, 1, 1), ..inspector.clone() }] {
            let opened = protected::open(db, &v, "o3", "c1", "digest", at(12)).await;
            assert!(matches!(opened, Err(StoreError::NotFound("case"))), "{v:?}");
        }
        for text in ["UPDATE openings SET user_id = 'x'", "DELETE FROM openings"] {
            let error = fresh.raw(text).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{text}: {error}");
        }
    }

    async fn packages_go_with_the_commit_and_in_their_order(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let mut opened = step("c1", 0, "");
        opened.packages =
            vec![package("p1", 1, 0, PackageKind::Appointment), package("p2", 1, 1, PackageKind::Officers)];
        let prev = opened.facts[0].hash.clone();
        cases::commit(db, opened).await.unwrap();
        let twice = cases::Commit { packages: vec![package("p3", 1, 0, PackageKind::Officers)], ..step("c1", 1, &prev) };
        assert!(cases::commit(db, twice).await.is_err(), "a fact is told once");
        assert_eq!(cases::load(db, "c1").await.unwrap().unwrap().version, 1, "and nothing else was written");
        let due = async |second| {
            packages::due(db, at(second), 9).await.unwrap().into_iter().map(|p| p.id).collect::<Vec<_>>()
        };
        assert!(due(0).await.is_empty(), "not before it is put down");
        assert_eq!(due(1).await, ["p1"], "the second waits for the first");
        let failed = Outcome::Failed { why: "connection refused".into(), next_at: at(60) };
        packages::record(db, "p1", &failed, at(1)).await.unwrap();
        assert!(due(59).await.is_empty());
        let row = packages::load(db, "p1").await.unwrap().unwrap();
        assert_eq!((row.attempts, row.state, row.last_error.as_deref()), (1, State::Waiting, Some("connection refused")));
        packages::record(db, "p1", &Outcome::Delivered { next_at: at(100) }, at(60)).await.unwrap();
        assert_eq!(due(60).await, ["p2"], "what was taken holds up nobody");
        packages::record(db, "p1", &Outcome::Forgotten, at(61)).await.unwrap();
        assert_eq!(due(61).await, ["p1"], "what the receiver has lost is sent again");
        let number = Number { number: "26-1/7".into(), on: date(2026, 5, 5) };
        packages::record(db, "p1", &Outcome::Acknowledged(number.clone()), at(62)).await.unwrap();
        packages::record(db, "p1", &Outcome::Refused { why: "late".into() }, at(63)).await.unwrap();
        let other = Number { number: "other".into(), ..number.clone() };
        packages::record(db, "p1", &Outcome::Acknowledged(other), at(63)).await.unwrap();
        let row = packages::load(db, "p1").await.unwrap().unwrap();
        assert_eq!((row.state, row.answered, row.delivered_at), (State::Acknowledged, Some(number), Some(at(62))));
        packages::record(db, "p2", &Outcome::Refused { why: "БСН қате".into() }, at(63)).await.unwrap();
        assert!(due(9999).await.is_empty(), "what was turned down waits for a person");
        let ids = async |state| packages::in_state(db, state).await.unwrap().into_iter().map(|p| p.id).collect::<Vec<_>>();
        assert_eq!(ids(None).await, ["p1", "p2"]);
        assert_eq!(ids(Some(State::Refused)).await, ["p2"]);
    }

    async fn packages_are_looked_after_by_their_own_body(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let viewers = everybody(db).await;
        let mut opened = step("c1", 0, "");
        opened.packages = vec![package("p1", 1, 0, PackageKind::Appointment)];
        let readers = ["a", "b"].iter().flat_map(|b| Role::ALL.map(|r| ((*b).to_owned(), r)));
        opened.model.readers = readers.filter(|(_, role)| *role != Role::Administrator).collect();
        cases::commit(db, opened).await.unwrap();
        let mut unread = step("c2", 0, "");
        unread.packages = vec![package("p2", 1, 0, PackageKind::Appointment)];
        unread.model.readers = vec![];
        cases::commit(db, unread).await.unwrap();
        packages::record(db, "p1", &Outcome::Refused { why: "x".into() }, at(2)).await.unwrap();
        for v in &viewers {
            let own = v.body == "a";
            let expected = match v.role {
                Role::Administrator if own => vec!["p2", "p1"],
                Role::Inspector | Role::Leader if own => vec!["p1"],
                _ => vec![],
            };
            let page = packages::list(db, v, &packages::Filter::default()).await.unwrap();
            assert_eq!(page.total as usize, expected.len(), "{v:?}");
            let found: Vec<_> = page.items.iter().map(|p| &*p.id).collect();
            assert_eq!(found, expected, "{v:?}");
            for id in ["p1", "p2"] {
                assert_eq!(packages::find(db, v, id).await.unwrap().is_some(), expected.contains(&id), "{v:?}");
            }
            let contents = packages::readable_by(db, v, "p1").await.unwrap().is_some();
            assert_eq!(contents, own && matches!(v.role, Role::Inspector | Role::Leader), "{v:?}: the contents");
            assert!(packages::readable_by(db, v, "p2").await.unwrap().is_none(), "{v:?}");
            let late = Viewer { on: date(2027, 1, 1), ..v.clone() };
            assert!(packages::find(db, &late, "p1").await.unwrap().is_none(), "{v:?} after the grant");
            if !expected.contains(&"p1") {
                let again = packages::send_again(db, v, "p1", at(5)).await;
                assert!(matches!(again, Err(StoreError::NotFound("package"))), "{v:?}");
            }
        }
        assert_eq!(packages::load(db, "p1").await.unwrap().unwrap().state, State::Refused);
        let inspector = viewer("a-inspector", "a", Role::Inspector);
        packages::send_again(db, &inspector, "p1", at(5)).await.unwrap();
        let row = packages::load(db, "p1").await.unwrap().unwrap();
        assert_eq!((row.state, row.attempts, row.next_at), (State::Waiting, 0, at(5)));
        let waiting = packages::Filter { state: Some(State::Waiting), ..Default::default() };
        assert_eq!(packages::list(db, &inspector, &waiting).await.unwrap().total, 1);
        let refused = packages::Filter { state: Some(State::Refused), ..Default::default() };
        assert_eq!(packages::list(db, &inspector, &refused).await.unwrap().total, 0);
        let number = Number { number: "1".into(), on: date(2026, 5, 5) };
        packages::record(db, "p1", &Outcome::Acknowledged(number), at(6)).await.unwrap();
        assert!(packages::send_again(db, &inspector, "p1", at(7)).await.is_err(), "what is answered is not sent again");
    }

    async fn criteria_are_changed_on_the_record(fresh: &Fresh) {
        let db = &fresh.db;
        let set = |id: &str, from| NewCriteria {
            id: id.into(),
            valid_from: from,
            valid_to: Some(date(2027, 12, 31)),
            data: json!({ "id": id, "weights": [1, 2] }),
        };
        assert_eq!(criteria::sets(db).await.unwrap(), []);
        criteria::put(db, &set("2", date(2027, 1, 1)), &edit()).await.unwrap();
        criteria::put(db, &set("1", date(2026, 7, 1)), &edit()).await.unwrap();
        criteria::put(db, &set("1", date(2026, 1, 1)), &edit()).await.unwrap();
        let sets = criteria::sets(db).await.unwrap();
        assert_eq!(sets.iter().map(|s| s.set.clone()).collect::<Vec<_>>(), [set("1", date(2026, 1, 1)), set("2", date(2027, 1, 1))]);
        assert_eq!((sets[0].changed_by["command"].as_str(), sets[0].changed_at), (Some("test"), at(0)));
        criteria::remove(db, "2", &edit()).await.unwrap();
        assert!(matches!(criteria::remove(db, "2", &edit()).await, Err(StoreError::NotFound(_))));
        let edits: Vec<_> = ledger::latest(db, None, 9).await.unwrap().into_iter().map(|e| e.what).collect();
        assert_eq!(edits, ["criteria-removed", "criteria-changed", "criteria-changed", "criteria-changed"]);
        assert!(store::verify::database(db).await.unwrap().sound());
    }
}
