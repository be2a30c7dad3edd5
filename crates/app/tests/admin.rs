//! Administration as a browser meets it, on both engines: who may, what is recorded, and what a decree moves.

mod support;

use jiff::civil::Date;
use law::case::Role;
use sapa::cli::demo::PASSWORD;
use store::{duties::CaseDuty, grants::Grant};
use support::{LEADER, Product, UNIT_HEAD, Visitor, both, now};

const ADMIN: &str = "agency.admin.administrator";
/// The Monday on which every product here begins, and the day before.
const TODAY: &str = "2025-04-21";
const YESTERDAY: &str = "2025-04-20";

async fn admin(product: &Product) -> Visitor<'_> {
    Visitor::persona(product, ADMIN).await
}

/// An administrator of the Ministry of Justice.
async fn ministry_admin(product: &Product) -> Visitor<'_> {
    let grant = product.person("min-justice", Role::Administrator).await;
    Visitor::persona(product, &grant).await
}

/// The grant of somebody with this role.
async fn grant_of(product: &Product, role: Role) -> String {
    let grants = store::grants::in_force(product.db(), product.app.clock.today()).await.unwrap();
    grants.into_iter().find(|g| g.role == role).unwrap_or_else(|| panic!("nobody is {role:?}")).id
}

/// An appointed event, and the first duty open in it.
async fn appointed(product: &Product) -> CaseDuty {
    product.until("case1", "sign-order").await;
    open_duty(product).await
}

async fn open_duty(product: &Product) -> CaseDuty {
    store::duties::open_duties_all(product.db(), Date::MAX).await.unwrap().remove(0)
}

/// The latest edits.
async fn ledger(product: &Product) -> Vec<String> {
    let rows = store::ledger::latest(product.db(), None, 20).await.unwrap();
    rows.into_iter().map(|r| r.what).collect()
}

fn listed(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}

/// The links in the summary of errors.
fn faults(html: &str) -> String {
    let summary = html.split_once("govuk-error-summary__list").map_or("", |(_, rest)| rest);
    summary.split("</ul>").next().unwrap_or_default().to_owned()
}

fn shown(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

const PAGES: [&str; 9] = [
    "/admin/users",
    "/admin/users/new",
    "/admin/users/justice.leader",
    "/admin/settings",
    "/admin/settings/transfers",
    "/admin/settings/parameters/45",
    "/admin/settings/parameters/10-1",
    "/admin/journal",
    "/admin/journal/sign-ins",
];

const FORMS: [&str; 10] = [
    "/admin/users/new",
    "/admin/users/justice.leader",
    "/admin/users/justice.leader/grants",
    "/admin/users/justice.leader/grants/justice.leader.leader/end",
    "/admin/users/justice.leader/password",
    "/admin/users/justice.leader/sign-out",
    "/admin/settings/transfers",
    "/admin/settings/transfers/remove",
    "/admin/settings/parameters/45",
    "/admin/settings/parameters/45/remove",
];

const OWN_FORMS: [&str; 4] = ["/account/password", "/account/sign-out", "/account/tokens", "/account/tokens/x/revoke"];

/// A person as the form of a new one is filled in: the first eight fields are the account, the others its first role.
fn newcomer<'a>(login: &'a str, body: &'a str, role: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("login", login),
        ("name-kk", "Жаңабек Ә. (демо)"),
        ("name-ru", "Жанабек А. (демо)"),
        ("name-en", "Zhanabek A. (demo)"),
        ("position-kk", "маман"),
        ("position-ru", "специалист"),
        ("position-en", "specialist"),
        ("password", "ұзын-құпиясөз"),
        ("body", body),
        ("role", role),
        ("first-day", TODAY),
        ("until", ""),
    ]
}

/// The account of [`newcomer`] without the mark that it is open.
fn closed(login: &str) -> Vec<(&str, &str)> {
    newcomer(login, "", "").into_iter().take(7).collect()
}

both! {
    async fn only_administrators_administer(product: &Product) {
        let before = ledger(product).await;
        for role in Role::ALL {
            let visitor = Visitor::persona(product, &grant_of(product, role).await).await;
            let expected = if role == Role::Administrator { 200 } else { 403 };
            for path in PAGES {
                assert_eq!(visitor.get(path).await.status, expected, "{role:?} {path}");
            }
            visitor.get("/account").await.expect(200);
            if role != Role::Administrator {
                for path in FORMS {
                    assert_eq!(visitor.post(path, &[("confirm", "yes")]).await.status, 403, "{role:?} {path}");
                }
            }
        }
        let stranger = Visitor::anybody(product).await;
        for path in PAGES.into_iter().chain(["/account"]) {
            assert_eq!(stranger.get(path).await.expect(303).location(), format!("/sign-in?next={path}"));
        }
        let admin = admin(product).await;
        for path in FORMS.into_iter().chain(OWN_FORMS) {
            assert_eq!(admin.post_bare(path, &[("csrf", "0")]).await.status, 403, "without the token: {path}");
        }
        assert_eq!(ledger(product).await, before);
    }

    async fn no_page_shows_a_key(product: &Product) {
        let admin = admin(product).await;
        let keys = ["field-", "settings-", "users-", "ledger-", "parameter-", "unit-", "journal-", "account-", "token-", "role-"];
        for lang in ["kk", "ru", "en"] {
            for path in PAGES.into_iter().chain(["/account"]) {
                let text = admin.get(&format!("{path}?lang={lang}")).await.expect(200).text();
                let shown = text.split_whitespace().find(|word| keys.iter().any(|key| word.starts_with(key)));
                assert_eq!(shown, None, "{path} in {lang}");
            }
        }
    }

    async fn a_person_comes_changes_and_goes(product: &Product) {
        let admin = admin(product).await;
        let mut wrong = newcomer("Жаңа", "min-justice", "observer");
        wrong[7].1 = "т-ғ-ң";
        wrong[11].1 = YESTERDAY;
        let page = admin.post("/admin/users/new", &wrong).await.expect(422).html();
        for field in ["#login", "#password", "#until"] {
            assert!(faults(&page).contains(field), "{field}: {}", faults(&page));
        }
        assert!(page.contains("Жаңабек") && !page.contains("т-ғ-ң"), "what was typed stays, but for the password");
        let taken = admin.post("/admin/users/new", &newcomer("justice.leader", "min-justice", "observer")).await.expect(422);
        assert!(faults(&taken.html()).contains("#login"));

        let added = admin.post("/admin/users/new", &newcomer("zhana.a", "min-justice", "observer")).await.expect(303);
        let home = added.location();
        let id = home.rsplit('/').next().unwrap();
        assert!(admin.get(home).await.text().contains("Жаңабек"));
        let query = serde_urlencoded::to_string([("q", "жаңабек")]).unwrap();
        assert!(admin.get(&format!("/admin/users?{query}")).await.text().contains("zhana.a"), "found by name");
        let person = Visitor::anybody(product).await;
        person.sign_in("zhana.a", "ұзын-құпиясөз").await.expect(303);
        person.get("/account").await.expect(200);

        let grant = [("body", "min-justice"), ("role", "analyst"), ("acting", "true"), ("first-day", TODAY), ("until", "2025-12-31")];
        admin.post(&format!("{home}/grants"), &grant).await.expect(303);
        // The second click gives nothing twice.
        admin.post(&format!("{home}/grants"), &grant).await.expect(422);
        let held = store::grants::history_of(product.db(), id).await.unwrap();
        assert_eq!(held.len(), 2);
        let analyst = &held.iter().find(|g| g.role == Role::Analyst).unwrap().id;
        admin.post(&format!("{home}/grants/{analyst}/end"), &[("last", "2025-04-19")]).await.expect(422);
        admin.post(&format!("{home}/grants/{analyst}/end"), &[("last", YESTERDAY)]).await.expect(303);
        assert_eq!(store::grants::grants_of(product.db(), id, product.app.clock.today()).await.unwrap().len(), 1);

        admin.post(&format!("{home}/password"), &[("password", "екінші-құпиясөз")]).await.expect(303);
        // A new password ends the sessions.
        person.get("/account").await.expect(303);
        admin.post(home, &closed("zhana.b")).await.expect(303);
        let user = store::users::get(product.db(), id).await.unwrap().unwrap();
        assert_eq!((user.login.as_str(), user.active), ("zhana.b", false));
        let edits = ["user-changed", "password-set", "grant-ended", "grant-given", "grant-given", "user-added"];
        assert_eq!(ledger(product).await[..6], listed(&edits));
        let journal = admin.get("/admin/journal?lang=ru").await.text();
        for text in ["Добавлен пользователь", "Задан пароль", "zhana.a » zhana.b", "Баптаубаев", "Аналитик"] {
            assert!(journal.contains(text), "the journal lacks {text}: {journal}");
        }
        assert!(!journal.contains("argon2"));
        assert!(admin.get("/admin/journal/sign-ins").await.text().contains("zhana.a"));
    }

    async fn nobody_locks_themselves_out(product: &Product) {
        let admin = admin(product).await;
        admin.post(&format!("/admin/users/agency.admin/grants/{ADMIN}/end"), &[("last", YESTERDAY)]).await.expect(422);
        admin.post("/admin/users/agency.admin", &closed("agency.admin")).await.expect(422);
        admin.get("/admin/users").await.expect(200);
    }

    async fn an_administrator_of_a_body_reaches_it_and_what_is_below(product: &Product) {
        let admin = ministry_admin(product).await;
        let list = admin.get("/admin/users").await.text();
        assert!(list.contains("justice.leader") && list.contains("justice-akmola.head"), "own body and below");
        assert!(!list.contains("agency.leader") && !list.contains("akmola.leader"), "nobody else");
        admin.get("/admin/users/justice-akmola.head").await.expect(200);
        admin.get("/admin/users/agency.leader").await.expect(404);
        for path in ["", "/grants", "/grants/agency.leader.leader/end", "/password", "/sign-out"] {
            let fields = [("last", TODAY), ("password", "жаңа-құпиясөз")];
            admin.post(&format!("/admin/users/agency.leader{path}"), &fields).await.expect(404);
        }
        // No role in a body outside, neither for oneself nor for another.
        let outside = [("body", "agency"), ("role", "administrator"), ("first-day", TODAY)];
        for user in ["justice.leader", "test-min-justice-administrator"] {
            let page = admin.post(&format!("/admin/users/{user}/grants"), &outside).await.expect(422).html();
            assert!(faults(&page).contains("#body"));
        }
        admin.post("/admin/users/new", &newcomer("spy", "agency", "leader")).await.expect(422);
        assert_eq!(store::users::by_login(product.db(), "spy").await.unwrap(), None);
    }

    async fn a_person_who_serves_elsewhere_too_is_not_theirs(product: &Product) {
        let here = Grant {
            id: "both".into(),
            user: "agency.analyst".into(),
            body: "min-justice".into(),
            role: Role::Analyst,
            acting: false,
            valid_from: product.app.clock.today(),
            valid_to: None,
        };
        let edit = store::Edit { by: serde_json::json!({"name": "test"}), at: now() };
        store::grants::create(product.db(), &here, &edit).await.unwrap();
        let admin = ministry_admin(product).await;
        let user = "/admin/users/agency.analyst";
        assert!(!admin.get(user).await.expect(200).html().contains("agency.analyst.analyst"), "only the role here is shown");
        admin.post(&format!("{user}/password"), &[("password", "жаңа-құпиясөз")]).await.expect(403);
        admin.post(&format!("{user}/sign-out"), &[]).await.expect(403);
        admin.post(user, &closed("agency.analyst")).await.expect(403);
        admin.post(&format!("{user}/grants/agency.analyst.analyst/end"), &[("last", TODAY)]).await.expect(404);
        let ended = admin.post(&format!("{user}/grants/both/end"), &[("last", YESTERDAY)]).await.expect(303);
        assert_eq!(ended.location(), "/admin/users", "and is out of reach then");
        // Decrees are the Agency's; the journal shows what the ministry's own administrators did.
        admin.get("/admin/settings").await.expect(200);
        admin.get("/admin/settings/transfers").await.expect(403);
        for path in FORMS.into_iter().filter(|p| p.contains("settings")) {
            admin.post(path, &[("confirm", "yes")]).await.expect(403);
        }
        let journal = admin.get("/admin/journal").await.html();
        assert_eq!(journal.matches("sapa-timeline__what").count(), 1, "the role ended just now, and no more");
    }

    async fn a_transfer_shows_what_it_moves_and_then_moves_it(product: &Product) {
        let due = appointed(product).await.duty.due;
        let to = due.to_string();
        let sent = |from, decided| [("off-from", from), ("off-to", to.as_str()), ("decided", decided), ("decree", "№ 15 қаулы")];
        let admin = admin(product).await;
        admin.get("/admin/settings?lang=en").await.expect(200);
        let path = "/admin/settings/transfers";
        let wrong = admin.post(path, &sent("2025-03-17", "2025-04-22")).await.expect(422).html();
        assert!(faults(&wrong).contains("#off-from") && faults(&wrong).contains("#decided"));

        let fields = sent("2025-03-15", TODAY);
        let preview = admin.post(path, &fields).await.expect(200).html();
        assert!(preview.contains("data-case=\"case1\"") && preview.contains(&shown(due)), "the moved duty is named");
        assert_eq!(open_duty(product).await.duty.due, due, "a preview moves nothing");

        let confirmed = [fields.as_slice(), &[("confirm", "yes")]].concat();
        assert_eq!(admin.post(path, &confirmed).await.expect(303).location(), "/admin/settings");
        let settings = admin.get("/admin/settings").await.text();
        assert!(settings.contains("Duties moved: 1") && settings.contains("№ 15 қаулы"), "it says how many moved");
        let moved = open_duty(product).await.duty.due;
        assert!(moved != due && preview.contains(&shown(moved)), "to the day that the preview had shown");
        assert!(!product.app.law().calendar.is_working(due));
        // The second click records nothing twice.
        admin.post(path, &confirmed).await.expect(422);
        let told = Visitor::persona(product, support::EXECUTOR).await.get("/notifications?lang=en").await.text();
        assert!(told.contains("The day has moved") && told.contains(&shown(moved)), "those who owe are told: {told}");

        let remove = "/admin/settings/transfers/remove";
        let preview = admin.post(remove, &fields[..2]).await.expect(200).html();
        assert!(preview.contains("data-case=\"case1\"") && preview.contains(&shown(due)));
        let confirmed = [&fields[..2], &[("confirm", "yes")]].concat();
        admin.post(remove, &confirmed).await.expect(303);
        assert_eq!(open_duty(product).await.duty.due, due);
        admin.post(remove, &confirmed).await.expect(303);
        assert_eq!(ledger(product).await[..2], listed(&["transfer-removed", "transfer-added"]));
        // What came with the product stays.
        let shipped = [("off-from", "2025-01-05"), ("off-to", "2025-01-03"), ("confirm", "yes")];
        admin.post(remove, &shipped).await.expect(303);
        assert!(!product.app.law().calendar.is_working(jiff::civil::date(2025, 1, 3)));
    }

    async fn a_changed_number_moves_duties_too(product: &Product) {
        let before = appointed(product).await.duty;
        let path = format!("/admin/settings/parameters/{}", before.rule.expect("a duty by rule"));
        let sent = |value| [("value", value), ("valid-from", "2025-01-01"), ("decided", TODAY), ("decree", "№ 116 бұйрық")];
        let admin = admin(product).await;
        // 3 is what it is already.
        for wrong in ["0", "251", "x", "3"] {
            let page = admin.post(&path, &sent(wrong)).await.expect(422).html();
            assert!(faults(&page).contains("#value"), "{wrong}");
        }
        assert!(admin.post(&path, &sent("4")).await.expect(200).html().contains("data-case=\"case1\""));
        let confirmed = [sent("4").as_slice(), &[("confirm", "yes")]].concat();
        admin.post(&path, &confirmed).await.expect(303);
        assert_ne!(open_duty(product).await.duty.due, before.due);
        admin.post(&path, &confirmed).await.expect(422);
        assert!(admin.get(&path).await.text().contains("№ 116 бұйрық"));
        admin.post(&format!("{path}/remove"), &confirmed).await.expect(303);
        assert_eq!(open_duty(product).await.duty.due, before.due);
        assert_eq!(ledger(product).await[..2], listed(&["parameter-change-removed", "parameter-changed"]));
        admin.get("/admin/settings/parameters/none").await.expect(404);
    }

    async fn a_password_changes_only_with_the_old_one_and_ends_other_sessions(product: &Product) {
        let (one, other) = (Visitor::persona(product, LEADER).await, Visitor::persona(product, LEADER).await);
        let path = "/account/password";
        let sent = |old, new, again| [("old", old), ("new", new), ("again", again)];
        for (fields, field) in [
            (sent("бұрыс", "жаңа-құпиясөз-1", "жаңа-құпиясөз-1"), "#old"),
            (sent(PASSWORD, "қысқа", "қысқа"), "#new"),
            (sent(PASSWORD, PASSWORD, PASSWORD), "#new"),
            (sent(PASSWORD, "жаңа-құпиясөз-1", "жаңа-құпиясөз-2"), "#again"),
        ] {
            let page = one.post(path, &fields).await.expect(422).html();
            assert!(faults(&page).contains(field), "{field}: {}", faults(&page));
        }
        other.get("/account").await.expect(200);
        let session = one.cookie("sapa");
        one.post(path, &sent(PASSWORD, "жаңа-құпиясөз-1", "жаңа-құпиясөз-1")).await.expect(303);
        assert_ne!(one.cookie("sapa"), session, "the session goes on under a new id");
        one.get("/account").await.expect(200);
        other.get("/account").await.expect(303);
        assert_eq!(ledger(product).await[0], "password-set");

        let third = Visitor::anybody(product).await;
        third.sign_in("justice.leader", PASSWORD).await.expect(422);
        third.sign_in("justice.leader", "жаңа-құпиясөз-1").await.expect(303);
        third.get("/account").await.expect(200);
        third.post("/account/sign-out", &[]).await.expect(303);
        one.get("/account").await.expect(303);
        third.get("/account").await.expect(303);
    }

    async fn a_key_is_shown_once_and_can_be_revoked(product: &Product) {
        let person = Visitor::persona(product, LEADER).await;
        let path = "/account/tokens";
        let with = |days, password| [("token-name", "есеп жинағы"), ("scope", "read"), ("days", days), ("token-password", password)];
        let sent = |days| with(days, PASSWORD);
        person.post(path, &sent("366")).await.expect(422);
        let wrong = person.post(path, &with("30", "бұрыс-құпиясөз")).await.expect(422).html();
        assert!(faults(&wrong).contains("#token-password") && wrong.contains("есеп жинағы"), "what was typed stays");
        assert!(store::tokens::of_user(product.db(), "justice.leader").await.unwrap().is_empty());
        assert!(person.post(path, &sent("30")).await.expect(200).html().contains("sapa_"));
        assert!(!person.get("/account").await.html().contains("sapa_"), "never again");
        // The second click makes no second key.
        person.post(path, &sent("30")).await.expect(422);
        let token = store::tokens::of_user(product.db(), "justice.leader").await.unwrap().remove(0);
        assert_eq!((token.grant.as_str(), token.scope.word()), (LEADER, "read"));
        let revoke = format!("{path}/{}/revoke", token.id);
        Visitor::persona(product, UNIT_HEAD).await.post(&revoke, &[]).await.expect(404);
        person.post(&revoke, &[]).await.expect(303);
        person.post(&revoke, &[]).await.expect(404);
        assert_eq!(ledger(product).await[..2], listed(&["token-revoked", "token-added"]));
    }

    async fn five_wrong_passwords_close_the_door_for_longer_and_longer(product: &Product) {
        let stranger = Visitor::anybody(product).await;
        let minutes = async || {
            let user = store::users::by_login(product.db(), "justice.leader").await.unwrap().unwrap();
            user.locked_until.map_or(0, |until| (until.as_second() - product.app.clock.now().as_second()) / 60)
        };
        for wrong in 1..=5 {
            stranger.sign_in("justice.leader", "бұрыс-құпиясөз").await.expect(422);
            assert_eq!(minutes().await, i64::from(wrong == 5));
        }
        // Closed even to the right one.
        stranger.sign_in("justice.leader", PASSWORD).await.expect(422);
        for (day, expected) in [(1, 2), (2, 4), (3, 8)] {
            product.app.clock.move_to(day);
            stranger.sign_in("justice.leader", "бұрыс-құпиясөз").await.expect(422);
            assert_eq!(minutes().await, expected);
        }
        let admin = admin(product).await;
        assert!(admin.get("/admin/users/justice.leader?lang=en").await.text().contains("sign-in is closed until"));
        admin.post("/admin/users/justice.leader/password", &[("password", "жаңа-құпиясөз-1")]).await.expect(303);
        stranger.sign_in("justice.leader", "жаңа-құпиясөз-1").await.expect(303);
        let audit = store::signins::latest(product.db(), Some("justice.leader"), 9).await.unwrap();
        let count = |outcome: &str| audit.iter().filter(|s| s.outcome == outcome).count();
        assert_eq!((count("in"), count("wrong"), count("locked")), (1, 7, 1));
    }
}
