use law::case::Role;
use store::{
    outbox,
    outbox::{Addressee, Notice},
    users,
    users::User,
};

use crate::{fixtures::*, fresh::both};

both! {
    async fn a_message_to_a_role_is_read_by_each(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        users::update(db, &User { active: true, ..user("closed") }, &edit()).await.unwrap();
        a_case(db, "c1").await;
        let (asel, other) = (viewer("asel", "a", Role::Leader), viewer("closed", "a", Role::Leader));
        outbox::mark_read(db, &asel, "m-c1", at(9)).await.unwrap();
        outbox::mark_read(db, &asel, "m-c1", at(10)).await.unwrap();
        assert_eq!(outbox::list(db, &asel, 9).await.unwrap()[0].read_at, Some(at(9)), "once");
        assert_eq!(outbox::unread(db, &asel).await.unwrap(), 0);
        assert_eq!(outbox::unread(db, &other).await.unwrap(), 1);
    }

    async fn a_reminder_is_sent_once(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let reminder = |id: &str| Notice {
            to: Addressee::User("asel".into()), channel: "mail".into(), ..notice(id, "c1", Some("c1/41/3"))
        };
        assert_eq!(outbox::enqueue(db, &[reminder("r1"), reminder("r2")], at(1)).await.unwrap(), 1);
        assert_eq!(outbox::enqueue(db, &[reminder("r3")], at(2)).await.unwrap(), 0);
        assert!(outbox::enqueue(db, &[notice("r1", "c1", None)], at(2)).await.is_err(), "an id is not dropped in silence");
        let waiting = outbox::undelivered(db, "mail", 9).await.unwrap();
        assert_eq!(waiting.iter().map(|u| &u.notice).collect::<Vec<_>>(), [&reminder("r1")]);
        assert!(outbox::mark_delivered(db, "r1", at(3)).await.unwrap());
        assert!(!outbox::mark_delivered(db, "r1", at(3)).await.unwrap(), "only one takes it");
        assert!(outbox::undelivered(db, "mail", 9).await.unwrap().is_empty());
    }
}
