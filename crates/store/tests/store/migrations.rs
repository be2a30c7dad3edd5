use std::{collections::BTreeSet, path::Path};

use store::{Db, StoreError};

use crate::{fixtures::*, fresh::both};

both! {
    async fn migrating_again_changes_nothing(fresh: &Fresh) {
        world(&fresh.db).await;
        assert_eq!(fresh.db.migrate().await.unwrap(), fresh.db.schema_version().await.unwrap());
        fresh.db.ping().await.unwrap();
    }

    async fn a_newer_database_is_refused(fresh: &Fresh) {
        fresh.raw("INSERT INTO schema_migrations (version, name, digest) VALUES (999, '0999_later', '')").await.unwrap();
        let opened = Db::open(&fresh.url, 1).await;
        assert!(matches!(opened, Err(StoreError::NewerDatabase { database: 999, .. })), "{opened:?}");
        assert!(matches!(fresh.db.migrate().await, Err(StoreError::NewerDatabase { .. })));
    }

    async fn a_changed_migration_is_refused(fresh: &Fresh) {
        fresh.raw("UPDATE schema_migrations SET digest = 'other' WHERE version = 1").await.unwrap();
        assert!(matches!(fresh.db.migrate().await, Err(StoreError::MigrationChanged(_))));
    }

    async fn an_unmigrated_database_says_so(fresh: &Fresh) {
        fresh.raw("DELETE FROM schema_migrations").await.unwrap();
        assert!(matches!(fresh.db.ping().await, Err(StoreError::NotMigrated { database: 0, .. })));
    }
}

#[test]
fn both_engines_have_the_same_steps() {
    let names = |engine: &str| -> BTreeSet<String> {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
        std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    let source = include_str!("../../src/migrations.rs");
    for name in names("sqlite") {
        assert!(source.contains(&format!("\"{}\"", name.trim_end_matches(".sql"))), "{name} is not embedded");
    }
}
