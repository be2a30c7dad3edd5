use sqlx::{Connection, Executor};
use store::verify::{self, Broken, Flaw};

use crate::{fixtures::*, fresh::Fresh, fresh::both};

/// As somebody with the file in hand could: triggers off, a change, triggers as before.
async fn tamper(fresh: &Fresh, change: &'static str) -> Option<Broken> {
    let mut conn = fresh.owner().await;
    let (off, on) = match fresh.db.engine() {
        store::Engine::Sqlite => (
            "DROP TRIGGER facts_keep_update; DROP TRIGGER facts_keep_delete; DROP TRIGGER chain_keep_update; \
             DROP TRIGGER chain_keep_delete; DROP TRIGGER ledger_keep_update; DROP TRIGGER ledger_keep_delete; \
             PRAGMA foreign_keys = OFF",
            "SELECT 1",
        ),
        store::Engine::Postgres => ("SET session_replication_role = replica", "RESET session_replication_role"),
    };
    for text in [off, change, on] {
        conn.execute(sqlx::raw_sql(text)).await.unwrap();
    }
    conn.close().await.unwrap();
    verify::database(&fresh.db).await.unwrap().broken
}

async fn two_cases(fresh: &Fresh) {
    world(&fresh.db).await;
    a_case(&fresh.db, "c1").await;
    a_case(&fresh.db, "c2").await;
}

fn broken(case: &str, seq: u32, what: Flaw) -> Option<Broken> {
    Some(Broken::Fact { case: case.into(), seq, what })
}

both! {
    async fn what_is_untouched_is_sound(fresh: &Fresh) {
        two_cases(fresh).await;
        let verdict = verify::database(&fresh.db).await.unwrap();
        assert!(verdict.sound(), "{verdict:?}");
        let r = verdict.report;
        assert_eq!((r.facts, r.cases, r.commits, r.edits, r.blobs), (4, 2, 4, 8, 4));
        assert_eq!((r.head.len(), r.ledger_head.len()), (64, 64));
    }

    async fn a_changed_fact_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let change = "UPDATE facts SET body = REPLACE(body, 'Әсел', 'Басқа') WHERE case_id = 'c2' AND seq = 1";
        assert_eq!(tamper(fresh, change).await, broken("c2", 1, Flaw::Hash));
    }

    async fn a_changed_column_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let change = "UPDATE facts SET on_day = '2026-01-01' WHERE case_id = 'c1' AND seq = 2";
        assert_eq!(tamper(fresh, change).await, broken("c1", 2, Flaw::Columns));
    }

    async fn a_removed_last_fact_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let change = "DELETE FROM facts WHERE case_id = 'c1' AND seq = 2";
        assert_eq!(tamper(fresh, change).await, broken("c1", 2, Flaw::Missing));
    }

    async fn a_removed_first_fact_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let change = "DELETE FROM facts WHERE case_id = 'c2' AND seq = 1";
        assert_eq!(tamper(fresh, change).await, broken("c2", 2, Flaw::Gap));
    }

    async fn a_removed_case_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        assert_eq!(tamper(fresh, "DELETE FROM facts WHERE case_id = 'c2'").await, broken("c2", 1, Flaw::Missing));
    }

    async fn a_fact_without_a_commit_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let change = "INSERT INTO facts SELECT 'c3', seq, kind, on_day, recorded_at, REPLACE(body, 'c1', 'c3'), hash \
             FROM facts WHERE case_id = 'c1' AND seq = 1";
        assert_eq!(tamper(fresh, change).await, broken("c3", 1, Flaw::Hash));
    }

    async fn a_removed_commit_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let found = tamper(fresh, "DELETE FROM chain WHERE n = 2").await;
        assert_eq!(found, Some(Broken::Commit { n: 3, what: Flaw::Gap }));
    }

    async fn a_cut_off_end_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let found = tamper(fresh, "DELETE FROM chain WHERE n = 4; DELETE FROM facts WHERE case_id = 'c2' AND seq = 2").await;
        assert_eq!(found, Some(Broken::Head { name: "chain".into(), what: Flaw::Chain }));
    }

    async fn a_changed_edit_is_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let found = tamper(fresh, "UPDATE ledger SET actor = '\"somebody\"' WHERE seq = 3").await;
        assert_eq!(found, Some(Broken::Edit { seq: 3, what: Flaw::Hash }));
    }

    async fn changed_contents_are_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let digest = document("CODE-c1", 1).0.files[0].sha256.clone();
        let change = "UPDATE blobs SET bytes = (SELECT o.bytes FROM blobs o WHERE o.digest <> blobs.digest \
             ORDER BY o.digest LIMIT 1) \
             WHERE digest = (SELECT digest FROM document_files WHERE code = 'CODE-c1' AND language = 'kk')";
        assert_eq!(tamper(fresh, change).await, Some(Broken::Blob { digest, what: Flaw::Hash }));
    }

    async fn missing_contents_are_found(fresh: &Fresh) {
        two_cases(fresh).await;
        let digest = document("CODE-c1", 1).0.files[0].sha256.clone();
        let change = "DELETE FROM blobs WHERE digest = (SELECT digest FROM document_files WHERE code = 'CODE-c1' AND language = 'kk')";
        assert_eq!(tamper(fresh, change).await, Some(Broken::Blob { digest, what: Flaw::Missing }));
    }
}
