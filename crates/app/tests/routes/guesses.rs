//! Guessing passwords: at the door, under a document and on one's own page they count together, and stand in the audit.

use sapa::{cli::demo::PASSWORD, words::Lang};
use serde_json::json;
use store::tokens::TokenScope;

use crate::support::{Form, LEADER, Product, Visitor, both, flat, pass_minutes, sample};

const TYPED: &str = "Терілген сөз";

/// What the audit says of the leader, sorted.
async fn outcomes(product: &Product) -> Vec<String> {
    let found = store::signins::latest(product.db(), Some("justice.leader"), 50).await.unwrap();
    let mut found: Vec<_> = found.into_iter().map(|s| s.outcome).collect();
    found.sort();
    found
}

both! {
    async fn wrong_passwords_under_a_document_lock_like_those_at_the_door(product: &Product) {
        product.until("case1", "send-notice").await;
        let leader = Visitor::persona(product, LEADER).await;
        let form = leader.form("case1", "move-start").await;
        let fields = flat(&sample(product, LEADER, "case1", "move-start", json!({"reason": TYPED})).await);
        let sign = async |password: &str| {
            let mut all = vec![("version", form.version.as_str()), ("key", &form.key), ("password", password)];
            all.extend(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            leader.post(&form.action, &all).await
        };
        let words = |lang| product.app.words.speaker(lang);
        // An empty field is no guess.
        assert!(sign("").await.expect(422).text().contains(&words(Lang::Kk).t("error-required")));
        for _ in 0..3 {
            assert!(sign("бұрыс").await.expect(422).text().contains(&words(Lang::Kk).t("sign-wrong-password")));
        }
        // Two more at the door: the fifth in a row closes both.
        let stranger = Visitor::anybody(product).await;
        for _ in 0..2 {
            stranger.sign_in("justice.leader", "бұрыс").await.expect(422);
        }
        stranger.sign_in("justice.leader", PASSWORD).await.expect(422);
        for lang in Lang::ALL {
            leader.get(&format!("/?lang={lang}")).await.expect(200);
            let page = sign(PASSWORD).await.expect(422);
            let until = store::users::get(product.db(), "justice.leader").await.unwrap().unwrap().locked_until.unwrap();
            let told = words(lang).with("sign-locked", &[("until", words(lang).moment(until).into())]);
            assert!(page.text().contains(&told), "{lang}: {}", page.text());
            assert!(page.text().contains(TYPED), "what was typed stays");
            assert_eq!(Form::of(&page.html()).unwrap().key, form.key);
        }
        assert_eq!(product.kinds("case1").await.len(), 3);
        let expected = [vec!["locked"], vec!["signature-locked"; 3], vec!["signature-wrong"; 3], vec!["wrong"; 2]];
        assert_eq!(outcomes(product).await, expected.concat());
        pass_minutes(2);
        // One more closes it for longer.
        sign("бұрыс").await.expect(422);
        pass_minutes(1);
        sign(PASSWORD).await.expect(422);
        pass_minutes(2);
        sign(PASSWORD).await.expect(303);
        assert_eq!(store::users::get(product.db(), "justice.leader").await.unwrap().unwrap().failed, 0);
        let admin = Visitor::persona(product, "agency.admin.administrator").await;
        assert!(admin.get("/admin/journal/sign-ins?lang=en").await.text().contains("signing: wrong password"));
    }

    async fn guesses_sent_at_once_are_counted_one_by_one(product: &Product) {
        product.until("case1", "send-notice").await;
        let leader = Visitor::persona(product, LEADER).await;
        let form = leader.form("case1", "move-start").await;
        let guess = || leader.post(&form.action, &[("version", "3"), ("key", "k"), ("password", "бұрыс")]);
        let (a, b, c, d) = tokio::join!(guess(), guess(), guess(), guess());
        let (e, f, g, h) = tokio::join!(guess(), guess(), guess(), guess());
        for answer in [a, b, c, d, e, f, g, h] {
            answer.expect(422);
        }
        assert_eq!(outcomes(product).await, [vec!["signature-locked"; 3], vec!["signature-wrong"; 5]].concat());
    }

    async fn other_systems_guess_no_more_than_people(product: &Product) {
        product.until("case1", "draft-order").await;
        let key = product.key(LEADER, TokenScope::Write).await;
        let path = "/api/v1/cases/case1/steps/sign-order";
        for _ in 0..5 {
            let got = product.api(&key, path, json!({"password": "бұрыс"})).await;
            assert_eq!((got.0, &got.1["errors"][0]["code"]), (422, &json!("wrong-password")));
        }
        for lang in Lang::ALL {
            let path = format!("{path}?lang={lang}");
            let (status, told, wait) = product.api(&key, &path, json!({"password": PASSWORD})).await;
            assert_eq!((status, &told["code"]), (429, &json!("locked")));
            assert_eq!(told["detail"], product.app.words.speaker(lang).t("api-problem-locked"));
            assert_eq!(wait, "61", "a minute");
        }
        assert_eq!(product.kinds("case1").await.len(), 1);
        assert_eq!(outcomes(product).await, [vec!["signature-locked"; 3], vec!["signature-wrong"; 5]].concat());
        pass_minutes(2);
        assert_eq!(product.api(&key, path, json!({"password": PASSWORD})).await.0, 200);
    }

    async fn the_present_password_is_guessed_no_more_often(product: &Product) {
        let leader = Visitor::persona(product, LEADER).await;
        let new = [("new", "жаңа-құпиясөз-1"), ("again", "жаңа-құпиясөз-1")];
        let change = |old| leader.post_old("/account/password", old, &new);
        for _ in 0..5 {
            change("бұрыс").await.expect(422);
        }
        let words = product.app.words.speaker(Lang::Kk);
        let until = store::users::get(product.db(), "justice.leader").await.unwrap().unwrap().locked_until.unwrap();
        let told = words.with("account-locked", &[("until", words.moment(until).into())]);
        assert!(change(PASSWORD).await.expect(422).text().contains(&told));
        assert_eq!(outcomes(product).await, [vec!["change-locked"], vec!["change-wrong"; 5]].concat());
        pass_minutes(2);
        change(PASSWORD).await.expect(303);
    }
}
