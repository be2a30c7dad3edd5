//! Administration as a browser meets it: who may, what is recorded, and what a decree moves.

use std::{
    net::SocketAddr,
    path::PathBuf,
    process::Command,
    sync::{
        OnceLock,
    },
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use jiff::{Timestamp, civil::Date};
use law::case::{Actor, Capacity, Procedure, Role};
use sapa::{
    Outside,
    app::{App, Shared},
    config::Config,
    door, web,
};
use store::{Db, Edit, duties::CaseDuty, grants::Grant};
use tower::ServiceExt;

const ADMIN: &str = "agency.admin.administrator";
const PASSWORD: &str = "sapa-demo-2026";

/// Monday, 10 March 2025, at noon in Astana.
fn now() -> Timestamp {
    Timestamp::from_second(1_741_590_000).unwrap()
}

fn entropy(bytes: &mut [u8]) {
    getrandom::fill(bytes).unwrap();
}

/// A file with the demo registry and people, made once.
fn seeded() -> &'static PathBuf {
    static SEEDED: OnceLock<PathBuf> = OnceLock::new();
    SEEDED.get_or_init(|| {
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("admin-{}.sqlite", std::process::id()));
        let _ = std::fs::remove_file(&file);
        let made = Command::new(env!("CARGO_BIN_EXE_sapa"))
            .args(["demo", "--seed-only", "--database"])
            .arg(&file)
            .env_remove("SAPA_DATABASE_URL")
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        file
    })
}

struct World {
    app: Shared,
    router: Router,
    _folder: tempfile::TempDir,
}

async fn world() -> World {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sapa.sqlite");
    std::fs::copy(seeded(), &file).unwrap();
    let config = Config {
        database_url: format!("sqlite:{}", file.display()),
        demo: true,
        secure_cookies: false,
        sign_in_per_minute: 10_000,
        requests_per_second: 10_000,
        ..Config::default()
    };
    let db = Db::open(&config.database_url, 4).await.unwrap();
    let outside = Outside { now, entropy };
    let app = App::start(db, config, outside.now, outside.entropy).await.unwrap();
    World { router: web::router(app.clone()), app, _folder: folder }
}

/// What a browser keeps: the session's cookie and the token of the forms.
struct Browser {
    router: Router,
    cookie: String,
    csrf: String,
}

struct Answer {
    status: StatusCode,
    location: String,
    body: String,
}

impl World {
    fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), cookie: String::new(), csrf: String::new() }
    }

    /// A browser in which this grant's person has signed in.
    async fn as_grant(&self, grant: &str) -> Browser {
        let mut browser = self.browser();
        browser.get("/sign-in").await;
        let entered = browser.post("/sign-in/persona", &[("grant", grant), ("next", "/")]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{grant}");
        browser.get("/account").await;
        browser
    }

    fn edit(&self) -> Edit {
        Edit { by: serde_json::json!({"name": "test"}), at: self.app.clock.now() }
    }

    async fn actor(&self, login: &str) -> Actor {
        let user = store::users::by_login(&self.app.db, login).await.unwrap().unwrap();
        let grant = store::grants::grants_of(&self.app.db, &user.id, self.app.clock.today()).await.unwrap().remove(0);
        Actor {
            user: user.id,
            name: user.name.kk,
            position: user.position.kk,
            body: grant.body,
            role: grant.role,
            capacity: Capacity::Head,
        }
    }

    /// Takes a step with its first sample.
    async fn step(&self, login: &str, case: &str, step: &str) {
        let actor = self.actor(login).await;
        let desk = match door::open(&self.app, &actor, case).await.unwrap() {
            Some(desk) => desk,
            None => door::blank(&self.app, &actor, Procedure::ControlEvent, case).await.unwrap(),
        };
        let def = Procedure::ControlEvent.step(step).unwrap();
        let answers = def.samples(&desk.view(None)).remove(0);
        let request = door::Request { procedure: Procedure::ControlEvent, case, step, answers, version: None, key: None };
        door::take(&self.app, &actor, request).await.unwrap_or_else(|e| panic!("{step}: {e}"));
    }

    async fn open_duties(&self) -> Vec<CaseDuty> {
        store::duties::open_duties_all(&self.app.db, Date::MAX).await.unwrap()
    }

    async fn ledger(&self) -> Vec<String> {
        let rows = store::ledger::latest(&self.app.db, None, 20).await.unwrap();
        rows.into_iter().map(|r| r.what).collect()
    }

    /// The id of the first grant of a role.
    async fn grant_of(&self, role: Role) -> String {
        let grants = store::grants::in_force(&self.app.db, self.app.clock.today()).await.unwrap();
        grants.into_iter().find(|g| g.role == role).unwrap_or_else(|| panic!("nobody is {role:?}")).id
    }

    /// An administrator of the Ministry of Justice.
    async fn ministry_admin(&self) -> Browser {
        let grant = Grant {
            id: "justice.admin".into(),
            user: "justice.observer".into(),
            body: "min-justice".into(),
            role: Role::Administrator,
            acting: false,
            valid_from: self.app.clock.today(),
            valid_to: None,
        };
        store::grants::create(&self.app.db, &grant, &self.edit()).await.unwrap();
        self.as_grant("justice.admin").await
    }
}

impl Browser {
    async fn send(&mut self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000))));
        if !self.cookie.is_empty() {
            request.headers_mut().insert(header::COOKIE, self.cookie.parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap().split(';').next().unwrap();
            if cookie.starts_with("sapa=") {
                cookie.clone_into(&mut self.cookie);
            }
        }
        let status = response.status();
        let location = response.headers().get(header::LOCATION).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((_, rest)) = body.split_once("name=\"csrf-token\" content=\"") {
            self.csrf = rest.split('"').next().unwrap().to_owned();
        }
        Answer { status, location, body }
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", self.csrf.clone())];
        all.extend(fields.iter().map(|(n, v)| (*n, (*v).to_owned())));
        let body = serde_urlencoded::to_string(&all).unwrap();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Posts, and must be sent on.
    async fn done(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", faults(&answer.body));
        answer
    }
}

/// What the summary of errors says.
fn faults(body: &str) -> String {
    let summary = body.split_once("govuk-error-summary__list").map_or("", |(_, rest)| rest.split("</ul>").next().unwrap());
    summary.to_owned()
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

#[tokio::test]
async fn only_administrators_administer() {
    let world = world().await;
    for role in Role::ALL {
        let mut browser = world.as_grant(&world.grant_of(role).await).await;
        let expected = if role == Role::Administrator { StatusCode::OK } else { StatusCode::FORBIDDEN };
        for path in PAGES {
            assert_eq!(browser.get(path).await.status, expected, "{role:?} {path}");
        }
        if role != Role::Administrator {
            for path in FORMS {
                assert_eq!(browser.post(path, &[("confirm", "yes")]).await.status, StatusCode::FORBIDDEN, "{role:?} {path}");
            }
        }
        assert_eq!(browser.get("/account").await.status, StatusCode::OK, "{role:?}");
    }
    let before = world.ledger().await;
    let mut stranger = world.browser();
    for path in PAGES.into_iter().chain(["/account"]) {
        let answer = stranger.get(path).await;
        assert_eq!((answer.status, answer.location), (StatusCode::SEE_OTHER, format!("/sign-in?next={path}")));
    }
    let mut admin = world.as_grant(ADMIN).await;
    admin.csrf = "0".repeat(32);
    for path in FORMS.into_iter().chain(["/account/password", "/account/sign-out", "/account/tokens", "/account/tokens/x/revoke"]) {
        assert_eq!(admin.post(path, &[]).await.status, StatusCode::FORBIDDEN, "without the token: {path}");
    }
    assert_eq!(world.ledger().await, before);
}

#[tokio::test]
async fn every_page_is_whole_in_every_language() {
    let world = world().await;
    let mut admin = world.as_grant(ADMIN).await;
    for lang in ["kk", "ru", "en"] {
        for path in PAGES.into_iter().chain(["/account"]) {
            let body = admin.get(&format!("{path}?lang={lang}")).await.body;
            assert!(body.contains(&format!("<html lang=\"{lang}\"")), "{path}");
            let text: String = body.split('<').filter_map(|t| t.split_once('>')).map(|(_, text)| format!("{text}\n")).collect();
            let keys = ["field-admin-", "settings-", "users-", "ledger-", "parameter-", "unit-", "journal-", "account-", "token-", "role-"];
            for line in text.lines().map(str::trim) {
                assert!(!keys.iter().any(|k| line.starts_with(k)), "{path} in {lang} shows a key: {line}");
            }
        }
    }
}

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
        ("from", "2025-03-10"),
        ("until", ""),
    ]
}

#[tokio::test]
async fn a_person_comes_changes_and_goes() {
    let world = world().await;
    let mut admin = world.as_grant(ADMIN).await;
    let mut wrong = newcomer("Жаңа", "min-justice", "observer");
    wrong[7].1 = "қысқа";
    wrong[11].1 = "2025-03-09";
    let answer = admin.post("/admin/users/new", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["#login", "#password", "#until"] {
        assert!(faults(&answer.body).contains(field), "{field}: {}", faults(&answer.body));
    }
    assert!(!answer.body.contains("қысқа"), "a password is never shown");
    assert!(answer.body.contains("Жаңабек"), "what was typed stays");
    let taken = admin.post("/admin/users/new", &newcomer("justice.leader", "min-justice", "observer")).await;
    assert!(faults(&taken.body).contains("#login"));

    let home = admin.done("/admin/users/new", &newcomer("zhana.a", "min-justice", "observer")).await.location;
    let user = store::users::by_login(&world.app.db, "zhana.a").await.unwrap().unwrap();
    assert!(admin.get(&home).await.body.contains("Жаңабек"));
    assert!(admin.get("/admin/users?q=%D0%B6%D0%B0%D2%A3%D0%B0%D0%B1%D0%B5%D0%BA").await.body.contains("zhana.a"), "found by name");

    let mut person = world.browser();
    person.get("/sign-in").await;
    person.done("/sign-in", &[("login", "zhana.a"), ("password", "ұзын-құпиясөз"), ("next", "/")]).await;
    assert_eq!(person.get("/account").await.status, StatusCode::OK);

    let grant = [("body", "min-justice"), ("role", "analyst"), ("acting", "true"), ("from", "2025-03-10"), ("until", "2025-12-31")];
    admin.done(&format!("{home}/grants"), &grant).await;
    let again = admin.post(&format!("{home}/grants"), &grant).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the second click gives nothing twice");
    let held = store::grants::history_of(&world.app.db, &user.id).await.unwrap();
    assert_eq!(held.len(), 2);
    let analyst = held.iter().find(|g| g.role == Role::Analyst).unwrap();
    admin.done(&format!("{home}/grants/{}/end", analyst.id), &[("last", "2025-03-09")]).await;
    assert_eq!(store::grants::grants_of(&world.app.db, &user.id, world.app.clock.today()).await.unwrap().len(), 1);

    admin.done(&format!("{home}/password"), &[("password", "екінші-құпиясөз")]).await;
    assert_eq!(person.get("/account").await.status, StatusCode::SEE_OTHER, "a new password ends the sessions");
    let mut closed = newcomer("zhana.b", "", "");
    closed.truncate(7);
    admin.done(&home, &closed).await;
    let user = store::users::get(&world.app.db, &user.id).await.unwrap().unwrap();
    assert_eq!((user.login.as_str(), user.active), ("zhana.b", false));
    assert_eq!(
        world.ledger().await[..6],
        ["user-changed", "password-set", "grant-ended", "grant-given", "grant-given", "user-added"].map(str::to_owned)
    );
    let journal = admin.get("/admin/journal?lang=ru").await.body;
    for text in ["Добавлен пользователь", "Задан пароль", "zhana.a → zhana.b", "Баптаубаев", "Аналитик"] {
        assert!(journal.contains(text), "the journal lacks {text}");
    }
    assert!(!journal.contains("argon2"));
    assert!(admin.get("/admin/journal/sign-ins").await.body.contains("zhana.a"));
}

#[tokio::test]
async fn nobody_locks_themselves_out() {
    let world = world().await;
    let mut admin = world.as_grant(ADMIN).await;
    let end = format!("/admin/users/agency.admin/grants/{ADMIN}/end");
    assert_eq!(admin.post(&end, &[("last", "2025-03-09")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut closed = newcomer("agency.admin", "", "");
    closed.truncate(7);
    assert_eq!(admin.post("/admin/users/agency.admin", &closed).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(admin.get("/admin/users").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_administrator_of_a_body_reaches_it_and_what_is_below() {
    let world = world().await;
    let mut admin = world.ministry_admin().await;
    let list = admin.get("/admin/users").await.body;
    assert!(list.contains("justice.leader") && list.contains("justice-akmola.head"), "own body and below");
    assert!(!list.contains("agency.leader") && !list.contains("akmola.leader"), "nobody else");
    assert_eq!(admin.get("/admin/users/justice-akmola.head").await.status, StatusCode::OK);
    for (path, fields) in [
        ("", vec![]),
        ("/grants", vec![]),
        ("/grants/agency.leader.leader/end", vec![("last", "2025-03-10")]),
        ("/password", vec![("password", "жаңа-құпиясөз")]),
        ("/sign-out", vec![]),
    ] {
        let answer = admin.post(&format!("/admin/users/agency.leader{path}"), &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    // No role in a body outside, for oneself or another.
    let outside = [("body", "agency"), ("role", "administrator"), ("from", "2025-03-10")];
    let answer = admin.post("/admin/users/justice.leader/grants", &outside).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(faults(&answer.body).contains("#body"));
    let answer = admin.post("/admin/users/new", &newcomer("spy", "agency", "leader")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Whoever serves elsewhere, too, is not theirs: only the role here can be ended.
    let here = Grant {
        id: "both".into(),
        user: "agency.analyst".into(),
        body: "min-justice".into(),
        role: Role::Analyst,
        acting: false,
        valid_from: world.app.clock.today(),
        valid_to: None,
    };
    store::grants::create(&world.app.db, &here, &world.edit()).await.unwrap();
    assert_eq!(admin.get("/admin/users/agency.analyst").await.status, StatusCode::OK);
    let hijack = admin.post("/admin/users/agency.analyst/password", &[("password", "жаңа-құпиясөз")]).await;
    assert_eq!(hijack.status, StatusCode::FORBIDDEN);
    let other = admin.post("/admin/users/agency.analyst/grants/agency.analyst.analyst/end", &[("last", "2025-03-10")]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    admin.done("/admin/users/agency.analyst/grants/both/end", &[("last", "2025-03-09")]).await;
    // Decrees are the Agency's; the journal shows what the ministry's own administrators did.
    assert_eq!(admin.get("/admin/settings").await.status, StatusCode::OK);
    assert_eq!(admin.get("/admin/settings/transfers").await.status, StatusCode::FORBIDDEN);
    assert_eq!(admin.post("/admin/settings/parameters/45", &[]).await.status, StatusCode::FORBIDDEN);
    let journal = admin.get("/admin/journal?lang=en").await.body;
    assert_eq!(journal.matches("sapa-timeline__what").count(), 1, "the role ended just now, and no more");
}

#[tokio::test]
async fn a_transfer_shows_what_it_moves_and_then_moves_it() {
    let world = world().await;
    world.step("justice.unit-head", "case1", "draft-order").await;
    world.step("justice.leader", "case1", "sign-order").await;
    let before = world.open_duties().await.remove(0);
    let due = before.duty.due;
    let to = due.to_string();
    let fields = [("off-from", "2025-02-08"), ("off-to", to.as_str()), ("decided", "2025-03-10"), ("decree", "№ 15 қаулы")];
    let mut admin = world.as_grant(ADMIN).await;

    let wrong = admin.post("/admin/settings/transfers", &[("off-from", "2025-02-10"), fields[1], ("decided", "2025-03-11"), fields[3]]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(faults(&wrong.body).contains("#off-from") && faults(&wrong.body).contains("#decided"));

    let preview = admin.post("/admin/settings/transfers", &fields).await;
    assert_eq!(preview.status, StatusCode::OK);
    assert!(preview.body.contains("data-case=\"case1\""), "the moved duty is named");
    let day = |d: Date| format!("{:02}.{:02}.{}", d.day(), d.month(), d.year());
    assert!(preview.body.contains(&day(due)));
    assert_eq!(world.open_duties().await[0].duty.due, due, "a preview moves nothing");

    let confirmed = [fields.as_slice(), &[("confirm", "yes")]].concat();
    assert_eq!(admin.done("/admin/settings/transfers", &confirmed).await.location, "/admin/settings");
    let settings = admin.get("/admin/settings?lang=en").await.body;
    assert!(settings.contains("Duties moved: 1") && settings.contains("№ 15 қаулы"), "it says how many moved");
    let moved = world.open_duties().await.remove(0).duty.due;
    assert_ne!(moved, due);
    assert!(preview.body.contains(&day(moved)), "to the day the preview had shown");
    assert!(!world.app.law().calendar.is_working(due));
    let again = admin.post("/admin/settings/transfers", &confirmed).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the second click records nothing twice");
    let told = world.as_grant("justice.unit-head.unit-head").await.get("/notifications?lang=en").await.body;
    assert!(told.contains("The day has moved"), "those who owe are told");

    let remove = [("off-from", "2025-02-08"), ("off-to", to.as_str())];
    let preview = admin.post("/admin/settings/transfers/remove", &remove).await;
    assert!(preview.body.contains("data-case=\"case1\"") && preview.body.contains(&day(due)));
    admin.done("/admin/settings/transfers/remove", &[remove.as_slice(), &[("confirm", "yes")]].concat()).await;
    assert_eq!(world.open_duties().await.remove(0).duty.due, due);
    admin.done("/admin/settings/transfers/remove", &[remove.as_slice(), &[("confirm", "yes")]].concat()).await;
    assert_eq!(world.ledger().await[..2], ["transfer-removed", "transfer-added"].map(str::to_owned));
}

#[tokio::test]
async fn a_changed_number_moves_duties_too() {
    let world = world().await;
    world.step("justice.unit-head", "case1", "draft-order").await;
    world.step("justice.leader", "case1", "sign-order").await;
    let before = world.open_duties().await.remove(0);
    let mut admin = world.as_grant(ADMIN).await;
    let path = format!("/admin/settings/parameters/{}", before.duty.rule.unwrap().id());
    let change = |value| [("value", value), ("valid-from", "2025-01-01"), ("decided", "2025-03-10"), ("decree", "№ 116 бұйрық")];
    for wrong in ["0", "251", "x", "3"] {
        assert_eq!(admin.post(&path, &change(wrong)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let preview = admin.post(&path, &change("4")).await;
    assert!(preview.body.contains("data-case=\"case1\""), "{}", preview.status);
    admin.done(&path, &[change("4").as_slice(), &[("confirm", "yes")]].concat()).await;
    assert_ne!(world.open_duties().await.remove(0).duty.due, before.duty.due);
    assert_eq!(admin.post(&path, &[change("4").as_slice(), &[("confirm", "yes")]].concat()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let remove = [change("4").as_slice(), &[("confirm", "yes")]].concat();
    admin.done(&format!("{path}/remove"), &remove).await;
    assert_eq!(world.open_duties().await.remove(0).duty.due, before.duty.due);
    assert_eq!(world.ledger().await[..2], ["parameter-change-removed", "parameter-changed"].map(str::to_owned));
}

#[tokio::test]
async fn a_password_changes_only_with_the_old_one_and_ends_other_sessions() {
    let world = world().await;
    let (mut one, mut other) = (world.as_grant("justice.leader.leader").await, world.as_grant("justice.leader.leader").await);
    let change = |old: &'static str, new: &'static str, again: &'static str| [("old", old), ("new", new), ("again", again)];
    for (sent, field) in [
        (change("бұрыс", "жаңа-құпиясөз-1", "жаңа-құпиясөз-1"), "#old"),
        (change(PASSWORD, "қысқа", "қысқа"), "#new"),
        (change(PASSWORD, PASSWORD, PASSWORD), "#new"),
        (change(PASSWORD, "жаңа-құпиясөз-1", "жаңа-құпиясөз-2"), "#again"),
    ] {
        let answer = one.post("/account/password", &sent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(faults(&answer.body).contains(field), "{field}: {}", faults(&answer.body));
    }
    let session = one.cookie.clone();
    one.done("/account/password", &change(PASSWORD, "жаңа-құпиясөз-1", "жаңа-құпиясөз-1")).await;
    assert_ne!(one.cookie, session, "the session goes on under a new id");
    assert_eq!(one.get("/account").await.status, StatusCode::OK);
    assert_eq!(other.get("/account").await.status, StatusCode::SEE_OTHER, "the other session has ended");
    assert_eq!(world.ledger().await[0], "password-set");

    let mut third = world.browser();
    third.get("/sign-in").await;
    let old = third.post("/sign-in", &[("login", "justice.leader"), ("password", PASSWORD)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    third.done("/sign-in", &[("login", "justice.leader"), ("password", "жаңа-құпиясөз-1")]).await;
    third.done("/account/sign-out", &[]).await;
    assert_eq!(one.get("/account").await.status, StatusCode::SEE_OTHER, "signed out everywhere");
    assert_eq!(third.get("/account").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_key_is_shown_once_and_can_be_revoked() {
    let world = world().await;
    let mut person = world.as_grant("justice.leader.leader").await;
    let asked = [("token-name", "есеп жинағы"), ("scope", "read"), ("days", "30")];
    assert_eq!(person.post("/account/tokens", &[asked[0], asked[1], ("days", "366")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = person.post("/account/tokens", &asked).await;
    assert_eq!(made.status, StatusCode::OK);
    assert!(made.body.contains("sapa_"));
    assert!(!person.get("/account").await.body.contains("sapa_"), "never again");
    assert_eq!(person.post("/account/tokens", &asked).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the second click makes no second key");
    let token = store::tokens::of_user(&world.app.db, "justice.leader").await.unwrap().remove(0);
    assert_eq!((token.grant.as_str(), token.scope.word()), ("justice.leader.leader", "read"));
    let mut other = world.as_grant(ADMIN).await;
    let path = format!("/account/tokens/{}/revoke", token.id);
    assert_eq!(other.post(&path, &[]).await.status, StatusCode::NOT_FOUND, "another's key");
    person.done(&path, &[]).await;
    assert_eq!(person.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.ledger().await[..2], ["token-revoked", "token-added"].map(str::to_owned));
}

#[tokio::test]
async fn five_wrong_passwords_close_the_door_for_longer_and_longer() {
    let world = world().await;
    let mut stranger = world.browser();
    stranger.get("/sign-in").await;
    let minutes = async |world: &World| {
        let user = store::users::by_login(&world.app.db, "justice.leader").await.unwrap().unwrap();
        user.locked_until.map_or(0, |until| (until.as_second() - world.app.clock.now().as_second()) / 60)
    };
    let wrong = [("login", "justice.leader"), ("password", "бұрыс-құпиясөз")];
    for _ in 0..4 {
        stranger.post("/sign-in", &wrong).await;
        assert_eq!(minutes(&world).await, 0);
    }
    stranger.post("/sign-in", &wrong).await;
    assert_eq!(minutes(&world).await, 1);
    let right = [("login", "justice.leader"), ("password", PASSWORD)];
    assert_eq!(stranger.post("/sign-in", &right).await.status, StatusCode::UNPROCESSABLE_ENTITY, "closed even to the right one");
    for (day, expected) in [(1, 2), (2, 4), (3, 8)] {
        world.app.clock.move_to(day);
        stranger.post("/sign-in", &wrong).await;
        assert_eq!(minutes(&world).await, expected);
    }
    let mut admin = world.as_grant(ADMIN).await;
    assert!(admin.get("/admin/users/justice.leader?lang=en").await.body.contains("sign-in is closed until"));
    admin.done("/admin/users/justice.leader/password", &[("password", "жаңа-құпиясөз-1")]).await;
    stranger.done("/sign-in", &[("login", "justice.leader"), ("password", "жаңа-құпиясөз-1"), ("next", "/")]).await;
    let audit: Vec<String> =
        store::signins::latest(&world.app.db, Some("justice.leader"), 3).await.unwrap().into_iter().map(|s| s.outcome).collect();
    assert_eq!(audit, ["in", "wrong", "wrong"]);
}
