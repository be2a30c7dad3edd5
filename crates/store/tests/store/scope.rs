use jiff::civil::date;
use law::case::Role;
use store::{
    Db, StoreError, Viewer, cases, cases::Filter, documents, duties, duties::Scope, files, files::NewFile, grants,
    journal, outbox,
};

use crate::{fixtures::*, fresh::both};

/// How much a viewer gets out of every scoped query.
async fn seen(db: &Db, v: &Viewer) -> Vec<(&'static str, usize)> {
    let pdf = document("CODE-c1", 1).0.files[0].sha256.clone();
    let list = cases::list(db, v, &Filter::default()).await.unwrap();
    vec![
        ("cases::list", list.items.len()),
        ("cases::list total", list.total as usize),
        ("cases::find", cases::find(db, v, "c1").await.unwrap().iter().len()),
        ("journal::facts", journal::facts(db, v, "c1").await.unwrap().len()),
        ("duties::my_duties mine", duties::my_duties(db, v, Scope::Mine, 9).await.unwrap().len()),
        ("duties::my_duties body", duties::my_duties(db, v, Scope::Body, 9).await.unwrap().len()),
        ("duties::of_case", duties::of_case(db, v, "c1").await.unwrap().len()),
        ("documents::document", documents::document(db, v, "CODE-c1").await.unwrap().iter().len()),
        ("documents::of_case", documents::of_case(db, v, "c1").await.unwrap().len()),
        ("documents::pdf", documents::pdf(db, v, &pdf).await.unwrap().iter().len()),
        ("files::of_case", files::of_case(db, v, "c1").await.unwrap().len()),
        ("files::get", files::get(db, v, "f1").await.unwrap().iter().len()),
        ("files::content", files::content(db, v, "f1").await.unwrap().iter().len()),
        ("outbox::list", outbox::list(db, v, 9).await.unwrap().len()),
        ("outbox::unread", outbox::unread(db, v).await.unwrap() as usize),
    ]
}

fn file(id: &str, protected: bool) -> NewFile {
    NewFile {
        id: id.into(),
        case: "c1".into(),
        name: "хат.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: b"same".to_vec(),
        at: at(5),
        protected,
    }
}

both! {
    async fn without_a_grant_nothing_comes(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let asel = viewer("asel", "a", Role::Leader);
        files::attach(db, &asel, file("f1", false)).await.unwrap();
        for (query, count) in seen(db, &asel).await {
            assert_eq!(count, if query == "journal::facts" { 2 } else { 1 }, "{query}");
        }
        for (why, other) in [
            ("another body", viewer("bolat", "b", Role::Leader)),
            ("a body without a grant", viewer("bolat", "a", Role::Leader)),
            ("a role without a grant", viewer("asel", "a", Role::Observer)),
            ("a closed account", viewer("closed", "a", Role::Leader)),
            ("nobody", viewer("nobody", "a", Role::Leader)),
            ("before the grant", Viewer { on: date(2025, 12, 31), ..asel.clone() }),
            ("after the grant", Viewer { on: date(2027, 1, 1), ..asel.clone() }),
        ] {
            for (query, count) in seen(db, &other).await {
                assert_eq!(count, 0, "{query} for {why}");
            }
            let attached = files::attach(db, &other, file("f9", false)).await;
            assert!(matches!(attached, Err(StoreError::NotFound(_))), "attach for {why}");
            let read = outbox::mark_read(db, &other, "m-c1", at(9)).await;
            assert!(matches!(read, Err(StoreError::NotFound(_))), "mark_read for {why}");
        }
        for on in [date(2026, 1, 1), date(2026, 12, 31)] {
            assert!(cases::find(db, &Viewer { on, ..asel.clone() }, "c1").await.unwrap().is_some(), "{on} is included");
        }
        grants::end(db, "asel-a-leader", date(2026, 5, 31), &edit()).await.unwrap();
        assert!(seen(db, &asel).await.iter().all(|(_, count)| *count == 0), "an ended grant ends at once");
    }

    async fn duties_are_of_the_body_and_the_role(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let mut opened = step("c1", 0, "");
        opened.model.readers.extend([("b".into(), Role::Leader), ("a".into(), Role::Observer)]);
        cases::commit(db, opened).await.unwrap();
        grants::create(db, &grant("asel", "a", Role::Observer), &edit()).await.unwrap();
        let count = async |v: Viewer, scope| duties::my_duties(db, &v, scope, 9).await.unwrap().len();
        assert_eq!(count(viewer("bolat", "b", Role::Leader), Scope::Body).await, 0, "the duty is of a");
        assert_eq!(count(viewer("asel", "a", Role::Observer), Scope::Mine).await, 0, "the duty is not an observer's");
        assert_eq!(count(viewer("asel", "a", Role::Observer), Scope::Body).await, 1);
    }

    async fn protected_files_stay_with_who_gave_them(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let mut opened = step("c1", 0, "");
        opened.model.readers.push(("b".into(), Role::Leader));
        cases::commit(db, opened).await.unwrap();
        let (asel, bolat) = (viewer("asel", "a", Role::Leader), viewer("bolat", "b", Role::Leader));
        files::attach(db, &asel, file("f1", true)).await.unwrap();
        assert_eq!(files::of_case(db, &asel, "c1").await.unwrap().len(), 1);
        assert!(files::of_case(db, &bolat, "c1").await.unwrap().is_empty());
        assert!(files::content(db, &bolat, "f1").await.unwrap().is_none());
        let own = files::attach(db, &bolat, file("f2", true)).await.unwrap();
        assert_eq!(files::get(db, &bolat, "f2").await.unwrap(), Some(own.clone()), "but who gave a file sees it");
        assert_eq!(store::blobs::size(db, &own.digest).await.unwrap(), Some(4), "the same bytes are kept once");
        let again = files::attach(db, &asel, file("f1", true)).await;
        assert!(matches!(again, Err(StoreError::Exists("file"))));
    }

    async fn cases_are_found(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        for i in 0..5 {
            let mut opened = step(&format!("c{i}"), 0, "");
            opened.model.case.title = format!("Тақырып №{i}. 100%");
            opened.model.case.last_at = at(100 + i);
            opened.model.case.closed_on = (i == 4).then(|| date(2026, 6, 1));
            cases::commit(db, opened).await.unwrap();
        }
        let asel = viewer("asel", "a", Role::Leader);
        let ids = async |filter: Filter| {
            let page = cases::list(db, &asel, &filter).await.unwrap();
            assert!(!page.capped());
            page.items.into_iter().map(|c| c.meta.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(Filter::default()).await, ["c4", "c3", "c2", "c1", "c0"], "the latest changed first");
        assert_eq!(ids(Filter { page: 2, per_page: 2, ..Filter::default() }).await, ["c2", "c1"]);
        assert_eq!(ids(Filter { text: "тақырып №3".into(), ..Filter::default() }).await, ["c3"]);
        assert_eq!(ids(Filter { text: "ТАҚЫРЫП БІЛІМ 2/2026".into(), ..Filter::default() }).await, ["c1"]);
        assert_eq!(ids(Filter { text: "100%".into(), ..Filter::default() }).await.len(), 5);
        assert!(ids(Filter { text: "1_0".into(), ..Filter::default() }).await.is_empty(), "no wildcards");
        assert_eq!(ids(Filter { open: Some(false), ..Filter::default() }).await, ["c4"]);
        assert_eq!(ids(Filter { open: Some(true), ..Filter::default() }).await.len(), 4);
        assert_eq!(ids(Filter { year: Some(2026), object: Some("b".into()), ..Filter::default() }).await.len(), 5);
        assert!(ids(Filter { year: Some(2025), ..Filter::default() }).await.is_empty());
        assert!(ids(Filter { object: Some("a".into()), ..Filter::default() }).await.is_empty());
        let event = Some(law::case::Procedure::ControlEvent);
        assert!(ids(Filter { procedure: event, ..Filter::default() }).await.is_empty());
        let page = cases::list(db, &asel, &Filter { per_page: 2, ..Filter::default() }).await.unwrap();
        assert_eq!((page.total, page.last()), (5, 3));
    }

    async fn anybody_may_check_a_code(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        a_case(db, "c1").await;
        let known = documents::document_by_code(db, "CODE-c1").await.unwrap();
        assert_eq!((known.len(), &*known[0].body, known[0].number), (1, "a", 1));
        assert!(documents::document_by_code(db, "CODE-c2").await.unwrap().is_empty());
    }
}
