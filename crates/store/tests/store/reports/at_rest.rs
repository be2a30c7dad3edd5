//! Reports at rest: nothing of their history can be taken back, a backup has all of it, and the proof misses what is gone.

use std::io::Read;

use law::ch3_reports::{
    report::{Comment, Remark},
    sheet::LineKey,
};
use sqlx::{Connection, Executor};
use store::{
    Engine, backup,
    reports::{
        board, cells,
        cells::Edit,
        talk::{self, NoteText},
        versions::{accepted_since, own_parts},
    },
    verify::{self, Broken, Flaw},
};

use super::lives::*;
use crate::{
    fixtures::*,
    fresh::{self, Fresh, both},
};

const TABLES: [&str; 11] = [
    "reports",
    "report_watchers",
    "report_lines",
    "report_cells",
    "report_edits",
    "report_comments",
    "report_remarks",
    "report_notes",
    "report_versions",
    "report_parts",
    "report_acceptances",
];

/// Something in each table.
async fn fill(fresh: &Fresh) {
    let db = &fresh.db;
    people(db).await;
    let mut low = Life::begun(db, "a", "b").await;
    low.through(db, 3, &[]).await;
    let mut top = Life::begun(db, "b", "a").await;
    top.fill(db, 20).await;
    let lines = vec![("12.3".to_owned(), LineKey::pair("s1", "ЖАО \"1\"\n|"))];
    top.save(db, Edit { add_lines: lines, why: "хат № 1".into(), ..typed(vec![put("1.1", "m1", "")]) }).await;
    let said = Comment { key: "cell/1.2//m1".into(), text: "иә".into() };
    talk::comment(db, &fills("b"), "r-b", &said, at(50)).await.unwrap();
    let text = NoteText { heading: "1-1".into(), language: "kk".into(), text: "бір\nекі".into() };
    talk::write_note(db, &fills("b"), "r-b", &[text], at(50)).await.unwrap();
    top.sign(db, &[&low]).await;
    top.submit(db).await;
    let remark = Remark { place: None, text: "тұтас".into() };
    talk::remark(db, &fills("a"), "r-b", &remark, at(50)).await.unwrap();
}

fn lines(path: &std::path::Path) -> Vec<String> {
    let mut text = String::new();
    zstd::Decoder::new(std::fs::File::open(path).unwrap()).unwrap().read_to_string(&mut text).unwrap();
    text.lines().map(str::to_owned).collect()
}

async fn there_and_back(from: &Fresh, to: &Fresh) {
    fill(from).await;
    let (first, second) = (from.dir.path().join("1.zst"), from.dir.path().join("2.zst"));
    let dumped = backup::dump(&from.db, &first).await.unwrap();
    for table in TABLES {
        assert!(dumped.rows.get(table).is_some_and(|rows| *rows > 0), "{table}: {:?}", dumped.rows);
    }
    assert_eq!(backup::verify_dump(&first).unwrap(), verify::database(&from.db).await.unwrap());
    backup::restore(&to.db, &first).await.unwrap();
    assert_eq!(backup::dump(&to.db, &second).await.unwrap().rows, dumped.rows);
    let [before, after] = [lines(&first), lines(&second)];
    assert_eq!(before[1..before.len() - 1], after[1..after.len() - 1], "row by row");
    assert!(verify::database(&to.db).await.unwrap().sound());
    let [a, b] = [from, to].map(|fresh| &fresh.db);
    let [mine, theirs] = [cells::in_hand(a, "r-b").await.unwrap(), cells::in_hand(b, "r-b").await.unwrap()];
    assert_eq!((mine.sheet, mine.edits, mine.written), (theirs.sheet, theirs.edits, theirs.written));
    assert_eq!(own_parts(a, "r-b", 1).await.unwrap(), own_parts(b, "r-b", 1).await.unwrap());
    assert_eq!(accepted_since(b, quarter(), "b", 0).await.unwrap().len(), 1);
    assert_eq!(board::every(a, quarter()).await.unwrap(), board::every(b, quarter()).await.unwrap());
    let top = Life::new("b", "a");
    let refused = cells::save(b, &fills(&top.body), "r-b", &typed(vec![put("1.1", "m1", "1")]), at(70)).await;
    assert!(matches!(refused, Err(store::StoreError::Closed)), "and it is as signed as before");
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

/// The digest of the whole of the signed report of `b`.
async fn whole(fresh: &Fresh) -> String {
    store::reports::versions::version(&fresh.db, "r-b", 1).await.unwrap().unwrap().whole
}

/// Changes contents behind the product's back, and asks for the proof.
async fn tampered(fresh: &Fresh, change: String) -> Option<Broken> {
    let mut conn = fresh.owner().await;
    let off = match fresh.db.engine() {
        Engine::Sqlite => "PRAGMA foreign_keys = OFF",
        Engine::Postgres => "SET session_replication_role = replica",
    };
    conn.execute(sqlx::raw_sql(off)).await.unwrap();
    conn.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(change))).await.unwrap();
    conn.close().await.unwrap();
    verify::database(&fresh.db).await.unwrap().broken
}

both! {
    async fn the_history_is_only_added_to(fresh: &Fresh) {
        fill(fresh).await;
        for text in ["UPDATE report_edits SET new_value = '9'", "DELETE FROM report_edits"] {
            let error = fresh.raw(text).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{text}: {error}");
        }
        if fresh.db.engine() == Engine::Postgres {
            let error = fresh.raw("TRUNCATE report_edits").await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{error}");
            for text in ["UPDATE report_edits SET why = ''", "DELETE FROM report_edits", "TRUNCATE report_edits"] {
                let text = format!("SET ROLE sapa_app; {text}");
                let error = fresh.raw(sqlx::AssertSqlSafe(text)).await.unwrap_err().to_string();
                assert!(error.contains("permission denied"), "{error}");
            }
        }
    }

    async fn a_missing_frozen_text_is_found(fresh: &Fresh) {
        fill(fresh).await;
        let verdict = verify::database(&fresh.db).await.unwrap();
        assert!(verdict.sound(), "{verdict:?}");
        let digest = whole(fresh).await;
        let found = tampered(fresh, format!("DELETE FROM blobs WHERE digest = '{digest}'")).await;
        assert_eq!(found, Some(Broken::Blob { digest, what: Flaw::Missing }));
    }

    async fn a_changed_frozen_text_is_found(fresh: &Fresh) {
        fill(fresh).await;
        let digest = whole(fresh).await;
        let change = "UPDATE blobs SET bytes = (SELECT o.bytes FROM blobs o WHERE o.digest <> blobs.digest \
             ORDER BY o.digest LIMIT 1)";
        let found = tampered(fresh, format!("{change} WHERE digest = '{digest}'")).await;
        assert_eq!(found, Some(Broken::Blob { digest, what: Flaw::Hash }));
    }
}
