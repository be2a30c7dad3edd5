//! Packages reach a real receiver over HTTPS whatever happens on the way: none is lost, none counts twice.

mod receiver;

use std::collections::HashSet;

use base64::{Engine, prelude::BASE64_STANDARD};
use law::{
    case::{Actor, Answers, Role},
    ch2_external::exchange::PackageKind::{self, Appointment, Finished, Officers, Results},
};
use receiver::{Receiver, Reply, TOKEN};
use sapa::{
    door::{self, Trouble},
    exchange::{self, Package, package::Content},
    jobs,
};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::packages::{self, State};

use crate::support::{
    EXECUTOR, LEADER, Product, both, flat,
    packages::{AGENCY_LEADER, OFFICER},
    pass_minutes, play, postgres_with, sqlite_with,
};

/// Makes a test of both engines with a receiver at the other end.
macro_rules! with_receiver {
    ($(async fn $name:ident($product:ident: &Product, $receiver:ident: &Receiver) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn test($product: &Product, $receiver: &Receiver) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let receiver = Receiver::start().await;
                let product = sqlite_with(|config| receiver.set(config)).await;
                test(&product, &receiver).await;
                product.end().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let receiver = Receiver::start().await;
                let Some(product) = postgres_with(|config| receiver.set(config)).await else { return };
                test(&product, &receiver).await;
                product.end().await;
            }
        }
    )*};
}

async fn due(product: &Product) -> usize {
    exchange::deliver_due(&product.app).await.unwrap()
}

with_receiver! {
    async fn outages_delay_and_lose_nothing(product: &Product, receiver: &Receiver) {
        let [id] = product.packages("case1", &[Appointment]).await.try_into().unwrap();
        receiver.will([
            Reply::Say(500, json!({ "message": "down" })),
            Reply::Hang,
            Reply::Say(503, json!("<html>")),
            Reply::Accept,
            Reply::Accept,
        ]);
        assert_eq!(due(product).await, 1);
        let row = product.package(&id).await;
        assert_eq!((row.state, row.attempts), (State::Waiting, 1));
        assert_eq!(row.last_error.as_deref(), Some("500 Internal Server Error: down"));
        let pause = row.next_at.duration_since(product.app.clock.now()).as_secs();
        assert!((60..=72).contains(&pause), "{pause}");
        assert_eq!(due(product).await, 0, "not before its time");
        pass_minutes(2);
        due(product).await;
        let row = product.package(&id).await;
        assert!(row.last_error.unwrap().starts_with("no answer in time"));
        let pause = row.next_at.duration_since(product.app.clock.now()).as_secs();
        assert!((120..=144).contains(&pause), "{pause}");
        pass_minutes(3);
        due(product).await;
        pass_minutes(5);
        due(product).await;
        let row = product.package(&id).await;
        assert_eq!((row.state, row.last_error, row.attempts), (State::Delivered, None, 4));
        pass_minutes(2);
        due(product).await;
        assert_eq!(product.package(&id).await.state, State::Delivered, "asked, and not ready");
        pass_minutes(10);
        let facts = product.kinds("case1").await;
        jobs::run_due(&product.app).await.unwrap();
        let row = product.package(&id).await;
        assert_eq!(row.state, State::Acknowledged);
        let number = row.answered.unwrap();
        assert_eq!((number.number.as_str(), number.on.to_string().as_str()), ("26-1", "2025-05-05"));
        assert_eq!(product.kinds("case1").await, facts, "a control event records no registration");
        pass_minutes(60 * 24);
        assert_eq!(due(product).await, 0, "what is answered rests");
        let came = receiver.came();
        assert_eq!(came.iter().map(|c| c.method).collect::<Vec<_>>(), ["POST", "POST", "POST", "POST", "GET", "GET"]);
        assert!(came.iter().all(|c| c.id == id && c.token == format!("Bearer {TOKEN}")));
        let bodies: HashSet<_> = came.iter().filter(|c| c.method == "POST").map(|c| c.body.clone()).collect();
        assert_eq!(bodies.len(), 1, "the same package each time");
        assert_eq!(receiver.registered(), 1);
    }

    async fn the_number_comes_back_into_the_inspection(product: &Product, receiver: &Receiver) {
        product.inspection("check1").await;
        let [row] = packages::in_state(product.db(), None).await.unwrap().try_into().unwrap();
        assert_eq!((&*row.id, row.kind, &*row.body), ("check1-2-appointment", Appointment, "agency-td-akmola"));
        let package = exchange::load(&product.app, &row).await.unwrap();
        let Content::Appointment(said) = &package.content else { panic!("{package:?}") };
        assert_eq!((said.ground.as_deref(), said.registration.as_deref()), (Some("6"), Some("before")));
        assert!(!said.officers.is_empty() && said.requirements == ["1"] && said.period_from.is_some());
        assert!(package.act.is_some() && package.registration.is_none());
        // The day of the receiver's answer must be one on which the act could be registered.
        receiver.will([Reply::Accept]);
        due(product).await;
        pass_minutes(2);
        let day = product.app.clock.today();
        receiver.will([Reply::Say(200, json!({ "number": "ҚС-17", "on": day }))]);
        let facts = product.kinds("check1").await.len();
        due(product).await;
        let desk = product.desk(OFFICER, "check1").await;
        let (_, registered) = desk.case.inspection().unwrap().registered.clone().unwrap();
        assert_eq!((&*registered.number, registered.on), ("ҚС-17", day));
        let last = desk.case.facts.last().unwrap();
        assert_eq!((last.by.user.as_str(), last.by.role), ("", Role::Inspector), "the product itself");
        assert_eq!(product.kinds("check1").await.len(), facts + 1);
        assert_eq!(product.package(&row.id).await.state, State::Acknowledged);
        assert!(store::verify::database(product.db()).await.unwrap().sound());
        // Said by hand before: the answer is kept with the package, the case stays as it is.
        product.inspection("check2").await;
        product.forced(OFFICER, "check2", "record-registration").await;
        let facts = product.kinds("check2").await;
        due(product).await;
        let row = product.package("check2-2-appointment").await;
        assert_eq!((row.state, row.answered.unwrap().number.as_str()), (State::Acknowledged, "26-1"));
        assert_eq!(product.kinds("check2").await, facts);
    }

    async fn an_answer_that_was_lost_is_given_again(product: &Product, receiver: &Receiver) {
        let [id] = product.packages("case1", &[Appointment]).await.try_into().unwrap();
        // Killed between sending and recording: the receiver knows the package, the product does not know its number.
        let line = exchange::line::Line::of(&product.app.config).unwrap().unwrap();
        let row = product.package(&id).await;
        let text = exchange::text(&exchange::load(&product.app, &row).await.unwrap()).unwrap();
        let first = line.send(&id, text).await;
        assert!(matches!(first, exchange::line::Answer::Number(ref n) if n.number == "26-1"), "{first:?}");
        assert_eq!(product.package(&id).await.state, State::Waiting);
        due(product).await;
        assert_eq!(product.package(&id).await.answered.unwrap().number, "26-1");
        assert_eq!(receiver.registered(), 1);
        // Two servers at once.
        let [other] = product.packages("case2", &[Appointment]).await.try_into().unwrap();
        let (a, b) = tokio::join!(exchange::deliver_due(&product.app), exchange::deliver_due(&product.app));
        assert!(a.unwrap() + b.unwrap() >= 1);
        assert_eq!(product.package(&other).await.answered.unwrap().number, "26-2");
        assert_eq!(receiver.registered(), 2);
    }

    async fn what_is_turned_down_waits_for_a_person(product: &Product, receiver: &Receiver) {
        let [id] = product.packages("case1", &[Results]).await.try_into().unwrap();
        receiver.will([Reply::Say(422, json!({ "message": "БСН қате" })), Reply::Say(401, json!({ "title": "token" }))]);
        due(product).await;
        let row = product.package(&id).await;
        assert_eq!((row.state, row.last_error.as_deref()), (State::Refused, Some("422 Unprocessable Entity: БСН қате")));
        pass_minutes(60 * 24 * 7);
        assert_eq!(due(product).await, 0);
        let viewer = door::viewer(&product.app, &product.actor(AGENCY_LEADER).await);
        store::packages::send_again(product.db(), &viewer, &id, product.app.clock.now()).await.unwrap();
        due(product).await;
        let row = product.package(&id).await;
        assert_eq!((row.state, row.attempts), (State::Waiting, 1), "a token that is not known is the line's fault");
        pass_minutes(2);
        due(product).await;
        assert_eq!(product.package(&id).await.state, State::Acknowledged);
    }

    async fn packages_of_a_case_keep_their_order(product: &Product, receiver: &Receiver) {
        let ids = product.packages("case1", &[Appointment, Officers, Finished]).await;
        let [other] = product.packages("case2", &[Appointment]).await.try_into().unwrap();
        receiver.will([Reply::Say(500, json!({})), Reply::Accept]);
        due(product).await;
        let came = |receiver: &Receiver| receiver.came().into_iter().map(|c| c.id).collect::<Vec<_>>();
        assert_eq!(came(receiver), [ids[0].clone(), other.clone()], "the first of one case does not hold up another");
        pass_minutes(2);
        due(product).await;
        let order: Vec<_> = came(receiver).into_iter().filter(|id| ids.contains(id)).collect();
        assert_eq!(order, [&ids[0], &ids[0], &ids[1], &ids[2]].map(Clone::clone));
    }

    async fn what_the_receiver_forgot_is_sent_again(product: &Product, receiver: &Receiver) {
        let [id] = product.packages("case1", &[Appointment]).await.try_into().unwrap();
        receiver.will([Reply::Accept, Reply::Say(404, json!({})), Reply::Say(201, json!({ "number": 7 }))]);
        due(product).await;
        pass_minutes(2);
        due(product).await;
        let row = product.package(&id).await;
        assert_eq!(row.state, State::Waiting, "{:?}", row.last_error);
        assert!(row.last_error.unwrap().contains("no number"), "an answer without a number is none");
        pass_minutes(10);
        due(product).await;
        assert_eq!(product.package(&id).await.state, State::Acknowledged);
    }

    async fn nobody_there(product: &Product, receiver: &Receiver) {
        let [first] = product.packages("case1", &[Appointment]).await.try_into().unwrap();
        let [second] = product.packages("case2", &[Appointment]).await.try_into().unwrap();
        receiver.stop();
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        assert_eq!(due(product).await, 1, "where nobody answers the rest waits");
        let rows = [product.package(&first).await, product.package(&second).await];
        assert_eq!(rows.iter().map(|r| r.attempts).sum::<u32>(), 1);
        jobs::run_due(&product.app).await.unwrap();
        for hours in 1..200 {
            pass_minutes(60 * 6 + hours % 2);
            due(product).await;
        }
        let row = product.package(&first).await;
        assert!(row.attempts > 40 && row.state == State::Waiting, "{}", row.attempts);
        let pause = row.next_at.duration_since(product.app.clock.now()).as_secs();
        assert!(pause <= 6 * 60 * 60, "{pause}");
    }
}

/// Nothing goes to whom the authority does not vouch for: neither the package nor the token.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_at_the_other_end_gets_nothing() {
    let (receiver, other) = (Receiver::start().await, Receiver::start().await);
    for ca in [Some(other.ca()), None] {
        let product = sqlite_with(|config| {
            receiver.set(config);
            config.statistics_ca_file = ca.clone();
        })
        .await;
        let [id] = product.packages("case1", &[Appointment]).await.try_into().unwrap();
        due(&product).await;
        let row = product.package(&id).await;
        assert_eq!(row.state, State::Waiting);
        assert!(row.last_error.unwrap().contains("certificate"), "{ca:?}");
        product.end().await;
    }
    assert!(receiver.came().is_empty());
}

both! {
    async fn without_a_line_packages_wait(product: &Product) {
        let [id] = product.packages("case1", &[Appointment]).await.try_into().unwrap();
        jobs::run_due(&product.app).await.unwrap();
        assert_eq!(product.package(&id).await.attempts, 0);
    }

    async fn a_package_holds_the_order_and_nothing_protected(product: &Product) {
        const SECRET: &[u8] = b"%PDF-1.7 the applicant's illness";
        let kinds = PackageKind::ALL;
        let ids = product.packages("case1", &kinds).await;
        let leader = door::viewer(&product.app, &product.actor(AGENCY_LEADER).await);
        let file = store::files::NewFile {
            id: "f1".into(),
            case: "case1".into(),
            name: "kupiya.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: SECRET.to_vec(),
            at: crate::support::now(),
            protected: true,
        };
        let file = store::files::attach(product.db(), &leader, file).await.unwrap();
        let schema = exchange::package::schema().to_string();
        for (id, kind) in ids.iter().zip(&kinds) {
            let row = product.package(id).await;
            let package = exchange::load(&product.app, &row).await.unwrap();
            let text = String::from_utf8(exchange::text(&package).unwrap()).unwrap();
            assert_eq!(serde_json::from_str::<Package>(&text).unwrap(), package, "it reads back");
            let (secret, plain) = (BASE64_STANDARD.encode(SECRET), "illness");
            for hidden in [&*file.digest, "kupiya", &secret, plain] {
                assert!(!text.contains(hidden), "{kind:?}: {hidden}");
            }
            let value: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!((&value["kind"], &value["id"]), (&json!(kind.word()), &json!(id)));
            assert!(schema.contains(&format!("\"{}\"", kind.word())), "the schema has {}", kind.word());
            let languages: Vec<_> = package.documents.iter().map(|d| (&*d.kind, &*d.language, d.copy)).collect();
            // With the results go the act and the prescription, which an order is not.
            let there = if *kind == Results { vec![] } else { vec![("order", "kk", 1), ("order", "ru", 1)] };
            assert_eq!(languages, there, "{kind:?}");
            for document in &package.documents {
                let pdf = BASE64_STANDARD.decode(&document.base64).unwrap();
                assert!(pdf.starts_with(b"%PDF"));
                assert_eq!(law::case::fact::hex(&Sha256::digest(&pdf)), document.sha256);
            }
            assert_eq!(package.act.as_ref().map(|a| a.number), Some(1));
            assert_eq!((&*package.body.code, &*package.body.bin), ("agency", "011040964166"));
            let subject = package.subject.as_ref().unwrap();
            assert_eq!((&*subject.code, &*subject.territory), ("agency-td-akmola", "akmola"));
            assert!(!subject.name.kk.is_empty() && subject.name.kk != subject.name.ru && !subject.address.kk.is_empty());
            if let Content::Appointment(a) = &package.content {
                assert!(!a.officers.is_empty() && !a.matter.is_empty() && a.start.is_some());
            }
        }
    }

    async fn the_product_brings_an_answer_to_a_case_once(product: &Product) {
        product.until("case1", "start-event").await;
        let someone = product.actor(EXECUTOR).await;
        let answers = play::sample(product, EXECUTOR, "case1", "record-action", json!({})).await;
        assert!(!flat(&answers).is_empty());
        let before = product.kinds("case1").await.len();
        let request = |answers: &Answers, key: &str| door::Request {
            procedure: law::case::Procedure::ControlEvent,
            case: "case1",
            step: "record-action",
            answers: answers.clone(),
            version: None,
            key: Some(key.to_owned()),
        };
        // Without an account nothing is read by the people's door.
        let product_itself = Actor { user: String::new(), role: Role::UnitHead, ..someone.clone() };
        let shut = door::take(&product.app, &product_itself, request(&answers, "k1")).await;
        assert!(matches!(shut, Err(Trouble::NotFound)), "{shut:?}");
        for _ in 0..2 {
            door::take_as_product(&product.app, &product_itself, request(&answers, "k1")).await.unwrap();
        }
        assert_eq!(product.kinds("case1").await.len(), before + 1, "once");
        // The law holds for the product as well.
        let observer = Actor { role: Role::Observer, ..product_itself.clone() };
        let refused = door::take_as_product(&product.app, &observer, request(&answers, "k2")).await;
        assert!(matches!(refused, Err(Trouble::Refused(_))), "{refused:?}");
        let none = door::Request { case: "nothing", ..request(&answers, "k3") };
        assert!(door::take_as_product(&product.app, &product_itself, none).await.is_err());
        assert!(product.desk(LEADER, "case1").await.case.facts.iter().any(|f| f.by.user.is_empty()));
    }
}
