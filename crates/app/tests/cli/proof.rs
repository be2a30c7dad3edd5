//! verify, backup, restore, migrate, rebuild.

use law::case::{Actor, Answers, Procedure, Role, actor::Capacity};

use super::*;

/// One case more in the demo database: an annual plan that has been opened.
#[expect(clippy::disallowed_methods, reason = "a test that goes through the door is its own `main`")]
fn with_a_plan(demo: &Demo) -> String {
    static COUNT: std::sync::atomic::AtomicU8 = std::sync::atomic::AtomicU8::new(7);
    let entropy = |bytes: &mut [u8]| bytes.fill_with(|| COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    let outside = Outside { now: jiff::Timestamp::now, entropy };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = store::Db::open(&demo.database, 2).await.unwrap();
        let app: Shared = App::start(db, Config::default(), outside.now, outside.entropy).await.unwrap();
        let actor = Actor {
            user: "justice.executor1".into(),
            name: "Сынақшыбаев".into(),
            position: "Бас маман".into(),
            body: "min-justice".into(),
            role: Role::ResponsibleExecutor,
            capacity: Capacity::Head,
        };
        let request = door::Request {
            procedure: Procedure::AnnualPlan,
            case: "plan-1",
            step: "open-plan",
            answers: Answers::of(json!({ "year": app.clock.today().year() + 1 })),
            version: Some(0),
            key: None,
        };
        let done = door::take(&app, &actor, request).await.unwrap();
        app.db.close().await;
        done.case
    })
}

fn lines(dump: &str) -> Vec<String> {
    let bytes = std::fs::read(dump).unwrap();
    let text = String::from_utf8(zstd::decode_all(&bytes[..]).unwrap()).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// Changes lines of a dump as somebody with the file in hand could, and makes its own digest right again.
fn tamper(dump: &str, to: &str, change: impl Fn(&str) -> String) {
    let mut lines: Vec<String> = lines(dump).iter().map(|line| change(line)).collect();
    let mut trailer: Value = serde_json::from_str(&lines.pop().unwrap()).unwrap();
    let text = lines.join("\n") + "\n";
    let digest: String = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    trailer["sha256"] = digest.into();
    std::fs::write(to, zstd::encode_all(format!("{text}{trailer}\n").as_bytes(), 3).unwrap()).unwrap();
}

#[test]
fn a_backup_is_proven_restored_and_the_same_again() {
    let demo = Demo::full("backup");
    let count = |proof: &Value, of: &str| proof[of].as_u64().unwrap();
    let before = demo.sapa(&["verify", "--json"]).json();
    let case = with_a_plan(&demo);
    let proof = demo.sapa(&["verify", "--json"]).json();
    assert_eq!(json!([proof["sound"], proof["broken"]]), json!([true, null]));
    for of in ["facts", "cases", "commits"] {
        assert_eq!(count(&proof, of), count(&before, of) + 1, "{of}");
    }
    assert_ne!(proof["head"], before["head"]);
    let dump = demo.path("dump.zst");
    demo.sapa(&["backup", &dump]).fine();
    assert_eq!(demo.sapa(&["backup", &dump]).code, 1, "a backup is not written over");
    assert_eq!(sapa(&["verify", "--dump", &dump, "--json"]).json(), proof);

    let other = demo.path("other.sqlite");
    sapa(&["restore", &dump, "--db", &other]).fine();
    assert_eq!(sapa(&["verify", "--db", &other, "--json"]).json(), proof);
    let again = sapa(&["restore", &dump, "--db", &other, "--lang", "en"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("not empty"), "{}", again.err);

    let copy = demo.path("copy.zst");
    sapa(&["rebuild", "--db", &other]).fine();
    sapa(&["backup", &copy, "--db", &other]).fine();
    assert_eq!(lines(&dump), lines(&copy), "restored and rebuilt, not a byte differs");

    let broken = demo.path("broken.zst");
    tamper(&dump, &broken, |line| {
        if line.starts_with("[\"facts\"") {
            line.replace("Сынақшыбаев", "Басқа")
        } else {
            line.to_owned()
        }
    });
    let said = sapa(&["verify", "--dump", &broken, "--json"]);
    assert_eq!((said.code, said.json()["broken"].clone()), (1, json!({"fact": 1, "case": case, "what": "hash"})));
    for language in LANGUAGES {
        let said = sapa(&["verify", "--dump", &broken, "--lang", language]);
        assert!(said.code == 1 && said.err.contains(&case) && !said.err.contains("cli-"), "{}", said.err);
    }
    let third = demo.path("third.sqlite");
    assert_eq!(sapa(&["restore", &broken, "--db", &third]).code, 1);
    assert!(!Path::new(&third).exists(), "what is broken is not restored");
}

#[test]
fn what_is_cut_off_or_not_there_is_named() {
    let demo = Demo::bare("cut");
    let dump = demo.path("dump.zst");
    demo.sapa(&["backup", &dump]).fine();
    let edits = demo.sapa(&["verify", "--json"]).json()["edits"].as_u64().unwrap();
    let broken = demo.path("broken.zst");
    tamper(&dump, &broken, |line| {
        if line.starts_with("[\"ledger\",[3,") { line.replace("body-added", "body-moved") } else { line.to_owned() }
    });
    let said = sapa(&["verify", "--dump", &broken, "--json"]);
    assert_eq!((said.code, said.json()["broken"].clone()), (1, json!({"edit": 3, "what": "hash"})));
    assert!(said.json()["edits"].as_u64().unwrap() < edits);

    let half = std::fs::read(&dump).unwrap();
    let half = demo.write("half.zst", &half[..half.len() / 2]);
    for args in
        [&["verify", "--dump", &half][..], &["verify", "--dump", "nowhere.zst"], &["verify", "--db", "nowhere.sqlite"]]
    {
        let said = sapa(args);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{args:?}");
        assert!(said.err.starts_with("sapa: "), "{args:?}: {}", said.err);
    }
    assert!(!Path::new("nowhere.sqlite").exists());
}

#[test]
fn a_schema_is_brought_up_to_date_once() {
    let folder = Folder::new("migrate");
    let database = folder.path("new.sqlite");
    assert_eq!(sapa(&["verify", "--db", &database]).code, 1);
    let first = sapa(&["migrate", "--db", &database, "--lang", "en"]).fine();
    assert!(first.contains("0 → "), "{first}");
    let second = sapa(&["migrate", "--db", &database, "--lang", "en"]).fine();
    assert!(second.contains("up to date"), "{second}");
    assert_eq!(sapa(&["verify", "--db", &database, "--json"]).json()["sound"], true);
    sapa(&["rebuild", "--db", &database]).fine();
}
