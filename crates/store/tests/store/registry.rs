use jiff::civil::date;
use law::{
    bodies::BodyKind,
    calendar::Transfer,
    edition::{ParameterChange, ParameterId},
};
use store::{
    StoreError, Words, bodies,
    bodies::BodyRow,
    ledger,
    services::{self, Service},
    settings,
};

use crate::{fixtures::*, fresh::both};

both! {
    async fn bodies_are_kept_and_found(fresh: &Fresh) {
        let db = &fresh.db;
        let mut child = body("a1", "Тіркеу ҚЫЗМЕТІ департаменті");
        child.body.parent = Some("a".into());
        child.body.kind = BodyKind::Department;
        let all = [body("a", "Әділет министрлігі"), child.clone()];
        assert_eq!(bodies::upsert(db, &all, &edit()).await.unwrap(), 2);
        assert_eq!(bodies::upsert(db, &all, &edit()).await.unwrap(), 0, "what is the same is no edit");
        assert_eq!(bodies::all_bodies(db).await.unwrap(), all);
        assert_eq!(bodies::get(db, "a1").await.unwrap().as_ref(), Some(&child));
        assert_eq!(bodies::children(db, "a").await.unwrap(), [child.clone()]);
        let found = async |text: &str, kinds: &[BodyKind]| {
            let found: Vec<BodyRow> = bodies::search(db, text, 9, kinds).await.unwrap();
            found.into_iter().map(|b| b.body.id).collect::<Vec<_>>()
        };
        assert_eq!(found("ӘДІЛЕТ", &[]).await, ["a"]);
        assert_eq!(found("қызметі тіркеу", &[]).await, ["a1"]);
        assert_eq!(found("", &[BodyKind::Department]).await, ["a1"]);
        assert_eq!(found("", &[BodyKind::Department, BodyKind::Central]).await.len(), 2);
        assert!(found("%", &[]).await.is_empty());
        assert!(bodies::tree(db).await.unwrap().is_within("a", "a1"));
        child.body.valid_to = Some(date(2026, 1, 1));
        assert_eq!(bodies::upsert(db, &[child], &edit()).await.unwrap(), 1);
        let rows = ledger::latest(db, None, 9).await.unwrap();
        assert_eq!(rows.iter().map(|r| &*r.what).collect::<Vec<_>>(), ["body-changed", "body-added", "body-added"]);
        assert_eq!(ledger::latest(db, Some(2), 9).await.unwrap().len(), 1);
    }

    async fn services_are_kept_and_found(fresh: &Fresh) {
        let db = &fresh.db;
        world(db).await;
        let service = Service {
            code: "00101001".into(), name: Words::new("Жеке куәлік беру", "Выдача удостоверения", ""), owner: "a".into(),
            permits_category: Some(2),
        };
        assert_eq!(services::upsert(db, &[service.clone(), service.clone()], &edit()).await.unwrap(), 1);
        assert_eq!(services::search(db, "ЖЕКЕ 001", None, 9).await.unwrap().len(), 1);
        assert!(services::search(db, "", Some("b"), 9).await.unwrap().is_empty());
        assert_eq!(services::get(db, "00101001").await.unwrap(), Some(service.clone()));
        assert_eq!(services::all_services(db).await.unwrap(), [service]);
    }

    async fn decrees_change_the_law(fresh: &Fresh) {
        let db = &fresh.db;
        let transfer = Transfer {
            from: date(2026, 8, 29), to: date(2026, 8, 31), decided_on: date(2026, 7, 1), decree: "№ 1".into(),
        };
        settings::add_transfer(db, &transfer, &edit()).await.unwrap();
        let again = settings::add_transfer(db, &transfer, &edit()).await;
        assert!(matches!(again, Err(StoreError::Exists("transfer"))));
        let change = ParameterChange {
            id: ParameterId::R28, value: 5, from: date(2026, 9, 1), decided_on: date(2026, 7, 1), basis: "№ 2".into(),
        };
        settings::add_parameter_change(db, &change, &edit()).await.unwrap();
        let law = settings::law(db).await.unwrap();
        assert_eq!(law.parameter(ParameterId::R28, date(2026, 9, 1)), 5);
        assert!(!law.calendar.is_working(date(2026, 8, 31)));
        settings::remove_transfer(db, &transfer, &edit()).await.unwrap();
        settings::remove_parameter_change(db, &change, &edit()).await.unwrap();
        assert!(matches!(settings::remove_transfer(db, &transfer, &edit()).await, Err(StoreError::NotFound(_))));
        assert!(settings::transfers(db).await.unwrap().is_empty());
        assert!(settings::parameter_changes(db).await.unwrap().is_empty());
        assert_eq!(ledger::latest(db, None, 9).await.unwrap().len(), 4, "what is refused is no edit");
    }
}
