use jiff::{ToSpan, civil::date};
use law::case::Role;
use store::{
    StoreError, Words, grants, ledger, sessions,
    sessions::Session,
    tokens,
    tokens::{Token, TokenScope},
    users,
    users::User,
};

use crate::{fixtures::*, fresh::both};

both! {
    async fn people_and_their_roles(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        assert_eq!(users::get(db, "asel").await.unwrap(), Some(user("asel")));
        assert_eq!(users::by_login(db, "asel@gov.kz").await.unwrap().unwrap().id, "asel");
        let taken = users::create(db, &User { id: "x".into(), ..user("asel") }, &edit()).await;
        assert!(matches!(taken, Err(StoreError::Exists("user"))));
        users::update(db, &User { position: Words::new("орынбасар", "", ""), ..user("asel") }, &edit()).await.unwrap();
        assert_eq!(users::search(db, "ӘЛИЯ asel", 9).await.unwrap().len(), 1);
        let day = date(2026, 6, 1);
        assert_eq!(grants::grants_of(db, "asel", day).await.unwrap(), [grant("asel", "a", Role::Leader)]);
        assert!(grants::grants_of(db, "asel", date(2027, 1, 1)).await.unwrap().is_empty());
        assert!(grants::grants_of(db, "closed", day).await.unwrap().is_empty(), "a closed account has no role");
        assert_eq!(grants::history_of(db, "closed").await.unwrap().len(), 1);
        let people = grants::people_of(db, "a", day).await.unwrap();
        assert_eq!(people.iter().map(|(r, u)| (*r, &*u.id)).collect::<Vec<_>>(), [(Role::Leader, "asel")]);
        assert!(grants::create(db, &grant("nobody", "a", Role::Leader), &edit()).await.is_err());
        users::set_password(db, "asel", "$argon2id$new", &edit()).await.unwrap();
        let rows = ledger::latest(db, None, 100).await.unwrap();
        assert_eq!(&*rows[0].what, "password-set");
        assert!(rows.iter().all(|row| !row.data.contains("argon2")), "no secret in the ledger");
    }

    async fn a_person_comes_with_the_first_role_or_not_at_all(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let before = ledger::latest(db, None, 100).await.unwrap().len();
        let nowhere = grant("dana", "nowhere", Role::Leader);
        assert!(users::create_with_role(db, &user("dana"), &nowhere, &edit()).await.is_err());
        let taken = grants::Grant { user: "dana".into(), ..grant("asel", "a", Role::Leader) };
        let taken = users::create_with_role(db, &user("dana"), &taken, &edit()).await;
        assert!(matches!(taken, Err(StoreError::Exists("grant"))));
        assert_eq!(users::get(db, "dana").await.unwrap(), None);
        assert_eq!(ledger::latest(db, None, 100).await.unwrap().len(), before, "and the ledger knows nothing of it");
        users::create_with_role(db, &user("dana"), &grant("dana", "a", Role::Leader), &edit()).await.unwrap();
        assert_eq!(grants::grants_of(db, "dana", date(2026, 6, 1)).await.unwrap().len(), 1);
        assert_eq!(ledger::latest(db, None, 100).await.unwrap().len(), before + 2);
    }

    async fn wrong_passwords_lock(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        for i in 1..=3 {
            assert_eq!(users::note_failure(db, "asel", 3, at(900)).await.unwrap(), i);
            let locked = users::get(db, "asel").await.unwrap().unwrap().locked_until;
            assert_eq!(locked, (i == 3).then(|| at(900)));
        }
        users::note_success(db, "asel").await.unwrap();
        assert_eq!(users::get(db, "asel").await.unwrap().unwrap().failed, 0);
        let all: Vec<_> = (0..12).map(|_| {
            let db = db.clone();
            tokio::spawn(async move { users::note_failure(&db, "bolat", 99, at(900)).await.unwrap() })
        }).collect();
        for one in all {
            one.await.unwrap();
        }
        assert_eq!(users::get(db, "bolat").await.unwrap().unwrap().failed, 12, "counted one by one");
    }

    async fn sessions_end(fresh: &Fresh) {
        let db = &fresh.db;
        let session = |id: &str, user: Option<&str>| Session {
            id: id.into(), user: user.map(Into::into), data: "{}".into(), expires_at: at(60), last_seen: at(0),
        };
        for id in ["one", "two", "three"] {
            sessions::create(db, &session(id, Some("asel"))).await.unwrap();
        }
        assert!(matches!(sessions::create(db, &session("one", None)).await, Err(StoreError::Exists(_))));
        sessions::create(db, &session("four", None)).await.unwrap();
        let moved = Session { data: "{\"a\":1}".into(), expires_at: at(120), ..session("four", Some("bolat")) };
        sessions::save(db, &moved).await.unwrap();
        assert_eq!(sessions::load(db, "four", at(60)).await.unwrap(), Some(moved));
        assert!(sessions::load(db, "one", at(60)).await.unwrap().is_none(), "expired");
        assert!(sessions::load(db, "one", at(60) - 1.nanosecond()).await.unwrap().is_some());
        assert_eq!(sessions::delete_for_user(db, "asel", Some("two")).await.unwrap(), 2);
        assert_eq!(sessions::purge_expired(db, at(60)).await.unwrap(), 1);
        sessions::delete(db, "four").await.unwrap();
        assert!(sessions::load(db, "four", at(0)).await.unwrap().is_none());
        // A request that was under way does not bring an ended session back.
        sessions::save(db, &session("four", Some("bolat"))).await.unwrap();
        assert!(sessions::load(db, "four", at(0)).await.unwrap().is_none());
    }

    async fn a_token_is_good_until_revoked_or_expired(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let token = Token {
            id: "t1".into(), user: "asel".into(), grant: "asel-a-leader".into(), name: "АЖ".into(), hash: "h".into(),
            scope: TokenScope::Read, created_at: at(0), expires_at: at(100), revoked_at: None, last_used: None,
        };
        tokens::create(db, &token, &edit()).await.unwrap();
        assert_eq!(tokens::valid(db, "h", at(99)).await.unwrap(), Some(token));
        assert!(tokens::valid(db, "h", at(100)).await.unwrap().is_none());
        tokens::touch(db, "t1", at(50)).await.unwrap();
        assert_eq!(tokens::of_user(db, "asel").await.unwrap()[0].last_used, Some(at(50)));
        assert!(tokens::revoke(db, "bolat", "t1", &edit()).await.is_err(), "another's");
        tokens::revoke(db, "asel", "t1", &edit()).await.unwrap();
        assert!(tokens::valid(db, "h", at(1)).await.unwrap().is_none());
    }
}
