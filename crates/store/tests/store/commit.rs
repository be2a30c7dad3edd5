use law::case::{DutyState, Role};
use store::{
    StoreError, cases,
    cases::{CommitError, commit},
    duties, numbers,
    numbers::NumberClaim,
    outbox, verify,
};

use crate::{fixtures::*, fresh::both};

both! {
    async fn a_step_writes_everything_at_once(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let row = cases::load(db, "c1").await.unwrap().unwrap();
        assert_eq!((&*row.reference, row.version, row.meta.plan_approved), ("1/2026", 2, true));
        assert_eq!(cases::plan_entries_used(db, "a").await.unwrap(), ["c1/1"]);
        assert_eq!(cases::approved_plan_cases(db, "a").await.unwrap(), [(2026, "c1".to_owned())]);
        assert!(cases::approved_plan_cases(db, "b").await.unwrap().is_empty());
        assert_eq!(duties::open_duties_all(db, duty().due).await.unwrap()[0].duty, duty());
        assert_eq!(store::journal::last_recorded(db).await.unwrap(), Some(at(2)));
    }

    async fn a_stale_commit_writes_nothing(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let prev = store::journal::load_facts(db, "c1").await.unwrap()[0].1.clone();
        let mut late = step("c1", 1, &prev);
        late.notices = vec![notice("late", "c1", None)];
        let error = commit(db, late).await.unwrap_err();
        assert!(matches!(error, CommitError::Stale { current_version: 2 }), "{error:?}");
        let again = commit(db, step("c1", 0, "")).await.unwrap_err();
        assert!(matches!(again, CommitError::Stale { current_version: 2 }), "{again:?}");
        let unknown = commit(db, step("c9", 1, &prev)).await.unwrap_err();
        assert!(matches!(unknown, CommitError::Stale { current_version: 0 }), "{unknown:?}");
        assert_eq!(outbox::unread(db, &viewer("asel", "a", Role::Leader)).await.unwrap(), 1);
        assert_eq!(numbers::next(db, "a", "case", 2026).await.unwrap(), 2, "a stale opening takes no number");
    }

    async fn a_key_is_taken_once(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let opening = |case: &str| cases::Commit { idempotency_key: Some("k1".into()), ..step(case, 0, "") };
        commit(db, opening("c1")).await.unwrap();
        let error = commit(db, opening("c2")).await.unwrap_err();
        assert!(matches!(&error, CommitError::Repeated { case, seq: 1 } if case == "c1"), "{error:?}");
        let prev = opening("c1").facts[0].hash.clone();
        let second = cases::Commit { idempotency_key: Some("k1".into()), ..step("c1", 1, &prev) };
        commit(db, second.clone()).await.unwrap();
        let error = commit(db, second).await.unwrap_err();
        assert!(matches!(error, CommitError::Repeated { seq: 2, .. }), "repeated before stale: {error:?}");
    }

    async fn facts_must_continue_the_journal(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let sealed = |error| matches!(error, CommitError::Db(StoreError::Seal { .. }));
        assert!(sealed(commit(db, step("c1", 2, "elsewhere")).await.unwrap_err()));
        let mut tampered = step("c2", 0, "");
        tampered.facts[0].text = tampered.facts[0].text.replace("2026", "2027");
        assert!(sealed(commit(db, tampered).await.unwrap_err()));
        let mut foreign = step("c3", 0, "");
        foreign.model.case = meta("c2", 1);
        assert!(sealed(commit(db, foreign).await.unwrap_err()));
        let empty = cases::Commit { facts: vec![], ..step("c3", 0, "") };
        assert!(sealed(commit(db, empty).await.unwrap_err()));
        let (_, mut wrong) = document("X", 1);
        wrong.pdfs[0] = b"other".to_vec();
        let lying = cases::Commit { documents: vec![wrong], ..step("c4", 0, "") };
        assert!(matches!(commit(db, lying).await.unwrap_err(), CommitError::Db(StoreError::Digest(_))));
    }

    async fn sixteen_at_once_number_without_gaps(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let tasks: Vec<_> = (0..16).map(|i| {
            let db = db.clone();
            tokio::spawn(async move {
                let case = format!("c{i:02}");
                let mut retries = 0;
                loop {
                    let number = numbers::next(&db, "a", "order", 2026).await.unwrap();
                    let (reference, new) = document(&format!("D{i}"), number);
                    let mut prepared = step(&case, 0, "");
                    prepared.facts = vec![fact(&case, 1, "", vec![reference])];
                    prepared.documents = vec![new];
                    prepared.number = Some(NumberClaim { body: "a".into(), series: "order".into(), year: 2026, number });
                    match commit(&db, prepared).await {
                        Ok(done) => return (done, number, retries),
                        Err(CommitError::NumberTaken) => retries += 1,
                        Err(other) => panic!("{other:?}"),
                    }
                }
            })
        }).collect();
        let mut done = Vec::new();
        for task in tasks {
            done.push(task.await.unwrap());
        }
        let mut issued: Vec<i64> = done.iter().map(|(_, number, _)| *number).collect();
        issued.sort_unstable();
        assert_eq!(issued, (1..=16).collect::<Vec<_>>());
        let mut links: Vec<i64> = done.iter().map(|(c, ..)| c.n).collect();
        links.sort_unstable();
        assert_eq!(links, (1..=16).collect::<Vec<_>>());
        let mut references: Vec<_> = done.iter().map(|(c, ..)| c.reference.clone()).collect();
        references.sort_unstable();
        references.dedup();
        assert_eq!(references.len(), 16);
        assert_eq!(numbers::next(db, "a", "case", 2026).await.unwrap(), 17);
        assert!(done.iter().any(|(.., retries)| *retries > 0), "the sixteen did not meet");
        let verdict = verify::database(db).await.unwrap();
        assert!(verdict.sound(), "{verdict:?}");
        assert_eq!(verdict.report.commits, 16);
    }

    async fn sixteen_steps_on_one_case_are_taken_one_by_one(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        commit(db, step("c1", 0, "")).await.unwrap();
        let tasks: Vec<_> = (0..16).map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                loop {
                    let facts = store::journal::load_facts(&db, "c1").await.unwrap();
                    let (version, prev) = (facts.len() as u32, facts.last().unwrap().1.clone());
                    match commit(&db, step("c1", version, &prev)).await {
                        Ok(done) => return done.version,
                        Err(CommitError::Stale { .. }) => {}
                        Err(other) => panic!("{other:?}"),
                    }
                }
            })
        }).collect();
        let mut versions = Vec::new();
        for task in tasks {
            versions.push(task.await.unwrap());
        }
        versions.sort_unstable();
        assert_eq!(versions, (2..=17).collect::<Vec<_>>());
        assert!(verify::database(db).await.unwrap().sound());
    }

    async fn a_read_model_is_replaced(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let before = cases::load(db, "c1").await.unwrap().unwrap();
        let mut done = duty();
        done.state = DutyState::Done(jiff::civil::date(2027, 1, 5));
        let mut rebuilt = model("c1", 2);
        rebuilt.duties = vec![done.clone()];
        rebuilt.readers = vec![("b".into(), Role::Leader)];
        rebuilt.awaited = vec![awaited("b", Role::Leader, Some("bolat")), awaited("b", Role::Leader, Some("asel"))];
        cases::replace_read_model(db, 2, &rebuilt).await.unwrap();
        assert_eq!(cases::load(db, "c1").await.unwrap().unwrap(), before, "rebuilt to the same bytes");
        let bolat = viewer("bolat", "b", Role::Leader);
        assert_eq!(duties::of_case(db, &bolat, "c1").await.unwrap()[0].duty, done);
        let waiting = store::awaited::mine(db, &bolat, 10).await.unwrap();
        assert_eq!(waiting.len(), 1, "what waits for asel by name does not wait for bolat");
        assert_eq!((&*waiting[0].step, &*waiting[0].case), ("sign-order", "c1"));
        let asel = viewer("asel", "a", Role::Leader);
        assert_eq!(store::awaited::mine(db, &asel, 10).await.unwrap(), [], "what was derived before is gone");
        let wrong = cases::replace_read_model(db, 1, &rebuilt).await;
        assert!(matches!(wrong, Err(StoreError::NotFound("case"))));
        assert_eq!(store::journal::cases(db).await.unwrap(), ["c1"]);
    }
}
