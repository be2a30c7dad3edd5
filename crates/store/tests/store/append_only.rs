use law::case::Role;
use store::signins::{self, Signin};

use crate::{fixtures::*, fresh::both};

both! {
    async fn journal_chain_ledger_and_signins_are_only_added_to(fresh: &Fresh) {
        world(&fresh.db).await;
        a_case(&fresh.db, "c1").await;
        let signin = Signin {
            id: "s1".into(), at: at(1), login: "asel@gov.kz".into(), user: Some("asel".into()), outcome: "ok".into(),
            address: "10.0.0.1".into(), agent: String::new(),
        };
        signins::record(&fresh.db, signin.clone()).await.unwrap();
        for text in [
            "UPDATE facts SET body = '{}'", "DELETE FROM facts",
            "UPDATE chain SET head = ''", "DELETE FROM chain",
            "UPDATE ledger SET data = ''", "DELETE FROM ledger",
            "UPDATE signins SET outcome = ''", "DELETE FROM signins",
        ] {
            let error = fresh.raw(text).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{text}: {error}");
        }
        assert_eq!(signins::latest(&fresh.db, Some("asel"), 9).await.unwrap(), [signin]);
        assert!(signins::latest(&fresh.db, Some("bolat"), 9).await.unwrap().is_empty());
        assert_eq!(store::journal::facts(&fresh.db, &viewer("asel", "a", Role::Leader), "c1").await.unwrap().len(), 2);
    }
}

/// The role the product works in has not even the right.
#[tokio::test(flavor = "multi_thread")]
async fn the_product_has_no_right_to_change_them() {
    let Some(fresh) = crate::fresh::postgres().await else {
        return;
    };
    for text in [
        "SET ROLE sapa_app; UPDATE facts SET body = '{}'",
        "SET ROLE sapa_app; DELETE FROM chain",
        "SET ROLE sapa_app; TRUNCATE ledger",
        "SET ROLE sapa_app; DROP TRIGGER facts_keep ON facts",
        "SET ROLE sapa_app; ALTER TABLE signins DISABLE TRIGGER ALL",
        "SET ROLE sapa_app; DROP TABLE facts",
        "SET ROLE sapa_app; DELETE FROM openings",
        "SET ROLE sapa_app; UPDATE report_edits SET why = ''",
    ] {
        let error = fresh.raw(text).await.unwrap_err().to_string();
        assert!(error.contains("permission denied") || error.contains("must be owner"), "{text}: {error}");
    }
    let error = fresh.raw("TRUNCATE facts").await.unwrap_err().to_string();
    assert!(error.contains("append-only"), "{error}");
    fresh.end().await;
}

/// An owner who is no superuser, as an operator would have it.
#[tokio::test(flavor = "multi_thread")]
async fn a_plain_owner_is_enough() {
    let Some(fresh) = crate::fresh::postgres().await else {
        return;
    };
    let name = fresh.url.rsplit_once('/').unwrap().1;
    let (owner, database) = (format!("owner_{name}"), format!("plain_{name}"));
    let url = fresh.url.replace(name, &database).replace("sapa@", &format!("{owner}@"));
    for text in [
        format!("CREATE ROLE {owner} LOGIN"),
        format!("GRANT sapa_app TO {owner}"),
        format!("CREATE DATABASE {database} OWNER {owner} TEMPLATE template0"),
    ] {
        fresh.raw(sqlx::AssertSqlSafe(text)).await.unwrap();
    }
    let db = store::Db::open(&url, 2).await.unwrap();
    db.migrate().await.unwrap();
    db.migrate().await.unwrap();
    world(&db).await;
    a_case(&db, "c1").await;
    assert!(store::verify::database(&db).await.unwrap().sound());
    db.close().await;
    for text in [format!("DROP DATABASE {database}"), format!("DROP ROLE {owner}")] {
        fresh.raw(sqlx::AssertSqlSafe(text)).await.unwrap();
    }
    fresh.end().await;
}
