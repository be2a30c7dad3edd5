use std::io::{Read, Write};

use law::case::Role;
use store::{
    Db, StoreError, backup, cases,
    cases::{Filter, commit},
    files::{self, NewFile},
    sessions::{self, Session},
    signins::{self, Signin},
    users, verify,
};

use crate::{
    fixtures::*,
    fresh::{self, Fresh, both},
};

async fn fill(db: &Db) {
    world(db).await;
    a_case(db, "c1").await;
    a_case(db, "c2").await;
    let file = NewFile {
        id: "f1".into(),
        case: "c1".into(),
        name: "хат \"1\"\n.bin".into(),
        media_type: "application/octet-stream".into(),
        bytes: (0..=255).collect(),
        at: at(5),
        protected: true,
    };
    files::attach(db, &viewer("asel", "a", Role::Leader), file).await.unwrap();
    let mut external = step("c3", 0, "");
    external.model.team = vec!["asel".into()];
    external.model.told = vec![crate::external::appeal("c3", Some("b"))];
    external.packages = vec![store::packages::NewPackage {
        id: "c3-1-results".into(),
        seq: 1,
        n: 0,
        kind: law::ch2_external::exchange::PackageKind::Results,
        body: "a".into(),
    }];
    commit(db, external).await.unwrap();
    let asel = viewer("asel", "a", Role::Leader);
    store::protected::open(db, &asel, "o1", "c3", "digest", at(6)).await.unwrap();
    let set = store::criteria::NewCriteria {
        id: "1".into(),
        valid_from: jiff::civil::date(2026, 1, 1),
        valid_to: None,
        data: serde_json::json!({ "id": "1" }),
    };
    store::criteria::put(db, &set, &edit()).await.unwrap();
    // More than one statement puts back.
    for i in 0..100 {
        let signin = Signin {
            id: format!("s{i:03}"),
            at: at(1),
            login: "x".into(),
            user: None,
            outcome: "unknown".into(),
            address: String::new(),
            agent: String::new(),
        };
        signins::record(db, signin).await.unwrap();
    }
    let session = Session { id: "h".into(), user: None, data: "{}".into(), expires_at: at(9), last_seen: at(1) };
    sessions::save(db, &session).await.unwrap();
    store::outbox::mark_read(db, &viewer("asel", "a", Role::Leader), "m-c1", at(9)).await.unwrap();
}

/// From one database to another and back to the same bytes.
async fn there_and_back(from: &Fresh, to: &Fresh) {
    fill(&from.db).await;
    let (first, second) = (from.dir.path().join("1.zst"), from.dir.path().join("2.zst"));
    let dumped = backup::dump(&from.db, &first).await.unwrap();
    let verdict = backup::verify_dump(&first).unwrap();
    assert_eq!(verdict, verify::database(&from.db).await.unwrap(), "the same proof offline");
    assert!(verdict.sound());
    assert_eq!(backup::restore(&to.db, &first).await.unwrap(), dumped);
    assert_eq!(verify::database(&to.db).await.unwrap(), verdict);
    assert_eq!(backup::dump(&to.db, &second).await.unwrap().rows, dumped.rows);
    assert_eq!(lines(&first)[1..lines(&first).len() - 1], lines(&second)[1..lines(&second).len() - 1]);
    assert!(users::get(&to.db, "asel").await.unwrap().unwrap().password_hash.is_some());
    let asel = viewer("asel", "a", Role::Leader);
    assert_eq!(cases::list(&to.db, &asel, &Filter::default()).await.unwrap().total, 3);
    assert_eq!(files::content(&to.db, &asel, "f1").await.unwrap().unwrap().bytes, (0..=255).collect::<Vec<u8>>());
    let prev = store::journal::load_facts(&to.db, "c1").await.unwrap()[1].1.clone();
    commit(&to.db, step("c1", 2, &prev)).await.unwrap();
    assert!(verify::database(&to.db).await.unwrap().sound(), "and the journal goes on");
    assert!(matches!(backup::restore(&to.db, &first).await, Err(StoreError::NotEmpty)));
}

fn lines(path: &std::path::Path) -> Vec<String> {
    let mut text = String::new();
    zstd::Decoder::new(std::fs::File::open(path).unwrap()).unwrap().read_to_string(&mut text).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_to_sqlite() {
    let (from, to) = (fresh::sqlite().await, fresh::sqlite().await);
    there_and_back(&from, &to).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_to_postgres() {
    let Some(to) = fresh::postgres().await else {
        return;
    };
    there_and_back(&fresh::sqlite().await, &to).await;
    to.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_to_sqlite() {
    let Some(from) = fresh::postgres().await else {
        return;
    };
    there_and_back(&from, &fresh::sqlite().await).await;
    from.end().await;
}

both! {
    async fn a_dump_is_of_one_moment(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        for i in 0..20 {
            a_case(db, &format!("c{i:02}")).await;
        }
        let writing = tokio::spawn({
            let db = db.clone();
            async move {
                for i in 20..40 {
                    a_case(&db, &format!("c{i:02}")).await;
                }
            }
        });
        let path = fresh.dir.path().join("moment.zst");
        for _ in 0..5 {
            backup::dump(db, &path).await.unwrap();
            let verdict = backup::verify_dump(&path).unwrap();
            assert!(verdict.sound(), "{verdict:?}");
        }
        writing.await.unwrap();
    }

    async fn a_damaged_dump_is_refused(fresh: &Fresh) {
        let db = &fresh.db;
        fill(db).await;
        let path = fresh.dir.path().join("d.zst");
        backup::dump(db, &path).await.unwrap();
        let good = lines(&path);
        let empty = fresh::sqlite().await;
        let cut = good[..good.len() - 1].to_vec();
        let missing = [&good[..5], &good[6..]].concat();
        let changed: Vec<String> = good.iter().map(|l| l.replace("Әсел", "Басқа")).collect();
        for (why, text) in [("cut off", cut), ("a row missing", missing), ("changed", changed)] {
            let mut out = zstd::Encoder::new(std::fs::File::create(&path).unwrap(), 1).unwrap();
            out.write_all((text.join("\n") + "\n").as_bytes()).unwrap();
            out.finish().unwrap();
            assert!(matches!(backup::verify_dump(&path), Err(StoreError::Dump(_))), "{why}");
            let restored = backup::restore(&empty.db, &path).await;
            assert!(matches!(restored, Err(StoreError::Dump(_))), "{why}: {restored:?}");
            assert!(store::bodies::all_bodies(&empty.db).await.unwrap().is_empty(), "{why}: nothing is put");
        }
        std::fs::write(&path, b"no dump").unwrap();
        assert!(backup::verify_dump(&path).is_err());
    }
}
