use jiff::civil::date;
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

    async fn unread_messages_are_counted_up_to_a_hundred(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let asel = viewer("asel", "a", Role::Leader);
        let before = outbox::unread(db, &asel).await.unwrap();
        let more: Vec<Notice> = (before..99).map(|n| notice(&format!("n{n}"), "c1", None)).collect();
        outbox::enqueue(db, &more, at(1)).await.unwrap();
        assert_eq!(outbox::unread(db, &asel).await.unwrap(), 99);
        let more: Vec<Notice> = (0..20).map(|n| notice(&format!("m{n}"), "c1", None)).collect();
        outbox::enqueue(db, &more, at(2)).await.unwrap();
        assert_eq!(outbox::unread(db, &asel).await.unwrap(), outbox::MOST_UNREAD);
    }

    async fn a_duty_reminded_of_is_not_found_again(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        a_case(db, "c2").await;
        let due = duty().due;
        let found = async |stage: &'static str| {
            let found = outbox::unreminded(db, due, due, stage).await.unwrap();
            found.into_iter().map(|d| d.case).collect::<Vec<_>>()
        };
        assert_eq!(found("late").await, ["c1", "c2"]);
        let key = outbox::reminder_key("c1", &duty().key, due, "late", Role::Leader);
        outbox::enqueue(db, &[notice("r1", "c1", Some(&key))], at(1)).await.unwrap();
        assert!(outbox::sent(db, &key).await.unwrap() && !outbox::sent(db, "other").await.unwrap());
        assert_eq!(found("late").await, ["c2"]);
        assert_eq!(found("0").await, ["c1", "c2"], "another stage");
        assert!(outbox::unreminded(db, due.tomorrow().unwrap(), date(2099, 1, 1), "late").await.unwrap().is_empty());
        assert_eq!(outbox::unreminded(db, jiff::civil::Date::MIN, due, "late").await.unwrap().len(), 1);
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
